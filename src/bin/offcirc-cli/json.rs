//! What the commands write for programs: names and words in English, times in ISO 8601.

use std::io::{self, Write};

use offcirc::barcode::Barcode;
use offcirc::review::report::{Matched, Meaning, Unmatched};
use offcirc::review::{Entry, Ledger};
use offcirc::store::{Batch, Stage, Unread};
use offcirc::transaction::DeskTime;
use serde::Serialize;

/// A transaction and where it stands.
#[derive(Serialize)]
pub struct Place<'a> {
    file: String,
    line: u64,
    time: String,
    kind: &'static str,
    item: &'a str,
    borrower: Option<&'a str>,
}

impl<'a> Place<'a> {
    pub fn of(ledger: &'a Ledger, entry: &Entry) -> Self {
        let source = ledger.sources().get(usize::from(entry.source));
        Self {
            file: source.map(|source| source.path.display().to_string()).unwrap_or_default(),
            line: entry.line,
            time: time(entry.time),
            kind: entry.kind.word(),
            item: ledger.barcode(entry.item).as_str(),
            borrower: entry.borrower.map(|borrower| ledger.barcode(borrower).as_str()),
        }
    }
}

/// A transaction, where it stands, and how far its file has come.
#[derive(Serialize)]
pub struct Exported<'a> {
    #[serde(flatten)]
    pub place: Place<'a>,
    pub stage: Option<&'static str>,
}

/// A message of the report and the transactions it may speak of.
#[derive(Serialize)]
pub struct Message<'a> {
    #[serde(rename = "message")]
    text: &'a str,
    times: usize,
    meaning: Option<&'static str>,
    barcode: Option<&'a str>,
    line: Option<u64>,
    matches: Vec<Place<'a>>,
    unmatched: Option<&'static str>,
}

impl<'a> Message<'a> {
    pub fn of(ledger: &'a Ledger, matched: &'a Matched) -> Self {
        let message = &matched.message;
        let entries = matched.matches.iter().filter_map(|place| ledger.entries().get(*place));
        Self {
            text: &message.text,
            times: message.times,
            meaning: message.meaning.map(Meaning::word),
            barcode: message.barcode.as_ref().map(Barcode::as_str),
            line: message.line,
            matches: entries.map(|entry| Place::of(ledger, entry)).collect(),
            unmatched: matched.unmatched.map(Unmatched::word),
        }
    }
}

/// A file of the data folder and what is in it; or why that is not known, and nothing of it.
#[derive(Default, Serialize)]
pub struct Counts {
    file: String,
    stage: &'static str,
    to_be_uploaded: Option<bool>,
    transactions: Option<u64>,
    loans: Option<u64>,
    returns: Option<u64>,
    borrowers: Option<u64>,
    unreadable: Option<u64>,
    from: Option<String>,
    to: Option<String>,
    same_as: Option<String>,
    error: Option<String>,
}

impl Counts {
    pub fn of(batch: &Batch) -> Self {
        let summary = &batch.summary;
        Self {
            file: batch.path.display().to_string(),
            stage: word(batch.stage),
            to_be_uploaded: Some(batch.is_waiting()),
            transactions: Some(summary.transactions()),
            loans: Some(summary.loans),
            returns: Some(summary.returns),
            borrowers: Some(summary.borrowers),
            unreadable: Some(summary.unreadable),
            from: summary.from.map(time),
            to: summary.to.map(time),
            same_as: batch.same_as.as_ref().map(|original| original.path.display().to_string()),
            error: None,
        }
    }

    pub fn unknown(unread: &Unread) -> Self {
        Self {
            file: unread.trouble.path.display().to_string(),
            stage: word(unread.stage),
            error: Some(unread.trouble.detail.clone()),
            ..Self::default()
        }
    }
}

/// The word for a stage.
pub fn word(stage: Stage) -> &'static str {
    match stage {
        Stage::Current => "current",
        Stage::ToUpload => "to-upload",
        Stage::Uploaded => "uploaded",
    }
}

fn time(time: DeskTime) -> String {
    time.naive().format("%Y-%m-%dT%H:%M").to_string()
}

/// Writes one array, an object a line.
pub fn array<T: Serialize>(
    out: &mut dyn Write,
    objects: impl IntoIterator<Item = T>,
) -> io::Result<()> {
    let mut separator = "[\n";
    for object in objects {
        out.write_all(separator.as_bytes())?;
        serde_json::to_writer(&mut *out, &object)?;
        separator = ",\n";
    }
    out.write_all(if separator == "[\n" { b"[]\n" } else { b"\n]\n" })
}
