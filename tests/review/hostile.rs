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

/// A pipe has no length and can be read once; a file of `/proc` says that its length is 0.
#[cfg(target_os = "linux")]
#[test]
fn what_tells_no_length_is_read_to_its_end() {
    use crate::support::{Said, loan};

    const PIPE: &str = "/dev/stdin";
    let folder = Folder::new();
    // More than a pipe holds at once, and more than is looked at to see what it is.
    let lines = |item: u32| loan("202601051000", &format!("3{item:05}"), "2001");
    let text: String = (0..2000).map(lines).collect();
    folder.write("a.dat", &text);
    folder.write("b.dat", returned("202601051001", "300007"));
    folder.write("report.txt", "Item not found. Barcode: 301999\r\n");
    for arguments in [
        ["check", "a.dat"].as_slice(),
        &["merge", "--force", "-o", "out.dat", "b.dat", "a.dat"],
        &["again", "--force", "-o", "out.dat", "--line", "2000", "--", "a.dat"],
        &["match", "report.txt", "--in", "a.dat"],
        &["learn", "a.dat"],
    ] {
        let named = folder.run(arguments);
        let out = arguments.contains(&"out.dat").then(|| folder.read("out.dat"));
        let of_pipe: Vec<_> =
            arguments.iter().map(|word| if *word == "a.dat" { PIPE } else { word }).collect();
        let piped = folder.run_reading(&of_pipe, text.as_bytes());
        let said = |said: &Said| (said.code, said.output.clone(), said.error.clone());
        let (code, output, error) = said(&piped);
        assert_eq!((code, output.replace(PIPE, "a.dat"), error), said(&named), "{arguments:?}");
        if let Some(out) = out {
            assert_eq!(folder.read("out.dat"), out, "{arguments:?}");
        }
    }
    let report = folder.read("report.txt");
    let piped = folder.run_reading(&["match", PIPE, "--in", "a.dat"], report.as_bytes());
    assert_eq!(piped.output, folder.run(&["match", "report.txt", "--in", "a.dat"]).output);

    let said = folder.run(&["check", "--format", "json", "/proc/version"]);
    assert_eq!(said.findings()[0].3, "unreadable");
    assert_eq!(folder.run(&["merge", "--force", "-o", "out.dat", "/proc/version"]).code, 1);
    let version = fs::read_to_string("/proc/version").unwrap();
    assert!(folder.read("out-unreadable.txt").contains(version.trim_end()));
}

/// Opening a pipe once more would wait forever, or give nothing.
#[cfg(target_os = "linux")]
#[test]
fn unreadable_lines_of_a_pipe_are_not_lost_in_silence() {
    let folder = Folder::new();
    let text = returned("202601051000", "X") + "nonsense\r\n";
    let said = folder.run_reading(&["merge", "-o", "out.dat", "/dev/stdin"], text.as_bytes());
    assert_eq!((said.code, said.output.as_str()), (2, ""));
    assert!(said.error.contains("/dev/stdin is a pipe"), "{}", said.error);
    assert_eq!(folder.names(), Vec::<String>::new());
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
