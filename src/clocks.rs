//! The computer's clocks: the one that is set, and the one that only goes forward.

use std::time::Duration;

use chrono::Local;

use crate::desk::ClockReading;

/// Reads both clocks.
#[must_use]
pub fn read() -> ClockReading {
    let now = Local::now();
    ClockReading { local: now.naive_local(), utc: now.naive_utc(), steady: steady() }
}

/// Time since some fixed moment, the time in which the computer slept included: a borrower has gone
/// while the lid was closed. `std::time::Instant` stands still then, except on Windows.
#[cfg(unix)]
fn steady() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    #[cfg(target_os = "linux")]
    const STEADY: ClockId = ClockId::Boottime;
    #[cfg(not(target_os = "linux"))]
    const STEADY: ClockId = ClockId::Monotonic;
    Duration::try_from(clock_gettime(STEADY)).unwrap_or_default()
}

/// Time since some fixed moment, the time in which the computer slept included.
#[cfg(not(unix))]
fn steady() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steady_clock_goes_forward() {
        let before = read();
        std::thread::sleep(Duration::from_millis(5));
        let passed = read().steady.saturating_sub(before.steady);
        assert!(passed >= Duration::from_millis(5), "{passed:?}");
    }
}
