//! What the window shows: the desk, and what the store and the clock say. Draws nothing.

mod orders;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use chrono::{DateTime, NaiveDate, NaiveDateTime};

use crate::clocks;
use crate::desk::{
    Borrower, Clock, ClockFault, ClockReading, Cue, Desk, EarlierDays, Effect, Event, Field, Mode,
    RowId, Saving, Watch,
};
use crate::ending;
use crate::scan::{By, End, Read, Rules, Scan, Stroke};
use crate::settings::{Fault, Settings};
use crate::setup;
use crate::store::{
    Config, Disk, EarlierRead, Elsewhere, Holder, MendedBatch, Notice, PutAside, Recovered,
    Refusal, Store, Trouble, Unsaved, Verified,
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

    /// Nobody is typing: nothing stands there but the card that was taken.
    fn is_empty_but_for(&self, borrower: Option<&Borrower>) -> bool {
        let taken = borrower.is_some_and(|borrower| borrower.barcode.as_str() == self.borrower);
        self.item.is_empty() && (taken || self.borrower.is_empty())
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
    /// Somebody moved, deleted or edited the file while it was open.
    FileChanged,
    /// Another program has added lines to the file.
    LinesAdded,
    /// Something was put aside, for a person to see.
    PutAside(PutAside),
    /// This many transactions may be in a file that somebody took away, and are in the file too.
    PerhapsTwice(usize),
    /// What an earlier session may have set aside can't be read.
    SpoolFailed(Trouble),
    /// Nothing was taken back.
    NotTakenBack(Refusal),
    /// The file holds transactions of earlier days: has Alma got them?
    EarlierDays(EarlierDays),
    /// Those of earlier days are in this batch now, so many.
    Archived(PathBuf, u64),
    /// These were kept, and could not be entered.
    NotEntered(Vec<String>),
    /// A slip could not be shown, and why.
    SlipNotShown(String),
    /// Something in the settings files was passed over: the first fault, and how many there are.
    SettingsFault(Fault, usize),
    /// Those of earlier days stay in the file.
    NotArchived(Refusal),
}

/// What is to be taken back, while the question stands.
#[derive(Debug, Default)]
pub struct TakeBack {
    /// The rows, oldest first.
    pub rows: Vec<RowId>,
    /// Why, in the words of whoever does it.
    pub reason: String,
    /// It has been drawn once: its safe button has had the focus.
    pub shown: bool,
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

/// What the store has done with an order of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// `OffCirc.dat` is a batch now.
    Closed(Result<PathBuf, Refusal>),
    /// Alma has a batch; where it is now.
    Uploaded(Result<PathBuf, Refusal>),
    /// So many old batches are gone.
    Deleted(Result<usize, Refusal>),
    /// A batch was written in the strict form.
    Mended(Result<MendedBatch, Refusal>),
    /// Transactions that are recorded again are in this batch.
    Written(Result<PathBuf, Refusal>),
}

/// How far an order of a page is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Ordered {
    /// Nobody ordered anything.
    #[default]
    Nothing,
    /// The store is at it.
    Waiting,
    /// The store has answered.
    Done(Answer),
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
    /// Whether to take transactions back is asked.
    pub take_back: Option<TakeBack>,
    /// What the store says to the last order of a page.
    pub ordered: Ordered,
    /// The settings in force.
    pub settings: Settings,
    /// Why a transaction is nowhere on a disk, if one is.
    pub unsaved: Option<Unsaved>,
    /// What was scanned where the desk could not take it, oldest first: it comes after.
    pub kept: VecDeque<Scan>,
    /// When the window closes, the program starts again: with another data folder.
    pub start_again: bool,
    /// What is to be heard.
    cue: Option<Cue>,
    /// What is wrong with the clock.
    pub clock_fault: Option<ClockFault>,
    /// The desk's time when it was last looked at.
    pub now: NaiveDateTime,
    config: Config,
    disk: Arc<dyn Disk>,
    wake: Arc<dyn Fn() + Send + Sync>,
    store: Option<(Store, Receiver<Notice>)>,
    /// What the store was asked to take back, in the order of its answers.
    taking_back: VecDeque<Vec<RowId>>,
    /// What the store was asked to archive: all days before this one.
    archiving: Option<NaiveDate>,
    /// Which file was read, of those that `OffCirc.dat` has been in this session.
    edition: u64,
    clock: Clock,
    changes: u64,
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
            desk: Desk::watching(Watch::AT_THE_DESK, Rules::default()),
            drafts: Drafts::default(),
            folder: Folder::Opening,
            messages: VecDeque::new(),
            save: SaveToFile::Idle,
            take_back: None,
            taking_back: VecDeque::new(),
            archiving: None,
            edition: 0,
            ordered: Ordered::Nothing,
            settings: Settings::default(),
            unsaved: None,
            kept: VecDeque::new(),
            start_again: false,
            cue: None,
            clock_fault: None,
            now: clocks::read().local,
            config,
            disk,
            wake: Arc::new(wake),
            store: None,
            clock: Clock::new(build_time()),
            changes: 0,
        };
        model.open();
        model
    }

    /// From now on these settings are in force.
    pub fn apply(&mut self, settings: &Settings) {
        self.settings = settings.clone();
        self.desk.watch(setup::watch(settings), setup::rules(settings));
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
                let rescue = store.rescue();
                ending::set(move || {
                    // Nothing is left that could be told.
                    let _ = rescue.put_all_aside();
                });
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
        let now = clocks::read();
        self.now = now.local;
        let last = self.desk.session().latest();
        self.clock_fault = self.clock.look(now, last);
        // What was scanned meanwhile is for whoever stands here.
        let is_idle = self.kept.is_empty() && self.take_back.is_none();
        if is_idle && self.drafts.is_empty_but_for(self.desk.borrower()) {
            let was_waiting = self.desk.waiting().is_some();
            self.handle(Event::Tick { now });
            if was_waiting && self.desk.waiting().is_none() {
                self.sound(self.desk.said().cue());
            }
        }
    }

    /// How long until the borrower counts as gone, if nothing happens.
    #[must_use]
    pub fn borrower_leaves_in(&self) -> Option<Duration> {
        // A little later than sooner: then the time is over.
        let left = self.desk.leaves_in(clocks::read())? + Duration::from_millis(50);
        Some(left.max(Duration::from_secs(1)))
    }

    /// What is held is recorded all the same.
    pub fn use_anyway(&mut self) {
        self.handle(Event::UseAnyway { now: clocks::read() });
    }

    /// Somebody says that the clock is right.
    pub fn accept_clock(&mut self) {
        self.clock.accept(self.desk.session().latest());
        self.look_at_clock();
    }

    /// Lets the desk handle an event and does what it asks for.
    pub fn handle(&mut self, event: Event) {
        let is_scan = matches!(event, Event::Entered { .. } | Event::Scanned { .. });
        if is_scan {
            self.save = SaveToFile::Idle;
        }
        let is_answered = is_scan || matches!(event, Event::UseAnyway { .. } | Event::Flooded);
        let from_disk = match event {
            Event::Saved(_) => Some(Cue::Recorded),
            Event::SetAside(_) => Some(Cue::Question),
            Event::NotSaved(_) => Some(Cue::Refused),
            _ => None,
        };
        self.sound(from_disk);
        for effect in self.desk.handle(event) {
            match effect {
                Effect::Append(ticket, transaction) => match &self.store {
                    Some((store, _)) => store.append(ticket, &transaction),
                    None => drop(self.desk.handle(Event::NotSaved(ticket))),
                },
                Effect::Clear(field) => self.drafts.of(field).clear(),
                Effect::Select(field) => self.drafts.select = Some(field),
                Effect::AskToTakeBack(row) => self.ask_to_take_back([row]),
            }
        }
        if is_answered {
            self.sound(self.desk.said().cue());
        }
    }

    /// Of all that is to be heard in one frame, the gravest is.
    fn sound(&mut self, cue: Option<Cue>) {
        self.cue = self.cue.max(cue);
    }

    /// What is to be heard now.
    pub fn take_cue(&mut self) -> Option<Cue> {
        self.cue.take()
    }

    /// Takes a scan, for the field that waits for one. Somebody who has gone into the borrower's field
    /// means the next card; a card that was typed is complete when an item comes behind it.
    pub fn scan(&mut self, scan: Scan, focus: Option<Field>) {
        let now = clocks::read();
        let is_loan = self.desk.mode() == Mode::Loan;
        let field = Field::Borrower;
        match (focus, self.desk.rules().read(&scan)) {
            (_, Read::Control(_)) => self.handle(Event::Scanned { scan, now }),
            (Some(Field::Borrower), Read::One(reading))
                if is_loan && (reading.not_a_borrower.is_none() || !self.is_card_typed()) =>
            {
                self.handle(Event::Entered { field, scan, now });
            }
            (Some(_), _) if !self.enter_shown_card(now) => {}
            _ => self.handle(Event::Scanned { scan, now }),
        }
    }

    /// A card stands in its field that the desk has not taken yet.
    fn is_card_typed(&self) -> bool {
        let card = self.drafts.borrower.trim();
        let shown = self.desk.borrower().map(|borrower| borrower.barcode.as_str());
        !card.is_empty() && shown != Some(card)
    }

    /// Enters what stands in a field; `typed` are the keys it was typed with, as far as is known. With
    /// an item goes the card that stands above it: what the window shows is what is recorded,
    /// whether or not somebody pressed Enter after the card.
    pub fn enter(&mut self, field: Field, typed: Vec<Stroke>) {
        let text = self.drafts.of(field).clone();
        let now = clocks::read();
        let keys: String = typed.iter().map(|stroke| stroke.text.as_str()).collect();
        let scan = if keys == text {
            Scan { strokes: typed, by: By::Hand, end: End::Enter }
        } else {
            Scan::of_text(&text, By::Hand)
        };
        if field == Field::Borrower || self.enter_shown_card(now) {
            self.handle(Event::Entered { field, scan, now });
        }
    }

    /// Enters the card that was typed and not completed. Returns whether the desk has taken it, or
    /// had nothing to take.
    fn enter_shown_card(&mut self, now: ClockReading) -> bool {
        let card = self.drafts.borrower.trim().to_owned();
        let is_shown =
            |desk: &Desk| desk.borrower().is_some_and(|borrower| borrower.barcode.as_str() == card);
        if self.desk.mode() == Mode::Return || card.is_empty() || is_shown(&self.desk) {
            return true;
        }
        let scan = Scan::of_text(&card, By::Hand);
        self.handle(Event::Entered { field: Field::Borrower, scan, now });
        is_shown(&self.desk)
    }

    /// Asks the store whether the session is in the file.
    pub fn save_to_file(&mut self) {
        if let Some((store, _)) = &self.store {
            store.verify(self.desk.session().expected_in_file().cloned().collect());
            self.save = SaveToFile::Waiting;
        }
    }

    /// How often the files of the folder have changed: whoever has read them before reads again.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// Calls the window, from any thread.
    #[must_use]
    pub fn wake(&self) -> Arc<dyn Fn() + Send + Sync> {
        self.wake.clone()
    }

    /// How many transactions of the session are not in `OffCirc.dat`.
    fn outside_file(&self) -> usize {
        let session = self.desk.session();
        let outside = [Saving::Pending, Saving::SetAside, Saving::NotSaved];
        outside.into_iter().map(|saving| session.count(saving)).sum()
    }

    /// Whether closing now leaves something outside `OffCirc.dat`.
    #[must_use]
    pub fn closing_needs_a_question(&self) -> bool {
        self.outside_file() + self.kept.len() > 0
    }

    /// Ends the store; waits at most `patience` for what was ordered.
    pub fn close(&mut self, patience: Duration) {
        if let Some((store, notices)) = self.store.take() {
            let _ = store.close(&notices, patience);
        }
    }

    fn take(&mut self, notice: Notice) {
        if changes_files(&notice) {
            self.changes += 1;
        }
        match notice {
            Notice::InUse(holder) => self.folder = Folder::InUse(holder),
            Notice::Opened => self.folder = Folder::Open,
            Notice::Failed(trouble) => self.folder = Folder::Failed(trouble),
            Notice::FileChanged => self.file_changed(),
            Notice::LinesAdded => self.tell(Message::LinesAdded),
            Notice::PutAside(aside) => self.tell(Message::PutAside(aside)),
            Notice::PerhapsTwice(lines) => self.tell(Message::PerhapsTwice(lines)),
            Notice::SpoolFailed(trouble) => self.tell(Message::SpoolFailed(trouble)),
            Notice::Recovered(recovered) => self.tell(Message::Recovered(recovered)),
            Notice::MovedOver(lines) => self.tell(Message::MovedOver(lines)),
            Notice::WaitElsewhere(folders) => {
                for folder in folders {
                    self.tell(Message::Elsewhere(folder));
                }
            }
            Notice::Earlier(transactions) => self.handle(Event::Earlier(transactions)),
            Notice::EarlierRead(read) => self.earlier_read(read),
            Notice::Closed => {}
            Notice::EarlierUnread(trouble) => self.tell(Message::EarlierUnread(trouble)),
            Notice::Saved(ticket) => self.handle(Event::Saved(ticket)),
            Notice::SetAside(ticket, _) => self.handle(Event::SetAside(ticket)),
            Notice::NotSaved(ticket, unsaved) | Notice::InDoubt(ticket, unsaved) => {
                self.unsaved = Some(unsaved);
                self.handle(Event::NotSaved(ticket));
            }
            Notice::Verified(verified) => self.save = SaveToFile::Done(verified),
            answer @ (Notice::TakenBack(_)
            | Notice::FileClosed(_)
            | Notice::Uploaded(_)
            | Notice::Archived(_)
            | Notice::BatchWritten(_)
            | Notice::Mended(_)
            | Notice::Deleted(_)) => self.take_answer(answer),
        }
    }

    /// What was asked about it is no question any more; it is asked anew when the file is read.
    fn file_changed(&mut self) {
        self.handle(Event::FileChanged);
        self.close_questions_on_gone_rows();
        self.messages.retain(|message| !matches!(message, Message::EarlierDays(_)));
        self.tell(Message::FileChanged);
    }

    fn earlier_read(&mut self, read: EarlierRead) {
        self.edition = read.edition;
        let asked = usize::try_from(read.asked).unwrap_or(usize::MAX);
        self.handle(Event::EarlierRead { asked });
        if read.unreadable > 0 {
            self.tell(Message::Unreadable(read));
        }
        if let Some(days) = self.desk.session().earlier_days(self.now.date()) {
            self.tell(Message::EarlierDays(days));
        }
    }

    /// Tells the desk something, until it closes the message.
    pub fn tell(&mut self, message: Message) {
        self.messages.push_back(message);
    }
}

/// Whether the files of the folder are others after this.
fn changes_files(notice: &Notice) -> bool {
    match notice {
        Notice::Opened
        | Notice::FileChanged
        | Notice::LinesAdded
        | Notice::MovedOver(_)
        | Notice::Saved(_) => true,
        Notice::TakenBack(done) => done.is_ok(),
        Notice::Archived(done) => done.is_ok(),
        Notice::Deleted(done) => done.is_ok(),
        Notice::Mended(done) => done.is_ok(),
        Notice::FileClosed(done) | Notice::Uploaded(done) | Notice::BatchWritten(done) => {
            done.is_ok()
        }
        Notice::InUse(_)
        | Notice::Recovered(_)
        | Notice::PutAside(_)
        | Notice::PerhapsTwice(_)
        | Notice::SpoolFailed(_)
        | Notice::InDoubt(..)
        | Notice::WaitElsewhere(_)
        | Notice::Earlier(_)
        | Notice::EarlierRead(_)
        | Notice::EarlierUnread(_)
        | Notice::SetAside(..)
        | Notice::NotSaved(..)
        | Notice::Failed(_)
        | Notice::Verified(_)
        | Notice::Closed => false,
    }
}

/// When this program was built, universal time.
fn build_time() -> NaiveDateTime {
    let seconds = env!("OFFCIRC_BUILD_TIME").parse().unwrap_or_default();
    DateTime::from_timestamp(seconds, 0).unwrap_or_default().naive_utc()
}
