//! Long lists whose rows have any height: so many rows at once, and buttons to the others. Unlike a
//! list that scrolls by itself, the keyboard reaches every row of it.

use std::ops::Range;

use eframe::egui::{Id, Ui};

use super::parts;
use crate::text::{Texts, count};
use crate::ui::theme::{self, Colors};

/// How many rows stand there at once.
pub const ROWS: usize = 20;

/// Draws the rows of the part that was chosen, and the buttons to the others when there are any.
/// `title` tells lists of a page apart, for whoever hears the buttons too.
pub fn show(
    ui: &mut Ui,
    title: &str,
    rows: usize,
    texts: &Texts,
    colors: &Colors,
    content: impl FnOnce(&mut Ui, Range<usize>),
) {
    let id = Id::unique(("paged", title));
    let last = rows.saturating_sub(1) / ROWS;
    let mut part = ui.data(|data| data.get_temp::<usize>(id)).unwrap_or_default().min(last);
    let shown = part * ROWS..rows.min((part + 1) * ROWS);
    let (first, end) = (shown.start + 1, shown.end);
    content(ui, shown);
    if last == 0 {
        return;
    }
    parts::steady(ui, ("parts of", title), |ui| {
        theme::row(ui, |ui| {
            let (back, on) = (part.saturating_sub(1), part + 1);
            let mut turn = |ui: &mut Ui, key, enabled, to: usize| {
                let label = texts.say(key);
                if parts::named_button(ui, &label, &texts.control_of(&label, title), enabled) {
                    part = to;
                }
            };
            turn(ui, "paged-back", first > 1, back);
            turn(ui, "paged-on", end < rows, on);
            let values = [("first", count(first)), ("last", count(end)), ("count", count(rows))];
            parts::quiet(ui, &texts.fill("paged-where", &values), colors);
        });
    });
    ui.data_mut(|data| data.insert_temp(id, part));
}
