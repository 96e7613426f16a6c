//! How fast an `OffCirc.dat` of 1,000,000 transactions is read and decoded, from a file that the
//! system holds in memory; and how long it takes to learn from 100,000 what the barcodes look like.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench stops where it can't measure"
)]

mod support;

use std::fs::{self, File};
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use criterion::Throughput;
use offcirc::dat::{Reader, Reading};
use offcirc::review::Progress;
use offcirc::review::learn::{Examples, examples};
use support::Turns;

const MILLION: u64 = 1_000_000;
const LEARNED: u64 = 100_000;

fn decode(path: &Path, expected: u64) -> Duration {
    let start = Instant::now();
    let mut reader = Reader::new(File::open(path).expect("the file"));
    let mut transactions = 0;
    while let Some(line) = reader.next_line().expect("it is readable") {
        if let Reading::Transaction { transaction, .. } = line.reading {
            black_box(transaction);
            transactions += 1;
        }
    }
    assert_eq!(transactions, expected);
    start.elapsed()
}

fn learn(path: &Path) -> Duration {
    let start = Instant::now();
    let learned = examples(path, &Progress::default()).expect("the file");
    let Examples::Transactions { borrowers, items } = learned else { panic!("transactions") };
    black_box((borrowers.propose(), items.propose()));
    start.elapsed()
}

fn main() {
    let mut criterion = support::criterion();
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let path = folder.path().join("OffCirc.dat");
    let bytes = support::file(MILLION);
    fs::write(&path, &bytes).expect("room for a large file");
    let mut turns = Turns::default();
    let mut group = criterion.benchmark_group("read");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("decode a million", |bencher| {
        bencher.iter_custom(|rounds| {
            (0..rounds).map(|_| turns.add("decode", decode(&path, MILLION))).sum()
        });
    });
    let small = folder.path().join("small.dat");
    let bytes_learned = support::file(LEARNED);
    fs::write(&small, &bytes_learned).expect("room for a file");
    group.throughput(Throughput::Bytes(bytes_learned.len() as u64));
    group.bench_function("read a hundred thousand twice", |bencher| {
        let twice = || decode(&small, LEARNED) + decode(&small, LEARNED);
        bencher.iter_custom(|rounds| (0..rounds).map(|_| turns.add("twice", twice())).sum());
    });
    group.bench_function("learn from a hundred thousand", |bencher| {
        bencher.iter_custom(|rounds| (0..rounds).map(|_| turns.add("learn", learn(&small))).sum());
    });
    group.finish();
    if let (Some(learn), Some(twice)) = (turns.median("learn"), turns.median("twice")) {
        println!("learn / read twice: {:.2}", learn.as_secs_f64() / twice.as_secs_f64());
    }
    if let Some(time) = turns.median("decode") {
        // A file of a million transactions is far from where f64 gets coarse.
        #[expect(clippy::cast_precision_loss)]
        let megabytes = bytes.len() as f64 / 1e6;
        println!("decode: {:.0} MB/s", megabytes / time.as_secs_f64());
    }
}
