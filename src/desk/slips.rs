//! Slips of a hurried hand: the same item twice, an item that somebody else has, a borrower who
//! went away.

use std::collections::HashMap;
use std::time::Duration;

use crate::barcode::Barcode;
use crate::scan::Breach;
use crate::transaction::{Action, Ticket, Transaction};

/// What the desk watches for; each can be switched off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Watch {
    /// The same item again within this time is a double scan.
    pub double_scan: Option<Duration>,
    /// An item that was lent in this session to somebody else is asked about.
    pub lent_to_another: bool,
    /// A borrower without a scan for so long is done.
    pub borrower_leaves: Option<Duration>,
    /// By the library's rules, a card in the place of an item is the next borrower's, and an item
    /// in the place of a card waits for the card.
    pub wrong_field: bool,
}

impl Watch {
    /// What a desk with people in front of it wants.
    pub const AT_THE_DESK: Self = Self {
        double_scan: Some(Duration::from_mins(2)),
        lent_to_another: true,
        borrower_leaves: Some(Duration::from_secs(90)),
        wrong_field: true,
    };
}

/// Why a scan is held and not recorded at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// The same was done with this item so many seconds ago.
    DoubleScan {
        /// Seconds since then.
        seconds: u64,
    },
    /// The item was lent in this session to somebody else, and has not come back.
    LentToAnother {
        /// To whom.
        borrower: Barcode,
    },
    /// It breaks the library's rules.
    Breaks(Breach),
    /// It is a borrower's card, where only items are expected.
    IsACard,
    /// It looks like the items so far and like no card, where a card is expected.
    LooksLikeAnItem,
    /// It looks like the cards so far and like no item, where an item is expected.
    LooksLikeACard,
}

/// What the cards and the items so far look like: where no rules tell them apart, these may.
#[derive(Debug, Default)]
pub(super) struct Looks {
    cards: Seen,
    items: Seen,
}

/// How many there are of each look.
#[derive(Debug, Default)]
struct Seen(HashMap<Look, usize>);

impl Seen {
    fn note(&mut self, barcode: &Barcode) {
        *self.0.entry(Look::of(barcode)).or_default() += 1;
    }

    fn forget(&mut self, barcode: &Barcode) {
        let look = Look::of(barcode);
        match self.0.get_mut(&look) {
            Some(times @ 2..) => *times -= 1,
            _ => drop(self.0.remove(&look)),
        }
    }

    fn is_one(&self, barcode: &Barcode) -> bool {
        self.0.contains_key(&Look::of(barcode))
    }
}

/// The length of a barcode, and its first character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Look(usize, Option<u8>);

impl Look {
    fn of(barcode: &Barcode) -> Self {
        let text = barcode.as_str();
        Self(text.len(), text.bytes().next())
    }
}

impl Looks {
    /// This was recorded.
    pub fn note(&mut self, transaction: &Transaction) {
        self.items.note(transaction.item());
        if let Some(borrower) = transaction.borrower() {
            self.cards.note(borrower);
        }
    }

    /// This was taken back: a card that was lent by mistake is no item.
    pub fn forget(&mut self, transaction: &Transaction) {
        self.items.forget(transaction.item());
        if let Some(borrower) = transaction.borrower() {
            self.cards.forget(borrower);
        }
    }

    /// Whether only items looked like this.
    pub fn is_item(&self, barcode: &Barcode) -> bool {
        self.items.is_one(barcode) && !self.cards.0.is_empty() && !self.cards.is_one(barcode)
    }

    /// Whether only cards looked like this.
    pub fn is_card(&self, barcode: &Barcode) -> bool {
        self.cards.is_one(barcode) && !self.items.0.is_empty() && !self.items.is_one(barcode)
    }
}

/// What was done with each item of the session, the last at the end.
#[derive(Debug, Default)]
pub(super) struct LastOf(HashMap<Barcode, Vec<Done>>);

#[derive(Debug)]
struct Done {
    ticket: Ticket,
    /// When, by the steady clock.
    at: Duration,
    /// Who has it; nobody after a return.
    borrower: Option<Barcode>,
}

impl LastOf {
    /// What speaks against recording this now.
    pub fn doubt(&self, action: &Action, now: Duration, watch: &Watch) -> Option<Doubt> {
        let (item, borrower) = match action {
            Action::Loan { item, borrower } => (item, Some(borrower)),
            Action::Return { item } => (item, None),
        };
        let last = self.0.get(item)?.last()?;
        let ago = now.saturating_sub(last.at);
        if last.borrower.as_ref() == borrower {
            let within = watch.double_scan.is_some_and(|limit| ago <= limit);
            return within.then_some(Doubt::DoubleScan { seconds: ago.as_secs() });
        }
        match (&last.borrower, borrower) {
            (Some(other), Some(_)) if watch.lent_to_another => {
                Some(Doubt::LentToAnother { borrower: other.clone() })
            }
            _ => None,
        }
    }

    /// Whether this was an item in this session.
    pub fn knows(&self, barcode: &Barcode) -> bool {
        self.0.contains_key(barcode)
    }

    /// This was recorded.
    pub fn note(&mut self, action: &Action, ticket: Ticket, at: Duration) {
        let (item, borrower) = match action {
            Action::Loan { item, borrower } => (item.clone(), Some(borrower.clone())),
            Action::Return { item } => (item.clone(), None),
        };
        // Nearly every item once.
        let done = self.0.entry(item).or_insert_with(|| Vec::with_capacity(1));
        done.push(Done { ticket, at, borrower });
    }

    /// This was taken back: what was done before it was the last.
    pub fn forget(&mut self, item: &Barcode, ticket: Ticket) {
        if let Some(done) = self.0.get_mut(item) {
            done.retain(|one| one.ticket != ticket);
            if done.is_empty() {
                self.0.remove(item);
            }
        }
    }
}
