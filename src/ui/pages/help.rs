//! The help: short pages with pictures of the program, and what can be said of the program itself.

use std::collections::HashMap;

use eframe::egui::{
    self, Align, Color32, ColorImage, Layout, RichText, Stroke, TextFormat, TextureHandle,
    TextureOptions, Ui, text::LayoutJob, vec2,
};

use super::{View, parts};
use crate::text::help::{Block, Span, Style, Topic};
use crate::text::languages::PICTURES;
use crate::ui::theme::{self, Colors, GRID};

mod about;

/// The state of the page.
#[derive(Default)]
pub struct State {
    topic: Topic,
    about: about::About,
    pictures: HashMap<String, Option<TextureHandle>>,
    /// Another topic was chosen: it is read from its top.
    to_top: bool,
}

/// Draws the page.
pub fn show(ui: &mut Ui, state: &mut State, view: &mut View) {
    let (texts, colors) = (view.texts, view.colors);
    if std::mem::take(&mut state.to_top) {
        ui.scroll_to_rect(ui.max_rect(), Some(Align::TOP));
    }
    theme::row(ui, |ui| {
        for topic in Topic::ALL {
            let is_chosen = topic == state.topic;
            if parts::choice(ui, texts.help_title(topic), is_chosen, colors) {
                state.topic = topic;
            }
        }
    });
    let mut go = None;
    parts::card(ui, colors, |ui| {
        for block in texts.help(state.topic) {
            go = go.or(show_block(ui, state, &block, colors));
        }
    });
    if let Some(topic) = go {
        state.topic = topic;
        state.to_top = true;
    }
    ui.add_space(GRID);
    parts::step(ui, "about-title", texts, colors, |ui| state.about.show(ui, view));
}

fn show_block(ui: &mut Ui, state: &mut State, block: &Block, colors: &Colors) -> Option<Topic> {
    match block {
        Block::Title(text) => {
            ui.label(RichText::new(text).font(theme::number_font()));
            None
        }
        Block::Heading(text) => {
            ui.add_space(GRID);
            ui.label(RichText::new(text).font(theme::strong_font()).size(16.0));
            None
        }
        Block::Paragraph(spans) => show_spans(ui, spans, colors),
        Block::Item(spans) => behind(ui, "•", spans, colors),
        Block::Step(number, spans) => behind(ui, &format!("{number}."), spans, colors),
        Block::Picture { name, shows } => {
            show_picture(ui, state, name, shows, colors);
            None
        }
        Block::Code(line) => {
            ui.label(RichText::new(line).font(theme::barcode_font()));
            None
        }
    }
}

/// A line behind a sign or a number.
fn behind(ui: &mut Ui, sign: &str, spans: &[Span], colors: &Colors) -> Option<Topic> {
    let row = ui.horizontal_top(|ui| {
        let size = vec2(2.0 * GRID, 2.0 * GRID);
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Min), |ui| {
            ui.set_min_width(size.x);
            ui.label(RichText::new(sign).color(colors.quiet));
        });
        ui.vertical(|ui| show_spans(ui, spans, colors)).inner
    });
    row.inner
}

/// Text and its links: a link is a control, which the keyboard reaches.
fn show_spans(ui: &mut Ui, spans: &[Span], colors: &Colors) -> Option<Topic> {
    let format = |style: Style| {
        let (font_id, color) = match style {
            Style::Plain => (theme::text_font(), colors.ink),
            Style::Strong => (theme::strong_font(), colors.ink),
            Style::Code => (theme::barcode_font(), colors.ink),
            Style::Link(_) => (theme::text_font(), colors.loan),
        };
        TextFormat { font_id, color, ..TextFormat::default() }
    };
    let has_link = spans.iter().any(|span| matches!(span.style, Style::Link(_)));
    if !has_link {
        let mut job = LayoutJob::default();
        for Span { text, style } in spans {
            job.append(text, 0.0, format(*style));
        }
        ui.add(egui::Label::new(job).wrap());
        return None;
    }
    let mut go = None;
    // What follows a link stands in the same line.
    ui.spacing_mut().interact_size.y = 0.0;
    let mut job = LayoutJob::default();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        // A sign behind a link stays with it: no line starts with one.
        let mut taken = 0;
        for (number, Span { text, style }) in spans.iter().enumerate() {
            let text = text.get(std::mem::take(&mut taken)..).unwrap_or_default();
            let Style::Link(topic) = style else {
                job.append(text, 0.0, format(*style));
                continue;
            };
            ui.add(egui::Label::new(std::mem::take(&mut job)).wrap());
            let next = spans.get(number + 1).map_or("", |span| span.text.as_str());
            let sign = next.get(..1).filter(|sign| matches!(*sign, "." | "," | ":" | ";"));
            taken = sign.map_or(0, str::len);
            if show_link(ui, text, sign.unwrap_or_default(), colors) {
                go = Some(*topic);
            }
        }
        if !job.is_empty() {
            ui.add(egui::Label::new(job).wrap());
        }
    });
    go
}

/// A link, which is one control however long it is, and the sign behind it; returns whether it was
/// followed.
fn show_link(ui: &mut Ui, text: &str, sign: &str, colors: &Colors) -> bool {
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.max_rect().width();
    let plain = |color| TextFormat::simple(theme::text_font(), color);
    let underline = Stroke::new(1.0, colors.loan);
    job.append(text, 0.0, TextFormat { underline, ..plain(colors.loan) });
    job.append(sign, 0.0, plain(colors.ink));
    let words = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(words.size(), egui::Sense::click());
    ui.painter().galley(rect.min, words, colors.loan);
    if response.has_focus() || response.hovered() {
        let ring = Stroke::new(if response.has_focus() { 2.0 } else { 1.0 }, colors.ink);
        ui.painter().rect_stroke(rect.expand(2.0), 2.0, ring, egui::StrokeKind::Middle);
    }
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, text));
    parts::into_sight(ui, &response);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

fn show_picture(ui: &mut Ui, state: &mut State, name: &str, shows: &str, colors: &Colors) {
    let texture = state.pictures.entry(name.to_owned()).or_insert_with(|| load(ui, name));
    let Some(texture) = texture else {
        parts::quiet(ui, shows, colors);
        return;
    };
    let width = ui.available_width().min(texture.size_vec2().x);
    let size = texture.size_vec2() * (width / texture.size_vec2().x);
    let image = egui::Image::new((texture.id(), size)).alt_text(shows);
    let response = ui.add(image);
    let line = Stroke::new(1.0, colors.outline);
    ui.painter().rect_stroke(response.rect, 0.0, line, egui::StrokeKind::Outside);
}

fn load(ui: &Ui, name: &str) -> Option<TextureHandle> {
    let bytes = PICTURES.iter().find(|(known, _)| *known == name)?.1;
    let icon = eframe::icon_data::from_png_bytes(bytes).ok()?;
    let size = [usize::try_from(icon.width).ok()?, usize::try_from(icon.height).ok()?];
    let pixels = icon.rgba.chunks_exact(4).map(|pixel| match pixel {
        [r, g, b, a] => Color32::from_rgba_unmultiplied(*r, *g, *b, *a),
        _ => Color32::TRANSPARENT,
    });
    let image = ColorImage::new(size, pixels.collect());
    Some(ui.ctx().load_texture(name, image, TextureOptions::LINEAR))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Texts;

    #[test]
    fn every_picture_of_the_help_is_there_and_can_be_read() {
        let mut shown = 0;
        for language in Texts::languages() {
            for topic in Topic::ALL {
                for block in Texts::new(language).help(topic) {
                    let Block::Picture { name, .. } = block else { continue };
                    let (_, bytes) =
                        PICTURES.iter().find(|(known, _)| *known == name).expect(&name);
                    assert!(eframe::icon_data::from_png_bytes(bytes).is_ok(), "{name}");
                    shown += 1;
                }
            }
        }
        assert_eq!(shown, PICTURES.len(), "a picture is not shown");
    }
}
