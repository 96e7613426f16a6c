//! Unix announces the end by a signal.

use std::io;
use std::thread;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use super::come_and_exit;

pub(super) fn watch() -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    thread::Builder::new().name("offcirc-signals".into()).spawn(move || {
        if let Some(signal) = signals.forever().next() {
            // As a shell tells of a process that a signal has ended.
            come_and_exit(128 + signal);
        }
    })?;
    Ok(())
}
