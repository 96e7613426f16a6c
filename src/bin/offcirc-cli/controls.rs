//! `offcirc-cli controls`: the page of control barcodes.

use std::process::ExitCode;

use clap::Args;
use offcirc::text::{Texts, control_page};

use crate::desk::{self, Sentence};
use crate::files::Output;

/// What `controls` is given.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    output: Output,
}

/// 0 when the page is written, 2 when not.
pub fn run(arguments: &Arguments) -> ExitCode {
    let texts = desk::texts();
    desk::ended(write(&texts, arguments))
}

fn write(texts: &Texts, arguments: &Arguments) -> Result<(), Sentence> {
    let page = control_page(texts).map_err(|error| error.to_string())?;
    arguments.output.write(texts, &[], |out| out.write_all(&page))
}
