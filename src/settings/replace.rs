//! Replacing a file in one step.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::patience;

/// A file that is written and on the disk, beside the one whose place it takes. It goes away if it
/// does not.
pub(super) struct Ready<'a> {
    beside: PathBuf,
    path: &'a Path,
}

impl<'a> Ready<'a> {
    /// Writes it; makes its folder.
    pub fn write(path: &'a Path, bytes: &[u8]) -> io::Result<Self> {
        let permissions = fs::metadata(path).ok().filter(fs::Metadata::is_file);
        let permissions = permissions.map(|metadata| metadata.permissions());
        // To rename would go past what somebody protected.
        if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        fs::create_dir_all(folder(path))?;
        let beside = beside(path);
        write_new(&beside, bytes)?;
        let ready = Self { beside, path };
        if let Some(permissions) = permissions {
            fs::set_permissions(&ready.beside, permissions)?;
        }
        Ok(ready)
    }

    /// Takes the place: a crash leaves the old file or the new one.
    pub fn take_the_place(self) -> io::Result<()> {
        patience::replace(|| fs::rename(&self.beside, self.path))?;
        // It has its name; some network drives can't do more.
        let _ = sync_folder(folder(self.path));
        Ok(())
    }
}

impl Drop for Ready<'_> {
    fn drop(&mut self) {
        // It is not there any more when it took its place.
        let _ = fs::remove_file(&self.beside);
    }
}

/// Writes a file that was not there, onto the disk; nothing is left of one that fails.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        drop(file);
        let _ = fs::remove_file(path);
    }
    written
}

/// The file that a link leads to: the link stays.
pub(super) fn behind_link(path: &Path) -> PathBuf {
    let is_link = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink());
    let behind = is_link.then(|| fs::canonicalize(path).ok()).flatten();
    behind.unwrap_or_else(|| path.to_path_buf())
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A name that no other program and no other thread writes to at this moment.
fn beside(path: &Path) -> PathBuf {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".new-{}-{number}", std::process::id()));
    path.with_file_name(name)
}

/// Windows has no way to do it, and needs none.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
