//! What the program noticed while it ran, for whoever is asked for help: `offcirc.log` in the
//! user's local data folder, new at every start. No barcode and no borrower is ever logged.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use chrono::Local;
use env_logger::{Builder, Target};
use log::LevelFilter;

/// The file's name.
pub const FILE: &str = "offcirc.log";

/// Starts the journal, making the folder where it is missing.
///
/// # Errors
///
/// When the file can't be made, or a journal was started before. The program can go on without.
pub fn start(local: &Path) -> io::Result<()> {
    fs::create_dir_all(local)?;
    let file = File::create(local.join(FILE))?;
    let started = Builder::new()
        .filter_level(LevelFilter::Warn)
        .filter_module("offcirc", LevelFilter::Info)
        .target(Target::Pipe(Box::new(file)))
        .format(|out, record| {
            let now = Local::now().format("%Y-%m-%d %H:%M:%S%.3f");
            writeln!(out, "{now} {:5} {}: {}", record.level(), record.target(), record.args())
        })
        .try_init();
    started.map_err(io::Error::other)
}
