//! Matching a report and recording again in the window, in words.

use super::Texts;
use crate::review::report::Unmatched;

impl Texts {
    /// Why a message has no transaction, where all batches of the folder were looked through.
    #[must_use]
    pub fn unmatched_here(&self, unmatched: Unmatched) -> String {
        self.say(match unmatched {
            Unmatched::UnknownWording => "unmatched-unknown-wording",
            Unmatched::NoBarcode => "unmatched-no-barcode",
            Unmatched::NotInFiles => "report-not-in-files",
            Unmatched::NotABorrower => "report-not-a-borrower",
            Unmatched::NotReturned => "report-not-returned",
            Unmatched::NotAnItem => "report-not-an-item",
        })
    }
}
