//! Where transactions wait while the data folder fails or does not answer.
//!
//! The spool lies in the user's local data folder, a folder of its own for each data folder:
//!
//! ```text
//! waiting-<number>.dat          the transactions that wait, in the format of OffCirc.dat
//! trying-<number>-<place>.dat   the same, some of which may stand in OffCirc.dat already
//! folder.txt                    which data folder they wait for
//! folder.id                     which one that is, whatever its path
//! ```
//!
//! The place is where `OffCirc.dat` ended when its writing was last confirmed, before any of what
//! waits was tried. It makes "once" hold over a crash at any moment: what stands behind that place,
//! in `OffCirc.dat` or in whatever batch that file has become, has moved over already.
//!
//! Of several files the one with the highest number counts: it holds all that waited when it was
//! begun. Whatever an older one holds has moved over, or is in the newer one.

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::append::AppendFile;
use super::disk::{Disk, Lock};
use super::lock::LockError;
use super::notice::PutAside;
use super::persist::replace_file;
use super::place::Place;
use super::recover::{Recovered, UNFINISHED, cut_unfinished, unused_name};
use super::trouble::{Cause, Context as _, Operation, PathError, Trouble};
use crate::dat::{self, Reading};

const WAITING: &str = "waiting";
const TRYING: &str = "trying";
const END: &str = ".dat";
const FOLDER: &str = "folder.txt";
const KNOWN: &str = "folder.id";
/// Where version 0.1.0 kept what waits, without a place that says enough.
const OLD: &str = "waiting.dat";
const OLD_BASE: &str = "waiting.base";

/// The spool of one data folder, locked.
pub(super) struct Spool {
    folder: PathBuf,
    _lock: Lock,
    /// The file that counts.
    current: Option<Current>,
    /// Files that count for nothing and could not be removed, or are perhaps there: they would count if
    /// they had the highest number.
    strays: Vec<Name>,
    /// The highest number that a file has had.
    number: u64,
}

/// The file of the spool that counts.
struct Current {
    name: Name,
    file: Option<AppendFile>,
    /// All that it holds.
    bytes: Vec<u8>,
    /// It holds what waits, and nothing else: it can be continued.
    is_sound: bool,
}

/// What the name of a file of the spool says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Name {
    number: u64,
    /// Where `OffCirc.dat` ended before any of what the file holds was tried; none if none was.
    tried_at: Option<Place>,
}

/// What opening the spool found.
#[derive(Default)]
pub(super) struct Waiting {
    /// The transactions that wait, in order.
    pub records: Vec<Vec<u8>>,
    /// Where `OffCirc.dat` ended before any of them was tried; none if none was.
    pub tried_at: Option<Place>,
    /// What a crash left at the end.
    pub recovered: Option<Recovered>,
    /// What was among them and is no transaction.
    pub put_aside: Option<PutAside>,
    /// What is known of the data folder from an earlier session.
    pub known: Option<KnownFolder>,
}

/// What is known of a data folder from an earlier session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct KnownFolder {
    /// Its identity.
    pub id: String,
    /// It is on another disk than the user's own data: a share, a stick.
    pub on_other_disk: bool,
}

/// Transactions that wait on this computer for another data folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// The data folder they wait for, as it was given; the spool's own folder if that is unknown.
    pub folder: String,
    /// The file they wait in.
    pub file: PathBuf,
    /// How many lines it has.
    pub lines: usize,
}

impl Name {
    fn text(self) -> String {
        match self.tried_at {
            None => format!("{WAITING}-{:06}{END}", self.number),
            Some(place) => format!("{TRYING}-{:06}-{place}{END}", self.number),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        match text.strip_suffix(END)?.split_once('-')? {
            (WAITING, number) => Some(Self { number: number.parse().ok()?, tried_at: None }),
            (TRYING, rest) => {
                let (number, place) = rest.split_once('-')?;
                Some(Self { number: number.parse().ok()?, tried_at: Some(place.parse().ok()?) })
            }
            _ => None,
        }
    }
}

impl Spool {
    /// Opens the spool below `root` for a data folder.
    pub fn open(
        disk: &dyn Disk,
        root: &Path,
        data_folder: &Path,
    ) -> Result<(Self, Waiting), LockError> {
        let folder = root.join(name_of(data_folder));
        disk.create_folder(&folder).context(Operation::CreateFolder, &folder)?;
        let lock = disk.lock(&folder)?;
        let mut spool = Self { folder, _lock: lock, current: None, strays: Vec::new(), number: 0 };
        let waiting = spool.load(disk)?;
        let label = spool.folder.join(FOLDER);
        if !disk.exists(&label).unwrap_or(true) {
            let text = data_folder.to_string_lossy();
            // For a person who looks; the spool works without it.
            let _ = replace_file(disk, &label, text.as_bytes());
        }
        Ok((spool, waiting))
    }

    fn load(&mut self, disk: &dyn Disk) -> Result<Waiting, PathError> {
        self.take_over_old(disk)?;
        let names = disk.names(&self.folder).context(Operation::Read, &self.folder)?;
        let names: Vec<Name> = names.iter().filter_map(|name| Name::parse(name)).collect();
        let mut waiting = Waiting { known: self.known(disk), ..Waiting::default() };
        let Some(name) = names.iter().max_by_key(|name| name.number).copied() else {
            return Ok(waiting);
        };
        self.number = name.number;
        self.strays = names.into_iter().filter(|older| older.number < name.number).collect();
        // They count for nothing as long as there is the newer one.
        let _ = self.remove_strays(disk);
        let mut file = AppendFile::open_own(disk, &self.folder.join(name.text()))?;
        waiting.recovered = cut_unfinished(disk, &mut file)?;
        let bytes = file.read(0, usize::MAX)?;
        let lines = bytes.split_inclusive(|byte| *byte == b'\n');
        let (records, others): (Vec<&[u8]>, Vec<&[u8]>) = lines.partition(|line| is_record(line));
        waiting.records = records.iter().map(|record| record.to_vec()).collect();
        waiting.tried_at = name.tried_at;
        let is_sound = others.is_empty();
        let others = others.concat();
        let bytes = records.concat();
        self.current = Some(Current { name, file: Some(file), bytes, is_sound });
        if !is_sound {
            waiting.put_aside = Some(self.put_aside(disk, &others)?);
            let bytes = waiting.records.concat();
            let wanted = Name { number: self.number + 1, ..name };
            self.begin(disk, wanted, &bytes)?;
        }
        Ok(waiting)
    }

    /// Takes over what version 0.1.0 left.
    fn take_over_old(&self, disk: &dyn Disk) -> Result<(), PathError> {
        let old = self.folder.join(OLD);
        if disk.exists(&old).context(Operation::Open, &old)? {
            let name = Name { number: 0, tried_at: None };
            disk.rename(&old, &self.folder.join(name.text())).context(Operation::Rename, &old)?;
            let _ = disk.remove(&self.folder.join(OLD_BASE));
            disk.sync_folder(&self.folder).context(Operation::Sync, &self.folder)?;
        }
        Ok(())
    }

    /// Keeps bytes that are no transactions.
    fn put_aside(&self, disk: &dyn Disk, bytes: &[u8]) -> Result<PutAside, PathError> {
        let folder = self.folder.join(UNFINISHED);
        disk.create_folder(&folder).context(Operation::CreateFolder, &folder)?;
        let kept_in = unused_name(disk, &folder)?;
        replace_file(disk, &kept_in, bytes)?;
        Ok(PutAside { file: self.folder.clone(), kept_in })
    }

    /// Sees to it that the disk holds exactly these records as waiting. `tried_at` is where
    /// `OffCirc.dat` ended before any of them was tried, once one has been.
    pub fn hold(
        &mut self,
        disk: &dyn Disk,
        records: &[u8],
        tried_at: Option<Place>,
    ) -> Result<(), PathError> {
        let wanted = Name { number: self.number + 1, tried_at };
        let counts = self.counts();
        let Some(current) = &mut self.current else {
            return self.begin(disk, wanted, records);
        };
        let continues = counts && current.is_sound && current.name.tried_at == tried_at;
        match records.strip_prefix(&*current.bytes).filter(|_| continues) {
            None => self.begin(disk, wanted, records),
            Some([]) => Ok(()),
            Some(more) => {
                let appended = current.file.as_mut().map(|file| file.append(more));
                if let Some(Ok(())) = appended {
                    current.bytes.extend_from_slice(more);
                    return Ok(());
                }
                // What it holds now is not known for certain: a new one is.
                current.is_sound = false;
                self.begin(disk, wanted, records)
            }
        }
    }

    /// Notes that some of what waits may stand in `OffCirc.dat` from now on, behind `place`. If
    /// there is no room to begin a new file the one that is there gets another name, which takes
    /// none: what it says of the place is older, and still true.
    pub fn begin_to_try(
        &mut self,
        disk: &dyn Disk,
        records: &[u8],
        place: Place,
    ) -> Result<(), PathError> {
        let Err(error) = self.hold(disk, records, Some(place)) else { return Ok(()) };
        let counts = self.counts();
        let Some(current) = self.current.as_mut().filter(|current| counts && current.is_sound)
        else {
            return Err(error);
        };
        if current.name.tried_at.is_some() {
            return Ok(());
        }
        let tried = Name { tried_at: Some(place), ..current.name };
        let (from, to) = (self.folder.join(current.name.text()), self.folder.join(tried.text()));
        current.file = None;
        disk.rename(&from, &to).context(Operation::Rename, &from)?;
        disk.sync_folder(&self.folder).context(Operation::Sync, &self.folder)?;
        current.name = tried;
        current.file = Some(AppendFile::open_own(disk, &to)?);
        Ok(())
    }

    /// Begins a new file, which takes the place of the one before.
    fn begin(&mut self, disk: &dyn Disk, name: Name, records: &[u8]) -> Result<(), PathError> {
        let path = self.folder.join(name.text());
        // Whatever becomes of it, the number is taken.
        self.number = name.number;
        if let Err(error) = replace_file(disk, &path, records) {
            // It may be there all the same, and would count.
            self.strays.push(name);
            let _ = self.remove_strays(disk);
            return Err(error);
        }
        let file = AppendFile::open_own(disk, &path).ok();
        let new = Current { name, file, bytes: records.to_vec(), is_sound: true };
        if let Some(before) = self.current.replace(new) {
            drop(before.file);
            self.strays.push(before.name);
        }
        // They count for nothing as long as there is the new one.
        let _ = self.remove_strays(disk);
        Ok(())
    }

    /// Whether the current file has the highest number of those that may be there.
    fn counts(&self) -> bool {
        let number = self.current.as_ref().map_or(0, |current| current.name.number);
        self.strays.iter().all(|stray| stray.number < number)
    }

    /// Removes what counts for nothing, for certain once this has succeeded.
    fn remove_strays(&mut self, disk: &dyn Disk) -> Result<(), PathError> {
        if self.strays.is_empty() {
            return Ok(());
        }
        for stray in &self.strays {
            let path = self.folder.join(stray.text());
            match disk.remove(&path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                removed => removed.context(Operation::Remove, &path)?,
            }
        }
        disk.sync_folder(&self.folder).context(Operation::Sync, &self.folder)?;
        self.strays.clear();
        Ok(())
    }

    /// Empties the spool: nothing waits any more.
    pub fn clear(&mut self, disk: &dyn Disk) -> Result<(), PathError> {
        if let Some(current) = &mut self.current {
            current.is_sound = false;
        }
        // Without the current one they would count.
        self.remove_strays(disk)?;
        let Some(current) = &mut self.current else { return Ok(()) };
        let path = self.folder.join(current.name.text());
        let emptied = match current.file.take() {
            Some(mut file) => file.cut(0),
            None => AppendFile::open_own(disk, &path).and_then(|mut file| file.cut(0)),
        };
        // Emptied before it is deleted: a virus scanner can keep a file from being deleted.
        let removed = disk.remove(&path).context(Operation::Remove, &path);
        let removed = removed
            .and_then(|()| disk.sync_folder(&self.folder).context(Operation::Sync, &self.folder));
        emptied.or(removed)?;
        self.current = None;
        Ok(())
    }

    /// Whether the disk may hold something as waiting that does not.
    pub fn is_unsound(&self) -> bool {
        !self.strays.is_empty() || self.current.as_ref().is_some_and(|current| !current.is_sound)
    }

    fn known(&self, disk: &dyn Disk) -> Option<KnownFolder> {
        let mut text = String::new();
        let source = disk.reader(&self.folder.join(KNOWN)).ok()?;
        source.take(1024).read_to_string(&mut text).ok()?;
        let mut lines = text.lines();
        let id = lines.next()?.to_owned();
        Some(KnownFolder { id, on_other_disk: lines.next() == Some("other disk") })
    }

    /// Remembers what the data folder is, for the next session.
    pub fn remember(&self, disk: &dyn Disk, known: &KnownFolder) -> Result<(), PathError> {
        if self.known(disk).as_ref() == Some(known) {
            return Ok(());
        }
        let disk_word = if known.on_other_disk { "other disk" } else { "this disk" };
        let text = format!("{}\n{disk_word}\n", known.id);
        replace_file(disk, &self.folder.join(KNOWN), text.as_bytes())
    }
}

/// Whether these bytes are the line of one transaction, as this program writes it.
fn is_record(line: &[u8]) -> bool {
    let bytes = line.strip_suffix(b"\r\n").unwrap_or(line);
    match dat::read_line(bytes) {
        Reading::Transaction { transaction, .. } => dat::encode(&transaction) == line,
        Reading::Blank | Reading::Unreadable(_) => false,
    }
}

/// What waits below `root` for other data folders than `data_folder`.
pub(super) fn elsewhere(disk: &dyn Disk, root: &Path, data_folder: &Path) -> Vec<Elsewhere> {
    let own = name_of(data_folder);
    let folders = disk.names(root).unwrap_or_default().into_iter().filter(|name| *name != own);
    folders
        .filter_map(|folder| {
            let folder = root.join(folder);
            let names = disk.names(&folder).ok()?;
            let newest = names.iter().filter_map(|name| Name::parse(name));
            let newest = newest.max_by_key(|name| name.number).map(Name::text);
            let old = || names.iter().any(|name| name == OLD).then(|| OLD.to_owned());
            let file = folder.join(newest.or_else(old)?);
            let read = |path: &Path| {
                let mut bytes = Vec::new();
                disk.reader(path).ok()?.read_to_end(&mut bytes).ok()?;
                Some(bytes)
            };
            let lines = memchr::memchr_iter(b'\n', &read(&file)?).count();
            let label = read(&folder.join(FOLDER)).and_then(|text| String::from_utf8(text).ok());
            let label = label.unwrap_or_else(|| folder.display().to_string());
            (lines > 0).then_some(Elsewhere { folder: label, file, lines })
        })
        .collect()
}

/// A folder name for a path: its FNV-1a hash, for a path may be longer than a name can be.
fn name_of(data_folder: &Path) -> String {
    let bytes = data_folder.as_os_str().as_encoded_bytes();
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// A trouble for a spool that no folder can be found for.
pub(super) fn no_place() -> Trouble {
    Trouble {
        path: PathBuf::new(),
        operation: Operation::CreateFolder,
        cause: Cause::Gone,
        detail: "this computer has no folder for the user's own data".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_it_was_given() {
        for tried_at in [None, Some(Place::start())] {
            let name = Name { number: 7, tried_at };
            assert_eq!(Name::parse(&name.text()), Some(name));
        }
        for strange in ["waiting.dat", "trying-1.dat", "other-1.dat", "waiting-x.dat"] {
            assert_eq!(Name::parse(strange), None, "{strange}");
        }
    }
}
