//! What can be said of the program: version, licences, log, and details for whoever helps.

use std::fmt::Write as _;
use std::io;
use std::path::Path;

use eframe::egui::Ui;

use crate::store::{Batch, Listing, Stage};
use crate::text::Texts;
use crate::ui::journal;
use crate::ui::marks::Mark;
use crate::ui::open::open_text;
use crate::ui::pages::{View, parts};
use crate::ui::theme;
use crate::ui::work::Work;

/// The licence of the program.
const LICENCE: &str = include_str!("../../../../LICENSE");
/// The licences of what it is made of, gathered by `installer/licences`.
const LICENCES: &str = include_str!("../../../../assets/licences.txt");
/// So much of the log is copied, from its end.
const LOG_LINES: usize = 60;

/// What was done with the buttons.
#[derive(Default)]
pub struct About {
    opening: Option<Work<io::Result<()>>>,
    failed: Option<io::Error>,
    details: Option<Work<String>>,
    copied: bool,
}

impl About {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, view: &mut View) {
        let (texts, colors) = (view.texts, view.colors);
        if let Some(opened) = self.opening.as_mut().and_then(Work::poll) {
            self.opening = None;
            self.failed = opened.err();
        }
        if let Some(details) = self.details.as_mut().and_then(Work::poll) {
            self.details = None;
            self.copied = true;
            ui.ctx().copy_text(details);
        }
        let version = [("version", env!("CARGO_PKG_VERSION").into())];
        parts::text(ui, texts.fill("about-version", &version));
        parts::quiet(ui, &texts.say("about-what"), colors);
        theme::row(ui, |ui| {
            if parts::button(ui, &texts.say("about-licences")) {
                let licences = format!("{LICENCE}\n\n{LICENCES}");
                let work = Work::start("offcirc-licences", view.model.wake(), move |_| {
                    open_text("licences", &licences)
                });
                match work {
                    Ok(work) => self.opening = Some(work),
                    Err(error) => self.failed = Some(error),
                }
            }
            let copy = texts.say(if self.copied { "about-copied" } else { "about-copy" });
            if parts::named_button(ui, &copy, &copy, self.details.is_none()) {
                let known = known(view, texts);
                let log = journal::path();
                let work = Work::start("offcirc-details", view.model.wake(), move |_| {
                    let log = log.map(|path| last_lines(&path)).unwrap_or_default();
                    format!("{known}{log}")
                });
                self.details = work.ok();
            }
        });
        if let Some(error) = &self.failed {
            let why = [("why", error.to_string().into())];
            parts::remark(ui, Mark::Refused, colors.refused, &texts.fill("open-failed", &why));
        }
        if let Some(log) = journal::path() {
            parts::text(ui, texts.say("about-log"));
            view.paths.show(ui, &log, None, view.model, texts, colors);
        }
    }
}

/// What helps whoever is asked for help. Never a barcode.
fn known(view: &View, texts: &Texts) -> String {
    let mut known = format!(
        "OffCirc {}\nsystem: {} {}\nlanguage: {}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        texts.language(),
    );
    let session = view.model.desk.session();
    // To write into a text can't fail.
    let _ = writeln!(known, "folder: {}", view.model.data_folder().display());
    let _ = writeln!(
        known,
        "transactions: {} of this session, {} in the file",
        session.entries().len(),
        session.in_file()
    );
    if let Some(Ok(Listing { batches, unread })) = view.batches.found() {
        let waits = |batch: &&Batch| batch.stage == Stage::ToUpload && batch.is_waiting();
        let waiting = batches.iter().filter(waits).count();
        let _ = writeln!(known, "batches: {}, to be uploaded: {waiting}", batches.len());
        for unread in unread {
            let _ = writeln!(known, "not read: {}", unread.trouble);
        }
    }
    for fault in view.preferences.faults() {
        let _ = writeln!(known, "settings: {fault}");
    }
    known
}

fn last_lines(log: &Path) -> String {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let from = lines.len().saturating_sub(LOG_LINES);
    lines.get(from..).unwrap_or_default().join("\n")
}
