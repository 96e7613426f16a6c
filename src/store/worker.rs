//! The store's own thread: one order after the other, each with its notices.

mod changes;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use super::append::AppendError;
use super::disk::Disk;
use super::folder::{Attempt, DataFolder, Found};
use super::lock::{Holder, LockError};
use super::names::DAT;
use super::notice::{Notice, Unsaved};
use super::patience::{PATIENCE, TRY_EVERY, patiently};
use super::spool::{self, Spool};
use super::trouble::{Cause, PathError, Trouble};
use super::{Config, GiveUp, read_back};
use crate::transaction::{Occurrence, Ticket, Transaction};

/// What the store is asked to do.
pub(super) enum Order {
    Append(Ticket, Vec<u8>),
    Verify(Vec<Transaction>),
    TakeBack(Vec<Occurrence>, String),
    CloseFile { desk: String },
    Uploaded(PathBuf),
    Archive { day: NaiveDate, desk: String },
    WriteBatch { transactions: Vec<Transaction>, desk: String },
    DeleteUploaded(Vec<PathBuf>),
    Close,
}

/// How long between two attempts to open a folder that failed; longer if an attempt itself takes
/// long, so that a share that hangs does not take all of the thread's time.
const REOPEN_EVERY: Duration = Duration::from_secs(1);

pub(super) type Notify = Arc<dyn Fn(Notice) + Send + Sync>;

/// Runs until the store is closed or dropped.
pub(super) fn run(config: Config, disk: Arc<dyn Disk>, orders: &Receiver<Order>, notify: &Notify) {
    match Worker::start(config, disk, notify.clone()) {
        Ok(mut worker) => worker.serve(orders),
        Err(holder) => notify(Notice::InUse(holder)),
    }
    notify(Notice::Closed);
}

struct Worker {
    config: Config,
    disk: Arc<dyn Disk>,
    notify: Notify,
    folder: Result<DataFolder, Trouble>,
    spool: Result<Spool, Trouble>,
    /// Bytes in the spool that an earlier session left there.
    spooled_before: usize,
    /// Transactions of this session in the spool, in order.
    spooled: VecDeque<Ticket>,
    /// Transactions that are nowhere on a disk, in order; they come after all in the spool.
    held: VecDeque<(Ticket, Vec<u8>)>,
    /// How long `OffCirc.dat` was when it was last known to be complete.
    base: Option<u64>,
    /// Somebody else changed the file, which is told when it is open again.
    changed: bool,
    /// The last record that was given up, for its bytes may stand in `OffCirc.dat`.
    given_up: Vec<u8>,
    /// Where in `OffCirc.dat` this session starts; `None` until it was open once.
    session_start: Option<u64>,
    next_attempt: Instant,
    /// The trouble with the folder that was told last; none while it is open.
    told: Option<Trouble>,
}

impl Worker {
    /// Opens spool and data folder. The only failure is that another window has them.
    fn start(config: Config, disk: Arc<dyn Disk>, notify: Notify) -> Result<Self, Holder> {
        let spool = match &config.spool_root {
            Some(root) => match Spool::open(&*disk, root, &config.data_folder) {
                Ok(spool) => Ok(spool),
                Err(LockError::Held(holder)) => {
                    return Err(Holder { folder: config.data_folder, ..holder });
                }
                Err(LockError::Failed(error)) => Err(Trouble::from(&error)),
            },
            None => Err(spool::no_place()),
        };
        let mut worker = Self {
            spooled_before: spool.as_ref().map_or(0, |spool| spool.bytes().len()),
            base: spool.as_ref().ok().and_then(Spool::base),
            folder: Err(Trouble::not_open(&config.data_folder)),
            config,
            disk,
            notify,
            spool,
            spooled: VecDeque::new(),
            held: VecDeque::new(),
            changed: false,
            given_up: Vec::new(),
            session_start: None,
            next_attempt: Instant::now(),
            told: None,
        };
        if let Some(recovered) = worker.spool.as_ref().ok().and_then(|s| s.recovered.clone()) {
            worker.tell(Notice::Recovered(recovered));
        }
        worker.reopen()?;
        if let Some(root) = &worker.config.spool_root {
            let elsewhere = spool::elsewhere(root, &worker.config.data_folder);
            if !elsewhere.is_empty() {
                worker.tell(Notice::WaitElsewhere(elsewhere));
            }
        }
        Ok(worker)
    }

    fn serve(&mut self, orders: &Receiver<Order>) {
        loop {
            let order = if self.folder.is_err() {
                let wait = self.next_attempt.saturating_duration_since(Instant::now());
                match orders.recv_timeout(wait) {
                    Ok(order) => order,
                    Err(RecvTimeoutError::Timeout) => {
                        self.retry();
                        continue;
                    }
                    Err(RecvTimeoutError::Disconnected) => Order::Close,
                }
            } else {
                orders.recv().unwrap_or(Order::Close)
            };
            match order {
                Order::Append(ticket, record) => self.append(ticket, record),
                Order::Verify(session) => self.verify(&session),
                Order::TakeBack(chosen, reason) => {
                    let taken_back = self.take_back(&chosen, &reason);
                    self.tell(Notice::TakenBack(taken_back.map(|()| chosen)));
                }
                Order::CloseFile { desk } => {
                    let closed = self.close_file(&desk);
                    self.tell(Notice::FileClosed(closed));
                }
                Order::Archive { day, desk } => {
                    let archived = self.archive(day, &desk);
                    self.tell(Notice::Archived(archived));
                }
                Order::Uploaded(batch) => {
                    let moved = self.opened_folder().and_then(|change| change.uploaded(&batch));
                    self.tell(Notice::Uploaded(moved));
                }
                Order::WriteBatch { transactions, desk } => {
                    let written = self.write_batch(&transactions, &desk);
                    self.tell(Notice::BatchWritten(written));
                }
                Order::DeleteUploaded(batches) => {
                    let deleted =
                        self.opened_folder().and_then(|change| change.delete_uploaded(&batches));
                    self.tell(Notice::Deleted(deleted));
                }
                Order::Close => {
                    self.retry();
                    if let Ok(spool) = &mut self.spool {
                        let _ = spool.clear_if_moved(&*self.disk);
                    }
                    return;
                }
            }
        }
    }

    fn tell(&self, notice: Notice) {
        (self.notify)(notice);
    }

    fn append(&mut self, ticket: Ticket, record: Vec<u8>) {
        if self.folder.is_err() && Instant::now() >= self.next_attempt {
            self.retry();
        }
        match self.append_to_dat(&record) {
            Ok(()) => self.tell(Notice::Saved(ticket)),
            Err(trouble) => self.set_aside(ticket, record, &trouble),
        }
    }

    /// Appends to `OffCirc.dat`, whose folder is given up if that fails.
    fn append_to_dat(&mut self, record: &[u8]) -> Result<(), Trouble> {
        let until = Instant::now() + PATIENCE;
        let mut opened_anew = false;
        loop {
            let folder = self.folder.as_mut().map_err(|trouble| trouble.clone())?;
            let error = match folder.dat.append(record) {
                Ok(()) => return Ok(()),
                Err(error) => error,
            };
            match &error {
                AppendError::Changed if !opened_anew => {
                    // Somebody moved or edited the file by hand: see what is there now.
                    opened_anew = true;
                    self.open_changed();
                    continue;
                }
                AppendError::CutBack(error)
                    if Cause::of(&error.source) == Cause::Busy && Instant::now() < until =>
                {
                    thread::sleep(TRY_EVERY);
                    continue;
                }
                AppendError::InDoubt(_) => self.given_up = record.to_vec(),
                AppendError::Changed | AppendError::CutBack(_) => {}
            }
            self.base = Some(folder.dat.length());
            let error = error.of(folder.dat.path());
            return Err(self.give_up_folder(Trouble::from(&error)));
        }
    }

    fn give_up_folder(&mut self, trouble: Trouble) -> Trouble {
        self.folder = Err(trouble.clone());
        self.next_attempt = self.next_attempt.max(Instant::now() + REOPEN_EVERY);
        // The same trouble once a second is no news.
        if self.told.replace(trouble.clone()).as_ref() != Some(&trouble) {
            self.tell(Notice::Failed(trouble.clone()));
        }
        trouble
    }

    /// Puts the transaction behind all others that wait; into the spool, if it takes them.
    fn set_aside(&mut self, ticket: Ticket, record: Vec<u8>, folder: &Trouble) {
        self.held.push_back((ticket, record));
        self.open_spool_again();
        let base = self.base;
        while let Some((next, record)) = self.held.front() {
            let pushed = match &mut self.spool {
                Ok(spool) => spool.push(&*self.disk, record, base),
                Err(trouble) => {
                    let unsaved = Unsaved { folder: folder.clone(), spool: trouble.clone() };
                    self.not_saved(ticket, unsaved);
                    return;
                }
            };
            match pushed {
                Ok(()) => {
                    let next = *next;
                    self.held.pop_front();
                    self.spooled.push_back(next);
                    self.tell(Notice::SetAside(next, folder.clone()));
                }
                Err(error) => {
                    let spool = Trouble::from(&error);
                    self.not_saved(ticket, Unsaved { folder: folder.clone(), spool });
                    return;
                }
            }
        }
    }

    /// The spool could not be opened before: perhaps now.
    fn open_spool_again(&mut self) {
        if self.spool.is_err()
            && let Some(root) = &self.config.spool_root
            && let Ok(spool) = Spool::open(&*self.disk, root, &self.config.data_folder)
        {
            self.spooled_before = spool.bytes().len();
            self.spool = Ok(spool);
        }
    }

    /// Nothing more can be done for the transaction that came last.
    fn not_saved(&mut self, ticket: Ticket, unsaved: Unsaved) {
        if self.config.give_up == GiveUp::AtOnce {
            self.held.retain(|(held, _)| *held != ticket);
        }
        self.tell(Notice::NotSaved(ticket, unsaved));
    }

    /// Opens the data folder again if it has failed.
    fn retry(&mut self) {
        if self.folder.is_err() {
            self.reopen_or_give_up();
        }
    }

    /// Somebody else changed the file: goes on with what is there now, and says so.
    fn open_changed(&mut self) {
        self.base = None;
        self.changed = true;
        self.reopen_or_give_up();
    }

    fn reopen_or_give_up(&mut self) {
        if let Err(holder) = self.reopen() {
            self.give_up_folder(Trouble::from(&holder));
        }
    }

    /// Opens the data folder and moves over what waits. Fails only if another window has it.
    fn reopen(&mut self) -> Result<(), Holder> {
        let started = Instant::now();
        // The lock that is held goes first: a folder on a stick that came back is another folder.
        self.folder = Err(Trouble::not_open(&self.config.data_folder));
        let opened = patiently(|| self.open(), LockError::is_busy);
        self.next_attempt = Instant::now() + started.elapsed() * 2;
        match opened {
            Ok((folder, found)) => {
                self.opened(folder, found);
                Ok(())
            }
            Err(LockError::Held(holder)) => Err(holder),
            Err(LockError::Failed(error)) => {
                self.give_up_folder(Trouble::from(&error));
                Ok(())
            }
        }
    }

    fn open(&self) -> Result<(DataFolder, Found), LockError> {
        let spooled = self.spool.as_ref().map_or(&[][..], Spool::bytes);
        let mut waiting = spooled.to_vec();
        waiting.extend(self.held.iter().flat_map(|(_, record)| record));
        let attempt = Attempt { base: self.base(), waiting: &waiting, given_up: &self.given_up };
        let was_there = self.session_start.is_some();
        DataFolder::open(&*self.disk, &self.config.data_folder, was_there, &attempt)
    }

    /// How long `OffCirc.dat` was before the first of what waits was tried.
    fn base(&self) -> Option<u64> {
        match &self.spool {
            Ok(spool) if !spool.bytes().is_empty() => spool.base(),
            _ => self.base,
        }
    }

    /// The folder is open: what waits goes first, then the session goes on.
    fn opened(&mut self, folder: DataFolder, found: Found) {
        if let Some(recovered) = found.recovered {
            self.tell(Notice::Recovered(recovered));
        }
        // A file that this session had open, and that is shorter now: what was saved in it is gone.
        let is_shorter = self.session_start.is_some()
            && self.base().is_some_and(|base| folder.dat.length() < base);
        if std::mem::take(&mut self.changed) || is_shorter {
            self.tell(Notice::FileChanged);
        }
        // Where what an earlier session left waiting ends, and this session's own starts.
        let end = folder.dat.length() + self.spooled_before as u64;
        let start = end.saturating_sub(found.moved as u64);
        self.folder = Ok(folder);
        if let Err(error) = self.move_over(found.moved) {
            self.give_up_folder(Trouble::from(&error));
            return;
        }
        self.given_up.clear();
        self.told = None;
        self.tell(Notice::Opened);
        if self.session_start.is_none() {
            self.session_start = Some(start);
            self.read_earlier(start);
        }
    }

    /// Moves what waits into `OffCirc.dat`, in order, except the first `moved` bytes, which stand
    /// there already.
    fn move_over(&mut self, mut moved: usize) -> Result<(), PathError> {
        let Ok(folder) = &mut self.folder else { return Ok(()) };
        let dat = &mut folder.dat;
        if let Ok(spool) = &mut self.spool
            && !spool.bytes().is_empty()
        {
            let before = spool.bytes().get(..self.spooled_before).unwrap_or_default();
            let before = memchr::memchr_iter(b'\n', before).count();
            let stand_at_the_end =
                spool.base().is_some_and(|base| base + moved as u64 == dat.length());
            if moved > 0 && moved < spool.bytes().len() && !stand_at_the_end {
                // Others have recorded behind what moved: the rest begins anew behind them.
                spool.drop_front(&*self.disk, moved)?;
                self.spooled_before = self.spooled_before.saturating_sub(moved);
                moved = 0;
            }
            if moved == 0 && spool.base() != Some(dat.length()) {
                let noted = spool.set_base(&*self.disk, Some(dat.length()));
                noted.or_else(|_| spool.forget_base(&*self.disk))?;
            }
            let rest = spool.bytes().get(moved..).unwrap_or_default();
            for record in rest.split_inclusive(|byte| *byte == b'\n') {
                dat.append(record).map_err(|error| error.of(dat.path()))?;
            }
            moved = moved.saturating_sub(spool.bytes().len());
            if before > 0 {
                (self.notify)(Notice::MovedOver(before));
            }
            self.spooled_before = 0;
            // If it can't be emptied it is marked as moved, and emptied before its next use.
            let _ = spool.clear(&*self.disk);
        }
        for ticket in self.spooled.drain(..) {
            (self.notify)(Notice::Saved(ticket));
        }
        while let Some((ticket, record)) = self.held.front() {
            if moved >= record.len() {
                moved -= record.len();
            } else {
                self.base = Some(dat.length());
                dat.append(record).map_err(|error| error.of(dat.path()))?;
            }
            (self.notify)(Notice::Saved(*ticket));
            self.held.pop_front();
        }
        self.base = Some(dat.length());
        Ok(())
    }

    /// Reads beside the work what the file held before this session.
    fn read_earlier(&self, length: u64) {
        let (disk, notify) = (self.disk.clone(), self.notify.clone());
        let path = self.config.data_folder.join(DAT);
        let trouble = Trouble::not_open(&path);
        let reading = thread::Builder::new().name("offcirc-earlier".into());
        let spawned = reading.spawn(move || {
            read_back::tell_earlier(&*disk, &path, length, &*notify);
        });
        if let Err(error) = spawned {
            let detail = error.to_string();
            self.tell(Notice::EarlierUnread(Trouble { detail, ..trouble }));
        }
    }

    fn verify(&mut self, session: &[Transaction]) {
        self.retry();
        let verified = match (&self.folder, self.session_start) {
            (Ok(folder), Some(start)) => {
                let path = folder.dat.path();
                // A file that is shorter is another file: look at all of it.
                let start = if start <= folder.dat.length() { start } else { 0 };
                read_back::verify(&*self.disk, path, start, session)
                    .map_err(|error| Trouble::from(&error))
            }
            (Err(trouble), _) => Err(trouble.clone()),
            (Ok(folder), None) => Err(Trouble::not_open(folder.dat.path())),
        };
        self.tell(Notice::Verified(verified));
    }
}
