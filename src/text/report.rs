//! Alma's job report in words: what a message means, what to do, why nothing was found.

use super::Texts;
use crate::review::again::Why;
use crate::review::report::{Meaning, Unmatched};
use crate::review::{Entry, Ledger};

impl Texts {
    /// What a message means; `None` is a wording that is not known.
    #[must_use]
    pub fn meaning(&self, meaning: Option<Meaning>) -> String {
        self.say(match meaning {
            Some(Meaning::ItemNotFound) => "meaning-item-not-found",
            Some(Meaning::UserNotFound) => "meaning-user-not-found",
            Some(Meaning::NotOnLoan) => "meaning-not-on-loan",
            Some(Meaning::LaterAction) => "meaning-later-action",
            None => "meaning-unknown",
        })
    }

    /// What the desk does about a message.
    #[must_use]
    pub fn to_do(&self, meaning: Option<Meaning>) -> String {
        self.say(match meaning {
            Some(Meaning::ItemNotFound) => "to-do-item-not-found",
            Some(Meaning::UserNotFound) => "to-do-user-not-found",
            Some(Meaning::NotOnLoan) => "to-do-not-on-loan",
            Some(Meaning::LaterAction) => "to-do-later-action",
            None => "to-do-unknown",
        })
    }

    /// Why a message is not matched, and what to do.
    #[must_use]
    pub fn unmatched(&self, unmatched: Unmatched) -> String {
        self.say(match unmatched {
            Unmatched::UnknownWording => "unmatched-unknown-wording",
            Unmatched::NoBarcode => "unmatched-no-barcode",
            Unmatched::NotInFiles => "unmatched-not-in-files",
            Unmatched::NotABorrower => "unmatched-not-a-borrower",
            Unmatched::NotReturned => "unmatched-not-returned",
            Unmatched::NotAnItem => "unmatched-not-an-item",
        })
    }

    /// Why no new transaction was made of an old one.
    #[must_use]
    pub fn left_out(&self, why: Why) -> String {
        self.say(match why {
            Why::Returned => "left-out-returned",
            Why::LentLater => "left-out-lent-later",
            Why::NoSuchTime => "left-out-no-such-time",
        })
    }

    /// A transaction in words, and where it stands.
    #[must_use]
    pub fn place(&self, ledger: &Ledger, entry: &Entry) -> String {
        let source = ledger.sources().get(usize::from(entry.source));
        let file = source.map(|source| source.path.display().to_string()).unwrap_or_default();
        let transaction = self.transaction(&ledger.transaction(entry));
        let values = [
            ("file", file.into()),
            ("line", entry.line.into()),
            ("transaction", transaction.into()),
        ];
        self.fill("cli-place", &values)
    }
}
