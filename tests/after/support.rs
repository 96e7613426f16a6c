//! A data folder with files of every stage, and the program run in it.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use offcirc::store::FolderLock;
use tempfile::TempDir;

/// A data folder, and a place for other files.
pub struct Folder(TempDir);

/// What a run of the program gave.
pub struct Run {
    pub code: i32,
    pub output: String,
    pub error: String,
}

impl Folder {
    /// With nothing in it.
    pub fn empty() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// With a current file of four lines, a batch that waits, one that Alma has already, and the
    /// uploaded one that proves it.
    pub fn new() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        folder.write(
            "data/OffCirc.dat",
            [
                loan("202611231405", "0030001", "20001"),
                give_back("202611231406", "0030001"),
                loan("202611231407", "ab1", "20002"),
                loan("202611231409", "0030001", "20002"),
            ]
            .concat(),
        );
        folder.write("data/uploads/waits.dat", give_back("202611221406", "777"));
        folder.write("data/uploads/twice.dat", give_back("202611211406", "778"));
        folder.write("data/uploaded/done.dat", give_back("202611211406", "778"));
        folder
    }

    pub fn path(&self, name: &str) -> PathBuf {
        name.split('/').fold(self.0.path().to_path_buf(), |path, part| path.join(part))
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// Every file there is, to see that none was added; not what a store leaves when it opens a
    /// folder, its lock and its spool.
    pub fn files(&self) -> Vec<PathBuf> {
        fn visit(folder: &Path, files: &mut Vec<PathBuf>) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() { visit(&path, files) } else { files.push(path) }
            }
        }
        let mut files = Vec::new();
        visit(self.0.path(), &mut files);
        let own = self.path("own");
        files.retain(|path| !path.starts_with(&own) && !path.ends_with(FolderLock::FILE));
        files.sort();
        files
    }

    /// Runs the program in this folder; arguments are separated by spaces.
    pub fn run(&self, arguments: &str) -> Run {
        self.run_with(arguments, "", "C")
    }

    /// The program in this folder, its user's own data kept apart.
    pub fn command(&self, arguments: &str) -> Command {
        let own = self.path("own");
        let mut command = Command::new(env!("CARGO_BIN_EXE_offcirc-cli"));
        command
            .current_dir(self.0.path())
            .args(arguments.split(' ').filter(|argument| !argument.is_empty()))
            .arg("--data-dir")
            .arg(self.path("data"))
            .env("XDG_DATA_HOME", &own)
            .env("XDG_CONFIG_HOME", &own)
            .env("HOME", &own)
            .env("LOCALAPPDATA", &own)
            .env("APPDATA", &own)
            .env("LC_ALL", "C")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    pub fn run_with(&self, arguments: &str, input: &str, locale: &str) -> Run {
        let mut child = self.command(arguments).env("LC_ALL", locale).spawn().unwrap();
        // The program may end before it has read everything.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap().replace("\r\n", "\n");
        Run {
            code: output.status.code().unwrap(),
            output: String::from_utf8(output.stdout).unwrap(),
            error: text(output.stderr),
        }
    }

    /// Opens the folder as the window does, and records what `input` says.
    pub fn record(&self, input: &str) -> Run {
        self.run_with("record", input, "C")
    }

    /// Runs a command that must refuse: it says what is wrong with `about`, and writes nothing.
    pub fn refused(&self, arguments: &str, about: &str) {
        let before: Vec<_> = self.files().into_iter().map(|path| contents(&path)).collect();
        let run = self.run(arguments);
        assert_eq!(run.code, 2, "{arguments}: {}", run.error);
        assert!(run.error.contains(about), "{arguments}: {}", run.error);
        assert!(run.error.trim_end().ends_with('.'), "a whole sentence: {}", run.error);
        assert_eq!(run.output, "", "{arguments}");
        let after: Vec<_> = self.files().into_iter().map(|path| contents(&path)).collect();
        assert_eq!(before, after, "{arguments}");
    }
}

fn contents(path: &Path) -> (PathBuf, Vec<u8>) {
    (path.to_path_buf(), std::fs::read(path).unwrap())
}

pub fn loan(time: &str, item: &str, borrower: &str) -> String {
    format!("{time}L{item:<80}{borrower}\r\n")
}

pub fn give_back(time: &str, item: &str) -> String {
    format!("{time}R{item:<80}\r\n")
}
