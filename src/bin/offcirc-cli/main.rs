//! `offcirc-cli`: the desk and the store without a window, for scripts and tests.

mod again;
mod batches;
mod check;
mod controls;
mod desk;
mod export;
mod files;
mod folder;
mod json;
mod learn;
mod merge;
mod record;
mod report;
mod settings;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

/// Offline circulation for libraries that run on Alma, without a window.
#[derive(Debug, Parser)]
#[command(name = "offcirc-cli", version)]
struct Arguments {
    /// The folder of `OffCirc.dat`, instead of the usual one.
    #[arg(long, value_name = "DIR", global = true)]
    data_dir: Option<PathBuf>,

    /// The language, instead of the one that is set or the system's.
    #[arg(long, value_name = "CODE", global = true, value_parser = offcirc::text::Texts::known)]
    lang: Option<String>,

    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Records transactions from standard input, one a line, fields separated by a tab: `L`,
    /// borrower, item or `R`, item.
    ///
    /// Says of each what became of it: `saved` or `set-aside` with its running number, `rejected`
    /// or `failed` with the number of its line. Ends with 0 when all was saved or rejected, with 1
    /// when anything was set aside or failed.
    Record,

    /// Takes transactions of OffCirc.dat back: the last one, the last N, or those of some lines.
    ///
    /// Prints exactly which. Ends with 0 when they are out of the file, with 2 when nothing was
    /// changed.
    TakeBack(folder::TakeBack),

    /// Says what Alma would stumble over in files of transactions.
    ///
    /// Ends with 0 when nothing is wrong, with 1 when there is a warning or an error, with 2 when
    /// a file can't be checked.
    Check {
        /// How findings are written.
        #[arg(long, value_enum, default_value = "text")]
        format: check::Format,
        /// The files.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },

    /// Checks OffCirc.dat and closes it for upload: it becomes a batch in `uploads/`, whose path is
    /// printed.
    ///
    /// Ends with 0 when it is closed, with 2 when it is not.
    Close(folder::Close),

    /// Alma has this batch of `uploads/`: it moves to `uploaded/`.
    ///
    /// Prints where it is now. Ends with 0 when it has moved, with 2 when not.
    Uploaded(folder::Uploaded),

    /// Writes a batch of `uploads/` in the form that Alma expects, when an editor or another program
    /// has left it in another one. The original is kept beside it.
    ///
    /// Prints the batch. Ends with 0 when all of it could be read, with 1 when lines could not and
    /// were left out, with 2 when nothing was changed.
    Mend(folder::Mend),

    /// Alma has the transactions of OffCirc.dat of all days before one: they move to a batch in
    /// `uploaded/`, whose path is printed; the others stay.
    ///
    /// Ends with 0 when they have moved, with 2 when nothing was changed.
    Archive(folder::Archive),

    /// Deletes old batches that Alma has, and prints which.
    ///
    /// Ends with 0 when they are gone or there are none, with 2 when nothing was changed.
    DeleteUploaded(folder::DeleteUploaded),

    /// Makes one file of the files of several desks, in order of time.
    ///
    /// Lines that can't be read go to a file beside it, named like it with `-unreadable.txt`. Ends
    /// with 0 when all is well, with 1 when something should be looked at, with 2 when nothing was
    /// written.
    Merge(merge::Arguments),

    /// Matches the messages of Alma's job report to the transactions they speak of.
    ///
    /// Ends with 0 when every message is matched, with 1 when one is not or a file of the data
    /// folder can't be read, with 2 when a file that was named can't be read or the report holds no
    /// message.
    Match(report::Arguments),

    /// Writes chosen transactions of a file to a new file: corrected, dated anew, or as returns.
    ///
    /// Ends with 0 when the file is written, with 1 when it is written and something is left to
    /// look at, with 2 when nothing is written.
    Again(again::Arguments),

    /// Exports transactions, the newest first.
    ///
    /// Ends with 0 when all is written, with 1 when a file of the data folder can't be read and the
    /// rest is written, with 2 when a file that was named can't be read or nothing is written.
    Export(export::Arguments),

    /// Lists OffCirc.dat and all batches of the data folder: what is in each, and which are still
    /// to be uploaded.
    ///
    /// Ends with 0 when all could be read, with 2 when not.
    Batches(batches::Arguments),

    /// Reads off an old file what the library's barcodes look like, and prints the rules as the
    /// settings file has them.
    ///
    /// Ends with 0 when rules are proposed, with 2 when there is nothing to learn from.
    Learn(learn::Arguments),

    /// Writes the page of control barcodes, a PDF to be printed.
    ///
    /// Ends with 0 when it is written, with 2 when not.
    Controls(controls::Arguments),

    /// Prints the settings in force, each with where it comes from; or checks a settings file.
    ///
    /// Ends with 0 when all is well, with 1 when something in a file was passed over, with 2 when
    /// the file can't be read.
    Settings(settings::Arguments),
}

fn main() -> ExitCode {
    // The help speaks before all else is read.
    let words: Vec<_> = std::env::args_os().collect();
    desk::speak(offcirc::text::language_asked_for(&words));
    let command = desk::texts().explain(Arguments::command(), "help");
    let matches = command.try_get_matches_from(words);
    let parsed = matches.and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) => match desk::texts().arguments(&error) {
            Some(words) => {
                let _ = writeln!(std::io::stderr(), "{words}");
                return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
            }
            None => error.exit(),
        },
    };
    let data_dir = arguments.data_dir.as_deref();
    match arguments.command {
        Command::Record => record::run(data_dir),
        Command::TakeBack(given) => folder::take_back(given, data_dir),
        Command::Close(given) => folder::close(&given, data_dir),
        Command::Uploaded(given) => folder::uploaded(&given, data_dir),
        Command::Mend(given) => folder::mend(&given, data_dir),
        Command::Archive(given) => folder::archive(&given, data_dir),
        Command::DeleteUploaded(given) => folder::delete_uploaded(&given, data_dir),
        Command::Check { format, files } => check::run(&files, format),
        Command::Merge(given) => merge::run(&given),
        Command::Match(given) => report::run(&given, data_dir),
        Command::Again(given) => again::run(&given),
        Command::Export(given) => export::run(given, data_dir),
        Command::Batches(given) => batches::run(&given, data_dir),
        Command::Learn(given) => learn::run(&given),
        Command::Controls(given) => controls::run(&given),
        Command::Settings(given) => settings::run(&given),
    }
}

#[cfg(test)]
mod tests {
    use offcirc::text::Texts;

    use super::*;

    /// What has no text panics.
    #[test]
    fn every_command_and_argument_has_its_words_in_every_language() {
        for language in Texts::languages() {
            let command = Texts::new(language).explain(Arguments::command(), "help");
            command.debug_assert();
        }
    }
}
