//! What a crash, a power cut or another program can leave in the folder.

use std::fs;

use offcirc::store::{GiveUp, Notice, RealDisk, Recovered};

use crate::support::{Answers, Desk, append_all, line, lines, transaction};

/// Opens the desk, records transaction 9, closes it; what was told on the way.
fn open_and_record(desk: &Desk) -> Answers {
    let (store, notices) = desk.start(RealDisk, GiveUp::Never);
    append_all(&store, [9]);
    let mut answers = Answers::default();
    answers.close(&store, &notices);
    assert_eq!(answers.saved, [9]);
    answers
}

fn recovered(answers: &Answers) -> Option<&Recovered> {
    answers.others.iter().find_map(|notice| match notice {
        Notice::Recovered(recovered) => Some(recovered),
        _ => None,
    })
}

#[test]
fn a_line_cut_short_at_any_byte_is_kept_aside_and_named() {
    let (whole, cut_short) = (lines(1..=2), line(3));
    // With its whole borrower, as long as the one before, a loan lacks only its end.
    for length in 1..cut_short.len() - "\r\n".len() {
        let desk = Desk::in_memory();
        desk.write_dat(format!("{whole}{}", &cut_short[..length]));
        let answers = open_and_record(&desk);
        assert_eq!(desk.read_dat(), format!("{whole}{}", line(9)), "cut at byte {length}");
        let recovered = recovered(&answers).expect("it is told");
        assert_eq!(fs::read_to_string(&recovered.kept_in).unwrap(), cut_short[..length]);
        if length > 12 {
            assert!(recovered.fragment.to_string().starts_with("202611231405L"), "{recovered:?}");
        }
    }
}

#[test]
fn nul_bytes_of_a_power_cut_are_kept_aside() {
    for (tail, names_it) in
        [(vec![0; 300], false), ([line(3).as_bytes(), &[0; 64]].concat()[..50].to_vec(), true)]
    {
        let desk = Desk::new();
        desk.write_dat([lines(1..=2).as_bytes(), &tail, &vec![0; 70_000]].concat());
        let answers = open_and_record(&desk);
        assert_eq!(desk.read_dat(), format!("{}{}", lines(1..=2), line(9)));
        let recovered = recovered(&answers).expect("it is told");
        assert_eq!(recovered.fragment.is_empty(), !names_it);
        let kept = fs::read(&recovered.kept_in).unwrap();
        assert_eq!(kept, [&tail[..], &vec![0; 70_000]].concat(), "every byte");
    }
}

#[test]
fn a_file_of_one_cut_line_is_recovered_too() {
    let desk = Desk::new();
    desk.write_dat("2026");
    let answers = open_and_record(&desk);
    assert!(recovered(&answers).is_some());
    assert_eq!(desk.read_dat(), line(9));
}

#[test]
fn lines_that_cannot_be_read_stay_as_they_are() {
    let desk = Desk::new();
    let foreign = format!("nonsense\r\n{}\n\n202611231405R7\n\u{e9}\r\n", line(1).trim_end());
    desk.write_dat(&foreign);
    let (store, notices) = desk.start(RealDisk, GiveUp::Never);
    append_all(&store, [9]);
    let mut answers = Answers::default();
    answers.wait_for_earlier(&notices);
    answers.close(&store, &notices);
    assert_eq!(desk.read_dat(), format!("{foreign}{}", line(9)));
    let read = answers.others.iter().find_map(|notice| match notice {
        Notice::EarlierRead(read) => Some(read),
        _ => None,
    });
    let read = read.unwrap();
    assert_eq!((read.transactions, read.unreadable), (2, 2));
    let lines: Vec<_> = read.first_unreadable.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [1, 5]);
}

#[test]
fn what_the_file_held_is_offered_as_earlier() {
    let desk = Desk::new();
    desk.write_dat(lines(1..=20_000));
    let (store, notices) = desk.start(RealDisk, GiveUp::Never);
    append_all(&store, [9]);
    let mut answers = Answers::default();
    answers.wait_for_earlier(&notices);
    answers.close(&store, &notices);
    let earlier: Vec<_> = answers
        .others
        .into_iter()
        .filter_map(|notice| match notice {
            Notice::Earlier(transactions) => Some(transactions),
            _ => None,
        })
        .flatten()
        .collect();
    assert_eq!(earlier, (1..=20_000).map(transaction).collect::<Vec<_>>());
}

#[test]
fn save_to_file_reads_the_file_back() {
    let desk = Desk::new();
    desk.write_dat(lines(1..=3));
    let (store, notices) = desk.start(RealDisk, GiveUp::Never);
    append_all(&store, 4..=9);
    store.verify((4..=9).map(transaction).collect());
    // One that is missing hides none of those behind it; the same twice has to be there twice.
    store.verify([10].into_iter().chain(4..=9).map(transaction).collect());
    store.verify([4, 4, 5].map(transaction).to_vec());
    let mut answers = Answers::default();
    answers.close(&store, &notices);
    let verified: Vec<_> = answers
        .others
        .iter()
        .filter_map(|notice| match notice {
            Notice::Verified(verified) => verified.as_ref().ok(),
            _ => None,
        })
        .map(|verified| (verified.expected, verified.found))
        .collect();
    assert_eq!(verified, [(6, 6), (7, 6), (3, 2)]);
}

/// Some libraries rename the file by hand at the end of the day, while the window is open.
#[cfg(unix)]
#[test]
fn a_file_that_somebody_moved_away_is_not_written_any_more() {
    let desk = Desk::new();
    let (store, notices) = desk.start(RealDisk, GiveUp::Never);
    let mut answers = Answers::default();
    append_all(&store, 1..=2);
    answers.wait_for(&notices, 2);
    let moved = desk.data_folder().join("monday.dat");
    fs::rename(desk.dat(), &moved).unwrap();
    append_all(&store, 3..=4);
    answers.close(&store, &notices);
    assert_eq!(fs::read_to_string(moved).unwrap(), lines(1..=2));
    assert_eq!(desk.read_dat(), lines(3..=4));
    let told = answers.others.iter().filter(|notice| **notice == Notice::FileChanged).count();
    assert_eq!(told, 1, "{:?}", answers.others);
}

/// Somebody edits the file with a text editor, which puts another file in its place.
#[cfg(unix)]
#[test]
fn a_file_that_somebody_edited_is_continued() {
    let desk = Desk::new();
    let (store, notices) = desk.start(RealDisk, GiveUp::Never);
    let mut answers = Answers::default();
    append_all(&store, 1..=3);
    answers.wait_for(&notices, 3);
    let beside = desk.data_folder().join("edited");
    fs::write(&beside, lines([1, 3])).unwrap();
    fs::rename(beside, desk.dat()).unwrap();
    append_all(&store, [4]);
    answers.close(&store, &notices);
    assert_eq!(desk.read_dat(), lines([1, 3, 4]));
    assert!(answers.others.contains(&Notice::FileChanged), "{:?}", answers.others);
}

/// A share on two computers, each of which knows the locks of its own: another program takes the
/// file for shorter than it is and writes over what was confirmed.
#[cfg(unix)]
#[test]
fn what_a_second_writer_writes_over_is_written_again() {
    use std::os::unix::fs::FileExt as _;
    // Whether the file has grown too.
    for foreign in [lines([8]), lines(8..=11)] {
        let desk = Desk::new();
        let (store, notices) = desk.start(RealDisk, GiveUp::Never);
        let mut answers = Answers::default();
        answers.append_each(&store, &notices, 1..=4);
        let file = fs::File::options().write(true).open(desk.dat()).unwrap();
        let before = line(1).len() as u64;
        file.write_all_at(foreign.as_bytes(), before).unwrap();
        answers.append_each(&store, &notices, 5..=6);
        // What was written again, and the last of all.
        for (number, foreign, next) in [(2, 12, Some(7)), (7, 13, None)] {
            let at = desk.read_dat().find(&line(number)).unwrap();
            file.write_all_at(line(foreign).as_bytes(), at as u64).unwrap();
            answers.append_each(&store, &notices, next);
        }
        answers.close(&store, &notices);
        assert_eq!(answers.confirmed().len(), 7);
        let text = desk.read_dat();
        for number in (1..=7).chain(12..=13) {
            assert_eq!(text.matches(&line(number)).count(), 1, "{number} in {text}");
        }
        assert!(text.starts_with(&line(1)), "{text}");
        assert!(answers.others.contains(&Notice::LinesAdded), "{:?}", answers.others);
    }
}

/// Another desk's file, as long, takes the place of the one that is open: what that one held is in
/// somebody's hands.
#[cfg(unix)]
#[test]
fn a_file_that_was_exchanged_gets_nothing_of_the_old_one() {
    let desk = Desk::new();
    let (store, notices) = desk.start(RealDisk, GiveUp::Never);
    let mut answers = Answers::default();
    answers.append_each(&store, &notices, 1..=2);
    fs::rename(desk.dat(), desk.dat().with_file_name("taken")).unwrap();
    desk.write_dat(lines(8..=9));
    answers.append_each(&store, &notices, 3..=3);
    answers.close(&store, &notices);
    assert_eq!(desk.read_dat(), lines([8, 9, 3]));
    assert!(answers.others.contains(&Notice::FileChanged), "{:?}", answers.others);
}

/// Copied over the file while it is open, or a second writer who took it for empty: nobody can tell.
/// Nothing that was confirmed is lost, and what somebody may have kept is told.
#[cfg(unix)]
#[test]
fn what_all_of_was_written_over_is_written_again_and_told() {
    // As long as the file, and longer.
    for foreign in [lines(8..=9), lines(8..=12)] {
        let desk = Desk::new();
        let (store, notices) = desk.start(RealDisk, GiveUp::Never);
        let mut answers = Answers::default();
        answers.append_each(&store, &notices, 1..=2);
        desk.write_dat(&foreign);
        answers.append_each(&store, &notices, 3..=3);
        answers.close(&store, &notices);
        let text = desk.read_dat();
        assert!(text.starts_with(&foreign), "{text}");
        for number in 1..=3 {
            assert_eq!(text.matches(&line(number)).count(), 1, "{number} in {text}");
        }
        let told = |is_it: fn(&Notice) -> bool| answers.others.iter().any(is_it);
        assert!(told(|notice| *notice == Notice::FileChanged), "{:?}", answers.others);
        // The third one too if it had not been written yet.
        let is_twice = |notice: &Notice| matches!(notice, Notice::PerhapsTwice(2..=3));
        assert!(told(is_twice), "{:?}", answers.others);
    }
}

/// A stick that is pulled out and put back.
#[cfg(unix)]
#[test]
fn a_folder_that_comes_back_gets_everything_once_and_in_order() {
    let desk = Desk::new();
    let (store, notices) = desk.start(RealDisk, GiveUp::Never);
    let mut answers = Answers::default();
    append_all(&store, 1..=2);
    answers.wait_for(&notices, 2);
    let away = desk.data_folder().with_file_name("away");
    // A folder could be made in its place, and what is recorded there would vanish behind the
    // old one when that comes back.
    fs::rename(desk.data_folder(), &away).unwrap();
    append_all(&store, 3..=5);
    answers.wait_for(&notices, 5);
    assert_eq!(answers.set_aside, [3, 4, 5]);
    assert!(!desk.data_folder().exists());
    fs::rename(away, desk.data_folder()).unwrap();
    append_all(&store, [6]);
    answers.close(&store, &notices);
    assert_eq!(desk.read_dat(), lines(1..=6));
}

#[cfg(unix)]
#[test]
fn folders_and_files_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new();
    open_and_record(&desk);
    let mode = |path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(desk.data_folder()), 0o700);
    for name in ["OffCirc.dat", "OffCirc.lock"] {
        assert_eq!(mode(desk.data_folder().join(name)), 0o600, "{name}");
    }
}

/// Excel, a backup or a virus scanner has the file open and shares it with nobody.
#[cfg(windows)]
#[test]
fn a_file_that_another_program_holds_is_named_and_gets_everything_later() {
    use std::os::windows::fs::OpenOptionsExt as _;

    use offcirc::store::Cause;
    let desk = Desk::new();
    desk.write_dat(line(7));
    let held = fs::OpenOptions::new().read(true).share_mode(0).open(desk.dat()).unwrap();
    let (store, notices) = desk.start(RealDisk, GiveUp::Never);
    append_all(&store, 1..=2);
    let mut answers = Answers::default();
    answers.wait_for(&notices, 2);
    assert_eq!(answers.set_aside, [1, 2]);
    let busy = answers.others.iter().any(|notice| {
        matches!(notice, Notice::Failed(trouble)
            if trouble.cause == Cause::Busy && trouble.path == desk.dat())
    });
    assert!(busy, "{:?}", answers.others);
    drop(held);
    answers.close(&store, &notices);
    assert_eq!(desk.read_dat(), lines([7, 1, 2]));
}

/// While the window is open nobody can move its file away.
#[cfg(windows)]
#[test]
fn an_open_file_cannot_be_moved_away() {
    let desk = Desk::new();
    let (store, notices) = desk.start(RealDisk, GiveUp::Never);
    let mut answers = Answers::default();
    append_all(&store, [1]);
    answers.wait_for(&notices, 1);
    assert!(fs::rename(desk.dat(), desk.data_folder().join("monday.dat")).is_err());
    assert!(fs::read(desk.dat()).is_ok(), "but anybody can read it");
    answers.close(&store, &notices);
}

/// A drive letter that is not there, and a share that does not answer.
#[cfg(windows)]
#[test]
fn a_drive_or_share_that_is_gone_is_a_failing_folder() {
    for folder in [r"Q:\OffCirc", r"\\nowhere.invalid\share\OffCirc"] {
        let desk = Desk::new();
        let config =
            offcirc::store::Config { data_folder: folder.into(), ..desk.config(GiveUp::Never) };
        let real = std::sync::Arc::new(RealDisk);
        let (store, notices) = offcirc::store::Store::start(config, real, || {}).unwrap();
        append_all(&store, [1]);
        let mut answers = Answers::default();
        answers.wait_for(&notices, 1);
        assert_eq!(answers.set_aside, [1], "{folder}");
        answers.close(&store, &notices);
    }
}

/// Longer than the 260 characters that old programs know.
#[test]
fn a_long_path_is_a_path() {
    let desk = Desk::new();
    let long = (0..6).fold(desk.data_folder(), |path, _| path.join("a".repeat(60)));
    let config = offcirc::store::Config { data_folder: long.clone(), ..desk.config(GiveUp::Never) };
    let real = std::sync::Arc::new(RealDisk);
    let (store, notices) = offcirc::store::Store::start(config, real, || {}).unwrap();
    append_all(&store, [1]);
    let mut answers = Answers::default();
    answers.close(&store, &notices);
    assert_eq!(answers.saved, [1]);
    assert_eq!(fs::read_to_string(long.join("OffCirc.dat")).unwrap(), line(1));
}

/// A record that lacks only its end is completed, by whichever program it was written.
#[test]
fn a_whole_last_line_gets_its_end() {
    for (last, completed) in [
        (line(3).trim_end().to_owned(), line(3)),
        (format!("{}\r", line(3).trim_end()), line(3)),
        (line(4).trim_end().to_owned(), line(4)),
    ] {
        let desk = Desk::in_memory();
        desk.write_dat(format!("{}{last}", lines(1..=2)));
        let answers = open_and_record(&desk);
        assert_eq!(desk.read_dat(), format!("{}{completed}{}", lines(1..=2), line(9)), "{last:?}");
        assert!(recovered(&answers).is_none(), "nothing has to be scanned again");
    }
}

/// Nothing can be appended to a text in UTF-16, which an editor has made of the file.
#[test]
fn a_file_in_utf16_is_put_aside_whole_and_told() {
    let desk = Desk::in_memory();
    let foreign: Vec<u8> = lines(1..=2).encode_utf16().flat_map(u16::to_le_bytes).collect();
    desk.write_dat(&foreign);
    let answers = open_and_record(&desk);
    assert_eq!(desk.read_dat(), line(9));
    let aside = answers.others.iter().find_map(|notice| match notice {
        Notice::PutAside(aside) => Some(aside),
        _ => None,
    });
    assert_eq!(fs::read(&aside.expect("it is told").kept_in).unwrap(), foreign);
}

/// What waits and was tried behind the first `base` bytes of `before`, as a crash leaves it.
fn write_spool(desk: &Desk, waiting: &str, before: &str) {
    // A session without trouble makes the spool's folder.
    let (store, notices) = desk.start(RealDisk, GiveUp::Never);
    Answers::default().close(&store, &notices);
    let root = desk.config(GiveUp::Never).spool_root.unwrap();
    let spool = fs::read_dir(root).unwrap().next().unwrap().unwrap().path();
    let digest = &blake3::hash(before.as_bytes()).to_hex()[..32];
    let name = format!("trying-000007-{}-{digest}.dat", before.len());
    fs::write(spool.join(name), waiting).unwrap();
}

#[test]
fn a_move_that_a_crash_cut_short_is_finished_once() {
    let (before, waiting) = (lines(1..=2), lines(3..=6));
    for cut in 0..=waiting.len() {
        let desk = Desk::in_memory();
        write_spool(&desk, &waiting, &before);
        desk.write_dat(format!("{before}{}", &waiting[..cut]));
        open_and_record(&desk);
        assert_eq!(desk.read_dat(), format!("{}{}", lines(1..=6), line(9)), "{cut} bytes moved");
    }
}

/// Another account recorded in the same folder between the crash and the next start.
#[test]
fn a_move_that_was_cut_short_and_written_behind_doubles_nothing() {
    let (before, waiting) = (lines(1..=2), lines(3..=6));
    let desk = Desk::new();
    write_spool(&desk, &waiting, &before);
    desk.write_dat(format!("{before}{}{}", lines(3..=4), line(7)));
    open_and_record(&desk);
    assert_eq!(desk.read_dat(), lines([1, 2, 3, 4, 7, 5, 6, 9]));
}

/// A share that is not mounted any more leaves an empty folder in its place: what is recorded there
/// would vanish behind it when it comes back.
#[cfg(unix)]
#[test]
fn nothing_is_recorded_in_an_empty_folder_in_place_of_the_one_that_was_open() {
    let desk = Desk::new();
    let (store, notices) = desk.start(RealDisk, GiveUp::Never);
    append_all(&store, 1..=2);
    let mut answers = Answers::default();
    answers.wait_for(&notices, 2);
    let away = desk.data_folder().with_extension("away");
    fs::rename(desk.data_folder(), &away).unwrap();
    fs::create_dir(desk.data_folder()).unwrap();
    append_all(&store, 3..=4);
    answers.wait_for(&notices, 4);
    assert_eq!(answers.set_aside, [3, 4]);
    assert_eq!(fs::read_dir(desk.data_folder()).unwrap().count(), 0, "nothing was made there");
    fs::remove_dir(desk.data_folder()).unwrap();
    fs::rename(away, desk.data_folder()).unwrap();
    answers.close(&store, &notices);
    assert_eq!(desk.read_dat(), lines(1..=4));
}

/// A closed file is found as the batch it has become: what moved over into it waits no more.
#[test]
fn what_moved_over_is_found_in_the_batch_that_the_file_has_become() {
    let (before, waiting) = (lines(1..=2), lines(3..=4));
    for folder in ["uploads", "uploaded"] {
        let desk = Desk::new();
        write_spool(&desk, &waiting, &before);
        let folder = desk.data_folder().join(folder);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("batch.dat"), format!("{before}{waiting}")).unwrap();
        open_and_record(&desk);
        assert_eq!(desk.read_dat(), line(9), "{}", folder.display());
    }
}

/// A link that leads nowhere, a batch on a broken part of the disk: it is not known to be the one.
#[cfg(unix)]
#[test]
fn a_batch_that_cannot_be_read_keeps_nobody_from_recording() {
    let (before, waiting) = (lines(1..=2), lines(3..=4));
    let desk = Desk::new();
    write_spool(&desk, &waiting, &before);
    desk.write_dat(format!("{before}{}", line(3)));
    let uploads = desk.data_folder().join("uploads");
    fs::create_dir_all(&uploads).unwrap();
    std::os::unix::fs::symlink("nowhere", uploads.join("broken.dat")).unwrap();
    fs::write(desk.data_folder().join("uploaded"), "not even a folder").unwrap();
    open_and_record(&desk);
    assert_eq!(desk.read_dat(), lines([1, 2, 3, 4, 9]));
}

/// Rubbish in the spool is no transaction: it is kept and told, and does not move over.
#[test]
fn only_whole_records_move_over_from_the_spool() {
    let desk = Desk::new();
    write_spool(&desk, &format!("{}\0\0\0\nrubbish\r\n{}", line(3), line(4)), "");
    let answers = open_and_record(&desk);
    assert_eq!(desk.read_dat(), lines([3, 4, 9]));
    let aside = answers.others.iter().find_map(|notice| match notice {
        Notice::PutAside(aside) => Some(fs::read(&aside.kept_in).unwrap()),
        _ => None,
    });
    assert_eq!(aside.as_deref(), Some(&b"\0\0\0\nrubbish\r\n"[..]));
}

/// The file was uploaded and moved away: what is known of its length means nothing any more.
#[test]
fn what_waits_goes_to_a_new_file_when_the_old_one_was_moved_away() {
    let desk = Desk::new();
    write_spool(&desk, &lines(3..=4), &lines(1..=2));
    fs::remove_file(desk.dat()).unwrap();
    let answers = open_and_record(&desk);
    assert!(answers.others.contains(&Notice::PerhapsTwice(2)), "{:?}", answers.others);
    assert_eq!(desk.read_dat(), lines([3, 4, 9]));
}
