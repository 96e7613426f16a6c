//! Orders that change the folder as a whole: they wait until all is in `OffCirc.dat`, and refuse
//! when that can't be had.

use std::path::PathBuf;

use chrono::{Local, NaiveDate};

use super::super::batch::Summary;
use super::super::change::{Change, Lines};
use super::super::names::DAT;
use super::super::notice::Refusal;
use super::super::taken_back;
use super::super::trouble::{Context as _, Operation, PathError, Trouble};
use super::Worker;
use crate::transaction::{Occurrence, Transaction};

impl Worker {
    pub(super) fn take_back(&mut self, chosen: &[Occurrence], reason: &str) -> Result<(), Refusal> {
        let length = self.settled()?;
        let lines = self.change().find(chosen, length)?;
        if lines.transactions == 0 {
            return Err(Refusal::Nothing);
        }
        let transactions = chosen.iter().map(|one| &one.transaction);
        let now = Local::now().naive_local();
        taken_back::note(&*self.disk, &self.config.data_folder, transactions, reason, now)?;
        self.change().write_without(&lines, length)?;
        self.replace(&lines, length)
    }

    pub(super) fn close_file(&mut self, desk: &str) -> Result<PathBuf, Refusal> {
        let length = self.settled()?;
        if length == 0 {
            return Err(Refusal::Nothing);
        }
        let dat = self.config.data_folder.join(DAT);
        let source = self.disk.reader(&dat).context(Operation::Open, &dat)?;
        let summary = Summary::read(source).context(Operation::Read, &dat)?;
        let closed = self.while_closed(|change| change.close(&summary, desk))?;
        self.session_start = Some(0);
        Ok(closed)
    }

    pub(super) fn archive(
        &mut self,
        day: NaiveDate,
        desk: &str,
    ) -> Result<(PathBuf, u64), Refusal> {
        let length = self.settled()?;
        let lines = self.change().before(day, self.session_start.unwrap_or_default())?;
        let batch = self.change().write_archive(&lines, length, desk)?;
        self.change().write_without(&lines, length)?;
        self.replace(&lines, length)?;
        if let Err(error) = self.change().name_archive(&batch, length) {
            // It gets its name when the folder is opened next.
            return Err(Refusal::Trouble(self.give_up_folder(Trouble::from(&error))));
        }
        Ok((batch, lines.transactions))
    }

    pub(super) fn write_batch(
        &mut self,
        transactions: &[Transaction],
        desk: &str,
    ) -> Result<PathBuf, Refusal> {
        if transactions.is_empty() {
            return Err(Refusal::Nothing);
        }
        Ok(self.opened_folder()?.write_batch(transactions, desk)?)
    }

    /// Puts the copy without these lines in the place of `OffCirc.dat`, if nobody has written to
    /// it since.
    fn replace(&mut self, lines: &Lines, length: u64) -> Result<(), Refusal> {
        if self.settled()? != length {
            let path = self.config.data_folder.join(DAT);
            let source = std::io::Error::other("another program changed the file");
            let error = PathError { path, operation: Operation::Write, source };
            return Err(error.into());
        }
        let start = self.session_start.map(|start| start - lines.bytes_before(start));
        self.while_closed(|change| change.replace())?;
        self.session_start = start;
        Ok(())
    }

    /// Does something with the file that Windows does not do with one that is open.
    fn while_closed<T>(
        &mut self,
        work: impl FnOnce(Change<'_>) -> Result<T, PathError>,
    ) -> Result<T, Refusal> {
        let closed = Err(Trouble::not_open(&self.config.data_folder));
        let folder = std::mem::replace(&mut self.folder, closed).map_err(Refusal::Trouble)?;
        let (folder, done) = folder.while_closed(&*self.disk, || work(self.change()));
        match folder {
            Ok(folder) => {
                self.base = Some(folder.dat.length());
                self.folder = Ok(folder);
            }
            Err(error) => {
                self.base = None;
                self.give_up_folder(Trouble::from(&error));
            }
        }
        Ok(done?)
    }

    fn change(&self) -> Change<'_> {
        Change::new(&*self.disk, &self.config.data_folder)
    }

    /// Sees that the folder is open and this program's own.
    pub(super) fn opened_folder(&mut self) -> Result<Change<'_>, Refusal> {
        self.retry();
        if let Err(trouble) = &self.folder {
            return Err(Refusal::Trouble(trouble.clone()));
        }
        Ok(self.change())
    }

    /// Sees that `OffCirc.dat` is open, unchanged and all there is, nothing waiting outside it;
    /// returns its length.
    fn settled(&mut self) -> Result<u64, Refusal> {
        self.retry();
        if let Ok(folder) = &mut self.folder
            && !folder.dat.is_unchanged()?
        {
            self.open_changed();
        }
        let waiting = self.spooled.len() + self.held.len();
        if waiting > 0 {
            return Err(Refusal::Waiting(waiting));
        }
        // What has moved over must not be found in the spool when the file is another one.
        if let Ok(spool) = &mut self.spool {
            spool.clear_if_moved(&*self.disk)?;
        }
        let folder = self.folder.as_ref().map_err(|trouble| Refusal::Trouble(trouble.clone()))?;
        Ok(folder.dat.length())
    }
}
