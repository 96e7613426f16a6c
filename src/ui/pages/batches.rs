//! The batches of the data folder, read beside the window and read again when they change.

use eframe::egui::Ui;

use crate::store::{self, Listing, Trouble};
use crate::text::Texts;
use crate::ui::model::Model;
use crate::ui::theme::Colors;
use crate::ui::work::Work;

/// What the folder held when it was read last.
#[derive(Default)]
pub struct Batches {
    reading: Option<Work<Listing>>,
    /// Not known when the system had no thread to read it.
    found: Option<Result<Listing, Trouble>>,
    /// The model's count of changes when the last reading began.
    as_of: Option<u64>,
    readings: u64,
}

impl Batches {
    /// Takes what was read, and reads again when something has changed since. What was read
    /// before stays until then.
    pub fn refresh(&mut self, model: &Model) {
        if let Some(found) = self.reading.as_mut().and_then(Work::poll) {
            self.reading = None;
            self.readings += 1;
            self.found = Some(Ok(found));
        }
        if self.reading.is_some() || self.as_of == Some(model.changes()) {
            return;
        }
        self.as_of = Some(model.changes());
        let folder = model.data_folder().to_path_buf();
        let read = move |_: &_| store::batches(&folder);
        match Work::start("offcirc-batches", model.wake(), read) {
            Ok(work) => self.reading = Some(work),
            Err(error) => {
                self.found = Some(Err(Trouble::no_thread(model.data_folder(), &error)));
            }
        }
    }

    /// Somebody else may have changed the folder: it is read again.
    pub fn read_again(&mut self) {
        self.as_of = None;
    }

    /// How often the folder was read: whoever reads its files does so again when this is more.
    pub fn readings(&self) -> u64 {
        self.readings
    }

    /// Gives the reading up; what was read before stays.
    pub fn stop(&mut self) {
        self.reading = None;
    }

    /// Whether the folder is being read.
    pub fn is_reading(&self) -> bool {
        self.reading.is_some()
    }

    /// Draws how far the reading is; returns whether it is to stop.
    pub fn show_progress(&self, ui: &mut Ui, texts: &Texts, colors: &Colors) -> bool {
        self.reading.as_ref().is_some_and(|work| work.show(ui, texts, colors))
    }

    /// What was read; `None` before the first reading is done.
    pub fn found(&self) -> Option<Result<&Listing, &Trouble>> {
        self.found.as_ref().map(Result::as_ref)
    }
}
