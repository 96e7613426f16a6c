//! Batches: the files of transactions in a data folder, and what is in each.

use std::collections::HashSet;
use std::collections::hash_map::{Entry, HashMap};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};

use super::names::{DAT, UPLOADED, UPLOADS};
use super::trouble::{Context as _, Operation, PathError, Trouble};
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
    /// What tells its bytes from others.
    pub digest: blake3::Hash,
    /// What is in it.
    pub summary: Summary,
    /// The one that counts, when this one is a copy of it.
    pub same_as: Option<Original>,
}

/// A batch of which another one is a copy, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// Where it is.
    pub path: PathBuf,
    /// How far it has come: Alma has it, or it is the one to upload.
    pub stage: Stage,
}

impl Batch {
    /// Reads a file of transactions to its end, whatever length the system says it has.
    fn read(path: PathBuf, stage: Stage) -> Result<Self, PathError> {
        let file = File::open(&path).context(Operation::Read, &path)?;
        let mut measured = Measured { source: file, bytes: 0, hasher: blake3::Hasher::new() };
        let summary = Summary::read(&mut measured).context(Operation::Read, &path)?;
        let (bytes, digest) = (measured.bytes, measured.hasher.finalize());
        Ok(Self { path, stage, bytes, digest, summary, same_as: None })
    }

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
    /// Whether anything in it is not in the strict form, byte for byte: it can be mended.
    pub can_be_mended: bool,
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
            summary.can_be_mended |= !line.strict;
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
        summary.can_be_mended |= reader.has_mark();
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

/// The files of transactions of a data folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// The current one, those that wait for their upload with the oldest first, then those that
    /// Alma has with the newest first.
    pub batches: Vec<Batch>,
    /// What can't be read.
    pub unread: Vec<Unread>,
}

/// A file of transactions that can't be read, or a folder of them: what is in it is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// How far what is in it has come.
    pub stage: Stage,
    /// Which it is, and why.
    pub trouble: Trouble,
}

/// Lists the files of transactions of a data folder.
///
/// Only reads, and takes no lock: it can run while the folder is being worked in.
#[must_use]
pub fn batches(data_folder: &Path) -> Listing {
    let mut listing = Listing::default();
    let current = data_folder.join(DAT);
    let is_missing =
        current.symlink_metadata().is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
    if !is_missing {
        listing.add(Stage::Current, current);
    }
    listing.add_all(Stage::ToUpload, &data_folder.join(UPLOADS));
    listing.add_all(Stage::Uploaded, &data_folder.join(UPLOADED));
    listing.sort();
    listing.find_copies();
    listing
}

impl Listing {
    /// Whether the folder has no file of transactions.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.batches.is_empty() && self.unread.is_empty()
    }

    fn add(&mut self, stage: Stage, path: PathBuf) {
        match Batch::read(path, stage) {
            Ok(batch) => self.batches.push(batch),
            Err(error) => self.unread.push(Unread { stage, trouble: Trouble::from(&error) }),
        }
    }

    /// Adds the `.dat` files of a folder; none when there is no such folder.
    fn add_all(&mut self, stage: Stage, folder: &Path) {
        match dat_files(folder) {
            Ok(paths) => paths.into_iter().for_each(|path| self.add(stage, path)),
            Err(error) => self.unread.push(Unread { stage, trouble: Trouble::from(&error) }),
        }
    }

    fn sort(&mut self) {
        self.batches.sort_by(|one, other| {
            one.stage.cmp(&other.stage).then_with(|| {
                let by_time = one.summary.from.cmp(&other.summary.from);
                let by_time = by_time.then_with(|| one.path.cmp(&other.path));
                if one.stage == Stage::Uploaded { by_time.reverse() } else { by_time }
            })
        });
        let place = |unread: &Unread| (unread.stage, unread.trouble.path.clone());
        self.unread.sort_by_cached_key(place);
    }

    /// Finds copies of what Alma has, and of what is going to be uploaded: the lines of equal
    /// files are to be carried out once.
    fn find_copies(&mut self) {
        let mut originals: HashMap<blake3::Hash, Original> = HashMap::new();
        for stage in [Stage::Uploaded, Stage::ToUpload, Stage::Current] {
            let of_stage = self.batches.iter_mut().filter(|batch| batch.stage == stage);
            for batch in of_stage.filter(|batch| batch.bytes > 0) {
                match originals.entry(batch.digest) {
                    Entry::Occupied(known) if stage != Stage::Uploaded => {
                        batch.same_as = Some(known.get().clone());
                    }
                    Entry::Occupied(_) => {}
                    Entry::Vacant(new) => {
                        new.insert(Original { path: batch.path.clone(), stage });
                    }
                }
            }
        }
    }
}

/// The `.dat` files of a folder, and links that should lead to one; none when there is no such
/// folder.
fn dat_files(folder: &Path) -> Result<Vec<PathBuf>, PathError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        other => other.context(Operation::Read, folder)?,
    };
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.context(Operation::Read, folder)?.path();
        if is_dat(&path) && path.metadata().map_or(true, |meta| meta.is_file()) {
            paths.push(path);
        }
    }
    Ok(paths)
}

/// Counts and digests what is read through it.
struct Measured<R> {
    source: R,
    bytes: u64,
    hasher: blake3::Hasher,
}

impl<R: Read> Read for Measured<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.hasher.update(buffer.get(..read).unwrap_or_default());
        self.bytes += read as u64;
        Ok(read)
    }
}

/// Whether a file is named like one of transactions.
pub(super) fn is_dat(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("dat"))
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
            let batch = Batch {
                path: "batch".into(),
                stage: Stage::Uploaded,
                bytes: 1,
                digest: blake3::hash(b"1"),
                summary: Summary { to, ..Summary::default() },
                same_as: None,
            };
            (batch.is_older(90, today), batch.is_older(90, NaiveDate::MIN))
        };
        assert_eq!(is_older(Some(91)), (true, false));
        assert_eq!(is_older(Some(90)), (false, false));
        assert_eq!(is_older(None), (false, false));
    }

    fn write(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    fn names(listing: &Listing) -> Vec<String> {
        let name = |batch: &Batch| batch.path.file_name().unwrap().to_str().unwrap().to_owned();
        listing.batches.iter().map(name).collect()
    }

    #[test]
    fn of_equal_files_one_is_offered() {
        let folder = tempfile::tempdir().unwrap();
        let line = |day: u32, item: u32| format!("202611{day:02}1405R{item:<80}\r\n").into_bytes();
        for (name, bytes) in [
            ("OffCirc.dat", line(22, 2)),
            ("uploads/a.dat", line(22, 2)),
            ("uploads/b.dat", line(22, 2)),
            ("uploads/c.dat", line(21, 1)),
            ("uploads/d.dat", line(22, 3)),
            ("uploads/empty.dat", Vec::new()),
            ("uploads/empty-too.dat", Vec::new()),
            ("uploaded/e.dat", line(21, 1)),
            ("uploaded/f.dat", line(21, 1)),
        ] {
            write(folder.path(), name, &bytes);
        }
        let listing = batches(folder.path());
        assert_eq!(listing.unread, []);
        let found = listing.batches.iter().map(|batch| {
            let original = batch.same_as.as_ref();
            let original =
                original.map(|one| (one.path.strip_prefix(&folder).unwrap().to_owned(), one.stage));
            (batch.is_waiting(), original)
        });
        let a = Some(("uploads/a.dat".into(), Stage::ToUpload));
        let f = Some(("uploaded/f.dat".into(), Stage::Uploaded));
        let found: Vec<_> = names(&listing).into_iter().zip(found).collect();
        let expected = [
            ("OffCirc.dat", (false, a.clone())),
            ("empty-too.dat", (false, None)),
            ("empty.dat", (false, None)),
            ("c.dat", (false, f)),
            ("a.dat", (true, None)),
            ("b.dat", (false, a)),
            ("d.dat", (true, None)),
            ("f.dat", (false, None)),
            ("e.dat", (false, None)),
        ];
        assert_eq!(found, expected.map(|(name, rest)| (name.to_owned(), rest)));
    }

    #[cfg(unix)]
    #[test]
    fn what_cannot_be_read_hides_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let line = format!("202611231405R{:<80}\r\n", 1);
        write(folder.path(), "uploads/good.dat", line.as_bytes());
        fs::create_dir(folder.path().join("uploads/folder.dat")).unwrap();
        fs::create_dir(folder.path().join("OffCirc.dat")).unwrap();
        write(folder.path(), "uploaded", b"not even a folder");
        let dangling = folder.path().join("uploads/gone.dat");
        std::os::unix::fs::symlink("nowhere", &dangling).unwrap();
        let listing = batches(folder.path());
        assert_eq!(names(&listing), ["good.dat"]);
        let unread = listing.unread.iter().map(|one| (one.stage, one.trouble.path.clone()));
        let expected = [
            (Stage::Current, folder.path().join("OffCirc.dat")),
            (Stage::ToUpload, dangling),
            (Stage::Uploaded, folder.path().join("uploaded")),
        ];
        assert_eq!(unread.collect::<Vec<_>>(), expected);
        assert!(batches(&folder.path().join("none")).is_empty());
    }

    /// Some file systems know no length: `/proc` says 0 of every file.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_is_read_to_its_end_whatever_length_it_claims() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("uploads")).unwrap();
        let link = folder.path().join("uploads/status.dat");
        std::os::unix::fs::symlink("/proc/version", link).unwrap();
        let listing = batches(folder.path());
        let bytes = fs::read("/proc/version").unwrap().len() as u64;
        assert_eq!(listing.batches[0].bytes, bytes);
        assert_eq!(listing.batches[0].summary.unreadable, 1);
    }
}
