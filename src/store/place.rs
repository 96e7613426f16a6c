//! Where in which file: known by what stands before it.
//!
//! A length alone says neither which file nor which part of it: a file that was closed, exchanged
//! or restored can be as long as the one before. A [`Place`] is a length together with a digest of
//! all bytes before it: a file has a place if it begins with exactly those bytes, whatever it is
//! called and whatever stands behind them.

use std::fmt;
use std::io::{self, Read};
use std::str::FromStr;

/// How much is read at a time, in bytes.
const BLOCK: usize = 256 * 1024;

/// A place in a file: the end of its first `length` bytes, which have this digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Place {
    /// How many bytes stand before it.
    pub length: u64,
    digest: Digest,
}

/// The first half of a BLAKE3 hash: two different contents have the same one with a chance of
/// 1 in 2^128.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Digest([u8; 16]);

/// The place behind bytes that come one after the other.
#[derive(Debug, Clone, Default)]
pub(super) struct RunningPlace {
    hasher: blake3::Hasher,
    length: u64,
}

impl RunningPlace {
    /// So many bytes have come.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// These bytes follow.
    pub fn add(&mut self, bytes: &[u8]) {
        self.hasher.update(bytes);
        self.length += bytes.len() as u64;
    }

    /// The place behind all that has come.
    pub fn place(&self) -> Place {
        let mut digest = [0; 16];
        for (to, from) in digest.iter_mut().zip(self.hasher.finalize().as_bytes()) {
            *to = *from;
        }
        Place { length: self.length, digest: Digest(digest) }
    }

    /// Reads to the end of `source`.
    pub fn read(&mut self, mut source: impl Read) -> io::Result<()> {
        let mut block = vec![0; BLOCK];
        loop {
            match source.read(&mut block) {
                Ok(0) => return Ok(()),
                Ok(read) => self.add(block.get(..read).unwrap_or_default()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}

impl Place {
    /// The start of every file.
    pub fn start() -> Self {
        RunningPlace::default().place()
    }

    /// The place behind the first `length` bytes of `source`, or behind all if it has fewer.
    pub fn read(source: impl Read, length: u64) -> io::Result<Self> {
        let mut running = RunningPlace::default();
        running.read(source.take(length))?;
        Ok(running.place())
    }
}

impl fmt::Display for Place {
    /// As it stands in names and notes: `<length>-<digest>`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-", self.length)?;
        self.digest.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Place {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (length, hex) = text.split_once('-').ok_or(())?;
        if hex.len() != 32 || !hex.is_ascii() {
            return Err(());
        }
        let mut digest = [0; 16];
        for (number, byte) in digest.iter_mut().enumerate() {
            let two = hex.get(number * 2..number * 2 + 2).ok_or(())?;
            *byte = u8::from_str_radix(two, 16).map_err(drop)?;
        }
        Ok(Self { length: length.parse().map_err(drop)?, digest: Digest(digest) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_known_by_what_stands_before_it_and_by_nothing_else() {
        let place = Place::read(&b"one\r\ntwo\r\n"[..], 5).unwrap();
        assert_eq!(place, Place::read(&b"one\r\n"[..], 5).unwrap());
        assert_eq!(place, Place::read(&b"one\r\nother"[..], 5).unwrap());
        assert_ne!(place, Place::read(&b"two\r\n"[..], 5).unwrap(), "the same length");
        assert_ne!(place, Place::read(&b"one"[..], 5).unwrap(), "shorter");
        assert_eq!(Place::read(&b"one"[..], 0).unwrap(), Place::start());
    }

    #[test]
    fn a_place_survives_its_text() {
        for place in [Place::start(), Place::read(&b"one\r\n"[..], 9).unwrap()] {
            assert_eq!(place.to_string().parse(), Ok(place));
        }
        for nonsense in ["", "-", "5", "5-", "5-abc", "x-00000000000000000000000000000000"] {
            assert_eq!(nonsense.parse::<Place>(), Err(()), "{nonsense:?}");
        }
        assert!("5-0000000000000000000000000000000g".parse::<Place>().is_err());
    }
}
