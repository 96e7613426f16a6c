//! The end that the system announces: what is queued reaches a disk first.
//!
//! A program says once what is to be done at its end ([`set`]); it is done when the system asks the
//! program to end ([`watch`]), and when the thread that called [`guard_thread`] ends, however it
//! does.

#[cfg_attr(windows, path = "ending/windows.rs")]
#[cfg_attr(unix, path = "ending/unix.rs")]
mod platform;

use std::sync::{Mutex, PoisonError};

type Act = Box<dyn FnOnce() + Send>;

/// What is to be done, once.
static AT_END: Mutex<Option<Act>> = Mutex::new(None);

/// From now on this is to be done at the end, in place of what was to be done before.
pub fn set(act: impl FnOnce() + Send + 'static) {
    *AT_END.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(act));
}

/// The end has come: does what is to be done, unless it was done.
pub fn come() {
    // Held meanwhile: a second thread that ends the process must not do so before it is done.
    let mut at_end = AT_END.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(act) = at_end.take() {
        act();
    }
}

/// The end has come by the system's order: does what is to be done, and ends the process.
fn come_and_exit(code: i32) -> ! {
    come();
    std::process::exit(code)
}

/// Waits, on threads of its own, for the system to announce the end. On Unix that is a signal
/// (SIGTERM, SIGHUP, SIGINT); on Windows the end of the session, that of the console, or Ctrl+C.
/// Then does what is to be done and ends the process.
///
/// # Errors
///
/// The system gives no thread, or announces nothing.
pub fn watch() -> std::io::Result<()> {
    platform::watch()
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
