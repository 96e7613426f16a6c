//! Reading `OffCirc.dat` beside the work: what it held before, and whether the session is in it.

use std::collections::HashMap;
use std::io::Read;
use std::path::Path;

use super::disk::Disk;
use super::keeper::Earlier;
use super::notice::{EarlierRead, Notice, Verified};
use super::trouble::{Context as _, Operation, PathError, Trouble};
use crate::dat::{Reader, Reading};
use crate::transaction::Transaction;

/// Transactions a notice carries at most: few enough to be taken in between two frames.
const BATCH: usize = 8192;

/// Reads what the file held before the session and tells what is in it.
pub(super) fn tell_earlier(disk: &dyn Disk, path: &Path, part: Earlier, notify: &dyn Fn(Notice)) {
    match earlier(disk, path, part, notify) {
        Ok(read) => notify(Notice::EarlierRead(read)),
        Err(error) => notify(Notice::EarlierUnread(Trouble::from(&error))),
    }
}

fn earlier(
    disk: &dyn Disk,
    path: &Path,
    part: Earlier,
    notify: &dyn Fn(Notice),
) -> Result<EarlierRead, PathError> {
    let source = disk.reader(path).context(Operation::Open, path)?;
    let mut reader = Reader::new(source.take(part.length));
    let mut read = EarlierRead { edition: part.edition, ..EarlierRead::default() };
    let mut batch = Vec::new();
    while let Some(line) = reader.next_line().context(Operation::Read, path)? {
        match line.reading {
            Reading::Blank => {}
            Reading::Transaction { transaction, .. } => {
                read.transactions += 1;
                read.asked += u64::from(line.offset < part.asked);
                batch.push(transaction);
                if batch.len() == BATCH {
                    notify(Notice::Earlier(std::mem::take(&mut batch)));
                }
            }
            Reading::Unreadable(unreadable) => {
                read.unreadable += 1;
                if read.first_unreadable.len() < EarlierRead::MOST_REASONS {
                    read.first_unreadable.push((line.number, unreadable));
                }
            }
        }
    }
    if !batch.is_empty() {
        notify(Notice::Earlier(batch));
    }
    Ok(read)
}

/// Looks for each of the session's transactions behind the first `start` bytes, as often as it was
/// recorded.
pub(super) fn verify(
    disk: &dyn Disk,
    path: &Path,
    start: u64,
    session: &[Transaction],
) -> Result<Verified, PathError> {
    let mut source = disk.reader(path).context(Operation::Open, path)?;
    std::io::copy(&mut source.by_ref().take(start), &mut std::io::sink())
        .context(Operation::Read, path)?;
    let mut reader = Reader::new(source);
    let mut missing: HashMap<&Transaction, usize> = HashMap::new();
    for expected in session {
        *missing.entry(expected).or_default() += 1;
    }
    let mut found = 0;
    while let Some(line) = reader.next_line().context(Operation::Read, path)? {
        if let Reading::Transaction { transaction, .. } = line.reading
            && let Some(times @ 1..) = missing.get_mut(&transaction)
        {
            *times -= 1;
            found += 1;
        }
    }
    Ok(Verified { expected: session.len(), found })
}
