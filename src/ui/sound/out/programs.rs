//! Programs of the system that make a sound, in the order in which they are tried.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use super::End;
use super::child::{self, Outcome};
use super::rest::Rest;

/// What a program has to be given: its name, and what stands before the file.
pub(super) type Call = (&'static str, &'static [&'static str]);

/// Programs for the same purpose: the first one that works is taken.
pub(super) struct Programs {
    calls: Vec<(Call, Rest)>,
    /// The folders they are looked for in.
    search: Vec<PathBuf>,
    limit: Duration,
}

impl Programs {
    pub(super) fn new(calls: &[Call], search: &[PathBuf], limit: Duration) -> Self {
        let calls = calls.iter().map(|call| (*call, Rest::default())).collect();
        Self { calls, search: search.to_vec(), limit }
    }

    /// Whether all of them failed a short time ago.
    pub(super) fn all_rest(&self) -> bool {
        let now = Instant::now();
        self.calls.iter().all(|(_, rest)| !rest.is_over(now))
    }

    /// Lets the first one that works do it.
    pub(super) fn run(&mut self, file: Option<&Path>, end: &End) {
        for ((name, arguments), rest) in &mut self.calls {
            if !rest.is_over(Instant::now()) {
                continue;
            }
            let outcome = match find(&self.search, name) {
                Some(program) => {
                    let mut command = Command::new(program);
                    command.args(*arguments).args(file.map(OsStr::new));
                    child::run(&mut command, self.limit, end)
                }
                None => Outcome::Failed("it is not here".into()),
            };
            match outcome {
                Outcome::Played => {
                    rest.worked();
                    return;
                }
                Outcome::Failed(why) => rest.failed(Instant::now(), name, why),
                Outcome::Hung => {
                    rest.failed(Instant::now(), name, "it did not come to an end");
                    // It may have been heard, and by now it is late.
                    return;
                }
                Outcome::Ended => return,
            }
        }
    }
}

/// Never relative to the folder somebody works in, where anybody may have left a program.
fn find(search: &[PathBuf], name: &str) -> Option<PathBuf> {
    let folders = search.iter().filter(|folder| folder.is_absolute());
    folders.map(|folder| folder.join(name)).find(|path| path.is_file())
}
