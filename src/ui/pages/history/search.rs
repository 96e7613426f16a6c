//! What is looked for in all files: a part of a barcode, a day, loans or returns.

use eframe::egui::{RichText, TextEdit, Ui, WidgetInfo, vec2};

use super::searching::Searching;
use crate::dat::Kind;
use crate::text::Texts;
use crate::ui::pages::{parts, rows};
use crate::ui::theme::{self, Colors, FIELD_HEIGHT, GRID};

/// Width of a field for a day.
const DAY: f32 = 16.0 * GRID;

/// Draws the fields of a search.
pub fn show(ui: &mut Ui, searching: &mut Searching, texts: &Texts, colors: &Colors) {
    parts::card(ui, colors, |ui| {
        let width = ui.available_width();
        field(ui, &mut searching.barcode, "search-barcode", "search-barcode-hint", width, texts);
        theme::row(ui, |ui| {
            ui.vertical(|ui| {
                ui.set_max_width(DAY);
                field(ui, &mut searching.day, "search-day", "search-day-hint", DAY, texts);
            });
            ui.vertical(|ui| {
                ui.label(RichText::new(texts.say("search-kind")).font(theme::strong_font()));
                theme::row(ui, |ui| {
                    ui.set_min_height(FIELD_HEIGHT);
                    ui.spacing_mut().item_spacing.x = 2.0 * GRID;
                    for (kind, key) in [
                        (None, "search-both"),
                        (Some(Kind::Loan), "search-loans"),
                        (Some(Kind::Return), "search-returns"),
                    ] {
                        let response = ui.radio_value(&mut searching.kind, kind, texts.say(key));
                        parts::into_sight(ui, &response);
                    }
                });
            });
        });
        if searching.is_on() && parts::button(ui, &texts.say("search-clear")) {
            searching.clear();
        }
    });
}

/// A field with its name above it.
fn field(ui: &mut Ui, text: &mut String, name: &str, hint: &str, width: f32, texts: &Texts) {
    let name = texts.say(name);
    ui.label(RichText::new(&name).font(theme::strong_font()));
    let hint = texts.say(hint);
    // A hint that does not fit would be cut off.
    let fits = rows::width(ui, &hint, theme::text_font()) < width - 2.0 * GRID;
    let edit = TextEdit::singleline(text)
        .font(theme::text_font())
        .hint_text(if fits { hint } else { String::new() })
        .desired_width(width)
        .min_size(vec2(width, FIELD_HEIGHT))
        .align(eframe::egui::Align2::LEFT_CENTER);
    let response = ui.add(edit);
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &*text, &*text, "");
        info.label = Some(name.clone());
        info
    });
    parts::into_sight(ui, &response);
}
