//! The settings as the window changes them: at once for whoever looks, and written beside it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::work::Work;
use crate::settings::{
    Fault, FaultKind, Files, Key, Loaded, Origin, Settings, Value, WriteError, load_from,
};
use crate::setup;

/// The settings, and what of them is still to be written.
pub struct Preferences {
    loaded: Loaded,
    /// What was set and is not written yet; nothing where no value is to be set.
    waiting: BTreeMap<Key, Option<Value>>,
    /// What is being written.
    writing: Option<Work<Written>>,
    /// What was set and could not be written.
    failed: BTreeMap<Key, WriteError>,
    /// Others are in force than before the last [`Preferences::refresh`].
    are_new: bool,
}

type Written = (Loaded, Vec<(Key, WriteError)>);

impl Preferences {
    /// These settings.
    #[must_use]
    pub fn new(loaded: Loaded) -> Self {
        Self {
            loaded,
            waiting: BTreeMap::new(),
            writing: None,
            failed: BTreeMap::new(),
            are_new: false,
        }
    }

    /// Settings that no file holds.
    #[must_use]
    pub fn of_no_file() -> Self {
        Self::new(load_from(Files::default(), setup::rule))
    }

    /// The settings in force.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.loaded.settings
    }

    /// Whether nobody has set anything yet.
    #[must_use]
    pub fn are_untouched(&self) -> bool {
        let is_usual = |key: &Key| self.loaded.origin(*key) == Origin::Default;
        let asked = [Key::Desk, Key::BorrowerLengths, Key::BorrowerPattern, Key::ItemPattern];
        // What was set and is broken was set all the same.
        self.loaded.faults.is_empty() && asked.iter().all(is_usual)
    }

    /// What in the files was passed over.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.loaded.faults
    }

    /// The user's file.
    #[must_use]
    pub fn file(&self) -> Option<&PathBuf> {
        self.loaded.files.user.as_ref()
    }

    /// The value of a key as it was set last.
    #[must_use]
    pub fn value(&self, key: Key) -> Value {
        self.loaded.value(key)
    }

    /// Whether the computer's file locks a key.
    #[must_use]
    pub fn is_locked(&self, key: Key) -> bool {
        self.loaded.locked_by(key).is_some()
    }

    /// Whether the program takes a value.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn accepts(&self, key: Key, value: &Value) -> Result<(), FaultKind> {
        self.loaded.accepts(key, value)
    }

    /// Why a key that was set could not be written.
    #[must_use]
    pub fn failed(&self, key: Key) -> Option<&WriteError> {
        self.failed.get(&key)
    }

    /// Sets a value; nothing lets the computer's value or the usual one hold again.
    pub fn set(&mut self, key: Key, value: Option<Value>) {
        if value.as_ref() == Some(&self.value(key)) {
            return;
        }
        self.loaded.assume(key, value.clone());
        self.waiting.insert(key, value);
        self.failed.remove(&key);
        self.are_new = true;
    }

    /// Writes what waits, at once and together, and takes what was written. Returns whether other
    /// settings are in force now. Call it before drawing.
    pub fn refresh(&mut self, wake: &Arc<dyn Fn() + Send + Sync>) -> bool {
        if let Some(written) = self.writing.as_mut().and_then(Work::poll) {
            self.writing = None;
            self.take(written);
        }
        if self.writing.is_none() && !self.waiting.is_empty() {
            let values: Vec<_> = std::mem::take(&mut self.waiting).into_iter().collect();
            let job = write(self.loaded.clone(), values.clone());
            match Work::start("offcirc-settings", wake.clone(), move |_| job()) {
                Ok(work) => self.writing = Some(work),
                // The system has no thread left: better late than never.
                Err(_) => self.take(write(self.loaded.clone(), values)()),
            }
        }
        std::mem::take(&mut self.are_new)
    }

    fn take(&mut self, (loaded, failed): Written) {
        self.loaded = loaded;
        self.are_new = true;
        // What was set meanwhile.
        for (key, value) in &self.waiting {
            self.loaded.assume(*key, value.clone());
        }
        for (key, error) in failed {
            log::warn!("{key}: {error}");
            self.failed.insert(key, error);
        }
    }
}

fn write(mut loaded: Loaded, values: Vec<(Key, Option<Value>)>) -> impl FnOnce() -> Written + Send {
    move || {
        let failed = loaded.set_all(values);
        (loaded, failed)
    }
}
