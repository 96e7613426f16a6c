//! The chosen transactions, each with its box and with fields for what was wrong.

use eframe::egui::{
    Color32, FontId, Frame, Id, Key, Rect, Sense, Stroke, TextEdit, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use crate::barcode::{Barcode, BarcodeError};
use crate::desk::Field;
use crate::text::Texts;
use crate::transaction::{Action, Transaction};
use crate::ui::list::cell;
use crate::ui::pages::rows::{self, Tick};
use crate::ui::pages::{View, parts};
use crate::ui::theme::{self, BUTTON_HEIGHT, GRID};
use crate::ui::words;

/// Height of the line with the box.
const HEAD: f32 = BUTTON_HEIGHT;

/// A chosen transaction, and what is typed over it.
pub struct Row {
    old: Transaction,
    taken: bool,
    item: String,
    borrower: String,
}

impl Row {
    /// A transaction as it was recorded.
    pub fn of(old: Transaction) -> Self {
        let item = old.item().to_string();
        let borrower = old.borrower().map(Barcode::to_string).unwrap_or_default();
        Self { old, taken: true, item, borrower }
    }

    /// What was recorded.
    pub fn old(&self) -> &Transaction {
        &self.old
    }

    /// The transaction with what was typed; nothing when it is not taken, or no barcode.
    pub fn corrected(&self) -> Option<Transaction> {
        let item = parse(&self.item).ok()?;
        let action = match self.old.borrower() {
            Some(_) => Action::Loan { item, borrower: parse(&self.borrower).ok()? },
            None => Action::Return { item },
        };
        self.taken.then_some(Transaction { time: self.old.time, action })
    }

    /// Whether it is taken and something typed is no barcode.
    pub fn is_wrong(&self) -> bool {
        self.taken && self.corrected().is_none()
    }

    /// The fields of the transaction: only a loan has a borrower.
    fn fields(&self) -> &'static [Field] {
        match self.old.action {
            Action::Loan { .. } => &[Field::Item, Field::Borrower],
            Action::Return { .. } => &[Field::Item],
        }
    }

    fn typed(&mut self, field: Field) -> &mut String {
        match field {
            Field::Item => &mut self.item,
            Field::Borrower => &mut self.borrower,
        }
    }

    /// What stands below a field: why it is no barcode, or what it was before.
    fn below(&self, field: Field, texts: &Texts) -> Option<Result<String, String>> {
        let (typed, old) = match field {
            Field::Item => (&self.item, Some(self.old.item())),
            Field::Borrower => (&self.borrower, self.old.borrower()),
        };
        match parse(typed) {
            Err(error) => Some(Err(texts.barcode_error(error))),
            Ok(new) => old
                .filter(|old| **old != new)
                .map(|old| Ok(texts.fill("again-before", &[("barcode", old.as_str().into())]))),
        }
    }
}

/// What was scanned or typed, as at the desk.
fn parse(typed: &str) -> Result<Barcode, BarcodeError> {
    crate::scan::clean(typed).unwrap_or(Err(BarcodeError::Empty))
}

/// Draws the rows.
pub fn show(ui: &mut Ui, all: &mut [Row], view: &View) {
    let frame = Frame::new().stroke(Stroke::new(1.0, view.colors.line)).corner_radius(theme::ROUND);
    frame.show(ui, |ui| {
        let width = ui.available_width();
        let heights: Vec<f32> = all.iter().map(|row| height(ui, row, width, view.texts)).collect();
        rows::show(ui, &heights, |ui, number, rect| {
            if let Some(row) = all.get_mut(number) {
                show_row(ui, rect, number, row, view);
            }
        });
    });
}

/// The width of a field: two stand side by side where there is room.
fn column(ui: &Ui, width: f32) -> f32 {
    let room = width - rows::left(ui);
    let column = if theme::is_small(ui.ctx()) { room - GRID } else { (room - 3.0 * GRID) / 2.0 };
    column.max(0.0)
}

/// The height of a field with its name and what stands below it.
fn field_height(ui: &Ui, row: &Row, field: Field, width: f32, texts: &Texts) -> f32 {
    let below = match row.below(field, texts) {
        Some(Ok(text) | Err(text)) => {
            rows::height(ui, &text, theme::text_font(), column(ui, width)) + 0.5 * GRID
        }
        None => 0.0,
    };
    rows::LINE + BUTTON_HEIGHT + below
}

fn height(ui: &Ui, row: &Row, width: f32, texts: &Texts) -> f32 {
    if !row.taken {
        return head_height(ui, row);
    }
    let heights = row.fields().iter().map(|field| field_height(ui, row, *field, width, texts));
    let fields: f32 =
        if theme::is_small(ui.ctx()) { heights.sum() } else { heights.fold(0.0, f32::max) };
    HEAD + fields + GRID
}

/// The height of the line with the box; of two where there is no room for one.
fn head_height(ui: &Ui, row: &Row) -> f32 {
    if theme::is_small(ui.ctx()) && !row.taken { HEAD + rows::LINE } else { HEAD }
}

fn show_row(ui: &mut Ui, rect: Rect, number: usize, row: &mut Row, view: &View) {
    let (texts, colors) = (view.texts, view.colors);
    if number > 0 {
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, colors.line));
    }
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), head_height(ui, row)));
    let response = ui.interact(head, box_id(number), Sense::click());
    let name = texts.fill("again-take", &values(number, row, texts));
    rows::tick(ui, head, Tick::Box, row.taken, &response, &name, colors);
    parts::into_sight(ui, &response);
    if response.clicked() {
        row.taken = !row.taken;
    }
    let kind = crate::dat::Kind::of(&row.old);
    let color = if row.taken { rows::kind_color(kind, colors) } else { colors.quiet };
    let mut left = rows::left(ui);
    let mut line = Rect::from_min_size(rect.min, vec2(rect.width(), HEAD));
    for (text, font, color) in head_words(row, color, view) {
        let needed = rows::width(ui, &text, font.clone());
        if head.height() > HEAD && left + needed > rect.width() - GRID {
            left = rows::left(ui);
            line = line.translate(vec2(0.0, rows::LINE));
        }
        let room = (rect.width() - left - GRID).max(0.0);
        cell(ui, line, (left, room), text, font, color);
        left += needed + GRID;
    }
    if !row.taken {
        return;
    }
    let width = column(ui, rect.width());
    let mut at = pos2(rect.left() + rows::left(ui), head.bottom());
    for field in row.fields() {
        let height = field_height(ui, row, *field, rect.width(), texts);
        let place = Rect::from_min_size(at, vec2(width, height));
        if theme::is_small(ui.ctx()) {
            at.y += height;
        } else {
            at.x += width + GRID;
        }
        show_field(ui, place, number, *field, row, view);
    }
}

/// Loan or return, and when; the barcodes as well where no field shows them.
fn head_words(row: &Row, color: Color32, view: &View) -> Vec<(String, FontId, Color32)> {
    let kind = view.texts.kind(crate::dat::Kind::of(&row.old));
    let time = words::time(row.old.time, view.model.now, view.texts);
    let quiet = view.colors.quiet;
    let mut words = vec![(kind, theme::strong_font(), color), (time, theme::text_font(), quiet)];
    if !row.taken {
        words.push((row.old.item().to_string(), theme::barcode_font(), quiet));
    }
    words
}

fn values<'a>(
    number: usize,
    row: &Row,
    texts: &Texts,
) -> [(&'a str, fluent_bundle::FluentValue<'a>); 2] {
    [("number", (number + 1).into()), ("transaction", texts.transaction(&row.old).into())]
}

fn show_field(ui: &mut Ui, rect: Rect, number: usize, field: Field, row: &mut Row, view: &View) {
    let (texts, colors) = (view.texts, view.colors);
    let (label, name) = match field {
        Field::Item => ("list-item", "again-item"),
        Field::Borrower => ("list-borrower", "again-borrower"),
    };
    let name = texts.fill(name, &values(number, row, texts));
    let below = row.below(field, texts);
    let line = Rect::from_min_size(rect.min, vec2(rect.width(), rows::LINE));
    cell(ui, line, (0.0, rect.width()), texts.say(label), theme::text_font(), colors.quiet);
    let place = Rect::from_min_size(line.left_bottom(), vec2(rect.width(), BUTTON_HEIGHT));
    let id = Id::unique((number, label, "again"));
    let is_wrong = matches!(below, Some(Err(_)));
    let had_focus = ui.memory(|memory| memory.has_focus(id));
    let output =
        ui.scope_builder(UiBuilder::new().max_rect(place).scope_id(id.with("place")), |ui| {
            if is_wrong {
                let widgets = &mut ui.visuals_mut().widgets;
                widgets.inactive.bg_stroke = Stroke::new(2.0, colors.refused);
                widgets.hovered.bg_stroke = Stroke::new(2.0, colors.refused);
            }
            TextEdit::singleline(row.typed(field))
                .id(id)
                .font(theme::barcode_font())
                .desired_width(rect.width())
                .min_size(place.size())
                .align(eframe::egui::Align2::LEFT_CENTER)
                .show(ui)
        });
    let output = output.inner;
    let response = output.response.response;
    let text = row.typed(field).clone();
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &text, &text, "");
        info.label = Some(name.clone());
        info
    });
    parts::into_sight(ui, &response);
    let by_key = response.gained_focus() && !ui.input(|input| input.pointer.any_down());
    if by_key {
        // A scan takes the place of what stood there.
        let mut edit = output.state;
        let end = eframe::egui::text::CCursor::new(text.chars().count());
        let all = eframe::egui::text::CCursorRange::two(eframe::egui::text::CCursor::new(0), end);
        edit.cursor.set_char_range(Some(all));
        edit.store(ui.ctx(), id);
    }
    if had_focus && !response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        // The scan is complete. The next one must not fall into another field unseen.
        ui.memory_mut(|memory| memory.request_focus(box_id(number)));
    }
    if let Some(below) = below {
        let (text, color) = match below {
            Ok(text) => (text, colors.quiet),
            Err(text) => (text, colors.refused),
        };
        let place = Rect::from_min_max(place.left_bottom() + vec2(0.0, 0.5 * GRID), rect.max);
        rows::paragraph(ui, place, &text, theme::text_font(), color);
        let label = ui.interact(place, id.with("below"), Sense::hover());
        label.widget_info(|| {
            WidgetInfo::labeled(eframe::egui::Role::Label, true, format!("{name}: {text}"))
        });
    }
}

/// The box of a row.
fn box_id(number: usize) -> Id {
    Id::unique((number, "again box"))
}
