//! The fonts of the program: which glyph a character has, and how wide it is.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::Name;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::{GlyphMetrics, Metrics};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::PrintError;

/// What a character is shown as that has no glyph.
const UNKNOWN: char = '?';

/// How hard streams are compressed, from 0 to 10.
const COMPRESSION: u8 = 6;

/// Bytes as a file holds them.
pub(super) fn compress(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec_zlib(bytes, COMPRESSION)
}

/// The kinds of text on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    Text,
    Strong,
    Mono,
}

impl Face {
    pub(super) const ALL: [Self; 3] = [Self::Text, Self::Strong, Self::Mono];

    /// The font's file.
    pub(super) fn bytes(self) -> &'static [u8] {
        match self {
            Self::Text => include_bytes!("../../assets/fonts/Inter-Regular.otf"),
            Self::Strong => include_bytes!("../../assets/fonts/Inter-SemiBold.otf"),
            Self::Mono => include_bytes!("../../assets/fonts/JetBrainsMono-Regular.ttf"),
        }
    }

    /// The same, compressed; once is enough.
    pub(super) fn compressed(self) -> &'static [u8] {
        static TEXT: LazyLock<Vec<u8>> = LazyLock::new(|| compress(Face::Text.bytes()));
        static STRONG: LazyLock<Vec<u8>> = LazyLock::new(|| compress(Face::Strong.bytes()));
        static MONO: LazyLock<Vec<u8>> = LazyLock::new(|| compress(Face::Mono.bytes()));
        match self {
            Self::Text => &TEXT,
            Self::Strong => &STRONG,
            Self::Mono => &MONO,
        }
    }

    /// The font's PostScript name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Text => "Inter-Regular",
            Self::Strong => "Inter-SemiBold",
            Self::Mono => "JetBrainsMono-Regular",
        }
    }

    /// What the pages call it.
    pub(super) fn resource(self) -> Name<'static> {
        match self {
            Self::Text => Name(b"T"),
            Self::Strong => Name(b"S"),
            Self::Mono => Name(b"M"),
        }
    }

    /// Whether its outlines are those of PostScript, not of TrueType.
    pub(super) fn is_cff(self) -> bool {
        self != Self::Mono
    }
}

/// A font that is being used.
pub(super) struct Font {
    pub(super) face: Face,
    chars: Charmap<'static>,
    glyphs: GlyphMetrics<'static>,
    /// In thousandths of the font's size, as all of PDF.
    pub(super) metrics: Metrics,
    /// The glyphs that stand on a page, and what they mean.
    pub(super) used: BTreeMap<u16, char>,
}

impl Font {
    fn load(face: Face) -> Result<Self, PrintError> {
        let font = FontRef::new(face.bytes()).map_err(|_| PrintError::Font)?;
        let (size, location) = (Size::new(1000.0), LocationRef::default());
        Ok(Self {
            face,
            chars: font.charmap(),
            glyphs: font.glyph_metrics(size, location),
            metrics: font.metrics(size, location),
            used: BTreeMap::new(),
        })
    }

    /// The glyph of a character, and which character it shows.
    fn glyph(&self, c: char) -> (u16, char) {
        let of = |c: char| self.chars.map(c).and_then(|id| u16::try_from(id.to_u32()).ok());
        let instead = if c.is_whitespace() { ' ' } else { UNKNOWN };
        match of(c) {
            Some(glyph) => (glyph, c),
            // Glyph 0 is the font's box.
            None => (of(instead).unwrap_or(0), instead),
        }
    }

    /// How far a glyph moves on, in thousandths of the size.
    pub(super) fn advance(&self, glyph: u16) -> f32 {
        self.glyphs.advance_width(GlyphId::from(glyph)).unwrap_or_default()
    }

    /// How wide a character is.
    pub(super) fn char_width(&self, c: char, size: f32) -> f32 {
        self.advance(self.glyph(c).0) * size / 1000.0
    }

    /// How wide a text is.
    pub(super) fn width(&self, text: &str, size: f32) -> f32 {
        text.chars().map(|c| self.char_width(c, size)).sum()
    }

    /// A text as a page shows it: two bytes a glyph.
    pub(super) fn encode(&mut self, text: &str) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(2 * text.len());
        for c in text.chars() {
            let (glyph, shown) = self.glyph(c);
            self.used.insert(glyph, shown);
            bytes.extend(glyph.to_be_bytes());
        }
        bytes
    }
}

/// All fonts of the program.
pub(super) struct Fonts {
    text: Font,
    strong: Font,
    mono: Font,
}

impl Fonts {
    pub(super) fn load() -> Result<Self, PrintError> {
        Ok(Self {
            text: Font::load(Face::Text)?,
            strong: Font::load(Face::Strong)?,
            mono: Font::load(Face::Mono)?,
        })
    }

    pub(super) fn get(&self, face: Face) -> &Font {
        match face {
            Face::Text => &self.text,
            Face::Strong => &self.strong,
            Face::Mono => &self.mono,
        }
    }

    pub(super) fn get_mut(&mut self, face: Face) -> &mut Font {
        match face {
            Face::Text => &mut self.text,
            Face::Strong => &mut self.strong,
            Face::Mono => &mut self.mono,
        }
    }
}
