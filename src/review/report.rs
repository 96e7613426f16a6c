//! The messages of Alma's job report, and the transactions they speak of.
//!
//! After an upload Alma lists what it could not carry out, a message a line:
//!
//! ```text
//! Item not found. Barcode: 1111111111
//! User not found. Barcode: 2222222222
//! Return item failed, item was not on loan. Barcode: 3333333333
//! A later action on this item happened. Barcode: 4444444444
//! ```
//!
//! People paste them, or save them as text or as a table. So [`Report::read`] takes any text and
//! finds the messages in it, whatever stands before and after them on their lines.
//!
//! ```
//! use offcirc::review::report::{Meaning, Report};
//!
//! let report = Report::read("Failed: 1\r\nLine 12: User not found. Barcode: 20001234567890\r\n");
//! let [message] = report.messages() else { panic!("there is one message") };
//! assert_eq!(message.meaning, Some(Meaning::UserNotFound));
//! assert_eq!(message.line, Some(12));
//! assert_eq!(report.passed_over(), ["Failed: 1"]);
//! ```

mod decode;
mod matching;
mod wording;

use std::collections::HashMap;

use crate::barcode::Barcode;

pub use decode::{NotText, decode};
pub use matching::{Matched, Unmatched};

/// What a message of the report means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// No item in Alma has this barcode.
    ItemNotFound,
    /// No user in Alma has this identifier.
    UserNotFound,
    /// There was nothing to return.
    NotOnLoan,
    /// The item was handled in Alma after the time in the file; the line was not carried out.
    LaterAction,
}

impl Meaning {
    /// Every meaning.
    pub const ALL: [Self; 4] =
        [Self::ItemNotFound, Self::UserNotFound, Self::NotOnLoan, Self::LaterAction];

    /// The word for it that programs read, the same in every language.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::ItemNotFound => "item-not-found",
            Self::UserNotFound => "user-not-found",
            Self::NotOnLoan => "not-on-loan",
            Self::LaterAction => "later-action",
        }
    }
}

/// A message of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its line, without the quotes and separators of a table around it.
    pub text: String,
    /// How often it stands in the report, with the same meaning, barcode and line number.
    pub times: usize,
    /// What it means; `None` for a wording that is not known.
    pub meaning: Option<Meaning>,
    /// The item or borrower it names; `None` when it names none, or one that no file can hold.
    pub barcode: Option<Barcode>,
    /// A number before the wording that may be the line of the uploaded file.
    pub line: Option<u64>,
}

/// What a report says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    messages: Vec<Message>,
    passed_over: Vec<String>,
}

/// Messages that say the same: the text counts only where the rest is not known.
type Same = (Option<Meaning>, Option<Barcode>, Option<u64>, Option<String>);

impl Report {
    /// Finds the messages of a text: each line that has a known wording or `Barcode:`.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut report = Self::default();
        let mut places: HashMap<Same, usize> = HashMap::new();
        let lines = text.split(['\n', '\r']).map(wording::clean);
        let mut lines = lines.filter(|line| !line.is_empty()).peekable();
        while let Some(mut line) = lines.next() {
            if wording::is_cut_short(&line)
                && let Some(rest) = lines.next_if(|next| wording::starts_with_barcode(next))
            {
                line = format!("{line} {rest}");
            }
            let mut found = false;
            for piece in wording::pieces(&line) {
                if let Some(message) = wording::message(piece) {
                    report.add(message, &mut places);
                    found = true;
                }
            }
            if !found {
                report.passed_over.push(line);
            }
        }
        report
    }

    fn add(&mut self, message: Message, places: &mut HashMap<Same, usize>) {
        let known = message.meaning.is_some() && message.barcode.is_some();
        let text = (!known).then(|| message.text.clone());
        let same = (message.meaning, message.barcode.clone(), message.line, text);
        let place = *places.entry(same).or_insert(self.messages.len());
        match self.messages.get_mut(place) {
            Some(first) => first.times += 1,
            None => self.messages.push(message),
        }
    }

    /// The messages, in the order of the report, each once.
    #[must_use]
    pub fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// The lines that look like no message: heads, counts, other words.
    #[must_use]
    pub fn passed_over(&self) -> &[String] {
        &self.passed_over
    }
}

#[cfg(test)]
mod tests;
