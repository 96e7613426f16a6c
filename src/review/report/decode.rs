//! From the bytes of a saved report to its text.

/// The bytes are no text: a picture, a workbook, a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not text")]
pub struct NotText;

/// The text of a file in UTF-8, in UTF-16 with its mark, or in Latin-1.
///
/// # Errors
///
/// The bytes hold a NUL, which no text has and which every picture, workbook and document has.
pub fn decode(bytes: &[u8]) -> Result<String, NotText> {
    let text = if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        utf16(rest, u16::from_le_bytes)
    } else if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        utf16(rest, u16::from_be_bytes)
    } else {
        let rest = bytes.strip_prefix(crate::sheet::MARK).unwrap_or(bytes);
        match std::str::from_utf8(rest) {
            Ok(text) => text.to_owned(),
            // Each byte of Latin-1 is the character of its number.
            Err(_) => rest.iter().map(|&byte| char::from(byte)).collect(),
        }
    };
    if text.contains('\0') { Err(NotText) } else { Ok(text) }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, _) = bytes.as_chunks();
    let units = pairs.iter().map(|pair| unit(*pair));
    let characters = char::decode_utf16(units);
    characters.map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
