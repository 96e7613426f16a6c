//! The workflow, as a desk lives it.

use chrono::NaiveDate;

use super::*;

/// 14:05:30 on the desk's clock.
fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(14, 5, 30).unwrap()
}

/// Scans into the field that waits for it.
fn scan(desk: &mut Desk, text: &str) -> Vec<Effect> {
    let field = desk.expects();
    desk.handle(Event::Entered { field, text: text.into(), now: now() })
}

fn barcode(text: &str) -> Barcode {
    Barcode::parse(text).unwrap()
}

fn loan(item: &str, borrower: &str) -> Transaction {
    let action = Action::Loan { item: barcode(item), borrower: barcode(borrower) };
    Transaction { time: DeskTime::new(now()).unwrap(), action }
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
    let text = "2001".into();
    desk.handle(Event::Entered { field: Field::Borrower, text, now: now() });
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
    let event = Event::Entered { field: Field::Item, text: "3001".into(), now: now() };
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
    assert!(matches!(newest_first[0], Row::Session(Ticket(4), _)));
    assert_eq!(newest_first[4], Row::Earlier(&before));
    desk.handle(Event::Saved(Ticket(2)));
    desk.handle(Event::Saved(Ticket(3)));
    assert_eq!(desk.session().count(Saving::Saved), 3);
}
