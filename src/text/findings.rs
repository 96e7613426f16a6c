//! What files say, in words: why one can't be looked through, what a check finds, what a merge
//! did.

use fluent_bundle::FluentValue;

use super::{Texts, count};
use crate::dat::{Kind, Reason, Unreadable};
use crate::review::check::{Finding, Role, Severity, What};
use crate::review::merge::{Conflict, Doubt, Duplicate, Merge, Summary};
use crate::review::{BarcodeId, Entry, Foreign, Ledger, ReviewError, UnreadableLine};
use crate::store::{Cause, Trouble};

impl Texts {
    /// Why files could not be looked through, and what to do.
    #[must_use]
    pub fn review_error(&self, error: &ReviewError) -> String {
        let (key, path) = match error {
            ReviewError::File(error) => {
                let trouble = Trouble::from(error);
                if trouble.cause != Cause::Gone {
                    return self.trouble(&trouble);
                }
                ("file-gone", &error.path)
            }
            ReviewError::Foreign { path, what } => {
                let key = match what {
                    Foreign::Picture => "foreign-picture",
                    Foreign::Document => "foreign-document",
                    Foreign::Utf16 => "foreign-utf16",
                    Foreign::Binary => "foreign-binary",
                    Foreign::Text => "foreign-text",
                    Foreign::Folder => "foreign-folder",
                };
                (key, path)
            }
            ReviewError::Changed { path } => ("file-changed", path),
            ReviewError::Once { path } => ("file-once", path),
            ReviewError::TooMany { path } => ("file-too-many", path),
            ReviewError::Stopped(_) => return self.say("review-stopped"),
        };
        self.fill(key, &[("path", path.display().to_string().into())])
    }

    /// The word for how much a finding matters.
    #[must_use]
    pub fn severity(&self, severity: Severity) -> String {
        self.say(match severity {
            Severity::Information => "severity-information",
            Severity::Warning => "severity-warning",
            Severity::Error => "severity-error",
        })
    }

    /// What a check found in a line, and what to do. The line itself is not named.
    #[must_use]
    pub fn finding(&self, ledger: &Ledger, finding: &Finding) -> String {
        let barcode = |id: BarcodeId| FluentValue::from(ledger.barcode(id).as_str());
        let time = |time| FluentValue::from(self.desk_time(time));
        match &finding.what {
            What::Unreadable(Unreadable { reason: Reason::TornEnd, .. }) => {
                self.say("finding-torn-end")
            }
            What::Unreadable(why) => {
                let reason = ("reason", self.reason(why.reason).into());
                self.fill("finding-unreadable", &[("column", count(why.column + 1)), reason])
            }
            What::BorrowerColumn { column } => {
                let column = ("column", count(usize::from(*column) + 1));
                let wanted = ("wanted", count(crate::dat::BORROWER_COLUMN + 1));
                self.fill("finding-borrower-column", &[column, wanted])
            }
            What::LentTwice { item, other, borrower } => {
                let values = [
                    ("item", barcode(*item)),
                    ("other", (*other).into()),
                    ("borrower", barcode(*borrower)),
                ];
                self.fill("finding-lent-twice", &values)
            }
            What::LentAndReturned { item, here, other } => {
                let key = match here {
                    Kind::Loan => "finding-returned-later",
                    Kind::Return => "finding-lent-before",
                };
                self.fill(key, &[("item", barcode(*item)), ("other", (*other).into())])
            }
            What::ReturnedTwice { item, other } => {
                let values = [("item", barcode(*item)), ("other", (*other).into())];
                self.fill("finding-returned-twice", &values)
            }
            What::DoubleScan { item, other } => {
                let values = [("item", barcode(*item)), ("other", (*other).into())];
                self.fill("finding-double-scan", &values)
            }
            What::SameBarcode { barcode: id } => {
                self.fill("finding-same-barcode", &[("barcode", barcode(*id))])
            }
            What::ItemAsBorrower { barcode: id, here, other } => {
                let key = match here {
                    Role::Item => "finding-item-is-borrower",
                    Role::Borrower => "finding-borrower-is-item",
                };
                self.fill(key, &[("barcode", barcode(*id)), ("other", (*other).into())])
            }
            What::TimeBack { time: here, previous, other } => {
                let values = [
                    ("time", time(*here)),
                    ("previous", time(*previous)),
                    ("other", (*other).into()),
                ];
                self.fill("finding-time-back", &values)
            }
            What::Future { time: here } => self.fill("finding-future", &[("time", time(*here))]),
            What::LongAgo { time: here } => {
                self.fill("finding-before-2000", &[("time", time(*here))])
            }
            What::SetBack { time: here } => self.fill("finding-set-back", &[("time", time(*here))]),
            What::InOtherFile { source, other } => {
                let values = [("file", file(ledger, *source)), ("other", (*other).into())];
                self.fill("finding-in-other-file", &values)
            }
            What::OtherDesk { desk } => {
                self.fill("finding-other-desk", &[("desk", (&**desk).into())])
            }
            What::Empty => self.say("finding-empty"),
            What::ByteOrderMark => self.say("finding-byte-order-mark"),
            What::LineEnd => self.say("finding-line-end"),
            What::NoLineEnd => self.say("finding-no-line-end"),
        }
    }

    /// How much was checked, and how many findings of each severity there are.
    #[must_use]
    pub fn check_summary(&self, ledger: &Ledger, findings: &[Finding]) -> String {
        let of = |wanted: Severity| {
            findings.iter().filter(|finding| finding.what.severity() == wanted).count()
        };
        let part = |key: &str, number: usize| self.fill(key, &[("count", count(number))]).into();
        let values = [
            ("files", part("count-files", ledger.sources().len())),
            ("transactions", part("count-transactions", ledger.entries().len())),
            ("errors", part("count-errors", of(Severity::Error))),
            ("warnings", part("count-warnings", of(Severity::Warning))),
            ("information", part("count-information", of(Severity::Information))),
        ];
        self.fill("check-summary", &values)
    }

    /// Which transaction stands in two files, and whether the second one is left out.
    #[must_use]
    pub fn duplicate(&self, merge: &Merge, duplicate: Duplicate, left_out: bool) -> String {
        let key = if left_out { "merge-duplicate-left-out" } else { "merge-duplicate" };
        self.two_entries(merge, key, duplicate.first, duplicate.second)
    }

    /// Which two entries are in doubt, why, and what to do.
    #[must_use]
    pub fn conflict(&self, merge: &Merge, conflict: Conflict) -> String {
        let key = match conflict.what {
            Doubt::SameMinute => "merge-same-minute",
            Doubt::TwoBorrowers => "merge-two-borrowers",
        };
        self.two_entries(merge, key, conflict.first, conflict.second)
    }

    /// How much was merged.
    #[must_use]
    pub fn merge_summary(&self, summary: Summary, out: &str) -> String {
        let part = |key: &str, number: usize| self.fill(key, &[("count", count(number))]).into();
        let values = [
            ("files", part("count-files", summary.files)),
            ("transactions", part("count-transactions", summary.transactions)),
            ("duplicates", part("count-duplicates", summary.duplicates)),
            ("conflicts", part("count-conflicts", summary.conflicts)),
            ("unreadable", part("count-unreadable", summary.unreadable)),
            ("out", out.into()),
        ];
        self.fill("merge-summary", &values)
    }

    /// Where a line was that can't be read, and why it can't.
    #[must_use]
    pub fn unreadable_head(&self, ledger: &Ledger, line: &UnreadableLine) -> String {
        let values = [
            ("file", file(ledger, line.source)),
            ("bytes", line.length.into()),
            ("why", self.unreadable(line.line, line.why).into()),
        ];
        self.fill("unreadable-head", &values)
    }

    fn two_entries(&self, merge: &Merge, key: &str, first: u32, second: u32) -> String {
        let ledger = merge.ledger();
        let what = |entry: &Entry| self.transaction(&ledger.transaction(entry));
        let (Some(first), Some(second)) = (merge.entry(first), merge.entry(second)) else {
            return String::new();
        };
        let values = [
            ("file", file(ledger, first.source)),
            ("line", first.line.into()),
            ("what", what(first).into()),
            ("otherFile", file(ledger, second.source)),
            ("otherLine", second.line.into()),
            ("otherWhat", what(second).into()),
        ];
        self.fill(key, &values)
    }
}

/// The path of a source.
fn file(ledger: &Ledger, source: u16) -> FluentValue<'static> {
    let path = ledger.sources().get(usize::from(source)).map(|source| source.path.display());
    path.map(|path| path.to_string()).unwrap_or_default().into()
}
