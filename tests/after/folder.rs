//! `take-back`, `close`, `uploaded`, `archive` and `delete-uploaded`: what they change, and that a
//! kill at any moment loses nothing and doubles nothing.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::{Days, Local};
use offcirc::store::FolderLock;

use crate::support::{Folder, give_back, loan};

/// A folder with this `OffCirc.dat` and nothing else.
fn with_dat(text: &str) -> Folder {
    let folder = Folder::empty();
    folder.write("data/OffCirc.dat", text);
    folder
}

fn morning() -> [String; 4] {
    [
        loan("202611231405", "3001", "2000"),
        loan("202611231406", "3002", "2000"),
        give_back("202611231407", "3009"),
        loan("202611231408", "3002", "2001"),
    ]
}

#[test]
fn take_back_shows_exactly_what_and_takes_only_that() {
    let [one, two, three, four] = morning();
    let folder = with_dat(&morning().concat());
    let run = folder.run("take-back --dry-run");
    assert_eq!((run.code, run.output.as_str()), (0, "loan of 3002 to 2001, 2026-11-23 14:08\n"));
    assert_eq!(folder.read("data/OffCirc.dat"), morning().concat(), "only shown");

    let run = folder.run("take-back --reason wrong-card");
    assert_eq!(run.code, 0, "{}", run.error);
    assert!(run.output.starts_with("loan of 3002 to 2001, 2026-11-23 14:08\n"), "{}", run.output);
    assert_eq!(folder.read("data/OffCirc.dat"), [one.clone(), two, three].concat());

    let run = folder.run("take-back --line 2 3");
    assert_eq!(run.code, 0, "{}", run.error);
    assert_eq!(folder.read("data/OffCirc.dat"), one);
    let csv = folder.read("data/taken-back.csv");
    assert_eq!(csv.lines().count(), 4, "heads and three transactions: {csv}");
    assert!(csv.contains("\"\t3002\",\"\t2001\",\"wrong-card\""), "{csv}");
    assert!(!folder.read("data/OffCirc.dat").contains(&four));
    folder.refused("take-back --line 7", "Line 7");
    folder.refused("take-back --line 1 --last 2", "--line");
}

#[test]
fn a_line_that_is_named_twice_is_taken_back_once_and_so_noted() {
    let [one, two, three, four] = morning();
    let folder = with_dat(&[one.clone(), one.clone(), two, three, one.clone(), four].concat());
    let run = folder.run("take-back --line 5 2 2 5");
    assert_eq!(run.code, 0, "{}", run.error);
    let shown = "loan of 3001 to 2000, 2026-11-23 14:05\n";
    assert!(run.output.starts_with(&shown.repeat(2)), "{}", run.output);
    assert!(run.output.contains("2 transactions"), "{}", run.output);
    let [one, two, three, four] = morning();
    assert_eq!(folder.read("data/OffCirc.dat"), [one, two, three, four].concat());
    assert_eq!(folder.read("data/taken-back.csv").lines().count(), 3, "heads and two");
}

/// Records a transaction while the data folder is away, as when a stick is pulled out.
fn set_aside(folder: &Folder, input: &str) {
    let (data, away) = (folder.path("data"), folder.path("away"));
    std::fs::rename(&data, &away).unwrap();
    folder.write("data", "no folder");
    let run = folder.record(input);
    assert!(run.output.starts_with("set-aside"), "{} {}", run.output, run.error);
    std::fs::remove_file(&data).unwrap();
    std::fs::rename(&away, &data).unwrap();
}

#[test]
fn what_was_set_aside_is_in_the_file_before_anything_is_chosen_or_checked() {
    let last = "return of 3077";
    for command in ["take-back --dry-run", "take-back"] {
        let folder = with_dat(&morning().concat());
        set_aside(&folder, "R\t3077\n");
        let run = folder.run(command);
        assert_eq!(run.code, 0, "{command}: {}", run.error);
        assert!(run.output.starts_with(last), "{command}: {}", run.output);
        let left = if command == "take-back" { 4 } else { 5 };
        assert_eq!(folder.read("data/OffCirc.dat").lines().count(), left, "{command}");
    }
    // The loan that waits is of an item that is lent already.
    let folder = with_dat(&loan("202611231405", "3001", "2000"));
    set_aside(&folder, "L\t2001\t3001\n");
    let run = folder.run("close");
    assert_eq!((run.code, run.output.as_str()), (2, ""), "{}", run.error);
    assert!(run.error.contains("3001") && run.error.contains("--anyway"), "{}", run.error);
}

#[test]
fn while_the_folder_fails_nothing_is_chosen() {
    let folder = with_dat(&morning().concat());
    std::fs::remove_file(folder.path("data/OffCirc.dat")).unwrap();
    std::fs::create_dir(folder.path("data/OffCirc.dat")).unwrap();
    for command in ["take-back", "take-back --dry-run", "close"] {
        let run = folder.run(command);
        assert_eq!((run.code, run.output.as_str()), (2, ""), "{command}");
        assert!(run.error.contains("OffCirc.dat"), "{command}: {}", run.error);
    }
}

#[test]
fn close_checks_first_and_uploaded_puts_the_batch_away() {
    // Item 3002 is lent to two borrowers.
    let folder = with_dat(&morning().concat());
    let run = folder.run("close");
    assert_eq!((run.code, run.output.as_str()), (2, ""));
    assert!(run.error.contains("--anyway") && run.error.contains("3002"), "{}", run.error);
    assert_eq!(folder.read("data/OffCirc.dat"), morning().concat());

    let run = folder.run("close --anyway");
    assert_eq!(run.code, 0, "{}", run.error);
    let batch = PathBuf::from(run.output.trim_end());
    assert_eq!(std::fs::read_to_string(&batch).unwrap(), morning().concat());
    assert_eq!(folder.read("data/OffCirc.dat"), "");
    folder.refused("close", "OffCirc.dat");
    folder.refused("uploaded data/OffCirc.dat", "OffCirc.dat");

    let name = batch.file_name().unwrap().to_str().unwrap();
    let run = folder.run(&format!("uploaded data/uploads/{name}"));
    assert_eq!(run.code, 0, "{}", run.error);
    assert!(run.output.contains("uploaded"), "{}", run.output);
    assert_eq!(folder.read(&format!("data/uploaded/{name}")), morning().concat());
    folder.refused(&format!("uploaded data/uploads/{name}"), name);
}

/// From any folder, through links and past others.
#[test]
fn a_batch_is_known_however_its_path_is_written() {
    let paths = ["data/uploads/../uploads/a.dat", "./data/uploads/a.dat", "data//uploads/a.dat"];
    let mut paths = paths.to_vec();
    if cfg!(unix) {
        paths.extend(["link/a.dat", "data-link/uploads/a.dat"]);
    }
    if cfg!(windows) {
        paths.push("DATA/Uploads/a.dat");
    }
    let folder = with_dat("");
    #[cfg(unix)]
    for (target, link) in [("data/uploads", "link"), ("data", "data-link")] {
        std::os::unix::fs::symlink(folder.path(target), folder.path(link)).unwrap();
    }
    for path in paths {
        folder.write("data/uploads/a.dat", give_back("202611231405", "3001"));
        let run = folder.run(&format!("uploaded {path}"));
        assert_eq!(run.code, 0, "{path}: {}", run.error);
        assert!(!folder.path("data/uploads/a.dat").exists(), "{path}");
    }
    // Inside the folder, by its name alone.
    folder.write("data/uploads/a.dat", give_back("202611231405", "3001"));
    let run = folder.command("uploaded a.dat").current_dir(folder.path("data/uploads")).output();
    assert_eq!(run.unwrap().status.code(), Some(0));
    // Elsewhere a file of the same name is another one.
    folder.write("data/uploads/b.dat", give_back("202611231405", "3001"));
    folder.write("elsewhere/b.dat", give_back("202611231405", "3001"));
    for path in ["elsewhere/b.dat", "data/uploads/../../elsewhere/b.dat", "missing/b.dat"] {
        folder.refused(&format!("uploaded {path}"), "b.dat");
    }
}

#[test]
fn archive_moves_earlier_days_and_old_batches_can_be_deleted() {
    let today = Local::now();
    let stamp = today.format("%Y%m%d0000").to_string();
    let recent = today.checked_sub_days(Days::new(10)).unwrap().format("%Y%m%d0000").to_string();
    let stays = give_back(&stamp, "3003");
    let folder = with_dat(&[give_back("202601020900", "3001"), stays.clone()].concat());
    folder.write("data/uploaded/recent.dat", give_back(&recent, "3005"));
    folder.refused("archive --before 2026-01-02", "nothing to do");
    let run = folder.run("archive --before 2026-01-03");
    assert_eq!(run.code, 0, "{}", run.error);
    assert_eq!(folder.read("data/OffCirc.dat"), stays);
    let batch = PathBuf::from(run.output.trim_end());
    assert_eq!(std::fs::read_to_string(&batch).unwrap(), give_back("202601020900", "3001"));

    let run = folder.run("delete-uploaded");
    assert_eq!((run.code, run.output.trim_end()), (0, batch.to_str().unwrap()));
    assert!(!batch.exists());
    let run = folder.run("delete-uploaded");
    assert_eq!((run.code, run.output.as_str()), (0, ""), "nothing old is left");
    let run = folder.run("delete-uploaded --older-than 5");
    assert!(run.output.contains("recent.dat"), "{} {}", run.output, run.error);
    assert_eq!(folder.read("data/OffCirc.dat"), stays);
}

#[test]
fn while_a_window_has_the_folder_nothing_is_changed() {
    let folder = with_dat(&morning().concat());
    let lock = FolderLock::take(&folder.path("data")).unwrap();
    for command in ["take-back", "close --anyway", "archive --before 2026-12-01"] {
        let run = folder.run(command);
        assert_eq!(run.code, 2, "{command}");
        assert!(run.error.contains("open already"), "{command}: {}", run.error);
        assert_eq!(folder.read("data/OffCirc.dat"), morning().concat());
    }
    drop(lock);
}

/// How often: `OFFCIRC_KILLS` shortens or lengthens the proof; its long form is 200.
fn runs() -> u64 {
    std::env::var("OFFCIRC_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(60)
}

#[test]
fn a_kill_at_any_moment_loses_nothing_and_doubles_nothing() {
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let (mut before, mut after) = (0, 0);
    let mut whole = whole_run();
    for round in 0..runs() {
        // The machine may have more to do, or less, than before.
        if round % 10 == 9 {
            whole = whole_run();
        }
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        let lines: Vec<String> =
            (0..40).map(|item| give_back("202601020900", &format!("3{item:03}"))).collect();
        let folder = with_dat(&lines.concat());
        let command =
            ["take-back --last 3", "close", "archive --before 2026-02-01"][(round % 3) as usize];
        let mut child = folder.command(command).spawn().unwrap();
        // Often at the start of a run, seldom behind its end.
        let moment = whole * u32::try_from(seed % 1500).unwrap() / 1000;
        let until = Instant::now() + moment;
        while Instant::now() < until {
            std::hint::spin_loop();
        }
        let _ = child.kill();
        child.wait().unwrap();
        // Whoever opens the folder next mends what is half done.
        folder.record("");

        let counts = counted(&folder.path("data"));
        assert!(counts.values().all(|count| *count == 1), "{command}: {counts:?}");
        let taken = if command.starts_with("take") { 3 } else { 0 };
        let there = counts.len();
        assert!(there == 40 || there == 40 - taken, "{command}: {there} of 40");
        if folder.read("data/OffCirc.dat") == lines.concat() { before += 1 } else { after += 1 }
    }
    // Both sides of the moment that counts were met, or the loop proves nothing.
    assert!(before > 0 && after > 0, "{before} before, {after} after");
}

/// How long such a command takes when nobody kills it, here and now.
fn whole_run() -> Duration {
    let folder = with_dat(&give_back("202601020900", "3001"));
    let started = Instant::now();
    folder.run("archive --before 2026-02-01");
    started.elapsed()
}

/// How often each line stands in the files of a data folder.
fn counted(data: &Path) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for folder in [data.to_path_buf(), data.join("uploads"), data.join("uploaded")] {
        for entry in std::fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|end| end != "dat") {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            for line in text.split_inclusive('\n') {
                assert_eq!(line.len(), 95, "half a line in {}: {line:?}", path.display());
                *counts.entry(line.to_owned()).or_default() += 1;
            }
        }
    }
    counts
}

#[test]
fn mend_writes_the_form_that_alma_expects_and_names_what_it_left_out() {
    let [one, two, ..] = morning();
    let folder = Folder::empty();
    let odd = format!("\u{feff}{}\nKoha\r{}", one.trim_end(), two.trim_end());
    folder.write("data/uploads/odd.dat", &odd);
    let run = folder.run("mend data/uploads/odd.dat");
    assert_eq!(run.code, 1, "{}", run.error);
    assert!(run.output.trim_end().ends_with("odd.dat"), "{}", run.output);
    assert!(run.error.contains("Line 2, column"), "{}", run.error);
    assert_eq!(folder.read("data/uploads/odd.dat"), [one, two].concat());
    assert_eq!(folder.read("data/uploads/odd.original"), odd);
    folder.refused("mend data/uploads/odd.dat", "odd.dat");
    folder.refused("mend data/uploads/odd.original", "odd.original");
    folder.refused("mend data/none.dat", "none.dat");
    // A batch that lacks only an end is mended whole.
    folder.write("data/uploads/end.dat", give_back("202611231405", "3001").trim_end());
    let run = folder.run("mend data/uploads/end.dat");
    assert_eq!(run.code, 0, "{}", run.error);
    assert!(!run.error.contains("Line"), "{}", run.error);
}
