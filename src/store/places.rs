//! Where the data folder and the spool are when nobody says otherwise.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The folder that every library's written procedure names on Windows, and where the vendor's
/// utility writes.
const ON_WINDOWS: &str = r"C:\Alma Offline Circulation\OffCirc\files";

/// The folders of this user on this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// Where `OffCirc.dat` is; an absolute path.
    pub data_folder: PathBuf,
    /// Where transactions wait when the data folder fails.
    pub spool_root: Option<PathBuf>,
    /// The user's own folder for this program: its log, and what it remembers.
    pub own: Option<PathBuf>,
}

impl Places {
    /// The folders to use; `data_folder` takes the place of the usual one.
    ///
    /// Looks at the disk (does the Windows folder exist, can it be made), so not for the thread of
    /// the window. `None` when no data folder is given and this user has none.
    #[must_use]
    pub fn find(data_folder: Option<&Path>) -> Option<Self> {
        let own = ProjectDirs::from("", "", "OffCirc");
        let own = own.as_ref().map(ProjectDirs::data_local_dir);
        let data_folder = match data_folder {
            Some(folder) => std::path::absolute(folder).ok()?,
            None => windows_folder().or_else(|| Some(own?.join("files")))?,
        };
        let spool_root = own.map(|own| own.join("spool"));
        Some(Self { data_folder, spool_root, own: own.map(Path::to_path_buf) })
    }
}

fn windows_folder() -> Option<PathBuf> {
    let folder = PathBuf::from(ON_WINDOWS);
    let usable = cfg!(windows) && (folder.is_dir() || std::fs::create_dir_all(&folder).is_ok());
    usable.then_some(folder)
}
