//! `offcirc-cli check`: what Alma would stumble over, line by line.

#![allow(clippy::print_stderr, reason = "a program of the command line speaks there")]

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::Local;
use clap::ValueEnum;
use offcirc::review::check::{Context, Finding, Severity, check};
use offcirc::review::{Ledger, Progress};
use offcirc::settings::{self, Loaded};
use offcirc::setup;
use offcirc::text::Texts;
use offcirc::zone::is_set_back;
use serde::Serialize;
use serde::ser::{SerializeSeq as _, Serializer as _};

use crate::desk::{self, Sentence};

/// Something is wrong in a file.
const FOUND: u8 = 1;
/// A file can't be checked.
const FAILED: u8 = 2;

/// How findings are written.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Format {
    /// For people: a line for each, and a sentence at the end.
    Text,
    /// For programs: an array.
    Json,
}

/// A finding as programs read it.
#[derive(Serialize)]
struct Record<'a> {
    file: &'a str,
    line: u64,
    severity: &'static str,
    kind: &'static str,
    message: String,
}

/// Checks files.
pub fn run(files: &[PathBuf], format: Format) -> ExitCode {
    let texts = desk::texts();
    let Loaded { settings, faults, .. } = settings::load(setup::rule);
    for fault in faults {
        eprintln!("{fault}");
    }
    let progress = Progress::default();
    // Nobody stops this program but by ending it.
    let Ok((ledger, failed)) = Ledger::read_what_can_be(files, &progress) else {
        return ExitCode::from(FAILED);
    };
    for error in &failed {
        eprintln!("{}", texts.review_error(error));
    }
    let desk = settings.desk.as_deref();
    let context = Context { now: Local::now().naive_local(), set_back: &is_set_back, desk };
    let Ok(findings) = check(&ledger, &context, &progress) else {
        return ExitCode::from(FAILED);
    };
    let written = match format {
        Format::Text => write_text(&mut io::stdout().lock(), &texts, &ledger, &findings),
        Format::Json => write_json(&texts, &ledger, &findings),
    };
    if let Err(error) = written {
        eprintln!("offcirc-cli: {error}");
        return ExitCode::from(FAILED);
    }
    match (failed.is_empty(), is_wrong(&findings)) {
        (false, _) => ExitCode::from(FAILED),
        (true, true) => ExitCode::from(FOUND),
        (true, false) => ExitCode::SUCCESS,
    }
}

/// Checks one file, and says on standard error what was found; whether nothing is wrong.
pub fn is_well(texts: &Texts, path: &Path, desk: &str) -> Result<bool, Sentence> {
    let progress = Progress::default();
    let ledger = Ledger::read(&[path.to_path_buf()], &progress);
    let ledger = ledger.map_err(|error| texts.review_error(&error))?;
    let now = Local::now().naive_local();
    let context = Context { now, set_back: &is_set_back, desk: Some(desk) };
    let findings = check(&ledger, &context, &progress).map_err(|stopped| stopped.to_string())?;
    let written = write_text(&mut io::stderr().lock(), texts, &ledger, &findings);
    written.map_err(|error| error.to_string())?;
    Ok(!is_wrong(&findings))
}

fn is_wrong(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.what.severity() > Severity::Information)
}

fn write_text(
    out: &mut dyn Write,
    texts: &Texts,
    ledger: &Ledger,
    findings: &[Finding],
) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    let names = names(ledger);
    for finding in findings {
        let name = names.get(usize::from(finding.source)).map_or("", String::as_str);
        let severity = texts.severity(finding.what.severity());
        let message = texts.finding(ledger, finding);
        writeln!(out, "{name}:{}: {severity}: {message}", finding.line)?;
    }
    if !ledger.sources().is_empty() {
        writeln!(out, "{}", texts.check_summary(ledger, findings))?;
    }
    out.flush()
}

fn write_json(texts: &Texts, ledger: &Ledger, findings: &[Finding]) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let names = names(ledger);
    let mut json = serde_json::Serializer::new(&mut out);
    let mut array = json.serialize_seq(None)?;
    for finding in findings {
        array.serialize_element(&Record {
            file: names.get(usize::from(finding.source)).map_or("", String::as_str),
            line: finding.line,
            severity: finding.what.severity().id(),
            kind: finding.what.id(),
            message: texts.finding(ledger, finding),
        })?;
    }
    array.end()?;
    writeln!(out)?;
    out.flush()
}

/// The files as they were given.
fn names(ledger: &Ledger) -> Vec<String> {
    ledger.sources().iter().map(|source| source.path.display().to_string()).collect()
}
