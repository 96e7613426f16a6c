//! A file that only grows, a record at a time, and is never left with half of one.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::disk::{Disk, DiskFile};
use super::trouble::{Context as _, Operation, PathError};

/// How much is copied at a time, in bytes.
const BLOCK: usize = 256 * 1024;

/// An open file of records, known to be complete up to [`AppendFile::length`].
pub(super) struct AppendFile {
    path: PathBuf,
    file: Box<dyn DiskFile>,
    length: u64,
}

/// Why a record was not appended.
#[derive(Debug)]
pub(super) enum AppendError {
    /// Somebody renamed, deleted, shortened or wrote to the file: nothing was written. Opening it
    /// anew finds out what is there now.
    Changed,
    /// The disk failed; the file was cut back to what it held before.
    CutBack(PathError),
    /// The disk failed, and so did cutting back: part of the record, or all of it, may be there.
    InDoubt(PathError),
}

impl AppendError {
    /// As an error of `path`, for who makes no difference between them.
    pub fn of(self, path: &Path) -> PathError {
        match self {
            Self::CutBack(error) | Self::InDoubt(error) => error,
            Self::Changed => PathError {
                path: path.to_path_buf(),
                operation: Operation::Write,
                source: io::Error::other("another program changed the file"),
            },
        }
    }
}

impl AppendFile {
    /// Opens or makes the file; takes all it holds as complete.
    pub fn open(disk: &dyn Disk, path: &Path) -> Result<Self, PathError> {
        let mut file = disk.open(path).context(Operation::Open, path)?;
        let length = file.length().context(Operation::Read, path)?;
        Ok(Self { path: path.to_path_buf(), file, length })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Bytes that are complete and confirmed.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Writes the record and waits until it is on the disk.
    pub fn append(&mut self, record: &[u8]) -> Result<(), AppendError> {
        match self.is_unchanged() {
            Ok(true) => {}
            Ok(false) => return Err(AppendError::Changed),
            Err(error) => return Err(AppendError::CutBack(error)),
        }
        let result = self.write_all(record).and_then(|()| self.sync());
        match result {
            Ok(()) => {
                self.length += record.len() as u64;
                Ok(())
            }
            Err(error) => match self.cut(self.length) {
                Ok(()) => Err(AppendError::CutBack(error)),
                Err(_) => Err(AppendError::InDoubt(error)),
            },
        }
    }

    /// Writes all that `source` gives, for a file that nobody counts on yet: one sync at the end,
    /// and nothing is cut back when the disk fails.
    pub fn extend(&mut self, source: &mut dyn Read) -> Result<(), PathError> {
        let mut block = vec![0; BLOCK];
        loop {
            let read = source.read(&mut block).context(Operation::Read, &self.path)?;
            let bytes = block.get(..read).unwrap_or_default();
            if bytes.is_empty() {
                return self.sync();
            }
            self.write_all(bytes)?;
            self.length += bytes.len() as u64;
        }
    }

    /// Whether the file is still the one that was opened, as long as it was.
    pub fn is_unchanged(&mut self) -> Result<bool, PathError> {
        self.file.is_at(&self.path, self.length).context(Operation::Read, &self.path)
    }

    /// One call as a rule; more when the system takes only a part, until it says why.
    fn write_all(&mut self, mut bytes: &[u8]) -> Result<(), PathError> {
        while !bytes.is_empty() {
            let written = match self.file.append(bytes) {
                Ok(0) => Err(io::Error::from(io::ErrorKind::WriteZero)),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other,
            };
            let written = written.context(Operation::Write, &self.path)?;
            bytes = bytes.get(written..).unwrap_or_default();
        }
        Ok(())
    }

    fn sync(&mut self) -> Result<(), PathError> {
        self.file.sync().context(Operation::Sync, &self.path)
    }

    /// Cuts the file to `length` bytes, on the disk too.
    pub fn cut(&mut self, length: u64) -> Result<(), PathError> {
        self.file.cut(length).context(Operation::Cut, &self.path)?;
        self.sync()?;
        self.length = length;
        Ok(())
    }

    /// The bytes from `offset`, at most `count` of them.
    pub fn read(&mut self, offset: u64, count: usize) -> Result<Vec<u8>, PathError> {
        let there = self.length.saturating_sub(offset);
        let count = usize::try_from(there).unwrap_or(usize::MAX).min(count);
        let mut bytes = vec![0; count];
        self.file.read_exact_at(offset, &mut bytes).context(Operation::Read, &self.path)?;
        Ok(bytes)
    }
}
