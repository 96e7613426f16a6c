//! What scanners add to a barcode.

/// What is taken off what a scanner sent.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "switches that a library sets")]
pub struct Strip {
    /// An AIM identifier in front: `]`, a letter for the kind of barcode, a digit or letter
    /// (ISO/IEC 15424).
    pub aim: bool,
    /// What this library's scanners put in front.
    pub prefix: String,
    /// What they put behind.
    pub suffix: String,
    /// The start and stop letters of Codabar, A to D at both ends.
    pub start_stop: bool,
    /// Spaces between the characters.
    pub spaces: bool,
    /// The check character at the end, once it has been checked.
    pub check_character: bool,
}

impl Default for Strip {
    fn default() -> Self {
        Self {
            aim: true,
            prefix: String::new(),
            suffix: String::new(),
            start_stop: false,
            spaces: false,
            check_character: false,
        }
    }
}

impl Strip {
    /// The text without what scanners add in front of, around and within a barcode; the check
    /// character is still there.
    #[must_use]
    pub fn strip(&self, text: &str) -> String {
        let mut text = text.trim();
        if self.aim {
            text = without_aim(text);
        }
        text = without(text, str::strip_prefix, &self.prefix);
        text = without(text, str::strip_suffix, &self.suffix).trim();
        if self.start_stop {
            text = without_start_and_stop(text);
        }
        if self.spaces { text.replace(' ', "") } else { text.to_owned() }
    }
}

fn without<'a>(
    text: &'a str,
    off: fn(&'a str, &'a str) -> Option<&'a str>,
    what: &'a str,
) -> &'a str {
    off(text, what).filter(|rest| !rest.is_empty()).unwrap_or(text)
}

fn without_aim(text: &str) -> &str {
    let mut chars = text.chars();
    let is_one = chars.next() == Some(']')
        && chars.next().is_some_and(|c| c.is_ascii_alphabetic())
        && chars.next().is_some_and(|c| c.is_ascii_alphanumeric());
    let rest = chars.as_str();
    if is_one && !rest.is_empty() { rest } else { text }
}

fn without_start_and_stop(text: &str) -> &str {
    let is_letter = |c: char| matches!(c, 'A'..='D' | 'a'..='d');
    let inner = text.strip_prefix(is_letter).and_then(|rest| rest.strip_suffix(is_letter));
    inner.filter(|rest| !rest.is_empty()).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_off_what_it_is_told_to_and_never_all() {
        let all = Strip {
            prefix: "#1".into(),
            suffix: "~".into(),
            start_stop: true,
            spaces: true,
            ..Strip::default()
        };
        for (sent, left) in [
            ("]C13000", "3000"),
            ("]F0A3000B", "3000"),
            ("]C1#1A30 00 1B~", "30001"),
            ("]C1", "]C1"),
            ("]?13000", "]?13000"),
            ("AB", "AB"),
            ("#1", "#1"),
            ("  3000 ", "3000"),
        ] {
            assert_eq!(all.strip(sent), left, "{sent}");
        }
        let plain = Strip::default();
        for (sent, left) in [("]C13000", "3000"), ("A3000B", "A3000B"), ("30 00", "30 00")] {
            assert_eq!(plain.strip(sent), left, "{sent}");
        }
        assert_eq!(Strip { aim: false, ..plain }.strip("]C13000"), "]C13000");
    }
}
