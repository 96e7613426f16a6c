//! A desk in a temporary folder, and the file format written down a second time.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use chrono::NaiveDate;
use offcirc::barcode::Barcode;
use offcirc::store::{Config, Disk, GiveUp, Notice, Store};
use offcirc::transaction::{Action, DeskTime, Ticket, Transaction};
use tempfile::TempDir;

/// Longer than anything here takes; a test that waits so long has failed.
pub const LONG: Duration = Duration::from_mins(1);

/// A data folder and a place for the user's own data.
pub struct Desk {
    root: TempDir,
}

impl Desk {
    /// On the disk.
    pub fn new() -> Self {
        Self { root: tempfile::tempdir().unwrap() }
    }

    /// In memory where there is such a place: for tests that sync thousands of times and prove
    /// nothing about the disk.
    pub fn in_memory() -> Self {
        let memory = Path::new("/dev/shm");
        let root = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        Self { root: root.unwrap() }
    }

    pub fn data_folder(&self) -> PathBuf {
        self.root.path().join("data")
    }

    pub fn dat(&self) -> PathBuf {
        self.data_folder().join("OffCirc.dat")
    }

    /// Puts bytes where the program expects its file.
    pub fn write_dat(&self, bytes: impl AsRef<[u8]>) {
        std::fs::create_dir_all(self.data_folder()).unwrap();
        std::fs::write(self.dat(), bytes).unwrap();
    }

    pub fn read_dat(&self) -> String {
        String::from_utf8(std::fs::read(self.dat()).unwrap_or_default()).unwrap()
    }

    /// All that stands in the spool.
    pub fn read_spool(&self) -> String {
        let Ok(folders) = std::fs::read_dir(self.config(GiveUp::Never).spool_root.unwrap()) else {
            return String::new();
        };
        let files = folders.flat_map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap());
        let paths = files.map(|file| file.unwrap().path());
        let dat = paths.filter(|path| path.extension().is_some_and(|end| end == "dat"));
        dat.map(|path| std::fs::read_to_string(path).unwrap()).collect()
    }

    pub fn config(&self, give_up: GiveUp) -> Config {
        Config {
            data_folder: self.data_folder(),
            spool_root: Some(self.root.path().join("own").join("spool")),
            give_up,
        }
    }

    pub fn start(&self, disk: impl Disk, give_up: GiveUp) -> (Store, Receiver<Notice>) {
        Store::start(self.config(give_up), Arc::new(disk), || {}).unwrap()
    }

    /// `offcirc-cli record` on this desk, its user's own data kept apart too.
    pub fn record(&self) -> Command {
        let own = self.root.path().join("own");
        let mut command = Command::new(env!("CARGO_BIN_EXE_offcirc-cli"));
        command
            .args(["--lang", "en", "record", "--data-dir"])
            .arg(self.data_folder())
            .env("XDG_DATA_HOME", &own)
            .env("HOME", &own)
            .env("LOCALAPPDATA", &own)
            .env("LC_ALL", "C")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs `offcirc-cli record` on an input: its exit code, standard output and error.
    pub fn record_all(&self, input: &str) -> (i32, String, String) {
        use std::io::Write as _;
        let mut child = self.record().spawn().unwrap();
        // The program may end before it has read everything.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap().replace("\r\n", "\n");
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    }
}

/// Transaction `number` of a session: loans and returns in turn.
pub fn transaction(number: u64) -> Transaction {
    let time = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(14, 5, 0).unwrap();
    let barcode = |text: String| Barcode::parse(&text).unwrap();
    let item = barcode(format!("3000{number:010}"));
    let action = if number.is_multiple_of(2) {
        Action::Return { item }
    } else {
        Action::Loan { item, borrower: barcode(format!("2000{number:010}")) }
    };
    Transaction { time: DeskTime::new(time).unwrap(), action }
}

/// Its line, by the format's description and not by the crate.
pub fn line(number: u64) -> String {
    let item = format!("3000{number:010}");
    if number.is_multiple_of(2) {
        format!("202611231405R{item:<80}\r\n")
    } else {
        format!("202611231405L{item:<80}2000{number:010}\r\n")
    }
}

/// The lines of several transactions.
pub fn lines(numbers: impl IntoIterator<Item = u64>) -> String {
    numbers.into_iter().map(line).collect()
}

/// Appends the transactions of these numbers, without waiting.
pub fn append_all(store: &Store, numbers: impl IntoIterator<Item = u64>) {
    for number in numbers {
        store.append(Ticket(number), &transaction(number));
    }
}

/// What became of each transaction, as far as it has been told.
#[derive(Debug, Default)]
pub struct Answers {
    pub saved: Vec<u64>,
    pub set_aside: Vec<u64>,
    pub not_saved: Vec<u64>,
    pub in_doubt: Vec<u64>,
    pub others: Vec<Notice>,
}

impl Answers {
    pub fn take(&mut self, notice: Notice) {
        match notice {
            Notice::Saved(ticket) => self.saved.push(ticket.0),
            Notice::SetAside(ticket, _) => self.set_aside.push(ticket.0),
            Notice::NotSaved(ticket, _) => self.not_saved.push(ticket.0),
            Notice::InDoubt(ticket, _) => self.in_doubt.push(ticket.0),
            other => self.others.push(other),
        }
    }

    /// Transactions that were said to be on a disk.
    pub fn confirmed(&self) -> Vec<u64> {
        let mut all: Vec<u64> = self.saved.iter().chain(&self.set_aside).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Appends the transactions of these numbers, each when the one before has had an answer: what
    /// waits together is written together.
    pub fn append_each(
        &mut self,
        store: &Store,
        notices: &Receiver<Notice>,
        numbers: impl IntoIterator<Item = u64>,
    ) {
        for number in numbers {
            append_all(store, [number]);
            self.wait_for(notices, number);
        }
    }

    /// Waits until each of the first `count` transactions has had an answer.
    pub fn wait_for(&mut self, notices: &Receiver<Notice>, count: u64) {
        let answered = |answers: &Self, number| {
            [&answers.saved, &answers.set_aside, &answers.not_saved, &answers.in_doubt]
                .iter()
                .any(|list| list.contains(&number))
        };
        while !(1..=count).all(|number| answered(self, number)) {
            self.take(notices.recv_timeout(LONG).expect("the store answers"));
        }
    }

    /// Waits until the file's earlier content has been told.
    pub fn wait_for_earlier(&mut self, notices: &Receiver<Notice>) {
        loop {
            let notice = notices.recv_timeout(LONG).expect("the store reads the file");
            let read = matches!(notice, Notice::EarlierRead(_));
            self.take(notice);
            if read {
                return;
            }
        }
    }

    /// Closes the store and takes what it still tells.
    pub fn close(&mut self, store: &Store, notices: &Receiver<Notice>) {
        for notice in store.close(notices, LONG).expect("the store closes") {
            self.take(notice);
        }
    }
}
