//! A folder of files, the program that looks through them, and the format written down once more.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A loan's line.
pub fn loan(time: &str, item: &str, borrower: &str) -> String {
    format!("{time}L{item:<80}{borrower}\r\n")
}

/// A return's line.
pub fn returned(time: &str, item: &str) -> String {
    format!("{time}R{item:<80}\r\n")
}

/// What a run of the program said.
pub struct Said {
    pub code: i32,
    pub output: String,
    pub error: String,
}

impl Said {
    /// The findings of `check --format json`: file name, line, severity, kind.
    pub fn findings(&self) -> Vec<(String, u64, String, String)> {
        let array: Vec<serde_json::Map<String, serde_json::Value>> =
            serde_json::from_str(&self.output).unwrap();
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        array
            .into_iter()
            .map(|object| {
                let keys: Vec<_> = object.keys().map(String::as_str).collect();
                assert_eq!(keys, ["file", "kind", "line", "message", "severity"]);
                assert!(!text(&object["message"]).is_empty());
                let file = PathBuf::from(text(&object["file"]));
                let file = file.file_name().unwrap().to_str().unwrap().to_owned();
                let line = object["line"].as_u64().unwrap();
                (file, line, text(&object["severity"]), text(&object["kind"]))
            })
            .collect()
    }
}

/// A folder with files.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), bytes).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        String::from_utf8(std::fs::read(self.path(name)).unwrap()).unwrap()
    }

    /// The names of all files, sorted.
    pub fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Runs `offcirc-cli` in the folder, in English, where the clock is set back on 25 October
    /// 2026 at three, as far as the system knows of time zones.
    pub fn run(&self, arguments: &[&str]) -> Said {
        self.run_reading(arguments, b"")
    }

    /// The same, with these bytes on its standard input, which is a pipe.
    pub fn run_reading(&self, arguments: &[&str], input: &[u8]) -> Said {
        let own = self.path("own");
        let mut program = Command::new(env!("CARGO_BIN_EXE_offcirc-cli"))
            .args(arguments)
            .current_dir(self.0.path())
            .env("XDG_CONFIG_HOME", &own)
            .env("HOME", &own)
            .env("APPDATA", &own)
            .env("LC_ALL", "C")
            .env("TZ", "Europe/Paris")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // The program may end before it has read everything.
        let _ = program.stdin.take().unwrap().write_all(input);
        let output = program.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Said {
            code: output.status.code().expect("it ends by itself"),
            output: text(output.stdout),
            error: text(output.stderr),
        }
    }
}
