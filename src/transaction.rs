//! What happened at the desk: one loan or one return, at one minute of the desk's clock.

use std::fmt;

use chrono::{Datelike, NaiveDateTime, Timelike};

use crate::barcode::Barcode;

/// A minute of the desk's own clock: local time without a zone, as Alma's offline file keeps it.
///
/// The year has four digits, seconds are cut off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DeskTime(NaiveDateTime);

impl DeskTime {
    /// The minute in which `time` lies; `None` for a year that four digits can't write.
    #[must_use]
    pub fn new(time: NaiveDateTime) -> Option<Self> {
        if !(0..=9999).contains(&time.year()) {
            return None;
        }
        let minute = time.with_second(0)?.with_nanosecond(0)?;
        Some(Self(minute))
    }

    /// The minute as date and time, its seconds zero.
    #[must_use]
    pub fn naive(self) -> NaiveDateTime {
        self.0
    }
}

impl fmt::Display for DeskTime {
    /// ISO 8601 to the minute, with a space: `2026-11-23 14:05`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d %H:%M"))
    }
}

/// A transaction's running number in its session, counted from 1: the desk gives it, the store
/// says by it what became of the transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub u64);

/// What was done with an item.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Action {
    /// The item went to a borrower. A renewal is a loan to the borrower who has it.
    Loan {
        /// Barcode of the item.
        item: Barcode,
        /// Any unique identifier of the borrower that Alma knows: a card's barcode or a primary id.
        borrower: Barcode,
    },
    /// The item came back.
    Return {
        /// Barcode of the item.
        item: Barcode,
    },
}

/// One loan or return: one line of `OffCirc.dat`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Transaction {
    /// When it was scanned.
    pub time: DeskTime,
    /// What happened.
    pub action: Action,
}

impl Transaction {
    /// The item lent or returned.
    #[must_use]
    pub fn item(&self) -> &Barcode {
        match &self.action {
            Action::Loan { item, .. } | Action::Return { item } => item,
        }
    }

    /// Who borrowed; nobody for a return.
    #[must_use]
    pub fn borrower(&self) -> Option<&Barcode> {
        match &self.action {
            Action::Loan { borrower, .. } => Some(borrower),
            Action::Return { .. } => None,
        }
    }
}

/// A transaction of a file, told from equal ones: two lines that say the same are two lines.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Occurrence {
    /// What it says.
    pub transaction: Transaction,
    /// How many equal ones stand before it in the file: what others append changes nothing there.
    pub earlier: usize,
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn a_desk_time_is_a_minute_of_a_four_digit_year() {
        let time = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_milli_opt(14, 5, 59, 999);
        assert_eq!(DeskTime::new(time.unwrap()).unwrap().to_string(), "2026-11-23 14:05");
        assert_eq!(DeskTime::new(NaiveDateTime::MAX), None);
    }
}
