//! Opening the data folder: lock it, mend what a crash left, find out what has moved over already.

use std::path::Path;

use super::append::AppendFile;
use super::change::Change;
use super::disk::Disk;
use super::lock::{FolderLock, LockError};
use super::names::DAT;
use super::recover::{Recovered, cut_unfinished};
use super::trouble::{Context as _, Operation, PathError};
use crate::dat;

/// A data folder that is open: locked, and its `OffCirc.dat` complete.
pub(super) struct DataFolder {
    pub dat: AppendFile,
    lock: FolderLock,
}

/// What may stand behind the confirmed end of `OffCirc.dat` from an attempt that did not finish.
#[derive(Default)]
pub(super) struct Attempt<'a> {
    /// How long the file was before; `None` when it is not known.
    pub base: Option<u64>,
    /// The transactions that wait to be written there, in order.
    pub waiting: &'a [u8],
    /// A record that failed and was given up.
    pub given_up: &'a [u8],
}

/// What opening found.
pub(super) struct Found {
    /// How many bytes of what waits stand in the file already.
    pub moved: usize,
    /// What a crash left at the end.
    pub recovered: Option<Recovered>,
}

impl DataFolder {
    /// Opens the folder. It is made if it is missing, unless it `was_there` before in this
    /// session: then a stick was pulled out or a share is gone, and a new folder in its place
    /// would hide what is recorded there as soon as the old one is back.
    pub fn open(
        disk: &dyn Disk,
        path: &Path,
        was_there: bool,
        attempt: &Attempt,
    ) -> Result<(Self, Found), LockError> {
        if was_there {
            let there = std::fs::read_dir(path).map(drop);
            there.context(Operation::Open, path)?;
        } else {
            disk.create_folder(path).context(Operation::CreateFolder, path)?;
        }
        let lock = FolderLock::take(path)?;
        let mut dat = AppendFile::open(disk, &path.join(DAT))?;
        if let Err(error) = Change::new(disk, path).finish(dat.length()) {
            // What is half done stays so, and in nobody's way: the desk has to go on.
            log::warn!("{error}");
        }
        let found = attempt.settle(disk, &mut dat)?;
        Ok((Self { dat, lock }, found))
    }

    /// Gives the file up while `work` renames it, and opens what is there then. The lock is held
    /// all the time.
    pub fn while_closed<T>(
        self,
        disk: &dyn Disk,
        work: impl FnOnce() -> T,
    ) -> (Result<Self, PathError>, T) {
        let Self { dat, lock } = self;
        let path = dat.path().to_path_buf();
        // Windows renames no file that is open.
        drop(dat);
        let done = work();
        (AppendFile::open(disk, &path).map(|dat| Self { dat, lock }), done)
    }
}

impl Attempt<'_> {
    /// Brings the file to a complete end, and finds how much of what waits it holds.
    fn settle(&self, disk: &dyn Disk, dat: &mut AppendFile) -> Result<Found, PathError> {
        let own = self.cut_own(dat)?;
        let recovered = cut_unfinished(disk, dat)?;
        let moved = match own {
            Some(moved) => moved,
            // Without its torn end the file may be recognised.
            None => self.cut_own(dat)?.unwrap_or(0),
        };
        Ok(Found { moved, recovered })
    }

    /// If all behind the base is this program's own attempt: keeps its complete records that
    /// wait, cuts off the rest (which is not lost: it waits), and returns how much was kept.
    fn cut_own(&self, dat: &mut AppendFile) -> Result<Option<usize>, PathError> {
        let Some(base) = self.base.filter(|base| *base <= dat.length()) else {
            return Ok(None);
        };
        let most = self.waiting.len().max(self.given_up.len());
        let behind = dat.read(base, most)?;
        if !self.waiting.is_empty() && behind.starts_with(self.waiting) {
            // Whatever follows was recorded after all of it had moved.
            return Ok(Some(self.waiting.len()));
        }
        let is_end = base + behind.len() as u64 == dat.length();
        if is_end && self.waiting.starts_with(&behind) {
            let moved = dat::complete_length(&behind).unwrap_or(0);
            if moved < behind.len() {
                dat.cut(base + moved as u64)?;
            }
            return Ok(Some(moved));
        }
        if is_end && self.given_up.starts_with(&behind) {
            dat.cut(base)?;
            return Ok(Some(0));
        }
        // Somebody else has recorded behind what moved.
        let same = behind.iter().zip(self.waiting).take_while(|(one, other)| one == other).count();
        Ok(behind.get(..same).and_then(dat::complete_length))
    }
}
