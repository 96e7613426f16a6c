//! From a transaction to its line.

use std::io::Write as _;

use chrono::{Datelike, Timelike};

use super::BORROWER_COLUMN;
use crate::transaction::{Action, Transaction};

/// The line of a transaction in the strict layout, with its line end.
#[must_use]
pub fn encode(transaction: &Transaction) -> Vec<u8> {
    let mut line = Vec::with_capacity(BORROWER_COLUMN + 32);
    encode_into(transaction, &mut line);
    line
}

/// Appends the line of a transaction to `out`.
pub fn encode_into(transaction: &Transaction, out: &mut Vec<u8>) {
    let time = transaction.time.naive();
    let (kind, borrower) = match &transaction.action {
        Action::Loan { borrower, .. } => ('L', borrower.as_str()),
        Action::Return { .. } => ('R', ""),
    };
    // Writing to a Vec never fails.
    let _ = write!(
        out,
        "{:04}{:02}{:02}{:02}{:02}{kind}{:<80}{borrower}\r\n",
        time.year(),
        time.month(),
        time.day(),
        time.hour(),
        time.minute(),
        transaction.item(),
    );
}
