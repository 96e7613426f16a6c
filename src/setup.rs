//! What the settings mean to scans and to the desk.

use std::path::Path;
use std::time::Duration;

use crate::desk::Watch;
use crate::scan::{CheckDigit, Lengths, Pattern, PatternError, Rules, Shape, Strip};
use crate::settings::{BarcodeShape, Key, Settings};
use crate::text::Texts;

/// Whether the program takes a text as the value of a key; see [`crate::settings::Rule`].
///
/// # Errors
///
/// A pattern that is no regular expression or explodes, with its place; a language that is not
/// there.
pub fn rule(key: Key, text: &str) -> Result<(), String> {
    match key {
        Key::BorrowerPattern | Key::ItemPattern => {
            Pattern::parse(text).map(drop).map_err(|error: PatternError| error.to_string())
        }
        // Where the program was started from must not decide where transactions are.
        Key::DataFolder if !Path::new(text).is_absolute() => {
            Err("a folder's whole path is needed".to_owned())
        }
        Key::Language => Texts::known(text).map(drop),
        _ => Ok(()),
    }
}

/// The library's rules for barcodes.
#[must_use]
pub fn rules(settings: &Settings) -> Rules {
    let scanner = &settings.scanner;
    Rules {
        strip: Strip {
            aim: scanner.remove_aim,
            prefix: scanner.prefix.clone(),
            suffix: scanner.suffix.clone(),
            start_stop: scanner.remove_codabar_letters,
            spaces: scanner.remove_spaces,
            check_character: scanner.remove_check_character,
        },
        other_layout: scanner.us_keyboard,
        controls: scanner.control_barcodes,
        borrower: shape(&settings.borrower),
        item: shape(&settings.item),
    }
}

fn shape(shape: &BarcodeShape) -> Shape {
    Shape {
        lengths: Lengths::of(shape.lengths.clone()),
        // [`rule`] has refused what is none; then anything matches.
        pattern: Pattern::parse(&shape.pattern).unwrap_or_default(),
        check: CheckDigit::of_id(shape.check_digit.id()).unwrap_or_default(),
    }
}

/// What the desk watches for.
#[must_use]
pub fn watch(settings: &Settings) -> Watch {
    let watch = &settings.watch;
    let minutes = |minutes: u32| Duration::from_mins(minutes.into());
    let seconds = |seconds: u32| Duration::from_secs(seconds.into());
    Watch {
        double_scan: watch.double_scan_minutes.map(minutes),
        lent_to_another: watch.lent_to_another,
        borrower_leaves: watch.idle_seconds.map(seconds),
        wrong_field: watch.wrong_field,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{CheckChoice, Kind};

    #[test]
    fn the_usual_settings_are_the_usual_desk() {
        let settings = Settings::default();
        assert_eq!(rules(&settings), Rules::default());
        assert_eq!(watch(&settings), Watch::AT_THE_DESK);
    }

    #[test]
    fn every_check_digit_has_the_same_name_in_both_places() {
        let names: Vec<_> = CheckDigit::ALL.iter().map(|check| check.id()).collect();
        assert_eq!(names, CheckChoice::IDS);
        assert_eq!(Key::ItemCheck.kind(), Kind::Choice(CheckChoice::IDS));
    }

    #[test]
    fn what_is_no_pattern_or_explodes_is_refused_with_its_place() {
        let refused = rule(Key::ItemPattern, "30(00").unwrap_err();
        assert!(refused.contains('3'), "{refused}");
        assert!(rule(Key::BorrowerPattern, "((a{1000}){1000}){1000}").is_err());
        assert!(rule(Key::Language, "xx").is_err());
        assert_eq!(rule(Key::Language, "fr"), Ok(()));
        assert_eq!(rule(Key::Desk, "("), Ok(()));
        assert!(rule(Key::DataFolder, "D").is_err());
    }
}
