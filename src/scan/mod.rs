//! From what a scanner typed to one clean barcode. Pure: no window, no clock, no disk.

use crate::barcode::{Barcode, BarcodeError};

/// Takes what was typed into a field: spaces and control characters at its ends go, the rest has
/// to be a [`Barcode`] as it stands. `None` when nothing is left.
///
/// # Errors
///
/// Why the rest is no barcode.
#[must_use]
pub fn clean(typed: &str) -> Option<Result<Barcode, BarcodeError>> {
    let text = typed.trim();
    (!text.is_empty()).then(|| Barcode::parse(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scan_is_trimmed_and_an_empty_one_is_nothing() {
        assert_eq!(clean(" \t30001 \r\n"), Some(Barcode::parse("30001")));
        assert_eq!(clean(""), None);
        assert_eq!(clean(" \t "), None);
        assert!(matches!(clean("30\u{0}01"), Some(Err(BarcodeError::Character { .. }))));
    }
}
