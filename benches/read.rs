//! How fast an `OffCirc.dat` of 1,000,000 transactions is read and decoded, from a file that the
//! system holds in memory.
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
use support::Turns;

const MILLION: u64 = 1_000_000;

fn decode(path: &Path) -> Duration {
    let start = Instant::now();
    let mut reader = Reader::new(File::open(path).expect("the file"));
    let mut transactions = 0;
    while let Some(line) = reader.next_line().expect("it is readable") {
        if let Reading::Transaction { transaction, .. } = line.reading {
            black_box(transaction);
            transactions += 1;
        }
    }
    assert_eq!(transactions, MILLION);
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
        bencher.iter_custom(|rounds| (0..rounds).map(|_| turns.add("decode", decode(&path))).sum());
    });
    group.finish();
    if let Some(time) = turns.median("decode") {
        // A file of a million transactions is far from where f64 gets coarse.
        #[expect(clippy::cast_precision_loss)]
        let megabytes = bytes.len() as f64 / 1e6;
        println!("decode: {:.0} MB/s", megabytes / time.as_secs_f64());
    }
}
