//! The disk as the store sees it: few operations, each of which can fail.
//!
//! A trait, because the tests put a disk in its place whose n-th operation fails, one that is
//! slow, and one in memory that can be cut off at any step. [`RealDisk`] is what the programs use.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::lock::{FolderLock, LockError};
use super::private;

/// A disk.
pub trait Disk: Send + Sync + 'static {
    /// Makes a folder and its parents and brings the new entries to the disk. A folder below one
    /// that is shared by its mode is shared as far, any other is for its owner alone. Nothing
    /// happens when it exists.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn create_folder(&self, path: &Path) -> io::Result<()>;

    /// Takes the lock of a folder that exists; it is given back when what is returned is dropped.
    ///
    /// # Errors
    ///
    /// [`LockError::Held`] with what is known of the holder, or [`LockError::Failed`].
    fn lock(&self, folder: &Path) -> Result<Lock, LockError>;

    /// Opens a file to read it and to write at its end, through a link if its path is one; makes
    /// it when it is missing.
    ///
    /// # Errors
    ///
    /// What the system says; on Windows also when another program holds the file for writing.
    fn open(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;

    /// Opens a file of the program's own as [`Disk::open`] does, but never through a link.
    ///
    /// # Errors
    ///
    /// What the system says, or that the path is a link.
    fn open_own(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;

    /// Makes a file for passing use beside `path`, under a name that no file has.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn create_passing(&self, path: &Path) -> io::Result<(PathBuf, Box<dyn DiskFile>)>;

    /// Opens a file to read it from its start.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn reader(&self, path: &Path) -> io::Result<Box<dyn Read + Send>>;

    /// Where a path leads when it is a link, else the path itself. What it leads to may be missing.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;

    /// The one path of a folder that has several: through links, `..` and other spellings.
    ///
    /// # Errors
    ///
    /// What the system says, also when it does not exist.
    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf>;

    /// Whether anything has this path, be it a link that leads nowhere.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn exists(&self, path: &Path) -> io::Result<bool>;

    /// The names of what is in a folder, in their order; none when there is no such folder.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn names(&self, folder: &Path) -> io::Result<Vec<String>>;

    /// Renames a file over another in one step.
    ///
    /// # Errors
    ///
    /// What the system says. Whether it was renamed is unknown then.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Lets the same people read and write the file `to` as `of`.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn adopt_permissions(&self, of: &Path, to: &Path) -> io::Result<()>;

    /// Deletes a file.
    ///
    /// # Errors
    ///
    /// What the system says. Whether it was deleted is unknown then.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Brings the entries of a folder (new, renamed, deleted files) to the disk.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;

    /// Whether two paths, or the nearest folders above them that exist, are on the same disk.
    /// `None` where the system does not tell.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn is_same_disk(&self, one: &Path, other: &Path) -> io::Result<Option<bool>>;
}

/// The lock of a folder, held until dropped.
pub struct Lock {
    /// Which folder it is, whatever its path: the same as long as its lock file stays.
    pub folder_id: Option<String>,
    /// What is given back.
    pub held: Box<dyn Send>,
}

/// An open file of a [`Disk`].
pub trait DiskFile: Send {
    /// Writes at the end, in one call; returns how many bytes were taken.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn append(&mut self, bytes: &[u8]) -> io::Result<usize>;

    /// Returns when all that was written is on the disk.
    ///
    /// # Errors
    ///
    /// What the system says. Whether the bytes are on the disk is unknown then.
    fn sync(&mut self) -> io::Result<()>;

    /// Shortens the file.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn cut(&mut self, length: u64) -> io::Result<()>;

    /// The length in bytes.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn length(&mut self) -> io::Result<u64>;

    /// Reads into `buffer` from `offset`, once; returns how many bytes there were.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> io::Result<usize>;

    /// Whether `path` still leads to this file, and not to another one or to none, and the file is
    /// `length` bytes long: somebody may have renamed, deleted or edited it by hand.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn is_at(&self, path: &Path, length: u64) -> io::Result<bool>;

    /// What tells the file from all others of this moment, whatever it holds; `None` where nobody else
    /// can write to a file that is open here.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn identity(&self) -> io::Result<Option<FileIdentity>>;
}

/// What tells a file from all others: its disk, and its number there.
pub type FileIdentity = (u64, u64);

/// The computer's own disks.
#[derive(Debug, Default, Clone, Copy)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        if path.is_dir() {
            return Ok(());
        }
        if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
            self.create_folder(parent)?;
        }
        match private::create_folder(path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
            Err(error) => Err(error),
            Ok(()) => match path.parent() {
                Some(parent) if !parent.as_os_str().is_empty() => self.sync_folder(parent),
                _ => Ok(()),
            },
        }
    }

    fn lock(&self, folder: &Path) -> Result<Lock, LockError> {
        let lock = FolderLock::take(folder)?;
        Ok(Lock { folder_id: lock.folder_id(), held: Box::new(lock) })
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let existed = path.exists();
        let mut options = OpenOptions::new();
        let file = platform::open(options.read(true).create(true), path)?;
        opened(file, path, existed)
    }

    fn open_own(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let existed = self.exists(path)?;
        let mut options = OpenOptions::new();
        private::platform::without_links(options.read(true).create(true));
        let file = platform::open(&mut options, path)?;
        private::refuse_link(&file)?;
        opened(file, path, existed)
    }

    fn create_passing(&self, path: &Path) -> io::Result<(PathBuf, Box<dyn DiskFile>)> {
        let passing = private::passing(path);
        let mut options = OpenOptions::new();
        private::platform::without_links(options.read(true).create_new(true));
        let file = platform::open(&mut options, &passing)?;
        private::platform::share(&file, &passing)?;
        Ok((passing, Box::new(RealFile(file))))
    }

    fn reader(&self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(File::open(path)?))
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        // One link after the other: what the last one leads to may be missing.
        const MOST_LINKS: usize = 40;
        let mut path = path.to_path_buf();
        for _ in 0..MOST_LINKS {
            match fs::read_link(&path) {
                Ok(target) => path = path.parent().unwrap_or(Path::new("")).join(target),
                // No link, or nothing at all.
                Err(_) => return Ok(path),
            }
        }
        Err(io::Error::other("too many links"))
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        path.canonicalize()
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        match path.symlink_metadata() {
            Ok(_) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        let entries = match fs::read_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            other => other?,
        };
        let mut names = Vec::new();
        for entry in entries {
            // Names that are no text are none that this program gives.
            names.extend(entry?.file_name().into_string().ok());
        }
        names.sort_unstable();
        Ok(names)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn adopt_permissions(&self, of: &Path, to: &Path) -> io::Result<()> {
        fs::set_permissions(to, fs::metadata(of)?.permissions())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        platform::sync_folder(path)
    }

    fn is_same_disk(&self, one: &Path, other: &Path) -> io::Result<Option<bool>> {
        platform::is_same_disk(one, other)
    }
}

/// A file that was just opened: a new one is shared as its folder is, and its name is brought to
/// the disk.
fn opened(file: File, path: &Path, existed: bool) -> io::Result<Box<dyn DiskFile>> {
    if !existed {
        private::platform::share(&file, path)?;
        platform::sync_folder(path.parent().unwrap_or(Path::new("")))?;
    }
    Ok(Box::new(RealFile(file)))
}

struct RealFile(File);

impl DiskFile for RealFile {
    fn append(&mut self, bytes: &[u8]) -> io::Result<usize> {
        platform::seek_to_end(&mut self.0)?;
        self.0.write(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.0.set_len(length)
    }

    fn length(&mut self) -> io::Result<u64> {
        Ok(self.0.metadata()?.len())
    }

    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.seek(SeekFrom::Start(offset))?;
        self.0.read(buffer)
    }

    fn is_at(&self, path: &Path, length: u64) -> io::Result<bool> {
        platform::is_at(&self.0, path, length)
    }

    fn identity(&self) -> io::Result<Option<FileIdentity>> {
        platform::identity(&self.0)
    }
}

#[cfg(unix)]
mod platform {
    use std::fs::{File, OpenOptions};
    use std::io;
    use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
    use std::path::Path;

    pub fn open(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
        options.append(true).mode(0o600).open(path)
    }

    /// The file is open for appending: the system does it.
    #[expect(clippy::unnecessary_wraps, reason = "its sibling for Windows can fail")]
    pub fn seek_to_end(_: &mut File) -> io::Result<()> {
        Ok(())
    }

    pub fn sync_folder(path: &Path) -> io::Result<()> {
        File::open(path)?.sync_all()
    }

    pub fn is_at(file: &File, path: &Path, length: u64) -> io::Result<bool> {
        let ours = file.metadata()?;
        match std::fs::metadata(path) {
            Ok(theirs) => {
                let same = (ours.dev(), ours.ino()) == (theirs.dev(), theirs.ino());
                Ok(same && ours.len() == length)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    pub fn identity(file: &File) -> io::Result<Option<super::FileIdentity>> {
        let ours = file.metadata()?;
        Ok(Some((ours.dev(), ours.ino())))
    }

    pub fn is_same_disk(one: &Path, other: &Path) -> io::Result<Option<bool>> {
        Ok(Some(device(one)? == device(other)?))
    }

    fn device(path: &Path) -> io::Result<u64> {
        let mut last = io::Error::from(io::ErrorKind::NotFound);
        for path in path.ancestors() {
            match std::fs::metadata(path) {
                Ok(found) => return Ok(found.dev()),
                Err(error) if error.kind() == io::ErrorKind::NotFound => last = error,
                Err(error) => return Err(error),
            }
        }
        Err(last)
    }
}

#[cfg(windows)]
mod platform {
    use std::fs::{File, OpenOptions};
    use std::io::{self, Seek as _, SeekFrom};
    use std::os::windows::fs::OpenOptionsExt as _;
    use std::path::Path;

    /// Others may read the file while it is open here, but neither write, rename nor delete it.
    const FILE_SHARE_READ: u32 = 1;

    /// Not opened for appending: Windows would then refuse to cut the file.
    pub fn open(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
        options.write(true).share_mode(FILE_SHARE_READ).open(path)
    }

    pub fn seek_to_end(file: &mut File) -> io::Result<()> {
        file.seek(SeekFrom::End(0)).map(drop)
    }

    /// NTFS journals its folders; Windows has no call to flush one.
    pub fn sync_folder(_: &Path) -> io::Result<()> {
        Ok(())
    }

    /// The sharing mode keeps every other program from moving the file; what can vanish is the
    /// drive, and then there is no length to be had.
    pub fn is_at(file: &File, _: &Path, length: u64) -> io::Result<bool> {
        file.metadata().map(|ours| ours.len() == length)
    }

    /// The sharing mode keeps every other program from writing to it.
    pub fn identity(_: &File) -> io::Result<Option<super::FileIdentity>> {
        Ok(None)
    }

    /// A drive that is not there has no folder above it either.
    pub fn is_same_disk(_: &Path, _: &Path) -> io::Result<Option<bool>> {
        Ok(None)
    }
}
