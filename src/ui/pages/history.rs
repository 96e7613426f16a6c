//! All batches and what became of each. The chosen one shows its path, what can be done, and its
//! transactions; a search shows those of all files instead.

mod exporting;
mod found;
mod search;
mod searching;

use std::io;
use std::path::PathBuf;

use eframe::egui::{
    Color32, CornerRadius, FontId, Frame, Margin, Rect, RichText, Role, Sense, Stroke, StrokeKind,
    Ui, Vec2, WidgetInfo, WidgetText, vec2,
};

use self::searching::Searching;
use super::question::Question;
use super::{View, parts, rows, upload};
use crate::store::{Batch, Listing, Original, Stage, Trouble};
use crate::text::{Texts, count};
use crate::ui::list::cell;
use crate::ui::marks::Mark;
use crate::ui::model::Ordered;
use crate::ui::theme::{self, Colors, GRID, TEXT_SIZE};

/// Height of a line of text.
const LINE: f32 = 2.5 * GRID;
/// Below this width times and counts do not fit in one line.
const NARROW: f32 = 64.0 * GRID;

/// What is chosen and looked for.
#[derive(Default)]
pub struct State {
    chosen: Option<PathBuf>,
    searching: Searching,
    found: found::State,
    /// The system had no thread for what was asked.
    failed: Option<Trouble>,
}

impl State {
    fn note(&mut self, view: &View, started: io::Result<()>) {
        if let Err(error) = started {
            self.failed = Some(Trouble::no_thread(view.model.data_folder(), &error));
        }
    }

    fn refresh(&mut self, batches: &[Batch], view: &View) {
        let started =
            self.searching.refresh(batches, self.chosen.as_deref(), view.model, view.texts);
        self.note(view, started);
        let started = self.found.refresh(view);
        self.note(view, started);
    }
}

/// Draws the page.
pub fn show(ui: &mut Ui, state: &mut State, view: &mut View) {
    let (texts, colors) = (view.texts, view.colors);
    if let Ordered::Done(answer) = &view.model.ordered {
        parts::answer(ui, answer, texts, colors);
    }
    let Some(Listing { batches: all, unread }) = view.known_batches(ui) else { return };
    let batches: Vec<&Batch> = all.iter().filter(|batch| is_shown(batch)).collect();
    if batches.is_empty() && unread.is_empty() {
        parts::card(ui, colors, |ui| {
            parts::text(ui, RichText::new(texts.say("history-empty")).color(colors.quiet));
        });
        return;
    }
    state.refresh(all, view);
    if let Some(trouble) = &state.failed {
        parts::remark(ui, Mark::Refused, colors.refused, &texts.trouble(trouble));
    }
    parts::steady(ui, "search", |ui| search::show(ui, &mut state.searching, texts, colors));
    if state.searching.is_on() {
        parts::steady(ui, "found in all", |ui| {
            parts::card(ui, colors, |ui| show_found(ui, state, all, true, view));
        });
        return;
    }
    parts::steady(ui, "batches", |ui| {
        let frame = Frame::new()
            .fill(colors.paper)
            .stroke(Stroke::new(1.0, colors.line))
            .corner_radius(theme::ROUND);
        frame.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (batch, number) in batches.iter().zip(0..) {
                if number > 0 {
                    let top = ui.cursor().top();
                    ui.painter().hline(ui.max_rect().x_range(), top, Stroke::new(1.0, colors.line));
                }
                let is_chosen = state.chosen.as_ref() == Some(&batch.path);
                if show_row(ui, batch, is_chosen, texts, colors) {
                    state.chosen = (!is_chosen).then(|| batch.path.clone());
                }
                if is_chosen {
                    show_chosen(ui, batch, state, all, view);
                }
            }
        });
        show_old(ui, all, view);
    });
}

/// What was found, as far as it is.
fn show_found(ui: &mut Ui, state: &mut State, all: &[Batch], whole_page: bool, view: &mut View) {
    let (texts, colors) = (view.texts, view.colors);
    if state.searching.parsed_day(texts).is_err() {
        parts::remark(ui, Mark::Warning, colors.ink, &texts.say("search-no-day"));
        return;
    }
    if state.searching.show_progress(ui, texts, colors) {
        state.searching.stop();
    }
    if state.searching.stopped {
        parts::quiet(ui, &texts.say("search-stopped"), colors);
        if parts::button(ui, &texts.say("combine-read-again")) {
            state.searching.read_again();
        }
    }
    if let Some(found) = state.searching.found() {
        let done = found::show(ui, &mut state.found, found, all, whole_page, view);
        state.note(view, done);
    }
}

/// An empty `OffCirc.dat` is no batch that anybody looks for.
fn is_shown(batch: &Batch) -> bool {
    batch.stage != Stage::Current || batch.bytes > 0
}

/// How far a batch is: its sign, its colour, its words.
fn state(batch: &Batch, colors: &Colors) -> (Mark, Color32, &'static str) {
    match (batch.stage, &batch.same_as) {
        (_, Some(Original { stage: Stage::Uploaded, .. })) => {
            (Mark::Warning, colors.ink, "batch-same")
        }
        (_, Some(_)) => (Mark::Warning, colors.ink, "batch-copy"),
        (Stage::Current, None) => (Mark::Earlier, colors.ink, "batch-current"),
        (Stage::ToUpload, None) => (Mark::ToUpload, colors.ink, "batch-to-upload"),
        (Stage::Uploaded, None) => (Mark::SAVED, colors.give_back, "batch-uploaded"),
    }
}

/// One batch; returns whether it was pressed.
fn show_row(ui: &mut Ui, batch: &Batch, is_chosen: bool, texts: &Texts, colors: &Colors) -> bool {
    let (mark, color, key) = state(batch, colors);
    let (name, state) = (parts::name(&batch.path), texts.say(key));
    let summary = texts.summary(&batch.summary);
    let is_small = theme::is_small(ui.ctx());
    let mut lines = lines(batch, &summary, ui.available_width(), texts);
    let (left, right) = (rows::left(ui), if is_small { GRID } else { 2.0 * GRID });
    let room = ui.available_width() - left - right;
    if is_small {
        // What has no room beside the name stands below it, in as many lines as it takes.
        lines = vec![lines.join("\n")];
    }
    let text_height = rows::height(ui, &lines.join("\n"), theme::text_font(), room);
    let state_height = rows::height(ui, &state, theme::strong_font(), room);
    let height = if is_small {
        2.5 * GRID + LINE + state_height + text_height
    } else {
        2.0 * GRID + LINE + lines.iter().map(|_| LINE).sum::<f32>()
    };
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let waits = batch.stage == Stage::ToUpload && batch.same_as.is_none();
    let round = CornerRadius::same(theme::ROUND);
    if waits {
        // Unmistakable: the only rows with a colour of their own behind them.
        ui.painter().rect_filled(rect.shrink(1.0), round, colors.question);
    } else if response.hovered() || is_chosen {
        ui.painter().rect_filled(rect.shrink(1.0), round, colors.page);
    }
    if response.has_focus() {
        let ring = Stroke::new(2.0, colors.ink);
        ui.painter().rect_stroke(rect.shrink(3.0), round, ring, StrokeKind::Middle);
    }
    let sign = rect.left_center() + vec2(left / 2.0, 0.0);
    mark.paint(ui.painter(), Rect::from_center_size(sign, Vec2::splat(2.0 * GRID)), color);

    let line = |number: f32| {
        let top = rect.top() + GRID + number * LINE;
        Rect::from_x_y_ranges(rect.x_range(), top..=top + LINE)
    };
    // Rounding must not cut the word.
    let state_width = width(ui, &state) + 1.0;
    let name_room = if is_small { room } else { room - state_width - GRID };
    let mut is_cut =
        cell(ui, line(0.0), (left, name_room), name.clone(), theme::strong_font(), colors.ink);
    let ink = if waits { colors.ink } else { colors.quiet };
    if is_small {
        let at = line(1.0).left_top() + vec2(left, 0.0);
        let mut place = Rect::from_min_size(at, vec2(room, state_height));
        rows::paragraph(ui, place, &state, theme::strong_font(), color);
        place.min.y += state_height + 0.5 * GRID;
        rows::paragraph(ui, place, &lines.concat(), theme::text_font(), ink);
    } else {
        let at = (rect.width() - right - state_width, state_width);
        cell(ui, line(0.0), at, state.clone(), theme::strong_font(), color);
        for (text, number) in lines.into_iter().zip(1_u8..) {
            let font = FontId::proportional(TEXT_SIZE);
            is_cut |= cell(ui, line(number.into()), (left, room), text, font, ink);
        }
    }
    let values = [("name", name.into()), ("state", state.into()), ("summary", summary.into())];
    let whole = texts.fill("batch-row", &values);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &whole));
    parts::into_sight(ui, &response);
    let pressed = response.clicked();
    if is_cut {
        response.on_hover_text(whole);
    }
    pressed
}

/// What stands under the name: times and counts, each in a line of its own where it is narrow.
fn lines(batch: &Batch, summary: &str, width: f32, texts: &Texts) -> Vec<String> {
    match texts.span(&batch.summary) {
        Some(span) if width < NARROW => vec![span, texts.counts(&batch.summary)],
        _ => vec![summary.to_owned()],
    }
}

fn width(ui: &Ui, text: &str) -> f32 {
    WidgetText::from(text).into_galley(ui, None, f32::INFINITY, theme::strong_font()).size().x
}

fn show_chosen(ui: &mut Ui, batch: &Batch, state: &mut State, all: &[Batch], view: &mut View) {
    let (texts, colors) = (view.texts, view.colors);
    let margin = Margin { left: 48, right: 16, top: 8, bottom: 16 };
    let margin = if theme::is_small(ui.ctx()) { Margin::same(8) } else { margin };
    let frame = Frame::new().inner_margin(margin);
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = GRID;
        ui.set_width(ui.available_width());
        if let Some(text) = parts::copy(batch, texts) {
            parts::text(ui, text);
        }
        parts::path(ui, &batch.path);
        parts::steady(ui, ("chosen", &batch.path), |ui| {
            theme::row(ui, |ui| {
                view.paths.show_buttons(ui, &batch.path, view.model, texts);
                if batch.stage == Stage::ToUpload {
                    upload::show_has(ui, view, batch, true);
                }
            });
        });
        view.paths.show_failure(ui, texts, colors);
        show_found(ui, state, all, false, view);
    });
}

/// Offers to delete what is older than the settings keep. Never by itself.
fn show_old(ui: &mut Ui, batches: &[Batch], view: &mut View) {
    let days = view.model.settings.keep_uploaded_days;
    let today = view.model.now.date();
    let is_old = |batch: &&Batch| batch.stage == Stage::Uploaded && batch.is_older(days, today);
    let old: Vec<_> = batches.iter().filter(is_old).map(|batch| batch.path.clone()).collect();
    if old.is_empty() {
        return;
    }
    ui.add_space(GRID);
    let values = [("count", count(old.len())), ("days", days.into())];
    if parts::button(ui, &view.texts.fill("history-delete", &values)) {
        *view.question = Some(Question::Delete(old));
    }
}
