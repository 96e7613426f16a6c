//! Taking back, closing, archiving: a fault at every disk operation, a crash at each. No transaction
//! is lost and none is in two files.

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;

use chrono::NaiveDate;
use offcirc::store::{Batch, GiveUp, Notice, RealDisk, Refusal, Stage, Store, TAKEN_BACK, batches};
use offcirc::transaction::Occurrence;

use crate::faulty::{Fault, FaultyDisk, Write};
use crate::support::{Answers, Desk, LONG, append_all, line, lines, transaction};

/// What the file held before the session, and what the session adds.
const EARLIER: u64 = 6;
const SESSION: std::ops::RangeInclusive<u64> = 7..=9;
const KINDS: [(ErrorKind, Write); 3] = [
    (ErrorKind::StorageFull, Write::Half),
    (ErrorKind::PermissionDenied, Write::Nothing),
    (ErrorKind::Other, Write::All),
];

/// What is done in the middle of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    TakeBack,
    Close,
    Archive,
    WriteBatch,
}

const ALL: [What; 4] = [What::TakeBack, What::Close, What::Archive, What::WriteBatch];

/// Transactions that are taken back: one of before, one of the session.
const TAKEN: [u64; 2] = [3, 8];

impl What {
    fn order(self, store: &Store) {
        let desk = "Main desk".to_owned();
        match self {
            Self::TakeBack => {
                let chosen = TAKEN.map(|n| Occurrence { transaction: transaction(n), earlier: 0 });
                store.take_back(chosen.to_vec(), "wrong book".to_owned());
            }
            Self::Close => store.close_file(desk),
            Self::Archive => {
                store.archive_before(NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(), desk, 1);
            }
            Self::WriteBatch => store.write_batch(&[100, 101].map(transaction), desk),
        }
    }

    fn was_done(self, notices: &[Notice]) -> bool {
        notices.iter().any(|notice| match self {
            Self::TakeBack => matches!(notice, Notice::TakenBack(Ok(_))),
            Self::Close => matches!(notice, Notice::FileClosed(Ok(_))),
            Self::Archive => matches!(notice, Notice::Archived(Ok((_, EARLIER)))),
            Self::WriteBatch => matches!(notice, Notice::BatchWritten(Ok(_))),
        })
    }
}

/// How often each transaction stands in the files of a folder; fails at half a line.
fn counted(desk: &Desk) -> BTreeMap<u64, u32> {
    let mut counts = BTreeMap::new();
    for (path, text) in dat_files(desk) {
        for read in text.split_inclusive('\n') {
            let number = (1..=200).find(|number| line(*number) == read);
            let number =
                number.unwrap_or_else(|| panic!("half a line in {}: {read:?}", path.display()));
            *counts.entry(number).or_default() += 1;
        }
    }
    counts
}

fn dat_files(desk: &Desk) -> Vec<(PathBuf, String)> {
    let folders = ["", "uploads", "uploaded"].map(|name| desk.data_folder().join(name));
    let entries = folders.iter().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten();
    let paths = entries.map(|entry| entry.unwrap().path());
    let dat = paths.filter(|path| path.extension().is_some_and(|end| end == "dat"));
    dat.map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

/// A session on a disk with a fault, and what it confirmed.
fn session(desk: &Desk, what: What, faulty: &FaultyDisk, give_up: GiveUp) -> Answers {
    desk.write_dat(lines(1..=EARLIER));
    let (store, notices) = desk.start(faulty.clone(), give_up);
    let mut answers = Answers::default();
    let (first, last) = SESSION.into_inner();
    append_all(&store, first..last);
    what.order(&store);
    append_all(&store, [last]);
    if give_up == GiveUp::Never {
        faulty.heal_after(&mut answers, &notices, last);
    }
    answers.close(&store, &notices);
    answers
}

impl FaultyDisk {
    /// Nothing fails any more once the last transaction has had an answer.
    fn heal_after(&self, answers: &mut Answers, notices: &Receiver<Notice>, last: u64) {
        let answered = |answers: &Answers| {
            [&answers.saved, &answers.set_aside, &answers.not_saved]
                .iter()
                .any(|list| list.contains(&last))
        };
        while !answered(answers) {
            answers.take(notices.recv_timeout(LONG).expect("the store answers"));
        }
        self.heal();
    }
}

/// Runs a session for every n until it has fewer operations than n.
fn for_every_operation(mut session: impl FnMut(What, u64, ErrorKind, Write) -> u64) {
    for what in ALL {
        for (kind, write) in KINDS {
            let mut n = 1;
            while session(what, n, kind, write) >= n {
                n += 1;
            }
            assert!(n > 20, "{what:?} has {n} operations: the faults reached all of it");
        }
    }
}

/// Every transaction once; those that were to leave `OffCirc.dat` as the answer says.
fn check(desk: &Desk, what: What, answers: &Answers, context: &str) {
    let counts = counted(desk);
    assert!(counts.values().all(|count| *count == 1), "{context}: {counts:?}");
    let done = what.was_done(&answers.others);
    for number in (1..=EARLIER).chain(answers.confirmed()) {
        let may_be_gone = what == What::TakeBack && TAKEN.contains(&number);
        let there = counts.contains_key(&number);
        if may_be_gone {
            assert!(!(done && there), "{context}: {number} was taken back and is there");
            let noted = noted(desk, number);
            assert_eq!(noted, usize::from(!there), "{context}: notes of {number}");
        } else {
            assert!(there, "{context}: {number} is lost");
        }
    }
    let dat = desk.read_dat();
    match what {
        What::Close if done => assert!(!dat.contains(&line(1)), "{context}"),
        What::Archive if done => assert!(!dat.contains(&line(EARLIER)), "{context}"),
        What::WriteBatch if done => assert!(counts.contains_key(&100), "{context}"),
        _ => {}
    }
}

/// How often `taken-back.csv` tells of a transaction.
fn noted(desk: &Desk, number: u64) -> usize {
    let path = desk.data_folder().join(TAKEN_BACK);
    let csv = std::fs::read_to_string(path).unwrap_or_default();
    csv.matches(&format!("3000{number:010}")).count()
}

#[test]
fn without_a_fault_each_does_what_it_says() {
    for what in ALL {
        let desk = Desk::in_memory();
        let faulty = FaultyDisk::new(Fault::Never, ErrorKind::Other, Write::Nothing);
        let answers = session(&desk, what, &faulty, GiveUp::AtOnce);
        assert!(what.was_done(&answers.others), "{what:?}: {:?}", answers.others);
        check(&desk, what, &answers, "no fault");
        let all = batches(&desk.data_folder()).batches;
        let found: Vec<_> =
            all.iter().map(|batch| (batch.stage, batch.summary.transactions())).collect();
        let name = |stage| {
            let batch = all.iter().find(|batch| batch.stage == stage);
            batch.map(|batch| batch.path.file_name().unwrap().to_str().unwrap().to_owned())
        };
        let named = Some("OffCirc_Main-desk_20261123-1405_20261123-1405.dat".to_owned());
        match what {
            What::TakeBack => {
                assert_eq!(desk.read_dat(), lines([1, 2, 4, 5, 6, 7, 9]));
                let csv = desk.data_folder().join("taken-back.csv");
                let csv = std::fs::read_to_string(csv).unwrap();
                let rows: Vec<_> = csv.trim_start_matches('\u{feff}').lines().collect();
                assert_eq!(rows[0], r#""taken_back","time","kind","item","borrower","reason""#);
                assert!(rows[1].ends_with(
                    ",\"2026-11-23T14:05\",\"loan\",\"\t30000000000003\",\"\t20000000000003\",\"wrong book\""
                ));
                assert!(rows[2].ends_with(
                    ",\"2026-11-23T14:05\",\"return\",\"\t30000000000008\",\"\",\"wrong book\""
                ));
                assert_eq!(rows.len(), 3);
            }
            What::Close => {
                assert_eq!(found, [(Stage::Current, 1), (Stage::ToUpload, 8)]);
                assert_eq!(name(Stage::ToUpload), named);
                assert_eq!(desk.read_dat(), line(9), "the session goes on in a new file");
            }
            What::Archive => {
                assert_eq!(found, [(Stage::Current, 3), (Stage::Uploaded, 6)]);
                assert_eq!(name(Stage::Uploaded), named);
                assert_eq!(desk.read_dat(), lines(SESSION), "those of the session stay");
            }
            What::WriteBatch => {
                assert_eq!(found, [(Stage::Current, 9), (Stage::ToUpload, 2)]);
                assert_eq!(name(Stage::ToUpload), named);
            }
        }
        let left: Vec<_> = all_files(&desk.data_folder());
        assert!(left.iter().all(|name| !name.contains(".new") && !name.contains(".until-")));
    }
}

fn all_files(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        names.push(path.display().to_string());
        if path.is_dir() {
            names.extend(all_files(&path));
        }
    }
    names
}

#[test]
fn one_failure_changes_all_or_nothing() {
    for_every_operation(|what, n, kind, write| {
        let desk = Desk::in_memory();
        let faulty = FaultyDisk::new(Fault::Once(n), kind, write);
        let answers = session(&desk, what, &faulty, GiveUp::Never);
        let context = format!("{what:?}, operation {n}, {kind:?}, {write:?}");
        assert_eq!(answers.confirmed(), SESSION.collect::<Vec<_>>(), "{context}");
        // An archive that is not named yet gets its name when the folder is opened again.
        let (store, notices) = desk.start(RealDisk, GiveUp::AtOnce);
        Answers::default().close(&store, &notices);
        check(&desk, what, &answers, &context);
        faulty.operations()
    });
}

/// The process ends at the n-th operation: no operation after it has any effect.
#[test]
fn a_crash_at_any_operation_changes_all_or_nothing() {
    for_every_operation(|what, n, kind, write| {
        let desk = Desk::in_memory();
        let faulty = FaultyDisk::new(Fault::From(n), kind, write);
        let answers = session(&desk, what, &faulty, GiveUp::AtOnce);
        let (store, notices) = desk.start(RealDisk, GiveUp::AtOnce);
        Answers::default().close(&store, &notices);
        check(&desk, what, &answers, &format!("{what:?}, operation {n}, {kind:?}, {write:?}"));
        let all_well = answers.not_saved.is_empty()
            && answers.in_doubt.is_empty()
            && answers.set_aside.is_empty()
            && what.was_done(&answers.others);
        if all_well { 0 } else { u64::MAX }
    });
}

/// After the crash the file gets as many bytes as the change took out of it: its length tells
/// nothing about what was done.
#[test]
fn a_crash_before_somebody_adds_as_many_bytes_changes_all_or_nothing() {
    for_every_operation(|what, n, kind, write| {
        let desk = Desk::in_memory();
        let faulty = FaultyDisk::new(Fault::From(n), kind, write);
        let answers = session(&desk, what, &faulty, GiveUp::AtOnce);
        let foreign: Vec<_> = match what {
            What::TakeBack => TAKEN.map(|number| 100 + number).to_vec(),
            What::Archive => (101..=100 + EARLIER).collect(),
            What::Close => (101..=108).collect(),
            What::WriteBatch => Vec::new(),
        };
        // Behind half a record nobody can add a line of their own.
        let is_whole = desk.read_dat().is_empty() || desk.read_dat().ends_with('\n');
        let foreign = if is_whole { foreign } else { Vec::new() };
        let dat = OpenOptions::new().create(true).append(true).open(desk.dat());
        dat.unwrap().write_all(lines(foreign.iter().copied()).as_bytes()).unwrap();
        let (store, notices) = desk.start(RealDisk, GiveUp::AtOnce);
        Answers::default().close(&store, &notices);
        let context = format!("{what:?}, operation {n}, {kind:?}, {write:?}");
        check(&desk, what, &answers, &context);
        let counts = counted(&desk);
        assert!(foreign.iter().all(|number| counts.contains_key(number)), "{context}: {counts:?}");
        let all_well = answers.saved.len() == SESSION.count()
            && answers.set_aside.is_empty()
            && what.was_done(&answers.others);
        if all_well { 0 } else { u64::MAX }
    });
}

/// Orders one change and returns its answer.
fn answer(desk: &Desk, order: impl FnOnce(&Store)) -> Notice {
    let (store, notices) = desk.start(RealDisk, GiveUp::AtOnce);
    order(&store);
    let mut answers = Answers::default();
    answers.close(&store, &notices);
    let is_answer = |notice: &Notice| {
        !matches!(notice, Notice::Opened | Notice::Earlier(_) | Notice::EarlierRead(_))
    };
    answers.others.into_iter().find(is_answer).expect("an order has an answer")
}

#[test]
fn of_equal_transactions_the_one_that_was_meant_is_taken_back() {
    let again = |earlier| Occurrence { transaction: transaction(1), earlier };
    for (earlier, left) in [(0, [2, 1, 3, 1]), (1, [1, 2, 3, 1]), (2, [1, 2, 1, 3])] {
        let desk = Desk::in_memory();
        desk.write_dat(lines([1, 2, 1, 3, 1]));
        let taken = answer(&desk, |store| store.take_back(vec![again(earlier)], String::new()));
        assert!(matches!(taken, Notice::TakenBack(Ok(_))), "{taken:?}");
        assert_eq!(desk.read_dat(), lines(left), "{earlier} earlier");
    }
    let desk = Desk::in_memory();
    desk.write_dat(lines([1, 2, 1]));
    let taken = answer(&desk, |store| store.take_back(vec![again(2)], String::new()));
    let missing = Notice::TakenBack(Err(Refusal::NotThere(Box::new(transaction(1)))));
    assert_eq!(taken, missing);
    assert_eq!(desk.read_dat(), lines([1, 2, 1]), "nothing was changed");
    assert!(!desk.data_folder().join("taken-back.csv").exists());
}

#[test]
fn lines_of_other_programs_stay_byte_for_byte() {
    let desk = Desk::in_memory();
    let others = "nonsense\n\r\n202611231405R30000000000099\n";
    desk.write_dat(format!("{others}{}{others}", line(1)));
    let chosen = Occurrence { transaction: transaction(1), earlier: 0 };
    answer(&desk, |store| store.take_back(vec![chosen], "why".to_owned()));
    assert_eq!(desk.read_dat(), format!("{others}{others}"));
}

#[test]
fn only_days_before_are_archived_with_what_cannot_be_read_among_them() {
    let desk = Desk::in_memory();
    let of = |day: u32, item: u32| format!("202611{day:02}1405R{item:<80}\r\n");
    let unread = "not a transaction\r\n";
    let parts = [unread.to_owned(), of(21, 1), unread.to_owned(), of(22, 2), of(23, 3)];
    let rest = [unread.to_owned(), of(20, 4), of(23, 5)];
    desk.write_dat(format!("{}{}", parts.concat(), rest.concat()));
    let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let archived = answer(&desk, |store| store.archive_before(day, "A".to_owned(), 1));
    let Notice::Archived(Ok((batch, 3))) = archived else { panic!("{archived:?}") };
    let name = "OffCirc_A_20261120-1405_20261122-1405.dat";
    assert_eq!(batch, desk.data_folder().join("uploaded").join(name));
    let archived = std::fs::read_to_string(batch).unwrap();
    assert_eq!(archived, [unread, &of(21, 1), unread, &of(22, 2), &of(20, 4)].concat());
    assert_eq!(desk.read_dat(), [&of(23, 3), unread, &of(23, 5)].concat());
    let again = answer(&desk, |store| store.archive_before(day, "A".to_owned(), 1));
    assert_eq!(again, Notice::Archived(Err(Refusal::Nothing)));
}

#[test]
fn a_batch_moves_on_and_is_known_when_it_comes_back() {
    let desk = Desk::in_memory();
    desk.write_dat(lines(1..=3));
    let closed = answer(&desk, |store| store.close_file("A".to_owned()));
    let Notice::FileClosed(Ok(batch)) = closed else { panic!("{closed:?}") };
    assert_eq!(std::fs::read_to_string(&batch).unwrap(), lines(1..=3));
    let uploaded = answer(&desk, |store| store.uploaded(batch.clone()));
    let Notice::Uploaded(Ok(moved)) = uploaded else { panic!("{uploaded:?}") };
    assert!(!batch.exists());

    // Somebody puts the same file into the folder again, and uploads are offered.
    std::fs::copy(&moved, &batch).unwrap();
    desk.write_dat(lines(1..=3));
    let all = batches(&desk.data_folder()).batches;
    let same = |batch: &Batch| batch.same_as.as_ref().map(|original| original.path.clone());
    let same: Vec<_> = all.iter().map(|batch| (batch.stage, same(batch))).collect();
    assert_eq!(
        same,
        [
            (Stage::Current, Some(moved.clone())),
            (Stage::ToUpload, Some(moved.clone())),
            (Stage::Uploaded, None)
        ]
    );
    // It gets a name of its own when it is put away.
    let uploaded = answer(&desk, |store| store.uploaded(batch.clone()));
    let Notice::Uploaded(Ok(second)) = uploaded else { panic!("{uploaded:?}") };
    assert_ne!(second, moved);
    let deleted = answer(&desk, |store| store.delete_uploaded(vec![moved.clone(), second]));
    assert_eq!(deleted, Notice::Deleted(Ok(2)));
    assert!(!moved.exists());
}

#[test]
fn taking_many_back_takes_no_more_syncs_than_taking_one_back() {
    const LINES: u64 = 1000;
    let syncs = |chosen: &[u64]| {
        let desk = Desk::in_memory();
        desk.write_dat(lines(1..=LINES));
        let counting = FaultyDisk::new(Fault::Never, ErrorKind::Other, Write::Nothing);
        let (store, notices) = desk.start(counting.clone(), GiveUp::AtOnce);
        let mut answers = Answers::default();
        answers.wait_for_earlier(&notices);
        let before = counting.syncs();
        let chosen_ones =
            chosen.iter().map(|n| Occurrence { transaction: transaction(*n), earlier: 0 });
        store.take_back(chosen_ones.collect(), String::new());
        answers.close(&store, &notices);
        assert!(What::TakeBack.was_done(&answers.others), "{:?}", answers.others);
        let left = (1..=LINES).filter(|number| !chosen.contains(number));
        assert_eq!(desk.read_dat(), lines(left));
        counting.syncs() - before
    };
    let every_other: Vec<_> = (1..=LINES).step_by(2).collect();
    assert_eq!(syncs(&every_other), syncs(&[7]));
}

#[test]
fn nothing_outside_the_folders_of_batches_is_moved_or_deleted() {
    let desk = Desk::in_memory();
    desk.write_dat(lines(1..=3));
    let stranger = desk.data_folder().join("other.dat");
    std::fs::write(&stranger, "x").unwrap();
    for path in [desk.dat(), stranger.clone(), desk.data_folder().join("uploads/none.dat")] {
        let refused = Refusal::NotABatch(path.clone());
        let moved = answer(&desk, |store| store.uploaded(path.clone()));
        assert_eq!(moved, Notice::Uploaded(Err(refused.clone())));
        let deleted = answer(&desk, |store| store.delete_uploaded(vec![path]));
        assert_eq!(deleted, Notice::Deleted(Err(refused)));
    }
    assert!(stranger.exists());
    assert_eq!(desk.read_dat(), lines(1..=3));
}

/// Windows renames no folder with open files in it.
#[cfg(unix)]
#[test]
fn while_transactions_wait_nothing_is_changed() {
    let desk = Desk::in_memory();
    desk.write_dat(lines(1..=3));
    let faulty = FaultyDisk::new(Fault::Never, ErrorKind::PermissionDenied, Write::Nothing);
    let (store, notices) = desk.start(faulty, GiveUp::Never);
    let mut answers = Answers::default();
    answers.wait_for_earlier(&notices);
    // The folder goes away: a stick is pulled out.
    let away = desk.data_folder().with_extension("away");
    std::fs::rename(desk.data_folder(), &away).unwrap();
    append_all(&store, [4]);
    store.close_file("A".to_owned());
    store.take_back(vec![Occurrence { transaction: transaction(1), earlier: 0 }], String::new());
    while answers.others.iter().filter(|notice| is_refusal(notice)).count() < 2 {
        answers.take(notices.recv_timeout(LONG).expect("the store answers"));
    }
    std::fs::rename(&away, desk.data_folder()).unwrap();
    answers.close(&store, &notices);
    assert_eq!(desk.read_dat(), lines(1..=4));
}

#[cfg(unix)]
fn is_refusal(notice: &Notice) -> bool {
    matches!(notice, Notice::TakenBack(Err(_)) | Notice::FileClosed(Err(_)))
}

/// Batches that this user may not touch: somebody else's, on a folder that several share.
#[cfg(unix)]
#[test]
fn batches_that_cannot_be_read_do_not_stop_the_desk() {
    let desk = Desk::in_memory();
    desk.write_dat(lines(1..=2));
    std::fs::write(desk.data_folder().join("uploaded"), "not even a folder").unwrap();
    let (store, notices) = desk.start(RealDisk, GiveUp::AtOnce);
    append_all(&store, [3]);
    let mut answers = Answers::default();
    answers.close(&store, &notices);
    assert_eq!(answers.saved, [3]);
    assert_eq!(desk.read_dat(), lines(1..=3));
}

/// A batch as an editor on Unix has saved it, and a line that nobody can read.
fn odd_batch(desk: &Desk) -> (PathBuf, String) {
    let text = format!("{}nonsense\n", lines(101..=104)).replace("\r\n", "\n");
    let folder = desk.data_folder().join("uploads");
    std::fs::create_dir_all(&folder).unwrap();
    let batch = folder.join("odd.dat");
    std::fs::write(&batch, &text).unwrap();
    (batch, text)
}

/// Mends the odd batch on a disk with a fault; whether it was said to be done.
fn mend_on(desk: &Desk, faulty: &FaultyDisk, give_up: GiveUp) -> bool {
    let (batch, _) = odd_batch(desk);
    let (store, notices) = desk.start(faulty.clone(), give_up);
    store.mend(batch, "A".to_owned());
    append_all(&store, [1]);
    let mut answers = Answers::default();
    if give_up == GiveUp::Never {
        faulty.heal_after(&mut answers, &notices, 1);
    }
    answers.close(&store, &notices);
    answers.others.iter().any(|notice| matches!(notice, Notice::Mended(Ok(_))))
}

/// Every file of `uploads/` whose name ends so.
fn uploads(desk: &Desk, end: &str) -> Vec<String> {
    let entries = std::fs::read_dir(desk.data_folder().join("uploads")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let paths = paths.filter(|path| path.to_str().is_some_and(|path| path.ends_with(end)));
    paths.map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn mending_is_done_whole_or_not_at_all_and_the_original_stays() {
    for give_up in [GiveUp::Never, GiveUp::AtOnce] {
        for (kind, write) in KINDS {
            for n in 1.. {
                let desk = Desk::in_memory();
                let fault = if give_up == GiveUp::Never { Fault::Once(n) } else { Fault::From(n) };
                let faulty = FaultyDisk::new(fault, kind, write);
                let done = mend_on(&desk, &faulty, give_up);
                let (store, notices) = desk.start(RealDisk, GiveUp::AtOnce);
                Answers::default().close(&store, &notices);
                let context = format!("operation {n}, {kind:?}, {write:?}, {give_up:?}");
                let original = format!("{}nonsense\n", lines(101..=104)).replace("\r\n", "\n");
                let [batch] = &uploads(&desk, ".dat")[..] else { panic!("{context}") };
                let is_mended = *batch == lines(101..=104);
                assert!(is_mended || *batch == original, "{context}: {batch:?}");
                assert!(is_mended || !done, "{context}");
                let kept = uploads(&desk, ".original");
                assert!(!is_mended || kept == [original], "{context}: {kept:?}");
                assert_eq!(uploads(&desk, ".new"), [""; 0], "{context}");
                if faulty.operations() < n {
                    assert!(n > 20, "the faults reached all of it");
                    break;
                }
            }
        }
    }
}

#[test]
fn a_mended_batch_is_strict_and_says_what_was_left_out() {
    let desk = Desk::in_memory();
    let (batch, text) = odd_batch(&desk);
    let Notice::Mended(Ok(mended)) =
        answer(&desk, |store| store.mend(batch.clone(), String::new()))
    else {
        panic!("it can be mended")
    };
    assert_eq!(std::fs::read_to_string(&batch).unwrap(), lines(101..=104));
    assert_eq!(std::fs::read_to_string(&mended.original).unwrap(), text);
    assert_eq!((mended.lines.transactions, mended.lines.unreadable), (4, 1));
    let all = batches(&desk.data_folder()).batches;
    let waiting = all.iter().find(|batch| batch.stage == Stage::ToUpload).unwrap();
    assert!(!waiting.summary.can_be_mended, "{waiting:?}");
    // There is nothing left to do, and nothing of it in a picture.
    for bytes in [None, Some(&b"\x89PNG\r\n\x1a\n"[..])] {
        if let Some(bytes) = bytes {
            std::fs::write(&batch, bytes).unwrap();
        }
        let before = std::fs::read(&batch).unwrap();
        let refused = answer(&desk, |store| store.mend(batch.clone(), String::new()));
        assert!(matches!(refused, Notice::Mended(Err(Refusal::NothingToMend(_)))), "{refused:?}");
        assert_eq!(std::fs::read(&batch).unwrap(), before);
    }
    assert_eq!(uploads(&desk, ".original"), [text]);
    assert_eq!(uploads(&desk, ".new"), [""; 0]);
}

/// A text in UTF-16 was put aside whole: it becomes a batch, and stays where it is.
#[test]
fn what_was_put_aside_in_utf16_becomes_a_batch() {
    let desk = Desk::in_memory();
    let utf16: Vec<u8> = lines(1..=3).encode_utf16().flat_map(u16::to_le_bytes).collect();
    desk.write_dat(&utf16);
    let (store, notices) = desk.start(RealDisk, GiveUp::AtOnce);
    let mut answers = Answers::default();
    answers.close(&store, &notices);
    let aside = answers.others.iter().find_map(|notice| match notice {
        Notice::PutAside(aside) => Some(aside.kept_in.clone()),
        _ => None,
    });
    let aside = aside.expect("it is told");
    let mended = answer(&desk, |store| store.mend(aside.clone(), "A".to_owned()));
    let Notice::Mended(Ok(mended)) = mended else { panic!("{mended:?}") };
    assert_eq!((mended.original, mended.lines.transactions), (aside.clone(), 3));
    let name = "OffCirc_A_20261123-1405_20261123-1405.dat";
    assert_eq!(mended.path, desk.data_folder().join("uploads").join(name));
    assert_eq!(std::fs::read_to_string(mended.path).unwrap(), lines(1..=3));
    assert_eq!(std::fs::read(aside).unwrap(), utf16);
}
