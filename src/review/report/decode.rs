//! From the bytes of a saved report to its text.

use crate::dat::{Encoding, MARK};

/// The bytes are no text: a picture, a workbook, a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not text")]
pub struct NotText;

/// The text of a file in UTF-8, in UTF-16, or in Latin-1.
///
/// # Errors
///
/// The bytes hold a NUL, which no text has and which every picture, workbook and document has.
pub fn decode(bytes: &[u8]) -> Result<String, NotText> {
    let encoding = Encoding::of(bytes);
    let text = if encoding.is_utf16() {
        utf16(bytes, encoding)
    } else {
        let rest = bytes.strip_prefix(MARK).unwrap_or(bytes);
        match std::str::from_utf8(rest) {
            Ok(text) => text.to_owned(),
            // Each byte of Latin-1 is the character of its number.
            Err(_) => rest.iter().map(|&byte| char::from(byte)).collect(),
        }
    };
    if text.contains('\0') { Err(NotText) } else { Ok(text) }
}

fn utf16(bytes: &[u8], encoding: Encoding) -> String {
    let (pairs, _) = bytes.as_chunks();
    let units = pairs.iter().map(|pair| encoding.unit(*pair));
    let characters = char::decode_utf16(units).skip_while(|read| *read == Ok('\u{feff}'));
    characters.map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
