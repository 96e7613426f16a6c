//! The list of transactions, the newest on top. Only the rows in sight are drawn.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::NaiveDateTime;
use eframe::egui::{
    self, Align2, Color32, Direction, FontId, Layout, Rangef, Rect, RichText, Role, ScrollArea,
    Sense, TextWrapMode, Ui, WidgetInfo, WidgetText, pos2, vec2,
};

use super::marks::Mark;
use super::theme::{self, Colors, GRID, ROW_HEIGHT, TEXT_SIZE};
use super::words;
use crate::barcode::Barcode;
use crate::desk::{Entry, Mode, Row, RowId, Saving, Session};
use crate::text::{Texts, count};
use crate::transaction::{Action, Transaction};

/// Below this width kinds and states are signs, barcodes are not grouped, and times have no date.
const WIDE: f32 = 80.0 * GRID;

/// Where it is narrow, kind and state are signs, in columns of this width; the words stand in the
/// tooltip.
const SIGN: f32 = 3.5 * GRID;

/// Height of a line where a row takes several.
const LINE: f32 = 2.5 * GRID;

/// How much stands beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// All of it, in words.
    Wide,
    /// All of it; kind and state are signs.
    Narrow,
    /// Each in a line: kind, item, borrower, time, state.
    Stacked,
}

/// Where something stands in a row.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// Counted from 0.
    line: f32,
    left: f32,
    width: f32,
}

/// Where what stands, for one width of the list.
struct Columns {
    form: Form,
    time: Place,
    kind: Place,
    item: Place,
    borrower: Place,
    state: Place,
}

impl Columns {
    fn of(ui: &Ui) -> Self {
        if theme::is_small(ui.ctx()) {
            return Self::stacked(ui.available_width() - GRID);
        }
        let bar = ui.spacing().scroll.bar_width + ui.spacing().scroll.bar_inner_margin;
        let width = ui.available_width() - bar - GRID;
        let form = if width >= WIDE { Form::Wide } else { Form::Narrow };
        let (time, kind, state) = match form {
            Form::Wide => (140.0, 80.0, 128.0),
            Form::Narrow | Form::Stacked => (48.0, SIGN, SIGN),
        };
        let barcode = ((width - time - kind - state - 2.0 * GRID) / 2.0).max(0.0);
        let mut left = GRID;
        let mut column = |width: f32| {
            let place = Place { line: 0.0, left, width: (width - GRID).max(0.0) };
            left += width;
            place
        };
        Self {
            form,
            time: column(time),
            kind: column(kind),
            item: column(barcode),
            borrower: column(barcode),
            state: column(state),
        }
    }

    fn stacked(width: f32) -> Self {
        let line = |line: f32| Place { line, left: 0.5 * GRID, width: width.max(0.0) };
        Self {
            form: Form::Stacked,
            kind: line(0.0),
            item: line(1.0),
            borrower: line(2.0),
            time: line(3.0),
            state: line(4.0),
        }
    }

    fn row_height(&self) -> f32 {
        match self.form {
            Form::Wide | Form::Narrow => ROW_HEIGHT,
            Form::Stacked => 5.0 * LINE + GRID,
        }
    }

    /// The least height: the heads, a row, and enough of the next to see that there is one.
    fn min_height(&self) -> f32 {
        self.row_height() + 1.5 * ROW_HEIGHT
    }

    /// The line of a row in which something stands.
    fn line(&self, row: Rect, place: Place) -> Rect {
        if self.form != Form::Stacked {
            return row;
        }
        let top = row.top() + 0.5 * GRID + place.line * LINE;
        Rect::from_x_y_ranges(row.x_range(), Rangef::new(top, top + LINE))
    }
}

/// Draws the list, `height` points high if that is enough; `chosen` are the rows that were clicked.
/// Returns whether they are to be taken back.
pub fn show(
    ui: &mut Ui,
    height: f32,
    session: &Session,
    chosen: &mut BTreeSet<RowId>,
    now: NaiveDateTime,
    texts: &Texts,
    colors: &Colors,
) -> bool {
    let mut take_back = false;
    let frame = egui::Frame::new()
        .fill(colors.paper)
        .stroke(egui::Stroke::new(1.0, colors.line))
        .corner_radius(theme::ROUND);
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let columns = Columns::of(ui);
        ui.set_min_height(height.max(columns.min_height()));
        if columns.form != Form::Stacked {
            ui.set_max_height(ui.min_size().y);
        }
        if session.rows() == 0 {
            let center = Layout::centered_and_justified(Direction::TopDown);
            // Several lines are centered, not stretched.
            ui.with_layout(center.with_cross_justify(false), |ui| {
                ui.label(RichText::new(texts.say("list-empty")).color(colors.quiet));
            });
            return;
        }
        chosen.retain(|row| session.can_be_taken_back(*row));
        if chosen.is_empty() {
            show_heads(ui, &columns, texts, colors);
        } else {
            take_back = show_chosen(ui, chosen, texts, colors);
        }
        show_rows(ui, &columns, session.rows(), |ui, range| {
            for number in range {
                let Some(row) = session.row(number) else { continue };
                let is_chosen = session.can_be_taken_back(row.id).then(|| chosen.contains(&row.id));
                if show_row(ui, row, is_chosen, &columns, now, texts, colors)
                    && !chosen.remove(&row.id)
                {
                    chosen.insert(row.id);
                }
            }
        });
    });
    take_back
}

/// Draws the rows in sight. The list scrolls by itself; stacked, it is a part of what scrolls.
fn show_rows(
    ui: &mut Ui,
    columns: &Columns,
    rows: usize,
    mut draw: impl FnMut(&mut Ui, Range<usize>),
) {
    let height = columns.row_height();
    if columns.form != Form::Stacked {
        ScrollArea::vertical().auto_shrink(false).show_rows(ui, height, rows, draw);
        return;
    }
    #[expect(clippy::cast_precision_loss, reason = "for places on a screen")]
    let room = |rows: usize| rows as f32 * height;
    let all = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), room(rows)));
    let seen = in_sight(ui.clip_rect(), all, height);
    let (before, behind) = (room(seen.start), room(rows - seen.end));
    ui.add_space(before);
    draw(ui, seen);
    ui.add_space(behind);
}

/// Which rows of this height are in sight, of a list over `all`; and one more at each end, which the
/// keyboard reaches and so brings into sight.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "cast from what is not negative, to what a slice checks"
)]
pub fn in_sight(seen: Rect, all: Rect, height: f32) -> Range<usize> {
    let rows = (all.height() / height).round() as usize;
    let row = |y: f32| ((y - all.top()).max(0.0) / height) as usize;
    let first = row(seen.top()).saturating_sub(1);
    first.min(rows)..(row(seen.bottom()) + 2).min(rows)
}

/// Instead of the heads: how many rows are chosen, and what can be done with them.
fn show_chosen(ui: &mut Ui, chosen: &mut BTreeSet<RowId>, texts: &Texts, colors: &Colors) -> bool {
    let mut take_back = false;
    let number = texts.fill("list-chosen", &[("count", count(chosen.len()))]);
    let number = egui::Label::new(RichText::new(number).font(theme::strong_font()));
    if theme::is_small(ui.ctx()) {
        egui::Frame::new().inner_margin(egui::Margin::same(8)).show(ui, |ui| {
            ui.add(number);
            take_back = ui.button(texts.say("button-take-back-chosen")).clicked();
            if ui.button(texts.say("button-choose-none")).clicked() {
                chosen.clear();
            }
        });
        return take_back;
    }
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW_HEIGHT), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom(), egui::Stroke::new(1.0, colors.outline));
    let inside = rect.shrink2(vec2(GRID, 1.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(inside), |ui| {
        ui.spacing_mut().interact_size.y = 3.0 * GRID;
        ui.spacing_mut().button_padding.y = 0.25 * GRID;
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            take_back = ui.button(texts.say("button-take-back-chosen")).clicked();
            if ui.button(texts.say("button-choose-none")).clicked() {
                chosen.clear();
            }
            ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(number.truncate());
            });
        });
    });
    take_back
}

fn show_heads(ui: &mut Ui, columns: &Columns, texts: &Texts, colors: &Colors) {
    if columns.form == Form::Stacked {
        return;
    }
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW_HEIGHT), Sense::hover());
    for (key, place) in [
        ("list-time", columns.time),
        ("list-kind", columns.kind),
        ("list-item", columns.item),
        ("list-borrower", columns.borrower),
        ("list-state", columns.state),
    ] {
        if place.width > SIGN {
            cell(
                ui,
                rect,
                (place.left, place.width),
                texts.say(key),
                theme::strong_font(),
                colors.quiet,
            );
        }
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), egui::Stroke::new(1.0, colors.outline));
}

/// Draws a row; returns whether it was clicked. `is_chosen` is nothing for a row that can't be.
fn show_row(
    ui: &mut Ui,
    row: Row,
    is_chosen: Option<bool>,
    columns: &Columns,
    now: NaiveDateTime,
    texts: &Texts,
    colors: &Colors,
) -> bool {
    let Entry { transaction, saving, typed } = row.entry;
    let earlier = matches!(row.id, RowId::Earlier(_)) && *saving == Saving::Saved;
    let (mark, key, state_color) = match saving {
        Saving::Saved if earlier => (Mark::Earlier, "state-earlier", colors.quiet),
        Saving::Pending => (Mark::Saving(*saving), "state-pending", colors.quiet),
        Saving::Saved => (Mark::Saving(*saving), "state-saved", colors.ink),
        Saving::SetAside => (Mark::Saving(*saving), "state-set-aside", colors.refused),
        Saving::NotSaved => (Mark::Saving(*saving), "state-not-saved", colors.refused),
        Saving::TakenBack => (Mark::Saving(*saving), "state-taken-back", colors.quiet),
        Saving::Closed => (Mark::Saving(*saving), "state-closed", colors.quiet),
    };
    let state = texts.say(key);
    let left = matches!(saving, Saving::TakenBack | Saving::Closed);
    let sense = if is_chosen.is_some() { Sense::click() } else { Sense::hover() };
    let (rect, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), columns.row_height()), Sense::hover());
    // By the row, not by its place: what appears above must not take the focus away.
    let response = ui.interact(rect, ui.scope_id().with(row.id), sense);
    show_chosen_mark(ui, rect, &response, is_chosen == Some(true), colors);
    let ink = if earlier || left { colors.quiet } else { colors.ink };
    let text = FontId::proportional(TEXT_SIZE);
    let time = words::time(transaction.time, now, texts);
    let put = |place: Place, text: String, font: FontId, color| {
        cell(ui, columns.line(rect, place), (place.left, place.width), text, font, color)
    };
    let shown = match columns.form {
        Form::Wide => time.clone(),
        Form::Narrow | Form::Stacked => words::short_time(transaction.time, now, texts),
    };
    let mut is_cut = put(columns.time, shown, text.clone(), ink);
    let (kind_mark, kind, kind_color) = kind(transaction, texts, colors);
    let barcode = |code: &Barcode, place: Place, typed| {
        let text = match columns.form {
            Form::Wide => words::grouped(code),
            Form::Narrow | Form::Stacked => code.as_str().to_owned(),
        };
        show_barcode(ui, columns.line(rect, place), place, text, typed, ink)
    };
    is_cut |= barcode(transaction.item(), columns.item, typed.item);
    if let Some(borrower) = transaction.borrower() {
        is_cut |= barcode(borrower, columns.borrower, typed.borrower);
    }
    sign(ui, columns.line(rect, columns.state), columns.state.left, mark, state_color);
    if columns.form != Form::Wide {
        sign(ui, columns.line(rect, columns.kind), columns.kind.left, kind_mark, kind_color);
    }
    let behind = |place: Place| Place {
        left: place.left + 2.25 * GRID,
        width: (place.width - 2.25 * GRID).max(0.0),
        ..place
    };
    let strong = theme::strong_font();
    match columns.form {
        Form::Wide => {
            is_cut |= put(columns.kind, kind.clone(), strong, kind_color);
            is_cut |= put(behind(columns.state), state.clone(), text, state_color);
        }
        Form::Stacked => {
            is_cut |= put(behind(columns.kind), kind.clone(), strong, kind_color);
            is_cut |= put(behind(columns.state), state.clone(), text, state_color);
        }
        Form::Narrow => is_cut = true,
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), egui::Stroke::new(1.0, colors.line));
    if *saving == Saving::TakenBack {
        let borrower = transaction.borrower().map(|_| columns.borrower);
        for place in [columns.item].into_iter().chain(borrower) {
            let left = rect.left() + place.left;
            let over = Rangef::new(left, left + place.width);
            let y = columns.line(rect, place).center().y;
            ui.painter().hline(over, y, egui::Stroke::new(1.0, colors.quiet));
        }
    }
    response.widget_info(|| {
        let words = in_words(row.entry, &time, &kind, &state, texts);
        match is_chosen {
            Some(chosen) => WidgetInfo::selected(Role::CheckBox, true, chosen, words),
            None => WidgetInfo::labeled(Role::Label, true, words),
        }
    });
    let clicked = response.clicked();
    if (is_cut || typed.item || typed.borrower) && response.hovered() {
        let words = in_words(row.entry, &texts.desk_time(transaction.time), &kind, &state, texts);
        response.on_hover_text(words);
    }
    clicked
}

/// A barcode in its column, with a sign behind it if it was typed; returns whether it was too long.
fn show_barcode(
    ui: &Ui,
    line: Rect,
    Place { left, width, .. }: Place,
    text: String,
    typed: bool,
    ink: Color32,
) -> bool {
    let room = if typed { 2.0 * GRID } else { 0.0 };
    let text_width = (width - room).max(0.0);
    if typed {
        sign(ui, line, left + text_width + 0.5 * GRID, Mark::Typed, ink);
    }
    cell(ui, line, (left, text_width), text, theme::barcode_font(), ink)
}

/// A chosen row stands on another ground, with a bar at its start; the one with the focus has a
/// frame.
fn show_chosen_mark(
    ui: &Ui,
    rect: Rect,
    response: &egui::Response,
    is_chosen: bool,
    colors: &Colors,
) {
    let ground = if is_chosen {
        colors.chosen
    } else if response.hovered() && response.sense.senses_click() {
        colors.page
    } else {
        Color32::TRANSPARENT
    };
    ui.painter().rect_filled(rect, 0.0, ground);
    if is_chosen {
        let bar = Rect::from_min_size(rect.min, vec2(0.5 * GRID, rect.height()));
        ui.painter().rect_filled(bar, 0.0, colors.ink);
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        let inside = rect.shrink(1.0);
        let stroke = egui::Stroke::new(2.0, colors.ink);
        ui.painter().rect_stroke(inside, 0.0, stroke, egui::StrokeKind::Inside);
    }
}

fn kind(transaction: &Transaction, texts: &Texts, colors: &Colors) -> (Mark, String, Color32) {
    match transaction.action {
        Action::Loan { .. } => (Mark::Mode(Mode::Loan), texts.say("kind-loan"), colors.loan),
        Action::Return { .. } => {
            (Mark::Mode(Mode::Return), texts.say("kind-return"), colors.give_back)
        }
    }
}

/// A sign at the start of a column.
fn sign(ui: &Ui, row: Rect, left: f32, mark: Mark, color: Color32) {
    let size = 1.5 * GRID;
    let center = pos2(row.left() + left + size / 2.0, row.center().y);
    mark.paint(ui.painter(), Rect::from_center_size(center, vec2(size, size)), color);
}

/// The whole row as a sentence.
fn in_words(
    Entry { transaction, typed, .. }: &Entry,
    time: &str,
    kind: &str,
    state: &str,
    texts: &Texts,
) -> String {
    let borrower = transaction.borrower().map_or("none", |borrower| borrower.as_str());
    let words = texts.fill(
        "row",
        &[
            ("time", time.into()),
            ("kind", kind.into()),
            ("item", transaction.item().as_str().into()),
            ("borrower", borrower.into()),
            ("state", state.into()),
        ],
    );
    let key = match (typed.item, typed.borrower) {
        (false, false) => return words,
        (true, false) => "row-typed-item",
        (false, true) => "row-typed-borrower",
        (true, true) => "row-typed-both",
    };
    format!("{words}, {}", texts.say(key))
}

/// Text in a column of a row; returns whether it was too long and ends in an ellipsis.
pub fn cell(
    ui: &Ui,
    row: Rect,
    (left, width): (f32, f32),
    text: String,
    font: FontId,
    color: Color32,
) -> bool {
    let galley = WidgetText::from(RichText::new(text).color(color)).into_galley(
        ui,
        Some(TextWrapMode::Truncate),
        width,
        font,
    );
    let at =
        Align2::LEFT_CENTER.anchor_size(pos2(row.left() + left, row.center().y), galley.size());
    let is_cut = galley.elided;
    ui.painter().galley(at.min, galley, color);
    is_cut
}
