//! `offcirc`: the window of the circulation desk.

// A window program: Windows opens no console for it.
#![cfg_attr(windows, windows_subsystem = "windows")]

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser};
use offcirc::text::Texts;

/// Offline circulation for libraries that run on Alma.
#[derive(Debug, Parser)]
#[command(name = "offcirc", version)]
struct Arguments {
    /// The folder of `OffCirc.dat`, instead of the usual one.
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,

    /// The language, instead of the one that is set or the system's.
    #[arg(long, value_name = "CODE", value_parser = Texts::known)]
    lang: Option<String>,
}

fn main() -> ExitCode {
    match Arguments::try_parse() {
        Ok(arguments) => offcirc::ui::run(arguments.data_dir.as_deref(), arguments.lang),
        Err(error) => {
            // Only what is read is put in words: once more, in the user's language.
            let words: Vec<_> = std::env::args_os().collect();
            let texts = Texts::asked_for(&words);
            let command = texts.explain(Arguments::command(), "help-window");
            let error = command.try_get_matches_from(words).err().unwrap_or(error);
            // What is wrong with the arguments; else the help or the version.
            let words = texts.arguments(&error);
            match &words {
                Some(words) => drop(writeln!(std::io::stderr(), "{words}")),
                None => drop(error.print()),
            }
            if cfg!(windows) {
                let words = words.unwrap_or_else(|| error.render().to_string());
                offcirc::ui::tell("OffCirc", &words);
            }
            ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What has no text panics.
    #[test]
    fn every_argument_has_its_words_in_every_language() {
        for language in Texts::languages() {
            Texts::new(language).explain(Arguments::command(), "help-window").debug_assert();
        }
    }
}
