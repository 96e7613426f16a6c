//! `learn` and `controls`: what is set up before an outage, on real files.

use std::fmt::Write as _;

use crate::support::{Folder, give_back, loan};

/// Cards and items as a library has them, with a slip in each.
fn transactions() -> String {
    let mut lines = String::new();
    for number in 0..200 {
        let time = "202611230800";
        lines += &loan(time, &format!("B{number:06}"), &format!("2{:08}", number * 13));
        lines += &give_back(time, &format!("B{:06}", number * 7));
    }
    lines + &loan("202611230900", "200000001", "B000001")
}

#[test]
fn rules_are_read_off_a_file_of_transactions() {
    let folder = Folder::new();
    folder.write("old.dat", transactions());
    let run = folder.run("learn old.dat");
    assert_eq!((run.code, run.error.as_str()), (0, ""));
    let expected = "# 200 of 201 examples fit. Not these, for example: B000001\n\
        [borrower]\nlengths = \"9\"\npattern = '2\\d*'\n\
        # 400 of 401 examples fit. Not these, for example: 200000001\n\
        [item]\nlengths = \"7\"\npattern = 'B[0-9A-Z]*'\n";
    assert_eq!(run.output, expected);
}

#[test]
fn rules_are_read_off_a_list() {
    let folder = Folder::new();
    let mut list = "Barcode;Title\r\n".to_owned();
    for number in 0..150 {
        writeln!(list, "\"{}\"; a book\r", 10_000 + number).unwrap();
    }
    folder.write("list.csv", list);
    let run = folder.run("learn list.csv --list borrower");
    assert_eq!((run.code, run.error.as_str()), (0, ""));
    let expected = "# 150 of 150 examples fit.\n[borrower]\nlengths = \"5\"\npattern = '1\\d*'\n";
    assert_eq!(run.output, expected);
}

#[test]
fn from_other_files_nothing_is_learned() {
    let folder = Folder::new();
    folder.write("letter.txt", "Dear library,\nthank you for the books.\n".repeat(200));
    folder.write("picture.dat", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01");
    folder.write("empty.dat", "");
    for file in ["letter.txt", "picture.dat", "empty.dat", "gone.dat"] {
        folder.refused(&format!("learn {file}"), file);
    }
}

#[test]
fn the_page_of_control_barcodes_is_a_file_to_print() {
    let folder = Folder::new();
    let run = folder.run("controls -o page.pdf");
    assert_eq!((run.code, run.error.as_str(), run.output.as_str()), (0, "", ""));
    assert!(std::fs::read(folder.path("page.pdf")).unwrap().starts_with(b"%PDF"));
    folder.refused("controls -o page.pdf", "page.pdf");
}

#[test]
fn settings_in_force_are_printed_with_where_they_come_from() {
    let folder = Folder::new();
    folder.write("own/offcirc/settings.toml", "desk = 'North'\n[item]\nlengths = 14\n");
    let run = folder.run("settings");
    assert_eq!((run.code, run.error.as_str()), (0, ""));
    let line = |start: &str| {
        let found = run.output.lines().find(|line| line.starts_with(start));
        found.unwrap_or_else(|| panic!("{start}\n{}", run.output)).to_owned()
    };
    assert!(line("desk = ").ends_with("settings.toml"), "{}", line("desk = "));
    assert!(line("sounds = ").ends_with("the usual value"));
    assert!(line("lengths = \"14\"").ends_with("settings.toml"));
    // It can be read as a settings file.
    folder.write("printed.toml", &run.output);
    assert_eq!(folder.run("settings check printed.toml").code, 0);
    folder.write("sample.toml", folder.run("settings sample").output);
    assert_eq!(folder.run("settings check sample.toml").code, 0);
}

#[test]
fn what_is_wrong_with_a_settings_file_is_told_with_its_place() {
    let folder = Folder::new();
    for (name, text, code, told) in [
        ("cut.toml", "desk = 'North\n", 1, "line 1, character"),
        (
            "type.toml",
            "\nsounds = 3\n",
            1,
            "line 2, character 10: sounds has to be one of on, beep, off.",
        ),
        ("unknown.toml", "desks = 'x'\n", 1, "there is no setting desks. Did you mean desk?"),
        ("range.toml", "text_size = 500\n", 1, "text_size is 500; it has to be from 100 to 300."),
        ("pattern.toml", "[item]\npattern = '3(0'\n", 1, "item.pattern:"),
        ("explodes.toml", "[item]\npattern = '((a{1000}){1000}){1000}'\n", 1, "item.pattern:"),
        ("newer.toml", "version = 9\n", 1, "a newer version of OffCirc wrote this file"),
        ("gone.toml", "", 2, "the file can’t be read"),
    ] {
        if name != "gone.toml" {
            folder.write(name, text);
        }
        let run = folder.run(&format!("settings check {name}"));
        assert_eq!(run.code, code, "{name}: {}", run.error);
        assert!(run.error.contains(told) && run.error.contains(name), "{name}: {}", run.error);
    }
    folder.write("latin.toml", b"desk = 'Biblioth\xe8que'\n");
    let run = folder.run("--lang fr settings check latin.toml");
    assert!(run.error.contains("ce n’est pas du texte en UTF-8"), "{}", run.error);
}

#[test]
fn the_language_is_chosen_before_or_behind_the_command() {
    let folder = Folder::new();
    folder.write("old.dat", transactions());
    for arguments in ["--lang fr learn old.dat", "learn old.dat --lang fr"] {
        let run = folder.run(arguments);
        assert!(run.output.contains("exemples sur 201 correspondent."), "{}", run.output);
    }
    let run = folder.run("--lang xx learn old.dat");
    assert!(run.code == 2 && run.error.contains("en, de, fr"), "{}", run.error);
}
