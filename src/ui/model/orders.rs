//! What the window orders beyond single transactions, and what becomes of it.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::{Answer, Message, Model, Ordered, TakeBack};
use crate::desk::{Event, RowId};
use crate::store::{Notice, Refusal};
use crate::transaction::Transaction;

impl Model {
    /// Shows these rows and asks whether they are to be taken back.
    pub fn ask_to_take_back(&mut self, rows: impl IntoIterator<Item = RowId>) {
        let rows = rows.into_iter().collect();
        self.take_back = Some(TakeBack { rows, ..TakeBack::default() });
    }

    /// The question whether to take transactions back was answered.
    pub fn answer_take_back(&mut self, yes: bool) {
        let (Some(asked), true) = (self.take_back.take(), yes) else { return };
        let Some((store, _)) = &self.store else { return };
        store.take_back(self.desk.session().occurrences(&asked.rows), asked.reason);
        self.taking_back.push_back(asked.rows);
    }

    /// A question is about what it showed: it closes when one of its rows has left the list.
    pub(super) fn close_questions_on_gone_rows(&mut self) {
        let session = self.desk.session();
        let is_gone = |row: &RowId| session.entry_of(*row).is_none();
        if self.take_back.as_ref().is_some_and(|asked| asked.rows.iter().any(is_gone)) {
            self.take_back = None;
            self.tell(Message::NotTakenBack(Refusal::FileChanged));
        }
    }

    /// Closes `OffCirc.dat` for upload. Refused while something of the session is not in it.
    pub fn close_file(&mut self) {
        let outside = self.outside_file();
        if outside > 0 {
            self.ordered = Ordered::Done(Answer::Closed(Err(Refusal::Waiting(outside))));
        } else if let Some((store, _)) = &self.store {
            store.close_file(self.settings.desk_name());
            self.ordered = Ordered::Waiting;
        }
    }

    /// Alma has this batch.
    pub fn uploaded(&mut self, batch: PathBuf) {
        if let Some((store, _)) = &self.store {
            store.uploaded(batch);
            self.ordered = Ordered::Waiting;
        }
    }

    /// Writes a batch in the strict form, for Alma.
    pub fn mend(&mut self, batch: PathBuf) {
        if let Some((store, _)) = &self.store {
            store.mend(batch, self.settings.desk_name());
            self.ordered = Ordered::Waiting;
        }
    }

    /// Deletes batches that Alma has.
    pub fn delete_uploaded(&mut self, batches: Vec<PathBuf>) {
        if let Some((store, _)) = &self.store {
            store.delete_uploaded(batches);
            self.ordered = Ordered::Waiting;
        }
    }

    /// Writes transactions that are recorded again as a batch of their own.
    pub fn write_batch(&mut self, transactions: &[Transaction]) {
        if let Some((store, _)) = &self.store {
            store.write_batch(transactions, self.settings.desk_name());
            self.ordered = Ordered::Waiting;
        }
    }

    /// Alma has what the file held before this session of days before this one.
    pub fn archive(&mut self, before: NaiveDate) {
        if let Some((store, _)) = &self.store {
            store.archive_before(before, self.settings.desk_name(), self.edition);
            self.archiving = Some(before);
        }
    }

    /// Takes the answer to an order.
    pub(super) fn take_answer(&mut self, notice: Notice) {
        match notice {
            Notice::TakenBack(Ok(_)) => {
                let rows = self.taking_back.pop_front().unwrap_or_default();
                self.handle(Event::TakenBack(rows));
            }
            Notice::TakenBack(Err(refusal)) => {
                self.taking_back.pop_front();
                self.tell(Message::NotTakenBack(refusal));
            }
            Notice::FileClosed(closed) => {
                if closed.is_ok() {
                    self.handle(Event::FileClosed);
                    self.close_questions_on_gone_rows();
                    // What was asked about it is no question any more.
                    self.messages.retain(|message| !matches!(message, Message::EarlierDays(_)));
                }
                self.ordered = Ordered::Done(Answer::Closed(closed));
            }
            Notice::Archived(Ok((batch, transactions))) => {
                if let Some(before) = self.archiving.take() {
                    self.handle(Event::Archived(before));
                    self.close_questions_on_gone_rows();
                }
                self.tell(Message::Archived(batch, transactions));
            }
            Notice::Archived(Err(refusal)) => self.tell(Message::NotArchived(refusal)),
            Notice::Uploaded(moved) => self.ordered = Ordered::Done(Answer::Uploaded(moved)),
            Notice::BatchWritten(batch) => self.ordered = Ordered::Done(Answer::Written(batch)),
            Notice::Mended(done) => self.ordered = Ordered::Done(Answer::Mended(done)),
            Notice::Deleted(gone) => self.ordered = Ordered::Done(Answer::Deleted(gone)),
            _ => {}
        }
    }
}
