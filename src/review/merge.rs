//! One file of the files of several desks, in order of time.
//!
//! Alma carries the lines of a file out in their order, and refuses what comes after a later
//! action on the same item: transactions of several desks belong in order of time. What happened
//! in the same minute stays in the order of the files given, then of their lines.
//!
//! Nothing is lost: lines that can't be read go, byte for byte, to a file of their own beside the
//! merged one ([`unreadable_path`]). There, before each line, stands a line that says where it was
//! and how many bytes it has; behind a line that has no end stands one that it did not have.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hashbrown::{HashMap, HashSet};

use super::beside::{both, make_and_take};
use super::ledger::{Entry, Ledger};
use super::order::{
    ByBarcode, by_time, entries_step_by_step, entry, gather, in_one_file, in_several_files,
    same_minute,
};
use super::progress::{Progress, Stopped};
use super::source::{ReviewError, UnreadableLine};
use crate::barcode::Barcode;
use crate::dat::{self, Kind};
use crate::store::{self, Context as _, Operation, PathError};
use crate::transaction::DeskTime;

/// Several files as one.
///
/// Entries are told apart by their number, their place in the entries of [`Merge::ledger`].
/// A copy costs little: all copies share the ledger.
#[derive(Debug, Clone)]
pub struct Merge {
    ledger: Arc<Ledger>,
    /// All entries, duplicates too.
    order: Vec<u32>,
    same_minute: Vec<Vec<u32>>,
    duplicates: Vec<Duplicate>,
    left_out: HashSet<u32>,
    conflicts: Vec<Conflict>,
}

/// A transaction that stands in a second file too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duplicate {
    /// The number of the first one.
    pub first: u32,
    /// The number of the one in another file.
    pub second: u32,
}

/// Two entries of different files whose order matters and is not sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conflict {
    /// Why it is not sure.
    pub what: Doubt,
    /// The number of the one that comes first as it stands.
    pub first: u32,
    /// The number of the one behind it.
    pub second: u32,
}

/// What is not sure about two entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// An item was lent at one desk and returned at another in the same minute.
    SameMinute,
    /// An item was lent to one borrower, then at another desk to another, and not returned between.
    TwoBorrowers,
}

/// How much a [`Merge`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// Files that were read.
    pub files: usize,
    /// Transactions that are written.
    pub transactions: usize,
    /// Transactions that stand in another file before.
    pub duplicates: usize,
    /// How many of those are left out.
    pub left_out: usize,
    /// Pairs of entries whose order is not sure.
    pub conflicts: usize,
    /// Lines that can't be read.
    pub unreadable: usize,
}

/// What is written as a line.
struct Line {
    time: DeskTime,
    item: Barcode,
    borrower: Option<Barcode>,
}

/// Why a merge could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The output takes no more.
    #[error(transparent)]
    Output(#[from] io::Error),
    /// Somebody stopped it.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

impl Merge {
    /// Puts the entries of a ledger in order of time. Duplicates are kept.
    ///
    /// # Errors
    ///
    /// Only that somebody stopped it.
    pub fn of(ledger: Ledger, progress: &Progress) -> Result<Self, Stopped> {
        let order = by_time(&ledger);
        let left_out = HashSet::new();
        let (lent_twice, groups) = both(
            || lent_to_two(&ledger, &order, &left_out, progress),
            || same_minute(&ledger, &order, progress),
        );
        let mut same_minute = groups?;
        same_minute.retain(|group| !in_one_file(&ledger, group));
        let duplicates = duplicates(&ledger, &same_minute);
        let conflicts = lent_twice?;
        let ledger = Arc::new(ledger);
        let mut merge = Self { ledger, order, same_minute, duplicates, left_out, conflicts };
        merge.add_conflicts_of_a_minute();
        Ok(merge)
    }

    /// What was merged.
    #[must_use]
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The entry with this number; `None` when there is none.
    #[must_use]
    pub fn entry(&self, number: u32) -> Option<&Entry> {
        self.ledger.entries().get(number as usize)
    }

    /// The numbers of the entries in the order in which they are written, without those that are
    /// left out.
    pub fn order(&self) -> impl Iterator<Item = u32> {
        self.order.iter().copied().filter(|number| self.is_kept(*number))
    }

    /// The transactions that stand in several files, in order of time. Of a transaction that stands
    /// `n` times in the one file and `m` times in the other, the smaller number are duplicates: what
    /// stands twice in one file was scanned twice there.
    #[must_use]
    pub fn duplicates(&self) -> &[Duplicate] {
        &self.duplicates
    }

    /// What somebody should look at, in the order in which it is written. Both entries of a
    /// [`Doubt::SameMinute`] stay in doubt when they are moved: only the desks know.
    #[must_use]
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// Keeps duplicates, or leaves all but the first out.
    ///
    /// # Errors
    ///
    /// Somebody stopped it: then the conflicts are none.
    pub fn keep_duplicates(&mut self, keep: bool, progress: &Progress) -> Result<(), Stopped> {
        self.left_out.clear();
        if !keep {
            self.left_out.extend(self.duplicates.iter().map(|duplicate| duplicate.second));
        }
        self.find_conflicts(progress)
    }

    /// Moves an entry to the place before another, whatever their times.
    ///
    /// # Errors
    ///
    /// Somebody stopped it: then the entry is moved, and the conflicts are none.
    pub fn move_before(
        &mut self,
        number: u32,
        other: u32,
        progress: &Progress,
    ) -> Result<(), Stopped> {
        let place = |order: &[u32], wanted| order.iter().position(|number| *number == wanted);
        if number != other
            && let Some(from) = place(&self.order, number)
            && let Some(to) = place(&self.order, other)
        {
            self.order.remove(from);
            self.order.insert(if from < to { to - 1 } else { to }, number);
        }
        self.find_conflicts(progress)
    }

    /// How much it is.
    #[must_use]
    pub fn summary(&self) -> Summary {
        Summary {
            files: self.ledger.sources().len(),
            transactions: self.order.len() - self.left_out.len(),
            duplicates: self.duplicates.len(),
            left_out: self.left_out.len(),
            conflicts: self.conflicts.len(),
            unreadable: self.ledger.unreadable().len(),
        }
    }

    /// Writes the transactions in the strict layout.
    ///
    /// # Errors
    ///
    /// The output takes no more, or somebody stopped it.
    pub fn write(&self, out: &mut dyn Write, progress: &Progress) -> Result<(), WriteError> {
        // So much that it goes to the disk as it is, without another buffer.
        const BLOCK: usize = 256 * 1024;
        let mut block = Vec::new();
        // Neighbours are often of the same minute.
        let mut minute = (None, Default::default());
        progress.expect(self.ledger.sources().iter().map(|source| source.bytes).sum());
        make_and_take(
            |hand_over| self.gather_lines(hand_over),
            |lines: Vec<Line>| -> Result<(), WriteError> {
                for Line { time, item, borrower } in &lines {
                    if minute.0 != Some(*time) {
                        minute = (Some(*time), dat::digits(*time));
                    }
                    dat::encode_parts(&minute.1, item, borrower.as_ref(), &mut block);
                }
                if block.len() >= BLOCK {
                    out.write_all(&block)?;
                    progress.advance(block.len() as u64)?;
                    block.clear();
                }
                Ok(())
            },
        )?;
        out.write_all(&block)?;
        Ok(progress.advance(block.len() as u64)?)
    }

    /// Writes the merged file to `path`, and the lines that can't be read beside it: both are there
    /// whole, or the merged one is not there and what was there before is untouched. `head` says in
    /// a line where a line was that can't be read.
    ///
    /// # Errors
    ///
    /// A file can't be written, a file that was read has changed, or somebody stopped it.
    pub fn write_files(
        &self,
        path: &Path,
        head: &dyn Fn(&UnreadableLine) -> String,
        progress: &Progress,
    ) -> Result<(), ReviewError> {
        store::write_file(path, |out| {
            self.write(out, progress).map_err(|error| match error {
                WriteError::Stopped(stopped) => stopped.into(),
                WriteError::Output(error) => at(path, Operation::Write, error),
            })?;
            if self.ledger.unreadable().is_empty() {
                return Ok(());
            }
            let beside = unreadable_path(path);
            store::write_file(&beside, |out| self.write_unreadable(out, &beside, head, progress))
        })
    }

    /// Fetches what is to be written from all over the memory, and hands it over.
    fn gather_lines(
        &self,
        hand_over: &mut dyn FnMut(Vec<Line>) -> Result<(), Stopped>,
    ) -> Result<(), Stopped> {
        const LINES: usize = 1024;
        let order: Vec<u32> = self.order().collect();
        let barcode = |id| self.ledger.barcode(id).clone();
        for numbers in order.chunks(LINES) {
            let entries = gather(&self.ledger, numbers).into_iter();
            let lines = entries.map(|(_, Entry { time, item, borrower, .. })| Line {
                time,
                item: barcode(item),
                borrower: borrower.map(barcode),
            });
            hand_over(lines.collect())?;
        }
        Ok(())
    }

    fn write_unreadable(
        &self,
        out: &mut dyn Write,
        path: &Path,
        head: &dyn Fn(&UnreadableLine) -> String,
        progress: &Progress,
    ) -> Result<(), ReviewError> {
        let lines = self.ledger.unreadable();
        for lines in lines.chunk_by(|one, other| one.source == other.source) {
            let source =
                lines.first().and_then(|l| self.ledger.sources().get(usize::from(l.source)));
            let Some(source) = source else { continue };
            let from = &source.path;
            let mut file = source.open_again()?;
            for line in lines {
                progress.expect(line.length);
                write!(out, "{}\r\n", head(line)).context(Operation::Write, path)?;
                copy(&mut file, line, out, path, from)?;
                progress.advance(line.length)?;
            }
            source.is_still_there()?;
        }
        Ok(())
    }

    fn is_kept(&self, number: u32) -> bool {
        !self.left_out.contains(&number)
    }

    fn find_conflicts(&mut self, progress: &Progress) -> Result<(), Stopped> {
        self.conflicts.clear();
        self.conflicts = lent_to_two(&self.ledger, &self.order, &self.left_out, progress)?;
        self.add_conflicts_of_a_minute();
        self.turn_moved_pairs();
        Ok(())
    }

    /// Of a pair in one minute, the one that somebody moved before the other is its first now.
    fn turn_moved_pairs(&mut self) {
        let pairs = self.conflicts.iter();
        let mut places: HashMap<u32, usize> =
            pairs.flat_map(|pair| [(pair.first, 0), (pair.second, 0)]).collect();
        for (place, number) in self.order.iter().enumerate() {
            if let Some(known) = places.get_mut(number) {
                *known = place;
            }
        }
        for pair in &mut self.conflicts {
            let moved = places.get(&pair.first) > places.get(&pair.second);
            if pair.what == Doubt::SameMinute && moved {
                std::mem::swap(&mut pair.first, &mut pair.second);
            }
        }
    }

    fn add_conflicts_of_a_minute(&mut self) {
        let groups = self.same_minute.iter();
        let found: Vec<_> =
            groups.filter_map(|group| self.lent_here_returned_there(group)).collect();
        self.conflicts.extend(found);
        self.conflicts.sort_by_cached_key(|conflict| entry(&self.ledger, conflict.second).time);
    }

    /// A loan and a return of an item in one minute at different desks.
    fn lent_here_returned_there(&self, group: &[u32]) -> Option<Conflict> {
        let of = |kind| {
            let kept = group.iter().copied().filter(|number| self.is_kept(*number));
            kept.filter(move |number| entry(&self.ledger, *number).kind == kind)
        };
        let elsewhere = |one: u32, other: &u32| {
            entry(&self.ledger, one).source != entry(&self.ledger, *other).source
        };
        let (loan, returned) = (of(Kind::Loan).next()?, of(Kind::Return).next()?);
        // If the first loan and all returns are of one file, another loan may be of another.
        let pair = of(Kind::Return).find(|other| elsewhere(loan, other)).map(|other| (loan, other));
        let pair = pair.or_else(|| {
            of(Kind::Loan).find(|other| elsewhere(returned, other)).map(|other| (other, returned))
        });
        let (loan, returned) = pair?;
        let (first, second) = (loan.min(returned), loan.max(returned));
        Some(Conflict { what: Doubt::SameMinute, first, second })
    }
}

/// Where the lines go that can't be read, when the merged file goes to `out`.
#[must_use]
pub fn unreadable_path(out: &Path) -> PathBuf {
    let mut name = out.file_stem().unwrap_or_default().to_os_string();
    name.push("-unreadable.txt");
    out.with_file_name(name)
}

/// Loans of an item to two borrowers at different desks, not returned between, in this order.
fn lent_to_two(
    ledger: &Ledger,
    order: &[u32],
    left_out: &HashSet<u32>,
    progress: &Progress,
) -> Result<Vec<Conflict>, Stopped> {
    let mut conflicts = Vec::new();
    // The number of each item's latest loan that is not returned, counted from 1.
    let mut lent: ByBarcode<u32> = ByBarcode::new(ledger);
    entries_step_by_step(ledger, order, progress, |number, this| {
        if left_out.contains(&number) {
            return;
        }
        if this.kind == Kind::Return {
            *lent.of(this.item) = 0;
            return;
        }
        let before = std::mem::replace(lent.of(this.item), number + 1);
        if let Some(first) = before.checked_sub(1) {
            let before = entry(ledger, first);
            if before.source != this.source && before.borrower != this.borrower {
                conflicts.push(Conflict { what: Doubt::TwoBorrowers, first, second: number });
            }
        }
    })?;
    Ok(conflicts)
}

fn duplicates(ledger: &Ledger, same_minute: &[Vec<u32>]) -> Vec<Duplicate> {
    let mut duplicates = Vec::new();
    for same in in_several_files(ledger, same_minute) {
        // How often it stands there, in the file where it stands most often until now.
        let mut firsts: Vec<u32> = Vec::new();
        for of_a_file in same.chunk_by(|a, b| entry(ledger, *a).source == entry(ledger, *b).source)
        {
            let known = firsts.iter().zip(of_a_file);
            duplicates.extend(known.map(|(&first, &second)| Duplicate { first, second }));
            firsts.extend(of_a_file.iter().skip(firsts.len()));
        }
    }
    duplicates.sort_by_key(|duplicate| (entry(ledger, duplicate.second).time, duplicate.second));
    duplicates
}

/// Copies a line of `file` byte for byte, and ends it if it has no end.
fn copy(
    file: &mut File,
    line: &UnreadableLine,
    out: &mut dyn Write,
    path: &Path,
    from: &Path,
) -> Result<(), ReviewError> {
    const BLOCK: usize = 64 * 1024;
    file.seek(SeekFrom::Start(line.offset)).context(Operation::Read, from)?;
    let mut rest = file.take(line.length);
    let mut block = vec![0; BLOCK];
    let mut last = None;
    let mut copied = 0;
    loop {
        let read = rest.read(&mut block).context(Operation::Read, from)?;
        let bytes = block.get(..read).unwrap_or_default();
        let Some(byte) = bytes.last() else { break };
        last = Some(*byte);
        copied += read as u64;
        out.write_all(bytes).context(Operation::Write, path)?;
    }
    if copied < line.length {
        return Err(ReviewError::Changed { path: from.to_path_buf() });
    }
    if last != Some(b'\n') {
        out.write_all(b"\r\n").context(Operation::Write, path)?;
    }
    Ok(())
}

fn at(path: &Path, operation: Operation, source: io::Error) -> ReviewError {
    PathError { path: path.to_path_buf(), operation, source }.into()
}
