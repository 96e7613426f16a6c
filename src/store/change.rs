//! Changing the data folder as a whole: what leaves `OffCirc.dat`, and where it goes.
//!
//! Each change has one step that counts, a rename; what comes before it can be thrown away, and
//! what comes after it can be done later, by [`Change::finish`], when the folder is opened next.
//!
//! *Taking back* replaces `OffCirc.dat` by `OffCirc.dat.new`, a copy without some lines.
//!
//! *Archiving* moves some lines to a batch. They are written to `uploaded/<name>.dat.until-<length>`
//! first, where the length is that of the whole `OffCirc.dat`: as long as it has that length it
//! still holds the lines, and the copy counts for nothing. Replacing `OffCirc.dat` is the step that
//! counts; then the copy gets its name.

use std::collections::HashMap;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::append::AppendFile;
use super::batch::{Summary, is_dat};
use super::disk::Disk;
use super::names::{DAT, UPLOADED, UPLOADS};
use super::notice::Refusal;
use super::output;
use super::patience::patiently;
use super::persist::{beside, replace_file};
use super::recover::UNFINISHED;
use super::trouble::{Cause, Context as _, Operation, PathError};
use crate::dat::{self, Reader, Reading};
use crate::transaction::{DeskTime, Occurrence, Transaction};

/// What stands behind the name of a batch that is being archived; the length follows.
const UNTIL: &str = ".until-";

/// Changes of one data folder.
#[derive(Clone, Copy)]
pub(super) struct Change<'a> {
    disk: &'a dyn Disk,
    data_folder: &'a Path,
}

/// Lines of `OffCirc.dat` that leave it.
pub(super) struct Lines {
    /// Where they stand, in order; neighbours are one range.
    ranges: Vec<Range<u64>>,
    /// How many transactions they are.
    pub transactions: u64,
    from: Option<DeskTime>,
    to: Option<DeskTime>,
}

impl Lines {
    fn new() -> Self {
        Self { ranges: Vec::new(), transactions: 0, from: None, to: None }
    }

    fn add(&mut self, line: Range<u64>, time: Option<DeskTime>) {
        match self.ranges.last_mut() {
            Some(last) if last.end == line.start => last.end = line.end,
            _ => self.ranges.push(line),
        }
        if let Some(time) = time {
            self.transactions += 1;
            self.from = Some(self.from.map_or(time, |from| from.min(time)));
            self.to = self.to.max(Some(time));
        }
    }

    /// How many of their bytes stand before `offset`.
    pub fn bytes_before(&self, offset: u64) -> u64 {
        self.ranges.iter().map(|range| range.end.min(offset).saturating_sub(range.start)).sum()
    }
}

impl<'a> Change<'a> {
    pub fn new(disk: &'a dyn Disk, data_folder: &'a Path) -> Self {
        Self { disk, data_folder }
    }

    fn dat(&self) -> PathBuf {
        self.data_folder.join(DAT)
    }

    /// The lines of these transactions among the first `length` bytes of `OffCirc.dat`.
    pub fn find(&self, chosen: &[Occurrence], length: u64) -> Result<Lines, Refusal> {
        let mut places: HashMap<&Transaction, Vec<Range<u64>>> =
            chosen.iter().map(|one| (&one.transaction, Vec::new())).collect();
        self.for_each_line(length, |line, reading| {
            if let Reading::Transaction { transaction, .. } = reading
                && let Some(places) = places.get_mut(&transaction)
            {
                places.push(line);
            }
        })?;
        let mut found = Vec::new();
        for one in chosen {
            let places = places.get(&one.transaction).map(Vec::as_slice).unwrap_or_default();
            let missing = || Refusal::NotThere(Box::new(one.transaction.clone()));
            let place = places.get(one.earlier).cloned().ok_or_else(missing)?;
            found.push((place, one.transaction.time));
        }
        found.sort_by_key(|(place, _)| place.start);
        found.dedup();
        let mut lines = Lines::new();
        for (place, time) in found {
            lines.add(place, Some(time));
        }
        Ok(lines)
    }

    /// The lines of days before `day` among the first `length` bytes. A line that can't be read
    /// goes with the one before it.
    pub fn before(&self, day: NaiveDate, length: u64) -> Result<Lines, Refusal> {
        let mut lines = Lines::new();
        let mut goes = true;
        let mut unread = Vec::new();
        self.for_each_line(length, |line, reading| {
            let time = match reading {
                Reading::Transaction { transaction, .. } => {
                    goes = transaction.time.naive().date() < day;
                    Some(transaction.time)
                }
                Reading::Blank | Reading::Unreadable(_) => None,
            };
            if time.is_some() && goes {
                for line in unread.drain(..) {
                    lines.add(line, None);
                }
            }
            match (goes, time) {
                (true, Some(_)) => lines.add(line, time),
                // Until a transaction comes it is not known where these belong.
                (true, None) => unread.push(line),
                (false, _) => unread.clear(),
            }
        })?;
        if lines.transactions > 0 && goes {
            for line in unread {
                lines.add(line, None);
            }
        }
        if lines.transactions == 0 { Err(Refusal::Nothing) } else { Ok(lines) }
    }

    fn for_each_line(
        &self,
        length: u64,
        mut each: impl FnMut(Range<u64>, Reading),
    ) -> Result<(), PathError> {
        let path = self.dat();
        let source = self.disk.reader(&path).context(Operation::Open, &path)?;
        let mut reader = Reader::new(source.take(length));
        while let Some(line) = reader.next_line().context(Operation::Read, &path)? {
            each(line.offset..line.offset + line.length, line.reading);
        }
        Ok(())
    }

    /// Writes `OffCirc.dat.new`: the first `length` bytes without these lines.
    pub fn write_without(&self, lines: &Lines, length: u64) -> Result<(), PathError> {
        let mut rest = Vec::new();
        let mut start = 0;
        for range in &lines.ranges {
            rest.push(start..range.start);
            start = range.end;
        }
        rest.push(start..length);
        let new = beside(&self.dat());
        self.copy(&rest, &new)?;
        self.disk.adopt_permissions(&self.dat(), &new).context(Operation::Write, &new)
    }

    /// Writes these lines beside the batches that Alma has; they count for nothing there until
    /// `OffCirc.dat` is no longer `length` bytes long. Returns the batch they become.
    pub fn write_archive(
        &self,
        lines: &Lines,
        length: u64,
        desk: &str,
    ) -> Result<PathBuf, PathError> {
        let folder = self.folder(UPLOADED)?;
        let batch = unused(&folder, &batch_name(desk, lines.from, lines.to));
        self.copy(&lines.ranges, &until(&batch, length))?;
        self.sync(&folder)?;
        Ok(batch)
    }

    /// Puts `OffCirc.dat.new` in the place of `OffCirc.dat`.
    pub fn replace(&self) -> Result<(), PathError> {
        let dat = self.dat();
        self.rename(&beside(&dat), &dat)?;
        self.sync(self.data_folder)
    }

    /// Makes `OffCirc.dat` a batch to upload.
    pub fn close(&self, summary: &Summary, desk: &str) -> Result<PathBuf, PathError> {
        let folder = self.folder(UPLOADS)?;
        let batch = unused(&folder, &batch_name(desk, summary.from, summary.to));
        self.rename(&self.dat(), &batch)?;
        self.sync(&folder)?;
        self.sync(self.data_folder)?;
        Ok(batch)
    }

    /// Writes a new batch to upload.
    pub fn write_batch(
        &self,
        transactions: &[Transaction],
        desk: &str,
    ) -> Result<PathBuf, PathError> {
        let folder = self.folder(UPLOADS)?;
        let from = transactions.iter().map(|transaction| transaction.time).min();
        let to = transactions.iter().map(|transaction| transaction.time).max();
        let batch = unused(&folder, &batch_name(desk, from, to));
        let mut bytes = Vec::new();
        for transaction in transactions {
            dat::encode_into(transaction, &mut bytes);
        }
        replace_file(self.disk, &batch, &bytes)?;
        Ok(batch)
    }

    /// Alma has this batch: moves it to the others that it has.
    pub fn uploaded(&self, batch: &Path) -> Result<PathBuf, Refusal> {
        let from = self.data_folder.join(UPLOADS);
        let name = name_in(batch, &from)?;
        let folder = self.folder(UPLOADED)?;
        let moved = unused(&folder, name);
        self.rename(batch, &moved)?;
        self.sync(&folder)?;
        self.sync(&from)?;
        Ok(moved)
    }

    /// Deletes batches that Alma has.
    pub fn delete_uploaded(&self, batches: &[PathBuf]) -> Result<usize, Refusal> {
        let folder = self.data_folder.join(UPLOADED);
        for batch in batches {
            name_in(batch, &folder)?;
        }
        for batch in batches {
            self.disk.remove(batch).context(Operation::Remove, batch)?;
        }
        self.sync(&folder)?;
        Ok(batches.len())
    }

    /// Ends what a crash cut short, in a folder whose `OffCirc.dat` is `length` bytes long.
    pub fn finish(&self, length: u64) -> Result<(), PathError> {
        let new = beside(&self.dat());
        if new.exists() {
            self.disk.remove(&new).context(Operation::Remove, &new)?;
        }
        let folder = self.data_folder.join(UPLOADED);
        for (copy, name, until) in copies(&folder)? {
            match length.cmp(&until) {
                // All of its lines are in OffCirc.dat.
                std::cmp::Ordering::Equal => {
                    self.disk.remove(&copy).context(Operation::Remove, &copy)?;
                }
                std::cmp::Ordering::Less => self.rename(&copy, &unused(&folder, &name))?,
                // Somebody has written to OffCirc.dat: kept for a person to see.
                std::cmp::Ordering::Greater => {
                    let unfinished = self.folder(UNFINISHED)?;
                    self.rename(&copy, &unused(&unfinished, &name))?;
                    self.sync(&unfinished)?;
                }
            }
            self.sync(&folder)?;
        }
        Ok(())
    }

    /// Gives an archive its name, now that `OffCirc.dat` does not hold its lines any more.
    pub fn name_archive(&self, batch: &Path, length: u64) -> Result<(), PathError> {
        self.rename(&until(batch, length), batch)?;
        self.sync(&self.data_folder.join(UPLOADED))
    }

    /// Copies ranges of `OffCirc.dat` to a file, on the disk when this returns.
    fn copy(&self, ranges: &[Range<u64>], to: &Path) -> Result<(), PathError> {
        let dat = self.dat();
        let mut source = self.disk.reader(&dat).context(Operation::Open, &dat)?;
        let mut copy = AppendFile::open(self.disk, to)?;
        if copy.length() > 0 {
            copy.cut(0)?;
        }
        let mut at = 0;
        for range in ranges {
            let skipped = &mut source.by_ref().take(range.start - at);
            io::copy(skipped, &mut io::sink()).context(Operation::Read, &dat)?;
            copy.extend(&mut source.by_ref().take(range.end - range.start))?;
            at = range.end;
        }
        if ranges.is_empty() {
            copy.extend(&mut io::empty())?;
        }
        let wanted: u64 = ranges.iter().map(|range| range.end - range.start).sum();
        if copy.length() == wanted {
            return Ok(());
        }
        let short = io::Error::from(io::ErrorKind::UnexpectedEof);
        Err(PathError { path: dat, operation: Operation::Read, source: short })
    }

    /// A folder in the data folder, made when it is missing.
    fn folder(&self, name: &str) -> Result<PathBuf, PathError> {
        let folder = self.data_folder.join(name);
        self.disk.create_folder(&folder).context(Operation::CreateFolder, &folder)?;
        Ok(folder)
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), PathError> {
        let is_busy = |error: &io::Error| Cause::of(error) == Cause::Busy;
        patiently(|| self.disk.rename(from, to), is_busy).context(Operation::Rename, from)
    }

    fn sync(&self, folder: &Path) -> Result<(), PathError> {
        self.disk.sync_folder(folder).context(Operation::Sync, folder)
    }
}

/// The name of a batch that has to lie in `folder`, however its path is written.
fn name_in<'a>(batch: &'a Path, folder: &Path) -> Result<&'a str, Refusal> {
    let name = batch.file_name().and_then(|name| name.to_str());
    // The system tells folders apart: links, `..`, and the case of letters where it knows none.
    let place = batch.parent().and_then(|parent| parent.canonicalize().ok());
    let is_in = place.is_some_and(|place| folder.canonicalize().is_ok_and(|it| it == place));
    let is_there = is_in && is_dat(batch) && batch.is_file();
    name.filter(|_| is_there).ok_or_else(|| Refusal::NotABatch(batch.to_path_buf()))
}

/// Archives that have not got their names yet: where each is, the name it gets, and the length of
/// the `OffCirc.dat` that still holds its lines.
fn copies(folder: &Path) -> Result<Vec<(PathBuf, String, u64)>, PathError> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        other => other.context(Operation::Read, folder)?,
    };
    let mut copies = Vec::new();
    for entry in entries {
        let path = entry.context(Operation::Read, folder)?.path();
        let parts = path.file_name().and_then(|name| name.to_str()?.rsplit_once(UNTIL));
        if let Some((name, length)) = parts
            && let Ok(length) = length.parse()
        {
            copies.push((path.clone(), name.to_owned(), length));
        }
    }
    Ok(copies)
}

fn until(batch: &Path, length: u64) -> PathBuf {
    let mut name = batch.file_name().unwrap_or_default().to_os_string();
    name.push(format!("{UNTIL}{length}"));
    batch.with_file_name(name)
}

/// The name of a batch: `OffCirc_<desk>_<from>_<to>.dat`.
fn batch_name(desk: &str, from: Option<DeskTime>, to: Option<DeskTime>) -> String {
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

/// A path in the folder for a batch of this name.
fn unused(folder: &Path, name: &str) -> PathBuf {
    output::unused(folder, name.strip_suffix(".dat").unwrap_or(name), ".dat")
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
