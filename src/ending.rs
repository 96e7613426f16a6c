//! The end that the system announces: what is queued reaches a disk first.
//!
//! A program says once what is to be done at its end ([`set`]); it is done when a signal asks the
//! program to end ([`watch_signals`]), and when the thread that made a [`Guard`] ends, however it
//! does.

use std::sync::{Mutex, PoisonError};

type Act = Box<dyn FnOnce() + Send>;

/// What is to be done, once.
static AT_END: Mutex<Option<Act>> = Mutex::new(None);

/// From now on this is to be done at the end, in place of what was to be done before.
pub fn set(act: impl FnOnce() + Send + 'static) {
    *AT_END.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(act));
}

/// The end has come: does what is to be done.
fn come() {
    // Taken first: what is done may take a while, and is done once.
    let act = AT_END.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(act) = act {
        act();
    }
}

/// Waits on a thread of its own for the signals by which a session ends (SIGTERM, SIGHUP, SIGINT);
/// then does what is to be done and ends the process.
///
/// # Errors
///
/// The system gives no thread, or no signals.
#[cfg(unix)]
pub fn watch_signals() -> std::io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    let watching = std::thread::Builder::new().name("offcirc-signals".into());
    watching.spawn(move || {
        if let Some(signal) = signals.forever().next() {
            come();
            // As a shell tells of a process that a signal has ended.
            std::process::exit(128 + signal);
        }
    })?;
    Ok(())
}

/// Windows ends a program of the command line without a signal.
///
/// # Errors
///
/// None.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "its sibling for Unix can fail")]
pub fn watch_signals() -> std::io::Result<()> {
    Ok(())
}

/// Does what is to be done when it is dropped.
#[derive(Debug)]
struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        come();
    }
}

thread_local! {
    /// Dropped when its thread ends, also by `exit`: Xlib calls that from the window's thread when
    /// the connection to the X server is lost, and the C library drops what belongs to the thread.
    static GUARD: Guard = const { Guard };
}

/// Does what is to be done when this thread ends.
pub fn guard_thread() {
    GUARD.with(|_| ());
}
