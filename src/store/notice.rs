//! What the store tells whoever started it.

use super::lock::Holder;
use super::recover::Recovered;
use super::spool::Elsewhere;
use super::trouble::Trouble;
use crate::dat::Unreadable;
use crate::transaction::{Ticket, Transaction};

/// Something the store has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Another window has the folder; nothing was opened and nothing will be written.
    InUse(Holder),
    /// The data folder is open: for the first time, or again after it had failed.
    Opened,
    /// A crash had cut a transaction short; it has to be scanned again.
    Recovered(Recovered),
    /// So many transactions of earlier sessions were waiting and are in `OffCirc.dat` now.
    MovedOver(usize),
    /// Transactions wait on this computer for other data folders.
    WaitElsewhere(Vec<Elsewhere>),
    /// The next of the transactions that `OffCirc.dat` held before this session, in file order.
    Earlier(Vec<Transaction>),
    /// That was all it held.
    EarlierRead(EarlierRead),
    /// What it held could not be read to the end; work goes on.
    EarlierUnread(Trouble),
    /// The transaction is in `OffCirc.dat`, on the disk.
    Saved(Ticket),
    /// The transaction is on the disk, but not in `OffCirc.dat` yet: it waits in the spool. The
    /// trouble is that of the data folder.
    SetAside(Ticket, Trouble),
    /// The transaction is nowhere on a disk.
    NotSaved(Ticket, Unsaved),
    /// The data folder can't be used; what comes now is set aside.
    Failed(Trouble),
    /// The answer to [`super::Store::verify`].
    Verified(Result<Verified, Trouble>),
    /// The store has ended; nothing follows.
    Closed,
}

/// Why a transaction is nowhere on a disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsaved {
    /// What is wrong with the data folder.
    pub folder: Trouble,
    /// What is wrong with the spool.
    pub spool: Trouble,
}

/// What `OffCirc.dat` held before this session.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EarlierRead {
    /// Transactions that could be read.
    pub transactions: u64,
    /// Lines that could not, all of them. They stay where they are.
    pub unreadable: u64,
    /// The first of those, with their line numbers counted from 1.
    pub first_unreadable: Vec<(u64, Unreadable)>,
}

impl EarlierRead {
    /// How many unreadable lines are kept with their reason.
    pub const MOST_REASONS: usize = 100;
}

/// How the session compares with what the disk holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// Transactions of the session that were looked for.
    pub expected: usize,
    /// Those found in `OffCirc.dat`, in their order.
    pub found: usize,
}
