//! The format of `OffCirc.dat`, Alma's offline circulation file: bytes in, bytes out.
//!
//! One transaction a line, in the order it happened, in fixed columns (counted from 0):
//!
//! | columns | what | rule |
//! | --- | --- | --- |
//! | 0–11 | local date and time | `YYYYMMDDHHMM`, the desk's own clock |
//! | 12 | kind | `L` loan, `R` return |
//! | 13–92 | item barcode | left aligned, padded with spaces to 80 |
//! | 93– | borrower | loans only, not padded; a return ends at column 93 |
//!
//! A line ends with `\r\n`; the text is ASCII; there is no header, trailer or byte-order mark.
//!
//! [`encode`] writes exactly that. [`Reader`] takes more, for files that other programs wrote or an
//! editor saved: `\n`, `\r` or `\r\r\n` as the end of a line ([`LineEnd`]), a last line without its
//! end, a byte order mark in front, blank lines, spaces at the end of a line, returns that are not
//! padded, and a borrower that stands elsewhere than at column 93 but two spaces or more after the
//! item ([`Layout::Shifted`]). What it can't read it hands out as it stands, with line, column and
//! [`Reason`], and goes on with the next line.
//!
//! Text in UTF-16 is none of this: [`Encoding`] knows it by its first bytes. What a crash leaves at
//! the end of a file is known by [`FileEnd`]. [`Mender`] writes all of that in the strict form.
//!
//! Sources: the Ex Libris help page "Offline Circulation", the public offline tools of the
//! University of Oregon, Portland State University and the University of Pisa, and the public
//! scripts that rewrite files of the vendor's utility.
//!
//! ```
//! use offcirc::dat::{self, Reader, Reading};
//!
//! let line = format!("202611231405L{:<80}{}\r\n", "30001234567890", "20001234567890");
//! let mut reader = Reader::new(line.as_bytes());
//! let first = reader.next_line()?.expect("there is one line");
//! let Reading::Transaction { transaction, .. } = first.reading else { panic!("it is well formed") };
//! assert_eq!(transaction.item().as_str(), "30001234567890");
//! assert_eq!(dat::encode(&transaction), line.as_bytes());
//! # Ok::<(), std::io::Error>(())
//! ```

mod encode;
mod encoding;
mod line;
mod mend;
mod reader;
mod tail;

pub(crate) use encode::{digits, encode_parts};
pub use encode::{encode, encode_into};
pub use encoding::{Encoding, MARK};
pub use line::{Kind, Layout, Reading, Reason, Unreadable, read_line};
pub use mend::{Mended, Mender};
pub use reader::{Line, LineEnd, MAX_LINE, Reader};
pub use tail::{FileEnd, Fragment, complete_length};

/// Where the kind stands, in bytes from 0.
const KIND_COLUMN: usize = 12;
/// Where the item's barcode starts.
const ITEM_COLUMN: usize = 13;
/// Where the borrower starts in the strict layout.
pub const BORROWER_COLUMN: usize = ITEM_COLUMN + crate::barcode::Barcode::MAX_LENGTH;
