//! `offcirc-cli`: the desk and the store without a window, for scripts and tests.

mod record;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Offline circulation for libraries that run on Alma, without a window.
#[derive(Debug, Parser)]
#[command(name = "offcirc-cli", version)]
struct Arguments {
    /// The folder of `OffCirc.dat`, instead of the usual one.
    #[arg(long, value_name = "DIR", global = true)]
    data_dir: Option<PathBuf>,

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
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.command {
        Command::Record => record::run(arguments.data_dir.as_deref()),
    }
}
