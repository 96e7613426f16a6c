//! What `offcirc-cli record` costs at the end of a pipe: the time of 20,000 transactions against a
//! bare loop of `write` and `sync_data` (fdatasync) of the same bytes, and the memory of 2,000,000.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench stops where it can't measure"
)]

mod support;

use std::fs;
use std::io::{BufRead as _, BufReader, BufWriter, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use offcirc::dat;
use offcirc::store::DAT;
use offcirc::transaction::Transaction;
use support::{Turns, peak_memory};

const TIMED: u64 = 20_000;
const ROUNDS: usize = 7;
const MANY: u64 = 2_000_000;

fn main() {
    // The disk of the project: the temporary folder may be in memory.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let transactions: Vec<_> = support::transactions(TIMED).collect();
    let lines: Vec<_> = transactions.iter().map(dat::encode).collect();
    let mut turns = Turns::default();
    for round in 0..ROUNDS {
        let round = folder.path().join(round.to_string());
        fs::create_dir(&round).expect("a folder");
        turns.add("bare", support::bare(&mut support::bare_file(&round.join("bare")), &lines));
        turns.add("piped", piped(&round, &transactions));
        let recorded = fs::metadata(round.join("data").join(DAT)).expect("it recorded").len();
        assert_eq!(recorded, fs::metadata(round.join("bare")).expect("a file").len());
    }
    for name in ["bare", "piped"] {
        if let Some(time) = turns.median(name) {
            println!("{name}: {TIMED} transactions in {:.3} s", time.as_secs_f64());
        }
    }
    turns.print_ratio("piped", "bare");
    if let Some(peak) = memory(folder.path()) {
        println!("piped: {MANY} transactions in {} MB of memory", peak.div_ceil(1_000_000));
    }
}

/// The program, which waits for its input.
fn start(folder: &Path) -> Child {
    let own = folder.join("own");
    Command::new(env!("CARGO_BIN_EXE_offcirc-cli"))
        .args(["record", "--data-dir"])
        .arg(folder.join("data"))
        .env("HOME", &own)
        .env("XDG_DATA_HOME", &own)
        .env("LOCALAPPDATA", &own)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts")
}

/// A transaction as the program reads it.
fn line(transaction: &Transaction) -> String {
    let item = transaction.item();
    match transaction.borrower() {
        Some(borrower) => format!("L\t{borrower}\t{item}\n"),
        None => format!("R\t{item}\n"),
    }
}

/// From the start of the program to its end, all answers read.
fn piped(folder: &Path, transactions: &[Transaction]) -> Duration {
    let input: String = transactions.iter().map(line).collect();
    let start_time = Instant::now();
    let mut program = start(folder);
    let mut stdin = program.stdin.take().expect("a pipe");
    let writing = thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = program.wait_with_output().expect("it ends");
    let time = start_time.elapsed();
    writing.join().expect("no panic").expect("it reads all");
    assert!(output.status.success());
    time
}

/// The most memory that the program has had when it has answered for all of them.
fn memory(folder: &Path) -> Option<u64> {
    let mut program = start(&folder.join("many"));
    let mut stdin = BufWriter::new(program.stdin.take().expect("a pipe"));
    let writing = thread::spawn(move || {
        for transaction in support::transactions(MANY) {
            stdin.write_all(line(&transaction).as_bytes()).expect("it reads all");
        }
        stdin.flush().expect("it reads all");
        stdin
    });
    let answers = BufReader::new(program.stdout.take().expect("a pipe"));
    let last = answers.lines().nth(usize::try_from(MANY).expect("not so many") - 1);
    assert_eq!(last.expect("an answer each").expect("text"), format!("saved\t{MANY}"));
    // It still waits for more.
    let peak = peak_memory(&program.id().to_string());
    drop(writing.join().expect("no panic"));
    assert!(program.wait().expect("it ends").success());
    peak
}
