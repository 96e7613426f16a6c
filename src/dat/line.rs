//! From one line to a transaction, or to the reason why not.

use chrono::NaiveDate;

use super::{BORROWER_COLUMN, ITEM_COLUMN, KIND_COLUMN};
use crate::barcode::{Barcode, BarcodeError};
use crate::transaction::{Action, DeskTime, Transaction};

/// What a line holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// Nothing but spaces.
    Blank,
    /// One loan or return.
    Transaction {
        /// What happened.
        transaction: Transaction,
        /// How the line is laid out.
        layout: Layout,
    },
    /// Something this program can't read.
    Unreadable(Unreadable),
}

/// How a readable line is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Every column where the format wants it.
    Strict,
    /// The borrower stands at another column than 93; Alma may read the line differently.
    Shifted {
        /// Where the borrower starts, counted from 0.
        borrower_column: usize,
    },
}

/// Where and why a line can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("column {}: {reason}", column + 1)]
pub struct Unreadable {
    /// The byte of the line at which reading failed, counted from 0.
    pub column: usize,
    /// What is wrong there.
    pub reason: Reason,
}

/// Why a line can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The line ends before all is said.
    #[error("the line ends too early")]
    EndsEarly,
    /// The line is longer than [`super::MAX_LINE`].
    #[error("the line is too long ({length} bytes)")]
    TooLong {
        /// Its length in bytes, without the line end.
        length: u64,
    },
    /// Date and time are twelve digits, and here is something else.
    #[error("a digit of date and time was expected")]
    NotADigit,
    /// Twelve digits that are no date and time, like a 13th month.
    #[error("there is no such date and time")]
    NoSuchTime,
    /// Neither `L` nor `R`.
    #[error("L (loan) or R (return) was expected")]
    UnknownKind,
    /// The item is no barcode.
    #[error("item: {0}")]
    Item(BarcodeError),
    /// A loan without a borrower.
    #[error("no borrower stands at column {} or two spaces after the item", BORROWER_COLUMN + 1)]
    NoBorrower,
    /// The borrower is no barcode.
    #[error("borrower: {0}")]
    Borrower(BarcodeError),
    /// A return is over after its item.
    #[error("a return has nothing after its item")]
    TextAfterItem,
    /// NUL bytes stand from here to the end of the file: a crash cut the file short.
    #[error("NUL bytes stand from here to the end of the file")]
    TornEnd,
}

/// Loan or return, as the format writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `L`
    Loan,
    /// `R`
    Return,
}

impl Kind {
    /// The kind of a transaction.
    #[must_use]
    pub fn of(transaction: &Transaction) -> Self {
        match transaction.action {
            Action::Loan { .. } => Self::Loan,
            Action::Return { .. } => Self::Return,
        }
    }

    /// The word for it in tables that programs read: `loan` or `return`, in every language.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Loan => "loan",
            Self::Return => "return",
        }
    }
}

/// Reads one line, which comes without its end.
#[must_use]
pub fn read_line(line: &[u8]) -> Reading {
    if let Some(transaction) = as_written(line) {
        return Reading::Transaction { transaction, layout: Layout::Strict };
    }
    let line = trim_end(line);
    if line.is_empty() {
        return Reading::Blank;
    }
    match transaction(line) {
        Ok((transaction, layout)) => Reading::Transaction { transaction, layout },
        Err(unreadable) => Reading::Unreadable(unreadable),
    }
}

/// The transaction of a line that is what [`super::encode`] writes, its item without spaces.
///
/// Nearly every line is. Seeing that takes a fraction of the time of finding out what else a line
/// may be; what is `None` here is left to [`transaction`].
pub(super) fn as_written(line: &[u8]) -> Option<Transaction> {
    const PADDING: [u8; BORROWER_COLUMN - ITEM_COLUMN] = [b' '; BORROWER_COLUMN - ITEM_COLUMN];
    let barcode = |bytes| Barcode::parse(std::str::from_utf8(bytes).ok()?).ok();
    let (columns, borrower) = line.split_at_checked(BORROWER_COLUMN)?;
    let (start, item) = columns.split_at_checked(ITEM_COLUMN)?;
    let length = memchr::memchr(b' ', item).unwrap_or(item.len());
    let (item, padding) = item.split_at_checked(length)?;
    if !PADDING.starts_with(padding) {
        return None;
    }
    let action = match (start.last()?, borrower) {
        (b'L', [_, ..]) => Action::Loan { item: barcode(item)?, borrower: barcode(borrower)? },
        (b'R', []) => Action::Return { item: barcode(item)? },
        _ => return None,
    };
    Some(Transaction { time: time(start).ok()?, action })
}

fn transaction(line: &[u8]) -> Result<(Transaction, Layout), Unreadable> {
    let time = time(line)?;
    let kind = match line.get(KIND_COLUMN) {
        Some(b'L') => Kind::Loan,
        Some(b'R') => Kind::Return,
        Some(_) => return Err(Unreadable { column: KIND_COLUMN, reason: Reason::UnknownKind }),
        None => return Err(ends_early(line)),
    };
    let Some(rest) = line.get(ITEM_COLUMN..).filter(|rest| !rest.is_empty()) else {
        return Err(ends_early(line));
    };
    let (action, layout) = match kind {
        Kind::Return => (returned(rest)?, Layout::Strict),
        Kind::Loan => loan(rest)?,
    };
    Ok((Transaction { time, action }, layout))
}

/// The first twelve columns.
fn time(line: &[u8]) -> Result<DeskTime, Unreadable> {
    let digits = line.get(..KIND_COLUMN).unwrap_or(line);
    if let Some(column) = digits.iter().position(|byte| !byte.is_ascii_digit()) {
        return Err(Unreadable { column, reason: Reason::NotADigit });
    }
    if digits.len() < KIND_COLUMN {
        return Err(ends_early(line));
    }
    let number = |digits: &[u8]| digits.iter().fold(0, |n, digit| n * 10 + u32::from(digit - b'0'));
    let part = |from: usize, to: usize| number(digits.get(from..to).unwrap_or_default());
    let year = i32::try_from(part(0, 4)).unwrap_or_default();
    NaiveDate::from_ymd_opt(year, part(4, 6), part(6, 8))
        .and_then(|date| date.and_hms_opt(part(8, 10), part(10, 12), 0))
        .and_then(DeskTime::new)
        .ok_or(Unreadable { column: 0, reason: Reason::NoSuchTime })
}

/// What follows the kind of a return: its item, and nothing else.
fn returned(rest: &[u8]) -> Result<Action, Unreadable> {
    if let Some((_, found)) = split_at_gap(rest) {
        return Err(Unreadable { column: ITEM_COLUMN + found, reason: Reason::TextAfterItem });
    }
    Ok(Action::Return { item: barcode(rest, ITEM_COLUMN, Reason::Item)? })
}

/// What follows the kind of a loan: item and borrower.
///
/// A barcode never has two spaces in a row, so such a gap can only be the one between the two. In
/// the strict layout it ends at column 93, or there is none because the item fills its columns.
fn loan(rest: &[u8]) -> Result<(Action, Layout), Unreadable> {
    let width = BORROWER_COLUMN - ITEM_COLUMN;
    let strict = rest.split_at_checked(width).filter(|(item, borrower)| {
        split_at_gap(trim_end(item)).is_none() && borrower.first().is_some_and(|byte| *byte != b' ')
    });
    let (item, borrower, start) = if let Some((item, borrower)) = strict {
        (trim_end(item), borrower, width)
    } else if let Some((item, start)) = split_at_gap(rest) {
        (item, rest.get(start..).unwrap_or_default(), start)
    } else {
        let column = (ITEM_COLUMN + rest.len()).min(BORROWER_COLUMN);
        return Err(Unreadable { column, reason: Reason::NoBorrower });
    };
    let action = Action::Loan {
        item: barcode(item, ITEM_COLUMN, Reason::Item)?,
        borrower: barcode(borrower, ITEM_COLUMN + start, Reason::Borrower)?,
    };
    let layout = if start == width {
        Layout::Strict
    } else {
        Layout::Shifted { borrower_column: ITEM_COLUMN + start }
    };
    Ok((action, layout))
}

/// `bytes` as a barcode that starts at `column` of its line.
fn barcode(
    bytes: &[u8],
    column: usize,
    reason: fn(BarcodeError) -> Reason,
) -> Result<Barcode, Unreadable> {
    let parsed = match std::str::from_utf8(bytes) {
        Ok(text) => Barcode::parse(text),
        // Not text: Latin-1 shows each byte as one character, so columns stay what they are.
        Err(_) => Barcode::parse(&bytes.iter().map(|&byte| char::from(byte)).collect::<String>()),
    };
    parsed.map_err(|error| {
        let within = match error {
            BarcodeError::Character { column, .. }
            | BarcodeError::OuterSpace { column }
            | BarcodeError::DoubleSpace { column } => column,
            BarcodeError::Empty => 0,
            BarcodeError::TooLong { .. } => Barcode::MAX_LENGTH,
        };
        Unreadable { column: column + within, reason: reason(error) }
    })
}

/// What stands before the first run of two spaces or more, and where the text after it starts.
fn split_at_gap(bytes: &[u8]) -> Option<(&[u8], usize)> {
    let (gap, _) = bytes.array_windows().enumerate().find(|(_, pair)| *pair == b"  ")?;
    let after = bytes.iter().skip(gap).position(|byte| *byte != b' ')?;
    Some((bytes.get(..gap)?, gap + after))
}

fn trim_end(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|byte| *byte != b' ').map_or(0, |last| last + 1);
    bytes.get(..end).unwrap_or(bytes)
}

fn ends_early(line: &[u8]) -> Unreadable {
    Unreadable { column: line.len(), reason: Reason::EndsEarly }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loan_line(item: &str, spaces: usize, borrower: &str) -> String {
        format!("202611231405L{item}{}{borrower}", " ".repeat(spaces))
    }

    fn read(line: &str) -> Result<(String, Option<String>, Layout), Unreadable> {
        match read_line(line.as_bytes()) {
            Reading::Transaction { transaction, layout } => Ok((
                transaction.item().to_string(),
                transaction.borrower().map(ToString::to_string),
                layout,
            )),
            Reading::Unreadable(unreadable) => Err(unreadable),
            Reading::Blank => panic!("{line:?} is not blank"),
        }
    }

    #[test]
    fn reads_what_the_four_known_writers_write() {
        let both = |layout| Ok(("30001234567890".into(), Some("20001234567890".into()), layout));
        assert_eq!(read(&loan_line("30001234567890", 66, "20001234567890")), both(Layout::Strict));
        assert_eq!(
            read(&loan_line("30001234567890", 71, "20001234567890")),
            both(Layout::Shifted { borrower_column: 98 })
        );
        assert_eq!(
            read("202611231405R30001234567890"),
            Ok(("30001234567890".into(), None, Layout::Strict))
        );
        assert_eq!(
            read(&format!("202611231405R{:<80}", "30001234567890")),
            Ok(("30001234567890".into(), None, Layout::Strict))
        );
    }

    #[test]
    fn a_short_item_with_71_spaces_is_shifted_not_cut_at_column_93() {
        // The borrower straddles column 93: a reader that only counts columns would cut it in two.
        assert_eq!(
            read(&loan_line("12345", 71, "20001234567890")),
            Ok((
                "12345".into(),
                Some("20001234567890".into()),
                Layout::Shifted { borrower_column: 89 }
            ))
        );
    }

    #[test]
    fn an_item_of_80_characters_needs_no_gap() {
        let item = "1".repeat(80);
        assert_eq!(read(&loan_line(&item, 0, "2")), Ok((item, Some("2".into()), Layout::Strict)));
    }

    #[test]
    fn says_where_and_why() {
        for (line, column, reason) in [
            ("2026", 4, Reason::EndsEarly),
            ("20261123140", 11, Reason::EndsEarly),
            ("202611231405", 12, Reason::EndsEarly),
            ("202611231405L", 13, Reason::EndsEarly),
            ("2026x1231405L1", 4, Reason::NotADigit),
            ("202613231405L1", 0, Reason::NoSuchTime),
            ("202602301405R1", 0, Reason::NoSuchTime),
            ("202611232460R1", 0, Reason::NoSuchTime),
            ("202611231405X1", 12, Reason::UnknownKind),
            ("202611231405L1", 14, Reason::NoBorrower),
            ("202611231405R1  2", 16, Reason::TextAfterItem),
            ("202611231405R 1", 13, Reason::Item(BarcodeError::OuterSpace { column: 0 })),
            (
                "202611231405R1\t2",
                14,
                Reason::Item(BarcodeError::Character { column: 1, found: '\t' }),
            ),
            (
                "202611231405L1  é",
                16,
                Reason::Borrower(BarcodeError::Character { column: 0, found: 'é' }),
            ),
        ] {
            assert_eq!(read(line), Err(Unreadable { column, reason }), "{line:?}");
        }
        let long = "1".repeat(81);
        assert_eq!(
            read(&format!("202611231405R{long}")),
            Err(Unreadable {
                column: 93,
                reason: Reason::Item(BarcodeError::TooLong { length: 81 })
            })
        );
        assert_eq!(
            read_line(b"202611231405R1\xff"),
            Reading::Unreadable(Unreadable {
                column: 14,
                reason: Reason::Item(BarcodeError::Character { column: 1, found: 'ÿ' })
            })
        );
    }
}
