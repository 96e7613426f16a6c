//! Opening a file that is said to hold transactions.

use std::fmt;
use std::fs::File;
use std::io::{self, Chain, Cursor, Read, Take};
use std::path::{Path, PathBuf};

use super::progress::Stopped;
use crate::dat::{Encoding, Line, LineEnd, MARK, Reader, Reading, Reason, Unreadable};
use crate::store::{Context as _, Operation, PathError};

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Where it is.
    pub path: PathBuf,
    /// Its length in bytes.
    pub bytes: u64,
    /// The length that the system said it has, if it knew.
    length: Option<u64>,
    /// How many lines it has, blank ones too.
    pub lines: u64,
    /// Whether a line end closes its last line, or it has no line at all. A torn end is no line.
    pub ended: bool,
    /// Whether a byte order mark stands in front.
    pub has_mark: bool,
    /// The first line that ends otherwise than with CR LF or LF.
    pub odd_end: Option<u64>,
    /// Whether it is, byte for byte, as the format wants it.
    pub strict: bool,
}

impl Source {
    /// A file of which nothing is read yet.
    pub(super) fn new(path: &Path, length: Option<u64>) -> Self {
        let path = path.to_path_buf();
        let (has_mark, odd_end) = (false, None);
        Self { path, bytes: 0, length, lines: 0, ended: true, has_mark, odd_end, strict: true }
    }

    /// Adds the next line of it; a byte order mark in front of the first one counts as a part of it.
    pub(super) fn add(&mut self, line: &Line<'_>) {
        self.bytes = line.offset + line.length;
        self.lines = line.number;
        self.ended = line.end.is_some()
            || matches!(&line.reading, Reading::Unreadable(why) if why.reason == Reason::TornEnd);
        self.strict &= line.strict;
        if matches!(line.end, Some(LineEnd::Cr | LineEnd::CrCrLf)) {
            self.odd_end.get_or_insert(line.number);
        }
    }

    /// Nothing follows; a byte order mark stood in front, or none.
    pub(super) fn finish(&mut self, has_mark: bool) {
        self.has_mark = has_mark;
        if has_mark {
            self.strict = false;
            self.bytes = self.bytes.max(MARK.len() as u64);
        }
    }

    /// Opens it once more.
    pub(super) fn open_again(&self) -> Result<File, ReviewError> {
        // What came through a pipe is gone, and opening it anew may wait forever.
        let meta = std::fs::metadata(&self.path).context(Operation::Open, &self.path)?;
        if !meta.is_file() {
            return Err(ReviewError::Once { path: self.path.clone() });
        }
        Ok(File::open(&self.path).context(Operation::Open, &self.path)?)
    }

    /// Sees that it was read to the end that it had, and is still there, no shorter than it was.
    pub(super) fn is_still_there(&self) -> Result<(), ReviewError> {
        let Some(length) = self.length else { return Ok(()) };
        let path = &self.path;
        if self.bytes < length {
            return Err(ReviewError::Changed { path: path.clone() });
        }
        match std::fs::metadata(path) {
            Ok(meta) if meta.len() >= length => Ok(()),
            Ok(_) => Err(ReviewError::Changed { path: path.clone() }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(ReviewError::Changed { path: path.clone() })
            }
            Err(error) => Err(error).context(Operation::Read, path).map_err(ReviewError::from),
        }
    }
}

/// A line that says nothing this program can read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnreadableLine {
    /// Which of the files, counted from 0.
    pub source: u16,
    /// Its number there, counted from 1.
    pub line: u64,
    /// Its first byte in the file.
    pub offset: u64,
    /// Its length in bytes, with its end.
    pub length: u64,
    /// What is wrong.
    pub why: Unreadable,
}

/// Why files could not be looked through.
#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    /// The file can't be opened or read.
    #[error(transparent)]
    File(#[from] PathError),
    /// The file holds something else.
    #[error("{}: {what}", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What it seems to be.
        what: Foreign,
    },
    /// The file became shorter, or vanished, while it was read.
    #[error("{} changed while it was read", path.display())]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// It is a pipe, which gives what it holds once, and would have to be read a second time.
    #[error("{} can be read only once", path.display())]
    Once {
        /// Where it is.
        path: PathBuf,
    },
    /// There are more files than are read at once.
    #[error("{}: too many files at once", path.display())]
    TooMany {
        /// The first file that is too much, or one behind it.
        path: PathBuf,
    },
    /// Somebody stopped the work.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

/// What a file is that holds no transactions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// A picture.
    Picture,
    /// A document of a word processor or a spreadsheet, a PDF, or an archive.
    Document,
    /// Text in UTF-16: saved by an editor in another encoding.
    Utf16,
    /// Bytes that are no text.
    Binary,
    /// Text, none of which is a transaction.
    Text,
    /// A folder.
    Folder,
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Picture => "this is a picture, not a file of transactions",
            Self::Document => "this is a document or an archive, not a file of transactions",
            Self::Utf16 => "this is text in UTF-16, not a file of transactions",
            Self::Binary => "this is not text, so it is not a file of transactions",
            Self::Text => "this text holds no transactions",
            Self::Folder => "this is a folder",
        })
    }
}

/// So many unreadable lines show that a file is something else.
pub(super) const MOST_UNREADABLE: usize = 100_000;
/// How many unreadable lines at the start of a file show that it is something else.
const STRANGE_LINES: usize = 100;
/// How much of a file is looked at to see what it is, in bytes.
const LOOKED_AT: u64 = 64 * 1024;

/// How files of other kinds begin.
const BEGINNINGS: &[(&[u8], Foreign)] = &[
    (b"\x89PNG", Foreign::Picture),
    (b"\xff\xd8\xff", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"BM", Foreign::Picture),
    (b"II*\0", Foreign::Picture),
    (b"MM\0*", Foreign::Picture),
    (b"PK\x03\x04", Foreign::Document),
    (b"\xd0\xcf\x11\xe0", Foreign::Document),
    (b"%PDF", Foreign::Document),
    (b"{\\rtf", Foreign::Document),
    (b"\x1f\x8b", Foreign::Document),
];

/// An open file that seems to hold transactions, at its start.
pub(super) struct Opened {
    source: Take<Chain<Cursor<Vec<u8>>, File>>,
    /// Its length when it was opened, in bytes: what is appended meanwhile is not read. `None` for
    /// a pipe, and where the file system knows none: it is read until it ends.
    pub length: Option<u64>,
}

impl Read for Opened {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.source.read(buffer)
    }
}

/// Opens a file and sees that it can be one of transactions.
pub(super) fn open(path: &Path) -> Result<Opened, ReviewError> {
    match open_any(path)? {
        (opened, None) => Ok(opened),
        (_, Some(what)) => Err(ReviewError::Foreign { path: path.to_path_buf(), what }),
    }
}

/// The same for a file that may hold any text.
pub(super) fn open_text(path: &Path) -> Result<Opened, ReviewError> {
    match open_any(path)? {
        (opened, None | Some(Foreign::Text)) => Ok(opened),
        (_, Some(what)) => Err(ReviewError::Foreign { path: path.to_path_buf(), what }),
    }
}

/// Opens a file, and says what it is if it can't be one of transactions.
fn open_any(path: &Path) -> Result<(Opened, Option<Foreign>), ReviewError> {
    let foreign = |what| ReviewError::Foreign { path: path.to_path_buf(), what };
    if path.is_dir() {
        return Err(foreign(Foreign::Folder));
    }
    let mut file = File::open(path).context(Operation::Read, path)?;
    let meta = file.metadata().context(Operation::Open, path)?;
    let length = Some(meta.len()).filter(|length| meta.is_file() && *length > 0);
    let mut start = Vec::new();
    file.by_ref().take(LOOKED_AT).read_to_end(&mut start).context(Operation::Read, path)?;
    let what = what_is(&start);
    // A pipe can't be read from its start again.
    let source = Cursor::new(start).chain(file).take(length.unwrap_or(u64::MAX));
    Ok((Opened { source, length }, what))
}

/// What a file is that starts like this; `None` when it can be one of transactions.
fn what_is(start: &[u8]) -> Option<Foreign> {
    if let Some((_, what)) = BEGINNINGS.iter().find(|(bytes, _)| start.starts_with(bytes)) {
        return Some(*what);
    }
    if Encoding::of(start).is_utf16() {
        return Some(Foreign::Utf16);
    }
    // NUL bytes at a crash's torn end are behind text.
    let text = start.iter().rposition(|byte| *byte != 0).and_then(|last| start.get(..=last));
    let first_line = text.unwrap_or(start).split(|byte| matches!(byte, b'\r' | b'\n')).next();
    if first_line.is_some_and(|line| line.contains(&0)) {
        return Some(Foreign::Binary);
    }
    let mut reader = Reader::new(start);
    let mut strange = 0;
    // Reading from memory never fails.
    while let Ok(Some(line)) = reader.next_line() {
        match line.reading {
            Reading::Transaction { .. } => return None,
            Reading::Blank => {}
            Reading::Unreadable(_) => strange += 1,
        }
    }
    (strange >= STRANGE_LINES).then_some(Foreign::Text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_other_kinds_are_recognised() {
        let utf16: Vec<u8> = "202611231405R1\r\n".bytes().flat_map(|byte| [byte, 0]).collect();
        let with_mark = [b"\xff\xfe".as_slice(), &utf16].concat();
        for (start, what) in [
            (b"\x89PNG\r\n\x1a\n".to_vec(), Some(Foreign::Picture)),
            (b"PK\x03\x04....word/document.xml".to_vec(), Some(Foreign::Document)),
            (utf16, Some(Foreign::Utf16)),
            (with_mark, Some(Foreign::Utf16)),
            (vec![0; 1000], Some(Foreign::Binary)),
            (b"a line\n".repeat(100), Some(Foreign::Text)),
            (b"a line\n".repeat(99), None),
            (b"202611231405R1\r\n\0\0\0".to_vec(), None),
            ([b"202611231405R1\r\n".repeat(10), vec![0; 3936]].concat(), None),
            ([b"202611231405R1\r\n".to_vec(), vec![0; 65_536]].concat(), None),
            ([b"20261123".to_vec(), vec![0; 4096]].concat(), None),
            (b"202611231405R1\r202611231405R2\r\0\0".to_vec(), None),
            (b"MZ\x90\0\x03\0\0\0".to_vec(), Some(Foreign::Binary)),
            (b"202611231405R1\r\n".to_vec(), None),
            (Vec::new(), None),
        ] {
            assert_eq!(what_is(&start), what, "{}", start[..start.len().min(20)].escape_ascii());
        }
    }
}
