//! Which settings files there are.
//!
//! | system | of the computer | of the user |
//! | --- | --- | --- |
//! | Windows | `%PROGRAMDATA%\OffCirc\settings.toml` | `%APPDATA%\OffCirc\config\settings.toml` |
//! | Linux | `/etc/offcirc/settings.toml` | `~/.config/offcirc/settings.toml` |
//! | macOS | `/Library/Application Support/OffCirc/settings.toml` | `~/Library/Application Support/OffCirc/settings.toml` |

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// Name of the settings file in its folder.
const FILE: &str = "settings.toml";
/// Name of the file that makes the program beside it portable.
const PORTABLE: &str = "portable.txt";

/// The settings files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files {
    /// The computer's; the program never writes it. A portable program has none.
    pub machine: Option<PathBuf>,
    /// The user's, or the one beside a portable program.
    pub user: Option<PathBuf>,
}

impl Files {
    /// The files of this computer and user.
    #[must_use]
    pub fn here() -> Self {
        portable_folder().map_or_else(Self::installed, |folder| Self::portable(&folder))
    }

    /// The file of a portable program in this folder.
    #[must_use]
    pub fn portable(folder: &Path) -> Self {
        Self { machine: None, user: Some(folder.join(FILE)) }
    }

    fn installed() -> Self {
        let user = ProjectDirs::from("", "", "OffCirc");
        Self {
            machine: computer_folder().map(|folder| folder.join(FILE)),
            user: user.map(|own| own.config_dir().join(FILE)),
        }
    }
}

/// The folder of a portable program: where it lies itself, if `portable.txt` lies beside it.
#[must_use]
pub fn portable_folder() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    folder_of_portable(&program).map(Path::to_path_buf)
}

pub(super) fn folder_of_portable(program: &Path) -> Option<&Path> {
    program.parent().filter(|folder| folder.join(PORTABLE).exists())
}

fn computer_folder() -> Option<PathBuf> {
    if cfg!(windows) {
        std::env::var_os("PROGRAMDATA").map(|folder| PathBuf::from(folder).join("OffCirc"))
    } else if cfg!(target_os = "macos") {
        Some(PathBuf::from("/Library/Application Support/OffCirc"))
    } else {
        Some(PathBuf::from("/etc/offcirc"))
    }
}
