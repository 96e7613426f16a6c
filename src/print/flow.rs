//! Text from the top of a page to the bottom, and on to the next one.

use super::PrintError;
use super::canvas::{Canvas, MARGIN, NUMBER, SIDE, Style};
use super::face::Face;
use super::pdf::{HEIGHT, WIDTH};
use super::words::{shorten, wrap};

/// How wide a page is without its margins.
pub(super) const BODY: f32 = WIDTH - 2.0 * SIDE;
/// Where a page ends; below is its number.
const BOTTOM: f32 = HEIGHT - MARGIN - NUMBER.leading - 8.0;

/// What stands on top of every page but the first.
const RUNNING: Style = Style { face: Face::Text, size: 9.0, leading: 12.0, grey: 0.3 };
/// From there to what follows.
const BELOW_RUNNING: f32 = 22.0;

/// Pages that are being filled.
pub(super) struct Flow {
    pub(super) canvas: Canvas,
    /// How far down the page is full.
    pub(super) y: f32,
    left: String,
    right: String,
}

impl Flow {
    /// Starts with an empty page. `left` and `right` stand on top of all others.
    pub(super) fn new(left: &str, right: &str) -> Result<Self, PrintError> {
        let canvas = Canvas::new()?;
        let font = canvas.font(RUNNING);
        let left = shorten(left, font, RUNNING.size, BODY * 0.6);
        let right = shorten(right, font, RUNNING.size, BODY * 0.36);
        Ok(Self { canvas, y: MARGIN, left, right })
    }

    /// A text in lines of at most `width`.
    pub(super) fn wrap(&self, text: &str, style: Style, width: f32) -> Vec<String> {
        wrap(text, self.canvas.font(style), style.size, width)
    }

    /// Whether there is room for something of this height.
    pub(super) fn has_room(&self, height: f32) -> bool {
        height <= self.room()
    }

    /// How much room there is.
    pub(super) fn room(&self) -> f32 {
        BOTTOM - self.y
    }

    /// How much room there is on a page that isn't the first.
    pub(super) fn most_room() -> f32 {
        BOTTOM - MARGIN - RUNNING.leading - BELOW_RUNNING
    }

    /// Goes on with a new page.
    pub(super) fn next_page(&mut self) {
        self.canvas.next_page();
        self.canvas.text(SIDE, MARGIN, RUNNING, &self.left);
        self.canvas.text_to(WIDTH - SIDE, MARGIN, RUNNING, &self.right);
        self.y = MARGIN + RUNNING.leading + BELOW_RUNNING;
    }

    /// A text over the whole width, `above` what is above it; nothing at all for an empty one.
    pub(super) fn paragraph(&mut self, text: &str, style: Style, above: f32) {
        if text.trim().is_empty() {
            return;
        }
        let lines = self.wrap(text, style, BODY);
        self.y += above;
        for line in lines {
            if !self.has_room(style.leading) {
                self.next_page();
            }
            self.canvas.text(SIDE, self.y, style, &line);
            self.y += style.leading;
        }
    }

    /// The pages as a file.
    pub(super) fn finish(self, title: &str) -> Vec<u8> {
        self.canvas.finish(title)
    }
}
