//! The computer's own time zone, as far as it matters to local times.

use chrono::{Local, NaiveDateTime, TimeZone as _};

/// Whether the clock of this computer is set back in this local time, which is there twice then.
#[must_use]
pub fn is_set_back(time: NaiveDateTime) -> bool {
    Local.from_local_datetime(&time).latest() != Local.from_local_datetime(&time).earliest()
}
