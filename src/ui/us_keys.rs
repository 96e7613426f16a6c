//! What the keys of a US keyboard type: that is how most scanners are set.

use eframe::egui::Key;

/// What a key of a US keyboard types, if that is a character.
#[must_use]
pub fn us_char(key: Key, shift: bool) -> Option<char> {
    let name = key.name();
    if let (true, Some(letter)) = (name.len() == 1, name.chars().next())
        && letter.is_ascii_alphabetic()
    {
        return Some(if shift { letter.to_ascii_uppercase() } else { letter.to_ascii_lowercase() });
    }
    let (plain, shifted) = match key {
        Key::Space => (' ', ' '),
        Key::Num0 => ('0', ')'),
        Key::Num1 => ('1', '!'),
        Key::Num2 => ('2', '@'),
        Key::Num3 => ('3', '#'),
        Key::Num4 => ('4', '$'),
        Key::Num5 => ('5', '%'),
        Key::Num6 => ('6', '^'),
        Key::Num7 => ('7', '&'),
        Key::Num8 => ('8', '*'),
        Key::Num9 => ('9', '('),
        Key::Backtick => ('`', '~'),
        Key::Minus => ('-', '_'),
        Key::Equals => ('=', '+'),
        Key::OpenBracket => ('[', '{'),
        Key::CloseBracket => (']', '}'),
        Key::Backslash => ('\\', '|'),
        Key::Semicolon => (';', ':'),
        Key::Quote => ('\'', '"'),
        Key::Comma => (',', '<'),
        Key::Period => ('.', '>'),
        Key::Slash => ('/', '?'),
        _ => return None,
    };
    Some(if shift { shifted } else { plain })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_printable_character_has_one_key() {
        for wanted in ' '..='~' {
            let typed = |shift| {
                let keys = Key::ALL.iter().filter(move |key| us_char(**key, shift) == Some(wanted));
                keys.count()
            };
            let both = if wanted == ' ' { 2 } else { 1 };
            assert_eq!(typed(false) + typed(true), both, "{wanted:?}");
        }
    }
}
