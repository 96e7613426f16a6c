//! What was found, as a sheet in a file.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::Ui;

use super::searching::{Found, Read};
use crate::store::{self, Batch, Context as _, Operation, PathError, Spared, Stage, Trouble};
use crate::text::{Texts, count};
use crate::ui::files::{self, Wanted};
use crate::ui::marks::Mark;
use crate::ui::pages::{View, parts};
use crate::ui::work::Work;

/// The folder of the data folder where sheets go.
const EXPORTS: &str = "exports";
/// What its name ends with.
const END: &str = ".csv";

/// How far an export is.
#[derive(Default)]
pub struct Exporting {
    choosing: Option<(Work<Option<PathBuf>>, Sheet)>,
    work: Option<Work<Result<Written, Unwritten>>>,
    done: Option<Result<Written, Unwritten>>,
}

/// What is to be written.
#[derive(Clone)]
pub struct Sheet {
    read: Arc<Read>,
    places: Arc<[u32]>,
    stages: Vec<Option<Stage>>,
}

struct Written {
    path: PathBuf,
    transactions: usize,
}

enum Unwritten {
    Spared(PathBuf, Spared),
    Failed(Trouble),
}

impl From<PathError> for Unwritten {
    fn from(error: PathError) -> Self {
        Self::Failed(Trouble::from(&error))
    }
}

impl Sheet {
    /// What was found, with the stage of each file.
    pub fn of(found: &Found, batches: &[Batch]) -> Self {
        let stage = |path| batches.iter().find(|b| &b.path == path).map(|b| b.stage);
        let stages = found.read.ledger.sources().iter().map(|source| stage(&source.path)).collect();
        Self { read: found.read.clone(), places: found.places.clone(), stages }
    }

    fn write(&self, path: PathBuf, texts: &Texts) -> Result<Written, Unwritten> {
        let ledger = &self.read.ledger;
        let read = ledger.sources().iter().map(|source| &*source.path);
        if let Some(why) = store::spared(&path, read) {
            return Err(Unwritten::Spared(path, why));
        }
        let entries = self.places.iter().filter_map(|place| ledger.entries().get(*place as usize));
        store::write_file(&path, |out| -> Result<(), PathError> {
            let written = texts.transactions_sheet(out, ledger, entries, &self.stages);
            written.map(drop).context(Operation::Write, &path)
        })?;
        Ok(Written { path, transactions: self.places.len() })
    }
}

impl Exporting {
    /// Takes what was done beside the window.
    pub fn refresh(&mut self, view: &View) -> io::Result<()> {
        if let Some(done) = self.work.as_mut().and_then(Work::poll) {
            self.work = None;
            self.done = Some(done);
        }
        let Some((choosing, _)) = &mut self.choosing else { return Ok(()) };
        let Some(chosen) = choosing.poll() else { return Ok(()) };
        match (self.choosing.take(), chosen) {
            (Some((_, sheet)), Some(path)) => self.start(sheet, Some(path), view),
            _ => Ok(()),
        }
    }

    fn start(&mut self, sheet: Sheet, path: Option<PathBuf>, view: &View) -> io::Result<()> {
        let folder = view.model.data_folder().join(EXPORTS);
        let (name, language) = (name(view), view.texts.language());
        self.done = None;
        let write = move |_: &_| {
            let path = match path {
                Some(path) => path,
                None => store::new_path(&folder, &name, END)?,
            };
            sheet.write(path, &Texts::new(language))
        };
        self.work = Some(Work::start("offcirc-export", view.model.wake(), write)?);
        Ok(())
    }

    /// Draws the two buttons.
    pub fn show_buttons(
        &mut self,
        ui: &mut Ui,
        sheet: impl Fn() -> Sheet,
        view: &View,
    ) -> io::Result<()> {
        let texts = view.texts;
        let mut done = Ok(());
        let is_free = self.work.is_none() && self.choosing.is_none();
        if parts::button(ui, &texts.say("sheet-here")) && is_free {
            done = self.start(sheet(), None, view);
        }
        let elsewhere = texts.say("sheet-elsewhere");
        if parts::button(ui, &elsewhere) && is_free {
            let name = format!("{}{END}", name(view));
            let wanted = Wanted::Sheet { title: elsewhere, name };
            let asked = files::start(view.ask, wanted, view.model.wake());
            done = asked.map(|dialog| self.choosing = Some((dialog, sheet())));
        }
        done
    }

    /// Says what was written, and where; or why not.
    pub fn show_done(&self, ui: &mut Ui, view: &mut View) {
        let (texts, colors) = (view.texts, view.colors);
        let why = match &self.done {
            None => return,
            Some(Ok(written)) => {
                let name = parts::name(&written.path);
                let values =
                    [("count", count(written.transactions)), ("name", name.as_str().into())];
                let text = texts.fill("sheet-done", &values);
                parts::remark(ui, Mark::SAVED, colors.give_back, &text);
                view.paths.show(ui, &written.path, Some(&name), view.model, texts, colors);
                return;
            }
            Some(Err(Unwritten::Failed(trouble))) => texts.trouble(trouble),
            Some(Err(Unwritten::Spared(path, why))) => {
                let key = match why {
                    Spared::Folder => "merge-is-folder",
                    Spared::Input => "sheet-is-input",
                    Spared::Desk => "merge-is-desk",
                };
                texts.fill(key, &[("path", path.display().to_string().into())])
            }
        };
        parts::remark(ui, Mark::Refused, colors.refused, &why);
    }
}

/// The name of a sheet that is written now, without its end.
fn name(view: &View) -> String {
    format!("transactions_{}", view.model.now.format("%Y%m%d-%H%M"))
}
