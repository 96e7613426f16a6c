//! The workflow, as a desk lives it.

use chrono::{NaiveDate, TimeDelta};

use super::*;
use crate::transaction::{Action, DeskTime};

/// 14:05:30 on the desk's clock, ten minutes after the computer was started.
fn now() -> ClockReading {
    let local = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(14, 5, 30).unwrap();
    ClockReading { local, utc: local - TimeDelta::hours(1), steady: Duration::from_mins(10) }
}

/// This many seconds after 14:05:30.
fn after(seconds: u64) -> ClockReading {
    let later = TimeDelta::seconds(seconds.try_into().unwrap());
    let ClockReading { local, utc, steady } = now();
    let steady = steady + Duration::from_secs(seconds);
    ClockReading { local: local + later, utc: utc + later, steady }
}

/// Scans into the field that waits for it.
fn scan(desk: &mut Desk, text: &str) -> Vec<Effect> {
    let field = desk.expects();
    desk.handle(Event::Entered { field, scan: Scan::of_text(text, By::Hand), now: now() })
}

/// A desk with people in front of it, and no rules for barcodes.
fn watching() -> Desk {
    Desk::watching(Watch::AT_THE_DESK, Rules::default())
}

fn held_by_scanner(item: &str) -> Held {
    Held { by: By::Scanner, ..held(item) }
}

/// An item that was typed and is held.
fn held(item: &str) -> Held {
    Held { barcode: barcode(item), field: Field::Item, by: By::Hand }
}

fn barcode(text: &str) -> Barcode {
    Barcode::parse(text).unwrap()
}

fn loan(item: &str, borrower: &str) -> Transaction {
    let action = Action::Loan { item: barcode(item), borrower: barcode(borrower) };
    Transaction { time: DeskTime::new(now().local).unwrap(), action }
}

fn appended(effects: &[Effect]) -> Option<&Transaction> {
    effects.iter().find_map(|effect| match effect {
        Effect::Append(_, transaction) => Some(transaction),
        _ => None,
    })
}

#[test]
fn a_borrower_stays_for_all_their_items() {
    let mut desk = Desk::default();
    assert_eq!(desk.expects(), Field::Borrower);
    assert_eq!(appended(&scan(&mut desk, "2000")), None);
    for (number, item) in ["3001", "3002"].into_iter().enumerate() {
        assert_eq!(desk.expects(), Field::Item);
        let effects = scan(&mut desk, item);
        let ticket = Ticket(number as u64 + 1);
        assert_eq!(
            effects,
            [Effect::Append(ticket, loan(item, "2000")), Effect::Clear(Field::Item)]
        );
        assert_eq!(desk.said(), &Said::Recorded(ticket));
    }
    assert_eq!(desk.borrower().unwrap().items, 2);
    desk.handle(Event::EndBorrower);
    assert_eq!(desk.said(), &Said::BorrowerEnded { borrower: barcode("2000"), items: 2 });
    assert_eq!(desk.expects(), Field::Borrower);
    assert_eq!(appended(&scan(&mut desk, "2001")), None, "the next card, not an item");
}

#[test]
fn another_card_in_the_borrower_field_is_the_next_borrower() {
    let mut desk = Desk::default();
    scan(&mut desk, "2000");
    scan(&mut desk, "3001");
    let card = Scan::of_text("2001", By::Hand);
    desk.handle(Event::Entered { field: Field::Borrower, scan: card, now: now() });
    assert_eq!(appended(&scan(&mut desk, "3002")), Some(&loan("3002", "2001")));
    assert_eq!(desk.borrower().unwrap().items, 1);
}

#[test]
fn returns_need_no_borrower_and_leave_none_behind() {
    let mut desk = Desk::default();
    scan(&mut desk, "2000");
    desk.handle(Event::Choose(Mode::Return));
    assert_eq!(desk.borrower(), None);
    let effects = scan(&mut desk, "3001");
    assert_eq!(appended(&effects).unwrap().action, Action::Return { item: barcode("3001") });
    desk.handle(Event::Choose(Mode::Loan));
    assert_eq!(desk.expects(), Field::Borrower, "the borrower from before is long gone");
}

#[test]
fn an_item_without_a_borrower_is_refused_in_words() {
    let mut desk = Desk::default();
    let event =
        Event::Entered { field: Field::Item, scan: Scan::of_text("3001", By::Hand), now: now() };
    assert_eq!(desk.handle(event), [Effect::Clear(Field::Item)]);
    assert_eq!(desk.said(), &Said::BorrowerFirst);
}

#[test]
fn choosing_the_mode_that_is_chosen_changes_nothing() {
    let mut desk = Desk::default();
    scan(&mut desk, "2000");
    assert!(desk.handle(Event::Choose(Mode::Loan)).is_empty());
    assert_eq!(desk.expects(), Field::Item);
}

#[test]
fn an_empty_scan_does_nothing_and_a_bad_one_says_why() {
    let mut desk = Desk::default();
    assert!(scan(&mut desk, "  ").is_empty());
    assert_eq!(desk.said(), &Said::Ready);
    scan(&mut desk, " 2000 ");
    assert_eq!(desk.said(), &Said::Borrower(barcode("2000")));
    for bad in ["3001é", "30\u{7}01", &"3".repeat(81)] {
        assert_eq!(scan(&mut desk, bad), [Effect::Select(Field::Item)]);
        let Said::Refused { field, text, .. } = desk.said() else { panic!("{:?}", desk.said()) };
        assert_eq!((*field, text.as_str()), (Field::Item, bad));
    }
    assert!(desk.session().entries().is_empty());
}

#[test]
fn the_session_counts_how_far_its_transactions_are() {
    let mut desk = Desk::default();
    let before = loan("3000", "2000");
    desk.handle(Event::Earlier(vec![before.clone()]));
    desk.handle(Event::Choose(Mode::Return));
    for item in ["1", "2", "3", "4"] {
        scan(&mut desk, item);
    }
    desk.handle(Event::Saved(Ticket(1)));
    desk.handle(Event::SetAside(Ticket(2)));
    desk.handle(Event::NotSaved(Ticket(3)));
    let session = desk.session();
    for saving in [Saving::Pending, Saving::Saved, Saving::SetAside, Saving::NotSaved] {
        assert_eq!(session.count(saving), 1, "{saving:?}");
    }
    assert_eq!(session.in_file(), 2);
    let newest_first: Vec<_> = (0..=session.rows()).filter_map(|row| session.row(row)).collect();
    assert_eq!(newest_first.len(), 5);
    assert_eq!(newest_first[0].id, RowId::Session(Ticket(4)));
    assert_eq!(newest_first[4].id, RowId::Earlier(0));
    assert_eq!(newest_first[4].entry.transaction, before);
    desk.handle(Event::Saved(Ticket(2)));
    desk.handle(Event::Saved(Ticket(3)));
    assert_eq!(desk.session().count(Saving::Saved), 3);
}

#[test]
fn an_item_whose_last_scan_was_taken_back_is_still_with_who_has_it() {
    let mut desk = watching();
    for text in ["2000", "3001", "3001"] {
        scan(&mut desk, text);
    }
    desk.handle(Event::UseAnyway { now: now() });
    desk.handle(Event::TakenBack(vec![RowId::Session(Ticket(2))]));
    desk.handle(Event::EndBorrower);
    for text in ["2001", "3001"] {
        scan(&mut desk, text);
    }
    let borrower = barcode("2000");
    assert_eq!(desk.said(), &Said::Held(held("3001"), Doubt::LentToAnother { borrower }));
}

fn earlier(items: &[&str]) -> Event {
    Event::Earlier(items.iter().map(|item| loan(item, "2000")).collect())
}

/// The desk after a session in which the disk had everything.
fn lent(items: &[&str]) -> Desk {
    let mut desk = Desk::default();
    desk.handle(Event::EarlierRead { asked: usize::MAX });
    scan(&mut desk, "2000");
    for (number, item) in items.iter().enumerate() {
        scan(&mut desk, item);
        desk.handle(Event::Saved(Ticket(number as u64 + 1)));
    }
    desk
}

#[test]
fn the_last_transaction_that_is_still_there_is_taken_back() {
    let mut desk = lent(&["3001", "3002"]);
    for number in [2, 1] {
        let row = RowId::Session(Ticket(number));
        assert_eq!(desk.handle(Event::TakeBackLast), [Effect::AskToTakeBack(row)]);
        desk.handle(Event::TakenBack(vec![row]));
        assert_eq!(desk.borrower().unwrap().items as u64, number - 1);
        assert_eq!(desk.session().in_file() as u64, number - 1);
        assert!(!desk.session().can_be_taken_back(row), "not twice");
    }
    assert_eq!(desk.said(), &Said::TakenBack(1, loan("3001", "2000")));
    assert_eq!(desk.handle(Event::TakeBackLast), []);
    assert_eq!(desk.said(), &Said::NothingToTakeBack);
    assert_eq!(desk.session().expected_in_file().count(), 0);
}

#[test]
fn what_an_earlier_visit_lent_does_not_count_for_this_one() {
    let mut desk = lent(&["3001"]);
    desk.handle(Event::EndBorrower);
    scan(&mut desk, "2000");
    scan(&mut desk, "3002");
    desk.handle(Event::TakenBack(vec![RowId::Session(Ticket(1))]));
    assert_eq!(desk.borrower().unwrap().items, 1);
}

#[test]
fn equal_transactions_are_told_apart_by_how_many_stand_before() {
    let mut desk = Desk::default();
    scan(&mut desk, "2000");
    scan(&mut desk, "3001");
    scan(&mut desk, "3001");
    desk.handle(earlier(&["3001", "3002", "3001"]));
    let first = RowId::Earlier(0);
    let last = RowId::Session(Ticket(2));
    assert!(![first, last].iter().any(|row| desk.session().can_be_taken_back(*row)));
    assert_eq!(desk.session().occurrences(&[first, last]), [], "more may still be read");
    assert_eq!(desk.handle(Event::TakeBackLast), []);
    assert_eq!(desk.said(), &Said::NotReadYet);
    desk.handle(Event::EarlierRead { asked: usize::MAX });
    assert!(desk.session().can_be_taken_back(first));
    desk.handle(Event::Saved(Ticket(1)));
    let before = |desk: &Desk, rows: &[RowId]| {
        let found = desk.session().occurrences(rows);
        assert!(found.iter().all(|one| one.transaction == loan("3001", "2000")));
        found.iter().map(|one| one.earlier).collect::<Vec<_>>()
    };
    let session = RowId::Session(Ticket(1));
    assert_eq!(before(&desk, &[last, first, session, first]), [0, 2, 3], "each once, in order");
    desk.handle(Event::TakenBack(vec![first, session]));
    assert_eq!(before(&desk, &[first, RowId::Earlier(2), last]), [0, 1]);
    assert_eq!(desk.session().in_file(), 2);
}

/// What waits outside the file stands before what came later, wherever it is at the moment.
#[test]
fn of_equal_transactions_that_wait_the_chosen_one_is_meant() {
    let mut desk = Desk::default();
    desk.handle(Event::EarlierRead { asked: usize::MAX });
    scan(&mut desk, "2000");
    for ticket in 1..=3 {
        scan(&mut desk, "3001");
        desk.handle(Event::SetAside(Ticket(ticket)));
    }
    let earlier = |desk: &Desk, ticket| {
        desk.session().occurrences(&[RowId::Session(Ticket(ticket))])[0].earlier
    };
    let waiting = [1, 2, 3].map(|ticket| earlier(&desk, ticket));
    desk.handle(Event::Saved(Ticket(1)));
    desk.handle(Event::Saved(Ticket(2)));
    assert_eq!(waiting, [0, 1, 2]);
    assert_eq!([1, 2, 3].map(|ticket| earlier(&desk, ticket)), waiting, "also when it moves over");
}

#[test]
fn a_closed_file_leaves_the_list_except_what_the_session_recorded() {
    let mut desk = lent(&["3001", "3002"]);
    desk.handle(earlier(&["3100"]));
    desk.handle(Event::EarlierRead { asked: usize::MAX });
    desk.handle(Event::FileClosed);
    assert_eq!((desk.session().rows(), desk.session().in_file()), (2, 0));
    assert_eq!(desk.session().count(Saving::Closed), 2);
    assert_eq!(desk.handle(Event::TakeBackLast), [], "it has left OffCirc.dat");
    desk.handle(earlier(&["3101"]));
    assert_eq!(desk.session().rows(), 2, "read late, and closed already");
    scan(&mut desk, "3003");
    desk.handle(Event::Saved(Ticket(3)));
    assert_eq!(desk.session().in_file(), 1);
    assert_eq!(desk.session().expected_in_file().count(), 1);
}

#[test]
fn earlier_days_are_named_and_leave_when_alma_has_them() {
    let mut desk = Desk::default();
    let yesterday = now().local - TimeDelta::days(1);
    let old = Transaction { time: DeskTime::new(yesterday).unwrap(), ..loan("3100", "2000") };
    desk.handle(Event::Earlier(vec![old.clone(), loan("3101", "2000"), old.clone()]));
    desk.handle(Event::EarlierRead { asked: usize::MAX });
    let today = now().local.date();
    let days = desk.session().earlier_days(today);
    let expected = EarlierDays { transactions: 2, from: old.time, to: old.time, before: today };
    assert_eq!(days, Some(expected));
    desk.handle(Event::Archived(today));
    assert_eq!(desk.session().earlier_days(today), None);
    assert_eq!((desk.session().rows(), desk.session().in_file()), (1, 1));
}

fn scan_at(desk: &mut Desk, text: &str, seconds: u64) -> Vec<Effect> {
    let field = desk.expects();
    desk.handle(Event::Entered { field, scan: Scan::of_text(text, By::Hand), now: after(seconds) })
}

#[test]
fn the_same_item_within_two_minutes_is_held_and_recorded_only_on_demand() {
    let mut desk = watching();
    scan_at(&mut desk, "2000", 0);
    scan_at(&mut desk, "3001", 1);
    assert_eq!(appended(&scan_at(&mut desk, "3001", 4)), None);
    assert_eq!(desk.said(), &Said::Held(held("3001"), Doubt::DoubleScan { seconds: 3 }));
    // The next scan goes on; what was held is gone.
    assert!(appended(&scan_at(&mut desk, "3002", 5)).is_some());
    assert_eq!(desk.handle(Event::UseAnyway { now: after(6) }), []);
    scan_at(&mut desk, "3002", 7);
    let effects = desk.handle(Event::UseAnyway { now: after(8) });
    assert_eq!(appended(&effects), Some(&loan("3002", "2000")));
    // After two minutes it is a renewal.
    assert!(appended(&scan_at(&mut desk, "3001", 122)).is_some());
}

#[test]
fn returns_are_watched_too_and_a_script_is_not() {
    let mut desk = watching();
    desk.handle(Event::Choose(Mode::Return));
    assert!(appended(&scan_at(&mut desk, "3001", 0)).is_some());
    assert_eq!(appended(&scan_at(&mut desk, "3001", 1)), None);
    let mut script = Desk::default();
    script.handle(Event::Choose(Mode::Return));
    assert!(appended(&scan_at(&mut script, "3001", 0)).is_some());
    assert!(appended(&scan_at(&mut script, "3001", 1)).is_some());
}

#[test]
fn an_item_that_somebody_else_has_is_asked_about_until_it_comes_back() {
    let mut desk = watching();
    scan_at(&mut desk, "2000", 0);
    scan_at(&mut desk, "3001", 1);
    desk.handle(Event::EndBorrower);
    scan_at(&mut desk, "2001", 2);
    assert_eq!(appended(&scan_at(&mut desk, "3001", 300)), None);
    let doubt = Doubt::LentToAnother { borrower: barcode("2000") };
    assert_eq!(desk.said(), &Said::Held(held("3001"), doubt));
    // Taken back, or returned, it is free again.
    desk.handle(Event::TakenBack(vec![RowId::Session(Ticket(1))]));
    assert!(appended(&scan_at(&mut desk, "3001", 301)).is_some());
    desk.handle(Event::Choose(Mode::Return));
    scan_at(&mut desk, "3001", 302);
    desk.handle(Event::Choose(Mode::Loan));
    scan_at(&mut desk, "2002", 303);
    assert!(appended(&scan_at(&mut desk, "3001", 304)).is_some());
}

#[test]
fn the_card_in_the_place_of_an_item_is_refused() {
    let mut desk = Desk::default();
    scan(&mut desk, "2000");
    assert_eq!(appended(&scan(&mut desk, "2000")), None);
    assert_eq!(desk.said(), &Said::SameAsBorrower(barcode("2000")));
    assert!(appended(&scan(&mut desk, "3001")).is_some());
}

#[test]
fn a_borrower_who_went_away_gets_no_more_items() {
    let mut desk = watching();
    assert_eq!(desk.leaves_in(after(0)), None);
    scan_at(&mut desk, "2000", 0);
    scan_at(&mut desk, "3001", 60);
    assert_eq!(desk.leaves_in(after(100)), Some(Duration::from_secs(50)));
    desk.handle(Event::Tick { now: after(149) });
    assert!(desk.borrower().is_some());
    let effects = desk.handle(Event::Tick { now: after(150) });
    assert_eq!(effects, [Effect::Clear(Field::Borrower), Effect::Clear(Field::Item)]);
    assert_eq!(desk.said(), &Said::BorrowerLeft { borrower: barcode("2000"), items: 1 });
    assert_eq!(desk.expects(), Field::Borrower, "the next scan has to be a card");
}

/// What is written follows the clock that is set; how long something lasted does not.
#[test]
fn setting_the_clock_neither_keeps_a_borrower_nor_sends_them_away() {
    let set = |by: TimeDelta, after: ClockReading| ClockReading {
        local: after.local + by,
        utc: after.utc + by,
        ..after
    };
    for by in [TimeDelta::hours(-1), TimeDelta::hours(1), TimeDelta::days(-30)] {
        let mut desk = watching();
        scan_at(&mut desk, "2000", 0);
        desk.handle(Event::Tick { now: set(by, after(89)) });
        assert!(desk.borrower().is_some(), "{by}: 89 seconds are 89 seconds");
        desk.handle(Event::Tick { now: set(by, after(90)) });
        assert_eq!(desk.borrower(), None, "{by}: they have gone");
    }
    // Summer time ends: an hour of local time comes once more.
    let mut desk = watching();
    scan_at(&mut desk, "2000", 0);
    let local = now().local - TimeDelta::hours(1);
    desk.handle(Event::Tick { now: ClockReading { local, ..after(90) } });
    assert_eq!(desk.borrower(), None);
}

#[test]
fn a_double_scan_is_one_by_the_steady_clock() {
    let mut desk = watching();
    desk.handle(Event::Choose(Mode::Return));
    scan_at(&mut desk, "3001", 0);
    let scan_set_back = |desk: &mut Desk, seconds: u64| {
        let local = after(seconds).local - TimeDelta::hours(1);
        let now = ClockReading { local, ..after(seconds) };
        let scan = Scan::of_text("3001", By::Scanner);
        desk.handle(Event::Scanned { scan, now })
    };
    assert_eq!(appended(&scan_set_back(&mut desk, 7)), None);
    assert_eq!(desk.said(), &Said::Held(held_by_scanner("3001"), Doubt::DoubleScan { seconds: 7 }));
    let effects = scan_set_back(&mut desk, 121);
    let written = appended(&effects).unwrap().time.to_string();
    assert_eq!(written, "2026-11-23 13:07", "what the desk's clock shows is written");
}

/// Of two equal scans the last is taken back: how long ago the first was is still known.
#[test]
fn what_is_taken_back_leaves_the_scan_before_it_with_its_time() {
    let mut desk = watching();
    desk.handle(Event::Choose(Mode::Return));
    scan_at(&mut desk, "3001", 0);
    scan_at(&mut desk, "3001", 10);
    desk.handle(Event::UseAnyway { now: after(11) });
    desk.handle(Event::TakenBack(vec![RowId::Session(Ticket(2))]));
    scan_at(&mut desk, "3001", 20);
    assert_eq!(desk.said(), &Said::Held(held("3001"), Doubt::DoubleScan { seconds: 20 }));
}

mod scans;
