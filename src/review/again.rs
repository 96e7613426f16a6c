//! New transactions of old ones: dated anew, turned into returns, corrected.

use chrono::{Days, NaiveDateTime};

use crate::barcode::{Barcode, BarcodeError};
use crate::transaction::{Action, DeskTime, Transaction};

/// When the new transactions happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// When the old ones did.
    Own,
    /// On the day before, each at its own hour and minute.
    Yesterday,
    /// Now, all of them.
    Now,
}

/// What becomes of the transactions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Becomes {
    /// Loans stay loans, returns stay returns.
    Same,
    /// Loans become returns of their items, to undo them.
    Return,
}

/// The new transactions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Again {
    /// In order of time; of the same minute, in the order in which the old ones happened.
    pub transactions: Vec<Transaction>,
    /// What none was made of, in the order of the choice.
    pub left_out: Vec<LeftOut>,
}

/// A chosen transaction that no new one was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Its place in the choice.
    pub place: usize,
    /// Why.
    pub why: Why,
}

/// Why no new transaction was made of an old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is a return already: nothing was lent that could be undone.
    Returned,
    /// A later loan of the same item was chosen too: one return is enough.
    LentLater,
    /// The new time has a year that the file can't hold.
    NoSuchTime,
}

impl Why {
    /// The word for it that programs read, the same in every language.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Returned => "returned",
            Self::LentLater => "lent-later",
            Self::NoSuchTime => "no-such-time",
        }
    }
}

/// Makes new transactions of the chosen ones.
#[must_use]
pub fn again(choice: &[Transaction], when: When, becomes: Becomes, now: NaiveDateTime) -> Again {
    let mut order: Vec<(usize, &Transaction)> = choice.iter().enumerate().collect();
    order.sort_by_key(|(_, transaction)| transaction.time);
    let mut again = Again::default();
    // From the last to the first: of several loans of an item the last one becomes its return.
    let mut returned = std::collections::HashSet::new();
    for (place, transaction) in order.into_iter().rev() {
        let made = match becomes {
            Becomes::Same => Ok(transaction.action.clone()),
            Becomes::Return => match &transaction.action {
                Action::Return { .. } => Err(Why::Returned),
                Action::Loan { item, .. } if !returned.insert(item) => Err(Why::LentLater),
                Action::Loan { item, .. } => Ok(Action::Return { item: item.clone() }),
            },
        };
        let made = made.and_then(|action| {
            let time = new_time(transaction.time, when, now).ok_or(Why::NoSuchTime)?;
            Ok(Transaction { time, action })
        });
        match made {
            Ok(transaction) => again.transactions.push(transaction),
            Err(why) => again.left_out.push(LeftOut { place, why }),
        }
    }
    again.transactions.reverse();
    again.transactions.sort_by_key(|transaction| transaction.time);
    again.left_out.sort_unstable_by_key(|left_out| left_out.place);
    again
}

fn new_time(own: DeskTime, when: When, now: NaiveDateTime) -> Option<DeskTime> {
    match when {
        When::Own => Some(own),
        When::Yesterday => {
            let day = now.date().checked_sub_days(Days::new(1))?;
            DeskTime::new(day.and_time(own.naive().time()))
        }
        When::Now => DeskTime::new(now),
    }
}

/// A barcode that was wrong, and the one that is right: of an item or a borrower.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// What stands in the file.
    pub from: Barcode,
    /// What stands there instead.
    pub to: Barcode,
}

/// Why a text is no [`Correction`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CorrectionError {
    /// There is no equals sign.
    #[error("the old and the new barcode with an equals sign between them were expected")]
    NoEqualsSign,
    /// The old barcode is none.
    #[error("old barcode: {0}")]
    Old(BarcodeError),
    /// The new barcode is none.
    #[error("new barcode: {0}")]
    New(BarcodeError),
}

impl std::str::FromStr for Correction {
    type Err = CorrectionError;

    /// Takes `OLD=NEW`; the first equals sign is the one between them.
    fn from_str(text: &str) -> Result<Self, CorrectionError> {
        let (from, to) = text.split_once('=').ok_or(CorrectionError::NoEqualsSign)?;
        let from = Barcode::parse(from.trim()).map_err(CorrectionError::Old)?;
        let to = Barcode::parse(to.trim()).map_err(CorrectionError::New)?;
        Ok(Self { from, to })
    }
}

/// Replaces items and borrowers; returns for each correction how many transactions it changed.
///
/// All at once: two barcodes that were mixed up can be exchanged.
pub fn correct(choice: &mut [Transaction], corrections: &[Correction]) -> Vec<usize> {
    let mut changed = vec![0; corrections.len()];
    for transaction in choice {
        let barcodes = match &mut transaction.action {
            Action::Loan { item, borrower } => [Some(item), Some(borrower)],
            Action::Return { item } => [Some(item), None],
        };
        let mut used = None;
        for barcode in barcodes.into_iter().flatten() {
            let place = corrections.iter().position(|correction| correction.from == *barcode);
            let Some((place, correction)) = place.and_then(|at| Some((at, corrections.get(at)?)))
            else {
                continue;
            };
            *barcode = correction.to.clone();
            if used.replace(place) != Some(place)
                && let Some(count) = changed.get_mut(place)
            {
                *count += 1;
            }
        }
    }
    changed
}

#[cfg(test)]
mod tests;
