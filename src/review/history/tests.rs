use super::*;

#[test]
fn finds_by_barcode_day_and_kind_the_newest_first() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dat");
    let lines = [
        format!("202611221405L{:<80}{}\r\n", "AB 123", "20001"),
        format!("202611231405L{:<80}{}\r\n", "30001", "20002"),
        format!("202611211405R{:<80}\r\n", "ab124"),
        format!("202611231405R{:<80}\r\n", "30001"),
    ];
    std::fs::write(&path, lines.concat()).unwrap();
    let ledger = Ledger::read(&[path], &Progress::default()).unwrap();
    let day = |day| NaiveDate::from_ymd_opt(2026, 11, day);
    for (barcode, day, kind, found) in [
        ("", None, None, vec![3, 1, 0, 2]),
        (" \t", None, None, vec![3, 1, 0, 2]),
        ("a b12", None, None, vec![0, 2]),
        ("b1 23", None, None, vec![0]),
        ("0001", None, None, vec![3, 1, 0]),
        ("30001", None, None, vec![3, 1]),
        ("30001 ", None, Some(Kind::Loan), vec![1]),
        ("", day(22), None, vec![0]),
        ("", day(23), Some(Kind::Return), vec![3]),
        ("0001", day(21), None, vec![]),
        ("é", None, None, vec![]),
    ] {
        let search = Search { barcode: barcode.to_owned(), day, kind };
        assert_eq!(find(&ledger, &search, &Progress::default()), Ok(found), "{search:?}");
    }
    let progress = Progress::default();
    progress.stop();
    assert_eq!(find(&ledger, &Search::default(), &progress), Err(Stopped));
}
