//! What waits to be done, in the order in which it came: transactions to be written, and orders
//! between them.

use std::collections::VecDeque;
use std::time::Duration;

use super::order::Order;
use crate::transaction::Ticket;

/// A transaction that waits to be written to `OffCirc.dat`.
#[derive(Debug)]
pub(super) struct Entry {
    pub origin: Origin,
    /// Its line.
    pub record: Vec<u8>,
    /// Since when it waits.
    pub since: Duration,
    pub safety: Safety,
}

/// Where a transaction comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// This session recorded it.
    Session(Ticket),
    /// An earlier session left it in the spool.
    EarlierSession,
    /// It was told as saved, and somebody else has written to its place since.
    Displaced,
}

/// Where a transaction is while it waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Safety {
    /// In memory.
    Queued,
    /// In memory alone, which was told.
    NotSaved,
    /// In the spool.
    Aside,
    /// Whoever gave it was told that nobody knows: it stays until it was looked for.
    InDoubt,
}

impl Entry {
    /// Whether it has to get to the spool if the folder does not take it.
    pub fn needs_spool(&self) -> bool {
        matches!(self.safety, Safety::Queued | Safety::NotSaved)
    }
}

/// What waits, oldest first.
#[derive(Debug, Default)]
pub(super) struct Queue {
    entries: VecDeque<Entry>,
    /// Orders, each with the number of entries that come before it.
    orders: VecDeque<(usize, Order)>,
}

impl Queue {
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> + ExactSizeIterator {
        self.entries.iter()
    }

    pub fn entries_mut(&mut self) -> impl Iterator<Item = &mut Entry> {
        self.entries.iter_mut()
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn has_orders(&self) -> bool {
        !self.orders.is_empty()
    }

    /// Adds a transaction behind all else.
    pub fn push(&mut self, entry: Entry) {
        self.entries.push_back(entry);
    }

    /// Adds an order behind all else.
    pub fn push_order(&mut self, order: Order) {
        self.orders.push_back((self.entries.len(), order));
    }

    /// Puts transactions before all else.
    pub fn put_first(&mut self, entries: Vec<Entry>) {
        for (before, _) in &mut self.orders {
            *before += entries.len();
        }
        for entry in entries.into_iter().rev() {
            self.entries.push_front(entry);
        }
    }

    /// Puts an order before all else: its turn had come.
    pub fn put_order_first(&mut self, order: Order) {
        self.orders.push_front((0, order));
    }

    /// How many transactions can be written next, together: those before the next order, and those
    /// that an earlier session left by themselves.
    pub fn ready(&self) -> usize {
        let most = self.orders.front().map_or(self.entries.len(), |(before, _)| *before);
        let is_earlier = |entry: &Entry| entry.origin == Origin::EarlierSession;
        let first = self.entries.front().is_some_and(is_earlier);
        self.entries.iter().take(most).take_while(|entry| is_earlier(entry) == first).count()
    }

    /// The next order, if no transaction comes before it.
    pub fn take_order(&mut self) -> Option<Order> {
        let (0, _) = self.orders.front()? else { return None };
        self.orders.pop_front().map(|(_, order)| order)
    }

    /// The orders of a kind.
    pub fn take_orders(&mut self, is_wanted: impl Fn(&Order) -> bool) -> Vec<Order> {
        let (taken, left): (VecDeque<_>, VecDeque<_>) =
            std::mem::take(&mut self.orders).into_iter().partition(|(_, order)| is_wanted(order));
        self.orders = left;
        taken.into_iter().map(|(_, order)| order).collect()
    }

    /// The transactions that fit, each with its place in the queue. The others stay in their order.
    pub fn take(
        &mut self,
        mut is_wanted: impl FnMut(usize, &Entry) -> bool,
    ) -> Vec<(usize, Entry)> {
        let mut taken = Vec::new();
        for (place, entry) in std::mem::take(&mut self.entries).into_iter().enumerate() {
            if is_wanted(place, &entry) {
                taken.push((place, entry));
            } else {
                self.entries.push_back(entry);
            }
        }
        for (before, _) in &mut self.orders {
            *before -= taken.iter().filter(|(place, _)| *place < *before).count();
        }
        taken
    }

    /// The lines of the transactions that fit, one behind the other.
    pub fn records(&self, is_wanted: impl Fn(&Entry) -> bool) -> Vec<u8> {
        let wanted = self.entries.iter().filter(|entry| is_wanted(entry));
        wanted.flat_map(|entry| entry.record.iter().copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(number: u8, origin: Origin) -> Entry {
        let since = Duration::ZERO;
        Entry { origin, record: vec![number], since, safety: Safety::Queued }
    }

    fn session(number: u8) -> Entry {
        entry(number, Origin::Session(Ticket(number.into())))
    }

    fn order() -> Order {
        Order::CloseFile { desk: String::new() }
    }

    #[test]
    fn an_order_waits_for_what_came_before_it_and_for_nothing_else() {
        let mut queue = Queue::default();
        assert_eq!(queue.ready(), 0);
        queue.push(session(1));
        queue.push_order(order());
        queue.push(session(2));
        assert_eq!(queue.ready(), 1);
        assert!(queue.take_order().is_none());
        // One behind it leaves the queue: it still waits for the one before it.
        queue.take(|_, entry| entry.record == [2]);
        assert!(queue.take_order().is_none());
        queue.put_first(vec![entry(0, Origin::Displaced)]);
        assert_eq!(queue.ready(), 2);
        queue.take(|place, _| place == 0);
        assert!(queue.take_order().is_none());
        queue.take(|place, _| place == 0);
        assert!(queue.take_order().is_some());
        assert!(!queue.has_orders());
    }

    #[test]
    fn what_an_earlier_session_left_goes_by_itself() {
        let mut queue = Queue::default();
        queue.push(session(2));
        queue.put_first(vec![entry(0, Origin::EarlierSession), entry(1, Origin::EarlierSession)]);
        assert_eq!(queue.records(|_| true), [0, 1, 2]);
        assert_eq!(queue.ready(), 2);
        queue.put_first(vec![entry(9, Origin::Displaced)]);
        assert_eq!(queue.ready(), 1);
    }

    #[test]
    fn orders_of_a_kind_leave_the_others_where_they_are() {
        let mut queue = Queue::default();
        queue.push(session(1));
        queue.push_order(order());
        queue.push_order(Order::Uploaded("batch".into()));
        assert_eq!(queue.take_orders(|order| matches!(order, Order::Uploaded(_))).len(), 1);
        assert!(queue.take_order().is_none(), "one comes before it");
        queue.take(|_, _| true);
        assert!(matches!(queue.take_order(), Some(Order::CloseFile { .. })));
    }
}
