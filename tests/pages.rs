//! The pages for after the outage, driven by what a person reads and presses. Nothing is drawn on
//! a screen.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by them")]

#[path = "pages/support.rs"]
mod support;

use std::fs;
use std::sync::Arc;

use eframe::egui::{Key, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use offcirc::store::{Config, GiveUp, RealDisk};
use offcirc::text::Texts;
use offcirc::ui::{App, Model, Ordered};
use tempfile::TempDir;

use support::{ReadOnlyDisk, Window, folder, full_folder, loans, transaction};

#[test]
fn keys_lead_to_each_page_and_back_to_the_field_that_waits() {
    let mut window = Window::open(folder(&[]), "en");
    for (key, title) in [
        (Key::F6, "Upload to Alma"),
        (Key::F7, "Match Alma’s job report"),
        (Key::F8, "Combine several desks"),
        (Key::F9, "All batches"),
    ] {
        window.press(key);
        assert!(window.shows(title), "{}", window.all_text());
    }
    window.press(Key::Escape);
    window.wait_for("Ready to lend");
    window.scan("20001234567890");
    window.wait_for("Borrower 2000 1234 5678 90");
}

/// On a page Escape goes back to the desk, and leaves the borrower there alone.
#[test]
fn escape_on_a_page_does_not_end_the_borrower() {
    let mut window = Window::open(folder(&[]), "en");
    window.scan("20001234567890");
    window.press(Key::F9);
    window.press(Key::Escape);
    window.scan("30001234567890");
    window.wait_for("Lent: 3000 1234 5678 90");
}

#[test]
fn buttons_and_tabs_lead_where_the_keys_lead() {
    for (language, after, tab, title, back) in [
        ("en", "After the outage  F6", "History  F9", "All batches", "Back to the desk  Esc"),
        ("fr", "Après la panne  F6", "Historique  F9", "Tous les lots", "Revenir au bureau  Esc"),
    ] {
        let mut window = Window::open(folder(&[]), language);
        window.click(after);
        window.click(tab);
        assert!(window.shows(title));
        window.click(back);
        assert!(!window.shows(title));
    }
}

/// A scan that nothing takes is kept, and presses no button.
#[test]
fn a_scan_on_a_page_is_kept_and_presses_nothing() {
    let mut window = Window::open(full_folder(), "en");
    window.press(Key::F6);
    window.wait_for("Close this file");
    window.harness.get_by_label("Close this file").focus();
    window.harness.run();
    assert_eq!(window.focused().as_deref(), Some("Close this file"));
    window.scan("30001 234567890");
    assert!(window.shows("Scanned here: 30001 234567890."));
    assert_eq!(window.harness.state().model().ordered, Ordered::Nothing, "a button was pressed");
    window.press(Key::F9);
    assert!(window.shows("Scanned here: 30001 234567890."), "it is not lost");
    window.click("Forget what was scanned here");
    assert!(!window.shows("Scanned here"));
}

/// What comes from the store is taken on every page.
#[test]
fn the_desk_goes_on_behind_a_page() {
    let mut window = Window::open(folder(&[]), "en");
    window.scan("20001234567890");
    window.scan("30001234567890");
    window.press(Key::F6);
    window.wait_for("1 loan, 1 borrower");
    window.press(Key::Escape);
    assert!(window.shows("All saved"));
}

#[test]
fn what_is_dropped_is_combined() {
    let mut window = Window::open(folder(&[]), "en");
    window.drop_files(&["north.dat", "south.dat"]);
    assert!(window.shows("Combine several desks"));
    window.drop_files(&["south.dat", "west.dat"]);
    for name in ["north.dat", "south.dat", "west.dat"] {
        assert_eq!(window.harness.query_all_by_label(name).count(), 1, "{name}");
    }
}

#[test]
fn a_text_dropped_on_the_page_of_the_report_is_the_report() {
    let mut window = Window::open(folder(&[]), "en");
    window.press(Key::F7);
    window.drop_files(&["report.TXT"]);
    assert!(window.shows("Match Alma’s job report"));
    assert!(window.shows("report.TXT"));
    window.drop_files(&["OffCirc.dat"]);
    assert!(window.shows("Combine several desks"));
}

#[test]
fn history_says_of_each_batch_what_became_of_it() {
    for (language, rows) in [
        (
            "en",
            [
                "OffCirc.dat: Still open. 2026-11-23, 08:00 to 08:02: 3 loans",
                "again.dat: Alma has the same already. 2026-11-20, 08:00 to 08:03: 4 loans",
                "first.dat: To be uploaded. 2026-11-21 08:00: 1 loan",
                "second.dat: To be uploaded. 2026-11-22, 08:00 to 08:01: 2 loans",
                "known.dat: Alma has it. 2026-11-20, 08:00 to 08:03: 4 loans",
                "old.dat: Alma has it. 2024-01-02, 08:00 to 08:04: 5 loans",
            ],
        ),
        (
            "fr",
            [
                "OffCirc.dat\u{a0}: Encore ouvert. 23/11/2026, de 08:00 à 08:02\u{a0}: 3 prêts",
                "again.dat\u{a0}: Déjà dans Alma. 20/11/2026, de 08:00 à 08:03\u{a0}: 4 prêts",
                "first.dat\u{a0}: À charger. 21/11/2026 08:00\u{a0}: 1 prêt",
                "second.dat\u{a0}: À charger. 22/11/2026, de 08:00 à 08:01\u{a0}: 2 prêts",
                "known.dat\u{a0}: Dans Alma. 20/11/2026, de 08:00 à 08:03\u{a0}: 4 prêts",
                "old.dat\u{a0}: Dans Alma. 02/01/2024, de 08:00 à 08:04\u{a0}: 5 prêts",
            ],
        ),
    ] {
        let mut window = Window::open(full_folder(), language);
        window.press(Key::F9);
        window.wait_for("old.dat");
        assert_eq!(window.order(&rows), rows);
    }
}

/// Only a chosen batch shows what can be done with it, and only what can be done with it.
#[test]
fn a_chosen_batch_shows_its_path_whole_when_copied() {
    let mut window = Window::open(full_folder(), "en");
    window.press(Key::F9);
    window.wait_for("old.dat");
    assert!(!window.shows("Copy path"));
    window.click("known.dat: Alma has it. 2026-11-20, 08:00 to 08:03: 4 loans, 4 borrowers");
    assert!(!window.shows("Alma has it: known.dat"));
    window.harness.get_by_label("Copy path").click();
    let path = window.folder.path().join("uploaded").join("known.dat").display().to_string();
    let mut copied = None;
    for _ in 0..10 {
        window.harness.step();
        copied = copied.or(window.copied());
    }
    assert_eq!(copied, Some(path));
    assert!(window.shows("Path copied"));
    window.click("first.dat: To be uploaded. 2026-11-21 08:00: 1 loan, 1 borrower");
    assert!(window.shows("Alma has it: first.dat"));
    assert!(window.shows("Copy path"));
}

/// Two batches that Alma has, one of them of long ago.
fn one_old_batch() -> TempDir {
    let recent = chrono::Local::now().date_naive() - chrono::Days::new(3);
    folder(&[
        ("uploaded/known.dat", loans(&recent.to_string(), 4)),
        ("uploaded/old.dat", loans("2024-01-02", 5)),
    ])
}

#[test]
fn old_batches_are_deleted_only_when_asked_twice() {
    let mut window = Window::open(one_old_batch(), "en");
    window.press(Key::F9);
    window.wait_for("Delete the one batch older than 90 days");
    window.click("Delete the one batch older than 90 days");
    assert!(window.shows("Delete this batch?"));
    window.click("Keep");
    assert!(!window.shows("Delete this batch?"));
    assert!(window.folder.path().join("uploaded/old.dat").exists());
}

/// A batch that was just closed appears without anybody asking.
#[test]
fn a_folder_that_changed_is_read_again_when_the_page_is_opened() {
    let mut window = Window::open(folder(&[]), "en");
    window.press(Key::F9);
    window.wait_for("No batches yet");
    let uploads = window.folder.path().join("uploads");
    fs::create_dir_all(&uploads).unwrap();
    fs::write(uploads.join("late.dat"), loans("2026-11-21", 1)).unwrap();
    window.press(Key::F6);
    window.wait_for("late.dat");
}

#[test]
fn upload_leads_through_the_oldest_batch_first() {
    let mut window = Window::open(full_folder(), "en");
    window.press(Key::F6);
    window.wait_for("2 batches are to be uploaded, in order of date");
    let path = window.folder.path().join("uploads").join("first.dat").display().to_string();
    let steps = [
        "1  Close OffCirc.dat",
        "3 loans, 3 borrowers",
        "Close this file",
        "2  Upload the batch in Alma",
        &path,
        "here “Main Library”",
        "not set to “Handle Automatically”",
        "Fulfillment > Advanced Tools > Offline Circulation",
        "Upload and Validate File Content",
        "scanned in once more",
        "Then: second.dat",
        "Alma has again.dat already: known.dat holds exactly the same",
        "Alma has it: again.dat",
        "3  Say that Alma has it",
        "Alma has it: first.dat",
    ];
    assert_eq!(window.order(&steps), steps);
    assert!(!window.shows("Alma has it: second.dat"));
}

#[test]
fn of_equal_batches_one_is_offered() {
    let mut window = Window::open(
        folder(&[
            ("uploads/a.dat", loans("2026-11-21", 1)),
            ("uploads/b.dat", loans("2026-11-21", 1)),
        ]),
        "en",
    );
    window.press(Key::F6);
    window.wait_for("b.dat and a.dat hold exactly the same. Upload a.dat only");
    assert!(window.shows("Alma has it: a.dat"));
    assert!(!window.shows("Alma has it: b.dat") && !window.shows("Then: b.dat"));
    window.press(Key::F9);
    window.wait_for("b.dat: Copy of another batch. 2026-11-21 08:00: 1 loan");
}

/// A link that leads nowhere stands for a file on a broken part of the disk.
#[cfg(unix)]
#[test]
fn a_batch_that_cannot_be_read_is_told_and_hides_no_other() {
    let folder = full_folder();
    std::os::unix::fs::symlink("nowhere", folder.path().join("uploads/broken.dat")).unwrap();
    let mut window = Window::open(folder, "en");
    for (page, other) in
        [(Key::F6, "Alma has it: first.dat"), (Key::F9, "first.dat: To be uploaded")]
    {
        window.press(page);
        window.wait_for(other);
        let text = window.all_text();
        assert!(
            text.contains("What is in it is not known") && text.contains("broken.dat"),
            "{text}"
        );
    }
    // Where it is the only one, nobody is told that there is none.
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("uploads")).unwrap();
    std::os::unix::fs::symlink("nowhere", folder.path().join("uploads/broken.dat")).unwrap();
    let mut window = Window::open(folder, "en");
    for page in [Key::F6, Key::F9] {
        window.press(page);
        window.wait_for("What is in it is not known");
        assert!(!window.shows("Alma has every batch") && !window.shows("No batches yet"));
    }
}

/// What somebody is about to press stays what it is while the page above it fills.
#[test]
fn the_focus_stays_while_a_check_is_done() {
    let mut large = loans("2026-11-21", 60).repeat(3000);
    large.extend(b"Monday: the network is down\r\n");
    let mut window = Window::open(folder(&[("uploads/first.dat", large)]), "en");
    window.press(Key::F6);
    window.wait_for("Alma has it: first.dat");
    assert!(window.shows("Looking for what stands in Alma’s way"), "{}", window.all_text());
    window.focus("Open folder");
    window.wait_for("Look at this before the upload");
    assert_eq!(window.focused().as_deref(), Some("Open folder"));
}

/// A check that its page was left for ends, and shows no button on another one: that would take the
/// keyboard's place there.
#[test]
fn a_check_that_goes_on_is_shown_on_its_page_alone() {
    let large = loans("2026-11-21", 60).repeat(3000);
    let report = b"Item not found. Barcode: 39999999999999".to_vec();
    let files = [("uploads/first.dat", large), ("report.txt", report)];
    let mut window = Window::open(folder(&files), "en");
    window.press(Key::F6);
    window.wait_for("Alma has it: first.dat");
    window.press(Key::F7);
    window.drop_files(&["report.txt"]);
    window.wait_for("0 matched, 1 not");
    window.wait_for_end_of("Stop");
    window.press(Key::F6);
    assert!(window.shows("Alma has it: first.dat"));
}

/// The keyboard goes through the page in the order of the work.
#[test]
fn tab_follows_the_order_of_the_work() {
    let mut window = Window::open(full_folder(), "en");
    // The question about earlier days has buttons of its own.
    window.wait_for("No, go on adding");
    window.click("No, go on adding");
    window.press(Key::F6);
    window.wait_for("Close this file");
    for label in [
        "Upload  F6",
        "Report  F7",
        "Combine  F8",
        "History  F9",
        "Close this file",
        "Copy path",
        "Open folder",
        "Alma has it: again.dat",
        "Alma has it: first.dat",
    ] {
        assert_eq!(window.focused().as_deref(), Some(label));
        window.press(Key::Tab);
    }
}

#[test]
fn upload_says_what_to_do_when_there_is_nothing() {
    for (language, nothing, close_first) in [
        ("en", "Nothing to upload: Alma has every batch", "first close OffCirc.dat in step 1"),
        (
            "fr",
            "Rien à charger\u{a0}: Alma a tous les lots",
            "fermez d’abord OffCirc.dat à l’étape 1",
        ),
    ] {
        let mut window = Window::open(folder(&[]), language);
        window.press(Key::F6);
        window.wait_for(nothing);
        window.press(Key::Escape);
        window.scan("20001234567890");
        window.scan("30001234567890");
        window.press(Key::F6);
        window.wait_for(close_first);
    }
}

#[test]
fn alma_has_it_is_asked_once_in_exact_words() {
    let mut window = Window::open(full_folder(), "en");
    window.press(Key::F6);
    window.wait_for("Alma has it: first.dat");
    window.click("Alma has it: first.dat");
    assert!(window.shows("Does Alma have first.dat?"));
    window.press(Key::Escape);
    assert!(!window.shows("Does Alma have first.dat?"));
    assert!(window.shows("Upload to Alma"), "Escape answers the question and nothing more");
}

/// While the folder fails, nothing claims that there is nothing to upload.
#[test]
fn a_folder_that_is_gone_is_not_an_empty_one() {
    let folder = tempfile::tempdir().unwrap();
    let in_the_way = folder.path().join("data");
    fs::write(&in_the_way, "no folder can be made here").unwrap();
    let config = Config { data_folder: in_the_way, spool_root: None, give_up: GiveUp::Never };
    let harness = Harness::builder().with_size(vec2(720.0, 760.0)).build_eframe(move |cc| {
        let ctx = cc.egui_ctx.clone();
        let model = Model::new(config, Arc::new(RealDisk), move || ctx.request_repaint());
        App::new(&cc.egui_ctx, model, Texts::new("en"))
    });
    let mut window = Window { folder, harness };
    window.wait_for("The data folder can’t be used");
    for key in [Key::F6, Key::F9] {
        window.press(key);
        window.wait_for("The data folder can’t be used");
        assert!(!window.shows("Nothing to upload") && !window.shows("No batches yet"));
    }
}

/// What is outside the file would stay behind when the file is closed.
#[test]
fn a_file_is_not_closed_while_transactions_are_outside_it() {
    let folder = folder(&[("OffCirc.dat", loans("2026-11-23", 3))]);
    let mut window = Window::open_on(folder, "en", [720.0, 760.0], Arc::new(ReadOnlyDisk));
    window.scan("20001234567890");
    window.scan("30001234567890");
    window.wait_for("1 not saved");
    window.press(Key::F6);
    window.wait_for("3 loans");
    window.click("Close this file");
    window.wait_for("One transaction is not in OffCirc.dat yet.");
    assert!(window.folder.path().join("OffCirc.dat").exists());
}

/// The whole way of a batch, and of the bytes in it: closed, offered, uploaded, never offered again.
#[test]
fn a_file_goes_to_alma_once() {
    for (language, close, closed, next, has, ask, moved, same) in [
        (
            "en",
            "Close this file",
            "OffCirc.dat is closed. Its batch is",
            "1 loan, 1 borrower",
            "Alma has it: ",
            "Yes, Alma has it",
            "is among the batches that Alma has",
            "Don’t upload it",
        ),
        (
            "fr",
            "Fermer ce fichier",
            "OffCirc.dat est fermé. Son lot est",
            "1 prêt, 1 emprunteur",
            "C’est dans Alma\u{a0}: ",
            "Oui, c’est dans Alma",
            "est rangé avec les lots déjà dans Alma",
            "Ne le chargez pas",
        ),
    ] {
        let bytes = loans("2025-03-10", 3);
        let mut window = Window::open(folder(&[("OffCirc.dat", bytes.clone())]), language);
        window.press(Key::F6);
        window.wait_for(close);
        window.click(close);
        window.wait_for(closed);
        let name = "OffCirc_Main-Library_20250310-0800_20250310-0802.dat";
        let batch = window.folder.path().join("uploads").join(name);
        assert_eq!(fs::read(&batch).unwrap(), bytes);

        // The desk goes on, in a new file.
        window.press(Key::Escape);
        window.scan("20001234567890");
        window.scan("30001234567890");
        window.press(Key::F6);
        window.wait_for(next);
        let recorded = fs::read_to_string(window.folder.path().join("OffCirc.dat")).unwrap();
        assert_eq!(recorded.lines().count(), 1);

        window.click(&format!("{has}{name}"));
        window.click(ask);
        window.wait_for(moved);
        assert!(!batch.exists());
        assert_eq!(fs::read(window.folder.path().join("uploaded").join(name)).unwrap(), bytes);

        // The same bytes under another name: nobody is told to upload them.
        fs::write(window.folder.path().join("uploads/copy.dat"), &bytes).unwrap();
        window.press(Key::F9);
        window.press(Key::F6);
        window.wait_for(same);
        assert!(!window.shows("Upload and Validate File Content"), "{}", window.all_text());
        window.click(&format!("{has}copy.dat"));
        window.click(ask);
        window.wait_for(&format!("copy.dat {moved}"));
        assert!(!window.folder.path().join("uploads/copy.dat").exists());
    }
}

/// Only what Alma has, and has had for long, is deleted.
#[test]
fn old_batches_are_deleted_when_somebody_says_so() {
    let files = [
        ("OffCirc.dat", loans("2020-03-10", 3)),
        ("uploads/waits.dat", loans("2020-03-11", 1)),
        ("uploaded/old.dat", loans("2020-03-12", 1)),
        ("uploaded/older.dat", loans("2020-03-13", 1)),
        ("uploaded/new.dat", loans("2099-03-13", 1)),
    ];
    for (language, delete, yes, deleted) in [
        ("en", "Delete 2 batches older than 90 days", "Delete", "2 batches are deleted."),
        ("fr", "Supprimer 2 lots de plus de 90 jours", "Supprimer", "2 lots sont supprimés."),
    ] {
        let mut window = Window::open(folder(&files), language);
        window.press(Key::F9);
        window.wait_for(delete);
        window.click(delete);
        window.click(yes);
        window.wait_for(deleted);
        let there = |name: &str| window.folder.path().join(name).exists();
        assert!(!there("uploaded/old.dat") && !there("uploaded/older.dat"));
        assert!(there("OffCirc.dat") && there("uploads/waits.dat") && there("uploaded/new.dat"));
    }
}

/// What is to be checked before the upload stands above the button that closes the file, in words
/// that say what to do.
#[test]
fn upload_says_what_stands_in_almas_way() {
    let wrong = [
        &b"Monday: the network is down\r\n"[..],
        &transaction("2025-03-10T08:00", "L", "30001", "20001"),
        &transaction("2025-03-10T09:00", "R", "30001", ""),
        &transaction("2025-03-10T10:00", "R", "30002", ""),
        &transaction("2025-03-10T10:01", "R", "30002", ""),
    ]
    .concat();
    for (language, parts, show, information, close) in [
        (
            "en",
            [
                "Look at this before the upload: 1 error, 2 warnings.",
                "Line 1: error",
                "This line can’t be read",
                "Line 4: warning",
                "Line 5 says the same about item 30002",
                "Line 5: warning",
                "1 loan, 3 returns",
                "Close it all the same",
            ],
            "Show 2 more things to know: OffCirc.dat",
            "Line 2: good to know",
            "Nothing stands in Alma’s way.",
        ),
        (
            "fr",
            [
                "À voir avant le chargement\u{a0}: 1 erreur, 2 avertissements.",
                "Ligne 1\u{a0}: erreur",
                "Cette ligne est illisible",
                "Ligne 4\u{a0}: avertissement",
                "La ligne 5 dit la même chose de l’exemplaire 30002",
                "Ligne 5\u{a0}: avertissement",
                "1 prêt, 3 retours",
                "Fermer quand même",
            ],
            "Montrer 2 autres choses à savoir\u{a0}: OffCirc.dat",
            "Ligne 2\u{a0}: bon à savoir",
            "Rien ne gêne Alma.",
        ),
    ] {
        let files = [("OffCirc.dat", wrong.clone()), ("uploads/first.dat", loans("2025-03-09", 1))];
        let mut window = Window::open(folder(&files), language);
        window.press(Key::F6);
        window.wait_for(parts[0]);
        assert_eq!(window.order(&parts), parts);
        assert!(!window.shows(information), "what needs nothing to be done is folded away");
        window.click(show);
        assert!(window.shows(information));
        assert!(window.shows(close), "{}", window.all_text());
    }
}

/// Of many findings some stand there, and the keyboard reaches the others.
#[test]
fn many_findings_are_shown_in_parts() {
    let twice = (0..60).map(|_| transaction("2025-03-10T10:00", "R", "30002", ""));
    let files = [("OffCirc.dat", twice.collect::<Vec<_>>().concat())];
    let mut window = Window::open(folder(&files), "en");
    window.press(Key::F6);
    window.wait_for("60 warnings");
    assert!(window.shows("Line 20: warning") && !window.shows("Line 21: warning"));
    assert!(window.shows("1 to 20 of 60"));
    window.click("Next: Check of OffCirc.dat");
    assert!(window.shows("Line 21: warning") && !window.shows("Line 20: warning"));
    window.click("Next: Check of OffCirc.dat");
    assert!(window.shows("41 to 60 of 60"));
    window.click("Back: Check of OffCirc.dat");
    assert!(window.shows("21 to 40 of 60"));
}

/// Every control of every page has a name, and no two the same.
#[test]
fn every_control_has_a_name_of_its_own_in_every_size() {
    for language in ["en", "fr"] {
        for size in [[480.0, 560.0], [720.0, 760.0], [1600.0, 1200.0]] {
            let mut window = Window::open_sized(full_folder(), language, size);
            for key in [Key::F6, Key::F7, Key::F8, Key::F9] {
                window.press(key);
                if matches!(key, Key::F6 | Key::F9) {
                    window.wait_for("first.dat");
                }
                let mut names = Vec::new();
                for node in window.harness.root().children_recursive() {
                    let node = node.accesskit_node();
                    if !matches!(node.role(), Role::TextInput | Role::Button | Role::Tab) {
                        continue;
                    }
                    let name = node.label().unwrap_or_default();
                    assert!(!name.is_empty(), "{language}: {:?} without a name", node.role());
                    names.push(name);
                }
                names.sort();
                let count = names.len();
                names.dedup();
                assert_eq!(names.len(), count, "{language}: {names:?}");
            }
        }
    }
}

/// A batch that another program has written is made what Alma expects with one press.
#[test]
fn an_odd_batch_is_mended_with_one_press() {
    let odd = [&loans("2025-03-09", 2)[..], b"Koha\n"].concat();
    let mut window = Window::open(folder(&[("uploads/odd.dat", odd.clone())]), "en");
    window.press(Key::F6);
    window.wait_for("This file isn’t in the form that Alma expects.");
    window.click("Mend odd.dat");
    window.wait_for("One line can’t be read and was left out:");
    assert!(window.shows("Line 3, column 1"), "{}", window.all_text());
    window.wait_for_end_of("This file isn’t in the form that Alma expects.");
    let uploads = window.folder.path().join("uploads");
    assert_eq!(fs::read(uploads.join("odd.dat")).unwrap(), loans("2025-03-09", 2));
    assert_eq!(fs::read(uploads.join("odd.original")).unwrap(), odd);
}
