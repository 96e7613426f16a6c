//! Replacing `OffCirc.dat` by a copy without some lines: taking back, archiving.
//!
//! The copy is made beside the file. Then `OffCirc.pending` is written, which says what `OffCirc.dat`
//! is before and after, and what is left to do: a note in `taken-back.csv`, or the name of the batch
//! into which the lines go. Renaming the copy over `OffCirc.dat` is the step that counts. Whoever
//! opens the folder next finds out by the content of `OffCirc.dat` on which side of that step it
//! ended, and finishes what is left to do or throws away what was prepared.

use std::io::{self, BufReader, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::append::AppendFile;
use super::change::{Change, Outcome};
use super::lines::Lines;
use super::names::{DAT, UPLOADED, UPLOADS};
use super::notice::PutAside;
use super::persist::replace_file;
use super::place::Place;
use super::private;
use super::recover::{UNFINISHED, unused_name};
use super::settle::{batches, has_place};
use super::taken_back::{self, Note};
use super::trouble::{Context as _, Operation, PathError};

/// Name of the file that says which replacement is under way.
pub(super) const PENDING: &str = "OffCirc.pending";

/// The first line of that file.
const HEAD: &str = "OffCirc replacement 1";

/// A replacement of `OffCirc.dat`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Replacement {
    /// All that the file held.
    pub from: Place,
    /// All that it holds then.
    pub to: Place,
    /// What is left to do then.
    pub next: Next,
}

/// What is left to do when `OffCirc.dat` is replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Next {
    /// To note in `taken-back.csv` what was taken back.
    Note(Note),
    /// To give the copy of the lines in `uploaded/` the name of a batch.
    Archive {
        /// The name of the copy.
        copy: String,
        /// The name it gets.
        batch: String,
    },
}

/// What became of a replacement that was under way when the folder was opened.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Finished {
    /// It is done, to its end.
    Done,
    /// It is not done, and nothing of it is left.
    NotDone,
    /// Somebody changed `OffCirc.dat` in between: nobody can tell. What had been prepared is kept
    /// for a person to see.
    NotKnown(Vec<PutAside>),
}

impl Replacement {
    fn text(&self) -> Vec<u8> {
        let Self { from, to, next } = self;
        let mut text = format!("{HEAD}\nfrom {from}\nto {to}\n").into_bytes();
        match next {
            Next::Note(Note { at, rows }) => {
                text.extend_from_slice(format!("note {at}\n").as_bytes());
                text.extend_from_slice(rows);
            }
            Next::Archive { copy, batch } => {
                text.extend_from_slice(format!("archive {copy}\n{batch}\n").as_bytes());
            }
        }
        text
    }

    fn parse(text: &[u8]) -> Option<Self> {
        let mut parts = text.splitn(5, |byte| *byte == b'\n');
        let mut line = || std::str::from_utf8(parts.next()?).ok();
        let _ = line().filter(|head| *head == HEAD)?;
        let from = line()?.strip_prefix("from ")?.parse().ok()?;
        let to = line()?.strip_prefix("to ")?.parse().ok()?;
        let next = line()?.to_owned();
        let rest = parts.next()?;
        let next = if let Some(at) = next.strip_prefix("note ") {
            Next::Note(Note { at: at.parse().ok()?, rows: rest.to_vec() })
        } else {
            let copy = next.strip_prefix("archive ")?.to_owned();
            let batch = std::str::from_utf8(rest).ok()?.strip_suffix('\n')?.to_owned();
            // They lie in the folder, whatever the file says.
            let is_name = |name: &str| Path::new(name).file_name().is_some_and(|n| n == name);
            if !is_name(&copy) || !is_name(&batch) {
                return None;
            }
            Next::Archive { copy, batch }
        };
        Some(Self { from, to, next })
    }
}

impl Change<'_> {
    /// Copies ranges of `dat` to a file for passing use beside `path`, on the disk when this
    /// returns. Returns the file and the end of what it holds.
    pub fn copy(
        &self,
        dat: &Path,
        ranges: &[Range<u64>],
        path: &Path,
    ) -> Result<(PathBuf, Place), PathError> {
        let mut copy = AppendFile::create_passing(self.disk, path)?;
        let place = self.copy_to(&mut copy, dat, ranges);
        let copy = copy.path().to_path_buf();
        if place.is_err() {
            // Of no use any more; the error that is told is the first one.
            let _ = self.disk.remove(&copy);
        }
        Ok((copy, place?))
    }

    fn copy_to(
        &self,
        copy: &mut AppendFile,
        dat: &Path,
        ranges: &[Range<u64>],
    ) -> Result<Place, PathError> {
        // There can be thousands of ranges, each of a line.
        let mut source = BufReader::new(self.disk.reader(dat).context(Operation::Open, dat)?);
        let mut at = 0;
        for range in ranges {
            let skipped = &mut source.by_ref().take(range.start - at);
            io::copy(skipped, &mut io::sink()).context(Operation::Read, dat)?;
            copy.extend(&mut source, range.end - range.start)?;
            at = range.end;
        }
        copy.sync()?;
        let wanted: u64 = ranges.iter().map(|range| range.end - range.start).sum();
        if copy.length() == wanted {
            return Ok(copy.place());
        }
        let short = io::Error::from(io::ErrorKind::UnexpectedEof);
        Err(PathError { path: dat.to_path_buf(), operation: Operation::Read, source: short })
    }

    /// Makes everything ready to replace `dat`, which ends at `from`, by what is left without
    /// these lines. Returns the copy too.
    pub fn prepare(
        &self,
        dat: &Path,
        from: Place,
        lines: &Lines,
        next: Next,
    ) -> Result<(Replacement, PathBuf), PathError> {
        let (copy, to) = self.copy(dat, &lines.rest(from.length), dat)?;
        // Where that is refused the copy is for its owner alone, which loses nothing.
        let _ = self.disk.adopt_permissions(dat, &copy);
        let replacement = Replacement { from, to, next };
        let pending = self.data_folder.join(PENDING);
        if let Err(error) = replace_file(self.disk, &pending, &replacement.text()) {
            let _ = self.disk.remove(&copy);
            return Err(error);
        }
        Ok((replacement, copy))
    }

    /// Puts the copy in the place of `dat`.
    pub fn replace(&self, dat: &Path, copy: &Path, replacement: &Replacement) -> Outcome {
        let Err(error) = self.rename(copy, dat) else { return Outcome::Done };
        match self.stage(dat, replacement) {
            Ok(Stage::After) => Outcome::Done,
            Ok(Stage::Before) => Outcome::NotDone(error),
            Ok(Stage::Unknown) | Err(_) => Outcome::NotKnown(error),
        }
    }

    /// Does what is left to do when `OffCirc.dat` is replaced.
    pub fn complete(&self, replacement: &Replacement) -> Result<(), PathError> {
        match &replacement.next {
            Next::Note(note) => taken_back::add(self.disk, self.data_folder, note)?,
            Next::Archive { copy, batch } => {
                let folder = self.folder(UPLOADED)?;
                let copy = folder.join(copy);
                // Else it has its name already.
                if self.disk.exists(&copy).context(Operation::Open, &copy)? {
                    self.rename(&copy, &self.unused(&folder, batch)?)?;
                }
                self.disk.sync_folder(&folder).context(Operation::Sync, &folder)?;
            }
        }
        self.remove_pending()
    }

    /// Throws away what was prepared for a replacement that was not done.
    pub fn discard(&self, replacement: &Replacement) -> Result<(), PathError> {
        self.remove_pending()?;
        if let Next::Archive { copy, .. } = &replacement.next {
            // What is left of it is removed when the folder is opened next.
            let _ = self.disk.remove(&self.data_folder.join(UPLOADED).join(copy));
        }
        Ok(())
    }

    fn remove_pending(&self) -> Result<(), PathError> {
        let pending = self.data_folder.join(PENDING);
        self.disk.remove(&pending).context(Operation::Remove, &pending)?;
        self.disk.sync_folder(self.data_folder).context(Operation::Sync, self.data_folder)
    }

    /// Ends what a crash or a failure cut short. `None` when nothing was under way.
    pub fn finish(&self, dat: &Path) -> Result<Option<Finished>, PathError> {
        let pending = self.data_folder.join(PENDING);
        let finished = if self.disk.exists(&pending).context(Operation::Open, &pending)? {
            Some(self.finish_pending(&pending, dat)?)
        } else {
            None
        };
        // Nothing is under way any more: copies that were begun are of no use.
        self.remove_passing(dat.parent().unwrap_or(Path::new("")), DAT);
        self.remove_passing(self.data_folder, PENDING);
        self.remove_passing(&self.data_folder.join(UPLOADS), "");
        self.remove_passing(&self.data_folder.join(UPLOADED), "");
        Ok(finished)
    }

    fn finish_pending(&self, pending: &Path, dat: &Path) -> Result<Finished, PathError> {
        let mut text = Vec::new();
        let source = self.disk.reader(pending).context(Operation::Open, pending)?;
        { source }.read_to_end(&mut text).context(Operation::Read, pending)?;
        let Some(replacement) = Replacement::parse(&text) else {
            return Ok(Finished::NotKnown(vec![self.put_aside(pending)?]));
        };
        match self.stage(dat, &replacement)? {
            Stage::After => {
                self.complete(&replacement)?;
                Ok(Finished::Done)
            }
            Stage::Before => {
                self.discard(&replacement)?;
                Ok(Finished::NotDone)
            }
            Stage::Unknown => {
                let mut aside = Vec::new();
                if let Next::Archive { copy, .. } = &replacement.next {
                    let copy = self.data_folder.join(UPLOADED).join(copy);
                    if self.disk.exists(&copy).context(Operation::Open, &copy)? {
                        aside.push(self.put_aside(&copy)?);
                    }
                }
                aside.push(self.put_aside(pending)?);
                Ok(Finished::NotKnown(aside))
            }
        }
    }

    /// On which side of the step that counts `OffCirc.dat` is, or the file that it has become.
    fn stage(&self, dat: &Path, replacement: &Replacement) -> Result<Stage, PathError> {
        let mut files = vec![dat.to_path_buf()];
        // The batch that the replacement itself has made says nothing: it may hold all that was there.
        let own = match &replacement.next {
            Next::Archive { batch, .. } => Some(self.data_folder.join(UPLOADED).join(batch)),
            Next::Note(_) => None,
        };
        let others = batches(self.disk, self.data_folder)?.into_iter();
        files.extend(others.filter(|path| path != dat && Some(path) != own.as_ref()));
        // What is left may be the beginning of what was there: that is looked for first.
        for (place, stage) in [(replacement.from, Stage::Before), (replacement.to, Stage::After)] {
            for file in &files {
                // Every file begins with nothing; of those OffCirc.dat alone says something.
                let says_something = place.length > 0 || file == dat;
                let has_place = match has_place(self.disk, file, place) {
                    // A batch that can't be read says nothing.
                    Err(_) if file != dat => false,
                    other => other?,
                };
                if says_something && has_place {
                    return Ok(stage);
                }
            }
        }
        Ok(Stage::Unknown)
    }

    /// Moves a file to `unfinished/`.
    pub fn put_aside(&self, path: &Path) -> Result<PutAside, PathError> {
        let folder = self.folder(UNFINISHED)?;
        let kept_in = unused_name(self.disk, &folder)?;
        self.rename(path, &kept_in)?;
        self.disk.sync_folder(&folder).context(Operation::Sync, &folder)?;
        Ok(PutAside { file: path.to_path_buf(), kept_in })
    }

    /// Removes files for passing use whose names start so.
    fn remove_passing(&self, folder: &Path, start: &str) {
        for name in self.disk.names(folder).unwrap_or_default() {
            if name.starts_with(start) && private::is_passing(&name) {
                // One that can't be removed is in nobody's way.
                let _ = self.disk.remove(&folder.join(name));
            }
        }
    }
}

/// On which side of the step that counts a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Before,
    After,
    Unknown,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_replacement_survives_its_text() {
        let at = Place::read(&b"one\r\n"[..], 9).unwrap();
        let rows = b"\"a\nb\"\r\n".to_vec();
        let archive = Next::Archive { copy: "b.dat.0.new".into(), batch: "b c.dat".into() };
        for next in [Next::Note(Note { at, rows }), archive] {
            let replacement = Replacement { from: at, to: Place::start(), next };
            let text = replacement.text();
            assert_eq!(Replacement::parse(&text), Some(replacement));
            assert_eq!(Replacement::parse(&text[..text.len() / 2]), None);
        }
        let outside = Next::Archive { copy: "../b".into(), batch: "b.dat".into() };
        let replacement = Replacement { from: at, to: at, next: outside };
        assert_eq!(Replacement::parse(&replacement.text()), None, "a path and no name");
    }
}
