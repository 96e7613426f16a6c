//! What the window shows: the desk, and what the store and the clock say. Draws nothing.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use chrono::{DateTime, Local, NaiveDateTime};

use crate::desk::{Clock, ClockFault, Desk, Effect, Event, Field, Instant, Mode, Said, Saving};
use crate::store::{
    Config, Disk, EarlierRead, Elsewhere, Holder, Notice, Recovered, Store, Trouble, Unsaved,
    Verified,
};
use crate::transaction::Ticket;

/// What stands in the two fields before it is entered.
#[derive(Debug, Default)]
pub struct Drafts {
    /// The borrower's card.
    pub borrower: String,
    /// The item's barcode.
    pub item: String,
    /// The field whose content is to be selected when it is drawn next.
    pub select: Option<Field>,
}

impl Drafts {
    /// The text of a field.
    pub fn of(&mut self, field: Field) -> &mut String {
        match field {
            Field::Borrower => &mut self.borrower,
            Field::Item => &mut self.item,
        }
    }
}

/// Something the desk is told above the fields, until it closes the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A crash had cut a transaction short.
    Recovered(Recovered),
    /// So many transactions that had been set aside before are in the file now.
    MovedOver(usize),
    /// Transactions wait for another folder.
    Elsewhere(Elsewhere),
    /// The file has lines that can't be read.
    Unreadable(EarlierRead),
    /// What the file held before can't be shown.
    EarlierUnread(Trouble),
}

/// How far "Save to file" is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SaveToFile {
    /// Nobody asked.
    #[default]
    Idle,
    /// The store is at it.
    Waiting,
    /// The store has answered.
    Done(Result<Verified, Trouble>),
}

/// How far opening the folder is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Folder {
    /// The store is at it.
    Opening,
    /// It is open.
    Open,
    /// It can't be used; what is scanned is set aside.
    Failed(Trouble),
    /// Another window has it.
    InUse(Holder),
}

/// The state behind the window.
pub struct Model {
    /// The desk's workflow.
    pub desk: Desk,
    /// What is being typed.
    pub drafts: Drafts,
    /// The data folder.
    pub folder: Folder,
    /// What the desk is told, oldest first.
    pub messages: VecDeque<Message>,
    /// What "Save to file" has to say.
    pub save: SaveToFile,
    /// Why a transaction is nowhere on a disk, if one is.
    pub unsaved: Option<Unsaved>,
    /// What is wrong with the clock.
    pub clock_fault: Option<ClockFault>,
    /// The desk's time when it was last looked at.
    pub now: NaiveDateTime,
    config: Config,
    disk: Arc<dyn Disk>,
    wake: Arc<dyn Fn() + Send + Sync>,
    store: Option<(Store, Receiver<Notice>)>,
    clock: Clock,
    started: std::time::Instant,
}

impl Model {
    /// Opens the store; `wake` is called when it has something to say.
    #[must_use]
    pub fn new(
        config: Config,
        disk: Arc<dyn Disk>,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let mut model = Self {
            desk: Desk::default(),
            drafts: Drafts::default(),
            folder: Folder::Opening,
            messages: VecDeque::new(),
            save: SaveToFile::Idle,
            unsaved: None,
            clock_fault: None,
            now: Local::now().naive_local(),
            config,
            disk,
            wake: Arc::new(wake),
            store: None,
            clock: Clock::new(build_time()),
            started: std::time::Instant::now(),
        };
        model.open();
        model
    }

    /// Opens the folder, for the first time or after another window had it.
    pub fn open(&mut self) {
        self.folder = Folder::Opening;
        let wake = self.wake.clone();
        match Store::start(self.config.clone(), self.disk.clone(), move || wake()) {
            Ok((store, notices)) => {
                // Scanned while another window turned out to have the folder.
                let entries = self.desk.session().entries().iter().zip(1..);
                for (entry, number) in entries.filter(|(e, _)| e.saving == Saving::Pending) {
                    store.append(Ticket(number), &entry.transaction);
                }
                self.store = Some((store, notices));
            }
            Err(error) => {
                self.store = None;
                self.folder = Folder::Failed(Trouble::no_thread(&self.config.data_folder, &error));
            }
        }
    }

    /// The folder of `OffCirc.dat`.
    #[must_use]
    pub fn data_folder(&self) -> &std::path::Path {
        &self.config.data_folder
    }

    /// Looks at the clock and takes what the store has said. Call it before drawing.
    pub fn refresh(&mut self) {
        self.look_at_clock();
        while let Some((_, notices)) = &self.store
            && let Ok(notice) = notices.try_recv()
        {
            self.take(notice);
        }
    }

    fn look_at_clock(&mut self) {
        let now = Local::now();
        self.now = now.naive_local();
        let instant =
            Instant { local: self.now, utc: now.naive_utc(), steady: self.started.elapsed() };
        let last = self.desk.session().latest();
        self.clock_fault = self.clock.look(instant, last);
    }

    /// Somebody says that the clock is right.
    pub fn accept_clock(&mut self) {
        self.clock.accept(self.desk.session().latest());
        self.look_at_clock();
    }

    /// Lets the desk handle an event and does what it asks for.
    pub fn handle(&mut self, event: Event) {
        if matches!(event, Event::Entered { .. }) {
            self.save = SaveToFile::Idle;
        }
        for effect in self.desk.handle(event) {
            match effect {
                Effect::Append(ticket, transaction) => match &self.store {
                    Some((store, _)) => store.append(ticket, &transaction),
                    None => drop(self.desk.handle(Event::NotSaved(ticket))),
                },
                Effect::Clear(field) => self.drafts.of(field).clear(),
                Effect::Select(field) => self.drafts.select = Some(field),
            }
        }
    }

    /// Enters what stands in a field. With an item goes the card that stands above it: what the
    /// window shows is what is recorded, whether or not somebody pressed Enter after the card.
    pub fn enter(&mut self, field: Field) {
        let text = self.drafts.of(field).clone();
        let now = Local::now().naive_local();
        let card = self.drafts.borrower.trim();
        let shown = self.desk.borrower().map(|borrower| borrower.barcode.as_str());
        let is_new_card = !card.is_empty() && shown != Some(card);
        if field == Field::Item && self.desk.mode() == Mode::Loan && is_new_card {
            let card = card.to_owned();
            self.handle(Event::Entered { field: Field::Borrower, text: card, now });
            if matches!(self.desk.said(), Said::Refused { .. }) {
                return;
            }
        }
        self.handle(Event::Entered { field, text, now });
    }

    /// Asks the store whether the session is in the file.
    pub fn save_to_file(&mut self) {
        if let Some((store, _)) = &self.store {
            let entries = self.desk.session().entries();
            store.verify(entries.iter().map(|entry| entry.transaction.clone()).collect());
            self.save = SaveToFile::Waiting;
        }
    }

    /// Whether closing now leaves something outside `OffCirc.dat`.
    #[must_use]
    pub fn closing_needs_a_question(&self) -> bool {
        let session = self.desk.session();
        session.count(Saving::Saved) < session.entries().len()
    }

    /// Ends the store; waits at most `patience` for what was ordered.
    pub fn close(&mut self, patience: Duration) {
        if let Some((store, notices)) = self.store.take() {
            let _ = store.close(&notices, patience);
        }
    }

    fn take(&mut self, notice: Notice) {
        match notice {
            Notice::InUse(holder) => self.folder = Folder::InUse(holder),
            Notice::Opened => self.folder = Folder::Open,
            Notice::Failed(trouble) => self.folder = Folder::Failed(trouble),
            Notice::Recovered(recovered) => self.tell(Message::Recovered(recovered)),
            Notice::MovedOver(lines) => self.tell(Message::MovedOver(lines)),
            Notice::WaitElsewhere(folders) => {
                for folder in folders {
                    self.tell(Message::Elsewhere(folder));
                }
            }
            Notice::Earlier(transactions) => self.handle(Event::Earlier(transactions)),
            Notice::EarlierRead(read) if read.unreadable > 0 => {
                self.tell(Message::Unreadable(read));
            }
            Notice::EarlierRead(_) | Notice::Closed => {}
            Notice::EarlierUnread(trouble) => self.tell(Message::EarlierUnread(trouble)),
            Notice::Saved(ticket) => self.handle(Event::Saved(ticket)),
            Notice::SetAside(ticket, _) => self.handle(Event::SetAside(ticket)),
            Notice::NotSaved(ticket, unsaved) => {
                self.unsaved = Some(unsaved);
                self.handle(Event::NotSaved(ticket));
            }
            Notice::Verified(verified) => self.save = SaveToFile::Done(verified),
        }
    }

    fn tell(&mut self, message: Message) {
        self.messages.push_back(message);
    }
}

/// When this program was built, universal time.
fn build_time() -> NaiveDateTime {
    let seconds = env!("OFFCIRC_BUILD_TIME").parse().unwrap_or_default();
    DateTime::from_timestamp(seconds, 0).unwrap_or_default().naive_utc()
}
