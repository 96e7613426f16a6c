//! Which command a key gives, and which keys end or change something.

use eframe::egui::{self, Event, Key, Modifiers};

use crate::desk::{Command, Key as CommandKey, Place};

/// Enter: the field takes what was typed in this frame, then is complete.
#[must_use]
pub fn completes(event: &Event) -> bool {
    matches!(event, Event::Key { key: Key::Enter, pressed: true, .. })
}

/// Keys that are taken before the fields are drawn, or that move the focus.
#[must_use]
pub fn changes(event: &Event) -> bool {
    match event {
        Event::Key { key: Key::Tab, pressed: true, .. } | Event::PointerButton { .. } => true,
        Event::Key { key, pressed: true, modifiers, .. } => Command::ALL.iter().any(|command| {
            shortcuts(*command).any(|s| s.logical_key == *key && fits(s, *modifiers))
        }),
        _ => false,
    }
}

fn fits(shortcut: egui::KeyboardShortcut, modifiers: Modifiers) -> bool {
    modifiers.matches_logically(shortcut.modifiers)
}

/// The command of this place whose shortcut was pressed, taken out of the input.
pub fn pressed(ctx: &egui::Context, place: Place) -> Option<Command> {
    ctx.input_mut(|input| {
        Command::ALL
            .into_iter()
            .filter(|command| command.applies(place))
            .find(|command| shortcuts(*command).any(|shortcut| input.consume_shortcut(&shortcut)))
    })
}

/// The shortcut of a command as a person reads it.
pub fn shown(ctx: &egui::Context, command: Command) -> String {
    match shortcuts(command).next() {
        // As it stands on the key.
        Some(keys) if keys.logical_key == Key::Escape => "Esc".to_owned(),
        Some(keys) => ctx.format_shortcut(&keys),
        None => String::new(),
    }
}

fn shortcuts(command: Command) -> impl Iterator<Item = egui::KeyboardShortcut> {
    command.keys().iter().flat_map(|keys| {
        let modifiers = if keys.ctrl { Modifiers::COMMAND } else { Modifiers::NONE };
        egui_keys(keys.key).into_iter().map(move |key| egui::KeyboardShortcut::new(modifiers, key))
    })
}

/// A key of the table as egui knows it; the plus sign stands on two keys.
fn egui_keys(key: CommandKey) -> Vec<Key> {
    match key {
        CommandKey::F(number) => Key::from_name(&format!("F{number}")).into_iter().collect(),
        CommandKey::Letter(letter) => Key::from_name(&letter.to_string()).into_iter().collect(),
        CommandKey::Escape => vec![Key::Escape],
        CommandKey::Enter => vec![Key::Enter],
        CommandKey::Plus => vec![Key::Plus, Key::Equals],
        CommandKey::Minus => vec![Key::Minus],
        CommandKey::Zero => vec![Key::Num0],
    }
}
