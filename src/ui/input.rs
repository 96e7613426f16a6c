//! Keys in their order: a scanner types faster than frames come.
//!
//! At 5 ms a key a frame can bring the end of one scan and the start of the next. A text field
//! knows only the state at the end of a frame, so the next scan would land in the wrong field.
//! Therefore a frame gets the events up to the first key that completes or changes something; the
//! rest waits for the next frame, which is asked for at once.

use std::collections::VecDeque;

use eframe::egui::{self, Event, Key, Modifiers, RawInput};

use crate::desk::{Command, Key as CommandKey, Place};

/// Lets at most one completing key into a frame.
#[derive(Debug, Default)]
pub struct OneStepAFrame {
    waiting: VecDeque<Event>,
}

impl egui::Plugin for OneStepAFrame {
    fn debug_name(&self) -> &'static str {
        "one step a frame"
    }

    fn input_hook(&mut self, ctx: &egui::Context, input: &mut RawInput) {
        self.waiting.extend(input.events.drain(..));
        while let Some(event) = self.waiting.pop_front() {
            let completes = completes(&event);
            let changes = changes(&event);
            if changes && input.events.iter().any(is_typed) {
                // What was typed before comes first.
                self.waiting.push_front(event);
                break;
            }
            input.events.push(event);
            if completes || changes {
                break;
            }
        }
        if !self.waiting.is_empty() {
            ctx.request_repaint();
        }
    }
}

/// Enter: the field takes what was typed in this frame, then is complete.
fn completes(event: &Event) -> bool {
    matches!(event, Event::Key { key: Key::Enter, pressed: true, .. })
}

/// Keys that are taken before the fields are drawn, or that move the focus.
fn changes(event: &Event) -> bool {
    match event {
        Event::Key { key: Key::Tab, pressed: true, .. } | Event::PointerButton { .. } => true,
        Event::Key { key, pressed: true, modifiers, .. } => Command::ALL.iter().any(|command| {
            shortcuts(*command).any(|s| s.logical_key == *key && fits(s, *modifiers))
        }),
        _ => false,
    }
}

fn is_typed(event: &Event) -> bool {
    matches!(event, Event::Text(_) | Event::Paste(_) | Event::Key { pressed: true, .. })
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
