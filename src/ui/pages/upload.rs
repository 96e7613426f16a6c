//! From `OffCirc.dat` to Alma in three steps: close the file, upload it, say that Alma has it.

use eframe::egui::{RichText, Ui};

use super::checks::{Check, Found};
use super::question::Question;
use super::{View, findings, parts};
use crate::desk::Command;
use crate::store::{Batch, Listing, Stage};
use crate::text::count;
use crate::ui::fields::labelled;
use crate::ui::marks::Mark;
use crate::ui::model::{Answer, Ordered};
use crate::ui::theme::{self, GRID};

/// What Alma asks for, in order. The path of the file stands above.
const IN_ALMA: [&str; 7] =
    ["alma-desk", "alma-block", "alma-menu", "alma-file", "alma-upload", "alma-job", "alma-holds"];

/// Draws the page; returns the command that was given.
pub fn show(ui: &mut Ui, view: &mut View) -> Option<Command> {
    let Listing { batches, unread } = view.known_batches(ui)?;
    let current = batches.iter().find(|batch| batch.stage == Stage::Current);
    let waits = |batch: &&Batch| batch.stage == Stage::ToUpload;
    let (queue, same): (Vec<&Batch>, Vec<&Batch>) =
        batches.iter().filter(waits).partition(|batch| batch.same_as.is_none());
    // Of a file that can't be read it is not known whether it is empty.
    if unread.iter().all(|one| one.stage != Stage::Current) {
        show_step(ui, view, "upload-1", |ui, view| show_current(ui, view, current));
    }
    let has_current = current.is_some_and(|batch| batch.bytes > 0);
    let is_empty = queue.is_empty() && unread.iter().all(|one| one.stage != Stage::ToUpload);
    show_step(ui, view, "upload-2", |ui, view| {
        if let Some((first, later)) = queue.split_first() {
            show_first(ui, view, first, later);
        } else if is_empty {
            let key = if has_current { "upload-2-close-first" } else { "upload-2-nothing" };
            parts::quiet(ui, &view.texts.say(key), view.colors);
        }
        for batch in same {
            show_same(ui, view, batch);
        }
    });
    let last = queue.first().copied();
    show_step(ui, view, "upload-3", |ui, view| show_last(ui, view, last))
}

fn show_step<R>(
    ui: &mut Ui,
    view: &mut View,
    title: &str,
    content: impl FnOnce(&mut Ui, &mut View) -> R,
) -> R {
    let colors = view.colors;
    parts::step(ui, title, view.texts, colors, |ui| content(ui, view))
}

fn show_current(ui: &mut Ui, view: &mut View, current: Option<&Batch>) {
    let (texts, colors) = (view.texts, view.colors);
    match current.filter(|batch| batch.bytes > 0) {
        None => parts::text(ui, RichText::new(texts.say("upload-1-empty")).color(colors.quiet)),
        Some(batch) => {
            let is_clear = show_check(ui, view, batch);
            show_summary(ui, view, batch);
            if let Some(text) = parts::copy(batch, texts) {
                parts::remark(ui, Mark::Warning, colors.ink, &text);
            }
            parts::text(ui, RichText::new(texts.say("upload-1-what")).color(colors.quiet));
            // What is wrong in the file does not get better by leaving it open.
            let label = if is_clear { "upload-close-file" } else { "upload-close-anyway" };
            let label = texts.say(label);
            let is_free = view.model.ordered != Ordered::Waiting;
            let is_pressed = parts::steady(ui, "close file", |ui| {
                parts::main_button(ui, &label, &label, is_free, colors)
            });
            if is_pressed {
                view.model.close_file();
            }
        }
    }
    if let Ordered::Done(answer @ Answer::Closed(_)) = &view.model.ordered {
        parts::answer(ui, answer, texts, colors);
    }
}

/// What stands in Alma's way in a batch; returns whether nothing is known to.
fn show_check(ui: &mut Ui, view: &mut View, batch: &Batch) -> bool {
    let check = view.checks.of(batch);
    let name = parts::name(&batch.path);
    let is_clear = !matches!(check, Check::Unread(_) | Check::Done(Found { serious: [_, ..], .. }));
    if findings::show(ui, &check, &name, view.texts, view.colors) {
        view.checks.look_again();
    }
    ui.add_space(0.5 * GRID);
    is_clear
}

fn show_summary(ui: &mut Ui, view: &View, batch: &Batch) {
    let summary = view.texts.summary(&batch.summary);
    parts::text(ui, RichText::new(summary).font(theme::strong_font()));
}

/// What to do with the batch whose turn it is, and those that come after it.
fn show_first(ui: &mut Ui, view: &mut View, first: &Batch, later: &[&Batch]) {
    let (texts, colors) = (view.texts, view.colors);
    if !later.is_empty() {
        let text = texts.fill("upload-2-several", &[("count", count(1 + later.len()))]);
        parts::remark(ui, Mark::Warning, colors.ink, &text);
    }
    parts::text(ui, RichText::new(parts::name(&first.path)).font(theme::number_font()));
    show_check(ui, view, first);
    show_summary(ui, view, first);
    show_mending(ui, view, first);
    view.paths.show(ui, &first.path, None, view.model, texts, colors);
    ui.add_space(0.5 * GRID);
    show_in_alma(ui, view);
    if !later.is_empty() {
        let names: Vec<_> = later.iter().map(|batch| parts::name(&batch.path)).collect();
        let text = texts.fill("upload-2-then", &[("names", names.join(", ").into())]);
        parts::text(ui, RichText::new(text).color(colors.quiet));
    }
}

/// Offers to write a batch in the form that Alma expects, when it is in another one, and says what
/// has come of it.
fn show_mending(ui: &mut Ui, view: &mut View, batch: &Batch) {
    let (texts, colors) = (view.texts, view.colors);
    if let Ordered::Done(answer @ Answer::Mended(_)) = &view.model.ordered {
        parts::answer(ui, answer, texts, colors);
    }
    if !batch.summary.can_be_mended {
        return;
    }
    parts::text(ui, RichText::new(texts.say("mend-what")).color(colors.quiet));
    let name = texts.fill("mend-name", &[("name", parts::name(&batch.path).into())]);
    let is_free = view.model.ordered != Ordered::Waiting;
    let is_pressed =
        parts::steady(ui, "mend", |ui| parts::named_button(ui, &texts.say("mend"), &name, is_free));
    if is_pressed {
        view.model.mend(batch.path.clone());
    }
}

/// What is to be done in Alma with the file whose path stands above.
pub fn show_in_alma(ui: &mut Ui, view: &View) {
    let values = [("desk", view.model.settings.desk_name().into())];
    parts::numbered(ui, &IN_ALMA.map(|key| view.texts.fill(key, &values)));
}

/// A copy: not to be uploaded. What Alma has under another name is only to be set aside.
fn show_same(ui: &mut Ui, view: &mut View, batch: &Batch) {
    let Some(text) = parts::copy(batch, view.texts) else { return };
    ui.add_space(0.5 * GRID);
    parts::remark(ui, Mark::Warning, view.colors.ink, &text);
    if batch.same_as.as_ref().is_some_and(|original| original.stage == Stage::Uploaded) {
        parts::steady(ui, ("same", &batch.path), |ui| show_has(ui, view, batch, false));
    }
}

/// The button "Alma has it" of a batch; the `main` one of what is shown stands out.
pub fn show_has(ui: &mut Ui, view: &mut View, batch: &Batch, main: bool) {
    let name = [("name", parts::name(&batch.path).into())];
    let name = view.texts.fill("batch-has-name", &name);
    let is_free = view.model.ordered != Ordered::Waiting;
    let label = view.texts.say("batch-has");
    let pressed = if main {
        parts::main_button(ui, &label, &name, is_free, view.colors)
    } else {
        parts::named_button(ui, &label, &name, is_free)
    };
    if pressed {
        *view.question = Some(Question::Uploaded(batch.path.clone()));
    }
}

fn show_last(ui: &mut Ui, view: &mut View, batch: Option<&Batch>) -> Option<Command> {
    let (texts, colors) = (view.texts, view.colors);
    let mut given = None;
    if let Ordered::Done(answer @ Answer::Uploaded(moved)) = &view.model.ordered {
        parts::answer(ui, answer, texts, colors);
        if moved.is_ok() {
            parts::text(ui, texts.say("upload-3-report"));
            let label = labelled(ui, texts, Command::MatchReport);
            let name = texts.say("page-report");
            if parts::main_button(ui, &label, &name, true, colors) {
                given = Some(Command::MatchReport);
            }
        }
    }
    match batch {
        Some(batch) => {
            let name = [("name", parts::name(&batch.path).into())];
            parts::text(ui, texts.fill("upload-3-what", &name));
            parts::steady(ui, ("first", &batch.path), |ui| show_has(ui, view, batch, true));
        }
        None if given.is_none() && !matches!(view.model.ordered, Ordered::Done(_)) => {
            parts::text(ui, RichText::new(texts.say("upload-3-nothing")).color(colors.quiet));
        }
        None => {}
    }
    given
}
