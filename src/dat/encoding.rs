//! How the text of a file is encoded, told from its first bytes.

/// The byte order mark of UTF-8, which some editors put in front of a text.
pub const MARK: &[u8] = b"\xef\xbb\xbf";

/// How many pairs of bytes are looked at: a line is enough.
const LOOKED_AT: usize = 256;
/// With fewer pairs nothing is told: a single digit with a NUL behind it is a line cut short.
const LEAST: usize = 2;

/// How text is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// A byte for each character that the format knows: ASCII, UTF-8, Latin-1.
    Utf8,
    /// Two bytes for each, the low one first: what editors on Windows call Unicode.
    Utf16Le,
    /// Two bytes for each, the high one first.
    Utf16Be,
}

impl Encoding {
    /// The encoding of a file that starts like this; the first 512 bytes are enough.
    ///
    /// UTF-16 is known by its byte order mark. Without one it is known by the NUL that stands in the
    /// same half of nearly every pair of bytes, beside a printable character. The NUL bytes that a
    /// crash leaves at the end of a file are pairs of nothing but NUL, behind pairs of characters:
    /// they say nothing about the text before them.
    #[must_use]
    pub fn of(start: &[u8]) -> Self {
        match start {
            [0xff, 0xfe, ..] => return Self::Utf16Le,
            [0xfe, 0xff, ..] => return Self::Utf16Be,
            _ => {}
        }
        let (pairs, _) = start.as_chunks::<2>();
        let is_text = |byte: u8| matches!(byte, b'\t' | b'\r' | b'\n' | b' '..=b'~');
        let (mut all, mut low_first, mut high_first) = (0, 0, 0);
        for pair in pairs.iter().take(LOOKED_AT).take_while(|pair| **pair != [0, 0]) {
            all += 1;
            match *pair {
                [byte, 0] if is_text(byte) => low_first += 1,
                [0, byte] if is_text(byte) => high_first += 1,
                _ => {}
            }
        }
        let nearly_all = |found: usize| all >= LEAST && found * 4 >= all * 3;
        if nearly_all(low_first) {
            Self::Utf16Le
        } else if nearly_all(high_first) {
            Self::Utf16Be
        } else {
            Self::Utf8
        }
    }

    /// Whether characters take two bytes.
    #[must_use]
    pub fn is_utf16(self) -> bool {
        self != Self::Utf8
    }

    /// The number that a pair of bytes is in UTF-16.
    #[must_use]
    pub(crate) fn unit(self, pair: [u8; 2]) -> u16 {
        match self {
            Self::Utf16Be => u16::from_be_bytes(pair),
            Self::Utf16Le | Self::Utf8 => u16::from_le_bytes(pair),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "202611231405R30001234567890\r\n";

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn utf16_is_known_with_and_without_its_mark_in_either_order() {
        for text in [LINE, "\r\n\r\n", "20", "  2026", "Ausleihe für „Müller“ am 23.11.2026\r\n"]
        {
            let marked = format!("\u{feff}{text}");
            for text in [text, &marked] {
                let (low, high) = (utf16(text, u16::to_le_bytes), utf16(text, u16::to_be_bytes));
                assert_eq!(Encoding::of(&low), Encoding::Utf16Le, "{text:?}");
                assert_eq!(Encoding::of(&high), Encoding::Utf16Be, "{text:?}");
                // What NTFS leaves after a power cut, behind text in UTF-16.
                let torn = [low, vec![0; 5000]].concat();
                assert_eq!(Encoding::of(&torn), Encoding::Utf16Le, "{text:?}");
            }
        }
        assert_eq!(Encoding::of(b"\xff\xfe"), Encoding::Utf16Le);
        assert_eq!(Encoding::of(b"\xfe\xff"), Encoding::Utf16Be);
    }

    /// Wherever the text ends and however many NULs follow, it is no UTF-16.
    #[test]
    fn nul_bytes_behind_a_text_do_not_make_it_utf16() {
        let ten = LINE.repeat(10);
        for length in 0..ten.len() {
            for nuls in [0, 1, 2, 3, 510, 511, 512, 4096, 70_000] {
                let file = [&ten.as_bytes()[..length], &vec![0; nuls]].concat();
                assert_eq!(Encoding::of(&file), Encoding::Utf8, "{length} bytes, {nuls} NULs");
            }
        }
        // NULs within, where a file system lost a block, at either half of a pair.
        for lead in ["", "x"] {
            let file = [lead.as_bytes(), LINE.as_bytes(), &[0; 4096], LINE.as_bytes()].concat();
            assert_eq!(Encoding::of(&file), Encoding::Utf8);
        }
    }

    #[test]
    fn other_text_is_taken_byte_by_byte() {
        for start in ["", "\u{feff}2026", "ÄÖÜ", LINE] {
            assert_eq!(Encoding::of(start.as_bytes()), Encoding::Utf8, "{start:?}");
        }
    }
}
