//! A value: from the file, from a command line, into the file; and whether it fits its setting.

use std::fmt;
use std::ops::{Range, RangeInclusive};
use std::path::{Path, PathBuf};

use toml_edit::Item;

use super::Rule;
use super::fault::{FaultKind, Found};
use super::key::{Key, Kind};
use super::lengths;
use super::value::Value;

/// Where in the file it is wrong, and how.
pub(super) type Wrong = (Option<Range<usize>>, FaultKind);

impl Value {
    /// Reads what somebody typed for a key: texts as they stand, without quotes.
    ///
    /// # Errors
    ///
    /// The text is no value of this kind. Whether the program takes the value is seen when it is
    /// set.
    pub fn parse(key: Key, text: &str) -> Result<Self, FaultKind> {
        let wrong = || wrong_type(key, Found::Text);
        match key.kind() {
            Kind::Text { .. } | Kind::Sent { .. } | Kind::Pattern { .. } => {
                Ok(Self::Text(text.to_owned()))
            }
            Kind::Folder => Ok(Self::Folder(PathBuf::from(text))),
            Kind::Lengths => read_lengths(key, text).map(Self::Lengths),
            Kind::Switch => text.trim().parse().map(Self::Switch).map_err(|_| wrong()),
            Kind::Number { least, most } => {
                number(key, text.trim().parse().map_err(|_| wrong())?, least, most)
            }
            Kind::Choice(choices) => choice(key, text.trim(), choices),
        }
    }

    /// Reads the value of a key from a file, and sees that it fits.
    pub(super) fn read(key: Key, item: &Item, rule: Rule) -> Result<Self, Wrong> {
        let value = Self::of_item(key, item)?;
        value.check(key, rule).map_err(|kind| (item.span(), kind))?;
        Ok(value)
    }

    fn of_item(key: Key, item: &Item) -> Result<Self, Wrong> {
        let here = |kind| (item.span(), kind);
        let wrong = || here(wrong_type(key, Found::of(item)));
        let text = || item.as_str().ok_or_else(wrong);
        match key.kind() {
            Kind::Text { .. } | Kind::Sent { .. } | Kind::Pattern { .. } => {
                Ok(Self::Text(text()?.to_owned()))
            }
            Kind::Folder => Ok(Self::Folder(PathBuf::from(text()?))),
            Kind::Lengths => item
                .as_value()
                .ok_or_else(wrong)
                .and_then(|value| lengths_of(key, value))
                .map(Self::Lengths),
            Kind::Switch => item.as_bool().map(Self::Switch).ok_or_else(wrong),
            Kind::Number { least, most } => {
                number(key, item.as_integer().ok_or_else(wrong)?, least, most).map_err(here)
            }
            Kind::Choice(choices) => choice(key, text()?, choices).map_err(here),
        }
    }

    /// Whether the program takes it for this key.
    pub(super) fn check(&self, key: Key, rule: Rule) -> Result<(), FaultKind> {
        match (key.kind(), self) {
            (Kind::Text { most } | Kind::Pattern { most }, Self::Text(text)) => {
                no_control_character(key, text)?;
                not_too_long(key, text, most)?;
            }
            (Kind::Sent { most }, Self::Text(text)) => not_too_long(key, text, most)?,
            (Kind::Folder, Self::Folder(folder)) => {
                let text = folder.to_str().ok_or(FaultKind::NotUnicode { key })?;
                no_control_character(key, text)?;
            }
            (Kind::Lengths, Self::Lengths(ranges)) if lengths::are_right(ranges) => {}
            (Kind::Lengths, Self::Lengths(ranges)) => {
                return Err(not_lengths(key, lengths::text(ranges)));
            }
            (Kind::Switch, Self::Switch(_)) => {}
            (Kind::Number { least, most }, Self::Number(found)) => {
                number(key, i64::from(*found), least, most)?;
            }
            (Kind::Choice(choices), Self::Choice(found)) if choices.contains(found) => {}
            (Kind::Choice(choices), Self::Choice(found)) => {
                return Err(FaultKind::NotAChoice { key, found: (*found).to_owned(), choices });
            }
            _ => return Err(wrong_type(key, self.found())),
        }
        self.follows(key, rule)
    }

    /// The rule is asked about texts and folders that say something.
    fn follows(&self, key: Key, rule: Rule) -> Result<(), FaultKind> {
        let text = match self {
            Self::Text(text) => Some(text.as_str()),
            Self::Folder(folder) => folder.to_str(),
            _ => None,
        };
        match text.filter(|text| !text.is_empty() && *self != key.default_value()) {
            Some(text) => rule(key, text).map_err(|message| FaultKind::Rule { key, message }),
            None => Ok(()),
        }
    }

    /// As it stands in a file; nothing for a folder whose name is no Unicode.
    pub(super) fn literal(&self) -> Option<String> {
        let quoted = |text: &str| toml_edit::Value::from(text).to_string();
        Some(match self {
            Self::Text(text) => quoted(text),
            Self::Folder(folder) => quoted(folder.to_str()?),
            Self::Lengths(ranges) => quoted(&lengths::text(ranges)),
            Self::Switch(on) => on.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Choice(id) => quoted(id),
        })
    }

    fn found(&self) -> Found {
        match self {
            Self::Text(_) | Self::Folder(_) | Self::Choice(_) => Found::Text,
            Self::Lengths(_) => Found::Array,
            Self::Switch(_) => Found::Boolean,
            Self::Number(_) => Found::Integer,
        }
    }

    /// The text, or the word of a choice; empty for others.
    #[must_use]
    pub fn as_text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Choice(id) => id,
            _ => "",
        }
    }

    /// The folder, if it is one and not empty.
    #[must_use]
    pub fn as_folder(&self) -> Option<&Path> {
        match self {
            Self::Folder(folder) if !folder.as_os_str().is_empty() => Some(folder),
            _ => None,
        }
    }

    /// The lengths; none for others.
    #[must_use]
    pub fn as_lengths(&self) -> &[RangeInclusive<usize>] {
        if let Self::Lengths(ranges) = self { ranges } else { &[] }
    }

    /// Whether it is switched on; not for others.
    #[must_use]
    pub fn as_switch(&self) -> bool {
        matches!(self, Self::Switch(true))
    }

    /// The number; 0 for others.
    #[must_use]
    pub fn as_number(&self) -> u32 {
        if let Self::Number(number) = self { *number } else { 0 }
    }
}

/// As it stands in a file.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.literal(), self) {
            (Some(literal), _) => f.write_str(&literal),
            (None, Self::Folder(folder)) => write!(f, "{}", folder.display()),
            (None, _) => Ok(()),
        }
    }
}

fn wrong_type(key: Key, found: Found) -> FaultKind {
    FaultKind::WrongType { key, found, wanted: key.kind() }
}

fn not_lengths(key: Key, part: String) -> FaultKind {
    FaultKind::NotLengths { key, part, most: lengths::MOST }
}

fn read_lengths(key: Key, text: &str) -> Result<Vec<RangeInclusive<usize>>, FaultKind> {
    lengths::parse(text).map_err(|part| not_lengths(key, part))
}

/// A length, a text of lengths, or a list of both.
fn lengths_of(key: Key, value: &toml_edit::Value) -> Result<Vec<RangeInclusive<usize>>, Wrong> {
    let here = |kind| (value.span(), kind);
    match value {
        toml_edit::Value::Integer(length) => {
            let length = *length.value();
            let one = lengths::one(length);
            Ok(vec![one.ok_or_else(|| here(not_lengths(key, length.to_string())))?])
        }
        toml_edit::Value::String(text) => read_lengths(key, text.value()).map_err(here),
        toml_edit::Value::Array(parts) => {
            let mut ranges = Vec::new();
            for part in parts {
                if part.is_array() {
                    return Err((part.span(), wrong_type(key, Found::Array)));
                }
                ranges.extend(lengths_of(key, part)?);
            }
            Ok(ranges)
        }
        other => Err(here(wrong_type(key, Found::of_value(other)))),
    }
}

fn number(key: Key, found: i64, least: u32, most: u32) -> Result<Value, FaultKind> {
    let fits = u32::try_from(found).ok().filter(|number| (least..=most).contains(number));
    fits.map(Value::Number).ok_or(FaultKind::OutOfRange { key, found, least, most })
}

fn choice(key: Key, found: &str, choices: &'static [&'static str]) -> Result<Value, FaultKind> {
    let chosen = choices.iter().find(|choice| choice.eq_ignore_ascii_case(found));
    let other = || FaultKind::NotAChoice { key, found: found.to_owned(), choices };
    chosen.map(|choice| Value::Choice(choice)).ok_or_else(other)
}

fn not_too_long(key: Key, text: &str, most: usize) -> Result<(), FaultKind> {
    match text.chars().count() {
        found if found > most => Err(FaultKind::TooLong { key, found, most }),
        _ => Ok(()),
    }
}

fn no_control_character(key: Key, text: &str) -> Result<(), FaultKind> {
    let character = text.chars().find(|character| character.is_control());
    character.map_or(Ok(()), |character| Err(FaultKind::ControlCharacter { key, character }))
}
