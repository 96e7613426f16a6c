//! One setting as a control: its name, what it is for, its value, and why it can't be that.

use std::collections::HashMap;

use eframe::egui::{Key as Pressed, RichText, Role, TextEdit, Ui, WidgetInfo, vec2};

use super::{View, parts};
use crate::settings::{Key, Kind, Value};
use crate::text::Texts;
use crate::ui::marks::Mark;
use crate::ui::preferences::Preferences;
use crate::ui::theme::{self, BUTTON_HEIGHT, GRID};

/// What is typed into fields and not entered yet.
#[derive(Debug, Default)]
pub struct Drafts(HashMap<Key, String>);

impl Drafts {
    /// Enters whatever is typed and can be a value; forgets the rest.
    pub fn enter_all(&mut self, preferences: &mut Preferences) {
        for (key, text) in self.0.drain() {
            if let Ok(value) = Value::parse(key, &text)
                && preferences.accepts(key, &value).is_ok()
            {
                preferences.set(key, Some(value));
            }
        }
    }

    /// Forgets what is typed for some keys: they were set in another way.
    pub fn forget(&mut self, keys: &[Key]) {
        self.0.retain(|key, _| !keys.contains(key));
    }
}

/// Settings under a title.
pub fn group(ui: &mut Ui, title: &str, keys: &[Key], drafts: &mut Drafts, view: &mut View) {
    let (texts, colors) = (view.texts, view.colors);
    parts::step(ui, title, texts, colors, |ui| {
        for key in keys {
            show(ui, *key, drafts, view);
        }
    });
}

/// Draws a setting and takes what is done with it.
pub fn show(ui: &mut Ui, key: Key, drafts: &mut Drafts, view: &mut View) {
    let (texts, colors) = (view.texts, view.colors);
    let is_locked = view.preferences.is_locked(key);
    ui.add_space(0.5 * GRID);
    ui.add_enabled_ui(!is_locked, |ui| match key.kind() {
        Kind::Switch => switch(ui, key, view),
        Kind::Choice(choices) => {
            head(ui, key, view);
            let words: Vec<_> = choices
                .iter()
                .map(|word| (Value::Choice(word), texts.setting_choice(key, word)))
                .collect();
            choice(ui, key, &words, view);
        }
        _ if key == Key::Language => {
            head(ui, key, view);
            let system = (key.default_value(), texts.say("settings-system-language"));
            let known = Texts::languages()
                .map(|code| (Value::Text(code.to_owned()), Texts::new(code).say("language-name")));
            let words: Vec<_> = std::iter::once(system).chain(known).collect();
            choice(ui, key, &words, view);
        }
        _ => {
            head(ui, key, view);
            field(ui, key, drafts, view);
        }
    });
    if is_locked {
        parts::remark(ui, Mark::Warning, colors.quiet, &texts.say("settings-locked"));
    }
    if let Some(error) = view.preferences.failed(key) {
        parts::remark(ui, Mark::Refused, colors.refused, &texts.not_written(error));
    }
}

fn head(ui: &mut Ui, key: Key, view: &View) {
    ui.label(RichText::new(view.texts.setting(key)).font(theme::strong_font()));
    about(ui, key, view);
}

fn about(ui: &mut Ui, key: Key, view: &View) {
    parts::text(ui, RichText::new(view.texts.about_setting(key)).color(view.colors.quiet));
}

fn switch(ui: &mut Ui, key: Key, view: &mut View) {
    let mut is_on = view.preferences.value(key).as_switch();
    ui.spacing_mut().item_spacing.y = 0.0;
    if parts::checkbox(ui, &mut is_on, &view.texts.setting(key)) {
        view.preferences.set(key, Some(Value::Switch(is_on)));
    }
    parts::indented(ui, |ui| about(ui, key, view));
}

/// One of a few words, all of which are in sight.
fn choice(ui: &mut Ui, key: Key, words: &[(Value, String)], view: &mut View) {
    let now = view.preferences.value(key);
    let setting = view.texts.setting(key);
    theme::row(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0 * GRID;
        for (value, word) in words {
            let is_chosen = *value == now;
            let response = ui.radio(is_chosen, word);
            parts::into_sight(ui, &response);
            let enabled = ui.is_enabled();
            // Words such as None come several times on a page.
            response.widget_info(|| {
                WidgetInfo::selected(
                    Role::RadioButton,
                    enabled,
                    is_chosen,
                    format!("{setting}: {word}"),
                )
            });
            if response.clicked() {
                view.preferences.set(key, Some(value.clone()));
            }
        }
    });
}

/// Anything that is typed. It counts when Enter is pressed or another field gets the focus.
fn field(ui: &mut Ui, key: Key, drafts: &mut Drafts, view: &mut View) {
    let (texts, colors) = (view.texts, view.colors);
    let stored = written(&view.preferences.value(key));
    let text = drafts.0.entry(key).or_insert_with(|| stored.clone());
    let width = match key.kind() {
        Kind::Number { .. } => 12.0 * GRID,
        Kind::Lengths => 24.0 * GRID,
        _ => ui.available_width(),
    };
    let font = match key.kind() {
        Kind::Text { .. } | Kind::Folder => theme::text_font(),
        _ => theme::barcode_font(),
    };
    let response = ui.add(
        TextEdit::singleline(text)
            .font(font)
            .desired_width(width)
            .min_size(vec2(width.min(ui.available_width()), BUTTON_HEIGHT))
            .align(eframe::egui::Align2::LEFT_CENTER),
    );
    parts::into_sight(ui, &response);
    let (name, shown, enabled) = (texts.setting(key), text.clone(), ui.is_enabled());
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(enabled, &shown, &shown, "");
        info.label = Some(name.clone());
        info
    });
    let enter = ui.input(|input| input.key_pressed(Pressed::Enter));
    let is_done = response.lost_focus() || enter;
    if response.lost_focus() && enter {
        // The keyboard goes on from here.
        response.request_focus();
    }
    let read = Value::parse(key, text).and_then(|value| {
        view.preferences.accepts(key, &value)?;
        Ok(value)
    });
    match read {
        Err(kind) if *text != stored => {
            parts::remark(ui, Mark::Refused, colors.refused, &texts.fault_kind(&kind));
        }
        Ok(value) if is_done => {
            view.preferences.set(key, Some(value));
            drafts.0.remove(&key);
        }
        _ if !response.has_focus() => {
            drafts.0.remove(&key);
        }
        _ => {}
    }
}

/// As a person types it.
fn written(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Choice(word) => (*word).to_owned(),
        Value::Folder(folder) => folder.display().to_string(),
        Value::Number(number) => number.to_string(),
        Value::Switch(is_on) => is_on.to_string(),
        Value::Lengths(ranges) => crate::scan::Lengths::of(ranges.clone()).to_string(),
    }
}
