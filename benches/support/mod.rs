//! What the benches share: transactions, and the times of things that take turns.

#![allow(dead_code, reason = "no bench needs all of it")]

use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::{NaiveDate, TimeDelta};
use criterion::Criterion;
use offcirc::barcode::Barcode;
use offcirc::dat;
use offcirc::transaction::{Action, DeskTime, Transaction};

/// The transactions of a busy desk: two loans to each return, barcodes of 14 digits.
pub fn transactions(count: u64) -> impl Iterator<Item = Transaction> {
    let start = NaiveDate::from_ymd_opt(2026, 11, 23).and_then(|date| date.and_hms_opt(8, 0, 0));
    let start = start.expect("there was such a day");
    let barcode = |first, number| Barcode::parse(&format!("{first}{number:013}")).expect("digits");
    (0..count).map(move |number| {
        let item = barcode(3, number);
        let action = match number % 3 {
            2 => Action::Return { item },
            _ => Action::Loan { item, borrower: barcode(2, number / 6) },
        };
        let time =
            DeskTime::new(start + TimeDelta::seconds(i64::try_from(number / 10).unwrap_or(0)));
        Transaction { time: time.expect("a year of four digits"), action }
    })
}

/// An `OffCirc.dat` of so many transactions.
pub fn file(count: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    for transaction in transactions(count) {
        dat::encode_into(&transaction, &mut bytes);
    }
    bytes
}

/// The least that puts each line on the disk before the next.
pub fn bare(file: &mut File, lines: &[Vec<u8>]) -> Duration {
    let start = Instant::now();
    for line in lines {
        file.write_all(line).expect("the disk takes all");
        file.sync_data().expect("the disk takes all");
    }
    start.elapsed()
}

/// A file that grows.
pub fn bare_file(path: &Path) -> File {
    OpenOptions::new().append(true).create(true).open(path).expect("a file")
}

/// Criterion without what the benches don't use: no plots, few but long samples.
pub fn criterion() -> Criterion {
    Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(10))
        .configure_from_args()
}

/// The most memory that a process has had, in bytes, where the system tells; `self` is this one.
pub fn peak_memory(process: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

/// The times of things that take turns, so that whatever else the machine does hits all alike.
#[derive(Default)]
pub struct Turns(Vec<(&'static str, Vec<Duration>)>);

impl Turns {
    /// One more time of the thing with this name; returns it.
    pub fn add(&mut self, name: &'static str, time: Duration) -> Duration {
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, times)) => times.push(time),
            None => self.0.push((name, vec![time])),
        }
        time
    }

    /// The median time of the thing with this name.
    pub fn median(&self, name: &str) -> Option<Duration> {
        let (_, times) = self.0.iter().find(|(known, _)| *known == name)?;
        let mut times = times.clone();
        times.sort();
        times.get(times.len() / 2).copied()
    }

    /// Says how the medians of two of them compare.
    pub fn print_ratio(&self, name: &str, of: &str) {
        if let (Some(a), Some(b)) = (self.median(name), self.median(of)) {
            println!("ratio {name} / {of}: {:.3}", a.as_secs_f64() / b.as_secs_f64());
        }
    }
}
