//! Changing one value of a text.

use super::edit::{Unfit, set};
use super::*;

/// A key, its new value as it stands in a file or none, a text before and after.
type Case = (Key, Option<&'static str>, &'static str, &'static str);

const CASES: &[Case] = &[
    // A value is replaced where it stands.
    (
        Key::Desk,
        Some("'b'"),
        "# top\r\ndesk  =  'a'  # why\r\n\r\n[item]\r\n",
        "# top\r\ndesk  =  'b'  # why\r\n\r\n[item]\r\n",
    ),
    (Key::ScannerEnd, Some("'b'"), "scanner.end = 'a'\n", "scanner.end = 'b'\n"),
    (
        Key::ScannerEnd,
        Some("'b'"),
        "scanner = { end = 'a', x = 1 } # c\n",
        "scanner = { end = 'b', x = 1 } # c\n",
    ),
    (
        Key::ItemLengths,
        Some("14"),
        "[item]\nlengths = [ # a\n 1, # b\n]\npattern = 'x'",
        "[item]\nlengths = 14\npattern = 'x'",
    ),
    (
        Key::Desk,
        Some("'b'"),
        "\"desk\" = '''\na'''\nslips = true\n",
        "\"desk\" = 'b'\nslips = true\n",
    ),
    // Or put behind the others of its table.
    (Key::Desk, Some("'b'"), "", "desk = 'b'\n"),
    (Key::Desk, Some("'b'"), "# only a comment", "# only a comment\ndesk = 'b'\n"),
    (
        Key::Desk,
        Some("'b'"),
        "slips = true # s\n# t\n[item]\n",
        "slips = true # s\ndesk = 'b'\n# t\n[item]\n",
    ),
    (Key::Desk, Some("'b'"), "slips = true", "slips = true\ndesk = 'b'\n"),
    (
        Key::Desk,
        Some("'b'"),
        "item.lengths = [\n1,\n]\n[watch]\n",
        "item.lengths = [\n1,\n]\ndesk = 'b'\n[watch]\n",
    ),
    (
        Key::Desk,
        Some("'b'"),
        "# top\n\n# items\n[item]\n",
        "# top\n\ndesk = 'b'\n\n# items\n[item]\n",
    ),
    (Key::Desk, Some("'b'"), "[item]\nlengths = 1\n", "desk = 'b'\n\n[item]\nlengths = 1\n"),
    (
        Key::ScannerEnd,
        Some("'b'"),
        "[scanner] # s\n\n[item]\n",
        "[scanner] # s\nend = 'b'\n\n[item]\n",
    ),
    (
        Key::ScannerEnd,
        Some("'b'"),
        "[scanner]\r\nprefix = 'p'\r\n# x\r\n[item]\r\n",
        "[scanner]\r\nprefix = 'p'\r\nend = 'b'\r\n# x\r\n[item]\r\n",
    ),
    (Key::ScannerEnd, Some("'b'"), "[scanner]", "[scanner]\nend = 'b'\n"),
    (
        Key::ScannerEnd,
        Some("'b'"),
        "scanner.prefix = 'p'\ndesk = 'd'\n",
        "scanner.prefix = 'p'\nscanner.end = 'b'\ndesk = 'd'\n",
    ),
    (
        Key::ScannerEnd,
        Some("'b'"),
        "scanner = {prefix = 'p'}\n",
        "scanner = {prefix = 'p', end = 'b'}\n",
    ),
    (Key::ScannerEnd, Some("'b'"), "desk = 'd'", "desk = 'd'\n\n[scanner]\nend = 'b'\n"),
    (
        Key::ScannerEnd,
        Some("'b'"),
        "[scanner.other]\nx = 1\n",
        "[scanner.other]\nx = 1\n\n[scanner]\nend = 'b'\n",
    ),
    // Or taken out.
    (Key::Desk, None, "# d\ndesk = 'd' # e\n# s\nslips = true\n", "# d\n# s\nslips = true\n"),
    (Key::Desk, None, "slips = true\ndesk = '''\nd'''", "slips = true\n"),
    (Key::ScannerEnd, None, "[scanner]\r\nend = 'b'\r\n[item]\r\n", "[scanner]\r\n[item]\r\n"),
    (Key::ScannerEnd, None, "scanner.end = 'b'\n", ""),
    (Key::ScannerEnd, None, "scanner = { end = 'b' } # s\n", "scanner = {} # s\n"),
    (Key::ScannerEnd, None, "scanner = { end = 'b', x = 1 }\n", "scanner = { x = 1 }\n"),
    (Key::ScannerEnd, None, "scanner = { x.y = 1, end = 'b' }\n", "scanner = { x.y = 1 }\n"),
    (
        Key::ScannerEnd,
        None,
        "scanner = {\n a = 1, # a\n end = 'b', # e\n}\n",
        "scanner = {\n a = 1, # e\n}\n",
    ),
    (
        Key::ScannerEnd,
        Some("'b'"),
        "scanner = {\n a = 1, # a\n}\n",
        "scanner = {\n a = 1, end = 'b', # a\n}\n",
    ),
    (Key::ScannerEnd, None, "scanner = 3\n", "scanner = 3\n"),
    (Key::ScannerEnd, None, "desk = 'd'\n", "desk = 'd'\n"),
    (Key::Desk, None, "[desk]\n", "[desk]\n"),
];

#[test]
fn every_other_byte_stays() {
    for (key, literal, before, after) in CASES {
        // A text without any line end gets those of the system.
        let end = if cfg!(windows) && !before.contains('\n') { "\r\n" } else { "\n" };
        let after =
            if before.contains('\n') { (*after).to_owned() } else { after.replace('\n', end) };
        assert_eq!(set(before, *key, *literal), Ok(after), "{before}");
    }
    for nonsense in [
        "scanner = 3\n",
        "[[scanner]]\n",
        "scanner = { end.x = 1 }\n",
        "[scanner.end]\nx = 1\n",
        "scanner.end.x = 1\n",
        "=",
    ] {
        assert_eq!(set(nonsense, Key::ScannerEnd, Some("'b'")), Err(Unfit), "{nonsense}");
    }
}

/// Files of several makes, each with every key set, changed and taken out.
#[test]
fn whatever_a_file_looks_like_one_key_changes_and_no_other() {
    let files = [
        "",
        "# c\r\n\r\n# d\r\n[scanner]\r\n",
        "desk = 'x'\n[watch]\nidle_seconds = 3\n\n[scanner]\nprefix = 'p'\n[item]\nlengths = [\n1,\n2]\n",
        "scanner = { prefix = 'p' }\nborrower = {}\nitem.lengths = 3\nwatch.idle_seconds = 3\nslips = true",
        "scanner.prefix = 'p'\n\nscanner.suffix = 's'\n[item]\nother.x = 1\n[unknown]\nx = 1\n[[list]]\nx = 1\n",
        "[scanner.other]\nx = 1\n[item]\nx = { y = 1 }\n# end",
    ];
    let everything = |text: &str| -> Vec<(Key, Value)> {
        let desk = Desk::with("", text);
        let loaded = desk.load();
        let of_user = |key: &&Key| matches!(loaded.origin(**key), Origin::User(_));
        Key::ALL.iter().filter(of_user).map(|key| (*key, loaded.value(*key))).collect()
    };
    let other = |key: Key| match key.kind() {
        Kind::Text { .. } | Kind::Sent { .. } | Kind::Pattern { .. } => text("zz"),
        Kind::Folder => folder("zz"),
        Kind::Lengths => Value::Lengths(vec![77..=78]),
        Kind::Switch => Value::Switch(!key.default_value().as_switch()),
        Kind::Number { most, .. } => Value::Number(most),
        Kind::Choice(choices) => Value::Choice(choices[choices.len() - 1]),
    };
    for file in files {
        for key in Key::ALL {
            let mut expected = everything(file);
            expected.retain(|(other, _)| other != key);
            let without = set(file, *key, None).unwrap();
            assert_eq!(everything(&without), expected, "{file}\n{without}");
            expected.push((*key, other(*key)));
            expected.sort_by_key(|(key, _)| *key);
            let with = set(file, *key, other(*key).literal().as_deref()).unwrap();
            assert_eq!(everything(&with), expected, "{file}\n{with}");
            let comments = |text: &str| text.matches('#').count();
            assert_eq!(comments(&with), comments(file));
            // Twice is once.
            assert_eq!(set(&with, *key, other(*key).literal().as_deref()), Ok(with));
        }
    }
}
