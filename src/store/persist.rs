//! Replacing a file in one step.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::append::AppendFile;
use super::disk::{Disk, RealDisk};
use super::private;
use super::trouble::{Context as _, Operation, PathError};

/// Puts a file with these bytes in the place of `path`: written beside it, synced, renamed over
/// it, folder synced. A crash leaves the old file or the new one, nothing between.
pub(super) fn replace_file(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), PathError> {
    let mut file = AppendFile::create_passing(disk, path)?;
    let passing = file.path().to_path_buf();
    let written = file.append(bytes).map_err(|error| error.of(&passing));
    drop(file);
    let renamed =
        written.and_then(|()| disk.rename(&passing, path).context(Operation::Rename, path));
    if renamed.is_err() {
        // Of no use any more; the error that is told is the first one.
        let _ = disk.remove(&passing);
    }
    renamed?;
    let folder = path.parent().unwrap_or(Path::new(""));
    disk.sync_folder(folder).context(Operation::Sync, folder)
}

/// Writes a file that somebody asked for, outside the data folder: it is there whole, or it is
/// not there and what was there before is untouched. Who may read what was there before may read
/// the new one; without one before, it is as private as the program's own files.
///
/// # Errors
///
/// The file can't be written, or `write` fails: then its error stands for the whole.
pub fn write_file<E: From<PathError>>(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<(), E>,
) -> Result<(), E> {
    let beside = private::passing(path);
    let file = private::create_new(&beside).context(Operation::Open, path)?;
    let written = write_beside(file, &beside, path, write);
    if written.is_err() {
        // What is left of it is of no use; the error that is told is the first one.
        let _ = std::fs::remove_file(&beside);
    }
    written
}

fn write_beside<E: From<PathError>>(
    file: File,
    beside: &Path,
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<(), E>,
) -> Result<(), E> {
    let mut out = BufWriter::with_capacity(256 * 1024, file);
    write(&mut out)?;
    let file = out.into_inner().map_err(io::IntoInnerError::into_error);
    file.and_then(|file| file.sync_data()).context(Operation::Write, path)?;
    if path.is_file() {
        // A disk without such permissions refuses: then the file stays as private as it is.
        let _ = RealDisk.adopt_permissions(path, beside);
    }
    std::fs::rename(beside, path).context(Operation::Rename, path)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    RealDisk.sync_folder(folder).context(Operation::Sync, folder)?;
    Ok(())
}
