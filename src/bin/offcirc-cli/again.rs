//! `offcirc-cli again`: a new file of chosen transactions, corrected, dated anew or turned into
//! returns.

#![allow(clippy::print_stderr, reason = "a program of the command line speaks there")]

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::Local;
use clap::{Args, ValueEnum};
use offcirc::dat;
use offcirc::review::Ledger;
use offcirc::review::again::{self, Again, Becomes, Correction, CorrectionError, When, correct};
use offcirc::review::report::Report;
use offcirc::text::{Texts, count};
use offcirc::transaction::Transaction;

use crate::desk::{self, Sentence};
use crate::files;
use crate::report;

/// What `again` is given.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The file of the old transactions; it stays as it is.
    file: PathBuf,

    /// The file for the new ones.
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,

    /// The numbers of the lines to choose, counted from 1; all lines when nothing is chosen.
    #[arg(long = "line", value_name = "N", num_args = 1.., value_delimiter = ',')]
    lines: Vec<u64>,

    /// Chooses the transactions that the messages of Alma's job report speak of; `-` is standard
    /// input.
    #[arg(long, value_name = "REPORT")]
    failed: Option<PathBuf>,

    /// When the new transactions happened.
    #[arg(long, value_enum, default_value_t = Time::Own)]
    time: Time,

    /// Makes a return of each chosen loan, to undo it.
    #[arg(long)]
    as_returns: bool,

    /// Replaces an item or a borrower in the chosen transactions, all at once.
    #[arg(long, value_name = "OLD=NEW", num_args = 1.., value_parser = correction)]
    correct: Vec<Correction>,

    /// Replaces OUT if it is there.
    #[arg(long)]
    force: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Time {
    /// When the old ones did.
    Own,
    /// On the day before today, at their own hour and minute.
    Yesterday,
    /// Now.
    Now,
}

fn correction(text: &str) -> Result<Correction, Sentence> {
    let texts = desk::texts();
    text.parse().map_err(|error| match error {
        CorrectionError::NoEqualsSign => texts.say("cli-correction-form"),
        CorrectionError::Old(error) => {
            texts.fill("cli-correction-old", &[("reason", texts.barcode_error(error).into())])
        }
        CorrectionError::New(error) => {
            texts.fill("cli-correction-new", &[("reason", texts.barcode_error(error).into())])
        }
    })
}

/// 0 when the file is written, 1 when it is written and something is left to look at, 2 when
/// nothing is written.
pub fn run(arguments: &Arguments) -> ExitCode {
    let texts = desk::texts();
    match record_again(&texts, arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

fn record_again(texts: &Texts, arguments: &Arguments) -> Result<bool, Sentence> {
    let report = arguments.failed.as_deref().map(|path| report::read(texts, path)).transpose()?;
    let named = [arguments.file.clone()];
    let ledger = files::read(texts, &named, None)?.ledger;
    let mut notes = Vec::new();
    let places = chosen(texts, arguments, report.as_ref(), &ledger, &mut notes)?;
    let entries = places.iter().filter_map(|place| ledger.entries().get(*place));
    let old: Vec<Transaction> = entries.map(|entry| ledger.transaction(entry)).collect();
    if old.is_empty() {
        return Err(texts.say("cli-nothing-chosen"));
    }
    let mut choice = old.clone();
    let changed = correct(&mut choice, &arguments.correct);
    if let Some((unused, _)) = arguments.correct.iter().zip(changed).find(|(_, count)| *count == 0)
    {
        let values = [("barcode", unused.from.as_str().into())];
        return Err(texts.fill("cli-not-corrected", &values));
    }
    let when = match arguments.time {
        Time::Own => When::Own,
        Time::Yesterday => When::Yesterday,
        Time::Now => When::Now,
    };
    let becomes = if arguments.as_returns { Becomes::Return } else { Becomes::Same };
    let again = again::again(&choice, when, becomes, Local::now().naive_local());
    if again.transactions.is_empty() {
        return Err(texts.say("cli-nothing-left"));
    }
    let mut read = files::paths(&ledger);
    read.extend(arguments.failed.as_deref());
    files::write_new(texts, &arguments.output, arguments.force, &read, |out| {
        again.transactions.iter().try_for_each(|one| out.write_all(&dat::encode(one)))
    })?;
    for note in &notes {
        eprintln!("{note}");
    }
    // The file is written: that nobody listens any more changes nothing.
    let _ = tell(texts, arguments, &again, &old);
    Ok(notes.is_empty())
}

/// The places of the chosen entries, in the order of the file; notes say what to look at.
fn chosen(
    texts: &Texts,
    arguments: &Arguments,
    report: Option<&Report>,
    ledger: &Ledger,
    notes: &mut Vec<Sentence>,
) -> Result<BTreeSet<usize>, Sentence> {
    let all = || 0..ledger.entries().len();
    if arguments.lines.is_empty() && report.is_none() {
        let unreadable = ledger.unreadable().len();
        if unreadable > 0 {
            let path = arguments.file.display().to_string().into();
            let values = [("count", count(unreadable)), ("path", path)];
            notes.push(texts.fill("cli-again-unreadable", &values));
        }
        return Ok(all().collect());
    }
    let mut places = BTreeSet::new();
    for line in &arguments.lines {
        let place = ledger.entries().binary_search_by_key(line, |entry| entry.line);
        let without = |_| {
            let path = arguments.file.display().to_string().into();
            texts.fill("cli-line-without", &[("path", path), ("line", (*line).into())])
        };
        places.insert(place.map_err(without)?);
    }
    for matched in report.map(|report| report.matched(ledger)).unwrap_or_default() {
        let message = ("message", matched.message.text.as_str().into());
        if let Some(unmatched) = matched.unmatched {
            let values = [message, ("reason", texts.unmatched(unmatched).into())];
            notes.push(texts.fill("cli-again-unmatched", &values));
            continue;
        }
        if matched.matches.len() > 1 {
            let values = [message, ("count", count(matched.matches.len()))];
            notes.push(texts.fill("cli-again-several", &values));
        }
        places.extend(matched.matches);
    }
    Ok(places)
}

/// Says what was written and what was left out.
fn tell(
    texts: &Texts,
    arguments: &Arguments,
    again: &Again,
    old: &[Transaction],
) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let path = arguments.output.display().to_string().into();
    let values = [("count", count(again.transactions.len())), ("path", path)];
    writeln!(out, "{}", texts.fill("cli-again-written", &values))?;
    for transaction in &again.transactions {
        writeln!(out, "  {}", texts.transaction(transaction))?;
    }
    if !again.left_out.is_empty() {
        let values = [("count", count(again.left_out.len()))];
        writeln!(out, "{}", texts.fill("cli-again-left-out", &values))?;
    }
    for left_out in &again.left_out {
        if let Some(transaction) = old.get(left_out.place) {
            let transaction = texts.transaction(transaction);
            writeln!(out, "  {transaction} – {}", texts.left_out(left_out.why))?;
        }
    }
    out.flush()
}
