//! How long barcodes are, as people write it: `14`, `8-10, 14`.

use std::ops::RangeInclusive;

/// The longest barcode there is; `barcode::Barcode::MAX_LENGTH`.
pub(super) const MOST: usize = 80;

/// Reads numbers and ranges with commas between them; nothing is any length. The error is the
/// first part that is neither.
pub(super) fn parse(text: &str) -> Result<Vec<RangeInclusive<usize>>, String> {
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    text.split(',').map(str::trim).map(|part| range(part).ok_or_else(|| part.to_owned())).collect()
}

/// One length.
pub(super) fn one(length: i64) -> Option<RangeInclusive<usize>> {
    let length = usize::try_from(length).ok().filter(|length| is_length(*length))?;
    Some(length..=length)
}

/// Whether all of them are lengths of barcodes.
pub(super) fn are_right(ranges: &[RangeInclusive<usize>]) -> bool {
    ranges.iter().all(|range| {
        range.start() <= range.end() && is_length(*range.start()) && is_length(*range.end())
    })
}

/// As people write it.
pub(super) fn text(ranges: &[RangeInclusive<usize>]) -> String {
    let parts: Vec<_> = ranges
        .iter()
        .map(|range| match (range.start(), range.end()) {
            (from, to) if from == to => from.to_string(),
            (from, to) => format!("{from}-{to}"),
        })
        .collect();
    parts.join(", ")
}

fn range(part: &str) -> Option<RangeInclusive<usize>> {
    let (from, to) = part.split_once('-').unwrap_or((part, part));
    let number = |text: &str| text.trim().parse().ok().filter(|length| is_length(*length));
    let (from, to) = (number(from)?, number(to)?);
    (from <= to).then_some(from..=to)
}

fn is_length(length: usize) -> bool {
    (1..=MOST).contains(&length)
}
