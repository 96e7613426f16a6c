//! A file that only grows, some records at a time, and is never left with half of one.

use std::collections::VecDeque;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::disk::{Disk, DiskFile, FileIdentity};
use super::place::{Place, RunningPlace};
use super::trouble::{Context as _, Operation, PathError};

/// How much is read or copied at a time, in bytes.
const BLOCK: usize = 256 * 1024;
/// How far back what was confirmed is read again, in bytes. A program that takes the file for
/// shorter than it is, as a share lets it for a while, writes over so much at most.
const READ_BACK: u64 = 64 * 1024;

/// An open file of records, known to be complete up to [`AppendFile::place`].
pub(super) struct AppendFile {
    path: PathBuf,
    file: Box<dyn DiskFile>,
    end: RunningPlace,
    recent: Recent,
}

/// Records that were appended and confirmed together.
#[derive(Debug)]
pub(super) struct Written {
    /// Where they stand.
    pub place: Place,
    /// What they are.
    pub records: Vec<u8>,
}

/// What was appended last, oldest first. Something else may stand before it and between.
#[derive(Debug)]
pub(super) struct Recent {
    /// A place so far back that nobody writes over what stands before it.
    start: Place,
    written: VecDeque<Written>,
    /// The lines of others behind `start`, each with its offset, as they were when the file was
    /// opened: equal ones are not this program's.
    others: Vec<(u64, Vec<u8>)>,
    /// In which file, when it was last open.
    file: Option<FileIdentity>,
}

/// Records that were confirmed, when it is no longer certain that they are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Displaced {
    /// They stood behind this place.
    pub place: Place,
    /// Their lines, one behind the other.
    pub records: Vec<u8>,
    /// Lines that stood there too, and are not among them.
    pub others: Vec<Vec<u8>>,
    /// Nothing that stood there before is left: a second writer who began at the start of the file
    /// leaves it so, and somebody who copied another file over it, who may have kept this one.
    pub is_exchanged: bool,
}

/// Why records were not appended.
#[derive(Debug)]
pub(super) enum AppendError {
    /// Somebody renamed, deleted, shortened or wrote to the file: nothing was written. Opening it
    /// anew finds out what is there now.
    Changed,
    /// Somebody renamed or deleted the file, or put another one in its place, while they were
    /// written: they are in the one that is gone.
    Gone,
    /// Something else stands where they should be, or where records before them were: another
    /// program writes to the file at the same time. Any of them may be there, these before them
    /// too.
    Displaced(Displaced),
    /// The disk failed; the file was cut back to what it held before.
    CutBack(PathError),
    /// The disk failed, and cutting back failed too or would have removed bytes that another
    /// program wrote: some of the records, or all, may be there.
    InDoubt(PathError),
}

impl AppendError {
    /// As an error of `path`, for who makes no difference between them.
    pub fn of(self, path: &Path) -> PathError {
        match self {
            Self::CutBack(error) | Self::InDoubt(error) => error,
            Self::Changed | Self::Gone | Self::Displaced(_) => changed_by_others(path),
        }
    }
}

/// The error for a file that is no longer what this program left there.
pub(super) fn changed_by_others(path: &Path) -> PathError {
    let source = io::Error::other("another program changed the file");
    PathError { path: path.to_path_buf(), operation: Operation::Write, source }
}

impl AppendFile {
    /// Opens or makes a file that the user knows, through a link if its path is one; takes all it
    /// holds as complete.
    pub fn open(disk: &dyn Disk, path: &Path) -> Result<Self, PathError> {
        let file = disk.open(path).context(Operation::Open, path)?;
        Self::with(path.to_path_buf(), file)
    }

    /// Opens or makes a file of the program's own, never through a link.
    pub fn open_own(disk: &dyn Disk, path: &Path) -> Result<Self, PathError> {
        let file = disk.open_own(path).context(Operation::Open, path)?;
        Self::with(path.to_path_buf(), file)
    }

    /// Makes a file for passing use beside `path`.
    pub fn create_passing(disk: &dyn Disk, path: &Path) -> Result<Self, PathError> {
        let (path, file) = disk.create_passing(path).context(Operation::Open, path)?;
        Self::with(path, file)
    }

    fn with(path: PathBuf, file: Box<dyn DiskFile>) -> Result<Self, PathError> {
        let (end, recent) = (RunningPlace::default(), Recent::behind(Place::start()));
        let mut opened = Self { path, file, end, recent };
        let length = opened.file.length().context(Operation::Read, &opened.path)?;
        opened.read_to(length)?;
        Ok(opened)
    }

    /// Takes all that is there for complete, about `length` bytes.
    fn read_to(&mut self, length: u64) -> Result<(), PathError> {
        let start = self.behind(RunningPlace::default(), length.saturating_sub(READ_BACK))?;
        self.recent = Recent::behind(start.place());
        self.end = self.behind(start, u64::MAX)?;
        self.note_others()
    }

    /// Notes which lines behind the start of the recent records are not among them.
    fn note_others(&mut self) -> Result<(), PathError> {
        let start = self.recent.start.length;
        let length = usize::try_from(self.length() - start).unwrap_or(usize::MAX);
        let there = self.read(start, length)?;
        let mut from = start;
        self.recent.others.clear();
        for line in there.split_inclusive(|byte| *byte == b'\n') {
            let is_own = |one: &Written| (one.place.length..one.end()).contains(&from);
            if !self.recent.written.iter().any(is_own) {
                self.recent.others.push((from, line.to_vec()));
            }
            from += line.len() as u64;
        }
        Ok(())
    }

    /// The place behind the first `length` bytes, or behind all if there are fewer; those up to `end`
    /// are known.
    fn behind(&mut self, mut end: RunningPlace, length: u64) -> Result<RunningPlace, PathError> {
        let mut block = vec![0; BLOCK];
        while end.length() < length {
            let read = self.file.read_at(end.length(), &mut block);
            let read = read.context(Operation::Read, &self.path)?;
            let left = usize::try_from(length - end.length()).unwrap_or(usize::MAX);
            let bytes = block.get(..read.min(left)).unwrap_or_default();
            if bytes.is_empty() {
                break;
            }
            end.add(bytes);
        }
        Ok(end)
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The end of what is complete and confirmed.
    pub fn place(&self) -> Place {
        self.end.place()
    }

    /// Bytes that are complete and confirmed.
    pub fn length(&self) -> u64 {
        self.end.length()
    }

    /// Writes records, waits until they are on the disk, and sees that they stand where they were
    /// put, behind those before them: a program that has the file open elsewhere may have
    /// written to the same place.
    pub fn append(&mut self, records: &[u8]) -> Result<(), AppendError> {
        match self.is_unchanged() {
            Ok(true) => {}
            Ok(false) => return Err(self.changed()),
            Err(error) => return Err(AppendError::CutBack(error)),
        }
        match self.write_all(records).and_then(|()| self.sync()) {
            Ok(()) => {}
            Err(error) => {
                return Err(match self.cut_off(records) {
                    Ok(true) => AppendError::CutBack(error),
                    Ok(false) | Err(_) => AppendError::InDoubt(error),
                });
            }
        }
        match self.stands(records) {
            Ok(true) => match self.is_there() {
                Ok(true) => {
                    let place = self.place();
                    self.end.add(records);
                    self.recent.add(Written { place, records: records.to_vec() });
                    Ok(())
                }
                Ok(false) => Err(AppendError::Gone),
                Err(error) => Err(AppendError::InDoubt(error)),
            },
            Ok(false) => Err(AppendError::Displaced(self.displaced())),
            Err(error) => Err(AppendError::InDoubt(error)),
        }
    }

    /// Sees that what was appended last is still there.
    pub fn look_back(&mut self) -> Result<(), AppendError> {
        match self.is_written_over() {
            Ok(true) => Err(AppendError::Displaced(self.displaced())),
            // What can't be read now was on the disk.
            Ok(false) | Err(_) => Ok(()),
        }
    }

    /// Why nothing was appended to a file that is another one now, or has another length.
    fn changed(&mut self) -> AppendError {
        match self.is_written_over() {
            Ok(true) => AppendError::Displaced(self.displaced()),
            // Opening it anew finds out.
            Ok(false) | Err(_) => AppendError::Changed,
        }
    }

    /// Whether something else stands where records were put that were appended last. What somebody
    /// has taken out is not put back: one who writes over it makes nothing shorter.
    fn is_written_over(&mut self) -> Result<bool, PathError> {
        let is_shorter = self.length() > 0 && self.read(self.length() - 1, 1)?.is_empty();
        Ok(!is_shorter && !self.stands(&[])?)
    }

    /// Whether these records stand at the end of what is complete, and the recent ones before them.
    fn stands(&mut self, records: &[u8]) -> Result<bool, PathError> {
        let start = self.recent.written.front().map_or(self.length(), |first| first.place.length);
        let before = usize::try_from(self.length() - start).unwrap_or(usize::MAX);
        let there = self.read(start, before.saturating_add(records.len()))?;
        let recent = self.recent.written.iter().all(|one| one.is_in(&there, start));
        Ok(recent && there.get(before..) == Some(records))
    }

    /// Whether the file still begins with what stood before the recent records.
    fn has_recent_start(&mut self) -> Result<bool, PathError> {
        let start = self.recent.start;
        Ok(self.behind(RunningPlace::default(), start.length)?.place() == start)
    }

    /// Whether the file is the one in which the recent records were put, by its text: an exchanged
    /// one gets nothing of them. Every file has the start of all files; then some of them have to
    /// stand, or something that stood before them.
    fn is_same_text(&mut self) -> Result<bool, PathError> {
        if self.recent.start.length > 0 {
            return self.has_recent_start();
        }
        let places: Vec<Place> = self.recent.written.iter().map(|one| one.place).collect();
        let mut before = RunningPlace::default();
        for place in places.into_iter().filter(|place| place.length > 0) {
            before = self.behind(before, place.length)?;
            if before.place() == place {
                return Ok(true);
            }
        }
        Ok(self.some_stand()? || self.some_of_others_stand()?)
    }

    /// Whether any line of others is where it was when the file was opened.
    fn some_of_others_stand(&mut self) -> Result<bool, PathError> {
        let start = self.recent.start.length;
        let end = |(offset, line): &(u64, Vec<u8>)| offset + line.len() as u64;
        let end = self.recent.others.last().map_or(start, end);
        let there = self.read(start, usize::try_from(end - start).unwrap_or(usize::MAX))?;
        Ok(self.recent.others.iter().any(|(offset, line)| {
            let from = usize::try_from(offset - start).unwrap_or(usize::MAX);
            there.get(from..).is_some_and(|there| there.starts_with(line))
        }))
    }

    /// Whether any of the recent records stands where it was put.
    fn some_stand(&mut self) -> Result<bool, PathError> {
        let start = self.recent.start.length;
        let length = usize::try_from(self.recent.end() - start).unwrap_or(usize::MAX);
        let there = self.read(start, length)?;
        Ok(self.recent.written.iter().any(|one| one.is_in(&there, start)))
    }

    /// What may have been written over: the recent records, to be looked for behind what stood before
    /// them, or in the whole file if that is not there any more.
    fn displaced(&mut self) -> Displaced {
        let has_start = self.has_recent_start().unwrap_or(false);
        let is_exchanged = !self.is_same_text().unwrap_or(true);
        let place = if has_start { self.recent.start } else { Place::start() };
        let written = std::mem::take(&mut self.recent.written);
        let records = written.into_iter().flat_map(|one| one.records).collect();
        let others = std::mem::take(&mut self.recent.others);
        let others = others.into_iter().map(|(_, line)| line).collect();
        Displaced { place, records, others, is_exchanged }
    }

    /// What was appended last, for whoever opens the file again.
    pub fn into_recent(mut self) -> Recent {
        // Where the system does not say it, the text does.
        self.recent.file = self.file.identity().unwrap_or_default();
        self.recent
    }

    /// Goes on reading back what was appended before the file was opened again, if it is that file by
    /// its identity, whatever somebody has written over, or by its text.
    pub fn resume(&mut self, recent: Recent) -> Result<(), PathError> {
        if recent.written.is_empty() || recent.end() > self.length() {
            return Ok(());
        }
        let is_same_file =
            recent.file.is_some() && recent.file == self.file.identity().unwrap_or_default();
        let opened = std::mem::replace(&mut self.recent, recent);
        if !is_same_file && !self.is_same_text()? {
            let stand = self.some_stand()?;
            let before = std::mem::replace(&mut self.recent, opened);
            let start = self.recent.start.length;
            let written = before.written.into_iter();
            self.recent.written =
                written.filter(|one| stand && one.place.length >= start).collect();
        }
        self.note_others()
    }

    /// Reads back from now on these records, which were found at these offsets. Whatever stands there
    /// now: somebody may have written over them since they were found.
    pub fn watch(&mut self, found: Vec<(u64, Vec<u8>)>) -> Result<(), PathError> {
        let mut before = RunningPlace::default();
        let from = self.length().saturating_sub(READ_BACK);
        let mut written = std::mem::take(&mut self.recent.written);
        for (offset, records) in found.into_iter().filter(|(offset, _)| *offset >= from) {
            before = self.behind(before, offset)?;
            written.push_back(Written { place: before.place(), records });
        }
        written.make_contiguous().sort_by_key(|one| one.place.length);
        for one in written {
            self.recent.add(one);
        }
        self.note_others()
    }

    /// Writes the next `count` bytes of `source`, for a file that nobody counts on yet: they are on
    /// the disk after [`AppendFile::sync`], and nothing is cut back when the disk fails.
    pub fn extend(&mut self, source: &mut dyn Read, count: u64) -> Result<(), PathError> {
        let mut block = vec![0; usize::try_from(count).unwrap_or(usize::MAX).min(BLOCK)];
        let mut source = source.take(count);
        loop {
            let read = source.read(&mut block).context(Operation::Read, &self.path)?;
            let bytes = block.get(..read).unwrap_or_default();
            if bytes.is_empty() {
                return Ok(());
            }
            self.write_all(bytes)?;
            self.end.add(bytes);
        }
    }

    /// Whether the file is still the one that was opened, as long as it was. A share may go on telling
    /// an old length for a while: what somebody has appended meanwhile can be read all the same.
    pub fn is_unchanged(&mut self) -> Result<bool, PathError> {
        let is_same = self.file.is_at(&self.path, self.length());
        Ok(is_same.context(Operation::Read, &self.path)? && self.read(self.length(), 1)?.is_empty())
    }

    /// Whether its path still leads to the file, however long it has become.
    fn is_there(&mut self) -> Result<bool, PathError> {
        let length = self.file.length().context(Operation::Read, &self.path)?;
        self.file.is_at(&self.path, length).context(Operation::Read, &self.path)
    }

    /// One call as a rule; more when the system takes only a part, until it says why.
    fn write_all(&mut self, mut bytes: &[u8]) -> Result<(), PathError> {
        while !bytes.is_empty() {
            let written = match self.file.append(bytes) {
                Ok(0) => Err(io::Error::from(io::ErrorKind::WriteZero)),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other,
            };
            let written = written.context(Operation::Write, &self.path)?;
            bytes = bytes.get(written..).unwrap_or_default();
        }
        Ok(())
    }

    /// Returns when all that was written is on the disk.
    pub fn sync(&mut self) -> Result<(), PathError> {
        self.file.sync().context(Operation::Sync, &self.path)
    }

    /// Cuts off what was written of these records. Returns whether it did: not if anything stands
    /// there that somebody else wrote.
    fn cut_off(&mut self, records: &[u8]) -> Result<bool, PathError> {
        let length = self.file.length().context(Operation::Read, &self.path)?;
        let there = self.read(self.length(), records.len() + 1)?;
        if length < self.length() || !records.starts_with(&there) {
            return Ok(false);
        }
        self.file.cut(self.length()).context(Operation::Cut, &self.path)?;
        self.sync()?;
        Ok(true)
    }

    /// Cuts the file to `length` bytes, on the disk too.
    pub fn cut(&mut self, length: u64) -> Result<(), PathError> {
        self.file.cut(length).context(Operation::Cut, &self.path)?;
        self.sync()?;
        self.read_to(length)
    }

    /// The bytes from `offset`, at most `count` of them, also behind what is complete.
    pub fn read(&mut self, offset: u64, count: usize) -> Result<Vec<u8>, PathError> {
        let mut bytes = Vec::new();
        while bytes.len() < count {
            let mut block = vec![0; (count - bytes.len()).min(BLOCK)];
            let at = offset + bytes.len() as u64;
            let read = self.file.read_at(at, &mut block).context(Operation::Read, &self.path)?;
            if read == 0 {
                break;
            }
            bytes.extend_from_slice(block.get(..read).unwrap_or_default());
        }
        Ok(bytes)
    }
}

impl Written {
    /// How many bytes stand before its end.
    fn end(&self) -> u64 {
        self.place.length + self.records.len() as u64
    }

    /// Whether it stands in what was read from `start` on, where it was put.
    fn is_in(&self, there: &[u8], start: u64) -> bool {
        let from = usize::try_from(self.place.length - start).unwrap_or(usize::MAX);
        there.get(from..).is_some_and(|there| there.starts_with(&self.records))
    }
}

impl Recent {
    /// Nothing was appended behind this place.
    pub fn behind(start: Place) -> Self {
        Self { start, written: VecDeque::new(), others: Vec::new(), file: None }
    }

    /// Behind how many bytes the last of them end.
    fn end(&self) -> u64 {
        self.written.back().map_or(self.start.length, Written::end)
    }

    /// These follow. Those that are too far back are forgotten.
    pub fn add(&mut self, written: Written) {
        self.written.push_back(written);
        let end = self.end();
        let is_far = |written: &mut Written| end - written.end() > READ_BACK;
        while let Some(first) = self.written.pop_front_if(is_far) {
            self.start = first.place;
        }
        let start = self.start.length;
        self.others.retain(|(offset, _)| *offset >= start);
    }
}
