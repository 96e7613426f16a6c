//! What failed rests for a while. A computer without a sound device would start a process at each
//! scan for nothing; one whose sound comes back should be heard again without a new start.

use std::fmt::Display;
use std::time::{Duration, Instant};

/// The first rest: a headset that was plugged in again is heard soon.
const FIRST: Duration = Duration::from_secs(20);
/// Each rest is twice the last one, up to this.
const LONGEST: Duration = Duration::from_mins(5);

/// Whether something may be tried.
#[derive(Debug, Default)]
pub(super) struct Rest {
    until: Option<Instant>,
    last: Option<Duration>,
    is_told: bool,
}

impl Rest {
    pub(super) fn is_over(&self, now: Instant) -> bool {
        self.until.is_none_or(|until| until <= now)
    }

    /// It works: the next failure starts from the first rest.
    pub(super) fn worked(&mut self) {
        (self.until, self.last) = (None, None);
    }

    /// It failed; the first time, the log says why.
    pub(super) fn failed(&mut self, now: Instant, what: &str, why: impl Display) {
        if !std::mem::replace(&mut self.is_told, true) {
            log::info!("no sound by {what}: {why}");
        }
        let rest = self.last.map_or(FIRST, |last| (last * 2).min(LONGEST));
        (self.until, self.last) = (now.checked_add(rest), Some(rest));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_rests_longer_each_time_until_it_works() {
        let mut rest = Rest::default();
        let mut now = Instant::now();
        assert!(rest.is_over(now));
        for seconds in [20, 40, 80, 160, 300, 300] {
            rest.failed(now, "test", "of no use");
            let last = Duration::from_secs(seconds);
            now += last;
            let just_before = now.checked_sub(Duration::from_millis(1)).unwrap();
            assert!(!rest.is_over(just_before));
            assert!(rest.is_over(now), "{seconds}");
        }
        rest.worked();
        rest.failed(now, "test", "of no use");
        assert!(rest.is_over(now + FIRST));
    }
}
