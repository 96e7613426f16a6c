//! From keystrokes to one clean barcode. Pure: no window, no clock, no disk.
//!
//! ```text
//! keys -> Wedge: what a scanner sent, told from what a person typed -> Scan
//!      -> Rules::read: as it stands or as a US keyboard, stripped, checked -> Read
//! ```

mod check_digit;
mod control;
mod learn;
mod read;
mod rules;
mod shape;
mod strip;
mod stroke;
mod wedge;

pub use check_digit::CheckDigit;
pub use control::Control;
pub use learn::{Learner, Proposal};
pub use read::{Read, Reading, Step};
pub use rules::{Preset, Rules};
pub use shape::{Breach, Lengths, LengthsError, Pattern, PatternError, Shape};
pub use strip::Strip;
pub use stroke::{By, End, Scan, Stroke};
pub use wedge::{Arrival, Out, Wedge};

use crate::barcode::{Barcode, BarcodeError};

/// Takes what was typed into a field that knows no rules: spaces and control characters at its ends
/// go, the rest has to be a [`Barcode`] as it stands. `None` when nothing is left.
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
