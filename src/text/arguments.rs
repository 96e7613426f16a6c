//! What is wrong with the command line, in words.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Texts;

impl Texts {
    /// What is wrong with the command line, how it is used, and where to read more. `None` for
    /// what is no fault: the help and the version speak for themselves.
    #[must_use]
    pub fn arguments(&self, error: &Error) -> Option<String> {
        if !error.use_stderr() {
            return None;
        }
        let part = |kind| error.get(kind).map(words).unwrap_or_default();
        let argument = part(ContextKind::InvalidArg);
        let values = [
            ("argument", argument.as_str().into()),
            ("value", part(ContextKind::InvalidValue).into()),
            ("other", part(ContextKind::PriorArg).into()),
            ("command", part(ContextKind::InvalidSubcommand).into()),
            ("values", part(ContextKind::ValidValue).into()),
            ("why", why(error).into()),
        ];
        let key = match error.kind() {
            ErrorKind::InvalidSubcommand => "arguments-no-such-command",
            ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                "arguments-no-command"
            }
            ErrorKind::UnknownArgument => "arguments-unknown",
            ErrorKind::MissingRequiredArgument => "arguments-missing",
            ErrorKind::ArgumentConflict if part(ContextKind::PriorArg) == argument => {
                "arguments-twice"
            }
            ErrorKind::ArgumentConflict => "arguments-conflict",
            ErrorKind::InvalidValue if part(ContextKind::InvalidValue).is_empty() => {
                "arguments-no-value"
            }
            ErrorKind::InvalidValue => "arguments-not-one-of",
            ErrorKind::ValueValidation => "arguments-wrong-value",
            _ => "arguments-not-understood",
        };
        let mut lines = vec![self.fill(key, &values)];
        let meant = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg]
            .map(part)
            .into_iter()
            .find(|meant| !meant.is_empty());
        if let Some(meant) = meant {
            lines.push(self.fill("arguments-meant", &[("meant", meant.into())]));
        }
        let usage = part(ContextKind::Usage);
        if let Some(usage) = usage.strip_prefix("Usage: ") {
            lines.push(format!("\n{} {usage}", self.say("help-usage")));
        }
        lines.push(self.say("arguments-help"));
        Some(lines.join("\n"))
    }
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(all) => all.join(", "),
        ContextValue::StyledStrs(all) => {
            all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string().trim().to_owned(),
    }
}

/// What a value's own reader says of it.
fn why(error: &Error) -> String {
    std::error::Error::source(error).map(ToString::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use clap::{Arg, Command};

    use super::*;

    #[test]
    fn what_is_wrong_is_said_in_every_language() {
        let command = || {
            let form = Arg::new("form").long("form").value_parser(["csv", "json"]);
            Command::new("offcirc-cli").arg(form).arg(Arg::new("FILE").required(true))
        };
        for (arguments, english, french) in [
            (&["--from", "a"][..], "“--from” is not known", "«\u{a0}--from\u{a0}» n’est pas connu"),
            (&[], "This is missing: <FILE>", "Il manque\u{a0}: <FILE>"),
            (&["--form", "doc", "a"], "It can be: csv, json", "possibles\u{a0}: csv, json"),
            (&["--form"], "needs a value", "demande une valeur"),
            (&["--form", "csv", "--form", "csv", "a"], "more than once", "plus d’une fois"),
        ] {
            let words = ["offcirc-cli"].iter().chain(arguments);
            let error = command().try_get_matches_from(words).unwrap_err();
            for (language, said) in [("en", english), ("fr", french)] {
                let words = Texts::new(language).arguments(&error).unwrap();
                assert!(words.contains(said), "{words}");
            }
        }
        let help = command().try_get_matches_from(["offcirc-cli", "--help"]).unwrap_err();
        assert_eq!(Texts::new("en").arguments(&help), None);
    }
}
