//! Rules that are read off examples: what most barcodes of a library have in common.
//!
//! Each example is looked at once. What counts of it is its kind: its length, its first character,
//! which characters it has, which check digits fit. There are few kinds however many examples
//! there are, so all questions are asked of the kinds.

use hashbrown::HashMap;

use super::check_digit::{CheckDigit, fitting};
use super::shape::{Lengths, Pattern, Shape};
use crate::barcode::Barcode;

/// What less than one example in so many looks like is a slip, not a rule.
const RARE: usize = 100;
/// A check digit that fits fewer examples than so many in a hundred is none: without one, every
/// tenth barcode fits modulo 10 by chance.
const CHECKED: usize = 95;
/// More first characters than these say nothing.
const MOST_FIRST: usize = 4;

/// Looks at examples of one sort: borrowers' cards, or items.
#[derive(Debug, Default)]
pub struct Learner {
    kinds: HashMap<Kind, Seen>,
    examples: usize,
}

/// What is proposed, and how well it fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Lengths, as a setting has them.
    pub lengths: String,
    /// A pattern, as a setting has it.
    pub pattern: String,
    /// The check digit.
    pub check: CheckDigit,
    /// How many examples fit.
    pub fits: usize,
    /// How many examples there are.
    pub examples: usize,
    /// An example of each kind that does not fit, those that come most first.
    pub others: Vec<Barcode>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Kind {
    length: usize,
    first: u8,
    characters: Characters,
    luhn: bool,
    mod43: bool,
}

/// Which characters a barcode has; each has those before it as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Characters {
    Digits,
    Capitals,
    Letters,
    Any,
}

#[derive(Debug)]
struct Seen {
    times: usize,
    example: Barcode,
}

impl Kind {
    fn of(barcode: &Barcode) -> Self {
        let text = barcode.as_str();
        let characters = text.bytes().map(Characters::of).max().unwrap_or(Characters::Any);
        let (luhn, mod43) = fitting(text);
        Self {
            length: text.len(),
            first: text.bytes().next().unwrap_or_default(),
            characters,
            luhn,
            mod43,
        }
    }

    fn has(&self, check: CheckDigit) -> bool {
        match check {
            CheckDigit::None => true,
            CheckDigit::Luhn => self.luhn,
            CheckDigit::Mod43 => self.mod43,
        }
    }
}

impl Characters {
    fn of(byte: u8) -> Self {
        match byte {
            b'0'..=b'9' => Self::Digits,
            b'A'..=b'Z' => Self::Capitals,
            b'a'..=b'z' => Self::Letters,
            _ => Self::Any,
        }
    }

    /// As a part of a pattern.
    fn class(self) -> &'static str {
        match self {
            Self::Digits => r"\d",
            Self::Capitals => "[0-9A-Z]",
            Self::Letters => "[0-9A-Za-z]",
            Self::Any => ".",
        }
    }
}

impl Learner {
    /// Looks at one example.
    pub fn add(&mut self, barcode: &Barcode) {
        self.examples += 1;
        let seen = self.kinds.entry(Kind::of(barcode));
        seen.or_insert_with(|| Seen { times: 0, example: barcode.clone() }).times += 1;
    }

    /// How many examples there were.
    #[must_use]
    pub fn examples(&self) -> usize {
        self.examples
    }

    /// What the examples have in common; nothing when there are none.
    #[must_use]
    pub fn propose(&self) -> Option<Proposal> {
        let usual = |times: usize| times * RARE >= self.examples;
        let by_length = self.times(|kind| kind.length);
        let mut lengths: Vec<_> =
            by_length.into_iter().filter(|(_, times)| usual(*times)).collect();
        lengths.sort_unstable();
        let lengths: Vec<usize> = lengths.into_iter().map(|(length, _)| length).collect();

        let by_characters = self.times(|kind| kind.characters);
        let common = by_characters.iter().filter(|(_, times)| usual(**times));
        let characters = common.map(|(characters, _)| *characters).max()?;

        let by_first = self.times(|kind| kind.first);
        let mut first: Vec<u8> = by_first
            .into_iter()
            .filter(|(byte, times)| usual(*times) && Characters::of(*byte) <= characters)
            .map(|(byte, _)| byte)
            .collect();
        first.sort_unstable();

        let shape = |kind: &Kind| {
            lengths.contains(&kind.length)
                && kind.characters <= characters
                && (first.len() > MOST_FIRST || first.contains(&kind.first))
        };
        let check = self.check(shape);
        let fits = |kind: &Kind| shape(kind) && kind.has(check);
        let mut others: Vec<&Seen> =
            self.kinds.iter().filter(|(kind, _)| !fits(kind)).map(|(_, seen)| seen).collect();
        others.sort_by(|one, other| {
            (other.times, one.example.as_str()).cmp(&(one.times, other.example.as_str()))
        });
        Some(Proposal {
            lengths: in_words(&lengths),
            pattern: pattern(&first, characters),
            check,
            fits: self.count(fits),
            examples: self.examples,
            others: others.into_iter().map(|seen| seen.example.clone()).collect(),
        })
    }

    /// The check digit that nearly all of these have.
    fn check(&self, of: impl Fn(&Kind) -> bool) -> CheckDigit {
        let all = self.count(&of);
        [CheckDigit::Luhn, CheckDigit::Mod43]
            .into_iter()
            .find(|check| {
                let fit = self.count(|kind| of(kind) && kind.has(*check));
                all > 0 && fit * 100 >= all * CHECKED
            })
            .unwrap_or_default()
    }

    fn count(&self, of: impl Fn(&Kind) -> bool) -> usize {
        self.kinds.iter().filter(|(kind, _)| of(kind)).map(|(_, seen)| seen.times).sum()
    }

    /// How many examples there are of each value of something.
    fn times<T: Eq + std::hash::Hash>(&self, of: impl Fn(&Kind) -> T) -> HashMap<T, usize> {
        let mut times = HashMap::new();
        for (kind, seen) in &self.kinds {
            *times.entry(of(kind)).or_default() += seen.times;
        }
        times
    }
}

impl Proposal {
    /// The rules as they would be in force.
    #[must_use]
    pub fn shape(&self) -> Shape {
        // A test reads what is proposed.
        Shape {
            lengths: Lengths::parse(&self.lengths).unwrap_or_default(),
            pattern: Pattern::parse(&self.pattern).unwrap_or_default(),
            check: self.check,
        }
    }
}

/// Lengths in their order as a setting has them: `8-10, 14`.
fn in_words(lengths: &[usize]) -> String {
    let mut ranges: Vec<std::ops::RangeInclusive<usize>> = Vec::new();
    for length in lengths {
        match ranges.last_mut() {
            Some(last) if last.end() + 1 == *length => *last = *last.start()..=*length,
            _ => ranges.push(*length..=*length),
        }
    }
    Lengths::of(ranges).to_string()
}

fn pattern(first: &[u8], characters: Characters) -> String {
    let class = characters.class();
    let escaped = |byte: &u8| regex_syntax::escape(&char::from(*byte).to_string());
    match first {
        // Any character at all: nothing to say.
        _ if first.len() > MOST_FIRST || first.is_empty() => {
            if characters == Characters::Any {
                String::new()
            } else {
                format!("{class}+")
            }
        }
        [one] => format!("{}{class}*", escaped(one)),
        several => {
            let several: Vec<_> = several.iter().map(escaped).collect();
            format!("(?:{}){class}*", several.join("|"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learn<'a>(examples: impl IntoIterator<Item = &'a str>) -> Learner {
        let mut learner = Learner::default();
        for example in examples {
            learner.add(&Barcode::parse(example).unwrap());
        }
        learner
    }

    /// A 14-digit barcode with its check digit.
    fn checked(first: u8, number: u32) -> String {
        let payload = format!("{first}{number:012}");
        let whole = (0..10).map(|digit| format!("{payload}{digit}"));
        whole.into_iter().find(|text| CheckDigit::Luhn.fits(text)).unwrap()
    }

    #[test]
    fn fourteen_digits_are_learned_in_spite_of_slips() {
        let mut examples: Vec<String> = (0..1000).map(|n| checked(3, n * 7919)).collect();
        examples[17].pop();
        examples.push("LOST".to_owned());
        let proposal = learn(examples.iter().map(String::as_str)).propose().unwrap();
        assert_eq!(
            (proposal.lengths.as_str(), proposal.pattern.as_str(), proposal.check),
            ("14", r"3\d*", CheckDigit::Luhn)
        );
        assert_eq!((proposal.fits, proposal.examples), (999, 1001));
        assert_eq!(proposal.others.len(), 2);
        assert!(proposal.others.iter().any(|other| other.as_str() == "LOST"));
    }

    #[test]
    fn several_sorts_at_once_are_allowed() {
        let own = (0..50).map(|n| format!("B{n:05}"));
        let others = (0..50).map(|n| format!("X{n:06}"));
        let examples: Vec<_> = own.chain(others).collect();
        let proposal = learn(examples.iter().map(String::as_str)).propose().unwrap();
        assert_eq!(proposal.lengths, "6-7");
        assert_eq!(proposal.pattern, "(?:B|X)[0-9A-Z]*");
        assert_eq!((proposal.check, proposal.fits), (CheckDigit::None, 100));
    }

    #[test]
    fn nothing_is_learned_from_nothing() {
        assert_eq!(Learner::default().propose(), None);
    }

    /// What is proposed says of each example what was counted.
    #[test]
    fn the_count_is_that_of_the_rules_themselves() {
        let sets: [Vec<String>; 4] = [
            (0..300).map(|n| checked(2 + u8::from(n % 3 == 0), n * 31)).collect(),
            (0..300)
                .map(|n| format!("{}-{n}.+", char::from(b'a' + u8::try_from(n % 26).unwrap())))
                .collect(),
            (0..200).map(|n| format!("*{n:04}")).collect(),
            vec!["A".to_owned(), "1".to_owned(), "x y".to_owned()],
        ];
        for set in sets {
            let proposal = learn(set.iter().map(String::as_str)).propose().unwrap();
            Lengths::parse(&proposal.lengths).unwrap();
            Pattern::parse(&proposal.pattern).unwrap();
            let shape = proposal.shape();
            let fit =
                set.iter().filter(|text| shape.breach(&Barcode::parse(text).unwrap()).is_none());
            assert_eq!(fit.count(), proposal.fits, "{proposal:?}");
        }
    }
}
