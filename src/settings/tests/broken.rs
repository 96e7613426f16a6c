//! What is told of broken files, and what of them is used all the same.

use std::fs::File;
use std::time::{Duration, Instant};

use super::*;

/// What a file holds, what is told of it, and the desk that is in force: "d" stands in good lines.
struct Case {
    file: &'static str,
    told: &'static [&'static str],
    desk: Option<&'static str>,
}

const D: Option<&str> = Some("d");

#[rustfmt::skip]
const CASES: &[Case] = &[
    // Syntax: a line of it costs that line.
    Case { file: "desk = 'd'\nlibrary = Zentral\ntheme = 'dark'\n", desk: D, told: &[
        "2:11: this can't be read: string values must be quoted, expected literal string"] },
    Case { file: "library = \"x\ndesk = 'd'", desk: D, told: &[
        "1:13: this can't be read: invalid basic string, expected `\"`"] },
    Case { file: "desk = 'd'\nlibrary", desk: D, told: &[
        "2:8: this can't be read: key with no value, expected `=`"] },
    Case { file: "desk = 'd'\nlibrary =", desk: D, told: &[
        "2:10: this can't be read: string values must be quoted, expected literal string"] },
    Case { file: "desk = 'd'\nno name at all\nD:\\x = 1\n= 4\nslips = True\n", desk: D, told: &[
        "2:4: this can't be read: key with no value, expected `=`",
        "3:2: this can't be read: invalid unquoted key, expected letters, numbers, `-`, `_`",
        "4:1: this can't be read: unquoted keys cannot be empty, expected letters, numbers, `-`, `_`",
        "5:9: this can't be read: invalid boolean, expected `true`"] },
    Case { file: "library = “é”\r\ndesk = 'd'\r\n", desk: D, told: &[
        "1:11: this can't be read: string values must be quoted, expected literal string"] },
    Case { file: "desk = 'd'\ndesk = 'e'\n", desk: D, told: &[
        "2:1: this can't be read: duplicate key"] },
    Case { file: "text_size = 99999999999999999999\ndesk = 'd'\n", desk: D, told: &[
        "1:13: this can't be read: integer number overflowed"] },
    // Backslashes.
    Case { file: "data_folder = \"D:\\Users\\x\"\n[item]\npattern = \"3\\d*\"\n", desk: None, told: &[
        "1:20: a backslash in double quotes has a meaning of its own: put the text in single quotes",
        "3:14: a backslash in double quotes has a meaning of its own: put the text in single quotes"] },
    Case { file: "data_folder = \"D:\\temp\\\"\r\ndesk = 'd'", desk: D, told: &[
        "1:25: a backslash in double quotes has a meaning of its own: put the text in single quotes"] },
    // What the setup program leaves of a file with a mark in front.
    Case { file: "data_folder = 'D:\\new'\r\n\u{feff}data_folder = 'D:\\old'\r\n\u{feff}desk = 'd'\r\r\n", desk: D, told: &[
        "2:1: this can't be read: duplicate key"] },
    Case { file: "data_folder = \"D:\\temp\"\ndesk = 'd'\n", desk: D, told: &[
        "1:15: data_folder has a control character, '\\t': in double quotes a backslash has a meaning \
         of its own, in single quotes it has not"] },
    // What does not end.
    Case { file: "desk = 'd'\n[item]\nlengths = [14,\n  15\n[watch]\nslips = true", desk: D, told: &[
        "3:1: this can't be read: missing comma between array elements, expected `,`",
        "6:1: there is no setting \"watch.slips\"; did you mean \"slips\"?"] },
    Case { file: "  library = '''x\n\ndesk = 'd'\n", desk: D, told: &[
        "1:3: this can't be read: invalid multi-line literal string, expected `'`"] },
    // A header takes what stands under it along.
    Case { file: "desk = 'd'\n[scanner\nend = 'pause'\nprefix = 'x'\n[item]\nlengths = 0", desk: D, told: &[
        "2:9: this can't be read: unclosed table, expected `]`",
        "6:11: item.lengths: \"0\" is no length from 1 to 80 and no range of them"] },
    Case { file: "desk = 'd'\n[item]\nlengths = 9\n[item]\nlengths = 14", desk: D, told: &[
        "4:2: this can't be read: duplicate key"] },
    // What is no text.
    Case { file: "desk = 'd'\nlibrary = 'caf\u{0}e'\n", desk: None, told: &[
        "2:15: this is no text in UTF-8 (byte 25)"] },
    Case { file: "desk = 'd'\u{1}\nslips = 1", desk: None, told: &[
        "1:11: this can't be read: unexpected key or value, expected newline, `#`",
        "2:9: slips has to be true or false, and not a whole number"] },
    // Versions.
    Case { file: "version = 1\ndesk = 'd'\n", desk: D, told: &[] },
    Case { file: "version = 2\ndesk = 'd'\ncolour = 1\ntheme = 'pink'\nlocked = ['later']", desk: D, told: &[
        "1:11: a newer version of OffCirc wrote this file (version 2)",
        "4:9: theme is \"pink\"; it has to be one of \"system\", \"light\", \"dark\", \"high-contrast\""] },
    Case { file: "desk = 'd'\nversion = '2'\n", desk: D, told: &[
        "2:11: version has to be a whole number from 1"] },
    Case { file: "version = 0\ndesk = 'd'\n", desk: D, told: &[
        "1:11: version has to be a whole number from 1"] },
    // Names.
    Case { file: "desk = 'd'\nDataFolder = 'x'\nkeep_upload_days = 3\nwhatever = 1\n", desk: D, told: &[
        "2:1: there is no setting \"DataFolder\"; did you mean \"data_folder\"?",
        "3:1: there is no setting \"keep_upload_days\"; did you mean \"keep_uploaded_days\"?",
        "4:1: there is no setting \"whatever\""] },
    Case { file: "desk = 'd'\nprefix = 'x'\nlength = 1\n[scaner]\nend = 'pause'\n[scanner]\nstripe = 1", desk: D, told: &[
        "2:1: there is no setting \"prefix\"; did you mean \"scanner.prefix\"?",
        "3:1: there is no setting \"length\"",
        "4:2: there is no setting \"scaner\"; did you mean \"scanner\"?",
        "7:1: there is no setting \"scanner.stripe\""] },
    // Kinds of values.
    Case { file: "scanner = 3\ndesk = ['d']\ntext_size = 125.0\nkeep_uploaded_days = '9'\nslips = 'true'\n\
                  theme = 1\nlibrary = 1979-05-27\ndata_folder = {}\n[[item]]\nlengths = 1", desk: None, told: &[
        "1:11: scanner is a table, [scanner], and not a whole number",
        "2:8: desk has to be a text in quotes, and not a list",
        "3:13: text_size has to be a whole number from 100 to 300, and not a number with a point",
        "4:22: keep_uploaded_days has to be a whole number from 1 to 3650, and not a text",
        "5:9: slips has to be true or false, and not a text",
        "6:9: theme has to be one of \"system\", \"light\", \"dark\", \"high-contrast\", and not a whole number",
        "7:11: library has to be a text in quotes, and not a date or time",
        "8:15: data_folder has to be a folder in quotes, and not a table",
        "9:1: item is a table, [item], and not a table"] },
    Case { file: "[desk]\nname = 'd'\n[scanner]\nend.x = 1", desk: None, told: &[
        "1:1: desk has to be a text in quotes, and not a table",
        "4:1: scanner.end has to be one of \"enter-or-tab\", \"pause\", and not a table"] },
    Case { file: "borrower.lengths = [14, true]\nitem.lengths = [[14]]\n", desk: None, told: &[
        "1:25: borrower.lengths has to be lengths such as 14 or \"8-10, 14\", and not true or false",
        "2:17: item.lengths has to be lengths such as 14 or \"8-10, 14\", and not a list"] },
    // Ranges.
    Case { file: "desk = 'd'\ntext_size = 90\nkeep_uploaded_days = -1\n[scanner]\npause_ms = 5000000000\n", desk: D, told: &[
        "2:13: text_size is 90; it has to be from 100 to 300",
        "3:22: keep_uploaded_days is -1; it has to be from 1 to 3650",
        "5:12: scanner.pause_ms is 5000000000; it has to be from 20 to 500"] },
    Case { file: "desk = 'd'\n[item]\nlengths = [14, '8-x']\n[borrower]\nlengths = '14, 81'\n", desk: D, told: &[
        "3:16: item.lengths: \"8-x\" is no length from 1 to 80 and no range of them",
        "5:11: borrower.lengths: \"81\" is no length from 1 to 80 and no range of them"] },
    // Rules of others.
    Case { file: "language = 'french'\ndesk = 'd'\n[item]\npattern = '3(\\d'\n", desk: D, told: &[
        "1:12: language: no language french",
        "4:11: item.pattern: unclosed group"] },
    // Locks.
    Case { file: "locked = 'scanner'\ndesk = 'd'", desk: D, told: &[] },
    Case { file: "locked = ['desk', 'scanr', 3]\ndesk = 'd'", desk: D, told: &[
        "1:19: there is no setting \"scanr\" to lock; did you mean \"scanner\"?",
        "1:28: locked has to be a list of names in quotes, and not a whole number"] },
    Case { file: "desk = 'd'\nlocked = true", desk: D, told: &[
        "2:10: locked has to be a list of names in quotes, and not true or false"] },
    Case { file: "", desk: None, told: &[] },
];

#[test]
fn every_fault_is_told_with_its_place_and_the_rest_is_used() {
    for Case { file, told: expected, desk: name } in CASES {
        let desk = Desk::with(file, "");
        let loaded = desk.load();
        let expected: Vec<_> = expected.iter().map(|told| format!("machine.toml:{told}")).collect();
        assert_eq!(told(&loaded.faults), expected, "{file}");
        assert_eq!(loaded.settings.desk.as_deref(), *name, "{file}");
        assert_eq!(check(&desk.machine(), rule), loaded.faults, "{file}");
    }
}

#[test]
fn every_beginning_of_a_file_is_read_as_far_as_it_goes() {
    let whole = "# é\ndata_folder = 'D:\\x'\r\nlocked = [\n 'scanner',\n \"item\" ]\n[scanner]\n\
                 prefix = '''a'''\nend = \"pause\"\n[item]\nlengths = [ 1, '2-3' ]\n";
    let ends = (0..=whole.len()).filter(|end| whole.is_char_boundary(*end));
    for end in ends {
        let desk = Desk::with(&whole[..end], "");
        let loaded = desk.load();
        let told = told(&loaded.faults);
        assert!(!told.iter().any(|told| told.contains("nothing")), "{:?} {told:?}", &whole[..end]);
        if end > 24 {
            assert_eq!(loaded.origin(Key::DataFolder), Origin::Machine(desk.machine()), "{end}");
        }
    }
}

#[test]
fn lines_that_are_no_utf8_are_passed_over() {
    let desk = Desk::new();
    let told_of = |bytes: &[u8]| {
        fs::write(desk.machine(), bytes).unwrap();
        let loaded = desk.load();
        (told(&loaded.faults), loaded.settings.desk)
    };
    let d = || Some("d".to_owned());
    let not_text = |place| vec![format!("machine.toml:{place}")];
    assert_eq!(
        told_of(b"# caf\xe9\r\ndesk = 'd'\r\nlibrary = 'Biblioth\xe8que'\r\n"),
        (not_text("1:6: this is no text in UTF-8 (byte 5)"), d())
    );
    assert_eq!(
        told_of(b"\xef\xbb\xbfdesk = 'd'\nlibrary = 'Biblioth\xe8que'\n"),
        (not_text("2:20: this is no text in UTF-8 (byte 33)"), d())
    );
    // UTF-16, with and without its mark, and what a power cut leaves.
    let utf16: Vec<u8> = "\u{feff}desk = 'd'\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(told_of(&utf16), (not_text("1:1: this is no text in UTF-8 (byte 0)"), None));
    assert_eq!(told_of(&utf16[2..]), (not_text("1:2: this is no text in UTF-8 (byte 1)"), None));
    assert_eq!(told_of(&[0; 4096]), (not_text("1:1: this is no text in UTF-8 (byte 0)"), None));
}

#[test]
fn what_is_no_file_of_settings_is_not_read_at_all() {
    let desk = Desk::new();
    fs::create_dir(desk.machine()).unwrap();
    let file = File::create(desk.user()).unwrap();
    file.set_len(100 << 20).unwrap();
    let start = Instant::now();
    assert_eq!(
        told(&desk.load().faults),
        [
            "machine.toml: this is no file",
            "settings.toml: the file has 104857600 bytes; settings have at most 1048576",
        ]
    );
    assert!(start.elapsed() < Duration::from_secs(1));
    if cfg!(windows) {
        return;
    }
    let missing = check(&desk.path("missing.toml"), rule);
    assert_eq!(
        told(&missing),
        ["missing.toml: the file can't be read: No such file or directory (os error 2)"]
    );
}

#[cfg(unix)]
#[test]
fn pipes_devices_and_what_nobody_may_read_stop_nothing() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let desk = Desk::with("desk = 'd'\n", "");
    fs::remove_file(desk.user()).unwrap();
    symlink("/dev/zero", desk.user()).unwrap();
    assert_eq!(told(&desk.load().faults), ["settings.toml: this is no file"]);

    let files = Files { user: Some(desk.machine().join("settings.toml")), machine: None };
    let loaded = load_from(files, rule);
    let kind = &loaded.faults[0].kind;
    let not_readable = io::ErrorKind::NotADirectory;
    assert!(matches!(kind, FaultKind::NotReadable { error, .. } if *error == not_readable));

    fs::set_permissions(desk.machine(), fs::Permissions::from_mode(0o000)).unwrap();
    if File::open(desk.machine()).is_err() {
        let kind = &desk.load().faults[0].kind;
        let not_readable = io::ErrorKind::PermissionDenied;
        assert!(matches!(kind, FaultKind::NotReadable { error, .. } if *error == not_readable));
    }
}

/// A line that is no TOML costs no other line, wherever it stands, and what it begins and does not
/// end neither.
#[test]
fn a_broken_line_costs_no_other() {
    let good = "# é\ndata_folder = 'D:\\x'\r\nlocked = [\n 'scanner',\n \"item\" ]\n[scanner]\n\
                prefix = \"\"\"p\"\"\"\nsuffix = '''a'''\nend = \"pause\"\n[item]\n\
                lengths = [ 1, '2-3' ]\ncheck_digit = 'luhn'\n";
    let starts =
        ["data_folder", "locked", "[scanner]", "prefix", "suffix", "end =", "[item]", "lengths"];
    let desk = Desk::with(good, "");
    let expected = desk.load();
    assert_eq!(told(&expected.faults), [""; 0]);
    let broken = [
        "x",
        "x =",
        "x = ",
        "x = [",
        "x = [1, 2",
        "x = {",
        "x = { a = 1",
        "x = \"\"\"",
        "x = '''",
        "x = \"",
        "x = 'a",
        "x = \"\\d\"",
        "\"",
        "'''",
        "= 1",
        "x = 1 2",
        "x = [1 2]",
        "}",
        "]",
        "é",
        "x = y",
        "x = 1\nx = 2",
        "x = [1,\n  2\n  3\n]",
        "\u{1}",
        "x = '\u{7}'",
        "x\r= 1",
    ];
    let places = starts.map(|start| good.find(start).unwrap());
    for line in broken {
        for place in places.into_iter().chain([good.len()]) {
            let file = format!("{}{line}\n{}", &good[..place], &good[place..]);
            fs::write(desk.machine(), &file).unwrap();
            let found = desk.load();
            assert!(!found.faults.is_empty());
            assert_eq!(found.settings, expected.settings, "{file}\n{:?}", told(&found.faults));
            assert_eq!(found.locked_by(Key::ItemCheck), Some(desk.machine().as_path()), "{file}");
        }
    }
}

/// As much nonsense as a file can hold takes no longer than a start may take.
#[test]
fn monsters_are_given_up_soon() {
    const ALL: usize = 1_000_000;
    let desk = Desk::new();
    let many = |line: &str| line.repeat(ALL / line.len());
    let numbered = |end: &str| {
        let lines: Vec<_> = (0..60_000).map(|number| format!("[k{number}{end}\n")).collect();
        lines.concat()
    };
    let monsters = [
        ("dots", many("a.") + "b = 1"),
        ("dots in a header", format!("[{}b]\n", many("a."))),
        ("lists", format!("x = {}", many("["))),
        ("tables", format!("x = {}", many("{a="))),
        ("quotes", many("\"")),
        ("words", many("a b\n")),
        ("twice", many("desk = 1\n")),
        ("headers", numbered("]")),
        ("broken headers", numbered("")),
        ("lists of tables", many("[[scanner]]\n")),
        ("names", numbered("=1").replace('[', "")),
        ("locks", format!("locked = [{}]", many("'zzzzzzz',"))),
        ("open text", format!("x = '''\n{}", many("desk = 1\n"))),
        ("open list", format!("x = [\n{}", many("desk,\n"))),
    ];
    for (name, monster) in monsters {
        fs::write(desk.machine(), monster).unwrap();
        let start = Instant::now();
        let loaded = desk.load();
        let time = start.elapsed();
        assert!((1..=51).contains(&loaded.faults.len()), "{name}");
        assert_eq!(loaded.settings, Settings::default(), "{name}");
        // Not optimised and with other tests beside it: this is far more than it takes.
        assert!(time < Duration::from_secs(20), "{name}: {time:?}");
        println!("{name}: {time:?}, {}", told(&loaded.faults).last().unwrap());
    }
}
