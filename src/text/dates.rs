//! Dates as each language writes them. English has them as ISO 8601 does: what 02/03 is differs
//! between London and Boston.

use chrono::{NaiveDate, NaiveDateTime};

use super::Texts;
use crate::transaction::DeskTime;

impl Texts {
    /// A day.
    #[must_use]
    pub fn date(&self, day: NaiveDate) -> String {
        day.format(&self.say("format-date")).to_string()
    }

    /// A day of this year, in few characters.
    #[must_use]
    pub fn short_date(&self, day: NaiveDate) -> String {
        day.format(&self.say("format-short-date")).to_string()
    }

    /// A moment to the minute, with its day.
    #[must_use]
    pub fn moment(&self, time: NaiveDateTime) -> String {
        format!("{} {}", self.date(time.date()), time.format("%H:%M"))
    }

    /// The time of a transaction, with its day.
    #[must_use]
    pub fn desk_time(&self, time: DeskTime) -> String {
        self.moment(time.naive())
    }

    /// A day that somebody typed, as the language writes it or as ISO 8601 does.
    #[must_use]
    pub fn parse_date(&self, typed: &str) -> Option<NaiveDate> {
        let typed = typed.trim();
        let as_written = NaiveDate::parse_from_str(typed, &self.say("format-date"));
        as_written.ok().or_else(|| typed.parse().ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_writes_dates_its_way_and_reads_them() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 3).unwrap();
        for (language, written, short) in [
            ("en", "2026-11-03", "11-03"),
            ("fr", "03/11/2026", "03/11"),
            ("de", "03.11.2026", "03.11."),
        ] {
            let texts = Texts::new(language);
            assert_eq!(
                (texts.date(day).as_str(), texts.short_date(day).as_str()),
                (written, short)
            );
            for typed in [written, " 2026-11-03 "] {
                assert_eq!(texts.parse_date(typed), Some(day), "{language}: {typed}");
            }
            assert_eq!(texts.parse_date("yesterday"), None);
        }
    }
}
