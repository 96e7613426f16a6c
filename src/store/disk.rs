//! The disk as the store sees it: few operations, each of which can fail.
//!
//! A trait, because the tests put a disk in its place whose n-th operation fails, and one that is
//! slow. [`RealDisk`] is what the programs use.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// A disk.
pub trait Disk: Send + Sync + 'static {
    /// Makes a folder and its parents, for its owner only where the system allows it, and brings
    /// the new entries to the disk. Nothing happens when it exists.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn create_folder(&self, path: &Path) -> io::Result<()>;

    /// Opens a file to read it and to write at its end; makes it, for its owner only, when it is
    /// missing.
    ///
    /// # Errors
    ///
    /// What the system says; on Windows also when another program holds the file for writing.
    fn open(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;

    /// Opens a file to read it from its start.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn reader(&self, path: &Path) -> io::Result<Box<dyn Read + Send>>;

    /// Renames a file over another in one step.
    ///
    /// # Errors
    ///
    /// What the system says.
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
    /// What the system says.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Brings the entries of a folder (new, renamed, deleted files) to the disk.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;
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

    /// Reads exactly `buffer.len()` bytes from `offset`.
    ///
    /// # Errors
    ///
    /// What the system says, or that the file ends before.
    fn read_exact_at(&mut self, offset: u64, buffer: &mut [u8]) -> io::Result<()>;

    /// Whether `path` still leads to this file, and not to another one or to none, and the file is
    /// `length` bytes long: somebody may have renamed, deleted or edited it by hand.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn is_at(&self, path: &Path, length: u64) -> io::Result<bool>;
}

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
        match platform::create_private_folder(path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
            Err(error) => Err(error),
            Ok(()) => match path.parent() {
                Some(parent) if !parent.as_os_str().is_empty() => self.sync_folder(parent),
                _ => Ok(()),
            },
        }
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let existed = path.exists();
        let file = platform::open(OpenOptions::new().read(true).create(true), path)?;
        if !existed && let Some(parent) = path.parent() {
            self.sync_folder(parent)?;
        }
        Ok(Box::new(RealFile(file)))
    }

    fn reader(&self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(File::open(path)?))
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

    fn read_exact_at(&mut self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        self.0.seek(SeekFrom::Start(offset))?;
        self.0.read_exact(buffer)
    }

    fn is_at(&self, path: &Path, length: u64) -> io::Result<bool> {
        platform::is_at(&self.0, path, length)
    }
}

#[cfg(unix)]
mod platform {
    use std::fs::{DirBuilder, File, OpenOptions};
    use std::io;
    use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _};
    use std::path::Path;

    pub fn create_private_folder(path: &Path) -> io::Result<()> {
        DirBuilder::new().mode(0o700).create(path)
    }

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
}

#[cfg(windows)]
mod platform {
    use std::fs::{self, File, OpenOptions};
    use std::io::{self, Seek as _, SeekFrom};
    use std::os::windows::fs::OpenOptionsExt as _;
    use std::path::Path;

    /// Others may read the file while it is open here, but neither write, rename nor delete it.
    const FILE_SHARE_READ: u32 = 1;

    /// The folder takes the access list of its parent, which is how Windows keeps the user's
    /// folders private.
    pub fn create_private_folder(path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

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
}
