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
