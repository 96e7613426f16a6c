//! Writing a file of any form that [`Reader`] takes, or a text in UTF-16, in the strict form.

use std::char::decode_utf16;
use std::io::{self, Chain, Cursor, Read, Take};

use super::encode::encode_into;
use super::encoding::Encoding;
use super::line::{Reading, Unreadable};
use super::reader::Reader;

/// How many bytes of the strict form are made at a time; a little more with the last line.
const BLOCK: usize = 64 * 1024;
/// How many bytes tell the encoding.
const LOOKED_AT: u64 = 512;

/// Gives the transactions of a file in the strict form, a block at a time, and counts its lines.
/// It holds little in memory whatever the size of the file.
#[derive(Debug)]
pub struct Mender<R> {
    reader: Reader<Decoder<Chain<Cursor<Vec<u8>>, R>>>,
    block: Vec<u8>,
    count: Mended,
}

/// What became of the lines of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mended {
    /// Its transactions.
    pub transactions: u64,
    /// Lines that are not, byte for byte, what the strict form has: written otherwise, blank, or not
    /// to be read; the whole file is one of them more when it is in UTF-16 or has a byte order mark.
    pub changed: u64,
    /// Those among them that can't be read: they are left out.
    pub unreadable: u64,
    /// The first of those, with their line numbers counted from 1.
    pub first_unreadable: Vec<(u64, Unreadable)>,
}

impl Mended {
    /// How many unreadable lines are kept with their reason.
    pub const MOST_REASONS: usize = 100;
}

impl<R: Read> Mender<R> {
    /// A mender of what `source` gives.
    ///
    /// # Errors
    ///
    /// What the source returns.
    pub fn new(mut source: R) -> io::Result<Self> {
        let mut start = Vec::new();
        let looked_at: Take<&mut R> = source.by_ref().take(LOOKED_AT);
        { looked_at }.read_to_end(&mut start)?;
        let encoding = Encoding::of(&start);
        let count = Mended { changed: encoding.is_utf16().into(), ..Mended::default() };
        let source = Decoder::new(Cursor::new(start).chain(source), encoding);
        Ok(Self { reader: Reader::new(source), block: Vec::new(), count })
    }

    /// The next lines in the strict form, whole ones; empty at the end.
    ///
    /// # Errors
    ///
    /// What the source returns.
    pub fn next_block(&mut self) -> io::Result<&[u8]> {
        self.block.clear();
        while self.block.len() < BLOCK {
            let Some(line) = self.reader.next_line()? else { break };
            self.count.changed += u64::from(!line.strict);
            match line.reading {
                Reading::Blank => {}
                Reading::Transaction { transaction, .. } => {
                    self.count.transactions += 1;
                    encode_into(&transaction, &mut self.block);
                }
                Reading::Unreadable(why) => {
                    self.count.unreadable += 1;
                    if self.count.first_unreadable.len() < Mended::MOST_REASONS {
                        self.count.first_unreadable.push((line.number, why));
                    }
                }
            }
        }
        Ok(&self.block)
    }

    /// What became of the lines, once all were given.
    pub fn finish(mut self) -> Mended {
        // In UTF-16 the mark says which, and that is counted already.
        let is_more = self.reader.has_mark() && self.count.changed == 0;
        self.count.changed += u64::from(is_more);
        self.count
    }
}

/// A text as UTF-8, whatever its encoding.
#[derive(Debug)]
struct Decoder<R> {
    source: R,
    encoding: Encoding,
    /// What was decoded and not yet given.
    decoded: Cursor<Vec<u8>>,
    /// What was read and is no whole character yet.
    rest: Vec<u8>,
}

impl<R: Read> Decoder<R> {
    fn new(source: R, encoding: Encoding) -> Self {
        Self { source, encoding, decoded: Cursor::default(), rest: Vec::new() }
    }

    /// Decodes some more; returns whether there was any.
    fn decode(&mut self) -> io::Result<bool> {
        let read = self.source.by_ref().take(BLOCK as u64).read_to_end(&mut self.rest)?;
        let (pairs, odd) = self.rest.as_chunks::<2>();
        let mut units: Vec<u16> = pairs.iter().map(|pair| self.encoding.unit(*pair)).collect();
        let mut rest = odd.to_vec();
        // The second half of the last character may come with the next bytes.
        if read > 0 && units.pop_if(|unit| (0xd800..0xdc00).contains(unit)).is_some() {
            rest = [pairs.last().map_or(&[][..], |pair| pair), odd].concat();
        }
        let mut text: String =
            decode_utf16(units).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        if read == 0 && !rest.is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            rest.clear();
        }
        let is_any = read > 0 || !text.is_empty();
        self.rest = rest;
        self.decoded = Cursor::new(text.into_bytes());
        Ok(is_any)
    }
}

impl<R: Read> Read for Decoder<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.encoding.is_utf16() {
            return self.source.read(buffer);
        }
        loop {
            let given = self.decoded.read(buffer)?;
            if given > 0 || buffer.is_empty() || !self.decode()? {
                return Ok(given);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dat::Reason;

    fn mend(bytes: &[u8]) -> (String, Mended) {
        let mut mender = Mender::new(bytes).unwrap();
        let mut text = Vec::new();
        loop {
            let block = mender.next_block().unwrap();
            if block.is_empty() {
                return (String::from_utf8(text).unwrap(), mender.finish());
            }
            text.extend_from_slice(block);
        }
    }

    fn loan(item: u64) -> String {
        format!("202611231405L{item:<80}20001234567890")
    }

    /// Every form that the reader takes becomes the strict one.
    #[test]
    fn every_form_becomes_the_strict_one() {
        let strict = format!("{0}\r\n{1}\r\n", loan(1), loan(2));
        let (one, two) = (loan(1), loan(2));
        let shifted = one.replace(&" ".repeat(70), "   ");
        for (text, changed) in [
            (strict.clone(), 0),
            (format!("\u{feff}{strict}"), 1),
            (format!("{one}\n{two}\n"), 2),
            (format!("{one}\r{two}"), 2),
            (format!("{one}\r\r\n{two}\r\r\n"), 2),
            (format!("{one}\r\n\r\n{two}\r\n"), 1),
            (format!("{one}   \r\n{two}\r\n"), 1),
            (format!("{shifted}\r\n{two}\r\n"), 1),
        ] {
            let (mended, count) = mend(text.as_bytes());
            assert_eq!(mended, strict, "{text:?}");
            let expected = Mended { transactions: 2, changed, ..Mended::default() };
            assert_eq!(count, expected, "{text:?}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_left_out_and_named() {
        let text = format!("{}\r\nKoha\r\n{}\r\n\0\0\0", loan(1), loan(2));
        let (mended, count) = mend(text.as_bytes());
        assert_eq!(mended, format!("{}\r\n{}\r\n", loan(1), loan(2)));
        assert_eq!((count.transactions, count.changed, count.unreadable), (2, 2, 2));
        let [(2, _), (4, torn)] = &count.first_unreadable[..] else { panic!("{count:?}") };
        assert_eq!(torn.reason, Reason::TornEnd);
    }

    /// Longer than a block, so that characters lie across the borders of blocks, and read a few
    /// bytes at a time.
    #[test]
    fn utf16_of_either_order_is_read() {
        /// Gives three bytes at a time.
        struct Slow<'a>(&'a [u8]);
        impl Read for Slow<'_> {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                let room = buffer.len().min(3);
                self.0.read(&mut buffer[..room])
            }
        }
        let strict = (0..1000).map(|item| loan(item) + "\r\n").collect::<Vec<_>>().concat();
        let note = "x𝄞".repeat(50_000);
        let text = format!("\u{feff}{strict}{note}\r\n");
        for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            let bytes: Vec<u8> = text.encode_utf16().flat_map(bytes).collect();
            let (mended, count) = mend(&bytes);
            assert_eq!(mended, strict);
            assert_eq!((count.transactions, count.changed, count.unreadable), (1000, 2, 1));
            let mut slow = String::new();
            Decoder::new(Slow(&bytes), Encoding::of(&bytes)).read_to_string(&mut slow).unwrap();
            assert_eq!(slow, text);
            // A character that was cut in half is no character.
            let mut cut = String::new();
            let half = &bytes[..bytes.len() - 5];
            Decoder::new(half, Encoding::of(half)).read_to_string(&mut cut).unwrap();
            assert!(cut.ends_with('\u{fffd}'), "{:?}", cut.chars().rev().take(3));
        }
    }
}
