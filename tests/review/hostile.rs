//! Files that are no files of transactions, or not any more.

use std::fs::{self, File, OpenOptions};
use std::path::PathBuf;

use offcirc::review::merge::Merge;
use offcirc::review::{Ledger, Progress, ReviewError};

use crate::support::{Folder, returned};

#[test]
fn files_of_other_kinds_are_named_and_nothing_is_written() {
    let folder = Folder::new();
    let utf16: Vec<u8> = returned("202601051000", "X").bytes().flat_map(|b| [b, 0]).collect();
    folder.write("picture.dat", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    folder.write("letter.dat", b"PK\x03\x04\x14\0\x06\0word/document.xml");
    folder.write("utf16.dat", [b"\xff\xfe", &utf16[..]].concat());
    folder.write("text.dat", "A line of a letter.\r\n".repeat(200));
    let zeros = File::create(folder.path("zeros.dat")).unwrap();
    zeros.set_len(1 << 30).unwrap();
    drop(zeros);
    fs::create_dir(folder.path("folder")).unwrap();
    folder.write("good.dat", "nonsense\r\n".to_owned() + &returned("202601051000", "X"));
    let names = folder.names();
    for (name, what) in [
        ("picture.dat", "is a picture"),
        ("letter.dat", "is a document or an archive"),
        ("utf16.dat", "is text in UTF-16"),
        ("text.dat", "is text without transactions"),
        ("zeros.dat", "is not text"),
        ("folder", "is a folder"),
        ("missing.dat", "is not there"),
    ] {
        let said = folder.run(&["check", "--format", "json", name, "good.dat"]);
        assert_eq!(said.code, 2, "{name}");
        assert!(said.error.contains(name) && said.error.contains(what), "{}", said.error);
        let (file, line, _, kind) = &said.findings()[0];
        assert_eq!((file.as_str(), *line, kind.as_str()), ("good.dat", 1, "unreadable"));
        let said = folder.run(&["check", name]);
        assert_eq!((said.code, said.output.as_str()), (2, ""), "{name}");
        let said = folder.run(&["merge", "-o", "out.dat", "good.dat", name]);
        assert_eq!((said.code, said.output.as_str()), (2, ""), "{name}");
        assert!(said.error.contains(name) && said.error.contains(what), "{}", said.error);
        assert_eq!(folder.names(), names);
    }
}

#[test]
fn an_empty_file_is_merged_and_told() {
    let folder = Folder::new();
    folder.write("empty.dat", "");
    folder.write("good.dat", returned("202601051000", "X"));
    assert_eq!(folder.run(&["check", "empty.dat"]).code, 0);
    assert_eq!(folder.run(&["merge", "-o", "out.dat", "empty.dat", "good.dat"]).code, 0);
    assert_eq!(folder.read("out.dat"), folder.read("good.dat"));
}

#[test]
fn a_line_of_ten_megabytes_is_one_finding_and_goes_aside_whole() {
    let folder = Folder::new();
    let line = returned("202601051000", "X");
    let long = "x".repeat(10_000_000);
    folder.write("long.dat", format!("{line}{long}\n{line}"));
    let said = folder.run(&["check", "--format", "json", "long.dat"]);
    assert_eq!(said.code, 1);
    let unreadable = said.findings().into_iter().filter(|finding| finding.3 == "unreadable");
    assert_eq!(unreadable.map(|finding| finding.1).collect::<Vec<_>>(), [2]);
    assert_eq!(folder.run(&["merge", "-o", "out.dat", "long.dat"]).code, 1);
    assert_eq!(folder.read("out.dat"), [line.clone(), line].concat());
    let aside = folder.read("out-unreadable.txt");
    assert_eq!(aside.split_once("\r\n").unwrap().1, format!("{long}\n"));
}

/// A merge of one file with a line that can't be read; what happens to the file then.
fn merged_then(change: impl FnOnce(&PathBuf)) -> (Folder, Result<(), ReviewError>) {
    let folder = Folder::new();
    let path = folder.path("a.dat");
    folder.write("a.dat", returned("202601051000", "X") + "nonsense\r\n");
    folder.write("out.dat", "before");
    let progress = Progress::default();
    let ledger = Ledger::read(std::slice::from_ref(&path), &progress).unwrap();
    let merge = Merge::of(ledger, &progress).unwrap();
    change(&path);
    let written = merge.write_files(&folder.path("out.dat"), &|_| "# here".into(), &progress);
    (folder, written)
}

#[test]
fn a_file_that_changes_before_its_lines_are_copied_stops_all() {
    let (folder, written) = merged_then(|path| {
        OpenOptions::new().write(true).open(path).unwrap().set_len(100).unwrap();
    });
    assert!(matches!(written, Err(ReviewError::Changed { .. })), "{written:?}");
    assert_eq!(folder.names(), ["a.dat", "out.dat"]);
    assert_eq!(folder.read("out.dat"), "before");
    let (folder, written) = merged_then(|path| fs::remove_file(path).unwrap());
    assert!(matches!(written, Err(ReviewError::File(_))), "{written:?}");
    assert_eq!(folder.names(), ["out.dat"]);
    let (folder, written) = merged_then(|_| ());
    written.unwrap();
    assert_eq!(folder.read("out-unreadable.txt"), "# here\r\nnonsense\r\n");
}

#[test]
fn stopped_work_changes_nothing() {
    let folder = Folder::new();
    folder.write("a.dat", returned("202601051000", "X"));
    let paths = [folder.path("a.dat")];
    let stopped = Progress::default();
    stopped.stop();
    assert!(matches!(Ledger::read(&paths, &stopped), Err(ReviewError::Stopped(_))));
    let ledger = Ledger::read(&paths, &Progress::default()).unwrap();
    assert!(Merge::of(ledger, &stopped).is_err());
    let ledger = Ledger::read(&paths, &Progress::default()).unwrap();
    let merge = Merge::of(ledger, &Progress::default()).unwrap();
    assert!(merge.write_files(&folder.path("out.dat"), &|_| String::new(), &stopped).is_err());
    assert_eq!(folder.names(), ["a.dat"]);
}
