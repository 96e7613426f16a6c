//! What a crash can leave at the end of a file.

use std::fmt;

use super::BORROWER_COLUMN;
use super::line::{Reading, read_line};
use super::reader::Reader;
use crate::transaction::{Action, Transaction};

/// How much is read at a time, in bytes: some hundred lines.
const BLOCK: u64 = 64 * 1024;
/// As much of a line cut short is read as can be a transaction, and some spaces.
const FRAGMENT: usize = 1024;

/// How much of `tail`, the last bytes of a file that [`encode`](super::encode) has written, is
/// complete lines. `None` when there is no line end in `tail` at all.
///
/// Of a file that others may have written, [`FileEnd::find`] says more.
#[must_use]
pub fn complete_length(tail: &[u8]) -> Option<usize> {
    memchr::memrchr(b'\n', tail).map(|end| end + 1)
}

/// How a file of transactions ends.
///
/// A file is lines, up to [`whole`](Self::whole). The last of them may lack its end or a part of it:
/// [`missing`](Self::missing) is to be appended to it. What stands behind them is
/// [`torn`](Self::torn): a line cut short, the NUL bytes that a file system can leave after a power
/// cut, or both.
///
/// A last line without its end is whole when nothing can be missing of what it says. OffCirc writes
/// a record with its end at once, so without its end a record may be cut short anywhere: a borrower
/// `2000` may be the start of `20001234567890`. It is whole when
///
/// - `\r` stands at its end: only the `\n` is missing. Unless the lines before end with `\r` alone:
///   then nothing is.
/// - it is a return whose item is complete, because the line has its 93 columns, because two spaces
///   follow, which no barcode has, or because the item is as long as the longest one in the lines
///   before. What it lacks of its columns is missing, too.
/// - it is a loan whose borrower is complete, for the last two of these reasons or because it has all
///   the 80 characters that a barcode can have.
///
/// Where barcodes differ in length, one that is cut short may be as long as a shorter one is: that is
/// why only the longest one counts. With NUL bytes behind it, no line without its end is whole: they
/// say that a crash was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileEnd {
    /// How many bytes of the file are lines.
    pub whole: u64,
    /// What the last of these lacks; empty when it is complete.
    pub missing: &'static [u8],
    /// What stands behind them, if anything does.
    pub torn: Option<Fragment>,
}

impl FileEnd {
    /// Finds the end of a file of `length` bytes; `read` returns that many bytes from an offset; the
    /// file has all of them.
    ///
    /// It reads a block or two from the end, and more only where that is all NUL bytes.
    ///
    /// # Errors
    ///
    /// What `read` says.
    pub fn find<E>(
        length: u64,
        mut read: impl FnMut(u64, usize) -> Result<Vec<u8>, E>,
    ) -> Result<Self, E> {
        let Some(end) = find_back(length, &mut read, |block| rfind(block, |byte| byte != 0))?
        else {
            let torn = (length > 0).then(|| Fragment::read(&[]));
            return Ok(Self { whole: 0, missing: b"", torn });
        };
        let start = end.saturating_sub(BLOCK);
        let block = read_block(start, end, &mut read)?;
        let has_nuls = end < length;
        let lines = rfind(&block, is_line_end);
        if lines.is_none() && start > 0 {
            // Longer than any line.
            let whole = find_back(start, &mut read, |block| rfind(block, is_line_end))?;
            let whole = whole.unwrap_or(0);
            let torn = read_block(whole, end.min(whole + FRAGMENT as u64), &mut read)?;
            return Ok(Self { whole, missing: b"", torn: Some(Fragment::read(&torn)) });
        }
        let (lines, last) = block.split_at(lines.unwrap_or(0));
        let behind = start + lines.len() as u64;
        if last.is_empty() {
            let torn = has_nuls.then(|| Fragment::read(&[]));
            return Ok(Self { whole: behind, missing: missing_newline(lines), torn });
        }
        // Where the file does not begin here, a part of a line may: it says nothing of its barcodes.
        let lines = if start == 0 { lines } else { rest_of_lines(lines) };
        let missing = if has_nuls { None } else { missing_of_record(last, lines) };
        Ok(if let Some(missing) = missing {
            Self { whole: end, missing, torn: None }
        } else {
            let torn = last.get(..FRAGMENT).unwrap_or(last);
            Self { whole: behind, missing: b"", torn: Some(Fragment::read(torn)) }
        })
    }
}

/// The last place behind a byte that `found` finds, searched block by block from `end` back.
fn find_back<E>(
    mut end: u64,
    read: &mut impl FnMut(u64, usize) -> Result<Vec<u8>, E>,
    found: impl Fn(&[u8]) -> Option<usize>,
) -> Result<Option<u64>, E> {
    while end > 0 {
        let start = end.saturating_sub(BLOCK);
        if let Some(place) = found(&read_block(start, end, read)?) {
            return Ok(Some(start + place as u64));
        }
        end = start;
    }
    Ok(None)
}

fn read_block<E>(
    start: u64,
    end: u64,
    read: &mut impl FnMut(u64, usize) -> Result<Vec<u8>, E>,
) -> Result<Vec<u8>, E> {
    // A block is small.
    read(start, usize::try_from(end - start).unwrap_or(usize::MAX))
}

/// The place behind the last byte that fits.
fn rfind(bytes: &[u8], fits: impl Fn(u8) -> bool) -> Option<usize> {
    bytes.iter().rposition(|byte| fits(*byte)).map(|last| last + 1)
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

/// What stands behind the first line end.
fn rest_of_lines(lines: &[u8]) -> &[u8] {
    let first = lines.iter().position(|byte| is_line_end(*byte)).map_or(0, |end| end + 1);
    lines.get(first..).unwrap_or_default()
}

/// The `\n` that is missing behind lines whose last one ends with `\r`, unless the one before does.
fn missing_newline(lines: &[u8]) -> &'static [u8] {
    let text = rfind(lines, |byte| byte != b'\r').unwrap_or(0);
    let (before, ends) = lines.split_at(text);
    let line_before = rfind(before, is_line_end).and_then(|end| before.get(end - 1));
    if ends.is_empty() || line_before == Some(&b'\r') { b"" } else { b"\n" }
}

/// What a record lacks that has no end; `None` when it may be cut short. `before` are lines of the
/// file before it.
fn missing_of_record(line: &[u8], before: &[u8]) -> Option<&'static [u8]> {
    /// All that a return can lack.
    const ALL: &[u8] =
        b"                                                                                \r\n";
    let Reading::Transaction { transaction, .. } = read_line(line) else { return None };
    let is_return = transaction.borrower().is_none();
    let last = transaction.borrower().unwrap_or(transaction.item()).as_str().len();
    let is_whole = line.ends_with(b"  ")
        || (is_return && line.len() >= BORROWER_COLUMN)
        || last >= longest(before, is_return).unwrap_or(crate::barcode::Barcode::MAX_LENGTH);
    let padding = if is_return { BORROWER_COLUMN.saturating_sub(line.len()) } else { 0 };
    let missing = ALL.get(ALL.len().checked_sub(padding + b"\r\n".len())?..)?;
    is_whole.then_some(missing)
}

/// The length of the longest item, or of the longest borrower, in some lines.
fn longest(lines: &[u8], of_items: bool) -> Option<usize> {
    let mut reader = Reader::new(lines);
    let mut longest = None;
    // Reading from memory never fails.
    while let Ok(Some(line)) = reader.next_line() {
        let Reading::Transaction { transaction, .. } = line.reading else { continue };
        let barcode = match &transaction.action {
            Action::Loan { item, .. } | Action::Return { item } if of_items => Some(item),
            Action::Loan { borrower, .. } => Some(borrower),
            Action::Return { .. } => None,
        };
        longest = longest.max(barcode.map(|barcode| barcode.as_str().len()));
    }
    longest
}

/// The bytes behind the last line end, as far as they say something.
///
/// Displayed as text for a person: the cut-short line without its padding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fragment {
    text: String,
    /// The transaction, if all of it seems to be there. The borrower may still be cut short.
    pub transaction: Option<Transaction>,
}

impl Fragment {
    /// Reads what was cut short.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        let end = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
        let line = bytes.get(..end).unwrap_or(bytes);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let transaction = match read_line(line) {
            Reading::Transaction { transaction, .. } => Some(transaction),
            Reading::Blank | Reading::Unreadable(_) => None,
        };
        let words: Vec<&[u8]> =
            line.split(|byte| *byte == b' ').filter(|w| !w.is_empty()).take(8).collect();
        let text = words.join(&b' ').iter().take(200).copied().collect::<Vec<_>>();
        Self { text: text.escape_ascii().to_string(), transaction }
    }

    /// Whether there is nothing to tell: only NUL bytes or spaces.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

impl fmt::Display for Fragment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_the_last_line_end_is_not_complete() {
        assert_eq!(complete_length(b""), None);
        assert_eq!(complete_length(b"2026"), None);
        assert_eq!(complete_length(b"a\r\n"), Some(3));
        assert_eq!(complete_length(b"a\r\n2026\0\0"), Some(3));
        assert_eq!(complete_length(b"a\r\n\0\0\0"), Some(3));
    }

    /// How a file of these bytes ends.
    fn end_of(bytes: &[u8]) -> FileEnd {
        let end = FileEnd::find(bytes.len() as u64, |offset, count| {
            let offset = usize::try_from(offset).unwrap();
            let part = bytes.get(offset..offset + count).ok_or("beyond the file")?;
            Ok::<_, &str>(part.to_vec())
        });
        end.unwrap()
    }

    fn loan(item: &str, borrower: &str) -> String {
        format!("202611231405L{item:<80}{borrower}")
    }

    fn returned(item: &str) -> String {
        format!("202611231405R{item:<80}")
    }

    /// All is lines, and the last of them lacks this.
    #[track_caller]
    fn whole(file: &str, missing: &str) {
        let end = end_of(file.as_bytes());
        let expected = FileEnd { whole: file.len() as u64, missing: end.missing, torn: None };
        assert_eq!(end, expected, "{file:?}");
        assert_eq!(end.missing.escape_ascii().to_string(), missing.escape_default().to_string());
        // With what was missing nothing is.
        let completed = [file.as_bytes(), end.missing].concat();
        assert_eq!(
            end_of(&completed),
            FileEnd { whole: completed.len() as u64, missing: b"", torn: None }
        );
    }

    /// The last bytes are torn, behind so much that is whole, without and with NULs behind them.
    #[track_caller]
    fn torn(whole: &str, torn: &str) {
        torn_with(&[0], whole, torn);
        torn_before_nuls(whole, torn);
    }

    #[track_caller]
    fn torn_before_nuls(whole: &str, torn: &str) {
        torn_with(&[1, 4096, 200_000], whole, torn);
    }

    #[track_caller]
    fn torn_with(nuls: &[usize], whole: &str, torn: &str) {
        for &nuls in nuls {
            let file = [whole.as_bytes(), torn.as_bytes(), &vec![0; nuls]].concat();
            let end = end_of(&file);
            assert_eq!((end.whole, end.missing), (whole.len() as u64, &b""[..]), "{torn:?}");
            let fragment = end.torn.expect("something is torn");
            assert_eq!(fragment, Fragment::read(torn.as_bytes()));
        }
    }

    #[test]
    fn a_file_that_ends_with_a_line_end_is_whole() {
        for end in ["\r\n", "\n", "\r\r\n"] {
            whole(&format!("{}{end}", loan("3000", "2000")), "");
            whole(&format!("{}{end}nonsense{end}", loan("3000", "2000")), "");
        }
        whole("", "");
        whole("\r\n", "");
        let many = format!("{}\r\n", loan("3000", "2000")).repeat(5000);
        whole(&many, "");
    }

    #[test]
    fn a_newline_alone_may_be_missing() {
        let line = loan("3000", "2000");
        whole(&format!("{line}\r"), "\n");
        whole(&format!("{line}\r\n{line}\r"), "\n");
        whole(&format!("{line}\n{line}\r"), "\n");
        whole(&format!("{line}\r\r\n{line}\r\r"), "\n");
        whole(&format!("{line}\r\n\r"), "\n");
    }

    #[test]
    fn a_file_with_cr_alone_as_line_end_is_lines() {
        let line = loan("3000", "2000");
        whole(&format!("{line}\r{line}\r"), "");
        whole(&format!("{line}\r{line}\r\r"), "");
        whole(&format!("{line}\r").repeat(5000), "");
        whole(&format!("{line}\r{line}"), "\r\n");
        torn(&format!("{line}\r"), "20261123");
        torn(&format!("{line}\r").repeat(5000), &loan("3000", "200"));
    }

    #[test]
    fn a_return_is_whole_when_its_item_must_be() {
        let before = format!("{}\r\n", loan("30001234567890", "2000"));
        whole(&returned("3000"), "\r\n");
        whole(&returned(&"7".repeat(80)), "\r\n");
        whole(&format!("{before}{}", returned("3000")), "\r\n");
        // In its padding: what is missing is told by the columns.
        whole(&returned("3000")[..90], "   \r\n");
        whole(&format!("{before}202611231405R3000  "), &format!("{}\r\n", " ".repeat(74)));
        // Without its padding, as others write it.
        let lacks = format!("{}\r\n", " ".repeat(66));
        whole(&format!("{before}202611231405R30009876543210"), &lacks);
        whole("202611231405R30001234567890\n202611231405R30009876543210", &lacks);
        torn(&before, "202611231405R3000987654321");
        torn(&before, "202611231405R3000 ");
        torn("", "202611231405R30009876543210");
    }

    #[test]
    fn a_loan_is_whole_when_its_borrower_must_be() {
        let before = format!("{}\r\n", loan("3000", "20001234567890"));
        whole(&format!("{before}{}", loan("3001", "20009876543210")), "\r\n");
        whole(&format!("{before}202611231405L3001{}20009876543210", " ".repeat(71)), "\r\n");
        whole(&format!("{before}{}  ", loan("3001", "2000")), "\r\n");
        whole(&loan("3001", &"2".repeat(80)), "\r\n");
        for cut in 1..loan("3001", "20009876543210").len() {
            torn(&before, &loan("3001", "20009876543210")[..cut]);
        }
        // Nothing says how long a borrower is.
        torn("", &loan("3001", "20009876543210"));
        torn(&format!("{}\r\n", returned("3001")), &loan("3001", "20009876543210"));
        // As long as a shorter one.
        let differ = format!("{}\r\n{before}", loan("3000", "2000"));
        torn(&differ, &loan("3001", "2000"));
        whole(&format!("{differ}{}", loan("3001", "20009876543210")), "\r\n");
    }

    /// A block may begin within a line: the rest of it is no line.
    #[test]
    fn what_a_part_of_a_line_says_does_not_count() {
        let before = format!("{}\r\n", loan("3000", "2000")).repeat(3000);
        for lead in 0..120 {
            let file = format!("{}\r\n{before}", "x".repeat(lead));
            whole(&format!("{file}{}", loan("3001", "2001")), "\r\n");
            torn(&file, &loan("3001", "200"));
        }
    }

    #[test]
    fn nul_bytes_of_any_number_are_a_torn_end() {
        let line = format!("{}\r\n", loan("3000", "2000"));
        torn_before_nuls("", "");
        torn_before_nuls(&line, "2026");
        // Even what would be whole without them.
        torn_before_nuls(&line, &loan("3001", "2001"));
        torn_before_nuls(&line, &returned("3001"));
        for nuls in [1, 2, 4096, 65_535, 65_536, 65_537, 3_000_000] {
            for (before, missing) in [(&*line, ""), (&line.replace("\r\n", "\r"), "\n")] {
                let file = [before.as_bytes(), &vec![0; nuls]].concat();
                let end = end_of(&file);
                assert_eq!((end.whole, end.missing), (before.len() as u64, missing.as_bytes()));
                assert!(end.torn.is_some_and(|torn| torn.is_empty()));
            }
        }
    }

    #[test]
    fn an_endless_line_is_torn() {
        let line = format!("{}\r\n", loan("3000", "2000"));
        let endless = "x".repeat(150_000);
        for before in ["", &*line] {
            let end = end_of(format!("{before}{endless}").as_bytes());
            assert_eq!((end.whole, end.missing), (before.len() as u64, &b""[..]));
            assert_eq!(end.torn.unwrap().to_string(), "x".repeat(200));
        }
    }

    #[test]
    fn a_fragment_tells_what_it_holds() {
        let cut = Fragment::read(format!("202611231405L{:<80}2000", "3000").as_bytes());
        assert_eq!(cut.to_string(), "202611231405L3000 2000");
        assert!(cut.transaction.is_some());
        assert!(Fragment::read(b"\0\0\0").is_empty());
        let short = Fragment::read(b"20261123\0\0");
        assert_eq!((short.to_string().as_str(), short.transaction), ("20261123", None));
    }
}
