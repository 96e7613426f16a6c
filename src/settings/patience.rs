//! Another program holds the file, often a virus scanner: try again for a moment.

use std::io;
use std::thread;
use std::time::{Duration, Instant};

/// How long it is tried.
const PATIENCE: Duration = Duration::from_secs(1);
const TRY_EVERY: Duration = Duration::from_millis(50);

/// What Windows says when another program holds a file: a sharing and a lock violation.
const HELD: [i32; 2] = [32, 33];
/// The same for a file that is to be replaced: access denied too.
const HELD_OR_DENIED: [i32; 3] = [5, 32, 33];

/// Opens or reads.
pub(super) fn read<T>(work: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    patiently(work, &HELD)
}

/// Puts one file in the place of another.
pub(super) fn replace<T>(work: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    patiently(work, &HELD_OR_DENIED)
}

fn patiently<T>(mut work: impl FnMut() -> io::Result<T>, held: &[i32]) -> io::Result<T> {
    let until = Instant::now() + PATIENCE;
    let is_held = |error: &io::Error| {
        cfg!(windows) && error.raw_os_error().is_some_and(|code| held.contains(&code))
    };
    loop {
        match work() {
            Err(error) if is_held(&error) && Instant::now() < until => thread::sleep(TRY_EVERY),
            other => return other,
        }
    }
}
