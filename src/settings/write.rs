//! Writing the user's file: in one step, and nothing that was in it is lost.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Rule;
use super::edit::{self, newline};
use super::fault::FaultKind;
use super::key::Key;
use super::layer::{Content, Layer, Owner};
use super::replace::{Ready, behind_link, write_new};
use super::source::{self, BOM};

/// So often it is begun again when somebody else writes the file at the same moment.
const TRIES: usize = 5;
/// So many broken files are kept at most.
const MOST_KEPT: usize = 9999;
/// What stands at the top of a new file.
const HEAD: &str = "# Settings of OffCirc, of this user.";

/// Why a value was not written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// The computer's file locks the setting.
    #[error("{key} is locked by {}", path.display())]
    Locked {
        /// The setting.
        key: Key,
        /// The computer's file.
        path: PathBuf,
    },
    /// The program does not take the value.
    #[error("{0}")]
    Value(FaultKind),
    /// This user has no folder for settings.
    #[error("this user has no folder for settings")]
    NoFile,
    /// A newer version of the program wrote the file; this one could harm it.
    #[error("{}: a newer version of OffCirc wrote this file (version {version})", path.display())]
    NewerVersion {
        /// The file.
        path: PathBuf,
        /// The version of the file.
        version: i64,
    },
    /// What the file holds can't be read, so nothing can be added to it.
    #[error("{}: {fault}", path.display())]
    NotReadable {
        /// The file.
        path: PathBuf,
        /// Why.
        fault: FaultKind,
    },
    /// The file is broken and could not be kept beside the new one.
    #[error("{} can't be kept under another name: {detail}", path.display())]
    NotKept {
        /// The file.
        path: PathBuf,
        /// Why, as the system sorts it.
        error: io::ErrorKind,
        /// Why, as the system says it.
        detail: String,
    },
    /// The file can't be written.
    #[error("{} can't be written: {detail}", path.display())]
    NotWritten {
        /// The file.
        path: PathBuf,
        /// Why, as the system sorts it.
        error: io::ErrorKind,
        /// Why, as the system says it.
        detail: String,
    },
}

impl WriteError {
    /// Whether the value holds all the same until the program ends.
    #[must_use]
    pub fn holds_for_this_run(&self) -> bool {
        !matches!(self, Self::Locked { .. } | Self::Value(_))
    }
}

/// Keys, each with its value as it stands in a file, or with nothing to be taken out.
pub(super) type Literals = [(Key, Option<String>)];

/// Sets keys in a file, all of them or none.
pub(super) fn set(path: &Path, literals: &Literals, rule: Rule) -> Result<(), WriteError> {
    let path = &behind_link(path);
    let not_written = |error: io::Error| {
        let (error, detail) = (error.kind(), error.to_string());
        WriteError::NotWritten { path: path.clone(), error, detail }
    };
    let not_kept = |error: io::Error| {
        let (error, detail) = (error.kind(), error.to_string());
        WriteError::NotKept { path: path.clone(), error, detail }
    };
    for last in (0..TRIES).rev() {
        let before = Before::read(path)?;
        let Some(change) = before.with(path, literals, rule) else { return Ok(()) };
        let ready = Ready::write(path, &change.bytes).map_err(not_written)?;
        if last > 0 && source::bytes(path).ok().flatten() != before.bytes {
            continue;
        }
        if change.keep {
            before.keep(path).map_err(not_kept)?;
        }
        return ready.take_the_place().map_err(not_written);
    }
    Ok(())
}

/// The file as it was found.
struct Before {
    /// Its bytes; nothing when there is none, or a folder or a monster is in its place.
    bytes: Option<Vec<u8>>,
    /// What can be read of it.
    text: String,
    /// Whether something can't.
    is_broken: bool,
}

/// What the file is to be.
struct Change {
    bytes: Vec<u8>,
    /// Whether something that is in the file now would be lost.
    keep: bool,
}

impl Before {
    fn read(path: &Path) -> Result<Self, WriteError> {
        let nothing = |is_broken| Self { bytes: None, text: String::new(), is_broken };
        let bytes = match source::bytes(path) {
            Ok(None) => return Ok(nothing(false)),
            Ok(Some(bytes)) => bytes,
            Err(FaultKind::TooLarge { .. } | FaultKind::NotAFile) => {
                return Ok(nothing(true));
            }
            Err(fault) => return Err(WriteError::NotReadable { path: path.to_path_buf(), fault }),
        };
        let content = Content::of(&bytes);
        if let Some(version) = content.newer_version() {
            return Err(WriteError::NewerVersion { path: path.to_path_buf(), version });
        }
        let is_broken = content.is_broken();
        let text = content.doc.map(|doc| doc.raw().to_owned()).unwrap_or_default();
        Ok(Self { bytes: Some(bytes), text, is_broken })
    }

    /// The file with the change; nothing when it is so already.
    fn with(&self, path: &Path, literals: &Literals, rule: Rule) -> Option<Change> {
        let changed = literals.iter().try_fold(self.text.clone(), |text, (key, literal)| {
            edit::set(&text, *key, literal.as_deref())
        });
        let (text, keep) = match changed {
            Ok(text) if text == self.text => return None,
            Ok(text) if self.text.trim().is_empty() => (with_head(&text), self.is_broken),
            Ok(text) => (text, self.is_broken),
            Err(edit::Unfit) => (anew(path, literals, rule), true),
        };
        let had_bom = self.bytes.as_ref().is_some_and(|bytes| bytes.starts_with(BOM));
        let bom = if had_bom { BOM } else { &[] };
        Some(Change { bytes: [bom, text.as_bytes()].concat(), keep })
    }

    /// Keeps the file under another name, beside the one that takes its place.
    fn keep(&self, path: &Path) -> io::Result<()> {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for number in 1..=MOST_KEPT {
            let kept = path.with_file_name(format!("{stem}.broken-{number}.toml"));
            if fs::symlink_metadata(&kept).is_ok() {
                // It was kept before, and then could not be replaced.
                if self.bytes.is_some() && source::bytes(&kept).ok() == Some(self.bytes.clone()) {
                    return Ok(());
                }
                continue;
            }
            match &self.bytes {
                None => return fs::rename(path, &kept),
                Some(bytes) => match write_new(&kept, bytes) {
                    Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                    other => return other,
                },
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

fn with_head(text: &str) -> String {
    let newline = newline(text);
    format!("{HEAD}{newline}{newline}{text}")
}

/// A new file with what could be read of one that can't be changed.
fn anew(path: &Path, literals: &Literals, rule: Rule) -> String {
    let known = Layer::read(path, Owner::User, rule).values;
    let known = known.into_iter().map(|(key, (value, _))| (key, value.literal()));
    let mut text = with_head("");
    for (key, literal) in known.chain(literals.iter().cloned()) {
        if let Ok(more) = edit::set(&text, key, literal.as_deref()) {
            text = more;
        }
    }
    text
}
