//! Settings in words: what is wrong with a file, and why a value was not written.

use super::{Texts, count};
use crate::settings::{Fault, FaultKind, Key, Kind, WriteError};

impl Texts {
    /// The name of a setting.
    #[must_use]
    pub fn setting(&self, key: Key) -> String {
        self.say(&id(key))
    }

    /// What a setting is for.
    #[must_use]
    pub fn about_setting(&self, key: Key) -> String {
        self.say(&format!("{}-what", id(key)))
    }

    /// One of the words that a setting can have.
    #[must_use]
    pub fn setting_choice(&self, key: Key, choice: &str) -> String {
        match key {
            Key::BorrowerCheck | Key::ItemCheck => self.say(&format!("setting-check-{choice}")),
            _ => self.say(&format!("{}-{choice}", id(key))),
        }
    }

    /// What is wrong with a settings file, where, and what is used instead.
    #[must_use]
    pub fn fault(&self, fault: &Fault) -> String {
        let path = fault.path.display().to_string().into();
        let what = self.fault_kind(&fault.kind);
        match fault.place {
            Some(place) => {
                let (line, column) = (count(place.line), count(place.column));
                let values =
                    [("path", path), ("line", line), ("column", column), ("what", what.into())];
                self.fill("fault-at", &values)
            }
            None => self.fill("fault-in", &[("path", path), ("what", what.into())]),
        }
    }

    /// Why a value is none.
    #[must_use]
    pub fn fault_kind(&self, kind: &FaultKind) -> String {
        let key_name = |key: &Key| ("key", key.name().into());
        let near = |near: Option<&str>| match near {
            Some(near) => format!(" {}", self.fill("did-you-mean", &[("name", near.into())])),
            None => String::new(),
        };
        match kind {
            FaultKind::NotReadable { detail, .. } => {
                self.fill("fault-not-readable", &[("detail", detail.as_str().into())])
            }
            FaultKind::NotAFile => self.say("fault-not-a-file"),
            FaultKind::TooLarge { bytes, most } => self
                .fill("fault-too-large", &[("bytes", (*bytes).into()), ("most", (*most).into())]),
            FaultKind::NotUtf8 { byte } => {
                self.fill("fault-not-utf8", &[("byte", count(byte + 1))])
            }
            FaultKind::Syntax { message } => {
                self.fill("fault-syntax", &[("message", message.as_str().into())])
            }
            FaultKind::Backslash => self.say("fault-backslash"),
            FaultKind::Unusable => self.say("fault-unusable"),
            FaultKind::NewerVersion { version } => {
                self.fill("fault-newer", &[("version", version.to_string().into())])
            }
            FaultKind::NotAVersion => self.say("fault-not-a-version"),
            FaultKind::UnknownKey { key, near: like } => {
                let what = self.fill("fault-unknown-key", &[("key", key.as_str().into())]);
                format!("{what}{}", near(*like))
            }
            FaultKind::NotATable { table, .. } => {
                self.fill("fault-not-a-table", &[("table", (*table).into())])
            }
            FaultKind::WrongType { key, wanted, .. } => {
                let wanted = self.kind_of_value(wanted).into();
                self.fill("fault-wrong-type", &[key_name(key), ("wanted", wanted)])
            }
            FaultKind::OutOfRange { key, found, least, most } => {
                let found = ("found", found.to_string().into());
                let values =
                    [key_name(key), found, ("least", (*least).into()), ("most", (*most).into())];
                self.fill("fault-out-of-range", &values)
            }
            FaultKind::NotAChoice { key, found, choices } => {
                let choices = ("choices", choices.join(", ").into());
                let values = [key_name(key), ("found", found.as_str().into()), choices];
                self.fill("fault-not-a-choice", &values)
            }
            FaultKind::TooLong { key, found, most } => {
                let values = [key_name(key), ("found", count(*found)), ("most", count(*most))];
                self.fill("fault-too-long", &values)
            }
            FaultKind::ControlCharacter { key, .. } => {
                self.fill("fault-control-character", &[key_name(key)])
            }
            FaultKind::NotUnicode { key } => self.fill("fault-not-unicode", &[key_name(key)]),
            FaultKind::NotLengths { key, part, most } => {
                let part = ("part", part.as_str().into());
                self.fill("fault-not-lengths", &[key_name(key), part, ("most", count(*most))])
            }
            FaultKind::Rule { key, message } => {
                let message = ("message", message.as_str().into());
                self.fill("fault-rule", &[key_name(key), message])
            }
            FaultKind::Locked { key } => self.fill("fault-locked", &[key_name(key)]),
            FaultKind::LocksInUserFile => self.say("fault-locks-in-user-file"),
            FaultKind::NotLocks { .. } => self.say("fault-not-locks"),
            FaultKind::UnknownLock { name, near: like } => {
                let what = self.fill("fault-unknown-lock", &[("key", name.as_str().into())]);
                format!("{what}{}", near(*like))
            }
            FaultKind::More { faults } => self.fill("fault-more", &[("count", count(*faults))]),
        }
    }

    /// Why a value was not written, and what holds.
    #[must_use]
    pub fn not_written(&self, error: &WriteError) -> String {
        let about = |key, path: &std::path::Path, detail: &str| {
            let path = path.display().to_string().into();
            self.fill(key, &[("path", path), ("detail", detail.into())])
        };
        let why = match error {
            WriteError::Locked { key, .. } => {
                self.fill("fault-locked", &[("key", key.name().into())])
            }
            WriteError::Value(kind) => self.fault_kind(kind),
            WriteError::NoFile => self.say("not-written-no-file"),
            WriteError::NewerVersion { path, .. } => about("not-written-newer", path, ""),
            WriteError::NotReadable { path, fault } => {
                about("not-written-not-readable", path, &self.fault_kind(fault))
            }
            WriteError::NotKept { path, detail, .. } => about("not-written-not-kept", path, detail),
            WriteError::NotWritten { path, detail, .. } => about("not-written", path, detail),
        };
        if error.holds_for_this_run() {
            format!("{why} {}", self.say("holds-for-this-run"))
        } else {
            why
        }
    }

    fn kind_of_value(&self, kind: &Kind) -> String {
        match kind {
            Kind::Text { .. } | Kind::Sent { .. } => self.say("kind-of-text"),
            Kind::Pattern { .. } => self.say("kind-of-pattern"),
            Kind::Folder => self.say("kind-of-folder"),
            Kind::Lengths => self.say("kind-of-lengths"),
            Kind::Switch => self.say("kind-of-switch"),
            Kind::Number { least, most } => {
                let values = [("least", (*least).into()), ("most", (*most).into())];
                self.fill("kind-of-number", &values)
            }
            Kind::Choice(choices) => {
                self.fill("kind-of-choice", &[("choices", choices.join(", ").into())])
            }
        }
    }
}

/// The key of a setting's texts.
fn id(key: Key) -> String {
    format!("setting-{}", key.name().replace(['.', '_'], "-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_and_every_choice_has_its_words() {
        for language in Texts::languages() {
            let texts = Texts::new(language);
            for key in Key::ALL {
                // What has no text panics here.
                assert!(texts.about_setting(*key).ends_with('.'), "{language}: {key}");
                assert!(!texts.setting(*key).is_empty());
                if let Kind::Choice(choices) = key.kind() {
                    for choice in choices {
                        assert!(!texts.setting_choice(*key, choice).is_empty());
                    }
                }
            }
        }
    }
}
