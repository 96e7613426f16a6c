//! The programs' own help, in the user's language: the sentences are found by the names of commands
//! and arguments.

use std::ffi::OsString;

use clap::builder::PossibleValue;
use clap::{Arg, Command};

use super::Texts;

impl Texts {
    /// The language that `--lang` asks for, wherever it stands among the words of a command line, or
    /// the system's.
    #[must_use]
    pub fn asked_for(words: &[OsString]) -> Self {
        language_asked_for(words).map_or_else(Self::of_system, |language| Self::new(&language))
    }

    /// A command line with every sentence in the language; `key` names what the program is for.
    #[must_use]
    pub fn explain(&self, mut command: Command, key: &str) -> Command {
        // Only a built command has its own arguments for help and version.
        command.build();
        say(command, key, self)
    }
}

/// The language that `--lang` asks for, if that is there.
#[must_use]
pub fn language_asked_for(words: &[OsString]) -> Option<String> {
    let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
    let behind = words.iter().zip(words.iter().skip(1)).find(|(word, _)| *word == "--lang");
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    Texts::known(behind.map(|(_, code)| code.as_ref()).or(joined)?).ok()
}

fn say(command: Command, key: &str, texts: &Texts) -> Command {
    let about = texts.say(key);
    let template =
        format!("{{about-section}}\n{} {{usage}}\n\n{{all-args}}", texts.say("help-usage"));
    let command = command
        .about(first(&about))
        .long_about(about)
        .help_template(template)
        .subcommand_help_heading(texts.say("help-commands"))
        .subcommand_value_name(texts.say("help-command-name"));
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
        "output" if argument.is_required_set() => "help-any-output-needed".to_owned(),
        "help" | "version" | "data-dir" | "lang" | "output" | "force" | "format" => {
            format!("help-any-{name}")
        }
        _ => format!("{command}-{name}"),
    };
    let help = texts.say(&key);
    let (choice, values) = choice(&argument, &key, texts);
    let heading = if argument.is_positional() { "help-arguments" } else { "help-options" };
    argument
        .hide_possible_values(true)
        .hide_default_value(true)
        .help(format!("{}{choice}", first(&help)))
        .long_help(format!("{help}{values}"))
        .help_heading(texts.say(heading))
}

/// What an argument can be, and what it is when it is left out: in short, and in a line for each.
fn choice(argument: &Arg, key: &str, texts: &Texts) -> (String, String) {
    if !argument.get_action().takes_values() {
        return Default::default();
    }
    let values = argument.get_possible_values();
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let mut lines = Vec::new();
    for value in &values {
        // What says enough by its name has no more words.
        if value.get_help().is_some() {
            let what = texts.say(&format!("{key}-{}", value.get_name()));
            let values = [("value", value.get_name().to_owned().into()), ("what", what.into())];
            lines.push(texts.fill("help-value", &values));
        }
    }
    if lines.is_empty() && !names.is_empty() {
        lines.push(texts.fill("help-values", &[("values", names.join(", ").into())]));
    }
    let default = argument.get_default_values().first().and_then(|value| value.to_str());
    if let Some(default) = default.filter(|default| !default.is_empty()) {
        lines.push(texts.fill("help-default", &[("value", default.to_owned().into())]));
    }
    let short = if names.is_empty() { String::new() } else { format!(" [{}]", names.join(", ")) };
    let long = if lines.is_empty() { String::new() } else { format!("\n\n{}", lines.join("\n")) };
    (short, long)
}

/// The first paragraph.
fn first(text: &str) -> String {
    text.split("\n\n").next().unwrap_or_default().trim_end_matches('.').to_owned()
}
