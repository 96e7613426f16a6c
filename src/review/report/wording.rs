//! Finding messages in lines.

use std::ops::Range;

use super::{Meaning, Message};
use crate::barcode::Barcode;

/// The part of each wording that no other has, in small letters.
const WORDINGS: [(&str, Meaning); 4] = [
    ("item not found", Meaning::ItemNotFound),
    ("user not found", Meaning::UserNotFound),
    ("item was not on loan", Meaning::NotOnLoan),
    ("later action on this item happened", Meaning::LaterAction),
];

/// What announces a barcode, in small letters and before its colon.
const BARCODE: &str = "barcode";

/// Words before the number of a line.
const LINE_WORDS: [&str; 4] = ["line", "row", "record", "ligne"];

/// A line with one space where there were several, or a control character, and none at its ends.
///
/// A barcode never has two spaces in a row, so none is changed. Tabs stay: they separate cells.
pub(super) fn clean(line: &str) -> String {
    let mut clean = String::with_capacity(line.len());
    for c in line.chars() {
        let blank = c != '\t' && (c.is_whitespace() || c.is_control() || c == '\u{feff}');
        if !blank {
            clean.push(c);
        } else if !clean.ends_with(' ') {
            clean.push(' ');
        }
    }
    clean.trim().to_owned()
}

/// Whether a line has a wording and stops before its barcode.
pub(super) fn is_cut_short(line: &str) -> bool {
    let line = line.to_ascii_lowercase();
    !wordings(&line).is_empty() && marks(&line).is_empty()
}

/// Whether a line begins with a barcode, as the second half of a message does.
pub(super) fn starts_with_barcode(line: &str) -> bool {
    let line = line.to_ascii_lowercase();
    marks(&line).first().is_some_and(|mark| mark.start == 0)
}

/// Cuts a line that holds several messages, because line ends were lost on the way here.
pub(super) fn pieces(line: &str) -> Vec<&str> {
    let lower = line.to_ascii_lowercase();
    let wordings = wordings(&lower);
    let marks = marks(&lower);
    let starts: Vec<usize> = if wordings.len() > 1 {
        wordings.iter().map(|(place, _)| place.start).collect()
    } else {
        marks.iter().map(|mark| mark.start).collect()
    };
    let mut pieces = Vec::new();
    let mut from = 0;
    for start in starts.into_iter().skip(1) {
        // What stands before a wording belongs to it, so the cut is behind the barcode before.
        let mark = last(&marks, |mark| mark.end <= start).filter(|mark| from <= mark.start);
        let cut = mark.map_or(start, |mark| {
            mark.end + barcode_end(line.get(mark.end..start).unwrap_or_default(), Ends::InLine)
        });
        // What looks like a barcode may be the first word of a wording.
        let torn = last(&wordings, |(place, _)| place.start < cut);
        let torn = torn.filter(|(place, _)| cut < place.end);
        let cut = torn.map_or(cut, |(place, _)| place.start);
        pieces.push(line.get(from..cut).unwrap_or_default());
        from = cut;
    }
    pieces.push(line.get(from..).unwrap_or_default());
    pieces
}

/// The last of those for which this is so, which stand before all others.
fn last<T>(sorted: &[T], is_so: impl Fn(&T) -> bool) -> Option<&T> {
    sorted.get(..sorted.partition_point(is_so))?.last()
}

/// The message of a piece that has a known wording or a barcode.
pub(super) fn message(piece: &str) -> Option<Message> {
    let lower = piece.to_ascii_lowercase();
    let wording =
        wordings(&lower).into_iter().next().map(|(place, meaning)| (place.start, meaning));
    let mark = marks(&lower).into_iter().next();
    let starts = [wording.map(|(start, _)| start), mark.as_ref().map(|mark| mark.start)];
    let start = starts.into_iter().flatten().min()?;
    let end = mark.as_ref().map_or(start, |mark| mark.end);
    Some(Message {
        text: cell(piece, start, end).to_owned(),
        times: 1,
        meaning: wording.map(|(_, meaning)| meaning),
        barcode: mark.and_then(|mark| {
            let rest = piece.get(mark.end..)?;
            let is_last = wording.is_none_or(|(start, _)| start < mark.start);
            let ends = if is_last { Ends::WithLine } else { Ends::InLine };
            let text = rest.get(..barcode_end(rest, ends))?;
            Barcode::parse(text.trim_start_matches(is_before).trim_end()).ok()
        }),
        line: piece.get(..start).and_then(line_number),
    })
}

/// The cell of a table that holds the text from `start` to `end`; the whole text outside tables.
///
/// A comma is no border: one of the wordings has one.
fn cell(text: &str, start: usize, end: usize) -> &str {
    const BORDERS: [char; 3] = ['"', ';', '\t'];
    let before = text.get(..start).unwrap_or_default();
    let from = before.rfind(BORDERS).map_or(0, |at| at + 1);
    // A barcode may follow in a cell, or in quotes, of its own.
    let after = text.get(end..).unwrap_or_default();
    let gap = after.len() - after.trim_start_matches(|c| c == ' ' || BORDERS.contains(&c)).len();
    let length = after.get(gap..).and_then(|rest| rest.find(BORDERS));
    let to = length.map_or(text.len(), |length| end + gap + length);
    let outside = |c: char| c.is_whitespace() || c == ',';
    text.get(from..to).unwrap_or(text).trim_matches(outside).trim_matches(BORDERS)
}

/// Where known wordings stand in a text of small letters, in order.
fn wordings(lower: &str) -> Vec<(Range<usize>, Meaning)> {
    let each = |(wording, meaning): &(&'static str, Meaning)| {
        let meaning = *meaning;
        lower.match_indices(*wording).map(move |(start, text)| (start..start + text.len(), meaning))
    };
    let mut found: Vec<_> = WORDINGS.iter().flat_map(each).collect();
    found.sort_unstable_by_key(|(place, _)| place.start);
    found
}

/// Where `barcode:` stands in a text of small letters.
fn marks(lower: &str) -> Vec<Range<usize>> {
    let mark = |(start, _): (usize, &str)| {
        let rest = lower.get(start + BARCODE.len()..)?;
        let colon = rest.len() - rest.trim_start_matches(' ').strip_prefix(':')?.len();
        Some(start..start + BARCODE.len() + colon)
    };
    lower.match_indices(BARCODE).filter_map(mark).collect()
}

/// What follows a barcode.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    /// The end of the line, at most: a space is a part of the barcode.
    WithLine,
    /// More words: a space ends it.
    InLine,
}

/// Whether a character may stand between `Barcode:` and the barcode.
fn is_before(c: char) -> bool {
    c.is_whitespace() || c == '"'
}

/// Where the barcode at the start of a text ends: at a quote, at a separator of cells, at the full
/// stop of a sentence, or with the text.
fn barcode_end(text: &str, ends: Ends) -> usize {
    let start = text.len() - text.trim_start_matches(is_before).len();
    let rest = text.get(start..).unwrap_or_default();
    let is_end = |&(at, c): &(usize, char)| match c {
        '"' | '”' | '»' | ',' | ';' | '\t' => true,
        '.' => !rest.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric)),
        _ => false,
    };
    let length = rest.char_indices().find(is_end).map(|(at, _)| at);
    match (length, ends) {
        (Some(length), _) => start + length,
        (None, Ends::WithLine) => text.len(),
        (None, Ends::InLine) => start + rest.find(' ').unwrap_or(rest.len()),
    }
}

/// The line of the file that what stands before a wording may name: the number after a word such
/// as `Line`, or the only number that stands alone. Dates have several numbers, or signs in them.
fn line_number(prefix: &str) -> Option<u64> {
    let words: Vec<&str> =
        prefix.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let named = words.array_windows().find_map(|[word, number]| {
        let names_a_line = LINE_WORDS.iter().any(|known| word.eq_ignore_ascii_case(known));
        if names_a_line { number.parse().ok() } else { None }
    });
    named.or_else(|| {
        let cells = prefix.split(|c: char| c.is_whitespace() || matches!(c, '"' | ',' | ';' | '|'));
        let cells = cells.map(|cell| cell.trim_matches(|c: char| c.is_ascii_punctuation()));
        let mut numbers =
            cells.filter(|cell| !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit()));
        match (numbers.next(), numbers.next()) {
            (Some(only), None) => only.parse().ok(),
            _ => None,
        }
    })
}
