//! `offcirc-cli record`: transactions from standard input, each answered by a line.

#![allow(clippy::print_stderr, reason = "a program of the command line speaks there")]

use std::io::{self, BufRead, StdoutLock, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use offcirc::clocks;
use offcirc::desk::{Desk as Workflow, Doubt, Effect, Event, Field, Mode, Said, Watch};
use offcirc::scan::{By, Rules, Scan};
use offcirc::store::{Config, GiveUp, Notice, RealDisk, Store, Trouble, Unsaved};
use offcirc::text::Texts;
use offcirc::transaction::{Ticket, Transaction};

use crate::desk::{self, Desk};

/// How long the end waits for a disk that hangs; what it still has to tell is not confirmed.
const PATIENCE: Duration = Duration::from_mins(2);

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
    let started = Store::start(config, Arc::new(RealDisk), || {});
    let recorded = started.and_then(|(store, notices)| {
        let output = io::stdout().lock();
        let mut recorder = Recorder {
            texts,
            desk: Workflow::watching(Watch::default(), Rules::as_it_stands()),
            store,
            notices,
            output,
            recorded: 0,
            all_well: true,
        };
        recorder.record_all(io::stdin().lock())?;
        Ok(recorder.close())
    });
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
    desk: Workflow,
    store: Store,
    notices: Receiver<Notice>,
    output: StdoutLock<'static>,
    /// Transactions that are on a disk.
    recorded: u64,
    /// Nothing was set aside and nothing failed.
    all_well: bool,
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
}

impl Recorder {
    /// Takes line after line; stops when another window has the folder.
    fn record_all(&mut self, mut input: impl BufRead) -> io::Result<()> {
        let mut line = Vec::new();
        for number in 1_u64.. {
            line.clear();
            if input.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            if line.trim_ascii().is_empty() {
                continue;
            }
            let answer = match self.transaction(&line) {
                Err(reason) => format!("rejected\t{number}\t{reason}"),
                Ok((ticket, transaction)) => {
                    self.store.append(ticket, &transaction);
                    match self.wait_for(ticket) {
                        Some(became) => self.answer(number, &became),
                        None => break,
                    }
                }
            };
            writeln!(self.output, "{answer}")?;
            self.output.flush()?;
        }
        Ok(())
    }

    /// The transaction that the desk makes of a line, or why it makes none.
    fn transaction(&mut self, line: &[u8]) -> Result<(Ticket, Transaction), String> {
        let effects = match self.read(line)? {
            Asked::Loan { borrower, item } => {
                self.desk.handle(Event::Choose(Mode::Loan));
                let same = self.desk.borrower().is_some_and(|b| b.barcode.as_str() == borrower);
                if !same {
                    self.desk.handle(Event::EndBorrower);
                    self.enter(Field::Borrower, borrower)?;
                }
                self.enter(Field::Item, item)?
            }
            Asked::Return { item } => {
                self.desk.handle(Event::Choose(Mode::Return));
                self.enter(Field::Item, item)?
            }
        };
        let append = effects.into_iter().find_map(|effect| match effect {
            Effect::Append(ticket, transaction) => Some((ticket, transaction)),
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
    fn enter(&mut self, field: Field, text: &str) -> Result<Vec<Effect>, String> {
        let key = if field == Field::Borrower { "cli-borrower" } else { "cli-item" };
        let refused = |reason: String| self.texts.fill(key, &[("reason", reason.into())]);
        if text.trim().is_empty() {
            return Err(refused(self.texts.say("barcode-empty")));
        }
        let now = clocks::read();
        let effects =
            self.desk.handle(Event::Entered { field, scan: Scan::of_text(text, By::Hand), now });
        match self.desk.said() {
            Said::Refused { error, .. } => Err(refused(self.texts.barcode_error(*error))),
            Said::Held(_, Doubt::Breaks(breach)) => Err(refused(self.texts.breach(breach))),
            Said::SameAsBorrower(_) => Err(refused(self.texts.say("cli-same-as-borrower"))),
            _ => Ok(effects),
        }
    }

    /// Waits for the disk's answer; none comes when another window has the folder.
    fn wait_for(&mut self, wanted: Ticket) -> Option<Became> {
        while let Ok(notice) = self.notices.recv() {
            match notice {
                Notice::Saved(ticket) if ticket == wanted => return Some(Became::Saved),
                Notice::SetAside(ticket, trouble) if ticket == wanted => {
                    return Some(Became::SetAside(trouble));
                }
                Notice::NotSaved(ticket, unsaved) if ticket == wanted => {
                    return Some(Became::Failed(unsaved));
                }
                Notice::Closed => return None,
                other => self.tell(&other),
            }
        }
        None
    }

    fn answer(&mut self, line: u64, became: &Became) -> String {
        self.all_well &= matches!(became, Became::Saved);
        self.recorded += u64::from(!matches!(became, Became::Failed(_)));
        match became {
            Became::Saved => format!("saved\t{}", self.recorded),
            Became::SetAside(trouble) => {
                format!("set-aside\t{}\t{}", self.recorded, self.texts.trouble(trouble))
            }
            Became::Failed(unsaved) => format!("failed\t{line}\t{}", self.texts.unsaved(unsaved)),
        }
    }

    /// Says on standard error what concerns no line of the input.
    fn tell(&mut self, notice: &Notice) {
        let texts = &self.texts;
        let text = match notice {
            Notice::InUse(holder) => {
                self.all_well = false;
                format!("{}: {}", texts.say("in-use"), texts.in_use(holder))
            }
            Notice::Recovered(recovered) => {
                format!("{}: {}", texts.say("recovered"), texts.recovered(recovered))
            }
            Notice::FileChanged => {
                let what = texts.say("file-changed-by-others-what");
                format!("{}: {what}", texts.say("file-changed-by-others"))
            }
            Notice::MovedOver(lines) => texts.moved_over(*lines),
            Notice::WaitElsewhere(folders) => {
                let lines = folders.iter().map(|folder| texts.elsewhere(folder));
                lines.collect::<Vec<_>>().join("\n")
            }
            Notice::EarlierRead(read) if read.unreadable > 0 => texts.unreadable_lines(read),
            Notice::Failed(trouble) => {
                format!("{}: {}", texts.say("folder-failed"), texts.trouble(trouble))
            }
            Notice::Opened
            | Notice::Earlier(_)
            | Notice::EarlierRead(_)
            | Notice::EarlierUnread(_)
            | Notice::Saved(_)
            | Notice::SetAside(..)
            | Notice::NotSaved(..)
            | Notice::Verified(_)
            | Notice::TakenBack(_)
            | Notice::FileClosed(_)
            | Notice::Uploaded(_)
            | Notice::Archived(_)
            | Notice::BatchWritten(_)
            | Notice::Deleted(_)
            | Notice::Closed => return,
        };
        eprintln!("{text}");
    }

    /// Lets the store do its last; returns whether all is well.
    fn close(&mut self) -> bool {
        let Some(last) = self.store.close(&self.notices, PATIENCE) else {
            return false;
        };
        for notice in &last {
            self.tell(notice);
        }
        self.all_well
    }
}
