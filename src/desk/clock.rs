//! Is the desk's clock right? Alma computes due dates from it, and after a power cut it is often
//! wrong.

use std::time::Duration;

use chrono::{NaiveDateTime, TimeDelta};

use crate::transaction::DeskTime;

/// One look at the computer's clocks: what is written has its local time, how long something lasted
/// is measured by its steady one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockReading {
    /// The desk's local time.
    pub local: NaiveDateTime,
    /// The same moment in universal time, which summer time does not move.
    pub utc: NaiveDateTime,
    /// Time since some fixed moment, by a clock that nobody can set and that goes on while the
    /// computer sleeps.
    pub steady: Duration,
}

/// What is wrong with the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockFault {
    /// It is earlier than the program was built, which can't be.
    BeforeBuild {
        /// When this program was built, universal time.
        built: NaiveDateTime,
    },
    /// It moved by itself, or somebody set it, while the window was open.
    Jumped {
        /// By how much; negative is back.
        by: TimeDelta,
    },
    /// It is behind the last transaction of the file.
    BehindFile {
        /// The time of that transaction.
        last: DeskTime,
    },
}

/// Watches the clock.
#[derive(Debug)]
pub struct Clock {
    built: NaiveDateTime,
    first: Option<ClockReading>,
    jumped: Option<TimeDelta>,
    /// The last transaction for which somebody said that the clock is right.
    accepted: Option<DeskTime>,
}

impl Clock {
    /// How far the clock may move against the steady one.
    pub const TOLERANCE: TimeDelta = TimeDelta::minutes(5);

    /// A watch for a program that was built at `built`, universal time.
    #[must_use]
    pub fn new(built: NaiveDateTime) -> Self {
        Self { built, first: None, jumped: None, accepted: None }
    }

    /// Compares the clock with what is known; `last` is the time of the last transaction.
    pub fn look(&mut self, now: ClockReading, last: Option<DeskTime>) -> Option<ClockFault> {
        let first = *self.first.get_or_insert(now);
        let steady = TimeDelta::from_std(now.steady.saturating_sub(first.steady));
        let by = (now.utc - first.utc) - steady.unwrap_or_default();
        if by.abs() > Self::TOLERANCE {
            self.jumped = Some(by);
            self.first = Some(now);
        }
        if now.utc < self.built {
            return Some(ClockFault::BeforeBuild { built: self.built });
        }
        if let Some(by) = self.jumped {
            return Some(ClockFault::Jumped { by });
        }
        let last = last.filter(|last| self.accepted.is_none_or(|accepted| *last > accepted))?;
        let now = DeskTime::new(now.local)?;
        (now < last).then_some(ClockFault::BehindFile { last })
    }

    /// Somebody says that the clock is right as it is.
    pub fn accept(&mut self, last: Option<DeskTime>) {
        self.jumped = None;
        self.accepted = last.max(self.accepted);
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn at(hour: u32, minute: u32, steady_minutes: u64) -> ClockReading {
        let time = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(hour, minute, 0);
        let time = time.unwrap();
        let steady = Duration::from_secs(steady_minutes * 60);
        ClockReading { local: time, utc: time, steady }
    }

    fn minute(hour: u32, minute: u32) -> DeskTime {
        DeskTime::new(at(hour, minute, 0).local).unwrap()
    }

    fn clock() -> Clock {
        Clock::new(at(8, 0, 0).utc)
    }

    #[test]
    fn a_clock_that_runs_evenly_is_right() {
        let mut clock = clock();
        assert_eq!(clock.look(at(9, 0, 100), Some(minute(9, 0))), None);
        assert_eq!(clock.look(at(17, 4, 580), Some(minute(9, 0))), None, "4 minutes off in a day");
    }

    #[test]
    fn a_clock_before_the_build_is_wrong() {
        let built = at(8, 0, 0).utc;
        let fault = clock().look(at(7, 59, 0), None);
        assert_eq!(fault, Some(ClockFault::BeforeBuild { built }));
    }

    #[test]
    fn a_jump_is_told_until_somebody_accepts_it() {
        let mut clock = clock();
        clock.look(at(9, 0, 0), None);
        let jumped = Some(ClockFault::Jumped { by: TimeDelta::minutes(60) });
        assert_eq!(clock.look(at(10, 1, 1), None), jumped);
        assert_eq!(clock.look(at(10, 2, 2), None), jumped);
        clock.accept(None);
        assert_eq!(clock.look(at(10, 3, 3), None), None);
        let back = Some(ClockFault::Jumped { by: TimeDelta::minutes(-30) });
        assert_eq!(clock.look(at(9, 34, 4), None), back);
    }

    #[test]
    fn summer_time_is_no_jump() {
        let mut clock = clock();
        clock.look(at(9, 0, 0), None);
        let local = at(8, 1, 1).local;
        assert_eq!(clock.look(ClockReading { local, ..at(9, 1, 1) }, None), None);
    }

    #[test]
    fn a_clock_behind_the_file_is_told_until_accepted() {
        let mut clock = clock();
        let last = minute(9, 1);
        let behind = Some(ClockFault::BehindFile { last });
        assert_eq!(clock.look(at(9, 0, 0), Some(last)), behind);
        clock.accept(Some(last));
        assert_eq!(clock.look(at(9, 0, 0), Some(last)), None);
        assert_eq!(clock.look(at(9, 1, 1), Some(last)), None);
    }
}
