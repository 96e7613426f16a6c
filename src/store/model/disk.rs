//! A disk in memory, on which anything can go wrong before any operation.
//!
//! It holds what programs see and, beside it, what would be left after a power cut: the bytes of a
//! file since its last sync, the names in a folder since that folder's last sync. That is less than
//! most file systems keep, and as much as all of them promise.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::super::disk::{Disk, DiskFile, FileIdentity, Lock};
use super::super::lock::{FolderLock, LockError};
use super::super::names::DAT;
use super::{DATA, OWN, line};

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fault {
    /// The operation fails and does nothing.
    Fails,
    /// The operation is done, and fails.
    FailsDone,
    /// Everything in the data folder fails from now on, until the desk pauses.
    FolderFails,
    /// Everything in the spools fails from now on, until the desk pauses.
    SpoolFails,
    /// Both.
    AllFails,
    /// The data folder answers after three seconds from now on, until the desk pauses.
    Slow,
    /// The program is killed; of what it was writing a half is there.
    Kill,
    /// The power is cut; of what was not synced nothing is there.
    PowerCut,
    /// The power is cut; names are there, bytes that were not synced are not.
    PowerCutNames,
    /// Somebody else does something to the data folder.
    Others(Others),
}

/// What somebody else does to `OffCirc.dat`, by hand or by another program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Others {
    /// A line is appended.
    Adds,
    /// Another desk's file takes its place, exactly as long.
    Exchanges,
    /// It is deleted.
    Deletes,
    /// The file as it was when the session began takes its place.
    Restores,
}

/// A file as programs see it and as the disk has it for certain.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct Content {
    seen: Vec<u8>,
    kept: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Node {
    Folder,
    File(u64),
}

/// The disk, without what goes wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Tree {
    seen: BTreeMap<PathBuf, Node>,
    kept: BTreeMap<PathBuf, Node>,
    files: BTreeMap<u64, Content>,
    next: u64,
}

/// What happened that the desk can't have known.
#[derive(Debug, Clone, Default)]
pub struct Meanwhile {
    /// Lines that others took away, or that a rename of the program ran over before anybody could
    /// have seen them.
    pub taken: Vec<Vec<u8>>,
    /// Lines that others put there.
    pub added: Vec<Vec<u8>>,
    /// Lines that others put there a second time.
    pub again: Vec<Vec<u8>>,
}

struct State {
    tree: Tree,
    operations: usize,
    wrong: Vec<(usize, Fault)>,
    fails: Option<fn(&Path) -> bool>,
    is_slow: bool,
    /// How it ended.
    ended: Option<Fault>,
    /// At which operation others last did something.
    others_at: Option<usize>,
    /// `OffCirc.dat` when the session began.
    before: Vec<u8>,
    meanwhile: Meanwhile,
}

/// A handle on the disk.
#[derive(Clone)]
pub struct MemoryDisk(Arc<Mutex<State>>);

/// So many operations lie between the last look at `OffCirc.dat` and the rename over it, at most:
/// what others do in between nobody can see.
const UNSEEN: usize = 3;

impl Tree {
    /// The files below a folder with what programs see in them, in the order in which they were made. A
    /// file that a power cut left with two names, of which journals know but one, has its first here.
    pub fn files_in(&self, folder: &Path) -> Vec<(&Path, &[u8])> {
        let mut files: Vec<_> = self
            .seen
            .iter()
            .filter(|(path, _)| path.starts_with(folder))
            .filter_map(|(path, node)| match node {
                Node::File(id) => Some((*id, path.as_path(), self.files.get(id)?.seen.as_slice())),
                Node::Folder => None,
            })
            .collect();
        files.sort_unstable();
        files.dedup_by_key(|(id, ..)| *id);
        files.into_iter().map(|(_, path, bytes)| (path, bytes)).collect()
    }

    /// Hashes what is on it, but for names by time or chance.
    pub fn hash_files<H: Hasher>(&self, state: &mut H) {
        let of = |names: &BTreeMap<PathBuf, Node>, is_kept: bool| {
            let named = names.iter().filter_map(|(path, node)| match node {
                Node::Folder => None,
                Node::File(id) => Some((id, path)),
            });
            let mut files: Vec<_> = named.collect();
            files.sort_unstable();
            let bytes = |id: &u64| {
                let content = self.files.get(id).cloned().unwrap_or_default();
                if is_kept { content.kept } else { content.seen }
            };
            let is_by_chance =
                |path: &Path| path.extension().is_some_and(|end| end == "new" || end == "txt");
            let name = |path: &'_ PathBuf| {
                if is_by_chance(path) { path.with_file_name("") } else { path.clone() }
            };
            let is_dated = |path: &Path| path.extension().is_some_and(|end| end == "csv");
            let files = files.into_iter().filter(|(_, path)| !is_dated(path));
            files.map(|(id, path)| (name(path), bytes(id))).collect::<Vec<_>>()
        };
        (of(&self.seen, false), of(&self.kept, true)).hash(state);
    }

    fn file(&self, path: &Path) -> Option<u64> {
        match self.seen.get(path)? {
            Node::File(id) => Some(*id),
            Node::Folder => None,
        }
    }

    fn bytes(&self, path: &Path) -> &[u8] {
        self.file(path).and_then(|id| self.files.get(&id)).map_or(&[], |content| &content.seen)
    }

    fn make(&mut self, path: &Path) -> u64 {
        self.next += 1;
        self.files.insert(self.next, Content::default());
        self.seen.insert(path.to_path_buf(), Node::File(self.next));
        self.next
    }

    fn sync_folder(&mut self, folder: &Path) {
        let is_in = |path: &PathBuf| path.parent() == Some(folder);
        self.kept.retain(|path, _| !is_in(path));
        let names = self.seen.iter().filter(|(path, _)| is_in(path));
        self.kept.extend(names.map(|(path, node)| (path.clone(), *node)));
    }

    /// Puts a file there as others do: at once, and for certain.
    pub fn put(&mut self, path: &Path, bytes: &[u8]) {
        for folder in path.ancestors().skip(1) {
            self.seen.insert(folder.to_path_buf(), Node::Folder);
            self.kept.insert(folder.to_path_buf(), Node::Folder);
        }
        let id = self.make(path);
        self.files.insert(id, Content { seen: bytes.to_vec(), kept: bytes.to_vec() });
        self.kept.insert(path.to_path_buf(), Node::File(id));
    }

    /// What is left after the power was cut.
    fn cut_power(&mut self, names_are_kept: bool) {
        if names_are_kept {
            self.kept.clone_from(&self.seen);
        }
        self.seen.clone_from(&self.kept);
        for content in self.files.values_mut() {
            content.seen.clone_from(&content.kept);
        }
    }

    /// Forgets the files that have no name any more.
    fn forget_nameless(&mut self) {
        let named = |id: &u64| {
            let of = |names: &BTreeMap<PathBuf, Node>| {
                names.values().any(|node| *node == Node::File(*id))
            };
            of(&self.seen) || of(&self.kept)
        };
        let gone: Vec<u64> = self.files.keys().filter(|id| !named(id)).copied().collect();
        for id in gone {
            self.files.remove(&id);
        }
    }
}

/// The lines of some bytes, each with its end.
pub fn lines(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec)
}

/// What becomes of an operation.
enum Step {
    Goes,
    Fails,
    FailsDone,
    Half,
}

fn error() -> io::Error {
    io::Error::other("the model's fault")
}

fn missing() -> io::Error {
    io::ErrorKind::NotFound.into()
}

impl State {
    fn next(&mut self, path: &Path) -> Step {
        if self.ended.is_some() {
            return Step::Fails;
        }
        self.operations += 1;
        let now = self.operations;
        let fault = self.wrong.iter().find(|(at, _)| *at == now).map(|(_, fault)| *fault);
        match fault {
            Some(Fault::Fails) => return Step::Fails,
            Some(Fault::FailsDone) => return Step::FailsDone,
            Some(Fault::FolderFails) => self.fails = Some(|path| path.starts_with(DATA)),
            Some(Fault::SpoolFails) => self.fails = Some(|path| path.starts_with(OWN)),
            Some(Fault::AllFails) => self.fails = Some(|_| true),
            Some(Fault::Slow) => self.is_slow = true,
            Some(Fault::Others(others)) => self.others(others),
            Some(fault @ (Fault::Kill | Fault::PowerCut | Fault::PowerCutNames)) => {
                self.ended = Some(fault);
                return if fault == Fault::Kill { Step::Half } else { Step::Fails };
            }
            None => {}
        }
        if self.fails.is_some_and(|fails| fails(path)) { Step::Fails } else { Step::Goes }
    }

    fn others(&mut self, others: Others) {
        let dat = Path::new(DATA).join(DAT);
        self.others_at = Some(self.operations);
        let there: Vec<Vec<u8>> = lines(self.tree.bytes(&dat)).collect();
        self.tree.next += 1;
        let number = usize::try_from(self.tree.next).unwrap_or_default() * 100;
        match others {
            Others::Adds => {
                let Some(id) = self.tree.file(&dat) else { return };
                let Some(content) = self.tree.files.get_mut(&id) else { return };
                // Behind a line that is being written they could not tell that it is not whole.
                content.seen.extend(line(9000 + number));
                self.meanwhile.added.push(line(9000 + number));
            }
            Others::Exchanges => {
                let added: Vec<_> =
                    (0..there.len().max(1)).map(|one| line(9000 + number + one)).collect();
                self.tree.put(&dat, &added.concat());
                self.meanwhile.taken.extend(there);
                self.meanwhile.added.extend(added);
            }
            Others::Deletes => {
                self.tree.seen.remove(&dat);
                self.tree.kept.remove(&dat);
                self.meanwhile.taken.extend(there);
            }
            Others::Restores => {
                let before = self.before.clone();
                self.meanwhile.again.extend(lines(&before));
                self.meanwhile.taken.extend(
                    there.into_iter().filter(|line| {
                        !before.windows(line.len().max(1)).any(|there| there == line)
                    }),
                );
                self.tree.put(&dat, &before);
            }
        }
    }
}

impl MemoryDisk {
    /// A session on a disk, in which this goes wrong at the operations of these numbers, counted from 1.
    pub fn new(tree: Tree, wrong: Vec<(usize, Fault)>) -> Self {
        let before = tree.bytes(&Path::new(DATA).join(DAT)).to_vec();
        Self(Arc::new(Mutex::new(State {
            tree,
            operations: 0,
            wrong,
            fails: None,
            is_slow: false,
            ended: None,
            others_at: None,
            before,
            meanwhile: Meanwhile::default(),
        })))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the program was killed or the power cut.
    pub fn has_ended(&self) -> bool {
        self.state().ended.is_some()
    }

    pub fn is_slow(&self) -> bool {
        self.state().is_slow
    }

    /// What failed works again.
    pub fn heal(&self) {
        let mut state = self.state();
        state.fails = None;
        state.is_slow = false;
    }

    /// How many operations there were.
    pub fn operations(&self) -> usize {
        self.state().operations
    }

    /// What is on it now, as programs see it.
    pub fn tree(&self) -> Tree {
        self.state().tree.clone()
    }

    /// The session is over, in this way if in none before: what is left, and what others did.
    pub fn end(self, end: Option<Fault>) -> (Tree, Meanwhile) {
        let mut state = self.state();
        match state.ended.or(end) {
            Some(Fault::PowerCut) => state.tree.cut_power(false),
            Some(Fault::PowerCutNames) => state.tree.cut_power(true),
            _ => {}
        }
        state.tree.forget_nameless();
        (state.tree.clone(), state.meanwhile.clone())
    }

    fn step<T>(
        &self,
        path: &Path,
        work: impl FnOnce(&mut State) -> io::Result<T>,
    ) -> io::Result<T> {
        let mut state = self.state();
        match state.next(path) {
            Step::Goes => work(&mut state),
            Step::Fails | Step::Half => Err(error()),
            Step::FailsDone => work(&mut state).and(Err(error())),
        }
    }

    /// Opens a file; a new one's name is brought to the disk, as [`super::super::disk::RealDisk`]
    /// does it.
    fn open_file(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let (id, is_new) = self.step(path, |state| match state.tree.seen.get(path) {
            Some(Node::File(id)) => Ok((*id, false)),
            Some(Node::Folder) => Err(io::ErrorKind::IsADirectory.into()),
            None if !state.tree.seen.contains_key(path.parent().unwrap_or(path)) => Err(missing()),
            None => Ok((state.tree.make(path), true)),
        })?;
        if is_new {
            self.sync_folder(path.parent().unwrap_or(path))?;
        }
        Ok(Box::new(MemoryFile { disk: self.clone(), path: path.to_path_buf(), id }))
    }
}

impl Disk for MemoryDisk {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        if self.state().tree.seen.get(path) == Some(&Node::Folder) {
            return Ok(());
        }
        self.step(path, |state| {
            for folder in path.ancestors() {
                state.tree.seen.insert(folder.to_path_buf(), Node::Folder);
                state.tree.kept.insert(folder.to_path_buf(), Node::Folder);
            }
            Ok(())
        })
    }

    fn lock(&self, folder: &Path) -> Result<Lock, LockError> {
        let file = folder.join(FolderLock::FILE);
        let locked = self.step(folder, |state| {
            if state.tree.file(&file).is_none() {
                state.tree.put(&file, b"");
            }
            Ok(())
        });
        match locked {
            Ok(()) => Ok(Lock { folder_id: Some("the folder".into()), held: Box::new(()) }),
            Err(source) => Err(LockError::Failed(super::super::trouble::PathError {
                path: file,
                operation: super::super::trouble::Operation::Lock,
                source,
            })),
        }
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.open_file(path)
    }

    fn open_own(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.open_file(path)
    }

    fn create_passing(&self, path: &Path) -> io::Result<(PathBuf, Box<dyn DiskFile>)> {
        let (path, id) = self.step(path, |state| {
            let name = path.file_name().unwrap_or_default().display();
            let passing = path.with_file_name(format!("{name}.{:016x}.new", state.tree.next));
            let id = state.tree.make(&passing);
            Ok((passing, id))
        })?;
        Ok((path.clone(), Box::new(MemoryFile { disk: self.clone(), path, id })))
    }

    fn reader(&self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        self.step(path, |state| {
            let id = state.tree.file(path).ok_or_else(missing)?;
            let bytes = state.tree.files.get(&id).map(|content| content.seen.clone());
            Ok(Box::new(io::Cursor::new(bytes.unwrap_or_default())) as Box<dyn Read + Send>)
        })
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(path.to_path_buf())
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        self.step(path, |state| {
            state.tree.seen.contains_key(path).then(|| path.to_path_buf()).ok_or_else(missing)
        })
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        self.step(path, |state| Ok(state.tree.seen.contains_key(path)))
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        self.step(folder, |state| {
            let names = state.tree.seen.keys().filter(|path| path.parent() == Some(folder));
            let names = names.filter_map(|path| path.file_name()?.to_str().map(str::to_owned));
            Ok(names.collect())
        })
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(from, |state| {
            let node = state.tree.seen.remove(from).ok_or_else(missing)?;
            let unseen = state.others_at.is_some_and(|at| state.operations - at <= UNSEEN);
            if unseen && to.ends_with(DAT) {
                let gone: Vec<_> = lines(state.tree.bytes(to)).collect();
                state.meanwhile.taken.extend(gone);
            }
            state.tree.seen.insert(to.to_path_buf(), node);
            Ok(())
        })
    }

    fn adopt_permissions(&self, _: &Path, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step(path, |state| state.tree.seen.remove(path).map(drop).ok_or_else(missing))
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.step(path, |state| {
            state.tree.sync_folder(path);
            Ok(())
        })
    }

    fn is_same_disk(&self, _: &Path, _: &Path) -> io::Result<Option<bool>> {
        Ok(Some(true))
    }
}

struct MemoryFile {
    disk: MemoryDisk,
    path: PathBuf,
    id: u64,
}

impl MemoryFile {
    fn step<T>(&self, work: impl FnOnce(&mut Content) -> T) -> io::Result<T> {
        self.disk.step(&self.path, |state| {
            state.tree.files.get_mut(&self.id).map(work).ok_or_else(missing)
        })
    }
}

impl DiskFile for MemoryFile {
    fn append(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut state = self.disk.state();
        let step = state.next(&self.path);
        let content = state.tree.files.get_mut(&self.id).ok_or_else(missing)?;
        let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
        match step {
            Step::Goes => content.seen.extend_from_slice(bytes),
            Step::FailsDone | Step::Half => content.seen.extend_from_slice(half),
            Step::Fails => {}
        }
        if matches!(step, Step::Goes) { Ok(bytes.len()) } else { Err(error()) }
    }

    fn sync(&mut self) -> io::Result<()> {
        self.step(|content| content.kept.clone_from(&content.seen))
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.step(|content| content.seen.truncate(usize::try_from(length).unwrap_or(usize::MAX)))
    }

    fn length(&mut self) -> io::Result<u64> {
        self.step(|content| content.seen.len() as u64)
    }

    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        self.step(|content| {
            let from = usize::try_from(offset).unwrap_or(usize::MAX).min(content.seen.len());
            let there = content.seen.get(from..).unwrap_or_default();
            let read = there.len().min(buffer.len());
            for (to, byte) in buffer.iter_mut().zip(there) {
                *to = *byte;
            }
            read
        })
    }

    fn is_at(&self, path: &Path, length: u64) -> io::Result<bool> {
        self.disk.step(path, |state| {
            let is_ours = state.tree.file(path) == Some(self.id);
            let bytes = state.tree.files.get(&self.id).map(|content| content.seen.len() as u64);
            Ok(is_ours && bytes == Some(length))
        })
    }

    fn identity(&self) -> io::Result<Option<FileIdentity>> {
        self.disk.step(&self.path, |_| Ok(Some((0, self.id))))
    }
}
