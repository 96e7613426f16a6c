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
    /// Record what is held.
    UseAnyway,
    /// Take the last transaction back.
    TakeBack,
    /// A slip of the borrower's items, to be printed.
    PrintSlip,
    /// Wait until all is written, read the file back, say so.
    SaveToFile,
    /// Close the file, upload it to Alma, say that Alma has it.
    PrepareUpload,
    /// Look what Alma's job report says of the transactions.
    MatchReport,
    /// Make one file of several desks' files.
    CombineDesks,
    /// All batches, and what became of each.
    ShowHistory,
    /// How to use the program.
    ShowHelp,
    /// Try a scanner, set the library's rules.
    ShowScanners,
    /// All other settings.
    ShowSettings,
    /// From a page back to the desk.
    BackToDesk,
    /// Close the window.
    Exit,
    /// Everything larger.
    ZoomIn,
    /// Everything smaller.
    ZoomOut,
    /// Everything in its usual size.
    ZoomReset,
}

/// What the window shows, as far as it decides which commands there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The desk: fields and list.
    Desk,
    /// One of the pages: for after the outage, and to set up.
    Page,
    /// Nothing to work at: another window has the folder.
    Window,
}

impl Place {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Desk, Self::Page, Self::Window];
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
    /// Enter.
    Enter,
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
    pub const ALL: [Self; 19] = [
        Self::ChooseLoan,
        Self::ChooseReturn,
        Self::EndBorrower,
        Self::UseAnyway,
        Self::TakeBack,
        Self::PrintSlip,
        Self::SaveToFile,
        Self::PrepareUpload,
        Self::MatchReport,
        Self::CombineDesks,
        Self::ShowHistory,
        Self::ShowHelp,
        Self::ShowScanners,
        Self::ShowSettings,
        Self::BackToDesk,
        Self::Exit,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
    ];

    /// Whether it can be given there.
    #[must_use]
    pub fn applies(self, place: Place) -> bool {
        match self {
            Self::ChooseLoan
            | Self::ChooseReturn
            | Self::EndBorrower
            | Self::UseAnyway
            | Self::TakeBack
            | Self::PrintSlip
            | Self::SaveToFile => place == Place::Desk,
            Self::BackToDesk => place == Place::Page,
            Self::PrepareUpload
            | Self::MatchReport
            | Self::CombineDesks
            | Self::ShowHistory
            | Self::ShowHelp
            | Self::ShowScanners
            | Self::ShowSettings => place != Place::Window,
            Self::Exit | Self::ZoomIn | Self::ZoomOut | Self::ZoomReset => true,
        }
    }

    /// The name of the command in the texts: `command-<id>` is what a button says.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::ChooseLoan => "loan",
            Self::ChooseReturn => "return",
            Self::EndBorrower => "end-borrower",
            Self::UseAnyway => "use-anyway",
            Self::TakeBack => "take-back",
            Self::PrintSlip => "slip",
            Self::SaveToFile => "save",
            Self::PrepareUpload => "upload",
            Self::MatchReport => "report",
            Self::CombineDesks => "combine",
            Self::ShowHistory => "history",
            Self::ShowHelp => "help",
            Self::ShowScanners => "scanners",
            Self::ShowSettings => "settings",
            Self::BackToDesk => "back",
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
            Self::UseAnyway => const { &[ctrl(Key::Enter)] },
            Self::TakeBack => const { &[ctrl(Key::Letter('Z'))] },
            Self::PrintSlip => const { &[ctrl(Key::Letter('P'))] },
            Self::SaveToFile => const { &[ctrl(Key::Letter('S'))] },
            Self::PrepareUpload => const { &[key(Key::F(6))] },
            Self::MatchReport => const { &[key(Key::F(7))] },
            Self::CombineDesks => const { &[key(Key::F(8))] },
            Self::ShowHistory => const { &[key(Key::F(9))] },
            Self::ShowHelp => const { &[key(Key::F(1))] },
            Self::ShowScanners => const { &[key(Key::F(5))] },
            Self::ShowSettings => const { &[key(Key::F(12))] },
            Self::BackToDesk => const { &[key(Key::Escape)] },
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

    fn pairs() -> impl Iterator<Item = (Command, Command)> {
        let all = Command::ALL.iter().zip(1..);
        all.flat_map(|(one, next)| Command::ALL[next..].iter().map(|other| (*one, *other)))
    }

    /// What a key does must not depend on an order of asking: Escape is another command at the
    /// desk than on a page, and never both.
    #[test]
    fn no_two_commands_share_a_key_in_one_place() {
        for place in Place::ALL {
            for (one, other) in
                pairs().filter(|(one, other)| one.applies(place) && other.applies(place))
            {
                let shared = one.keys().iter().find(|keys| other.keys().contains(keys));
                assert_eq!(shared, None, "{one:?} and {other:?} in {place:?}");
            }
        }
    }

    #[test]
    fn no_two_commands_share_a_name() {
        for (one, other) in pairs() {
            assert_ne!(one.id(), other.id());
        }
    }
}
