//! Rows of different heights, of which only those in sight are drawn.

use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Rangef, Rect, Response, Role, Sense, Stroke, StrokeKind,
    Ui, Vec2, WidgetInfo, WidgetText, pos2, vec2,
};

use crate::dat::Kind;
use crate::desk::Mode;
use crate::text::Texts;
use crate::transaction::Transaction;
use crate::ui::list::cell;
use crate::ui::marks::Mark;
use crate::ui::theme::{self, Colors, GRID};
use crate::ui::words;

/// Height of a line of text.
pub const LINE: f32 = 2.5 * GRID;
/// Space around the lines of a transaction.
const AROUND: f32 = 1.5 * GRID;
/// Below this width barcodes are not grouped.
const NARROW: f32 = 64.0 * GRID;

/// So many rows are drawn beyond those in sight. The next one that the keyboard reaches is at most
/// four rows on, behind a head and what stands below it; and a key that is held down is up to two
/// frames ahead of what comes into sight.
const MORE: usize = 12;

/// Where text starts, behind a sign or a box.
pub fn left(ui: &Ui) -> f32 {
    if theme::is_small(ui.ctx()) { 4.0 * GRID } else { 6.0 * GRID }
}

/// Height of a transaction with what stands below it.
pub fn transaction_height(ui: &Ui) -> f32 {
    let lines = if theme::is_small(ui.ctx()) { 4.0 } else { 2.0 };
    lines * LINE + AROUND
}

/// Draws the rows with these heights that are in sight, and some more at each end.
pub fn show(ui: &mut Ui, heights: &[f32], mut draw: impl FnMut(&mut Ui, usize, Rect)) {
    let total = heights.iter().sum();
    let (all, _) = ui.allocate_exact_size(vec2(ui.available_width(), total), Sense::hover());
    let seen = ui.clip_rect();
    let mut bottom = all.top();
    let bottoms = heights.iter().map(|height| {
        bottom += height;
        bottom
    });
    let bottoms: Vec<f32> = bottoms.collect();
    let first = bottoms.partition_point(|bottom| *bottom < seen.top()).saturating_sub(MORE);
    let last = bottoms.partition_point(|bottom| *bottom < seen.bottom()).saturating_add(MORE);
    let rows = heights.iter().zip(bottoms).enumerate();
    for (number, (height, bottom)) in rows.take(last + 1).skip(first) {
        draw(ui, number, Rect::from_x_y_ranges(all.x_range(), bottom - height..=bottom));
    }
}

/// What a row is marked with: one of several can be chosen, or each by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tick {
    /// A square.
    Box,
    /// A circle.
    Dot,
}

/// A row that is chosen or not: its ground, its mark at the left, its name for a screen reader.
pub fn tick(
    ui: &Ui,
    rect: Rect,
    tick: Tick,
    on: bool,
    response: &Response,
    name: &str,
    colors: &Colors,
) {
    let round = CornerRadius::same(theme::ROUND);
    if response.hovered() {
        ui.painter().rect_filled(rect.shrink(1.0), round, colors.page);
    }
    if response.has_focus() {
        let ring = Stroke::new(2.0, colors.ink);
        ui.painter().rect_stroke(rect.shrink(2.0), round, ring, StrokeKind::Middle);
    }
    let center = pos2(rect.left() + left(ui) / 2.0, rect.center().y);
    let size = 2.25 * GRID;
    let square = Rect::from_center_size(center, Vec2::splat(size));
    let (fill, edge) = if on { (colors.ink, colors.ink) } else { (colors.paper, colors.outline) };
    let edge = Stroke::new(1.5, edge);
    let role = match tick {
        Tick::Box => {
            let round = CornerRadius::same(theme::ROUND / 2);
            ui.painter().rect(square, round, fill, edge, StrokeKind::Inside);
            if on {
                Mark::SAVED.paint(ui.painter(), square.shrink(0.4 * GRID), colors.on_color);
            }
            Role::CheckBox
        }
        Tick::Dot => {
            ui.painter().circle(center, size / 2.0, colors.paper, edge);
            if on {
                ui.painter().circle_filled(center, size / 4.0, colors.ink);
            }
            Role::RadioButton
        }
    };
    response.widget_info(|| WidgetInfo::selected(role, true, on, name));
}

/// A transaction and what stands below it, from `left` on: its kind and its barcodes in a line, or
/// each in one of its own where there is no room. Returns whether something was too long.
pub fn transaction(
    ui: &Ui,
    rect: Rect,
    left: f32,
    transaction: &Transaction,
    below: String,
    texts: &Texts,
    colors: &Colors,
) -> bool {
    let kind = Kind::of(transaction);
    let word = (texts.kind(kind), theme::strong_font(), kind_color(kind, colors));
    let barcode = |code| {
        let text =
            if rect.width() < NARROW { ToString::to_string(code) } else { words::grouped(code) };
        (text, theme::barcode_font(), colors.ink)
    };
    let arrow = ("→".to_owned(), theme::text_font(), colors.quiet);
    let item = barcode(transaction.item());
    let borrower = transaction.borrower().map(barcode);
    let below = (below, theme::text_font(), colors.quiet);
    let mut lines = if theme::is_small(ui.ctx()) {
        vec![vec![word], vec![item], borrower.into_iter().collect(), vec![below]]
    } else {
        let borrower = borrower.map(|borrower| [arrow, borrower]);
        let first = [word, item].into_iter().chain(borrower.into_iter().flatten());
        vec![first.collect(), vec![below]]
    };
    let right = rect.width() - if theme::is_small(ui.ctx()) { GRID } else { 2.0 * GRID };
    // A return has no borrower.
    lines.retain(|words| !words.is_empty());
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let mut top = rect.center().y - lines.len() as f32 * LINE / 2.0;
    let mut is_cut = false;
    for words in lines {
        let line = Rect::from_x_y_ranges(rect.x_range(), Rangef::new(top, top + LINE));
        let mut at = left;
        for (text, font, color) in words {
            let needed = width(ui, &text, font.clone()) + 1.0;
            let room = needed.min((right - at).max(0.0));
            is_cut |= cell(ui, line, (at, room), text, font, color);
            at += needed + GRID;
        }
        top += LINE;
    }
    is_cut
}

/// The colour of a loan or a return.
pub fn kind_color(kind: Kind, colors: &Colors) -> Color32 {
    match kind {
        Kind::Loan => colors.mode(Mode::Loan),
        Kind::Return => colors.mode(Mode::Return),
    }
}

/// The height of a text in a column of this width.
pub fn height(ui: &Ui, text: &str, font: FontId, width: f32) -> f32 {
    wrapped(ui, text, font, width, Color32::PLACEHOLDER).size().y
}

/// Text in a column, in as many lines as it takes.
pub fn paragraph(ui: &Ui, rect: Rect, text: &str, font: FontId, color: Color32) {
    let galley = wrapped(ui, text, font, rect.width(), color);
    ui.painter().galley(Align2::LEFT_TOP.anchor_size(rect.min, galley.size()).min, galley, color);
}

fn wrapped(
    ui: &Ui,
    text: &str,
    font: FontId,
    width: f32,
    color: Color32,
) -> std::sync::Arc<eframe::egui::Galley> {
    ui.painter().layout(text.to_owned(), font, color, width)
}

/// The width of a text in one line.
pub fn width(ui: &Ui, text: &str, font: FontId) -> f32 {
    WidgetText::from(text).into_galley(ui, None, f32::INFINITY, font).size().x
}
