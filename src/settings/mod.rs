//! What a library sets once: in a file for the whole computer, and in one of the user.
//!
//! ```text
//! path -> source: bytes, text -> mend: a document -> layer: values, locks, faults of one file
//!      -> Loaded: what is in force -> Settings
//! Loaded::set -> edit: the text with the new value -> write: in one step
//! ```
//!
//! What the user's file sets goes before what the computer's sets, but for what that one locks:
//! `locked = ["data_folder", "scanner"]`. A portable program (see [`portable_folder`]) reads only
//! the file beside it. Nothing in a file stops the desk: what can't be used is passed over and told
//! as a [`Fault`].
//!
//! Every setting is a [`Key`]; the table of them is in `key`.

mod choice;
mod edit;
mod fault;
mod files;
mod key;
mod layer;
mod lengths;
mod loaded;
mod mend;
mod near;
mod patience;
mod reading;
mod replace;
mod sample;
mod source;
mod typed;
mod value;
mod write;

#[cfg(test)]
mod tests;

use std::fs;
use std::io;
use std::path::Path;

pub use choice::{CheckChoice, ScanEnd, SoundChoice, ThemeChoice};
pub use fault::{Fault, FaultKind, Found, Place};
pub use files::{Files, portable_folder};
pub use key::{Key, Kind};
pub use loaded::{Loaded, Origin};
pub use sample::sample;
pub use typed::{BarcodeShape, Scanner, Settings, Watch};
pub use value::Value;
pub use write::WriteError;

use layer::{Layer, Owner};

/// Says why a text or a folder can't be the value of a key; it is asked about every one that is
/// neither empty nor the default. What a pattern or a language is, only others know.
pub type Rule = fn(Key, &str) -> Result<(), String>;

/// Reads the settings of this computer and user.
#[must_use]
pub fn load(rule: Rule) -> Loaded {
    load_from(Files::here(), rule)
}

/// Reads the settings of these files.
#[must_use]
pub fn load_from(files: Files, rule: Rule) -> Loaded {
    Loaded::new(files, rule)
}

/// What is wrong with a file. Any file but the user's own may lock settings: it may become the
/// computer's.
#[must_use]
pub fn check(path: &Path, rule: Rule) -> Vec<Fault> {
    let is_of_user = Files::here().user.as_deref() == Some(path);
    let owner = if is_of_user { Owner::User } else { Owner::Computer };
    let layer = Layer::read(path, owner, rule);
    if layer.is_there {
        return layer.faults;
    }
    let error = fs::metadata(path).err().unwrap_or_else(|| io::ErrorKind::NotFound.into());
    let kind = source::not_readable(&error);
    vec![Fault { path: path.to_path_buf(), place: None, kind }]
}
