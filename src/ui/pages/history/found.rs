//! The transactions that were found: a row for each, the newest first, and what can be done with
//! them.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{
    Id, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::exporting::{Exporting, Sheet};
use super::searching::{Found, Read};
use super::state;
use crate::dat::Kind;
use crate::desk::Mode;
use crate::review::Entry;
use crate::store::{Batch, Stage};
use crate::text::count;
use crate::ui::list::{cell, in_sight};
use crate::ui::marks::Mark;
use crate::ui::pages::{View, parts, rows};
use crate::ui::theme::{self, GRID};
use crate::ui::words;

/// Height of a line of a row.
const LINE: f32 = 2.5 * GRID;
/// Below this width barcodes are not grouped.
const NARROW: f32 = 64.0 * GRID;
/// So many rows are in sight at once where the list stands among others.
const ROWS: f32 = 7.0;

/// What was chosen among the transactions, and what became of them.
#[derive(Default)]
pub struct State {
    /// Places in the ledger's entries.
    chosen: BTreeSet<u32>,
    /// What they were chosen from.
    of: Option<Arc<Read>>,
    exporting: Exporting,
}

impl State {
    /// Takes what was done beside the window.
    pub fn refresh(&mut self, view: &View) -> std::io::Result<()> {
        self.exporting.refresh(view)
    }
}

/// Draws the transactions, and the buttons for what can be done with them. `batches` know how far
/// each file is.
pub fn show(
    ui: &mut Ui,
    state: &mut State,
    found: &Found,
    batches: &[Batch],
    whole_page: bool,
    view: &mut View,
) -> std::io::Result<()> {
    let (texts, colors) = (view.texts, view.colors);
    if !state.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, &found.read)) {
        state.of = Some(found.read.clone());
        state.chosen.clear();
    }
    for error in &found.read.unread {
        parts::remark(ui, Mark::Refused, colors.refused, &texts.review_error(error));
    }
    if found.places.is_empty() {
        parts::quiet(ui, &texts.say("found-nothing"), colors);
        return Ok(());
    }
    // What was chosen and is not among what is found now is not meant.
    let chosen: Vec<u32> =
        found.places.iter().copied().filter(|place| state.chosen.contains(place)).collect();
    let values = [("count", count(found.places.len())), ("chosen", count(chosen.len()))];
    parts::text(
        ui,
        eframe::egui::RichText::new(texts.fill("found-count", &values)).font(theme::strong_font()),
    );
    let mut done = Ok(());
    parts::steady(ui, "found", |ui| {
        theme::row(ui, |ui| {
            let meant = if chosen.is_empty() { found.places.to_vec() } else { chosen };
            let values = [("count", count(meant.len()))];
            if parts::button(ui, &texts.fill("found-again", &values)) {
                let entries = found.read.ledger.entries();
                let meant = meant.iter().filter_map(|place| entries.get(*place as usize));
                let meant = meant.map(|entry| found.read.ledger.transaction(entry));
                *view.again = Some(meant.collect());
            }
            let sheet = || Sheet::of(found, batches);
            done = state.exporting.show_buttons(ui, sheet, view);
        });
    });
    state.exporting.show_done(ui, view);
    if whole_page || theme::is_small(ui.ctx()) {
        show_rows(ui, state, found, batches, view);
    } else {
        let area = ScrollArea::vertical().id_salt("found").max_height(ROWS * row_height(ui));
        area.show(ui, |ui| show_rows(ui, state, found, batches, view));
    }
    done
}

/// The height of a row: two lines, or five where there is no room.
fn row_height(ui: &Ui) -> f32 {
    let lines = if theme::is_small(ui.ctx()) { 5.0 } else { 2.0 };
    lines * LINE + 1.5 * GRID
}

/// Draws the rows in sight, and one more, which the keyboard reaches and so brings into sight.
fn show_rows(ui: &mut Ui, state: &mut State, found: &Found, batches: &[Batch], view: &View) {
    #[expect(clippy::cast_precision_loss, reason = "for places on a screen")]
    let height = found.places.len() as f32 * row_height(ui);
    let (all, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    ui.painter().rect_filled(all, 0.0, view.colors.paper);
    let row = row_height(ui);
    let seen = in_sight(ui.clip_rect(), all, row);
    let stages = Files::of(found, batches);
    for (place, number) in found.places.get(seen.clone()).unwrap_or_default().iter().zip(seen) {
        let Some(entry) = found.read.ledger.entries().get(*place as usize) else { continue };
        #[expect(clippy::cast_precision_loss, reason = "for places on a screen")]
        let top = all.top() + number as f32 * row;
        let rect = Rect::from_x_y_ranges(all.x_range(), top..=top + row);
        let is_chosen = state.chosen.contains(place);
        if show_row(ui, rect, *place, entry, is_chosen, found, &stages, view)
            && !state.chosen.remove(place)
        {
            state.chosen.insert(*place);
        }
    }
}

/// The batch of each of the ledger's files.
struct Files<'a>(Vec<Option<&'a Batch>>);

impl<'a> Files<'a> {
    fn of(found: &Found, batches: &'a [Batch]) -> Self {
        let batch = |path| batches.iter().find(|batch| &batch.path == path);
        Self(found.read.ledger.sources().iter().map(|source| batch(&source.path)).collect())
    }

    fn get(&self, source: u16) -> Option<&'a Batch> {
        self.0.get(usize::from(source)).copied().flatten()
    }
}

/// Draws a row; returns whether it was pressed.
#[expect(clippy::too_many_arguments, reason = "a row shows all of this")]
fn show_row(
    ui: &Ui,
    rect: Rect,
    place: u32,
    entry: &Entry,
    is_chosen: bool,
    found: &Found,
    files: &Files,
    view: &View,
) -> bool {
    let (texts, colors) = (view.texts, view.colors);
    let ledger = &found.read.ledger;
    let response = ui.interact(rect, Id::unique(("found", place)), Sense::click());
    let batch = files.get(entry.source);
    let waits = batch.is_some_and(|b| b.stage == Stage::ToUpload && b.same_as.is_none());
    let ground = match (is_chosen, waits, response.hovered()) {
        (true, ..) => colors.chosen,
        (_, true, _) => colors.question,
        (.., true) => colors.page,
        _ => colors.paper,
    };
    ui.painter().rect_filled(rect, 0.0, ground);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, colors.line));
    if response.has_focus() {
        let ring = Stroke::new(2.0, colors.ink);
        ui.painter().rect_stroke(rect.shrink(2.0), 0.0, ring, StrokeKind::Middle);
    }
    let left = rows::left(ui);
    let square = pos2(rect.left() + left / 2.0, rect.center().y);
    let square = Rect::from_center_size(square, Vec2::splat(2.25 * GRID));
    ui.painter().rect(
        square,
        3.0,
        colors.paper,
        Stroke::new(1.5, colors.outline),
        StrokeKind::Inside,
    );
    if is_chosen {
        Mark::SAVED.paint(ui.painter(), square.shrink(4.0), colors.ink);
    }

    let is_small = theme::is_small(ui.ctx());
    let line = |number: f32| {
        let top = rect.top() + 0.75 * GRID + number * LINE;
        Rect::from_x_y_ranges(rect.x_range(), top..=top + LINE)
    };
    let right = rect.width() - if is_small { GRID } else { 2.0 * GRID };
    let ink = colors.ink;
    let quiet = if waits || is_chosen { colors.ink } else { colors.quiet };
    let kind = texts.kind(entry.kind);
    let (mode, kind_width) = match entry.kind {
        Kind::Loan => (Mode::Loan, 7.5 * GRID),
        Kind::Return => (Mode::Return, 7.5 * GRID),
    };
    cell(ui, line(0.0), (left, kind_width), kind, theme::strong_font(), colors.mode(mode));
    let barcode = |code: &crate::barcode::Barcode| {
        if rect.width() < NARROW { code.as_str().to_owned() } else { words::grouped(code) }
    };
    let item = barcode(ledger.barcode(entry.item));
    let borrower = entry.borrower.map(|borrower| barcode(ledger.barcode(borrower)));
    let room = (right - left - kind_width) / 2.0;
    let whole_line = (left, right - left);
    let (item_at, borrower_at, state_line, below_line) = if is_small {
        ((line(1.0), whole_line), (line(2.0), whole_line), line(3.0), line(4.0))
    } else {
        let item = (line(0.0), (left + kind_width, room - GRID));
        (item, (line(0.0), (left + kind_width + room, room)), line(1.0), line(1.0))
    };
    let mut is_cut = cell(ui, item_at.0, item_at.1, item, theme::barcode_font(), ink);
    if let Some(borrower) = borrower {
        let (line, at) = borrower_at;
        is_cut |= cell(ui, line, at, borrower, theme::barcode_font(), ink);
    }
    let mut end = right;
    let mut stage = String::new();
    if let Some(batch) = batch {
        let (mark, color, key) = state(batch, colors);
        stage = texts.say(key);
        let width = super::width(ui, &stage) + 1.0;
        let start = if is_small { left + 2.5 * GRID } else { end - width };
        cell(ui, state_line, (start, width), stage.clone(), theme::strong_font(), color);
        end = start - 2.5 * GRID;
        let sign = pos2(rect.left() + end + GRID, state_line.center().y);
        mark.paint(ui.painter(), Rect::from_center_size(sign, Vec2::splat(1.5 * GRID)), color);
    }
    let origin = texts.origin(ledger, entry);
    let below = texts.fill(
        "found-below",
        &[("time", texts.desk_time(entry.time).into()), ("origin", origin.into())],
    );
    let at = if is_small { whole_line } else { (left, end - left - GRID) };
    is_cut |= cell(ui, below_line, at, below, theme::text_font(), quiet);
    let what = texts.transaction(&ledger.transaction(entry));
    let values = [
        ("what", what.into()),
        ("origin", texts.origin(ledger, entry).into()),
        ("state", stage.into()),
    ];
    let whole = texts.fill("found-row", &values);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_chosen, &whole));
    parts::into_sight(ui, &response);
    let pressed = response.clicked();
    if is_cut {
        response.on_hover_text(whole);
    }
    pressed
}
