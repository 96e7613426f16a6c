//! The desk's workflow: a pure state machine. What happened goes in, what to do comes out.
//!
//! [`Desk::handle`] takes one [`Event`] and returns the [`Effect`]s the event asks for. Time comes
//! with the event; the disk's answers are events too. The window draws the state and decides
//! nothing.

mod clock;
mod command;
mod session;

use chrono::NaiveDateTime;

pub use clock::{Clock, ClockFault, Instant};
pub use command::{Command, Key, Keys};
pub use session::{Entry, Row, Saving, Session};

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
    /// The disk has the transaction, in `OffCirc.dat`.
    Saved(Ticket),
    /// The disk has the transaction, in the spool.
    SetAside(Ticket),
    /// The transaction is nowhere on a disk.
    NotSaved(Ticket),
    /// `OffCirc.dat` held these before the session.
    Earlier(Vec<Transaction>),
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
    /// A scan was refused.
    Refused {
        /// The field it was meant for.
        field: Field,
        /// What was scanned.
        text: String,
        /// Why it is no barcode.
        error: BarcodeError,
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
}

/// The desk: its mode, its borrower, its session.
#[derive(Debug, Default)]
pub struct Desk {
    mode: Mode,
    borrower: Option<Borrower>,
    said: Said,
    session: Session,
}

impl Desk {
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
        match event {
            Event::Choose(mode) => self.choose(mode),
            Event::Entered { field, text, now } => self.entered(field, &text, now),
            Event::EndBorrower => self.end_borrower(),
            Event::Saved(ticket) => self.session.set(ticket, Saving::Saved),
            Event::SetAside(ticket) => self.session.set(ticket, Saving::SetAside),
            Event::NotSaved(ticket) => self.session.set(ticket, Saving::NotSaved),
            Event::Earlier(transactions) => self.session.add_earlier(transactions),
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
            Some(Borrower { barcode, items }) => Said::BorrowerEnded { borrower: barcode, items },
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
                self.borrower = Some(Borrower { barcode, items: 0 });
                vec![Effect::Clear(Field::Item)]
            }
            (Field::Item, Mode::Loan, Some(borrower)) => {
                let loan = Action::Loan { item: barcode, borrower: borrower.barcode.clone() };
                self.record(loan, now)
            }
            (Field::Item, Mode::Return, _) => self.record(Action::Return { item: barcode }, now),
            (Field::Item, Mode::Loan, None) => {
                self.said = Said::BorrowerFirst;
                vec![Effect::Clear(Field::Item)]
            }
            // Returns show no such field.
            (Field::Borrower, Mode::Return, _) => Vec::new(),
        }
    }

    fn record(&mut self, action: Action, now: NaiveDateTime) -> Vec<Effect> {
        let Some(time) = DeskTime::new(now) else {
            self.said = Said::NoSuchTime;
            return vec![Effect::Select(Field::Item)];
        };
        if let (Action::Loan { .. }, Some(borrower)) = (&action, &mut self.borrower) {
            borrower.items += 1;
        }
        let transaction = Transaction { time, action };
        let ticket = self.session.add(transaction.clone());
        self.said = Said::Recorded(ticket);
        vec![Effect::Append(ticket, transaction), Effect::Clear(Field::Item)]
    }
}

#[cfg(test)]
mod tests;
