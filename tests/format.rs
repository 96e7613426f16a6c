//! The format of `OffCirc.dat` from outside: what is written is read back, whatever the reader is
//! given, and two readers agree on any bytes at all.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test says so by failing")]

#[path = "format/reference.rs"]
mod reference;

use std::io::{self, Read};

use chrono::{Days, NaiveDate};
use offcirc::barcode::Barcode;
use offcirc::dat::{self, Layout, MAX_LINE, Reader, Reading};
use offcirc::transaction::{Action, DeskTime, Transaction};
use proptest::char::range;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Days of the years 0 to 9999.
const DAYS: u64 = 3_652_425;

/// Gives its bytes in pieces of these sizes, over and over; a size of 0 is an interruption.
struct Pieces<'a> {
    bytes: &'a [u8],
    sizes: std::iter::Cycle<std::slice::Iter<'a, usize>>,
}

impl<'a> Pieces<'a> {
    fn new(bytes: &'a [u8], sizes: &'a [usize]) -> Self {
        Self { bytes, sizes: sizes.iter().cycle() }
    }
}

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.sizes.next() {
            Some(0) => Err(io::ErrorKind::Interrupted.into()),
            Some(size) => {
                let room = buffer.len().min(*size);
                self.bytes.read(&mut buffer[..room])
            }
            None => self.bytes.read(buffer),
        }
    }
}

/// Sizes of pieces, some of them not 0.
fn sizes() -> impl Strategy<Value = Vec<usize>> {
    (vec(0..9_usize, 0..4), prop_oneof![1..4_usize, 1..400_usize, 4090..4100_usize]).prop_map(
        |(mut sizes, last)| {
            sizes.push(last);
            sizes
        },
    )
}

/// Every text that is a barcode: printable ASCII, of all lengths, spaces only one by one inside.
fn barcode() -> impl Strategy<Value = Barcode> {
    let length = prop_oneof![4 => 1..=80_usize, 1 => 76..=80_usize, 2 => 10..=16_usize];
    let character = prop_oneof![6 => range('!', '~'), 3 => range('0', '9'), 1 => Just(' ')];
    (length, vec(character, 80)).prop_map(|(length, mut text)| {
        text.truncate(length);
        let last = length - 1;
        for at in 0..length {
            if text[at] == ' ' && (at == 0 || at == last || text[at - 1] == ' ') {
                text[at] = '0';
            }
        }
        Barcode::parse(&text.into_iter().collect::<String>()).expect("it follows the rules")
    })
}

/// Every minute that the file can hold.
fn time() -> impl Strategy<Value = DeskTime> {
    let day =
        prop_oneof![3 => 0..DAYS, 1 => Just(0), 1 => Just(DAYS - 1), 1 => 739_000..741_000_u64];
    (day, 0..24_u32, 0..60_u32).prop_map(|(day, hour, minute)| {
        let first = NaiveDate::from_ymd_opt(0, 1, 1).expect("the calendar has it");
        let date = first.checked_add_days(Days::new(day)).expect("a year of four digits");
        DeskTime::new(date.and_hms_opt(hour, minute, 0).expect("a minute"))
            .expect("a year of four digits")
    })
}

fn transaction() -> impl Strategy<Value = Transaction> {
    (time(), barcode(), proptest::option::of(barcode())).prop_map(|(time, item, borrower)| {
        let action = match borrower {
            Some(borrower) => Action::Loan { item, borrower },
            None => Action::Return { item },
        };
        Transaction { time, action }
    })
}

/// The line of a transaction, column by column, without its end.
fn strict(transaction: &Transaction) -> Vec<u8> {
    let mut line = vec![b' '; 93];
    let time = transaction.time.naive().format("%Y%m%d%H%M").to_string();
    line[..12].copy_from_slice(time.as_bytes());
    line[12] = if transaction.borrower().is_some() { b'L' } else { b'R' };
    let item = transaction.item().as_str().as_bytes();
    line[13..13 + item.len()].copy_from_slice(item);
    line.extend(transaction.borrower().map_or("", Barcode::as_str).as_bytes());
    line
}

/// All transactions in `bytes`; nothing else may be there but blank lines.
fn read(bytes: &[u8], sizes: &[usize]) -> Vec<(Transaction, Layout)> {
    let mut reader = Reader::new(Pieces::new(bytes, sizes));
    let mut read = Vec::new();
    while let Some(line) = reader.next_line().expect("the source never fails") {
        match line.reading {
            Reading::Transaction { transaction, layout } => read.push((transaction, layout)),
            Reading::Blank => {}
            Reading::Unreadable(unreadable) => panic!("line {}, {unreadable}", line.number),
        }
    }
    read
}

/// Bytes that come close to what the format is made of.
fn nearly() -> impl Strategy<Value = Vec<u8>> {
    let end = || {
        select(vec![
            &b"\r\n"[..],
            b"\n",
            b"\r",
            b"\r\r\n",
            b"\r\n\r\n",
            b" \n",
            b"\0",
            b"\n\n",
            b" \r\r\n",
            b"\r\r",
            b"\r\r\r\n",
            b"\0\0\0",
        ])
    };
    let line = prop_oneof![
        4 => transaction().prop_map(|transaction| strict(&transaction)),
        2 => (transaction(), vec((0..180_usize, any::<u8>(), 0..3_u8), 1..4)).prop_map(mutilated),
        1 => (transaction(), MAX_LINE - 2..MAX_LINE + 3).prop_map(|(transaction, length)| {
            let mut line = strict(&transaction);
            line.resize(length, b' ');
            line
        }),
        1 => "[0-9LR \t\r\n]{0,40}".prop_map(String::into_bytes),
        1 => "[0-9]{11,12}[LR] {0,2}[0-9é]{0,5} {0,90}[0-9é]{0,5} {0,3}[0-9]{0,3}"
            .prop_map(String::into_bytes),
        1 => "20[0-9]{10}[LR][!-~ ]{70,90}".prop_map(String::into_bytes),
        1 => vec(any::<u8>(), 0..200),
    ];
    let mark = prop_oneof![3 => Just(""), 1 => Just("\u{feff}")];
    let nuls = prop_oneof![3 => Just(0), 1 => 1..9_usize, 1 => MAX_LINE - 300..MAX_LINE + 300];
    (mark, vec((line, end()), 0..8), nuls).prop_map(|(mark, lines, nuls)| {
        let lines = lines.into_iter().flat_map(|(line, end)| [&*line, end].concat());
        mark.bytes().chain(lines).chain(std::iter::repeat_n(0, nuls)).collect()
    })
}

/// A line with some bytes replaced, inserted or left out.
fn mutilated((transaction, changes): (Transaction, Vec<(usize, u8, u8)>)) -> Vec<u8> {
    let mut line = strict(&transaction);
    for (at, byte, how) in changes {
        let at = at % line.len();
        match how {
            0 => line[at] = byte,
            1 => line.insert(at, byte),
            _ => drop(line.remove(at)),
        }
    }
    line
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn a_transaction_is_written_column_by_column(transaction in transaction()) {
        let mut line = strict(&transaction);
        line.extend(b"\r\n");
        prop_assert_eq!(dat::encode(&transaction), line);
    }

    #[test]
    fn what_is_written_is_read_back(
        transactions in vec(transaction(), 0..12),
        sizes in sizes(),
    ) {
        let mut file = Vec::new();
        for transaction in &transactions {
            dat::encode_into(transaction, &mut file);
        }
        let expected: Vec<_> = transactions.into_iter().map(|t| (t, Layout::Strict)).collect();
        prop_assert_eq!(read(&file, &sizes), &*expected);
        reference::compare(&file, Pieces::new(&file, &sizes));
        // The last line without its end, and with half of it.
        for cut in [b"\n", &b"\r\n"[..]] {
            if let Some(cut_short) = file.strip_suffix(cut) {
                prop_assert_eq!(read(cut_short, &sizes), &*expected);
            }
        }
    }

    #[test]
    fn other_writers_are_read_as_well(
        lines in vec(
            (
                transaction(),
                any::<bool>(),
                prop_oneof![Just(0), 0..100_usize],
                select(vec![
                    "\r\n", "\n", "\r", "\r\r\n", "\r\n\r\n", "\n\n", "\r\r", "\n   \r\n", "\r   \r",
                ]),
            ),
            0..12,
        ),
        mark in select(vec!["", "\u{feff}"]),
        sizes in sizes(),
    ) {
        let mut file = mark.as_bytes().to_vec();
        let mut expected = Vec::new();
        for (transaction, unpadded, spaces, end) in lines {
            let line = strict(&transaction);
            file.extend(if unpadded { line.trim_ascii_end() } else { &*line });
            file.resize(file.len() + spaces, b' ');
            file.extend(end.as_bytes());
            expected.push((transaction, Layout::Strict));
        }
        prop_assert_eq!(read(&file, &sizes), expected);
        reference::compare(&file, Pieces::new(&file, &sizes));
    }

    #[test]
    fn a_borrower_elsewhere_is_found_and_pointed_out(
        time in time(),
        item in barcode(),
        borrower in barcode(),
        spaces in prop_oneof![2..90_usize, Just(71), Just(0)],
    ) {
        let length = item.as_str().len();
        // None stands for as many as bring the borrower to column 93, if those are a gap at all.
        let spaces = if spaces == 0 { (80 - length).max(2) } else { spaces };
        let minute = time.naive().format("%Y%m%d%H%M");
        let line = format!("{minute}L{item}{:spaces$}{borrower}\n", "");
        let layout = match 13 + length + spaces {
            93 => Layout::Strict,
            borrower_column => Layout::Shifted { borrower_column },
        };
        let transaction = Transaction { time, action: Action::Loan { item, borrower } };
        prop_assert_eq!(read(line.as_bytes(), &[1000]), [(transaction, layout)]);
        reference::compare(line.as_bytes(), line.as_bytes());
    }

    #[test]
    fn nearly_good_lines_are_read_as_the_other_reader_does(
        bytes in nearly(),
        sizes in sizes(),
    ) {
        reference::compare(&bytes, Pieces::new(&bytes, &sizes));
    }

    #[test]
    fn any_bytes_are_read_as_the_other_reader_does(
        bytes in prop_oneof![
            vec(any::<u8>(), 0..500),
            vec(select(b"0129LR \r\n\0".to_vec()), 0..500),
            vec(prop_oneof![200 => Just(0), 3 => select(b"2R\r\n".to_vec())], 0..12_000),
            vec(prop_oneof![200 => Just(b' '), 200 => Just(b'7'), 1 => Just(b'\n')], 0..12_000),
        ],
        sizes in sizes(),
    ) {
        reference::compare(&bytes, Pieces::new(&bytes, &sizes));
    }
}

#[test]
fn every_day_of_the_calendar_comes_back() {
    let item = Barcode::parse("30001234567890").expect("a barcode");
    let first = NaiveDate::from_ymd_opt(0, 1, 1).expect("the calendar has it");
    let mut line = Vec::new();
    // Every 11th day meets each day of the year in each kind of year.
    for day in (0..DAYS).step_by(11) {
        let date = first.checked_add_days(Days::new(day)).expect("a year of four digits");
        let (hour, minute) = (u32::try_from(day % 24), u32::try_from(day % 60));
        let time = date.and_hms_opt(hour.expect("small"), minute.expect("small"), 59);
        let time = time.and_then(DeskTime::new).expect("a year of four digits");
        let transaction = Transaction { time, action: Action::Return { item: item.clone() } };
        line.clear();
        dat::encode_into(&transaction, &mut line);
        let expected = Reading::Transaction { transaction, layout: Layout::Strict };
        assert_eq!(dat::read_line(line.strip_suffix(b"\r\n").expect("a line end")), expected);
    }
}
