//! Scanners: a trial run, the library's rules for barcodes, and control barcodes to print.

mod learning;
mod printing;
mod trial;

use eframe::egui::Ui;

use super::setting::{self, Drafts};
use super::{View, parts};
use crate::scan::{CheckDigit, Preset};
use crate::settings::{Key, Value};
use crate::ui::preferences::Preferences;
use crate::ui::theme;

pub use trial::Trial;

/// The state of the page.
#[derive(Default)]
pub struct State {
    /// What was scanned here.
    pub trial: Trial,
    drafts: Drafts,
    learning: learning::Learning,
    printing: printing::Printing,
}

impl State {
    /// The page is left: what was typed counts.
    pub fn leave(&mut self, preferences: &mut Preferences) {
        self.drafts.enter_all(preferences);
    }
}

/// The keys of the rules for borrowers' cards, then for items: lengths, pattern, check digit.
pub const RULES: [[Key; 3]; 2] = [
    [Key::BorrowerLengths, Key::BorrowerPattern, Key::BorrowerCheck],
    [Key::ItemLengths, Key::ItemPattern, Key::ItemCheck],
];

const SCANNER: &[Key] = &[
    Key::ScannerEnd,
    Key::ScannerPause,
    Key::ScannerUsKeyboard,
    Key::ScannerControls,
    Key::ScannerPrefix,
    Key::ScannerSuffix,
    Key::ScannerRemoveAim,
    Key::ScannerRemoveCodabar,
    Key::ScannerRemoveSpaces,
    Key::ScannerRemoveCheck,
];

/// Draws the page.
pub fn show(ui: &mut Ui, state: &mut State, view: &mut View) {
    let (texts, colors) = (view.texts, view.colors);
    let State { trial, drafts, learning, printing } = state;
    parts::step(ui, "trial-title", texts, colors, |ui| trial.show(ui, view));
    parts::step(ui, "rules-title", texts, colors, |ui| {
        parts::quiet(ui, &texts.say("rules-what"), colors);
        theme::row(ui, |ui| {
            for (preset, words) in
                [(Preset::None, "preset-none"), (Preset::FourteenDigits, "preset-fourteen-digits")]
            {
                if parts::button(ui, &texts.say(words)) {
                    for (keys, shape) in RULES.into_iter().zip(preset.shapes()) {
                        set(keys, shape, drafts, view);
                    }
                }
            }
        });
        learning.show(ui, drafts, view);
    });
    let [cards, items] = RULES;
    setting::group(ui, "settings-group-cards", &cards, drafts, view);
    setting::group(ui, "settings-group-items", &items, drafts, view);
    setting::group(ui, "settings-group-scanner", SCANNER, drafts, view);
    parts::step(ui, "controls-title", texts, colors, |ui| printing.show(ui, view));
}

/// Sets the rules for cards or items.
fn set(
    keys: [Key; 3],
    (lengths, pattern, check): (&str, &str, CheckDigit),
    drafts: &mut Drafts,
    view: &mut View,
) {
    drafts.forget(&keys);
    for (key, text) in keys.into_iter().zip([lengths, pattern, check.id()]) {
        // What a preset has or the program has learned can be read: a test reads it.
        if let Ok(value) = Value::parse(key, text) {
            view.preferences.set(key, Some(value));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Kind;

    #[test]
    fn the_keys_of_the_rules_are_in_the_order_of_their_values() {
        for keys in RULES {
            let kinds = keys.map(Key::kind);
            assert!(matches!(kinds, [Kind::Lengths, Kind::Pattern { .. }, Kind::Choice(_)]));
        }
        for preset in Preset::ALL {
            for (keys, (lengths, pattern, check)) in RULES.into_iter().zip(preset.shapes()) {
                for (key, text) in keys.into_iter().zip([lengths, pattern, check.id()]) {
                    Value::parse(key, text).unwrap();
                }
            }
        }
    }
}
