//! Every sentence the program says, by key, in each language.
//!
//! The sentences are Fluent files in `assets/locales`, built into the program. A sentence that a
//! language lacks comes in English.

mod after;
mod arguments;
mod command_line;
mod control_page;
mod dates;
mod errors;
mod findings;
pub mod help;
pub(crate) mod languages;
mod pages;
mod recording;
mod report;
mod scans;
mod settings;
mod sheets;

pub use command_line::language_asked_for;
pub use control_page::control_page;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use languages::FILES;
use unic_langid::LanguageIdentifier;

/// The sentences of one language.
pub struct Texts {
    language: &'static str,
    /// The language first, English behind it.
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Texts {
    /// The sentences of a language, given as `fr`, `fr-CH` or `fr_FR.UTF-8`; English for one that
    /// is not there.
    #[must_use]
    pub fn new(language: &str) -> Self {
        let wanted = language.split(['-', '_', '.']).next().unwrap_or_default();
        let found = FILES.iter().find(|(code, _)| code.eq_ignore_ascii_case(wanted));
        let english = FILES.first();
        let language = found.or(english).map_or("en", |(code, _)| *code);
        let files = found.filter(|file| Some(*file) != english).into_iter().chain(english);
        Self { language, bundles: files.map(|(code, file)| bundle(code, file)).collect() }
    }

    /// The sentences of the system's language.
    #[must_use]
    pub fn of_system() -> Self {
        Self::new(&sys_locale::get_locale().unwrap_or_default())
    }

    /// The codes of all languages.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        FILES.iter().map(|(code, _)| *code)
    }

    /// The code of a language that is there, as `--lang` names it.
    ///
    /// # Errors
    ///
    /// It is not there; the sentence says which are.
    pub fn known(code: &str) -> Result<String, String> {
        let known: Vec<_> = Self::languages().collect();
        match known.iter().find(|known| known.eq_ignore_ascii_case(code)) {
            Some(known) => Ok((*known).to_owned()),
            None => Err(format!("{code:?} is none of {}", known.join(", "))),
        }
    }

    /// The code of the language.
    #[must_use]
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// A sentence without places to fill.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.fill(key, &[])
    }

    /// A sentence with its places filled: names and values.
    #[must_use]
    pub fn fill(&self, key: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(*name, value.clone());
        }
        let found = self.bundles.iter().find_map(|bundle| formatted(bundle, key, &args));
        debug_assert!(found.is_some(), "no text for {key}");
        found.unwrap_or_else(|| key.to_owned())
    }
}

/// What somebody scanned or typed, as far as it can be shown in a line: control characters as their
/// names in programs, 40 characters at most.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut shown = String::new();
    for c in text.chars().take(40) {
        if c.is_control() { shown.extend(c.escape_debug()) } else { shown.push(c) }
    }
    shown
}

/// A count as a value that chooses the plural.
#[must_use]
pub fn count(number: usize) -> FluentValue<'static> {
    FluentValue::from(number)
}

/// A large number in groups of three; smaller ones are read faster without.
fn grouped(value: &FluentValue<'_>, separator: char) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.as_string();
    if digits.len() < 5 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut shown = String::new();
    for (digit, left) in digits.chars().zip((0..digits.len()).rev()) {
        shown.push(digit);
        if left > 0 && left % 3 == 0 {
            shown.push(separator);
        }
    }
    Some(shown)
}

fn formatted(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    args: &FluentArgs<'_>,
) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    Some(bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
}

fn bundle(code: &str, file: &str) -> FluentBundle<FluentResource> {
    let language = code.parse::<LanguageIdentifier>().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![language]);
    // The marks around filled places are for text that mixes writing directions.
    bundle.set_use_isolating(false);
    // A file with a fault gives what is good in it; the tests refuse such a file.
    let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(good, _)| good);
    bundle.add_resource_overriding(resource);
    let group = formatted(&bundle, "format-group", &FluentArgs::new());
    // A formatter knows no language but by being another one.
    bundle.set_formatter(Some(match group.as_deref() {
        Some(",") => |value, _| grouped(value, ','),
        Some(".") => |value, _| grouped(value, '.'),
        Some("’") => |value, _| grouped(value, '’'),
        Some("\u{a0}") => |value, _| grouped(value, '\u{a0}'),
        _ => |_, _| None,
    }));
    bundle
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::{Path, PathBuf};

    use super::*;
    use crate::desk::Command;

    /// Each key of a file with its text, its places included.
    fn keys(file: &str) -> BTreeMap<String, String> {
        let mut keys = BTreeMap::new();
        let mut last = String::new();
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            match line.split_once(" = ") {
                Some((key, text)) if !line.starts_with([' ', '}']) => {
                    last = key.to_owned();
                    keys.insert(last.clone(), text.to_owned());
                }
                _ => keys.entry(last.clone()).or_default().push_str(line),
            }
        }
        keys.remove("");
        keys
    }

    fn places(text: &str) -> Vec<&str> {
        let mut names: Vec<_> = text
            .split('$')
            .skip(1)
            .filter_map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric()).next())
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    #[test]
    fn every_file_is_valid_and_says_the_same_things() {
        let english = keys(FILES[0].1);
        for (code, file) in FILES {
            assert!(FluentResource::try_new((*file).to_owned()).is_ok(), "{code} has a fault");
            let these = keys(file);
            for (key, text) in &english {
                let other = these.get(key).unwrap_or_else(|| panic!("{code} lacks {key}"));
                assert_eq!(places(other), places(text), "{code}: {key}");
            }
            assert_eq!(these.len(), english.len(), "{code} has keys that English lacks");
        }
    }

    /// French sets its signs apart; a line must not start with one.
    #[test]
    fn french_signs_stay_with_their_words() {
        let french = keys(include_str!("../../assets/locales/fr.ftl"));
        let help = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/help/fr");
        let pages = std::fs::read_dir(help).unwrap();
        let pages = pages.map(|page| std::fs::read_to_string(page.unwrap().path()).unwrap());
        for text in french.into_values().chain(pages) {
            for apart in [" :", " ;", " !", " ?", " »", "« "] {
                let line = text.lines().find(|line| line.contains(apart) && !line.contains("!["));
                assert_eq!(line, None, "{apart:?}");
            }
        }
    }

    /// The lines of all sources but tests, with the file of each.
    fn sources(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let lines = text.lines().take_while(|line| !line.contains("#[cfg(test)]"));
                found.extend(lines.map(|line| (path.clone(), line.to_owned())));
            }
        }
    }

    fn all_sources() -> Vec<(PathBuf, String)> {
        let mut found = Vec::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
        found
    }

    #[test]
    fn no_sentence_is_there_that_nobody_says() {
        let mut lines: String = all_sources().into_iter().map(|(_, line)| line + "\n").collect();
        // The setup program says the rest.
        let setup = include_str!("../../installer/offcirc.nsi");
        lines.push_str(include_str!("../../installer/languages"));
        // Made of the names of commands and settings, which tests of their own go through.
        let is_made = |key: &str| {
            key.starts_with("command-") || key.starts_with("setting-") || key.starts_with("help-")
        };
        for key in keys(FILES[0].1).keys().filter(|key| !is_made(key)) {
            let base = key.strip_suffix("-what").unwrap_or(key);
            let is_said = |key: &str| lines.contains(&format!("\"{key}\""));
            let in_setup = || setup.contains(&format!("$({})", key.replace('-', "_")));
            assert!(is_said(key) || is_said(base) || in_setup(), "{key} is never said");
        }
    }

    /// The window draws a box for a letter that its fonts lack.
    #[test]
    fn the_fonts_have_every_letter_of_every_language() {
        use skrifa::MetadataProvider as _;
        let fonts = [
            include_bytes!("../../assets/fonts/Inter-Regular.otf").as_slice(),
            include_bytes!("../../assets/fonts/Inter-SemiBold.otf"),
            include_bytes!("../../assets/fonts/JetBrainsMono-Regular.ttf"),
        ];
        for font in fonts {
            let font = skrifa::FontRef::new(font).unwrap();
            for (language, file) in FILES {
                let lacks =
                    file.chars().find(|c| !c.is_control() && font.charmap().map(*c).is_none());
                assert_eq!(lacks, None, "{language}");
            }
            // Latin, Greek and Cyrillic: other languages can follow.
            for letter in "ÀŽžȘșŐőĦħŁłŒœßΑΩάώАЯёЇїЎўҐґ".chars() {
                assert!(font.charmap().map(letter).is_some(), "{letter}");
            }
        }
    }

    #[test]
    fn every_command_has_its_name() {
        for language in Texts::languages() {
            for command in Command::ALL {
                // What has no text panics here.
                let name = Texts::new(language).say(&format!("command-{}", command.id()));
                assert!(!name.is_empty());
            }
        }
    }

    /// A sentence in quotes in the window or in offcirc-cli would be said in one language only.
    #[test]
    fn no_sentence_stands_in_the_source() {
        for (path, line) in all_sources() {
            let shows =
                ["ui", "bin"].iter().any(|part| path.components().any(|c| c.as_os_str() == *part));
            let is_code = !line.trim_start().starts_with("//") && !line.contains("log::");
            let parts = line.split('"').skip(1).step_by(2);
            let is_sentence = |text: &str| {
                let mut words = text.split(' ');
                let capital = |word: &str| {
                    word.len() > 1
                        && word.starts_with(|c: char| c.is_uppercase())
                        && word.chars().skip(1).all(char::is_lowercase)
                };
                words.next().is_some_and(capital)
                    && words.next().is_some_and(|word| !word.is_empty())
            };
            // Names of systems are names; what panics or explains code is not said by the window.
            let is_meant = line.contains("reason =") || line.contains("expect(");
            for text in parts.filter(|text| is_sentence(text)) {
                assert!(!shows || !is_code || is_meant, "{}: {text}", path.display());
            }
        }
    }

    #[test]
    fn finds_the_language_of_a_locale() {
        for (locale, language) in [("fr_FR.UTF-8", "fr"), ("fr-CH", "fr"), ("C", "en"), ("", "en")]
        {
            assert_eq!(Texts::new(locale).language(), language);
        }
    }

    #[test]
    fn large_numbers_are_grouped_as_the_language_does() {
        for (language, written) in [("en", "12,345"), ("fr", "12\u{a0}345"), ("de", "12.345")] {
            let said = Texts::new(language).fill("items-lent", &[("items", count(12_345))]);
            assert!(said.contains(written), "{said}");
            let said = Texts::new(language).fill("items-lent", &[("items", count(1234))]);
            assert!(said.contains("1234"), "{said}");
        }
    }

    #[test]
    fn plurals_follow_the_language() {
        let zero = |code| Texts::new(code).fill("items-lent", &[("items", count(0))]);
        assert_eq!(zero("en"), "0 items lent");
        assert_eq!(zero("fr"), "0 exemplaire prêté");
    }
}
