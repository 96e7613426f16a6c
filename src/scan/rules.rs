//! The library's rules: what scanners add, and what barcodes look like.

use super::check_digit::CheckDigit;
use super::shape::{Lengths, Pattern, Shape};
use super::strip::Strip;

/// What the desk knows of barcodes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// What scanners add.
    pub strip: Strip,
    /// Whether a scan may be read as the keys of a US keyboard where its text can't be a barcode.
    pub other_layout: bool,
    /// Whether control barcodes are understood.
    pub controls: bool,
    /// What borrowers' cards look like.
    pub borrower: Shape,
    /// What items' barcodes look like.
    pub item: Shape,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            strip: Strip::default(),
            other_layout: true,
            controls: true,
            borrower: Shape::default(),
            item: Shape::default(),
        }
    }
}

impl Rules {
    /// For scripts: everything is meant as it stands.
    #[must_use]
    pub fn as_it_stands() -> Self {
        let strip = Strip { aim: false, ..Strip::default() };
        Self { strip, other_layout: false, controls: false, ..Self::default() }
    }
}

/// Rules that many libraries share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    /// Whatever has a letter or a digit.
    None,
    /// 14 digits, the last one a check digit; borrowers start with 2, items with 3.
    FourteenDigits,
}

impl Preset {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::None, Self::FourteenDigits];

    /// Lengths, pattern and check digit for borrowers, then for items, as settings have them.
    #[must_use]
    pub fn shapes(self) -> [(&'static str, &'static str, CheckDigit); 2] {
        match self {
            Self::None => [("", "", CheckDigit::None); 2],
            Self::FourteenDigits => {
                [("14", r"2\d*", CheckDigit::Luhn), ("14", r"3\d*", CheckDigit::Luhn)]
            }
        }
    }

    /// The rules, with what scanners add as it usually is.
    #[must_use]
    pub fn rules(self) -> Rules {
        // A test reads every preset.
        let shape = |(lengths, pattern, check): (&str, &str, CheckDigit)| Shape {
            lengths: Lengths::parse(lengths).unwrap_or_default(),
            pattern: Pattern::parse(pattern).unwrap_or_default(),
            check,
        };
        let [borrower, item] = self.shapes().map(shape);
        Rules { borrower, item, ..Rules::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::barcode::Barcode;

    #[test]
    fn every_preset_can_be_read() {
        for preset in Preset::ALL {
            for (lengths, pattern, _) in preset.shapes() {
                assert!(Lengths::parse(lengths).is_ok() && Pattern::parse(pattern).is_ok());
            }
        }
        let rules = Preset::FourteenDigits.rules();
        let (card, item) = ("20001234567893", "30001234567891");
        let [card, item] = [card, item].map(|text| Barcode::parse(text).unwrap());
        assert_eq!((rules.borrower.breach(&card), rules.item.breach(&item)), (None, None));
        assert!(rules.item.breach(&card).is_some() && rules.borrower.breach(&item).is_some());
    }
}
