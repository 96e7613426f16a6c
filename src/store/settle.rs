//! What has become of transactions whose writing was tried and not confirmed.

use std::collections::{HashMap, VecDeque};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::append::AppendFile;
use super::batch::is_dat;
use super::disk::Disk;
use super::mend::is_original;
use super::names::{DAT, UPLOADED, UPLOADS};
use super::place::Place;
use super::recover::complete_length;
use super::trouble::{Context as _, Operation, PathError};
use crate::dat::Reader;

/// Transactions that were tried, and where.
#[derive(Debug, Clone, Default)]
pub(super) struct Attempt {
    /// Where `OffCirc.dat` ended before; none if none of them was tried.
    pub place: Option<Place>,
    /// Their lines, in order.
    pub records: Vec<Vec<u8>>,
    /// Lines that stood behind the place before any of them.
    pub others: Vec<Vec<u8>>,
}

/// What was found of an attempt.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Settled {
    /// Of each record, whether it stands in `OffCirc.dat` or in a batch.
    pub stands: Vec<bool>,
    /// How many bytes of `OffCirc.dat` stand before the first of them.
    pub first: Option<u64>,
    /// Those that stand in `OffCirc.dat`, each with the offset at which it was read.
    pub found: Vec<(u64, Vec<u8>)>,
    /// Whether the file in which they were tried was found. If not, those that do not stand
    /// anywhere may stand in a file that somebody took away or changed.
    pub is_known: bool,
}

/// Looks for the records of an attempt behind its place, in `OffCirc.dat` and in every batch it may
/// have become, and takes off the end of `OffCirc.dat` what was written of one of them: all of it
/// waits.
pub(super) fn settle(
    disk: &dyn Disk,
    data_folder: &Path,
    dat: &mut AppendFile,
    attempt: &Attempt,
) -> Result<Settled, PathError> {
    let nothing = vec![false; attempt.records.len()];
    let mut settled = Settled { stands: nothing, first: None, found: Vec::new(), is_known: true };
    let Some(place) = attempt.place.filter(|_| !attempt.records.is_empty()) else {
        return Ok(settled);
    };
    // Equal records are told apart by their order alone: the first one found is the first one.
    let mut missing: HashMap<&[u8], VecDeque<usize>> = HashMap::new();
    for (number, record) in attempt.records.iter().enumerate() {
        missing.entry(trim_end(record)).or_default().push_back(number);
    }
    settled.is_known = false;
    let mut files = vec![dat.path().to_path_buf()];
    files.extend(batches(disk, data_folder)?.into_iter().filter(|path| path != dat.path()));
    for path in files {
        let source = match behind(disk, &path, place) {
            // One batch that can't be read keeps nobody from recording; it is not known to be the one.
            Err(_) if path != dat.path() => None,
            other => other?,
        };
        let Some(source) = source else { continue };
        settled.is_known = true;
        let mut others: HashMap<&[u8], usize> = HashMap::new();
        for line in &attempt.others {
            *others.entry(trim_end(line)).or_default() += 1;
        }
        let mut lines = Reader::new(source);
        while let Some(line) = lines.next_line().context(Operation::Read, &path)? {
            if let Some(left) = others.get_mut(trim_end(line.bytes)).filter(|left| **left > 0) {
                *left -= 1;
                continue;
            }
            let number = missing.get_mut(trim_end(line.bytes)).filter(|_| line.end.is_some());
            let Some(number) = number.and_then(VecDeque::pop_front) else { continue };
            if let Some(stands) = settled.stands.get_mut(number) {
                *stands = true;
            }
            if path == dat.path() {
                let from = place.length + line.offset;
                settled.first.get_or_insert(from);
                let record = attempt.records.get(number).cloned().unwrap_or_default();
                // With another end somebody else has written it.
                if line.length == record.len() as u64 {
                    settled.found.push((from, record));
                }
            }
        }
    }
    cut_own_end(dat, attempt, &settled)?;
    Ok(settled)
}

/// A line without its end.
fn trim_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// The part of a file behind a place, if it has that place.
fn behind(
    disk: &dyn Disk,
    path: &Path,
    place: Place,
) -> Result<Option<Box<dyn Read + Send>>, PathError> {
    let mut source = disk.reader(path).context(Operation::Open, path)?;
    let there = Place::read(&mut source, place.length).context(Operation::Read, path)?;
    Ok((there == place).then_some(source))
}

/// Whether a file begins with what stands before a place.
pub(super) fn has_place(disk: &dyn Disk, path: &Path, place: Place) -> Result<bool, PathError> {
    Ok(behind(disk, path, place)?.is_some())
}

/// All files of a data folder that may have been `OffCirc.dat`: the batches, as they were before
/// they were mended too, and what somebody renamed by hand.
pub(super) fn batches(disk: &dyn Disk, data_folder: &Path) -> Result<Vec<PathBuf>, PathError> {
    let own = disk.names(data_folder).context(Operation::Read, data_folder)?;
    // What can't be read there is told where batches are listed, and keeps nobody from recording.
    let of = |name: &str| disk.names(&data_folder.join(name)).unwrap_or_default();
    let mut files = Vec::new();
    for (name, names) in [("", own), (UPLOADS, of(UPLOADS)), (UPLOADED, of(UPLOADED))] {
        let folder = data_folder.join(name);
        let paths = names.into_iter().map(|name| folder.join(name));
        let is_other = |path: &PathBuf| *path != data_folder.join(DAT);
        files.extend(paths.filter(|path| is_other(path) && (is_dat(path) || is_original(path))));
    }
    Ok(files)
}

/// Takes the beginning of a record that waits off the end of the file.
fn cut_own_end(
    dat: &mut AppendFile,
    attempt: &Attempt,
    settled: &Settled,
) -> Result<(), PathError> {
    let complete = complete_length(dat)?;
    let end = dat.read(complete, attempt.records.iter().map(Vec::len).max().unwrap_or(0))?;
    let waits = |record: &Vec<u8>| record.len() > end.len() && record.starts_with(&end);
    let records = attempt.records.iter().zip(&settled.stands);
    let is_own = records.filter(|(_, stands)| !**stands).any(|(record, _)| waits(record));
    if !end.is_empty() && is_own { dat.cut(complete) } else { Ok(()) }
}
