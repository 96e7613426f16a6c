//! Which transactions a message speaks of.

use std::collections::HashMap;

use super::{Meaning, Message, Report};
use crate::barcode::Barcode;
use crate::dat::Kind;
use crate::review::{BarcodeId, Entry, Ledger};

/// A message and the transactions it may speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matched {
    /// The message.
    pub message: Message,
    /// Places in [`Ledger::entries`] of all transactions that fit, in that order. Several when one
    /// barcode has several and no line number tells them apart.
    pub matches: Vec<usize>,
    /// Why the message still needs somebody to look; `None` when it is matched.
    pub unmatched: Option<Unmatched>,
}

/// Why a message is not matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmatched {
    /// Its wording is not known: the matches are all transactions with its barcode.
    UnknownWording,
    /// It names no barcode, or one that no file can hold.
    NoBarcode,
    /// No transaction has this barcode.
    NotInFiles,
    /// The barcode is there, and nobody borrowed with it.
    NotABorrower,
    /// The item is there, and was not returned.
    NotReturned,
    /// The barcode is there as a borrower, not as an item.
    NotAnItem,
}

impl Unmatched {
    /// The word for it that programs read, the same in every language.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::UnknownWording => "unknown-wording",
            Self::NoBarcode => "no-barcode",
            Self::NotInFiles => "not-in-files",
            Self::NotABorrower => "not-a-borrower",
            Self::NotReturned => "not-returned",
            Self::NotAnItem => "not-an-item",
        }
    }
}

/// The transactions of the barcodes that a report names.
#[derive(Default)]
struct Places {
    /// By the barcode in small letters: its spellings in the files.
    spellings: HashMap<String, Vec<BarcodeId>>,
    /// Places of the entries with this item or borrower.
    entries: HashMap<BarcodeId, Vec<usize>>,
}

/// The transactions that fit a meaning and a barcode.
struct Fitting {
    /// The line of each, and its place in [`Ledger::entries`], in order of the lines.
    by_line: Vec<(u64, usize)>,
}

impl Report {
    /// Finds the transactions of each message.
    ///
    /// A barcode that fits nothing as it is written is looked for without regard to letter case.
    #[must_use]
    pub fn matched(&self, ledger: &Ledger) -> Vec<Matched> {
        let places = Places::of(self, ledger);
        // A borrower can be in thousands of messages, and in as many transactions.
        let mut found: HashMap<_, Result<Fitting, Unmatched>> = HashMap::new();
        let mut all = Vec::new();
        for message in &self.messages {
            let meaning = message.meaning;
            let fitting =
                message.barcode.as_ref().ok_or(Unmatched::NoBarcode).and_then(|barcode| {
                    let known = found.entry((meaning, barcode));
                    let known = known.or_insert_with(|| places.look(meaning, barcode, ledger));
                    known.as_ref().map_err(|why| *why)
                });
            let (matches, unmatched) = match fitting {
                Ok(fitting) if meaning.is_none() => {
                    (fitting.on_line(message.line), Some(Unmatched::UnknownWording))
                }
                Ok(fitting) => (fitting.on_line(message.line), None),
                Err(why) => (Vec::new(), Some(why)),
            };
            all.push(Matched { message: message.clone(), matches, unmatched });
        }
        all
    }
}

impl Places {
    fn of(report: &Report, ledger: &Ledger) -> Self {
        let mut places = Self::default();
        for barcode in report.messages.iter().filter_map(|message| message.barcode.as_ref()) {
            places.spellings.entry(barcode.as_str().to_ascii_lowercase()).or_default();
        }
        for (id, barcode) in ledger.barcodes() {
            let lower = barcode.as_str().to_ascii_lowercase();
            if let Some(spellings) = places.spellings.get_mut(&lower) {
                spellings.push(id);
                places.entries.insert(id, Vec::new());
            }
        }
        for (place, entry) in ledger.entries().iter().enumerate() {
            // Item and borrower can be the same barcode: the entry counts once.
            let borrower = entry.borrower.filter(|borrower| *borrower != entry.item);
            for id in [Some(entry.item), borrower].into_iter().flatten() {
                if let Some(entries) = places.entries.get_mut(&id) {
                    entries.push(place);
                }
            }
        }
        places
    }

    fn look(
        &self,
        meaning: Option<Meaning>,
        barcode: &Barcode,
        ledger: &Ledger,
    ) -> Result<Fitting, Unmatched> {
        let exact = self.fitting(ledger.find(barcode).as_slice(), meaning, ledger);
        if !exact.by_line.is_empty() {
            return Ok(exact);
        }
        let lower = barcode.as_str().to_ascii_lowercase();
        let spellings = self.spellings.get(&lower).map(Vec::as_slice).unwrap_or_default();
        let fitting = self.fitting(spellings, meaning, ledger);
        if !fitting.by_line.is_empty() {
            return Ok(fitting);
        }
        Err(match meaning {
            _ if spellings.is_empty() => Unmatched::NotInFiles,
            None => Unmatched::NotInFiles,
            Some(Meaning::UserNotFound) => Unmatched::NotABorrower,
            Some(_) if !self.is_item(spellings, ledger) => Unmatched::NotAnItem,
            Some(_) => Unmatched::NotReturned,
        })
    }

    fn entries<'a>(
        &'a self,
        ids: &'a [BarcodeId],
        ledger: &'a Ledger,
    ) -> impl Iterator<Item = (usize, &'a Entry)> {
        let places = ids.iter().filter_map(|id| self.entries.get(id)).flatten();
        places.filter_map(|&place| Some((place, ledger.entries().get(place)?)))
    }

    /// The entries with one of these barcodes in the part that a message of this meaning speaks of.
    fn fitting(&self, ids: &[BarcodeId], meaning: Option<Meaning>, ledger: &Ledger) -> Fitting {
        let fits = |entry: &Entry| {
            let is_item = ids.contains(&entry.item);
            let is_borrower = entry.borrower.is_some_and(|borrower| ids.contains(&borrower));
            match meaning {
                Some(Meaning::UserNotFound) => is_borrower,
                Some(Meaning::NotOnLoan) => is_item && entry.kind == Kind::Return,
                Some(Meaning::ItemNotFound | Meaning::LaterAction) => is_item,
                None => true,
            }
        };
        let fitting = self.entries(ids, ledger).filter(|(_, entry)| fits(entry));
        let mut by_line: Vec<_> = fitting.map(|(place, entry)| (entry.line, place)).collect();
        by_line.sort_unstable();
        by_line.dedup();
        Fitting { by_line }
    }

    fn is_item(&self, ids: &[BarcodeId], ledger: &Ledger) -> bool {
        self.entries(ids, ledger).any(|(_, entry)| ids.contains(&entry.item))
    }
}

impl Fitting {
    /// Those that stand on the line a message names, if there are any; else all.
    fn on_line(&self, line: Option<u64>) -> Vec<usize> {
        let from = self.by_line.partition_point(|(known, _)| Some(*known) < line);
        let until = self.by_line.partition_point(|(known, _)| Some(*known) <= line);
        let there = self.by_line.get(from..until).filter(|there| !there.is_empty());
        let there = there.unwrap_or(&self.by_line);
        let mut places: Vec<_> = there.iter().map(|(_, place)| *place).collect();
        places.sort_unstable();
        places
    }
}
