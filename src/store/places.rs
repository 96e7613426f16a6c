//! Where the data folder and the spool are.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use crate::settings::{Settings, portable_folder};

/// The folder that every library's written procedure names on Windows, and where the vendor's
/// utility writes.
const ON_WINDOWS: &str = r"C:\Alma Offline Circulation\OffCirc\files";
/// Name of the data folder in the user's own, or beside a portable program.
const FILES: &str = "files";

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
    /// The folders to use: `data_folder` goes before the settings, and those before the usual
    /// folder. A portable program keeps everything beside itself.
    ///
    /// `None` when nothing names a data folder and this user has none.
    #[must_use]
    pub fn find(data_folder: Option<&Path>, settings: &Settings) -> Option<Self> {
        let portable = portable_folder();
        let own = match &portable {
            Some(folder) => Some(folder.join("settings")),
            None => {
                ProjectDirs::from("", "", "OffCirc").map(|own| own.data_local_dir().to_path_buf())
            }
        };
        let data_folder = match data_folder.or(settings.data_folder.as_deref()) {
            // Without a separator at its end: the same folder has the same spool.
            Some(folder) => std::path::absolute(folder).ok()?.components().collect(),
            None => match portable {
                Some(folder) => folder.join(FILES),
                None => windows_folder().or_else(|| Some(own.as_ref()?.join(FILES)))?,
            },
        };
        let spool_root = own.as_ref().map(|own| own.join("spool"));
        Some(Self { data_folder, spool_root, own })
    }
}

fn windows_folder() -> Option<PathBuf> {
    let folder = PathBuf::from(ON_WINDOWS);
    let usable = cfg!(windows) && (folder.is_dir() || std::fs::create_dir_all(&folder).is_ok());
    usable.then_some(folder)
}
