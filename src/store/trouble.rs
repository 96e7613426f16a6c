//! What went wrong with a file: which file, doing what, why.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A file operation that failed.
#[derive(Debug, thiserror::Error)]
#[error("{operation} {}: {source}", path.display())]
pub struct PathError {
    /// The file or folder.
    pub path: PathBuf,
    /// What was tried with it.
    pub operation: Operation,
    /// What the system said.
    pub source: io::Error,
}

/// What was tried with a file or folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// Making a folder.
    CreateFolder,
    /// Opening or making a file.
    Open,
    /// Reading.
    Read,
    /// Writing.
    Write,
    /// Waiting until written bytes are on the disk.
    Sync,
    /// Cutting a file back to a length.
    Cut,
    /// Renaming.
    Rename,
    /// Deleting.
    Remove,
    /// Taking the lock of a folder.
    Lock,
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CreateFolder => "can't make the folder",
            Self::Open => "can't open",
            Self::Read => "can't read",
            Self::Write => "can't write",
            Self::Sync => "can't bring to the disk",
            Self::Cut => "can't shorten",
            Self::Rename => "can't rename",
            Self::Remove => "can't delete",
            Self::Lock => "can't lock",
        })
    }
}

/// Adds path and operation to an [`io::Result`].
pub(crate) trait Context<T> {
    fn context(self, operation: Operation, path: &Path) -> Result<T, PathError>;
}

impl<T> Context<T> for io::Result<T> {
    fn context(self, operation: Operation, path: &Path) -> Result<T, PathError> {
        self.map_err(|source| PathError { path: path.to_path_buf(), operation, source })
    }
}

/// The cause of a failure, as far as it changes what a person should do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The disk, or the user's share of it, is full.
    NoSpace,
    /// This user may not write there, or the disk is read-only.
    NotAllowed,
    /// The folder, stick or share is not there.
    Gone,
    /// Another program holds the file.
    Busy,
    /// The disk or share does not answer.
    NoAnswer,
    /// Anything else; the system's words are in [`Trouble::detail`].
    Other,
}

impl Cause {
    /// Sorts an error of the system.
    #[must_use]
    pub fn of(error: &io::Error) -> Self {
        use io::ErrorKind as K;
        // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION: std has no kind for them.
        if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) {
            return Self::Busy;
        }
        match error.kind() {
            K::StorageFull | K::QuotaExceeded | K::FileTooLarge => Self::NoSpace,
            K::PermissionDenied | K::ReadOnlyFilesystem => Self::NotAllowed,
            K::NotFound
            | K::NotADirectory
            | K::HostUnreachable
            | K::NetworkUnreachable
            | K::NetworkDown
            | K::StaleNetworkFileHandle => Self::Gone,
            K::ResourceBusy | K::ExecutableFileBusy | K::WouldBlock | K::Deadlock => Self::Busy,
            K::TimedOut => Self::NoAnswer,
            _ => Self::Other,
        }
    }
}

/// A [`PathError`] that can be kept, copied and shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The file or folder.
    pub path: PathBuf,
    /// What was tried with it.
    pub operation: Operation,
    /// Why it failed.
    pub cause: Cause,
    /// The system's own words.
    pub detail: String,
}

impl From<&PathError> for Trouble {
    fn from(error: &PathError) -> Self {
        Self {
            path: error.path.clone(),
            operation: error.operation,
            cause: Cause::of(&error.source),
            detail: error.source.to_string(),
        }
    }
}

impl Trouble {
    /// The system has no thread for the work on this folder.
    pub(crate) fn no_thread(path: &Path, error: &io::Error) -> Self {
        Self { cause: Cause::Other, detail: error.to_string(), ..Self::not_open(path) }
    }

    /// The folder has not answered in time.
    pub(super) fn no_answer(path: &Path) -> Self {
        Self { cause: Cause::NoAnswer, detail: "no answer".to_owned(), ..Self::not_open(path) }
    }

    /// The file or folder is not open, and nothing more is known.
    pub(super) fn not_open(path: &Path) -> Self {
        Self {
            path: path.to_path_buf(),
            operation: Operation::Open,
            cause: Cause::Gone,
            detail: "not open".to_owned(),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.operation, self.path.display(), self.detail)
    }
}
