//! `offcirc-cli settings`: what is in force and where it comes from; what is wrong with a file.

#![allow(clippy::print_stderr, reason = "a program of the command line speaks there")]

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use offcirc::settings::{self, Fault, FaultKind, Key, Loaded, Origin, sample};
use offcirc::setup;
use offcirc::text::Texts;

use crate::desk;

/// What `settings` is given.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Says what is wrong with a settings file, with line and column.
    Check {
        /// The file.
        file: PathBuf,
    },
    /// Prints a settings file with every setting in it, as comments.
    Sample,
}

/// 0 when all is well, 1 when something was passed over, 2 when a file can't be read.
pub fn run(arguments: &Arguments) -> ExitCode {
    let texts = desk::texts();
    let mut out = io::stdout().lock();
    let (faults, written) = match &arguments.what {
        None => {
            let loaded = settings::load(setup::rule);
            let written = write(&mut out, &texts, &loaded);
            (loaded.faults, written)
        }
        Some(What::Check { file }) => (settings::check(file, setup::rule), Ok(())),
        Some(What::Sample) => (Vec::new(), out.write_all(sample().as_bytes())),
    };
    for fault in &faults {
        eprintln!("{}", texts.fault(fault));
    }
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
        _ if faults.iter().any(is_unread) => ExitCode::from(2),
        _ if faults.is_empty() => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// Nothing of the file can be used.
fn is_unread(fault: &Fault) -> bool {
    matches!(
        fault.kind,
        FaultKind::NotReadable { .. }
            | FaultKind::NotAFile
            | FaultKind::TooLarge { .. }
            | FaultKind::Unusable
    )
}

/// Writes every setting as a settings file has it, and behind it where its value comes from.
fn write(out: &mut impl Write, texts: &Texts, loaded: &Loaded) -> io::Result<()> {
    let mut table = None;
    for key in Key::ALL.iter().copied() {
        if key.table() != table {
            table = key.table();
            writeln!(out, "\n[{}]", table.unwrap_or_default())?;
        }
        let lock = loaded.locked_by(key).map(|_| texts.say("settings-locked"));
        let origin = match loaded.origin(key) {
            Origin::Default | Origin::ThisRun => texts.say("origin-default"),
            Origin::Machine(path) | Origin::User(path) => path.display().to_string(),
        };
        let comment = [Some(origin), lock].into_iter().flatten().collect::<Vec<_>>().join("; ");
        writeln!(out, "{} = {}  # {comment}", key.name_in_table(), loaded.value(key))?;
    }
    Ok(())
}
