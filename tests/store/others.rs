//! What others do to the folder, the spool and the file while the desk works, and what a question
//! was about when it was asked.

#![cfg(unix)]

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;

use chrono::NaiveDate;
use offcirc::store::{FolderLock, GiveUp, Notice, RealDisk, Refusal, Stage, TAKEN_BACK, batches};
use offcirc::transaction::{Occurrence, Ticket};

use crate::faulty::{Fault, FaultyDisk, Write};
use crate::support::{Answers, Desk, append_all, line, lines, transaction};

/// A line that is never recorded here.
const FOREIGN: u64 = 150;

/// Records these, each when the one before has its answer, in a session of their own.
fn record(desk: &Desk, numbers: &[u64]) -> Answers {
    let (store, notices) = desk.start(RealDisk, GiveUp::AtOnce);
    let mut answers = Answers::default();
    for (ticket, number) in (1..).zip(numbers) {
        store.append(Ticket(ticket), &transaction(*number));
        answers.wait_for(&notices, ticket);
    }
    answers.close(&store, &notices);
    answers
}

/// Takes the data folder away, as when a stick is pulled out, and puts it back afterwards.
fn while_away<T>(desk: &Desk, act: impl FnOnce() -> T) -> T {
    let (data, away) = (desk.data_folder(), desk.data_folder().with_extension("away"));
    fs::rename(&data, &away).unwrap();
    fs::write(&data, "in the way").unwrap();
    let done = act();
    fs::remove_file(&data).unwrap();
    fs::rename(&away, &data).unwrap();
    done
}

fn set_aside(desk: &Desk, numbers: &[u64]) {
    let answers = while_away(desk, || record(desk, numbers));
    assert_eq!(answers.set_aside.len(), numbers.len(), "{answers:?}");
}

fn the_day_after() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

fn first(number: u64) -> Vec<Occurrence> {
    vec![Occurrence { transaction: transaction(number), earlier: 0 }]
}

/// What was set aside is in no file that anybody uploaded.
#[test]
fn what_has_just_moved_over_is_not_archived_as_uploaded() {
    let desk = Desk::new();
    record(&desk, &[1]);
    set_aside(&desk, &[2]);
    let (store, notices) = desk.start(RealDisk, GiveUp::AtOnce);
    store.archive_before(the_day_after(), "A".to_owned(), 1);
    let mut answers = Answers::default();
    answers.close(&store, &notices);
    let archived = answers.others.iter().find_map(|notice| match notice {
        Notice::Archived(answer) => Some(answer.clone()),
        _ => None,
    });
    let Some(Ok((batch, 1))) = archived else { panic!("{:?}", answers.others) };
    assert_eq!(fs::read_to_string(batch).unwrap(), line(1));
    assert_eq!(desk.read_dat(), line(2));
}

/// Within one minute an item is lent, returned and lent again, and both loans wait in the spool.
#[test]
fn an_equal_transaction_in_the_file_is_not_the_one_that_waits() {
    let desk = Desk::new();
    record(&desk, &[1]);
    set_aside(&desk, &[3]);
    record(&desk, &[4]);
    set_aside(&desk, &[3]);
    record(&desk, &[]);
    assert_eq!(desk.read_dat(), lines([1, 3, 4, 3]));
}

/// A loan may wait in a spool that nobody can look into: what is closed would lack it.
#[test]
fn a_spool_that_cannot_be_opened_is_told_and_holds_back_the_close() {
    let desk = Desk::new();
    record(&desk, &[1]);
    set_aside(&desk, &[3]);
    let spool = desk.config(GiveUp::Never).spool_root.unwrap();
    let away = spool.with_extension("away");
    fs::rename(&spool, &away).unwrap();
    fs::write(&spool, "in the way").unwrap();

    let (store, notices) = desk.start(RealDisk, GiveUp::Never);
    append_all(&store, [1]);
    store.close_file("A".to_owned());
    store.archive_before(the_day_after(), "A".to_owned(), 1);
    let mut answers = Answers::default();
    answers.close(&store, &notices);
    assert_eq!(answers.saved, [1], "recording goes on");
    let told = |is: fn(&Notice) -> bool| answers.others.iter().any(is);
    assert!(told(|notice| matches!(notice, Notice::SpoolFailed(_))), "{:?}", answers.others);
    assert!(told(|notice| matches!(notice, Notice::FileClosed(Err(Refusal::SpoolFailed(_))))));
    assert!(told(|notice| matches!(notice, Notice::Archived(Err(Refusal::SpoolFailed(_))))));

    fs::remove_file(&spool).unwrap();
    fs::rename(&away, &spool).unwrap();
    record(&desk, &[]);
    assert_eq!(desk.read_dat(), lines([1, 1, 3]));
}

/// The question was about this desk's file; somebody has put another desk's in its place.
#[test]
fn an_exchanged_file_is_not_archived() {
    let desk = Desk::new();
    desk.write_dat(lines(1..=3));
    let (store, notices) = desk.start(RealDisk, GiveUp::AtOnce);
    let mut answers = Answers::default();
    answers.wait_for_earlier(&notices);
    let other = desk.data_folder().join("other");
    fs::write(&other, lines([11, 12, 13])).unwrap();
    fs::rename(&other, desk.dat()).unwrap();
    store.archive_before(the_day_after(), "A".to_owned(), 1);
    answers.close(&store, &notices);
    let refused = Notice::Archived(Err(Refusal::FileChanged));
    assert!(answers.others.contains(&refused), "{:?}", answers.others);
    assert_eq!(desk.read_dat(), lines([11, 12, 13]));
}

/// A loan, its return and the same loan wait; the first one is chosen, and the folder comes back
/// before it is taken.
#[test]
fn the_chosen_one_of_equal_transactions_is_taken_back_after_they_moved_over() {
    let desk = Desk::new();
    record(&desk, &[7]);
    let (store, notices) = desk.start(RealDisk, GiveUp::Never);
    let mut answers = Answers::default();
    answers.wait_for_earlier(&notices);
    while_away(&desk, || {
        for (ticket, number) in (1..).zip([1, 2, 1]) {
            store.append(Ticket(ticket), &transaction(number));
        }
        answers.wait_for(&notices, 3);
        assert_eq!(answers.set_aside, [1, 2, 3]);
    });
    store.verify(Vec::new());
    store.take_back(first(1), String::new());
    answers.close(&store, &notices);
    assert_eq!(desk.read_dat(), lines([7, 2, 1]));
}

/// Somebody else's program appends a line just before the n-th operation of a session, and this
/// operation fails, or does not. Returns how many operations there were.
fn session_with_a_foreign_line(n: u64, failure: Option<Write>) -> u64 {
    let desk = Desk::in_memory();
    desk.write_dat(lines(1..=3));
    let dat = desk.dat();
    let (added, was_added) = std::sync::mpsc::channel();
    let fault = failure.map_or(Fault::Never, |_| Fault::Once(n));
    let faulty = FaultyDisk::new(fault, ErrorKind::Other, failure.unwrap_or(Write::Nothing));
    let faulty = faulty.with_before(n, move || {
        let file = fs::OpenOptions::new().append(true).open(dat);
        let is_added = file.is_ok_and(|mut file| file.write_all(line(FOREIGN).as_bytes()).is_ok());
        added.send(is_added).unwrap();
    });
    let (store, notices) = desk.start(faulty.clone(), GiveUp::Never);
    append_all(&store, [1]);
    store.take_back(first(2), String::new());
    append_all(&store, [2]);
    let mut answers = Answers::default();
    answers.wait_for(&notices, 2);
    answers.close(&store, &notices);
    record(&desk, &[]);

    let context = format!("operation {n}, {failure:?}: {answers:?}");
    let is_taken = |notice: &Notice| matches!(notice, Notice::TakenBack(Ok(_)));
    let taken = answers.others.iter().any(is_taken);
    let text = desk.read_dat();
    let count = |number| text.matches(&line(number)).count();
    let foreign = usize::from(was_added.try_recv().unwrap_or(false));
    assert_eq!(count(FOREIGN), foreign, "{context}: {text}");
    // 1 and 2 stand there twice: of before, and of this session.
    let twos = if taken { 1 } else { 2 };
    assert_eq!([count(1), count(2), count(3)], [2, twos, 1], "{context}: {text}");
    assert_eq!(text.lines().count(), 3 + twos + foreign, "{context}: {text}");
    faulty.operations()
}

/// A store that has seen somebody else write looks for two seconds at its end: many at once.
#[test]
fn a_line_that_somebody_adds_at_any_operation_stays() {
    const AT_ONCE: usize = 40;
    let failures = [None, Some(Write::Nothing), Some(Write::Half), Some(Write::All)];
    for failure in failures {
        let mut numbers = 1..;
        loop {
            let chunk: Vec<_> = numbers.by_ref().take(AT_ONCE).collect();
            let reached = std::thread::scope(|scope| {
                let session = |n| scope.spawn(move || session_with_a_foreign_line(n, failure) >= n);
                let sessions: Vec<_> = chunk.into_iter().map(session).collect();
                sessions.into_iter().all(|session| session.join().unwrap())
            });
            if !reached {
                break;
            }
        }
    }
}

/// What the program makes for itself follows no link that somebody laid in the folder.
#[test]
fn links_in_the_folder_lead_the_program_to_nobody_elses_file() {
    for name in [FolderLock::FILE, "OffCirc.lock.txt", TAKEN_BACK] {
        let desk = Desk::new();
        desk.write_dat(lines(1..=2));
        let victim = desk.data_folder().with_extension("victim");
        fs::write(&victim, "precious").unwrap();
        symlink(&victim, desk.data_folder().join(name)).unwrap();
        let (store, notices) = desk.start(RealDisk, GiveUp::AtOnce);
        append_all(&store, [3]);
        store.take_back(first(1), String::new());
        Answers::default().close(&store, &notices);
        assert_eq!(fs::read_to_string(&victim).unwrap(), "precious", "{name}");
    }
}

/// IT has put the file on another disk and a relative link into the folder.
#[test]
fn a_linked_file_is_worked_on_where_the_link_leads() {
    let desk = Desk::new();
    fs::create_dir_all(desk.data_folder().join("elsewhere")).unwrap();
    let target = desk.data_folder().join("elsewhere").join("real.dat");
    fs::write(&target, lines(1..=3)).unwrap();
    symlink("elsewhere/real.dat", desk.dat()).unwrap();
    let (store, notices) = desk.start(RealDisk, GiveUp::AtOnce);
    store.take_back(first(2), String::new());
    append_all(&store, [1]);
    let mut answers = Answers::default();
    answers.wait_for(&notices, 1);
    assert_eq!(fs::read_to_string(&target).unwrap(), lines([1, 3, 1]));
    assert!(desk.dat().is_symlink());
    store.close_file("A".to_owned());
    answers.close(&store, &notices);
    let waiting = batches(&desk.data_folder()).batches;
    let waiting = waiting.into_iter().find(|batch| batch.stage == Stage::ToUpload).unwrap();
    assert_eq!(fs::read_to_string(&waiting.path).unwrap(), lines([1, 3, 1]));
    assert_eq!(desk.read_dat(), "");
}

/// Two accounts work at one desk, in a folder that is the group's.
#[test]
fn in_a_folder_that_is_shared_by_its_mode_files_are_shared_too() {
    let desk = Desk::new();
    fs::create_dir_all(desk.data_folder()).unwrap();
    fs::set_permissions(desk.data_folder(), fs::Permissions::from_mode(0o2770)).unwrap();
    let (store, notices) = desk.start(RealDisk, GiveUp::AtOnce);
    append_all(&store, 1..=2);
    store.take_back(first(2), String::new());
    store.close_file("A".to_owned());
    append_all(&store, [3]);
    let mut answers = Answers::default();
    answers.close(&store, &notices);
    assert_eq!(answers.saved, [1, 2, 3]);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let batch = batches(&desk.data_folder()).batches.into_iter();
    let batch = batch.map(|batch| batch.path).find(|path| *path != desk.dat()).unwrap();
    let own = [FolderLock::FILE, TAKEN_BACK].map(|name| desk.data_folder().join(name));
    for file in own.iter().chain([&batch, &desk.dat()]) {
        assert_eq!(mode(file), 0o660, "{}", file.display());
    }
    assert_eq!(mode(batch.parent().unwrap()), 0o770, "the folder of the batch");
}
