//! The data folder: one request at a time, each of which may wait for a disk or a share for as long
//! as that takes. What is asked, and when, is for [`super::keeper`] to decide.

use std::collections::VecDeque;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use super::append::{AppendError, AppendFile, Displaced, Recent};
use super::change::Change;
use super::disk::{Disk, Lock};
use super::lock::{FolderLock, LockError};
use super::names::DAT;
use super::notice::{Notice, PutAside};
use super::order::{Order, Unanswered};
use super::patience::{PATIENCE, TRY_EVERY, patiently};
use super::place::Place;
use super::recover::complete_end;
use super::replacement::Finished;
use super::settle::{Attempt, has_place, settle};
use super::spool::KnownFolder;
use super::trouble::{Cause, Context as _, Operation, PathError, Trouble};
use crate::dat::Encoding;

/// What the data folder is asked to do.
#[derive(Debug)]
pub(super) enum Request {
    /// Open it, and see what became of what was tried.
    Open(Attempt),
    /// Append these records to `OffCirc.dat`, together.
    Append(Vec<u8>),
    /// See that what was appended last is still there.
    LookBack,
    /// Carry out an order. All that was appended is in `OffCirc.dat`.
    Carry(Order),
}

/// What it answers.
#[derive(Debug)]
pub(super) enum Reply {
    Opened(Result<Opened, LockError>),
    Appended(Result<Place, NotAppended>),
    Carried(Carried),
    /// `OffCirc.dat` is not what it was: the order was not begun.
    Changed(Order),
}

/// What became of an order.
#[derive(Debug)]
pub(super) struct Carried {
    /// What is to be told, the answer too if there is one.
    pub told: Vec<Notice>,
    /// There is none yet: the outcome is looked up when the folder is opened next. This is the answer
    /// if it never is.
    pub owed: Option<Notice>,
    /// Where `OffCirc.dat` ends now, or why the folder is no longer open.
    pub end: Result<Place, WhyNot>,
}

/// A data folder that was opened.
#[derive(Debug)]
pub(super) struct Opened {
    /// Where `OffCirc.dat` ends.
    pub end: Place,
    /// What is in it, compared with before.
    pub content: Content,
    /// Of each record of the attempt, whether it stands in a file already.
    pub stands: Vec<bool>,
    /// Those that do not may stand in a file that somebody took away.
    pub perhaps_elsewhere: bool,
    /// What is to be told.
    pub told: Vec<Notice>,
    /// What the folder is, to be remembered.
    pub known: Option<KnownFolder>,
}

/// What is in `OffCirc.dat` when it was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// It was opened for the first time, or is another file than before. How many of its bytes were
    /// there before this session.
    Unread {
        /// In bytes.
        asked: u64,
        /// Which one it is, counted from 1.
        edition: u64,
    },
    /// What was there, and what this program added.
    Same,
    /// Somebody has added lines to it.
    LinesAdded,
}

/// Why records were not appended.
#[derive(Debug)]
pub(super) struct NotAppended {
    pub why: WhyNot,
    /// Some of them may stand in the file all the same.
    pub is_tried: bool,
    /// What was confirmed before and may be there no longer.
    pub displaced: Option<Box<Displaced>>,
}

/// Why nothing more can be done with the folder as it is open.
#[derive(Debug)]
pub(super) enum WhyNot {
    /// Somebody changed the file: it has to be opened anew.
    Changed,
    /// The folder fails.
    Failed(Trouble),
}

/// The data folder of a session.
pub(super) struct Folder {
    pub(super) disk: Arc<dyn Disk>,
    pub(super) path: PathBuf,
    /// A folder of the user's own, to tell whether the data folder is on another disk.
    own_data: Option<PathBuf>,
    /// What an earlier session knew of it.
    known: Option<KnownFolder>,
    pub(super) open: Option<Open>,
    /// What was appended last when it was open last.
    recent: Option<Recent>,
    /// It was open in this session.
    was_open: bool,
    /// Where `OffCirc.dat` ended when that was last confirmed.
    pub(super) confirmed: Option<Place>,
    /// Where what was there before this session ends.
    pub(super) asked: Place,
    /// Which file `OffCirc.dat` is in this session, counted from 1.
    pub(super) edition: u64,
    /// Folders whose entries have to be brought to the disk before anything is confirmed.
    pub(super) unsynced: Unsynced,
    /// What is to be told when the folder is open.
    untold: Vec<Notice>,
    /// An order whose outcome is looked up when the folder is opened next.
    pub(super) unanswered: Option<Unanswered>,
}

/// Folders in which something was renamed, in the order in which they have to be brought to the disk:
/// the new name of a file before its old one is gone.
#[derive(Debug, Default)]
pub(super) struct Unsynced(VecDeque<PathBuf>);

impl Unsynced {
    pub fn add(&mut self, folder: PathBuf) {
        if !self.0.contains(&folder) {
            self.0.push_back(folder);
        }
    }

    /// A file was renamed.
    pub fn renamed(&mut self, from: &Path, to: &Path) {
        self.add(folder_of(to));
        self.add(folder_of(from));
    }
}

/// A data folder that is open: locked, its `OffCirc.dat` complete.
pub(super) struct Open {
    pub dat: AppendFile,
    pub lock: Lock,
}

impl Folder {
    pub fn new(
        disk: Arc<dyn Disk>,
        path: PathBuf,
        own_data: Option<PathBuf>,
        known: Option<KnownFolder>,
    ) -> Self {
        Self {
            disk,
            path,
            own_data,
            known,
            open: None,
            recent: None,
            was_open: false,
            confirmed: None,
            asked: Place::start(),
            edition: 0,
            unsynced: Unsynced::default(),
            untold: Vec::new(),
            unanswered: None,
        }
    }

    pub fn perform(&mut self, request: Request) -> Reply {
        match request {
            Request::Open(attempt) => {
                Reply::Opened(patiently(|| self.open(&attempt), LockError::is_busy))
            }
            Request::Append(records) => Reply::Appended(self.append(|dat| dat.append(&records))),
            Request::LookBack => Reply::Appended(self.append(AppendFile::look_back)),
            Request::Carry(order) => self.carry(order),
        }
    }

    /// The file behind the name `OffCirc.dat`, which may be a link that somebody made.
    pub(super) fn dat(&self) -> Result<PathBuf, PathError> {
        let dat = self.path.join(DAT);
        self.disk.resolve(&dat).context(Operation::Open, &dat)
    }

    fn open(&mut self, attempt: &Attempt) -> Result<Opened, LockError> {
        // The lock that is held goes first: a folder on a stick that came back is another folder.
        self.let_go();
        self.see_that_it_is_there()?;
        let lock = self.disk.lock(&self.path)?;
        self.unsynced.add(self.path.clone());
        self.sync_folders()?;
        let path = self.dat()?;
        // What is told here has happened, even if opening fails behind it.
        let aside = self.put_utf16_aside(&path)?;
        self.untold.extend(aside.map(Notice::PutAside));
        let mut dat = AppendFile::open(&*self.disk, &path)?;
        let finished = Change { disk: &*self.disk, data_folder: &self.path }.finish(&path)?;
        if let Some(unanswered) = &self.unanswered {
            let answer = unanswered.answer(&*self.disk, finished.as_ref())?;
            self.untold.push(answer);
            self.unanswered = None;
        }
        if let Some(Finished::NotKnown(aside)) = finished {
            self.untold.extend(aside.into_iter().map(Notice::PutAside));
        }
        let settled = settle(&*self.disk, &self.path, &mut dat, attempt)?;
        let recovered = complete_end(&*self.disk, &mut dat)?;
        if !settled.found.is_empty() {
            // It was perhaps never brought to the disk: it is before it counts.
            dat.sync()?;
        }
        self.untold.extend(recovered.map(Notice::Recovered));
        let own: usize = attempt
            .records
            .iter()
            .zip(&settled.stands)
            .filter_map(|(record, stands)| stands.then_some(record.len()))
            .sum();
        let content = self.content(&dat, own as u64, settled.first)?;
        let known = lock.folder_id.clone().map(|id| self.describe(id)).transpose()?;
        if let Some(recent) = self.recent.take() {
            dat.resume(recent)?;
        }
        dat.watch(settled.found)?;
        self.was_open = true;
        let end = dat.place();
        self.confirmed = Some(end);
        self.open = Some(Open { dat, lock });
        let perhaps_elsewhere = !settled.is_known;
        let told = std::mem::take(&mut self.untold);
        Ok(Opened { end, content, stands: settled.stands, perhaps_elsewhere, told, known })
    }

    /// Nothing can be appended to a text in UTF-16: it is kept as it is, and a new file begun.
    fn put_utf16_aside(&self, dat: &Path) -> Result<Option<PutAside>, PathError> {
        if !self.disk.exists(dat).context(Operation::Open, dat)? {
            return Ok(None);
        }
        let mut start = Vec::new();
        let source = self.disk.reader(dat).context(Operation::Open, dat)?;
        source.take(512).read_to_end(&mut start).context(Operation::Read, dat)?;
        let is_utf16 = Encoding::of(&start).is_utf16();
        is_utf16.then(|| self.change().put_aside(dat)).transpose()
    }

    /// What is in the file, of which `own` bytes behind the confirmed place are this program's.
    fn content(
        &mut self,
        dat: &AppendFile,
        own: u64,
        first: Option<u64>,
    ) -> Result<Content, PathError> {
        let end = dat.place();
        if let Some(confirmed) = self.confirmed {
            if end == confirmed {
                return Ok(Content::Same);
            }
            if end.length > confirmed.length && has_place(&*self.disk, dat.path(), confirmed)? {
                let is_own = end.length - confirmed.length == own;
                return Ok(if is_own { Content::Same } else { Content::LinesAdded });
            }
        }
        // What had been tried was in no file that anybody uploaded, nor was what followed it.
        let asked = first.unwrap_or(end.length);
        let source = self.disk.reader(dat.path()).context(Operation::Open, dat.path())?;
        self.asked = Place::read(source, asked).context(Operation::Read, dat.path())?;
        self.edition += 1;
        Ok(Content::Unread { asked, edition: self.edition })
    }

    /// The folder is made if it is missing, unless it was there before: then a stick was pulled out
    /// or a share is gone, and a new folder in its place would hide what is recorded there as soon
    /// as the old one is back. So would an empty one, where a share is usually mounted.
    fn see_that_it_is_there(&self) -> Result<(), PathError> {
        let path = &self.path;
        let has_been_used = || -> io::Result<bool> {
            let names = self.disk.names(path)?;
            Ok(names.iter().any(|name| name == DAT || name == FolderLock::FILE))
        };
        let gone = |detail: &str| {
            let source = io::Error::new(io::ErrorKind::NotFound, detail.to_owned());
            Err(PathError { path: path.clone(), operation: Operation::Open, source })
        };
        if self.was_open {
            if !has_been_used().context(Operation::Open, path)? {
                return gone("the folder that was open is not there");
            }
            return Ok(());
        }
        let was_on_other_disk = self.known.as_ref().is_some_and(|known| known.on_other_disk);
        if was_on_other_disk
            && self.is_on_user_disk()? == Some(true)
            && !has_been_used().context(Operation::Open, path)?
        {
            return gone("the disk or share of this folder is not there");
        }
        self.disk.create_folder(path).context(Operation::CreateFolder, path)
    }

    fn is_on_user_disk(&self) -> Result<Option<bool>, PathError> {
        let Some(own_data) = &self.own_data else { return Ok(None) };
        self.disk.is_same_disk(&self.path, own_data).context(Operation::Open, &self.path)
    }

    fn describe(&self, id: String) -> Result<KnownFolder, PathError> {
        Ok(KnownFolder { id, on_other_disk: self.is_on_user_disk()? == Some(false) })
    }

    fn append(
        &mut self,
        mut append: impl FnMut(&mut AppendFile) -> Result<(), AppendError>,
    ) -> Result<Place, NotAppended> {
        let not = |why, is_tried| NotAppended { why, is_tried, displaced: None };
        let until = Instant::now() + PATIENCE;
        loop {
            let Some(open) = &mut self.open else {
                return Err(not(WhyNot::Failed(Trouble::not_open(&self.path)), false));
            };
            let error = match append(&mut open.dat) {
                Ok(()) => {
                    let place = open.dat.place();
                    self.confirmed = Some(place);
                    return Ok(place);
                }
                Err(error) => error,
            };
            let not_appended = match error {
                AppendError::CutBack(error)
                    if Cause::of(&error.source) == Cause::Busy && Instant::now() < until =>
                {
                    thread::sleep(TRY_EVERY);
                    continue;
                }
                AppendError::Changed => not(WhyNot::Changed, false),
                AppendError::Gone => not(WhyNot::Changed, true),
                AppendError::CutBack(error) => not(WhyNot::Failed(Trouble::from(&error)), false),
                AppendError::InDoubt(error) => not(WhyNot::Failed(Trouble::from(&error)), true),
                AppendError::Displaced(displaced) => {
                    // Of an exchanged file nothing is known.
                    self.confirmed = Some(displaced.place).filter(|_| !displaced.is_exchanged);
                    let displaced = Some(Box::new(displaced));
                    NotAppended { why: WhyNot::Changed, is_tried: true, displaced }
                }
            };
            self.let_go();
            return Err(not_appended);
        }
    }

    /// Closes the folder. Whoever opens it again goes on looking after what was appended last.
    fn let_go(&mut self) {
        if let Some(Open { dat, .. }) = self.open.take() {
            self.recent = Some(dat.into_recent());
        }
    }

    /// Brings the entries of folders to the disk in which something was renamed.
    pub(super) fn sync_folders(&mut self) -> Result<(), PathError> {
        while let Some(folder) = self.unsynced.0.front() {
            self.disk.sync_folder(folder).context(Operation::Sync, folder)?;
            self.unsynced.0.pop_front();
        }
        Ok(())
    }

    pub(super) fn change(&self) -> Change<'_> {
        Change { disk: &*self.disk, data_folder: &self.path }
    }
}

/// How long between two attempts to open a folder that failed; longer if an attempt itself takes
/// long, so that a share that hangs does not take all of the thread's time.
pub(super) const REOPEN_EVERY: Duration = Duration::from_secs(1);

/// The folder in which something with this path stands.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new("")).to_path_buf()
}
