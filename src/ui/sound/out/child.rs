//! A process that plays: it is waited for, never for long, and never left behind.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::End;

/// How soon a process is looked at for the first time. The standard library has no way to wait for
/// a process no longer than some time; a sound is over after a few looks.
const FIRST_LOOK: Duration = Duration::from_millis(5);
/// From look to look it takes twice as long, up to this.
const LONGEST_LOOK: Duration = Duration::from_millis(50);

/// What came of a process.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It did what it was asked to.
    Played,
    /// It didn't, and this is why.
    Failed(String),
    /// It took too long and was killed.
    Hung,
    /// The player came to its end, and so did it.
    Ended,
}

/// Runs a process to its end: its own, or that of the player, or that of `limit`.
pub(super) fn run(command: &mut Command, limit: Duration, end: &End) -> Outcome {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = match quiet.spawn() {
        Ok(child) => Reaped(child),
        Err(error) => return Outcome::Failed(error.to_string()),
    };
    let started = Instant::now();
    let mut pause = FIRST_LOOK;
    loop {
        match child.0.try_wait() {
            Ok(Some(status)) if status.success() => return Outcome::Played,
            Ok(Some(status)) => return Outcome::Failed(status.to_string()),
            Ok(None) => {}
            Err(error) => return Outcome::Failed(error.to_string()),
        }
        let left = limit.saturating_sub(started.elapsed());
        if left.is_zero() {
            return Outcome::Hung;
        }
        if end.comes_within(pause.min(left)) {
            return Outcome::Ended;
        }
        pause = (pause * 2).min(LONGEST_LOOK);
    }
}

/// A child that is killed and waited for however its run ends: no process is left, not even a dead
/// one in the system's table.
struct Reaped(Child);

impl Drop for Reaped {
    fn drop(&mut self) {
        // It may have ended by itself: then both do nothing.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
