//! What there is to say about a line.

use std::cmp::Reverse;

use crate::dat::{Kind, Unreadable};
use crate::review::BarcodeId;
use crate::transaction::DeskTime;

/// Something to be said about a line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which of the files, counted from 0.
    pub source: u16,
    /// The line, counted from 1.
    pub line: u64,
    /// What it is.
    pub what: What,
}

impl Finding {
    /// What findings are sorted by; of one place and kind there is only one.
    pub(super) fn order(&self) -> (u16, u64, Reverse<Severity>, &'static str) {
        (self.source, self.line, Reverse(self.what.severity()), self.what.id())
    }
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Good to know; nothing needs to be done.
    Information,
    /// Alma may do something else than what happened at the desk.
    Warning,
    /// Alma refuses the line, or does something wrong.
    Error,
}

impl Severity {
    /// The word for it where programs read, in every language.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Information => "information",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Where a barcode stands in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// As the item.
    Item,
    /// As the borrower.
    Borrower,
}

/// What is to be said. `other` is another line of the same file, if nothing else is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// `unreadable`: the line can't be read.
    Unreadable(Unreadable),
    /// `borrower-column`: the borrower starts elsewhere than the format wants it.
    BorrowerColumn {
        /// Where it starts, counted from 0.
        column: u16,
    },
    /// `lent-twice`: the item is lent to two borrowers, and not returned between.
    LentTwice {
        /// The item.
        item: BarcodeId,
        /// The other loan.
        other: u64,
        /// Who borrowed there.
        borrower: BarcodeId,
    },
    /// `lent-and-returned`: the item is lent and returned.
    LentAndReturned {
        /// The item.
        item: BarcodeId,
        /// Which of the two this line is.
        here: Kind,
        /// The other one.
        other: u64,
    },
    /// `returned-twice`: the item is returned twice, and not lent between.
    ReturnedTwice {
        /// The item.
        item: BarcodeId,
        /// The other return.
        other: u64,
    },
    /// `double-scan`: the same was done twice within two minutes.
    DoubleScan {
        /// The item.
        item: BarcodeId,
        /// The other line.
        other: u64,
    },
    /// `same-barcode`: item and borrower are the same barcode.
    SameBarcode {
        /// Both.
        barcode: BarcodeId,
    },
    /// `item-as-borrower`: a barcode is an item in one line, a borrower in another.
    ItemAsBorrower {
        /// The barcode.
        barcode: BarcodeId,
        /// What it is in this line.
        here: Role,
        /// The first line where it is the other.
        other: u64,
    },
    /// `time-back`: the line is earlier than the one before.
    TimeBack {
        /// Its time.
        time: DeskTime,
        /// The time before.
        previous: DeskTime,
        /// The line of that.
        other: u64,
    },
    /// `future`: the time has not come yet.
    Future {
        /// The time.
        time: DeskTime,
    },
    /// `before-2000`: there was no Alma yet.
    LongAgo {
        /// The time.
        time: DeskTime,
    },
    /// `set-back`: the clock was set back in this hour, which was there twice.
    SetBack {
        /// The time.
        time: DeskTime,
    },
    /// `in-other-file`: the same transaction stands in another of the files.
    InOtherFile {
        /// Which of the files, counted from 0.
        source: u16,
        /// Its line there.
        other: u64,
    },
    /// `other-desk`: the file's name is that of a batch of another desk.
    OtherDesk {
        /// The desk in the name.
        desk: Box<str>,
    },
    /// `empty`: the file has no transaction.
    Empty,
    /// `no-line-end`: the last line lacks its end.
    NoLineEnd,
    /// `byte-order-mark`: the file starts with one.
    ByteOrderMark,
    /// `line-end`: this line is the first of the file that ends otherwise than with CR LF or LF.
    LineEnd,
}

impl What {
    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::Unreadable(_)
            | Self::LentTwice { .. }
            | Self::SameBarcode { .. }
            | Self::Future { .. }
            | Self::LongAgo { .. } => Severity::Error,
            Self::BorrowerColumn { .. }
            | Self::ReturnedTwice { .. }
            | Self::DoubleScan { .. }
            | Self::ItemAsBorrower { .. }
            | Self::TimeBack { .. }
            | Self::SetBack { .. }
            | Self::InOtherFile { .. }
            | Self::OtherDesk { .. }
            | Self::ByteOrderMark
            | Self::LineEnd => Severity::Warning,
            Self::LentAndReturned { .. } | Self::Empty | Self::NoLineEnd => Severity::Information,
        }
    }

    /// The word for its kind: it never changes, and is the same in every language.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "unreadable",
            Self::BorrowerColumn { .. } => "borrower-column",
            Self::LentTwice { .. } => "lent-twice",
            Self::LentAndReturned { .. } => "lent-and-returned",
            Self::ReturnedTwice { .. } => "returned-twice",
            Self::DoubleScan { .. } => "double-scan",
            Self::SameBarcode { .. } => "same-barcode",
            Self::ItemAsBorrower { .. } => "item-as-borrower",
            Self::TimeBack { .. } => "time-back",
            Self::Future { .. } => "future",
            Self::LongAgo { .. } => "before-2000",
            Self::SetBack { .. } => "set-back",
            Self::InOtherFile { .. } => "in-other-file",
            Self::OtherDesk { .. } => "other-desk",
            Self::Empty => "empty",
            Self::NoLineEnd => "no-line-end",
            Self::ByteOrderMark => "byte-order-mark",
            Self::LineEnd => "line-end",
        }
    }
}
