//! Any bytes as an `OffCirc.dat`: the reader neither panics nor loses its place, it says what the
//! reference reader of the tests says, and what it has read is the same after writing it.
#![no_main]

#[path = "../../tests/format/reference.rs"]
mod reference;

use std::io::{self, Read};

use libfuzzer_sys::fuzz_target;
use offcirc::dat::{self, Layout, Reader, Reading};

/// Gives its bytes in pieces of one size.
struct Pieces<'a>(&'a [u8], usize);

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let room = buffer.len().min(self.1);
        self.0.read(&mut buffer[..room])
    }
}

// The first byte is the size of the pieces in which the others are read.
fuzz_target!(|data: &[u8]| {
    let Some((size, bytes)) = data.split_first() else { return };
    reference::compare(bytes, Pieces(bytes, usize::from(*size).max(1)));
    let mut reader = Reader::new(bytes);
    while let Ok(Some(line)) = reader.next_line() {
        let Reading::Transaction { transaction, .. } = line.reading else { continue };
        let written = dat::encode(&transaction);
        let text = written.strip_suffix(b"\r\n").expect("a line end");
        let same = Reading::Transaction { transaction, layout: Layout::Strict };
        assert_eq!(dat::read_line(text), same);
    }
});
