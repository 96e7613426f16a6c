//! Merging: against a second merge that is as simple as can be, and by the program.

use std::path::PathBuf;

use offcirc::review::merge::{Doubt, Merge};
use offcirc::review::{Ledger, Progress};
use offcirc::store::FolderLock;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::{Folder, loan, returned};

/// A line of a random desk: few minutes, items and borrowers, so that much meets.
fn line() -> impl Strategy<Value = String> {
    (0..8_u32, 0..5_u32, prop_oneof![2 => (0..3_u32).prop_map(Some), 1 => Just(None)]).prop_map(
        |(minute, item, borrower)| {
            let (time, item) = (format!("2026010510{minute:02}"), format!("X{item}"));
            match borrower {
                Some(borrower) => loan(&time, &item, &format!("B{borrower}")),
                None => returned(&time, &item),
            }
        },
    )
}

fn merge_of(files: &[Vec<String>]) -> (Folder, Merge) {
    let folder = Folder::new();
    let name = |number: usize| format!("{number}.dat");
    let paths: Vec<PathBuf> = (0..files.len()).map(|number| folder.path(&name(number))).collect();
    for (number, lines) in files.iter().enumerate() {
        folder.write(&name(number), lines.concat());
    }
    let progress = Progress::default();
    let merge = Merge::of(Ledger::read(&paths, &progress).unwrap(), &progress).unwrap();
    (folder, merge)
}

fn written(merge: &Merge) -> String {
    let mut out = Vec::new();
    merge.write(&mut out, &Progress::default()).unwrap();
    String::from_utf8(out).unwrap()
}

/// All lines, sorted by their first twelve columns and by nothing else.
fn naive(files: &[Vec<String>]) -> Vec<(usize, String)> {
    let lines = files
        .iter()
        .enumerate()
        .flat_map(|(file, lines)| lines.iter().map(move |line| (file, line.clone())));
    let mut lines: Vec<_> = lines.collect();
    lines.sort_by_key(|(_, line)| line[..12].to_owned());
    lines
}

/// Without the lines that an earlier file has as often already.
fn naive_without_duplicates(files: &[Vec<String>]) -> Vec<String> {
    let count = |lines: &[String], wanted: &str| lines.iter().filter(|l| *l == wanted).count();
    let mut seen = vec![Vec::new(); files.len()];
    let mut kept = Vec::new();
    for (file, line) in naive(files) {
        let before = count(&seen[file], &line);
        if files[..file].iter().all(|earlier| count(earlier, &line) <= before) {
            kept.push(line.clone());
        }
        seen[file].push(line);
    }
    kept
}

proptest! {
    #[test]
    fn nothing_is_lost_and_the_order_is_that_of_time(files in vec(vec(line(), 0..12), 1..5)) {
        let (_folder, mut merge) = merge_of(&files);
        let all: String = naive(&files).into_iter().map(|(_, line)| line).collect();
        prop_assert_eq!(written(&merge), all);
        merge.keep_duplicates(false, &Progress::default()).unwrap();
        prop_assert_eq!(written(&merge), naive_without_duplicates(&files).concat());
        let summary = merge.summary();
        prop_assert_eq!(summary.duplicates, summary.left_out);
    }
}

#[test]
fn a_transaction_twice_in_one_file_is_no_duplicate() {
    let x = loan("202601051000", "X", "B");
    let (_folder, merge) = merge_of(&[vec![x.clone(), x.clone()]]);
    assert!(merge.duplicates().is_empty());
    let (_folder, mut merge) = merge_of(&[vec![x.clone()], vec![x.clone(), x.clone()]]);
    assert_eq!(merge.duplicates().len(), 1, "the second file has it once more");
    merge.keep_duplicates(false, &Progress::default()).unwrap();
    assert_eq!(written(&merge), [x.clone(), x].concat());
}

#[test]
fn doubts_are_named_and_an_order_by_hand_settles_who_has_the_item() {
    let files = [
        vec![loan("202601051000", "X", "B"), loan("202601051005", "Y", "B")],
        vec![returned("202601051000", "X"), loan("202601051006", "Y", "C")],
        vec![returned("202601051007", "Y")],
    ];
    let (_folder, mut merge) = merge_of(&files);
    let doubts: Vec<_> = merge.conflicts().iter().map(|c| (c.what, c.first, c.second)).collect();
    assert_eq!(doubts, [(Doubt::SameMinute, 0, 2), (Doubt::TwoBorrowers, 1, 3)]);
    // The return was of the first borrower: the clock of that desk was wrong.
    merge.move_before(4, 3, &Progress::default()).unwrap();
    assert_eq!(merge.order().collect::<Vec<_>>(), [0, 2, 1, 4, 3]);
    assert_eq!(merge.conflicts().len(), 1);
    assert_eq!(merge.conflicts()[0].what, Doubt::SameMinute);
    merge.move_before(0, 1, &Progress::default()).unwrap();
    assert_eq!(merge.order().collect::<Vec<_>>(), [2, 0, 1, 4, 3]);
}

#[test]
fn a_renewal_at_another_desk_is_no_doubt() {
    let files = [
        vec![loan("202601051000", "X", "B")],
        vec![loan("202601051000", "X", "B"), loan("202601051100", "X", "B")],
    ];
    let (_folder, merge) = merge_of(&files);
    assert_eq!(merge.conflicts(), []);
}

#[test]
fn the_program_merges_and_tells_what_to_look_at() {
    let folder = Folder::new();
    let (x, y) = (loan("202601051000", "X", "B"), returned("202601051001", "Y"));
    folder.write("west.dat", format!("{y}{x}"));
    folder.write("east.dat", returned("202601050900", "Z"));
    let said = folder.run(&["merge", "-o", "all.dat", "west.dat", "east.dat"]);
    assert_eq!((said.code, said.error.as_str()), (0, ""));
    assert!(said.output.contains("2 files merged: 3 transactions in all.dat"), "{}", said.output);
    assert_eq!(folder.read("all.dat"), [returned("202601050900", "Z"), x, y.clone()].concat());

    folder.write("west.dat", format!("{y}nonsense \u{e9}\r\nwithout end"));
    folder.write("east.dat", &y);
    let arguments = ["merge", "--force", "-o", "all.dat", "west.dat", "east.dat"];
    let said = folder.run(&arguments);
    assert_eq!(said.code, 1);
    for part in ["west.dat, line 1, and in east.dat, line 1. Both", "2 lines can’t be read"] {
        assert!(said.output.contains(part), "{}", said.output);
    }
    assert_eq!(folder.read("all.dat"), format!("{y}{y}"));
    let aside = folder.read("all-unreadable.txt");
    let lines: Vec<_> = aside.split_inclusive("\r\n").collect();
    assert!(lines[0].starts_with("# west.dat, 13 bytes. Line 2, column 1: "), "{aside}");
    assert_eq!(lines[1], "nonsense \u{e9}\r\n");
    assert!(lines[2].starts_with("# west.dat, 11 bytes. Line 3"), "{aside}");
    assert_eq!(lines[3], "without end\r\n");
    assert_eq!(lines.len(), 4);

    folder.write("west.dat", &y);
    let said = folder.run(&[&arguments[..], &["--leave-out-duplicates"]].concat());
    assert_eq!(said.code, 0);
    assert!(said.output.contains("The second is left out."), "{}", said.output);
    assert_eq!(folder.read("all.dat"), y);
}

/// Whatever is refused, every file is afterwards what it was.
#[test]
fn the_program_overwrites_nothing_that_it_should_not() {
    let folder = Folder::new();
    let line = returned("202601051000", "X");
    folder.write("west.dat", &line);
    folder.write("broken.dat", format!("{line}nonsense\r\n"));
    folder.write("out.dat", "before");
    folder.write("all-unreadable.txt", "before");
    folder.write("OffCirc.dat", "before");
    folder.write(FolderLock::FILE, "");
    std::fs::create_dir(folder.path("folder")).unwrap();
    let names = folder.names();
    for (arguments, why) in [
        (&["-o", "out.dat", "west.dat"][..], "out.dat exists"),
        (&["-o", "all.dat", "broken.dat"], "all-unreadable.txt exists"),
        (&["--force", "-o", "west.dat", "west.dat"], "one of the files to merge"),
        (&["--force", "-o", "./west.dat", "west.dat"], "one of the files to merge"),
        (&["--force", "-o", "OffCirc.dat", "west.dat"], "a desk records"),
        (&["--force", "-o", "folder", "west.dat"], "is a folder"),
        (&["-o", "nowhere/all.dat", "west.dat"], "nowhere"),
        (&["-o", "all.dat", "west.dat", "missing.dat"], "missing.dat is not there"),
    ] {
        let said = folder.run(&[&["merge"], arguments].concat());
        assert_eq!(said.code, 2, "{arguments:?}");
        assert!(said.error.contains(why), "{arguments:?}: {}", said.error);
        assert!(said.error.contains("Nothing was written."), "{}", said.error);
        assert_eq!(said.output, "");
        assert_eq!(folder.names(), names, "{arguments:?}");
    }
    for name in ["out.dat", "all-unreadable.txt", "OffCirc.dat"] {
        assert_eq!(folder.read(name), "before");
    }
    assert_eq!(folder.read("west.dat"), line);
}

/// A file is written beside its place first: under a name that nobody uses.
#[test]
fn a_file_that_is_named_like_one_in_the_making_stays() {
    let folder = Folder::new();
    let line = returned("202601051000", "X");
    folder.write("new.dat.new", &line);
    let said = folder.run(&["merge", "-o", "new.dat", "new.dat.new"]);
    assert_eq!(said.code, 0, "{}", said.error);
    assert_eq!((folder.read("new.dat"), folder.read("new.dat.new")), (line.clone(), line));
    assert_eq!(folder.names(), ["new.dat", "new.dat.new"]);
}
