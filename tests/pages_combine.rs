//! Several desks' files as one: chosen, looked through, written, by what a person reads and presses.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by them")]

#[path = "pages/support.rs"]
mod support;

use std::fs;
use std::time::{Duration, Instant};

use eframe::egui::{Key, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use support::{Window, folder, loans, transaction};

const MORNING: &str = "2025-03-10T08:00";
const LATER: &str = "2025-03-10T09:00";

fn loan(time: &str, item: &str, borrower: &str) -> Vec<u8> {
    transaction(time, "L", item, borrower)
}

fn returned(time: &str, item: &str) -> Vec<u8> {
    transaction(time, "R", item, "")
}

/// The one file in a folder of the data folder.
fn only_file(window: &Window, folder: &str, end: &str) -> Vec<u8> {
    let files = fs::read_dir(window.folder.path().join(folder)).unwrap();
    let paths = files.map(|file| file.unwrap().path());
    let mut paths: Vec<_> = paths.filter(|path| path.to_string_lossy().ends_with(end)).collect();
    assert_eq!(paths.len(), 1, "{paths:?}");
    fs::read(paths.remove(0)).unwrap()
}

fn combining(window: &mut Window, files: &[&str], language: &str) {
    window.drop_files(files);
    window.wait_for(if language == "en" { "Write the file" } else { "Écrire le fichier" });
}

/// What two desks recorded comes into one file in order of time, and nobody has to find it.
#[test]
fn files_that_are_dropped_become_one_file_in_order_of_time() {
    for (language, write, written, copy) in [
        ("en", "Write the file", "is written: 3 transactions.", "Copy path"),
        ("fr", "Écrire le fichier", "est écrit\u{a0}: 3 transactions.", "Copier le chemin"),
    ] {
        let (first, second, third) = (
            loan(MORNING, "30001", "20001"),
            returned(LATER, "30002"),
            loan(LATER, "30003", "20002"),
        );
        let north = [first.clone(), third.clone()].concat();
        let mut window =
            Window::open(folder(&[("north.dat", north), ("south.dat", second.clone())]), language);
        combining(&mut window, &["south.dat", "north.dat"], language);
        window.click(write);
        window.wait_for(written);
        let expected = [first, second, third].concat();
        assert_eq!(only_file(&window, "combined", ".dat"), expected);
        assert!(window.shows(copy));
        // The way to Alma stands beneath.
        assert!(window.shows("Upload and Validate File Content"));
    }
}

/// A picture among the files is said to be one, and the others are combined all the same.
#[test]
fn what_is_no_file_of_transactions_is_left_out_and_said() {
    for (language, picture, counts, write, written) in [
        (
            "en",
            "north.png is a picture, not a file of transactions",
            "2025-03-10, 08:00 to 08:01: 2 loans, 2 borrowers",
            "Write the file",
            "2 transactions.",
        ),
        (
            "fr",
            "north.png est une image",
            "10/03/2025, de 08:00 à 08:01\u{a0}: 2 prêts, 2 emprunteurs",
            "Écrire le fichier",
            "2 transactions.",
        ),
    ] {
        let files = [
            ("north.png", b"\x89PNG\r\n\x1a\n....".to_vec()),
            ("south.dat", loans("2025-03-10", 2)),
        ];
        let mut window = Window::open(folder(&files), language);
        combining(&mut window, &["north.png", "south.dat", "gone.dat"], language);
        window.wait_for(picture);
        assert!(window.shows("gone.dat"));
        assert!(window.shows(counts), "{}", window.all_text());
        window.click(write);
        window.wait_for(written);
        assert_eq!(only_file(&window, "combined", ".dat"), loans("2025-03-10", 2));
    }
}

/// The same transaction in two files is written twice, unless somebody says otherwise.
#[test]
fn duplicates_are_kept_until_somebody_leaves_them_out() {
    let files = [("north.dat", loans("2025-03-10", 2)), ("copy.dat", loans("2025-03-10", 2))];
    let mut window = Window::open(folder(&files), "en");
    combining(&mut window, &["north.dat", "copy.dat"], "en");
    assert!(window.shows("2 transactions stand in two files."));
    assert!(window.shows("And again: copy.dat, line 2"));
    assert!(window.shows("4 transactions of 2 files"));
    window.harness.get_by_label("Write each of them only once").click();
    window.wait_for("2 transactions of 2 files");
    assert!(window.shows("Left out: copy.dat, line 2"));
    window.click("Write the file");
    window.wait_for("2 transactions, and 2 left out.");
    assert_eq!(only_file(&window, "combined", ".dat"), loans("2025-03-10", 2));
}

/// What happened at two desks in the same minute is put in order by whoever knows it.
#[test]
fn a_pair_in_doubt_is_put_in_order_by_hand() {
    let (lent, back) = (loan(MORNING, "30001", "20001"), returned(MORNING, "30001"));
    for (language, titles, swap, write, written) in [
        (
            "en",
            [
                "1.  loan of 30001",
                "2.  return of 30001",
                "1.  return of 30001",
                "2.  loan of 30001",
            ],
            "The second came first: south.dat, line 1",
            "Write the file",
            "is written",
        ),
        (
            "fr",
            [
                "1.  prêt de 30001",
                "2.  retour de 30001",
                "1.  retour de 30001",
                "2.  prêt de 30001",
            ],
            "La seconde était la première\u{a0}: south.dat, ligne 1",
            "Écrire le fichier",
            "est écrit",
        ),
    ] {
        let files = [("north.dat", lent.clone()), ("south.dat", back.clone())];
        let mut window = Window::open(folder(&files), language);
        combining(&mut window, &["north.dat", "south.dat"], language);
        let [lent_first, returned_second, returned_first, lent_second] = titles;
        assert!(window.shows(lent_first) && window.shows(returned_second), "{}", window.all_text());
        window.click(swap);
        window.wait_for(returned_first);
        assert!(window.shows(lent_second));
        window.click(write);
        window.wait_for(written);
        let expected = [back.clone(), lent.clone()].concat();
        assert_eq!(only_file(&window, "combined", ".dat"), expected);
    }
}

/// The order of the files decides within a minute, and can be changed.
#[test]
fn the_order_of_the_files_can_be_changed() {
    let (north, south) = (loan(MORNING, "30001", "20001"), loan(MORNING, "30002", "20002"));
    let files = [("north.dat", north.clone()), ("south.dat", south.clone())];
    let mut window = Window::open(folder(&files), "en");
    combining(&mut window, &["north.dat", "south.dat"], "en");
    window.click("Up: south.dat");
    assert_eq!(window.order(&["north.dat", "south.dat"]), ["south.dat", "north.dat"]);
    wait_until_free(&mut window);
    window.click("Write the file");
    window.wait_for("is written");
    assert_eq!(only_file(&window, "combined", ".dat"), [south, north].concat());
    window.click("Remove: south.dat");
    window.wait_for("1 transaction of 1 file");
}

/// Runs the window until what was read last is what is shown.
fn wait_until_free(window: &mut Window) {
    let until = Instant::now() + Duration::from_secs(30);
    while window.harness.get_by_label("Write the file").accesskit_node().is_disabled() {
        assert!(Instant::now() < until, "never read");
        window.harness.step();
    }
}

/// Lines that can't be read are counted, and none of their bytes is lost.
#[test]
fn lines_that_cant_be_read_go_to_a_file_of_their_own() {
    let north = [&loans("2025-03-10", 1)[..], b"Monday: the network is down\r\n"].concat();
    let mut window = Window::open(folder(&[("north.dat", north)]), "en");
    combining(&mut window, &["north.dat"], "en");
    assert!(window.shows("One line can’t be read. It goes"));
    window.click("Write the file");
    window.wait_for(
        "One line can’t be read and is in combined_20250310-0800_20250310-0800-unreadable.txt",
    );
    let kept = only_file(&window, "combined", "-unreadable.txt");
    assert!(String::from_utf8(kept).unwrap().contains("Monday: the network is down\r\n"));
}

/// What a desk has added since the file was read must not stay behind: nothing is written, and the
/// file is read again.
#[test]
fn a_file_that_has_grown_is_read_again_before_anything_is_written() {
    let mut window = Window::open(folder(&[("north.dat", loans("2025-03-10", 1))]), "en");
    combining(&mut window, &["north.dat"], "en");
    fs::write(window.folder.path().join("north.dat"), loans("2025-03-10", 2)).unwrap();
    window.click("Write the file");
    window.wait_for("has changed since it was read");
    window.wait_for("2 transactions of 1 file");
    assert!(fs::read_dir(window.folder.path().join("combined")).unwrap().next().is_none());
    window.click("Write the file");
    window.wait_for("is written: 2 transactions.");
}

/// The desk's own file would go to Alma twice.
#[test]
fn the_desks_own_files_are_told_apart() {
    let files = [
        ("OffCirc.dat", loans("2025-03-10", 1)),
        ("uploads/batch.dat", loans("2025-03-09", 1)),
        ("uploaded/known.dat", loans("2025-03-08", 1)),
        ("elsewhere.dat", loans("2025-03-07", 1)),
    ];
    let mut window = Window::open(folder(&files), "en");
    let dropped = ["OffCirc.dat", "uploads/batch.dat", "uploaded/known.dat", "elsewhere.dat"];
    combining(&mut window, &dropped, "en");
    assert!(window.shows("This is this desk’s own file, and it is still open."));
    assert!(window.shows("This is a batch of this desk."));
    assert!(window.shows("Alma has this batch already."));
    assert_eq!(window.all_text().matches("This is").count(), 2, "{}", window.all_text());
}

/// Where a dialog says, the file is written; but never over one of those that it is made of, nor
/// where a desk records.
#[test]
fn a_file_is_written_elsewhere_but_over_no_other() {
    let north = loans("2025-03-10", 2);
    for (name, said) in [
        ("elsewhere.dat", "elsewhere.dat is written: 2 transactions."),
        ("north.dat", "north.dat is one of the files to merge."),
        ("OffCirc.dat", "OffCirc.dat is where a desk records its transactions."),
    ] {
        let folder = folder(&[("north.dat", north.clone())]);
        let path = folder.path().join(name);
        let mut window = Window::open_asking(folder, path.clone());
        combining(&mut window, &["north.dat"], "en");
        window.click("Write it elsewhere …");
        window.wait_for(said);
        let there = fs::read(&path).unwrap_or_default();
        let expected = if name == "OffCirc.dat" { Vec::new() } else { north.clone() };
        assert_eq!(there, expected, "{name}");
    }
}

/// Every control has a name, and no two the same, with all that there can be on the page.
#[test]
fn every_control_has_a_name_of_its_own() {
    let same = loans("2025-03-10", 30);
    let north =
        [same.clone(), loan(LATER, "30901", "20001"), loan(LATER, "30902", "20001")].concat();
    let south = [same, returned(LATER, "30901"), returned(LATER, "30902")].concat();
    for (language, write, written) in
        [("en", "Write the file", "is written"), ("fr", "Écrire le fichier", "est écrit")]
    {
        let files = [("north.dat", north.clone()), ("south.dat", south.clone())];
        let mut window = Window::open_sized(folder(&files), language, [480.0, 560.0]);
        combining(&mut window, &["north.dat", "south.dat"], language);
        window.click(write);
        window.wait_for(written);
        let mut names = Vec::new();
        for node in window.harness.root().children_recursive() {
            let node = node.accesskit_node();
            if matches!(node.role(), Role::Button | Role::Tab | Role::CheckBox) {
                names.push(node.label().unwrap_or_default());
            }
        }
        assert!(names.iter().all(|name| !name.is_empty()));
        names.sort();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count, "{language}: {names:?}");
    }
}

/// The keyboard goes through the page in the order of the work, and a stray scan presses nothing.
#[test]
fn the_keyboard_follows_the_order_of_the_work() {
    let files =
        [("north.dat", loan(MORNING, "30001", "20001")), ("south.dat", returned(MORNING, "30001"))];
    let mut window = Window::open(folder(&files), "en");
    combining(&mut window, &["north.dat", "south.dat"], "en");
    for label in [
        "Combine  F8",
        "History  F9",
        "Down: north.dat",
        "Remove: north.dat",
        "Up: south.dat",
        "Remove: south.dat",
        "Add files …",
        "The second came first: south.dat, line 1",
        "Write the file",
    ] {
        assert_eq!(window.focused().as_deref(), Some(label));
        if label != "Write the file" {
            window.press(Key::Tab);
        }
    }
    window.scan("30001234567890");
    assert!(window.shows("Scanned here: 30001234567890."));
    assert!(!window.shows("is written"));
    assert!(!window.folder.path().join("combined").exists());
}
