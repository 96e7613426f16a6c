//! Scans that came where the desk could not take them, in words.

use super::model::Model;
use crate::scan::{Read, Scan};
use crate::text::{Texts, count, visible};

/// So many are named.
const NAMED: usize = 5;

/// What is kept, in the words of `key`; nothing when nothing is.
#[must_use]
pub fn words(model: &Model, key: &str, texts: &Texts) -> Option<String> {
    let kept = &model.kept;
    if kept.is_empty() {
        return None;
    }
    let mut named: Vec<_> = kept.iter().take(NAMED).map(|scan| barcode(model, scan)).collect();
    if kept.len() > NAMED {
        named.push("…".to_owned());
    }
    let values = [("count", count(kept.len())), ("barcodes", named.join(", ").into())];
    Some(texts.fill(key, &values))
}

fn barcode(model: &Model, scan: &Scan) -> String {
    match model.desk.rules().read(scan) {
        Read::One(reading) => reading.barcode.to_string(),
        _ => visible(&scan.text()),
    }
}
