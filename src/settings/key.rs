//! Every setting: its name in the file, what it can be, what it is when nobody sets it.
//!
//! All in one table: what reads files, a page of settings, the command line and the documentation
//! go through [`Key::ALL`].

use std::fmt;
use std::path::PathBuf;

use super::choice::{CheckChoice, ScanEnd, SoundChoice, ThemeChoice};
use super::value::Value;

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text of so many characters at most, without control characters.
    Text {
        /// The most characters.
        most: usize,
    },
    /// What a scanner sends: a text of so many characters at most, control characters too.
    Sent {
        /// The most characters.
        most: usize,
    },
    /// A regular expression of so many characters at most.
    Pattern {
        /// The most characters.
        most: usize,
    },
    /// A folder.
    Folder,
    /// How long barcodes are: `14`, `"8-10, 14"` or `[14, "8-10"]`; empty is any length.
    Lengths,
    /// `true` or `false`.
    Switch,
    /// A whole number.
    Number {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// One of these words.
    Choice(&'static [&'static str]),
}

/// In plain English, for logs: what is wanted.
impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text { .. } | Self::Sent { .. } => f.write_str("a text in quotes"),
            Self::Pattern { .. } => f.write_str("a regular expression in quotes"),
            Self::Folder => f.write_str("a folder in quotes"),
            Self::Lengths => f.write_str("lengths such as 14 or \"8-10, 14\""),
            Self::Switch => f.write_str("true or false"),
            Self::Number { least, most } => write!(f, "a whole number from {least} to {most}"),
            Self::Choice(choices) => write!(f, "one of {}", quoted(choices)),
        }
    }
}

/// The words of a choice, as a sentence lists them.
pub(super) fn quoted(choices: &[&str]) -> String {
    let quoted: Vec<_> = choices.iter().map(|choice| format!("\"{choice}\"")).collect();
    quoted.join(", ")
}

/// No text: a default.
const NONE: Value = Value::Text(String::new());
/// A line of text, such as a name.
const LINE: Kind = Kind::Text { most: 100 };
/// What scanners add.
const ADDED: Kind = Kind::Sent { most: 80 };
const PATTERN: Kind = Kind::Pattern { most: 1000 };

macro_rules! keys {
    ($($(#[doc = $about:literal])+ $key:ident = $name:literal, $kind:expr, $default:expr;)+) => {
        /// A setting.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Key {
            $($(#[doc = $about])+ $key,)+
        }

        impl Key {
            /// All of them, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$key,)+];

            /// Its name, with that of its table: `desk`, `scanner.prefix`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$key => $name,)+ }
            }

            /// What its value is.
            #[must_use]
            pub fn kind(self) -> Kind {
                match self { $(Self::$key => $kind,)+ }
            }

            /// Its value when no file sets it.
            #[must_use]
            pub fn default_value(self) -> Value {
                match self { $(Self::$key => $default,)+ }
            }

            /// What it is for, in plain English.
            #[must_use]
            pub fn about(self) -> &'static str {
                match self { $(Self::$key => concat!($($about),+).trim_ascii_start(),)+ }
            }
        }
    };
}

keys! {
    /// The language of the program, such as "fr"; "system" is the computer's.
    Language = "language", Kind::Text { most: 35 }, Value::Text("system".to_owned());
    /// The name of this desk, in the names of batches; the computer's name when it is empty.
    Desk = "desk", LINE, NONE;
    /// The name of the library.
    Library = "library", LINE, NONE;
    /// The folder of OffCirc.dat, best in single quotes: 'D:\Circulation'; the usual one when it is
    /// empty.
    DataFolder = "data_folder", Kind::Folder, Value::Folder(PathBuf::new());
    /// For how many days batches that Alma has are kept before the window offers to delete them.
    KeepUploadedDays = "keep_uploaded_days", Kind::Number { least: 1, most: 3650 },
        Value::Number(90);
    /// The colours.
    Theme = "theme", Kind::Choice(ThemeChoice::IDS), Value::Choice(ThemeChoice::DEFAULT.id());
    /// The size of texts, in percent.
    TextSize = "text_size", Kind::Number { least: 100, most: 300 }, Value::Number(100);
    /// What is heard: sounds, the beep of the system alone, or nothing.
    Sounds = "sounds", Kind::Choice(SoundChoice::IDS), Value::Choice(SoundChoice::DEFAULT.id());
    /// Whether slips are printed for borrowers.
    Slips = "slips", Kind::Switch, Value::Switch(false);

    /// What ends a scan: Enter or Tab, or also a pause, for scanners that send nothing behind a
    /// barcode.
    ScannerEnd = "scanner.end", Kind::Choice(ScanEnd::IDS), Value::Choice(ScanEnd::DEFAULT.id());
    /// The longest pause between two keys of a scanner, in milliseconds.
    ScannerPause = "scanner.pause_ms", Kind::Number { least: 20, most: 500 }, Value::Number(50);
    /// Whether scanners that type as on a US keyboard are understood, whatever the computer's
    /// keyboard is.
    ScannerUsKeyboard = "scanner.us_keyboard", Kind::Switch, Value::Switch(true);
    /// Whether control barcodes are understood: those that lend, return, say yes or no.
    ScannerControls = "scanner.control_barcodes", Kind::Switch, Value::Switch(true);
    /// What scanners put in front of a barcode; it is taken off.
    ScannerPrefix = "scanner.prefix", ADDED, NONE;
    /// What scanners put behind a barcode; it is taken off.
    ScannerSuffix = "scanner.suffix", ADDED, NONE;
    /// Whether an AIM identifier in front of a barcode, such as ]C1, is taken off.
    ScannerRemoveAim = "scanner.remove_aim", Kind::Switch, Value::Switch(true);
    /// Whether the start and stop letters of Codabar, A to D at both ends, are taken off.
    ScannerRemoveCodabar = "scanner.remove_codabar_letters", Kind::Switch, Value::Switch(false);
    /// Whether spaces within a barcode are taken out.
    ScannerRemoveSpaces = "scanner.remove_spaces", Kind::Switch, Value::Switch(false);
    /// Whether the check character at the end is taken off once it has been checked.
    ScannerRemoveCheck = "scanner.remove_check_character", Kind::Switch, Value::Switch(false);

    /// How long the barcodes of borrowers are, such as 14 or "8-10, 14"; any length when it is
    /// empty.
    BorrowerLengths = "borrower.lengths", Kind::Lengths, Value::Lengths(Vec::new());
    /// A regular expression that the barcodes of borrowers match as a whole, best in single quotes.
    BorrowerPattern = "borrower.pattern", PATTERN, NONE;
    /// How the last character of borrowers' barcodes is checked.
    BorrowerCheck = "borrower.check_digit", Kind::Choice(CheckChoice::IDS),
        Value::Choice(CheckChoice::DEFAULT.id());

    /// How long the barcodes of items are, such as 14 or "8-10, 14"; any length when it is empty.
    ItemLengths = "item.lengths", Kind::Lengths, Value::Lengths(Vec::new());
    /// A regular expression that the barcodes of items match as a whole, best in single quotes.
    ItemPattern = "item.pattern", PATTERN, NONE;
    /// How the last character of items' barcodes is checked.
    ItemCheck = "item.check_digit", Kind::Choice(CheckChoice::IDS),
        Value::Choice(CheckChoice::DEFAULT.id());

    /// Within how many minutes the same item again is a double scan; 0 is never.
    WatchDoubleScan = "watch.double_scan_minutes", Kind::Number { least: 0, most: 60 },
        Value::Number(2);
    /// After how many seconds without a scan a borrower is done; 0 is never.
    WatchIdle = "watch.idle_seconds", Kind::Number { least: 0, most: 3600 }, Value::Number(90);
    /// Whether the desk asks about an item that was lent in this session to somebody else.
    WatchLentToAnother = "watch.lent_to_another", Kind::Switch, Value::Switch(true);
    /// Whether a card in the place of an item is the next borrower's, and an item in the place of a
    /// card waits for the card, by the rules of the library.
    WatchWrongField = "watch.wrong_field", Kind::Switch, Value::Switch(true);
}

impl Key {
    /// The tables of the file.
    pub const TABLES: [&'static str; 4] = ["scanner", "borrower", "item", "watch"];

    /// The key with this name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|key| key.name() == name)
    }

    /// The table it stands in; nothing for those above all tables.
    #[must_use]
    pub fn table(self) -> Option<&'static str> {
        self.name().split_once('.').map(|(table, _)| table)
    }

    /// Its name within its table.
    #[must_use]
    pub fn name_in_table(self) -> &'static str {
        self.name().split_once('.').map_or(self.name(), |(_, name)| name)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
