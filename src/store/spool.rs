//! Where a transaction waits while the data folder fails.
//!
//! The spool lies in the user's local data folder, a folder of its own for each data folder:
//!
//! ```text
//! waiting.dat   the transactions that wait, in the format of OffCirc.dat
//! waiting.base  how long the data folder's OffCirc.dat was when they began to wait
//! folder.txt    which data folder they wait for
//! ```
//!
//! `waiting.base` is what makes "once" hold: a crash can come after transactions moved over and
//! before `waiting.dat` is deleted, or after a write that failed half-way. The bytes behind the
//! base then are a part of what waits (or what waits is a part of them), and are recognised.

use std::path::{Path, PathBuf};

use super::append::{AppendError, AppendFile};
use super::disk::Disk;
use super::lock::{FolderLock, LockError};
use super::persist::replace_file;
use super::recover::{Recovered, cut_unfinished};
use super::trouble::{Cause, Context as _, Operation, PathError, Trouble};

const WAITING: &str = "waiting.dat";
const BASE: &str = "waiting.base";
const FOLDER: &str = "folder.txt";

/// The spool of one data folder, locked.
pub(super) struct Spool {
    folder: PathBuf,
    _lock: FolderLock,
    file: Option<AppendFile>,
    /// All that waits, as it stands in `waiting.dat`.
    bytes: Vec<u8>,
    base: Option<u64>,
    /// All in it has moved over, but it could not be deleted: it must be before it is used again.
    moved: bool,
    /// What a crash left at its end.
    pub recovered: Option<Recovered>,
}

/// Transactions that wait on this computer for another data folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// The data folder they wait for, as it was given.
    pub folder: String,
    /// The file they wait in.
    pub file: PathBuf,
    /// How many lines it has.
    pub lines: usize,
}

impl Spool {
    /// Opens the spool below `root` for a data folder.
    pub fn open(disk: &dyn Disk, root: &Path, data_folder: &Path) -> Result<Self, LockError> {
        let folder = root.join(name_of(data_folder));
        disk.create_folder(&folder).context(Operation::CreateFolder, &folder)?;
        let lock = FolderLock::take(&folder)?;
        let mut spool = Self {
            folder,
            _lock: lock,
            file: None,
            bytes: Vec::new(),
            base: None,
            moved: false,
            recovered: None,
        };
        spool.load(disk)?;
        let label = spool.folder.join(FOLDER);
        if !label.exists() {
            let text = data_folder.to_string_lossy();
            // For a person who looks; the spool works without it.
            let _ = replace_file(disk, &label, text.as_bytes());
        }
        Ok(spool)
    }

    fn load(&mut self, disk: &dyn Disk) -> Result<(), PathError> {
        // Read even when nothing waits: what is known here has to be what the disk holds.
        let base = std::fs::read_to_string(self.folder.join(BASE)).ok();
        self.base = base.and_then(|text| text.trim().parse().ok());
        let path = self.folder.join(WAITING);
        if !path.exists() {
            return Ok(());
        }
        let mut file = AppendFile::open(disk, &path)?;
        self.recovered = cut_unfinished(disk, &mut file)?;
        self.bytes = file.read(0, usize::MAX)?;
        self.file = Some(file);
        Ok(())
    }

    /// All that waits.
    pub fn bytes(&self) -> &[u8] {
        if self.moved { &[] } else { &self.bytes }
    }

    /// How long the data folder's file was when these transactions began to wait, if known.
    pub fn base(&self) -> Option<u64> {
        self.base
    }

    /// Adds a record, on the disk when this returns.
    pub fn push(
        &mut self,
        disk: &dyn Disk,
        record: &[u8],
        base: Option<u64>,
    ) -> Result<(), PathError> {
        if self.moved {
            self.clear(disk)?;
        }
        if self.bytes.is_empty() && self.base != base {
            self.set_base(disk, base)?;
        }
        let mut file = match self.file.take() {
            Some(file) => file,
            None => self.reopen(disk)?,
        };
        let mut result = file.append(record);
        if matches!(result, Err(AppendError::Changed)) {
            file = self.reopen(disk)?;
            result = file.append(record);
        }
        match result {
            Ok(()) => {
                self.bytes.extend_from_slice(record);
                self.file = Some(file);
                Ok(())
            }
            Err(error) => {
                if matches!(error, AppendError::InDoubt(_)) {
                    // Once more, so that a record that is refused here is not found here later.
                    self.file = self.reopen(disk).ok();
                }
                Err(error.of(&self.folder.join(WAITING)))
            }
        }
    }

    /// Opens the file and sees to it that it holds what was confirmed, no more and no less.
    fn reopen(&self, disk: &dyn Disk) -> Result<AppendFile, PathError> {
        let path = self.folder.join(WAITING);
        let mut file = AppendFile::open(disk, &path)?;
        let confirmed = self.bytes.len() as u64;
        if file.length() > confirmed {
            file.cut(confirmed)?;
        }
        let there = usize::try_from(file.length()).unwrap_or(usize::MAX);
        let missing = self.bytes.get(there..).unwrap_or_default();
        if !missing.is_empty() {
            file.append(missing).map_err(|error| error.of(&path))?;
        }
        Ok(file)
    }

    /// Notes the length of the data folder's file; `None` is "unknown".
    pub fn set_base(&mut self, disk: &dyn Disk, base: Option<u64>) -> Result<(), PathError> {
        let text = base.map_or_else(|| "unknown".to_owned(), |base| base.to_string());
        replace_file(disk, &self.folder.join(BASE), text.as_bytes())?;
        self.base = base;
        Ok(())
    }

    /// Takes the first `length` bytes off: they have moved over.
    pub fn drop_front(&mut self, disk: &dyn Disk, length: usize) -> Result<(), PathError> {
        let rest = self.bytes.split_off(length.min(self.bytes.len()));
        self.file = None;
        replace_file(disk, &self.folder.join(WAITING), &rest)?;
        self.bytes = rest;
        Ok(())
    }

    /// Nothing is known of the data folder's file any more. What is left when the note of its
    /// length can't be replaced, on a disk that is full: to delete takes no room.
    pub fn forget_base(&mut self, disk: &dyn Disk) -> Result<(), PathError> {
        let path = self.folder.join(BASE);
        if path.exists() {
            disk.remove(&path).context(Operation::Remove, &path)?;
            disk.sync_folder(&self.folder).context(Operation::Sync, &self.folder)?;
        }
        self.base = None;
        Ok(())
    }

    /// Empties the spool: all in it has moved over.
    pub fn clear(&mut self, disk: &dyn Disk) -> Result<(), PathError> {
        self.moved = true;
        let path = self.folder.join(WAITING);
        let mut file = match self.file.take() {
            Some(file) => file,
            None => AppendFile::open(disk, &path)?,
        };
        // Emptied before it is deleted: a virus scanner can keep a file from being deleted.
        file.cut(0)?;
        drop(file);
        self.bytes.clear();
        self.moved = false;
        if disk.remove(&path).is_ok() {
            let _ = disk.sync_folder(&self.folder);
        }
        Ok(())
    }

    /// Empties the spool if that failed when all in it had moved over.
    pub fn clear_if_moved(&mut self, disk: &dyn Disk) -> Result<(), PathError> {
        if self.moved { self.clear(disk) } else { Ok(()) }
    }
}

/// What waits below `root` for other data folders than `data_folder`.
pub(super) fn elsewhere(root: &Path, data_folder: &Path) -> Vec<Elsewhere> {
    let own = name_of(data_folder);
    let folders = std::fs::read_dir(root).into_iter().flatten().flatten();
    let others = folders.filter(|entry| entry.file_name() != own.as_str());
    others
        .filter_map(|entry| {
            let file = entry.path().join(WAITING);
            let lines = memchr::memchr_iter(b'\n', &std::fs::read(&file).ok()?).count();
            let folder = std::fs::read_to_string(entry.path().join(FOLDER)).ok()?;
            (lines > 0).then_some(Elsewhere { folder, file, lines })
        })
        .collect()
}

/// A folder name for a path: its FNV-1a hash, for a path may be longer than a name can be.
fn name_of(data_folder: &Path) -> String {
    let bytes = data_folder.as_os_str().as_encoded_bytes();
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// A trouble for a spool that no folder can be found for.
pub(super) fn no_place() -> Trouble {
    Trouble {
        path: PathBuf::new(),
        operation: Operation::CreateFolder,
        cause: Cause::Gone,
        detail: "this computer has no folder for the user's own data".to_owned(),
    }
}
