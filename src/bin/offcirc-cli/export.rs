//! `offcirc-cli export`: what was recorded, as a sheet or for programs.

#![allow(clippy::print_stderr, reason = "a program of the command line speaks there")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use offcirc::dat;
use offcirc::review::Progress;
use offcirc::review::history::{Search, find};
use offcirc::text::Texts;

use crate::desk::{self, Sentence};
use crate::files::{self, Output};
use crate::json;

/// What `export` is given.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Files of transactions; without them OffCirc.dat and all batches of the data folder.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The form of the result.
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    format: Format,

    /// Only transactions whose item or borrower contains this, without regard to spaces and
    /// letter case.
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    barcode: String,

    /// Only transactions of this day.
    #[arg(long, value_name = "YYYY-MM-DD")]
    day: Option<NaiveDate>,

    /// Only loans, or only returns.
    #[arg(long, value_enum)]
    kind: Option<Kind>,

    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A sheet.
    Csv,
    /// One array, for programs.
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Loan,
    Return,
}

/// 0 when all is written, 1 when all is that could be read, 2 when nothing is.
pub fn run(arguments: Arguments, data_dir: Option<&Path>) -> ExitCode {
    let texts = desk::texts();
    match export(&texts, arguments, data_dir) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(sentence) => desk::ended(Err(sentence)),
    }
}

/// Writes what is looked for; whether all files could be read.
fn export(texts: &Texts, arguments: Arguments, data_dir: Option<&Path>) -> Result<bool, Sentence> {
    let files::Read { ledger, stages, is_partial } =
        files::read(texts, &arguments.files, data_dir)?;
    let kind = arguments.kind.map(|kind| match kind {
        Kind::Loan => dat::Kind::Loan,
        Kind::Return => dat::Kind::Return,
    });
    let search = Search { barcode: arguments.barcode, day: arguments.day, kind };
    let found = find(&ledger, &search, &Progress::default());
    let found = found.map_err(|stopped| texts.review_error(&stopped.into()))?;
    if found.is_empty() {
        eprintln!("{}", texts.say("cli-export-nothing"));
    }
    let entries = found.iter().filter_map(|place| ledger.entries().get(*place as usize));
    arguments.output.write(texts, &files::paths(&ledger), |out| match arguments.format {
        Format::Csv => texts.transactions_sheet(out, &ledger, entries, &stages)?.flush(),
        Format::Json => {
            let exported = entries.map(|entry| {
                let stage = stages.get(usize::from(entry.source)).copied().flatten();
                let place = json::Place::of(&ledger, entry);
                json::Exported { place, stage: stage.map(json::word) }
            });
            json::array(&mut *out, exported)?;
            out.flush()
        }
    })?;
    Ok(!is_partial)
}
