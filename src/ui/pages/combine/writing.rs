//! The third step: the one file is written, and what happens with it then.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{RichText, Ui};

use super::merging::Merging;
use crate::review::merge::{Merge, unreadable_path};
use crate::review::{Ledger, Progress, ReviewError};
use crate::store::{self, Spared, Trouble};
use crate::text::{Texts, count};
use crate::ui::files::{self, Wanted};
use crate::ui::marks::Mark;
use crate::ui::model::Model;
use crate::ui::pages::{View, parts, upload};
use crate::ui::theme::{self, GRID};
use crate::ui::work::Work;

/// The folder of the data folder where combined files go.
const COMBINED: &str = "combined";
/// What its name ends with: Alma takes no other file.
const END: &str = ".dat";

/// How far the writing is.
#[derive(Default)]
pub struct Writing {
    /// The dialog that asks where to.
    choosing: Option<Work<Option<PathBuf>>>,
    work: Option<Work<Result<Written, Unwritten>>>,
    done: Option<Result<Written, Unwritten>>,
}

/// What was written.
struct Written {
    merge: Arc<Merge>,
    path: PathBuf,
}

/// Why nothing was written.
pub enum Unwritten {
    /// The path must be left alone.
    Spared(PathBuf, Spared),
    /// A file has changed since it was read.
    Stale(PathBuf),
    /// A file fails, or somebody stopped it.
    Failed(ReviewError),
}

impl Writing {
    /// Takes what was done beside the window; returns whether a file is other than it was read.
    pub fn refresh(
        &mut self,
        merge: Option<&Arc<Merge>>,
        model: &Model,
        texts: &Texts,
    ) -> (io::Result<()>, bool) {
        let mut started = Ok(());
        if let Some(chosen) = self.choosing.as_mut().and_then(Work::poll) {
            self.choosing = None;
            if let (Some(path), Some(merge)) = (chosen, merge) {
                started = self.start(merge, Some(path), model, texts.language());
            }
        }
        let mut is_stale = false;
        if let Some(done) = self.work.as_mut().and_then(Work::poll) {
            self.work = None;
            is_stale = matches!(done, Err(Unwritten::Stale(_)));
            self.done = Some(done);
        }
        (started, is_stale)
    }

    /// Writes to a path, or to a new one in the data folder.
    fn start(
        &mut self,
        merge: &Arc<Merge>,
        path: Option<PathBuf>,
        model: &Model,
        language: &'static str,
    ) -> io::Result<()> {
        let (merge, folder) = (merge.clone(), model.data_folder().join(COMBINED));
        let job = move |progress: &Progress| {
            let path = match path {
                Some(path) => path,
                None => store::new_path(&folder, &name(&merge), END).map_err(ReviewError::from)?,
            };
            write(&merge, &path, &Texts::new(language), progress)?;
            Ok(Written { merge, path })
        };
        self.done = None;
        self.work = Some(Work::start("offcirc-write", model.wake(), job)?);
        Ok(())
    }

    /// What was written is what is shown above: nothing was changed since.
    fn is_current(&self, merge: &Arc<Merge>) -> bool {
        matches!(&self.done, Some(Ok(written)) if Arc::ptr_eq(&written.merge, merge))
    }
}

impl From<ReviewError> for Unwritten {
    fn from(error: ReviewError) -> Self {
        Self::Failed(error)
    }
}

/// Draws the step.
pub fn show(
    ui: &mut Ui,
    state: &mut Writing,
    merging: &Merging,
    view: &mut View,
) -> io::Result<()> {
    let (texts, colors) = (view.texts, view.colors);
    let Some(merge) = merging.merge() else { return Ok(()) };
    let mut started = Ok(());
    let summary = merge.summary();
    let values = [("transactions", count(summary.transactions)), ("files", count(summary.files))];
    let text = texts.fill("combine-what", &values);
    parts::text(ui, RichText::new(text).font(theme::strong_font()));
    let is_free = state.work.is_none() && !merging.is_busy() && summary.transactions > 0;
    let (here, elsewhere) = (texts.say("combine-write"), texts.say("combine-write-elsewhere"));
    parts::steady(ui, "write", |ui| {
        theme::row(ui, |ui| {
            if parts::main_button(ui, &here, &here, is_free, colors) {
                started = state.start(merge, None, view.model, texts.language());
            }
            if parts::named_button(ui, &elsewhere, &elsewhere, is_free) && state.choosing.is_none()
            {
                let name = format!("{}{END}", name(merge));
                let wanted = Wanted::Transactions { title: elsewhere.clone(), name };
                let asked = files::start(view.ask, wanted, view.model.wake());
                started = asked.map(|dialog| state.choosing = Some(dialog));
            }
        });
    });
    if let Some(work) = &state.work
        && work.show_as("work-writing", ui, texts, colors)
    {
        state.work = None;
    }
    match &state.done {
        None => {}
        Some(Err(why)) => {
            parts::remark(ui, Mark::Refused, colors.refused, &why.sentence(merge, texts));
        }
        Some(Ok(_)) if !state.is_current(merge) => {
            parts::remark(ui, Mark::Warning, colors.ink, &texts.say("combine-outdated"));
        }
        Some(Ok(written)) => show_written(ui, written, view),
    }
    started
}

/// Where the file is, and how it comes to Alma.
fn show_written(ui: &mut Ui, written: &Written, view: &mut View) {
    let (texts, colors) = (view.texts, view.colors);
    let summary = written.merge.summary();
    let values = [
        ("name", parts::name(&written.path).into()),
        ("count", count(summary.transactions)),
        ("left", count(summary.left_out)),
    ];
    parts::remark(ui, Mark::SAVED, colors.give_back, &texts.fill("combine-written", &values));
    view.paths.show(ui, &written.path, None, view.model, texts, colors);
    if summary.unreadable > 0 {
        let name = parts::name(&unreadable_path(&written.path));
        let values = [("count", count(summary.unreadable)), ("name", name.into())];
        let text = texts.fill("combine-unreadable", &values);
        parts::remark(ui, Mark::Warning, colors.ink, &text);
    }
    ui.add_space(0.5 * GRID);
    parts::remark(ui, Mark::Warning, colors.ink, &texts.say("combine-only-this"));
    upload::show_in_alma(ui, view);
}

/// The name that is proposed, without its end.
fn name(merge: &Merge) -> String {
    let time = |number: Option<u32>| {
        let entry = number.and_then(|number| merge.entry(number));
        entry.map_or_else(String::new, |e| e.time.naive().format("_%Y%m%d-%H%M").to_string())
    };
    let mut order = merge.order();
    let first = order.next();
    format!("combined{}{}", time(first), time(order.last().or(first)))
}

/// Writes the file, unless that would destroy another or leave something out.
fn write(merge: &Merge, path: &Path, texts: &Texts, progress: &Progress) -> Result<(), Unwritten> {
    let sources = merge.ledger().sources();
    let beside = unreadable_path(path);
    for path in [path, &beside] {
        if let Some(why) = store::spared(path, sources.iter().map(|source| &*source.path)) {
            return Err(Unwritten::Spared(path.to_path_buf(), why));
        }
    }
    let has_changed = |path: &Path, bytes| {
        let there = std::fs::metadata(path);
        there.is_ok_and(|there| there.len() != bytes)
    };
    if let Some(stale) = sources.iter().find(|source| has_changed(&source.path, source.bytes)) {
        return Err(Unwritten::Stale(stale.path.clone()));
    }
    let head = |line: &_| texts.unreadable_head(merge.ledger(), line);
    Ok(merge.write_files(path, &head, progress)?)
}

impl Unwritten {
    /// Why, and what to do.
    fn sentence(&self, merge: &Merge, texts: &Texts) -> String {
        let about =
            |key, path: &Path| texts.fill(key, &[("path", path.display().to_string().into())]);
        match self {
            Self::Stale(path) => about("combine-stale", path),
            Self::Spared(path, Spared::Folder) => about("merge-is-folder", path),
            Self::Spared(path, Spared::Input) => about("merge-is-input", path),
            Self::Spared(path, Spared::Desk) => about("merge-is-desk", path),
            Self::Failed(ReviewError::File(error)) if !is_source(merge.ledger(), &error.path) => {
                texts.trouble(&Trouble::from(error))
            }
            Self::Failed(error) => texts.review_error(error),
        }
    }
}

fn is_source(ledger: &Ledger, path: &Path) -> bool {
    ledger.sources().iter().any(|source| source.path == path)
}
