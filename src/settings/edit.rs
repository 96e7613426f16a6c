//! Changing one value in the text of a settings file; every other byte of it stays.

use std::ops::Range;

use toml_edit::{Document, InlineTable, Item, Table, Value};

use super::key::Key;

/// Something that is no setting stands where the value or its table has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unfit;

/// The text with another value for a key, given as it stands in a file; or without it. A key that
/// is new comes behind the others of its table, a table that is new at the end.
pub(super) fn set(text: &str, key: Key, literal: Option<&str>) -> Result<String, Unfit> {
    let doc = Document::parse(text).map_err(|_| Unfit)?;
    let root = doc.as_table();
    let Some(table) = key.table() else { return in_table(text, root, key, literal) };
    match (root.get(table), literal) {
        (Some(Item::Table(inner)), _) if !inner.is_implicit() || inner.is_dotted() => {
            in_table(text, inner, key, literal)
        }
        (Some(Item::Value(Value::InlineTable(inner))), _) => in_inline(text, inner, key, literal),
        (None, Some(literal)) => Ok(with_table(text, table, key, literal)),
        // It is there only by a table within it: `[scanner.other]`.
        (Some(Item::Table(inner)), Some(literal)) if !inner.contains_key(key.name_in_table()) => {
            Ok(with_table(text, table, key, literal))
        }
        (_, None) => Ok(text.to_owned()),
        (Some(_), Some(_)) => Err(Unfit),
    }
}

fn in_table(text: &str, table: &Table, key: Key, literal: Option<&str>) -> Result<String, Unfit> {
    let name = key.name_in_table();
    match (table.get(name), literal) {
        (Some(Item::Value(value)), Some(literal)) => {
            replaced(text, value.span(), literal).ok_or(Unfit)
        }
        (Some(Item::Value(_)), None) => without(text, table, name).ok_or(Unfit),
        (_, None) => Ok(text.to_owned()),
        (Some(_), Some(_)) => Err(Unfit),
        (None, Some(literal)) => {
            let name = if table.is_dotted() { key.name() } else { name };
            Ok(with_line(text, table, &format!("{name} = {literal}")))
        }
    }
}

/// The same in a table on one line: `scanner = { prefix = '#' }`.
fn in_inline(
    text: &str,
    table: &InlineTable,
    key: Key,
    literal: Option<&str>,
) -> Result<String, Unfit> {
    let name = key.name_in_table();
    let changed = match (table.get(name), literal) {
        (None, None) => return Ok(text.to_owned()),
        // `{ prefix.other = 1 }`
        (Some(Value::InlineTable(inner)), _) if inner.is_dotted() => None,
        (Some(value), Some(literal)) => replaced(text, value.span(), literal),
        (Some(_), None) => without_in_inline(text, table, name),
        (None, Some(literal)) => {
            let values = table.get_values();
            let last = values.last().and_then(|(_, value)| value.span());
            match last {
                Some(last) => {
                    replaced(text, Some(last.end..last.end), &format!(", {name} = {literal}"))
                }
                None => replaced(text, table.span(), &format!("{{ {name} = {literal} }}")),
            }
        }
    };
    changed.ok_or(Unfit)
}

fn without_in_inline(text: &str, table: &InlineTable, name: &str) -> Option<String> {
    let values = table.get_values();
    let place = values.iter().position(|(names, _)| names.iter().map(|name| name.get()).eq([name]));
    let place = place?;
    let start = |place: usize| Some(values.get(place)?.0.first()?.span()?.start);
    let end = |place: usize| Some(values.get(place)?.1.span()?.end);
    match place.checked_sub(1) {
        Some(before) => replaced(text, Some(end(before)?..end(place)?), ""),
        None if values.len() > 1 => replaced(text, Some(start(0)?..start(1)?), ""),
        None => replaced(text, table.span(), "{}"),
    }
}

fn replaced(text: &str, span: Option<Range<usize>>, new: &str) -> Option<String> {
    let span = span?;
    Some(format!("{}{new}{}", text.get(..span.start)?, text.get(span.end..)?))
}

/// The text without the lines of a name and its value.
fn without(text: &str, table: &Table, name: &str) -> Option<String> {
    let (key, item) = table.get_key_value(name)?;
    let start = line_start(text, key.span()?.start);
    let end = line_end(text, item.span()?.end);
    replaced(text, Some(start..end), "")
}

/// The text with a line behind the last value of a table that has a header or is the root.
fn with_line(text: &str, table: &Table, line: &str) -> String {
    let values = table.get_values();
    let last = values.iter().filter_map(|(_, value)| value.span()).map(|span| span.end).max();
    let header = || table.span().filter(|span| !span.is_empty()).map(|span| span.end);
    match last.or_else(header) {
        Some(at) => insert(text, line_end(text, at), line),
        None => at_the_top(text, line),
    }
}

/// The first value above all tables. What is said at the top stays there; a comment right above a
/// table stays with it.
fn at_the_top(text: &str, line: &str) -> String {
    let comments = text.split_inclusive('\n').take_while(|line| is_blank_or_comment(line));
    let (mut at, mut end) = (0, 0);
    for comment in comments {
        end += comment.len();
        if comment.trim().is_empty() {
            at = end;
        }
    }
    if end == text.len() {
        return insert(text, end, line);
    }
    insert(text, at, &format!("{line}{}", newline(text)))
}

fn is_blank_or_comment(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with('#')
}

/// The text with a table at its end.
fn with_table(text: &str, table: &str, key: Key, literal: &str) -> String {
    let newline = newline(text);
    let has_gap = text.lines().next_back().is_none_or(|line| line.trim().is_empty());
    let gap = if has_gap { "" } else { newline };
    let lines = format!("{gap}[{table}]{newline}{} = {literal}", key.name_in_table());
    insert(text, text.len(), &lines)
}

/// A line of its own at the beginning of a line, or at the end of the text.
fn insert(text: &str, at: usize, line: &str) -> String {
    let newline = newline(text);
    let (before, behind) = text.split_at_checked(at).unwrap_or((text, ""));
    let end = if before.is_empty() || before.ends_with('\n') { "" } else { newline };
    format!("{before}{end}{line}{newline}{behind}")
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |end| at + end + 1)
}

/// How lines end in this text.
pub(super) fn newline(text: &str) -> &'static str {
    match text.find('\n') {
        Some(end) if text.get(..end).is_some_and(|line| line.ends_with('\r')) => "\r\n",
        None if cfg!(windows) => "\r\n",
        Some(_) | None => "\n",
    }
}
