//! All settings, but for those of barcodes, which have a page of their own.

use eframe::egui::{RichText, Ui};

use super::folder::Folder;
use super::setting::{self, Drafts};
use super::{View, parts};
use crate::settings::Key;
use crate::ui::marks::Mark;
use crate::ui::preferences::Preferences;

/// The state of the page.
#[derive(Default)]
pub struct State {
    drafts: Drafts,
    folder: Folder,
}

impl State {
    /// The page is left: what was typed counts.
    pub fn leave(&mut self, preferences: &mut Preferences) {
        self.drafts.enter_all(preferences);
    }
}

const DESK: &[Key] = &[Key::Language, Key::Desk, Key::Library];
const FOLDER: &[Key] = &[Key::KeepUploadedDays, Key::Slips];
const LOOK: &[Key] = &[Key::Theme, Key::TextSize, Key::Sounds];
const WATCH: &[Key] =
    &[Key::WatchDoubleScan, Key::WatchIdle, Key::WatchLentToAnother, Key::WatchWrongField];

/// Draws the page.
pub fn show(ui: &mut Ui, state: &mut State, view: &mut View) {
    let (texts, colors) = (view.texts, view.colors);
    for fault in view.preferences.faults() {
        parts::remark(ui, Mark::Warning, colors.ink, &texts.fault(fault));
    }
    let State { drafts, folder } = state;
    parts::step(ui, "settings-group-desk", texts, colors, |ui| {
        for key in DESK {
            setting::show(ui, *key, drafts, view);
        }
        setting::show(ui, Key::DataFolder, drafts, view);
        folder.show(ui, drafts, view);
        for key in FOLDER {
            setting::show(ui, *key, drafts, view);
        }
    });
    setting::group(ui, "settings-group-look", LOOK, drafts, view);
    setting::group(ui, "settings-group-watch", WATCH, drafts, view);
    if let Some(path) = view.preferences.file() {
        let words = texts.fill("settings-file", &[("path", path.display().to_string().into())]);
        parts::text(ui, RichText::new(words).color(colors.quiet));
    }
}
