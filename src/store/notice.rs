//! What the store tells whoever started it.

use std::path::PathBuf;

use super::lock::Holder;
use super::mend::MendedBatch;
use super::recover::Recovered;
use super::spool::Elsewhere;
use super::trouble::{PathError, Trouble};
use crate::dat::Unreadable;
use crate::transaction::{Occurrence, Ticket, Transaction};

/// Something the store has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Another window has the folder; nothing was opened and nothing will be written.
    InUse(Holder),
    /// The data folder is open: for the first time, or again after it had failed.
    Opened,
    /// Somebody moved, deleted or edited `OffCirc.dat` while it was open: what it held before is
    /// not what it holds now, which [`Notice::Earlier`] tells anew. What comes now goes into the
    /// file that is there.
    FileChanged,
    /// Another program has added lines to `OffCirc.dat` while it was open. They stay.
    LinesAdded,
    /// A crash had cut a transaction short; it has to be scanned again.
    Recovered(Recovered),
    /// Something was put aside that is not this program's, or that nobody can tell any more what
    /// has become of it. It is for a person to see.
    PutAside(PutAside),
    /// This many transactions of earlier sessions were waiting and are in `OffCirc.dat` now.
    MovedOver(usize),
    /// This many transactions may be in a file that somebody took away, and are in `OffCirc.dat`
    /// now: whether they have been uploaded already is not known.
    PerhapsTwice(usize),
    /// The spool can't be opened: whether transactions wait there is not known.
    SpoolFailed(Trouble),
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
    /// Whether the transaction is in `OffCirc.dat` is not known yet, and it is nowhere else:
    /// [`Notice::Saved`] or [`Notice::NotSaved`] follows when the folder can be looked into.
    InDoubt(Ticket, Unsaved),
    /// The data folder can't be used; what comes now is set aside.
    Failed(Trouble),
    /// The answer to [`super::Store::verify`].
    Verified(Result<Verified, Trouble>),
    /// The answer to [`super::Store::take_back`]: `OffCirc.dat` holds these no longer.
    TakenBack(Result<Vec<Occurrence>, Refusal>),
    /// The answer to [`super::Store::close_file`]: the batch. `OffCirc.dat` is empty.
    FileClosed(Result<PathBuf, Refusal>),
    /// The answer to [`super::Store::uploaded`]: where the batch is now.
    Uploaded(Result<PathBuf, Refusal>),
    /// The answer to [`super::Store::archive_before`]: the batch, and how many transactions moved.
    Archived(Result<(PathBuf, u64), Refusal>),
    /// The answer to [`super::Store::write_batch`]: the batch.
    BatchWritten(Result<PathBuf, Refusal>),
    /// The answer to [`super::Store::mend`].
    Mended(Result<MendedBatch, Refusal>),
    /// The answer to [`super::Store::delete_uploaded`]: how many are gone.
    Deleted(Result<usize, Refusal>),
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

/// A file, or a part of one, that was put aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutAside {
    /// Where it was.
    pub file: PathBuf,
    /// Where it is now.
    pub kept_in: PathBuf,
}

/// What `OffCirc.dat` held before this session.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EarlierRead {
    /// Which file it was, counted from 1: another one after every [`Notice::FileChanged`].
    pub edition: u64,
    /// How many of the transactions, from the first on, were there before this session. Those
    /// behind them have just moved over: they were in no file that anybody uploaded.
    pub asked: u64,
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
    /// Those found in `OffCirc.dat`, each as often as it was recorded.
    pub found: usize,
}

/// Why something was not done. Nothing was changed, except where it says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A file or folder fails, or the data folder can't be used.
    Trouble(Trouble),
    /// Transactions wait outside `OffCirc.dat`: they have to move over first.
    Waiting(usize),
    /// The spool can't be opened, and transactions may wait there: they have to move over first.
    SpoolFailed(Trouble),
    /// `OffCirc.dat` is another file than the one that was asked about.
    FileChanged,
    /// Whether it was done is not known: the folder failed and can't be looked into.
    NotKnown(Trouble),
    /// The transaction is not in `OffCirc.dat`: somebody moved or edited the file, or it was taken
    /// back already.
    NotThere(Box<Transaction>),
    /// There is nothing to do it with: no transaction, no file.
    Nothing,
    /// The file is in the strict form already, or holds no transaction at all.
    NothingToMend(PathBuf),
    /// The file is not one of the batches that this can be done with.
    NotABatch(PathBuf),
}

impl From<PathError> for Refusal {
    fn from(error: PathError) -> Self {
        Self::Trouble(Trouble::from(&error))
    }
}
