//! What the program noticed while it ran, for whoever is asked for help: `offcirc.log` in the
//! user's local data folder. No barcode and no borrower is ever logged.
//!
//! The log goes on over starts until it is large; then it becomes `offcirc.old.log`, in place of
//! the one before.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use chrono::Local;
use env_logger::{Builder, Target};
use log::LevelFilter;

/// The file's name.
pub const FILE: &str = "offcirc.log";
/// The name of the one before.
const OLD: &str = "offcirc.old.log";
/// A log of so many bytes is not continued by the next start.
const LARGE: u64 = 256 * 1024;

static PATH: OnceLock<PathBuf> = OnceLock::new();

/// Where this program's journal is, once it was started.
#[must_use]
pub fn path() -> Option<PathBuf> {
    PATH.get().cloned()
}

/// Starts the journal, making the folder where it is missing.
///
/// # Errors
///
/// When the file can't be made, or a journal was started before. The program can go on without.
pub fn start(local: &Path) -> io::Result<()> {
    fs::create_dir_all(local)?;
    let path = local.join(FILE);
    if fs::metadata(&path).is_ok_and(|meta| meta.len() >= LARGE) {
        fs::rename(&path, local.join(OLD))?;
    }
    let file = File::options().create(true).append(true).open(&path)?;
    let started = Builder::new()
        .filter_level(LevelFilter::Warn)
        .filter_module("offcirc", LevelFilter::Info)
        .target(Target::Pipe(Box::new(file)))
        .format(|out, record| {
            let now = Local::now().format("%Y-%m-%d %H:%M:%S%.3f");
            writeln!(out, "{now} {:5} {}: {}", record.level(), record.target(), record.args())
        })
        .try_init();
    started.map_err(io::Error::other)?;
    PATH.get_or_init(|| path);
    Ok(())
}
