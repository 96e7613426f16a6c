//! Scans at a desk that knows the library's barcodes: 14 digits, cards start with 2, items with 3.

use super::*;
use crate::scan::{Breach, Control, Preset};

const CARD: &str = "20001234567893";
const NEXT_CARD: &str = "20009876543213";
const ITEM: &str = "30001234567891";
const NEXT_ITEM: &str = "30009876543211";

fn by_the_rules() -> Desk {
    Desk::watching(Watch::AT_THE_DESK, Preset::FourteenDigits.rules())
}

fn scanned(desk: &mut Desk, text: &str) -> Vec<Effect> {
    desk.handle(Event::Scanned { scan: Scan::of_text(text, By::Scanner), now: now() })
}

fn typed(desk: &mut Desk, field: Field, text: &str) -> Vec<Effect> {
    desk.handle(Event::Entered { field, scan: Scan::of_text(text, By::Hand), now: now() })
}

/// Items and borrowers that were recorded, in their order.
fn recorded(desk: &Desk) -> Vec<(String, Option<String>)> {
    let text = |barcode: &Barcode| barcode.as_str().to_owned();
    let entries = desk.session().entries().iter().map(|entry| &entry.transaction);
    entries.map(|made| (text(made.item()), made.borrower().map(text))).collect()
}

fn lent(item: &str, borrower: &str) -> (String, Option<String>) {
    (item.to_owned(), Some(borrower.to_owned()))
}

#[test]
fn the_examples_fit_the_rules() {
    let rules = Preset::FourteenDigits.rules();
    for card in [CARD, NEXT_CARD] {
        assert_eq!(rules.borrower.breach(&barcode(card)), None, "{card}");
    }
    for item in [ITEM, NEXT_ITEM] {
        assert_eq!(rules.item.breach(&barcode(item)), None, "{item}");
    }
}

#[test]
fn a_card_where_an_item_is_expected_starts_the_next_borrower() {
    let mut desk = by_the_rules();
    for text in [CARD, ITEM, NEXT_CARD] {
        scanned(&mut desk, text);
    }
    let said = Said::NextBorrower { borrower: barcode(NEXT_CARD), items: 1 };
    assert_eq!((desk.said(), desk.said().cue()), (&said, Some(Cue::Question)));
    scanned(&mut desk, NEXT_ITEM);
    assert_eq!(recorded(&desk), [lent(ITEM, CARD), lent(NEXT_ITEM, NEXT_CARD)]);
}

#[test]
fn an_item_where_a_card_is_expected_waits_for_the_card() {
    let mut desk = by_the_rules();
    scanned(&mut desk, ITEM);
    assert_eq!(desk.said(), &Said::ItemWaits { item: barcode(ITEM), not_taken: None });
    assert_eq!(desk.expects(), Field::Borrower);
    scanned(&mut desk, ITEM);
    assert_eq!(desk.said(), &Said::ItemWaits { item: barcode(ITEM), not_taken: None });
    scanned(&mut desk, NEXT_ITEM);
    let not_taken = Some(barcode(NEXT_ITEM));
    let said = Said::ItemWaits { item: barcode(ITEM), not_taken };
    assert_eq!((desk.said(), desk.said().cue()), (&said, Some(Cue::Refused)));
    scanned(&mut desk, CARD);
    assert_eq!(recorded(&desk), [lent(ITEM, CARD)]);
    assert_eq!(desk.waiting(), None);
}

#[test]
fn an_item_that_nobody_comes_for_is_not_lent_to_the_next_person() {
    let mut desk = by_the_rules();
    scanned(&mut desk, ITEM);
    desk.handle(Event::Tick { now: after(89) });
    assert_eq!(desk.waiting(), Some(&barcode(ITEM)));
    desk.handle(Event::Tick { now: after(90) });
    assert_eq!(desk.said(), &Said::ItemLeft(barcode(ITEM)));
    scanned(&mut desk, CARD);
    assert!(recorded(&desk).is_empty());
    // Nor to the next one when the desk was told that this one is done, or takes returns.
    for away in [Event::EndBorrower, Event::Choose(Mode::Return)] {
        let mut desk = by_the_rules();
        scanned(&mut desk, ITEM);
        desk.handle(away);
        assert_eq!(desk.waiting(), None);
    }
}

#[test]
fn after_a_pause_an_item_waits_for_a_card() {
    let mut desk = by_the_rules();
    scanned(&mut desk, CARD);
    desk.handle(Event::Tick { now: after(90) });
    assert_eq!(desk.borrower(), None);
    scanned(&mut desk, ITEM);
    assert_eq!(desk.said(), &Said::ItemWaits { item: barcode(ITEM), not_taken: None });
    assert!(recorded(&desk).is_empty());
}

#[test]
fn what_breaks_the_rules_is_held_and_can_be_used_anyway() {
    let wrong = "30001234567892";
    let mut desk = by_the_rules();
    scanned(&mut desk, CARD);
    scanned(&mut desk, wrong);
    let Said::Held(held, Doubt::Breaks(breach)) = desk.said() else { panic!("{:?}", desk.said()) };
    assert_eq!((held.barcode.as_str(), breach), (wrong, &Breach::CheckDigit));
    assert!(recorded(&desk).is_empty());
    desk.handle(Event::UseAnyway { now: now() });
    assert_eq!(recorded(&desk), [lent(wrong, CARD)]);

    // A card likewise, and its items go to it.
    let mut desk = by_the_rules();
    scanned(&mut desk, "2000");
    assert_eq!((desk.borrower(), desk.said().cue()), (None, Some(Cue::Question)));
    desk.handle(Event::UseAnyway { now: now() });
    scanned(&mut desk, ITEM);
    assert_eq!(recorded(&desk), [lent(ITEM, "2000")]);
}

#[test]
fn what_is_held_goes_when_it_is_dismissed_or_the_next_scan_comes() {
    let mut desk = by_the_rules();
    scanned(&mut desk, CARD);
    scanned(&mut desk, "30001234567892");
    desk.handle(Event::Dismiss);
    assert_eq!(desk.said(), &Said::Dismissed);
    desk.handle(Event::UseAnyway { now: now() });
    scanned(&mut desk, "30001234567892");
    scanned(&mut desk, ITEM);
    desk.handle(Event::UseAnyway { now: now() });
    assert_eq!(recorded(&desk), [lent(ITEM, CARD)]);
}

#[test]
fn a_card_among_returns_is_asked_about() {
    let mut desk = by_the_rules();
    desk.handle(Event::Choose(Mode::Return));
    scanned(&mut desk, CARD);
    assert!(matches!(desk.said(), Said::Held(_, Doubt::IsACard)), "{:?}", desk.said());
    scanned(&mut desk, ITEM);
    assert_eq!(recorded(&desk), [(ITEM.to_owned(), None)]);
}

#[test]
fn an_item_typed_into_the_field_of_the_card_belongs_to_who_stands_here() {
    let mut desk = by_the_rules();
    scanned(&mut desk, CARD);
    typed(&mut desk, Field::Borrower, ITEM);
    assert_eq!(recorded(&desk), [lent(ITEM, CARD)]);
}

#[test]
fn two_scans_run_together_are_both_taken() {
    let mut desk = by_the_rules();
    scanned(&mut desk, &format!("{CARD}{ITEM}"));
    scanned(&mut desk, &format!("{NEXT_ITEM}{NEXT_CARD}"));
    assert_eq!(recorded(&desk), [lent(ITEM, CARD), lent(NEXT_ITEM, CARD)]);
    assert_eq!(desk.borrower().map(|borrower| &borrower.barcode), Some(&barcode(NEXT_CARD)));
    // A question about the first is not passed over by the second.
    scanned(&mut desk, &format!("{ITEM}{NEXT_ITEM}"));
    assert!(matches!(desk.said(), Said::Held(held, Doubt::LentToAnother { .. })
        if held.barcode.as_str() == ITEM));
}

#[test]
fn control_barcodes_do_the_whole_desk() {
    let mut desk = by_the_rules();
    desk.handle(Event::EarlierRead { asked: usize::MAX });
    let control = |desk: &mut Desk, control: Control| scanned(desk, control.text());
    scanned(&mut desk, CARD);
    scanned(&mut desk, "30001234567892");
    control(&mut desk, Control::No);
    assert_eq!(desk.said(), &Said::Dismissed);
    scanned(&mut desk, "30001234567892");
    control(&mut desk, Control::Yes);
    assert_eq!(recorded(&desk).len(), 1);
    let asked = control(&mut desk, Control::TakeBack);
    assert_eq!(asked, [Effect::AskToTakeBack(RowId::Session(Ticket(1)))]);
    control(&mut desk, Control::NewBorrower);
    assert_eq!(desk.borrower(), None);
    control(&mut desk, Control::Return);
    assert_eq!(desk.mode(), Mode::Return);
    control(&mut desk, Control::Loan);
    assert_eq!(desk.mode(), Mode::Loan);
}

#[test]
fn what_was_typed_is_marked() {
    let mut desk = by_the_rules();
    typed(&mut desk, Field::Borrower, CARD);
    scanned(&mut desk, ITEM);
    typed(&mut desk, Field::Item, NEXT_ITEM);
    scanned(&mut desk, NEXT_CARD);
    scanned(&mut desk, "30000000000004");
    let marks: Vec<_> = desk.session().entries().iter().map(|entry| entry.typed).collect();
    let mark = |item, borrower| Typed { item, borrower };
    assert_eq!(marks, [mark(false, true), mark(true, true), mark(false, false)]);
}

#[test]
fn without_rules_an_item_of_the_session_is_no_card_unasked() {
    let mut desk = watching();
    for text in ["2000", "3000"] {
        scanned(&mut desk, text);
    }
    desk.handle(Event::EndBorrower);
    scanned(&mut desk, "3000");
    assert!(matches!(desk.said(), Said::Held(_, Doubt::LooksLikeAnItem)), "{:?}", desk.said());
    desk.handle(Event::UseAnyway { now: now() });
    assert_eq!(desk.borrower().map(|borrower| borrower.barcode.as_str()), Some("3000"));
}

#[test]
fn without_rules_what_looks_like_a_card_is_no_item_unasked() {
    let mut desk = watching();
    for text in ["2000", "3000", "2001"] {
        scanned(&mut desk, text);
    }
    assert!(matches!(desk.said(), Said::Held(_, Doubt::LooksLikeACard)), "{:?}", desk.said());
    desk.handle(Event::EndBorrower);
    scanned(&mut desk, "2001");
    assert_eq!(desk.borrower().map(|borrower| borrower.barcode.as_str()), Some("2001"));
    // The borrower stays away for long; what was meant as their next item is no card.
    desk.handle(Event::Tick { now: after(300) });
    scanned(&mut desk, "3001");
    assert!(matches!(desk.said(), Said::Held(_, Doubt::LooksLikeAnItem)), "{:?}", desk.said());
    desk.handle(Event::Choose(Mode::Return));
    scanned(&mut desk, "2002");
    assert!(matches!(desk.said(), Said::Held(_, Doubt::LooksLikeACard)), "{:?}", desk.said());
    // Whoever insists has items that look like that.
    desk.handle(Event::UseAnyway { now: now() });
    scanned(&mut desk, "2003");
    assert_eq!(desk.session().entries().len(), 3);
}

#[test]
fn a_card_that_was_lent_by_mistake_is_no_item_when_it_is_taken_back() {
    let mut desk = watching();
    for text in ["2000", "3000", "2001"] {
        scanned(&mut desk, text);
    }
    desk.handle(Event::UseAnyway { now: now() });
    desk.handle(Event::TakenBack(vec![RowId::Session(Ticket(2))]));
    scanned(&mut desk, "2001");
    assert!(matches!(desk.said(), Said::Held(_, Doubt::LooksLikeACard)), "{:?}", desk.said());
}

#[test]
fn what_earlier_days_looked_like_is_known() {
    let mut desk = watching();
    desk.handle(Event::Earlier(vec![loan("3000", "2000")]));
    scanned(&mut desk, "3001");
    assert!(matches!(desk.said(), Said::Held(_, Doubt::LooksLikeAnItem)), "{:?}", desk.said());
}

#[test]
fn keys_without_end_are_refused_and_change_nothing() {
    let mut desk = by_the_rules();
    scanned(&mut desk, CARD);
    desk.handle(Event::Flooded);
    assert_eq!((desk.said(), desk.said().cue()), (&Said::Flooded, Some(Cue::Refused)));
    assert_eq!(desk.expects(), Field::Item);
}
