//! What comes after the outage, in words: batches, and why the store refuses an order.

use std::path::Path;

use super::{Texts, count};
use crate::store::{MendedBatch, Refusal, Stage, Summary, Unread};
use crate::transaction::DeskTime;

impl Texts {
    /// Why the store did not do what it was asked, and what to do.
    #[must_use]
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let path = |path: &Path| ("path", path.display().to_string().into());
        match refusal {
            Refusal::Trouble(trouble) => self.trouble(trouble),
            Refusal::Waiting(waiting) => {
                self.fill("refusal-waiting", &[("count", count(*waiting))])
            }
            Refusal::NotThere(transaction) => {
                let what = self.transaction(transaction).into();
                self.fill("refusal-not-there", &[("transaction", what)])
            }
            Refusal::SpoolFailed(trouble) => {
                let trouble = self.trouble(trouble).into();
                self.fill("refusal-spool-failed", &[("trouble", trouble)])
            }
            Refusal::FileChanged => self.say("refusal-file-changed"),
            Refusal::NotKnown(trouble) => {
                let trouble = self.trouble(trouble).into();
                self.fill("refusal-not-known", &[("trouble", trouble)])
            }
            Refusal::Nothing => self.say("refusal-nothing"),
            Refusal::NothingToMend(file) => self.fill("refusal-nothing-to-mend", &[path(file)]),
            Refusal::NotABatch(batch) => self.fill("refusal-not-a-batch", &[path(batch)]),
        }
    }

    /// That the batch `name` is a copy of the batch `same`, which is so far, and what to do.
    #[must_use]
    pub fn copy(&self, name: &str, same: &str, stage: Stage) -> String {
        let key = if stage == Stage::Uploaded { "batch-same-what" } else { "batch-copy-what" };
        self.fill(key, &[("name", name.into()), ("same", same.into())])
    }

    /// That a batch was written in the strict form, where its original is, and every line known by
    /// its number that was left out.
    #[must_use]
    pub fn mended(&self, mended: &MendedBatch) -> String {
        let lines = &mended.lines;
        let values = [
            ("path", mended.path.display().to_string().into()),
            ("original", mended.original.display().to_string().into()),
            ("count", lines.transactions.into()),
        ];
        let text = self.fill("mended", &values);
        if lines.unreadable == 0 {
            return text;
        }
        let left_out = self.fill("mended-left-out", &[("count", lines.unreadable.into())]);
        let first = &lines.first_unreadable;
        self.with_lines(format!("{text}\n{left_out}"), lines.unreadable, first)
    }

    /// Which file of transactions can't be read, and why.
    #[must_use]
    pub fn unread(&self, unread: &Unread) -> String {
        let why = self.trouble(&unread.trouble);
        if unread.stage == Stage::Uploaded {
            why
        } else {
            self.fill("batch-unread", &[("why", why.into())])
        }
    }

    /// How many loans, returns and borrowers a file holds, and lines that can't be read.
    #[must_use]
    pub fn counts(&self, summary: &Summary) -> String {
        let parts = [
            ("count-loans", summary.loans),
            ("count-returns", summary.returns),
            ("count-borrowers", summary.borrowers),
            ("count-unreadable", summary.unreadable),
        ];
        let parts = parts.into_iter().filter(|(_, count)| *count > 0);
        let parts: Vec<_> =
            parts.map(|(key, count)| self.fill(key, &[("count", count.into())])).collect();
        if parts.is_empty() { self.say("count-none") } else { parts.join(", ") }
    }

    /// From when to when, and how much, in one line.
    #[must_use]
    pub fn summary(&self, summary: &Summary) -> String {
        let counts = self.counts(summary);
        match self.span(summary) {
            Some(span) => {
                let values = [("span", span.into()), ("counts", counts.into())];
                self.fill("batch-summary", &values)
            }
            None => counts,
        }
    }

    /// From when to when a file's transactions go; nothing when it has none.
    #[must_use]
    pub fn span(&self, summary: &Summary) -> Option<String> {
        let (from, to) = (summary.from?, summary.to?);
        if from == to {
            return Some(self.desk_time(from));
        }
        let minute = |time: DeskTime| time.naive().format("%H:%M").to_string();
        let day = from.naive().date();
        if day == to.naive().date() {
            let values = [
                ("day", self.date(day).into()),
                ("from", minute(from).into()),
                ("to", minute(to).into()),
            ];
            return Some(self.fill("span-hours", &values));
        }
        let values = [("from", self.desk_time(from).into()), ("to", self.desk_time(to).into())];
        Some(self.fill("span-days", &values))
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn summary(times: Option<[(u32, u32); 2]>) -> Summary {
        let time = |(day, hour)| {
            let date = NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
            DeskTime::new(date.and_hms_opt(hour, 5, 0).unwrap()).unwrap()
        };
        let [from, to] = times.map_or([None, None], |times| times.map(|at| Some(time(at))));
        let (loans, borrowers, unreadable) = (1, 1, 2);
        Summary { loans, borrowers, unreadable, from, to, ..Summary::default() }
    }

    /// A day is said once when all is of one day, and nothing is said of a file without times.
    #[test]
    fn a_span_says_no_more_than_it_must() {
        let texts = Texts::new("en");
        let span = |times| texts.span(&summary(times));
        assert_eq!(span(None), None);
        assert_eq!(span(Some([(23, 8), (23, 8)])).unwrap(), "2026-11-23 08:05");
        assert_eq!(span(Some([(23, 8), (23, 17)])).unwrap(), "2026-11-23, 08:05 to 17:05");
        let days = span(Some([(23, 8), (24, 9)])).unwrap();
        assert_eq!(days, "2026-11-23 08:05 to 2026-11-24 09:05");
    }

    #[test]
    fn counts_follow_the_language() {
        let counts = |language, summary| Texts::new(language).counts(&summary);
        let some = summary(None);
        assert_eq!(counts("en", some.clone()), "1 loan, 1 borrower, 2 lines that can’t be read");
        assert_eq!(counts("fr", some), "1 prêt, 1 emprunteur, 2 lignes illisibles");
        assert_eq!(counts("en", Summary::default()), "no transactions");
    }
}
