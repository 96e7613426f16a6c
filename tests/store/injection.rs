//! The n-th disk operation fails, for every n. Nothing confirmed is missing, nothing is twice.

use std::io::ErrorKind;
use std::time::{Duration, Instant};

use offcirc::store::{GiveUp, Notice, RealDisk};

use crate::faulty::{Fault, FaultyDisk, Write};
use crate::support::{Answers, Desk, append_all, line, lines};

/// Transactions of a session.
const SESSION: u64 = 50;
const KINDS: [(ErrorKind, Write); 3] = [
    (ErrorKind::StorageFull, Write::Half),
    (ErrorKind::PermissionDenied, Write::Nothing),
    (ErrorKind::Other, Write::All),
];

/// Runs one test for every n until a session has fewer operations than n.
fn for_every_operation(mut session: impl FnMut(u64, ErrorKind, Write) -> u64) {
    for (kind, write) in KINDS {
        let mut n = 1;
        while session(n, kind, write) >= n {
            n += 1;
        }
        assert!(n > 3 * SESSION, "a session has {n} operations: the faults reached all of it");
    }
}

#[test]
fn one_failure_loses_nothing_and_doubles_nothing() {
    for_every_operation(|n, kind, write| {
        let desk = Desk::in_memory();
        let faulty = FaultyDisk::new(Fault::Once(n), kind, write);
        let (store, notices) = desk.start(faulty.clone(), GiveUp::Never);
        let mut answers = Answers::default();
        answers.append_each(&store, &notices, 1..=SESSION);
        answers.close(&store, &notices);
        assert_eq!(desk.read_dat(), lines(1..=SESSION), "operation {n}, {kind:?}, {write:?}");
        answers.saved.sort_unstable();
        assert_eq!(answers.saved, (1..=SESSION).collect::<Vec<_>>(), "each is told once, {n}");
        faulty.operations()
    });
}

#[test]
fn whoever_gives_up_at_once_is_told_the_truth() {
    for_every_operation(|n, kind, write| {
        let desk = Desk::in_memory();
        let faulty = FaultyDisk::new(Fault::Once(n), kind, write);
        let (store, notices) = desk.start(faulty.clone(), GiveUp::AtOnce);
        let mut answers = Answers::default();
        answers.append_each(&store, &notices, 1..=SESSION);
        answers.close(&store, &notices);
        let confirmed = answers.confirmed();
        assert_eq!(desk.read_dat(), lines(confirmed.iter().copied()), "operation {n}, {kind:?}");
        assert_eq!(confirmed.len() + answers.not_saved.len(), 50, "operation {n}, {kind:?}");
        faulty.operations()
    });
}

#[test]
fn a_disk_that_dies_loses_nothing_when_it_is_well_again() {
    for_every_operation(|n, kind, write| {
        let desk = Desk::in_memory();
        let faulty = FaultyDisk::new(Fault::From(n), kind, write);
        let (store, notices) = desk.start(faulty.clone(), GiveUp::Never);
        let mut answers = Answers::default();
        answers.append_each(&store, &notices, 1..=SESSION);
        answers.wait_for(&notices, SESSION);
        faulty.heal();
        answers.close(&store, &notices);
        assert_eq!(desk.read_dat(), lines(1..=SESSION), "operation {n}, {kind:?}, {write:?}");
        // The session without a fault ends the loop.
        let told = [&answers.not_saved, &answers.set_aside, &answers.in_doubt];
        if told.iter().all(|list| list.is_empty()) { 0 } else { u64::MAX }
    });
}

/// The process ends at the n-th operation: no operation after it has any effect.
#[test]
fn a_crash_at_any_operation_keeps_what_was_confirmed() {
    for_every_operation(|n, kind, write| {
        let desk = Desk::in_memory();
        let faulty = FaultyDisk::new(Fault::From(n), kind, write);
        let (store, notices) = desk.start(faulty.clone(), GiveUp::AtOnce);
        let mut answers = Answers::default();
        answers.append_each(&store, &notices, 1..=SESSION);
        answers.close(&store, &notices);
        let (store, notices) = desk.start(RealDisk, GiveUp::AtOnce);
        Answers::default().close(&store, &notices);

        let text = desk.read_dat();
        let mut last = 0;
        for read in text.split_inclusive('\n') {
            let number = (1..=SESSION).find(|number| line(*number) == read);
            let number = number.unwrap_or_else(|| panic!("half a line after {n}: {read:?}"));
            assert!(number > last, "twice or out of order after operation {n}: {read:?}");
            last = number;
        }
        for number in answers.confirmed() {
            assert!(text.contains(&line(number)), "{number} is missing after operation {n}");
        }
        let told = [&answers.not_saved, &answers.set_aside, &answers.in_doubt];
        if told.iter().all(|list| list.is_empty()) { 0 } else { u64::MAX }
    });
}

#[test]
fn a_slow_disk_costs_the_desk_no_time() {
    let desk = Desk::new();
    let (store, notices) = desk.start(FaultyDisk::slow(Duration::from_millis(20)), GiveUp::Never);
    let started = Instant::now();
    append_all(&store, 1..=SESSION);
    assert!(started.elapsed() < Duration::from_millis(20), "not even one sync was waited for");
    let mut answers = Answers::default();
    answers.close(&store, &notices);
    assert_eq!(answers.saved, (1..=SESSION).collect::<Vec<_>>());
    assert_eq!(desk.read_dat(), lines(1..=SESSION));
}

#[test]
fn scans_in_a_row_share_the_syncs_of_a_slow_disk() {
    let desk = Desk::new();
    let slow = FaultyDisk::slow(Duration::from_millis(50));
    let (store, notices) = desk.start(slow.clone(), GiveUp::Never);
    let mut answers = Answers::default();
    answers.wait_for_earlier(&notices);
    let before = slow.syncs();
    append_all(&store, 1..=20);
    answers.wait_for(&notices, 20);
    assert_eq!(answers.saved, (1..=20).collect::<Vec<_>>());
    let syncs = slow.syncs() - before;
    assert!((1..=3).contains(&syncs), "{syncs} syncs");
}

#[test]
fn what_is_not_done_when_the_store_has_to_close_is_set_aside() {
    let desk = Desk::new();
    let (store, notices) = desk.start(FaultyDisk::slow(Duration::from_millis(50)), GiveUp::Never);
    append_all(&store, 1..=SESSION);
    assert!(store.close(&notices, Duration::ZERO).is_none());
    let everywhere = desk.read_dat() + &desk.read_spool();
    for number in 1..=SESSION {
        assert!(everywhere.contains(&line(number)), "{number} is on no disk");
    }
}

#[test]
fn scans_in_a_row_are_set_aside_together() {
    let desk = Desk::new();
    std::fs::write(desk.data_folder(), "in the way").unwrap();
    let slow = FaultyDisk::slow(Duration::from_millis(50));
    let (store, notices) = desk.start(slow.clone(), GiveUp::Never);
    let mut answers = Answers::default();
    while !answers.others.iter().any(|notice| matches!(notice, Notice::Failed(_))) {
        answers.take(notices.recv_timeout(crate::support::LONG).expect("the folder fails"));
    }
    let before = slow.syncs();
    append_all(&store, 1..=20);
    answers.wait_for(&notices, 20);
    assert_eq!(answers.set_aside, (1..=20).collect::<Vec<_>>());
    let syncs = slow.syncs() - before;
    assert!((1..=3).contains(&syncs), "{syncs} syncs");
}

#[test]
fn what_waits_moves_over_by_itself_while_the_desk_works() {
    let desk = Desk::in_memory();
    let faulty = FaultyDisk::new(Fault::From(30), ErrorKind::StorageFull, Write::Half);
    let (store, notices) = desk.start(faulty.clone(), GiveUp::Never);
    let mut answers = Answers::default();
    append_all(&store, 1..=SESSION);
    answers.wait_for(&notices, SESSION);
    assert!(!answers.not_saved.is_empty());
    faulty.heal();
    // Nobody asks for it: the store tries again.
    while answers.saved.len() < 50 {
        answers.take(notices.recv_timeout(crate::support::LONG).expect("it moves over"));
    }
    assert_eq!(desk.read_dat(), lines(1..=SESSION));
    assert!(answers.others.contains(&Notice::Opened));
}
