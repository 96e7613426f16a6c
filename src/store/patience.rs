//! Another program holds the file, often a virus scanner: try again for a moment.

use std::thread;
use std::time::{Duration, Instant};

/// How long a file that another program holds is tried again before it counts as failed.
pub(super) const PATIENCE: Duration = Duration::from_secs(1);
/// How long between two such tries.
pub(super) const TRY_EVERY: Duration = Duration::from_millis(50);

/// Does it, again and again while it fails because somebody else is busy with the file.
pub(super) fn patiently<T, E>(
    mut work: impl FnMut() -> Result<T, E>,
    is_busy: impl Fn(&E) -> bool,
) -> Result<T, E> {
    let until = Instant::now() + PATIENCE;
    loop {
        match work() {
            Err(error) if is_busy(&error) && Instant::now() < until => thread::sleep(TRY_EVERY),
            other => return other,
        }
    }
}
