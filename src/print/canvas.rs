//! Pages that are being drawn. Lengths are in points, and count from the left and from the top.

use pdf_writer::{Content, Str};

use super::PrintError;
use super::code128::Bars;
use super::face::{Face, Font, Fonts};
use super::pdf::{self, HEIGHT, WIDTH};

/// What stays free at the left and at the right; a whole number of barcode modules.
pub(super) const SIDE: f32 = 53.76;
/// What stays free at the top and at the bottom: US Letter lacks 50 points of A4, and printers
/// leave 18 at the edge.
pub(super) const MARGIN: f32 = 70.0;

/// What a line of text looks like.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) face: Face,
    pub(super) size: f32,
    /// From line to line.
    pub(super) leading: f32,
    /// From 0, black, to 1, white.
    pub(super) grey: f32,
}

/// Page numbers.
pub(super) const NUMBER: Style = Style { face: Face::Text, size: 9.0, leading: 12.0, grey: 0.3 };

/// Some pages.
pub(super) struct Canvas {
    fonts: Fonts,
    done: Vec<Content>,
    page: Content,
}

impl Canvas {
    pub(super) fn new() -> Result<Self, PrintError> {
        Ok(Self { fonts: Fonts::load()?, done: Vec::new(), page: Content::new() })
    }

    /// The font of a style.
    pub(super) fn font(&self, style: Style) -> &Font {
        self.fonts.get(style.face)
    }

    /// Goes on with a new page.
    pub(super) fn next_page(&mut self) {
        self.done.push(std::mem::replace(&mut self.page, Content::new()));
    }

    /// A line of text in a row that starts at `top` and is as high as the style's leading.
    pub(super) fn text(&mut self, left: f32, top: f32, style: Style, text: &str) {
        if text.is_empty() {
            return;
        }
        let font = self.fonts.get_mut(style.face);
        let ascent = font.metrics.ascent * style.size / 1000.0;
        let height = ascent - font.metrics.descent * style.size / 1000.0;
        let base = top + (style.leading - height) / 2.0 + ascent;
        let glyphs = font.encode(text);
        self.page.set_fill_gray(style.grey).begin_text();
        self.page.set_font(style.face.resource(), style.size);
        self.page.next_line(left, HEIGHT - base).show(Str(&glyphs)).end_text();
    }

    /// The same, with its end at `right`.
    pub(super) fn text_to(&mut self, right: f32, top: f32, style: Style, text: &str) {
        let width = self.font(style).width(text, style.size);
        self.text(right - width, top, style, text);
    }

    /// A line from left to right, as thick as `thickness`, below `top`.
    pub(super) fn rule(&mut self, left: f32, top: f32, width: f32, thickness: f32, grey: f32) {
        self.page.set_fill_gray(grey);
        self.page.rect(left, HEIGHT - top - thickness, width, thickness).fill_nonzero();
    }

    /// A barcode with modules as wide as `module`, without its quiet zones.
    pub(super) fn bars(&mut self, left: f32, top: f32, height: f32, module: f32, bars: &Bars) {
        self.page.set_fill_gray(0.0);
        for &(start, width) in &bars.bars {
            let (start, width) = (f32::from(start) * module, f32::from(width) * module);
            self.page.rect(left + start, HEIGHT - top - height, width, height);
        }
        self.page.fill_nonzero();
    }

    /// The pages as a file. They have numbers when there are more than one.
    pub(super) fn finish(mut self, title: &str) -> Vec<u8> {
        self.next_page();
        let of = self.done.len();
        if of > 1 {
            let pages = std::mem::take(&mut self.done);
            for (number, page) in (1..).zip(pages) {
                self.page = page;
                let top = HEIGHT - MARGIN - NUMBER.leading;
                self.text_to(WIDTH - SIDE, top, NUMBER, &format!("{number} / {of}"));
                self.next_page();
            }
        }
        pdf::write(title, &self.fonts, self.done)
    }
}
