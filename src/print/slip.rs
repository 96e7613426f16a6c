//! What a borrower takes home: a list with a head and a foot.

use super::PrintError;
use super::canvas::{SIDE, Style};
use super::face::Face;
use super::flow::{BODY, Flow};

/// A list for a borrower. An empty head or foot takes no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slip<'a> {
    /// Whose slip it is.
    pub library: &'a str,
    /// What it is about.
    pub title: &'a str,
    /// When it was made, in words.
    pub date: &'a str,
    /// The items, each in its own lines.
    pub items: &'a [&'a str],
    /// What stands below the items.
    pub foot: &'a str,
}

const LIBRARY: Style = Style { face: Face::Strong, size: 10.5, leading: 15.0, grey: 0.2 };
const TITLE: Style = Style { face: Face::Strong, size: 22.0, leading: 28.0, grey: 0.0 };
const DATE: Style = Style { face: Face::Text, size: 10.5, leading: 15.0, grey: 0.2 };
const ITEM: Style = Style { face: Face::Text, size: 11.0, leading: 15.0, grey: 0.0 };
const FOOT: Style = Style { face: Face::Text, size: 9.5, leading: 13.5, grey: 0.2 };

const ABOVE_TITLE: f32 = 10.0;
const ABOVE_DATE: f32 = 3.0;
const ABOVE_RULE: f32 = 14.0;
const ABOVE_FOOT: f32 = 18.0;

/// Above and below an item, to the thin lines between them.
const AROUND: f32 = 4.0;
const THIN: f32 = 0.5;
const THICK: f32 = 1.0;
const PALE: f32 = 0.75;
/// Between columns.
const BETWEEN: f32 = 24.0;

/// A slip on one page, or on as many as it takes.
///
/// Items that don't fit on the first page stand in several columns if they are short.
///
/// # Errors
///
/// [`PrintError::Font`] if the program's own fonts are broken.
pub fn slip(slip: &Slip<'_>) -> Result<Vec<u8>, PrintError> {
    let mut flow = Flow::new(slip.title, slip.date)?;
    flow.paragraph(slip.library, LIBRARY, 0.0);
    flow.paragraph(slip.title, TITLE, ABOVE_TITLE);
    flow.paragraph(slip.date, DATE, ABOVE_DATE);
    if !flow.has_room(ABOVE_RULE + THICK + 2.0 * AROUND + ITEM.leading + THIN) {
        flow.next_page();
    }
    flow.y += ABOVE_RULE;
    flow.canvas.rule(SIDE, flow.y, BODY, THICK, 0.0);
    flow.y += THICK;

    let items: Vec<Vec<String>> =
        slip.items.iter().map(|item| flow.wrap(item, ITEM, BODY)).collect();
    let count = columns(&flow, &items);
    Columns::new(&mut flow, count).fill(&items);

    let foot = height(flow.wrap(slip.foot, FOOT, BODY).len(), FOOT.leading);
    if !flow.has_room(ABOVE_FOOT + foot) && foot <= Flow::most_room() {
        flow.next_page();
        flow.paragraph(slip.foot, FOOT, 0.0);
    } else {
        flow.paragraph(slip.foot, FOOT, ABOVE_FOOT);
    }
    Ok(flow.finish(slip.title))
}

fn height(lines: usize, leading: f32) -> f32 {
    f32::from(u16::try_from(lines).unwrap_or(u16::MAX)) * leading
}

/// How high an item is, with the thin line below it.
fn item_height(lines: &[String]) -> f32 {
    2.0 * AROUND + height(lines.len(), ITEM.leading) + THIN
}

fn column_width(count: u8) -> f32 {
    (BODY - BETWEEN * f32::from(count - 1)) / f32::from(count)
}

/// In how many columns the items stand.
fn columns(flow: &Flow, items: &[Vec<String>]) -> u8 {
    if items.iter().map(|lines| item_height(lines)).sum::<f32>() <= flow.room() {
        return 1;
    }
    let font = flow.canvas.font(ITEM);
    let widest = items.iter().flatten().map(|line| font.width(line, ITEM.size));
    let widest = widest.fold(0.0, f32::max);
    [3, 2].into_iter().find(|&count| widest <= column_width(count)).unwrap_or(1)
}

/// Columns that are being filled, from the left to the right.
struct Columns<'a> {
    flow: &'a mut Flow,
    count: u8,
    at: u8,
    /// Where the columns of this page start.
    top: f32,
    /// How far down they may go; the last page's columns are of one length.
    bottom: f32,
    /// How far down the longest of them goes.
    lowest: f32,
}

impl<'a> Columns<'a> {
    fn new(flow: &'a mut Flow, count: u8) -> Self {
        let top = flow.y;
        Self { flow, count, at: 0, top, bottom: top, lowest: top }
    }

    /// Puts all items in, and the flow below them.
    fn fill(mut self, items: &[Vec<String>]) {
        self.start(items);
        let mut left = items;
        while let Some((lines, others)) = left.split_first() {
            // What is longer than a page breaks where it must.
            if !self.has_room(item_height(lines)) && self.flow.y > self.top {
                self.next(left);
            }
            self.item(lines, left);
            left = others;
        }
        self.flow.y = self.lowest;
    }

    /// Draws an item, the first of those that are left.
    fn item(&mut self, lines: &[String], left: &[Vec<String>]) {
        self.flow.y += AROUND;
        for line in lines {
            if !self.has_room(ITEM.leading + AROUND + THIN) {
                self.next(left);
                self.flow.y += AROUND;
            }
            self.flow.canvas.text(self.left(), self.flow.y, ITEM, line);
            self.flow.y += ITEM.leading;
        }
        self.flow.y += AROUND;
        let width = column_width(self.count);
        self.flow.canvas.rule(self.left(), self.flow.y, width, THIN, PALE);
        self.flow.y += THIN;
        self.lowest = self.lowest.max(self.flow.y);
    }

    fn has_room(&self, height: f32) -> bool {
        self.flow.y + height <= self.bottom
    }

    fn left(&self) -> f32 {
        SIDE + f32::from(self.at) * (column_width(self.count) + BETWEEN)
    }

    /// Goes on with the next column, or with the next page.
    fn next(&mut self, left: &[Vec<String>]) {
        self.at += 1;
        if self.at == self.count {
            self.at = 0;
            self.flow.next_page();
            self.start(left);
        }
        self.flow.y = self.top;
    }

    /// Starts the columns of a page with what is left.
    fn start(&mut self, left: &[Vec<String>]) {
        self.top = self.flow.y;
        self.lowest = self.top;
        self.bottom = self.top + self.flow.room();
        if self.count > 1 {
            let heights = || left.iter().map(|lines| item_height(lines));
            let share = heights().sum::<f32>() / f32::from(self.count);
            // No column stops more than one item short of its share.
            let tallest = heights().fold(0.0, f32::max);
            self.bottom = self.bottom.min(self.top + share + tallest - THIN);
        }
    }
}
