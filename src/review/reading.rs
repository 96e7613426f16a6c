//! Reading files on a thread of its own: while one part is looked up, the next is read.

use std::io;
use std::path::{Path, PathBuf};

use super::beside::make_and_take;
use super::progress::{Progress, Stopped};
use super::source::{self, Foreign, MOST_UNREADABLE, ReviewError, Source, UnreadableLine};
use crate::barcode::Barcode;
use crate::dat::{Kind, Layout, Reader, Reading};
use crate::store::{Context as _, Operation};
use crate::transaction::{Action, DeskTime};

/// Bytes of a part: so many that handing it over costs nothing, so few that what they say stays
/// in the processor's cache.
const PART: u64 = 256 * 1024;

/// What the thread that reads has to tell: for each file its parts, then how it ended.
pub(super) enum Read {
    /// Some lines more.
    Part(Part),
    /// The file is read to its end.
    Whole(Source),
    /// The file can't be read; its parts don't count.
    Failed(ReviewError),
}

/// Some lines of a file.
#[derive(Default)]
pub(super) struct Part {
    pub lines: Vec<PartLine>,
    /// The item of each line, and behind it its borrower if it is a loan.
    pub barcodes: Vec<Barcode>,
    /// Their source is not filled in yet.
    pub unreadable: Vec<UnreadableLine>,
}

/// A line with a transaction, without its barcodes.
pub(super) struct PartLine {
    pub number: u64,
    pub time: DeskTime,
    pub kind: Kind,
    pub shifted: Option<u16>,
}

/// Reads the files, one after the other, and hands what they say to `take`.
pub(super) fn read(
    paths: &[PathBuf],
    progress: &Progress,
    mut take: impl FnMut(Read),
) -> Result<(), Stopped> {
    make_and_take(
        |hand_over| read_files(paths, progress, hand_over),
        |read| {
            take(read);
            Ok(())
        },
    )
}

fn read_files(
    paths: &[PathBuf],
    progress: &Progress,
    hand_over: &mut dyn FnMut(Read) -> Result<(), Stopped>,
) -> Result<(), Stopped> {
    for path in paths {
        let end = match read_file(path, progress, |part| hand_over(Read::Part(part))) {
            Ok(source) => Read::Whole(source),
            Err(ReviewError::Stopped(stopped)) => return Err(stopped),
            Err(error) => Read::Failed(error),
        };
        hand_over(end)?;
    }
    Ok(())
}

fn read_file(
    path: &Path,
    progress: &Progress,
    mut hand_over: impl FnMut(Part) -> Result<(), Stopped>,
) -> Result<Source, ReviewError> {
    let opened = source::open(path)?;
    progress.expect(opened.length.unwrap_or_default());
    let mut source = Source::new(path, opened.length);
    let mut reader = Reader::new(opened);
    let mut unreadable = 0;
    loop {
        let before = source.bytes;
        let part = next_part(&mut reader, &mut source).context(Operation::Read, path)?;
        if source.bytes == before {
            break;
        }
        progress.advance(source.bytes - before)?;
        unreadable += part.unreadable.len();
        if unreadable > MOST_UNREADABLE {
            return Err(ReviewError::Foreign { path: source.path, what: Foreign::Text });
        }
        hand_over(part)?;
    }
    source.finish(reader.has_mark());
    source.is_still_there()?;
    Ok(source)
}

/// Reads some lines more, and adds to `source` what they take.
fn next_part(reader: &mut Reader<impl io::Read>, source: &mut Source) -> io::Result<Part> {
    let mut part = Part::default();
    let until = source.bytes + PART;
    while source.bytes < until
        && let Some(line) = reader.next_line()?
    {
        let (number, offset, length) = (line.number, line.offset, line.length);
        source.add(&line);
        match line.reading {
            Reading::Blank => {}
            Reading::Transaction { transaction, layout } => {
                let shifted = match layout {
                    Layout::Strict => None,
                    Layout::Shifted { borrower_column } => u16::try_from(borrower_column).ok(),
                };
                let (time, kind) = (transaction.time, Kind::of(&transaction));
                part.lines.push(PartLine { number, time, kind, shifted });
                match transaction.action {
                    Action::Loan { item, borrower } => part.barcodes.extend([item, borrower]),
                    Action::Return { item } => part.barcodes.push(item),
                }
            }
            Reading::Unreadable(why) => {
                part.unreadable.push(UnreadableLine {
                    source: 0,
                    line: number,
                    offset,
                    length,
                    why,
                });
            }
        }
    }
    Ok(part)
}

#[cfg(test)]
mod tests {
    use std::fs::{self, OpenOptions};

    use super::*;

    /// How reading a file of some parts ends when this happens to it after the first part.
    fn read_while(change: impl Fn(&Path)) -> Result<Source, ReviewError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.dat");
        let line = format!("202611231405R{:<80}\r\n", 1);
        fs::write(&path, line.repeat(20_000)).unwrap();
        let mut parts = 0;
        read_file(&path, &Progress::default(), |_| {
            parts += 1;
            if parts == 1 {
                change(&path);
            }
            Ok(())
        })
    }

    #[test]
    fn a_file_that_shrinks_or_vanishes_while_it_is_read_is_not_taken_for_whole() {
        assert_eq!(read_while(|_| ()).unwrap().lines, 20_000);
        let cut = |path: &Path| OpenOptions::new().write(true).open(path)?.set_len(1000);
        let shrunk = read_while(|path| cut(path).unwrap());
        assert!(matches!(shrunk, Err(ReviewError::Changed { .. })), "{shrunk:?}");
        if cfg!(unix) {
            let gone = read_while(|path| fs::remove_file(path).unwrap());
            assert!(matches!(gone, Err(ReviewError::Changed { .. })), "{gone:?}");
        }
        let grown = read_while(|path| {
            let file = OpenOptions::new().append(true).open(path).unwrap();
            io::Write::write_all(&mut &file, b"202611231405R2\r\n").unwrap();
        });
        assert_eq!(grown.unwrap().lines, 20_000, "what comes later is not looked at");
    }
}
