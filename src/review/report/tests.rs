use std::path::PathBuf;

use proptest::prelude::*;

use super::*;
use crate::review::{Ledger, Progress};

const WORDINGS: [(&str, Meaning); 4] = [
    ("Item not found.", Meaning::ItemNotFound),
    ("User not found.", Meaning::UserNotFound),
    ("Return item failed, item was not on loan.", Meaning::NotOnLoan),
    ("A later action on this item happened.", Meaning::LaterAction),
];

/// What stands before a wording, and the line that it names.
const PREFIXES: [(&str, Option<u64>); 14] = [
    ("", None),
    ("Line 12: ", Some(12)),
    ("12 ", Some(12)),
    ("12: ", Some(12)),
    ("[12] ", Some(12)),
    ("Row 12 - ", Some(12)),
    ("ligne:12 ", Some(12)),
    ("ERROR: ", None),
    ("2026-11-24 09:15:02 ", None),
    ("24/11/2026 09:15 Line 12 ", Some(12)),
    ("24 Nov 2026: ", None),
    ("2026-11-24T09:15 12,", Some(12)),
    ("Problème inconnu - ", None),
    ("12;ERROR;", Some(12)),
];

/// What stands around a message: a quoted cell, other cells, a sentence's end.
const AROUND: [(&str, &str); 7] = [
    ("", ""),
    ("", "."),
    ("\"", "\""),
    ("\"a\",\"", "\",\"b\""),
    ("a;", ";b"),
    ("a\t", "\tb"),
    ("  ", "  "),
];

/// The known ways to save a text.
fn encodings(text: &str) -> [Vec<u8>; 7] {
    let utf16 = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(unit).collect()
    };
    [
        text.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
        utf16(u16::to_le_bytes).split_off(2),
        utf16(u16::to_be_bytes).split_off(2),
        text.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect(),
    ]
}

#[test]
fn every_wording_is_found_behind_every_prefix_in_every_table_and_encoding() {
    for (wording, meaning) in WORDINGS {
        for (prefix, line) in PREFIXES {
            for (before, after) in AROUND {
                for case in [str::to_owned, str::to_uppercase, str::to_lowercase] {
                    let message = case(&format!("{prefix}{wording} Barcode: X-30/1"));
                    let text = format!("Rapport terminé\r\n{before}{message}{after}\r\n\r\n");
                    for bytes in encodings(&text) {
                        let report = Report::read(&decode(&bytes).unwrap());
                        let [found] = report.messages() else { panic!("{text:?}: {report:?}") };
                        assert_eq!(found.meaning, Some(meaning), "{text:?}");
                        assert_eq!(found.line, line, "{text:?}");
                        let barcode = found.barcode.as_ref().unwrap().as_str();
                        assert!(barcode.eq_ignore_ascii_case("X-30/1"), "{text:?}: {barcode}");
                        assert!(message.contains(found.text.trim_end_matches('.')), "{found:?}");
                        assert_eq!(report.passed_over().len(), 1, "{text:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn equal_messages_are_counted_and_others_kept_apart() {
    let report = Report::read(
        "Job report\nitem not found.  Barcode: 1\nERROR Item not found. Barcode: 1\n\
         Line 2: Item not found. Barcode: 1\nUser not found. Barcode: 1\nBarcode: 1\nItem not found",
    );
    let found: Vec<_> = report.messages().iter().map(|m| (m.times, m.meaning, m.line)).collect();
    assert_eq!(
        found,
        [
            (2, Some(Meaning::ItemNotFound), None),
            (1, Some(Meaning::ItemNotFound), Some(2)),
            (1, Some(Meaning::UserNotFound), None),
            (1, None, None),
            (1, Some(Meaning::ItemNotFound), None),
        ]
    );
    assert_eq!(report.passed_over(), ["Job report"]);
}

/// A line break between the wording and its barcode, and line breaks that were lost.
#[test]
fn messages_survive_what_pasting_does_to_lines() {
    let text = "Item not found.\r\n  Barcode: 1\r\nA later action on this item happened. Barcode: 2 \
                User not found. Barcode: 3 \u{a0}\nBarcode: 4 – Item not found\n\
                Odd. Barcode: 5; odder. Barcode: 6";
    let report = Report::read(text);
    assert_eq!(
        barcodes(&report),
        [
            (Some(Meaning::ItemNotFound), Some("1")),
            (Some(Meaning::LaterAction), Some("2")),
            (Some(Meaning::UserNotFound), Some("3")),
            (Some(Meaning::ItemNotFound), Some("4")),
            (None, Some("5")),
            (None, Some("6")),
        ]
    );
}

/// What each message means, and its barcode.
fn barcodes(report: &Report) -> Vec<(Option<Meaning>, Option<&str>)> {
    report
        .messages()
        .iter()
        .map(|message| (message.meaning, message.barcode.as_ref().map(Barcode::as_str)))
        .collect()
}

#[test]
fn several_messages_on_one_line_keep_their_numbers_and_spaces() {
    let report = Report::read(
        "Line 12: Item not found. Barcode: 1 Line 13: User not found. Barcode: 2 b\n\
         \"Item not found. Barcode: A B\",\"14 User not found. Barcode: 3\"",
    );
    let lines: Vec<_> = report.messages().iter().map(|message| message.line).collect();
    assert_eq!(lines, [Some(12), Some(13), None, Some(14)]);
    assert_eq!(
        barcodes(&report),
        [
            (Some(Meaning::ItemNotFound), Some("1")),
            (Some(Meaning::UserNotFound), Some("2 b")),
            (Some(Meaning::ItemNotFound), Some("A B")),
            (Some(Meaning::UserNotFound), Some("3")),
        ]
    );
}

#[test]
fn the_text_of_a_message_is_its_cell() {
    for (line, text) in [
        ("7;\"Item not found. Barcode: 1\";x", "Item not found. Barcode: 1"),
        ("7,Item not found. Barcode: 1,x", "7,Item not found. Barcode: 1,x"),
        ("Item not found. Barcode: \"1\"", "Item not found. Barcode: \"1"),
        ("x\tOdd. Barcode: 1.", "Odd. Barcode: 1."),
    ] {
        assert_eq!(Report::read(line).messages()[0].text, text);
    }
}

#[test]
fn pictures_and_workbooks_are_no_text() {
    for bytes in [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), b"PK\x03\x04\x14\0\x06\0", b"\0"] {
        assert_eq!(decode(bytes), Err(NotText));
    }
    assert_eq!(decode(b""), Ok(String::new()));
    assert_eq!(decode(b"\xff\xfea"), Ok(String::new()), "half a character");
    assert_eq!(decode(b"\xe9t\xe9"), Ok("été".to_owned()), "Latin-1");
}

/// A ledger of files with these lines: kind, item, borrower.
fn ledger(files: &[&[(char, &str, &str)]]) -> (tempfile::TempDir, Ledger) {
    let folder = tempfile::tempdir().unwrap();
    let mut paths: Vec<PathBuf> = Vec::new();
    for lines in files {
        let path = folder.path().join(format!("{}.dat", paths.len()));
        let line = |(kind, item, borrower): &(char, &str, &str)| {
            format!("202611231405{kind}{item:<80}{borrower}\r\n")
        };
        std::fs::write(&path, lines.iter().map(line).collect::<String>()).unwrap();
        paths.push(path);
    }
    let ledger = Ledger::read(&paths, &Progress::default()).unwrap();
    (folder, ledger)
}

/// The matches of each message, and why one has none.
fn matched(text: &str, ledger: &Ledger) -> Vec<(Vec<usize>, Option<Unmatched>)> {
    let matched = Report::read(text).matched(ledger);
    matched.into_iter().map(|matched| (matched.matches, matched.unmatched)).collect()
}

#[test]
fn a_message_speaks_of_what_it_can_speak_of() {
    let (_folder, ledger) = ledger(&[
        &[('L', "i1", "u1"), ('R', "i1", ""), ('L', "i2", "u1"), ('L', "u1", "u2")],
        &[('L', "i1", "u2"), ('R', "i3", "")],
    ]);
    for (text, matches, unmatched) in [
        ("Item not found. Barcode: i1", vec![0, 1, 4], None),
        ("A later action on this item happened. Barcode: i1", vec![0, 1, 4], None),
        ("User not found. Barcode: u1", vec![0, 2], None),
        ("Return item failed, item was not on loan. Barcode: i1", vec![1], None),
        ("Line 2: Item not found. Barcode: i1", vec![1], None),
        ("Line 1: Item not found. Barcode: i1", vec![0, 4], None),
        ("Line 3: Item not found. Barcode: i1", vec![0, 1, 4], None),
        ("Odd. Barcode: u1", vec![0, 2, 3], Some(Unmatched::UnknownWording)),
        ("Odd. Barcode: no", vec![], Some(Unmatched::NotInFiles)),
        ("Item not found. Barcode: no", vec![], Some(Unmatched::NotInFiles)),
        ("Item not found. Barcode: u2", vec![], Some(Unmatched::NotAnItem)),
        ("User not found. Barcode: i1", vec![], Some(Unmatched::NotABorrower)),
        (
            "Return item failed, item was not on loan. Barcode: i2",
            vec![],
            Some(Unmatched::NotReturned),
        ),
        ("Item not found.", vec![], Some(Unmatched::NoBarcode)),
        ("Item not found. Barcode: é", vec![], Some(Unmatched::NoBarcode)),
    ] {
        assert_eq!(matched(text, &ledger), [(matches, unmatched)], "{text}");
    }
}

#[test]
fn barcodes_fit_exactly_first_and_then_without_letter_case() {
    let (_folder, ledger) =
        ledger(&[&[('L', "ab", "x"), ('L', "AB", "x"), ('R', "AB", ""), ('L', "cd", "x")]]);
    for (text, matches) in [
        ("Item not found. Barcode: ab", vec![0]),
        ("Item not found. Barcode: Ab", vec![0, 1, 2]),
        ("Item not found. Barcode: CD", vec![3]),
        ("Return item failed, item was not on loan. Barcode: ab", vec![2]),
    ] {
        assert_eq!(matched(text, &ledger), [(matches, None)], "{text}");
    }
}

/// The pieces of which reports are made, in any order, and anything else.
fn any_report() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "Item not found",
            "USER NOT FOUND",
            "item was not on loan",
            "later action on this item happened",
            "Barcode",
            ":",
            "barcode :",
            " ",
            "\t",
            "\n",
            "\r\n",
            "\"",
            ",",
            ";",
            ".",
            "12",
            "Line",
            "é",
            "\u{a0}",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
        "[A-Za-z0-9 ]{0,5}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn each_line_with_a_known_wording_is_a_message(text in any_report()) {
        let known = |line: &&str| {
            let line = line.to_ascii_lowercase();
            ["item not found", "user not found", "item was not on loan", "later action on this item happened"]
                .iter().any(|wording| line.contains(wording))
        };
        let report = Report::read(&text);
        let lines = text.split(['\n', '\r']).filter(known).count();
        let messages = report.messages().iter().filter(|message| message.meaning.is_some());
        prop_assert!(messages.map(|message| message.times).sum::<usize>() >= lines);
        prop_assert_eq!(report.passed_over().iter().filter(|line| known(&line.as_str())).count(), 0);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in any::<Vec<u8>>()) {
        if let Ok(text) = decode(&bytes) {
            let _ = Report::read(&text);
        }
    }
}

/// What the parts of a report can be: the one with this number, counted from 1.
#[cfg(unix)]
const PARTS: [fn(u32) -> String; 6] = [
    |number| format!("Item not found. Barcode: i{number} "),
    |number| format!("Barcode: i{number} "),
    |number| format!("Item not found. i{number} "),
    |number| format!("Line {number}: User not found. Barcode: u\n"),
    |number| format!("Line {number}: Item not found. Barcode: u\n"),
    |_| "no message at all ".to_owned(),
];

/// The time of this thread is counted, not the clock's: others may use the processor.
#[cfg(unix)]
#[test]
fn the_time_of_a_report_grows_as_its_length_does() {
    use rustix::time::{ClockId, clock_gettime};

    use std::time::Duration;

    const FEW: u32 = 300;
    const TIMES: u32 = 32;
    let all: Vec<String> = (1..=FEW * TIMES).map(|item| format!("i{item}")).collect();
    let all: Vec<_> = all.iter().map(|item| ('L', item.as_str(), "u")).collect();
    let now = || Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).unwrap();
    let least_time = |part: fn(u32) -> String, count: u32| {
        let (_folder, ledger) = ledger(&[&all[..count as usize]]);
        let text: String = (1..=count).map(part).collect();
        let time = || {
            let start = now();
            let matched = Report::read(&text).matched(&ledger);
            assert!(matched.is_empty() || matched.len() == count as usize);
            now().saturating_sub(start)
        };
        (0..3).map(|_| time()).min().unwrap()
    };
    for (number, part) in PARTS.into_iter().enumerate() {
        let (few, many) = (least_time(part, FEW), least_time(part, FEW * TIMES));
        assert!(many < few * TIMES * 3, "part {number}: {few:?}, {TIMES} times as many: {many:?}");
    }
}
