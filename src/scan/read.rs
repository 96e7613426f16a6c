//! What a scan is: a barcode and what it can be, two barcodes run together, or an action.

use super::control::Control;
use super::rules::Rules;
use super::shape::{Breach, Shape};
use super::stroke::{By, Scan};
use crate::barcode::{Barcode, BarcodeError};

/// What was made of a scan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read {
    /// It is empty.
    Nothing,
    /// An action of the desk.
    Control(Control),
    /// One barcode.
    One(Reading),
    /// Two barcodes without an end between them.
    Two(Reading, Reading),
    /// It is no barcode at all.
    Refused {
        /// What arrived.
        text: String,
        /// Why it is none.
        error: BarcodeError,
    },
}

/// A barcode, what it can be, and how it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The barcode as it is recorded.
    pub barcode: Barcode,
    /// Why it is no borrower's, if the rules say so.
    pub not_a_borrower: Option<Breach>,
    /// Why it is no item's, if the rules say so.
    pub not_an_item: Option<Breach>,
    /// What was done to get it, in its order.
    pub steps: Vec<Step>,
    /// Who sent it.
    pub by: By,
}

/// Something that was done to what arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The keys were read as those of a US keyboard.
    OtherLayout,
    /// What scanners add was taken off.
    Stripped,
    /// The check character was taken off.
    CheckCharacter,
    /// It stood together with another one.
    Split,
}

impl Rules {
    /// Reads a scan.
    ///
    /// A text that is a barcode by the rules is taken as it stands. Where it can't be one, and the
    /// same keys on a US keyboard can, those are meant.
    #[must_use]
    pub fn read(&self, scan: &Scan) -> Read {
        let text = scan.text();
        if text.trim().is_empty() && scan.strokes.iter().all(|stroke| stroke.us.is_none()) {
            return Read::Nothing;
        }
        let as_us = scan.as_us().filter(|us| self.other_layout && *us != text);
        let texts = || {
            let as_us = as_us.as_deref().map(|us| (us, &[Step::OtherLayout][..]));
            [(text.as_str(), &[][..])].into_iter().chain(as_us)
        };
        if self.controls
            && let Some(control) = texts().find_map(|(text, _)| Control::of(text))
        {
            return Read::Control(control);
        }
        // Without rules anything fits: then another reading has to look like a barcode at least.
        let is_credible = |reading: &Reading| {
            !reading.steps.contains(&Step::OtherLayout)
                || is_likely(reading.barcode.as_str())
                || self.is_sure(reading)
        };
        let readings = texts().filter_map(|(text, steps)| self.reading(text, steps, scan.by));
        let readings: Vec<_> = readings.filter(is_credible).collect();
        if let Some(reading) = readings.iter().find(|reading| reading.fits_something()) {
            return Read::One(reading.clone());
        }
        if let Some((first, second)) =
            texts().find_map(|(text, steps)| self.two(text, steps, scan.by))
        {
            return Read::Two(first, second);
        }
        // By the rules it is nothing: the text as it stands, if that is a barcode at all.
        match readings.into_iter().next() {
            Some(reading) => Read::One(reading),
            None => match Barcode::parse(text.trim()) {
                // What is left of it was stripped to nothing that a barcode could be.
                Ok(barcode) => Read::One(self.judge(barcode, Vec::new(), scan.by)),
                Err(error) => Read::Refused { text: text.trim().to_owned(), error },
            },
        }
    }

    /// Whether a rule that says something takes it.
    fn is_sure(&self, reading: &Reading) -> bool {
        (self.borrower.says_something() && reading.not_a_borrower.is_none())
            || (self.item.says_something() && reading.not_an_item.is_none())
    }

    /// A text as one barcode, stripped unless it fits as it stands.
    fn reading(&self, text: &str, steps: &[Step], by: By) -> Option<Reading> {
        let as_it_stands = Barcode::parse(text.trim()).ok().map(|barcode| {
            let shapes = [&self.borrower, &self.item];
            let fits = shapes
                .into_iter()
                .any(|shape| shape.says_something() && self.breach(shape, &barcode).is_none());
            (barcode, fits)
        });
        if let Some((barcode, true)) = as_it_stands {
            return Some(self.judge(barcode, steps.to_vec(), by));
        }
        let stripped = self.strip.strip(text);
        let mut steps = steps.to_vec();
        if stripped != text.trim() {
            steps.push(Step::Stripped);
        }
        if let Some(reading) = self.without_check_character(&stripped, &steps, by) {
            return Some(reading);
        }
        let barcode = Barcode::parse(&stripped).ok()?;
        Some(self.judge(barcode, steps, by))
    }

    /// A text without its check character, if that fits and is to be taken off.
    fn without_check_character(&self, text: &str, steps: &[Step], by: By) -> Option<Reading> {
        if !self.strip.check_character {
            return None;
        }
        let (last, _) = text.char_indices().next_back()?;
        let barcode = Barcode::parse(text.get(..last)?).ok()?;
        let fits = |shape: &Shape| {
            shape.check != super::CheckDigit::None
                && shape.check.fits(text)
                && shape.breach_without_check(&barcode).is_none()
        };
        let is_one = [&self.borrower, &self.item].into_iter().any(fits);
        let steps = [steps, &[Step::CheckCharacter]].concat();
        is_one.then(|| self.judge(barcode, steps, by))
    }

    fn judge(&self, barcode: Barcode, steps: Vec<Step>, by: By) -> Reading {
        Reading {
            not_a_borrower: self.breach(&self.borrower, &barcode),
            not_an_item: self.breach(&self.item, &barcode),
            barcode,
            steps,
            by,
        }
    }

    /// Where check characters are taken off, a barcode that is left has none to check.
    fn breach(&self, shape: &Shape, barcode: &Barcode) -> Option<Breach> {
        if self.strip.check_character {
            shape.breach_without_check(barcode)
        } else {
            shape.breach(barcode)
        }
    }

    /// A text as two barcodes, if the rules leave one way to part it.
    fn two(&self, text: &str, steps: &[Step], by: By) -> Option<(Reading, Reading)> {
        if !self.borrower.says_something() || !self.item.says_something() {
            return None;
        }
        let steps = [steps, &[Step::Split]].concat();
        let part = |text: &str| self.reading(text, &steps, by).filter(Reading::fits_something);
        let text = text.trim();
        let mut ways = text.char_indices().skip(1).filter_map(|(at, _)| {
            let (first, second) = text.split_at(at);
            Some((part(first)?, part(second)?))
        });
        let one = ways.next()?;
        ways.next().is_none().then_some(one)
    }
}

/// Barcodes are letters and digits for the most part. Where another reading is mostly signs, the
/// keys were meant as they stand, and what they say is told as it is.
fn is_likely(text: &str) -> bool {
    let signs = text.chars().filter(|c| !c.is_ascii_alphanumeric()).count();
    signs * 2 < text.len()
}

impl Reading {
    /// Whether it is a borrower's or an item's by the rules.
    #[must_use]
    pub fn fits_something(&self) -> bool {
        self.not_a_borrower.is_none() || self.not_an_item.is_none()
    }
}
