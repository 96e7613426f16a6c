//! The window, driven by what a person reads and types. Nothing is drawn on a screen.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by them")]

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::Local;
use eframe::egui::{Event, Key, Modifiers, Role, ViewportEvent, ViewportId, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use offcirc::store::{Config, FolderLock, GiveUp, RealDisk};
use offcirc::text::Texts;
use offcirc::ui::{App, Model};
use tempfile::TempDir;

/// A desk in a temporary folder with its window.
struct Desk {
    folder: TempDir,
    window: Harness<'static, App>,
}

impl Desk {
    fn open(language: &str) -> Self {
        Self::open_on(tempfile::tempdir().unwrap(), language)
    }

    /// A window on the folder `data` in `folder`.
    fn open_on(folder: TempDir, language: &str) -> Self {
        let config = Config {
            data_folder: folder.path().join("data"),
            spool_root: Some(folder.path().join("spool")),
            give_up: GiveUp::Never,
        };
        let texts = Texts::new(language);
        let window = Harness::builder()
            .with_size(vec2(720.0, 760.0))
            .with_max_steps(1000)
            .build_eframe(move |cc| {
                let ctx = cc.egui_ctx.clone();
                let model = Model::new(config, Arc::new(RealDisk), move || ctx.request_repaint());
                App::new(&cc.egui_ctx, model, texts)
            });
        let mut desk = Self { folder, window };
        desk.window.run();
        desk
    }

    /// Keys as a scanner sends them, all at once: faster than any frame.
    fn scan_all(&mut self, scans: &[&str]) {
        let events = &mut self.window.input_mut().events;
        for scan in scans {
            events.extend(scan.chars().map(|c| Event::Text(c.to_string())));
            for pressed in [true, false] {
                events.push(key(Key::Enter, pressed));
            }
        }
        self.window.run();
    }

    fn press(&mut self, key: Key) {
        self.window.key_press(key);
        self.window.run();
    }

    fn click(&mut self, label: &str) {
        let is_control = |role| matches!(role, Role::Button | Role::RadioButton);
        let mut found = self.window.get_all_by_label(label);
        found.find(|node| is_control(node.accesskit_node().role())).expect(label).click();
        drop(found);
        self.window.run();
    }

    /// The person, or the system, wants the window to close.
    fn ask_to_close(&mut self) {
        let viewports = &mut self.window.input_mut().viewports;
        let root = viewports.get_mut(&ViewportId::ROOT).unwrap();
        root.events.push(ViewportEvent::Close);
        self.window.step();
        self.window.input_mut().viewports.get_mut(&ViewportId::ROOT).unwrap().events.clear();
        self.window.run();
    }

    fn shows(&self, label: &str) -> bool {
        self.window.query_all_by_label_contains(label).next().is_some()
    }

    /// Runs the window until it shows a text.
    fn wait_for(&mut self, label: &str) {
        let until = Instant::now() + Duration::from_secs(30);
        while !self.shows(label) {
            assert!(Instant::now() < until, "never shown: {label}\n{}", self.all_text());
            self.window.step();
        }
        self.window.run();
    }

    fn all_text(&self) -> String {
        let nodes = self.window.root().children_recursive();
        let labels = nodes.filter_map(|node| {
            let node = node.accesskit_node();
            node.label().or(node.value())
        });
        labels.collect::<Vec<_>>().join("\n")
    }

    fn dat(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("data/OffCirc.dat")).unwrap()
    }
}

fn key(key: Key, pressed: bool) -> Event {
    let modifiers = Modifiers::NONE;
    Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers }
}

/// The lines of a file without their time.
fn without_time(text: &str) -> Vec<String> {
    text.lines().map(|line| line[12..].split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn write_dat(folder: &Path, text: &str) {
    std::fs::create_dir_all(folder.join("data")).unwrap();
    std::fs::write(folder.join("data/OffCirc.dat"), text).unwrap();
}

#[test]
fn scans_that_come_in_one_frame_land_in_their_fields() {
    let mut desk = Desk::open("en");
    assert!(desk.shows("Ready to lend"));
    desk.scan_all(&["20001234567890", "30001234567890", "30001234567891", "30001234567892"]);
    desk.wait_for("Lent: 3000 1234 5678 92");
    desk.wait_for("All saved");
    assert!(desk.shows("3 items lent"));
    assert!(desk.shows("3 transactions in OffCirc.dat"));
    assert_eq!(
        without_time(&desk.dat()),
        [
            "L30001234567890 20001234567890",
            "L30001234567891 20001234567890",
            "L30001234567892 20001234567890"
        ]
    );
}

#[test]
fn keys_choose_the_mode_and_end_the_borrower() {
    let mut desk = Desk::open("en");
    desk.scan_all(&["2000", "3001"]);
    desk.press(Key::Escape);
    assert!(desk.shows("Borrower done"));
    desk.scan_all(&["2001", "3002"]);
    desk.press(Key::F4);
    desk.press(Key::F3);
    assert!(desk.shows("Ready for returns"));
    desk.scan_all(&["3001"]);
    desk.press(Key::F2);
    assert!(desk.shows("Ready to lend"));
    desk.scan_all(&["2002", "3003"]);
    desk.wait_for("4 transactions in OffCirc.dat");
    assert_eq!(without_time(&desk.dat()), ["L3001 2000", "L3002 2001", "R3001", "L3003 2002"]);
}

/// A key that changes the desk, typed in the same frame as scans, acts at its place among them.
#[test]
fn a_mode_key_between_two_scans_keeps_its_place() {
    let mut desk = Desk::open("en");
    let events = &mut desk.window.input_mut().events;
    events.push(Event::Text("2000".into()));
    events.push(key(Key::Enter, true));
    events.push(Event::Text("3001".into()));
    events.push(key(Key::Enter, true));
    events.push(key(Key::F3, true));
    events.push(Event::Text("3002".into()));
    events.push(key(Key::Enter, true));
    desk.window.run();
    desk.wait_for("2 transactions in OffCirc.dat");
    assert_eq!(without_time(&desk.dat()), ["L3001 2000", "R3002"]);
}

#[test]
fn the_buttons_do_what_the_keys_do() {
    let mut desk = Desk::open("en");
    desk.click("Return  F3");
    desk.window.get_by_role_and_label(Role::TextInput, "Item barcode").type_text("3001");
    desk.window.run();
    desk.click("Return");
    desk.wait_for("Returned: 3001");
    desk.click("Save to file  Ctrl+S");
    desk.wait_for("The one transaction of this session is in OffCirc.dat.");
    desk.click("Close");
    assert!(!desk.shows("The one transaction"));
}

/// What the window shows is what is recorded.
#[test]
fn a_card_that_was_typed_over_counts_without_enter() {
    let mut desk = Desk::open("en");
    desk.scan_all(&["1111", "3001"]);
    desk.window.get_by_role_and_label(Role::TextInput, "Borrower").click();
    desk.window.run();
    // The next card takes the place of the one that stands there.
    desk.window.input_mut().events.push(Event::Text("2222".into()));
    desk.window.run();
    desk.window.get_by_role_and_label(Role::TextInput, "Item barcode").click();
    desk.window.run();
    desk.scan_all(&["3002"]);
    desk.wait_for("2 transactions in OffCirc.dat");
    assert_eq!(without_time(&desk.dat()), ["L3001 1111", "L3002 2222"]);
    assert!(desk.shows("1 item lent"));
}

#[test]
fn a_refused_scan_says_why_and_the_next_one_takes_its_place() {
    let mut desk = Desk::open("en");
    desk.scan_all(&["2000", "30é1"]);
    assert!(desk.shows("Refused: 30é1"));
    assert!(desk.shows("Character 3, “é”"));
    desk.scan_all(&["3001"]);
    desk.wait_for("Lent: 3001");
    assert_eq!(without_time(&desk.dat()), ["L3001 2000"]);
}

#[test]
fn what_the_file_held_is_marked_and_faults_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let before = format!("202611221405R{:<80}\r\nnonsense\r\n2026", "3007");
    write_dat(folder.path(), &before);
    let mut desk = Desk::open_on(folder, "en");
    desk.wait_for("A transaction was cut short");
    desk.click("Close");
    desk.wait_for("One line of OffCirc.dat can’t be read");
    assert!(desk.shows("Line 2, column 1: a digit of date and time was expected"));
    assert!(desk.shows("item 3007, no borrower, Earlier"));
    assert!(desk.shows("1 transaction in OffCirc.dat"));
}

#[test]
fn a_folder_that_fails_is_told_in_red_and_scanning_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    std::fs::write(&data, "no folder can be made here").unwrap();
    let mut desk = Desk::open_on(folder, "en");
    desk.wait_for("The data folder can’t be used");
    desk.press(Key::F3);
    desk.scan_all(&["3001", "3002"]);
    desk.wait_for("Set aside: 3002");
    assert!(desk.shows("2 set aside"));
    std::fs::remove_file(data).unwrap();
    desk.wait_for("Returned: 3002");
    desk.wait_for("All saved");
    assert_eq!(without_time(&desk.dat()), ["R3001", "R3002"]);
}

#[test]
fn closing_with_something_unsaved_asks_first_and_names_it() {
    let folder = tempfile::tempdir().unwrap();
    // Neither the data folder nor the spool can be made.
    for name in ["data", "spool"] {
        std::fs::write(folder.path().join(name), "in the way").unwrap();
    }
    let mut desk = Desk::open_on(folder, "en");
    desk.scan_all(&["2000", "3001"]);
    desk.wait_for("Not saved: 3001");
    desk.ask_to_close();
    assert!(desk.shows("One transaction exists only on this screen. It would be lost:"));
    assert!(desk.shows("3001 →\u{a0}2000"));
    desk.click("Back to the desk");
    assert!(!desk.shows("would be lost"));
    // The disk is well again: nothing is left to ask.
    std::fs::remove_file(desk.folder.path().join("data")).unwrap();
    desk.wait_for("All saved");
    desk.ask_to_close();
    assert!(!desk.shows("Not everything is in OffCirc.dat"));
    assert_eq!(without_time(&desk.dat()), ["L3001 2000"]);
}

/// The program fails: a report is written, and a person is told where.
#[cfg(unix)]
#[test]
fn a_panic_leaves_a_report_and_words() {
    const REPORTS: &str = "OFFCIRC_TEST_REPORTS";
    if let Some(folder) = std::env::var_os(REPORTS) {
        offcirc::ui::crash::install("OffCirc".into(), folder.into(), |written| {
            format!("the report is in {}", written.unwrap().display())
        });
        panic!("on purpose");
    }
    let reports = tempfile::tempdir().unwrap();
    let this = std::env::current_exe().unwrap();
    let output = std::process::Command::new(this)
        .args(["--exact", "a_panic_leaves_a_report_and_words", "--nocapture"])
        .env(REPORTS, reports.path())
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .output()
        .unwrap();
    assert!(!output.status.success());
    let report = std::fs::read_dir(reports.path()).unwrap().next().unwrap().unwrap().path();
    let text = std::fs::read_to_string(&report).unwrap();
    assert!(text.contains("on purpose") && text.contains("tests/window.rs"), "{text}");
    let told = format!("the report is in {}", report.display());
    assert!(String::from_utf8_lossy(&output.stderr).contains(&told));
}

#[test]
fn a_second_window_says_who_has_the_folder_and_tries_again() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    std::fs::create_dir_all(&data).unwrap();
    let first = FolderLock::take(&data).unwrap();
    let mut desk = Desk::open_on(folder, "en");
    desk.wait_for("OffCirc is open already");
    let since = Local::now().format("since %Y-%m-%d").to_string();
    assert!(desk.shows(&since), "{}", desk.all_text());
    drop(first);
    desk.click("Try again");
    desk.wait_for("Ready to lend");
}

#[test]
fn a_file_from_the_future_points_out_the_clock() {
    let folder = tempfile::tempdir().unwrap();
    write_dat(folder.path(), &format!("209901010000R{:<80}\r\n", "3007"));
    let mut desk = Desk::open_on(folder, "en");
    desk.wait_for("The computer’s clock may be wrong");
    assert!(desk.shows("2099-01-01 00:00"));
    desk.scan_all(&["2000", "3001"]);
    desk.wait_for("Lent: 3001");
    desk.click("The clock is right");
    assert!(!desk.shows("clock may be wrong"));
}

#[test]
fn french_says_the_same() {
    let mut desk = Desk::open("fr");
    desk.scan_all(&["2000", "3001"]);
    desk.wait_for("Prêté\u{a0}: 3001");
    desk.wait_for("Tout est enregistré");
    desk.press(Key::F3);
    assert!(desk.shows("Prêt pour les retours"));
}

/// Fields, choice, buttons: what stands there must have a name, and its name once.
#[test]
fn every_control_has_a_name_of_its_own() {
    for language in ["en", "fr"] {
        let desk = Desk::open(language);
        let mut names = Vec::new();
        for node in desk.window.root().children_recursive() {
            let node = node.accesskit_node();
            if !matches!(node.role(), Role::TextInput | Role::Button | Role::RadioButton) {
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

/// The list draws what is in sight, whatever it holds.
#[test]
fn a_hundred_thousand_rows_cost_no_more_nodes_than_a_hundred() {
    let nodes = |rows: usize| {
        let folder = tempfile::tempdir().unwrap();
        let lines: Vec<_> =
            (0..rows).map(|row| format!("202611221405R{:<80}\r\n", 10_000_000 + row)).collect();
        write_dat(folder.path(), &lines.concat());
        let mut desk = Desk::open_on(folder, "en");
        let said = Texts::new("en")
            .fill("status-in-file", &[("count", rows.into()), ("file", "OffCirc.dat".into())]);
        desk.wait_for(&said);
        // The file is read to its end: nothing more is told of it.
        desk.wait_for("transactions of earlier days");
        desk.window.root().children_recursive().count()
    };
    assert_eq!(nodes(100), nodes(100_000));
}

/// Rows of the list, for clicking.
impl Desk {
    fn click_row(&mut self, item: &str) {
        let mut rows = self.window.query_all_by_role(Role::CheckBox);
        let is_row = |label: Option<String>| label.is_some_and(|label| label.contains(item));
        rows.find(|node| is_row(node.accesskit_node().label())).expect(item).click();
        drop(rows);
        self.window.run();
    }

    fn press_ctrl(&mut self, key: Key) {
        self.window.key_press_modifiers(Modifiers::COMMAND, key);
        self.window.run();
    }
}

#[test]
fn ctrl_z_shows_what_it_takes_back_and_keeping_is_the_default() {
    for (language, title, keep, taken) in [
        ("en", "Take this transaction back?", "Keep", "Taken back: 3002"),
        ("fr", "Annuler cette transaction", "Garder", "Annulé\u{a0}: 3002"),
    ] {
        let mut desk = Desk::open(language);
        desk.press(Key::F3);
        desk.scan_all(&["3001", "3002"]);
        desk.wait_for(if language == "en" { "Returned: 3002" } else { "Rendu\u{a0}: 3002" });
        desk.press_ctrl(Key::Z);
        assert!(desk.shows(title));
        // A scan that comes now, or a careless Enter, takes nothing back.
        desk.press(Key::Enter);
        assert!(!desk.shows(title));
        assert_eq!(without_time(&desk.dat()), ["R3001", "R3002"]);
        desk.press_ctrl(Key::Z);
        desk.click(keep);
        assert_eq!(without_time(&desk.dat()), ["R3001", "R3002"]);

        desk.press_ctrl(Key::Z);
        desk.press(Key::Tab);
        desk.press(Key::Enter);
        desk.wait_for(taken);
        assert_eq!(without_time(&desk.dat()), ["R3001"]);
        let csv = desk.folder.path().join("data/taken-back.csv");
        assert!(std::fs::read_to_string(csv).unwrap().contains("\"return\",\"\t3002\""));
        desk.scan_all(&["3003"]);
        desk.wait_for(if language == "en" { "Returned: 3003" } else { "Rendu\u{a0}: 3003" });
        assert_eq!(without_time(&desk.dat()), ["R3001", "R3003"], "the desk goes on");
    }
}

#[test]
fn with_nothing_recorded_ctrl_z_says_so() {
    let mut desk = Desk::open("en");
    desk.press_ctrl(Key::Z);
    assert!(desk.shows("Nothing to take back in this session"));
}

#[test]
fn chosen_rows_are_taken_back_together_with_a_reason() {
    let mut desk = Desk::open("en");
    desk.scan_all(&["2000", "3001", "3002", "3003", "3004"]);
    desk.wait_for("Lent: 3004");
    desk.wait_for("All saved");
    desk.click_row("3001");
    desk.click_row("3002");
    desk.click_row("3003");
    assert!(desk.shows("3 transactions chosen"));
    desk.click_row("3002");
    assert!(desk.shows("2 transactions chosen"));
    desk.click("Take back …");
    assert!(desk.shows("Take these 2 transactions back?"));
    assert!(desk.shows("Loan  3001 →\u{a0}2000") && desk.shows("Loan  3003 →\u{a0}2000"));
    desk.window.get_by_label("Reason").focus();
    desk.window.run();
    desk.window.get_by_label("Reason").type_text("wrong card");
    desk.window.run();
    desk.click("Take back");
    desk.wait_for("2 transactions taken back");
    assert_eq!(without_time(&desk.dat()), ["L3002 2000", "L3004 2000"]);
    assert!(desk.shows("2 items lent"));
    let csv = std::fs::read_to_string(desk.folder.path().join("data/taken-back.csv")).unwrap();
    assert_eq!(csv.matches(",\"wrong card\"\r\n").count(), 2, "{csv}");
}

fn earlier_and_today(folder: &Path) -> String {
    let line = |time: &str, item: &str| format!("{time}R{item:<80}\r\n");
    // The first minute of today: it is never in the future.
    let today = Local::now().format("%Y%m%d0000").to_string();
    let text = line("202601020900", "3001") + &line("202601030900", "3002") + &line(&today, "3003");
    write_dat(folder, &text);
    text
}

#[test]
fn earlier_days_are_asked_about_and_only_those_are_put_away() {
    let folder = tempfile::tempdir().unwrap();
    earlier_and_today(folder.path());
    let mut desk = Desk::open_on(folder, "en");
    desk.wait_for("OffCirc.dat holds 2 transactions of earlier days");
    assert!(desk.shows("From 2026-01-02 09:00 to 2026-01-03 09:00"));
    // The question is not in the way of the first scan.
    desk.press(Key::F3);
    desk.scan_all(&["3004"]);
    desk.wait_for("Returned: 3004");
    desk.click("Yes, Alma has them");
    desk.wait_for("2 transactions that Alma has are in a batch of their own now");
    assert_eq!(without_time(&desk.dat()), ["R3003", "R3004"]);
    assert!(desk.shows("2 transactions in OffCirc.dat"));
    let uploaded = std::fs::read_dir(desk.folder.path().join("data/uploaded")).unwrap();
    let batches: Vec<_> = uploaded.map(|entry| entry.unwrap().path()).collect();
    let [batch] = batches.as_slice() else { panic!("{batches:?}") };
    assert!(batch.to_str().unwrap().ends_with("_20260102-0900_20260103-0900.dat"));
    let text = std::fs::read_to_string(batch).unwrap();
    assert_eq!(without_time(&text), ["R3001", "R3002"]);
}

/// The rows of earlier days leave the list while the question is open.
#[test]
fn the_question_of_taking_back_stays_about_its_row_while_rows_leave() {
    let folder = tempfile::tempdir().unwrap();
    earlier_and_today(folder.path());
    let mut desk = Desk::open_on(folder, "en");
    desk.wait_for("OffCirc.dat holds 2 transactions of earlier days");
    desk.press(Key::F3);
    desk.scan_all(&["3004", "3005"]);
    desk.wait_for("Returned: 3005");
    // The question is opened before the store has answered.
    desk.window.get_by_label("Yes, Alma has them").click();
    desk.window.step();
    desk.window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    desk.window.step();
    let until = Instant::now() + Duration::from_secs(30);
    while without_time(&desk.dat()) != ["R3003", "R3004", "R3005"] {
        assert!(Instant::now() < until, "never archived: {}", desk.dat());
        desk.window.step();
    }
    desk.window.run();
    assert!(desk.shows("Take this transaction back?"), "{}", desk.all_text());
    desk.press(Key::Tab);
    desk.press(Key::Enter);
    desk.wait_for("Taken back: 3005");
    assert_eq!(without_time(&desk.dat()), ["R3003", "R3004"]);
}

#[test]
fn earlier_days_that_alma_lacks_stay() {
    let folder = tempfile::tempdir().unwrap();
    let text = earlier_and_today(folder.path());
    let mut desk = Desk::open_on(folder, "fr");
    desk.wait_for("OffCirc.dat contient 2 transactions de jours précédents");
    desk.click("Non, continuer");
    assert!(!desk.shows("jours précédents"));
    assert_eq!(desk.dat(), text);
}
