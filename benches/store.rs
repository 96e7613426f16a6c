//! What a confirmed transaction costs: through the store, against a bare loop of `write` and
//! `sync_data` (fdatasync) of the same bytes on the same disk; and with a large `OffCirc.dat`
//! against an empty one. And how often a slow disk has to sync for scans in a row.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench stops where it can't measure"
)]

#[allow(dead_code, clippy::unwrap_used, reason = "the tests use the rest")]
#[path = "../tests/store/faulty.rs"]
mod faulty;
mod support;

use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::SeqCst;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, OnceLock};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use criterion::{Criterion, SamplingMode, Throughput};
use faulty::FaultyDisk;
use offcirc::dat;
use offcirc::store::{Config, DAT, Disk, GiveUp, Notice, RealDisk, Store};
use offcirc::transaction::{Ticket, Transaction};
use support::Turns;

/// Transactions of one turn.
const TURN: u64 = 100;
/// Transactions of the large file.
const MILLION: u64 = 1_000_000;

/// A store that is open and has read what was there.
struct Open {
    store: Store,
    notices: Receiver<Notice>,
    tickets: u64,
    told: Arc<Told>,
}

/// Counts what the store has said, and wakes the one who waits for so much of it.
#[derive(Default)]
struct Told {
    count: AtomicU64,
    awaited: AtomicU64,
    waiting: OnceLock<Thread>,
}

impl Told {
    /// What the store calls after each notice; the window only asks for a frame there.
    fn one_more(&self) {
        let count = self.count.fetch_add(1, SeqCst) + 1;
        if count == self.awaited.load(SeqCst)
            && let Some(thread) = self.waiting.get()
        {
            thread.unpark();
        }
    }

    fn wait_for(&self, count: u64) {
        self.waiting.get_or_init(thread::current);
        self.awaited.store(count, SeqCst);
        while self.count.load(SeqCst) < count {
            thread::park();
        }
    }
}

impl Open {
    fn new(folder: &Path) -> Self {
        Self::on(Arc::new(RealDisk), folder)
    }

    fn on(disk: Arc<dyn Disk>, folder: &Path) -> Self {
        let config = Config {
            data_folder: folder.join("data"),
            spool_root: Some(folder.join("spool")),
            give_up: GiveUp::Never,
        };
        let told = Arc::new(Told::default());
        let wake = told.clone();
        let started = Store::start(config, disk, move || wake.one_more());
        let (store, notices) = started.expect("a thread");
        while !matches!(notices.recv(), Ok(Notice::EarlierRead(_))) {}
        Self { store, notices, tickets: 0, told }
    }

    fn append(&mut self, transaction: &Transaction) {
        self.tickets += 1;
        self.store.append(Ticket(self.tickets), transaction);
    }

    fn confirmation(&self) {
        assert!(matches!(self.notices.recv(), Ok(Notice::Saved(_))), "the disk takes all");
    }

    /// A queue at the desk: scans come in faster than the disk confirms them, and all
    /// confirmations are taken at the end.
    fn under_load(&mut self, transactions: &[Transaction]) -> Duration {
        let start = Instant::now();
        let told = self.told.count.load(SeqCst);
        for transaction in transactions {
            self.append(transaction);
        }
        self.told.wait_for(told + transactions.len() as u64);
        for _ in transactions {
            self.confirmation();
        }
        start.elapsed()
    }

    /// A quiet desk: each scan comes after the one before is confirmed.
    fn one_by_one(&mut self, transactions: &[Transaction]) -> Duration {
        let start = Instant::now();
        for transaction in transactions {
            self.append(transaction);
            self.confirmation();
        }
        start.elapsed()
    }
}

fn main() {
    let mut criterion = support::criterion();
    let transactions: Vec<_> = support::transactions(TURN).collect();
    // The disk of the project: the temporary folder may be in memory.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    against_bare(&mut criterion, folder.path(), &transactions);
    with_a_million(&mut criterion, folder.path(), &transactions);
    on_a_slow_disk(folder.path());
}

fn against_bare(criterion: &mut Criterion, folder: &Path, transactions: &[Transaction]) {
    let lines: Vec<_> = transactions.iter().map(dat::encode).collect();
    let mut turns = Turns::default();
    let mut group = criterion.benchmark_group("store");
    group.sampling_mode(SamplingMode::Flat).throughput(Throughput::Elements(TURN));
    let mut file = support::bare_file(&folder.join("bare"));
    let mut under_load = Open::new(&folder.join("under-load"));
    let mut one_by_one = Open::new(&folder.join("one-by-one"));
    group.bench_function("under load", |bencher| {
        bencher.iter_custom(|rounds| {
            (0..rounds)
                .map(|_| {
                    turns.add("bare", support::bare(&mut file, &lines));
                    turns.add("one by one", one_by_one.one_by_one(transactions));
                    turns.add("store", under_load.under_load(transactions))
                })
                .sum()
        });
    });
    group.finish();
    for name in ["bare", "store", "one by one"] {
        if let Some(time) = turns.median(name) {
            println!("{name}: {:.0} transactions a second", 1e2 / time.as_secs_f64());
        }
    }
    turns.print_ratio("store", "bare");
    turns.print_ratio("one by one", "bare");
}

fn with_a_million(criterion: &mut Criterion, folder: &Path, transactions: &[Transaction]) {
    let mut turns = Turns::default();
    let data = folder.join("million").join("data");
    fs::create_dir_all(&data).expect("a folder");
    let before = support::file(MILLION);
    for path in [data.join(DAT), folder.join("bare million")] {
        fs::write(&path, &before).expect("room for a large file");
        support::bare_file(&path).sync_all().expect("the disk takes all");
    }
    let lines: Vec<_> = transactions.iter().map(dat::encode).collect();
    let mut bare_empty = support::bare_file(&folder.join("bare empty"));
    let mut bare_million = support::bare_file(&folder.join("bare million"));
    let mut empty = Open::new(&folder.join("empty"));
    let mut million = Open::new(&folder.join("million"));
    let mut group = criterion.benchmark_group("store");
    group.sampling_mode(SamplingMode::Flat).throughput(Throughput::Elements(TURN));
    group.bench_function("with a million", |bencher| {
        bencher.iter_custom(|rounds| {
            (0..rounds)
                .map(|_| {
                    turns.add("empty", empty.under_load(transactions));
                    turns.add("bare empty", support::bare(&mut bare_empty, &lines));
                    turns.add("bare million", support::bare(&mut bare_million, &lines));
                    turns.add("million", million.under_load(transactions))
                })
                .sum()
        });
    });
    group.finish();
    turns.print_ratio("million", "empty");
    turns.print_ratio("bare million", "bare empty");
}

/// Scans in a row while each sync takes 50 ms.
fn on_a_slow_disk(folder: &Path) {
    let slow = FaultyDisk::slow(Duration::from_millis(50));
    let mut open = Open::on(Arc::new(slow.clone()), &folder.join("slow"));
    let transactions: Vec<_> = support::transactions(20).collect();
    let before = slow.syncs();
    let time = open.under_load(&transactions);
    let syncs = slow.syncs() - before;
    println!("20 scans on a slow disk: {syncs} syncs, {} ms", time.as_millis());
}
