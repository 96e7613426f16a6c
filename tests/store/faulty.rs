//! A disk whose n-th operation fails.

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use offcirc::store::{Disk, DiskFile, FileIdentity, Lock, LockError, RealDisk};

/// Which operations fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// None.
    Never,
    /// This one, counted from 1.
    Once(u64),
    /// This one and all after it.
    From(u64),
}

/// What a failing write leaves in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Write {
    /// Nothing.
    Nothing,
    /// Half of the record.
    Half,
    /// All of it, although the write is said to have failed.
    All,
}

/// What somebody else does.
type Action = Box<dyn FnOnce() + Send>;

/// A real disk that fails when it is told to, or is slow.
#[derive(Clone)]
pub struct FaultyDisk {
    state: Arc<State>,
}

struct State {
    /// Done just before the operation of this number.
    before: Mutex<Option<(u64, Action)>>,
    operations: AtomicU64,
    syncs: AtomicU64,
    well: AtomicBool,
    fault: Fault,
    kind: io::ErrorKind,
    write: Write,
    delay: Duration,
}

impl FaultyDisk {
    pub fn new(fault: Fault, kind: io::ErrorKind, write: Write) -> Self {
        Self { state: Arc::new(State::new(fault, kind, write)) }
    }

    /// Every sync takes so long.
    pub fn slow(delay: Duration) -> Self {
        let well = State::new(Fault::Never, io::ErrorKind::Other, Write::Nothing);
        Self { state: Arc::new(State { delay, ..well }) }
    }

    /// Somebody does something to the files just before the n-th operation.
    #[cfg(unix)]
    pub fn with_before(self, n: u64, action: impl FnOnce() + Send + 'static) -> Self {
        *self.state.before.lock().unwrap() = Some((n, Box::new(action)));
        self
    }

    /// Nothing fails from now on.
    pub fn heal(&self) {
        self.state.well.store(true, Ordering::SeqCst);
    }

    /// How many operations there were.
    pub fn operations(&self) -> u64 {
        self.state.operations.load(Ordering::SeqCst)
    }

    /// How often a file was brought to the disk.
    pub fn syncs(&self) -> u64 {
        self.state.syncs.load(Ordering::SeqCst)
    }
}

impl State {
    fn new(fault: Fault, kind: io::ErrorKind, write: Write) -> Self {
        Self {
            before: Mutex::new(None),
            operations: AtomicU64::new(0),
            syncs: AtomicU64::new(0),
            well: AtomicBool::new(false),
            fault,
            kind,
            write,
            delay: Duration::ZERO,
        }
    }

    fn step(&self) -> io::Result<()> {
        let number = self.operations.fetch_add(1, Ordering::SeqCst) + 1;
        if let Some((_, act)) = self.before.lock().unwrap().take_if(|(n, _)| *n == number) {
            act();
        }
        let fails = match self.fault {
            Fault::Never => false,
            Fault::Once(n) => number == n,
            Fault::From(n) => number >= n,
        };
        if fails && !self.well.load(Ordering::SeqCst) { Err(self.kind.into()) } else { Ok(()) }
    }
}

impl Disk for FaultyDisk {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.state.step()?;
        RealDisk.create_folder(path)
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.state.step()?;
        Ok(Box::new(FaultyFile { file: RealDisk.open(path)?, state: self.state.clone() }))
    }

    fn lock(&self, folder: &Path) -> Result<Lock, LockError> {
        RealDisk.lock(folder)
    }

    fn open_own(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.state.step()?;
        Ok(Box::new(FaultyFile { file: RealDisk.open_own(path)?, state: self.state.clone() }))
    }

    fn create_passing(&self, path: &Path) -> io::Result<(PathBuf, Box<dyn DiskFile>)> {
        self.state.step()?;
        let (path, file) = RealDisk.create_passing(path)?;
        Ok((path, Box::new(FaultyFile { file, state: self.state.clone() })))
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.state.step()?;
        RealDisk.resolve(path)
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        self.state.step()?;
        RealDisk.canonicalize(path)
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        self.state.step()?;
        RealDisk.exists(path)
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        self.state.step()?;
        RealDisk.names(folder)
    }

    fn is_same_disk(&self, one: &Path, other: &Path) -> io::Result<Option<bool>> {
        self.state.step()?;
        RealDisk.is_same_disk(one, other)
    }

    // Reading what was there before happens beside the work, on a thread of its own: counting it
    // would make the n-th operation another one at every run.
    fn reader(&self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        RealDisk.reader(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.state.step()?;
        RealDisk.rename(from, to)
    }

    fn adopt_permissions(&self, of: &Path, to: &Path) -> io::Result<()> {
        self.state.step()?;
        RealDisk.adopt_permissions(of, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.state.step()?;
        RealDisk.remove(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.state.step()?;
        RealDisk.sync_folder(path)
    }
}

struct FaultyFile {
    file: Box<dyn DiskFile>,
    state: Arc<State>,
}

impl DiskFile for FaultyFile {
    fn append(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Err(error) = self.state.step() {
            let written = match self.state.write {
                Write::Nothing => 0,
                Write::Half => bytes.len() / 2,
                Write::All => bytes.len(),
            };
            self.file.append(bytes.get(..written).unwrap())?;
            return Err(error);
        }
        self.file.append(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.state.syncs.fetch_add(1, Ordering::SeqCst);
        std::thread::sleep(self.state.delay);
        self.state.step()?;
        self.file.sync()
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.state.step()?;
        self.file.cut(length)
    }

    fn length(&mut self) -> io::Result<u64> {
        self.state.step()?;
        self.file.length()
    }

    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        self.state.step()?;
        self.file.read_at(offset, buffer)
    }

    fn is_at(&self, path: &Path, length: u64) -> io::Result<bool> {
        self.state.step()?;
        self.file.is_at(path, length)
    }

    fn identity(&self) -> io::Result<Option<FileIdentity>> {
        self.state.step()?;
        self.file.identity()
    }
}
