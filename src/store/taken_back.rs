//! `taken-back.csv`: what the desk undid, for whoever asks later.

use std::path::Path;

use chrono::NaiveDateTime;

use super::append::AppendFile;
use super::disk::Disk;
use super::place::Place;
use super::recover::cut_unfinished;
use super::settle::has_place;
use super::trouble::PathError;
use crate::dat::Kind;
use crate::sheet::{self, Sheet};
use crate::transaction::{DeskTime, Transaction};

/// Name of the file in the data folder.
pub const TAKEN_BACK: &str = "taken-back.csv";

/// The heads of its columns, the same in every language: the file may outlive a setting.
const HEADS: [&str; 6] = ["taken_back", "time", "kind", "item", "borrower", "reason"];

/// Rows that are to be added to the file once, and where it ended before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Note {
    /// Where the file ended when they were made.
    pub at: Place,
    /// The rows.
    pub rows: Vec<u8>,
}

/// The rows for these transactions; nothing is written.
pub(super) fn prepare<'a>(
    disk: &dyn Disk,
    data_folder: &Path,
    transactions: impl Iterator<Item = &'a Transaction>,
    reason: &str,
    now: NaiveDateTime,
) -> Result<Note, PathError> {
    let file = open(disk, data_folder)?;
    let rows = rows(file.length() == 0, transactions, reason, now);
    Ok(Note { at: file.place(), rows })
}

/// Adds the rows, unless they are there already; on the disk when this returns.
pub(super) fn add(disk: &dyn Disk, data_folder: &Path, note: &Note) -> Result<(), PathError> {
    let mut file = open(disk, data_folder)?;
    let path = file.path().to_path_buf();
    if has_place(disk, &path, note.at)? && file.read(note.at.length, note.rows.len())? == note.rows
    {
        return Ok(());
    }
    file.append(&note.rows).map_err(|error| error.of(&path))
}

fn open(disk: &dyn Disk, data_folder: &Path) -> Result<AppendFile, PathError> {
    let mut file = AppendFile::open_own(disk, &data_folder.join(TAKEN_BACK))?;
    // A crash may have cut a line short; it is kept, but not in the way of the next one.
    cut_unfinished(disk, &mut file)?;
    Ok(file)
}

fn rows<'a>(
    with_heads: bool,
    transactions: impl Iterator<Item = &'a Transaction>,
    reason: &str,
    now: NaiveDateTime,
) -> Vec<u8> {
    // Writing to memory never fails.
    let heads = HEADS.map(str::to_owned);
    let sheet = if with_heads {
        Sheet::start(Vec::new(), &heads, sheet::COMMA)
    } else {
        Ok(Sheet::go_on(Vec::new(), sheet::COMMA))
    };
    let Ok(mut sheet) = sheet else { return Vec::new() };
    let now = DeskTime::new(now).map(sheet::time).unwrap_or_default();
    // One transaction, one line.
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    for transaction in transactions {
        let kind = Kind::of(transaction).word();
        let borrower = transaction.borrower().map(sheet::barcode).unwrap_or_default();
        let _ = sheet.row([
            now.clone(),
            sheet::time(transaction.time),
            kind.into(),
            sheet::barcode(transaction.item()),
            borrower,
            sheet::text(&reason),
        ]);
    }
    sheet.finish().unwrap_or_default()
}
