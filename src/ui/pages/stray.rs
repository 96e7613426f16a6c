//! A scan that comes while a page is shown: no field takes it, and its Enter must press no button.

use eframe::egui::{Context, Event, Key, Modifiers};

/// So many characters before an Enter are a scan, not a person at the keys.
const SCANNED: usize = 4;

/// Watches for scans that nothing takes.
#[derive(Default)]
pub struct Stray {
    typed: usize,
    /// One came since the page was opened.
    pub seen: bool,
}

impl Stray {
    /// Looks at what was typed, and takes the keys of a scan out of the input. Call it before
    /// drawing.
    pub fn watch(&mut self, ctx: &Context) {
        if ctx.text_edit_focused() {
            self.typed = 0;
            return;
        }
        ctx.input_mut(|input| {
            for event in &input.events {
                match event {
                    Event::Text(text) => self.typed += text.trim().chars().count(),
                    Event::Key { key: Key::Tab, pressed: true, .. }
                    | Event::PointerButton { .. } => self.typed = 0,
                    _ => {}
                }
            }
            if self.typed > 0 {
                // A space within a barcode.
                input.consume_key(Modifiers::NONE, Key::Space);
            }
            let enter = input.key_pressed(Key::Enter);
            if enter && self.typed >= SCANNED {
                input.consume_key(Modifiers::NONE, Key::Enter);
                self.seen = true;
            }
            if enter {
                self.typed = 0;
            }
        });
    }
}
