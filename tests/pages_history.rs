//! What was recorded, found again: the transactions of a batch, a search over all files, the sheet,
//! and recording again.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by them")]

#[path = "pages/support.rs"]
mod support;

use std::fs;

use eframe::egui::{Key, Role};
use egui_kittest::kittest::NodeT as _;
use tempfile::TempDir;

use support::{Window, folder, loans, transaction};

/// Three files, one of each stage, with a barcode that stands in all of them.
fn files() -> TempDir {
    let loan = |time: &str, item: &str| transaction(time, "L", item, "20001");
    let back = |time: &str, item: &str| transaction(time, "R", item, "");
    folder(&[
        (
            "OffCirc.dat",
            [loan("2025-03-12T08:00", "30001"), back("2025-03-12T09:00", "30002")].concat(),
        ),
        (
            "uploads/waits.dat",
            [loan("2025-03-11T08:00", "30001"), loan("2025-03-11T09:00", "30003")].concat(),
        ),
        (
            "uploaded/known.dat",
            [back("2025-03-10T08:00", "30001"), back("2025-03-10T09:00", "30003")].concat(),
        ),
    ])
}

fn open(language: &str) -> Window {
    let mut window = Window::open(files(), language);
    window.press(Key::F9);
    window.wait_for("known.dat");
    window
}

/// The rows with transactions, as they are read out.
fn rows(window: &Window) -> Vec<String> {
    let nodes = window.harness.root().children_recursive();
    let boxes = nodes.filter(|node| node.accesskit_node().role() == Role::CheckBox);
    boxes.filter_map(|node| node.accesskit_node().label()).collect()
}

/// A part of a barcode finds it in every file, the newest first, and each row says whether Alma has
/// it.
#[test]
fn a_search_goes_over_all_files() {
    for (language, field, shown, expected) in [
        (
            "en",
            "Item or borrower",
            "Record these 3 again …",
            [
                "loan of 30001 to 20001, 2025-03-12 08:00. OffCirc.dat, line 1. Still open",
                "loan of 30001 to 20001, 2025-03-11 08:00. waits.dat, line 1. To be uploaded",
                "return of 30001, 2025-03-10 08:00. known.dat, line 1. Alma has it",
            ],
        ),
        (
            "fr",
            "Exemplaire ou emprunteur",
            "Saisir ces 3 à nouveau …",
            [
                "prêt de 30001 à 20001, 12/03/2025 08:00. OffCirc.dat, ligne 1. Encore ouvert",
                "prêt de 30001 à 20001, 11/03/2025 08:00. waits.dat, ligne 1. À charger",
                "retour de 30001, 10/03/2025 08:00. known.dat, ligne 1. Dans Alma",
            ],
        ),
    ] {
        let mut window = open(language);
        window.type_into(field, "30001");
        window.wait_for(shown);
        assert_eq!(rows(&window), expected);
    }
}

/// Day and kind leave out what does not fit, and all batches come back.
#[test]
fn a_search_is_narrowed_and_given_up() {
    let mut window = open("en");
    window.type_into("Day", "2025-03-11");
    window.wait_for("Record these 2 again …");
    assert!(rows(&window).iter().all(|row| row.contains("waits.dat")));
    window.click("Returns");
    window.wait_for("No transaction found.");
    window.click("Show all batches");
    window.wait_for("waits.dat: To be uploaded");
    window.click("Returns");
    window.wait_for("Record these 3 again …");
    window.type_into("Day", "yesterday");
    window.wait_for("Write the day as 2026-11-23.");
}

/// A batch that is chosen shows its own transactions, the newest first.
#[test]
fn a_chosen_batch_shows_its_transactions() {
    let mut window = open("en");
    window.click("waits.dat: To be uploaded. 2025-03-11, 08:00 to 09:00: 2 loans, 1 borrower");
    window.wait_for("Record these 2 again …");
    assert_eq!(
        rows(&window),
        [
            "loan of 30003 to 20001, 2025-03-11 09:00. waits.dat, line 2. To be uploaded",
            "loan of 30001 to 20001, 2025-03-11 08:00. waits.dat, line 1. To be uploaded",
        ]
    );
}

/// What was found becomes a sheet, and its place is said.
#[test]
fn what_was_found_is_written_as_a_sheet() {
    for (language, field, export, written, copy, stage) in [
        ("en", "Day", "Export", "2 transactions are in", "Copy path: ", "To be uploaded"),
        (
            "fr",
            "Jour",
            "Exporter",
            "2 transactions sont dans",
            "Copier le chemin\u{a0}: ",
            "À charger",
        ),
    ] {
        let mut window = open(language);
        window.type_into(field, "2025-03-11");
        window.wait_for(&format!("{export} "));
        window.click(export);
        window.wait_for(written);
        let mut sheets = fs::read_dir(window.folder.path().join("exports")).unwrap();
        let sheet = sheets.next().unwrap().unwrap();
        let text = fs::read_to_string(sheet.path()).unwrap();
        assert_eq!(text.lines().count(), 3, "{text}");
        assert_eq!(text.matches(stage).count(), 2, "{text}");
        assert!(window.shows(&format!("{copy}{}", sheet.file_name().display())));
    }
}

/// What is chosen among what was found is recorded again; all of it when nothing is chosen.
#[test]
fn what_was_found_is_recorded_again() {
    let mut window = open("en");
    window.type_into("Day", "2025-03-11");
    window.wait_for("Record these 2 again …");
    window.click("loan of 30003 to 20001, 2025-03-11 09:00. waits.dat, line 2. To be uploaded");
    assert!(window.shows("2 transactions, 1 chosen"));
    window.click("Record this one again …");
    window.wait_for("Record again");
    assert!(window.shows("30003") && !window.shows("30001"), "{}", window.all_text());
}

/// Of many rows only those in sight are drawn, and the keyboard reaches the next.
#[test]
fn only_the_rows_in_sight_are_drawn() {
    let many = (0..60_u32).flat_map(|day| {
        let day =
            chrono::NaiveDate::from_ymd_opt(2025, 1, 1).unwrap() + chrono::Days::new(day.into());
        loans(&day.to_string(), 60)
    });
    let mut window = Window::open(folder(&[("OffCirc.dat", many.collect())]), "en");
    window.press(Key::F9);
    window.wait_for("3600 loans");
    window.click("Loans");
    window.wait_for("Record these 3600 again …");
    let drawn = rows(&window);
    assert!(drawn.len() < 40, "{}", drawn.len());
    window.focus(&drawn[0]);
    for _ in 0..drawn.len() + 5 {
        window.press(Key::Tab);
    }
    let focused = window.focused().unwrap();
    assert!(focused.starts_with("loan of") && !drawn.contains(&focused), "{focused}");
}

/// Every control has a name, and no two the same, whatever is found and written.
#[test]
fn every_control_has_a_name_of_its_own() {
    for (language, waits, export, written) in [
        (
            "en",
            "waits.dat: To be uploaded. 2025-03-11, 08:00 to 09:00: 2 loans, 1 borrower",
            "Export",
            "are in",
        ),
        (
            "fr",
            "waits.dat\u{a0}: À charger. 11/03/2025, de 08:00 à 09:00\u{a0}: 2 prêts, 1 emprunteur",
            "Exporter",
            "sont dans",
        ),
    ] {
        for size in [[480.0, 560.0], [1600.0, 1200.0]] {
            let mut window = Window::open_sized(files(), language, size);
            window.press(Key::F9);
            window.wait_for("known.dat");
            window.click(waits);
            window.wait_for(&format!("{export} "));
            window.click(export);
            window.wait_for(written);
            let mut names = Vec::new();
            for node in window.harness.root().children_recursive() {
                let node = node.accesskit_node();
                let roles =
                    [Role::Button, Role::Tab, Role::CheckBox, Role::RadioButton, Role::TextInput];
                if roles.contains(&node.role()) {
                    names.push(node.label().unwrap_or_default());
                }
            }
            assert!(names.iter().all(|name| !name.is_empty()), "{names:?}");
            names.sort();
            let count = names.len();
            names.dedup();
            assert_eq!(names.len(), count, "{language}: {names:?}");
        }
    }
}
