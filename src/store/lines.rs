//! Which lines of `OffCirc.dat` leave it.

use std::collections::HashMap;
use std::io::Read as _;
use std::ops::Range;
use std::path::Path;

use chrono::NaiveDate;

use super::disk::Disk;
use super::notice::Refusal;
use super::trouble::{Context as _, Operation, PathError};
use crate::dat::{Reader, Reading};
use crate::transaction::{DeskTime, Occurrence, Transaction};

/// Lines of a file of transactions.
#[derive(Default)]
pub(super) struct Lines {
    /// Where they stand, in order; neighbours are one range.
    pub ranges: Vec<Range<u64>>,
    /// How many transactions they are.
    pub transactions: u64,
    /// The earliest time.
    pub from: Option<DeskTime>,
    /// The latest time.
    pub to: Option<DeskTime>,
}

impl Lines {
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

    /// What is left of the first `length` bytes without them.
    pub fn rest(&self, length: u64) -> Vec<Range<u64>> {
        let starts = std::iter::once(0).chain(self.ranges.iter().map(|range| range.end));
        let ends = self.ranges.iter().map(|range| range.start).chain([length]);
        starts.zip(ends).map(|(start, end)| start..end).collect()
    }

    /// The lines of these transactions among the first `length` bytes of a file.
    pub fn of(
        chosen: &[Occurrence],
        disk: &dyn Disk,
        path: &Path,
        length: u64,
    ) -> Result<Self, Refusal> {
        let mut places: HashMap<&Transaction, Vec<Range<u64>>> =
            chosen.iter().map(|one| (&one.transaction, Vec::new())).collect();
        for_each_line(disk, path, length, |line, reading| {
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
        let mut lines = Self::default();
        for (place, time) in found {
            lines.add(place, Some(time));
        }
        Ok(lines)
    }

    /// The lines of days before `day` among the first `length` bytes. A line that can't be read
    /// goes with the one before it.
    pub fn before(
        day: NaiveDate,
        disk: &dyn Disk,
        path: &Path,
        length: u64,
    ) -> Result<Self, PathError> {
        let mut lines = Self::default();
        let mut goes = true;
        let mut unread = Vec::new();
        for_each_line(disk, path, length, |line, reading| {
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
        Ok(lines)
    }
}

fn for_each_line(
    disk: &dyn Disk,
    path: &Path,
    length: u64,
    mut each: impl FnMut(Range<u64>, Reading),
) -> Result<(), PathError> {
    let source = disk.reader(path).context(Operation::Open, path)?;
    let mut reader = Reader::new(source.take(length));
    while let Some(line) = reader.next_line().context(Operation::Read, path)? {
        each(line.offset..line.offset + line.length, line.reading);
    }
    Ok(())
}
