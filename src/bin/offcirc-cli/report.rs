//! `offcirc-cli match`: the messages of Alma's job report, and the transactions they speak of.

#![allow(clippy::print_stderr, reason = "a program of the command line speaks there")]

use std::fs;
use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use offcirc::review::Ledger;
use offcirc::review::report::{Matched, NotText, Report, decode};
use offcirc::store::{Operation, PathError};
use offcirc::text::{Texts, count};

use crate::desk::{self, Sentence};
use crate::files::{self, Output};
use crate::json;

/// What `match` is given.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The messages of the report, in text or a table (CSV); `-` is standard input.
    report: PathBuf,

    /// The files that were uploaded; without them OffCirc.dat and all batches of the data folder.
    #[arg(long = "in", value_name = "FILE", num_args = 1..)]
    files: Vec<PathBuf>,

    /// The form of the result.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// To be read.
    Text,
    /// A sheet.
    Csv,
    /// One array, for programs.
    Json,
}

/// 0 when each message has its transactions, 1 when one has none or a file of the folder can't be
/// read, 2 when there is no result.
pub fn run(arguments: &Arguments, data_dir: Option<&Path>) -> ExitCode {
    let texts = desk::texts();
    match matched(&texts, arguments, data_dir) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

fn matched(
    texts: &Texts,
    arguments: &Arguments,
    data_dir: Option<&Path>,
) -> Result<bool, Sentence> {
    let report = read(texts, &arguments.report)?;
    let files::Read { ledger, is_partial, .. } = files::read(texts, &arguments.files, data_dir)?;
    let matched = report.matched(&ledger);
    let mut paths = files::paths(&ledger);
    paths.push(&arguments.report);
    arguments.output.write(texts, &paths, |out| match arguments.format {
        Format::Text => write_text(out, texts, &ledger, &matched, &report),
        Format::Csv => texts.report_sheet(out, &ledger, &matched)?.flush(),
        Format::Json => {
            json::array(&mut *out, matched.iter().map(|one| json::Message::of(&ledger, one)))?;
            out.flush()
        }
    })?;
    Ok(!is_partial && matched.iter().all(|matched| matched.unmatched.is_none()))
}

/// Reads a report, which has at least one message.
pub fn read(texts: &Texts, path: &Path) -> Result<Report, Sentence> {
    let name;
    let (bytes, path) = if path == Path::new("-") {
        let mut bytes = Vec::new();
        name = PathBuf::from(texts.say("cli-standard-input"));
        (io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes), name.as_path())
    } else {
        if path.is_dir() {
            return Err(files::about(texts, "cli-report-not-text", path));
        }
        (fs::read(path), path)
    };
    let bytes = bytes.map_err(|source| {
        let path = path.to_path_buf();
        files::trouble(texts, &PathError { path, operation: Operation::Read, source })
    })?;
    let text =
        decode(&bytes).map_err(|NotText| files::about(texts, "cli-report-not-text", path))?;
    let report = Report::read(&text);
    if report.messages().is_empty() {
        return Err(files::about(texts, "cli-report-empty", path));
    }
    Ok(report)
}

fn write_text(
    out: &mut dyn Write,
    texts: &Texts,
    ledger: &Ledger,
    all: &[Matched],
    report: &Report,
) -> io::Result<()> {
    for Matched { message, matches, unmatched } in all {
        write!(out, "{}", message.text)?;
        if message.times > 1 {
            let times = texts.fill("cli-match-times", &[("times", count(message.times))]);
            write!(out, " ({times})")?;
        }
        writeln!(out, "\n  {}", texts.meaning(message.meaning))?;
        let to_do = unmatched
            .map_or_else(|| texts.to_do(message.meaning), |unmatched| texts.unmatched(unmatched));
        writeln!(out, "  {to_do}")?;
        for entry in matches.iter().filter_map(|place| ledger.entries().get(*place)) {
            writeln!(out, "    {}", texts.place(ledger, entry))?;
        }
        writeln!(out)?;
    }
    let unmatched = all.iter().filter(|matched| matched.unmatched.is_some()).count();
    let values = [
        ("messages", count(all.len())),
        ("matched", count(all.len() - unmatched)),
        ("unmatched", count(unmatched)),
    ];
    writeln!(out, "{}", texts.fill("cli-match-summary", &values))?;
    let passed_over = report.passed_over().len();
    if passed_over > 0 {
        let values = [("count", count(passed_over))];
        writeln!(out, "{}", texts.fill("cli-match-passed-over", &values))?;
    }
    out.flush()
}
