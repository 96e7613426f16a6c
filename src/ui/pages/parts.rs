//! What the pages are made of: cards, buttons, remarks with a sign.

use std::fmt::Debug;
use std::hash::Hash;
use std::path::Path;

use eframe::egui::{
    Align, Button, Color32, CornerRadius, Frame, Id, Label, Layout, Response, RichText, Role,
    Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, vec2,
};

use crate::store::{Batch, Original};
use crate::text::{Texts, count};
use crate::ui::marks::Mark;
use crate::ui::model::Answer;
use crate::ui::theme::{self, BUTTON_HEIGHT, Colors, GRID};

/// That a batch is a copy of another one, and what to do; nothing when it is none.
pub fn copy(batch: &Batch, texts: &Texts) -> Option<String> {
    let Original { path, stage } = batch.same_as.as_ref()?;
    Some(texts.copy(&name(&batch.path), &name(path), *stage))
}

/// A white card over the whole width.
pub fn card<R>(ui: &mut Ui, colors: &Colors, content: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = Frame::new()
        .fill(colors.paper)
        .stroke(Stroke::new(1.0, colors.line))
        .corner_radius(theme::ROUND)
        .inner_margin(theme::inside(ui.ctx()));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        content(ui)
    });
    shown.inner
}

/// Controls that stay themselves whatever appears above them: else the one with the focus would
/// lose it, and with it a key that was pressed.
pub fn steady<R>(ui: &mut Ui, name: impl Hash + Debug, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(UiBuilder::new().scope_id(Id::unique(name)), content).inner
}

/// One step of several: a card with a title.
pub fn step<R>(
    ui: &mut Ui,
    title: &str,
    texts: &Texts,
    colors: &Colors,
    content: impl FnOnce(&mut Ui) -> R,
) -> R {
    let done = steady(ui, title, |ui| {
        card(ui, colors, |ui| {
            ui.label(RichText::new(texts.say(title)).font(theme::number_font()));
            content(ui)
        })
    });
    ui.add_space(0.5 * GRID);
    done
}

/// What stands beneath a remark, as far from the edge as its words.
pub fn indented(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.add_space(2.0 * GRID);
        ui.vertical(content);
    });
}

/// A choice that is made or not; returns whether it was changed.
pub fn checkbox(ui: &mut Ui, is_chosen: &mut bool, label: &str) -> bool {
    let response = ui.checkbox(is_chosen, label);
    into_sight(ui, &response);
    response.clicked()
}

/// One of several, of which one is chosen.
pub fn choice(ui: &mut Ui, label: &str, is_chosen: bool, colors: &Colors) -> bool {
    let ink = if is_chosen { colors.on_color } else { colors.ink };
    let button = Button::new(RichText::new(label).color(ink)).min_size(vec2(0.0, BUTTON_HEIGHT));
    let button = if is_chosen { button.fill(colors.ink) } else { button };
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, label));
    ring(ui, &response, is_chosen, colors);
    into_sight(ui, &response);
    response.clicked()
}

/// A button whose fill hides the usual sign of the focus has a ring instead.
fn ring(ui: &Ui, response: &Response, is_filled: bool, colors: &Colors) {
    if is_filled && response.has_focus() {
        let ring = Stroke::new(2.0, colors.ink);
        let round = CornerRadius::same(theme::ROUND + 2);
        ui.painter().rect_stroke(response.rect.expand(3.0), round, ring, StrokeKind::Middle);
    }
}

/// A button; reached by the keyboard it comes into sight.
pub fn button(ui: &mut Ui, label: &str) -> bool {
    press(ui, Button::new(label), label, true).clicked()
}

/// The same, with a longer name for a screen reader.
pub fn named_button(ui: &mut Ui, label: &str, name: &str, enabled: bool) -> bool {
    press(ui, Button::new(label), name, enabled).clicked()
}

/// The button that a step leads to.
pub fn main_button(ui: &mut Ui, label: &str, name: &str, enabled: bool, colors: &Colors) -> bool {
    let text = RichText::new(label).color(colors.on_color);
    let button = Button::new(text).fill(colors.ink).stroke(Stroke::NONE);
    let response = press(ui, button, name, enabled);
    ring(ui, &response, true, colors);
    response.clicked()
}

fn press(ui: &mut Ui, button: Button<'_>, name: &str, enabled: bool) -> Response {
    let response = ui.add_enabled(enabled, button.min_size(vec2(0.0, BUTTON_HEIGHT)));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    into_sight(ui, &response);
    response
}

/// What has got the focus is scrolled to, with a margin.
pub fn into_sight(ui: &Ui, response: &Response) {
    if response.gained_focus() {
        ui.scroll_to_rect(response.rect.expand(3.0 * GRID), None);
    }
}

/// A sign, and a text beside it that may take several lines.
pub fn remark(ui: &mut Ui, mark: Mark, color: Color32, text: &str) {
    marked(ui, mark, color, |ui| {
        let label = Label::new(RichText::new(text).font(theme::strong_font()).color(color));
        ui.add(label.wrap());
    });
}

/// A sign, and whatever stands beside it.
pub fn marked(ui: &mut Ui, mark: Mark, color: Color32, content: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        let size = Vec2::splat(2.0 * GRID);
        let (place, _) = ui.allocate_exact_size(size, Sense::hover());
        mark.paint(ui.painter(), place.shrink(1.0), color);
        ui.vertical(content);
    });
}

/// Text over the whole width.
pub fn text(ui: &mut Ui, text: impl Into<RichText>) {
    ui.add(Label::new(text.into()).wrap());
}

/// Text of less weight over the whole width.
pub fn quiet(ui: &mut Ui, words: &str, colors: &Colors) {
    text(ui, RichText::new(words).color(colors.quiet));
}

/// A path in one line: what does not fit is seen when the mouse rests on it.
pub fn path(ui: &mut Ui, path: &Path) {
    let whole = path.display().to_string();
    let shown = RichText::new(&whole).font(theme::barcode_font());
    ui.add(Label::new(shown).truncate()).on_hover_text(whole);
}

/// Lines one under the other, each with its number in front.
pub fn numbered(ui: &mut Ui, lines: &[String]) {
    for (line, number) in lines.iter().zip(1..) {
        ui.horizontal_top(|ui| {
            let size = vec2(2.5 * GRID, 2.0 * GRID);
            ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Min), |ui| {
                ui.set_min_width(size.x);
                ui.label(RichText::new(format!("{number}.")).font(theme::strong_font()));
            });
            ui.add(Label::new(line).wrap());
        });
    }
}

/// What the store has answered to the order of a page.
pub fn answer(ui: &mut Ui, answer: &Answer, texts: &Texts, colors: &Colors) {
    let done = match answer {
        Answer::Closed(Ok(path)) => Ok(texts.fill("upload-closed", &[("name", name(path).into())])),
        Answer::Uploaded(Ok(path)) => Ok(texts.fill("batch-moved", &[("name", name(path).into())])),
        Answer::Deleted(Ok(gone)) => Ok(texts.fill("history-deleted", &[("count", count(*gone))])),
        Answer::Written(Ok(path)) => {
            Ok(texts.fill("again-written", &[("name", name(path).into())]))
        }
        Answer::Mended(Ok(mended)) => Ok(texts.mended(mended)),
        Answer::Closed(Err(refusal))
        | Answer::Mended(Err(refusal))
        | Answer::Written(Err(refusal))
        | Answer::Uploaded(Err(refusal))
        | Answer::Deleted(Err(refusal)) => Err(texts.refusal(refusal)),
    };
    match done {
        Ok(text) => remark(ui, Mark::SAVED, colors.give_back, &text),
        Err(text) => remark(ui, Mark::Refused, colors.refused, &text),
    }
}

/// The name of a file without its folder.
pub fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
