//! A settings file with every setting in it, for the documentation and to begin with.

use std::fmt::Write as _;

use super::key::Key;

/// A settings file with what each setting is for and its default, as comments: it sets nothing.
#[must_use]
pub fn sample() -> String {
    let mut text = String::new();
    let mut table = None;
    for key in Key::ALL {
        if key.table() != table {
            table = key.table();
            text.push_str(&table.map(|table| format!("[{table}]\n\n")).unwrap_or_default());
        }
        let value = key.default_value();
        // To write into a text can't fail.
        let _ = writeln!(text, "# {}\n# Value: {}.", key.about(), key.kind());
        let _ = writeln!(text, "#{} = {value}\n", key.name_in_table());
    }
    text
}
