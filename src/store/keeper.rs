//! What waits to be written, and what is done about it: a state machine.
//!
//! The keeper takes orders and the folder's replies, and says what is to be asked of the folder
//! next, one request at a time. It never touches the data folder, so that no disk or share keeps it
//! waiting. It owns the spool: what the folder has not confirmed in time is put there, and leaves
//! it when the folder has.
//!
//! All that waits is in one queue, in the order in which it was recorded, and goes to the folder in
//! that order: everything that waits at once.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::Duration;

use super::append::Displaced;
use super::disk::Disk;
use super::folder::{Carried, Content, NotAppended, Opened, REOPEN_EVERY, Reply, Request, WhyNot};
use super::lock::{Holder, LockError};
use super::notice::{Notice, Refusal, Unsaved};
use super::order::Order;
use super::place::Place;
use super::queue::{Entry, Origin, Queue, Safety};
use super::settle::Attempt;
use super::spool::{self, Spool, Waiting};
use super::trouble::{PathError, Trouble};
use super::{Config, GiveUp};
use crate::transaction::Ticket;

/// How long a transaction may be unconfirmed before it is put into the spool.
pub(super) const CONFIRMED_WITHIN: Duration = Duration::from_secs(2);
/// How long the end of the session waits for a folder that does not answer, when all is in the spool.
const ENDS_WITHIN: Duration = Duration::from_secs(10);
/// How long, after a second writer was seen, what was confirmed is looked after when the store closes:
/// a share tells its lengths late, and what was sent to the wrong place may still be on the way.
const OTHERS_WRITE_FOR: Duration = Duration::from_secs(2);
/// How often.
const LOOK_EVERY: Duration = Duration::from_millis(100);
/// How many bytes are written together at most.
const MOST_TOGETHER: usize = 1024 * 1024;

/// Something that concerns the keeper.
pub(super) enum Input {
    Append(Ticket, Vec<u8>),
    Order(Order),
    /// The folder has answered.
    Reply(Reply),
    /// All that waits is to be on a disk now; the answer is whether it is.
    PutAside(Sender<bool>),
    /// Do what was ordered, and end.
    Close,
}

/// What is to be done for it.
#[derive(Debug)]
pub(super) enum Output {
    Tell(Notice),
    Ask(Request),
    /// Read what `OffCirc.dat` held before, beside the work.
    ReadEarlier(Earlier),
}

/// The part of `OffCirc.dat` that was there before what the session records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Earlier {
    /// How many bytes are read.
    pub length: u64,
    /// How many of them were there when the session began.
    pub asked: u64,
    /// Which file it is, counted from 1.
    pub edition: u64,
}

/// How the data folder is, as far as the keeper knows.
enum State {
    /// It is to be opened, at this time at the earliest.
    Closed {
        next_attempt: Duration,
    },
    Open,
}

/// A request that the folder has not answered.
struct Asked {
    since: Duration,
    /// How many entries it concerns, from the first on.
    entries: usize,
}

#[expect(clippy::struct_excessive_bools, reason = "each says something else of the session")]
pub(super) struct Keeper {
    config: Config,
    disk: Arc<dyn Disk>,
    spool: Result<Spool, Trouble>,
    next_spool_attempt: Duration,
    queue: Queue,
    state: State,
    asked: Option<Asked>,
    /// What is said of an order whose outcome is not known, if it is never known.
    owed: Option<Notice>,
    /// Where `OffCirc.dat` ended when that was last confirmed.
    confirmed: Option<Place>,
    /// Some entries may stand behind that place already.
    is_tried: bool,
    /// Lines that stood behind that place before any of them.
    others: Vec<Vec<u8>>,
    /// Why the folder is closed, once it was told.
    trouble: Option<Trouble>,
    /// What is to be read when what an earlier session left has moved over.
    unread: Option<(u64, u64)>,
    /// What was confirmed stood in a file that may be another one now.
    is_exchanged: bool,
    /// How many entries may stand in a file that somebody took away.
    perhaps_twice: usize,
    /// That the folder is open was not told yet.
    is_untold: bool,
    /// The folder was open at least once.
    was_open: bool,
    is_closing: bool,
    /// The folder was tried once more because the store closes.
    last_try: bool,
    /// When somebody else was last seen to write to the file.
    others_wrote: Option<Duration>,
    /// When, once the store closes, it is to be seen that what was appended last is still there.
    next_look: Option<Duration>,
    now: Duration,
    output: Vec<Output>,
}

impl Keeper {
    /// Opens the spool. Fails only if another window has it.
    pub fn start(config: Config, disk: Arc<dyn Disk>) -> Result<(Self, Waiting), Holder> {
        let opened = match &config.spool_root {
            Some(root) => match Spool::open(&*disk, root, &config.data_folder) {
                Ok((spool, waiting)) => Ok((spool, waiting)),
                Err(LockError::Held(holder)) => {
                    return Err(Holder { folder: config.data_folder, ..holder });
                }
                Err(LockError::Failed(error)) => Err(Trouble::from(&error)),
            },
            None => Err(spool::no_place()),
        };
        let (spool, mut waiting) = match opened {
            Ok((spool, waiting)) => (Ok(spool), waiting),
            Err(trouble) => (Err(trouble), Waiting::default()),
        };
        let mut keeper = Self {
            config,
            disk,
            spool,
            next_spool_attempt: REOPEN_EVERY,
            queue: Queue::default(),
            state: State::Closed { next_attempt: Duration::ZERO },
            asked: None,
            owed: None,
            confirmed: None,
            is_tried: false,
            others: Vec::new(),
            trouble: None,
            unread: None,
            is_exchanged: false,
            perhaps_twice: 0,
            is_untold: false,
            was_open: false,
            is_closing: false,
            last_try: false,
            others_wrote: None,
            next_look: None,
            now: Duration::ZERO,
            output: Vec::new(),
        };
        keeper.take_waiting(&mut waiting);
        if let Err(trouble) = &keeper.spool
            && keeper.config.spool_root.is_some()
        {
            let trouble = trouble.clone();
            keeper.tell(Notice::SpoolFailed(trouble));
        }
        if let Some(root) = &keeper.config.spool_root {
            let elsewhere = spool::elsewhere(&*keeper.disk, root, &keeper.config.data_folder);
            if !elsewhere.is_empty() {
                keeper.tell(Notice::WaitElsewhere(elsewhere));
            }
        }
        keeper.go_on();
        Ok((keeper, waiting))
    }

    /// Takes over what an earlier session left in the spool: it comes before all else.
    fn take_waiting(&mut self, waiting: &mut Waiting) {
        let (origin, since, safety) = (Origin::EarlierSession, self.now, Safety::Aside);
        let records = waiting.records.drain(..);
        let entries = records.map(|record| Entry { origin, record, since, safety }).collect();
        self.queue.put_first(entries);
        if let Some(place) = waiting.tried_at {
            self.confirmed = Some(place);
            self.is_tried = true;
            self.others.clear();
        }
        if let Some(recovered) = waiting.recovered.take() {
            self.tell(Notice::Recovered(recovered));
        }
        if let Some(aside) = waiting.put_aside.take() {
            self.tell(Notice::PutAside(aside));
        }
    }

    /// Takes what happened, in its order, then does what follows from all of it together; `now` is
    /// the time by a clock that only goes forward.
    pub fn handle(&mut self, inputs: impl IntoIterator<Item = Input>, now: Duration) {
        self.now = now;
        inputs.into_iter().for_each(|input| self.take_input(input));
        self.go_on();
    }

    fn take_input(&mut self, input: Input) {
        match input {
            Input::Append(ticket, record) => {
                let (origin, safety) = (Origin::Session(ticket), Safety::Queued);
                self.queue.push(Entry { origin, record, since: self.now, safety });
            }
            Input::Order(order) => self.queue.push_order(order),
            Input::Reply(reply) => self.take_reply(reply),
            Input::PutAside(answer) => {
                let is_aside = self.put_aside(self.queue.len());
                // Whoever asked may have stopped waiting.
                let _ = answer.send(is_aside);
            }
            Input::Close => self.is_closing = true,
        }
    }

    /// What is to be done now, in this order.
    pub fn take_output(&mut self) -> Vec<Output> {
        std::mem::take(&mut self.output)
    }

    /// Whether all is done, and nothing has to be waited for.
    pub fn is_done(&self) -> bool {
        if !self.is_closing {
            return false;
        }
        // Whoever gave an order gets an answer, and what is recorded a disk.
        let is_answered = !self.queue.has_orders() && self.owed.is_none();
        if let Some(asked) = &self.asked {
            // A folder that does not answer keeps nobody: all is in the spool.
            let hangs = self.now.saturating_sub(asked.since) >= ENDS_WITHIN;
            hangs && is_answered && !self.queue.entries().any(Entry::needs_spool)
        } else {
            let is_seen = self.next_look.is_none() || !self.can_look();
            is_answered && is_seen && (self.queue.len() == 0 || self.last_try)
        }
    }

    /// Whether the folder has not answered the last request.
    pub fn is_waiting_for_folder(&self) -> bool {
        self.asked.is_some()
    }

    /// When it wants to be asked again, if nothing happens before.
    pub fn wakes_at(&self) -> Option<Duration> {
        let aside = self.queue.entries().find(|entry| entry.needs_spool());
        let aside = aside.filter(|_| self.asked.is_some());
        let aside = aside.map(|entry| entry.since + CONFIRMED_WITHIN);
        let hangs = self.asked.as_ref().filter(|_| self.is_closing);
        let hangs = hangs.map(|asked| asked.since + ENDS_WITHIN);
        let opens = match self.state {
            State::Closed { next_attempt } if self.asked.is_none() => Some(next_attempt),
            State::Closed { .. } | State::Open => None,
        };
        let is_spool_wanted = self.spool.is_err() && self.config.spool_root.is_some();
        let spool = self.next_spool_attempt;
        let spool = (is_spool_wanted && self.asked.is_none()).then_some(spool);
        let looks = self.next_look.filter(|_| self.is_closing && self.can_look());
        let later = |at: &Duration| *at > self.now;
        // What is overdue has just been tried.
        let aside = aside.filter(later).or(aside.map(|_| self.now + REOPEN_EVERY));
        [aside, hangs.filter(later), opens, spool, looks].into_iter().flatten().min()
    }

    /// Whether the folder can be asked to look into the file.
    fn can_look(&self) -> bool {
        self.asked.is_none() && matches!(self.state, State::Open)
    }

    fn tell(&mut self, notice: Notice) {
        self.output.push(Output::Tell(notice));
    }

    fn ask(&mut self, request: Request, entries: usize) {
        self.asked = Some(Asked { since: self.now, entries });
        self.output.push(Output::Ask(request));
    }

    /// Does what can be done now.
    fn go_on(&mut self) {
        self.open_spool_again();
        if self.trouble.is_some() {
            // The folder fails: what comes is not kept waiting for it.
            self.put_aside(self.queue.len());
        } else {
            self.put_overdue_aside();
        }
        if self.asked.is_none() {
            match self.state {
                State::Closed { next_attempt } => {
                    let is_wanted = self.queue.has_orders() || (self.is_closing && !self.last_try);
                    if self.now >= next_attempt || is_wanted {
                        self.last_try |= self.is_closing;
                        self.ask_to_open();
                    }
                }
                State::Open => self.go_on_with_open_folder(),
            }
        }
    }

    fn ask_to_open(&mut self) {
        let tried_at = self.confirmed.filter(|_| self.is_tried);
        let records = self.queue.entries().map(|entry| entry.record.clone()).collect();
        let others = self.others.clone();
        let attempt = Attempt { place: tried_at, records, others };
        self.ask(Request::Open(attempt), self.queue.len());
    }

    fn go_on_with_open_folder(&mut self) {
        if self.queue.ready() > 0 {
            self.ask_to_append();
        } else if let Some(order) = self.queue.take_order() {
            self.carry(order);
        } else if self.spool.as_ref().is_ok_and(Spool::is_unsound) {
            self.clear_spool();
        }
        if self.is_closing && self.can_look() && self.next_look.is_some_and(|at| at <= self.now) {
            // A second writer on a share may have written over what was confirmed last.
            self.ask(Request::LookBack, 0);
        }
    }

    fn ask_to_append(&mut self) {
        let mut records = Vec::new();
        let mut count = 0;
        for entry in self.queue.entries().take(self.queue.ready()) {
            if count > 0 && records.len() + entry.record.len() > MOST_TOGETHER {
                break;
            }
            records.extend_from_slice(&entry.record);
            count += 1;
        }
        self.is_tried = true;
        let aside = self.queue.records(|entry| entry.safety == Safety::Aside);
        if let (Ok(spool), Some(place)) = (&mut self.spool, self.confirmed)
            && !aside.is_empty()
            && let Err(error) = spool.begin_to_try(&*self.disk, &aside, place)
        {
            self.fail(&Trouble::from(&error));
            return;
        }
        self.ask(Request::Append(records), count);
    }

    fn carry(&mut self, order: Order) {
        if order.ends_the_file()
            && let Err(trouble) = &self.spool
            && self.config.spool_root.is_some()
        {
            let trouble = trouble.clone();
            self.tell(order.refused(Refusal::SpoolFailed(trouble)));
            return self.go_on();
        }
        // What has moved over must not be found in the spool when the file is another one.
        if order.changes_the_file()
            && let Err(error) = self.forget_moved()
        {
            self.tell(order.refused(Refusal::from(error)));
            return self.go_on();
        }
        let not_known = Refusal::NotKnown(Trouble::no_answer(&self.config.data_folder));
        self.owed = Some(order.refused(not_known));
        self.ask(Request::Carry(order), 0);
    }

    /// Sees to it that the spool holds nothing that has moved over, but what comes behind the order
    /// that is carried out, and was not tried.
    fn forget_moved(&mut self) -> Result<(), PathError> {
        let Ok(spool) = &mut self.spool else { return Ok(()) };
        let aside = self.queue.records(|entry| entry.safety == Safety::Aside);
        if aside.is_empty() {
            spool.clear(&*self.disk)
        } else {
            spool.hold(&*self.disk, &aside, None)
        }
    }

    fn clear_spool(&mut self) {
        if let Ok(spool) = &mut self.spool {
            // It is tried again when something else happens.
            let _ = spool.clear(&*self.disk);
        }
    }

    fn take_reply(&mut self, reply: Reply) {
        let entries = self.asked.take().map_or(0, |asked| asked.entries);
        match reply {
            Reply::Opened(Ok(opened)) => self.opened(opened),
            Reply::Opened(Err(LockError::Held(holder))) if !self.was_open => {
                self.tell(Notice::InUse(holder));
                self.queue.take(|_, entry| entry.safety != Safety::Aside);
                self.queue.take_orders(|_| true);
                self.is_closing = true;
                self.last_try = true;
                self.state = State::Closed { next_attempt: Duration::MAX };
            }
            Reply::Opened(Err(LockError::Held(holder))) => self.fail(&Trouble::from(&holder)),
            Reply::Opened(Err(LockError::Failed(error))) => self.fail(&Trouble::from(&error)),
            Reply::Appended(Ok(place)) => self.appended(entries, place),
            Reply::Appended(Err(not)) => self.not_appended(not),
            Reply::Carried(carried) => self.carried(carried),
            Reply::Changed(order) => {
                self.owed = None;
                self.queue.put_order_first(order);
                self.state = State::Closed { next_attempt: self.now };
            }
        }
    }

    fn carried(&mut self, carried: Carried) {
        let Carried { told, owed, end } = carried;
        self.owed = owed;
        for notice in told {
            self.tell(notice);
        }
        match end {
            Ok(place) => self.confirm(place),
            Err(why) => {
                // Whatever was renamed, what comes now is behind another place.
                self.confirmed = None;
                self.is_tried = false;
                self.others.clear();
                self.close(why);
            }
        }
    }

    /// Nothing waits behind this place.
    fn confirm(&mut self, place: Place) {
        self.confirmed = Some(place);
        self.is_tried = false;
        self.others.clear();
    }

    fn opened(&mut self, opened: Opened) {
        let Opened { end, content, stands, perhaps_elsewhere, told, known } = opened;
        for notice in told {
            self.tell(notice);
        }
        if let (Ok(spool), Some(known)) = (&self.spool, known) {
            // Without it the next session knows the folder by its path alone.
            let _ = spool.remember(&*self.disk, &known);
        }
        match content {
            Content::Unread { asked, edition } => {
                if self.was_open {
                    self.tell(Notice::FileChanged);
                    self.refuse_archives();
                }
                self.unread = Some((asked, edition));
            }
            Content::LinesAdded => {
                self.others_wrote = Some(self.now);
                self.tell(Notice::LinesAdded);
            }
            Content::Same => {}
        }
        self.was_open = true;
        self.state = State::Open;
        self.trouble = None;
        self.owed = None;
        let was_tried = self.is_tried;
        self.confirm(end);
        let is_there = |place: usize| stands.get(place).copied().unwrap_or(false);
        let gone = self.queue.take(|place, entry| {
            is_there(place) || (entry.safety == Safety::InDoubt && place < stands.len())
        });
        let mut moved = 0;
        for (place, entry) in gone {
            match entry.origin {
                Origin::Session(ticket) if is_there(place) => self.tell(Notice::Saved(ticket)),
                Origin::Session(ticket) => {
                    let unsaved = self.unsaved();
                    self.tell(Notice::NotSaved(ticket, unsaved));
                }
                Origin::EarlierSession => moved += 1,
                Origin::Displaced => {}
            }
        }
        let is_exchanged = std::mem::take(&mut self.is_exchanged);
        if was_tried && (perhaps_elsewhere || is_exchanged) && self.queue.len() > 0 {
            self.perhaps_twice = stands.iter().filter(|stands| !**stands).count();
        }
        if moved > 0 {
            self.tell(Notice::MovedOver(moved));
        }
        if self.queue.len() == 0 {
            self.clear_spool();
        }
        self.is_untold = true;
        self.tell_open(end);
    }

    /// The folder is open when what an earlier session left is in the file: then what it held before
    /// is read.
    fn tell_open(&mut self, end: Place) {
        if self.queue.entries().any(|entry| entry.origin == Origin::EarlierSession) {
            return;
        }
        if std::mem::take(&mut self.is_untold) {
            self.tell(Notice::Opened);
        }
        if let Some((asked, edition)) = self.unread.take() {
            let length = end.length;
            self.output.push(Output::ReadEarlier(Earlier { length, asked, edition }));
        }
    }

    /// What was asked about is another file now.
    fn refuse_archives(&mut self) {
        for order in self.queue.take_orders(|order| matches!(order, Order::Archive { .. })) {
            self.tell(order.refused(Refusal::FileChanged));
        }
    }

    fn appended(&mut self, count: usize, place: Place) {
        self.confirm(place);
        self.next_look = if count > 0 {
            Some(self.now)
        } else {
            let is_recent = |at: Duration| self.now < at + OTHERS_WRITE_FOR;
            self.others_wrote.is_some_and(is_recent).then_some(self.now + LOOK_EVERY)
        };
        let gone = self.queue.take(|place, _| place < count);
        let mut moved = 0;
        for (_, entry) in &gone {
            match entry.origin {
                Origin::Session(ticket) => self.tell(Notice::Saved(ticket)),
                Origin::EarlierSession => moved += 1,
                Origin::Displaced => {}
            }
        }
        if moved > 0 {
            self.tell(Notice::MovedOver(moved));
        }
        if self.perhaps_twice > 0 && self.queue.len() == 0 {
            let count = std::mem::take(&mut self.perhaps_twice);
            self.tell(Notice::PerhapsTwice(count));
        }
        self.tell_open(place);
        let is_aside = |entry: &Entry| entry.safety == Safety::Aside;
        if gone.iter().any(|(_, entry)| is_aside(entry)) && !self.queue.entries().any(is_aside) {
            self.clear_spool();
        }
    }

    fn not_appended(&mut self, not: NotAppended) {
        let NotAppended { why, is_tried, displaced } = not;
        if matches!(why, WhyNot::Changed) {
            self.others_wrote = Some(self.now);
        }
        self.is_tried = is_tried;
        if let Some(displaced) = displaced {
            let Displaced { place, records, others, is_exchanged } = *displaced;
            self.confirmed = Some(place);
            self.is_exchanged |= is_exchanged;
            self.others = others;
            let (origin, since, safety) = (Origin::Displaced, self.now, Safety::Queued);
            let records = records.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec);
            let entries = records.map(|record| Entry { origin, record, since, safety }).collect();
            self.queue.put_first(entries);
            // They were confirmed: until they are again, they have to be on a disk.
            self.put_aside(self.queue.len());
        }
        self.close(why);
    }

    fn close(&mut self, why: WhyNot) {
        match why {
            // Somebody moved or edited the file by hand: see what is there now.
            WhyNot::Changed => self.state = State::Closed { next_attempt: self.now },
            WhyNot::Failed(trouble) => self.fail(&trouble),
        }
    }

    /// The folder can't be used for now: what waits goes to the spool.
    fn fail(&mut self, trouble: &Trouble) {
        self.state = State::Closed { next_attempt: self.now + REOPEN_EVERY };
        // The same trouble once a second is no news.
        if self.trouble.replace(trouble.clone()).as_ref() != Some(trouble) {
            self.tell(Notice::Failed(trouble.clone()));
        }
        self.put_aside(self.queue.len());
        let in_doubt = |entry: &&Entry| entry.safety == Safety::InDoubt;
        let waiting = self.queue.len() - self.queue.entries().filter(in_doubt).count();
        for order in self.queue.take_orders(|_| true) {
            let refusal = match waiting {
                0 => Refusal::Trouble(trouble.clone()),
                waiting => Refusal::Waiting(waiting),
            };
            self.tell(order.refused(refusal));
        }
        if self.is_closing && self.last_try {
            let owed = self.owed.take();
            self.output.extend(owed.map(Output::Tell));
        }
    }

    /// Why the folder has not taken what waits: it fails, or nothing is heard of it.
    fn folder_trouble(&self) -> Trouble {
        let no_answer = || Trouble::no_answer(&self.config.data_folder);
        self.trouble.clone().unwrap_or_else(no_answer)
    }

    fn unsaved(&self) -> Unsaved {
        let spool = self.spool.as_ref().err().cloned();
        Unsaved {
            folder: self.folder_trouble(),
            spool: spool.unwrap_or_else(|| Trouble::not_open(Path::new(""))),
        }
    }

    /// When the folder has not confirmed something in time, all that waits is put into the spool: what
    /// came later would be late too, and the spool takes it together.
    fn put_overdue_aside(&mut self) {
        if self.asked.is_none() {
            return;
        }
        let now = self.now;
        let is_overdue = |entry: &Entry| now.saturating_sub(entry.since) >= CONFIRMED_WITHIN;
        let is_wanted = |entry: &Entry| entry.needs_spool() && is_overdue(entry);
        if self.queue.entries().any(is_wanted) {
            self.put_aside(self.queue.len());
        }
    }

    /// Puts the first `count` entries into the spool; returns whether all of them are there.
    fn put_aside(&mut self, count: usize) -> bool {
        if !self.queue.entries().take(count).any(Entry::needs_spool) {
            return true;
        }
        self.open_spool_again();
        let tried_at = self.confirmed.filter(|_| self.is_tried);
        let records: Vec<u8> = self
            .queue
            .entries()
            .take(count)
            .filter(|entry| entry.safety != Safety::InDoubt)
            .flat_map(|entry| entry.record.iter().copied())
            .collect();
        let held = match &mut self.spool {
            Ok(spool) => {
                spool.hold(&*self.disk, &records, tried_at).map_err(|error| Trouble::from(&error))
            }
            Err(trouble) => Err(trouble.clone()),
        };
        let folder = self.folder_trouble();
        let gives_up = self.config.give_up == GiveUp::AtOnce;
        let is_in_doubt = self.is_tried || self.spool.as_ref().is_ok_and(Spool::is_unsound);
        let mut told = Vec::new();
        for entry in self.queue.entries_mut().take(count).filter(|entry| entry.needs_spool()) {
            let before = entry.safety;
            entry.safety = match &held {
                Ok(()) => Safety::Aside,
                Err(_) if gives_up && is_in_doubt => Safety::InDoubt,
                Err(_) => Safety::NotSaved,
            };
            let Origin::Session(ticket) = entry.origin else { continue };
            match &held {
                Ok(()) => told.push(Notice::SetAside(ticket, folder.clone())),
                // The same once a second is no news.
                Err(_) if entry.safety == before => {}
                Err(spool) => {
                    let unsaved = Unsaved { folder: folder.clone(), spool: spool.clone() };
                    told.push(if entry.safety == Safety::InDoubt {
                        Notice::InDoubt(ticket, unsaved)
                    } else {
                        Notice::NotSaved(ticket, unsaved)
                    });
                }
            }
        }
        if gives_up {
            // Whoever gave them was told, and gives them again.
            let is_given_up = |entry: &Entry| {
                entry.safety == Safety::NotSaved && matches!(entry.origin, Origin::Session(_))
            };
            self.queue.take(|_, entry| is_given_up(entry));
        }
        self.output.extend(told.into_iter().map(Output::Tell));
        held.is_ok()
    }

    /// The spool could not be opened before: perhaps now. What waits there comes first, so that it is
    /// not done while the folder works on what comes first until then.
    fn open_spool_again(&mut self) {
        let Some(root) = &self.config.spool_root else { return };
        if self.spool.is_ok() || self.asked.is_some() || self.now < self.next_spool_attempt {
            return;
        }
        self.next_spool_attempt = self.now + REOPEN_EVERY;
        match Spool::open(&*self.disk, root, &self.config.data_folder) {
            Ok((spool, mut waiting)) => {
                self.spool = Ok(spool);
                if waiting.tried_at.is_some() {
                    // Opening the folder looks for them.
                    self.state = State::Closed { next_attempt: self.now };
                }
                self.take_waiting(&mut waiting);
            }
            Err(LockError::Failed(error)) => self.spool = Err(Trouble::from(&error)),
            Err(LockError::Held(holder)) => self.spool = Err(Trouble::from(&holder)),
        }
    }
}

#[cfg(test)]
mod tests;
