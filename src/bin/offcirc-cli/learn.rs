//! `offcirc-cli learn`: rules for barcodes, read off a file.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use offcirc::review::Progress;
use offcirc::review::learn::{Examples, examples};
use offcirc::scan::{CheckDigit, Learner, Proposal};
use offcirc::text::Texts;

use crate::desk::{self, Sentence};

/// How many examples that do not fit are named.
const NAMED: usize = 5;

/// What `learn` is given.
#[derive(Debug, Args)]
pub struct Arguments {
    /// A file of transactions, or a list with a barcode in each line.
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// Whose barcodes a list holds.
    #[arg(long, value_enum, default_value_t = Whose::Item)]
    list: Whose,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Whose {
    Borrower,
    Item,
}

impl Whose {
    /// The table of the settings file.
    fn table(self) -> &'static str {
        match self {
            Self::Borrower => "borrower",
            Self::Item => "item",
        }
    }
}

/// 0 when rules are proposed, 2 when there is nothing to learn from.
pub fn run(arguments: &Arguments) -> ExitCode {
    let texts = desk::texts();
    desk::ended(learn(&texts, arguments))
}

fn learn(texts: &Texts, arguments: &Arguments) -> Result<(), Sentence> {
    let found = examples(&arguments.file, &Progress::default());
    let proposals = match found.map_err(|error| texts.review_error(&error))? {
        Examples::Transactions { borrowers, items } => {
            vec![(Whose::Borrower, borrowers), (Whose::Item, items)]
        }
        Examples::List(list) => vec![(arguments.list, list)],
    };
    write(&mut io::stdout().lock(), texts, &proposals).map_err(|error| error.to_string())
}

/// Writes the rules as a settings file has them.
fn write(out: &mut impl Write, texts: &Texts, learned: &[(Whose, Learner)]) -> io::Result<()> {
    for (whose, learner) in learned {
        let Some(proposal) = learner.propose() else { continue };
        let Proposal { lengths, pattern, check, .. } = &proposal;
        writeln!(out, "# {}", texts.learned(&proposal, NAMED))?;
        writeln!(out, "[{}]", whose.table())?;
        writeln!(out, "lengths = \"{lengths}\"")?;
        if !pattern.is_empty() {
            writeln!(out, "pattern = '{pattern}'")?;
        }
        if *check != CheckDigit::None {
            writeln!(out, "check_digit = \"{}\"", check.id())?;
        }
    }
    Ok(())
}
