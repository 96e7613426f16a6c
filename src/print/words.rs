//! Text in lines that fit.

use super::face::Font;

/// Stands for what was cut off.
const MORE: char = '…';

/// A text in lines of at most `width`; an empty text is one empty line.
///
/// Lines end at spaces, after hyphens between letters, where the text has line ends, and anywhere
/// in a word that is too long for a line.
pub(super) fn wrap(text: &str, font: &Font, size: f32, width: f32) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.replace("\r\n", "\n").split(is_line_end) {
        wrap_paragraph(paragraph, font, size, width, &mut lines);
    }
    lines
}

fn wrap_paragraph(text: &str, font: &Font, size: f32, width: f32, lines: &mut Vec<String>) {
    let mut line = String::new();
    let mut filled = 0.0;
    // Where the line could end.
    let mut end = None;
    let mut before = ' ';
    for c in text.chars().filter_map(plain) {
        let wide = font.char_width(c, size);
        // Spaces may stand beyond the end.
        while c != ' ' && filled + wide > width && !line.is_empty() {
            let rest = end.take().map(|at| line.split_off(at)).unwrap_or_default();
            let full = line.trim_end_matches(' ');
            if !full.is_empty() {
                lines.push(full.to_owned());
            }
            filled = font.width(&rest, size);
            line = rest;
        }
        line.push(c);
        filled += wide;
        if c == ' ' || (matches!(c, '-' | '\u{2010}') && before.is_alphabetic()) {
            end = Some(line.len());
        }
        before = c;
    }
    lines.push(line.trim_end_matches(' ').to_owned());
}

/// A text in one line of at most `width`; what is cut off is seen to be.
pub(super) fn shorten(text: &str, font: &Font, size: f32, width: f32) -> String {
    let text: String =
        text.chars().map(|c| if is_line_end(c) { ' ' } else { c }).filter_map(plain).collect();
    if font.width(&text, size) <= width {
        return text;
    }
    let mut filled = font.char_width(MORE, size);
    let fits = |c: &char| {
        filled += font.char_width(*c, size);
        filled <= width
    };
    let mut short: String = text.chars().take_while(fits).collect();
    short.truncate(short.trim_end().len());
    short.push(MORE);
    short
}

/// A character as it is printed; `None` for those that are never seen.
fn plain(c: char) -> Option<char> {
    match c {
        // Soft hyphens, joiners, marks of direction, selectors of variants, the byte-order mark.
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => None,
        // A line may end at these, and at no other space.
        '\t'
        | '\u{1680}'
        | '\u{2000}'..='\u{2006}'
        | '\u{2008}'..='\u{200a}'
        | '\u{205f}'
        | '\u{3000}' => Some(' '),
        // A font could have glyphs for some.
        c if c.is_control() => Some('\u{fffd}'),
        c => Some(c),
    }
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
