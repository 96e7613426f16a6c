//! Which name somebody may have meant.

use super::key::Key;

/// Names that are no settings and stand in the file like some.
const OTHERS: [&str; 2] = ["version", "locked"];
/// Nobody misspells a name to more than this.
const LONGEST: usize = 60;

/// The name of a key or table that is like this one.
pub(super) fn name(wrong: &str) -> Option<&'static str> {
    if wrong.len() > LONGEST {
        return None;
    }
    let wrong_whole = plain(wrong);
    let wrong_last = plain(last(wrong));
    let names = Key::ALL.iter().map(|key| key.name()).chain(Key::TABLES).chain(OTHERS);
    let whole = names.clone().map(|name| (distance(&wrong_whole, &plain(name)), name));
    let (steps, best) = whole.min_by_key(|(steps, _)| *steps)?;
    if steps <= most(&wrong_whole) {
        return Some(best);
    }
    // The right name in the wrong table, if there is only one.
    let mut same = names.filter(|name| {
        let name = plain(last(name));
        distance(&wrong_last, &name) <= usize::from(name.len() > 5)
    });
    same.next().filter(|_| same.next().is_none())
}

fn most(name: &[char]) -> usize {
    name.len().div_ceil(3).min(2)
}

fn last(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// Without what people put between words: `Data-Folder` is `datafolder`.
fn plain(name: &str) -> Vec<char> {
    let chars = name.chars().filter(|c| !matches!(c, '_' | '-' | ' '));
    chars.flat_map(char::to_lowercase).collect()
}

/// How many characters have to be changed, put in or left out (Levenshtein).
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (number, a) in one.iter().enumerate() {
        let mut left = number + 1;
        let mut above_left = std::mem::replace(row.first_mut().unwrap_or(&mut 0), left);
        for (b, cell) in other.iter().zip(row.iter_mut().skip(1)) {
            let above = *cell;
            *cell = (above_left + usize::from(a != b)).min(above + 1).min(left + 1);
            left = *cell;
            above_left = above;
        }
    }
    row.last().copied().unwrap_or_default()
}
