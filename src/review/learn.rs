//! What a library's barcodes look like, read off an old file of transactions or a list of barcodes.

use std::path::Path;

use super::progress::Progress;
use super::source::{self, Foreign, ReviewError};
use crate::barcode::Barcode;
use crate::dat::{Reader, Reading};
use crate::scan::Learner;
use crate::store::{Context as _, Operation};
use crate::transaction::Action;

/// How often progress is told, in bytes.
const STEP: u64 = 1024 * 1024;

/// The examples of a file.
#[derive(Debug)]
pub enum Examples {
    /// It is a file of transactions: both are known apart.
    Transactions {
        /// The borrowers' cards.
        borrowers: Learner,
        /// The items.
        items: Learner,
    },
    /// It is a list, one barcode a line; whose they are it does not say.
    List(Learner),
}

/// Reads the examples of a file, once and a line at a time.
///
/// # Errors
///
/// The file can't be read, or it holds neither a transaction nor a line that is a barcode.
pub fn examples(path: &Path, progress: &Progress) -> Result<Examples, ReviewError> {
    let opened = source::open_text(path)?;
    progress.expect(opened.length.unwrap_or_default());
    let mut reader = Reader::new(opened);
    let mut borrowers = Learner::default();
    let mut items = Learner::default();
    let mut list = Learner::default();
    let mut read = 0;
    while let Some(line) = reader.next_line().context(Operation::Read, path)? {
        read += line.length;
        if read >= STEP {
            progress.advance(read)?;
            read = 0;
        }
        match line.reading {
            Reading::Transaction { transaction, .. } => match &transaction.action {
                Action::Loan { item, borrower } => {
                    items.add(item);
                    borrowers.add(borrower);
                }
                Action::Return { item } => items.add(item),
            },
            Reading::Unreadable(_) => {
                if let Some(barcode) = barcode(line.bytes) {
                    list.add(&barcode);
                }
            }
            Reading::Blank => {}
        }
    }
    progress.advance(read)?;
    if items.examples() > 0 {
        Ok(Examples::Transactions { borrowers, items })
    } else if list.examples() > 0 {
        Ok(Examples::List(list))
    } else {
        Err(ReviewError::Foreign { path: path.to_path_buf(), what: Foreign::Text })
    }
}

/// A line of a list: a barcode, perhaps in quotes, perhaps the first column of a table.
fn barcode(line: &[u8]) -> Option<Barcode> {
    let text = std::str::from_utf8(line).ok()?;
    let first = text.split([',', ';', '\t']).next()?.trim().trim_matches('"').trim();
    let has_digit = first.bytes().any(|byte| byte.is_ascii_digit());
    // The head of a column, and prose, are no barcodes.
    Barcode::parse(first).ok().filter(|_| has_digit && !first.contains(' '))
}
