use chrono::{NaiveDate, NaiveDateTime};

use super::*;

fn at(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
    day.and_hms_opt(hour, minute, 0).unwrap()
}

fn barcode(text: &str) -> Barcode {
    Barcode::parse(text).unwrap()
}

fn loan(time: NaiveDateTime, item: &str, borrower: &str) -> Transaction {
    let action = Action::Loan { item: barcode(item), borrower: barcode(borrower) };
    Transaction { time: DeskTime::new(time).unwrap(), action }
}

fn give_back(time: NaiveDateTime, item: &str) -> Transaction {
    let action = Action::Return { item: barcode(item) };
    Transaction { time: DeskTime::new(time).unwrap(), action }
}

#[test]
fn times_are_kept_or_yesterday_or_now_and_the_result_is_in_order() {
    let choice = [
        give_back(at(20, 17, 30), "2"),
        loan(at(20, 9, 15), "1", "u"),
        loan(at(20, 17, 30), "2", "u"),
        loan(at(21, 8, 0), "3", "u"),
    ];
    let now = at(23, 12, 0);
    let again = |when| again(&choice, when, Becomes::Same, now);
    let items = |again: &Again| {
        let item = |one: &Transaction| format!("{} {}", one.time, one.item());
        again.transactions.iter().map(item).collect::<Vec<_>>()
    };
    let own = again(When::Own);
    assert_eq!(
        items(&own),
        ["2026-11-20 09:15 1", "2026-11-20 17:30 2", "2026-11-20 17:30 2", "2026-11-21 08:00 3"]
    );
    assert_eq!(own.transactions[1], choice[0], "of the same minute, the first stays first");
    assert_eq!(
        items(&again(When::Yesterday)),
        ["2026-11-22 08:00 3", "2026-11-22 09:15 1", "2026-11-22 17:30 2", "2026-11-22 17:30 2"]
    );
    let now = again(When::Now);
    assert_eq!(
        items(&now),
        ["2026-11-23 12:00 1", "2026-11-23 12:00 2", "2026-11-23 12:00 2", "2026-11-23 12:00 3"]
    );
    assert!(now.left_out.is_empty());
}

#[test]
fn loans_become_one_return_for_each_item() {
    let choice = [
        loan(at(20, 9, 0), "1", "u"),
        give_back(at(20, 10, 0), "1"),
        loan(at(20, 11, 0), "1", "v"),
        loan(at(20, 11, 0), "2", "v"),
    ];
    let again = again(&choice, When::Own, Becomes::Return, at(23, 12, 0));
    assert_eq!(
        again.transactions,
        [give_back(at(20, 11, 0), "1"), give_back(at(20, 11, 0), "2")],
        "at the time of the last loan: a return before it would undo nothing"
    );
    assert_eq!(
        again.left_out,
        [LeftOut { place: 0, why: Why::LentLater }, LeftOut { place: 1, why: Why::Returned }]
    );
}

#[test]
fn a_year_that_the_file_cannot_hold_is_left_out() {
    let choice = [give_back(at(20, 9, 0), "1")];
    for when in [When::Now, When::Yesterday] {
        let again = again(&choice, when, Becomes::Same, NaiveDateTime::MAX);
        assert_eq!(again.left_out, [LeftOut { place: 0, why: Why::NoSuchTime }]);
        assert!(again.transactions.is_empty());
    }
}

#[test]
fn corrections_are_made_at_once_so_that_two_cards_can_be_exchanged() {
    let mut choice =
        [loan(at(20, 9, 0), "1", "u"), loan(at(20, 9, 1), "u", "v"), give_back(at(20, 9, 2), "u")];
    let corrections: Vec<Correction> =
        ["u=v", "v = u", "no=3"].iter().map(|text| text.parse().unwrap()).collect();
    assert_eq!(correct(&mut choice, &corrections), [3, 1, 0]);
    assert_eq!(
        choice,
        [loan(at(20, 9, 0), "1", "v"), loan(at(20, 9, 1), "v", "u"), give_back(at(20, 9, 2), "v")]
    );
    assert_eq!("1".parse::<Correction>(), Err(CorrectionError::NoEqualsSign));
    assert_eq!("=1".parse::<Correction>(), Err(CorrectionError::Old(BarcodeError::Empty)));
    assert_eq!("1=".parse::<Correction>(), Err(CorrectionError::New(BarcodeError::Empty)));
}
