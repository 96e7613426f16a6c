//! What checking and merging the files of ten desks costs, 1,000,000 lines in all, against `sort`
//! putting the same lines in order of time; and how much memory it takes.
//!
//! Two kinds of files: those of desks, whose lines are in order of time, and the same lines in no
//! order at all, which is the worst for the processor's cache.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench stops where it can't measure"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use offcirc::barcode::Barcode;
use offcirc::dat;
use offcirc::review::check::{Context, check};
use offcirc::review::merge::Merge;
use offcirc::review::{Ledger, Progress};
use offcirc::transaction::{Action, DeskTime, Transaction};
use support::{Turns, peak_memory};

const LINES: u64 = 1_000_000;
const FILES: usize = 10;
const ROUNDS: usize = 11;

/// Arguments of the process whose memory is measured.
const MERGE: &str = "peak-of-merge";
const CHECK: &str = "peak-of-check";

fn main() {
    // A process of its own for each measurement of memory: this one, started with what to do.
    let mut arguments = std::env::args().skip(1);
    let (what, files) = (arguments.next().unwrap_or_default(), arguments.map(PathBuf::from));
    match what.as_str() {
        MERGE => {
            let mut files: Vec<_> = files.collect();
            let out = files.pop().expect("the last is where to");
            merge(&files, &out);
            println!("{}", peak_memory("self").unwrap_or_default());
        }
        CHECK => {
            check_files(&files.collect::<Vec<_>>());
            println!("{}", peak_memory("self").unwrap_or_default());
        }
        _ => measure_all(),
    }
}

fn measure_all() {
    // The disk of the project: the temporary folder may be in memory.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let mut lines: Vec<Vec<u8>> = transactions().map(|t| dat::encode(&t)).collect();
    measure("no order", folder.path(), &lines);
    let per_file = lines.len() / FILES;
    lines.chunks_mut(per_file).for_each(|file| file.sort_by(|a, b| a.get(..12).cmp(&b.get(..12))));
    measure("order of time", folder.path(), &lines);
}

/// A month of ten busy desks in no order: 700,000 items, 50,000 borrowers.
fn transactions() -> impl Iterator<Item = Transaction> {
    let start = NaiveDate::from_ymd_opt(2025, 11, 1).and_then(|date| date.and_hms_opt(8, 0, 0));
    let start = start.expect("there was such a day");
    // Xorshift: the same numbers at every run.
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = move |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    };
    let barcode = |first, number| Barcode::parse(&format!("{first}{number:013}")).expect("digits");
    (0..LINES).map(move |_| {
        let minute = i64::try_from(random(30 * 12 * 60)).expect("a month");
        let (day, minute) = (minute / (12 * 60), minute % (12 * 60));
        let time = DeskTime::new(start + TimeDelta::days(day) + TimeDelta::minutes(minute));
        let item = barcode(3, random(700_000));
        let action = match random(3) {
            2 => Action::Return { item },
            _ => Action::Loan { item, borrower: barcode(2, random(50_000)) },
        };
        Transaction { time: time.expect("a year of four digits"), action }
    })
}

fn measure(kind: &str, folder: &Path, lines: &[Vec<u8>]) {
    let whole = folder.join("whole");
    fs::write(&whole, lines.concat()).expect("room for a large file");
    let bytes: usize = lines.iter().map(Vec::len).sum();
    let mut paths: Vec<PathBuf> = Vec::new();
    for (number, file) in lines.chunks(lines.len() / FILES).enumerate() {
        let path = folder.join(format!("{number}.dat"));
        fs::write(&path, file.concat()).expect("room for a large file");
        paths.push(path);
    }
    let mut turns = Turns::default();
    let mut has_sort = true;
    for _ in 0..ROUNDS {
        has_sort = has_sort
            && sort(&whole, &folder.join("sorted")).is_some_and(|time| {
                turns.add("sort", time);
                true
            });
        turns.add("merge", merge(&paths, &folder.join("merged")));
        turns.add("check", check_files(&paths));
    }
    println!("files in {kind}:");
    for name in ["sort", "merge", "check"] {
        if let Some(time) = turns.median(name) {
            println!("{name}: {:.3} s", time.as_secs_f64());
        }
    }
    turns.print_ratio("merge", "sort");
    turns.print_ratio("check", "sort");
    for (what, more) in [(MERGE, Some(folder.join("merged"))), (CHECK, None)] {
        let mut program = Command::new(std::env::current_exe().expect("its own name"));
        let output = program.arg(what).args(&paths).args(more).output().expect("it starts");
        let peak = String::from_utf8_lossy(&output.stdout).trim().parse().unwrap_or(0.0);
        // Far from where f64 gets coarse.
        #[expect(clippy::cast_precision_loss)]
        let size = bytes as f64;
        println!("{what}: {:.2} of the files’ size", peak / size);
    }
}

/// The real one; `None` where there is none.
fn sort(whole: &Path, out: &Path) -> Option<Duration> {
    let start = Instant::now();
    let mut sort = Command::new("sort");
    sort.env("LC_ALL", "C").args(["-s", "-k1.1,1.12", "-o"]).args([out, whole]);
    sort.status().ok()?.success().then(|| start.elapsed())
}

fn merge(paths: &[PathBuf], out: &Path) -> Duration {
    let start = Instant::now();
    let progress = Progress::default();
    let ledger = Ledger::read(paths, &progress).expect("they are readable");
    let merge = Merge::of(ledger, &progress).expect("nobody stops it");
    merge.write_files(out, &|_| String::new(), &progress).expect("the disk takes all");
    drop(merge);
    start.elapsed()
}

fn check_files(paths: &[PathBuf]) -> Duration {
    let start = Instant::now();
    let progress = Progress::default();
    let ledger = Ledger::read(paths, &progress).expect("they are readable");
    let context =
        Context { now: NaiveDateTime::MAX - TimeDelta::days(1), set_back: &|_| false, desk: None };
    let findings = check(&ledger, &context, &progress).expect("nobody stops it");
    drop((ledger, findings));
    start.elapsed()
}
