//! Transactions of the chosen batch, or of all files when something is looked for: read and found
//! beside the window.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use eframe::egui::Ui;

use crate::dat::Kind;
use crate::review::history::{Search, find};
use crate::review::{Ledger, Progress, ReviewError, Stopped};
use crate::store::Batch;
use crate::text::Texts;
use crate::ui::model::Model;
use crate::ui::theme::Colors;
use crate::ui::work::Work;

/// What is looked for, as it was typed, and what was found.
#[derive(Default)]
pub struct Searching {
    /// A part of a barcode.
    pub barcode: String,
    /// A day, as it is written everywhere: 2026-11-23.
    pub day: String,
    /// Loans only, or returns only.
    pub kind: Option<Kind>,
    /// Somebody stopped it.
    pub stopped: bool,
    reading: Option<Work<Result<Read, Stopped>>>,
    read: Option<Arc<Read>>,
    /// The files and what was in them when the last reading began.
    of: Vec<(PathBuf, blake3::Hash)>,
    finding: Option<Work<Result<Found, Stopped>>>,
    found: Option<Found>,
    /// What the last search looks for.
    asked: Option<(Search, usize)>,
    readings: usize,
}

/// The files that were read.
pub struct Read {
    /// What they say.
    pub ledger: Ledger,
    /// Why some can't be read.
    pub unread: Vec<ReviewError>,
}

/// What was found.
pub struct Found {
    /// Where it was looked for.
    pub read: Arc<Read>,
    /// The places in the ledger's entries, the newest first.
    pub places: Arc<[u32]>,
}

/// What was typed for a day is none.
pub struct NotADay;

impl Searching {
    /// Whether something is looked for: then all files are meant, else the chosen one.
    pub fn is_on(&self) -> bool {
        !self.barcode.trim().is_empty() || !self.day.trim().is_empty() || self.kind.is_some()
    }

    /// Looks for nothing any more.
    pub fn clear(&mut self) {
        self.barcode.clear();
        self.day.clear();
        self.kind = None;
    }

    /// The day, if one is looked for; an error while what was typed is none.
    pub fn parsed_day(&self, texts: &Texts) -> Result<Option<NaiveDate>, NotADay> {
        let day = self.day.trim();
        if day.is_empty() { Ok(None) } else { texts.parse_date(day).map(Some).ok_or(NotADay) }
    }

    /// Takes what was read and found, and looks again when something else is looked for or the
    /// files have changed. What was found before stays until then.
    pub fn refresh(
        &mut self,
        batches: &[Batch],
        chosen: Option<&Path>,
        model: &Model,
        texts: &Texts,
    ) -> io::Result<()> {
        self.take();
        let is_meant = |batch: &&Batch| {
            batch.bytes > 0 && (self.is_on() || chosen == Some(batch.path.as_path()))
        };
        let files: Vec<_> = batches
            .iter()
            .filter(is_meant)
            .map(|batch| (batch.path.clone(), batch.digest))
            .collect();
        let Ok(day) = self.parsed_day(texts) else { return Ok(()) };
        if files != self.of {
            let paths: Vec<_> = files.iter().map(|(path, _)| path.clone()).collect();
            self.of = files;
            self.stopped = false;
            self.read = None;
            self.found = None;
            self.finding = None;
            self.asked = None;
            let read = move |progress: &Progress| {
                let (ledger, unread) = Ledger::read_what_can_be(&paths, progress)?;
                Ok(Read { ledger, unread })
            };
            self.reading = Some(Work::start("offcirc-history", model.wake(), read)?);
        }
        let search = Search { barcode: self.barcode.clone(), day, kind: self.kind };
        let asked = Some((search.clone(), self.readings));
        let Some(read) = self.read.clone().filter(|_| self.asked != asked) else { return Ok(()) };
        self.asked = asked;
        let search = move |progress: &Progress| {
            let places = find(&read.ledger, &search, progress)?.into();
            Ok(Found { read, places })
        };
        self.finding = Some(Work::start("offcirc-search", model.wake(), search)?);
        Ok(())
    }

    fn take(&mut self) {
        if let Some(read) = self.reading.as_mut().and_then(Work::poll) {
            self.reading = None;
            self.read = read.ok().map(Arc::new);
            self.readings += 1;
        }
        if let Some(found) = self.finding.as_mut().and_then(Work::poll) {
            self.finding = None;
            self.found = found.ok();
        }
    }

    /// Gives up what goes on.
    pub fn stop(&mut self) {
        self.reading = None;
        self.finding = None;
        self.stopped = true;
    }

    /// Begins anew.
    pub fn read_again(&mut self) {
        self.of.clear();
    }

    /// Draws how far it is; returns whether it is to stop.
    pub fn show_progress(&self, ui: &mut Ui, texts: &Texts, colors: &Colors) -> bool {
        match (&self.reading, &self.finding) {
            (Some(work), _) => work.show(ui, texts, colors),
            (None, Some(work)) => work.show(ui, texts, colors),
            (None, None) => false,
        }
    }

    /// What was found; `None` before that.
    pub fn found(&self) -> Option<&Found> {
        self.found.as_ref()
    }
}
