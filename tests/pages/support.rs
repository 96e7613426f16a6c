//! A window on a real folder, driven by what a person reads and presses.

#![allow(dead_code, reason = "each of the programs uses a part of it")]

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use eframe::egui::{self, Event, Key, Modifiers, OutputCommand, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use offcirc::barcode::Barcode;
use offcirc::dat;
use offcirc::settings::{self, Files, Value, load_from};
use offcirc::setup;
use offcirc::store::{Config, Disk, DiskFile, GiveUp, Lock, LockError, RealDisk};
use offcirc::text::Texts;
use offcirc::transaction::{Action, DeskTime, Transaction};
use offcirc::ui::{App, Model, Preferences};
use tempfile::TempDir;

/// A window on a data folder.
pub struct Window {
    pub folder: TempDir,
    pub harness: Harness<'static, App>,
}

impl Window {
    pub fn open(folder: TempDir, language: &str) -> Self {
        Self::open_sized(folder, language, [720.0, 760.0])
    }

    pub fn open_sized(folder: TempDir, language: &str, size: [f32; 2]) -> Self {
        Self::open_on(folder, language, size, Arc::new(RealDisk))
    }

    /// A window whose dialogs for files answer with a path.
    pub fn open_asking(folder: TempDir, path: PathBuf) -> Self {
        let config = config(&folder);
        let harness = Harness::builder().with_size(vec2(720.0, 760.0)).with_max_steps(1000);
        let harness = harness.build_eframe(move |cc| {
            let ctx = cc.egui_ctx.clone();
            let model = Model::new(config, Arc::new(RealDisk), move || ctx.request_repaint());
            let ask = Arc::new(move |_| Some(path.clone()));
            App::new(&cc.egui_ctx, model, Texts::new("en")).asking(ask)
        });
        let mut window = Self { folder, harness };
        window.harness.run();
        window
    }

    pub fn open_on(
        folder: TempDir,
        language: &str,
        [width, height]: [f32; 2],
        disk: Arc<dyn Disk>,
    ) -> Self {
        let config = config(&folder);
        let texts = Texts::new(language);
        let harness = Harness::builder()
            .with_size(vec2(width, height))
            .with_max_steps(1000)
            .build_eframe(move |cc| {
                let ctx = cc.egui_ctx.clone();
                let model = Model::new(config, disk, move || ctx.request_repaint());
                App::new(&cc.egui_ctx, model, texts).with(&cc.egui_ctx, main_library())
            });
        let mut window = Self { folder, harness };
        window.harness.run();
        window
    }

    /// A window with settings, which a file beside the data folder holds.
    pub fn with_settings(settings: &str, machine: &str, language: &str) -> Self {
        Self::with_settings_sized(settings, machine, language, [720.0, 760.0])
    }

    pub fn with_settings_sized(
        settings: &str,
        machine: &str,
        language: &str,
        [width, height]: [f32; 2],
    ) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (user, of_machine) =
            (folder.path().join("user.toml"), folder.path().join("machine.toml"));
        std::fs::write(&user, settings).unwrap();
        std::fs::write(&of_machine, machine).unwrap();
        let files = Files { machine: Some(of_machine), user: Some(user) };
        let data = folder.path().join("data");
        let config = Config { data_folder: data, spool_root: None, give_up: GiveUp::Never };
        let texts = Texts::new(language);
        let list = folder.path().join("old.dat");
        let harness = Harness::builder()
            .with_size(vec2(width, height))
            .with_max_steps(1000)
            .build_eframe(move |cc| {
                let ctx = cc.egui_ctx.clone();
                let model = Model::new(config, Arc::new(RealDisk), move || ctx.request_repaint());
                let preferences = Preferences::new(load_from(files, setup::rule));
                let app = App::new(&cc.egui_ctx, model, texts)
                    .asking(Arc::new(move |_| Some(list.clone())));
                app.with(&cc.egui_ctx, preferences)
            });
        let mut window = Self { folder, harness };
        window.harness.run();
        window
    }

    /// What the user's settings file holds.
    pub fn settings(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("user.toml")).unwrap()
    }

    /// Waits until the user's settings file holds a text: it is written beside the window.
    #[track_caller]
    pub fn wait_for_settings(&mut self, text: &str) {
        let until = Instant::now() + Duration::from_secs(30);
        while !self.settings().contains(text) {
            assert!(Instant::now() < until, "{text} is not in:\n{}", self.settings());
            self.harness.step();
        }
        self.harness.run();
    }

    /// What was recorded, without the minutes.
    pub fn recorded(&self) -> Vec<String> {
        let file = std::fs::read_to_string(self.folder.path().join("data/OffCirc.dat"));
        let lines = file.unwrap_or_default();
        lines
            .lines()
            .map(|line| line[12..].split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    }

    /// Waits until so much is recorded.
    #[track_caller]
    pub fn wait_for_recorded(&mut self, lines: &[&str]) {
        let until = Instant::now() + Duration::from_secs(30);
        while self.recorded() != lines {
            assert!(Instant::now() < until, "{:?}\n{}", self.recorded(), self.all_text());
            self.harness.step();
        }
        self.harness.run();
    }

    /// The names of all controls that can be used, as [`Window::focused`] tells them.
    pub fn enabled_controls(&self) -> Vec<String> {
        self.controls(|node| !node.is_disabled())
    }

    /// The names of all controls.
    pub fn control_names(&self) -> Vec<String> {
        self.controls(|_| true)
    }

    fn controls(
        &self,
        which: impl Fn(&egui_kittest::kittest::AccessKitNode<'_>) -> bool,
    ) -> Vec<String> {
        let nodes = self.harness.root().children_recursive();
        let is_control = |role| {
            matches!(
                role,
                Role::Button | Role::Tab | Role::CheckBox | Role::RadioButton | Role::TextInput
            )
        };
        let controls = nodes.filter(|node| {
            let node = node.accesskit_node();
            is_control(node.role()) && which(&node)
        });
        controls.map(|node| node.accesskit_node().label().unwrap_or_default()).collect()
    }

    pub fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run();
    }

    pub fn click(&mut self, label: &str) {
        let is_control =
            |role| matches!(role, Role::Button | Role::Tab | Role::CheckBox | Role::RadioButton);
        let mut found = self.harness.get_all_by_label(label);
        let control = found.find(|node| is_control(node.accesskit_node().role())).expect(label);
        // What the keyboard reaches comes into sight.
        control.focus();
        drop((control, found));
        self.harness.run();
        let mut found = self.harness.get_all_by_label(label);
        let control = found.find(|node| is_control(node.accesskit_node().role())).expect(label);
        control.click();
        drop((control, found));
        self.harness.run();
    }

    pub fn scan(&mut self, barcode: &str) {
        let events = &mut self.harness.input_mut().events;
        events.extend(barcode.chars().map(|c| Event::Text(c.to_string())));
        let (key, modifiers) = (Key::Enter, Modifiers::NONE);
        for pressed in [true, false] {
            events.push(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
        }
        self.harness.run();
    }

    /// Types into a field.
    pub fn type_into(&mut self, field: &str, text: &str) {
        self.focus(field);
        self.harness.input_mut().events.push(Event::Text(text.to_owned()));
        self.harness.run();
    }

    /// Gives the focus to whatever has this name.
    pub fn focus(&mut self, label: &str) {
        let is_control = |role| {
            matches!(role, Role::Button | Role::CheckBox | Role::RadioButton | Role::TextInput)
        };
        let mut found = self.harness.get_all_by_label(label);
        let control = found.find(|node| is_control(node.accesskit_node().role())).expect(label);
        control.focus();
        drop((control, found));
        self.harness.run();
    }

    pub fn drop_files(&mut self, names: &[&str]) {
        for name in names {
            let file = Dropped(self.folder.path().join(name));
            self.harness.input_mut().dropped_files.push(Arc::new(file));
        }
        self.harness.run();
    }

    pub fn shows(&self, label: &str) -> bool {
        self.harness.query_all_by_label_contains(label).next().is_some()
    }

    /// Runs the window until it shows a text.
    #[track_caller]
    pub fn wait_for(&mut self, label: &str) {
        let until = Instant::now() + Duration::from_secs(30);
        while !self.shows(label) {
            assert!(Instant::now() < until, "never shown: {label}\n{}", self.all_text());
            self.harness.step();
        }
        self.harness.run();
    }

    /// Runs the window until it shows a text no longer.
    #[track_caller]
    pub fn wait_for_end_of(&mut self, label: &str) {
        let until = Instant::now() + Duration::from_secs(30);
        while self.shows(label) {
            assert!(Instant::now() < until, "shown for ever: {label}\n{}", self.all_text());
            self.harness.step();
        }
    }

    pub fn all_text(&self) -> String {
        let nodes = self.harness.root().children_recursive();
        let labels = nodes.filter_map(|node| {
            let node = node.accesskit_node();
            node.label().or(node.value())
        });
        labels.collect::<Vec<_>>().join("\n")
    }

    /// The texts among these in the order in which they are shown.
    pub fn order(&self, texts: &[&str]) -> Vec<String> {
        let all = self.all_text();
        let mut found: Vec<_> =
            texts.iter().map(|text| (all.find(text).expect(text), (*text).to_owned())).collect();
        found.sort();
        found.into_iter().map(|(_, text)| text).collect()
    }

    pub fn focused(&self) -> Option<String> {
        let mut nodes = self.harness.root().children_recursive();
        let focused = nodes.find(|node| node.accesskit_node().is_focused())?;
        focused.accesskit_node().label()
    }

    /// What has the focus, and where it is.
    pub fn focused_place(&self) -> Option<(String, egui::Rect)> {
        let mut nodes = self.harness.root().children_recursive();
        let focused = nodes.find(|node| node.accesskit_node().is_focused())?;
        Some((focused.accesskit_node().label().unwrap_or_default(), focused.rect()))
    }

    pub fn copied(&self) -> Option<String> {
        self.harness.output().platform_output.commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    }
}

fn config(folder: &TempDir) -> Config {
    let data_folder = folder.path().to_path_buf();
    Config { data_folder, spool_root: None, give_up: GiveUp::Never }
}

/// A disk on which nothing can be written.
pub struct ReadOnlyDisk;

impl Disk for ReadOnlyDisk {
    fn create_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn open(&self, _: &Path) -> io::Result<Box<dyn DiskFile>> {
        Err(io::ErrorKind::ReadOnlyFilesystem.into())
    }

    fn lock(&self, folder: &Path) -> Result<Lock, LockError> {
        RealDisk.lock(folder)
    }

    fn open_own(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.open(path)
    }

    fn create_passing(&self, path: &Path) -> io::Result<(PathBuf, Box<dyn DiskFile>)> {
        Ok((path.to_path_buf(), self.open(path)?))
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        RealDisk.resolve(path)
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        RealDisk.canonicalize(path)
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        RealDisk.exists(path)
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        RealDisk.names(folder)
    }

    fn is_same_disk(&self, one: &Path, other: &Path) -> io::Result<Option<bool>> {
        RealDisk.is_same_disk(one, other)
    }

    fn reader(&self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        RealDisk.reader(path)
    }

    fn rename(&self, _: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::ReadOnlyFilesystem.into())
    }

    fn adopt_permissions(&self, _: &Path, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn remove(&self, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::ReadOnlyFilesystem.into())
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
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

/// Loans of a day, one a minute, as the bytes of a file.
pub fn loans(day: &str, count: u32) -> Vec<u8> {
    let day: NaiveDate = day.parse().unwrap();
    let loan = |number: u32| {
        let barcode = |first: u32| Barcode::parse(&format!("{first}{number:04}")).unwrap();
        let time = DeskTime::new(day.and_hms_opt(8, number, 0).unwrap()).unwrap();
        Transaction { time, action: Action::Loan { item: barcode(3), borrower: barcode(2) } }
    };
    (0..count).flat_map(|number| dat::encode(&loan(number))).collect()
}

/// One line of a file: time, kind, item, borrower.
pub fn transaction(time: &str, kind: &str, item: &str, borrower: &str) -> Vec<u8> {
    let time = time.replace(['-', 'T', ':'], "");
    format!("{time}{kind}{item:<80}{borrower}\r\n").into_bytes()
}

pub fn folder(files: &[(&str, Vec<u8>)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder
}

/// One batch of each kind.
pub fn full_folder() -> TempDir {
    folder(&[
        ("OffCirc.dat", loans("2026-11-23", 3)),
        ("uploads/second.dat", loans("2026-11-22", 2)),
        ("uploads/first.dat", loans("2026-11-21", 1)),
        ("uploads/again.dat", loans("2026-11-20", 4)),
        ("uploaded/known.dat", loans("2026-11-20", 4)),
        ("uploaded/old.dat", loans("2024-01-02", 5)),
    ])
}

/// The settings of a desk that is called Main Library; no file holds them.
pub fn main_library() -> Preferences {
    let mut loaded = load_from(Files::default(), setup::rule);
    let refused = loaded.set(settings::Key::Desk, Some(Value::Text("Main Library".to_owned())));
    assert!(refused.unwrap_err().holds_for_this_run());
    Preferences::new(loaded)
}
