//! A US scanner on the layouts of Europe, and a scanner that is set up as the computer is.

use std::collections::HashMap;
use std::time::Duration;

use offcirc::barcode::Barcode;
use offcirc::scan::{By, Control, End, Pattern, Preset, Read, Rules, Scan, Shape, Step, Stroke};
use proptest::prelude::*;

/// The layouts; `us` is the one that scanners have when nobody has set them up.
const LAYOUTS: [&str; 9] = ["fr", "be", "ch-fr", "ch-de", "de", "it", "es", "uk", "us"];

/// A key with Shift, and what Caps Lock does.
type Key = (String, bool, bool);

/// What the keys of a computer type.
struct Layout(HashMap<Key, String>);

impl Layout {
    fn of(name: &str) -> Self {
        let mut keys = HashMap::new();
        for line in include_str!("layouts.tsv").lines().skip(1) {
            let [layout, key, shift, caps, text, _dead] =
                line.split('\t').collect::<Vec<_>>().try_into().expect(line);
            if layout == name {
                let text = if text == "U+0020" { " " } else { text };
                keys.insert((key.to_owned(), shift == "1", caps == "1"), text.to_owned());
            }
        }
        assert_eq!(keys.len(), 48 * 4, "{name}");
        Self(keys)
    }

    /// The key, with Shift or without, that types a character without Caps Lock.
    fn key_for(&self, c: char) -> Option<(String, bool)> {
        let typed = |((_, _, caps), text): &(&Key, &String)| !caps && **text == c.to_string();
        self.0.iter().find(typed).map(|((key, shift, _), _)| (key.clone(), *shift))
    }

    /// What arrives of keys that are pressed.
    fn scan(&self, us: &Self, keys: &[(String, bool)], caps: bool) -> Scan {
        let stroke = |(key, shift): &(String, bool)| Stroke {
            text: self.0[&(key.clone(), *shift, caps)].as_str().into(),
            us: us.0[&(key.clone(), *shift, false)].chars().next(),
            after: Duration::ZERO,
        };
        Scan { strokes: keys.iter().map(stroke).collect(), by: By::Scanner, end: End::Enter }
    }
}

/// The keys that a scanner presses for a text when it is set up for `layout`.
fn keys(layout: &Layout, text: &str) -> Option<Vec<(String, bool)>> {
    text.chars().map(|c| layout.key_for(c)).collect()
}

fn read(rules: &Rules, scan: &Scan) -> (String, Vec<Step>) {
    match rules.read(scan) {
        Read::One(reading) => (reading.barcode.to_string(), reading.steps),
        other => panic!("{:?}: {other:?}", scan.text()),
    }
}

/// A library whose barcodes look like this.
fn library(pattern: &str) -> Rules {
    let shape = Shape { pattern: Pattern::parse(pattern).unwrap(), ..Shape::default() };
    Rules { borrower: shape.clone(), item: shape, ..Rules::default() }
}

/// Every printable character of Code 39 within a barcode, and Code 128's digits and capitals.
const CODE_39: [&str; 3] = ["1234567890", "30ABCDEFGHIJKLMNOPQRSTUVWXYZ", "3-.$/+%1 0"];

#[test]
fn a_us_scanner_is_understood_on_every_layout_with_caps_lock_or_without() {
    let us = Layout::of("us");
    // Where Y and Z change places, both texts could be barcodes: only the library's rules tell.
    let rules = library(r"[0-9]+|30A[A-P]+Q[R-V]+WXYZ|3-\.\$/\+%1 0");
    for name in LAYOUTS {
        let layout = Layout::of(name);
        for text in CODE_39 {
            for caps in [false, true] {
                let scan = layout.scan(&us, &keys(&us, text).unwrap(), caps);
                let (found, steps) = read(&rules, &scan);
                assert_eq!(found, text, "{name}, Caps Lock {caps}: {:?}", scan.text());
                let changed = scan.text() != text;
                assert_eq!(steps.contains(&Step::OtherLayout), changed, "{name}: {text}");
            }
        }
    }
}

#[test]
fn digits_are_understood_without_any_rules_on_every_layout() {
    let us = Layout::of("us");
    for name in LAYOUTS {
        let layout = Layout::of(name);
        for text in ["30001234567890", "1345681345", "134568"] {
            let scan = layout.scan(&us, &keys(&us, text).unwrap(), false);
            assert_eq!(read(&Rules::default(), &scan).0, text, "{name}");
        }
    }
}

#[test]
fn a_scanner_that_is_set_up_like_the_computer_is_taken_as_it_stands() {
    let us = Layout::of("us");
    let fourteen = Preset::FourteenDigits.rules();
    for name in LAYOUTS {
        let layout = Layout::of(name);
        for (rules, texts) in [
            (&Rules::default(), &CODE_39[..]),
            (&fourteen, &["30001234567894", "20001234567896"][..]),
            (&library("[-0-9A-Z.$/+% ]+"), &CODE_39[..]),
        ] {
            for text in texts {
                // A sign behind a dead key can't be typed by one key.
                let Some(keys) = keys(&layout, text) else { continue };
                let scan = layout.scan(&us, &keys, false);
                assert_eq!(read(rules, &scan), ((*text).to_owned(), Vec::new()), "{name}");
            }
        }
    }
}

#[test]
fn control_barcodes_are_understood_on_every_layout_even_without_the_keys() {
    let us = Layout::of("us");
    for name in LAYOUTS {
        let layout = Layout::of(name);
        for control in Control::ALL {
            for caps in [false, true] {
                let scan = layout.scan(&us, &keys(&us, control.text()).unwrap(), caps);
                assert_eq!(Rules::default().read(&scan), Read::Control(control), "{name}");
                let text = Scan::of_text(&scan.text(), By::Scanner);
                assert_eq!(Rules::default().read(&text), Read::Control(control), "{name}");
            }
        }
    }
}

proptest! {
    /// Whatever the keys would be on another keyboard: what is a barcode by the rules stays.
    #[test]
    fn what_is_a_barcode_by_the_rules_is_never_altered(
        text in "[!-~]([ -~]{0,20}[!-~])?",
        us in "[ -~]{22}",
        caps in any::<bool>(),
        fourteen in any::<bool>(),
    ) {
        let Ok(barcode) = Barcode::parse(&text) else { return Ok(()) };
        let rules = if fourteen { Preset::FourteenDigits.rules() } else { library("[^a].*") };
        let fits = rules.item.breach(&barcode).is_none() || rules.borrower.breach(&barcode).is_none();
        prop_assume!(fits && Control::of(&text).is_none() && Control::of(&us).is_none());
        let strokes = text.chars().zip(us.chars()).map(|(c, us)| Stroke {
            text: c.to_string().into(),
            us: Some(if caps { us.to_ascii_uppercase() } else { us }),
            after: Duration::ZERO,
        });
        let scan = Scan { strokes: strokes.collect(), by: By::Scanner, end: End::Tab };
        prop_assert_eq!(read(&rules, &scan), (text, Vec::new()));
    }

    /// Barcodes of the preset, which the general texts above hardly ever are.
    #[test]
    fn fourteen_digits_are_never_altered(body in "[23][0-9]{12}", us in "[ -~]{14}") {
        let rules = Preset::FourteenDigits.rules();
        let text = (0..10).map(|digit| format!("{body}{digit}"))
            .find(|text| rules.item.check.fits(text)).expect("one of ten fits");
        let strokes = text.chars().zip(us.chars()).map(|(c, us)| Stroke {
            text: c.to_string().into(),
            us: Some(us),
            after: Duration::ZERO,
        });
        let scan = Scan { strokes: strokes.collect(), by: By::Scanner, end: End::Enter };
        prop_assert_eq!(read(&rules, &scan), (text, Vec::new()));
    }
}

/// A key of an accent among digits: no barcode, on no keyboard.
#[test]
fn what_would_be_signs_on_a_us_keyboard_is_refused_as_it_stands() {
    let strokes = [("3", '#'), ("0", ')'), ("0", ')'), ("é", '2'), ("1", '!'), ("2", '@')];
    let strokes =
        strokes.map(|(text, us)| Stroke { text: text.into(), us: Some(us), after: Duration::ZERO });
    let scan = Scan { strokes: strokes.to_vec(), by: By::Scanner, end: End::Enter };
    let refused = Rules::default().read(&scan);
    assert!(matches!(&refused, Read::Refused { text, .. } if text == "300é12"), "{refused:?}");
}
