//! Commands that change the data folder: take back, close, uploaded, archive, delete. Each is one
//! order to the store and its answer.

#![allow(
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "a program of the command line speaks there"
)]

use std::collections::{BTreeSet, HashMap};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use chrono::{Local, NaiveDate};
use clap::Args;
use offcirc::review::{Ledger, Progress};
use offcirc::store::{
    Config, DAT, GiveUp, Listing, Notice, RealDisk, Refusal, Stage, Store, batches,
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

/// What `mend` is given.
#[derive(Debug, Args)]
pub struct Mend {
    /// The batch in `uploads/`, or a file that was put aside in `unfinished/`.
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
        // What waits elsewhere moves over first: it is the last that was recorded.
        let folder = Folder::open(texts, desk)?;
        let path = desk.data_folder.join(DAT);
        let ledger = Ledger::read(&[path], &Progress::default());
        let ledger = ledger.map_err(|error| texts.review_error(&error))?;
        let chosen = choose(texts, &ledger, &given)?;
        show(texts, &chosen).map_err(|error| error.to_string())?;
        if given.dry_run {
            return Ok(());
        }
        let number = chosen.len();
        let take_back = |store: &Store| store.take_back(chosen, given.reason);
        folder.order(take_back, |notice| match notice {
            Notice::TakenBack(done) => Some(done.map(drop)),
            _ => None,
        })?;
        println!("{}", texts.fill("cli-taken-back", &[("count", count(number))]));
        Ok(())
    })
}

/// Prints what is chosen, a transaction a line.
fn show(texts: &Texts, chosen: &[Occurrence]) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for one in chosen {
        writeln!(out, "{}", texts.transaction(&one.transaction))?;
    }
    out.flush()
}

/// The transactions that are meant, each once and told from equal ones, in the order of the file.
fn choose(texts: &Texts, ledger: &Ledger, given: &TakeBack) -> Result<Vec<Occurrence>, Sentence> {
    let entries = ledger.entries();
    let mut places = BTreeSet::new();
    if given.line.is_empty() {
        places.extend(entries.len().saturating_sub(given.last)..entries.len());
    }
    for line in &given.line {
        let place = entries.binary_search_by_key(line, |entry| entry.line);
        let missing = |_| texts.fill("cli-no-such-line", &[("line", (*line).into())]);
        places.insert(place.map_err(missing)?);
    }
    let mut before: HashMap<_, usize> = HashMap::new();
    let mut chosen = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        let equal = before.entry((entry.time, entry.item, entry.borrower)).or_default();
        if places.contains(&place) {
            let transaction = ledger.transaction(entry);
            chosen.push(Occurrence { transaction, earlier: *equal });
        }
        *equal += 1;
    }
    Ok(chosen)
}

/// Closes the file for upload and prints the batch.
pub fn close(given: &Close, data_dir: Option<&Path>) -> ExitCode {
    run(data_dir, |texts, desk| {
        // What waits elsewhere moves over first: it is closed with the rest, so it is checked too.
        let folder = Folder::open(texts, desk)?;
        let path = desk.data_folder.join(DAT);
        if !crate::check::is_well(texts, &path, &desk.name)? && !given.anyway {
            return Err(texts.say("cli-not-closed"));
        }
        let close = |store: &Store| store.close_file(desk.name.clone());
        let batch = folder.order(close, |notice| match notice {
            Notice::FileClosed(closed) => Some(closed),
            _ => None,
        })?;
        println!("{}", batch.display());
        Ok(())
    })
}

/// Alma has the batch.
pub fn uploaded(given: &Uploaded, data_dir: Option<&Path>) -> ExitCode {
    run(data_dir, |texts, desk| {
        let batch = std::path::absolute(&given.file).map_err(|error| error.to_string())?;
        let uploaded = |store: &Store| store.uploaded(batch);
        let moved = Folder::open(texts, desk)?.order(uploaded, |notice| match notice {
            Notice::Uploaded(moved) => Some(moved),
            _ => None,
        })?;
        println!("{}", moved.display());
        Ok(())
    })
}

/// Writes a batch in the strict form, and prints where it is and what could not be read.
pub fn mend(given: &Mend, data_dir: Option<&Path>) -> ExitCode {
    let mut is_whole = true;
    let ended = run(data_dir, |texts, desk| {
        let file = std::path::absolute(&given.file).map_err(|error| error.to_string())?;
        let mend = |store: &Store| store.mend(file, desk.name.clone());
        let mended = Folder::open(texts, desk)?.order(mend, |notice| match notice {
            Notice::Mended(mended) => Some(mended),
            _ => None,
        })?;
        println!("{}", mended.path.display());
        eprintln!("{}", texts.mended(&mended));
        is_whole = mended.lines.unreadable == 0;
        Ok(())
    });
    if is_whole { ended } else { ExitCode::from(1) }
}

/// Moves what Alma has out of `OffCirc.dat`, and prints the batch.
pub fn archive(given: &Archive, data_dir: Option<&Path>) -> ExitCode {
    run(data_dir, |texts, desk| {
        let archive = |store: &Store| store.archive_before(given.before, desk.name.clone(), 1);
        let folder = Folder::open(texts, desk)?;
        let (batch, _) = folder.order(archive, |notice| match notice {
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
        let Listing { batches, unread } = batches(&desk.data_folder);
        for unread in unread.iter().filter(|unread| unread.stage == Stage::Uploaded) {
            eprintln!("{}", texts.trouble(&unread.trouble));
        }
        let today = Local::now().date_naive();
        let uploaded = batches.iter().filter(|batch| batch.stage == Stage::Uploaded);
        let old = uploaded.filter(|batch| batch.is_older(days, today));
        let old: Vec<_> = old.map(|batch| batch.path.clone()).collect();
        if old.is_empty() {
            return Ok(());
        }
        let delete = |store: &Store| store.delete_uploaded(old.clone());
        Folder::open(texts, desk)?.order(delete, |notice| match notice {
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

/// The data folder, opened: what a crash left half done is finished, and what waited elsewhere has
/// moved over. Nobody else changes it before this is dropped.
struct Folder<'a> {
    texts: &'a Texts,
    store: Store,
    notices: Receiver<Notice>,
}

impl<'a> Folder<'a> {
    fn open(texts: &'a Texts, desk: &Desk) -> Result<Self, Sentence> {
        let config = Config {
            data_folder: desk.data_folder.clone(),
            spool_root: desk.spool_root.clone(),
            give_up: GiveUp::AtOnce,
        };
        let started = Store::start(config, Arc::new(RealDisk), || {});
        let (store, notices) = started.map_err(|error| error.to_string())?;
        let folder = Self { texts, store, notices };
        let until = Instant::now() + PATIENCE;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match folder.notices.recv_timeout(left) {
                Ok(Notice::Opened) => return Ok(folder),
                Ok(Notice::Failed(trouble)) => {
                    return Err(texts.refusal(&Refusal::Trouble(trouble)));
                }
                Ok(notice) => folder.take(&notice)?,
                Err(_) => return Err(texts.say("cli-no-answer")),
            }
        }
    }

    /// Gives one order and waits for its answer, and for the store to end.
    fn order<T>(
        self,
        order: impl FnOnce(&Store),
        answer: impl Fn(Notice) -> Option<Result<T, Refusal>>,
    ) -> Result<T, Sentence> {
        order(&self.store);
        let mut answered = None;
        for notice in self.store.close(&self.notices, PATIENCE).unwrap_or_default() {
            self.take(&notice)?;
            answered = answered.or_else(|| answer(notice));
        }
        let answer = answered.ok_or_else(|| self.texts.say("cli-no-answer"))?;
        answer.map_err(|refusal| self.texts.refusal(&refusal))
    }

    /// Says what the store tells beside the answer; fails when another window has the folder.
    fn take(&self, notice: &Notice) -> Result<(), Sentence> {
        let texts = self.texts;
        match notice {
            Notice::InUse(holder) => {
                return Err(format!("{}: {}", texts.say("in-use"), texts.in_use(holder)));
            }
            other => {
                if let Some(text) = crate::record::sentence(texts, other) {
                    eprintln!("{text}");
                }
            }
        }
        Ok(())
    }
}

impl Drop for Folder<'_> {
    /// Nothing is left half done, however a command ends.
    fn drop(&mut self) {
        let _ = self.store.close(&self.notices, PATIENCE);
    }
}
