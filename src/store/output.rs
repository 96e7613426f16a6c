//! Files that somebody asks for: sheets, and the files of several desks as one. Where they go, and
//! where they must not.

use std::fs;
use std::path::{Path, PathBuf};

use super::disk::{Disk, RealDisk};
use super::lock::FolderLock;
use super::names::DAT;
use super::trouble::{Context as _, Operation, PathError};

/// Why nothing is written to a path, whatever somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spared {
    /// It is a folder.
    Folder,
    /// It is one of the files that the new one is made of.
    Input,
    /// A desk records its transactions there.
    Desk,
}

/// Why a file that is made of the files `read` must not be written to `path`, if it must not.
#[must_use]
pub fn spared<'a>(path: &Path, read: impl IntoIterator<Item = &'a Path>) -> Option<Spared> {
    if path.is_dir() {
        return Some(Spared::Folder);
    }
    if let Ok(place) = fs::canonicalize(path)
        && read.into_iter().any(|file| fs::canonicalize(file).is_ok_and(|file| file == place))
    {
        return Some(Spared::Input);
    }
    // A desk appends to such a file, or will: it would go on behind what is written here.
    let is_dat = path.file_name().is_some_and(|name| name.eq_ignore_ascii_case(DAT));
    (is_dat && path.with_file_name(FolderLock::FILE).exists()).then_some(Spared::Desk)
}

/// A path in a folder that no file has, which is made when it is missing: `name` before `end`, with
/// a number between them when there is such a file.
///
/// # Errors
///
/// The folder can't be made.
pub fn new_path(folder: &Path, name: &str, end: &str) -> Result<PathBuf, PathError> {
    RealDisk.create_folder(folder).context(Operation::CreateFolder, folder)?;
    unused(&RealDisk, folder, name, end)
}

/// `name` before `end` in the folder, with a number between them when anything is called so.
pub(super) fn unused(
    disk: &dyn Disk,
    folder: &Path,
    name: &str,
    end: &str,
) -> Result<PathBuf, PathError> {
    let mut path = folder.join(format!("{name}{end}"));
    let mut number = 2;
    while disk.exists(&path).context(Operation::Open, &path)? {
        path = folder.join(format!("{name}_{number}{end}"));
        number += 1;
    }
    Ok(path)
}
