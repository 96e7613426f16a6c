//! Barcodes and times as the window shows them.

use chrono::NaiveDateTime;

use crate::barcode::Barcode;
use crate::text::Texts;
use crate::transaction::{DeskTime, Transaction};

/// A barcode for reading: long digits in groups of four. Never for copying.
#[must_use]
pub fn grouped(barcode: &Barcode) -> String {
    const GROUP: usize = 4;
    let text = barcode.as_str();
    if text.len() < 2 * GROUP || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len() + text.len() / GROUP);
    for (place, digit) in text.chars().enumerate() {
        if place > 0 && place % GROUP == 0 {
            shown.push(' ');
        }
        shown.push(digit);
    }
    shown
}

/// Item and borrower for reading.
#[must_use]
pub fn item_and_borrower(transaction: &Transaction) -> (String, Option<String>) {
    (grouped(transaction.item()), transaction.borrower().map(grouped))
}

/// The time of a transaction: hour and minute today, with the date otherwise.
#[must_use]
pub fn time(time: DeskTime, now: NaiveDateTime, texts: &Texts) -> String {
    if time.naive().date() == now.date() {
        time.naive().format("%H:%M").to_string()
    } else {
        texts.desk_time(time)
    }
}

/// The same in few characters: hour and minute today, month and day otherwise.
#[must_use]
pub fn short_time(time: DeskTime, now: NaiveDateTime, texts: &Texts) -> String {
    let day = time.naive().date();
    if day == now.date() { time.naive().format("%H:%M").to_string() } else { texts.short_date(day) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_digits_are_grouped() {
        for (text, shown) in [
            ("30001234567890", "3000 1234 5678 90"),
            ("12345678", "1234 5678"),
            ("1234567", "1234567"),
            ("A1234567890", "A1234567890"),
        ] {
            assert_eq!(grouped(&Barcode::parse(text).unwrap()), shown);
        }
    }
}
