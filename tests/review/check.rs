//! `offcirc-cli check`: each kind of finding, by a file that has it.

use chrono::{NaiveDate, NaiveDateTime};
use offcirc::review::check::{Context, Finding, check};
use offcirc::review::{Ledger, Progress};
use offcirc::text::Texts;

use crate::support::{Folder, loan, returned};

/// Line, severity and kind of everything found in a file of these lines.
fn found(lines: &[String]) -> (i32, Vec<(u64, String, String)>) {
    let folder = Folder::new();
    folder.write("a.dat", lines.concat());
    let said = folder.run(&["check", "--format", "json", "a.dat"]);
    let findings = said.findings().into_iter();
    (said.code, findings.map(|(_, line, severity, kind)| (line, severity, kind)).collect())
}

/// The file has these findings and no other; with the exit code that follows from them.
#[track_caller]
fn expect(lines: &[String], findings: &[(u64, &str, &str)]) {
    let (code, found) = found(lines);
    let found: Vec<_> = found.iter().map(|(l, s, k)| (*l, s.as_str(), k.as_str())).collect();
    assert_eq!(found, findings);
    let wrong = findings.iter().any(|(_, severity, _)| *severity != "information");
    assert_eq!(code, i32::from(wrong));
}

#[test]
fn what_a_desk_usually_does_is_no_finding() {
    expect(
        &[
            loan("202601051000", "X", "B"),
            loan("202601051000", "Y", "B"),
            returned("202601051001", "Z"),
            // Somebody else takes what has just come back.
            loan("202601051002", "Z", "C"),
            // A renewal.
            loan("202601051100", "X", "B"),
        ],
        &[],
    );
}

#[test]
fn lines_that_cannot_be_read() {
    let lines = [loan("202601051000", "X", "B"), "nonsense\r\n".into(), "\r\n".into()];
    expect(&lines, &[(2, "error", "unreadable")]);
}

#[test]
fn a_borrower_at_another_column() {
    let line = format!("202601051000L12345{}20001\r\n", " ".repeat(71));
    expect(std::slice::from_ref(&line), &[(1, "warning", "borrower-column")]);
    let folder = Folder::new();
    folder.write("a.dat", line);
    let said = folder.run(&["check", "a.dat"]);
    assert!(said.output.contains("column 90, not at 94"), "{}", said.output);
}

#[test]
fn lent_to_two_borrowers_without_a_return_between() {
    let mut lines = vec![
        loan("202601051000", "X", "B"),
        loan("202601051001", "X", "C"),
        loan("202601051010", "X", "D"),
    ];
    let twice =
        [(1, "error", "lent-twice"), (2, "error", "lent-twice"), (3, "error", "lent-twice")];
    expect(&lines, &twice);
    lines.insert(1, returned("202601051000", "X"));
    lines.insert(3, returned("202601051005", "X"));
    let both = (1..6).map(|line| (line, "information", "lent-and-returned"));
    let both: Vec<_> = both.filter(|(line, ..)| *line != 5).collect();
    expect(&lines, &both);
}

#[test]
fn returned_twice() {
    let lines = [returned("202601051000", "X"), returned("202601051003", "X")];
    expect(&lines, &[(1, "warning", "returned-twice"), (2, "warning", "returned-twice")]);
}

#[test]
fn a_double_scan_takes_the_place_of_returned_twice() {
    let lines = [returned("202601051000", "X"), returned("202601051002", "X")];
    expect(&lines, &[(1, "warning", "double-scan"), (2, "warning", "double-scan")]);
    let lines = [
        loan("202601051000", "X", "B"),
        loan("202601051001", "Y", "B"),
        loan("202601051001", "X", "B"),
    ];
    expect(&lines, &[(1, "warning", "double-scan"), (3, "warning", "double-scan")]);
}

#[test]
fn the_same_barcode_as_item_and_borrower() {
    let lines = [loan("202601051000", "B", "B"), loan("202601051001", "X", "B")];
    // The first line is wrong; it does not make B an item.
    expect(&lines, &[(1, "error", "same-barcode")]);
}

#[test]
fn an_item_in_the_borrower_column_of_another_line() {
    let lines = [
        loan("202601051000", "X", "B"),
        loan("202601051001", "Y", "X"),
        returned("202601051001", "Z"),
    ];
    expect(&lines, &[(1, "warning", "item-as-borrower"), (2, "warning", "item-as-borrower")]);
}

#[test]
fn times_that_cannot_be() {
    let in_a_day = (chrono::Local::now() + chrono::TimeDelta::days(1)).format("%Y%m%d%H%M");
    let just_now = chrono::Local::now().format("%Y%m%d%H%M");
    let lines = [
        loan("199912312359", "V", "B"),
        loan("202601051000", "W", "B"),
        loan("202601050959", "X", "B"),
        loan(&just_now.to_string(), "Y", "B"),
        loan(&in_a_day.to_string(), "Z", "B"),
    ];
    let times = [(1, "error", "before-2000"), (3, "warning", "time-back"), (5, "error", "future")];
    expect(&lines, &times);
}

#[test]
fn a_file_without_transactions_and_a_line_without_its_end() {
    expect(&[], &[(1, "information", "empty")]);
    let whole = loan("202601051000", "X", "B");
    let cut = [whole.clone(), loan("202601051001", "Y", "B").trim_end().into()];
    expect(&cut, &[(2, "information", "no-line-end")]);
}

#[test]
fn what_other_programs_leave_in_a_file_is_read_and_told() {
    let lines = [loan("202601051000", "X", "B"), returned("202601051001", "Y")];
    let with_end = |end: &str| lines.each_ref().map(|line| line.replace("\r\n", end));
    expect(&with_end("\n"), &[]);
    for end in ["\r", "\r\r\n"] {
        expect(&with_end(end), &[(1, "warning", "line-end")]);
    }
    expect(&[lines[0].clone(), with_end("\r")[1].clone()], &[(2, "warning", "line-end")]);
    let marked = format!("\u{feff}{}", lines[0]);
    expect(&[marked], &[(1, "warning", "byte-order-mark")]);
    expect(
        &["\u{feff}".to_owned()],
        &[(1, "warning", "byte-order-mark"), (1, "information", "empty")],
    );
}

#[test]
fn ten_sound_lines_and_nul_bytes_are_ten_transactions_and_a_torn_end() {
    let folder = Folder::new();
    let ten: String = (0..10).map(|n| returned("202601051000", &format!("X{n}"))).collect();
    for length in [ten.len() + 1, 4096, 70_000] {
        let mut bytes = ten.clone().into_bytes();
        bytes.resize(length, 0);
        folder.write("a.dat", bytes);
        let said = folder.run(&["check", "--format", "json", "a.dat"]);
        let found: Vec<_> = said.findings().into_iter().map(|f| (f.1, f.2, f.3)).collect();
        assert_eq!((said.code, found), (1, vec![(11, "error".into(), "unreadable".into())]));
        let said = folder.run(&["check", "a.dat"]);
        assert!(said.output.contains("a.dat:11: error: The file ends with NUL bytes"));
        assert!(said.output.contains("10 transactions"), "{}", said.output);
    }
}

#[test]
fn lines_that_stand_in_another_of_the_files_too() {
    let folder = Folder::new();
    let (x, y) = (loan("202601051000", "X", "B"), returned("202601051001", "Y"));
    folder.write("a.dat", format!("{x}{y}"));
    // The same item in the same minute, but to another borrower; and lent twice only across files.
    folder.write("b.dat", format!("{}{y}", loan("202601051000", "X", "C")));
    let said = folder.run(&["check", "--format", "json", "a.dat", "b.dat"]);
    assert_eq!(said.code, 1);
    let found: Vec<_> = said.findings();
    let of = |file: &str| (file.to_owned(), 2, "warning".to_owned(), "in-other-file".to_owned());
    assert_eq!(found, [of("a.dat"), of("b.dat")]);
    let said = folder.run(&["check", "a.dat", "b.dat"]);
    assert!(said.output.contains("a.dat:2: warning: The same transaction stands in b.dat, line 2"));
    assert!(
        said.output.ends_with("2 files, 4 transactions: no error, 2 warnings, no information.\n")
    );
}

/// The rest of what a check is told from outside: the desk, and when the clock is set back.
#[test]
fn another_desk_and_the_hour_that_was_there_twice() {
    let folder = Folder::new();
    let line = |time, item| loan(time, item, "B");
    let lines = [
        line("202610250159", "U"),
        line("202610250200", "V"),
        line("202610250215", "W"),
        line("202610250259", "X"),
        line("202610250300", "Y"),
    ];
    let names =
        ["OffCirc_West-Wing_20261025-0159_20261025-0300.dat", "OffCirc_East_1_2_2.dat", "x.dat"];
    for name in names {
        folder.write(name, lines.concat());
    }
    let progress = Progress::default();
    let check_file = |name: &str, desk: Option<&str>| -> (Vec<Finding>, usize) {
        let ledger = Ledger::read(&[folder.path(name)], &progress).unwrap();
        let asked = std::cell::Cell::new(0);
        let set_back = |time: NaiveDateTime| {
            asked.set(asked.get() + 1);
            time.format("%H").to_string() == "02"
        };
        let now = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap().and_hms_opt(0, 0, 0).unwrap();
        let context = Context { now, set_back: &set_back, desk };
        (check(&ledger, &context, &progress).unwrap(), asked.get())
    };
    let (findings, asked) = check_file("x.dat", Some("East"));
    let found: Vec<_> = findings.iter().map(|f| (f.line, f.what.id())).collect();
    assert_eq!(found, [(2, "set-back"), (3, "set-back"), (4, "set-back")]);
    assert_eq!(asked, 3, "once an hour");
    let other_desk = |name, desk| {
        check_file(name, desk).0.iter().any(|finding| finding.what.id() == "other-desk")
    };
    assert!(other_desk(names[0], Some("East")));
    assert!(!other_desk(names[0], Some("West Wing")));
    assert!(!other_desk(names[0], None));
    assert!(!other_desk(names[1], Some("east")));
}

#[test]
fn every_finding_is_a_sentence_in_each_language() {
    let folder = Folder::new();
    let lines = [
        loan("199901010000", "X", "B"),
        loan("202601051001", "X", "C"),
        returned("202601051002", "X"),
        returned("202601051009", "X"),
        returned("202601051009", "X"),
        loan("202601051005", "C", "X"),
        loan("202601051005", "S", "S"),
        "nonsense\r\n".into(),
        "202601051005L12345   67890\r\n".into(),
        loan("209901010000", "F", "B").trim_end().into(),
    ];
    folder.write("OffCirc_West_1_2.dat", lines.concat());
    folder.write("b.dat", &lines[2]);
    folder.write("c.dat", "");
    let paths = ["OffCirc_West_1_2.dat", "b.dat", "c.dat"].map(|name| folder.path(name));
    let progress = Progress::default();
    let ledger = Ledger::read(&paths, &progress).unwrap();
    let now = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap().and_hms_opt(0, 0, 0).unwrap();
    let context = Context { now, set_back: &|_| true, desk: Some("East") };
    let findings = check(&ledger, &context, &progress).unwrap();
    let mut kinds: Vec<_> = findings.iter().map(|finding| finding.what.id()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len(), 16, "all kinds are there: {kinds:?}");
    let (english, french) = (Texts::new("en"), Texts::new("fr"));
    for finding in &findings {
        let said = [&english, &french].map(|texts| texts.finding(&ledger, finding));
        assert!(said.iter().all(|text| text.len() > 20 && !text.contains(['{', '$'])), "{said:?}");
        assert_ne!(said[0], said[1]);
    }
}
