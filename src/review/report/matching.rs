//! Which transactions a message speaks of.

use std::collections::HashMap;

use super::{Meaning, Message, Report};
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

impl Report {
    /// Finds the transactions of each message.
    ///
    /// A barcode that fits nothing as it is written is looked for without regard to letter case.
    #[must_use]
    pub fn matched(&self, ledger: &Ledger) -> Vec<Matched> {
        let places = Places::of(self, ledger);
        self.messages.iter().map(|message| places.matched(message, ledger)).collect()
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

    fn matched(&self, message: &Message, ledger: &Ledger) -> Matched {
        let (matches, unmatched) = match self.look(message, ledger) {
            Ok(matches) if message.meaning.is_none() => (matches, Some(Unmatched::UnknownWording)),
            Ok(matches) => (matches, None),
            Err(unmatched) => (Vec::new(), Some(unmatched)),
        };
        Matched { message: message.clone(), matches, unmatched }
    }

    fn look(&self, message: &Message, ledger: &Ledger) -> Result<Vec<usize>, Unmatched> {
        let barcode = message.barcode.as_ref().ok_or(Unmatched::NoBarcode)?;
        let lower = barcode.as_str().to_ascii_lowercase();
        let spellings = self.spellings.get(&lower).map(Vec::as_slice).unwrap_or_default();
        let exact: Vec<BarcodeId> = ledger.find(barcode).into_iter().collect();
        let mut fitting = self.fitting(&exact, message, ledger);
        if fitting.is_empty() {
            fitting = self.fitting(spellings, message, ledger);
        }
        if fitting.is_empty() {
            return Err(match message.meaning {
                _ if spellings.is_empty() => Unmatched::NotInFiles,
                None => Unmatched::NotInFiles,
                Some(Meaning::UserNotFound) => Unmatched::NotABorrower,
                Some(_) if !self.is_item(spellings, ledger) => Unmatched::NotAnItem,
                Some(_) => Unmatched::NotReturned,
            });
        }
        Ok(on_line(fitting, message.line, ledger))
    }

    fn entries<'a>(
        &'a self,
        ids: &'a [BarcodeId],
        ledger: &'a Ledger,
    ) -> impl Iterator<Item = (usize, &'a Entry)> {
        let places = ids.iter().filter_map(|id| self.entries.get(id)).flatten();
        places.filter_map(|&place| Some((place, ledger.entries().get(place)?)))
    }

    /// The entries with one of these barcodes in the part that the message speaks of.
    fn fitting(&self, ids: &[BarcodeId], message: &Message, ledger: &Ledger) -> Vec<usize> {
        let fits = |entry: &Entry| {
            let is_item = ids.contains(&entry.item);
            let is_borrower = entry.borrower.is_some_and(|borrower| ids.contains(&borrower));
            match message.meaning {
                Some(Meaning::UserNotFound) => is_borrower,
                Some(Meaning::NotOnLoan) => is_item && entry.kind == Kind::Return,
                Some(Meaning::ItemNotFound | Meaning::LaterAction) => is_item,
                None => true,
            }
        };
        let mut fitting: Vec<usize> = self
            .entries(ids, ledger)
            .filter(|(_, entry)| fits(entry))
            .map(|(place, _)| place)
            .collect();
        fitting.sort_unstable();
        fitting.dedup();
        fitting
    }

    fn is_item(&self, ids: &[BarcodeId], ledger: &Ledger) -> bool {
        self.entries(ids, ledger).any(|(_, entry)| ids.contains(&entry.item))
    }
}

/// Those that stand on the line the message names, if there are any.
fn on_line(places: Vec<usize>, line: Option<u64>, ledger: &Ledger) -> Vec<usize> {
    let stands = |place: &usize| ledger.entries().get(*place).map(|entry| entry.line) == line;
    let there: Vec<usize> = places.iter().copied().filter(stands).collect();
    if there.is_empty() { places } else { there }
}
