//! Opening a file that a crash may have left with a cut-short end.

use std::path::{Path, PathBuf};

use chrono::Local;

use super::append::AppendFile;
use super::disk::Disk;
use super::output::unused;
use super::trouble::{Context as _, Operation, PathError};
use crate::dat::{self, FileEnd, Fragment};

/// Name of the folder for bytes of a transaction that a crash cut short.
pub const UNFINISHED: &str = "unfinished";

/// How much is read at a time, in bytes.
const BLOCK: u64 = 64 * 1024;

/// What was found behind the last complete line, and moved away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    /// The file whose end was cut short.
    pub file: PathBuf,
    /// Where its last bytes are now.
    pub kept_in: PathBuf,
    /// What they say: the transaction to scan again.
    pub fragment: Fragment,
}

/// Brings a file that others may have written to a complete end: a whole record that lacks its end
/// gets one, what is torn is moved away. What stands before is not touched.
pub(super) fn complete_end(
    disk: &dyn Disk,
    file: &mut AppendFile,
) -> Result<Option<Recovered>, PathError> {
    let end = FileEnd::find(file.length(), |offset, count| file.read(offset, count))?;
    let recovered = move_away(disk, file, end.whole)?;
    if !end.missing.is_empty() {
        file.append(end.missing).map_err(|error| error.of(file.path()))?;
    }
    Ok(recovered)
}

/// Moves what stands behind the last line end of a file of this program's own to a file beside it;
/// what stands before is not touched.
pub(super) fn cut_unfinished(
    disk: &dyn Disk,
    file: &mut AppendFile,
) -> Result<Option<Recovered>, PathError> {
    let complete = complete_length(file)?;
    move_away(disk, file, complete)
}

fn move_away(
    disk: &dyn Disk,
    file: &mut AppendFile,
    complete: u64,
) -> Result<Option<Recovered>, PathError> {
    if complete == file.length() {
        return Ok(None);
    }
    let folder = file.path().parent().unwrap_or(Path::new("")).join(UNFINISHED);
    disk.create_folder(&folder).context(Operation::CreateFolder, &folder)?;
    let kept_in = unused_name(disk, &folder)?;
    let mut kept = AppendFile::open_own(disk, &kept_in)?;
    let start = file.read(complete, 1024)?;
    let mut offset = complete;
    while offset < file.length() {
        let block = file.read(offset, usize::try_from(BLOCK).unwrap_or(usize::MAX))?;
        offset += block.len() as u64;
        kept.append(&block).map_err(|error| error.of(&kept_in))?;
    }
    file.cut(complete)?;
    Ok(Some(Recovered {
        file: file.path().to_path_buf(),
        kept_in,
        fragment: Fragment::read(&start),
    }))
}

/// The end of the last complete line, searched from the end of the file.
pub(super) fn complete_length(file: &mut AppendFile) -> Result<u64, PathError> {
    let mut end = file.length();
    while end > 0 {
        let start = end.saturating_sub(BLOCK);
        let block = file.read(start, usize::try_from(end - start).unwrap_or(usize::MAX))?;
        if let Some(complete) = dat::complete_length(&block) {
            return Ok(start + complete as u64);
        }
        end = start;
    }
    Ok(0)
}

/// A name by date and time that no file has yet.
pub(super) fn unused_name(disk: &dyn Disk, folder: &Path) -> Result<PathBuf, PathError> {
    let now = Local::now().format("%Y%m%d-%H%M%S").to_string();
    unused(disk, folder, &now, ".txt")
}
