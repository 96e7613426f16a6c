//! What Alma would stumble over, and what a person should know, before files are uploaded.

use chrono::{Datelike as _, NaiveDateTime, TimeDelta, Timelike as _};
use hashbrown::HashMap;

use super::ledger::{Entry, Ledger};
use super::order::{ByBarcode, by_time, entry, in_several_files, same_minute, step_by_step};
use super::progress::{Progress, Stopped};
use crate::dat::Kind;
use crate::store;

mod what;

pub use what::{Finding, Role, Severity, What};

/// Clocks differ: so much in the future is now.
const TOLERATED: TimeDelta = TimeDelta::minutes(5);
/// The same scan again within this is a double scan.
const DOUBLE_SCAN: TimeDelta = TimeDelta::minutes(2);

/// What files are checked against.
pub struct Context<'a> {
    /// The local time.
    pub now: NaiveDateTime,
    /// Whether this local time is there twice, because the clock is set back in it. Asked at most
    /// once for each hour of a file.
    pub set_back: &'a dyn Fn(NaiveDateTime) -> bool,
    /// The desk at which whoever uploads is signed in, if it has a name.
    pub desk: Option<&'a str>,
}

/// What is to be said about the files, in the order of files, then of lines; the gravest of a line
/// first. Each file is a sequence of its own: only that a line stands in another file too goes
/// over the borders of files. Of the same kind there is at most one for a line.
///
/// # Errors
///
/// Only that somebody stopped it.
pub fn check(
    ledger: &Ledger,
    context: &Context<'_>,
    progress: &Progress,
) -> Result<Vec<Finding>, Stopped> {
    let mut findings = Vec::new();
    for line in ledger.unreadable() {
        let what = What::Unreadable(line.why);
        findings.push(Finding { source: line.source, line: line.line, what });
    }
    whole_files(ledger, context, &mut findings);
    let mut lines = Lines { context, hours: HashMap::new(), previous: None, findings: Vec::new() };
    step_by_step(ledger.entries(), progress, |this| lines.look_at(&this))?;
    findings.append(&mut lines.findings);
    items(ledger, progress, &mut findings)?;
    confused(ledger, progress, &mut findings)?;
    if ledger.sources().len() > 1 {
        in_other_files(ledger, progress, &mut findings)?;
    }
    findings.sort_by(|one, other| one.order().cmp(&other.order()));
    findings.dedup_by(|next, one| one.order() == next.order());
    Ok(findings)
}

/// What is to be said of whole files.
fn whole_files(ledger: &Ledger, context: &Context<'_>, findings: &mut Vec<Finding>) {
    let entries = ledger.entries();
    for (source, file) in (0..).zip(ledger.sources()) {
        let mut add = |line, what| findings.push(Finding { source, line, what });
        let first = entries.partition_point(|entry| entry.source < source);
        if entries.get(first).is_none_or(|entry| entry.source != source) {
            add(1, What::Empty);
        }
        if !file.ended {
            add(file.lines, What::NoLineEnd);
        }
        if file.has_mark {
            add(1, What::ByteOrderMark);
        }
        if let Some(line) = file.odd_end {
            add(line, What::LineEnd);
        }
        if let Some(here) = context.desk
            && let Some(desk) = file.path.file_name().and_then(|name| desk_of(name.to_str()?))
            && desk.to_lowercase() != store::desk_in_names(here).to_lowercase()
        {
            add(1, What::OtherDesk { desk: desk.into() });
        }
    }
}

/// The desk in the name of a batch, `OffCirc_<desk>_<from>_<to>.dat`.
fn desk_of(name: &str) -> Option<&str> {
    let parts = name.strip_suffix(".dat")?.strip_prefix("OffCirc_")?;
    let mut parts = parts.split('_');
    let (desk, _from, _to) = (parts.next()?, parts.next()?, parts.next()?);
    (!desk.is_empty()).then_some(desk)
}

/// Looks at lines, one after the other.
struct Lines<'a> {
    context: &'a Context<'a>,
    /// Whether the clock is set back in an hour, as far as it was asked.
    hours: HashMap<NaiveDateTime, bool>,
    previous: Option<Entry>,
    findings: Vec<Finding>,
}

impl Lines<'_> {
    fn look_at(&mut self, this: &Entry) {
        let (source, line, time) = (this.source, this.line, this.time);
        let set_back = self.is_set_back(time.naive());
        let previous = self.previous.replace(*this).filter(|previous| previous.source == source);
        let mut add = |what| self.findings.push(Finding { source, line, what });
        if let Some(column) = this.shifted {
            add(What::BorrowerColumn { column });
        }
        if this.borrower == Some(this.item) {
            add(What::SameBarcode { barcode: this.item });
        }
        if let Some(previous) = previous
            && time < previous.time
        {
            add(What::TimeBack { time, previous: previous.time, other: previous.line });
        }
        if time.naive() - self.context.now > TOLERATED {
            add(What::Future { time });
        }
        if time.naive().year() < 2000 {
            add(What::LongAgo { time });
        }
        if set_back {
            add(What::SetBack { time });
        }
    }

    fn is_set_back(&mut self, time: NaiveDateTime) -> bool {
        // Where the clock is set back by half an hour, that is the last half of an hour.
        let Some(last_minute) = time.with_minute(59) else { return false };
        *self.hours.entry(last_minute).or_insert_with(|| (self.context.set_back)(last_minute))
    }
}

/// What was done with each item, one after the other.
fn items(ledger: &Ledger, progress: &Progress, findings: &mut Vec<Finding>) -> Result<(), Stopped> {
    // The number of each item's latest entry, counted from 1.
    let mut latest: ByBarcode<u32> = ByBarcode::new(ledger);
    let mut count = 0;
    step_by_step(ledger.entries(), progress, |this| {
        count += 1;
        let before = std::mem::replace(latest.of(this.item), count);
        let Some(before) = before.checked_sub(1) else { return };
        let before = entry(ledger, before);
        if before.source == this.source
            && let Some(pair) = pair(before, &this)
        {
            findings.extend(pair);
        }
    })
}

/// What is to be said of two lines of a file that are about the same item, one behind the other.
fn pair(before: &Entry, this: &Entry) -> Option<[Finding; 2]> {
    let item = this.item;
    let same = before.kind == this.kind && before.borrower == this.borrower;
    let apart = (this.time.naive() - before.time.naive()).abs();
    let finding = |of: &Entry, what| Finding { source: of.source, line: of.line, what };
    let both = |what: &dyn Fn(&Entry, &Entry) -> What| {
        Some([finding(before, what(before, this)), finding(this, what(this, before))])
    };
    match (before.kind, this.kind) {
        _ if same && apart <= DOUBLE_SCAN => {
            both(&|_, other| What::DoubleScan { item, other: other.line })
        }
        (Kind::Return, Kind::Return) => {
            both(&|_, other| What::ReturnedTwice { item, other: other.line })
        }
        (Kind::Loan, Kind::Return) => {
            both(&|of, other| What::LentAndReturned { item, here: of.kind, other: other.line })
        }
        // The borrower who has it: a renewal.
        (Kind::Loan, Kind::Loan) if same => None,
        (Kind::Loan, Kind::Loan) => both(&|_, other| What::LentTwice {
            item,
            // A loan has a borrower.
            borrower: other.borrower.unwrap_or(item),
            other: other.line,
        }),
        (Kind::Return, Kind::Loan) => None,
    }
}

/// Where a barcode was first seen in a file: numbers of entries, counted from 1.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    as_item: u32,
    as_borrower: u32,
}

/// Barcodes that are an item in one line of a file and a borrower in another.
///
/// A line with the same barcode in both places says nothing about which of them it is.
fn confused(
    ledger: &Ledger,
    progress: &Progress,
    findings: &mut Vec<Finding>,
) -> Result<(), Stopped> {
    let mut seen: ByBarcode<Seen> = ByBarcode::new(ledger);
    let mut count = 0;
    for file in ledger.entries().chunk_by(|one, other| one.source == other.source) {
        let before_file = count;
        let mut found = false;
        step_by_step(file, progress, |this| {
            count += 1;
            if this.borrower == Some(this.item) {
                return;
            }
            let mut see = |barcode, place: fn(&mut Seen) -> &mut u32| {
                let seen = seen.of(barcode);
                if *place(seen) <= before_file {
                    *place(seen) = count;
                }
                found |= seen.as_item.min(seen.as_borrower) > before_file;
            };
            see(this.item, |seen| &mut seen.as_item);
            if let Some(borrower) = this.borrower {
                see(borrower, |seen| &mut seen.as_borrower);
            }
        })?;
        if !found {
            continue;
        }
        for this in file.iter().filter(|this| this.borrower != Some(this.item)) {
            let mut add = |barcode, here, number: u32| {
                if number > before_file {
                    let other = entry(ledger, number - 1).line;
                    let what = What::ItemAsBorrower { barcode, here, other };
                    findings.push(Finding { source: this.source, line: this.line, what });
                }
            };
            if let Some(borrower) = this.borrower {
                add(borrower, Role::Borrower, seen.of(borrower).as_item);
            }
            add(this.item, Role::Item, seen.of(this.item).as_borrower);
        }
    }
    Ok(())
}

/// Lines that stand in another of the files too.
fn in_other_files(
    ledger: &Ledger,
    progress: &Progress,
    findings: &mut Vec<Finding>,
) -> Result<(), Stopped> {
    let groups = same_minute(ledger, &by_time(ledger), progress)?;
    for same in in_several_files(ledger, &groups) {
        let mut entries = same.iter().map(|number| entry(ledger, *number));
        let Some(first) = entries.next() else { continue };
        let Some(elsewhere) = entries.find(|other| other.source != first.source) else { continue };
        findings.extend(same.iter().map(|number| {
            let Entry { source, line, .. } = *entry(ledger, *number);
            let other = if source == first.source { elsewhere } else { first };
            let what = What::InOtherFile { source: other.source, other: other.line };
            Finding { source, line, what }
        }));
    }
    Ok(())
}
