//! Barcodes that are no item and no borrower, but an action of the desk.

/// What a control barcode asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Control {
    /// Lend items.
    Loan,
    /// Take items back.
    Return,
    /// This borrower is done.
    NewBorrower,
    /// Take the last transaction back.
    TakeBack,
    /// Yes to what is asked.
    Yes,
    /// No to what is asked.
    No,
}

impl Control {
    /// All of them, in the order in which they are printed.
    pub const ALL: [Self; 6] =
        [Self::Loan, Self::Return, Self::NewBorrower, Self::TakeBack, Self::Yes, Self::No];

    /// What its barcode holds.
    ///
    /// Two spaces in a row can't be in any [`Barcode`](crate::barcode::Barcode). The letters are
    /// those that stand on the same keys of US, French, Belgian, Swiss, German, Italian, Spanish
    /// and British keyboards, so that it is understood however the scanner is set up.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Loan => "OFFCIRC  LEND",
            Self::Return => "OFFCIRC  RETURN",
            Self::NewBorrower => "OFFCIRC  NEXT",
            Self::TakeBack => "OFFCIRC  UNDO",
            Self::Yes => "OFFCIRC  OK",
            Self::No => "OFFCIRC  NO",
        }
    }

    /// The control barcode that `text` holds, if it is one; Caps Lock changes nothing. What stands
    /// before it is what scanners add.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_uppercase();
        Self::ALL.into_iter().find(|control| {
            text.strip_suffix(control.text()).is_some_and(|before| before.len() <= MOST_BEFORE)
        })
    }
}

/// The characters of an AIM identifier.
const MOST_BEFORE: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::barcode::Barcode;

    #[test]
    fn no_control_barcode_can_be_anybodys_barcode() {
        for control in Control::ALL {
            assert!(Barcode::parse(control.text()).is_err());
            assert_eq!(Control::of(control.text()), Some(control));
            assert_eq!(Control::of(&control.text().to_lowercase()), Some(control));
            assert_eq!(Control::of(&format!("]C1{} ", control.text())), Some(control));
        }
        assert_eq!(Control::of("OFFCIRC LEND"), None);
        assert_eq!(Control::of("3000OFFCIRC  LEND"), None);
    }
}
