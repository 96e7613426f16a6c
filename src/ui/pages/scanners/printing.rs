//! The page of control barcodes: written to a file and shown by whatever shows such files here.

use std::io;

use eframe::egui::Ui;

use crate::text::{Texts, control_page};
use crate::ui::marks::Mark;
use crate::ui::open::open_page;
use crate::ui::pages::{View, parts};
use crate::ui::work::Work;

/// What became of the page.
#[derive(Default)]
pub struct Printing {
    work: Option<Work<io::Result<()>>>,
    failed: Option<io::Error>,
}

impl Printing {
    /// Draws the button and what went wrong.
    pub fn show(&mut self, ui: &mut Ui, view: &View) {
        let (texts, colors) = (view.texts, view.colors);
        if let Some(done) = self.work.as_mut().and_then(Work::poll) {
            self.work = None;
            self.failed = done.err();
        }
        parts::quiet(ui, &texts.say("controls-how"), colors);
        let print = texts.say("controls-print");
        if parts::named_button(ui, &print, &print, self.work.is_none()) {
            let language = texts.language();
            let work = Work::start("offcirc-print", view.model.wake(), move |_| {
                let page = control_page(&Texts::new(language)).map_err(io::Error::other)?;
                open_page("control-barcodes", &page)
            });
            match work {
                Ok(work) => self.work = Some(work),
                Err(error) => self.failed = Some(error),
            }
        }
        if let Some(error) = &self.failed {
            let why = [("why", error.to_string().into())];
            parts::remark(ui, Mark::Refused, colors.refused, &texts.fill("print-failed", &why));
        }
    }
}
