//! A trial run: whatever is scanned is shown key by key, with what was made of it and why. Nothing
//! is recorded.

use std::collections::VecDeque;

use eframe::egui::{
    Align2, FontId, Key as Pressed, Rect, RichText, Role, Sense, Stroke as Line, StrokeKind,
    TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use crate::scan::{By, Read, Scan, Stroke};
use crate::text::{Texts, visible};
use crate::ui::keyboard::Heard;
use crate::ui::marks::Mark;
use crate::ui::pages::{View, parts};
use crate::ui::theme::{self, BUTTON_HEIGHT, Colors, GRID};

/// So many are shown, the last one first.
const SHOWN: usize = 5;
/// The size of a key.
const KEY: f32 = 5.0 * GRID;
/// So many keys of a scan are shown.
const MOST_KEYS: usize = 100;

/// What was scanned or typed on the page.
#[derive(Debug, Default)]
pub struct Trial {
    heard: VecDeque<Heard>,
    typed: String,
}

impl Trial {
    /// Takes what was scanned.
    pub fn take(&mut self, heard: Heard) {
        self.heard.push_front(heard);
        self.heard.truncate(SHOWN);
    }

    /// Draws the field for typing, and what was heard.
    pub fn show(&mut self, ui: &mut Ui, view: &View) {
        let (texts, colors) = (view.texts, view.colors);
        parts::quiet(ui, &texts.say("trial-what"), colors);
        self.show_field(ui, texts);
        let rules = view.model.desk.rules();
        for (number, heard) in self.heard.iter().enumerate() {
            if number > 0 {
                ui.separator();
            }
            match heard {
                Heard::Flood => {
                    parts::remark(ui, Mark::Refused, colors.refused, &texts.say("band-flooded"));
                    parts::text(ui, texts.say("band-flooded-what"));
                }
                Heard::Scan(scan) => show_scan(ui, scan, &rules.read(scan), texts, colors),
            }
        }
    }

    fn show_field(&mut self, ui: &mut Ui, texts: &Texts) {
        let name = texts.say("trial-field");
        let width = ui.available_width();
        let mut hint = RichText::new(&name).font(theme::text_font());
        if theme::is_small(ui.ctx()) {
            // It would not fit into the field.
            parts::text(ui, std::mem::take(&mut hint));
        }
        let response = ui.add(
            TextEdit::singleline(&mut self.typed)
                .font(theme::barcode_font())
                .hint_text(hint)
                .desired_width(width)
                .min_size(vec2(width, BUTTON_HEIGHT))
                .align(Align2::LEFT_CENTER),
        );
        let shown = self.typed.clone();
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &shown, &shown, "");
            info.label = Some(name.clone());
            info
        });
        if response.lost_focus()
            && ui.input(|input| input.key_pressed(Pressed::Enter))
            && !self.typed.is_empty()
        {
            let typed = std::mem::take(&mut self.typed);
            self.take(Heard::Scan(Scan::of_text(&typed, By::Hand)));
            response.request_focus();
        }
    }
}

fn show_scan(ui: &mut Ui, scan: &Scan, read: &Read, texts: &Texts, colors: &Colors) {
    let (mark, color) = match read {
        Read::One(reading) if reading.fits_something() => (Mark::SAVED, colors.give_back),
        Read::Control(_) | Read::Two(..) => (Mark::SAVED, colors.give_back),
        Read::One(_) => (Mark::Warning, colors.ink),
        Read::Refused { .. } | Read::Nothing => (Mark::Refused, colors.refused),
    };
    parts::remark(ui, mark, color, &texts.made_of(read));
    for why in texts.why(read) {
        parts::text(ui, why);
    }
    parts::quiet(ui, &texts.how_it_came(scan), colors);
    if scan.by == By::Scanner {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(0.5 * GRID, 0.5 * GRID);
            for (stroke, number) in scan.strokes.iter().zip(0..MOST_KEYS) {
                show_key(ui, stroke, number > 0, texts, colors);
            }
        });
    }
}

/// One key: what arrived, what the key types on a US keyboard, and how long nothing had come
/// behind the one before.
fn show_key(ui: &mut Ui, stroke: &Stroke, is_timed: bool, texts: &Texts, colors: &Colors) {
    let (rect, response) = ui.allocate_exact_size(vec2(KEY, KEY + GRID), Sense::hover());
    let painter = ui.painter();
    let key = Rect::from_min_size(rect.min, vec2(KEY, KEY - 0.5 * GRID));
    painter.rect(key, 4.0, colors.paper, Line::new(1.0, colors.outline), StrokeKind::Inside);
    let us = stroke.us.map(String::from).unwrap_or_default();
    let arrived = shown(&stroke.text);
    let center = key.center();
    let text = |at, text: &str, size, color| {
        painter.text(at, Align2::CENTER_CENTER, text, FontId::monospace(size), color);
    };
    if us.is_empty() || us == *stroke.text {
        text(center, &arrived, 18.0, colors.ink);
    } else {
        text(center - vec2(0.0, GRID), &arrived, 16.0, colors.ink);
        text(center + vec2(0.0, GRID), &shown(&us), 13.0, colors.loan);
    }
    let after = stroke.after.as_millis();
    let below = pos2(center.x, rect.bottom() - 0.75 * GRID);
    let font = FontId::proportional(11.0);
    if is_timed {
        painter.text(below, Align2::CENTER_CENTER, format!("{after} ms"), font, colors.quiet);
    }
    let values = [
        ("arrived", arrived.into()),
        ("us", us.into()),
        ("after", i64::try_from(after).unwrap_or(i64::MAX).into()),
    ];
    let words = texts.fill("trial-key", &values);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    response.on_hover_text(words);
}

/// What can't be seen has a sign.
fn shown(text: &str) -> String {
    match text {
        "" => "–".to_owned(),
        " " => "·".to_owned(),
        other => visible(other),
    }
}
