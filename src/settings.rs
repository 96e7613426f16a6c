//! What a library sets once: a file for the whole computer, and one of the user.
//!
//! | system | for the computer | of the user |
//! | --- | --- | --- |
//! | Windows | `%PROGRAMDATA%\OffCirc\settings.toml` | `%APPDATA%\OffCirc\config\settings.toml` |
//! | Linux | `/etc/offcirc/settings.toml` | `~/.config/offcirc/settings.toml` |
//! | macOS | `/Library/Application Support/OffCirc/settings.toml` | `~/Library/Application Support/OffCirc/settings.toml` |
//!
//! What the user's file sets goes before what the computer's sets. A portable program (see
//! [`portable_folder`]) reads only the file beside it. A file that can't be read or has a fault
//! is passed over and told: it never stops the desk.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use serde::Deserialize;

/// Name of the settings file in its folder.
const FILE: &str = "settings.toml";
/// Name of the file that makes the program beside it portable.
const PORTABLE: &str = "portable.txt";

/// The settings in force.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The folder of `OffCirc.dat`; the usual one when not set.
    pub data_folder: Option<PathBuf>,
    /// The desk's name, for the names of batches; the computer's name when not set.
    pub desk: Option<String>,
    /// For how many days batches that Alma has are kept before the window offers to delete them;
    /// 90 when not set.
    pub keep_uploaded_days: Option<u32>,
}

/// A settings file that was passed over.
#[derive(Debug, thiserror::Error)]
#[error("{}: {reason}", path.display())]
pub struct SettingsError {
    /// The file.
    pub path: PathBuf,
    /// What is wrong with it, with line and column.
    pub reason: String,
}

impl Settings {
    /// Reads the settings files of this computer and user.
    #[must_use]
    pub fn load() -> (Self, Vec<SettingsError>) {
        Self::read(&files())
    }

    /// Reads settings files, those that matter most first.
    fn read(files: &[PathBuf]) -> (Self, Vec<SettingsError>) {
        let mut settings = Self::default();
        let mut errors = Vec::new();
        for path in files {
            match Self::read_one(path) {
                Ok(more) => settings = settings.or(more),
                Err(reason) => errors.push(SettingsError { path: path.clone(), reason }),
            }
        }
        (settings, errors)
    }

    /// These, and from `others` what these do not set.
    fn or(self, others: Self) -> Self {
        Self {
            data_folder: self.data_folder.or(others.data_folder),
            desk: self.desk.or(others.desk),
            keep_uploaded_days: self.keep_uploaded_days.or(others.keep_uploaded_days),
        }
    }

    /// The desk's name: as it is set, else the name of the computer.
    #[must_use]
    pub fn desk_name(&self) -> String {
        let set = self.desk.as_deref().map(str::trim).filter(|desk| !desk.is_empty());
        let computer = || gethostname::gethostname().to_string_lossy().into_owned();
        set.map_or_else(computer, str::to_owned)
    }

    /// For how many days batches that Alma has are kept.
    #[must_use]
    pub fn keep_days(&self) -> u32 {
        self.keep_uploaded_days.unwrap_or(90)
    }

    fn read_one(path: &Path) -> Result<Self, String> {
        match std::fs::read_to_string(path) {
            Ok(text) => toml::from_str(&text).map_err(|error| error.to_string()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error.to_string()),
        }
    }
}

/// The folder of a portable program: where it lies itself, if `portable.txt` lies beside it.
#[must_use]
pub fn portable_folder() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    let folder = program.parent()?;
    folder.join(PORTABLE).exists().then(|| folder.to_path_buf())
}

/// The settings files, the user's before the computer's.
fn files() -> Vec<PathBuf> {
    if let Some(folder) = portable_folder() {
        return vec![folder.join(FILE)];
    }
    let user = ProjectDirs::from("", "", "OffCirc").map(|own| own.config_dir().join(FILE));
    user.into_iter().chain(computer_folder().map(|folder| folder.join(FILE))).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_file_goes_before_the_second_and_faults_stop_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let broken = file("broken", "data_folder = \n");
        let user = file("user", "data_folder = 'D:\\desk'\nunknown = 1\n");
        let computer = file("computer", "data_folder = '''C:\\it's'''\n");
        let missing = folder.path().join("missing");
        let (settings, errors) = Settings::read(&[missing, broken.clone(), user, computer.clone()]);
        assert_eq!(settings.data_folder, Some(PathBuf::from("D:\\desk")));
        assert_eq!(errors.len(), 1);
        assert_eq!(errors[0].path, broken);
        assert!(errors[0].reason.contains("line 1"), "{}", errors[0]);
        let (settings, _) = Settings::read(&[computer]);
        assert_eq!(settings.data_folder, Some(PathBuf::from("C:\\it's")));
    }
}
