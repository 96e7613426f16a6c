//! The transactions of the session, and how far each has come.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::transaction::{DeskTime, Occurrence, Ticket, Transaction};

/// How far a transaction of the session has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saving {
    /// On its way to the disk.
    Pending,
    /// In `OffCirc.dat`, on the disk.
    Saved,
    /// On the disk, but waiting outside `OffCirc.dat`.
    SetAside,
    /// Nowhere on a disk.
    NotSaved,
    /// It was in `OffCirc.dat`, and the desk took it back.
    TakenBack,
    /// It is in a batch that was closed for upload.
    Closed,
}

/// What of a transaction was typed by hand and not scanned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Typed {
    /// The item.
    pub item: bool,
    /// The borrower.
    pub borrower: bool,
}

/// One transaction and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What happened.
    pub transaction: Transaction,
    /// How far it has come.
    pub saving: Saving,
    /// What of it was typed; nothing, as far as is known, of what was there before the session.
    pub typed: Typed,
}

/// Which row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowId {
    /// A transaction that `OffCirc.dat` held before: its running number, which no other one gets in
    /// this session.
    Earlier(usize),
    /// A transaction of this session.
    Session(Ticket),
}

/// One row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row<'a> {
    /// Which it is.
    pub id: RowId,
    /// What it shows.
    pub entry: &'a Entry,
}

/// All transactions the desk knows: the session's own, and what was there before.
#[derive(Debug, Default)]
pub struct Session {
    entries: Vec<Entry>,
    /// What `OffCirc.dat` held before: saved, or taken back since.
    earlier: Vec<Earlier>,
    /// The number that the next of these gets.
    next_earlier: usize,
    /// All that it held before has been read.
    earlier_is_whole: bool,
    /// The file that held those is closed.
    earlier_is_closed: bool,
    counts: Counts,
    earlier_taken_back: usize,
    latest: Option<DeskTime>,
}

/// A transaction that was there before.
#[derive(Debug)]
struct Earlier {
    /// Its running number; they are in its order.
    number: usize,
    /// It was there when the session began, and has not just moved over: it may have been uploaded.
    is_asked: bool,
    entry: Entry,
}

/// How many transactions of the session are how far.
#[derive(Debug, Default)]
struct Counts([usize; 6]);

impl Counts {
    fn of(&mut self, saving: Saving) -> &mut usize {
        let [pending, saved, set_aside, not_saved, taken_back, closed] = &mut self.0;
        match saving {
            Saving::Pending => pending,
            Saving::Saved => saved,
            Saving::SetAside => set_aside,
            Saving::NotSaved => not_saved,
            Saving::TakenBack => taken_back,
            Saving::Closed => closed,
        }
    }
}

/// Transactions of days before today in `OffCirc.dat`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EarlierDays {
    /// How many.
    pub transactions: usize,
    /// The earliest.
    pub from: DeskTime,
    /// The latest.
    pub to: DeskTime,
    /// The first day that is not one of them.
    pub before: NaiveDate,
}

impl Session {
    /// The transaction with this number, if the session has it.
    #[must_use]
    pub fn entry(&self, ticket: Ticket) -> Option<&Entry> {
        self.entries.get(index(ticket)?)
    }

    /// The transactions of the session, oldest first.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Those from one transaction of the session on.
    #[must_use]
    pub fn since(&self, first: Ticket) -> &[Entry] {
        index(first).and_then(|first| self.entries.get(first..)).unwrap_or_default()
    }

    /// How many transactions of the session are as far as `saving`.
    #[must_use]
    pub fn count(&self, saving: Saving) -> usize {
        let Counts([pending, saved, set_aside, not_saved, taken_back, closed]) = self.counts;
        match saving {
            Saving::Pending => pending,
            Saving::Saved => saved,
            Saving::SetAside => set_aside,
            Saving::NotSaved => not_saved,
            Saving::TakenBack => taken_back,
            Saving::Closed => closed,
        }
    }

    /// How many transactions `OffCirc.dat` holds, as far as it has been read.
    #[must_use]
    pub fn in_file(&self) -> usize {
        self.earlier.len() - self.earlier_taken_back + self.count(Saving::Saved)
    }

    /// The latest time of all transactions, in this session or before it.
    #[must_use]
    pub fn latest(&self) -> Option<DeskTime> {
        self.latest
    }

    /// How many rows the list has.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.entries.len() + self.earlier.len()
    }

    /// Row `number` of the list, counted from 0 with the newest first.
    #[must_use]
    pub fn row(&self, number: usize) -> Option<Row<'_>> {
        let from_end = self.rows().checked_sub(number + 1)?;
        let id = match from_end.checked_sub(self.earlier.len()) {
            Some(index) => RowId::Session(Ticket(index as u64 + 1)),
            None => RowId::Earlier(self.earlier.get(from_end)?.number),
        };
        self.entry_of(id).map(|entry| Row { id, entry })
    }

    /// What a row shows.
    #[must_use]
    pub fn entry_of(&self, row: RowId) -> Option<&Entry> {
        match row {
            RowId::Session(ticket) => self.entry(ticket),
            RowId::Earlier(number) => {
                let earlier = self.earlier.get(self.place_of_earlier(number)?)?;
                Some(&earlier.entry)
            }
        }
    }

    /// The last transaction of the session that has not left it again.
    #[must_use]
    pub fn last(&self) -> Option<RowId> {
        let last = self.entries.iter().rposition(|entry| entry.saving.can_be_taken_back())?;
        Some(RowId::Session(Ticket(last as u64 + 1)))
    }

    /// Whether this row can be taken back: it is in `OffCirc.dat` or on its way there, and it is
    /// known which of equal ones it is.
    #[must_use]
    pub fn can_be_taken_back(&self, row: RowId) -> bool {
        self.knows_what_stands_before()
            && self.entry_of(row).is_some_and(|entry| entry.saving.can_be_taken_back())
    }

    fn knows_what_stands_before(&self) -> bool {
        self.earlier_is_whole || self.earlier_is_closed
    }

    /// The transactions of these rows that can be taken back, in the order of the file, each told
    /// from equal ones there.
    ///
    /// What waits outside the file counts too: it gets there, in its order, before anything is
    /// taken back.
    #[must_use]
    pub fn occurrences(&self, rows: &[RowId]) -> Vec<Occurrence> {
        let rows: HashSet<RowId> =
            rows.iter().copied().filter(|row| self.can_be_taken_back(*row)).collect();
        let meant = rows.iter().filter_map(|row| self.entry_of(*row));
        let mut before: HashMap<&Transaction, usize> =
            meant.map(|entry| (&entry.transaction, 0)).collect();
        let session = (1..).map(|number| RowId::Session(Ticket(number)));
        let earlier = self.earlier.iter().map(|it| (RowId::Earlier(it.number), &it.entry));
        let mut occurrences = Vec::new();
        for (row, entry) in earlier.chain(session.zip(&self.entries)) {
            if entry.saving.can_be_taken_back()
                && let Some(equal) = before.get_mut(&entry.transaction)
            {
                if rows.contains(&row) {
                    let transaction = entry.transaction.clone();
                    occurrences.push(Occurrence { transaction, earlier: *equal });
                }
                *equal += 1;
            }
        }
        occurrences
    }

    /// Transactions that the session has in `OffCirc.dat`, or on their way there.
    pub fn expected_in_file(&self) -> impl Iterator<Item = &Transaction> {
        let left = |entry: &&Entry| !matches!(entry.saving, Saving::TakenBack | Saving::Closed);
        self.entries.iter().filter(left).map(|entry| &entry.transaction)
    }

    /// What `OffCirc.dat` held before the session of days before `today`.
    #[must_use]
    pub fn earlier_days(&self, today: NaiveDate) -> Option<EarlierDays> {
        let times = || {
            let asked = self.earlier.iter().filter(|earlier| earlier.is_asked);
            let there = asked.map(|it| &it.entry).filter(|entry| entry.saving == Saving::Saved);
            there.map(|entry| entry.transaction.time).filter(|time| time.naive().date() < today)
        };
        let (from, to) = (times().min()?, times().max()?);
        Some(EarlierDays { transactions: times().count(), from, to, before: today })
    }

    pub(super) fn add(&mut self, transaction: Transaction, typed: Typed) -> Ticket {
        self.latest = self.latest.max(Some(transaction.time));
        self.entries.push(Entry { transaction, saving: Saving::Pending, typed });
        *self.counts.of(Saving::Pending) += 1;
        Ticket(self.entries.len() as u64)
    }

    pub(super) fn add_earlier(&mut self, transactions: Vec<Transaction>) {
        let latest = transactions.iter().map(|transaction| transaction.time).max();
        self.latest = self.latest.max(latest);
        // The file may have been closed while it was still being read.
        if !self.earlier_is_closed {
            let typed = Typed::default();
            let saved = |transaction| Entry { transaction, saving: Saving::Saved, typed };
            let numbers = self.next_earlier..;
            self.next_earlier += transactions.len();
            let numbered = numbers.zip(transactions.into_iter().map(saved));
            let earlier = numbered.map(|(number, entry)| Earlier { number, is_asked: true, entry });
            self.earlier.extend(earlier);
        }
    }

    /// All is read; of the transactions the first `asked` were there when the session began.
    pub(super) fn earlier_is_whole(&mut self, asked: usize) {
        self.earlier_is_whole = true;
        for moved_over in self.earlier.iter_mut().skip(asked) {
            moved_over.is_asked = false;
        }
    }

    /// `OffCirc.dat` is another file now: what it held before is not what it holds, which is read
    /// anew.
    pub(super) fn file_changed(&mut self) {
        self.forget_earlier(|_| true);
        self.earlier_is_whole = false;
    }

    fn place_of_earlier(&self, number: usize) -> Option<usize> {
        self.earlier.binary_search_by_key(&number, |earlier| earlier.number).ok()
    }

    pub(super) fn set(&mut self, ticket: Ticket, saving: Saving) {
        if let Some(entry) = index(ticket).and_then(|index| self.entries.get_mut(index)) {
            let before = std::mem::replace(&mut entry.saving, saving);
            *self.counts.of(before) -= 1;
            *self.counts.of(saving) += 1;
        }
    }

    pub(super) fn take_back(&mut self, row: RowId) {
        match row {
            RowId::Session(ticket) => self.set(ticket, Saving::TakenBack),
            RowId::Earlier(number) => {
                let place = self.place_of_earlier(number);
                if let Some(earlier) = place.and_then(|place| self.earlier.get_mut(place))
                    && earlier.entry.saving == Saving::Saved
                {
                    earlier.entry.saving = Saving::TakenBack;
                    self.earlier_taken_back += 1;
                }
            }
        }
    }

    /// `OffCirc.dat` has become a batch: what it held leaves the list, except what the session
    /// itself recorded.
    pub(super) fn close_file(&mut self) {
        self.forget_earlier(|_| true);
        self.earlier_is_closed = true;
        for entry in self.entries.iter_mut().filter(|entry| entry.saving == Saving::Saved) {
            entry.saving = Saving::Closed;
            *self.counts.of(Saving::Saved) -= 1;
            *self.counts.of(Saving::Closed) += 1;
        }
    }

    /// Alma has what `OffCirc.dat` held of days before this one.
    pub(super) fn archive(&mut self, before: NaiveDate) {
        self.forget_earlier(|it| it.is_asked && it.entry.transaction.time.naive().date() < before);
    }

    fn forget_earlier(&mut self, goes: impl Fn(&Earlier) -> bool) {
        self.earlier.retain(|earlier| !goes(earlier));
        let taken_back = |earlier: &&Earlier| earlier.entry.saving == Saving::TakenBack;
        self.earlier_taken_back = self.earlier.iter().filter(taken_back).count();
    }
}

impl Saving {
    fn can_be_taken_back(self) -> bool {
        !matches!(self, Self::TakenBack | Self::Closed)
    }
}

fn index(ticket: Ticket) -> Option<usize> {
    usize::try_from(ticket.0).ok()?.checked_sub(1)
}
