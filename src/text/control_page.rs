//! The page of control barcodes, to be printed and laid beside the scanner.

use super::Texts;
use crate::print::{self, Code, PrintError};
use crate::scan::Control;

/// The page as a PDF, in a language.
///
/// # Errors
///
/// See [`print::codes_page`]; a test prints it in every language.
pub fn control_page(texts: &Texts) -> Result<Vec<u8>, PrintError> {
    let words = Control::ALL
        .map(|control| (control.text(), texts.control(control), texts.about_control(control)));
    let codes: Vec<_> = words.iter().map(|(text, name, what)| Code { text, name, what }).collect();
    print::codes_page(&texts.say("controls-title"), &texts.say("controls-how"), &codes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_can_be_printed_in_every_language() {
        for language in Texts::languages() {
            let page = control_page(&Texts::new(language)).unwrap();
            assert!(page.starts_with(b"%PDF"), "{language}");
        }
    }
}
