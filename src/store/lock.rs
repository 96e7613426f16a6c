//! One writer a folder.

use std::fmt;
use std::fs::{File, TryLockError};
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use chrono::Local;

use super::private;
use super::trouble::{Cause, Context as _, Operation, PathError, Trouble};

/// The lock of a folder, held until dropped.
///
/// The system gives it back when the process ends, however it ends. Beside the lock stands a text
/// that says who holds it: Windows lets nobody read a locked file. The lock file itself holds the
/// identity of the folder, a random number, so that an empty folder or another one in its place
/// is not taken for it.
#[derive(Debug)]
pub struct FolderLock {
    /// Held open: closing it unlocks.
    _file: File,
    note: PathBuf,
    folder_id: Option<String>,
}

/// Who has a folder open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Holder {
    /// The folder.
    pub folder: PathBuf,
    /// Name of the user's account; empty when unknown.
    pub user: String,
    /// Name of the computer; empty when unknown.
    pub computer: String,
    /// Number of the process; empty when unknown.
    pub process: String,
    /// Since when, by that computer's clock; empty when unknown.
    pub since: String,
}

/// Why a folder could not be locked.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another process has it.
    #[error("{0}")]
    Held(Holder),
    /// The lock file can't be made or locked.
    #[error(transparent)]
    Failed(#[from] PathError),
}

impl LockError {
    /// Another program holds a file for a moment, as virus scanners do.
    pub(super) fn is_busy(&self) -> bool {
        matches!(self, Self::Failed(error) if Cause::of(&error.source) == Cause::Busy)
    }
}

impl FolderLock {
    /// Name of the lock file in its folder.
    pub const FILE: &str = "OffCirc.lock";
    /// Name of the text beside it.
    pub const NOTE: &str = "OffCirc.lock.txt";

    /// Takes the lock of a folder that exists.
    ///
    /// # Errors
    ///
    /// [`LockError::Held`] with what is known of the holder, or [`LockError::Failed`].
    pub fn take(folder: &Path) -> Result<Self, LockError> {
        let path = folder.join(Self::FILE);
        let note = folder.join(Self::NOTE);
        let mut file = private::open(&path).context(Operation::Lock, &path)?;
        match patiently(|| file.try_lock()) {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(LockError::Held(Holder::read(folder, &note)));
            }
            Err(TryLockError::Error(source)) => {
                return Err(PathError { path, operation: Operation::Lock, source }.into());
            }
        }
        // Only a courtesy to whoever comes second: the lock holds without it.
        let _ = Holder::this_process(folder).write(&note);
        // Without it the folder is known by its path alone.
        let folder_id = folder_id(&mut file).ok();
        Ok(Self { _file: file, note, folder_id })
    }

    /// The identity of the folder: the same as long as its lock file stays. `None` when it can be
    /// neither read nor given.
    #[must_use]
    pub fn folder_id(&self) -> Option<String> {
        self.folder_id.clone()
    }
}

/// Reads the folder's identity from its lock file; gives it one when it has none.
fn folder_id(file: &mut File) -> io::Result<String> {
    const LONGEST: u64 = 64;
    let mut id = String::new();
    file.take(LONGEST).read_to_string(&mut id)?;
    if id.trim().is_empty() {
        // Two numbers, each seeded anew.
        let number = || RandomState::new().build_hasher().finish();
        id = format!("{:016x}{:016x}", number(), number());
        file.set_len(0)?;
        file.seek(SeekFrom::Start(0))?;
        file.write_all(id.as_bytes())?;
        file.sync_data()?;
    }
    Ok(id.trim().to_owned())
}

/// Tries again for a moment: a process that is ending, or one that is just being started and still
/// has this program's files open, holds the lock a little longer than it means to.
fn patiently(mut lock: impl FnMut() -> Result<(), TryLockError>) -> Result<(), TryLockError> {
    const TRIES: u32 = 10;
    for _ in 1..TRIES {
        match lock() {
            Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(20)),
            other => return other,
        }
    }
    lock()
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.note);
    }
}

impl Holder {
    fn this_process(folder: &Path) -> Self {
        let user = std::env::var(if cfg!(windows) { "USERNAME" } else { "USER" });
        Self {
            folder: folder.to_path_buf(),
            user: user.unwrap_or_default(),
            computer: gethostname::gethostname().to_string_lossy().into_owned(),
            process: std::process::id().to_string(),
            since: Local::now().format("%Y-%m-%d %H:%M").to_string(),
        }
    }

    fn write(&self, note: &Path) -> io::Result<()> {
        let Self { user, computer, process, since, .. } = self;
        let text = format!(
            "user: {user}\r\ncomputer: {computer}\r\nprocess: {process}\r\nsince: {since}\r\n"
        );
        // Put in the place of whatever stands there, and never written through a link.
        let passing = private::passing(note);
        private::create_new(&passing)?.write_all(text.as_bytes())?;
        std::fs::rename(&passing, note).inspect_err(|_| drop(std::fs::remove_file(&passing)))
    }

    fn read(folder: &Path, note: &Path) -> Self {
        let text = std::fs::read(note).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let value = |key: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "));
            line.unwrap_or_default().to_owned()
        };
        Self {
            folder: folder.to_path_buf(),
            user: value("user"),
            computer: value("computer"),
            process: value("process"),
            since: value("since"),
        }
    }
}

impl From<&Holder> for Trouble {
    fn from(holder: &Holder) -> Self {
        Self {
            path: holder.folder.clone(),
            operation: Operation::Lock,
            cause: Cause::Busy,
            detail: holder.to_string(),
        }
    }
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = |text: &str| if text.is_empty() { "?".to_owned() } else { text.to_owned() };
        write!(
            f,
            "{} is open in another window since {} (user {}, computer {}, process {})",
            self.folder.display(),
            known(&self.since),
            known(&self.user),
            known(&self.computer),
            known(&self.process),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_is_told_who_came_first_and_comes_in_when_the_first_has_left() {
        let folder = tempfile::tempdir().unwrap();
        let first = FolderLock::take(folder.path()).unwrap();
        let Err(LockError::Held(holder)) = FolderLock::take(folder.path()) else {
            panic!("locked twice")
        };
        assert_eq!(holder.process, std::process::id().to_string());
        assert!(!holder.since.is_empty());
        let id = first.folder_id();
        assert!(id.is_some());
        drop(first);
        assert_eq!(FolderLock::take(folder.path()).unwrap().folder_id(), id);
        let other = tempfile::tempdir().unwrap();
        assert_ne!(FolderLock::take(other.path()).unwrap().folder_id(), id);
    }

    #[test]
    fn of_many_at_once_one_gets_it() {
        let folder = tempfile::tempdir().unwrap();
        let taken: Vec<_> = thread::scope(|scope| {
            let threads: Vec<_> =
                (0..16).map(|_| scope.spawn(|| FolderLock::take(folder.path()).ok())).collect();
            threads.into_iter().filter_map(|thread| thread.join().unwrap()).collect()
        });
        assert_eq!(taken.len(), 1);
    }
}
