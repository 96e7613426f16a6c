//! What is printed: pages as PDF, from text to bytes. Pure; whoever asked writes them to a file.
//!
//! All that stands on a page comes from the caller. It is set in the fonts of the window, which a
//! file carries in itself: it prints alike everywhere, and its text can be searched and copied.
//!
//! A page is A4. What stands on it keeps clear of what US Letter lacks, at the top or at the
//! bottom, so that nothing is lost where a printer has only that.

mod canvas;
mod code128;
mod codes;
mod face;
mod flow;
mod pdf;
mod slip;
mod words;

#[cfg(test)]
mod tests;

pub use codes::{Code, codes_page};
pub use slip::{Slip, slip};

/// Why something can't be printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PrintError {
    /// A code holds nothing.
    #[error("the code {name:?} holds no text")]
    EmptyCode {
        /// The name of the code.
        name: String,
    },
    /// A code holds a character that Code 128 B doesn't have.
    #[error("the code {text:?} holds {}, which Code 128 can't", found.escape_default())]
    Character {
        /// What the code holds.
        text: String,
        /// The first such character.
        found: char,
    },
    /// A code would be too wide for its column.
    #[error("the code {text:?} has more than {most} characters")]
    TooLong {
        /// What the code holds.
        text: String,
        /// How many characters it may have.
        most: usize,
    },
    /// The name of a code and what is said of it don't fit on a page.
    #[error("what is said of the code {text:?} doesn't fit on a page")]
    NoRoom {
        /// What the code holds.
        text: String,
    },
    /// A font of the program can't be read.
    #[error("a font of the program can't be read")]
    Font,
}
