//! What the pages for after the outage say of what they found.

use super::{Texts, count};
use crate::review::check::{Finding, Severity};
use crate::review::{Entry, Ledger};

impl Texts {
    /// The name of a control that stands on a page more than once, each time for something else.
    #[must_use]
    pub fn control_of(&self, control: &str, name: &str) -> String {
        self.fill("control-of", &[("control", control.into()), ("name", name.into())])
    }

    /// Where a transaction stands: its file by name, and its line.
    #[must_use]
    pub fn origin(&self, ledger: &Ledger, entry: &Entry) -> String {
        let source = ledger.sources().get(usize::from(entry.source));
        let name = source.and_then(|source| source.path.file_name()).unwrap_or_default();
        let values =
            [("file", name.to_string_lossy().into_owned().into()), ("line", entry.line.into())];
        self.fill("origin", &values)
    }

    /// How many errors and warnings stand in Alma's way, or that nothing does.
    #[must_use]
    pub fn in_the_way(&self, serious: &[Finding]) -> String {
        let is_error = |finding: &&Finding| finding.what.severity() == Severity::Error;
        let errors = serious.iter().filter(is_error).count();
        let parts =
            [("in-the-way-errors", errors), ("in-the-way-warnings", serious.len() - errors)];
        let said: Vec<_> = parts
            .into_iter()
            .filter(|(_, number)| *number > 0)
            .map(|(key, number)| self.fill(key, &[("count", count(number))]))
            .collect();
        match said.as_slice() {
            [] => self.say("in-the-way-nothing"),
            said => self.fill("in-the-way", &[("what", said.join(", ").into())]),
        }
    }
}
