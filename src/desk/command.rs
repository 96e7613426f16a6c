//! Every action of the user, with its keys, in one table: menus, buttons and shortcuts read it.

/// An action of the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// Lend items.
    ChooseLoan,
    /// Take items back.
    ChooseReturn,
    /// This borrower is done; the next one's card comes.
    EndBorrower,
    /// Wait until all is written, read the file back, say so.
    SaveToFile,
    /// Close the window.
    Exit,
    /// Everything larger.
    ZoomIn,
    /// Everything smaller.
    ZoomOut,
    /// Everything in its usual size.
    ZoomReset,
}

/// A key that a shortcut names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A function key.
    F(u8),
    /// A letter, capital.
    Letter(char),
    /// Escape.
    Escape,
    /// The plus key, with or without Shift.
    Plus,
    /// The minus key.
    Minus,
    /// The digit zero.
    Zero,
}

/// One shortcut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keys {
    /// Together with Ctrl (on macOS: Command).
    pub ctrl: bool,
    /// The key.
    pub key: Key,
}

const fn key(key: Key) -> Keys {
    Keys { ctrl: false, key }
}

const fn ctrl(key: Key) -> Keys {
    Keys { ctrl: true, key }
}

impl Command {
    /// All of them, in the order of a menu.
    pub const ALL: [Self; 8] = [
        Self::ChooseLoan,
        Self::ChooseReturn,
        Self::EndBorrower,
        Self::SaveToFile,
        Self::Exit,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
    ];

    /// Whether it needs a desk that works: the others serve every window.
    #[must_use]
    pub fn is_of_desk(self) -> bool {
        match self {
            Self::ChooseLoan | Self::ChooseReturn | Self::EndBorrower | Self::SaveToFile => true,
            Self::Exit | Self::ZoomIn | Self::ZoomOut | Self::ZoomReset => false,
        }
    }

    /// The name of the command in the texts: `command-<id>` is what a button says.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::ChooseLoan => "loan",
            Self::ChooseReturn => "return",
            Self::EndBorrower => "end-borrower",
            Self::SaveToFile => "save",
            Self::Exit => "exit",
            Self::ZoomIn => "zoom-in",
            Self::ZoomOut => "zoom-out",
            Self::ZoomReset => "zoom-reset",
        }
    }

    /// Its shortcuts; the first is the one that is shown.
    #[must_use]
    pub fn keys(self) -> &'static [Keys] {
        match self {
            Self::ChooseLoan => const { &[key(Key::F(2))] },
            Self::ChooseReturn => const { &[key(Key::F(3))] },
            Self::EndBorrower => const { &[key(Key::F(4)), key(Key::Escape)] },
            Self::SaveToFile => const { &[ctrl(Key::Letter('S'))] },
            Self::Exit => const { &[ctrl(Key::Letter('Q'))] },
            Self::ZoomIn => const { &[ctrl(Key::Plus)] },
            Self::ZoomOut => const { &[ctrl(Key::Minus)] },
            Self::ZoomReset => const { &[ctrl(Key::Zero)] },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_key_or_a_name() {
        for (number, one) in Command::ALL.iter().enumerate() {
            for other in &Command::ALL[number + 1..] {
                assert_ne!(one.id(), other.id());
                assert!(one.keys().iter().all(|keys| !other.keys().contains(keys)));
            }
        }
    }
}
