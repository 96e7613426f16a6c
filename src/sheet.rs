//! CSV that a spreadsheet opens as it is meant.
//!
//! UTF-8 with a byte-order mark and `\r\n`, which is how Excel knows the encoding. A spreadsheet
//! takes what looks like a number for one: it would drop leading zeros and round what is long; it
//! makes dates of `1-2` and `DEC12`, and formulas of what starts with `=`, `+`, `-` or `@`. So every
//! barcode starts with a tab, and so does text that could be a formula: a number reader passes over
//! leading spaces, not over tabs, which makes the cell text and is not seen.
//!
//! Every cell is in quotes: some spreadsheets separate at tabs and semicolons as well as commas.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::barcode::Barcode;
use crate::dat::MARK;
use crate::transaction::DeskTime;

/// What separates cells where nobody asks for something else. A spreadsheet expects the sign of its
/// language: where the comma stands in decimal numbers, it is the semicolon.
pub const COMMA: u8 = b',';

/// A sheet that is being written, row by row.
pub struct Sheet<W: Write>(csv::Writer<W>);

impl<W: Write> Sheet<W> {
    /// Starts a sheet with its heads; `separator` stands between cells.
    ///
    /// # Errors
    ///
    /// What the output says.
    pub fn start(mut out: W, heads: &[String], separator: u8) -> io::Result<Self> {
        out.write_all(MARK)?;
        let mut sheet = Self::go_on(out, separator);
        sheet.row(heads.iter().map(|head| text(head)))?;
        Ok(sheet)
    }

    /// Goes on with a sheet that has its heads.
    #[must_use]
    pub fn go_on(out: W, separator: u8) -> Self {
        let mut writer = csv::WriterBuilder::new();
        writer.terminator(csv::Terminator::CRLF).quote_style(csv::QuoteStyle::Always);
        writer.delimiter(separator);
        Self(writer.from_writer(out))
    }

    /// Writes a row of cells.
    ///
    /// # Errors
    ///
    /// What the output says.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = Cow<'a, str>>) -> io::Result<()> {
        for cell in cells {
            self.0.write_field(cell.as_bytes()).map_err(io::Error::from)?;
        }
        self.0.write_record(None::<&[u8]>).map_err(io::Error::from)
    }

    /// Writes what is left, and gives the output back.
    ///
    /// # Errors
    ///
    /// What the output says.
    pub fn finish(self) -> io::Result<W> {
        self.0.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

/// A cell of words: never a formula.
///
/// Leading spaces count for nothing, as spreadsheets can be told to drop them; and Japanese ones
/// take the wide signs too.
#[must_use]
pub fn text(text: &str) -> Cow<'_, str> {
    let formula = text.starts_with(['\t', '\r', '\n'])
        || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if formula { Cow::Owned(format!("\t{text}")) } else { Cow::Borrowed(text) }
}

/// A cell with a barcode: never a formula, a number, a date or a truth value.
#[must_use]
pub fn barcode(barcode: &Barcode) -> Cow<'static, str> {
    Cow::Owned(format!("\t{barcode}"))
}

/// A cell with a time, in ISO 8601 to the minute.
#[must_use]
pub fn time(time: DeskTime) -> Cow<'static, str> {
    Cow::Owned(time.naive().format("%Y-%m-%dT%H:%M").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_becomes_a_number_a_date_or_a_formula() {
        let heads = ["item".to_owned(), "why".to_owned()];
        let mut sheet = Sheet::start(Vec::new(), &heads, COMMA).unwrap();
        for code in ["00123", "1E5", "=1+1", "-5", "DEC12", "TRUE", "a;b,\"c\""] {
            let code = Barcode::parse(code).unwrap();
            sheet.row([barcode(&code), text("a \"b\", c")]).unwrap();
        }
        sheet.row([text("@x"), text(" +1")]).unwrap();
        sheet.row([text("\t=1"), text("＝1")]).unwrap();
        let written = String::from_utf8(sheet.finish().unwrap()).unwrap();
        let why = "\"a \"\"b\"\", c\"";
        let rows: Vec<&str> = written.split_terminator("\r\n").collect();
        assert_eq!(
            rows,
            [
                "\u{feff}\"item\",\"why\"",
                &format!("\"\t00123\",{why}"),
                &format!("\"\t1E5\",{why}"),
                &format!("\"\t=1+1\",{why}"),
                &format!("\"\t-5\",{why}"),
                &format!("\"\tDEC12\",{why}"),
                &format!("\"\tTRUE\",{why}"),
                &format!("\"\ta;b,\"\"c\"\"\",{why}"),
                "\"\t@x\",\"\t +1\"",
                "\"\t\t=1\",\"\t＝1\"",
            ]
        );
    }
}
