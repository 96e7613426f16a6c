//! Reads back what the files hold: enough of PDF for the tests.

use std::collections::BTreeMap;

use miniz_oxide::inflate::decompress_to_vec_zlib;

/// A line of text: where its base starts, how big it is, what it says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) face: char,
    pub(super) text: String,
}

/// A rectangle: left, bottom, width, height.
pub(super) type Rect = [f32; 4];

#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) lines: Vec<Line>,
    pub(super) rects: Vec<Rect>,
}

impl Page {
    pub(super) fn texts(&self) -> Vec<&str> {
        self.lines.iter().map(|line| line.text.as_str()).collect()
    }

    pub(super) fn has(&self, text: &str) -> bool {
        self.lines.iter().any(|line| line.text == text)
    }
}

/// The pages of a file.
pub(super) fn pages(pdf: &[u8]) -> Vec<Page> {
    assert!(pdf.starts_with(b"%PDF-1.7\n") && pdf.ends_with(b"%%EOF"));
    let streams = streams(pdf);
    let all = find(pdf, b"/Type /Pages").expect("a tree of pages");
    let tree = &pdf[all..all + find(&pdf[all..], b"endobj").unwrap()];
    // The maps stand in the order of the fonts.
    let faces = ['T', 'S', 'M'].into_iter().filter(|face| {
        let name = format!("/{face} ");
        find(tree, name.as_bytes()).is_some()
    });
    let maps = streams.iter().filter(|bytes| bytes.starts_with(b"%!PS")).map(|map| meanings(map));
    let maps: BTreeMap<char, BTreeMap<u16, char>> = faces.zip(maps).collect();
    let drawn = streams.iter().filter(|bytes| {
        !bytes.starts_with(b"%!PS") && !bytes.starts_with(b"OTTO") && !bytes.starts_with(&[0, 1])
    });
    let pages: Vec<Page> = drawn.map(|bytes| page(bytes, &maps)).collect();
    let count = format!("/Count {}\n", pages.len());
    assert!(find(tree, count.as_bytes()).is_some(), "{count}");
    pages
}

pub(super) fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

fn streams(mut pdf: &[u8]) -> Vec<Vec<u8>> {
    let mut streams = Vec::new();
    while let Some(at) = find(pdf, b"\nstream\n") {
        let length = pdf[..at].windows(8).rposition(|window| window == b"/Length ").unwrap();
        let digits = pdf[length + 8..].iter().take_while(|byte| byte.is_ascii_digit());
        let length: usize = digits.fold(0, |n, byte| 10 * n + usize::from(byte - b'0'));
        let start = at + 8;
        streams.push(decompress_to_vec_zlib(&pdf[start..start + length]).expect("zlib"));
        pdf = &pdf[start + length..];
    }
    streams
}

/// What the glyphs of a font mean.
fn meanings(map: &[u8]) -> BTreeMap<u16, char> {
    let map = std::str::from_utf8(map).unwrap();
    let pairs = map.lines().filter(|line| line.starts_with('<') && line.matches('<').count() == 2);
    pairs
        .filter_map(|line| line.trim_matches(['<', '>']).split_once("> <"))
        .filter(|pair| *pair != ("0000", "FFFF"))
        .map(|(glyph, meaning)| {
            let meaning = u32::from_str_radix(meaning, 16).unwrap();
            (u16::from_str_radix(glyph, 16).unwrap(), char::from_u32(meaning).unwrap())
        })
        .collect()
}

fn page(bytes: &[u8], maps: &BTreeMap<char, BTreeMap<u16, char>>) -> Page {
    let mut page = Page::default();
    let mut face = ' ';
    let (mut size, mut x, mut y) = (0.0, 0.0, 0.0);
    for line in std::str::from_utf8(bytes).unwrap().lines() {
        let words: Vec<&str> = line.split(' ').collect();
        let number = |at: usize| words[at].parse::<f32>().unwrap();
        match words.last() {
            Some(&"re") => page.rects.push([number(0), number(1), number(2), number(3)]),
            Some(&"Tf") => (face, size) = (words[0].chars().nth(1).unwrap(), number(1)),
            Some(&"Td") => (x, y) = (number(0), number(1)),
            Some(&"Tj") => {
                let glyphs = string(line.strip_suffix(" Tj").unwrap());
                let pairs = glyphs.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
                let text = pairs.map(|glyph| maps[&face][&glyph]).collect();
                page.lines.push(Line { x, y, size, face, text });
            }
            _ => {}
        }
    }
    page
}

/// The bytes of a string, in either of the two ways to write it.
fn string(written: &str) -> Vec<u8> {
    if let Some(hex) = written.strip_prefix('<') {
        let hex = hex.trim_end_matches('>').as_bytes();
        let digits = hex.chunks(2).map(|pair| std::str::from_utf8(pair).unwrap());
        return digits.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect();
    }
    let mut inside = written[1..written.len() - 1].bytes().peekable();
    let mut bytes = Vec::new();
    while let Some(byte) = inside.next() {
        bytes.push(match byte {
            b'\\' => match inside.next().unwrap() {
                b'n' => b'\n',
                b'r' => b'\r',
                b't' => b'\t',
                b'b' => 8,
                b'f' => 12,
                first @ b'0'..=b'7' => {
                    let mut value = first - b'0';
                    for _ in 0..2 {
                        value = value * 8 + (inside.next().unwrap() - b'0');
                    }
                    value
                }
                other => other,
            },
            other => other,
        });
    }
    bytes
}
