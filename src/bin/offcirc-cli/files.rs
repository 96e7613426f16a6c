//! What the commands for after the outage have in common: the files they read, and where their
//! result goes.

#![allow(clippy::print_stderr, reason = "a program of the command line speaks there")]

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use offcirc::review::{Ledger, Progress};
use offcirc::store::{
    Listing, Operation, PathError, Spared, Stage, Trouble, batches, spared, write_file,
};
use offcirc::text::Texts;

use crate::desk::{Desk, Sentence};

/// Transactions, and how far each of their files has come.
pub struct Read {
    pub ledger: Ledger,
    pub stages: Vec<Option<Stage>>,
    /// Files of the data folder could not be read: which, and why, has been said.
    pub is_partial: bool,
}

/// The files that a command names, or what can be read of the data folder when it names none.
pub fn read(texts: &Texts, named: &[PathBuf], data_dir: Option<&Path>) -> Result<Read, Sentence> {
    if named.is_empty() {
        return read_folder(texts, data_dir);
    }
    let ledger = Ledger::read(named, &Progress::default());
    let ledger = ledger.map_err(|error| texts.review_error(&error))?;
    Ok(Read { ledger, stages: vec![None; named.len()], is_partial: false })
}

/// All files of the data folder. One that can't be read does not hide the others; it is said on
/// standard error.
fn read_folder(texts: &Texts, data_dir: Option<&Path>) -> Result<Read, Sentence> {
    let Listing { batches, unread } = batches_of(texts, &data_folder(texts, data_dir)?)?;
    let paths: Vec<_> = batches.iter().map(|batch| batch.path.clone()).collect();
    let read = Ledger::read_what_can_be(&paths, &Progress::default());
    let (ledger, failed) = read.map_err(|stopped| texts.review_error(&stopped.into()))?;
    let unread = unread.iter().map(|unread| texts.trouble(&unread.trouble));
    let failed = failed.iter().map(|error| texts.review_error(error));
    let why: Vec<_> = unread.chain(failed).collect();
    if ledger.sources().is_empty() && !why.is_empty() {
        return Err(why.join("\n"));
    }
    for why in &why {
        eprintln!("{why}");
    }
    let mut batches = batches.into_iter();
    let mut stage = |path: &Path| Some(batches.find(|batch| batch.path == path)?.stage);
    let stages = ledger.sources().iter().map(|source| stage(&source.path)).collect();
    Ok(Read { ledger, stages, is_partial: !why.is_empty() })
}

/// The current file and all batches; there is at least one.
pub fn batches_of(texts: &Texts, data_folder: &Path) -> Result<Listing, Sentence> {
    let all = batches(data_folder);
    if all.is_empty() { Err(about(texts, "cli-no-files", data_folder)) } else { Ok(all) }
}

/// The data folder, which exists.
pub fn data_folder(texts: &Texts, data_dir: Option<&Path>) -> Result<PathBuf, Sentence> {
    let desk = Desk::find(texts, data_dir)?;
    is_there(texts, &desk.data_folder)?;
    Ok(desk.data_folder)
}

/// Sees that the data folder is there.
pub fn is_there(texts: &Texts, data_folder: &Path) -> Result<(), Sentence> {
    if data_folder.is_dir() { Ok(()) } else { Err(about(texts, "cli-folder-gone", data_folder)) }
}

/// Where a result goes.
#[derive(Debug, Args)]
pub struct Output {
    /// The file for the result, instead of standard output.
    #[arg(short, long, value_name = "OUT")]
    pub output: Option<PathBuf>,

    /// Replaces OUT if it is there.
    #[arg(long)]
    pub force: bool,
}

impl Output {
    /// Writes the result: to OUT whole or not at all, which is never one of the files that were
    /// read, or to standard output.
    pub fn write(
        &self,
        texts: &Texts,
        read: &[&Path],
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Sentence> {
        let Some(path) = &self.output else {
            return match write(&mut io::BufWriter::new(io::stdout().lock())) {
                // Whoever reads has seen enough.
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
                other => other.map_err(|error| error.to_string()),
            };
        };
        write_new(texts, path, self.force, read, write)
    }
}

/// Writes a file that somebody asked for.
pub fn write_new(
    texts: &Texts,
    path: &Path,
    force: bool,
    read: &[&Path],
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Sentence> {
    match spared(path, read.iter().copied()) {
        Some(Spared::Folder) => return Err(about(texts, "cli-output-folder", path)),
        Some(Spared::Input) => return Err(about(texts, "cli-output-is-input", path)),
        Some(Spared::Desk) => return Err(about(texts, "cli-output-in-use", path)),
        None if path.exists() && !force => return Err(about(texts, "cli-output-exists", path)),
        None => {}
    }
    write_file(path, |out| {
        let failed = |source| PathError { path: path.into(), operation: Operation::Write, source };
        write(out).map_err(failed)
    })
    .map_err(|error| trouble(texts, &error))
}

/// The files of a ledger.
pub fn paths(ledger: &Ledger) -> Vec<&Path> {
    ledger.sources().iter().map(|source| source.path.as_path()).collect()
}

/// What is wrong with a file or folder.
pub fn trouble(texts: &Texts, error: &PathError) -> Sentence {
    texts.trouble(&Trouble::from(error))
}

/// A sentence about a file or folder.
pub fn about(texts: &Texts, key: &str, path: &Path) -> Sentence {
    texts.fill(key, &[("path", path.display().to_string().into())])
}
