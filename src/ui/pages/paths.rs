//! What can be done with the path of a file: copy it, open its folder.

use std::io;
use std::path::{Path, PathBuf};

use eframe::egui::Ui;

use super::parts;
use crate::text::Texts;
use crate::ui::marks::Mark;
use crate::ui::model::Model;
use crate::ui::open::open;
use crate::ui::theme::{self, Colors};
use crate::ui::work::Work;

/// What was done with paths since the page was opened.
#[derive(Default)]
pub struct Paths {
    copied: Option<PathBuf>,
    opening: Option<Work<io::Result<()>>>,
    failed: Option<io::Error>,
}

impl Paths {
    /// Looks whether a folder could be opened. Call it before drawing.
    pub fn refresh(&mut self) {
        if let Some(opened) = self.opening.as_mut().and_then(Work::poll) {
            self.opening = None;
            self.failed = opened.err();
        }
    }

    /// Draws a path, what can be done with it, and why that failed. The `name` of what it is the path
    /// of tells its buttons from those of another path on the page.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        path: &Path,
        name: Option<&str>,
        model: &Model,
        texts: &Texts,
        colors: &Colors,
    ) {
        parts::path(ui, path);
        parts::steady(ui, ("buttons of", path), |ui| {
            theme::row(ui, |ui| match name {
                Some(name) => {
                    self.buttons(ui, path, model, texts, |label| texts.control_of(label, name));
                }
                None => self.show_buttons(ui, path, model, texts),
            });
        });
        self.show_failure(ui, texts, colors);
    }

    /// Says why the folder could not be opened, if it could not.
    pub fn show_failure(&self, ui: &mut Ui, texts: &Texts, colors: &Colors) {
        if let Some(error) = &self.failed {
            let why = texts.fill("path-open-failed", &[("why", error.to_string().into())]);
            parts::remark(ui, Mark::Refused, colors.refused, &why);
        }
    }

    /// Draws the two buttons of a path.
    pub fn show_buttons(&mut self, ui: &mut Ui, path: &Path, model: &Model, texts: &Texts) {
        self.buttons(ui, path, model, texts, str::to_owned);
    }

    fn buttons(
        &mut self,
        ui: &mut Ui,
        path: &Path,
        model: &Model,
        texts: &Texts,
        name: impl Fn(&str) -> String,
    ) {
        let is_copied = self.copied.as_deref() == Some(path);
        let copy = texts.say(if is_copied { "path-copied" } else { "path-copy" });
        if parts::named_button(ui, &copy, &name(&copy), true) {
            ui.ctx().copy_text(path.display().to_string());
            self.copied = Some(path.to_path_buf());
        }
        let open = texts.say("path-open-folder");
        if parts::named_button(ui, &open, &name(&open), true) {
            self.open_folder(path, model);
        }
    }

    fn open_folder(&mut self, path: &Path, model: &Model) {
        let folder = path.parent().unwrap_or(path).to_path_buf();
        self.failed = None;
        match Work::start("offcirc-folder", model.wake(), move |_| open(&folder)) {
            Ok(work) => self.opening = Some(work),
            Err(error) => self.failed = Some(error),
        }
    }
}
