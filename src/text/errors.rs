//! What is wrong, in words: errors of the other modules as sentences for the desk.

use std::path::Path;

use super::{Texts, count};
use crate::barcode::BarcodeError;
use crate::dat::{Kind, Reason, Unreadable};
use crate::scan::Breach;
use crate::store::{
    Cause, EarlierRead, Elsewhere, Holder, Operation, PutAside, Recovered, Trouble, Unsaved,
};
use crate::transaction::Transaction;

impl Texts {
    /// Why a scan is no barcode, and what to do.
    #[must_use]
    pub fn barcode_error(&self, error: BarcodeError) -> String {
        match error {
            BarcodeError::Empty => self.say("barcode-empty"),
            BarcodeError::TooLong { length } => {
                self.fill("barcode-too-long", &[("length", count(length))])
            }
            BarcodeError::Character { column, found } if found.is_control() => {
                self.fill("barcode-control-character", &[("column", count(column + 1))])
            }
            BarcodeError::Character { column, found } => {
                let found = found.to_string().into();
                let values = [("column", count(column + 1)), ("character", found)];
                self.fill("barcode-foreign-character", &values)
            }
            BarcodeError::OuterSpace { column } => {
                self.fill("barcode-outer-space", &[("column", count(column + 1))])
            }
            BarcodeError::DoubleSpace { column } => {
                self.fill("barcode-double-space", &[("column", count(column + 1))])
            }
        }
    }

    /// How a barcode breaks the library's rules.
    #[must_use]
    pub fn breach(&self, breach: &Breach) -> String {
        match breach {
            Breach::Length { found, wanted } => {
                let values = [("found", count(*found)), ("wanted", wanted.to_string().into())];
                self.fill("breach-length", &values)
            }
            Breach::Pattern => self.say("breach-pattern"),
            Breach::CheckDigit => self.say("breach-check-digit"),
            Breach::OnlySigns => self.say("breach-only-signs"),
        }
    }

    /// What is wrong with a file or folder, which one, and what to do.
    #[must_use]
    pub fn trouble(&self, trouble: &Trouble) -> String {
        let path = trouble.path.display().to_string();
        let key = match trouble.cause {
            Cause::NoSpace => "trouble-no-space",
            Cause::NotAllowed if trouble.operation == Operation::Read => "trouble-may-not-read",
            Cause::NotAllowed => "trouble-not-allowed",
            Cause::Gone => "trouble-gone",
            Cause::Busy => "trouble-busy",
            Cause::NoAnswer => "trouble-no-answer",
            Cause::Other => {
                let values = [("detail", trouble.detail.as_str().into()), ("path", path.into())];
                return self.fill("trouble-other", &values);
            }
        };
        self.fill(key, &[("path", path.into())])
    }

    /// What is wrong with both places that could have taken a transaction.
    #[must_use]
    pub fn unsaved(&self, unsaved: &Unsaved) -> String {
        let spool = self.trouble(&unsaved.spool).into();
        let spool = self.fill("trouble-spool", &[("trouble", spool)]);
        format!("{} {spool}", self.trouble(&unsaved.folder))
    }

    /// How many transactions that had been set aside have moved over.
    #[must_use]
    pub fn moved_over(&self, lines: usize) -> String {
        self.fill("moved-over", &[("count", count(lines))])
    }

    /// What was put aside, and where it is.
    #[must_use]
    pub fn put_aside(&self, aside: &PutAside) -> String {
        let path = |path: &Path| path.display().to_string().into();
        let values = [("file", path(&aside.file)), ("kept", path(&aside.kept_in))];
        self.fill("put-aside-what", &values)
    }

    /// That the spool can't be opened, and what follows.
    #[must_use]
    pub fn spool_failed(&self, trouble: &Trouble) -> String {
        self.fill("spool-failed-what", &[("trouble", self.trouble(trouble).into())])
    }

    /// What waits on this computer for another folder.
    #[must_use]
    pub fn elsewhere(&self, elsewhere: &Elsewhere) -> String {
        let values = [
            ("count", count(elsewhere.lines)),
            ("folder", elsewhere.folder.as_str().into()),
            ("file", elsewhere.file.display().to_string().into()),
        ];
        self.fill("elsewhere-what", &values)
    }

    /// How many lines of the file can't be read, and the first of them with their reasons.
    #[must_use]
    pub fn unreadable_lines(&self, read: &EarlierRead) -> String {
        const SHOWN: usize = 3;
        let text = self.fill("unreadable", &[("count", read.unreadable.into())]);
        let first = read.first_unreadable.get(..SHOWN).unwrap_or(&read.first_unreadable);
        self.with_lines(text, read.unreadable, first)
    }

    /// A text, and beneath it the first of `count` lines that can't be read, and how many more
    /// there are.
    pub(super) fn with_lines(
        &self,
        mut text: String,
        count: u64,
        first: &[(u64, Unreadable)],
    ) -> String {
        for (line, unreadable) in first {
            text.push('\n');
            text.push_str(&self.unreadable(*line, *unreadable));
        }
        let more = count.saturating_sub(first.len() as u64);
        if more > 0 {
            text.push('\n');
            text.push_str(&self.fill("unreadable-more", &[("count", more.into())]));
        }
        text
    }

    /// Where and why a line can't be read.
    #[must_use]
    pub fn unreadable(&self, line: u64, unreadable: Unreadable) -> String {
        let reason = self.reason(unreadable.reason);
        let column = count(unreadable.column + 1);
        let values = [("line", line.into()), ("column", column), ("reason", reason.into())];
        self.fill("unreadable-line", &values)
    }

    /// Why a line can't be read, in a few words.
    #[must_use]
    pub fn reason(&self, reason: Reason) -> String {
        match reason {
            Reason::EndsEarly => self.say("reason-ends-early"),
            Reason::TooLong { length } => {
                self.fill("reason-too-long", &[("length", length.into())])
            }
            Reason::NotADigit => self.say("reason-not-a-digit"),
            Reason::NoSuchTime => self.say("reason-no-such-time"),
            Reason::UnknownKind => self.say("reason-unknown-kind"),
            Reason::Item(_) => self.say("reason-item"),
            Reason::NoBorrower => self.say("reason-no-borrower"),
            Reason::Borrower(_) => self.say("reason-borrower"),
            Reason::TextAfterItem => self.say("reason-text-after-item"),
            Reason::TornEnd => self.say("reason-torn-end"),
        }
    }

    /// Which transaction a crash cut short, and where its bytes are.
    #[must_use]
    pub fn recovered(&self, recovered: &Recovered) -> String {
        let what = if recovered.fragment.is_empty() {
            self.say("recovered-empty-what")
        } else {
            let text = match &recovered.fragment.transaction {
                Some(transaction) => self.transaction(transaction),
                None => recovered.fragment.to_string(),
            };
            self.fill("recovered-what", &[("text", text.into())])
        };
        let path = recovered.kept_in.display().to_string();
        format!("{what}\n{}", self.fill("recovered-kept", &[("path", path.into())]))
    }

    /// A transaction in words.
    #[must_use]
    pub fn transaction(&self, transaction: &Transaction) -> String {
        let time = ("time", self.desk_time(transaction.time).into());
        let item = ("item", transaction.item().as_str().into());
        match transaction.borrower() {
            Some(borrower) => {
                self.fill("a-loan", &[time, item, ("borrower", borrower.as_str().into())])
            }
            None => self.fill("a-return", &[time, item]),
        }
    }

    /// Loan or return.
    #[must_use]
    pub fn kind(&self, kind: Kind) -> String {
        match kind {
            Kind::Loan => self.say("kind-loan"),
            Kind::Return => self.say("kind-return"),
        }
    }

    /// Who has the folder open.
    #[must_use]
    pub fn in_use(&self, holder: &Holder) -> String {
        let or_unknown = |text: &str| {
            if text.is_empty() { self.say("in-use-unknown") } else { text.to_owned() }
        };
        let values = [
            ("folder", holder.folder.display().to_string().into()),
            ("since", or_unknown(&holder.since).into()),
            ("user", or_unknown(&holder.user).into()),
            ("computer", or_unknown(&holder.computer).into()),
        ];
        self.fill("in-use-what", &values)
    }
}
