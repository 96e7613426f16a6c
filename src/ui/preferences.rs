//! The settings as the window changes them: at once for whoever looks, and written beside it.

use std::collections::VecDeque;
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
    /// What was set and is not written yet, in its order.
    waiting: VecDeque<Set>,
    /// What is being written.
    writing: Option<(Key, Work<Written>)>,
    failed: Option<(Key, WriteError)>,
    /// Others are in force than before the last [`Preferences::refresh`].
    are_new: bool,
}

/// A key and its value; nothing where no value is to be set.
type Set = (Key, Option<Value>);
type Written = (Loaded, Result<(), WriteError>);

impl Preferences {
    /// These settings.
    #[must_use]
    pub fn new(loaded: Loaded) -> Self {
        Self { loaded, waiting: VecDeque::new(), writing: None, failed: None, are_new: false }
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
        asked.iter().all(is_usual)
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

    /// What could not be written last.
    #[must_use]
    pub fn failed(&self) -> Option<(Key, &WriteError)> {
        self.failed.as_ref().map(|(key, error)| (*key, error))
    }

    /// Sets a value; nothing lets the computer's value or the usual one hold again.
    pub fn set(&mut self, key: Key, value: Option<Value>) {
        if value.as_ref() == Some(&self.value(key)) {
            return;
        }
        self.waiting.retain(|(waiting, _)| *waiting != key);
        self.loaded.assume(key, value.clone());
        self.waiting.push_back((key, value));
        self.failed = None;
        self.are_new = true;
    }

    /// Writes what waits and takes what was written. Returns whether other settings are in force
    /// now. Call it before drawing.
    pub fn refresh(&mut self, wake: &Arc<dyn Fn() + Send + Sync>) -> bool {
        if let Some((key, work)) = &mut self.writing
            && let Some(written) = work.poll()
        {
            let key = *key;
            self.writing = None;
            self.take(key, written);
        }
        while self.writing.is_none()
            && let Some((key, value)) = self.waiting.pop_front()
        {
            let job = write(self.loaded.clone(), key, value.clone());
            if let Ok(work) = Work::start("offcirc-settings", wake.clone(), move |_| job()) {
                self.writing = Some((key, work));
            } else {
                // The system has no thread left: better late than never.
                let written = write(self.loaded.clone(), key, value)();
                self.take(key, written);
            }
        }
        std::mem::take(&mut self.are_new)
    }

    fn take(&mut self, key: Key, (loaded, result): Written) {
        self.loaded = loaded;
        self.are_new = true;
        // What was set meanwhile.
        for (key, value) in &self.waiting {
            self.loaded.assume(*key, value.clone());
        }
        if let Err(error) = result {
            log::warn!("{key}: {error}");
            self.failed = Some((key, error));
        }
    }
}

fn write(mut loaded: Loaded, key: Key, value: Option<Value>) -> impl FnOnce() -> Written + Send {
    move || {
        let result = loaded.set(key, value);
        (loaded, result)
    }
}
