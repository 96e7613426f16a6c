//! The chosen files as one, made beside the window.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Ui;

use crate::dat::Kind;
use crate::review::merge::Merge;
use crate::review::{Ledger, Progress, ReviewError, Stopped};
use crate::store::Summary;
use crate::text::Texts;
use crate::ui::model::Model;
use crate::ui::pages::checks::path_of;
use crate::ui::theme::Colors;
use crate::ui::work::Work;

/// How far it is.
#[derive(Default)]
pub struct Merging {
    work: Option<Work<Result<Merged, Stopped>>>,
    merged: Option<Merged>,
    /// The files when they were read last.
    of: Vec<PathBuf>,
    /// Somebody stopped the reading.
    pub stopped: bool,
    /// What stands in a second file too is left out.
    pub leave_out: bool,
}

/// What was made of the files.
struct Merged {
    merge: Arc<Merge>,
    files: Arc<Files>,
}

/// What was read of each file.
struct Files {
    read: Vec<(PathBuf, Summary)>,
    unread: Vec<ReviewError>,
}

/// What is known of a file.
pub enum Known<'a> {
    /// It is being read.
    Nothing,
    /// What is in it.
    Read(&'a Summary),
    /// Why it can't be read.
    Unread(&'a ReviewError),
}

impl Merging {
    /// Takes what was made, and begins anew when these are other files. What was made before stays
    /// until then.
    pub fn refresh(&mut self, files: &[PathBuf], model: &Model) -> io::Result<()> {
        if let Some(done) = self.work.as_mut().and_then(Work::poll) {
            self.work = None;
            match done {
                Ok(merged) => self.merged = Some(merged),
                Err(Stopped) => self.stopped = true,
            }
        }
        if self.of == files {
            return Ok(());
        }
        self.of = files.to_vec();
        self.stopped = false;
        let (paths, leave_out) = (files.to_vec(), self.leave_out);
        self.start(model, move |progress| Merged::of(&paths, leave_out, progress))
    }

    /// Changes what was made. Nothing happens while something else is being done with it.
    fn change(
        &mut self,
        model: &Model,
        change: impl FnOnce(&mut Merge, &Progress) -> Result<(), Stopped> + Send + 'static,
    ) -> io::Result<()> {
        let (None, Some(Merged { merge, files })) = (&self.work, &self.merged) else {
            return Ok(());
        };
        let (merge, files) = (merge.clone(), files.clone());
        self.start(model, move |progress| {
            let mut merge = Merge::clone(&merge);
            change(&mut merge, progress)?;
            Ok(Merged { merge: Arc::new(merge), files })
        })
    }

    fn start(
        &mut self,
        model: &Model,
        job: impl FnOnce(&Progress) -> Result<Merged, Stopped> + Send + 'static,
    ) -> io::Result<()> {
        self.work = Some(Work::start("offcirc-combine", model.wake(), job)?);
        Ok(())
    }

    /// Keeps what stands in a second file too, or leaves it out.
    pub fn leave_out(&mut self, leave_out: bool, model: &Model) -> io::Result<()> {
        if self.work.is_some() {
            return Ok(());
        }
        self.leave_out = leave_out;
        self.change(model, move |merge, progress| merge.keep_duplicates(!leave_out, progress))
    }

    /// Puts an entry before another.
    pub fn put_before(&mut self, number: u32, other: u32, model: &Model) -> io::Result<()> {
        self.change(model, move |merge, progress| merge.move_before(number, other, progress))
    }

    /// The files are read again, although they are the same.
    pub fn read_again(&mut self) {
        self.of.clear();
    }

    /// Gives up what goes on.
    pub fn stop(&mut self) {
        self.work = None;
        self.stopped = true;
    }

    /// Draws how far it is; returns whether it is to stop.
    pub fn show_progress(&self, ui: &mut Ui, texts: &Texts, colors: &Colors) -> bool {
        self.work.as_ref().is_some_and(|work| work.show(ui, texts, colors))
    }

    /// What was made of the files; `None` before that.
    pub fn merge(&self) -> Option<&Arc<Merge>> {
        self.merged.as_ref().map(|merged| &merged.merge)
    }

    /// Whether something goes on: what is shown may change.
    pub fn is_busy(&self) -> bool {
        self.work.is_some()
    }

    /// What is known of a file.
    pub fn known(&self, file: &Path) -> Known<'_> {
        let Some(Merged { files, .. }) = &self.merged else { return Known::Nothing };
        if let Some(error) = files.unread.iter().find(|error| path_of(error) == Some(file)) {
            return Known::Unread(error);
        }
        let read = files.read.iter().find(|(path, _)| path == file);
        read.map_or(Known::Nothing, |(_, summary)| Known::Read(summary))
    }
}

impl Merged {
    fn of(files: &[PathBuf], leave_out: bool, progress: &Progress) -> Result<Self, Stopped> {
        let (ledger, unread) = Ledger::read_what_can_be(files, progress)?;
        let read = summaries(&ledger);
        let mut merge = Merge::of(ledger, progress)?;
        if leave_out {
            merge.keep_duplicates(false, progress)?;
        }
        Ok(Self { merge: Arc::new(merge), files: Arc::new(Files { read, unread }) })
    }
}

/// What is in each file.
fn summaries(ledger: &Ledger) -> Vec<(PathBuf, Summary)> {
    let of = |path: &PathBuf| (path.clone(), Summary::default());
    let mut all: Vec<_> = ledger.sources().iter().map(|source| of(&source.path)).collect();
    let entries = ledger.entries();
    for file in entries.chunk_by(|one, other| one.source == other.source) {
        let source = file.first().map_or(0, |entry| usize::from(entry.source));
        let Some((_, summary)) = all.get_mut(source) else { continue };
        let loans = file.iter().filter(|entry| entry.kind == Kind::Loan).count();
        summary.loans = loans as u64;
        summary.returns = (file.len() - loans) as u64;
        let borrowers: HashSet<_> = file.iter().filter_map(|entry| entry.borrower).collect();
        summary.borrowers = borrowers.len() as u64;
        summary.from = file.iter().map(|entry| entry.time).min();
        summary.to = file.iter().map(|entry| entry.time).max();
    }
    for line in ledger.unreadable() {
        if let Some((_, summary)) = all.get_mut(usize::from(line.source)) {
            summary.unreadable += 1;
        }
    }
    all
}
