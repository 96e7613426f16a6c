//! What a report says, sorted by what is to be done about it.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::barcode::Barcode;
use crate::review::report::{Matched, Meaning, Report, Unmatched};
use crate::review::{Ledger, Progress, ReviewError, Stopped};
use crate::store::Stage;

/// What the batches hold.
pub struct Files {
    /// The transactions.
    pub ledger: Ledger,
    /// Of each file of the ledger, whether Alma has it.
    uploaded: Vec<bool>,
    /// The files that could not be read.
    pub failed: Vec<ReviewError>,
}

impl Files {
    /// Reads the batches.
    pub fn read(batches: &[(PathBuf, Stage)], progress: &Progress) -> Result<Self, Stopped> {
        let paths: Vec<PathBuf> = batches.iter().map(|(path, _)| path.clone()).collect();
        let (ledger, failed) = Ledger::read_what_can_be(&paths, progress)?;
        let is_uploaded = |path: &Path| batches.contains(&(path.to_path_buf(), Stage::Uploaded));
        let uploaded = ledger.sources().iter().map(|source| is_uploaded(&source.path)).collect();
        Ok(Self { ledger, uploaded, failed })
    }

    /// The file of a transaction.
    fn source(&self, place: usize) -> Option<usize> {
        self.ledger.entries().get(place).map(|entry| usize::from(entry.source))
    }
}

/// Messages about which the same is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// What they mean.
    pub meaning: Option<Meaning>,
    /// Why they have no transactions, if they have none.
    pub unmatched: Option<Unmatched>,
}

/// Every group in its order: what is to be done first, what could not be matched last.
const GROUPS: [Group; 10] = [
    Group::matched(Meaning::ItemNotFound),
    Group::matched(Meaning::UserNotFound),
    Group::matched(Meaning::LaterAction),
    Group::matched(Meaning::NotOnLoan),
    Group { meaning: None, unmatched: Some(Unmatched::UnknownWording) },
    Group { meaning: None, unmatched: Some(Unmatched::NotInFiles) },
    Group { meaning: None, unmatched: Some(Unmatched::NotReturned) },
    Group { meaning: None, unmatched: Some(Unmatched::NotAnItem) },
    Group { meaning: None, unmatched: Some(Unmatched::NotABorrower) },
    Group { meaning: None, unmatched: Some(Unmatched::NoBarcode) },
];

impl Group {
    const fn matched(meaning: Meaning) -> Self {
        Self { meaning: Some(meaning), unmatched: None }
    }

    fn of(matched: &Matched) -> Self {
        let meaning = if matched.unmatched.is_some() { None } else { matched.message.meaning };
        Self { meaning, unmatched: matched.unmatched }
    }

    fn place(self) -> usize {
        GROUPS.iter().position(|group| *group == self).unwrap_or(GROUPS.len())
    }

    /// Whether its transactions are to be recorded again, before anybody has looked: the others
    /// need nothing, or a look at the item first.
    fn is_recorded_again(self) -> bool {
        matches!(self.meaning, Some(Meaning::ItemNotFound | Meaning::UserNotFound))
    }
}

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// What the messages below mean, and what to do.
    Head(Group),
    /// All transactions below, to be chosen at once: the rows from here to this one.
    All(usize),
    /// The message with this number.
    Message(usize),
    /// A transaction that the message may speak of: its place in the ledger.
    Transaction(usize, usize),
}

/// A report that was matched.
pub struct Found {
    /// The batches it was matched against.
    pub files: Arc<Files>,
    /// Its messages, in the order of their groups.
    pub messages: Vec<Matched>,
    /// The file whose report it seems to be, counted from 0; none when nothing was matched.
    pub batch: Option<usize>,
    /// How many lines are no message.
    pub passed_over: usize,
    /// One of them is a barcode and nothing else: something was scanned into the report.
    pub has_scan: bool,
    /// What is shown.
    pub rows: Vec<Row>,
}

impl Found {
    /// Matches a report.
    pub fn of(text: &str, files: Arc<Files>) -> Self {
        let report = Report::read(text);
        let mut messages = report.matched(&files.ledger);
        messages.sort_by_key(|matched| Group::of(matched).place());
        let batch = batch(&messages, &files);
        for matched in &mut messages {
            // What is meant stands first.
            matched.matches.sort_by_key(|place| files.source(*place) != batch);
        }
        let rows = rows(&messages);
        let passed_over = report.passed_over();
        let has_scan = passed_over.iter().any(|line| is_scan(line));
        Self { files, rows, batch, has_scan, passed_over: passed_over.len(), messages }
    }

    /// The transactions that are chosen before anybody has chosen: places in the ledger. Only
    /// those of the batch whose report it is: the others are not what Alma has refused here.
    pub fn proposed(&self) -> BTreeSet<usize> {
        let again = self.messages.iter().filter(|one| Group::of(one).is_recorded_again());
        let places = again.flat_map(|one| one.matches.iter().copied());
        places.filter(|place| self.files.source(*place) == self.batch).collect()
    }

    /// Whether a message fits transactions of other batches too.
    pub fn has_others(&self) -> bool {
        let mut places = self.messages.iter().flat_map(|one| &one.matches);
        places.any(|place| self.files.source(*place) != self.batch)
    }

    /// How many messages have no transaction.
    pub fn unmatched(&self) -> usize {
        self.messages.iter().filter(|one| one.unmatched.is_some()).count()
    }

    /// Whether the same places are the same transactions as in another one.
    pub fn is_same(&self, other: &Self) -> bool {
        self.messages == other.messages
            && self.files.ledger.sources() == other.files.ledger.sources()
    }

    /// The transactions of some rows: places in the ledger.
    pub fn places(&self, from: usize, to: usize) -> impl Iterator<Item = usize> {
        let rows = self.rows.get(from..to).unwrap_or_default();
        rows.iter().filter_map(|row| match row {
            Row::Transaction(_, place) => Some(*place),
            _ => None,
        })
    }
}

/// A report is that of one upload: of the batch that most messages fit, and of several such of the
/// one that Alma got last.
fn batch(messages: &[Matched], files: &Files) -> Option<usize> {
    let mut fitting = vec![0_usize; files.uploaded.len()];
    for matched in messages {
        let sources: BTreeSet<usize> =
            matched.matches.iter().filter_map(|place| files.source(*place)).collect();
        for source in sources {
            if let Some(count) = fitting.get_mut(source) {
                *count += 1;
            }
        }
    }
    let with_uploaded = fitting.into_iter().zip(&files.uploaded).enumerate();
    // The batches that Alma has come with the newest first.
    let best = with_uploaded
        .filter(|(_, (count, _))| *count > 0)
        .max_by_key(|(source, fits)| (*fits, Reverse(*source)));
    best.map(|(source, _)| source)
}

fn rows(messages: &[Matched]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut number = 0;
    for same in messages.chunk_by(|one, next| Group::of(one) == Group::of(next)) {
        let Some(first) = same.first() else { continue };
        rows.push(Row::Head(Group::of(first)));
        let transactions: usize = same.iter().map(|matched| matched.matches.len()).sum();
        if transactions > 1 {
            rows.push(Row::All(rows.len() + 1 + same.len() + transactions));
        }
        for matched in same {
            rows.push(Row::Message(number));
            rows.extend(matched.matches.iter().map(|place| Row::Transaction(number, *place)));
            number += 1;
        }
    }
    rows
}

/// Whether a line can only have come from a scanner.
fn is_scan(line: &str) -> bool {
    const SHORTEST: usize = 8;
    let digits = line.bytes().filter(u8::is_ascii_digit).count();
    digits >= SHORTEST && !line.contains(' ') && Barcode::parse(line).is_ok()
}
