//! The data folder: the only place that writes transactions.
//!
//! A [`Store`] is threads that own the folder. Orders go in by its methods, which return at
//! once; what became of them comes out as [`Notice`]s, in order. A transaction is [`Notice::Saved`]
//! when one `write` has put its whole line at the end of `OffCirc.dat` and the disk has confirmed
//! it. When the folder fails, or does not answer in time, it is [`Notice::SetAside`] in the spool,
//! from where it moves over by itself, before anything newer, as soon as the folder is back. When
//! that fails as well it is [`Notice::NotSaved`].
//!
//! The data folder holds:
//!
//! | name | what |
//! | --- | --- |
//! | `OffCirc.dat` | the transactions since the last upload |
//! | `OffCirc.lock` | locked while a window has the folder open; holds the folder's identity |
//! | `OffCirc.lock.txt` | who that is, for whoever comes second |
//! | `uploads/` | batches closed for upload, named by desk and time; beside one that was mended its original, `.original` |
//! | `uploaded/` | batches that Alma has |
//! | `combined/` | several desks' files as one, when somebody wrote them here |
//! | `exports/` | sheets of transactions |
//! | `OffCirc.pending` | which replacement of `OffCirc.dat` is under way |
//! | `taken-back.csv` | what the desk took back: when, what, why |
//! | `unfinished/` | bytes of a transaction that a crash cut short |

mod append;
mod batch;
mod change;
mod disk;
mod folder;
mod keeper;
mod lines;
mod lock;
mod mend;
#[cfg(all(test, unix))]
mod model;
mod names;
mod notice;
mod order;
mod output;
mod patience;
mod persist;
mod place;
mod places;
mod private;
mod queue;
mod read_back;
mod recover;
mod replacement;
mod settle;
mod spool;
mod taken_back;
mod trouble;
mod worker;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

pub use batch::{Batch, Listing, Original, Stage, Summary, Unread, batches};
pub(crate) use change::desk_in_names;
pub use disk::{Disk, DiskFile, FileIdentity, Lock, RealDisk};
pub use lock::{FolderLock, Holder, LockError};
pub use mend::MendedBatch;
pub use names::{DAT, UPLOADED, UPLOADS};
pub use notice::{EarlierRead, Notice, PutAside, Refusal, Unsaved, Verified};
pub use output::{Spared, new_path, spared};
pub use persist::write_file;
pub use places::Places;
pub(crate) use private::create_new as create_private;
pub use recover::{Recovered, UNFINISHED};
pub use spool::Elsewhere;
pub use taken_back::TAKEN_BACK;
pub(crate) use trouble::Context;
pub use trouble::{Cause, Operation, PathError, Trouble};

use chrono::NaiveDate;

use crate::dat;
use crate::transaction::{Occurrence, Ticket, Transaction};
use keeper::Input;
use order::Order;
use worker::Notify;

/// Where a store works, and how.
#[derive(Debug, Clone)]
pub struct Config {
    /// The folder of `OffCirc.dat`; an absolute path.
    pub data_folder: PathBuf,
    /// Where transactions wait when the data folder fails; `None` when there is no such place.
    pub spool_root: Option<PathBuf>,
    /// What becomes of a transaction that is nowhere on a disk.
    pub give_up: GiveUp,
}

/// What becomes of a transaction that neither the data folder nor the spool takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GiveUp {
    /// It is kept in memory and written, in its order, as soon as a disk takes it.
    Never,
    /// It is forgotten: whoever gave it was told, and gives it again.
    AtOnce,
}

/// How long the spool may take for all that is queued.
const PUT_ASIDE_WITHIN: Duration = Duration::from_secs(10);

/// A handle on the store's thread; dropping it closes the store.
#[derive(Debug)]
pub struct Store {
    inputs: Sender<Input>,
}

impl Store {
    /// Starts the thread, which opens the folder.
    ///
    /// Notices come through the receiver; `wake` is called after each one, on the store's threads.
    ///
    /// # Errors
    ///
    /// The system has no thread left.
    pub fn start(
        config: Config,
        disk: Arc<dyn Disk>,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> std::io::Result<(Self, Receiver<Notice>)> {
        let (inputs, incoming) = mpsc::channel();
        let (outgoing, notices) = mpsc::channel();
        let notify = move |notice| {
            // Nobody listens any more: what was ordered is still done.
            let _ = outgoing.send(notice);
            wake();
        };
        let replies = inputs.clone();
        thread::Builder::new().name("offcirc-store".into()).spawn(move || {
            let notify: Notify = Arc::new(notify);
            worker::run(config, disk, replies, &incoming, &notify);
        })?;
        Ok((Self { inputs }, notices))
    }

    /// Records a transaction: [`Notice::Saved`], [`Notice::SetAside`] or [`Notice::NotSaved`]
    /// follows with the same ticket.
    pub fn append(&self, ticket: Ticket, transaction: &Transaction) {
        self.send(Input::Append(ticket, dat::encode(transaction)));
    }

    /// Tries the data folder again if it has failed, then reads `OffCirc.dat` back and looks for
    /// these transactions of the session: [`Notice::Verified`] follows.
    pub fn verify(&self, session: Vec<Transaction>) {
        self.order(Order::Verify(session));
    }

    /// Takes transactions of `OffCirc.dat` back, all of them or none: `taken-back.csv` gains their
    /// lines, then the file is replaced by one without them. [`Notice::TakenBack`] follows.
    pub fn take_back(&self, chosen: Vec<Occurrence>, reason: String) {
        self.order(Order::TakeBack(chosen, reason));
    }

    /// Closes `OffCirc.dat` for upload: one rename makes it a batch in `uploads/`, named by the
    /// desk. [`Notice::FileClosed`] follows.
    pub fn close_file(&self, desk: String) {
        self.order(Order::CloseFile { desk });
    }

    /// Alma has this batch of `uploads/`: it moves to `uploaded/`. [`Notice::Uploaded`] follows.
    pub fn uploaded(&self, batch: PathBuf) {
        self.order(Order::Uploaded(batch));
    }

    /// Alma has the transactions that `OffCirc.dat` held when this session began and that are of
    /// days before `day`: those move to a batch in `uploaded/`, the others stay. `edition` is that
    /// of the [`EarlierRead`] that was asked about: of another file nothing is moved.
    /// [`Notice::Archived`] follows.
    pub fn archive_before(&self, day: NaiveDate, desk: String, edition: u64) {
        self.order(Order::Archive { day, desk, edition });
    }

    /// Writes transactions as a new batch in `uploads/`. [`Notice::BatchWritten`] follows.
    pub fn write_batch(&self, transactions: &[Transaction], desk: String) {
        self.order(Order::WriteBatch { transactions: transactions.to_vec(), desk });
    }

    /// Writes a batch of `uploads/` in the strict form, for Alma; the original is kept beside it. A
    /// file that was put aside in `unfinished/` becomes a batch of this desk. [`Notice::Mended`]
    /// follows.
    pub fn mend(&self, file: PathBuf, desk: String) {
        self.order(Order::Mend { file, desk });
    }

    /// Deletes batches of `uploaded/`. [`Notice::Deleted`] follows.
    pub fn delete_uploaded(&self, batches: Vec<PathBuf>) {
        self.order(Order::DeleteUploaded(batches));
    }

    /// Does what was ordered and ends; waits at most `patience` for it. What is queued then is put
    /// aside.
    ///
    /// Returns what it still had to tell, or `None` when it has not ended by then.
    #[must_use]
    pub fn close(&self, notices: &Receiver<Notice>, patience: Duration) -> Option<Vec<Notice>> {
        self.send(Input::Close);
        let until = Instant::now() + patience;
        let mut last = Vec::new();
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match notices.recv_timeout(left) {
                Ok(Notice::Closed) | Err(RecvTimeoutError::Disconnected) => return Some(last),
                Ok(notice) => last.push(notice),
                Err(RecvTimeoutError::Timeout) => {
                    // Nothing is left that could be told.
                    let _ = self.rescue().put_all_aside();
                    return None;
                }
            }
        }
    }

    /// What can put aside all that is queued, from any thread, at the end of the session.
    #[must_use]
    pub fn rescue(&self) -> Rescue {
        Rescue { inputs: self.inputs.clone() }
    }

    fn order(&self, order: Order) {
        self.send(Input::Order(order));
    }

    fn send(&self, input: Input) {
        // The thread has ended, which `Notice::InUse` or `Notice::Closed` has said.
        let _ = self.inputs.send(input);
    }
}

/// Puts aside what is queued when the session ends before it is confirmed.
#[derive(Debug)]
pub struct Rescue {
    inputs: Sender<Input>,
}

impl Rescue {
    /// Puts all that is queued and not confirmed into the spool at once. Returns whether it is on a
    /// disk; `false` also when that is not known in time.
    #[must_use]
    pub fn put_all_aside(&self) -> bool {
        let (answer, answers) = mpsc::channel();
        // A store that has ended has nothing queued any more.
        self.inputs.send(Input::PutAside(answer)).is_err()
            || answers.recv_timeout(PUT_ASIDE_WITHIN).unwrap_or(false)
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // The folder's thread holds the other end too: that nobody can order any more is said.
        self.send(Input::Close);
    }
}
