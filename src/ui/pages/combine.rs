//! Several desks' files as one, in three steps: choose the files, look at what is in doubt, write
//! the one file.

mod doubts;
mod files;
mod merging;
mod writing;

use std::path::PathBuf;

use eframe::egui::Ui;

use self::merging::Merging;
use self::writing::Writing;
use super::{View, parts};
use crate::store::Trouble;
use crate::text::Texts;
use crate::ui::files::several;
use crate::ui::marks::Mark;
use crate::ui::model::Model;
use crate::ui::work::Work;

/// The files that were chosen, and what became of them.
#[derive(Default)]
pub struct State {
    /// In the order in which they are merged.
    files: Vec<PathBuf>,
    /// The dialog for more files.
    adding: Option<Work<Vec<PathBuf>>>,
    merging: Merging,
    writing: Writing,
    /// The system had no thread for what was asked.
    failed: Option<Trouble>,
}

impl State {
    /// Adds files, each once.
    pub fn add(&mut self, files: Vec<PathBuf>) {
        for file in files {
            if !self.files.contains(&file) {
                self.files.push(file);
            }
        }
    }

    /// Takes what was done beside the window, and reads the files when others were chosen. Call it
    /// before drawing.
    pub fn refresh(&mut self, model: &Model, texts: &Texts) {
        if let Some(added) = self.adding.as_mut().and_then(Work::poll) {
            self.adding = None;
            self.add(added);
        }
        let started = self.merging.refresh(&self.files, model);
        self.note(model, started);
        let (started, is_stale) = self.writing.refresh(self.merging.merge(), model, texts);
        self.note(model, started);
        if is_stale {
            self.merging.read_again();
        }
    }

    fn note(&mut self, model: &Model, started: std::io::Result<()>) {
        if let Err(error) = started {
            self.failed = Some(Trouble::no_thread(model.data_folder(), &error));
        }
    }

    fn ask_for_files(&mut self, view: &View) {
        if self.adding.is_none() {
            let asked = several(&view.texts.say("combine-add"), view.model.wake());
            let asked = asked.map(|dialog| self.adding = Some(dialog));
            self.note(view.model, asked);
        }
    }
}

/// Draws the page.
pub fn show(ui: &mut Ui, state: &mut State, view: &mut View) {
    let (texts, colors) = (view.texts, view.colors);
    if let Some(trouble) = &state.failed {
        parts::remark(ui, Mark::Refused, colors.refused, &texts.trouble(trouble));
    }
    parts::step(ui, "combine-1", texts, colors, |ui| files::show(ui, state, view));
    if state.files.is_empty() {
        return;
    }
    if state.merging.show_progress(ui, texts, colors) {
        state.merging.stop();
    }
    let is_read = state.merging.merge().is_some_and(|merge| !merge.ledger().sources().is_empty());
    if !is_read {
        return;
    }
    parts::step(ui, "combine-2", texts, colors, |ui| {
        let changed = doubts::show(ui, &mut state.merging, view);
        state.note(view.model, changed);
    });
    parts::step(ui, "combine-3", texts, colors, |ui| {
        let started = writing::show(ui, &mut state.writing, &state.merging, view);
        state.note(view.model, started);
    });
}
