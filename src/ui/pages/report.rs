//! Alma's job report, matched to the transactions it speaks of.

mod export;
mod found;
mod input;
mod list;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{Align, Label, Layout, RichText, Ui};

use self::export::Export;
use self::found::{Files, Found};
use self::input::Input;
use super::{View, parts};
use crate::review::Stopped;
use crate::store::{Batch, Trouble};
use crate::text::count;
use crate::ui::marks::Mark;
use crate::ui::theme::{self, GRID};
use crate::ui::work::Work;

/// Below this width the number of chosen transactions stands above the buttons.
const NARROW: f32 = 64.0 * GRID;

/// A report, and what was found for it.
#[derive(Default)]
pub struct State {
    /// A file that was dropped.
    pub dropped: Option<PathBuf>,
    input: Input,
    matching: Option<Work<Result<Found, Stopped>>>,
    /// The text and the reading of the batches that were matched last.
    as_of: Option<(u64, u64)>,
    files: Option<(u64, Arc<Files>)>,
    found: Option<Arc<Found>>,
    failed: Option<Failed>,
    /// What is to be recorded again: places in the ledger.
    chosen: BTreeSet<usize>,
    export: Export,
}

/// Why nothing was matched.
enum Failed {
    Stopped,
    Trouble(Trouble),
}

/// Whether a file can be a report by its name.
pub fn can_be(path: &Path) -> bool {
    let end = path.extension().unwrap_or_default();
    ["txt", "csv"].iter().any(|known| end.eq_ignore_ascii_case(known))
}

impl State {
    fn refresh(&mut self, view: &View, batches: Option<&[Batch]>) {
        if let Some(path) = self.dropped.take() {
            self.input.open(path, view);
        }
        self.input.refresh(view);
        self.export.refresh(self.found.as_ref(), view);
        if let Some(matched) = self.matching.as_mut().and_then(Work::poll) {
            self.matching = None;
            match matched {
                Ok(found) => self.take(found),
                Err(Stopped) => self.failed = Some(Failed::Stopped),
            }
        }
        let (text, version) = self.input.text();
        if text.trim().is_empty() {
            *self = Self {
                input: std::mem::take(&mut self.input),
                files: self.files.take(),
                ..Self::default()
            };
        } else if let Some(batches) = batches
            && self.matching.is_none()
            && self.as_of != Some((version, view.batches.readings()))
        {
            self.start(batches, view);
        }
    }

    fn start(&mut self, batches: &[Batch], view: &View) {
        let (text, version) = self.input.text();
        let reading = view.batches.readings();
        self.as_of = Some((version, reading));
        let known = self.files.as_ref().filter(|(known, _)| *known == reading);
        let known = known.map(|(_, files)| files.clone());
        let batches: Vec<_> =
            batches.iter().map(|batch| (batch.path.clone(), batch.stage)).collect();
        let text = text.to_owned();
        let work = Work::start("offcirc-match", view.model.wake(), move |progress| {
            let files = match known {
                Some(files) => files,
                None => Arc::new(Files::read(&batches, progress)?),
            };
            Ok(Found::of(&text, files))
        });
        match work {
            Ok(work) => self.matching = Some(work),
            Err(error) => {
                let trouble = Trouble::no_thread(view.model.data_folder(), &error);
                self.failed = Some(Failed::Trouble(trouble));
            }
        }
    }

    fn take(&mut self, found: Found) {
        let reading = self.as_of.map_or(0, |(_, reading)| reading);
        self.files = Some((reading, found.files.clone()));
        self.failed = None;
        if self.found.as_ref().is_none_or(|before| !before.is_same(&found)) {
            self.chosen = found.proposed();
            self.export = Export::default();
        }
        self.found = Some(Arc::new(found));
    }
}

/// Draws the page.
pub fn show(ui: &mut Ui, state: &mut State, view: &mut View) {
    let batches = view.known_batches(ui).map(|listing| listing.batches.as_slice());
    state.refresh(view, batches);
    let (texts, colors) = (view.texts, view.colors);
    parts::steady(ui, "report input", |ui| {
        parts::card(ui, colors, |ui| state.input.show(ui, view));
    });
    let stop = state.matching.as_ref().is_some_and(|work| work.show(ui, texts, colors));
    if stop {
        state.matching = None;
        state.failed = Some(Failed::Stopped);
    }
    match &state.failed {
        Some(Failed::Stopped) => {
            parts::remark(ui, Mark::Warning, colors.ink, &texts.say("review-stopped"));
        }
        Some(Failed::Trouble(trouble)) => {
            parts::remark(ui, Mark::Refused, colors.refused, &texts.trouble(trouble));
        }
        None => {}
    }
    let Some(found) = state.found.clone() else { return };
    show_summary(ui, &found, view);
    if !found.messages.is_empty() {
        parts::steady(ui, "report list", |ui| list::show(ui, &found, &mut state.chosen, view));
    }
}

fn show_summary(ui: &mut Ui, found: &Found, view: &View) {
    let (texts, colors) = (view.texts, view.colors);
    for error in &found.files.failed {
        parts::remark(ui, Mark::Warning, colors.ink, &texts.review_error(error));
    }
    if found.has_scan {
        parts::remark(ui, Mark::Refused, colors.refused, &texts.say("report-has-scan"));
    }
    if found.messages.is_empty() {
        parts::remark(ui, Mark::Warning, colors.ink, &texts.say("report-none"));
        return;
    }
    let unmatched = found.unmatched();
    let values = [
        ("messages", count(found.messages.len())),
        ("matched", count(found.messages.len() - unmatched)),
        ("unmatched", count(unmatched)),
    ];
    let summary = texts.fill("report-summary", &values);
    let (mark, color) =
        if unmatched == 0 { (Mark::SAVED, colors.give_back) } else { (Mark::Warning, colors.ink) };
    parts::remark(ui, mark, color, &summary);
    let batch = found.batch.and_then(|batch| found.files.ledger.sources().get(batch));
    if let Some(batch) = batch.filter(|_| found.has_others()) {
        let text = texts.fill("report-of", &[("batch", parts::name(&batch.path).into())]);
        parts::text(ui, text);
    }
    if found.passed_over > 0 {
        let values = [("count", count(found.passed_over))];
        let text = texts.fill("cli-match-passed-over", &values);
        parts::text(ui, RichText::new(text).color(colors.quiet));
    }
}

/// Whether there is something that can be done with the messages.
pub fn has_bar(state: &State) -> bool {
    state.found.as_ref().is_some_and(|found| !found.messages.is_empty())
}

/// Draws what can be done with the messages, below the list and always in sight.
pub fn show_bar(ui: &mut Ui, state: &mut State, view: &mut View) {
    let Some(found) = state.found.clone() else { return };
    state.export.show(ui, &found, view);
    let texts = view.texts;
    let chosen = texts.fill("list-chosen", &[("count", count(state.chosen.len()))]);
    let chosen = Label::new(RichText::new(chosen).font(theme::strong_font()));
    if ui.available_width() < NARROW {
        ui.add(chosen);
        theme::row(ui, |ui| show_actions(ui, state, &found, view));
    } else {
        ui.horizontal(|ui| {
            ui.add(chosen);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                show_actions(ui, state, &found, view);
            });
        });
    }
}

fn show_actions(ui: &mut Ui, state: &mut State, found: &Found, view: &mut View) {
    parts::steady(ui, "report actions", |ui| {
        let again = view.texts.say("report-again");
        if parts::main_button(ui, &again, &again, !state.chosen.is_empty(), view.colors) {
            let ledger = &found.files.ledger;
            let entries = state.chosen.iter().filter_map(|place| ledger.entries().get(*place));
            *view.again = Some(entries.map(|entry| ledger.transaction(entry)).collect());
        }
        let export = view.texts.say("report-export");
        // Never disabled: it would lose the focus while the dialog is open.
        if parts::button(ui, &export) && state.export.is_free() {
            state.export.start(view);
        }
    });
}
