//! `offcirc-cli record`: transactions from standard input, each answered by a line.

#![allow(clippy::print_stderr, reason = "a program of the command line speaks there")]

use std::collections::{BTreeMap, VecDeque};
use std::io::{self, BufRead, BufWriter, Read as _, StdoutLock, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, SyncSender, TryRecvError};
use std::thread;
use std::time::Duration;

use offcirc::clocks;
use offcirc::desk::{Desk as Workflow, Doubt, Effect, Event, Field, Mode, Said, Watch};
use offcirc::ending;
use offcirc::scan::{By, Rules, Scan};
use offcirc::store::{Config, GiveUp, Notice, RealDisk, Store, Trouble, Unsaved};
use offcirc::text::{Texts, count};
use offcirc::transaction::{Ticket, Transaction};

use crate::desk::{self, Desk};

/// How long the end waits for a disk that hangs; what it still has to tell is not confirmed.
const PATIENCE: Duration = Duration::from_mins(2);

/// How many lines are read before the disk has answered for the first of them.
const MOST_AHEAD: usize = 4096;
/// A longer line is none, in bytes: the longest barcodes, and room for spaces.
const MOST_LINE: usize = 4096;

/// Records until the input ends.
pub fn run(data_dir: Option<&Path>) -> ExitCode {
    let texts = desk::texts();
    let desk = match Desk::find(&texts, data_dir) {
        Ok(desk) => desk,
        Err(sentence) => {
            eprintln!("{sentence}");
            return ExitCode::FAILURE;
        }
    };
    let config = Config {
        data_folder: desk.data_folder,
        spool_root: desk.spool_root,
        give_up: GiveUp::AtOnce,
    };
    let (bell, bells) = mpsc::sync_channel(1);
    let store_rings = bell.clone();
    let started = Store::start(config, Arc::new(RealDisk), move || ring(&store_rings));
    let recorded = started.and_then(|(store, notices)| {
        let rescue = store.rescue();
        ending::set(move || {
            // What is not answered is not confirmed: nothing is left to be told.
            let _ = rescue.put_all_aside();
        });
        ending::watch()?;
        let lines = read_lines(bell)?;
        let output = BufWriter::new(io::stdout().lock());
        let mut recorder = Recorder {
            texts,
            store,
            notices,
            output,
            tickets: 0,
            unanswered: VecDeque::new(),
            in_doubt: BTreeMap::new(),
            recorded: 0,
            all_well: true,
        };
        recorder.record_all(&lines, &bells)?;
        recorder.close()
    });
    // Whoever reads the answers may have gone before they were given.
    ending::come();
    match recorded {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("offcirc-cli: {error}");
            ExitCode::FAILURE
        }
    }
}

struct Recorder {
    texts: Texts,
    store: Store,
    notices: Receiver<Notice>,
    /// What is known together is told together.
    output: BufWriter<StdoutLock<'static>>,
    /// How many transactions have been given to the store.
    tickets: u64,
    /// Lines whose answer is not printed yet, oldest first.
    unanswered: VecDeque<Unanswered>,
    /// Transactions that were answered as in doubt, with their lines.
    in_doubt: BTreeMap<Ticket, u64>,
    /// Transactions that are on a disk.
    recorded: u64,
    /// Nothing was set aside and nothing failed.
    all_well: bool,
}

/// A line of the input that was not answered yet.
struct Unanswered {
    /// Its number.
    line: u64,
    /// Of its transaction; of the one before if it is none.
    ticket: Ticket,
    answer: Answer,
}

/// What is said of a line.
enum Answer {
    /// It is no transaction.
    Rejected(String),
    /// The store is at it.
    Waits,
    /// What became of its transaction.
    Became(Became),
}

/// What a line of the input asks for.
enum Asked<'a> {
    Loan { borrower: &'a str, item: &'a str },
    Return { item: &'a str },
}

/// What became of a transaction.
enum Became {
    Saved,
    SetAside(Trouble),
    Failed(Unsaved),
    InDoubt(Unsaved),
}

/// A line of the input, with its number; `None` if it is too long to be one.
type Line = (u64, Option<Vec<u8>>);

/// What an input gives.
enum Read {
    Line(Vec<u8>),
    TooLong,
    End,
}

/// Says that there is a line or a notice. One that was not heard yet says it too.
fn ring(bell: &SyncSender<()>) {
    let _ = bell.try_send(());
}

/// Reads the lines of the input on a thread of its own, while the disk works.
fn read_lines(bell: SyncSender<()>) -> io::Result<Receiver<io::Result<Line>>> {
    let (lines, incoming) = mpsc::sync_channel(MOST_AHEAD);
    thread::Builder::new().name("offcirc-input".into()).spawn(move || {
        let mut input = io::stdin().lock();
        for number in 1_u64.. {
            let line = match read_line(&mut input) {
                Ok(Read::End) => break,
                Ok(Read::Line(line)) => Ok((number, Some(line))),
                Ok(Read::TooLong) => Ok((number, None)),
                Err(error) => Err(error),
            };
            let is_last = line.is_err();
            if lines.send(line).is_err() || is_last {
                break;
            }
            ring(&bell);
        }
        drop(lines);
        ring(&bell);
    })?;
    Ok(incoming)
}

/// The next line of an input; of one that is longer than any line nothing is kept.
fn read_line(input: &mut impl BufRead) -> io::Result<Read> {
    let mut line = Vec::new();
    let most = u64::try_from(MOST_LINE).unwrap_or(u64::MAX);
    if input.by_ref().take(most).read_until(b'\n', &mut line)? == 0 {
        return Ok(Read::End);
    }
    if line.len() < MOST_LINE || line.ends_with(b"\n") {
        return Ok(Read::Line(line));
    }
    loop {
        line.clear();
        let read = input.by_ref().take(most).read_until(b'\n', &mut line)?;
        if read == 0 || line.ends_with(b"\n") {
            return Ok(Read::TooLong);
        }
    }
}

impl Recorder {
    /// Takes lines and notices, as they come; stops when another window has the folder.
    fn record_all(
        &mut self,
        lines: &Receiver<io::Result<Line>>,
        bells: &Receiver<()>,
    ) -> io::Result<()> {
        let mut is_at_end = false;
        loop {
            loop {
                match self.notices.try_recv() {
                    Ok(Notice::Closed) | Err(TryRecvError::Disconnected) => return Ok(()),
                    Ok(notice) => self.take(&notice)?,
                    Err(TryRecvError::Empty) => break,
                }
            }
            self.print_answers()?;
            if !is_at_end && self.unanswered.len() < MOST_AHEAD {
                match lines.try_recv() {
                    Ok(line) => {
                        self.take_line(line?);
                        continue;
                    }
                    Err(TryRecvError::Empty) => {}
                    Err(TryRecvError::Disconnected) => is_at_end = true,
                }
            }
            // Nothing can be done now: whoever waits for the answers gets them.
            self.output.flush()?;
            if is_at_end && self.unanswered.is_empty() {
                return Ok(());
            }
            // Whoever rings is there as long as there is something to come.
            if bells.recv().is_err() {
                return Ok(());
            }
        }
    }

    fn take_line(&mut self, (line, text): Line) {
        let answer = match text {
            Some(text) if text.trim_ascii().is_empty() => return,
            None => Answer::Rejected(self.texts.say("cli-line-too-long")),
            Some(text) => match self.transaction(&text) {
                Err(reason) => Answer::Rejected(reason),
                Ok(transaction) => {
                    self.tickets += 1;
                    self.store.append(Ticket(self.tickets), &transaction);
                    Answer::Waits
                }
            },
        };
        let ticket = Ticket(self.tickets);
        self.unanswered.push_back(Unanswered { line, ticket, answer });
    }

    /// Prints the answers that are known, as far as none before them is missing.
    fn print_answers(&mut self) -> io::Result<()> {
        let is_known = |it: &mut Unanswered| !matches!(it.answer, Answer::Waits);
        while let Some(Unanswered { line, answer, .. }) = self.unanswered.pop_front_if(is_known) {
            let answer = match answer {
                Answer::Waits => break,
                Answer::Rejected(reason) => format!("rejected\t{line}\t{reason}"),
                Answer::Became(became) => self.answer(line, &became),
            };
            writeln!(self.output, "{answer}")?;
        }
        Ok(())
    }

    /// Takes what the store says.
    fn take(&mut self, notice: &Notice) -> io::Result<()> {
        let (ticket, became) = match notice {
            Notice::Saved(ticket) => (*ticket, Became::Saved),
            Notice::SetAside(ticket, trouble) => (*ticket, Became::SetAside(trouble.clone())),
            Notice::NotSaved(ticket, unsaved) => (*ticket, Became::Failed(unsaved.clone())),
            Notice::InDoubt(ticket, unsaved) => (*ticket, Became::InDoubt(unsaved.clone())),
            other => {
                self.tell(other);
                return Ok(());
            }
        };
        if let Some(line) = self.in_doubt.remove(&ticket) {
            let answer = self.answer(line, &became);
            return writeln!(self.output, "{answer}\t{line}");
        }
        // The first with this ticket is the transaction. Those set aside have been answered.
        let place = self.unanswered.partition_point(|it| it.ticket < ticket);
        let waits =
            |it: &&mut Unanswered| it.ticket == ticket && matches!(it.answer, Answer::Waits);
        if let Some(unanswered) = self.unanswered.get_mut(place).filter(waits) {
            if matches!(became, Became::InDoubt(_)) {
                self.in_doubt.insert(ticket, unanswered.line);
            }
            unanswered.answer = Answer::Became(became);
        }
        Ok(())
    }

    /// The transaction that a desk makes of a line, or why it makes none. Each line has a desk of its
    /// own: what is remembered of others would grow with them.
    fn transaction(&self, line: &[u8]) -> Result<Transaction, String> {
        let mut desk = Workflow::watching(Watch::default(), Rules::as_it_stands());
        let effects = match self.read(line)? {
            Asked::Loan { borrower, item } => {
                self.enter(&mut desk, Field::Borrower, borrower)?;
                self.enter(&mut desk, Field::Item, item)?
            }
            Asked::Return { item } => {
                desk.handle(Event::Choose(Mode::Return));
                self.enter(&mut desk, Field::Item, item)?
            }
        };
        let append = effects.into_iter().find_map(|effect| match effect {
            Effect::Append(_, transaction) => Some(transaction),
            Effect::Clear(_) | Effect::Select(_) | Effect::AskToTakeBack(_) => None,
        });
        append.ok_or_else(|| self.texts.say("band-no-such-time"))
    }

    fn read<'a>(&self, line: &'a [u8]) -> Result<Asked<'a>, String> {
        let line = std::str::from_utf8(line).map_err(|_| self.texts.say("cli-not-text"))?;
        let line = line.strip_suffix('\n').unwrap_or(line);
        let line = line.strip_suffix('\r').unwrap_or(line);
        let mut fields = line.split('\t');
        let kind = fields.next();
        match (kind, fields.next(), fields.next(), fields.next()) {
            (Some("L"), Some(borrower), Some(item), None) => Ok(Asked::Loan { borrower, item }),
            (Some("R"), Some(item), None, None) => Ok(Asked::Return { item }),
            (Some("L"), ..) => Err(self.texts.say("cli-fields-loan")),
            (Some("R"), ..) => Err(self.texts.say("cli-fields-return")),
            _ => Err(self.texts.say("cli-kind")),
        }
    }

    /// Types into a field of the desk; says why it refuses.
    fn enter(&self, desk: &mut Workflow, field: Field, text: &str) -> Result<Vec<Effect>, String> {
        let key = if field == Field::Borrower { "cli-borrower" } else { "cli-item" };
        let refused = |reason: String| self.texts.fill(key, &[("reason", reason.into())]);
        if text.trim().is_empty() {
            return Err(refused(self.texts.say("barcode-empty")));
        }
        let now = clocks::read();
        let effects =
            desk.handle(Event::Entered { field, scan: Scan::of_text(text, By::Hand), now });
        match desk.said() {
            Said::Refused { error, .. } => Err(refused(self.texts.barcode_error(*error))),
            Said::Held(_, Doubt::Breaks(breach)) => Err(refused(self.texts.breach(breach))),
            Said::SameAsBorrower(_) => Err(refused(self.texts.say("cli-same-as-borrower"))),
            _ => Ok(effects),
        }
    }

    fn answer(&mut self, line: u64, became: &Became) -> String {
        self.all_well &= matches!(became, Became::Saved);
        self.recorded += u64::from(matches!(became, Became::Saved | Became::SetAside(_)));
        match became {
            Became::Saved => format!("saved\t{}", self.recorded),
            Became::SetAside(trouble) => {
                format!("set-aside\t{}\t{}", self.recorded, self.texts.trouble(trouble))
            }
            Became::InDoubt(unsaved) => {
                let reason = [("reason", self.texts.unsaved(unsaved).into())];
                format!("unknown\t{line}\t{}", self.texts.fill("cli-in-doubt", &reason))
            }
            Became::Failed(unsaved) => format!("failed\t{line}\t{}", self.texts.unsaved(unsaved)),
        }
    }

    /// Says on standard error what concerns no line of the input.
    fn tell(&mut self, notice: &Notice) {
        self.all_well &= !matches!(notice, Notice::InUse(_));
        if let Some(text) = sentence(&self.texts, notice) {
            eprintln!("{text}");
        }
    }

    /// Lets the store do its last; returns whether all is well.
    fn close(&mut self) -> io::Result<bool> {
        let Some(last) = self.store.close(&self.notices, PATIENCE) else {
            return Ok(false);
        };
        for notice in &last {
            self.take(notice)?;
        }
        self.print_answers()?;
        self.output.flush()?;
        Ok(self.all_well)
    }
}

/// What a notice says that concerns no single transaction and answers no order.
pub fn sentence(texts: &Texts, notice: &Notice) -> Option<String> {
    let two = |title: &str, text: String| format!("{}: {text}", texts.say(title));
    Some(match notice {
        Notice::InUse(holder) => two("in-use", texts.in_use(holder)),
        Notice::Recovered(recovered) => two("recovered", texts.recovered(recovered)),
        Notice::PutAside(aside) => two("put-aside", texts.put_aside(aside)),
        Notice::FileChanged => {
            two("file-changed-by-others", texts.say("file-changed-by-others-what"))
        }
        Notice::LinesAdded => two("lines-added", texts.say("lines-added-what")),
        Notice::MovedOver(lines) => texts.moved_over(*lines),
        Notice::PerhapsTwice(lines) => {
            let title = texts.fill("perhaps-twice", &[("count", count(*lines))]);
            format!("{title}: {}", texts.say("perhaps-twice-what"))
        }
        Notice::SpoolFailed(trouble) => two("spool-failed", texts.spool_failed(trouble)),
        Notice::WaitElsewhere(folders) => {
            let lines = folders.iter().map(|folder| texts.elsewhere(folder));
            lines.collect::<Vec<_>>().join("\n")
        }
        Notice::EarlierRead(read) if read.unreadable > 0 => texts.unreadable_lines(read),
        Notice::Failed(trouble) => two("folder-failed", texts.trouble(trouble)),
        Notice::Opened
        | Notice::Earlier(_)
        | Notice::EarlierRead(_)
        | Notice::EarlierUnread(_)
        | Notice::Saved(_)
        | Notice::SetAside(..)
        | Notice::NotSaved(..)
        | Notice::InDoubt(..)
        | Notice::Verified(_)
        | Notice::TakenBack(_)
        | Notice::FileClosed(_)
        | Notice::Uploaded(_)
        | Notice::Archived(_)
        | Notice::BatchWritten(_)
        | Notice::Mended(_)
        | Notice::Deleted(_)
        | Notice::Closed => return None,
    })
}
