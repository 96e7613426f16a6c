//! A text with faults of syntax: the lines with the faults become comments, the others are read.
//!
//! One wrong line should not cost a library the folder of its data.

use toml_edit::{Document, TomlError};

use super::fault::{FaultKind, Place};
use super::source::comment;

/// So many bytes are parsed at most before a text is given up; each try costs its text and a bit.
/// A file as people write it can have dozens of faults, a monster of a megabyte some.
const BUDGET: usize = 4 * 1024 * 1024;
const TRY: usize = 2000;

/// What could be read.
pub(super) struct Mended {
    /// The document; nothing when the text had to be given up.
    pub doc: Option<Document<String>>,
    /// What could not, in the order of the text.
    pub faults: Vec<(Option<Place>, FaultKind)>,
}

/// Reads a text, and as comments the lines in it that are no TOML.
pub(super) fn mend(text: &str) -> Mended {
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    let mut parser = Parser { budget: BUDGET };
    let mut faults = Vec::new();
    loop {
        let text = lines.concat();
        let error = match parser.parse(text.clone()) {
            Some(Ok(doc)) => return Mended { doc: Some(doc), faults },
            Some(Err(error)) => error,
            None => break,
        };
        // Without a place it is the nesting of something that nests a thousand times.
        let Some(at) = error.span().map(|span| span.start) else { break };
        let place = Place::of(&text, at);
        let Some(first) = parser.statement(&lines, place.line - 1) else { break };
        // Where a list or a text does not end, it is its beginning that has to be looked at.
        let place = if first + 1 < place.line { beginning(&lines, first) } else { place };
        faults.push((Some(place), kind(&text, at, &error)));
        if !drop_statement(&mut lines, first) {
            break;
        }
    }
    faults.push((None, FaultKind::Unusable));
    Mended { doc: None, faults }
}

struct Parser {
    budget: usize,
}

impl Parser {
    /// Nothing when it has cost too much.
    fn parse(&mut self, text: String) -> Option<Result<Document<String>, TomlError>> {
        self.budget = self.budget.checked_sub(text.len() + TRY)?;
        Some(Document::parse(text))
    }

    /// The line in which the statement with a fault in this line begins: what stands before it can
    /// be read.
    fn statement(&mut self, lines: &[String], faulty: usize) -> Option<usize> {
        let before = (0..faulty.min(lines.len())).rev();
        let starts = before.filter(|line| lines.get(*line).is_some_and(|line| !is_comment(line)));
        for first in [faulty].into_iter().filter(|line| *line < lines.len()).chain(starts) {
            if self.parse(lines.get(..first)?.concat())?.is_ok() {
                return Some(first);
            }
        }
        None
    }
}

/// Makes comments of the lines of a statement, and of what a header begins; whether there was
/// anything to do.
fn drop_statement(lines: &mut [String], first: usize) -> bool {
    let is_header = lines.get(first).is_some_and(|line| line.trim_start().starts_with('['));
    let is_next =
        |line: &str| if is_header { line.trim_start().starts_with('[') } else { is_start(line) };
    let mut rest = lines.iter_mut().skip(first);
    let Some(line) = rest.next().filter(|line| !is_comment(line)) else { return false };
    *line = comment(line);
    for line in rest.take_while(|line| !is_next(line)).filter(|line| !is_comment(line)) {
        *line = comment(line);
    }
    true
}

/// Whether a line looks as if something began there.
fn is_start(line: &str) -> bool {
    !is_comment(line) && (line.trim_start().starts_with('[') || line.contains('='))
}

fn is_comment(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with('#')
}

fn beginning(lines: &[String], line: usize) -> Place {
    let spaces = lines
        .get(line)
        .map_or(0, |line| line.chars().take_while(|character| character.is_whitespace()).count());
    Place { line: line + 1, column: spaces + 1 }
}

fn kind(text: &str, at: usize, error: &TomlError) -> FaultKind {
    if is_behind_backslash(text, at) {
        FaultKind::Backslash
    } else {
        FaultKind::Syntax { message: error.message().to_owned() }
    }
}

/// Whether a fault stands in what a backslash began, `\d` or `\Users`, or where a text goes on
/// behind its end, `"D:\"`.
fn is_behind_backslash(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let code = before.trim_end_matches(|c: char| c.is_ascii_hexdigit());
    let code = code.strip_suffix(['u', 'U', 'x']).unwrap_or(code);
    code.ends_with('\\') || before.trim_end_matches('\r').ends_with("\\\"")
}
