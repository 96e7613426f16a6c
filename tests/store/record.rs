//! `offcirc-cli record`: its answers and exit codes.

use crate::support::Desk;

/// The lines of the file without their time.
fn without_time(text: &str) -> Vec<&str> {
    text.split_inclusive("\r\n").map(|line| &line[12..]).collect()
}

#[test]
fn answers_every_line_and_skips_blank_ones() {
    let desk = Desk::new();
    let long = "1".repeat(81);
    let input = format!(
        "L\t2000\t3001\n\nL\t2000\t 3002 \r\nR\t3001\nX\t1\nL\t1\nR\t\nR\t30\u{1}1\nR\t{long}\nL\té\t1\n  \nR\t3003"
    );
    let (code, output, _) = desk.record_all(&input);
    assert_eq!(code, 0);
    let answers: Vec<_> =
        output.lines().map(|line| line.splitn(3, '\t').collect::<Vec<_>>()).collect();
    let short: Vec<_> = answers.iter().map(|fields| (fields[0], fields[1])).collect();
    assert_eq!(
        short,
        [
            ("saved", "1"),
            ("saved", "2"),
            ("saved", "3"),
            ("rejected", "5"),
            ("rejected", "6"),
            ("rejected", "7"),
            ("rejected", "8"),
            ("rejected", "9"),
            ("rejected", "10"),
            ("saved", "4"),
        ]
    );
    assert!(answers.iter().filter(|a| a[0] == "rejected").all(|a| !a[2].is_empty()));
    let item = |kind: char, item: &str, borrower: &str| format!("{kind}{item:<80}{borrower}\r\n");
    assert_eq!(
        without_time(&desk.read_dat()),
        [
            item('L', "3001", "2000"),
            item('L', "3002", "2000"),
            item('R', "3001", ""),
            item('R', "3003", "")
        ]
    );
}

#[test]
fn what_was_set_aside_moves_over_at_the_next_start_before_anything_newer() {
    let desk = Desk::new();
    // A file where the folder should be: no folder can be made there.
    std::fs::write(desk.data_folder(), "in the way").unwrap();
    let (code, output, _) = desk.record_all("R\t3001\nR\t3002\n");
    assert_eq!(code, 1);
    let words: Vec<_> =
        output.lines().map(|line| line.splitn(3, '\t').take(2).collect::<Vec<_>>()).collect();
    assert_eq!(words, [["set-aside", "1"], ["set-aside", "2"]]);
    std::fs::remove_file(desk.data_folder()).unwrap();
    let (code, output, error) = desk.record_all("R\t3003\n");
    assert_eq!((code, output.as_str()), (0, "saved\t1\n"));
    assert!(error.contains("2 transactions that had been set aside"), "{error}");
    let items: Vec<_> =
        without_time(&desk.read_dat()).iter().map(|line| line[1..].trim_end().to_owned()).collect();
    assert_eq!(items, ["3001", "3002", "3003"]);
    assert_eq!(desk.record_all("").0, 0);
    assert_eq!(without_time(&desk.read_dat()).len(), 3, "once");
}

/// Not on Windows, which names the user's own folder whatever the environment says.
#[cfg(unix)]
#[test]
fn without_any_disk_it_says_failed() {
    let desk = Desk::new();
    std::fs::write(desk.data_folder(), "in the way").unwrap();
    // The user's own folder can't be made either.
    std::fs::write(desk.data_folder().with_file_name("own"), "in the way").unwrap();
    let (code, output, _) = desk.record_all("\nR\t3001\n");
    assert_eq!(code, 1);
    assert!(output.starts_with("failed\t2\t"), "{output}");
    assert_eq!(output.lines().count(), 1);
}

#[test]
fn wrong_use_ends_with_2() {
    let desk = Desk::new();
    let status = |arguments: &[&str]| {
        let mut command = desk.record();
        command.args(arguments).output().unwrap().status.code()
    };
    assert_eq!(status(&["--nonsense"]), Some(2));
    assert_eq!(status(&["--help"]), Some(0));
    assert_eq!(status(&["--version"]), Some(2), "the version is the program's, not the command's");
}
