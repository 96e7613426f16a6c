//! One key, and what a scanner sent or a person typed.

use std::time::Duration;

use smol_str::SmolStr;

/// One key that was pressed, Shift included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stroke {
    /// What the computer's keyboard layout made of it; empty for a dead key.
    pub text: SmolStr,
    /// What the same key types on a US keyboard, if that is known and printable.
    pub us: Option<char>,
    /// How long nothing had come before it, as far as the window can tell.
    pub after: Duration,
}

/// Who sent the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum By {
    /// A scanner: faster than a hand.
    #[default]
    Scanner,
    /// A person at the keyboard.
    Hand,
}

/// How the keys ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// With Enter.
    Enter,
    /// With Tab.
    Tab,
    /// With nothing, for a moment.
    Pause,
}

/// What arrived for one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    /// Its keys, in their order.
    pub strokes: Vec<Stroke>,
    /// Who sent them.
    pub by: By,
    /// How they ended.
    pub end: End,
}

impl Scan {
    /// Text of which no keys are known.
    #[must_use]
    pub fn of_text(text: &str, by: By) -> Self {
        let mut buffer = [0; 4];
        let mut stroke = |c: char| Stroke {
            text: SmolStr::new(c.encode_utf8(&mut buffer)),
            us: None,
            after: Duration::ZERO,
        };
        Self { strokes: text.chars().map(&mut stroke).collect(), by, end: End::Enter }
    }

    /// What the computer made of the keys.
    #[must_use]
    pub fn text(&self) -> String {
        self.strokes.iter().map(|stroke| stroke.text.as_str()).collect()
    }

    /// What a US keyboard would have made of them, if that is known of every key.
    #[must_use]
    pub fn as_us(&self) -> Option<String> {
        self.strokes.iter().map(|stroke| stroke.us).collect()
    }
}
