//! What stands in Alma's way in the files that are still to be uploaded, looked for beside the
//! window and anew when the files have changed.

use std::cmp::Reverse;
use std::path::{Path, PathBuf};

use eframe::egui::Ui;

use super::batches::Batches;
use crate::review::check::{Context, Finding, Severity, check};
use crate::review::{Ledger, Progress, ReviewError, Source, Stopped};
use crate::store::{Batch, Listing, Trouble};
use crate::text::Texts;
use crate::ui::model::Model;
use crate::ui::theme::Colors;
use crate::ui::work::Work;
use crate::zone::is_set_back;

/// What was found when the files were looked through last.
#[derive(Default)]
pub struct Checks {
    checking: Option<Work<Result<Checked, Stopped>>>,
    checked: Option<Checked>,
    /// Why the system let nothing be looked through, if it did not.
    failed: Option<Trouble>,
    /// The files and what was in them when the last check began.
    as_of: Option<Vec<(PathBuf, blake3::Hash)>>,
}

/// All files, with what is to be said of them: in the order of files, the gravest first.
struct Checked {
    ledger: Ledger,
    /// Errors and warnings.
    serious: Vec<Finding>,
    /// What is good to know.
    information: Vec<Finding>,
    unread: Vec<ReviewError>,
}

/// How far the check of a file is.
pub enum Check<'a> {
    /// It goes on, or has not begun.
    Going,
    /// Somebody stopped it.
    Stopped,
    /// The system has no thread for it.
    Failed(&'a Trouble),
    /// The file can't be read.
    Unread(&'a ReviewError),
    /// It is done.
    Done(Found<'a>),
}

/// What was found in a file.
#[derive(Clone, Copy)]
pub struct Found<'a> {
    /// What was read.
    pub ledger: &'a Ledger,
    /// Errors first, then warnings.
    pub serious: &'a [Finding],
    /// What is good to know.
    pub information: &'a [Finding],
}

impl Checks {
    /// Takes what was found. Asked for on every page: a check ends also when its page was left.
    pub fn poll(&mut self) {
        if let Some(done) = self.checking.as_mut().and_then(Work::poll) {
            self.checking = None;
            self.checked = done.ok();
        }
    }

    /// Looks again when the files are others. While a check runs none begins: one that was read
    /// meanwhile would be another again when much is being saved.
    pub fn refresh(&mut self, model: &Model, batches: &Batches) {
        let Some(Ok(Listing { batches, .. })) = batches.found() else { return };
        let waiting = batches.iter().filter(|batch| batch.is_waiting());
        let files: Vec<_> = waiting.map(|batch| (batch.path.clone(), batch.digest)).collect();
        if self.checking.is_some() || self.as_of.as_ref() == Some(&files) {
            return;
        }
        let paths: Vec<_> = files.iter().map(|(path, _)| path.clone()).collect();
        self.as_of = Some(files);
        let (now, desk) = (model.now, model.settings.desk_name());
        let look = move |progress: &Progress| {
            let context = Context { now, set_back: &is_set_back, desk: Some(&desk) };
            Checked::of(&paths, &context, progress)
        };
        match Work::start("offcirc-check", model.wake(), look) {
            Ok(work) => self.checking = Some(work),
            Err(error) => self.failed = Some(Trouble::no_thread(model.data_folder(), &error)),
        }
    }

    /// The files may be others although they have the same length: they are looked through again.
    pub fn look_again(&mut self) {
        self.as_of = None;
        self.failed = None;
    }

    /// Gives the check up.
    pub fn stop(&mut self) {
        self.checking = None;
        self.checked = None;
    }

    /// Draws how far the check is; returns whether it is to stop.
    pub fn show_progress(&self, ui: &mut Ui, texts: &Texts, colors: &Colors) -> bool {
        self.checking.as_ref().is_some_and(|work| work.show(ui, texts, colors))
    }

    /// What is known of a batch.
    pub fn of(&self, batch: &Batch) -> Check<'_> {
        let known = self.checked.as_ref().and_then(|checked| checked.file(batch));
        match (known, &self.failed) {
            (Some(check), _) => check,
            (None, Some(trouble)) => Check::Failed(trouble),
            (None, None) if self.checking.is_none() && self.checked.is_none() => Check::Stopped,
            (None, None) => Check::Going,
        }
    }
}

impl Checked {
    fn of(paths: &[PathBuf], context: &Context<'_>, progress: &Progress) -> Result<Self, Stopped> {
        let (ledger, unread) = Ledger::read_what_can_be(paths, progress)?;
        let mut findings = check(&ledger, context, progress)?;
        findings.sort_by_key(|finding| (finding.source, Reverse(finding.what.severity())));
        let is_serious = |finding: &Finding| finding.what.severity() > Severity::Information;
        let (serious, information) = findings.into_iter().partition(is_serious);
        Ok(Self { ledger, serious, information, unread })
    }

    /// What is known of a batch; nothing when it has changed since.
    fn file(&self, batch: &Batch) -> Option<Check<'_>> {
        if let Some(error) = self.unread.iter().find(|error| path_of(error) == Some(&*batch.path)) {
            return Some(Check::Unread(error));
        }
        let is_it = |source: &Source| source.path == batch.path && source.bytes == batch.bytes;
        let source = self.ledger.sources().iter().position(is_it)?;
        let source = u16::try_from(source).ok()?;
        let serious = of_source(&self.serious, source);
        let information = of_source(&self.information, source);
        Some(Check::Done(Found { ledger: &self.ledger, serious, information }))
    }
}

/// The findings of a file among those of all, which are in the order of files.
fn of_source(findings: &[Finding], source: u16) -> &[Finding] {
    let start = findings.partition_point(|finding| finding.source < source);
    let end = findings.partition_point(|finding| finding.source <= source);
    findings.get(start..end).unwrap_or_default()
}

/// The file that could not be looked through.
pub fn path_of(error: &ReviewError) -> Option<&Path> {
    match error {
        ReviewError::File(error) => Some(&error.path),
        ReviewError::Foreign { path, .. }
        | ReviewError::Changed { path }
        | ReviewError::Once { path }
        | ReviewError::TooMany { path } => Some(path),
        ReviewError::Stopped(_) => None,
    }
}
