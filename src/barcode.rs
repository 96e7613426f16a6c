//! The barcode of an item or of a borrower's card.

use std::fmt;

use smol_str::SmolStr;

/// What identifies an item or a borrower: 1 to 80 printable ASCII characters, without spaces at
/// its ends and without two spaces in a row.
///
/// Parsed once, valid ever after: whoever holds a `Barcode` can write it to `OffCirc.dat` without
/// another check. 80 characters is the width of the item column of Alma's offline file. Two spaces
/// in a row are refused because in that file they set the borrower off from the item, and a
/// reader could not tell the two apart.
///
/// ```
/// use offcirc::barcode::{Barcode, BarcodeError};
///
/// assert_eq!(Barcode::parse("30001234567890")?.as_str(), "30001234567890");
/// assert_eq!(
///     Barcode::parse("30001é"),
///     Err(BarcodeError::Character { column: 5, found: 'é' })
/// );
/// # Ok::<(), BarcodeError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Barcode(SmolStr);

/// Why a text is not a [`Barcode`]. Columns count characters from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BarcodeError {
    /// There is no character at all.
    #[error("the barcode is empty")]
    Empty,
    /// More characters than the file has columns for.
    #[error("the barcode has {length} characters, the file has room for {}", Barcode::MAX_LENGTH)]
    TooLong {
        /// How many characters there are.
        length: usize,
    },
    /// A control character, or one that is not ASCII.
    #[error("character {} of the barcode ({}) is not a printable ASCII character", column + 1, found.escape_default())]
    Character {
        /// Where it stands.
        column: usize,
        /// Which it is.
        found: char,
    },
    /// A space at the start or the end.
    #[error("the barcode starts or ends with a space (character {})", column + 1)]
    OuterSpace {
        /// Where it stands.
        column: usize,
    },
    /// Two spaces in a row.
    #[error("the barcode has two spaces in a row (character {})", column + 1)]
    DoubleSpace {
        /// Where the first of them stands.
        column: usize,
    },
}

impl Barcode {
    /// The width of the item column in characters.
    pub const MAX_LENGTH: usize = 80;

    /// Takes a text as a barcode, exactly as it stands: nothing is trimmed or changed.
    ///
    /// # Errors
    ///
    /// [`BarcodeError`] names the first thing that is wrong.
    pub fn parse(text: &str) -> Result<Self, BarcodeError> {
        // Nearly every barcode is letters, digits and signs alone: nothing more to look for.
        if (1..=Self::MAX_LENGTH).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_graphic())
        {
            return Ok(Self(SmolStr::new(text)));
        }
        let mut previous = None;
        for (column, found) in text.chars().enumerate() {
            if !matches!(found, ' '..='~') {
                return Err(BarcodeError::Character { column, found });
            }
            if found == ' ' {
                match previous {
                    None => return Err(BarcodeError::OuterSpace { column }),
                    Some(' ') => return Err(BarcodeError::DoubleSpace { column: column - 1 }),
                    Some(_) => {}
                }
            }
            previous = Some(found);
        }
        // All ASCII from here on: bytes are characters.
        match previous {
            None => Err(BarcodeError::Empty),
            Some(' ') => Err(BarcodeError::OuterSpace { column: text.len() - 1 }),
            Some(_) if text.len() > Self::MAX_LENGTH => {
                Err(BarcodeError::TooLong { length: text.len() })
            }
            Some(_) => Ok(Self(SmolStr::new(text))),
        }
    }

    /// The barcode as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Barcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Barcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_every_printable_ascii_character_inside() {
        for c in '!'..='~' {
            let text = format!("{c} {c}");
            assert_eq!(Barcode::parse(&text).map(|b| b.to_string()), Ok(text));
        }
    }

    #[test]
    fn eighty_characters_fit_and_eighty_one_do_not() {
        assert!(Barcode::parse(&"7".repeat(80)).is_ok());
        assert_eq!(Barcode::parse(&"7".repeat(81)), Err(BarcodeError::TooLong { length: 81 }));
    }

    #[test]
    fn names_what_is_wrong_and_where() {
        for (text, error) in [
            ("", BarcodeError::Empty),
            (" 1", BarcodeError::OuterSpace { column: 0 }),
            ("1 ", BarcodeError::OuterSpace { column: 1 }),
            ("  ", BarcodeError::OuterSpace { column: 0 }),
            ("1  2", BarcodeError::DoubleSpace { column: 1 }),
            ("12\t3", BarcodeError::Character { column: 2, found: '\t' }),
            ("é", BarcodeError::Character { column: 0, found: 'é' }),
            ("1\u{7f}", BarcodeError::Character { column: 1, found: '\u{7f}' }),
        ] {
            assert_eq!(Barcode::parse(text), Err(error), "{text:?}");
        }
    }
}
