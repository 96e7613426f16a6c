//! Matching Alma's report and recording again, driven by what a person reads and presses, on real
//! folders. Nothing is drawn on a screen.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by them")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use chrono::{Days, Local};
use eframe::egui::accesskit::Toggled;
use eframe::egui::{self, Event, Key, Modifiers, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use offcirc::store::{Config, GiveUp, RealDisk};
use offcirc::text::Texts;
use offcirc::ui::files::Wanted;
use offcirc::ui::{App, Model, Ordered};
use tempfile::TempDir;

/// What Alma says of [`MONDAY`], and something of another desk.
const REPORT: &str = "Job report\r\n\
    Item not found. Barcode: 30000001\r\n\
    User not found. Barcode: 20000002\r\n\
    Return item failed, item was not on loan. Barcode: 30000003\r\n\
    A later action on this item happened. Barcode: 30000004\r\n\
    Something else happened. Barcode: 30000004\r\n\
    Item not found. Barcode: 99999999\r\n";

const MONDAY: &[&str] = &[
    "202611230800L 30000001 20000001",
    "202611230801L 30000002 20000002",
    "202611230802R 30000003",
    "202611230803L 30000004 20000004",
    "202611230804R 30000001",
];

/// Who answers when the window asks for a file.
type Answer = Arc<Mutex<Option<PathBuf>>>;

struct Window {
    folder: TempDir,
    answer: Answer,
    harness: Harness<'static, App>,
}

impl Window {
    fn open(files: &[(&str, &[&str])], language: &str) -> Self {
        Self::open_sized(files, language, [720.0, 760.0])
    }

    fn open_sized(files: &[(&str, &[&str])], language: &str, [width, height]: [f32; 2]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, lines) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, dat(lines)).unwrap();
        }
        let config = Config {
            data_folder: folder.path().to_path_buf(),
            spool_root: None,
            give_up: GiveUp::Never,
        };
        let texts = Texts::new(language);
        let answer = Answer::default();
        let theirs = answer.clone();
        let ask = Arc::new(move |_: Wanted| theirs.lock().unwrap().clone());
        let harness = Harness::builder()
            .with_size(vec2(width, height))
            .with_max_steps(1000)
            .build_eframe(move |cc| {
                let ctx = cc.egui_ctx.clone();
                let model = Model::new(config, Arc::new(RealDisk), move || ctx.request_repaint());
                App::new(&cc.egui_ctx, model, texts).asking(ask)
            });
        let mut window = Self { folder, answer, harness };
        window.harness.run();
        window
    }

    /// A window on a Monday that Alma has, at the page of the report, into which it was pasted.
    fn with_report(language: &str) -> Self {
        let mut window = Self::open(&[("uploaded/monday.dat", MONDAY)], language);
        window.paste(REPORT);
        window.wait_for(if language == "fr" { "6 messages\u{a0}: 4" } else { "6 messages: 4" });
        window
    }

    /// A window at the page of recording again, with the two loans that are proposed.
    fn at_again(language: &str) -> Self {
        let mut window = Self::with_report(language);
        window.click(if language == "fr" { "Refaire …" } else { "Record again …" });
        window
    }

    fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run();
    }

    /// Tab again and again, faster than frames come.
    fn hold_tab(&mut self, times: usize) {
        let (key, modifiers) = (Key::Tab, Modifiers::NONE);
        let events = &mut self.harness.input_mut().events;
        for pressed in [true, false].repeat(times) {
            events.push(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
        }
        self.harness.run();
    }

    fn paste(&mut self, text: &str) {
        self.press(Key::F7);
        self.harness.get_by_role(Role::MultilineTextInput).focus();
        self.harness.run();
        self.harness.input_mut().events.push(Event::Paste(text.to_owned()));
        self.harness.run();
    }

    /// Presses the control whose name starts so. What the keyboard reaches comes into sight.
    #[track_caller]
    fn click(&mut self, name: &str) {
        for step in 0..2 {
            let control = self.control(name).unwrap_or_else(|| self.fail(name));
            if step == 0 {
                control.focus();
            } else {
                control.click();
            }
            self.harness.run();
        }
    }

    fn control(&self, name: &str) -> Option<egui_kittest::Node<'_>> {
        let is_control = |node: &egui_kittest::Node<'_>| {
            matches!(
                node.accesskit_node().role(),
                Role::Button | Role::Tab | Role::CheckBox | Role::RadioButton | Role::TextInput
            )
        };
        let nodes = self.harness.root().children_recursive().filter(is_control);
        let mut named = nodes.filter_map(|node| Some((node.accesskit_node().label()?, node)));
        named.find(|(label, _)| label.starts_with(name)).map(|(_, node)| node)
    }

    #[track_caller]
    fn is_on(&self, name: &str) -> bool {
        let control = self.control(name).unwrap_or_else(|| self.fail(name));
        control.accesskit_node().toggled() == Some(Toggled::True)
    }

    #[track_caller]
    fn is_enabled(&self, name: &str) -> bool {
        !self.control(name).unwrap_or_else(|| self.fail(name)).accesskit_node().is_disabled()
    }

    /// Scans into the field whose name starts so.
    #[track_caller]
    fn scan_into(&mut self, name: &str, barcode: &str) {
        self.control(name).unwrap_or_else(|| self.fail(name)).focus();
        self.harness.run();
        self.scan(barcode);
    }

    fn scan(&mut self, barcode: &str) {
        let events = &mut self.harness.input_mut().events;
        events.extend(barcode.chars().map(|c| Event::Text(c.to_string())));
        let (key, modifiers) = (Key::Enter, Modifiers::NONE);
        for pressed in [true, false] {
            events.push(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
        }
        self.harness.run();
    }

    fn drop_file(&mut self, name: &str, bytes: &[u8]) {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
        self.harness.run();
    }

    fn shows(&self, text: &str) -> bool {
        self.harness.query_all_by_label_contains(text).next().is_some()
    }

    /// Runs the window until it shows a text.
    #[track_caller]
    fn wait_for(&mut self, text: &str) {
        let until = Instant::now() + Duration::from_secs(30);
        while !self.shows(text) {
            if Instant::now() > until {
                self.fail::<()>(text);
            }
            self.harness.step();
        }
        self.harness.run();
    }

    #[track_caller]
    fn fail<T>(&self, wanted: &str) -> T {
        panic!("not there: {wanted}\n{}", self.all_text())
    }

    fn all_text(&self) -> String {
        let nodes = self.harness.root().children_recursive();
        let labels = nodes.filter_map(|node| {
            let node = node.accesskit_node();
            node.label().or(node.value())
        });
        labels.collect::<Vec<_>>().join("\n")
    }

    /// The texts among these in the order in which they are shown.
    #[track_caller]
    fn order(&self, texts: &[&str]) -> Vec<String> {
        let all = self.all_text();
        // The field says the messages too.
        let first = texts.first().unwrap();
        let start = all.find(first).unwrap_or_else(|| self.fail(first));
        let (_, all) = all.split_at(start);
        let place = |text: &str| all.find(text).unwrap_or_else(|| self.fail(text));
        let mut found: Vec<_> =
            texts.iter().map(|text| (place(text), (*text).to_owned())).collect();
        found.sort();
        found.into_iter().map(|(_, text)| text).collect()
    }

    fn focused(&self) -> Option<String> {
        let mut nodes = self.harness.root().children_recursive();
        let focused = nodes.find(|node| node.accesskit_node().is_focused())?;
        focused.accesskit_node().label().or(focused.accesskit_node().value())
    }

    /// The lines of the one batch that is to be uploaded, without their columns.
    fn written(&self) -> Vec<String> {
        let folder = self.folder.path().join("uploads");
        let mut files: Vec<_> =
            fs::read_dir(folder).unwrap().map(|one| one.unwrap().path()).collect();
        assert_eq!(files.len(), 1, "{files:?}");
        let text = fs::read_to_string(files.remove(0)).unwrap();
        assert!(text.ends_with("\r\n"));
        let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        text.split_terminator("\r\n").map(words).collect()
    }
}

/// A file that is dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the window reads no file by itself".to_owned())
    }
}

/// Transactions as the bytes of a file: time and kind, the item, and the borrower of a loan.
fn dat(lines: &[&str]) -> Vec<u8> {
    let mut file = String::new();
    for line in lines {
        let mut words = line.split(' ');
        let (start, item) = (words.next().unwrap(), words.next().unwrap());
        write!(file, "{start}{item:<80}{}\r\n", words.next().unwrap_or_default()).unwrap();
    }
    file.into_bytes()
}

/// What is to be done comes first, what nobody can do anything about last.
#[test]
fn a_pasted_report_is_sorted_by_what_is_to_be_done() {
    for (language, wanted) in [
        (
            "en",
            [
                "4 matched, 2 not",
                "1 line of the report is no message",
                "No item in Alma has this barcode",
                "Item not found. Barcode: 30000001 – 2 transactions",
                "loan of 30000001 to 20000001, 2026-11-23 08:00, ",
                "monday.dat, line 1",
                "monday.dat, line 5",
                "No user in Alma has this identifier",
                "monday.dat, line 2",
                "The item was handled in Alma after the time",
                "monday.dat, line 4",
                "The item was not on loan",
                "There is nothing to do.",
                "monday.dat, line 3",
                "The wording is not known",
                "Something else happened. Barcode: 30000004",
                "No batch of this computer has this barcode",
                "Item not found. Barcode: 99999999",
                "Record again …",
                "Export for the shelves …",
            ],
        ),
        (
            "fr",
            [
                "4 avec transaction, 2 sans",
                "1 ligne du rapport n’est pas un message",
                "Aucun exemplaire dans Alma n’a ce code-barres",
                "Item not found. Barcode: 30000001 – 2 transactions",
                "23/11/2026 08:00",
                "monday.dat, ligne 1",
                "monday.dat, ligne 5",
                "Aucun utilisateur dans Alma n’a cet identifiant",
                "monday.dat, ligne 2",
                "L’exemplaire a été traité dans Alma après",
                "monday.dat, ligne 4",
                "L’exemplaire n’était pas en prêt",
                "Il n’y a rien à faire.",
                "monday.dat, ligne 3",
                "La formulation n’est pas connue",
                "Something else happened. Barcode: 30000004",
                "Aucun lot de cet ordinateur n’a ce code-barres",
                "Item not found. Barcode: 99999999",
                "Refaire …",
                "Exporter pour les rayons …",
            ],
        ),
    ] {
        // High enough that nothing has to be scrolled.
        let files: &[(&str, &[&str])] = &[("uploaded/monday.dat", MONDAY)];
        let mut window = Window::open_sized(files, language, [720.0, 1800.0]);
        window.paste(REPORT);
        window.wait_for(wanted[0]);
        assert_eq!(window.order(&wanted), wanted);
    }
}

/// What needs nothing, or a look at the item first, is not proposed.
#[test]
fn what_alma_does_not_know_is_proposed_and_nothing_else() {
    let window = {
        let mut window =
            Window::open_sized(&[("uploaded/monday.dat", MONDAY)], "en", [720.0, 1800.0]);
        window.paste(REPORT);
        window.wait_for("6 messages: 4");
        window
    };
    for (name, is_on) in [
        ("loan of 30000001 to 20000001", true),
        ("return of 30000001", true),
        ("loan of 30000002 to 20000002", true),
        ("loan of 30000004 to 20000004", false),
        ("return of 30000003", false),
    ] {
        assert_eq!(window.is_on(name), is_on, "{name}");
    }
    assert!(window.shows("3 transactions chosen"));
}

/// Old batches have been seen to, and what waits for its upload can't have been refused.
#[test]
fn only_transactions_of_the_batch_that_was_uploaded_are_proposed() {
    let other: &[&str] = &["202611200800L 30000001 20000009"];
    let files: &[(&str, &[&str])] = &[
        ("uploaded/monday.dat", MONDAY),
        ("uploaded/friday.dat", other),
        ("uploads/tuesday.dat", &["202611240800L 30000001 20000008"]),
    ];
    let mut window = Window::open_sized(files, "en", [720.0, 1800.0]);
    window.paste(REPORT);
    window.wait_for("This seems to be the report of monday.dat.");
    assert!(window.is_on("loan of 30000001 to 20000001"));
    assert!(!window.is_on("loan of 30000001 to 20000009"));
    assert!(!window.is_on("loan of 30000001 to 20000008"));
    window.click("Choose all 4 of these. Find the item");
    assert!(window.is_on("loan of 30000001 to 20000008"));
    window.click("Choose all 4 of these. Find the item");
    assert!(!window.is_on("loan of 30000001 to 20000001"));
}

#[test]
fn a_report_is_dropped_or_opened_as_a_file_and_cleared() {
    let mut window = Window::open(&[("uploaded/monday.dat", MONDAY)], "en");
    window.press(Key::F7);
    let utf16: Vec<u8> = REPORT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    window.drop_file("report.csv", &[b"\xff\xfe".as_slice(), &utf16].concat());
    window.wait_for("6 messages: 4 matched");
    assert!(window.shows("report.csv"));
    window.click("Clear");
    assert!(!window.shows("6 messages") && !window.shows("report.csv"));
    assert!(!window.shows("Record again …"));
    let path = window.folder.path().join("report.csv");
    *window.answer.lock().unwrap() = Some(path);
    window.click("Open file …");
    window.wait_for("6 messages: 4 matched");
}

#[test]
fn a_file_that_is_no_report_is_refused_in_words() {
    for (language, not_text, none) in [
        ("en", "This file is not text.", "No message of Alma’s job report was found here."),
        (
            "fr",
            "Ce fichier n’est pas du texte.",
            "Aucun message d’un rapport d’Alma n’a été trouvé",
        ),
    ] {
        let mut window = Window::open(&[("uploaded/monday.dat", MONDAY)], language);
        window.press(Key::F7);
        window.drop_file("report.txt", b"PK\x03\x04\0\0 a workbook");
        window.wait_for(not_text);
        window.drop_file("report.txt", b"The network is back.");
        window.wait_for(none);
        assert!(!window.shows(not_text));
    }
}

#[test]
fn the_report_stays_when_the_page_is_left() {
    let mut window = Window::with_report("en");
    window.click("loan of 30000002 to 20000002");
    assert!(window.shows("2 transactions chosen"));
    window.press(Key::Escape);
    window.press(Key::F7);
    window.wait_for("6 messages: 4 matched");
    assert!(window.shows("2 transactions chosen"));
}

/// A scan into the report would be a loan that nobody records.
#[test]
fn a_scan_on_the_page_is_kept_and_presses_nothing() {
    let mut window = Window::with_report("en");
    window.scan("30001234567890");
    window.wait_for("Scanned here: 30001234567890.");
    let mut window = Window::with_report("en");
    window.control("Record again …").unwrap().focus();
    window.harness.run();
    window.scan("30001234567890");
    assert!(window.shows("Scanned here: 30001234567890."));
    assert!(window.shows("Match Alma’s job report"));
}

/// Only what is in sight is drawn, and the keyboard gets further all the same.
#[test]
fn a_long_report_is_drawn_in_part_and_reached_as_a_whole() {
    let mut report = String::new();
    let mut lines = Vec::new();
    for number in 0..10_000 {
        writeln!(report, "Item not found. Barcode: {}", 30_000_000 + number).unwrap();
        lines.push(format!("202611230800L {} 20000001", 30_000_000 + number));
    }
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let mut window = Window::open(&[("uploaded/long.dat", &lines)], "en");
    window.paste(&report);
    window.wait_for("10,000 messages: 10,000 matched, 0 not.");
    assert!(window.shows("10,000 transactions chosen"));
    assert!(window.harness.root().children_recursive().count() < 200, "all is drawn");
    assert!(!window.shows("loan of 30000040 "));
    window.control("loan of 30000000 ").unwrap().focus();
    window.harness.run();
    window.hold_tab(40);
    assert!(window.focused().unwrap().starts_with("loan of 30000040 "), "{:?}", window.focused());
}

/// What is done first is reached first.
#[test]
fn tab_follows_the_order_of_the_work() {
    let mut window = Window::with_report("en");
    window.press(Key::Escape);
    window.press(Key::F7);
    for start in [
        "Report  F7",
        "Combine  F8",
        "History  F9",
        "Messages of the report",
        "Open file …",
        "Clear",
        "Choose all 2 of these",
        "loan of 30000001",
        "return of 30000001",
        "loan of 30000002",
        "loan of 30000004",
        "return of 30000003",
        "loan of 30000004",
        "Item not found. Barcode: 99999999",
        "Record again …",
        "Export for the shelves …",
    ] {
        let focused = window.focused().unwrap_or_default();
        assert!(focused.starts_with(start), "{start}: {focused}");
        window.press(Key::Tab);
    }
    let mut window = Window::at_again("en");
    for start in [
        "Report  F7",
        "Combine  F8",
        "History  F9",
        "Record again, 1: loan of 30000001",
        "Item barcode, 1: loan of 30000001",
        "Borrower, 1: loan of 30000001",
        "Record again, 2: loan of 30000002",
        "Item barcode, 2: loan of 30000002",
        "Borrower, 2: loan of 30000002",
        "Record again, 3: return of 30000001",
        "Item barcode, 3: return of 30000001",
        "Its own time",
        "Yesterday at the same hour",
        "Now",
        "Turn loans into returns",
        "Write a new batch",
    ] {
        let focused = window.focused().unwrap_or_default();
        assert!(focused.starts_with(start), "{start}: {focused}");
        window.press(Key::Tab);
    }
}

/// A key that is held down goes through the same controls: none is passed over because it was out
/// of sight.
#[test]
fn fast_keys_pass_nothing_over() {
    for size in [[480.0, 560.0], [720.0, 760.0]] {
        let files: &[(&str, &[&str])] = &[("uploaded/monday.dat", MONDAY)];
        let mut window = Window::open_sized(files, "fr", size);
        window.paste(REPORT);
        window.wait_for("6 messages\u{a0}: 4");
        window.hold_tab(11);
        assert_eq!(window.focused().as_deref(), Some("Refaire …"), "{size:?}");
    }
}

/// What is corrected is written, byte for byte as the format has it, and nothing else changes.
#[test]
fn corrected_transactions_become_a_batch_of_their_own() {
    for (language, item, borrower, take, write, written, upload, title) in [
        (
            "en",
            "Item barcode, 1: ",
            "Borrower, 2: ",
            "Record again, 3: ",
            "Write a new batch",
            "The new batch is written: ",
            "Upload it",
            "Upload to Alma",
        ),
        (
            "fr",
            "Code-barres de l’exemplaire, 1\u{a0}: ",
            "Emprunteur, 2\u{a0}: ",
            "Refaire, 3\u{a0}: ",
            "Écrire un nouveau lot",
            "Le nouveau lot est écrit\u{a0}: ",
            "Le charger",
            "Charger dans Alma",
        ),
    ] {
        let mut window = Window::at_again(language);
        window.scan_into(item, "30000077");
        window.scan_into(borrower, "20000088");
        window.click(take);
        window.click(write);
        window.wait_for(written);
        let lines = ["202611230800L30000077 20000001", "202611230801L30000002 20000088"];
        assert_eq!(window.written(), lines);
        let original = fs::read(window.folder.path().join("uploaded/monday.dat")).unwrap();
        assert_eq!(original, dat(MONDAY));
        window.click(upload);
        assert!(window.shows(title));
        window.wait_for(if language == "fr" { "23/11/2026" } else { "2026-11-23" });
    }
}

/// A barcode that the file can't hold is refused in words, and nothing is written with it.
#[test]
fn a_correction_that_is_no_barcode_is_refused() {
    for (language, item, why, first, write) in [
        (
            "en",
            "Item barcode, 1: ",
            "Character 3, “é”, can’t stand in a barcode.",
            "First correct the barcodes that are marked in red.",
            "Write a new batch",
        ),
        (
            "fr",
            "Code-barres de l’exemplaire, 1\u{a0}: ",
            "«\u{a0}é\u{a0}»",
            "Corrigez d’abord les codes-barres marqués en rouge.",
            "Écrire un nouveau lot",
        ),
    ] {
        let mut window = Window::at_again(language);
        assert!(window.is_enabled(write));
        window.scan_into(item, "30é01");
        assert!(window.shows(why), "{}", window.all_text());
        assert!(window.shows(first));
        assert!(!window.is_enabled(write));
        window.scan_into(item, "30000077");
        assert!(!window.shows(first));
        assert!(window.is_enabled(write));
    }
}

/// The next scan must not fall into another field, where nobody sees it.
#[test]
fn a_second_scan_behind_a_correction_changes_nothing() {
    let mut window = Window::at_again("en");
    window.scan_into("Item barcode, 1: ", "30000077");
    window.scan("30000078");
    assert!(window.shows("Scanned here: 30000078."));
    window.click("Write a new batch");
    window.wait_for("The new batch is written: ");
    assert_eq!(
        window.written(),
        [
            "202611230800L30000077 20000001",
            "202611230801L30000002 20000002",
            "202611230804R30000001",
        ]
    );
}

#[test]
fn the_time_is_the_own_one_yesterdays_or_now() {
    let yesterday = Local::now().date_naive().checked_sub_days(Days::new(1)).unwrap();
    let mut window = Window::at_again("en");
    assert!(window.is_on("Its own time"));
    window.click("Yesterday at the same hour");
    assert!(window.is_on("Yesterday at the same hour") && !window.is_on("Its own time"));
    assert!(window.shows(&format!("{yesterday} 08:00")), "{}", window.all_text());
    window.click("Now");
    let before = Local::now().format("%Y%m%d%H%M").to_string();
    window.click("Write a new batch");
    window.wait_for("The new batch is written: ");
    let after = Local::now().format("%Y%m%d%H%M").to_string();
    for line in window.written() {
        let time = line.get(..12).unwrap();
        assert!((before.as_str()..=after.as_str()).contains(&time), "{line}");
    }
}

/// Loans are undone by returns; a return has nothing that could be undone, and that is said.
#[test]
fn loans_become_returns_and_returns_are_left_out() {
    for (language, returns, left_out, write, written) in [
        (
            "en",
            "Turn loans into returns",
            "One is left out. It is a return already",
            "Write a new batch",
            "The new batch is written: ",
        ),
        (
            "fr",
            "Changer les prêts en retours",
            "Une transaction est laissée de côté. C’est déjà un retour",
            "Écrire un nouveau lot",
            "Le nouveau lot est écrit\u{a0}: ",
        ),
    ] {
        let mut window = Window::at_again(language);
        window.click(returns);
        window.wait_for(left_out);
        window.click(write);
        window.wait_for(written);
        assert_eq!(window.written(), ["202611230800R30000001", "202611230801R30000002"]);
    }
}

#[test]
fn nothing_is_written_when_nothing_is_left() {
    let mut window = Window::at_again("en");
    for number in 1..=3 {
        window.click(&format!("Record again, {number}: "));
    }
    window.wait_for("Nothing is left to be written.");
    assert!(!window.is_enabled("Write a new batch"));
    assert_eq!(window.harness.state().model().ordered, Ordered::Nothing);
}

/// Somebody looks something up on another page: what was corrected is still there. A batch that is
/// written is done: the same choice starts anew.
#[test]
fn corrections_stay_until_they_are_written() {
    let mut window = Window::at_again("en");
    window.scan_into("Item barcode, 1: ", "30000077");
    window.press(Key::F6);
    window.press(Key::F7);
    window.click("Record again …");
    assert!(window.shows("Before: 30000001"));
    window.click("Write a new batch");
    window.wait_for("The new batch is written: ");
    window.press(Key::F7);
    window.click("Record again …");
    assert!(window.shows("Write a new batch") && !window.shows("Before: 30000001"));
}

/// The sheet for the shelves is what offcirc-cli writes, at the place that was chosen.
#[test]
fn the_sheet_is_written_where_somebody_chose() {
    for (language, export, done, head) in [
        ("en", "Export for the shelves …", "The sheet for the shelves is written.", "\"Time\""),
        ("fr", "Exporter pour les rayons …", "La liste pour les rayons est écrite.", "\"Heure\""),
    ] {
        let mut window = Window::with_report(language);
        let path = window.folder.path().join("sheet.csv");
        *window.answer.lock().unwrap() = Some(path.clone());
        window.click(export);
        window.wait_for(done);
        let sheet = fs::read_to_string(path).unwrap();
        assert!(sheet.starts_with(&format!("\u{feff}{head}")), "{sheet}");
        assert_eq!(sheet.lines().count(), 1 + 2 + 1 + 1 + 1 + 1 + 1, "{sheet}");
        assert!(sheet.contains("\"2026-11-23T08:00\""));
        assert!(sheet.contains("\"\t30000001\"") && sheet.contains("\"\t20000001\""));
        assert!(window.shows(if language == "fr" { "Copier le chemin" } else { "Copy path" }));
    }
}

/// A computer without a dialog for files: the sheet can be written all the same.
#[test]
fn the_sheet_is_written_beside_the_batches_when_there_is_no_place() {
    let mut window = Window::with_report("en");
    window.click("Export for the shelves …");
    window.wait_for("No place was chosen, so nothing is written yet.");
    assert_eq!(window.focused().as_deref(), Some("Export for the shelves …"));
    assert!(!window.folder.path().join("exports").exists());
    window.click("Write it beside the batches");
    window.wait_for("The sheet for the shelves is written.");
    let folder = window.folder.path().join("exports");
    let files: Vec<_> = fs::read_dir(folder).unwrap().map(|one| one.unwrap().path()).collect();
    assert_eq!(files.len(), 1, "{files:?}");
    assert!(window.shows(&files[0].display().to_string()));
}

#[test]
fn every_control_has_a_name_of_its_own_in_every_size() {
    for language in ["en", "fr"] {
        for size in [[480.0, 560.0], [720.0, 760.0], [1600.0, 1200.0]] {
            let files: &[(&str, &[&str])] =
                &[("uploaded/monday.dat", MONDAY), ("uploads/tuesday.dat", MONDAY)];
            let mut window = Window::open_sized(files, language, size);
            window.paste(REPORT);
            window.wait_for("monday.dat");
            assert_names(&window);
            window.click(if language == "fr" { "Refaire …" } else { "Record again …" });
            assert_names(&window);
        }
    }
}

fn assert_names(window: &Window) {
    let mut names = Vec::new();
    for node in window.harness.root().children_recursive() {
        let node = node.accesskit_node();
        if matches!(
            node.role(),
            Role::TextInput
                | Role::MultilineTextInput
                | Role::Button
                | Role::Tab
                | Role::CheckBox
                | Role::RadioButton
        ) {
            let name = node.label().unwrap_or_default();
            assert!(!name.is_empty(), "{:?} without a name", node.role());
            names.push(name);
        }
    }
    names.sort();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count, "{names:#?}");
}
