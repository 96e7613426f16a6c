//! `offcirc-cli merge`: the files of several desks as one, in order of time.

#![allow(clippy::print_stderr, reason = "a program of the command line speaks there")]

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::desk;
use clap::Args;
use offcirc::review::merge::{Merge, unreadable_path};
use offcirc::review::{Ledger, Progress, ReviewError};
use offcirc::store::{Spared, Trouble, spared};
use offcirc::text::{Texts, count};

/// It is written, and somebody should look at something.
const LOOK: u8 = 1;
/// Nothing is written.
const NOTHING: u8 = 2;

/// What to merge, and where to.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The file to write.
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,
    /// Writes a transaction that stands in several files only once.
    #[arg(long)]
    leave_out_duplicates: bool,
    /// Replaces a file that exists.
    #[arg(long)]
    force: bool,
    /// The files to merge.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// Merges files.
pub fn run(arguments: &Arguments) -> ExitCode {
    let texts = desk::texts();
    match merge(&texts, arguments) {
        Ok(merge) => {
            if let Err(error) = tell(&texts, arguments, &merge) {
                eprintln!("offcirc-cli: {error}");
            }
            let summary = merge.summary();
            let duplicates = summary.duplicates - summary.left_out;
            let look = duplicates + summary.conflicts + summary.unreadable;
            if look == 0 { ExitCode::SUCCESS } else { ExitCode::from(LOOK) }
        }
        Err(reasons) => {
            for why in reasons {
                eprintln!("{}", texts.fill("merge-nothing-written", &[("why", why.into())]));
            }
            ExitCode::from(NOTHING)
        }
    }
}

/// Merges and writes, or says why nothing is written.
fn merge(texts: &Texts, arguments: &Arguments) -> Result<Merge, Vec<String>> {
    let Arguments { output, files, force, .. } = arguments;
    let refused = |key: &str, path: &Path| {
        vec![texts.fill(key, &[("path", path.display().to_string().into())])]
    };
    let failed = |error: ReviewError| match &error {
        ReviewError::File(error) if !files.contains(&error.path) => {
            vec![texts.trouble(&Trouble::from(error))]
        }
        _ => vec![texts.review_error(&error)],
    };
    let beside = unreadable_path(output);
    for path in [output, &beside] {
        match spared(path, files.iter().map(PathBuf::as_path)) {
            Some(Spared::Folder) => return Err(refused("merge-is-folder", path)),
            Some(Spared::Input) => return Err(refused("merge-is-input", path)),
            Some(Spared::Desk) => return Err(refused("merge-is-desk", path)),
            None => {}
        }
    }
    if output.exists() && !force {
        return Err(refused("merge-exists", output));
    }
    let progress = Progress::default();
    let stopped = |stopped| failed(ReviewError::Stopped(stopped));
    let (ledger, unread) = Ledger::read_what_can_be(files, &progress).map_err(stopped)?;
    if !unread.is_empty() {
        return Err(unread.into_iter().flat_map(failed).collect());
    }
    if !ledger.unreadable().is_empty() && beside.exists() && !force {
        return Err(refused("merge-exists", &beside));
    }
    let mut merge = Merge::of(ledger, &progress).map_err(stopped)?;
    if arguments.leave_out_duplicates {
        merge.keep_duplicates(false, &progress).map_err(stopped)?;
    }
    let head = |line: &_| texts.unreadable_head(merge.ledger(), line);
    merge.write_files(output, &head, &progress).map_err(failed)?;
    Ok(merge)
}

/// Says what was merged, and what somebody should look at.
fn tell(texts: &Texts, arguments: &Arguments, merge: &Merge) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for duplicate in merge.duplicates() {
        let text = texts.duplicate(merge, *duplicate, arguments.leave_out_duplicates);
        writeln!(out, "{text}")?;
    }
    for conflict in merge.conflicts() {
        writeln!(out, "{}", texts.conflict(merge, *conflict))?;
    }
    let summary = merge.summary();
    if summary.unreadable > 0 {
        let path = unreadable_path(&arguments.output).display().to_string();
        let values = [("count", count(summary.unreadable)), ("path", path.into())];
        writeln!(out, "{}", texts.fill("merge-unreadable", &values))?;
    }
    writeln!(out, "{}", texts.merge_summary(summary, &arguments.output.display().to_string()))?;
    out.flush()
}
