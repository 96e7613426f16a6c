//! A second reader of `OffCirc.dat`, written from the description of the format alone, as plainly
//! as can be: it takes the whole file at once and knows nothing of the first one's parts.

use offcirc::dat::{Layout, LineEnd, MAX_LINE, Reader, Reading, Reason, Unreadable};
use offcirc::transaction::Transaction;

/// What a line says.
#[derive(Debug, PartialEq, Eq)]
pub enum Says {
    Blank,
    Transaction(Fields),
    /// The column at which it can't be read, where there is only one answer.
    Nothing(Option<usize>),
}

/// A transaction as text.
#[derive(Debug, PartialEq, Eq)]
pub struct Fields {
    pub minute: String,
    pub item: String,
    pub borrower: Option<Borrower>,
}

/// Who borrows, and the column at which that stands.
#[derive(Debug, PartialEq, Eq)]
pub struct Borrower {
    pub barcode: String,
    pub column: usize,
}

/// Reads `bytes` in the pieces that `source` gives and compares with this reader, line by line:
/// every byte behind a byte order mark belongs to one line, the lines are counted without a gap, and
/// they say the same.
pub fn compare(bytes: &[u8], source: impl std::io::Read) {
    let mut reader = Reader::new(source);
    let mut rest = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut number = 0;
    while !rest.is_empty() {
        let line = reader.next_line().expect("the source never fails").expect("bytes are left");
        let (text, end) = first_line(rest);
        let length = text.len() + end.len();
        number += 1;
        assert_eq!(line.number, number);
        assert_eq!(line.offset, (bytes.len() - rest.len()) as u64);
        assert_eq!(line.length, length as u64);
        assert_eq!(line.end.map_or("", as_text).as_bytes(), end);
        assert_eq!(line.bytes, &text[..text.len().min(MAX_LINE)]);
        assert_eq!(line.strict, end == b"\r\n" && is_strict(text));
        match torn_at(text) {
            Some(column) if end.is_empty() => {
                let torn = Unreadable { column, reason: Reason::TornEnd };
                assert_eq!(line.reading, Reading::Unreadable(torn));
            }
            _ => compare_line(text, &line.reading),
        }
        rest = &rest[length..];
    }
    for _ in 0..2 {
        assert_eq!(
            reader.next_line().expect("the source never fails"),
            None,
            "after the last line"
        );
    }
    assert_eq!(reader.has_mark(), bytes.starts_with("\u{feff}".as_bytes()));
}

/// The first line, and its end: one of the four, the longest that is there.
fn first_line(bytes: &[u8]) -> (&[u8], &[u8]) {
    for at in 0..bytes.len() {
        for end in ["\r\r\n", "\r\n", "\n", "\r"] {
            if bytes[at..].starts_with(end.as_bytes()) {
                return (&bytes[..at], end.as_bytes());
            }
        }
    }
    (bytes, b"")
}

fn as_text(end: LineEnd) -> &'static str {
    match end {
        LineEnd::CrLf => "\r\n",
        LineEnd::Lf => "\n",
        LineEnd::Cr => "\r",
        LineEnd::CrCrLf => "\r\r\n",
    }
}

/// Where the NUL bytes begin that are all that follows, behind no more than a line may have.
fn torn_at(text: &[u8]) -> Option<usize> {
    let mut start = text.len();
    while start > 0 && text[start - 1] == 0 {
        start -= 1;
    }
    (start < text.len() && start <= MAX_LINE).then_some(start)
}

/// Whether a line is as long as it must be, with spaces to column 93 and no more behind it.
fn is_strict(text: &[u8]) -> bool {
    match says(text) {
        Says::Transaction(Fields { borrower: None, .. }) => text.len() == 93,
        Says::Transaction(Fields { borrower: Some(borrower), .. }) => {
            borrower.column == 93 && text.len() == 93 + borrower.barcode.len()
        }
        Says::Blank | Says::Nothing(_) => false,
    }
}

fn compare_line(text: &[u8], reading: &Reading) {
    let expected = says(text);
    match reading {
        Reading::Blank => assert_eq!(expected, Says::Blank),
        Reading::Transaction { transaction, layout } => {
            assert_eq!(expected, Says::Transaction(fields(transaction, *layout)));
        }
        Reading::Unreadable(unreadable) => {
            let Says::Nothing(column) = expected else {
                panic!("{unreadable} in a line that says {expected:?}");
            };
            assert_eq!(column.unwrap_or(unreadable.column), unreadable.column, "{unreadable}");
            assert!(unreadable.column <= text.len(), "{unreadable}");
            let too_long = Reason::TooLong { length: text.len() as u64 };
            assert_eq!(text.len() > MAX_LINE, unreadable.reason == too_long, "{unreadable}");
        }
    }
}

/// A transaction as this reader would give it.
pub fn fields(transaction: &Transaction, layout: Layout) -> Fields {
    let column = match layout {
        Layout::Strict => 93,
        Layout::Shifted { borrower_column } => borrower_column,
    };
    Fields {
        minute: transaction.time.naive().format("%Y%m%d%H%M").to_string(),
        item: transaction.item().to_string(),
        borrower: transaction.borrower().map(|b| Borrower { barcode: b.to_string(), column }),
    }
}

/// What a line says; it comes without its end.
pub fn says(text: &[u8]) -> Says {
    if text.len() > MAX_LINE {
        return Says::Nothing(Some(MAX_LINE));
    }
    let mut text = text;
    while let [before @ .., b' '] = text {
        text = before;
    }
    if text.is_empty() {
        return Says::Blank;
    }
    for column in 0..12 {
        if !text.get(column).is_some_and(u8::is_ascii_digit) {
            return Says::Nothing(Some(column.min(text.len())));
        }
    }
    let (digits, rest) = text.split_at(12);
    let minute = String::from_utf8(digits.to_vec()).expect("digits are text");
    if !is_a_minute(&minute) {
        return Says::Nothing(Some(0));
    }
    let (loan, rest) = match rest {
        [b'L', rest @ ..] => (true, rest),
        [b'R', rest @ ..] => (false, rest),
        _ => return Says::Nothing(Some(12)),
    };
    if rest.is_empty() {
        return Says::Nothing(Some(13));
    }
    if !loan {
        return match barcode(rest) {
            Some(item) => Says::Transaction(Fields { minute, item, borrower: None }),
            None => Says::Nothing(None),
        };
    }
    // First by columns; then by the first gap of two spaces.
    if rest.len() > 80
        && let (Some(item), Some(borrower)) = (padded(&rest[..80]), barcode(&rest[80..]))
    {
        let borrower = Some(Borrower { barcode: borrower, column: 93 });
        return Says::Transaction(Fields { minute, item, borrower });
    }
    for gap in 0..rest.len() {
        if rest[gap..].starts_with(b"  ") {
            let spaces = rest[gap..].iter().take_while(|byte| **byte == b' ').count();
            let start = gap + spaces;
            return match (barcode(&rest[..gap]), barcode(&rest[start..])) {
                (Some(item), Some(borrower)) => {
                    let borrower = Some(Borrower { barcode: borrower, column: 13 + start });
                    Says::Transaction(Fields { minute, item, borrower })
                }
                _ => Says::Nothing(None),
            };
        }
    }
    Says::Nothing(None)
}

/// 1 to 80 printable ASCII characters, no space at the ends, no two in a row.
fn barcode(text: &[u8]) -> Option<String> {
    let printable = text.iter().all(|byte| (b' '..=b'~').contains(byte));
    let outer = text.first() == Some(&b' ') || text.last() == Some(&b' ');
    let double = (1..text.len()).any(|at| text[at - 1] == b' ' && text[at] == b' ');
    let good = printable && !outer && !double && (1..=80).contains(&text.len());
    good.then(|| text.iter().map(|byte| char::from(*byte)).collect())
}

/// A barcode with any number of spaces behind it.
fn padded(mut text: &[u8]) -> Option<String> {
    while let [before @ .., b' '] = text {
        text = before;
    }
    barcode(text)
}

/// Whether twelve digits are a date and time of the Gregorian calendar.
fn is_a_minute(digits: &str) -> bool {
    let number = |from: usize, to: usize| -> u32 { digits[from..to].parse().expect("digits") };
    let (year, month, day) = (number(0, 4), number(4, 6), number(6, 8));
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day) && number(8, 10) < 24 && number(10, 12) < 60
}
