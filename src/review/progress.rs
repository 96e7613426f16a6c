//! How far long work is, and a way to stop it.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Shared between whoever works and whoever watches. Counts bytes while files are read
/// and written, transactions while they are compared.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicU64,
    expected: AtomicU64,
    stopped: AtomicBool,
}

/// Somebody asked to stop; nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped")]
pub struct Stopped;

impl Progress {
    /// Asks the work to stop: it does at its next step.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// How much of the expected work is done, from 0 to 1.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "for a bar of some hundred points")]
    pub fn part(&self) -> f32 {
        let expected = self.expected.load(Ordering::Relaxed);
        let done = self.done.load(Ordering::Relaxed);
        if expected == 0 { 0.0 } else { (done as f32 / expected as f32).min(1.0) }
    }

    /// So much more is to be done.
    pub(super) fn expect(&self, work: u64) {
        self.expected.fetch_add(work, Ordering::Relaxed);
    }

    /// So much more is done.
    pub(super) fn advance(&self, work: u64) -> Result<(), Stopped> {
        self.done.fetch_add(work, Ordering::Relaxed);
        if self.stopped.load(Ordering::Relaxed) { Err(Stopped) } else { Ok(()) }
    }
}
