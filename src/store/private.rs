//! Files that the program makes for itself: lock, notes, copies on their way to a name.
//!
//! No link is followed to make one, no name is taken that somebody else uses, and it is for its
//! owner alone, or shared exactly as far as its folder is by its mode: whoever may make files in
//! the folder may read and write this one. A folder where everybody may make files and nobody
//! may touch those of others, as the system's for temporary files, shares nothing.

use std::fs::{File, OpenOptions};
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::io;
use std::path::{Path, PathBuf};

/// How a name for passing use ends.
pub(super) const PASSING: &str = ".new";

/// Opens a file to read and write it; makes it when it is missing.
pub(super) fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    match platform::without_links(options.clone().create_new(true)).open(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let file = platform::without_links(&mut options).open(path)?;
            refuse_link(&file)?;
            Ok(file)
        }
        made => share(made?, path),
    }
}

/// Makes a file that does not exist yet, to write it.
pub(crate) fn create_new(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    let made = platform::without_links(options.read(true).write(true).create_new(true)).open(path);
    share(made?, path)
}

/// Makes a folder, its parent exists.
pub(super) fn create_folder(path: &Path) -> io::Result<()> {
    platform::create_folder(path)
}

/// A path beside another for passing use, which no file has: `<name>.<random>.new`.
pub(super) fn passing(path: &Path) -> PathBuf {
    loop {
        let mut name = path.file_name().unwrap_or_default().to_os_string();
        // Seeded anew for every call.
        let random = RandomState::new().build_hasher().finish();
        name.push(format!(".{random:016x}{PASSING}"));
        let passing = path.with_file_name(name);
        if passing.symlink_metadata().is_err() {
            return passing;
        }
    }
}

/// Whether a name is one that [`passing`] gives.
pub(super) fn is_passing(name: &str) -> bool {
    let name = name.strip_suffix(PASSING).and_then(|name| name.rsplit_once('.'));
    name.is_some_and(|(_, random)| {
        random.len() == 16 && random.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

pub(super) fn refuse_link(file: &File) -> io::Result<()> {
    if file.metadata()?.file_type().is_symlink() {
        return Err(io::Error::other("the path is a link"));
    }
    Ok(())
}

/// Shares a file that was just made as far as its folder is shared.
fn share(file: File, path: &Path) -> io::Result<File> {
    platform::share(&file, path)?;
    Ok(file)
}

#[cfg(unix)]
pub(super) mod platform {
    use std::fs::{DirBuilder, File, OpenOptions, Permissions};
    use std::io;
    use std::os::unix::fs::{
        DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _,
    };
    use std::path::Path;

    pub fn without_links(options: &mut OpenOptions) -> &mut OpenOptions {
        options.custom_flags(libc::O_NOFOLLOW).mode(0o600)
    }

    pub fn share(file: &File, path: &Path) -> io::Result<()> {
        match shared_bits(path.parent().unwrap_or(Path::new("")))? {
            0 => Ok(()),
            // The creation mask of the process must not take away what the folder gives.
            bits => file.set_permissions(Permissions::from_mode(0o600 | (bits & 0o066))),
        }
    }

    pub fn create_folder(path: &Path) -> io::Result<()> {
        DirBuilder::new().mode(0o700).create(path)?;
        match shared_bits(path.parent().unwrap_or(Path::new("")))? {
            0 => Ok(()),
            bits => {
                // What the folder has beside these, as the sign that its group is inherited, stays.
                let mode = std::fs::metadata(path)?.mode() & !0o777;
                std::fs::set_permissions(path, Permissions::from_mode(mode | 0o700 | bits))
            }
        }
    }

    /// The rights of group and others in a folder in which they may make files.
    pub fn shared_bits(folder: &Path) -> io::Result<u32> {
        const STICKY: u32 = 0o1000;
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let mode = std::fs::metadata(folder)?.mode();
        if mode & STICKY != 0 {
            return Ok(0);
        }
        let of = |class: u32| if mode & class & 0o033 == class & 0o033 { class } else { 0 };
        Ok(of(0o070) | of(0o007))
    }
}

#[cfg(not(unix))]
pub(super) mod platform {
    use std::fs::{File, OpenOptions};
    use std::io;
    use std::path::Path;

    /// Opens a link itself, and not what it leads to (`FILE_FLAG_OPEN_REPARSE_POINT`).
    #[cfg(windows)]
    pub fn without_links(options: &mut OpenOptions) -> &mut OpenOptions {
        use std::os::windows::fs::OpenOptionsExt as _;
        options.custom_flags(0x0020_0000)
    }

    #[cfg(not(windows))]
    pub fn without_links(options: &mut OpenOptions) -> &mut OpenOptions {
        options
    }

    /// The folder takes the access list of its parent, which is how Windows keeps the user's
    /// folders private.
    pub fn create_folder(path: &Path) -> io::Result<()> {
        std::fs::create_dir(path)
    }

    /// The file takes the access list of its folder.
    #[expect(clippy::unnecessary_wraps, reason = "its sibling for Unix can fail")]
    pub fn share(_: &File, _: &Path) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_for_passing_use_is_known_again_and_nobody_elses() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (passing(&folder.path().join("a")), passing(&folder.path().join("a")));
        assert_ne!(one, other);
        let name = one.file_name().unwrap().to_str().unwrap();
        assert!(is_passing(name), "{name}");
        for strange in ["a.new", "a.0123.new", "a.0123456789abcdeg.new", "0123456789abcdef.new"] {
            assert!(!is_passing(strange), "{strange}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn no_link_is_followed_and_nothing_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let (victim, link) = (folder.path().join("victim"), folder.path().join("link"));
        std::fs::write(&victim, "mine").unwrap();
        std::os::unix::fs::symlink(&victim, &link).unwrap();
        assert!(open(&link).is_err());
        assert!(create_new(&link).is_err());
        assert!(create_new(&victim).is_err());
        std::os::unix::fs::symlink(folder.path().join("none"), folder.path().join("dangling"))
            .unwrap();
        assert!(open(&folder.path().join("dangling")).is_err());
        assert_eq!(std::fs::read_to_string(victim).unwrap(), "mine");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_is_shared_exactly_as_far_as_its_folder() {
        use std::fs::Permissions;
        use std::os::unix::fs::PermissionsExt as _;
        for (folder_mode, file_mode) in [
            (0o700, 0o600),
            (0o755, 0o600),
            (0o750, 0o600),
            (0o770, 0o660),
            (0o2775, 0o660),
            (0o777, 0o666),
            (0o1777, 0o600),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("file");
            std::fs::set_permissions(folder.path(), Permissions::from_mode(folder_mode)).unwrap();
            let file = open(&path).unwrap();
            let mode = file.metadata().unwrap().permissions().mode() & 0o777;
            assert_eq!(mode, file_mode, "in a folder of mode {folder_mode:o}");
        }
    }
}
