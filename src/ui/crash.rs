//! What happens when the program itself fails: a report on disk, and a person who is told.
//!
//! A panic writes a report with the place, the message and the call stack (no barcode, no
//! borrower: they appear in no panic message) and shows a box that says where it is and that
//! everything confirmed is saved. The box is shown by a thread of its own while the panicking
//! one waits: nothing runs on in a window that is broken, and other threads, the store's above
//! all, finish what they have.

use std::any::Any;
use std::backtrace::Backtrace;
use std::fmt::Write as _;
use std::fs;
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use chrono::Local;

use super::tell::tell;

/// While one exists, panics are excused by whoever holds it: no report, no box.
static QUIET: Mutex<Option<Rule>> = Mutex::new(None);

/// Answers true from the moment on when panics are no longer excused.
type Rule = Arc<dyn Fn() -> bool + Send + Sync>;

/// Excuses panics of the thread that tries out a renderer until that renderer has proven itself.
pub(super) struct Quiet {
    loud: Rule,
}

impl Quiet {
    pub(super) fn until(loud: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        let loud: Rule = Arc::new(loud);
        *QUIET.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&loud));
        Self { loud }
    }

    pub(super) fn is_quiet(&self) -> bool {
        !(self.loud)()
    }
}

impl Drop for Quiet {
    fn drop(&mut self) {
        *QUIET.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// Makes every panic write a report into `folder` and show `words`, given the report's path (or,
/// where none could be written, why).
pub fn install(
    title: String,
    folder: PathBuf,
    words: impl Fn(Result<&Path, &std::io::Error>) -> String + Send + Sync + 'static,
) {
    let main = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        let rule = QUIET.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if thread::current().id() == main && rule.is_some_and(|loud| !loud()) {
            log::warn!("excused: {info}");
            return;
        }
        let report = report(info);
        log::error!("{info}");
        let path = folder.join(format!("crash-{}.txt", Local::now().format("%Y%m%d-%H%M%S")));
        let written = fs::create_dir_all(&folder).and_then(|()| fs::write(&path, &report));
        let text = words(written.as_ref().map(|()| path.as_path()));
        print(&report);
        let title = title.clone();
        let shown = thread::Builder::new().spawn(move || tell(&title, &text));
        if let Ok(shown) = shown {
            let _ = shown.join();
        }
    }));
}

#[expect(clippy::print_stderr, reason = "where a panic is looked for")]
fn print(report: &str) {
    eprintln!("{report}");
}

/// The message a panic carried.
pub(super) fn words_of(payload: &(dyn Any + Send)) -> &str {
    payload
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| payload.downcast_ref::<&str>().copied())
        .unwrap_or("panic")
}

fn report(info: &PanicHookInfo<'_>) -> String {
    let mut text = String::new();
    let _ = writeln!(
        text,
        "OffCirc {} on {} {}",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH
    );
    let _ = writeln!(text, "{}", Local::now().to_rfc3339());
    let _ = writeln!(text, "thread {:?}: {info}", thread::current().name().unwrap_or("?"));
    let _ = writeln!(text, "\n{}", Backtrace::force_capture());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_of_message_are_read() {
        assert_eq!(words_of(&"plain"), "plain");
        assert_eq!(words_of(&String::from("made")), "made");
        assert_eq!(words_of(&7), "panic");
    }
}
