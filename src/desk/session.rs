//! The transactions of the session, and how far each has come.

use super::Effect;
use crate::transaction::{DeskTime, Ticket, Transaction};

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
}

/// One transaction of the session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What happened.
    pub transaction: Transaction,
    /// How far it has come.
    pub saving: Saving,
}

/// One row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row<'a> {
    /// A transaction of this session.
    Session(Ticket, &'a Entry),
    /// A transaction that `OffCirc.dat` held before.
    Earlier(&'a Transaction),
}

/// All transactions the desk knows: the session's own, and what was there before.
#[derive(Debug, Default)]
pub struct Session {
    entries: Vec<Entry>,
    earlier: Vec<Transaction>,
    saved: usize,
    set_aside: usize,
    not_saved: usize,
    latest: Option<DeskTime>,
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

    /// How many transactions of the session are as far as `saving`.
    #[must_use]
    pub fn count(&self, saving: Saving) -> usize {
        match saving {
            Saving::Pending => self.entries.len() - self.saved - self.set_aside - self.not_saved,
            Saving::Saved => self.saved,
            Saving::SetAside => self.set_aside,
            Saving::NotSaved => self.not_saved,
        }
    }

    /// How many transactions `OffCirc.dat` holds, as far as it has been read.
    #[must_use]
    pub fn in_file(&self) -> usize {
        self.earlier.len() + self.saved
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
        match from_end.checked_sub(self.earlier.len()) {
            Some(index) => {
                let entry = self.entries.get(index)?;
                Some(Row::Session(Ticket(index as u64 + 1), entry))
            }
            None => self.earlier.get(from_end).map(Row::Earlier),
        }
    }

    pub(super) fn add(&mut self, transaction: Transaction) -> Ticket {
        self.latest = self.latest.max(Some(transaction.time));
        self.entries.push(Entry { transaction, saving: Saving::Pending });
        Ticket(self.entries.len() as u64)
    }

    pub(super) fn add_earlier(&mut self, mut transactions: Vec<Transaction>) -> Vec<Effect> {
        let latest = transactions.iter().map(|transaction| transaction.time).max();
        self.latest = self.latest.max(latest);
        self.earlier.append(&mut transactions);
        Vec::new()
    }

    pub(super) fn set(&mut self, ticket: Ticket, saving: Saving) -> Vec<Effect> {
        if let Some(entry) = index(ticket).and_then(|index| self.entries.get_mut(index)) {
            let before = std::mem::replace(&mut entry.saving, saving);
            if let Some(count) = self.counter(before) {
                *count -= 1;
            }
            if let Some(count) = self.counter(saving) {
                *count += 1;
            }
        }
        Vec::new()
    }

    /// Pending is what is left of all.
    fn counter(&mut self, saving: Saving) -> Option<&mut usize> {
        match saving {
            Saving::Pending => None,
            Saving::Saved => Some(&mut self.saved),
            Saving::SetAside => Some(&mut self.set_aside),
            Saving::NotSaved => Some(&mut self.not_saved),
        }
    }
}

fn index(ticket: Ticket) -> Option<usize> {
    usize::try_from(ticket.0).ok()?.checked_sub(1)
}
