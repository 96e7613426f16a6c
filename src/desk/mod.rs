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
pub use session::{EarlierDays, Entry, Row, RowId, Saving, Session, Typed};
pub use slips::{Doubt, Watch};

use slips::LastOf;

use crate::barcode::{Barcode, BarcodeError};
use crate::scan::{By, Control, Read, Reading, Rules, Scan, Step};
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
    /// A field was completed by hand.
    Entered {
        /// Which field.
        field: Field,
        /// What stands in it, as it was typed.
        text: String,
        /// The desk's local clock at that moment.
        now: NaiveDateTime,
    },
    /// A scan came, for the field that waits for one.
    Scanned {
        /// What arrived.
        scan: Scan,
        /// The desk's local clock at that moment.
        now: NaiveDateTime,
    },
    /// So many keys came without an end that they can't be a barcode.
    Flooded,
    /// What is held is not to be recorded.
    Dismiss,
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
    /// A scan is held: it is used only if somebody says so.
    Held(Held, Doubt),
    /// What was held is gone.
    Dismissed,
    /// The card of the next borrower came where an item was expected: they are the borrower now.
    NextBorrower {
        /// Whose card it is.
        borrower: Barcode,
        /// Items lent to the one before.
        items: usize,
    },
    /// An item came where a card was expected: it waits for the card.
    ItemWaits {
        /// The item that waits.
        item: Barcode,
        /// Another one, which came while that waited already, and was not taken.
        not_taken: Option<Barcode>,
    },
    /// No card came for an item: it waits no more.
    ItemLeft(Barcode),
    /// Keys came without an end.
    Flooded,
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

/// What is held, and what it would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The barcode.
    pub barcode: Barcode,
    /// What it would be.
    pub field: Field,
    /// Who sent it.
    pub by: By,
}

/// What a scan, or the disk's answer to one, sounds like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cue {
    /// A transaction is on the disk.
    Recorded,
    /// Somebody should look: something is asked, or is not as usual.
    Question,
    /// Nothing was recorded.
    Refused,
}

impl Said {
    /// What the answer to a scan sounds like; silent where the disk has still to answer.
    #[must_use]
    pub fn cue(&self) -> Option<Cue> {
        match self {
            Self::Ready
            | Self::Borrower(_)
            | Self::BorrowerEnded { .. }
            | Self::TakenBack(..)
            | Self::Dismissed
            | Self::Recorded(_) => None,
            Self::Held(..)
            | Self::NextBorrower { .. }
            | Self::ItemWaits { not_taken: None, .. }
            | Self::SameAsBorrower(_)
            | Self::BorrowerLeft { .. } => Some(Cue::Question),
            Self::NothingToTakeBack
            | Self::Refused { .. }
            | Self::ItemWaits { .. }
            | Self::ItemLeft(_)
            | Self::BorrowerFirst
            | Self::Flooded
            | Self::NoSuchTime => Some(Cue::Refused),
        }
    }
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
    rules: Rules,
    last_of: LastOf,
    /// An item that waits for its borrower's card, since when.
    waiting: Option<(Held, NaiveDateTime)>,
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
            Event::Entered { field, text, now } => {
                return self.scanned(field, &Scan::of_text(&text, By::Hand), now);
            }
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
        self.waiting = None;
        self.said = Said::Ready;
        vec![Effect::Clear(Field::Borrower), Effect::Clear(Field::Item)]
    }

    fn end_borrower(&mut self) -> Vec<Effect> {
        self.waiting = None;
        self.said = match self.borrower.take() {
            Some(Borrower { barcode, items, .. }) => {
                Said::BorrowerEnded { borrower: barcode, items }
            }
            None => Said::Ready,
        };
        vec![Effect::Clear(Field::Borrower), Effect::Clear(Field::Item)]
    }

    fn scanned(&mut self, field: Field, scan: &Scan, now: NaiveDateTime) -> Vec<Effect> {
        self.steps.clear();
        match self.rules.read(scan) {
            Read::Nothing => Vec::new(),
            Read::Control(control) => self.control(control, now),
            Read::One(reading) => self.take(field, reading, now),
            Read::Two(first, second) => {
                let mut effects = self.take(field, first, now);
                // A question about the first is not to be passed over by the second.
                if matches!(self.said, Said::Held(..)) {
                    return effects;
                }
                effects.extend(self.take(self.expects(), second, now));
                effects
            }
            Read::Refused { text, error } => {
                self.said = Said::Refused { field, text, error };
                vec![Effect::Select(field)]
            }
        }
    }

    fn control(&mut self, control: Control, now: NaiveDateTime) -> Vec<Effect> {
        match control {
            Control::Loan => self.choose(Mode::Loan),
            Control::Return => self.choose(Mode::Return),
            Control::NewBorrower => self.end_borrower(),
            Control::TakeBack => self.take_back_last(),
            Control::Yes => self.use_anyway(now),
            Control::No => self.dismiss(),
        }
    }

    fn take(&mut self, field: Field, reading: Reading, now: NaiveDateTime) -> Vec<Effect> {
        let Reading { barcode, not_a_borrower, not_an_item, steps, by } = reading;
        self.steps = steps;
        let is_card = not_a_borrower.is_none() && not_an_item.is_some() && self.watch.wrong_field;
        let is_item = not_an_item.is_none() && not_a_borrower.is_some() && self.watch.wrong_field;
        let held = Held { barcode, field, by };
        match (field, self.mode, &mut self.borrower) {
            (Field::Borrower | Field::Item, Mode::Loan, None) if is_item => self.wait(held, now),
            (Field::Borrower, Mode::Loan, _) if is_item => {
                // Somebody clicked there, but the item belongs to the borrower who stands here.
                self.take_item(Held { field: Field::Item, ..held }, now)
            }
            (Field::Borrower, Mode::Loan, _) => match not_a_borrower {
                Some(breach) => self.hold(held, Doubt::Breaks(breach)),
                None => self.start_borrower(held, now),
            },
            (Field::Item, Mode::Loan, Some(borrower)) => {
                borrower.last_scan = now;
                if borrower.barcode == held.barcode {
                    self.said = Said::SameAsBorrower(held.barcode);
                    return vec![Effect::Clear(Field::Item)];
                }
                if is_card {
                    return self.next_borrower(held, now);
                }
                match not_an_item {
                    Some(breach) => self.hold(held, Doubt::Breaks(breach)),
                    None => self.take_item(held, now),
                }
            }
            (Field::Item, Mode::Return, _) => match not_an_item {
                Some(_) if is_card => self.hold(held, Doubt::IsACard),
                Some(breach) => self.hold(held, Doubt::Breaks(breach)),
                None => self.take_item(held, now),
            },
            (Field::Item, Mode::Loan, None) if is_card => {
                self.start_borrower(Held { field: Field::Borrower, ..held }, now)
            }
            (Field::Item, Mode::Loan, None) => {
                self.said = Said::BorrowerFirst;
                vec![Effect::Clear(Field::Item)]
            }
            // Returns show no such field.
            (Field::Borrower, Mode::Return, _) => Vec::new(),
        }
    }

    /// The borrower's items come now; one that waited for the card is the first.
    fn start_borrower(&mut self, card: Held, now: NaiveDateTime) -> Vec<Effect> {
        let Held { barcode, by, .. } = card;
        self.said = Said::Borrower(barcode.clone());
        self.borrower = Some(Borrower { barcode, by, items: 0, first: None, last_scan: now });
        let mut effects = vec![Effect::Clear(Field::Borrower), Effect::Clear(Field::Item)];
        if let Some((item, _)) = self.waiting.take() {
            effects.extend(self.take_item(item, now));
        }
        effects
    }

    /// A card where an item was expected: that is what hands do.
    fn next_borrower(&mut self, card: Held, now: NaiveDateTime) -> Vec<Effect> {
        let items = self.borrower.as_ref().map_or(0, |borrower| borrower.items);
        let borrower = card.barcode.clone();
        let effects = self.start_borrower(card, now);
        self.said = Said::NextBorrower { borrower, items };
        effects
    }

    /// An item without a card: one may wait, and the card that comes is its borrower's.
    fn wait(&mut self, item: Held, now: NaiveDateTime) -> Vec<Effect> {
        let item = Held { field: Field::Item, ..item };
        let not_taken = match &self.waiting {
            Some((waiting, _)) if waiting.barcode != item.barcode => Some(item.barcode),
            _ => {
                self.waiting = Some((item, now));
                None
            }
        };
        if let Some((waiting, _)) = &self.waiting {
            self.said = Said::ItemWaits { item: waiting.barcode.clone(), not_taken };
        }
        vec![Effect::Clear(Field::Borrower), Effect::Clear(Field::Item)]
    }

    fn hold(&mut self, held: Held, doubt: Doubt) -> Vec<Effect> {
        let field = held.field;
        self.said = Said::Held(held, doubt);
        vec![Effect::Clear(field)]
    }

    fn dismiss(&mut self) -> Vec<Effect> {
        if !matches!(self.said, Said::Held(..)) {
            return Vec::new();
        }
        self.said = Said::Dismissed;
        vec![Effect::Clear(self.expects())]
    }

    /// What becomes of an item: a loan to the borrower, or a return. `None` for a loan to nobody.
    fn action(&self, item: Barcode) -> Option<Action> {
        match self.mode {
            Mode::Return => Some(Action::Return { item }),
            Mode::Loan => {
                let borrower = self.borrower.as_ref()?.barcode.clone();
                Some(Action::Loan { item, borrower })
            }
        }
    }

    fn take_item(&mut self, item: Held, now: NaiveDateTime) -> Vec<Effect> {
        let Some(action) = self.action(item.barcode.clone()) else { return Vec::new() };
        match self.last_of.doubt(&action, now, &self.watch) {
            None => self.record(action, item.by, now),
            Some(doubt) => self.hold(item, doubt),
        }
    }

    fn use_anyway(&mut self, now: NaiveDateTime) -> Vec<Effect> {
        let Said::Held(held, _) = &self.said else { return Vec::new() };
        let held = held.clone();
        if held.field == Field::Borrower {
            return self.start_borrower(held, now);
        }
        match self.action(held.barcode) {
            Some(action) => self.record(action, held.by, now),
            None => Vec::new(),
        }
    }

    /// A borrower who went away must not get the next person's books, nor an item that waits the
    /// next person's card.
    fn tick(&mut self, now: NaiveDateTime) -> Vec<Effect> {
        let left = self.leaves_in(now).is_some_and(|left| left <= TimeDelta::zero());
        if !left {
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
    pub fn leaves_in(&self, now: NaiveDateTime) -> Option<TimeDelta> {
        let borrower = self.borrower.as_ref().map(|borrower| borrower.last_scan);
        let since = borrower.or_else(|| self.waiting.as_ref().map(|(_, since)| *since))?;
        Some(self.watch.borrower_leaves? - (now - since))
    }

    fn record(&mut self, action: Action, by: By, now: NaiveDateTime) -> Vec<Effect> {
        let Some(time) = DeskTime::new(now) else {
            self.said = Said::NoSuchTime;
            return vec![Effect::Select(Field::Item)];
        };
        let transaction = Transaction { time, action };
        let borrower = self.borrower.as_ref().filter(|_| self.mode == Mode::Loan);
        let typed = Typed {
            item: by == By::Hand,
            borrower: borrower.is_some_and(|borrower| borrower.by == By::Hand),
        };
        let ticket = self.session.add(transaction.clone(), typed);
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
