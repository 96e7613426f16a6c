//! The sheet with which somebody goes to the shelves: where it is written, and what came of it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Ui;

use super::found::Found;
use crate::store::{Disk as _, Operation, PathError, RealDisk, Trouble, write_file};
use crate::text::Texts;
use crate::ui::files::{self, Wanted};
use crate::ui::marks::Mark;
use crate::ui::pages::{View, parts};
use crate::ui::work::Work;

/// The folder within the data folder for sheets that were given no other place.
const EXPORTS: &str = "exports";

/// How far an export is.
#[derive(Default)]
pub enum Export {
    /// Nobody asked.
    #[default]
    Nothing,
    /// The dialog is open.
    Asking(Work<Option<PathBuf>>),
    /// Nobody chose a place: the dialog was cancelled, or this computer has none.
    NoPlace,
    /// The sheet is being written.
    Writing(Work<Result<PathBuf, Trouble>>),
    /// It is written, or not.
    Done(Result<PathBuf, Trouble>),
}

impl Export {
    /// Asks for a place.
    pub fn start(&mut self, view: &View) {
        let wanted = Wanted::Sheet { title: view.texts.say("export-title"), name: name(view) };
        *self = match files::start(view.ask, wanted, view.model.wake()) {
            Ok(asking) => Self::Asking(asking),
            Err(_) => Self::NoPlace,
        };
    }

    /// Whether another one can be started.
    pub fn is_free(&self) -> bool {
        !matches!(self, Self::Asking(_) | Self::Writing(_))
    }

    /// Takes the answer and what was written. Call it before drawing.
    pub fn refresh(&mut self, found: Option<&Arc<Found>>, view: &View) {
        match self {
            Self::Asking(asking) => {
                if let Some(answer) = asking.poll() {
                    *self = match answer.zip(found) {
                        Some((path, found)) => Self::write(path, found, view),
                        None => Self::NoPlace,
                    };
                }
            }
            Self::Writing(writing) => {
                if let Some(done) = writing.poll() {
                    *self = Self::Done(done);
                }
            }
            Self::Nothing | Self::NoPlace | Self::Done(_) => {}
        }
    }

    /// Writes the sheet beside the window.
    fn write(path: PathBuf, found: &Arc<Found>, view: &View) -> Self {
        let language = view.texts.language();
        let found = found.clone();
        let write = move |_: &_| write(&path, &found, language).map(|()| path);
        match Work::start("offcirc-export", view.model.wake(), write) {
            Ok(work) => Self::Writing(work),
            Err(error) => Self::Done(Err(Trouble::no_thread(view.model.data_folder(), &error))),
        }
    }

    /// Writes the sheet into the data folder.
    fn write_here(found: &Arc<Found>, view: &View) -> Self {
        let path = view.model.data_folder().join(EXPORTS).join(name(view));
        Self::write(path, found, view)
    }

    /// Says what came of it.
    pub fn show(&mut self, ui: &mut Ui, found: &Arc<Found>, view: &mut View) {
        let (texts, colors) = (view.texts, view.colors);
        match self {
            Self::Nothing | Self::Asking(_) | Self::Writing(_) => {}
            Self::NoPlace => {
                parts::remark(ui, Mark::Warning, colors.ink, &texts.say("export-no-place"));
                if parts::button(ui, &texts.say("export-here")) {
                    *self = Self::write_here(found, view);
                }
            }
            Self::Done(Ok(path)) => {
                parts::remark(ui, Mark::SAVED, colors.give_back, &texts.say("export-done"));
                view.paths.show(ui, path, None, view.model, texts, colors);
            }
            Self::Done(Err(trouble)) => {
                parts::remark(ui, Mark::Refused, colors.refused, &texts.trouble(trouble));
            }
        }
    }
}

/// The name that is proposed: sheets of different minutes never replace each other.
fn name(view: &View) -> String {
    let time = view.model.now.format("%Y-%m-%d %H%M").to_string();
    view.texts.fill("export-name", &[("time", time.into())])
}

fn write(path: &Path, found: &Found, language: &str) -> Result<(), Trouble> {
    let texts = Texts::new(language);
    let of = |operation| {
        let path = path.to_path_buf();
        move |source: io::Error| PathError { path, operation, source }
    };
    let written = || {
        if let Some(folder) = path.parent().filter(|folder| !folder.exists()) {
            // Borrowers are named in it: only their own user reads it, as in the data folder.
            RealDisk.create_folder(folder).map_err(of(Operation::CreateFolder))?;
        }
        write_file(path, |out| {
            let sheet = texts.report_sheet(out, &found.files.ledger, &found.messages);
            sheet.and_then(io::Write::flush).map_err(of(Operation::Write))
        })
    };
    written().map_err(|error: PathError| Trouble::from(&error))
}
