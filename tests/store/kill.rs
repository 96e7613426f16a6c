//! `offcirc-cli record` fed without pause and killed at a random moment.

use std::io::{BufRead as _, BufReader, Write as _};
use std::time::{Duration, Instant};

use crate::support::Desk;

/// How often: 200 times is the proof, `OFFCIRC_KILLS` shortens it for a quick look.
fn runs() -> u64 {
    std::env::var("OFFCIRC_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(200)
}

#[test]
fn every_confirmation_is_found_in_the_file() {
    let desk = Desk::new();
    let (mut confirmed, mut fed, mut seed) = (Vec::new(), 0_u64, 0x2545_f491_4f6c_dd1d_u64);
    for _ in 0..runs() {
        let mut child = desk.record().spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        let first = fed;
        let feeder = std::thread::spawn(move || {
            let mut number = first;
            while writeln!(input, "L\t2000{number:010}\t3000{number:010}").is_ok() {
                number += 1;
            }
            number
        });
        // xorshift: another moment at every run, the same at every test.
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
        // Some confirmations first, so that the moment lies within the work.
        let answers_first = usize::try_from(seed % 7).unwrap();
        let mut answers: Vec<String> = output.by_ref().take(answers_first).flatten().collect();
        let until = Instant::now() + Duration::from_micros(seed % 4000);
        while Instant::now() < until {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        answers.extend(output.map_while(Result::ok));
        child.wait().unwrap();
        fed = feeder.join().unwrap() + 1;
        for answer in answers {
            let (word, number) = answer.split_once('\t').unwrap();
            let number = number.split('\t').next().unwrap();
            assert!(word == "saved" || word == "set-aside", "{answer}");
            confirmed.push(first + number.parse::<u64>().unwrap() - 1);
        }
    }
    let (code, _, _) = desk.record_all("");
    assert_eq!(code, 0);

    let text = desk.read_dat();
    let mut numbers = Vec::new();
    for line in text.split_inclusive('\n') {
        // Item at column 13, borrower at column 93, CR LF at the end.
        let (item, borrower) = (&line[13..27], &line[93..]);
        assert_eq!(&line[12..13], "L");
        assert!(line[27..93].chars().all(|c| c == ' '), "{line:?}");
        assert_eq!(borrower, format!("2000{}\r\n", &item[4..]), "half a line");
        numbers.push(item[4..].parse::<u64>().unwrap());
    }
    assert!(numbers.is_sorted_by(|a, b| a < b), "once, in order");
    assert!(confirmed.len() as u64 > runs(), "the work had begun: {}", confirmed.len());
    let missing: Vec<_> =
        confirmed.iter().filter(|number| numbers.binary_search(number).is_err()).collect();
    assert!(missing.is_empty(), "confirmed and not in the file: {missing:?}");
}
