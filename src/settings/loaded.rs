//! The settings of all files together: what is in force, where it comes from, and changing it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Rule;
use super::fault::{Fault, FaultKind};
use super::files::Files;
use super::key::Key;
use super::layer::{Layer, Owner};
use super::typed::Settings;
use super::value::Value;
use super::write::{self, WriteError};

/// Where a value in force comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Nobody set it.
    Default,
    /// The computer's file.
    Machine(PathBuf),
    /// The user's file, or that of a portable program.
    User(PathBuf),
    /// It was set while the program runs, and could not be written.
    ThisRun,
}

/// The settings in force, and what is known of them.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The settings in force.
    pub settings: Settings,
    /// What in the files was passed over: the computer's first, then the user's.
    pub faults: Vec<Fault>,
    /// The files; they need not be there.
    pub files: Files,
    rule: Rule,
    machine: Option<Layer>,
    user: Option<Layer>,
    /// What could not be written; nothing stands for a value that was taken out.
    this_run: BTreeMap<Key, Option<Value>>,
}

impl Loaded {
    pub(super) fn new(files: Files, rule: Rule) -> Self {
        let read = |path: &Option<PathBuf>, owner| {
            path.as_deref().map(|path| Layer::read(path, owner, rule))
        };
        let mut loaded = Self {
            settings: Settings::default(),
            faults: Vec::new(),
            machine: read(&files.machine, Owner::Computer),
            user: read(&files.user, Owner::User),
            files,
            rule,
            this_run: BTreeMap::new(),
        };
        loaded.combine();
        loaded
    }

    /// The value in force.
    #[must_use]
    pub fn value(&self, key: Key) -> Value {
        self.find(key).0
    }

    /// Where the value in force comes from.
    #[must_use]
    pub fn origin(&self, key: Key) -> Origin {
        self.find(key).1
    }

    /// The file that locks a setting; no user can set it then.
    #[must_use]
    pub fn locked_by(&self, key: Key) -> Option<&Path> {
        let machine = self.machine.as_ref().filter(|machine| machine.locks.contains(&key));
        machine.map(|machine| machine.path.as_path())
    }

    /// Whether the program takes a value.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn accepts(&self, key: Key, value: &Value) -> Result<(), FaultKind> {
        value.check(key, self.rule)
    }

    /// Sets a value in the user's file, or takes it out so that the computer's value or the default
    /// holds. What else is in the file stays as it is; what can't be read of it is kept beside it,
    /// as `settings.broken-1.toml`.
    ///
    /// # Errors
    ///
    /// The value was not written. It is in force all the same until the program ends, unless the
    /// setting is locked or the program does not take the value
    /// (see [`WriteError::holds_for_this_run`]).
    pub fn set(&mut self, key: Key, value: Option<Value>) -> Result<(), WriteError> {
        match self.set_all(vec![(key, value)]).pop() {
            Some((_, error)) => Err(error),
            None => Ok(()),
        }
    }

    /// Sets several values at once, as [`Loaded::set`] does: the file is replaced once. Returns
    /// those that were not written, and why.
    pub fn set_all(&mut self, values: Vec<(Key, Option<Value>)>) -> Vec<(Key, WriteError)> {
        let mut refused = Vec::new();
        let mut literals = Vec::new();
        let mut good = Vec::new();
        for (key, value) in values {
            match self.literal(key, value.as_ref()) {
                Ok(literal) => {
                    literals.push((key, literal));
                    good.push((key, value));
                }
                Err(error) => refused.push((key, error)),
            }
        }
        let written = match &self.files.user {
            _ if literals.is_empty() => Ok(()),
            Some(path) => write::set(path, &literals, self.rule).map(|()| {
                self.user = Some(Layer::read(path, Owner::User, self.rule));
            }),
            None => Err(WriteError::NoFile),
        };
        for (key, value) in good {
            match &written {
                Ok(()) => drop(self.this_run.remove(&key)),
                Err(error) => {
                    self.this_run.insert(key, value);
                    refused.push((key, error.clone()));
                }
            }
        }
        self.combine();
        refused
    }

    /// A value as it stands in the file.
    fn literal(&self, key: Key, value: Option<&Value>) -> Result<Option<String>, WriteError> {
        if let Some(path) = self.locked_by(key) {
            return Err(WriteError::Locked { key, path: path.to_path_buf() });
        }
        let Some(value) = value else { return Ok(None) };
        value.check(key, self.rule).map_err(WriteError::Value)?;
        let not_unicode = || WriteError::Value(FaultKind::NotUnicode { key });
        value.literal().ok_or_else(not_unicode).map(Some)
    }

    /// A value that is about to be set is in force at once, until [`Loaded::set`] has written it
    /// or the program ends; one that can't be set is not.
    pub fn assume(&mut self, key: Key, value: Option<Value>) {
        let is_good = value.as_ref().is_none_or(|value| self.accepts(key, value).is_ok());
        if is_good && self.locked_by(key).is_none() {
            self.this_run.insert(key, value);
            self.combine();
        }
    }

    fn find(&self, key: Key) -> (Value, Origin) {
        let set_by = |layer: &Option<Layer>| {
            let layer = layer.as_ref()?;
            Some((layer.values.get(&key)?.0.clone(), layer.path.clone()))
        };
        let of_user = || match self.this_run.get(&key) {
            Some(value) => Some((value.clone()?, Origin::ThisRun)),
            None => set_by(&self.user).map(|(value, path)| (value, Origin::User(path))),
        };
        let of_machine =
            || set_by(&self.machine).map(|(value, path)| (value, Origin::Machine(path)));
        let own = if self.locked_by(key).is_none() { of_user() } else { None };
        own.or_else(of_machine).unwrap_or_else(|| (key.default_value(), Origin::Default))
    }

    fn combine(&mut self) {
        self.settings = Settings::of(|key| self.value(key));
        let of = |layer: &Option<Layer>| {
            layer.as_ref().map(|layer| layer.faults.clone()).unwrap_or_default()
        };
        let mut of_user = of(&self.user);
        if let Some(user) = &self.user {
            let locked = user.values.iter().filter(|(key, _)| self.locked_by(**key).is_some());
            of_user.extend(locked.map(|(key, (_, place))| Fault {
                path: user.path.clone(),
                place: *place,
                kind: FaultKind::Locked { key: *key },
            }));
            of_user.sort_by_key(Fault::order);
        }
        self.faults = of(&self.machine).into_iter().chain(of_user).collect();
    }
}
