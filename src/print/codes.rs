//! A page of barcodes to scan at the desk.

use super::PrintError;
use super::canvas::{SIDE, Style};
use super::code128::{Bars, bars};
use super::face::Face;
use super::flow::{BODY, Flow};
use super::pdf::WIDTH;

/// A barcode on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code<'a> {
    /// What it holds: 1 to 24 characters of printable ASCII.
    pub text: &'a str,
    /// What it does, in a word or two.
    pub name: &'a str,
    /// What it does, in a sentence.
    pub what: &'a str,
}

const TITLE: Style = Style { face: Face::Strong, size: 22.0, leading: 28.0, grey: 0.0 };
const HOW: Style = Style { face: Face::Text, size: 10.5, leading: 15.0, grey: 0.2 };
const TEXT: Style = Style { face: Face::Mono, size: 8.0, leading: 10.5, grey: 0.3 };
const NAME: Style = Style { face: Face::Strong, size: 15.0, leading: 19.0, grey: 0.0 };
const WHAT: Style = Style { face: Face::Text, size: 9.5, leading: 13.0, grey: 0.2 };

const ABOVE_HOW: f32 = 6.0;
const ABOVE_CODES: f32 = 30.0;
const ABOVE_TEXT: f32 = 4.0;
const ABOVE_NAME: f32 = 5.0;
const ABOVE_WHAT: f32 = 0.5;

/// How wide a module is: 4 dots of a printer with 300 dots an inch, or 3 where it must be.
pub(super) const MODULE: f32 = 0.96;
pub(super) const NARROW: f32 = 0.72;
/// How many characters have room with the narrow ones.
pub(super) const MOST: u16 = 24;
/// The line above a code.
const THIN: f32 = 0.5;
const PALE: f32 = 0.75;
/// How high the bars are.
const HEIGHT: f32 = 48.0;

/// How wide a barcode can be.
const WIDE: f32 = 217.0;
/// Where the columns start, each a whole number of modules from the left edge.
const LEFT: [f32; 2] = [SIDE, SIDE + 267.0 * MODULE];
/// How wide what stands below the bars can be.
const COLUMN: f32 = WIDTH - SIDE - LEFT[1];

/// From a code to the one below it, at least.
const GAP: f32 = 22.0;
/// From the top of a code to the top of the one below it, at most.
const PITCH: f32 = 180.0;
/// More rows than a page can have.
const MOST_ROWS: u16 = 20;

// The quiet zones: a code ends well before the next column starts.
const _: () = assert!(LEFT[0] + WIDE + 20.0 * MODULE < LEFT[1]);
const _: () = assert!(WIDE < COLUMN && COLUMN < BODY / 2.0);

/// A code with its bars and lines.
struct Cell<'a> {
    text: &'a str,
    bars: Bars,
    module: f32,
    name: Vec<String>,
    what: Vec<String>,
}

/// Pages with `codes` as Code 128 in two columns, the first with `title` and `how` above them.
///
/// A scanner may see more than the code that it is held at. So a code has as much white around it
/// as the standard asks for and more, and the right column starts lower by half a row: beside bars
/// are never bars.
///
/// # Errors
///
/// [`PrintError`] when a code can't be drawn, and which.
pub fn codes_page(title: &str, how: &str, codes: &[Code<'_>]) -> Result<Vec<u8>, PrintError> {
    let mut flow = Flow::new(title, "")?;
    let cells = codes.iter().map(|code| Cell::new(code, &flow)).collect::<Result<Vec<_>, _>>()?;
    flow.paragraph(title, TITLE, 0.0);
    flow.paragraph(how, HOW, ABOVE_HOW);
    flow.y += ABOVE_CODES;

    let mut left = cells.as_slice();
    while !left.is_empty() {
        let least = least_pitch(left);
        let rows = rows(flow.room(), least);
        if rows == 0 {
            flow.next_page();
            continue;
        }
        let (here, others) = left.split_at_checked(2 * usize::from(rows)).unwrap_or((left, &[]));
        let rows = u16::try_from(here.len().div_ceil(2)).unwrap_or(rows);
        let pitch = ((flow.room() + GAP) / (f32::from(rows) + 0.5)).clamp(least, PITCH.max(least));
        draw(&mut flow, here, pitch);
        left = others;
        if !left.is_empty() {
            flow.next_page();
        }
    }
    Ok(flow.finish(title))
}

/// From row to row, at least.
fn least_pitch(cells: &[Cell<'_>]) -> f32 {
    let tallest = cells.iter().map(Cell::height).fold(0.0, f32::max);
    (tallest + GAP).max(2.0 * HEIGHT + GAP)
}

/// How many rows have room, when the right column starts lower by half a row.
fn rows(room: f32, pitch: f32) -> u16 {
    let fits = |rows: &u16| (f32::from(*rows) + 0.5) * pitch - GAP <= room;
    (1..=MOST_ROWS).take_while(fits).last().unwrap_or(0)
}

/// Draws codes from where the page is full, row by row.
fn draw(flow: &mut Flow, cells: &[Cell<'_>], pitch: f32) {
    let mut top = flow.y;
    for row in cells.chunks(2) {
        for ((cell, left), lower) in row.iter().zip(LEFT).zip([0.0, pitch / 2.0]) {
            cell.draw(flow, left, top + lower);
        }
        top += pitch;
    }
}

impl<'a> Cell<'a> {
    fn new(code: &Code<'a>, flow: &Flow) -> Result<Self, PrintError> {
        let bars = bars(code.text, code.name, MOST)?;
        let module = if f32::from(bars.modules) * MODULE <= WIDE { MODULE } else { NARROW };
        let name = flow.wrap(code.name, NAME, COLUMN);
        let what = flow.wrap(code.what, WHAT, COLUMN);
        let cell = Self { text: code.text, bars, module, name, what };
        if rows(Flow::most_room(), cell.height() + GAP) == 0 {
            return Err(PrintError::NoRoom { text: code.text.to_owned() });
        }
        Ok(cell)
    }

    fn height(&self) -> f32 {
        let lines = |lines: &[String], style: Style| {
            style.leading * f32::from(u16::try_from(lines.len()).unwrap_or(u16::MAX))
        };
        HEIGHT
            + (ABOVE_TEXT + TEXT.leading)
            + (ABOVE_NAME + lines(&self.name, NAME))
            + (ABOVE_WHAT + lines(&self.what, WHAT))
    }

    fn draw(&self, flow: &mut Flow, left: f32, top: f32) {
        let canvas = &mut flow.canvas;
        canvas.rule(left, top - GAP / 2.0, COLUMN, THIN, PALE);
        canvas.bars(left, top, HEIGHT, self.module, &self.bars);
        let mut y = top + HEIGHT + ABOVE_TEXT;
        canvas.text(left, y, TEXT, self.text);
        y += TEXT.leading + ABOVE_NAME;
        for line in &self.name {
            canvas.text(left, y, NAME, line);
            y += NAME.leading;
        }
        y += ABOVE_WHAT;
        for line in &self.what {
            canvas.text(left, y, WHAT, line);
            y += WHAT.leading;
        }
    }
}
