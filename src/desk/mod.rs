//! The desk's workflow: a pure state machine. What happened goes in, what to do comes out.
//!
//! [`Desk::handle`] takes one [`Event`] and returns the [`Effect`]s the event asks for. Time comes
//! with the event; the disk's answers are events too. The window draws the state and decides
//! nothing.

mod clock;
mod command;
mod session;
mod slips;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

pub use clock::{Clock, ClockFault, Instant};
pub use command::{Command, Key, Keys, Place};
pub use session::{EarlierDays, Entry, Row, RowId, Saving, Session};
pub use slips::{Doubt, Watch};

use slips::LastOf;

use crate::barcode::{Barcode, BarcodeError};
use crate::scan;
use crate::transaction::{Action, DeskTime, Ticket, Transaction};

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
    /// A field was completed, by a scanner or by hand.
    Entered {
        /// Which field.
        field: Field,
        /// What stands in it, as it was typed.
        text: String,
        /// The desk's local clock at that moment.
        now: NaiveDateTime,
    },
    /// This borrower is done.
    EndBorrower,
    /// What is held is to be recorded all the same.
    UseAnyway {
        /// The desk's local clock at that moment.
        now: NaiveDateTime,
    },
    /// Time passes.
    Tick {
        /// The desk's local clock.
        now: NaiveDateTime,
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
    /// That was all it held.
    EarlierRead,
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

/// What the desk says last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Said {
    /// Nothing yet: the desk waits for the first scan.
    #[default]
    Ready,
    /// A borrower's card was taken.
    Borrower(Barcode),
    /// The borrower is done, with so many items lent.
    BorrowerEnded {
        /// Who it was.
        borrower: Barcode,
        /// Items lent to them in a row.
        items: usize,
    },
    /// A transaction was recorded; how far it is stands in the session.
    Recorded(Ticket),
    /// So many transactions were taken back; one of them, the only one or the last.
    TakenBack(usize, Transaction),
    /// The session has recorded nothing that could be taken back.
    NothingToTakeBack,
    /// A scan was refused.
    Refused {
        /// The field it was meant for.
        field: Field,
        /// What was scanned.
        text: String,
        /// Why it is no barcode.
        error: BarcodeError,
    },
    /// A scan is held: it is recorded only if somebody says so.
    Held(Action, Doubt),
    /// Item and borrower are the same barcode: the card was scanned once more.
    SameAsBorrower(Barcode),
    /// The borrower went away without saying so, with so many items.
    BorrowerLeft {
        /// Who it was.
        borrower: Barcode,
        /// Items lent to them in a row.
        items: usize,
    },
    /// An item was scanned for a loan, and no borrower is there.
    BorrowerFirst,
    /// The computer's clock shows a year that the file can't hold.
    NoSuchTime,
}

/// The borrower whose items are being lent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Borrower {
    /// The barcode of the card.
    pub barcode: Barcode,
    /// Items lent since the card was scanned.
    pub items: usize,
    /// The first of them.
    first: Option<Ticket>,
    /// The last scan for them.
    last_scan: NaiveDateTime,
}

/// The desk: its mode, its borrower, its session.
#[derive(Debug, Default)]
pub struct Desk {
    mode: Mode,
    borrower: Option<Borrower>,
    said: Said,
    session: Session,
    watch: Watch,
    last_of: LastOf,
}

impl Desk {
    /// A desk that watches for slips.
    #[must_use]
    pub fn watching(watch: Watch) -> Self {
        Self { watch, ..Self::default() }
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
            Event::Entered { field, text, now } => return self.entered(field, &text, now),
            Event::EndBorrower => return self.end_borrower(),
            Event::UseAnyway { now } => return self.use_anyway(now),
            Event::Tick { now } => return self.tick(now),
            Event::TakeBackLast => return self.take_back_last(),
            Event::Saved(ticket) => session.set(ticket, Saving::Saved),
            Event::SetAside(ticket) => session.set(ticket, Saving::SetAside),
            Event::NotSaved(ticket) => session.set(ticket, Saving::NotSaved),
            Event::Earlier(transactions) => session.add_earlier(transactions),
            Event::EarlierRead => session.earlier_is_whole(),
            Event::TakenBack(rows) => self.taken_back(&rows),
            Event::FileClosed => session.close_file(),
            Event::Archived(day) => session.archive(day),
        }
        Vec::new()
    }

    fn take_back_last(&mut self) -> Vec<Effect> {
        if let Some(last) = self.session.last() {
            return vec![Effect::AskToTakeBack(last)];
        }
        self.said = Said::NothingToTakeBack;
        Vec::new()
    }

    fn taken_back(&mut self, rows: &[RowId]) {
        for row in rows {
            self.session.take_back(*row);
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
        self.said = Said::Ready;
        vec![Effect::Clear(Field::Borrower), Effect::Clear(Field::Item)]
    }

    fn end_borrower(&mut self) -> Vec<Effect> {
        self.said = match self.borrower.take() {
            Some(Borrower { barcode, items, .. }) => {
                Said::BorrowerEnded { borrower: barcode, items }
            }
            None => Said::Ready,
        };
        vec![Effect::Clear(Field::Borrower), Effect::Clear(Field::Item)]
    }

    fn entered(&mut self, field: Field, text: &str, now: NaiveDateTime) -> Vec<Effect> {
        let barcode = match scan::clean(text) {
            None => return Vec::new(),
            Some(Ok(barcode)) => barcode,
            Some(Err(error)) => {
                self.said = Said::Refused { field, text: text.trim().to_owned(), error };
                return vec![Effect::Select(field)];
            }
        };
        match (field, self.mode, &mut self.borrower) {
            (Field::Borrower, Mode::Loan, _) => {
                self.said = Said::Borrower(barcode.clone());
                self.borrower = Some(Borrower { barcode, items: 0, first: None, last_scan: now });
                vec![Effect::Clear(Field::Item)]
            }
            (Field::Item, Mode::Loan, Some(borrower)) => {
                borrower.last_scan = now;
                if borrower.barcode == barcode {
                    self.said = Said::SameAsBorrower(barcode);
                    return vec![Effect::Clear(Field::Item)];
                }
                let loan = Action::Loan { item: barcode, borrower: borrower.barcode.clone() };
                self.record_or_hold(loan, now)
            }
            (Field::Item, Mode::Return, _) => {
                self.record_or_hold(Action::Return { item: barcode }, now)
            }
            (Field::Item, Mode::Loan, None) => {
                self.said = Said::BorrowerFirst;
                vec![Effect::Clear(Field::Item)]
            }
            // Returns show no such field.
            (Field::Borrower, Mode::Return, _) => Vec::new(),
        }
    }

    fn record_or_hold(&mut self, action: Action, now: NaiveDateTime) -> Vec<Effect> {
        match self.last_of.doubt(&action, now, &self.watch) {
            None => self.record(action, now),
            Some(doubt) => {
                self.said = Said::Held(action, doubt);
                vec![Effect::Clear(Field::Item)]
            }
        }
    }

    fn use_anyway(&mut self, now: NaiveDateTime) -> Vec<Effect> {
        let Said::Held(action, _) = &self.said else { return Vec::new() };
        let action = action.clone();
        self.record(action, now)
    }

    /// A borrower who went away must not get the next person's books.
    fn tick(&mut self, now: NaiveDateTime) -> Vec<Effect> {
        let left = self.leaves_in(now).is_some_and(|left| left <= TimeDelta::zero());
        if !left {
            return Vec::new();
        }
        let Some(Borrower { barcode, items, .. }) = self.borrower.take() else { return Vec::new() };
        self.said = Said::BorrowerLeft { borrower: barcode, items };
        vec![Effect::Clear(Field::Borrower), Effect::Clear(Field::Item)]
    }

    /// How long until the borrower counts as gone, if there is one and the desk watches for it.
    #[must_use]
    pub fn leaves_in(&self, now: NaiveDateTime) -> Option<TimeDelta> {
        let borrower = self.borrower.as_ref()?;
        Some(self.watch.borrower_leaves? - (now - borrower.last_scan))
    }

    fn record(&mut self, action: Action, now: NaiveDateTime) -> Vec<Effect> {
        let Some(time) = DeskTime::new(now) else {
            self.said = Said::NoSuchTime;
            return vec![Effect::Select(Field::Item)];
        };
        let transaction = Transaction { time, action };
        let ticket = self.session.add(transaction.clone());
        self.last_of.note(&transaction.action, ticket, now);
        if let (Action::Loan { .. }, Some(borrower)) = (&transaction.action, &mut self.borrower) {
            borrower.items += 1;
            borrower.first.get_or_insert(ticket);
        }
        self.said = Said::Recorded(ticket);
        vec![Effect::Append(ticket, transaction), Effect::Clear(Field::Item)]
    }
}

#[cfg(test)]
mod tests;
