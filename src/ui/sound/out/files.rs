//! The sounds as files, for programs that play files.
//!
//! They stay where they are, three small files in a folder of the user's own: a folder for each
//! start would be left behind by each crash.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;

use directories::ProjectDirs;

/// Where they may be, best first: where the system forgets them at logout, else where it keeps
/// what can be made again.
pub(super) fn folders() -> Vec<PathBuf> {
    let own = ProjectDirs::from("", "", "OffCirc");
    let folders = own.iter().flat_map(|own| [own.runtime_dir(), Some(own.cache_dir())]);
    folders.flatten().map(|folder| folder.join("sounds")).collect()
}

/// The path of a file with this name and content, in the first folder that takes it. What is
/// there is read each time: caches are emptied at any time.
pub(super) fn keep(folders: &[PathBuf], name: &str, content: &[u8]) -> io::Result<PathBuf> {
    let mut result = Err(io::Error::from(io::ErrorKind::NotFound));
    for folder in folders {
        let path = folder.join(name);
        result = write(folder, &path, content).map(|()| path);
        if result.is_ok() {
            break;
        }
    }
    result
}

fn write(folder: &Path, path: &Path, content: &[u8]) -> io::Result<()> {
    if fs::read(path).is_ok_and(|there| there == content) {
        return Ok(());
    }
    fs::create_dir_all(folder)?;
    // By a rename: another window may be playing it.
    let new = path.with_extension(process::id().to_string());
    fs::write(&new, content).and_then(|()| fs::rename(&new, path)).inspect_err(|_| {
        let _ = fs::remove_file(&new);
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_once_and_again_when_it_is_not_as_wanted() {
        let root = tempfile::tempdir().unwrap();
        let folders = [root.path().join("a/sounds")];
        let path = keep(&folders, "x.wav", b"new").unwrap();
        assert_eq!(path, root.path().join("a/sounds/x.wav"));
        let written = fs::metadata(&path).unwrap().modified().unwrap();
        keep(&folders, "x.wav", b"new").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), written);
        fs::write(&path, "other").unwrap();
        keep(&folders, "x.wav", b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        fs::remove_dir_all(root.path().join("a")).unwrap();
        keep(&folders, "x.wav", b"new").unwrap();
        let names: Vec<_> = fs::read_dir(&folders[0]).unwrap().collect();
        assert_eq!(names.len(), 1);
    }

    #[test]
    fn a_folder_that_can_not_be_is_passed_over() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("file"), "").unwrap();
        let folders = [root.path().join("file/sounds"), root.path().join("sounds")];
        let path = keep(&folders, "x.wav", b"new").unwrap();
        assert_eq!(path, root.path().join("sounds/x.wav"));
        assert!(keep(&folders[..1], "x.wav", b"new").is_err());
        assert!(keep(&[], "x.wav", b"new").is_err());
    }

    #[test]
    fn there_is_a_folder_here() {
        assert!(folders().iter().all(|folder| folder.ends_with("sounds")));
    }
}
