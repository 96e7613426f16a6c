//! What the barcodes of a library's items, or of its borrowers, look like.

use std::fmt;
use std::ops::RangeInclusive;

use regex::bytes::{Regex, RegexBuilder};

use super::check_digit::CheckDigit;
use crate::barcode::Barcode;

/// What a barcode has to look like. The empty shape takes whatever has a letter or a digit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shape {
    /// How long it is.
    pub lengths: Lengths,
    /// What it matches as a whole.
    pub pattern: Pattern,
    /// What its last character is.
    pub check: CheckDigit,
}

/// How a barcode breaks the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Breach {
    /// It is too short or too long.
    Length {
        /// Its characters.
        found: usize,
        /// How many there should be.
        wanted: Lengths,
    },
    /// It does not match the pattern.
    Pattern,
    /// Its check digit is another: one character is wrong, or two are swapped.
    CheckDigit,
    /// It has no letter and no digit.
    OnlySigns,
}

impl Shape {
    /// Whether it says more than that there is a letter or a digit.
    #[must_use]
    pub fn says_something(&self) -> bool {
        *self != Self::default()
    }

    /// How the barcode breaks the rules, if it does.
    #[must_use]
    pub fn breach(&self, barcode: &Barcode) -> Option<Breach> {
        self.breach_without_check(barcode)
            .or_else(|| (!self.check.fits(barcode.as_str())).then_some(Breach::CheckDigit))
    }

    /// The same for a barcode whose check character is gone.
    pub(super) fn breach_without_check(&self, barcode: &Barcode) -> Option<Breach> {
        let text = barcode.as_str();
        if !text.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
            Some(Breach::OnlySigns)
        } else if !self.lengths.take(text.len()) {
            Some(Breach::Length { found: text.len(), wanted: self.lengths.clone() })
        } else if !self.pattern.matches(text) {
            Some(Breach::Pattern)
        } else {
            None
        }
    }
}

/// How many characters there may be: any number, or some numbers and ranges.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lengths(Vec<RangeInclusive<usize>>);

/// Why a text does not say lengths.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{part:?} (character {}) is no length from 1 to {} and no range of them", column + 1, Barcode::MAX_LENGTH)]
pub struct LengthsError {
    /// Where the part starts, in characters from 0.
    pub column: usize,
    /// What stands there.
    pub part: String,
}

impl Lengths {
    /// These lengths.
    #[must_use]
    pub fn of(ranges: Vec<RangeInclusive<usize>>) -> Self {
        Self(ranges)
    }

    /// Reads `14` or `8-10, 14`; nothing is any length.
    ///
    /// # Errors
    ///
    /// The first part that is no length.
    pub fn parse(text: &str) -> Result<Self, LengthsError> {
        let mut ranges = Vec::new();
        let mut column = 0;
        for part in text.split(',') {
            let inner = part.trim();
            if inner.is_empty() && text.trim().is_empty() {
                break;
            }
            let (from, to) = inner.split_once('-').unwrap_or((inner, inner));
            let number = |text: &str| {
                let number: usize = text.trim().parse().ok()?;
                (1..=Barcode::MAX_LENGTH).contains(&number).then_some(number)
            };
            match (number(from), number(to)) {
                (Some(from), Some(to)) if from <= to => ranges.push(from..=to),
                _ => {
                    let spaces = part.chars().take_while(|c| c.is_whitespace()).count();
                    return Err(LengthsError { column: column + spaces, part: inner.to_owned() });
                }
            }
            column += part.chars().count() + 1;
        }
        Ok(Self(ranges))
    }

    fn take(&self, length: usize) -> bool {
        self.0.is_empty() || self.0.iter().any(|range| range.contains(&length))
    }
}

impl fmt::Display for Lengths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (range, number) in self.0.iter().zip(0..) {
            let (from, to) = (range.start(), range.end());
            let comma = if number == 0 { "" } else { ", " };
            if from == to {
                write!(f, "{comma}{from}")?;
            } else {
                write!(f, "{comma}{from}-{to}")?;
            }
        }
        Ok(())
    }
}

/// A regular expression that a barcode matches as a whole; any barcode when there is none.
#[derive(Debug, Clone, Default)]
pub struct Pattern(Option<Regex>);

/// Why a text is no pattern.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// It is no regular expression.
    #[error("{reason} (character {})", column + 1)]
    Syntax {
        /// Where, in characters from 0.
        column: usize,
        /// What is wrong there, in the words of the library.
        reason: String,
    },
    /// It would take too much memory, and so too much time.
    #[error("it is too large")]
    TooLarge,
}

/// A compiled pattern takes no more memory than this, in bytes: far more than barcodes ask for.
/// Matching takes a time that grows only with the barcode, whatever the pattern.
const MOST_MEMORY: usize = 256 * 1024;

impl Pattern {
    /// Reads a regular expression; an empty one matches any barcode.
    ///
    /// # Errors
    ///
    /// It is none, or one that explodes.
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        if text.is_empty() {
            return Ok(Self(None));
        }
        // By itself first: an error has to name a place in the text as it was typed.
        let mut parser = regex_syntax::ParserBuilder::new().unicode(false).utf8(false).build();
        parser.parse(text).map_err(|error| syntax(text, &error))?;
        let whole = RegexBuilder::new(&format!(r"\A(?:{text})\z"))
            .unicode(false)
            .size_limit(MOST_MEMORY)
            .dfa_size_limit(MOST_MEMORY)
            .build();
        match whole {
            Ok(whole) => Ok(Self(Some(whole))),
            Err(regex::Error::CompiledTooBig(_)) => Err(PatternError::TooLarge),
            Err(error) => Err(PatternError::Syntax { column: 0, reason: error.to_string() }),
        }
    }

    fn matches(&self, text: &str) -> bool {
        self.0.as_ref().is_none_or(|pattern| pattern.is_match(text.as_bytes()))
    }

    fn as_str(&self) -> Option<&str> {
        self.0.as_ref().map(Regex::as_str)
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Pattern {}

fn syntax(text: &str, error: &regex_syntax::Error) -> PatternError {
    let (offset, reason) = match error {
        regex_syntax::Error::Parse(error) => (error.span().start.offset, error.kind().to_string()),
        regex_syntax::Error::Translate(error) => {
            (error.span().start.offset, error.kind().to_string())
        }
        other => (0, other.to_string()),
    };
    let column = text.char_indices().take_while(|(at, _)| *at < offset).count();
    PatternError::Syntax { column, reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breach(shape: &Shape, text: &str) -> Option<Breach> {
        shape.breach(&Barcode::parse(text).unwrap())
    }

    #[test]
    fn lengths_are_numbers_and_ranges() {
        let lengths = Lengths::parse(" 8-10,14 ").unwrap();
        assert_eq!(lengths.to_string(), "8-10, 14");
        let taken: Vec<_> = (1..20).filter(|length| lengths.take(*length)).collect();
        assert_eq!(taken, [8, 9, 10, 14]);
        assert!(Lengths::parse("").unwrap().take(3));
        for (text, column, part) in [
            ("8,x", 2, "x"),
            ("0", 0, "0"),
            ("81", 0, "81"),
            ("9, 10-8", 3, "10-8"),
            ("8,,9", 2, ""),
        ] {
            let error = LengthsError { column, part: part.to_owned() };
            assert_eq!(Lengths::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn a_pattern_matches_as_a_whole() {
        let shape =
            Shape { pattern: Pattern::parse(r"2\d{3}|B[^-]+").unwrap(), ..Shape::default() };
        for text in ["2000", "Bab"] {
            assert_eq!(breach(&shape, text), None, "{text}");
        }
        for text in ["20000", "12000", "B-", "xBab"] {
            assert_eq!(breach(&shape, text), Some(Breach::Pattern), "{text}");
        }
    }

    #[test]
    fn a_pattern_that_is_none_or_explodes_is_refused_with_its_place() {
        let place = |text: &str| match Pattern::parse(text) {
            Err(PatternError::Syntax { column, .. }) => Some(column),
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(place("30(00"), Some(2));
        assert_eq!(place("é[z-a]"), Some(2));
        assert_eq!(place("*"), Some(0));
        assert_eq!(place("a(?<=b)"), Some(1));
        for text in ["((a{1000}){1000}){1000}", r"(\w{500}){500}"] {
            assert_eq!(Pattern::parse(text), Err(PatternError::TooLarge));
        }
        assert!(Pattern::parse(&"(".repeat(10_000)).is_err());
    }

    #[test]
    fn says_the_first_thing_that_is_wrong() {
        let shape = Shape {
            lengths: Lengths::parse("14").unwrap(),
            pattern: Pattern::parse("3.*").unwrap(),
            check: CheckDigit::Luhn,
        };
        assert_eq!(breach(&shape, "30001234567891"), None);
        assert_eq!(breach(&shape, "30001234567892"), Some(Breach::CheckDigit));
        assert_eq!(breach(&shape, "20001234567899"), Some(Breach::Pattern));
        let wanted = Lengths::parse("14").unwrap();
        assert_eq!(breach(&shape, "3"), Some(Breach::Length { found: 1, wanted }));
        assert_eq!(breach(&Shape::default(), "&\"'(-"), Some(Breach::OnlySigns));
        assert_eq!(breach(&Shape::default(), "&a"), None);
    }
}
