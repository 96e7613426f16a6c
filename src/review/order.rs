//! What the modules of [`super`] ask of a ledger's entries: their order of time, and which of them
//! stand together in a minute.
//!
//! Entries are told apart by their number, their place in [`Ledger::entries`].

use super::barcodes::BarcodeId;
use super::ledger::{Entry, Ledger};
use super::progress::{Progress, Stopped};

/// Entries between two looks at [`Progress`]: so few that they stay in the processor's cache.
const STEP: usize = 1024;

/// Something for each barcode of a ledger.
pub(super) struct ByBarcode<T>(Vec<T>);

impl<T: Clone + Default> ByBarcode<T> {
    pub(super) fn new(ledger: &Ledger) -> Self {
        Self(vec![T::default(); ledger.barcode_count()])
    }

    /// That of a barcode.
    #[expect(clippy::indexing_slicing, reason = "it has a place for every barcode of its ledger")]
    pub(super) fn of(&mut self, id: BarcodeId) -> &mut T {
        &mut self.0[id.index()]
    }
}

/// The entry with this number.
#[expect(clippy::indexing_slicing, reason = "numbers are made of a ledger's own entries")]
pub(super) fn entry(ledger: &Ledger, number: u32) -> &Entry {
    &ledger.entries()[number as usize]
}

/// Goes through `items` and says how far it is.
pub(super) fn step_by_step<T: Copy>(
    items: &[T],
    progress: &Progress,
    mut each: impl FnMut(T),
) -> Result<(), Stopped> {
    progress.expect(items.len() as u64);
    for step in items.chunks(STEP) {
        step.iter().copied().for_each(&mut each);
        progress.advance(step.len() as u64)?;
    }
    Ok(())
}

/// The entries with these numbers. Together they come from memory in a fraction of the time that
/// they take one by one, between other work.
pub(super) fn gather(ledger: &Ledger, numbers: &[u32]) -> Vec<(u32, Entry)> {
    numbers.iter().map(|number| (*number, *entry(ledger, *number))).collect()
}

/// Goes through the entries with these numbers and says how far it is.
pub(super) fn entries_step_by_step(
    ledger: &Ledger,
    numbers: &[u32],
    progress: &Progress,
    mut each: impl FnMut(u32, &Entry),
) -> Result<(), Stopped> {
    progress.expect(numbers.len() as u64);
    for step in numbers.chunks(STEP) {
        for (number, entry) in gather(ledger, step) {
            each(number, &entry);
        }
        progress.advance(step.len() as u64)?;
    }
    Ok(())
}

/// The numbers of the entries in order of time; what is of the same minute stays in the order of
/// files, then of lines.
pub(super) fn by_time(ledger: &Ledger) -> Vec<u32> {
    // Minute and number in one integer sort several times as fast as the two beside each other.
    // There is room: from the year 0 to 9999 there are fewer than 2^33 minutes, and a ledger of
    // 2^31 entries fits no memory.
    const NUMBER: u32 = 31;
    /// The first minute of the year 0, counted from 1970.
    const YEAR_0: i64 = -719_528 * 24 * 60;
    let minute = |entry: &Entry| entry.time.naive().and_utc().timestamp().div_euclid(60);
    let mut keys: Vec<u64> = (0_u64..)
        .zip(ledger.entries())
        .map(|(number, entry)| minute(entry).abs_diff(YEAR_0) << NUMBER | number)
        .collect();
    keys.sort_unstable();
    keys.into_iter().map(|key| (key & ((1 << NUMBER) - 1)) as u32).collect()
}

/// Groups of entries of the same item in the same minute, each in the order of [`by_time`], which
/// is `order`. Most entries are in none: nothing else was done with their item in their minute.
pub(super) fn same_minute(
    ledger: &Ledger,
    order: &[u32],
    progress: &Progress,
) -> Result<Vec<Vec<u32>>, Stopped> {
    // The place of each item's latest entry in the order, counted from 1.
    let mut latest: ByBarcode<usize> = ByBarcode::new(ledger);
    let mut minute = None;
    let (mut place, mut minute_starts) = (0, 0);
    let mut several = Vec::new();
    entries_step_by_step(ledger, order, progress, |number, this| {
        if minute.replace(this.time) != Some(this.time) {
            minute_starts = place;
        }
        place += 1;
        let before = std::mem::replace(latest.of(this.item), place);
        if before > minute_starts {
            several.extend(order.get(before - 1));
            several.push(number);
        }
    })?;
    let key = |number: u32| (entry(ledger, number).time, entry(ledger, number).item);
    several.sort_unstable_by_key(|number| (key(*number), *number));
    several.dedup();
    Ok(several.chunk_by(|one, other| key(*one) == key(*other)).map(<[u32]>::to_vec).collect())
}

/// Groups of entries that are the same transaction and stand in different files, each in the order
/// of files, then of lines. `groups` are those of [`same_minute`].
pub(super) fn in_several_files(ledger: &Ledger, groups: &[Vec<u32>]) -> Vec<Vec<u32>> {
    let mut found = Vec::new();
    for group in groups {
        let mut group = group.clone();
        group.sort_by_key(|number| entry(ledger, *number).borrower);
        let same = group
            .chunk_by(|one, other| entry(ledger, *one).borrower == entry(ledger, *other).borrower);
        found.extend(same.filter(|same| !in_one_file(ledger, same)).map(<[u32]>::to_vec));
    }
    found
}

/// Whether all these entries stand in the same file.
pub(super) fn in_one_file(ledger: &Ledger, numbers: &[u32]) -> bool {
    let mut sources = numbers.iter().map(|number| entry(ledger, *number).source);
    let first = sources.next();
    sources.all(|source| Some(source) == first)
}
