//! Streaming: a file of any size, a line at a time.

use std::io::{self, Read};

use super::encode::encode;
use super::encoding::MARK;
use super::line::{Layout, Reading, Reason, Unreadable, as_written, read_line};
use crate::transaction::Transaction;

/// The longest line that is read as a transaction, in bytes without its line end.
///
/// The strict layout needs 173; the rest is room for spaces. Of a longer line only this much is
/// kept in memory.
pub const MAX_LINE: usize = 4096;

const BUFFER: usize = 256 * 1024;

/// Reads the lines of an `OffCirc.dat` from anything that gives bytes.
///
/// It holds one buffer of 256 KiB whatever the size of the file, and buffers by itself. A byte
/// order mark in front of the first line belongs to no line; but for that, the lines are all bytes
/// of the source.
#[derive(Debug)]
pub struct Reader<R> {
    source: R,
    buffer: Box<[u8]>,
    /// The bytes of `buffer` that are read and not yet handed out.
    filled: std::ops::Range<usize>,
    ended: bool,
    /// Whether a byte order mark stands in front, once that is known.
    mark: Option<bool>,
    offset: u64,
    lines: u64,
    /// The last line ended with `\r` alone: the next one may, too.
    after_cr: bool,
    /// The first [`MAX_LINE`] bytes of a line that is too long.
    long: Vec<u8>,
    /// How much of such a line has left the buffer; 0 outside one.
    long_length: u64,
    /// How many NUL bytes stand at the end of that.
    long_nuls: u64,
}

/// One line as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'a> {
    /// Its number, counted from 1; blank lines count.
    pub number: u64,
    /// Its first byte, counted from the start of the source.
    pub offset: u64,
    /// Its length in bytes, with the line end.
    pub length: u64,
    /// What closes it; only the last line may lack its end.
    pub end: Option<LineEnd>,
    /// Whether it is, byte for byte, what [`encode`] writes of its transaction.
    pub strict: bool,
    /// Its bytes, without its end; of a line longer than [`MAX_LINE`] only the first of them.
    pub bytes: &'a [u8],
    /// What it says.
    pub reading: Reading,
}

/// What closes a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineEnd {
    /// `\r\n`, as the format wants it.
    CrLf,
    /// `\n`, as on Unix; Alma takes it.
    Lf,
    /// `\r` alone, as on old Macintosh computers.
    Cr,
    /// `\r\r\n`: a `\n` became `\r\n` once too often.
    CrCrLf,
}

impl LineEnd {
    /// How many bytes it has.
    #[must_use]
    pub fn length(self) -> usize {
        match self {
            Self::Lf | Self::Cr => 1,
            Self::CrLf => 2,
            Self::CrCrLf => 3,
        }
    }

    /// The end that starts with the first of these bytes, which is `\r` or `\n`; `None` when what
    /// follows says which, and is not there yet.
    fn read(bytes: &[u8], is_all: bool) -> Option<Self> {
        match bytes {
            [b'\n', ..] => Some(Self::Lf),
            [b'\r', b'\n', ..] => Some(Self::CrLf),
            [b'\r', b'\r', b'\n', ..] => Some(Self::CrCrLf),
            [b'\r'] | [b'\r', b'\r'] if !is_all => None,
            _ => Some(Self::Cr),
        }
    }
}

/// A line at the start of what is unread.
struct Found {
    /// How much of it is in the buffer, without its end.
    length: usize,
    end: Option<LineEnd>,
    /// What it says, if that is written column by column.
    written: Option<Transaction>,
}

impl<R: Read> Reader<R> {
    /// A reader that starts where `source` stands.
    pub fn new(source: R) -> Self {
        Self {
            source,
            buffer: vec![0; BUFFER].into_boxed_slice(),
            filled: 0..0,
            ended: false,
            mark: None,
            offset: 0,
            lines: 0,
            after_cr: false,
            long: Vec::new(),
            long_length: 0,
            long_nuls: 0,
        }
    }

    /// Whether a byte order mark stands in front of the first line; known once that is read.
    pub fn has_mark(&self) -> bool {
        self.mark == Some(true)
    }

    /// The next line, or `None` after the last.
    ///
    /// # Errors
    ///
    /// What the source returns, except interruptions. The place is kept: calling again goes on
    /// with the same line.
    pub fn next_line(&mut self) -> io::Result<Option<Line<'_>>> {
        if self.mark.is_none() {
            self.pass_mark()?;
        }
        let Some(Found { length, end, written }) = self.find()? else { return Ok(None) };
        if self.long_length > 0 || length > MAX_LINE {
            self.set_aside(length);
        }
        let is_long = self.long_length > 0;
        let whole = if is_long { self.long_length } else { length as u64 };
        let here = if is_long { 0 } else { length };
        let (start, end_length) = (self.filled.start, end.map_or(0, LineEnd::length));
        let (number, offset, length) = (self.lines + 1, self.offset, whole + end_length as u64);
        self.filled.start += here + end_length;
        self.lines = number;
        self.offset += length;
        let bytes = if is_long {
            self.long_length = 0;
            &*self.long
        } else {
            self.buffer.get(start..start + here).unwrap_or_default()
        };
        let is_written = written.is_some();
        let reading = if let Some(transaction) = written {
            Reading::Transaction { transaction, layout: Layout::Strict }
        } else {
            let nuls = match end {
                Some(_) => 0,
                None if is_long => self.long_nuls,
                None => nuls_at_end(bytes),
            };
            // Both are lengths of what was in memory once.
            let text = usize::try_from(whole - nuls).unwrap_or(usize::MAX);
            if nuls > 0 && text <= MAX_LINE {
                Reading::Unreadable(Unreadable { column: text, reason: Reason::TornEnd })
            } else if is_long {
                let reason = Reason::TooLong { length: whole };
                Reading::Unreadable(Unreadable { column: MAX_LINE, reason })
            } else {
                read_line(bytes)
            }
        };
        let strict = end == Some(LineEnd::CrLf)
            && (is_written
                || matches!(&reading, Reading::Transaction { transaction, .. }
                if encode(transaction).strip_suffix(b"\r\n") == Some(bytes)));
        Ok(Some(Line { number, offset, length, end, strict, bytes, reading }))
    }

    /// Passes over a byte order mark in front.
    fn pass_mark(&mut self) -> io::Result<()> {
        while self.mark.is_none() {
            let unread = self.unread();
            if unread.starts_with(MARK) {
                self.filled.start += MARK.len();
                self.offset += MARK.len() as u64;
                self.mark = Some(true);
            } else if self.ended || !MARK.starts_with(unread) {
                self.mark = Some(false);
            } else {
                self.fill()?;
            }
        }
        Ok(())
    }

    /// Finds the end of the next line; all but what was set aside of it is in the buffer then.
    ///
    /// Nearly every line ends with `\n`, and a line that is written column by column has no `\r` but
    /// before that: only in other lines one is looked for.
    fn find(&mut self) -> io::Result<Option<Found>> {
        if !self.after_cr
            && let Some(newline) = self.find_newline()?
            && self.long_length == 0
        {
            let line = self.unread().get(..newline).unwrap_or_default();
            let (line, end) = match line.strip_suffix(b"\r") {
                Some(line) => (line, LineEnd::CrLf),
                None => (line, LineEnd::Lf),
            };
            if let Some(written) = as_written(line) {
                let (length, written) = (line.len(), Some(written));
                return Ok(Some(Found { length, end: Some(end), written }));
            }
        }
        let mut searched = 0;
        loop {
            let unread = self.unread();
            let rest = unread.get(searched..).unwrap_or_default();
            let (text, end) = match memchr::memchr2(b'\r', b'\n', rest) {
                Some(at) => {
                    let end = rest.get(at..).unwrap_or_default();
                    (searched + at, LineEnd::read(end, self.ended))
                }
                None => (unread.len(), None),
            };
            if end.is_some() || self.ended {
                self.after_cr = end == Some(LineEnd::Cr);
                let is_line = end.is_some() || text > 0 || self.long_length > 0;
                return Ok(is_line.then_some(Found { length: text, end, written: None }));
            }
            searched = text;
            if text > MAX_LINE {
                self.set_aside(text);
                searched = 0;
            }
            self.fill()?;
        }
    }

    /// Where the next `\n` stands; `None` when it is not among the bytes that a line may have.
    fn find_newline(&mut self) -> io::Result<Option<usize>> {
        let mut searched = 0;
        loop {
            let unread = self.unread();
            if let Some(at) = memchr::memchr(b'\n', unread.get(searched..).unwrap_or_default()) {
                return Ok(Some(searched + at));
            }
            searched = unread.len();
            if self.ended || searched > MAX_LINE {
                return Ok(None);
            }
            self.fill()?;
        }
    }

    fn unread(&self) -> &[u8] {
        self.buffer.get(self.filled.clone()).unwrap_or_default()
    }

    /// Moves `length` bytes of a line that is too long out of the buffer: the first of them are
    /// kept, all are counted.
    fn set_aside(&mut self, length: usize) {
        if self.long_length == 0 {
            self.long.clear();
            self.long_nuls = 0;
        }
        let part = self.buffer.get(self.filled.start..self.filled.start + length);
        let part = part.unwrap_or_default();
        let room = MAX_LINE - self.long.len();
        self.long.extend(part.iter().take(room));
        self.long_length += length as u64;
        let nuls = nuls_at_end(part);
        self.long_nuls = if nuls == part.len() as u64 { self.long_nuls + nuls } else { nuls };
        self.filled.start += length;
    }

    /// Reads more behind what is unread, which first moves to the front.
    fn fill(&mut self) -> io::Result<()> {
        self.buffer.copy_within(self.filled.clone(), 0);
        self.filled = 0..self.filled.len();
        // At most MAX_LINE bytes and two of a line end are unread here, so there is room: 0 read is
        // the end.
        let room = self.buffer.get_mut(self.filled.end..).unwrap_or_default();
        let read = loop {
            match self.source.read(room) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        self.ended = read == 0;
        self.filled.end += read;
        Ok(())
    }
}

/// How many NUL bytes stand at the end.
fn nuls_at_end(bytes: &[u8]) -> u64 {
    let text = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    (bytes.len() - text) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Number, offset, length and what was read, of every line.
    fn lines(source: impl Read) -> Vec<(u64, u64, u64, Option<LineEnd>, Reading)> {
        let mut reader = Reader::new(source);
        let mut lines = Vec::new();
        while let Some(line) = reader.next_line().unwrap() {
            lines.push((line.number, line.offset, line.length, line.end, line.reading));
        }
        lines
    }

    /// The same, read in pieces of every small size, so that each place is once between two pieces.
    fn lines_in_pieces(bytes: &[u8]) -> Vec<(u64, u64, u64, Option<LineEnd>, Reading)> {
        struct Pieces<'a>(&'a [u8], usize);
        impl Read for Pieces<'_> {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                let room = buffer.len().min(self.1);
                self.0.read(buffer.get_mut(..room).unwrap())
            }
        }
        let whole = lines(bytes);
        for size in 1..20 {
            assert_eq!(lines(Pieces(bytes, size)), whole, "in pieces of {size}");
        }
        whole
    }

    fn transactions(lines: &[(u64, u64, u64, Option<LineEnd>, Reading)]) -> usize {
        lines.iter().filter(|line| matches!(line.4, Reading::Transaction { .. })).count()
    }

    #[test]
    fn counts_lines_and_bytes_with_any_line_end() {
        use LineEnd::{Cr, CrCrLf, CrLf, Lf};
        let text = b"202611231405R1\r\n\n  \n202611231405R2\rbroken\r\n202611231405R3\r\r\n\r\r\
            202611231405R4";
        let lines = lines_in_pieces(text);
        let places: Vec<_> = lines.iter().map(|l| (l.0, l.1, l.2, l.3)).collect();
        assert_eq!(
            places,
            [
                (1, 0, 16, Some(CrLf)),
                (2, 16, 1, Some(Lf)),
                (3, 17, 3, Some(Lf)),
                (4, 20, 15, Some(Cr)),
                (5, 35, 8, Some(CrLf)),
                (6, 43, 17, Some(CrCrLf)),
                (7, 60, 1, Some(Cr)),
                (8, 61, 1, Some(Cr)),
                (9, 62, 14, None),
            ]
        );
        assert_eq!(transactions(&lines), 4);
    }

    #[test]
    fn each_kind_of_line_end_is_one_end() {
        let line = format!("202611231405L{:<80}20001234567890", "30001234567890");
        for end in ["\r\n", "\n", "\r", "\r\r\n"] {
            let lines = lines_in_pieces(format!("{line}{end}").repeat(5).as_bytes());
            assert_eq!((lines.len(), transactions(&lines)), (5, 5), "{end:?}");
            let length = (line.len() + end.len()) as u64;
            assert!(lines.iter().all(|line| line.2 == length), "{end:?}");
        }
        // More of them than the buffer holds, without one `\n`.
        let many = format!("{line}\r").repeat(10_000);
        assert_eq!(transactions(&lines(many.as_bytes())), 10_000);
    }

    #[test]
    fn a_line_is_strict_when_it_is_what_would_be_written() {
        let (loan, item) = (format!("202611231405L{:<80}2000", "3000"), "a b");
        let spaced = format!("202611231405R{item:<80}");
        for (line, strict) in [
            (format!("{loan}\r\n"), true),
            (format!("{spaced}\r\n"), true),
            (format!("{loan}\n"), false),
            (format!("{loan}\r"), false),
            (format!("{loan}\r\r\n"), false),
            (format!("{loan} \r\n"), false),
            (loan, false),
            ("202611231405R3000\r\n".into(), false),
            (format!("202611231405L3000{}2000\r\n", " ".repeat(71)), false),
            ("\r\n".into(), false),
            ("nonsense\r\n".into(), false),
        ] {
            let mut reader = Reader::new(line.as_bytes());
            assert_eq!(reader.next_line().unwrap().unwrap().strict, strict, "{line:?}");
        }
    }

    #[test]
    fn a_byte_order_mark_belongs_to_no_line() {
        let lines = lines_in_pieces(b"\xef\xbb\xbf202611231405R1\r\n202611231405R2\r\n");
        let places: Vec<_> = lines.iter().map(|l| (l.0, l.1, l.2)).collect();
        assert_eq!((places, transactions(&lines)), (vec![(1, 3, 16), (2, 19, 16)], 2));
        assert_eq!(lines_in_pieces(b"\xef\xbb\xbf"), []);
        // A part of one is text that can't be read.
        assert_eq!(lines_in_pieces(b"\xef\xbb").len(), 1);
        let mut reader = Reader::new(&b"\xef\xbb\xbf\r\n"[..]);
        reader.next_line().unwrap();
        assert!(reader.has_mark());
    }

    #[test]
    fn nul_bytes_to_the_end_of_the_file_are_one_torn_end() {
        let ten = b"202611231405R1\r\n".repeat(10);
        let torn = |column| {
            let reason = Reason::TornEnd;
            Reading::Unreadable(Unreadable { column, reason })
        };
        for nuls in [1, 2, 3, 17, MAX_LINE - 160, MAX_LINE, MAX_LINE + 1, 70_000, 1_000_000] {
            for (text, column) in [("", 0), ("202611", 6), ("202611231405R1", 14)] {
                let bytes = [&*ten, text.as_bytes(), &vec![0; nuls]].concat();
                let lines = lines(&*bytes);
                assert_eq!((lines.len(), transactions(&lines)), (11, 10), "{nuls} NULs");
                let last = (11, 160, (text.len() + nuls) as u64, None, torn(column));
                assert_eq!(lines.last(), Some(&last));
            }
        }
        let lines = lines_in_pieces(b"202611231405R1\r\0\0\0");
        assert_eq!((lines.len(), transactions(&lines)), (2, 1));
        // What follows NUL bytes is no torn end.
        let within = lines_in_pieces(b"\0\0\0\r\n202611231405R1\r\n\0\x00202611231405R2");
        let unreadable = |line: &(_, _, _, _, Reading)| {
            matches!(line.4, Reading::Unreadable(Unreadable { reason: Reason::NotADigit, .. }))
        };
        assert!(unreadable(&within[0]) && unreadable(&within[2]));
    }

    #[test]
    fn an_endless_line_is_counted_and_skipped_in_little_memory() {
        let bad = vec![b'1'; 10_000_000];
        let source = [&b"202611231405R1\n"[..], &bad, b"\n202611231405R2\n"].concat();
        let mut reader = Reader::new(&*source);
        reader.next_line().unwrap();
        let long = reader.next_line().unwrap().unwrap();
        assert_eq!((long.number, long.offset, long.length), (2, 15, 10_000_001));
        assert_eq!(long.bytes, &bad[..MAX_LINE]);
        let reason = Reason::TooLong { length: 10_000_000 };
        assert_eq!(long.reading, Reading::Unreadable(Unreadable { column: MAX_LINE, reason }));
        let next = reader.next_line().unwrap().unwrap();
        assert_eq!((next.number, next.offset), (3, 10_000_016));
        assert!(matches!(next.reading, Reading::Transaction { .. }));
        assert_eq!(reader.next_line().unwrap(), None);
    }

    #[test]
    fn goes_on_at_the_same_line_after_an_error() {
        /// Fails at every other read.
        struct Flaky<'a>(&'a [u8], bool);
        impl Read for Flaky<'_> {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                self.1 = !self.1;
                if self.1 {
                    return Err(io::Error::other("flaky"));
                }
                self.0.read(buffer.get_mut(..7.min(buffer.len())).unwrap())
            }
        }
        let source = ["202611231405R1\n", &"x".repeat(MAX_LINE + 5), "\n202611231405R2\n"].concat();
        let mut reader = Reader::new(Flaky(source.as_bytes(), false));
        let mut numbers = Vec::new();
        loop {
            match reader.next_line() {
                Ok(Some(line)) => numbers.push((line.number, line.length)),
                Ok(None) => break,
                Err(_) => {}
            }
        }
        assert_eq!(numbers, [(1, 15), (2, MAX_LINE as u64 + 6), (3, 15)]);
    }
}
