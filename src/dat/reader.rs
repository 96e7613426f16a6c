//! Streaming: a file of any size, a line at a time.

use std::io::{self, Read};

use super::line::{Reading, Reason, Unreadable, read_line};

/// The longest line that is read as a transaction, in bytes without its line end.
///
/// The strict layout needs 173; the rest is room for spaces. Of a longer line only this much is
/// kept in memory.
pub const MAX_LINE: usize = 4096;

const BUFFER: usize = 256 * 1024;

/// Reads the lines of an `OffCirc.dat` from anything that gives bytes.
///
/// It holds one buffer of 256 KiB whatever the size of the file, and buffers by itself.
#[derive(Debug)]
pub struct Reader<R> {
    source: R,
    buffer: Box<[u8]>,
    /// The bytes of `buffer` that are read and not yet handed out.
    filled: std::ops::Range<usize>,
    ended: bool,
    offset: u64,
    lines: u64,
    /// The first [`MAX_LINE`] bytes of a line that is too long.
    long: Vec<u8>,
    /// How much of such a line has left the buffer; 0 outside one.
    long_length: u64,
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
    /// Whether a line end closes it; only the last line may lack it.
    pub ended: bool,
    /// Its bytes, without `\n`; of a line longer than [`MAX_LINE`] only the first of them.
    pub bytes: &'a [u8],
    /// What it says.
    pub reading: Reading,
}

impl<R: Read> Reader<R> {
    /// A reader that starts where `source` stands.
    pub fn new(source: R) -> Self {
        Self {
            source,
            buffer: vec![0; BUFFER].into_boxed_slice(),
            filled: 0..0,
            ended: false,
            offset: 0,
            lines: 0,
            long: Vec::new(),
            long_length: 0,
        }
    }

    /// The next line, or `None` after the last.
    ///
    /// # Errors
    ///
    /// What the source returns, except interruptions. The place is kept: calling again goes on
    /// with the same line.
    pub fn next_line(&mut self) -> io::Result<Option<Line<'_>>> {
        let mut searched = 0;
        let newline = loop {
            let unread = self.unread();
            if let Some(at) = memchr::memchr(b'\n', unread.get(searched..).unwrap_or_default()) {
                break Some(searched + at);
            }
            searched = unread.len();
            if self.ended {
                break None;
            }
            if searched > MAX_LINE {
                self.set_aside(searched);
                searched = 0;
            }
            self.fill()?;
        };
        let length = newline.unwrap_or(searched);
        if newline.is_none() && length == 0 && self.long_length == 0 {
            return Ok(None);
        }
        if self.long_length > 0 || length > MAX_LINE {
            self.set_aside(length);
        }
        let whole = if self.long_length > 0 { self.long_length } else { length as u64 };
        let (number, offset) = (self.lines + 1, self.offset);
        let (start, ended) = (self.filled.start, newline.is_some());
        let here = if self.long_length > 0 { 0 } else { length };
        self.filled.start += here + usize::from(ended);
        self.lines = number;
        self.offset += whole + u64::from(ended);
        let (bytes, reading) = if self.long_length > 0 {
            let reason = Reason::TooLong { length: std::mem::take(&mut self.long_length) };
            (&*self.long, Reading::Unreadable(Unreadable { column: MAX_LINE, reason }))
        } else {
            let bytes = self.buffer.get(start..start + length).unwrap_or_default();
            (bytes, read_line(bytes))
        };
        let length = whole + u64::from(ended);
        Ok(Some(Line { number, offset, length, ended, bytes, reading }))
    }

    fn unread(&self) -> &[u8] {
        self.buffer.get(self.filled.clone()).unwrap_or_default()
    }

    /// Moves `length` bytes of a line that is too long out of the buffer: the first of them are
    /// kept, all are counted.
    fn set_aside(&mut self, length: usize) {
        if self.long_length == 0 {
            self.long.clear();
        }
        let part = self.buffer.get(self.filled.start..self.filled.start + length);
        let room = MAX_LINE - self.long.len();
        self.long.extend(part.unwrap_or_default().iter().take(room));
        self.long_length += length as u64;
        self.filled.start += length;
    }

    /// Reads more behind what is unread, which first moves to the front.
    fn fill(&mut self) -> io::Result<()> {
        self.buffer.copy_within(self.filled.clone(), 0);
        self.filled = 0..self.filled.len();
        // At most MAX_LINE bytes are unread here, so there is room: 0 read is the end.
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Number, offset, length and what was read, of every line.
    fn lines(source: impl Read) -> Vec<(u64, u64, u64, bool, Reading)> {
        let mut reader = Reader::new(source);
        let mut lines = Vec::new();
        while let Some(line) = reader.next_line().unwrap() {
            lines.push((line.number, line.offset, line.length, line.ended, line.reading));
        }
        lines
    }

    #[test]
    fn counts_lines_and_bytes_with_any_line_end() {
        let lines = lines(&b"202611231405R1\r\n\n  \n202611231405R2\nbroken\r\n202611231405R3"[..]);
        let places: Vec<_> = lines.iter().map(|l| (l.0, l.1, l.2, l.3)).collect();
        assert_eq!(
            places,
            [
                (1, 0, 16, true),
                (2, 16, 1, true),
                (3, 17, 3, true),
                (4, 20, 15, true),
                (5, 35, 8, true),
                (6, 43, 14, false)
            ]
        );
        let read = lines.iter().filter(|l| matches!(l.4, Reading::Transaction { .. })).count();
        assert_eq!(read, 3);
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
