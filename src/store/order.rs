//! Orders that concern the data folder as a whole. They are carried out when all that was recorded
//! before them is in `OffCirc.dat`.

use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDate};

use super::append::AppendFile;
use super::batch::Summary;
use super::change::{Outcome, batch_name};
use super::disk::Disk;
use super::folder::{Carried, Folder, Open, Reply, WhyNot, folder_of};
use super::lines::Lines;
use super::mend::{MendedBatch, whole};
use super::names::UPLOADED;
use super::notice::{Notice, PutAside, Refusal};
use super::persist::replace_file;
use super::place::Place;
use super::read_back;
use super::recover::{UNFINISHED, unused_name};
use super::replacement::{Finished, Next};
use super::settle::has_place;
use super::taken_back;
use super::trouble::{Context as _, Operation, PathError, Trouble};
use crate::transaction::{Occurrence, Transaction};

/// What the store is asked to do with the folder.
#[derive(Debug, Clone)]
pub(super) enum Order {
    Verify(Vec<Transaction>),
    TakeBack(Vec<Occurrence>, String),
    CloseFile { desk: String },
    Uploaded(PathBuf),
    Archive { day: NaiveDate, desk: String, edition: u64 },
    WriteBatch { transactions: Vec<Transaction>, desk: String },
    Mend { file: PathBuf, desk: String },
    DeleteUploaded(Vec<PathBuf>),
}

impl Order {
    /// The answer when it can't be carried out.
    pub fn refused(&self, refusal: Refusal) -> Notice {
        match self {
            Self::Verify(_) => Notice::Verified(Err(match refusal {
                Refusal::Trouble(trouble) | Refusal::SpoolFailed(trouble) => trouble,
                _ => Trouble::not_open(Path::new("")),
            })),
            Self::TakeBack(..) => Notice::TakenBack(Err(refusal)),
            Self::CloseFile { .. } => Notice::FileClosed(Err(refusal)),
            Self::Uploaded(_) => Notice::Uploaded(Err(refusal)),
            Self::Archive { .. } => Notice::Archived(Err(refusal)),
            Self::WriteBatch { .. } => Notice::BatchWritten(Err(refusal)),
            Self::Mend { .. } => Notice::Mended(Err(refusal)),
            Self::DeleteUploaded(_) => Notice::Deleted(Err(refusal)),
        }
    }

    /// Whether it moves on what `OffCirc.dat` holds: then nothing may wait that belongs before it.
    pub fn ends_the_file(&self) -> bool {
        matches!(self, Self::CloseFile { .. } | Self::Archive { .. })
    }

    /// Whether it changes `OffCirc.dat`: then the spool must hold nothing that was tried there.
    pub fn changes_the_file(&self) -> bool {
        self.ends_the_file() || matches!(self, Self::TakeBack(..))
    }
}

/// An order whose step that counts failed, and that nobody could look up.
#[derive(Debug)]
pub(super) struct Unanswered {
    sign: Sign,
    done: Notice,
    not_done: Notice,
    /// What is said when it can't be looked up in this session any more.
    pub not_known: Notice,
}

/// What tells later whether an order was done.
#[derive(Debug, Clone)]
enum Sign {
    /// Whether this path exists now.
    Exists(PathBuf, bool),
    /// Whether this file holds what ends at this place, and nothing else.
    Holds(PathBuf, Place),
    /// What became of the replacement that was under way.
    Replacement,
}

impl Unanswered {
    /// The answer, now that the folder can be looked into.
    pub fn answer(
        &self,
        disk: &dyn Disk,
        finished: Option<&Finished>,
    ) -> Result<Notice, PathError> {
        let is_done = match &self.sign {
            Sign::Exists(path, wanted) => {
                Some(disk.exists(path).context(Operation::Open, path)? == *wanted)
            }
            Sign::Holds(path, place) => Some(whole(disk, path)? == *place),
            Sign::Replacement => match finished {
                Some(Finished::Done) => Some(true),
                Some(Finished::NotDone) => Some(false),
                Some(Finished::NotKnown(_)) | None => None,
            },
        };
        Ok(match is_done {
            Some(true) => self.done.clone(),
            Some(false) => self.not_done.clone(),
            None => self.not_known.clone(),
        })
    }
}

/// How far an order has come.
enum Progress<T> {
    /// It is done, for certain once the folders are on the disk; this tells it later.
    Done(T, Sign),
    /// Whether it is done is not known; if it is, this is the answer.
    NotKnown(T, Sign, PathError),
}

impl<T> Progress<T> {
    /// What a step that counts means for an order whose answer is then `answer`.
    fn of(outcome: Outcome, answer: T, sign: Sign) -> Result<Self, Refusal> {
        match outcome {
            Outcome::Done => Ok(Self::Done(answer, sign)),
            Outcome::NotDone(error) => Err(error.into()),
            Outcome::NotKnown(error) => Ok(Self::NotKnown(answer, sign, error)),
        }
    }
}

impl Folder {
    /// Carries out an order.
    pub(super) fn carry(&mut self, order: Order) -> Reply {
        let Some(open) = &mut self.open else {
            let trouble = Trouble::not_open(&self.path);
            let refused = order.refused(Refusal::Trouble(trouble.clone()));
            let end = Err(WhyNot::Failed(trouble));
            let carried = Carried { told: vec![refused], owed: None, end };
            return Reply::Carried(carried);
        };
        match open.dat.is_unchanged() {
            Ok(true) => {}
            Ok(false) => return Reply::Changed(order),
            Err(error) => {
                let refused = order.refused(Refusal::from(error));
                return self.carried(Some(refused), Vec::new());
            }
        }
        let mut told = Vec::new();
        let answer = match order {
            Order::Verify(session) => {
                let verified = self.verify(&session).map_err(|error| Trouble::from(&error));
                Some(Notice::Verified(verified))
            }
            Order::TakeBack(chosen, reason) => {
                let done = self.take_back(chosen, &reason, &mut told);
                self.answer(Notice::TakenBack, done)
            }
            Order::CloseFile { desk } => {
                let done = self.close_file(&desk);
                self.answer(Notice::FileClosed, done)
            }
            Order::Archive { day, desk, edition } => {
                let done = self.archive(day, &desk, edition, &mut told);
                self.answer(Notice::Archived, done)
            }
            Order::Uploaded(batch) => {
                let done = self.uploaded(&batch);
                self.answer(Notice::Uploaded, done)
            }
            Order::WriteBatch { transactions, desk } => {
                let done = self.write_batch(&transactions, &desk);
                self.answer(Notice::BatchWritten, done)
            }
            Order::Mend { file, desk } => {
                let done = self.mend(&file, &desk);
                self.answer(Notice::Mended, done)
            }
            Order::DeleteUploaded(batches) => {
                let done = self.delete_uploaded(&batches);
                self.answer(Notice::Deleted, done)
            }
        };
        self.carried(answer, told)
    }

    fn carried(&mut self, answer: Option<Notice>, mut told: Vec<Notice>) -> Reply {
        let owed = match &self.unanswered {
            Some(unanswered) if answer.is_none() => Some(unanswered.not_known.clone()),
            _ => None,
        };
        told.extend(answer);
        // What was renamed is not for certain yet: nothing more is confirmed until it is.
        let synced = self.sync_folders().map_err(|error| Trouble::from(&error));
        if synced.is_err() {
            self.open = None;
        }
        let end = match (synced, &self.open) {
            (Err(trouble), _) => Err(WhyNot::Failed(trouble)),
            (Ok(()), Some(open)) => Ok(open.dat.place()),
            (Ok(()), None) if self.unanswered.is_none() => Err(WhyNot::Changed),
            (Ok(()), None) => Err(WhyNot::Failed(Trouble::not_open(&self.path))),
        };
        Reply::Carried(Carried { told, owed, end })
    }

    /// The answer to an order; none yet when nobody knows.
    fn answer<T: Clone>(
        &mut self,
        notice: fn(Result<T, Refusal>) -> Notice,
        done: Result<Progress<T>, Refusal>,
    ) -> Option<Notice> {
        let (answer, sign, error) = match done {
            Err(refusal) => return Some(notice(Err(refusal))),
            // What a power cut could undo is not done.
            Ok(Progress::Done(answer, sign)) => match self.sync_folders() {
                Ok(()) => return Some(notice(Ok(answer))),
                Err(error) => (answer, sign, error),
            },
            Ok(Progress::NotKnown(answer, sign, error)) => (answer, sign, error),
        };
        let trouble = Trouble::from(&error);
        self.open = None;
        self.unanswered = Some(Unanswered {
            sign,
            done: notice(Ok(answer)),
            not_done: notice(Err(Refusal::Trouble(trouble.clone()))),
            not_known: notice(Err(Refusal::NotKnown(trouble))),
        });
        None
    }

    fn verify(&self, session: &[Transaction]) -> Result<super::Verified, PathError> {
        let path = self.dat()?;
        // A file that does not hold what was there before is another one: look at all of it.
        let is_same = has_place(&*self.disk, &path, self.asked)?;
        let start = if is_same { self.asked.length } else { 0 };
        read_back::verify(&*self.disk, &path, start, session)
    }

    fn take_back(
        &mut self,
        chosen: Vec<Occurrence>,
        reason: &str,
        told: &mut Vec<Notice>,
    ) -> Result<Progress<Vec<Occurrence>>, Refusal> {
        let (path, end) = self.end()?;
        let lines = Lines::of(&chosen, &*self.disk, &path, end.length)?;
        if lines.transactions == 0 {
            return Err(Refusal::Nothing);
        }
        let transactions = chosen.iter().map(|one| &one.transaction);
        let now = Local::now().naive_local();
        let note = taken_back::prepare(&*self.disk, &self.path, transactions, reason, now)?;
        let replaced = self.replace(&path, end, &lines, Next::Note(note), told)?;
        Progress::of(replaced, chosen, Sign::Replacement)
    }

    fn archive(
        &mut self,
        day: NaiveDate,
        desk: &str,
        edition: u64,
        told: &mut Vec<Notice>,
    ) -> Result<Progress<(PathBuf, u64)>, Refusal> {
        let (path, end) = self.end()?;
        if edition != self.edition || !has_place(&*self.disk, &path, self.asked)? {
            return Err(Refusal::FileChanged);
        }
        let lines = Lines::before(day, &*self.disk, &path, self.asked.length)?;
        if lines.transactions == 0 {
            return Err(Refusal::Nothing);
        }
        let change = self.change();
        let folder = change.folder(UPLOADED)?;
        let batch = change.unused(&folder, &batch_name(desk, lines.from, lines.to))?;
        let (copy, _) = change.copy(&path, &lines.ranges, &batch)?;
        // Its name has to be there before the lines leave the file.
        self.disk.sync_folder(&folder).context(Operation::Sync, &folder)?;
        let name = |path: &Path| path.file_name().unwrap_or_default().display().to_string();
        let next = Next::Archive { copy: name(&copy), batch: name(&batch) };
        let transactions = lines.transactions;
        let replaced = self.replace(&path, end, &lines, next, told)?;
        Progress::of(replaced, (batch, transactions), Sign::Replacement)
    }

    /// Puts a copy without these lines in the place of `OffCirc.dat`, if nobody has written to it
    /// since.
    fn replace(
        &mut self,
        path: &Path,
        end: Place,
        lines: &Lines,
        next: Next,
        told: &mut Vec<Notice>,
    ) -> Result<Outcome, Refusal> {
        let (replacement, copy) = self.change().prepare(path, end, lines, next)?;
        let is_unchanged = self.open.as_mut().map_or(Ok(false), |open| open.dat.is_unchanged());
        if !is_unchanged.as_ref().is_ok_and(|same| *same) {
            let change = self.change();
            let _ = self.disk.remove(&copy);
            change.discard(&replacement)?;
            is_unchanged?;
            return Err(super::append::changed_by_others(path).into());
        }
        // The copy is what the file will be, whoever puts another one in its place meanwhile.
        let asked_length = self.asked.length - lines.bytes_before(self.asked.length);
        let source = self.disk.reader(&copy).context(Operation::Open, &copy)?;
        let asked = Place::read(source, asked_length).context(Operation::Read, &copy)?;
        let Some(Open { dat, lock }) = self.open.take() else { return Err(Refusal::Nothing) };
        // Windows renames no file that is open.
        let mut old = if cfg!(windows) {
            drop(dat);
            None
        } else {
            Some(dat)
        };
        let outcome = self.change().replace(path, &copy, &replacement);
        match &outcome {
            Outcome::NotKnown(_) => return Ok(outcome),
            Outcome::NotDone(_) => {
                // It is still the file, with all that others have written to it.
                old = None;
                let _ = self.disk.remove(&copy);
                // What is left of it is thrown away when the folder is opened next.
                let _ = self.change().discard(&replacement);
            }
            Outcome::Done => {
                self.unsynced.add(folder_of(path));
                self.confirmed = Some(replacement.to);
                self.asked = asked;
                // What is left to do is done when the folder is opened next, if it fails now.
                let left = self.sync_folders().and_then(|()| self.change().complete(&replacement));
                if left.is_err() {
                    return Ok(outcome);
                }
            }
        }
        let expected =
            if matches!(outcome, Outcome::Done) { replacement.to } else { replacement.from };
        self.reopen(path, expected, lock, old, told);
        Ok(outcome)
    }

    /// Goes on with the file that has taken the place of `old`, if it ends where it should. What
    /// somebody wrote to the old one in the last moment is added to the new one.
    fn reopen(
        &mut self,
        path: &Path,
        expected: Place,
        lock: super::disk::Lock,
        old: Option<AppendFile>,
        told: &mut Vec<Notice>,
    ) {
        let Ok(mut dat) = AppendFile::open(&*self.disk, path) else { return };
        if dat.place() != expected {
            // Opening the folder anew finds out what it is.
            return;
        }
        if let Some(mut old) = old
            && let Ok(false) = old.is_unchanged()
            && let Ok(late) = old.read(old.length(), usize::MAX)
            && !late.is_empty()
        {
            let is_whole = late.ends_with(b"\n") && dat.append(&late).is_ok();
            if is_whole {
                told.push(Notice::LinesAdded);
            } else if let Ok(aside) = self.keep(path, &late) {
                told.push(Notice::PutAside(aside));
            }
            self.confirmed = Some(dat.place());
        }
        self.open = Some(Open { dat, lock });
    }

    /// Keeps bytes that somebody wrote to a file, in `unfinished/`.
    fn keep(&self, file: &Path, bytes: &[u8]) -> Result<PutAside, PathError> {
        let folder = self.change().folder(UNFINISHED)?;
        let kept_in = unused_name(&*self.disk, &folder)?;
        replace_file(&*self.disk, &kept_in, bytes)?;
        Ok(PutAside { file: file.to_path_buf(), kept_in })
    }

    fn close_file(&mut self, desk: &str) -> Result<Progress<PathBuf>, Refusal> {
        let (path, end) = self.end()?;
        if end.length == 0 {
            return Err(Refusal::Nothing);
        }
        let source = self.disk.reader(&path).context(Operation::Open, &path)?;
        let summary = Summary::read(source).context(Operation::Read, &path)?;
        let batch = self.change().batch_of(&summary, desk)?;
        if let Some(open) = &mut self.open {
            // What a program that was killed had written was perhaps never brought to the disk.
            open.dat.sync()?;
        }
        let Some(Open { dat, lock }) = self.open.take() else { return Err(Refusal::Nothing) };
        // Windows renames no file that is open.
        drop(dat);
        let outcome = self.change().renamed(&path, &batch);
        let sign = Sign::Exists(batch.clone(), true);
        match &outcome {
            Outcome::NotKnown(_) => return Progress::of(outcome, batch, sign),
            Outcome::NotDone(_) => {}
            Outcome::Done => {
                self.unsynced.renamed(&path, &batch);
                self.confirmed = Some(Place::start());
                self.asked = Place::start();
                // Making the new file brings to the disk that the old name is gone: not before the batch.
                if self.sync_folders().is_err() {
                    return Progress::of(outcome, batch, sign);
                }
            }
        }
        let expected = if matches!(outcome, Outcome::Done) { Place::start() } else { end };
        if let Ok(dat) = AppendFile::open(&*self.disk, &path)
            && dat.place() == expected
        {
            if matches!(outcome, Outcome::Done) {
                // The new file is for the same people; where that is refused, for its owner.
                let _ = self.disk.adopt_permissions(&batch, &path);
            }
            self.open = Some(Open { dat, lock });
        }
        Progress::of(outcome, batch, sign)
    }

    fn uploaded(&mut self, batch: &Path) -> Result<Progress<PathBuf>, Refusal> {
        let (from, to) = self.change().place_of_uploaded(batch)?;
        let outcome = self.change().renamed(&from, &to);
        self.unsynced.renamed(&from, &to);
        Progress::of(outcome, to.clone(), Sign::Exists(to, true))
    }

    fn write_batch(
        &mut self,
        transactions: &[Transaction],
        desk: &str,
    ) -> Result<Progress<PathBuf>, Refusal> {
        if transactions.is_empty() {
            return Err(Refusal::Nothing);
        }
        let (batch, outcome) = self.change().write_batch(transactions, desk)?;
        self.unsynced.add(folder_of(&batch));
        Progress::of(outcome, batch.clone(), Sign::Exists(batch, true))
    }

    fn mend(&mut self, file: &Path, desk: &str) -> Result<Progress<MendedBatch>, Refusal> {
        let (mended, place, outcome) = self.change().mend(file, desk)?;
        self.unsynced.add(folder_of(&mended.path));
        let sign = Sign::Holds(mended.path.clone(), place);
        Progress::of(outcome, mended, sign)
    }

    fn delete_uploaded(&mut self, batches: &[PathBuf]) -> Result<Progress<usize>, Refusal> {
        let batches = self.change().uploaded_batches(batches)?;
        if let Some(batch) = batches.first() {
            self.unsynced.add(folder_of(batch));
        }
        for (gone, batch) in batches.iter().enumerate() {
            match self.change().remove(batch) {
                Outcome::Done => {}
                // Those before it are gone, which is what the answer is about.
                Outcome::NotDone(_) if gone > 0 => {
                    let before = batches.get(gone - 1).unwrap_or(batch);
                    return Ok(Progress::Done(gone, Sign::Exists(before.clone(), false)));
                }
                outcome => {
                    return Progress::of(outcome, gone + 1, Sign::Exists(batch.clone(), false));
                }
            }
        }
        let last = batches.last().cloned().ok_or(Refusal::Nothing)?;
        Ok(Progress::Done(batches.len(), Sign::Exists(last, false)))
    }

    /// The file and where it ends.
    fn end(&self) -> Result<(PathBuf, Place), Refusal> {
        match &self.open {
            Some(open) => Ok((open.dat.path().to_path_buf(), open.dat.place())),
            None => Err(Refusal::Trouble(Trouble::not_open(&self.path))),
        }
    }
}
