//! What the files hold, read back.

mod read;

use std::fmt::Write as _;

use super::canvas::{MARGIN, SIDE};
use super::code128::{Bars, bars};
use super::codes::{MODULE, MOST, NARROW};
use super::face::{Face, Fonts};
use super::pdf::{HEIGHT, WIDTH};
use super::words::{shorten, wrap};
use super::{Code, PrintError, Slip, codes_page, slip};
use read::{Page, Rect, pages};

const NOTHING: Slip<'_> = Slip { library: "", title: "", date: "", items: &[], foot: "" };

fn code(text: &str) -> Code<'_> {
    Code { text, name: "Name", what: "What it does." }
}

/// The only page of a file with one code.
fn one(code: Code<'_>) -> Page {
    let mut pages = pages(&codes_page("", "", &[code]).unwrap());
    assert_eq!(pages.len(), 1);
    pages.remove(0)
}

/// The barcodes of a page: for each, its rectangles from left to right.
fn barcodes(page: &Page) -> Vec<Vec<Rect>> {
    let mut codes: Vec<Vec<Rect>> = Vec::new();
    for rect in page.rects.iter().filter(|rect| rect[3] > 10.0) {
        match codes.last_mut() {
            Some(code) if code[0][1].to_bits() == rect[1].to_bits() => code.push(*rect),
            _ => codes.push(vec![*rect]),
        }
    }
    codes
}

/// Nothing stands where US Letter has no paper, or where a printer doesn't print.
fn assert_inside(pages: &[Page]) {
    let fonts = Fonts::load().unwrap();
    let (bottom, top) = (MARGIN, HEIGHT - MARGIN);
    assert!(bottom > 68.0);
    for page in pages {
        for line in &page.lines {
            let face = Face::ALL[['T', 'S', 'M'].iter().position(|f| *f == line.face).unwrap()];
            let right = line.x + fonts.get(face).width(&line.text, line.size);
            assert!(line.x >= SIDE && right <= WIDTH - SIDE + 0.01, "{line:?} ends at {right}");
            let (low, high) = (line.y - 0.25 * line.size, line.y + line.size);
            assert!(low >= bottom && high <= top, "{line:?}");
        }
        for [left, low, width, height] in &page.rects {
            assert!(*left >= SIDE && left + width <= WIDTH - SIDE + 0.01);
            assert!(*low >= bottom && low + height <= top);
        }
    }
}

#[test]
fn bars_are_those_of_the_standard() {
    // Start B, O, K, the check, which is 31, and stop.
    let symbols = ["11010010000", "10001110110", "10110001110", "11011000110", "1100011101011"];
    let expected = symbols.concat();
    let Bars { bars, modules } = bars("OK", "", MOST).unwrap();
    assert_eq!(usize::from(modules), expected.len());
    let mut drawn = vec!['0'; expected.len()];
    for (start, width) in bars {
        drawn[usize::from(start)..usize::from(start + width)].fill('1');
    }
    assert_eq!(drawn.iter().collect::<String>(), expected);
}

#[test]
fn a_code_is_drawn_module_by_module() {
    for (text, module) in [
        ("OFFCIRC  LEND", MODULE),
        ("A", MODULE),
        ("17 characters 17.", MODULE),
        ("18 characters 18 .", NARROW),
        ("24 characters 24 24 24 .", NARROW),
    ] {
        let page = one(code(text));
        let drawn = &barcodes(&page)[0];
        let start = drawn[0][0];
        let in_modules = |length: f32| (length / module).round();
        let drawn: Vec<_> =
            drawn.iter().map(|r| (in_modules(r[0] - start), in_modules(r[2]))).collect();
        let expected: Vec<_> = bars(text, "", MOST).unwrap().bars;
        let expected: Vec<_> =
            expected.iter().map(|&(at, wide)| (f32::from(at), f32::from(wide))).collect();
        assert_eq!(drawn, expected, "{text}");
        assert!(page.has(text));
    }
}

#[test]
fn every_printable_character_can_be_in_a_code() {
    for c in ' '..='~' {
        assert!(one(code(&format!("{c}"))).has(&format!("{c}")), "{c:?}");
    }
}

#[test]
fn what_code_128_cannot_hold_is_refused_by_name() {
    for (text, found) in [("é", 'é'), ("a\tb", '\t'), ("a\u{181}", '\u{181}'), ("÷\u{7f}", '÷')]
    {
        let error = PrintError::Character { text: text.to_owned(), found };
        assert_eq!(codes_page("", "", &[code("A"), code(text)]), Err(error));
    }
    let empty = PrintError::EmptyCode { name: "Name".to_owned() };
    assert_eq!(codes_page("", "", &[code("")]), Err(empty));
    let text = "7".repeat(25);
    let long = PrintError::TooLong { text: text.clone(), most: 24 };
    assert_eq!(codes_page("", "", &[code(&text)]), Err(long));
    let what = "word ".repeat(1000);
    let vast = Code { text: "A", name: "A", what: &what };
    assert_eq!(codes_page("", "", &[vast]), Err(PrintError::NoRoom { text: "A".to_owned() }));
}

#[test]
fn beside_a_code_is_never_another_and_all_is_there() {
    let texts: Vec<String> = (0..30).map(|n| format!("OFFCIRC  {n:015}")).collect();
    let long = "A name that takes more than one line of a column";
    for count in [1, 2, 6, 8, 9, 10, 30] {
        for name in ["Lend", long] {
            let what = "What it does, in a sentence that is a little longer.";
            let codes: Vec<Code<'_>> =
                texts[..count].iter().map(|text| Code { text, name, what }).collect();
            let pages = pages(&codes_page("Title", "How it works.", &codes).unwrap());
            assert_inside(&pages);
            let a_page = if name == long { 6 } else { 8 };
            assert!(pages.len() <= count.div_ceil(a_page), "{} for {count}", pages.len());
            let written: Vec<&str> = pages.iter().flat_map(Page::texts).collect();
            let held: Vec<&str> =
                written.iter().copied().filter(|text| text.starts_with("OFFCIRC")).collect();
            assert_eq!(held, texts[..count].iter().collect::<Vec<_>>());
            for page in &pages {
                let drawn = barcodes(page);
                for (at, code) in drawn.iter().enumerate() {
                    for other in &drawn[..at] {
                        let apart = (code[0][1] - other[0][1]).abs() - code[0][3];
                        assert!(apart > 10.0, "{apart} points between the heights of two codes");
                    }
                }
            }
        }
    }
}

#[test]
fn quiet_zones_are_white() {
    let page = one(code(&"8".repeat(17)));
    let drawn = &barcodes(&page)[0];
    let end = drawn.last().map(|rect| rect[0] + rect[2]).unwrap();
    let (start, bottom, height) = (drawn[0][0], drawn[0][1], drawn[0][3]);
    assert!(start >= 10.0 * MODULE && WIDTH - end >= 10.0 * MODULE);
    for line in &page.lines {
        let apart = line.y > bottom + height || line.y + line.size < bottom;
        assert!(apart, "{line:?} stands beside the bars");
    }
}

#[test]
fn letters_come_out_as_they_went_in() {
    let texts = [
        "Où ? Noël, œuvre, garçon, « naïveté », ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ, 12 €",
        "Größe, Übung, Äther, Straße, GROẞ, „Fälligkeit“ – heute…",
        "Δανεισμός, ΐ ΰ ώ Ἀ ᾳ ῷ; Ελλάδα",
        "Выдача, ёж, щука, Ї Є Ґ, Љубав",
        "Čtečka, łódź, őrült, ştiință, İstanbul, Þórður",
        "(brackets) \\ and \\( back) slashes",
    ];
    let given = Slip { items: &texts, ..NOTHING };
    assert_eq!(pages(&slip(&given).unwrap())[0].texts(), texts);
}

#[test]
fn what_has_no_glyph_is_seen_and_what_is_unseen_is_not() {
    let items =
        ["日本 \u{5d0}\u{1f600}", "a\u{7}b\u{0}", "\u{2068}30\u{ad}00\u{2069}", "a\tb\u{2007}c"];
    let pages = pages(&slip(&Slip { items: &items, ..NOTHING }).unwrap());
    assert_eq!(pages[0].texts(), ["?? ??", "a?b?", "3000", "a b c"]);
}

#[test]
fn a_slip_has_all_that_it_was_given() {
    let items = ["30001234567890", "", "first\nsecond\r\nthird"];
    let given = Slip {
        library: "Bibliothèque",
        title: "Lent to 2000…",
        date: "3 March 2026",
        items: &items,
        foot: "Keep this slip.",
    };
    let pages = pages(&slip(&given).unwrap());
    assert_inside(&pages);
    let expected = [
        "Bibliothèque",
        "Lent to 2000…",
        "3 March 2026",
        "30001234567890",
        "first",
        "second",
        "third",
        "Keep this slip.",
    ];
    assert_eq!(pages.len(), 1);
    assert_eq!(pages[0].texts(), expected);
}

#[test]
fn a_thousand_items_take_numbered_pages() {
    let short: Vec<String> = (0..1000).map(|n| format!("3000{n:010}")).collect();
    let long: Vec<String> =
        short.iter().map(|s| format!("{s}, {}", "a title, ".repeat(14))).collect();
    for (items, most) in [(short, 13), (long, 70)] {
        let items: Vec<&str> = items.iter().map(String::as_str).collect();
        let given = Slip { title: "Lent", date: "today", items: &items, foot: "Foot", ..NOTHING };
        let pdf = slip(&given).unwrap();
        assert!(pdf.len() < 600_000, "{}", pdf.len());
        let pages = pages(&pdf);
        assert_inside(&pages);
        assert!(pages.len() <= most, "{}", pages.len());
        for (at, page) in pages.iter().enumerate() {
            assert!(page.has(&format!("{} / {}", at + 1, pages.len())));
            assert!(page.has("Lent") && page.has("today"));
        }
        let written: Vec<&str> = pages.iter().flat_map(Page::texts).collect();
        let starts: Vec<&str> =
            written.iter().filter(|t| t.starts_with("3000")).map(|t| &t[..14]).collect();
        assert_eq!(starts, items.iter().map(|item| &item[..14]).collect::<Vec<_>>());
        assert_eq!(written.iter().filter(|text| **text == "Foot").count(), 1);
    }
}

#[test]
fn columns_of_the_last_page_are_of_one_length() {
    let items: Vec<String> = (0..100).map(|n| format!("{n:014}")).collect();
    let items: Vec<&str> = items.iter().map(String::as_str).collect();
    let pages = pages(&slip(&Slip { title: "Lent", items: &items, ..NOTHING }).unwrap());
    let last = pages.last().unwrap();
    let mut columns: Vec<(f32, usize)> = Vec::new();
    for line in last.lines.iter().filter(|line| line.text.len() == 14) {
        match columns.last_mut() {
            Some((x, count)) if x.to_bits() == line.x.to_bits() => *count += 1,
            _ => columns.push((line.x, 1)),
        }
    }
    assert_eq!(columns.len(), 3);
    assert!(columns[0].1 - columns[2].1 <= 2, "{columns:?}");
}

#[test]
fn nothing_is_too_long_for_a_slip_and_nothing_gets_lost() {
    let endless: String = (0..4000).fold(String::new(), |mut text, n| {
        let _ = write!(text, "w{n} ");
        text
    });
    let endless = endless.trim_end();
    let items = [endless, "between", endless];
    let given =
        Slip { library: endless, title: endless, date: endless, items: &items, foot: endless };
    let pages = pages(&slip(&given).unwrap());
    assert_inside(&pages);
    let written: Vec<&str> = pages
        .iter()
        .flat_map(|page| &page.lines)
        .filter(|line| line.size > 9.0)
        .map(|line| line.text.as_str())
        .collect();
    let expected = [endless, endless, endless, endless, "between", endless, endless].join(" ");
    assert_eq!(written.join(" "), expected);
}

#[test]
fn any_height_of_the_head_leaves_room_for_columns() {
    let items: Vec<String> = (0..80).map(|n| format!("{n:014}")).collect();
    let items: Vec<&str> = items.iter().map(String::as_str).collect();
    for lines in 0..60 {
        let library = "line\n".repeat(lines);
        let given = Slip { library: &library, items: &items, foot: "a\nb\nc", ..NOTHING };
        assert_inside(&pages(&slip(&given).unwrap()));
        let codes: Vec<Code<'_>> = items[..9].iter().map(|item| code(item)).collect();
        assert_inside(&pages(&codes_page("Title", &library, &codes).unwrap()));
    }
}

#[test]
fn lines_end_at_spaces_and_hyphens() {
    let fonts = Fonts::load().unwrap();
    let font = fonts.get(Face::Mono);
    // 6 points a character.
    let lines = |text| wrap(text, font, 10.0, 60.0);
    assert_eq!(lines(""), [""]);
    assert_eq!(lines("0123456789"), ["0123456789"]);
    assert_eq!(lines("0123456789a"), ["0123456789", "a"]);
    assert_eq!(lines("one two three four"), ["one two", "three four"]);
    assert_eq!(lines("0123456789  next"), ["0123456789", "next"]);
    assert_eq!(lines("so well-known"), ["so well-", "known"]);
    assert_eq!(lines("on 2026-03-01"), ["on", "2026-03-01"]);
    assert_eq!(lines("a\u{a0}b c\u{a0}d\u{a0}e\u{a0}f"), ["a\u{a0}b", "c\u{a0}d\u{a0}e\u{a0}f"]);
    assert_eq!(lines("              end"), ["end"]);
    assert_eq!(shorten("0123456789", font, 10.0, 60.0), "0123456789");
    assert_eq!(shorten("01234567890", font, 10.0, 60.0), "012345678…");
    assert_eq!(shorten("01234567 90 2", font, 10.0, 60.0), "01234567…");
}

#[test]
fn fonts_are_what_the_file_says() {
    use skrifa::string::StringId;
    use skrifa::{FontRef, MetadataProvider};

    for face in Face::ALL {
        let font = FontRef::new(face.bytes()).unwrap();
        let mut names = font.localized_strings(StringId::POSTSCRIPT_NAME);
        assert_eq!(names.next().map(|name| name.to_string()).as_deref(), Some(face.name()));
        assert_eq!(face.bytes().starts_with(b"OTTO"), face.is_cff());
        // To copy a text, each glyph has to have one meaning.
        let mut glyphs: Vec<_> = font.charmap().mappings().map(|(_, glyph)| glyph).collect();
        let count = glyphs.len();
        glyphs.sort_unstable();
        glyphs.dedup();
        assert_eq!(glyphs.len(), count);
        for c in ['?', ' ', '…', '\u{a0}'] {
            assert!(font.charmap().map(c).is_some());
        }
    }
}

#[test]
fn the_same_makes_the_same_file() {
    let codes = [code("A"), code("B")];
    assert_eq!(codes_page("Title", "How", &codes), codes_page("Title", "How", &codes));
    let empty = codes_page("", "", &[]).unwrap();
    assert_eq!(pages(&empty).len(), 1);
    assert_eq!(pages(&slip(&NOTHING).unwrap()).len(), 1);
}
