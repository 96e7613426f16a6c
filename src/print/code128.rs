//! Code 128: from a text to bars.

use barcoders::sym::code128::Code128;

use super::PrintError;

/// What the barcode crate takes for "code set B": letters, digits, signs and spaces as they are.
const SET_B: char = '\u{181}';

/// A barcode in modules, the width of its narrowest bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bars {
    /// Where each bar starts, and how wide it is.
    pub(super) bars: Vec<(u16, u16)>,
    /// How wide all of it is, without the quiet zones.
    pub(super) modules: u16,
}

/// The bars of a text of printable ASCII.
///
/// `name` and `most`, how many characters there is room for, are for the error.
pub(super) fn bars(text: &str, name: &str, most: u16) -> Result<Bars, PrintError> {
    let character = |found| PrintError::Character { text: text.to_owned(), found };
    if text.is_empty() {
        return Err(PrintError::EmptyCode { name: name.to_owned() });
    }
    // Beyond ASCII the crate has its own signs for code sets and functions.
    if let Some(found) = text.chars().find(|c| !matches!(c, ' '..='~')) {
        return Err(character(found));
    }
    if text.len() > usize::from(most) {
        return Err(PrintError::TooLong { text: text.to_owned(), most: usize::from(most) });
    }
    // It has all of these.
    let code = Code128::new(format!("{SET_B}{text}")).map_err(|_| character(SET_B))?;
    Ok(runs(&code.encode()))
}

/// The runs of black among the modules.
fn runs(dark: &[u8]) -> Bars {
    let mut bars: Vec<(u16, u16)> = Vec::new();
    let mut modules = 0;
    for &module in dark {
        if module == 1 {
            match bars.last_mut() {
                Some((start, width)) if *start + *width == modules => *width += 1,
                _ => bars.push((modules, 1)),
            }
        }
        modules += 1;
    }
    Bars { bars, modules }
}
