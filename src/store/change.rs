//! Changing the data folder as a whole: what leaves `OffCirc.dat` as a file, and where it goes.
//!
//! Each change has one step that counts, a rename. When that fails it is not known whether it was
//! done: a share may report an error for what it has done. Then the folder is looked into before
//! anything is said, see [`Change::renamed`].

use std::io;
use std::path::{Path, PathBuf};

use super::batch::{Summary, is_dat};
use super::disk::Disk;
use super::names::{UPLOADED, UPLOADS};
use super::notice::Refusal;
use super::output;
use super::patience::patiently;
use super::persist::replace_file;
use super::trouble::{Cause, Context as _, Operation, PathError};
use crate::dat;
use crate::transaction::{DeskTime, Transaction};

/// Changes of one data folder.
#[derive(Clone, Copy)]
pub(super) struct Change<'a> {
    pub disk: &'a dyn Disk,
    pub data_folder: &'a Path,
}

/// What a step that counts has come to.
#[derive(Debug)]
pub(super) enum Outcome {
    /// It is done.
    Done,
    /// It is not done, and nothing was changed.
    NotDone(PathError),
    /// The step failed, and looking whether it was done failed too.
    NotKnown(PathError),
}

impl Change<'_> {
    /// Where `OffCirc.dat` becomes a batch to upload.
    pub fn batch_of(&self, summary: &Summary, desk: &str) -> Result<PathBuf, PathError> {
        let folder = self.folder(UPLOADS)?;
        self.unused(&folder, &batch_name(desk, summary.from, summary.to))
    }

    /// Writes a new batch to upload.
    pub fn write_batch(
        &self,
        transactions: &[Transaction],
        desk: &str,
    ) -> Result<(PathBuf, Outcome), PathError> {
        let folder = self.folder(UPLOADS)?;
        let from = transactions.iter().map(|transaction| transaction.time).min();
        let to = transactions.iter().map(|transaction| transaction.time).max();
        let batch = self.unused(&folder, &batch_name(desk, from, to))?;
        let mut bytes = Vec::new();
        for transaction in transactions {
            dat::encode_into(transaction, &mut bytes);
        }
        let written = replace_file(self.disk, &batch, &bytes);
        let outcome =
            written.map_or_else(|error| self.look(&batch, true, error), |()| Outcome::Done);
        Ok((batch, outcome))
    }

    /// Where a batch of `uploads/` goes when Alma has it: from where, and to where.
    pub fn place_of_uploaded(&self, batch: &Path) -> Result<(PathBuf, PathBuf), Refusal> {
        let from = self.data_folder.join(UPLOADS);
        let name = self.name_in(batch, &from)?;
        let folder = self.folder(UPLOADED)?;
        Ok((from.join(name), self.unused(&folder, name)?))
    }

    /// The batches that Alma has among these; all have to be.
    pub fn uploaded_batches(&self, batches: &[PathBuf]) -> Result<Vec<PathBuf>, Refusal> {
        let folder = self.data_folder.join(UPLOADED);
        batches.iter().map(|batch| Ok(folder.join(self.name_in(batch, &folder)?))).collect()
    }

    /// Deletes a file.
    pub fn remove(&self, path: &Path) -> Outcome {
        match self.disk.remove(path).context(Operation::Remove, path) {
            Ok(()) => Outcome::Done,
            Err(error) => self.look(path, false, error),
        }
    }

    /// Renames a file to a name that nothing had. When that fails, what has the new name now says
    /// whether it was done.
    pub fn renamed(&self, from: &Path, to: &Path) -> Outcome {
        match self.rename(from, to) {
            Ok(()) => Outcome::Done,
            Err(error) => self.look(to, true, error),
        }
    }

    /// Whether a path exists now says whether a step was done that failed with this error.
    fn look(&self, path: &Path, should_exist: bool, error: PathError) -> Outcome {
        match self.disk.exists(path) {
            Ok(exists) if exists == should_exist => Outcome::Done,
            Ok(_) => Outcome::NotDone(error),
            Err(_) => Outcome::NotKnown(error),
        }
    }

    /// The name of a batch that has to lie in `folder`, however its path is written.
    pub fn name_in<'b>(&self, batch: &'b Path, folder: &Path) -> Result<&'b str, Refusal> {
        let name = self.name_of_file_in(batch, folder)?.filter(|_| is_dat(batch));
        name.ok_or_else(|| Refusal::NotABatch(batch.to_path_buf()))
    }

    /// The name of a file if it lies in `folder`, however its path is written.
    pub fn name_of_file_in<'b>(
        &self,
        file: &'b Path,
        folder: &Path,
    ) -> Result<Option<&'b str>, PathError> {
        let name = file.file_name().and_then(|name| name.to_str());
        // The system tells folders apart: links, `..`, and the case of letters where it knows none.
        let place = file.parent().and_then(|parent| self.disk.canonicalize(parent).ok());
        let is_in =
            place.is_some_and(|place| self.disk.canonicalize(folder).is_ok_and(|it| it == place));
        let is_there = is_in && self.disk.exists(file).context(Operation::Open, file)?;
        Ok(name.filter(|_| is_there))
    }

    /// A folder in the data folder, made when it is missing.
    pub fn folder(&self, name: &str) -> Result<PathBuf, PathError> {
        let folder = self.data_folder.join(name);
        self.disk.create_folder(&folder).context(Operation::CreateFolder, &folder)?;
        Ok(folder)
    }

    /// A path in the folder that nothing has, for a batch of this name.
    pub fn unused(&self, folder: &Path, name: &str) -> Result<PathBuf, PathError> {
        let start = name.strip_suffix(".dat").unwrap_or(name);
        output::unused(self.disk, folder, start, ".dat")
    }

    pub fn rename(&self, from: &Path, to: &Path) -> Result<(), PathError> {
        let is_busy = |error: &io::Error| Cause::of(error) == Cause::Busy;
        patiently(|| self.disk.rename(from, to), is_busy).context(Operation::Rename, from)
    }
}

/// The name of a batch: `OffCirc_<desk>_<from>_<to>.dat`.
pub(super) fn batch_name(desk: &str, from: Option<DeskTime>, to: Option<DeskTime>) -> String {
    let desk = desk_in_names(desk);
    let time = |time: Option<DeskTime>| {
        time.map_or("unknown".to_owned(), |time| time.naive().format("%Y%m%d-%H%M").to_string())
    };
    format!("OffCirc_{desk}_{}_{}.dat", time(from), time(to))
}

/// A desk as it stands in the names of batches: without signs, and without the `_` that ends it.
pub(crate) fn desk_in_names(desk: &str) -> String {
    const MOST: usize = 40;
    let plain = |c: char| if c.is_alphanumeric() { c } else { ' ' };
    let words = desk.chars().take(MOST).map(plain).collect::<String>();
    let words: Vec<_> = words.split_whitespace().collect();
    if words.is_empty() { "desk".to_owned() } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_is_named_by_desk_and_times_without_signs() {
        let time = |text| {
            let naive = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
            DeskTime::new(naive)
        };
        let (from, to) = (time("2026-11-23 14:05"), time("2026-11-24 09:00"));
        for (desk, name) in [
            ("Main", "OffCirc_Main_20261123-1405_20261124-0900.dat"),
            ("Prêt / 1er étage", "OffCirc_Prêt-1er-étage_20261123-1405_20261124-0900.dat"),
            ("../..", "OffCirc_desk_20261123-1405_20261124-0900.dat"),
            ("", "OffCirc_desk_20261123-1405_20261124-0900.dat"),
        ] {
            assert_eq!(batch_name(desk, from, to), name);
        }
        assert_eq!(batch_name("a", None, None), "OffCirc_a_unknown_unknown.dat");
    }
}
