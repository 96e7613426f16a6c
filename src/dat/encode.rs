//! From a transaction to its line.

use chrono::{Datelike, Timelike};

use super::{BORROWER_COLUMN, ITEM_COLUMN, KIND_COLUMN};
use crate::barcode::Barcode;
use crate::transaction::{DeskTime, Transaction};

/// The line of a transaction in the strict layout, with its line end.
#[must_use]
pub fn encode(transaction: &Transaction) -> Vec<u8> {
    let mut line = Vec::with_capacity(BORROWER_COLUMN + 32);
    encode_into(transaction, &mut line);
    line
}

/// Appends the line of a transaction to `out`.
pub fn encode_into(transaction: &Transaction, out: &mut Vec<u8>) {
    let Transaction { time, .. } = transaction;
    encode_parts(&digits(*time), transaction.item(), transaction.borrower(), out);
}

/// Appends the line of a loan to `borrower`, or of a return when there is none, to `out`. `time` are
/// its [`digits`].
pub(crate) fn encode_parts(
    time: &[u8; KIND_COLUMN],
    item: &Barcode,
    borrower: Option<&Barcode>,
    out: &mut Vec<u8>,
) {
    const PADDING: [u8; BORROWER_COLUMN - ITEM_COLUMN] = [b' '; BORROWER_COLUMN - ITEM_COLUMN];
    out.extend_from_slice(time);
    out.push(if borrower.is_some() { b'L' } else { b'R' });
    let item = item.as_str().as_bytes();
    out.extend_from_slice(item);
    out.extend_from_slice(PADDING.get(item.len()..).unwrap_or_default());
    out.extend_from_slice(borrower.map_or("", Barcode::as_str).as_bytes());
    out.extend_from_slice(b"\r\n");
}

/// A time as the twelve digits that a line starts with.
pub(crate) fn digits(time: DeskTime) -> [u8; KIND_COLUMN] {
    let time = time.naive();
    // A desk's time has a year of four digits.
    let year = time.year().unsigned_abs();
    let parts = [year / 100, year % 100, time.month(), time.day(), time.hour(), time.minute()];
    let mut digits = [b'0'; KIND_COLUMN];
    for (two, part) in digits.chunks_exact_mut(2).zip(parts) {
        for (digit, value) in two.iter_mut().zip([part / 10, part % 10]) {
            *digit = u8::try_from(value).map_or(b'0', |value| b'0' + value);
        }
    }
    digits
}
