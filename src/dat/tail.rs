//! What a crash can leave at the end of a file.

use std::fmt;

use super::line::{Reading, read_line};
use crate::transaction::Transaction;

/// How much of `tail`, the last bytes of a file, is complete lines.
///
/// A transaction exists once its line end is on disk: what stands behind the last line end is a
/// line cut short, or the NUL bytes that a file system can leave after a power cut. `None` when
/// there is no line end in `tail` at all.
#[must_use]
pub fn complete_length(tail: &[u8]) -> Option<usize> {
    memchr::memrchr(b'\n', tail).map(|end| end + 1)
}

/// The bytes behind the last line end, as far as they say something.
///
/// Displayed as text for a person: the cut-short line without its padding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fragment {
    text: String,
    /// The transaction, if all of it seems to be there. The borrower may still be cut short.
    pub transaction: Option<Transaction>,
}

impl Fragment {
    /// Reads what was cut short.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        let end = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
        let line = bytes.get(..end).unwrap_or(bytes);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let transaction = match read_line(line) {
            Reading::Transaction { transaction, .. } => Some(transaction),
            Reading::Blank | Reading::Unreadable(_) => None,
        };
        let words: Vec<&[u8]> =
            line.split(|byte| *byte == b' ').filter(|w| !w.is_empty()).take(8).collect();
        let text = words.join(&b' ').iter().take(200).copied().collect::<Vec<_>>();
        Self { text: text.escape_ascii().to_string(), transaction }
    }

    /// Whether there is nothing to tell: only NUL bytes or spaces.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

impl fmt::Display for Fragment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_the_last_line_end_is_not_complete() {
        assert_eq!(complete_length(b""), None);
        assert_eq!(complete_length(b"2026"), None);
        assert_eq!(complete_length(b"a\r\n"), Some(3));
        assert_eq!(complete_length(b"a\r\n2026\0\0"), Some(3));
        assert_eq!(complete_length(b"a\r\n\0\0\0"), Some(3));
    }

    #[test]
    fn a_fragment_tells_what_it_holds() {
        let cut = Fragment::read(format!("202611231405L{:<80}2000", "3000").as_bytes());
        assert_eq!(cut.to_string(), "202611231405L3000 2000");
        assert!(cut.transaction.is_some());
        assert!(Fragment::read(b"\0\0\0").is_empty());
        let short = Fragment::read(b"20261123\0\0");
        assert_eq!((short.to_string().as_str(), short.transaction), ("20261123", None));
    }
}
