//! What the desk says to the last thing that happened.

use super::{Doubt, Field};
use crate::barcode::{Barcode, BarcodeError};
use crate::scan::By;
use crate::transaction::{Ticket, Transaction};

/// What the desk says last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Said {
    /// Nothing yet: the desk waits for the first scan.
    #[default]
    Ready,
    /// A borrower's card was taken.
    Borrower(Barcode),
    /// The borrower is done, with so many items lent.
    BorrowerEnded {
        /// Who it was.
        borrower: Barcode,
        /// Items lent to them in a row.
        items: usize,
    },
    /// A transaction was recorded; how far it is stands in the session.
    Recorded(Ticket),
    /// So many transactions were taken back; one of them, the only one or the last.
    TakenBack(usize, Transaction),
    /// The session has recorded nothing that could be taken back.
    NothingToTakeBack,
    /// What `OffCirc.dat` held before the session is not read yet: an equal transaction may stand
    /// there, and it is not known which is meant.
    NotReadYet,
    /// A scan was refused.
    Refused {
        /// The field it was meant for.
        field: Field,
        /// What was scanned.
        text: String,
        /// Why it is no barcode.
        error: BarcodeError,
    },
    /// A scan is held: it is used only if somebody says so.
    Held(Held, Doubt),
    /// What was held is gone.
    Dismissed,
    /// The card of the next borrower came where an item was expected: they are the borrower now.
    NextBorrower {
        /// Whose card it is.
        borrower: Barcode,
        /// Items lent to the one before.
        items: usize,
    },
    /// An item came where a card was expected: it waits for the card.
    ItemWaits {
        /// The item that waits.
        item: Barcode,
        /// Another one, which came while that waited already, and was not taken.
        not_taken: Option<Barcode>,
    },
    /// No card came for an item: it waits no more.
    ItemLeft(Barcode),
    /// Keys came without an end.
    Flooded,
    /// Item and borrower are the same barcode: the card was scanned once more.
    SameAsBorrower(Barcode),
    /// The borrower went away without saying so, with so many items.
    BorrowerLeft {
        /// Who it was.
        borrower: Barcode,
        /// Items lent to them in a row.
        items: usize,
    },
    /// An item was scanned for a loan, and no borrower is there.
    BorrowerFirst,
    /// The computer's clock shows a year that the file can't hold.
    NoSuchTime,
}

/// What is held, and what it would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The barcode.
    pub barcode: Barcode,
    /// What it would be.
    pub field: Field,
    /// Who sent it.
    pub by: By,
}

/// What a scan, or the disk's answer to one, sounds like; the gravest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cue {
    /// A transaction is on the disk.
    Recorded,
    /// Somebody should look: something is asked, or is not as usual.
    Question,
    /// Nothing was recorded.
    Refused,
}

impl Said {
    /// What the answer to a scan sounds like; silent where the disk has still to answer.
    #[must_use]
    pub fn cue(&self) -> Option<Cue> {
        match self {
            Self::Ready
            | Self::Borrower(_)
            | Self::BorrowerEnded { .. }
            | Self::TakenBack(..)
            | Self::Dismissed
            | Self::Recorded(_) => None,
            Self::Held(..)
            | Self::NextBorrower { .. }
            | Self::ItemWaits { not_taken: None, .. }
            | Self::SameAsBorrower(_)
            | Self::BorrowerLeft { .. } => Some(Cue::Question),
            Self::NothingToTakeBack
            | Self::NotReadYet
            | Self::Refused { .. }
            | Self::ItemWaits { .. }
            | Self::ItemLeft(_)
            | Self::BorrowerFirst
            | Self::Flooded
            | Self::NoSuchTime => Some(Cue::Refused),
        }
    }
}
