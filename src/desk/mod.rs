//! The desk's workflow: a pure state machine. What happened goes in, what to do comes out.
//!
//! [`Desk::handle`] takes one [`Event`] and returns the [`Effect`]s the event asks for. Time comes
//! with the event; the disk's answers are events too. The window draws the state and decides
//! nothing.

mod clock;
mod command;
mod said;
mod session;
mod slips;
mod taking;

use std::time::Duration;

use chrono::NaiveDate;

pub use clock::{Clock, ClockFault, ClockReading};
pub use command::{Command, Key, Keys, Place};
pub use said::{Cue, Held, Said};
pub use session::{EarlierDays, Entry, Row, RowId, Saving, Session, Typed};
pub use slips::{Doubt, Watch};

use slips::{LastOf, Looks};

use crate::barcode::Barcode;
use crate::scan::{By, Rules, Scan, Step};
use crate::transaction::{Ticket, Transaction};

/// What the next item scanned becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// A loan to the borrower.
    #[default]
    Loan,
    /// A return.
    Return,
}

/// One of the two fields of the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The borrower's card.
    Borrower,
    /// The item's barcode.
    Item,
}

/// Something that happened at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Loan or Return was chosen.
    Choose(Mode),
    /// A field was completed by hand.
    Entered {
        /// Which field.
        field: Field,
        /// What stands in it, as it was typed.
        scan: Scan,
        /// The clocks at that moment.
        now: ClockReading,
    },
    /// A scan came, for the field that waits for one.
    Scanned {
        /// What arrived.
        scan: Scan,
        /// The clocks at that moment.
        now: ClockReading,
    },
    /// So many keys came without an end that they can't be a barcode.
    Flooded,
    /// What is held is not to be recorded.
    Dismiss,
    /// This borrower is done.
    EndBorrower,
    /// What is held is to be recorded all the same.
    UseAnyway {
        /// The clocks at that moment.
        now: ClockReading,
    },
    /// Time passes.
    Tick {
        /// The clocks now.
        now: ClockReading,
    },
    /// The last transaction of the session was a mistake.
    TakeBackLast,
    /// The disk has the transaction, in `OffCirc.dat`.
    Saved(Ticket),
    /// The disk has the transaction, in the spool.
    SetAside(Ticket),
    /// The transaction is nowhere on a disk.
    NotSaved(Ticket),
    /// `OffCirc.dat` held these before the session.
    Earlier(Vec<Transaction>),
    /// That was all it held. Of these the first `asked` were there when the session began; the others
    /// have just moved over.
    EarlierRead {
        /// How many.
        asked: usize,
    },
    /// `OffCirc.dat` is another file now; what it holds follows.
    FileChanged,
    /// These are no longer in `OffCirc.dat`: the desk took them back.
    TakenBack(Vec<RowId>),
    /// `OffCirc.dat` was closed for upload and is empty.
    FileClosed,
    /// What `OffCirc.dat` held before the session of days before this one has moved to a batch.
    Archived(NaiveDate),
}

/// Something to do for the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Record the transaction.
    Append(Ticket, Transaction),
    /// Empty the field.
    Clear(Field),
    /// Select what stands in the field, so that the next scan takes its place.
    Select(Field),
    /// Show this transaction, and ask whether it is to be taken back.
    AskToTakeBack(RowId),
}

/// The borrower whose items are being lent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Borrower {
    /// The barcode of the card.
    pub barcode: Barcode,
    /// Who sent it.
    by: By,
    /// Items lent since the card was scanned.
    pub items: usize,
    /// The first of them.
    first: Option<Ticket>,
    /// The last scan for them, by the steady clock.
    last_scan: Duration,
}

/// The desk: its mode, its borrower, its session.
#[derive(Debug, Default)]
pub struct Desk {
    mode: Mode,
    borrower: Option<Borrower>,
    said: Said,
    session: Session,
    watch: Watch,
    rules: Rules,
    last_of: LastOf,
    looks: Looks,
    /// An item that waits for its borrower's card, since when by the steady clock.
    waiting: Option<(Held, Duration)>,
    /// What was done to the last scan to make a barcode of it.
    steps: Vec<Step>,
}

impl Desk {
    /// A desk that watches for slips, and knows the library's barcodes.
    #[must_use]
    pub fn watching(watch: Watch, rules: Rules) -> Self {
        Self { watch, rules, ..Self::default() }
    }

    /// From now on it watches for these, by these rules.
    pub fn watch(&mut self, watch: Watch, rules: Rules) {
        self.watch = watch;
        self.rules = rules;
    }

    /// The rules it goes by.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Whether the last scan was read as the keys of another keyboard.
    #[must_use]
    pub fn read_other_layout(&self) -> bool {
        self.steps.contains(&Step::OtherLayout)
    }

    /// The item that waits for its borrower's card.
    #[must_use]
    pub fn waiting(&self) -> Option<&Barcode> {
        self.waiting.as_ref().map(|(held, _)| &held.barcode)
    }

    /// What the next item becomes.
    #[must_use]
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Whose items are being lent.
    #[must_use]
    pub fn borrower(&self) -> Option<&Borrower> {
        self.borrower.as_ref()
    }

    /// What was lent to the borrower since their card was scanned, in its order.
    pub fn lent_now(&self) -> impl Iterator<Item = &Transaction> {
        let first = self.borrower.as_ref().and_then(|borrower| borrower.first);
        let borrower = self.borrower.as_ref().map(|borrower| &borrower.barcode);
        let entries = first.map(|first| self.session.since(first)).unwrap_or_default();
        let lent = entries.iter().filter(|entry| entry.saving != Saving::TakenBack);
        let lent = lent.map(|entry| &entry.transaction);
        lent.filter(move |transaction| transaction.borrower() == borrower)
    }

    /// What the desk says last.
    #[must_use]
    pub fn said(&self) -> &Said {
        &self.said
    }

    /// The transactions, those of this session and those before it.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The field that waits for a scan.
    #[must_use]
    pub fn expects(&self) -> Field {
        match (self.mode, &self.borrower) {
            (Mode::Loan, None) => Field::Borrower,
            (Mode::Loan, Some(_)) | (Mode::Return, _) => Field::Item,
        }
    }

    /// Takes what happened; returns what to do.
    pub fn handle(&mut self, event: Event) -> Vec<Effect> {
        let session = &mut self.session;
        match event {
            Event::Choose(mode) => return self.choose(mode),
            Event::Entered { field, scan, now } => return self.scanned(field, &scan, now),
            Event::Scanned { scan, now } => return self.scanned(self.expects(), &scan, now),
            Event::Flooded => self.said = Said::Flooded,
            Event::Dismiss => return self.dismiss(),
            Event::EndBorrower => return self.end_borrower(),
            Event::UseAnyway { now } => return self.use_anyway(now),
            Event::Tick { now } => return self.tick(now),
            Event::TakeBackLast => return self.take_back_last(),
            Event::Saved(ticket) => session.set(ticket, Saving::Saved),
            Event::SetAside(ticket) => session.set(ticket, Saving::SetAside),
            Event::NotSaved(ticket) => session.set(ticket, Saving::NotSaved),
            Event::Earlier(transactions) => {
                for transaction in &transactions {
                    self.looks.note(transaction);
                }
                session.add_earlier(transactions);
            }
            Event::EarlierRead { asked } => session.earlier_is_whole(asked),
            Event::FileChanged => session.file_changed(),
            Event::TakenBack(rows) => self.taken_back(&rows),
            Event::FileClosed => session.close_file(),
            Event::Archived(day) => session.archive(day),
        }
        Vec::new()
    }

    fn take_back_last(&mut self) -> Vec<Effect> {
        self.said = match self.session.last() {
            Some(last) if self.session.can_be_taken_back(last) => {
                return vec![Effect::AskToTakeBack(last)];
            }
            Some(_) => Said::NotReadYet,
            None => Said::NothingToTakeBack,
        };
        Vec::new()
    }

    fn taken_back(&mut self, rows: &[RowId]) {
        for row in rows {
            self.session.take_back(*row);
            if let Some(entry) = self.session.entry_of(*row) {
                self.looks.forget(&entry.transaction);
            }
            if let RowId::Session(ticket) = row
                && let Some(entry) = self.session.entry(*ticket)
            {
                self.last_of.forget(entry.transaction.item(), *ticket);
            }
            if let RowId::Session(ticket) = row
                && let Some(borrower) = &mut self.borrower
                && borrower.first.is_some_and(|first| first <= *ticket)
                && let Some(entry) = self.session.entry(*ticket)
                && entry.transaction.borrower() == Some(&borrower.barcode)
            {
                borrower.items = borrower.items.saturating_sub(1);
            }
        }
        let last = rows.last().and_then(|row| self.session.entry_of(*row));
        if let Some(entry) = last {
            self.said = Said::TakenBack(rows.len(), entry.transaction.clone());
        }
    }

    /// Returns have no borrower, so choosing either mode starts with a free desk.
    fn choose(&mut self, mode: Mode) -> Vec<Effect> {
        if self.mode == mode {
            return Vec::new();
        }
        self.mode = mode;
        self.borrower = None;
        self.said = self.leave_item();
        vec![Effect::Clear(Field::Borrower), Effect::Clear(Field::Item)]
    }

    /// No card will come for the item that waits.
    fn leave_item(&mut self) -> Said {
        self.waiting.take().map_or(Said::Ready, |(item, _)| Said::ItemLeft(item.barcode))
    }

    fn end_borrower(&mut self) -> Vec<Effect> {
        let left = self.leave_item();
        self.said = match self.borrower.take() {
            Some(Borrower { barcode, items, .. }) => {
                Said::BorrowerEnded { borrower: barcode, items }
            }
            None => left,
        };
        vec![Effect::Clear(Field::Borrower), Effect::Clear(Field::Item)]
    }

    /// A borrower who went away must not get the next person's books, nor an item that waits the
    /// next person's card.
    fn tick(&mut self, now: ClockReading) -> Vec<Effect> {
        if self.leaves_in(now) != Some(Duration::ZERO) {
            return Vec::new();
        }
        if let Some((item, _)) = self.waiting.take() {
            self.said = Said::ItemLeft(item.barcode);
            return Vec::new();
        }
        let Some(Borrower { barcode, items, .. }) = self.borrower.take() else { return Vec::new() };
        self.said = Said::BorrowerLeft { borrower: barcode, items };
        vec![Effect::Clear(Field::Borrower), Effect::Clear(Field::Item)]
    }

    /// How long until the borrower counts as gone, or an item waits no more, if there is one and
    /// the desk watches for it.
    #[must_use]
    pub fn leaves_in(&self, now: ClockReading) -> Option<Duration> {
        let borrower = self.borrower.as_ref().map(|borrower| borrower.last_scan);
        let since = borrower.or_else(|| self.waiting.as_ref().map(|(_, since)| *since))?;
        Some(self.watch.borrower_leaves?.saturating_sub(now.steady.saturating_sub(since)))
    }
}

#[cfg(test)]
mod tests;
