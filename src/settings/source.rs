//! The bytes of a settings file, and the text in them.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use super::fault::{FaultKind, Place};
use super::patience;

/// Nobody's settings are larger than this, in bytes.
pub(super) const MOST: u64 = 1024 * 1024;
/// What some editors put in front of UTF-8.
pub(super) const BOM: &[u8] = "\u{feff}".as_bytes();

/// The bytes of a file; nothing when it is not there.
pub(super) fn bytes(path: &Path) -> Result<Option<Vec<u8>>, FaultKind> {
    let metadata = match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        other => other.map_err(|error| not_readable(&error))?,
    };
    // A pipe or a device could be read for ever.
    if !metadata.is_file() {
        return Err(FaultKind::NotAFile);
    }
    let mut bytes = Vec::new();
    if metadata.len() <= MOST {
        // It may have grown since.
        bytes = patience::read(|| up_to(path, MOST + 1)).map_err(|error| not_readable(&error))?;
    }
    let length = metadata.len().max(bytes.len() as u64);
    if length > MOST {
        return Err(FaultKind::TooLarge { bytes: length, most: MOST });
    }
    Ok(Some(bytes))
}

fn up_to(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

pub(super) fn not_readable(error: &io::Error) -> FaultKind {
    FaultKind::NotReadable { error: error.kind(), detail: error.to_string() }
}

/// What can be taken as text.
pub(super) struct Decoded {
    /// The text, without a mark in front.
    pub text: String,
    /// Where it is none, if it is not all text.
    pub fault: Option<(Place, FaultKind)>,
}

/// Takes bytes as text. A line with bytes that are none becomes a comment: often it is an "é" of
/// an old editor in one line, and the others are good.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let inner = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let foreign = std::str::from_utf8(inner).err().map(|error| error.valid_up_to());
    let nul = inner.iter().position(|byte| *byte == 0);
    let text = String::from_utf8_lossy(inner);
    let Some(byte) = foreign.into_iter().chain(nul).min() else {
        return Decoded { text: plain_lines(&text), fault: None };
    };
    let kind = FaultKind::NotUtf8 { byte: byte + bytes.len() - inner.len() };
    let fault = Some((Place::of(&text, byte), kind));
    // UTF-16, or what a power cut left: nothing of it is text.
    if nul.is_some() {
        return Decoded { text: String::new(), fault };
    }
    let text = plain_lines(&text);
    Decoded { text: text.split_inclusive('\n').map(without_foreign).collect(), fault }
}

/// A line that another program put in front of a file leaves its mark within it: the setup program
/// does so.
fn plain_lines(text: &str) -> String {
    let line = |line: &str| {
        let (inner, end) = parted(line);
        [inner.trim_start_matches('\u{feff}'), end].concat()
    };
    text.split_inclusive('\n').map(line).collect()
}

fn without_foreign(line: &str) -> String {
    let is_foreign = line.contains(char::REPLACEMENT_CHARACTER);
    if is_foreign && !line.trim_start().starts_with('#') { comment(line) } else { line.to_owned() }
}

/// A line as a comment; its end stays as it is.
pub(super) fn comment(line: &str) -> String {
    let (inner, end) = parted(line);
    let inner: String = inner.chars().filter(|character| !character.is_control()).collect();
    format!("# {inner}{end}")
}

/// A line and its end. Programs that turn `\n` into `\r\n` twice write `\r\r\n`, which is one.
fn parted(line: &str) -> (&str, &str) {
    let end = ["\r\n", "\n"].into_iter().find(|end| line.ends_with(end)).unwrap_or_default();
    (line.trim_end_matches(['\r', '\n']), end)
}
