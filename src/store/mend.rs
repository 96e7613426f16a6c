//! Writing a batch in the strict form before it is uploaded. The original is kept.

use std::path::{Path, PathBuf};

use super::append::{AppendFile, changed_by_others};
use super::batch::Summary;
use super::change::{Change, Outcome, batch_name};
use super::disk::Disk;
use super::names::UPLOADS;
use super::notice::Refusal;
use super::output::unused;
use super::place::Place;
use super::recover::UNFINISHED;
use super::trouble::{Context as _, Operation, PathError};
use crate::dat::{Mended, Mender};

/// How the name of an original ends that is kept beside its batch.
const ORIGINAL: &str = ".original";

/// Whether a path is that of an original beside its batch.
pub(super) fn is_original(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == ORIGINAL.trim_start_matches('.'))
}

/// A batch that was written in the strict form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MendedBatch {
    /// The batch.
    pub path: PathBuf,
    /// The file as it was.
    pub original: PathBuf,
    /// What became of its lines.
    pub lines: Mended,
}

/// What is to become of a file, on the disk under a name for passing use.
pub(super) struct Prepared {
    copy: PathBuf,
    place: Place,
    lines: Mended,
}

impl Change<'_> {
    /// Mends a batch of `uploads/`, or a file that was put aside in `unfinished/`: that one becomes a
    /// batch of this desk. The step that counts is the last one, a rename; what is returned beside
    /// its outcome is where the batch ends then.
    pub fn mend(&self, file: &Path, desk: &str) -> Result<(MendedBatch, Place, Outcome), Refusal> {
        let uploads = self.folder(UPLOADS)?;
        let unfinished = self.data_folder.join(UNFINISHED);
        if let Some(name) = self.name_of_file_in(file, &unfinished)? {
            let original = unfinished.join(name);
            let Prepared { copy, place, lines } = self.write_mended(&original, &uploads)?;
            let source = self.disk.reader(&copy).context(Operation::Open, &copy)?;
            let summary = Summary::read(source).context(Operation::Read, &copy)?;
            let path = self.unused(&uploads, &batch_name(desk, summary.from, summary.to))?;
            let outcome = self.renamed(&copy, &path);
            return Ok((MendedBatch { path, original, lines }, place, outcome));
        }
        let path = uploads.join(self.name_in(file, &uploads)?);
        let (kept, kept_place) = self.copy_whole(&path)?;
        // What is mended is what is kept, whatever somebody does to the batch meanwhile.
        let prepared = self.write_mended(&kept, &uploads).and_then(|prepared| {
            let is_same = whole(self.disk, &path)? == kept_place;
            if is_same { Ok(prepared) } else { Err(changed_by_others(&path).into()) }
        });
        let prepared = prepared.inspect_err(|_| {
            // Of no use any more; what is told is why.
            let _ = self.disk.remove(&kept);
        });
        let Prepared { copy, place, lines } = prepared?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let original = unused(self.disk, &uploads, &stem, ORIGINAL)?;
        self.rename(&kept, &original)?;
        self.disk.sync_folder(&uploads).context(Operation::Sync, &uploads)?;
        let outcome = match self.rename(&copy, &path) {
            Ok(()) => Outcome::Done,
            Err(error) => match whole(self.disk, &path) {
                Ok(there) if there == place => Outcome::Done,
                Ok(_) => Outcome::NotDone(error),
                Err(_) => Outcome::NotKnown(error),
            },
        };
        Ok((MendedBatch { path, original, lines }, place, outcome))
    }

    /// Copies a file to one for passing use beside it, on the disk when this returns. Returns where
    /// it ends too.
    fn copy_whole(&self, path: &Path) -> Result<(PathBuf, Place), PathError> {
        let mut source = self.disk.reader(path).context(Operation::Open, path)?;
        let mut copy = AppendFile::create_passing(self.disk, path)?;
        copy.extend(&mut source, u64::MAX)?;
        copy.sync()?;
        // Where that is refused the copy is for its owner alone, which loses nothing.
        let _ = self.disk.adopt_permissions(path, copy.path());
        Ok((copy.path().to_path_buf(), copy.place()))
    }

    /// Writes the strict form of a file into a folder, under a name for passing use. Refused when
    /// there is nothing to mend, or nothing that can be read.
    fn write_mended(&self, file: &Path, folder: &Path) -> Result<Prepared, Refusal> {
        let source = self.disk.reader(file).context(Operation::Open, file)?;
        let mut mender = Mender::new(source).context(Operation::Read, file)?;
        let mut copy = AppendFile::create_passing(self.disk, &folder.join("mended"))?;
        loop {
            let mut block = mender.next_block().context(Operation::Read, file)?;
            if block.is_empty() {
                break;
            }
            let length = block.len() as u64;
            copy.extend(&mut block, length)?;
        }
        let lines = mender.finish();
        copy.sync()?;
        let (path, place) = (copy.path().to_path_buf(), copy.place());
        // Windows removes no file that is open.
        drop(copy);
        if lines.changed == 0 || lines.transactions == 0 {
            // It is removed when the folder is opened next, if not now.
            let _ = self.disk.remove(&path);
            return Err(Refusal::NothingToMend(file.to_path_buf()));
        }
        let _ = self.disk.adopt_permissions(file, &path);
        Ok(Prepared { copy: path, place, lines })
    }
}

/// The end of all that a file holds.
pub(super) fn whole(disk: &dyn Disk, path: &Path) -> Result<Place, PathError> {
    let source = disk.reader(path).context(Operation::Open, path)?;
    Place::read(source, u64::MAX).context(Operation::Read, path)
}
