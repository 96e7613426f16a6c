//! What is wrong with a settings file, and where.

use std::fmt;
use std::io;
use std::path::PathBuf;

use super::key::{Key, Kind, quoted};

/// Something in a settings file that was passed over.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Fault {
    /// The file.
    pub path: PathBuf,
    /// Where in it; nothing when it is the file as a whole.
    pub place: Option<Place>,
    /// What it is.
    pub kind: FaultKind,
}

impl Fault {
    /// For sorting: those of the file as a whole come first, and that there are more last.
    pub(super) fn order(&self) -> (bool, Option<Place>) {
        (matches!(self.kind, FaultKind::More { .. }), self.place)
    }
}

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The character in it, from 1.
    pub column: usize,
}

impl Place {
    /// The place of a byte of a text.
    pub(super) fn of(text: &str, byte: usize) -> Self {
        let before = text.get(..text.floor_char_boundary(byte)).unwrap_or(text);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let before = before.get(start..).unwrap_or_default().trim_end_matches('\r');
        let column = before.chars().count() + 1;
        Self { line, column }
    }
}

/// `path:line:column: what is wrong`, in plain English, for logs.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match self.place {
            Some(Place { line, column }) => write!(f, "{path}:{line}:{column}: {}", self.kind),
            None => write!(f, "{path}: {}", self.kind),
        }
    }
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FaultKind {
    /// The file can't be read; nothing of it is used.
    #[error("the file can't be read: {detail}")]
    NotReadable {
        /// Why, as the system sorts it.
        error: io::ErrorKind,
        /// Why, as the system says it.
        detail: String,
    },
    /// It is a folder, a device or the like; nothing of it is used.
    #[error("this is no file")]
    NotAFile,
    /// It is larger than any settings; nothing of it is used.
    #[error("the file has {bytes} bytes; settings have at most {most}")]
    TooLarge {
        /// Its bytes.
        bytes: u64,
        /// The most.
        most: u64,
    },
    /// It is no text in UTF-8. Lines with such bytes are passed over; a file with NUL bytes as a
    /// whole.
    #[error("this is no text in UTF-8 (byte {byte})")]
    NotUtf8 {
        /// The first such byte, from 0.
        byte: usize,
    },
    /// A line is no TOML; it is passed over, and so is what belongs to it.
    #[error("this can't be read: {message}")]
    Syntax {
        /// Why, in the words of the library.
        message: String,
    },
    /// A backslash in double quotes, where it has a meaning of its own; the line is passed over.
    #[error("a backslash in double quotes has a meaning of its own: put the text in single quotes")]
    Backslash,
    /// The file has so many faults of syntax that nothing of it is used.
    #[error("so much can't be read that nothing of this file is used")]
    Unusable,
    /// A newer version of the program wrote the file; what this one knows is used.
    #[error("a newer version of OffCirc wrote this file (version {version})")]
    NewerVersion {
        /// The version of the file.
        version: i64,
    },
    /// `version` is no whole number from 1.
    #[error("version has to be a whole number from 1")]
    NotAVersion,
    /// No setting has this name.
    #[error("there is no setting {key:?}{}", did_you_mean(*near))]
    UnknownKey {
        /// The name, with that of its table.
        key: String,
        /// The name of a key or table that is like it.
        near: Option<&'static str>,
    },
    /// The name of a table has a value, or several tables.
    #[error("{table} is a table, [{table}], and not {found}")]
    NotATable {
        /// The table.
        table: &'static str,
        /// What stands there.
        found: Found,
    },
    /// The value is of another kind.
    #[error("{key} has to be {wanted}, and not {found}")]
    WrongType {
        /// The setting.
        key: Key,
        /// What stands there.
        found: Found,
        /// What it has to be.
        wanted: Kind,
    },
    /// The number is too small or too large.
    #[error("{key} is {found}; it has to be from {least} to {most}")]
    OutOfRange {
        /// The setting.
        key: Key,
        /// What stands there.
        found: i64,
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// The word is none of those that can be chosen.
    #[error("{key} is {found:?}; it has to be one of {}", quoted(choices))]
    NotAChoice {
        /// The setting.
        key: Key,
        /// What stands there.
        found: String,
        /// What can be chosen.
        choices: &'static [&'static str],
    },
    /// The text is too long.
    #[error("{key} has {found} characters; it has to have {most} at most")]
    TooLong {
        /// The setting.
        key: Key,
        /// Its characters.
        found: usize,
        /// The most.
        most: usize,
    },
    /// The text has a control character; often a backslash in double quotes made it.
    #[error(
        "{key} has a control character, {character:?}: in double quotes a backslash has a meaning \
         of its own, in single quotes it has not"
    )]
    ControlCharacter {
        /// The setting.
        key: Key,
        /// The first one.
        character: char,
    },
    /// A folder whose name is no Unicode; a file can't name it.
    #[error("{key} has a name that can't be written as text")]
    NotUnicode {
        /// The setting.
        key: Key,
    },
    /// A part is no length and no range of lengths.
    #[error("{key}: {part:?} is no length from 1 to {most} and no range of them")]
    NotLengths {
        /// The setting.
        key: Key,
        /// What stands there.
        part: String,
        /// The greatest length.
        most: usize,
    },
    /// The value breaks a rule of the program.
    #[error("{key}: {message}")]
    Rule {
        /// The setting.
        key: Key,
        /// How, in the words of who has the rule.
        message: String,
    },
    /// The user's file sets what the computer's file locks; the computer's value holds.
    #[error("{key} is locked by the settings of this computer")]
    Locked {
        /// The setting.
        key: Key,
    },
    /// Only the computer's file locks settings.
    #[error("only the settings of the computer can lock settings")]
    LocksInUserFile,
    /// `locked` is no list of names.
    #[error("locked has to be a list of names in quotes, and not {found}")]
    NotLocks {
        /// What stands there.
        found: Found,
    },
    /// No setting and no table has the name that is to be locked.
    #[error("there is no setting {name:?} to lock{}", did_you_mean(*near))]
    UnknownLock {
        /// The name.
        name: String,
        /// The name of a key or table that is like it.
        near: Option<&'static str>,
    },
    /// More faults than anybody wants to read.
    #[error("{faults} more faults in this file")]
    More {
        /// How many.
        faults: usize,
    },
}

/// What stands in the place of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// A text in quotes.
    Text,
    /// A whole number.
    Integer,
    /// A number with a point.
    Float,
    /// `true` or `false`.
    Boolean,
    /// A date or a time.
    DateTime,
    /// A list.
    Array,
    /// A table, or several.
    Table,
}

impl Found {
    pub(super) fn of(item: &toml_edit::Item) -> Self {
        item.as_value().map_or(Self::Table, Self::of_value)
    }

    pub(super) fn of_value(value: &toml_edit::Value) -> Self {
        use toml_edit::Value;
        match value {
            Value::String(_) => Self::Text,
            Value::Integer(_) => Self::Integer,
            Value::Float(_) => Self::Float,
            Value::Boolean(_) => Self::Boolean,
            Value::Datetime(_) => Self::DateTime,
            Value::Array(_) => Self::Array,
            Value::InlineTable(_) => Self::Table,
        }
    }
}

/// In plain English, for logs.
impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "a text",
            Self::Integer => "a whole number",
            Self::Float => "a number with a point",
            Self::Boolean => "true or false",
            Self::DateTime => "a date or time",
            Self::Array => "a list",
            Self::Table => "a table",
        })
    }
}

fn did_you_mean(near: Option<&str>) -> String {
    near.map(|near| format!("; did you mean {near:?}?")).unwrap_or_default()
}
