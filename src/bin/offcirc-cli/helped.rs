//! The program's own help, in the user's language: the sentences are in the texts, by the names of
//! commands and arguments.

use clap::{Arg, Command};
use offcirc::text::Texts;

/// The command line with every sentence in a language.
pub fn in_words(mut command: Command, texts: &Texts) -> Command {
    // Only a built command has its own arguments for help and version.
    command.build();
    say(command, "help", texts)
}

fn say(command: Command, key: &str, texts: &Texts) -> Command {
    let about = texts.say(key);
    let template =
        format!("{{about-section}}\n{} {{usage}}\n\n{{all-args}}", texts.say("help-usage"));
    let command = command
        .about(first(&about))
        .long_about(about)
        .help_template(template)
        .subcommand_help_heading(texts.say("help-commands"));
    let command = command.mut_args(|argument| say_of(argument, key, texts));
    command.mut_subcommands(|sub| {
        let key = match sub.get_name() {
            // Clap's own.
            "help" => "help-of-command".to_owned(),
            name => format!("{key}-{name}"),
        };
        if sub.get_name() == "help" { sub.about(texts.say(&key)) } else { say(sub, &key, texts) }
    })
}

/// What an argument is for.
fn say_of(argument: Arg, command: &str, texts: &Texts) -> Arg {
    let name = argument.get_id().as_str().replace('_', "-");
    let key = match name.as_str() {
        // The same everywhere.
        "help" | "version" | "data-dir" | "lang" | "output" | "force" | "format" => {
            format!("help-any-{name}")
        }
        _ => format!("{command}-{name}"),
    };
    let help = texts.say(&key);
    let heading = if argument.is_positional() { "help-arguments" } else { "help-options" };
    argument.help(first(&help)).long_help(help).help_heading(texts.say(heading))
}

/// The first paragraph.
fn first(text: &str) -> String {
    text.split("\n\n").next().unwrap_or_default().trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    /// What has no text panics.
    #[test]
    fn every_command_and_argument_has_its_words_in_every_language() {
        for language in Texts::languages() {
            let command = in_words(crate::Arguments::command(), &Texts::new(language));
            command.debug_assert();
        }
    }
}
