//! `offcirc-cli batches`: the current file and all batches, and what is still to be uploaded.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use offcirc::store::{Batch, Stage};
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
    desk::ended(list(&texts, arguments.format, data_dir))
}

fn list(texts: &Texts, format: Format, data_dir: Option<&Path>) -> Result<(), Sentence> {
    let all = files::batches_of(texts, &files::data_folder(texts, data_dir)?)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let written = match format {
        Format::Text => write_text(&mut out, texts, &all),
        Format::Json => json::array(&mut out, all.iter().map(json::Counts::of)),
    };
    match written.and_then(|()| out.flush()) {
        // Whoever reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(|error| error.to_string()),
    }
}

fn write_text(out: &mut dyn Write, texts: &Texts, all: &[Batch]) -> io::Result<()> {
    for batch in all {
        let stage = texts.say(match batch.stage {
            _ if batch.same_as.is_some() => "batch-same",
            Stage::Current => "cli-batch-current",
            Stage::ToUpload => "cli-batch-to-upload",
            Stage::Uploaded => "batch-uploaded",
        });
        let path = batch.path.display().to_string();
        let values = [("stage", stage.into()), ("path", path.as_str().into())];
        writeln!(out, "{}", texts.fill("cli-batch", &values))?;
        writeln!(out, "  {}", texts.counts(&batch.summary))?;
        if let Some(span) = texts.span(&batch.summary) {
            writeln!(out, "  {span}")?;
        }
        if let Some(same) = &batch.same_as {
            let same = same.display().to_string();
            let values = [("name", path.into()), ("same", same.into())];
            writeln!(out, "  {}", texts.fill("batch-same-what", &values))?;
        }
    }
    writeln!(out)?;
    let waiting =
        |stage| all.iter().filter(move |batch| batch.stage == stage && batch.is_waiting());
    let current: u64 = waiting(Stage::Current).map(|batch| batch.summary.transactions()).sum();
    writeln!(out, "{}", texts.fill("cli-batches-current", &[("count", current.into())]))?;
    let batches = waiting(Stage::ToUpload).count();
    writeln!(out, "{}", texts.fill("cli-batches-to-upload", &[("count", count(batches))]))
}
