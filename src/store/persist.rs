//! Replacing a small file in one step.

use std::path::{Path, PathBuf};

use super::append::AppendFile;
use super::disk::Disk;
use super::trouble::{Context as _, Operation, PathError};

/// Puts a file with these bytes in the place of `path`: written beside it, synced, renamed over
/// it, folder synced. A crash leaves the old file or the new one, nothing between.
pub(super) fn replace_file(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), PathError> {
    let beside = beside(path);
    let mut file = AppendFile::open(disk, &beside)?;
    if file.length() > 0 {
        file.cut(0)?;
    }
    file.append(bytes).map_err(|error| error.of(&beside))?;
    drop(file);
    disk.rename(&beside, path).context(Operation::Rename, path)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    disk.sync_folder(folder).context(Operation::Sync, folder)
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".new");
    path.with_file_name(name)
}
