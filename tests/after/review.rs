//! `match`, `again`, `export` and `batches` on real files.

use std::path::Path;

use chrono::{Days, Local};
use serde_json::Value;

use crate::support::{Folder, Run, give_back, loan};

fn json(run: &Run) -> Vec<Value> {
    match serde_json::from_str(&run.output) {
        Ok(Value::Array(objects)) => objects,
        other => panic!("{other:?}: {}", run.output),
    }
}

/// Name of the file and line of each place.
fn places(places: &Value) -> Vec<(String, u64)> {
    let place = |place: &Value| {
        let file = Path::new(place["file"].as_str().unwrap());
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        (name, place["line"].as_u64().unwrap())
    };
    places.as_array().unwrap().iter().map(place).collect()
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01";
/// One message for each meaning; the third barcode is written in other letters than in the file.
const REPORT: &str = "Entities failed: 4\r\n\
    Item not found. Barcode: 0030001\r\n\
    User not found. Barcode: 20002\r\n\
    A later action on this item happened. Barcode: AB1\r\n\
    Return item failed, item was not on loan. Barcode: 777\r\n";

#[test]
fn match_lists_every_transaction_that_a_message_may_speak_of() {
    let folder = Folder::new();
    folder.write("report.txt", REPORT);
    let run = folder.run("match report.txt --format json");
    assert_eq!((run.code, run.error.as_str()), (0, ""));
    let messages = json(&run);
    let found: Vec<_> = messages
        .iter()
        .map(|message| (message["meaning"].as_str().unwrap(), places(&message["matches"])))
        .collect();
    let dat = |line| ("OffCirc.dat".to_owned(), line);
    assert_eq!(
        found,
        [
            ("item-not-found", vec![dat(1), dat(2), dat(4)]),
            ("user-not-found", vec![dat(3), dat(4)]),
            ("later-action", vec![dat(3)]),
            ("not-on-loan", vec![("waits.dat".to_owned(), 1)]),
        ]
    );
    let first = &messages[0]["matches"][0];
    assert_eq!(first["time"], "2026-11-23T14:05");
    assert_eq!((&first["kind"], &first["item"]), (&"loan".into(), &"0030001".into()));
    assert_eq!(first["borrower"], "20001");
    let run = folder.run("match report.txt");
    assert_eq!(run.code, 0);
    for part in
        ["correct the identifier", "line 4", "4 messages, 4 matched", "1 line of the report"]
    {
        assert!(run.output.contains(part), "{part}: {}", run.output);
    }
}

#[test]
fn match_ends_with_1_when_a_message_has_no_transaction_and_says_why() {
    let folder = Folder::new();
    let report = "Item not found. Barcode: 5\nItem is lost. Barcode: 777\nUser not found\n";
    let run = folder.run_with("match - --format json", report, "C");
    assert_eq!(run.code, 1);
    let why: Vec<_> = json(&run).iter().map(|message| message["unmatched"].clone()).collect();
    assert_eq!(why, ["not-in-files", "unknown-wording", "no-barcode"]);
    let run = folder.run_with("match -", report, "C");
    assert_eq!(run.code, 1);
    assert!(run.output.contains("Choose the file that was uploaded."), "{}", run.output);
    // A file that is named is the only one: the other files have this one.
    folder.write("777.txt", "Return item failed, item was not on loan. Barcode: 777");
    assert_eq!(folder.run("match 777.txt --in data/uploads/waits.dat").code, 0);
    assert_eq!(folder.run("match 777.txt --in data/OffCirc.dat data/uploaded/done.dat").code, 1);
}

#[test]
fn match_reads_a_sheet_in_utf_16_and_writes_one_for_a_spreadsheet() {
    let folder = Folder::new();
    let text = "\u{feff}Zeile\tMeldung\r\n4\t\"Item not found. Barcode: 0030001\"\r\n";
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    folder.write("report.tsv", bytes);
    let run = folder.run("match report.tsv --format csv -o out.csv");
    assert_eq!((run.code, run.output.as_str(), run.error.as_str()), (0, "", ""));
    let sheet = folder.read("out.csv");
    let rows: Vec<&str> = sheet.lines().collect();
    assert!(rows[0].starts_with("\u{feff}\"Time\",\"Type\",\"Item\",\"Borrower\",\"Batch\""));
    assert_eq!(rows.len(), 2, "line 4 was meant: {sheet}");
    assert!(rows[1].starts_with("\"2026-11-23T14:09\",\"Loan\",\"\t0030001\",\"\t20002\","));
    assert!(rows[1].ends_with(",\"Item not found. Barcode: 0030001\""), "{sheet}");
}

#[test]
fn match_refuses_what_is_no_report_and_no_file_of_transactions() {
    let folder = Folder::new();
    folder.write("picture.png", PNG);
    folder.write("empty.txt", "");
    folder.write("other.txt", "Dear colleagues,\nthe network is back.\n");
    folder.write("report.txt", REPORT);
    folder.write("OUT", "was there");
    for (arguments, about) in [
        ("match picture.png", "picture.png is not text"),
        ("match data", "data is not text"),
        ("match empty.txt", "empty.txt holds no message"),
        ("match other.txt -o new.txt", "other.txt holds no message"),
        ("match data/OffCirc.dat", "holds no message"),
        ("match -", "The standard input holds no message"),
        ("match missing.txt", "missing.txt"),
        ("match report.txt --in picture.png", "picture.png is a picture"),
        ("match report.txt --in data", "data is a folder"),
        ("match report.txt --in missing.dat", "missing.dat"),
        ("match report.txt -o OUT", "OUT is there already"),
        ("match report.txt -o report.txt --force", "report.txt is one of the files"),
        ("match report.txt -o data/OffCirc.dat --force", "is one of the files"),
        ("match report.txt -o data", "data is a folder"),
        ("match report.txt -o no/such/folder", "no/such/folder"),
    ] {
        folder.refused(arguments, about);
    }
    assert_eq!(folder.run("match report.txt -o OUT --force").code, 0);
    assert!(folder.read("OUT").contains("4 messages"));
}

#[test]
fn again_writes_the_chosen_lines_in_the_strict_form_and_leaves_the_old_file_alone() {
    let folder = Folder::new();
    // As another program writes it: not padded, a blank line, no line end.
    let old = "202611231406R0030001\n\n202611231405R2\n202611231407Lab1  20002";
    folder.write("old.dat", old);
    let run = folder.run("again old.dat -o all.dat");
    assert_eq!((run.code, run.error.as_str()), (0, ""));
    assert!(run.output.contains("3 transactions written to all.dat"), "{}", run.output);
    let lines = [
        give_back("202611231405", "2"),
        give_back("202611231406", "0030001"),
        loan("202611231407", "ab1", "20002"),
    ];
    assert_eq!(folder.read("all.dat"), lines.concat(), "in order of time");
    assert_eq!(folder.run("again old.dat -o some.dat --line 4 --line 1").code, 0);
    assert_eq!(folder.read("some.dat"), lines[1..].concat());
    assert_eq!(folder.run("again old.dat -o same.dat --line 4,1 3").code, 0);
    assert_eq!(folder.read("same.dat"), lines.concat());
    assert_eq!(folder.read("old.dat"), old);
}

#[test]
fn again_corrects_what_a_report_speaks_of() {
    let folder = Folder::new();
    folder.write("report.txt", "User not found. Barcode: 20002\r\n");
    let run = folder
        .run("again data/OffCirc.dat -o out.dat --failed report.txt --correct 20002=29999 ab1=AB2");
    assert_eq!(run.code, 1, "both loans of the borrower were chosen: somebody looks");
    assert!(run.error.contains("2 transactions fit this message"), "{}", run.error);
    let expected = [loan("202611231407", "AB2", "29999"), loan("202611231409", "0030001", "29999")];
    assert_eq!(folder.read("out.dat"), expected.concat());
    folder.write("one.txt", "Line 3: User not found. Barcode: 20002\nItem not found. Barcode: 5\n");
    let run = folder.run("again data/OffCirc.dat -o one.dat --failed one.txt");
    assert_eq!(run.code, 1, "one message chose nothing");
    assert!(run.error.contains("Barcode: 5") && !run.error.contains("20002"), "{}", run.error);
    assert_eq!(folder.read("one.dat"), loan("202611231407", "ab1", "20002"));
    let run = folder.run_with(
        "again data/OffCirc.dat -o two.dat --failed -",
        "Line 3: User not found. Barcode: 20002",
        "C",
    );
    assert_eq!((run.code, run.error.as_str()), (0, ""));
}

#[test]
fn again_turns_loans_into_returns_and_says_what_it_left_out() {
    let folder = Folder::new();
    let run = folder.run("again data/OffCirc.dat -o out.dat --as-returns");
    assert_eq!(run.code, 0, "{}", run.error);
    let expected = [give_back("202611231407", "ab1"), give_back("202611231409", "0030001")];
    assert_eq!(folder.read("out.dat"), expected.concat());
    for part in
        ["2 transactions written", "2 transactions left out", "a return already", "lent again"]
    {
        assert!(run.output.contains(part), "{part}: {}", run.output);
    }
}

#[test]
fn again_dates_yesterday_or_now() {
    let folder = Folder::new();
    let before = Local::now().naive_local();
    assert_eq!(folder.run("again data/OffCirc.dat -o now.dat --line 3 --time now").code, 0);
    assert_eq!(folder.run("again data/OffCirc.dat -o day.dat --line 3 --time yesterday").code, 0);
    let after = Local::now().naive_local();
    let now = folder.read("now.dat")[..12].to_owned();
    let minute = |time: chrono::NaiveDateTime| time.format("%Y%m%d%H%M").to_string();
    assert!((minute(before)..=minute(after)).contains(&now), "{now}");
    let yesterdays: Vec<_> = [before, after]
        .map(|now| (now.date() - Days::new(1)).format("%Y%m%d1407").to_string())
        .into();
    assert!(yesterdays.contains(&folder.read("day.dat")[..12].to_owned()));
}

#[test]
fn again_refuses_and_then_writes_nothing() {
    let folder = Folder::new();
    folder.write("picture.png", PNG);
    folder.write("report.txt", "Item not found. Barcode: 5\n");
    folder.write("returns.dat", give_back("202611231406", "1"));
    folder.write("OUT", "was there");
    folder.write("data/OffCirc.lock", "");
    std::fs::create_dir(folder.path("open")).unwrap();
    folder.write("open/OffCirc.lock", "");
    for (arguments, about) in [
        ("again picture.png -o new.dat", "picture.png is a picture"),
        ("again data -o new.dat", "data is a folder"),
        ("again missing.dat -o new.dat", "missing.dat"),
        ("again returns.dat -o new.dat --line 2", "line 2 holds no transaction"),
        ("again returns.dat -o new.dat --line 0", "line 0 holds no transaction"),
        ("again returns.dat -o new.dat --as-returns", "none is left"),
        ("again returns.dat -o new.dat --failed report.txt", "no transaction was chosen"),
        ("again returns.dat -o new.dat --failed picture.png", "picture.png is not text"),
        ("again returns.dat -o new.dat --correct 2=3", "the barcode 2"),
        ("again returns.dat -o OUT", "OUT is there already"),
        ("again returns.dat -o returns.dat --force", "returns.dat is one of the files"),
        (
            "again returns.dat --failed report.txt --line 1 -o report.txt --force",
            "one of the files",
        ),
        ("again returns.dat -o data/OffCirc.dat --force", "open data folder"),
        ("again returns.dat -o open/OffCirc.dat", "open data folder"),
    ] {
        folder.refused(arguments, about);
    }
    let wrong = folder.run("again returns.dat -o new.dat --correct 23");
    assert_eq!(wrong.code, 2);
    assert!(wrong.error.contains("equals sign"), "{}", wrong.error);
    assert_eq!(folder.run("again returns.dat -o OUT --force").code, 0);
    assert_eq!(folder.read("OUT"), give_back("202611231406", "1"));
}

#[test]
fn again_says_which_lines_it_could_not_read() {
    let folder = Folder::new();
    folder.write("torn.dat", give_back("202611231406", "1") + "2026112");
    let run = folder.run("again torn.dat -o out.dat");
    assert_eq!(run.code, 1);
    assert!(run.error.contains("1 line of torn.dat"), "{}", run.error);
    assert_eq!(folder.read("out.dat"), give_back("202611231406", "1"));
}

#[test]
fn export_writes_all_of_the_folder_the_newest_first() {
    let folder = Folder::new();
    let run = folder.run("export");
    assert_eq!((run.code, run.error.as_str()), (0, ""));
    let rows: Vec<&str> = run.output.split_terminator("\r\n").collect();
    let heads = "\"Time\",\"Type\",\"Item\",\"Borrower\",\"File\",\"Line\",\"State\"";
    assert_eq!(rows[0], format!("\u{feff}{heads}"));
    assert_eq!(rows.len(), 8);
    assert!(rows[1].starts_with("\"2026-11-23T14:09\",\"Loan\",\"\t0030001\",\"\t20002\",\""));
    assert!(rows[5].starts_with("\"2026-11-22T14:06\",\"Return\",\"\t777\",\"\",\""));
    assert!(rows[5].ends_with("waits.dat\",\"1\",\"To be uploaded\""), "{}", rows[5]);
    let run = folder.run("export --format json --barcode 3000 --kind loan --day 2026-11-23");
    assert_eq!(run.code, 0);
    let found = json(&run);
    assert_eq!(
        places(&found.clone().into()),
        [("OffCirc.dat".into(), 4), ("OffCirc.dat".into(), 1)]
    );
    assert!(found.iter().all(|one| one["stage"] == "current" && one["item"] == "0030001"));
    let run = folder.run("export data/uploaded/done.dat --format json -o out.json");
    assert_eq!((run.code, run.output.as_str()), (0, ""));
    let written: Vec<Value> = serde_json::from_str(&folder.read("out.json")).unwrap();
    assert_eq!((&written[0]["stage"], &written[0]["item"]), (&Value::Null, &"778".into()));
    let run = folder.run("export --barcode nowhere --format json");
    assert_eq!((run.code, json(&run).len()), (0, 0));
    assert!(run.error.contains("Nothing was found."));
}

/// Borrowers are named in all of them: other accounts read them where the folder is shared by its
/// mode, whatever the mask of the process leaves open, or where they were allowed to before.
#[cfg(unix)]
#[test]
fn what_the_commands_write_is_private_or_as_shared_as_its_folder() {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt as _;

    let folder = Folder::new();
    folder.write("report.txt", REPORT);
    folder.write("broken.dat", give_back("202611231406", "1") + "nonsense\r\n");
    let mode = |name: &str| folder.path(name).metadata().unwrap().permissions().mode() & 0o777;
    let set_mode = |name: &str, mode: u32| {
        set_permissions(folder.path(name), Permissions::from_mode(mode)).unwrap();
    };
    for (folder_mode, file_mode) in [(0o755, 0o600), (0o2770, 0o660)] {
        let out = format!("out-{folder_mode:o}");
        std::fs::create_dir(folder.path(&out)).unwrap();
        set_mode(&out, folder_mode);
        for (command, file) in [
            ("export -o", "sheet.csv"),
            ("match report.txt -o", "report.csv"),
            ("again data/OffCirc.dat -o", "again.dat"),
            ("merge broken.dat -o", "merged.dat"),
        ] {
            let arguments = format!("{command} {out}/{file}");
            let mut open_to_all = std::process::Command::new("sh");
            let command = folder.command(&arguments);
            open_to_all.args(["-c", "umask 000; exec \"$0\" \"$@\""]);
            open_to_all.arg(command.get_program()).args(command.get_args());
            open_to_all
                .current_dir(folder.path("."))
                .envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
            let code = open_to_all.output().unwrap().status.code();
            assert!(matches!(code, Some(0 | 1)), "{arguments}: {code:?}");
            assert_eq!(mode(&format!("{out}/{file}")), file_mode, "{arguments}");
        }
        assert_eq!(mode(&format!("{out}/merged-unreadable.txt")), file_mode);
    }
    // Who could read what was there reads what replaces it.
    set_mode("out-755/sheet.csv", 0o644);
    assert_eq!(folder.run("export -o out-755/sheet.csv --force").code, 0);
    assert_eq!(mode("out-755/sheet.csv"), 0o644);
}

/// A file is written beside its place first: under a name that nobody uses.
#[test]
fn a_file_that_is_named_like_one_in_the_making_stays() {
    let folder = Folder::new();
    folder.write("list.csv.new", "mine");
    assert_eq!(folder.run("export -o list.csv").code, 0);
    assert_eq!(folder.read("list.csv.new"), "mine");
    #[cfg(unix)]
    {
        folder.write("victim", "mine");
        std::os::unix::fs::symlink(folder.path("victim"), folder.path("all.dat.new")).unwrap();
        assert_eq!(folder.run("again data/OffCirc.dat -o all.dat").code, 0);
        assert_eq!(folder.read("victim"), "mine");
    }
    let made = folder.path("").read_dir().unwrap().map(|entry| entry.unwrap().file_name());
    let passing =
        |name: &std::ffi::OsString| Path::new(name).extension().is_some_and(|end| end == "new");
    assert!(made.filter(passing).count() <= 2, "nothing of the making is left");
}

#[test]
fn export_refuses_and_then_writes_nothing() {
    let folder = Folder::new();
    folder.write("picture.png", PNG);
    folder.write("OUT", "was there");
    for (arguments, about) in [
        ("export picture.png -o new.csv", "picture.png is a picture"),
        ("export data/OffCirc.dat missing.dat", "missing.dat"),
        ("export data", "data is a folder"),
        ("export -o OUT", "OUT is there already"),
        ("export -o data/uploads/waits.dat --force", "is one of the files"),
    ] {
        folder.refused(arguments, about);
    }
    for wrong in ["--day 2026-13-01", "--kind renewal", "--format xlsx"] {
        assert_eq!(folder.run(&format!("export {wrong}")).code, 2, "{wrong}");
    }
}

#[test]
fn batches_shows_unmistakably_what_is_still_to_be_uploaded() {
    let folder = Folder::new();
    let run = folder.run("batches --format json");
    assert_eq!((run.code, run.error.as_str()), (0, ""));
    let found: Vec<_> = json(&run)
        .iter()
        .map(|batch| {
            let file = Path::new(batch["file"].as_str().unwrap()).file_name().unwrap();
            let words = (batch["stage"].clone(), batch["to_be_uploaded"].as_bool().unwrap());
            (file.to_str().unwrap().to_owned(), words.0, words.1, batch["transactions"].clone())
        })
        .collect();
    assert_eq!(
        found,
        [
            ("OffCirc.dat".into(), "current".into(), true, 4.into()),
            ("twice.dat".into(), "to-upload".into(), false, 1.into()),
            ("waits.dat".into(), "to-upload".into(), true, 1.into()),
            ("done.dat".into(), "uploaded".into(), false, 1.into()),
        ]
    );
    let first = &json(&run)[0];
    assert_eq!(
        (&first["from"], &first["to"]),
        (&"2026-11-23T14:05".into(), &"2026-11-23T14:09".into())
    );
    let text = folder.run("batches").output;
    let line = |name: &str| text.lines().find(|line| line.ends_with(name)).unwrap();
    assert!(line("waits.dat").starts_with("STILL TO BE UPLOADED"), "{text}");
    assert!(line("OffCirc.dat").starts_with("CURRENT, NOT UPLOADED YET"), "{text}");
    assert!(
        line("uploads/twice.dat".replace('/', std::path::MAIN_SEPARATOR_STR).as_str())
            .starts_with("Alma has the same already"),
        "{text}"
    );
    assert!(text.contains("3 loans, 1 return, 2 borrowers"), "{text}");
    assert!(text.trim_end().ends_with("1 batch is STILL TO BE UPLOADED."), "{text}");
}

#[test]
fn of_equal_batches_one_is_to_be_uploaded() {
    let folder = Folder::new();
    folder.write("data/uploads/zz-copy.dat", give_back("202611221406", "777"));
    let run = folder.run("batches --format json");
    let batches = json(&run);
    let found = |name: &str| {
        let is_it = |batch: &&Value| batch["file"].as_str().unwrap().ends_with(name);
        let batch = batches.iter().find(is_it).unwrap();
        (batch["to_be_uploaded"].as_bool(), batch["same_as"].as_str())
    };
    assert_eq!(found("waits.dat"), (Some(true), None));
    let (waits, same) = found("zz-copy.dat");
    assert!(waits == Some(false) && same.unwrap().ends_with("waits.dat"), "{same:?}");
    let text = folder.run("batches").output;
    assert!(text.contains("Copy of another batch: ") && text.contains("waits.dat only"), "{text}");
    assert!(text.trim_end().ends_with("1 batch is STILL TO BE UPLOADED."), "{text}");
}

/// A batch on a broken part of the disk, a link that leads nowhere, a picture: the others count.
#[cfg(unix)]
#[test]
fn a_batch_that_cannot_be_read_hides_no_other() {
    let folder = Folder::new();
    folder.write("report.txt", REPORT);
    let commands = ["export -o all.csv", "match report.txt --format csv -o all.csv"];
    let rows = commands.map(|command| {
        let run = folder.run(command);
        assert_eq!(run.code, 0, "{command}: {}", run.error);
        let rows = folder.read("all.csv").lines().count();
        std::fs::remove_file(folder.path("all.csv")).unwrap();
        rows
    });
    std::os::unix::fs::symlink("nowhere", folder.path("data/uploads/broken.dat")).unwrap();
    let run = folder.run("batches --format json");
    assert_eq!((run.code, run.error.as_str()), (2, ""));
    let batches = json(&run);
    assert_eq!(batches.len(), 5);
    let broken = &batches[4];
    assert!(broken["file"].as_str().unwrap().ends_with("broken.dat"), "{broken}");
    assert!(!broken["error"].as_str().unwrap().is_empty(), "{broken}");
    assert_eq!(broken["stage"], "to-upload");
    for unknown in ["to_be_uploaded", "transactions", "from", "same_as"] {
        assert_eq!(broken[unknown], Value::Null, "{unknown}");
    }
    assert!(batches[..4].iter().all(|batch| batch["error"] == Value::Null));
    let run = folder.run("batches");
    assert_eq!(run.code, 2);
    for part in ["CAN’T BE READ: ", "nor whether Alma still needs it", "1 batch is STILL TO"] {
        assert!(run.output.contains(part), "{part}: {}", run.output);
    }

    folder.write("data/uploaded/picture.dat", PNG);
    for (command, rows) in commands.into_iter().zip(rows) {
        let run = folder.run(command);
        assert_eq!(run.code, 1, "{command}: {}", run.error);
        assert!(run.error.contains("broken.dat"), "{command}: {}", run.error);
        assert!(run.error.contains("picture.dat is a picture"), "{command}: {}", run.error);
        assert_eq!(folder.read("all.csv").lines().count(), rows, "{command}");
        std::fs::remove_file(folder.path("all.csv")).unwrap();
    }
    std::fs::remove_file(folder.path("data/uploads/broken.dat")).unwrap();
    // Whoever names it means it.
    folder.refused("export data/OffCirc.dat data/uploaded/picture.dat", "picture.dat is a picture");
}

#[test]
fn a_folder_that_is_missing_or_empty_is_told() {
    let folder = Folder::empty();
    folder.write("report.txt", REPORT);
    for command in ["batches", "export", "match report.txt"] {
        folder.refused(command, "There is no folder");
    }
    std::fs::create_dir(folder.path("data")).unwrap();
    for command in ["batches", "export", "match report.txt"] {
        folder.refused(command, "has no OffCirc.dat and no batches");
    }
    folder.write("data/uploads/picture.dat", PNG);
    folder.refused("export", "picture.dat is a picture");
}

/// Elsewhere than on Linux the system says the language, whatever the environment says.
#[cfg(target_os = "linux")]
#[test]
fn the_commands_speak_the_language_of_the_system_and_json_does_not() {
    let folder = Folder::new();
    let french = |arguments: &str| folder.run_with(arguments, REPORT, "fr_FR.UTF-8").output;
    assert!(french("batches").contains("ENCORE À CHARGER"));
    assert!(french("match -").contains("prêt de 0030001 à 20001"));
    assert!(
        french("export").contains("\"Heure\";\"Type\";\"Exemplaire\";\"Emprunteur\";\"Fichier\"")
    );
    assert_eq!(
        french("match - --format json"),
        folder.run_with("match - --format json", REPORT, "C").output
    );
}

#[test]
fn every_command_has_its_help() {
    let folder = Folder::new();
    for command in ["match", "again", "export", "batches"] {
        let run = folder.run(&format!("{command} --help"));
        assert_eq!(run.code, 0);
        assert!(run.output.contains("Ends with 0"), "{}", run.output);
    }
}
