//! Searching all that was recorded.

use std::cmp::Reverse;
use std::collections::HashSet;

use chrono::NaiveDate;
use memchr::memmem::Finder;

use super::{BarcodeId, Entry, Ledger, Progress, Stopped};
use crate::dat::Kind;

/// What is looked for; nothing set finds everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// A part of the item's or the borrower's barcode, without regard to spaces and letter case.
    pub barcode: String,
    /// The day of the transaction.
    pub day: Option<NaiveDate>,
    /// Loans only, or returns only.
    pub kind: Option<Kind>,
}

/// How many entries are looked at before somebody may stop the search.
const STEP: usize = 64 * 1024;

/// The places in [`Ledger::entries`] of the transactions that are looked for, the newest first.
///
/// # Errors
///
/// Somebody stopped the search.
pub fn find(ledger: &Ledger, search: &Search, progress: &Progress) -> Result<Vec<u32>, Stopped> {
    let barcodes = with(ledger, &search.barcode);
    let fits = |entry: &Entry| {
        search.kind.is_none_or(|kind| entry.kind == kind)
            && search.day.is_none_or(|day| entry.time.naive().date() == day)
            && barcodes.as_ref().is_none_or(|barcodes| {
                barcodes.contains(&entry.item)
                    || entry.borrower.is_some_and(|borrower| barcodes.contains(&borrower))
            })
    };
    let mut found = Vec::new();
    for (step, entries) in ledger.entries().chunks(STEP).enumerate() {
        progress.advance(0)?;
        for (place, entry) in entries.iter().enumerate().filter(|(_, entry)| fits(entry)) {
            if let Ok(place) = u32::try_from(step * STEP + place) {
                found.push((Reverse((entry.time, place)), place));
            }
        }
    }
    found.sort_unstable();
    Ok(found.into_iter().map(|(_, place)| place).collect())
}

/// The barcodes that contain a text; `None` when the text is empty, which all do.
///
/// Each barcode is looked at once, however many lines have it.
fn with(ledger: &Ledger, text: &str) -> Option<HashSet<BarcodeId>> {
    let mut plain = Vec::new();
    fold(text, &mut plain);
    if plain.is_empty() {
        return None;
    }
    let finder = Finder::new(&plain);
    let mut barcode = Vec::new();
    let contains = |(id, code): (BarcodeId, &crate::barcode::Barcode)| {
        fold(code.as_str(), &mut barcode);
        finder.find(&barcode).map(|_| id)
    };
    Some(ledger.barcodes().filter_map(contains).collect())
}

/// A text without its spaces, in small letters.
fn fold(text: &str, into: &mut Vec<u8>) {
    into.clear();
    let kept = text.split_whitespace().flat_map(str::bytes);
    into.extend(kept.map(|byte| byte.to_ascii_lowercase()));
}

#[cfg(test)]
mod tests;
