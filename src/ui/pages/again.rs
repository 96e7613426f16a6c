//! Recording again: chosen transactions, corrected, dated anew or turned into returns, as a new
//! batch.

mod correct;

use std::path::PathBuf;

use eframe::egui::{Frame, RichText, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use self::correct::Row;
use super::rows::Tick;
use super::{Page, View, parts, rows};
use crate::desk::Command;
use crate::review::again::{Again, Becomes, When, Why, again};
use crate::text::count;
use crate::transaction::Transaction;
use crate::ui::marks::Mark;
use crate::ui::model::{Answer, Ordered};
use crate::ui::theme::{self, GRID};

/// How many transactions that are left out are named.
const NAMED: usize = 5;

/// What was chosen, and what is to become of it.
pub struct State {
    /// The page on which it was chosen: its tab stays the chosen one.
    pub from: Page,
    rows: Vec<Row>,
    when: When,
    becomes: Becomes,
    /// The batch that was written.
    written: Option<PathBuf>,
}

impl Default for State {
    fn default() -> Self {
        Self::of(Vec::new(), Page::default())
    }
}

impl State {
    /// What was chosen on a page.
    pub fn of(chosen: Vec<Transaction>, from: Page) -> Self {
        let rows = chosen.into_iter().map(Row::of).collect();
        Self { from, rows, when: When::Own, becomes: Becomes::Same, written: None }
    }

    /// Whether it goes on with the same choice: what was corrected stays.
    pub fn is_of(&self, chosen: &[Transaction], from: Page) -> bool {
        let same = self.rows.iter().map(Row::old).eq(chosen);
        same && self.from == from && self.written.is_none()
    }

    /// What is to be recorded again, and the transactions it is made of.
    fn made(&self, view: &View) -> (Again, Vec<Transaction>) {
        let choice: Vec<Transaction> = self.rows.iter().filter_map(Row::corrected).collect();
        let made = again(&choice, self.when, self.becomes, view.model.now);
        (made, choice)
    }
}

/// Draws the page; returns the command that was given.
pub fn show(ui: &mut Ui, state: &mut State, view: &mut View) -> Option<Command> {
    if let Ordered::Done(Answer::Written(Ok(batch))) = &view.model.ordered {
        state.written = Some(batch.clone());
    }
    if let Some(batch) = &state.written {
        return show_written(ui, batch, view);
    }
    show_step(ui, view, "again-1", |ui, view| {
        parts::text(ui, RichText::new(view.texts.say("again-1-what")).color(view.colors.quiet));
        correct::show(ui, &mut state.rows, view);
    });
    show_step(ui, view, "again-2", |ui, view| show_how(ui, state, view));
    show_step(ui, view, "again-3", |ui, view| show_preview(ui, state, view));
    None
}

fn show_step<R>(
    ui: &mut Ui,
    view: &mut View,
    title: &str,
    content: impl FnOnce(&mut Ui, &mut View) -> R,
) -> R {
    let colors = view.colors;
    let done = parts::steady(ui, title, |ui| {
        parts::card(ui, colors, |ui| {
            ui.label(RichText::new(view.texts.say(title)).font(theme::number_font()));
            content(ui, view)
        })
    });
    ui.add_space(0.5 * GRID);
    done
}

/// When the new transactions happened, and whether loans become returns.
fn show_how(ui: &mut Ui, state: &mut State, view: &View) {
    ui.spacing_mut().item_spacing.y = 0.5 * GRID;
    for (when, name) in
        [(When::Own, "again-own"), (When::Yesterday, "again-yesterday"), (When::Now, "again-now")]
    {
        if show_choice(ui, Tick::Dot, state.when == when, name, view) {
            state.when = when;
        }
    }
    ui.separator();
    let returns = state.becomes == Becomes::Return;
    if show_choice(ui, Tick::Box, returns, "again-returns", view) {
        state.becomes = if returns { Becomes::Same } else { Becomes::Return };
    }
}

/// A choice with a sentence below it; returns whether it was pressed.
fn show_choice(ui: &mut Ui, tick: Tick, on: bool, name: &str, view: &View) -> bool {
    let colors = view.colors;
    let (title, what) = (view.texts.say(name), view.texts.say(&format!("{name}-what")));
    let left = rows::left(ui);
    let width = ui.available_width() - left - GRID;
    let title_height = rows::height(ui, &title, theme::strong_font(), width) + 0.5 * GRID;
    let height = rows::height(ui, &what, theme::text_font(), width) + title_height + GRID;
    let size = vec2(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    rows::tick(ui, rect, tick, on, &response, &format!("{title}. {what}"), colors);
    let mut place = rect.translate(vec2(0.0, 0.5 * GRID));
    place.min.x += left;
    place.max.x -= GRID;
    rows::paragraph(ui, place, &title, theme::strong_font(), colors.ink);
    place.min.y += title_height;
    rows::paragraph(ui, place, &what, theme::text_font(), colors.quiet);
    parts::into_sight(ui, &response);
    response.clicked()
}

/// Exactly what will be written, and the button that does it.
fn show_preview(ui: &mut Ui, state: &State, view: &mut View) {
    let (texts, colors) = (view.texts, view.colors);
    let (made, choice) = state.made(view);
    let number = made.transactions.len();
    let text = texts.fill("again-preview", &[("count", count(number))]);
    parts::text(ui, RichText::new(text).font(theme::strong_font()));
    if number > 0 {
        let frame = Frame::new().stroke(Stroke::new(1.0, colors.line)).corner_radius(theme::ROUND);
        frame.show(ui, |ui| {
            let left = if theme::is_small(ui.ctx()) { GRID } else { 2.0 * GRID };
            let heights = vec![rows::transaction_height(ui); number];
            rows::show(ui, &heights, |ui, number, rect| {
                let Some(one) = made.transactions.get(number) else { return };
                let time = texts.desk_time(one.time);
                rows::transaction(ui, rect, left, one, time, texts, colors);
                let id = ui.scope_id().with(("made", number));
                let row = ui.interact(rect, id, Sense::hover());
                let words = texts.transaction(one);
                row.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
            });
        });
    }
    show_left_out(ui, &made, &choice, view);
    parts::text(ui, RichText::new(texts.say("again-untouched")).color(colors.quiet));
    let wrong = state.rows.iter().any(Row::is_wrong);
    if wrong {
        parts::remark(ui, Mark::Refused, colors.refused, &texts.say("again-wrong"));
    }
    if let Ordered::Done(answer @ Answer::Written(_)) = &view.model.ordered {
        parts::answer(ui, answer, texts, colors);
    }
    let write = texts.say("again-write");
    let is_free = view.model.ordered != Ordered::Waiting;
    let can_write = number > 0 && !wrong && is_free;
    let pressed = parts::steady(ui, "again write", |ui| {
        parts::main_button(ui, &write, &write, can_write, colors)
    });
    if pressed {
        view.model.write_batch(&made.transactions);
    }
}

/// What is left out, and why.
fn show_left_out(ui: &mut Ui, made: &Again, choice: &[Transaction], view: &View) {
    let (texts, colors) = (view.texts, view.colors);
    for why in [Why::Returned, Why::LentLater, Why::NoSuchTime] {
        let left_out: Vec<_> = made.left_out.iter().filter(|one| one.why == why).collect();
        if left_out.is_empty() {
            continue;
        }
        let number = ("count", count(left_out.len()));
        let text = texts.fill("again-left-out", &[number, ("why", texts.left_out(why).into())]);
        parts::remark(ui, Mark::Warning, colors.ink, &text);
        for one in left_out.iter().take(NAMED).filter_map(|one| choice.get(one.place)) {
            parts::text(ui, texts.transaction(one));
        }
        if left_out.len() > NAMED {
            parts::text(ui, texts.fill("close-more", &[("count", count(left_out.len() - NAMED))]));
        }
    }
}

/// The batch is written: what comes next.
fn show_written(ui: &mut Ui, batch: &std::path::Path, view: &mut View) -> Option<Command> {
    let (texts, colors) = (view.texts, view.colors);
    parts::card(ui, colors, |ui| {
        let name = [("name", parts::name(batch).into())];
        parts::remark(ui, Mark::SAVED, colors.give_back, &texts.fill("again-written", &name));
        parts::path(ui, batch);
        parts::text(ui, texts.say("again-untouched"));
        parts::text(ui, texts.say("again-upload-what"));
        let upload = texts.say("again-upload");
        let upload = parts::main_button(ui, &upload, &upload, true, colors);
        upload.then_some(Command::PrepareUpload)
    })
}
