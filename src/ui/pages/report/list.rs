//! The messages of a report, those about which the same is to be done under one head.

use std::collections::BTreeSet;

use eframe::egui::{
    Color32, FontId, Frame, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::found::{Found, Group, Row};
use crate::review::report::{Matched, Meaning};
use crate::text::{Texts, count};
use crate::ui::list::cell;
use crate::ui::marks::Mark;
use crate::ui::pages::rows::{self, Tick};
use crate::ui::pages::{View, parts};
use crate::ui::theme::{self, BUTTON_HEIGHT, Colors, GRID};
use crate::ui::words;

/// Draws the list; `chosen` are places in the ledger.
pub fn show(ui: &mut Ui, found: &Found, chosen: &mut BTreeSet<usize>, view: &View) {
    let frame = Frame::new()
        .fill(view.colors.paper)
        .stroke(Stroke::new(1.0, view.colors.line))
        .corner_radius(theme::ROUND);
    frame.show(ui, |ui| {
        let width = ui.available_width();
        let heights: Vec<f32> =
            found.rows.iter().map(|row| height(ui, *row, width, found, view.texts)).collect();
        rows::show(ui, &heights, |ui, number, rect| {
            let Some(row) = found.rows.get(number) else { return };
            match *row {
                Row::Head(group) => show_head(ui, rect, group, number, view),
                Row::All(end) => show_all(ui, rect, (number, end), found, chosen, view),
                Row::Message(message) => show_message(ui, rect, message, found, view),
                Row::Transaction(message, place) => {
                    show_transaction(ui, rect, (message, place), found, chosen, view);
                }
            }
        });
    });
}

fn height(ui: &Ui, row: Row, width: f32, found: &Found, texts: &Texts) -> f32 {
    let is_small = theme::is_small(ui.ctx());
    let room = room(ui, width);
    match row {
        Row::Head(group) => {
            let (title, to_do) = texts_of(group, texts);
            let title = rows::height(ui, &title, theme::strong_font(), room);
            title + rows::height(ui, &to_do, theme::text_font(), room) + 3.5 * GRID
        }
        Row::All(end) if is_small => {
            let label = texts.fill("report-choose-all", &[("count", count(end))]);
            rows::height(ui, &label, theme::strong_font(), room) + 2.0 * GRID
        }
        Row::All(_) => BUTTON_HEIGHT,
        Row::Message(number) if is_small => {
            let text = found.messages.get(number).map(|matched| said(matched, texts));
            rows::height(ui, &text.unwrap_or_default(), theme::text_font(), room) + GRID
        }
        Row::Message(_) => rows::LINE + GRID,
        Row::Transaction(..) => rows::transaction_height(ui),
    }
}

/// The width of a row's text.
fn room(ui: &Ui, width: f32) -> f32 {
    let right = if theme::is_small(ui.ctx()) { GRID } else { 2.0 * GRID };
    width - rows::left(ui) - right
}

/// What a message says, and how often or of how many transactions.
fn said(matched: &Matched, texts: &Texts) -> String {
    let mut text = matched.message.text.clone();
    if matched.message.times > 1 {
        let times = texts.fill("cli-match-times", &[("times", count(matched.message.times))]);
        text = format!("{text} ({times})");
    }
    if matched.matches.len() > 1 {
        let several = [("count", count(matched.matches.len()))];
        text = format!("{text} – {}", texts.fill("report-several", &several));
    }
    text
}

/// What the messages of a group mean, and what to do about them.
fn texts_of(group: Group, texts: &Texts) -> (String, String) {
    match group.unmatched {
        Some(unmatched) => (texts.say("report-no-transaction"), texts.unmatched_here(unmatched)),
        None => (texts.meaning(group.meaning), texts.to_do(group.meaning)),
    }
}

/// The sign and the colour of a group: what was not carried out, what is to be looked at, what
/// needs nothing.
fn sign(group: Group, colors: &Colors) -> (Mark, Color32) {
    match group.meaning {
        Some(Meaning::ItemNotFound | Meaning::UserNotFound) => (Mark::Refused, colors.refused),
        Some(Meaning::NotOnLoan) => (Mark::SAVED, colors.give_back),
        Some(Meaning::LaterAction) | None => (Mark::Warning, colors.ink),
    }
}

fn show_head(ui: &mut Ui, rect: Rect, group: Group, number: usize, view: &View) {
    let colors = view.colors;
    let (mark, color) = sign(group, colors);
    let (title, to_do) = texts_of(group, view.texts);
    ui.painter().rect_filled(rect.shrink2(vec2(1.0, 0.0)), 0.0, colors.page);
    if number > 0 {
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, colors.outline));
    }
    let left = rows::left(ui);
    let middle = rect.min + vec2(left / 2.0, 2.5 * GRID);
    mark.paint(ui.painter(), Rect::from_center_size(middle, Vec2::splat(2.0 * GRID)), color);
    let size = vec2(room(ui, rect.width()), rect.height());
    let mut place = Rect::from_min_size(rect.min + vec2(left, 1.5 * GRID), size);
    rows::paragraph(ui, place, &title, theme::strong_font(), color);
    place.min.y += rows::height(ui, &title, theme::strong_font(), place.width()) + 0.5 * GRID;
    rows::paragraph(ui, place, &to_do, theme::text_font(), colors.ink);
    let response = ui.interact(rect, ui.scope_id().with(("head", number)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{title} {to_do}")));
}

/// Text of a row in one line, or in as many as it takes where there is no room; returns whether it
/// was too long.
fn show_line(ui: &Ui, rect: Rect, text: &str, font: FontId, color: Color32) -> bool {
    let (left, room) = (rows::left(ui), room(ui, rect.width()));
    if !theme::is_small(ui.ctx()) {
        return cell(ui, rect, (left, room), text.to_owned(), font, color);
    }
    let height = rows::height(ui, text, font.clone(), room);
    let top = rect.center().y - height / 2.0;
    let place = Rect::from_min_size(pos2(rect.left() + left, top), vec2(room, height));
    rows::paragraph(ui, place, text, font, color);
    false
}

/// Chooses all transactions of a group, or none.
fn show_all(
    ui: &mut Ui,
    rect: Rect,
    (from, to): (usize, usize),
    found: &Found,
    chosen: &mut BTreeSet<usize>,
    view: &View,
) {
    let on = found.places(from, to).all(|place| chosen.contains(&place));
    let transactions = ("count", count(found.places(from, to).count()));
    let label = view.texts.fill("report-choose-all", &[transactions]);
    // Several groups can have as many transactions.
    let what = found.rows.get(from.saturating_sub(1)).map(|row| match row {
        Row::Head(group) => texts_of(*group, view.texts).1,
        _ => String::new(),
    });
    let name = format!("{label}. {}", what.unwrap_or_default());
    let response = ui.interact(rect, ui.scope_id().with(("all", from)), Sense::click());
    rows::tick(ui, rect, Tick::Box, on, &response, &name, view.colors);
    show_line(ui, rect, &label, theme::strong_font(), view.colors.ink);
    parts::into_sight(ui, &response);
    if response.clicked() {
        for place in found.places(from, to) {
            if on {
                chosen.remove(&place);
            } else {
                chosen.insert(place);
            }
        }
    }
}

fn show_message(ui: &mut Ui, rect: Rect, number: usize, found: &Found, view: &View) {
    let Some(matched) = found.messages.get(number) else { return };
    let (texts, colors) = (view.texts, view.colors);
    let line = Stroke::new(1.0, colors.line);
    ui.painter().hline(rect.x_range(), rect.top(), line);
    let text = said(matched, texts);
    let is_cut = show_line(ui, rect, &text, theme::text_font(), colors.quiet);
    // Where no transaction takes the keyboard on, the message does.
    let is_last = matched.matches.is_empty();
    let sense = if is_last { Sense::focusable_noninteractive() } else { Sense::hover() };
    let response = ui.interact(rect, ui.scope_id().with(("message", number)), sense);
    if response.has_focus() {
        let ring = Stroke::new(2.0, colors.ink);
        ui.painter().rect_stroke(rect.shrink(2.0), theme::ROUND, ring, StrokeKind::Middle);
    }
    parts::into_sight(ui, &response);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    if is_cut {
        response.on_hover_text(text);
    }
}

fn show_transaction(
    ui: &mut Ui,
    rect: Rect,
    (message, place): (usize, usize),
    found: &Found,
    chosen: &mut BTreeSet<usize>,
    view: &View,
) {
    let ledger = &found.files.ledger;
    let (Some(entry), Some(matched)) = (ledger.entries().get(place), found.messages.get(message))
    else {
        return;
    };
    let (texts, colors) = (view.texts, view.colors);
    let on = chosen.contains(&place);
    let response = ui.interact(rect, ui.scope_id().with(("row", message, place)), Sense::click());
    let source = ledger.sources().get(usize::from(entry.source));
    let batch = source.map(|source| parts::name(&source.path)).unwrap_or_default();
    let values = [
        ("time", words::time(entry.time, view.model.now, view.texts).into()),
        ("batch", batch.into()),
        ("line", entry.line.into()),
    ];
    let below = texts.fill("report-place", &values);
    let transaction = ledger.transaction(entry);
    // The same transaction can stand under two messages.
    let name = format!("{}, {below}. {}", texts.transaction(&transaction), matched.message.text);
    rows::tick(ui, rect, Tick::Box, on, &response, &name, colors);
    let is_cut = rows::transaction(ui, rect, rows::left(ui), &transaction, below, texts, colors);
    parts::into_sight(ui, &response);
    if response.clicked() && !chosen.remove(&place) {
        chosen.insert(place);
    }
    if is_cut {
        response.on_hover_text(texts.place(ledger, entry));
    }
}
