//! `offcirc-cli batches`: the current file and all batches, and what is still to be uploaded.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use offcirc::store::{Listing, Original, Stage};
use offcirc::text::{Texts, count};

use crate::desk::{self, Sentence};
use crate::files;
use crate::json;

/// What `batches` is given.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The form of the result.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// To be read.
    Text,
    /// One array, for programs.
    Json,
}

/// 0 when all could be read, 2 when not.
pub fn run(arguments: &Arguments, data_dir: Option<&Path>) -> ExitCode {
    let texts = desk::texts();
    match list(&texts, arguments.format, data_dir) {
        Ok(true) => ExitCode::SUCCESS,
        // What could not be read stands in the list.
        Ok(false) => ExitCode::from(2),
        Err(sentence) => desk::ended(Err(sentence)),
    }
}

/// Lists all; whether all could be read.
fn list(texts: &Texts, format: Format, data_dir: Option<&Path>) -> Result<bool, Sentence> {
    let all = files::batches_of(texts, &files::data_folder(texts, data_dir)?)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let written = match format {
        Format::Text => write_text(&mut out, texts, &all),
        Format::Json => {
            let read = all.batches.iter().map(json::Counts::of);
            json::array(&mut out, read.chain(all.unread.iter().map(json::Counts::unknown)))
        }
    };
    match written.and_then(|()| out.flush()) {
        // Whoever reads has seen enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(all.unread.is_empty()),
    }
}

fn write_text(out: &mut dyn Write, texts: &Texts, all: &Listing) -> io::Result<()> {
    let line = |stage: &str, path: &Path| {
        let path = path.display().to_string();
        texts.fill("cli-batch", &[("stage", texts.say(stage).into()), ("path", path.into())])
    };
    for batch in &all.batches {
        let stage = match (batch.stage, &batch.same_as) {
            (_, Some(Original { stage: Stage::Uploaded, .. })) => "batch-same",
            (_, Some(_)) => "batch-copy",
            (Stage::Current, None) => "cli-batch-current",
            (Stage::ToUpload, None) => "cli-batch-to-upload",
            (Stage::Uploaded, None) => "batch-uploaded",
        };
        writeln!(out, "{}", line(stage, &batch.path))?;
        writeln!(out, "  {}", texts.counts(&batch.summary))?;
        if let Some(span) = texts.span(&batch.summary) {
            writeln!(out, "  {span}")?;
        }
        if let Some(Original { path, stage }) = &batch.same_as {
            let (name, same) = (batch.path.display().to_string(), path.display().to_string());
            writeln!(out, "  {}", texts.copy(&name, &same, *stage))?;
        }
    }
    for unread in &all.unread {
        writeln!(out, "{}", line("cli-batch-unread", &unread.trouble.path))?;
        writeln!(out, "  {}", texts.unread(unread))?;
    }
    writeln!(out)?;
    let waiting =
        |stage| all.batches.iter().filter(move |batch| batch.stage == stage && batch.is_waiting());
    let current: u64 = waiting(Stage::Current).map(|batch| batch.summary.transactions()).sum();
    writeln!(out, "{}", texts.fill("cli-batches-current", &[("count", current.into())]))?;
    let batches = waiting(Stage::ToUpload).count();
    writeln!(out, "{}", texts.fill("cli-batches-to-upload", &[("count", count(batches))]))
}
