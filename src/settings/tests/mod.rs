//! Files as people, programs and power cuts leave them.

mod broken;
mod changing;
mod order;
mod table;
mod writing;

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::*;

/// A rule as the program has them: a language of two letters, patterns whose brackets close.
fn rule(key: Key, text: &str) -> Result<(), String> {
    let count = |bracket| text.matches(bracket).count();
    match key {
        Key::Language if text.len() != 2 => Err(format!("no language {text}")),
        Key::BorrowerPattern | Key::ItemPattern if count('(') != count(')') => {
            Err("unclosed group".to_owned())
        }
        _ => Ok(()),
    }
}

/// A folder with settings files in it.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn with(machine: &str, user: &str) -> Self {
        let desk = Self::new();
        fs::write(desk.machine(), machine).unwrap();
        fs::write(desk.user(), user).unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn machine(&self) -> PathBuf {
        self.path("machine.toml")
    }

    fn user(&self) -> PathBuf {
        self.path("settings.toml")
    }

    fn files(&self) -> Files {
        Files { machine: Some(self.machine()), user: Some(self.user()) }
    }

    fn load(&self) -> Loaded {
        load_from(self.files(), rule)
    }

    fn user_text(&self) -> String {
        fs::read_to_string(self.user()).unwrap()
    }

    /// The names of all files, sorted.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// The faults as lines, without the folder.
fn told(faults: &[Fault]) -> Vec<String> {
    let line = |fault: &Fault| {
        let name = fault.path.file_name().unwrap().to_str().unwrap().to_owned();
        Fault { path: name.into(), ..fault.clone() }.to_string()
    };
    faults.iter().map(line).collect()
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn folder(path: impl AsRef<Path>) -> Value {
    Value::Folder(path.as_ref().to_path_buf())
}
