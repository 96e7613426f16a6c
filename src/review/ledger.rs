//! What some files say, line by line, each with its origin.

use std::path::PathBuf;

use super::barcodes::{BarcodeId, Barcodes};
use super::progress::{Progress, Stopped};
use super::reading::{self, Part, PartLine, Read};
use super::source::{ReviewError, Source, UnreadableLine};
use crate::barcode::Barcode;
use crate::dat::Kind;
use crate::transaction::{Action, DeskTime, Transaction};

/// One transaction and where it stands. Small: a ledger has one for each line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Which of the files, counted from 0.
    pub source: u16,
    /// Its line there, counted from 1.
    pub line: u64,
    /// When.
    pub time: DeskTime,
    /// Loan or return.
    pub kind: Kind,
    /// The item.
    pub item: BarcodeId,
    /// Who borrowed; nobody for a return.
    pub borrower: Option<BarcodeId>,
    /// Where the borrower starts when it is not where the format wants it, counted from 0.
    pub shifted: Option<u16>,
}

/// What some files say.
#[derive(Debug, Default)]
pub struct Ledger {
    sources: Vec<Source>,
    entries: Vec<Entry>,
    unreadable: Vec<UnreadableLine>,
    barcodes: Barcodes,
}

impl Ledger {
    /// More files than this are not read at once.
    pub const MOST_FILES: usize = u16::MAX as usize;

    /// Reads the files, one after the other.
    ///
    /// # Errors
    ///
    /// The first file that can't be read, or that holds no transactions.
    pub fn read(paths: &[PathBuf], progress: &Progress) -> Result<Self, ReviewError> {
        let (ledger, mut failed) = Self::read_what_can_be(paths, progress)?;
        if failed.is_empty() { Ok(ledger) } else { Err(failed.swap_remove(0)) }
    }

    /// Reads the files, one after the other; those that can't be read, or that hold no
    /// transactions, are left out and given back in their order, each with the reason.
    ///
    /// # Errors
    ///
    /// Only that somebody stopped it.
    pub fn read_what_can_be(
        paths: &[PathBuf],
        progress: &Progress,
    ) -> Result<(Self, Vec<ReviewError>), Stopped> {
        let mut ledger = Self::default();
        let mut failed = Vec::new();
        let (readable, more) = paths.split_at(paths.len().min(Self::MOST_FILES));
        reading::read(readable, progress, |read| match read {
            Read::Part(part) => ledger.add(part),
            Read::Whole(source) => ledger.sources.push(source),
            Read::Failed(error) => {
                ledger.forget_unfinished_source();
                failed.push(error);
            }
        })?;
        failed.extend(more.iter().map(|path| ReviewError::TooMany { path: path.clone() }));
        Ok((ledger, failed))
    }

    /// Adds a part of the file that becomes the next source.
    fn add(&mut self, part: Part) {
        let source = self.next_source();
        let mut ids = self.barcodes.ids(part.barcodes).into_iter();
        for PartLine { number, time, kind, shifted } in part.lines {
            // A part has an item for every line, and a borrower behind it for every loan.
            let Some(item) = ids.next() else { break };
            let borrower = if kind == Kind::Loan { ids.next() } else { None };
            self.entries.push(Entry { source, line: number, time, kind, item, borrower, shifted });
        }
        let unreadable = part.unreadable.into_iter();
        self.unreadable.extend(unreadable.map(|line| UnreadableLine { source, ..line }));
    }

    fn forget_unfinished_source(&mut self) {
        let source = self.next_source();
        let entries = self.entries.partition_point(|entry| entry.source < source);
        self.entries.truncate(entries);
        let unreadable = self.unreadable.partition_point(|line| line.source < source);
        self.unreadable.truncate(unreadable);
    }

    /// The number of the source that is being read.
    fn next_source(&self) -> u16 {
        // No more than MOST_FILES are read.
        u16::try_from(self.sources.len()).unwrap_or(u16::MAX)
    }

    /// The files, in the order in which they were given.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The transactions, file after file, in the order of their lines.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The lines that can't be read, in the same order.
    #[must_use]
    pub fn unreadable(&self) -> &[UnreadableLine] {
        &self.unreadable
    }

    /// How many different barcodes there are: every [`BarcodeId::index`] is below it.
    pub(super) fn barcode_count(&self) -> usize {
        self.barcodes.len()
    }

    /// The barcode of an entry.
    ///
    /// # Panics
    ///
    /// When the id is of another ledger.
    #[must_use]
    pub fn barcode(&self, id: BarcodeId) -> &Barcode {
        self.barcodes.barcode(id)
    }

    /// A barcode that stands somewhere in the files, as an item or as a borrower.
    #[must_use]
    pub fn find(&self, barcode: &Barcode) -> Option<BarcodeId> {
        self.barcodes.find(barcode)
    }

    /// Every barcode of the files once, whether an item, a borrower or both.
    pub fn barcodes(&self) -> impl Iterator<Item = (BarcodeId, &Barcode)> {
        self.barcodes.iter()
    }

    /// An entry as a transaction.
    #[must_use]
    pub fn transaction(&self, entry: &Entry) -> Transaction {
        let item = self.barcode(entry.item).clone();
        let action = match entry.borrower {
            Some(borrower) => Action::Loan { item, borrower: self.barcode(borrower).clone() },
            None => Action::Return { item },
        };
        Transaction { time: entry.time, action }
    }
}
