//! Commands that change the data folder: take back, close, uploaded, archive, delete. Each is one
//! order to the store and its answer.

#![allow(
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "a program of the command line speaks there"
)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use chrono::{Local, NaiveDate};
use clap::Args;
use offcirc::review::{Ledger, Progress};
use offcirc::store::{
    Config, DAT, GiveUp, Notice, RealDisk, Refusal, Stage, Store, Trouble, batches,
};
use offcirc::text::{Texts, count};
use offcirc::transaction::Occurrence;

use crate::desk::{self, Desk, Sentence};
use crate::files;

/// How long the store may take for one order.
const PATIENCE: Duration = Duration::from_mins(2);

/// What `take-back` is given.
#[derive(Debug, Args)]
pub struct TakeBack {
    /// Take back the last N transactions of the file.
    #[arg(long, value_name = "N", default_value_t = 1, conflicts_with = "line")]
    last: usize,

    /// Take back the transactions of these lines, counted from 1.
    #[arg(long, value_name = "LINE", num_args = 1..)]
    line: Vec<u64>,

    /// Why; kept in taken-back.csv.
    #[arg(long, value_name = "TEXT", default_value = "")]
    reason: String,

    /// Only show what would be taken back.
    #[arg(long)]
    dry_run: bool,
}

/// What `close` is given.
#[derive(Debug, Args)]
pub struct Close {
    /// Close the file even if the check finds something.
    #[arg(long)]
    anyway: bool,
}

/// What `uploaded` is given.
#[derive(Debug, Args)]
pub struct Uploaded {
    /// The batch in `uploads/`.
    file: PathBuf,
}

/// What `archive` is given.
#[derive(Debug, Args)]
pub struct Archive {
    /// Alma has the transactions of all days before this one.
    #[arg(long, value_name = "YYYY-MM-DD")]
    before: NaiveDate,
}

/// What `delete-uploaded` is given.
#[derive(Debug, Args)]
pub struct DeleteUploaded {
    /// Delete batches whose last transaction is older than this; without it, older than the
    /// settings keep them (90 days).
    #[arg(long, value_name = "DAYS")]
    older_than: Option<u32>,
}

/// Shows what is chosen, and takes it back.
pub fn take_back(given: TakeBack, data_dir: Option<&Path>) -> ExitCode {
    run(data_dir, |texts, desk| {
        let path = desk.data_folder.join(DAT);
        let ledger = Ledger::read(&[path], &Progress::default());
        let ledger = ledger.map_err(|error| texts.review_error(&error))?;
        let chosen = choose(texts, &ledger, &given)?;
        for one in &chosen {
            println!("{}", texts.transaction(&one.transaction));
        }
        if given.dry_run {
            return Ok(());
        }
        let number = chosen.len();
        let done = order(
            texts,
            desk,
            |store| store.take_back(chosen, given.reason),
            |notice| match notice {
                Notice::TakenBack(done) => Some(done.map(drop)),
                _ => None,
            },
        );
        done?;
        println!("{}", texts.fill("cli-taken-back", &[("count", count(number))]));
        Ok(())
    })
}

/// The transactions that are meant, told from equal ones.
fn choose(texts: &Texts, ledger: &Ledger, given: &TakeBack) -> Result<Vec<Occurrence>, Sentence> {
    let entries = ledger.entries();
    let mut places: Vec<usize> = Vec::new();
    if given.line.is_empty() {
        places.extend(entries.len().saturating_sub(given.last)..entries.len());
    }
    for line in &given.line {
        let place = entries.iter().position(|entry| entry.line == *line);
        let missing = || texts.fill("cli-no-such-line", &[("line", (*line).into())]);
        places.push(place.ok_or_else(missing)?);
    }
    let occurrence = |place: usize| {
        let transaction = ledger.transaction(entries.get(place)?);
        let before = entries.iter().take(place);
        let equal = before.filter(|entry| ledger.transaction(entry) == transaction);
        Some(Occurrence { earlier: equal.count(), transaction })
    };
    Ok(places.into_iter().filter_map(occurrence).collect())
}

/// Closes the file for upload and prints the batch.
pub fn close(given: &Close, data_dir: Option<&Path>) -> ExitCode {
    run(data_dir, |texts, desk| {
        let path = desk.data_folder.join(DAT);
        if !crate::check::is_well(texts, &path, &desk.name)? && !given.anyway {
            return Err(texts.say("cli-not-closed"));
        }
        let batch = order(
            texts,
            desk,
            |store| store.close_file(desk.name.clone()),
            |notice| match notice {
                Notice::FileClosed(closed) => Some(closed),
                _ => None,
            },
        )?;
        println!("{}", batch.display());
        Ok(())
    })
}

/// Alma has the batch.
pub fn uploaded(given: &Uploaded, data_dir: Option<&Path>) -> ExitCode {
    run(data_dir, |texts, desk| {
        let batch = std::path::absolute(&given.file).map_err(|error| error.to_string())?;
        let moved = order(
            texts,
            desk,
            |store| store.uploaded(batch),
            |notice| match notice {
                Notice::Uploaded(moved) => Some(moved),
                _ => None,
            },
        )?;
        println!("{}", moved.display());
        Ok(())
    })
}

/// Moves what Alma has out of `OffCirc.dat`, and prints the batch.
pub fn archive(given: &Archive, data_dir: Option<&Path>) -> ExitCode {
    run(data_dir, |texts, desk| {
        let archive = |store: &Store| store.archive_before(given.before, desk.name.clone());
        let (batch, _) = order(texts, desk, archive, |notice| match notice {
            Notice::Archived(archived) => Some(archived),
            _ => None,
        })?;
        println!("{}", batch.display());
        Ok(())
    })
}

/// Deletes old batches that Alma has, and prints which.
pub fn delete_uploaded(given: &DeleteUploaded, data_dir: Option<&Path>) -> ExitCode {
    run(data_dir, |texts, desk| {
        let days = given.older_than.unwrap_or(desk.keep_days);
        let all = batches(&desk.data_folder);
        let all = all.map_err(|error| texts.trouble(&Trouble::from(&error)))?;
        let today = Local::now().date_naive();
        let uploaded = all.iter().filter(|batch| batch.stage == Stage::Uploaded);
        let old = uploaded.filter(|batch| batch.is_older(days, today));
        let old: Vec<_> = old.map(|batch| batch.path.clone()).collect();
        if old.is_empty() {
            return Ok(());
        }
        let delete = |store: &Store| store.delete_uploaded(old.clone());
        order(texts, desk, delete, |notice| match notice {
            Notice::Deleted(deleted) => Some(deleted),
            _ => None,
        })?;
        for batch in &old {
            println!("{}", batch.display());
        }
        Ok(())
    })
}

/// Runs a command; 0 when it is done, 2 when nothing was changed, with a sentence that says why.
fn run(
    data_dir: Option<&Path>,
    command: impl FnOnce(&Texts, &Desk) -> Result<(), Sentence>,
) -> ExitCode {
    let texts = desk::texts();
    let done = Desk::find(&texts, data_dir).and_then(|desk| {
        files::is_there(&texts, &desk.data_folder)?;
        command(&texts, &desk)
    });
    desk::ended(done)
}

/// Gives the store one order and waits for its answer.
fn order<T>(
    texts: &Texts,
    desk: &Desk,
    order: impl FnOnce(&Store),
    answer: impl Fn(Notice) -> Option<Result<T, Refusal>>,
) -> Result<T, Sentence> {
    let config = Config {
        data_folder: desk.data_folder.clone(),
        spool_root: desk.spool_root.clone(),
        give_up: GiveUp::AtOnce,
    };
    let started = Store::start(config, Arc::new(RealDisk), || {});
    let (store, notices) = started.map_err(|error| error.to_string())?;
    order(&store);
    for notice in store.close(&notices, PATIENCE).unwrap_or_default() {
        match notice {
            Notice::InUse(holder) => {
                return Err(format!("{}: {}", texts.say("in-use"), texts.in_use(&holder)));
            }
            Notice::Recovered(recovered) => {
                eprintln!("{}: {}", texts.say("recovered"), texts.recovered(&recovered));
            }
            other => {
                if let Some(answer) = answer(other) {
                    return answer.map_err(|refusal| texts.refusal(&refusal));
                }
            }
        }
    }
    Err(texts.say("cli-no-answer"))
}
