//! What becomes of a scan: whose it is, whether it is asked about, and what is recorded.

use super::{Borrower, ClockReading, Desk, Doubt, Effect, Field, Held, Mode, Said, Typed};
use crate::barcode::Barcode;
use crate::scan::{By, Control, Read, Reading, Scan};
use crate::transaction::{Action, DeskTime, Transaction};

impl Desk {
    pub(super) fn scanned(&mut self, field: Field, scan: &Scan, now: ClockReading) -> Vec<Effect> {
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

    fn control(&mut self, control: Control, now: ClockReading) -> Vec<Effect> {
        match control {
            Control::Loan => self.choose(Mode::Loan),
            Control::Return => self.choose(Mode::Return),
            Control::NewBorrower => self.end_borrower(),
            Control::TakeBack => self.take_back_last(),
            Control::Yes => self.use_anyway(now),
            Control::No => self.dismiss(),
        }
    }

    fn take(&mut self, field: Field, reading: Reading, now: ClockReading) -> Vec<Effect> {
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
                // Where no rule tells cards from items, those so far may.
                None if self.looks_like_an_item(&held) => self.hold(held, Doubt::LooksLikeAnItem),
                None => self.start_borrower(held, now),
            },
            (Field::Item, Mode::Loan, Some(borrower)) => {
                borrower.last_scan = now.steady;
                if borrower.barcode == held.barcode {
                    self.said = Said::SameAsBorrower(held.barcode);
                    return vec![Effect::Clear(Field::Item)];
                }
                if is_card {
                    return self.next_borrower(held, now);
                }
                match not_an_item {
                    Some(breach) => self.hold(held, Doubt::Breaks(breach)),
                    None if self.looks_like_a_card(&held) => self.hold(held, Doubt::LooksLikeACard),
                    None => self.take_item(held, now),
                }
            }
            (Field::Item, Mode::Return, _) => match not_an_item {
                Some(_) if is_card => self.hold(held, Doubt::IsACard),
                Some(breach) => self.hold(held, Doubt::Breaks(breach)),
                None if self.looks_like_a_card(&held) => self.hold(held, Doubt::LooksLikeACard),
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

    fn looks_like_an_item(&self, held: &Held) -> bool {
        self.watch.wrong_field
            && !self.rules.borrower.says_something()
            && (self.last_of.knows(&held.barcode) || self.looks.is_item(&held.barcode))
    }

    fn looks_like_a_card(&self, held: &Held) -> bool {
        self.watch.wrong_field
            && !self.rules.item.says_something()
            && self.looks.is_card(&held.barcode)
    }

    /// The borrower's items come now; one that waited for the card is the first.
    fn start_borrower(&mut self, card: Held, now: ClockReading) -> Vec<Effect> {
        let Held { barcode, by, .. } = card;
        self.said = Said::Borrower(barcode.clone());
        self.borrower =
            Some(Borrower { barcode, by, items: 0, first: None, last_scan: now.steady });
        let mut effects = vec![Effect::Clear(Field::Borrower), Effect::Clear(Field::Item)];
        if let Some((item, _)) = self.waiting.take() {
            effects.extend(self.take_item(item, now));
        }
        effects
    }

    /// A card where an item was expected: that is what hands do.
    fn next_borrower(&mut self, card: Held, now: ClockReading) -> Vec<Effect> {
        let items = self.borrower.as_ref().map_or(0, |borrower| borrower.items);
        let borrower = card.barcode.clone();
        let effects = self.start_borrower(card, now);
        self.said = Said::NextBorrower { borrower, items };
        effects
    }

    /// An item without a card: one may wait, and the card that comes is its borrower's.
    fn wait(&mut self, item: Held, now: ClockReading) -> Vec<Effect> {
        let item = Held { field: Field::Item, ..item };
        let not_taken = match &self.waiting {
            Some((waiting, _)) if waiting.barcode != item.barcode => Some(item.barcode),
            _ => {
                self.waiting = Some((item, now.steady));
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

    pub(super) fn dismiss(&mut self) -> Vec<Effect> {
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

    fn take_item(&mut self, item: Held, now: ClockReading) -> Vec<Effect> {
        let Some(action) = self.action(item.barcode.clone()) else { return Vec::new() };
        match self.last_of.doubt(&action, now.steady, &self.watch) {
            None => self.record(action, item.by, now),
            Some(doubt) => self.hold(item, doubt),
        }
    }

    pub(super) fn use_anyway(&mut self, now: ClockReading) -> Vec<Effect> {
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

    fn record(&mut self, action: Action, by: By, now: ClockReading) -> Vec<Effect> {
        let Some(time) = DeskTime::new(now.local) else {
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
        self.last_of.note(&transaction.action, ticket, now.steady);
        self.looks.note(&transaction);
        if let (Action::Loan { .. }, Some(borrower)) = (&transaction.action, &mut self.borrower) {
            borrower.items += 1;
            borrower.first.get_or_insert(ticket);
        }
        self.said = Said::Recorded(ticket);
        vec![Effect::Append(ticket, transaction), Effect::Clear(Field::Item)]
    }
}
