//! One writer a folder.

use std::io::{BufRead as _, BufReader, Write as _};

use offcirc::store::{GiveUp, Notice, RealDisk};

use crate::support::{Desk, LONG, line};

#[test]
fn a_second_program_is_told_who_has_the_folder_and_touches_nothing() {
    let desk = Desk::new();
    desk.write_dat(line(1));
    let mut first = desk.record().spawn().unwrap();
    let mut input = first.stdin.take().unwrap();
    input.write_all(b"R\t3000\n").unwrap();
    let mut answer = String::new();
    BufReader::new(first.stdout.take().unwrap()).read_line(&mut answer).unwrap();
    assert_eq!(answer.trim_end(), "saved\t1");
    let before = desk.read_dat();

    let (code, output, error) = desk.record_all("R\t3001\n");
    assert_eq!((code, output.as_str()), (1, ""));
    assert!(error.contains("open in another window since 20"), "{error}");
    assert_eq!(desk.read_dat(), before);

    let (_store, notices) = desk.start(RealDisk, GiveUp::Never);
    let Notice::InUse(holder) = notices.recv_timeout(LONG).unwrap() else { panic!("opened twice") };
    assert_eq!(holder.process, first.id().to_string());
    assert_eq!(holder.folder, desk.data_folder());

    drop(input);
    assert!(first.wait().unwrap().success());
    assert_eq!(desk.record_all("R\t3001\n").0, 0, "free again");
}

#[test]
fn a_killed_program_leaves_no_lock() {
    let desk = Desk::new();
    let mut first = desk.record().spawn().unwrap();
    let mut input = first.stdin.take().unwrap();
    input.write_all(b"R\t3000\n").unwrap();
    let mut answer = String::new();
    BufReader::new(first.stdout.take().unwrap()).read_line(&mut answer).unwrap();
    first.kill().unwrap();
    first.wait().unwrap();
    assert_eq!(desk.record_all("R\t3001\n").1, "saved\t1\n");
}
