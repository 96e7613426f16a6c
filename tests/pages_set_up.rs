//! Scans at the desk, the trial of a scanner, rules and settings, in the window.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test fails by them"
)]

#[path = "pages/support.rs"]
mod support;

use std::fmt::Write as _;

use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use support::Window;

const RULES: &str = "[borrower]\nlengths = 14\npattern = '2.*'\ncheck_digit = 'luhn'\n\
    [item]\nlengths = 14\npattern = '3.*'\ncheck_digit = 'luhn'\n";
const CARD: &str = "20001234567893";
const NEXT_CARD: &str = "20009876543213";
const ITEM: &str = "30001234567891";
const WRONG_ITEM: &str = "30001234567892";

/// Keys as a scanner set to a US keyboard presses them on a French computer.
fn us_scan(window: &mut Window, keys: &[(Key, &str)]) {
    let modifiers = Modifiers::NONE;
    let event = |key, pressed| Event::Key {
        key,
        physical_key: Some(key),
        pressed,
        repeat: false,
        modifiers,
    };
    let events = &mut window.harness.input_mut().events;
    for (key, text) in keys {
        events.push(event(*key, true));
        events.push(Event::Text((*text).to_owned()));
        events.push(event(*key, false));
    }
    events.push(event(Key::Enter, true));
    events.push(event(Key::Enter, false));
    window.harness.run();
}

#[test]
fn a_scan_in_front_of_a_question_is_kept_and_entered_after() {
    let mut window = Window::with_settings("", "", "en");
    for barcode in ["2000", "3000"] {
        window.scan(barcode);
    }
    window.wait_for_recorded(&["L3000 2000"]);
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.harness.run();
    assert!(window.shows("Take this transaction back?"));
    window.scan("3001");
    window.scan("3002");
    assert!(window.shows("Scanned meanwhile: 3001, 3002."));
    window.click("Keep");
    window.wait_for_recorded(&["L3000 2000", "L3001 2000", "L3002 2000"]);
}

#[test]
fn control_barcodes_ask_and_answer() {
    let mut window = Window::with_settings(RULES, "", "en");
    for text in [CARD, WRONG_ITEM] {
        window.scan(text);
    }
    assert!(window.shows("Its check digit does not fit"));
    window.scan("OFFCIRC  NO");
    assert!(window.shows("Nothing recorded"));
    window.scan(WRONG_ITEM);
    window.scan("OFFCIRC  OK");
    window.wait_for_recorded(&[&format!("L{WRONG_ITEM} {CARD}")]);
    window.scan("OFFCIRC  UNDO");
    assert!(window.shows("Take this transaction back?"));
    window.scan("OFFCIRC  OK");
    window.wait_for_recorded(&[]);
    window.scan("OFFCIRC  RETURN");
    window.scan(ITEM);
    window.wait_for_recorded(&[&format!("R{ITEM}")]);
}

#[test]
fn the_next_card_starts_the_next_borrower_and_is_told() {
    for (language, told) in
        [("en", "Next borrower: 2000"), ("fr", "Emprunteur suivant\u{a0}: 2000")]
    {
        let mut window = Window::with_settings(RULES, "", language);
        for text in [CARD, ITEM, NEXT_CARD] {
            window.scan(text);
        }
        assert!(window.shows(told), "{}", window.all_text());
    }
}

#[test]
fn what_was_typed_is_told_of_its_row() {
    let mut window = Window::with_settings("", "", "en");
    window.scan("2000");
    window.type_into("Item barcode", "3001");
    window.press(Key::Enter);
    window.wait_for_recorded(&["L3001 2000"]);
    assert!(
        window.shows("item 3001, borrower 2000, Saved, item typed by hand"),
        "{}",
        window.all_text()
    );
}

#[test]
fn a_scanner_set_to_another_keyboard_is_understood_and_told() {
    let mut window = Window::with_settings("", "", "en");
    window.scan("2000");
    us_scan(
        &mut window,
        &[(Key::Num3, "\""), (Key::Num0, "à"), (Key::Num0, "à"), (Key::Num7, "è")],
    );
    window.wait_for_recorded(&["L3007 2000"]);
    assert!(window.shows("Read as sent by a scanner set to a US keyboard."));
}

/// Keys that come with a moment between them, in which the window looks whether more came.
fn type_keys(window: &mut Window, keys: &[(Key, &str)], looks: usize) {
    for (key, text) in keys {
        let event = |pressed| Event::Key {
            key: *key,
            physical_key: Some(*key),
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        let events = &mut window.harness.input_mut().events;
        events.push(event(true));
        if !text.is_empty() {
            events.push(Event::Text((*text).to_owned()));
        }
        events.push(event(false));
        for _ in 0..looks {
            window.harness.step();
        }
    }
    window.harness.run();
}

const FRENCH_3007: [(Key, &str); 5] =
    [(Key::Num3, "\""), (Key::Num0, "à"), (Key::Num0, "à"), (Key::Num7, "è"), (Key::Enter, "")];

/// A quarter of a second passes with each look; but no look has seen that nothing had come.
#[test]
fn a_busy_computer_takes_no_scan_apart() {
    let mut window = Window::with_settings("", "", "en");
    window.scan("2000");
    type_keys(&mut window, &FRENCH_3007, 1);
    window.wait_for_recorded(&["L3007 2000"]);
    assert!(!window.shows("typed by hand"), "it was a scanner");
}

/// Where people type, a row that took so long was theirs, however slow the computer is.
#[test]
fn a_busy_computer_takes_no_hand_for_a_scanner_in_a_field() {
    let mut window = Window::with_settings("", "", "en");
    window.press(Key::F12);
    window.focus("Name of this desk");
    let keys = [(Key::E, "E"), (Key::A, "a"), (Key::S, "s"), (Key::T, "t"), (Key::Enter, "")];
    type_keys(&mut window, &keys, 1);
    window.wait_for_settings("East");
}

#[test]
fn what_a_hand_types_on_the_wrong_keys_is_understood_as_well() {
    let mut window = Window::with_settings("", "", "en");
    window.scan("2000");
    type_keys(&mut window, &FRENCH_3007, 2);
    window.wait_for_recorded(&["L3007 2000"]);
    assert!(window.shows("item typed by hand"), "{}", window.all_text());
}

#[test]
fn a_scan_into_the_borrowers_field_is_a_card() {
    let mut window = Window::with_settings("", "", "en");
    for text in ["2000", "3000"] {
        window.scan(text);
    }
    window.focus("Borrower");
    window.scan("2001");
    window.scan("3001");
    window.wait_for_recorded(&["L3000 2000", "L3001 2001"]);
}

#[test]
fn of_kept_scans_those_that_are_not_entered_are_named() {
    let mut window = Window::with_settings(RULES, "", "en");
    window.scan(CARD);
    window.press(Key::F6);
    for text in [WRONG_ITEM, ITEM] {
        window.scan(text);
    }
    window.press(Key::Escape);
    window.wait_for_recorded(&[&format!("L{ITEM} {CARD}")]);
    assert!(window.shows("Scanned before, and not entered"), "{}", window.all_text());
    assert!(window.shows(WRONG_ITEM));
}

#[test]
fn a_trial_shows_every_key_and_records_nothing() {
    for (language, made, how) in [
        ("en", "An item: 30001234567891", "Sent by a scanner: 17 keys"),
        ("fr", "Un exemplaire\u{a0}: 30001234567891", "Envoyé par une douchette\u{a0}: 17 touches"),
    ] {
        let mut window = Window::with_settings(RULES, "", language);
        window.press(Key::F5);
        window.scan(&format!("]C1{ITEM}"));
        assert!(window.shows(made), "{}", window.all_text());
        assert!(window.shows(how));
        window.press(Key::Escape);
        assert!(!window.shows(ITEM));
        assert!(window.recorded().is_empty());
    }
}

#[test]
fn a_preset_is_in_force_at_once_and_written() {
    let mut window = Window::with_settings("# ours\ndesk = \"North\"\n", "", "en");
    window.press(Key::F5);
    window.click("14-digit library barcodes");
    window.wait_for("Back to the desk");
    window.press(Key::Escape);
    window.scan(CARD);
    window.scan(WRONG_ITEM);
    window.wait_for("Its check digit does not fit");
    window.wait_for_settings("check_digit = \"luhn\"");
    let settings = window.settings();
    assert!(settings.starts_with("# ours\ndesk = \"North\"\n"), "{settings}");
}

#[test]
fn rules_are_learned_from_a_file_and_shown_before_they_are_taken() {
    let mut window = Window::with_settings("", "", "en");
    let mut old = String::new();
    for number in 0..100 {
        let item = format!("B{number:05}");
        write!(old, "202611230800L{item:<80}2{number:07}\r\n").unwrap();
    }
    std::fs::write(window.folder.path().join("old.dat"), old).unwrap();
    window.press(Key::F5);
    window.click("Learn from a file …");
    window.wait_for("100 of 100 examples fit.");
    assert!(window.shows("length 6; pattern B[0-9A-Z]*"));
    assert!(!window.settings().contains("pattern"), "nothing is set unasked");
    window.click("Use these rules");
    window.press(Key::Escape);
    window.scan("20000001");
    window.scan("30000001");
    window.wait_for("Not by the rules");
    window.wait_for_settings("B[0-9A-Z]*");
}

#[test]
fn what_the_administrator_locks_stays() {
    for (language, locked, control) in [
        ("en", "Locked by the administrator", "Sounds: None"),
        ("fr", "Verrouillé par l’administrateur", "Sons: Aucun"),
    ] {
        let machine = "locked = ['sounds']\nsounds = 'beep'\n";
        let mut window = Window::with_settings("sounds = 'off'\n", machine, language);
        window.press(Key::F12);
        assert!(window.shows(locked));
        let node = window.harness.get_by_label(control);
        assert!(egui_kittest::kittest::NodeT::accesskit_node(&node).is_disabled());
        assert!(window.shows("user.toml"), "the fault of the user's file is told");
    }
}

/// Another folder counts at once if somebody wants that: the program starts again with it.
#[test]
fn another_data_folder_is_tried_and_one_press_away() {
    let other = tempfile::tempdir().unwrap();
    let settings = format!("data_folder = '{}'\n", other.path().display());
    let mut window = Window::with_settings(&settings, "", "en");
    window.press(Key::F12);
    window.wait_for("A file could be written there.");
    window.click("Start again with this folder now");
    assert!(window.harness.state().model().start_again);
}

#[test]
fn a_slip_is_offered_only_where_slips_are_wanted() {
    for (settings, offered) in [("slips = true\n", true), ("", false)] {
        let mut window = Window::with_settings(settings, "", "en");
        window.scan("2000");
        assert!(!window.shows("Slip  Ctrl+P"), "nothing is lent yet");
        window.scan("3000");
        assert_eq!(window.shows("Slip  Ctrl+P"), offered);
    }
}

/// The line of a program that nobody has set up, and never again.
#[test]
fn what_can_be_set_up_is_offered_once_and_leads_there() {
    let mut window = Window::with_settings("", "", "en");
    assert!(window.shows("Name this desk and tell OffCirc"));
    window.click("Scanners  F5");
    assert!(window.shows("Try a scanner"));
    let window = Window::with_settings("desk = 'North'\n", "", "en");
    assert!(!window.shows("Name this desk"));
    let mut window = Window::with_settings("", "", "en");
    window.scan("2000");
    window.scan("3000");
    assert!(!window.shows("Name this desk"));
}

#[test]
fn another_language_is_there_at_once() {
    let mut window = Window::with_settings("", "", "en");
    window.press(Key::F12);
    window.click("Language: Français");
    window.wait_for("Ce bureau de prêt");
    window.wait_for_settings("language = \"fr\"");
}

#[test]
fn a_setting_that_is_wrong_is_told_and_not_taken() {
    let mut window = Window::with_settings("", "", "en");
    window.press(Key::F5);
    window.type_into("Pattern of items", "3(00");
    assert!(window.shows("item.pattern:"), "{}", window.all_text());
    window.press(Key::Enter);
    assert!(!window.settings().contains("pattern"));
    window.press(Key::F12);
    window.type_into("Borrower gone, in seconds", "9999999");
    window.press(Key::Enter);
    assert!(window.shows("it has to be from 0 to 3600"), "{}", window.all_text());
}

#[test]
fn every_control_has_a_name_of_its_own() {
    for language in offcirc::text::Texts::languages() {
        for key in [Key::F5, Key::F12, Key::F1] {
            let mut window = Window::with_settings("", "", language);
            window.press(key);
            let mut names = window.control_names();
            assert!(names.iter().all(|name| !name.is_empty()), "{language}, {key:?}: {names:?}");
            names.sort();
            let count = names.len();
            names.dedup();
            assert_eq!(names.len(), count, "{language}, {key:?}: {names:?}");
        }
    }
}

#[test]
fn the_help_is_read_page_by_page() {
    for (language, scanners, control) in
        [("en", "Scanners", "Three sounds"), ("fr", "Douchettes", "Trois sons")]
    {
        let mut window = Window::with_settings("", "", language);
        window.press(Key::F1);
        window.click(scanners);
        assert!(window.shows(control), "{}", window.all_text());
    }
}
