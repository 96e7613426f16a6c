//! Batches: the files of transactions in a data folder, and what is in each.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};

use super::names::{DAT, UPLOADED, UPLOADS};
use super::trouble::{Context as _, Operation, PathError};
use crate::dat::{Reader, Reading};
use crate::transaction::{DeskTime, Transaction};

/// A file of transactions in a data folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Where it is.
    pub path: PathBuf,
    /// How far it has come.
    pub stage: Stage,
    /// Its length in bytes.
    pub bytes: u64,
    /// What is in it.
    pub summary: Summary,
    /// An uploaded batch with the very same bytes: Alma has this one already.
    pub same_as: Option<PathBuf>,
}

impl Batch {
    /// Whether it has transactions that Alma does not have.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.stage != Stage::Uploaded && self.bytes > 0 && self.same_as.is_none()
    }

    /// Whether its last transaction is more than `days` days before today. A batch without a time
    /// is never old: it is nobody's to delete.
    #[must_use]
    pub fn is_older(&self, days: u32, today: NaiveDate) -> bool {
        let limit = today.checked_sub_days(Days::new(days.into()));
        let last = self.summary.to.map(|to| to.naive().date());
        last.is_some() && last < limit
    }
}

/// How far a batch has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// It is `OffCirc.dat`: transactions are added.
    Current,
    /// It is closed and waits in `uploads/`.
    ToUpload,
    /// Alma has it; it is in `uploaded/`.
    Uploaded,
}

/// What is in a file of transactions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many loans.
    pub loans: u64,
    /// How many returns.
    pub returns: u64,
    /// How many different borrowers.
    pub borrowers: u64,
    /// Lines that can't be read.
    pub unreadable: u64,
    /// The earliest time.
    pub from: Option<DeskTime>,
    /// The latest time.
    pub to: Option<DeskTime>,
}

impl Summary {
    /// How many transactions.
    #[must_use]
    pub fn transactions(&self) -> u64 {
        self.loans + self.returns
    }

    /// Reads a file to its end.
    pub(super) fn read(source: impl Read) -> io::Result<Self> {
        let mut summary = Self::default();
        let mut borrowers = HashSet::new();
        let mut reader = Reader::new(source);
        while let Some(line) = reader.next_line()? {
            match line.reading {
                Reading::Blank => {}
                Reading::Unreadable(_) => summary.unreadable += 1,
                Reading::Transaction { transaction, .. } => {
                    summary.add(&transaction);
                    if let Some(borrower) = transaction.borrower() {
                        borrowers.insert(borrower.clone());
                    }
                }
            }
        }
        summary.borrowers = borrowers.len() as u64;
        Ok(summary)
    }

    fn add(&mut self, transaction: &Transaction) {
        match transaction.borrower() {
            Some(_) => self.loans += 1,
            None => self.returns += 1,
        }
        let time = transaction.time;
        self.from = Some(self.from.map_or(time, |from| from.min(time)));
        self.to = self.to.max(Some(time));
    }
}

/// All files of transactions of a data folder: the current one, those that wait for their upload
/// with the oldest first, then those that Alma has with the newest first.
///
/// Only reads, and takes no lock: it can run while the folder is being worked in.
///
/// # Errors
///
/// A folder or file that is there and can't be read.
pub fn batches(data_folder: &Path) -> Result<Vec<Batch>, PathError> {
    let mut all = Vec::new();
    let current = data_folder.join(DAT);
    if current.exists() {
        all.push(batch(current, Stage::Current)?);
    }
    for (folder, stage) in [(UPLOADS, Stage::ToUpload), (UPLOADED, Stage::Uploaded)] {
        for path in dat_files(&data_folder.join(folder))? {
            all.push(batch(path, stage)?);
        }
    }
    let uploaded: Vec<(PathBuf, u64)> = all
        .iter()
        .filter(|batch| batch.stage == Stage::Uploaded)
        .map(|batch| (batch.path.clone(), batch.bytes))
        .collect();
    for batch in all.iter_mut().filter(|batch| batch.stage != Stage::Uploaded && batch.bytes > 0) {
        for (path, _) in uploaded.iter().filter(|(_, bytes)| *bytes == batch.bytes) {
            if same_bytes(&batch.path, path)? {
                batch.same_as = Some(path.clone());
                break;
            }
        }
    }
    all.sort_by(|one, other| {
        one.stage.cmp(&other.stage).then_with(|| {
            let by_time = one.summary.from.cmp(&other.summary.from);
            let by_time = by_time.then_with(|| one.path.cmp(&other.path));
            if one.stage == Stage::Uploaded { by_time.reverse() } else { by_time }
        })
    });
    Ok(all)
}

fn batch(path: PathBuf, stage: Stage) -> Result<Batch, PathError> {
    let file = File::open(&path).context(Operation::Open, &path)?;
    let bytes = file.metadata().context(Operation::Read, &path)?.len();
    let summary = Summary::read(file).context(Operation::Read, &path)?;
    Ok(Batch { path, stage, bytes, summary, same_as: None })
}

/// The `.dat` files of a folder; none when there is no such folder.
fn dat_files(folder: &Path) -> Result<Vec<PathBuf>, PathError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        other => other.context(Operation::Read, folder)?,
    };
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.context(Operation::Read, folder)?.path();
        if is_dat(&path) && path.is_file() {
            paths.push(path);
        }
    }
    Ok(paths)
}

/// Whether a file is named like one of transactions.
pub(super) fn is_dat(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("dat"))
}

fn same_bytes(one: &Path, other: &Path) -> Result<bool, PathError> {
    const BLOCK: u64 = 64 * 1024;
    let mut first = File::open(one).context(Operation::Open, one)?;
    let mut second = File::open(other).context(Operation::Open, other)?;
    loop {
        let (mut a, mut b) = (Vec::new(), Vec::new());
        first.by_ref().take(BLOCK).read_to_end(&mut a).context(Operation::Read, one)?;
        second.by_ref().take(BLOCK).read_to_end(&mut b).context(Operation::Read, other)?;
        if a != b {
            return Ok(false);
        }
        if a.is_empty() {
            return Ok(true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is offered for deletion is old by its last transaction; one day less is not.
    #[test]
    fn a_batch_is_old_by_its_last_transaction() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let is_older = |days_ago: Option<u64>| {
            let day = days_ago.and_then(|days| today.checked_sub_days(Days::new(days)));
            let to = day.and_then(|day| DeskTime::new(day.and_hms_opt(23, 59, 0)?));
            let summary = Summary { to, ..Summary::default() };
            let stage = Stage::Uploaded;
            let batch = Batch { path: "batch".into(), stage, bytes: 1, summary, same_as: None };
            (batch.is_older(90, today), batch.is_older(90, NaiveDate::MIN))
        };
        assert_eq!(is_older(Some(91)), (true, false));
        assert_eq!(is_older(Some(90)), (false, false));
        assert_eq!(is_older(None), (false, false));
    }
}
