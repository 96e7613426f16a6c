//! The pages for after the outage and to set up: a head with the way back and the tabs, and one page at a time.
//!
//! Each page is a file with one `show`, which gets a [`View`] and returns the command that was
//! given. What reads files goes through [`super::work::Work`].

mod again;
mod batches;
mod checks;
mod combine;
mod findings;
mod folder;
mod head;
mod help;
mod history;
mod paged;
mod parts;
mod paths;
mod question;
mod report;
mod rows;
mod scanners;
mod setting;
mod settings;
mod upload;

use std::path::PathBuf;

use eframe::egui::{CentralPanel, Context, Frame, Margin, Panel, ScrollArea, Ui};

use self::batches::Batches;
use self::checks::Checks;
use self::paths::Paths;
use self::question::Question;
use super::files::Ask;
use super::keyboard::Heard;
use super::marks::Mark;
use super::model::{Folder, Model, Ordered};
use super::preferences::Preferences;
use super::theme::{self, Colors, GRID};
use super::{kept, messages};
use crate::desk::{Command, Place};
use crate::store::Listing;
use crate::text::Texts;
use crate::transaction::Transaction;

/// Lines longer than this are hard to read.
const MAX_WIDTH: f32 = 100.0 * GRID;

/// What the window shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// The desk.
    #[default]
    Desk,
    /// From `OffCirc.dat` to Alma.
    Upload,
    /// Alma's job report.
    Report,
    /// One file of several desks' files.
    Combine,
    /// All batches.
    History,
    /// Transactions chosen on another page, to be recorded again.
    Again,
    /// Scanners and the library's rules.
    Scanners,
    /// All other settings.
    Settings,
    /// How to use the program.
    Help,
}

impl Page {
    /// The page that a command opens.
    fn of(command: Command) -> Option<Self> {
        match command {
            Command::BackToDesk => Some(Self::Desk),
            Command::PrepareUpload => Some(Self::Upload),
            Command::MatchReport => Some(Self::Report),
            Command::CombineDesks => Some(Self::Combine),
            Command::ShowHistory => Some(Self::History),
            Command::ShowScanners => Some(Self::Scanners),
            Command::ShowSettings => Some(Self::Settings),
            Command::ShowHelp => Some(Self::Help),
            _ => None,
        }
    }
}

/// What the window gives its pages.
pub struct Given<'a> {
    /// The state behind the window.
    pub model: &'a mut Model,
    /// The settings.
    pub preferences: &'a mut Preferences,
    /// The sentences.
    pub texts: &'a Texts,
    /// The colours.
    pub colors: &'a Colors,
}

/// What a page draws from and works on.
struct View<'a> {
    model: &'a mut Model,
    preferences: &'a mut Preferences,
    batches: &'a Batches,
    checks: &'a mut Checks,
    paths: &'a mut Paths,
    question: &'a mut Option<Question>,
    /// What a page puts here is to be recorded again: its page opens.
    again: &'a mut Option<Vec<Transaction>>,
    /// Asks for files.
    ask: &'a Ask,
    texts: &'a Texts,
    colors: &'a Colors,
}

impl<'a> View<'a> {
    /// The batches of the folder; what of it can't be read is said, if it is not said already.
    /// `None` when nothing is known: an empty page must not look like an empty folder.
    fn known_batches(&self, ui: &mut Ui) -> Option<&'a Listing> {
        let folder_fails = matches!(self.model.folder, Folder::Failed(_));
        let refuse =
            |ui: &mut Ui, why: &str| parts::remark(ui, Mark::Refused, self.colors.refused, why);
        match self.batches.found()? {
            Ok(listing) if listing.batches.is_empty() && folder_fails => None,
            Ok(listing) => {
                for unread in &listing.unread {
                    refuse(ui, &self.texts.unread(unread));
                }
                Some(listing)
            }
            Err(_) if folder_fails => None,
            Err(trouble) => {
                refuse(ui, &self.texts.trouble(trouble));
                None
            }
        }
    }
}

/// What all pages have in common.
struct Shared {
    batches: Batches,
    checks: Checks,
    paths: Paths,
    question: Option<Question>,
    ask: Ask,
}

impl Shared {
    /// What a page draws from; what it puts into `again` is to be recorded again.
    fn view<'a>(
        &'a mut self,
        given: &'a mut Given<'_>,
        again: &'a mut Option<Vec<Transaction>>,
    ) -> View<'a> {
        let Self { batches, checks, paths, question, ask } = self;
        let Given { model, preferences, texts, colors } = given;
        View { model, preferences, batches, checks, paths, question, again, ask, texts, colors }
    }
}

/// The state of all pages, and which of them is shown.
pub struct Pages {
    shown: Page,
    shared: Shared,
    /// The page has just been opened: its tab takes the focus.
    arrived: bool,
    again: again::State,
    history: history::State,
    report: report::State,
    combine: combine::State,
    scanners: scanners::State,
    settings: settings::State,
    help: help::State,
    /// The height of what stands below the page, as it was drawn last.
    bar: f32,
}

impl Pages {
    /// The pages, none of which is shown yet; files are asked for like this.
    #[must_use]
    pub fn asking(ask: Ask) -> Self {
        Self {
            shown: Page::default(),
            shared: Shared {
                batches: Batches::default(),
                checks: Checks::default(),
                paths: Paths::default(),
                question: None,
                ask,
            },
            arrived: false,
            again: again::State::default(),
            history: history::State::default(),
            report: report::State::default(),
            combine: combine::State::default(),
            scanners: scanners::State::default(),
            settings: settings::State::default(),
            help: help::State::default(),
            bar: 0.0,
        }
    }

    /// Which commands there are.
    #[must_use]
    pub fn place(&self) -> Place {
        if self.shown == Page::Desk { Place::Desk } else { Place::Page }
    }

    /// Whether a text field that has the focus here is there to be scanned into.
    #[must_use]
    pub fn fields_take_scans(&self) -> bool {
        matches!(self.shown, Page::History | Page::Again) && !self.asks()
    }

    /// A question is open: no command is taken before it is answered.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.shared.question.is_some()
    }

    /// Goes where a command leads. What was typed into settings counts when their page is left.
    pub fn go(&mut self, command: Command, model: &mut Model, preferences: &mut Preferences) {
        let Some(page) = Page::of(command) else { return };
        self.scanners.leave(preferences);
        self.settings.leave(preferences);
        self.open(page, model);
    }

    /// Whether what is scanned is only tried.
    #[must_use]
    pub fn tries_scans(&self) -> bool {
        self.shown == Page::Scanners && !self.asks()
    }

    /// Takes a scan that is only tried.
    pub fn try_scan(&mut self, heard: Heard) {
        self.scanners.trial.take(heard);
    }

    fn open(&mut self, page: Page, model: &mut Model) {
        self.shown = page;
        self.arrived = true;
        self.shared.question = None;
        self.shared.paths = Paths::default();
        self.shared.batches.read_again();
        self.shared.checks.look_again();
        if model.ordered != Ordered::Waiting {
            model.ordered = Ordered::Nothing;
        }
    }

    /// Files were dropped on the window: one text on the page of the report is a report, all else
    /// is to be combined. Returns the command that opens their page.
    pub fn take_dropped(&mut self, ctx: &Context) -> Option<Command> {
        let dropped = ctx.input(|input| {
            let files = input.raw.dropped_files.iter();
            files.map(|file| file.path().to_path_buf()).collect::<Vec<PathBuf>>()
        });
        match dropped.as_slice() {
            [] => None,
            [one] if self.shown == Page::Report && report::can_be(one) => {
                self.report.dropped = Some(one.clone());
                None
            }
            _ => {
                self.combine.add(dropped);
                (self.shown != Page::Combine).then_some(Command::CombineDesks)
            }
        }
    }

    /// Draws the page; returns the command that was given.
    pub fn show(&mut self, ui: &mut Ui, mut given: Given<'_>) -> Option<Command> {
        let Given { model, texts, colors, .. } = &mut given;
        let (texts, colors) = (*texts, *colors);
        self.shared.batches.refresh(model);
        self.shared.checks.poll();
        if self.shown == Page::Upload {
            self.shared.checks.refresh(model, &self.shared.batches);
        }
        if self.shown == Page::Combine {
            self.combine.refresh(model, texts);
        }
        self.shared.paths.refresh();
        let arrived = std::mem::take(&mut self.arrived);
        let head = Frame::new()
            .fill(colors.paper)
            .inner_margin(Margin { bottom: 0, ..theme::inside(ui.ctx()) });
        let show_head = |ui: &mut Ui, pages: &Self| {
            head::show(ui, pages.shown, pages.tab(), arrived, texts, colors)
        };
        let mut again = None;
        let command = if theme::is_small(ui.ctx()) {
            let page = Frame::new().fill(colors.page);
            let area = ScrollArea::vertical().id_salt(self.shown as u8).auto_shrink(false);
            let all = CentralPanel::default().frame(page).show(ui, |ui| {
                let column = area.show(ui, |ui| {
                    theme::in_column(ui);
                    let command = head.show(ui, |ui| show_head(ui, self)).inner;
                    let inside = page.inner_margin(theme::inside(ui.ctx()));
                    let within = inside.show(ui, |ui| {
                        let command = self.show_page(ui, &mut given, &mut again);
                        self.show_bar(ui, &mut given, &mut again);
                        theme::focus_into_sight(ui);
                        command
                    });
                    command.or(within.inner)
                });
                column.inner
            });
            all.inner
        } else {
            let head = Panel::top("page head").frame(head).show_separator_line(false);
            let command = head.show(ui, |ui| show_head(ui, self)).inner;
            let inside = Frame::new().fill(colors.page).inner_margin(theme::INSIDE);
            let within = CentralPanel::default().frame(inside).show(ui, |ui| {
                // Each page scrolls by itself, above what always stays in sight.
                let height = ui.available_height() - self.bar;
                let area = ScrollArea::vertical().id_salt(self.shown as u8).auto_shrink(false);
                let area = area.max_height(height);
                let command = area.show(ui, |ui| {
                    let command = self.show_page(ui, &mut given, &mut again);
                    theme::focus_into_sight(ui);
                    command
                });
                self.show_bar(ui, &mut given, &mut again);
                command.inner
            });
            command.or(within.inner)
        };
        if let Some(chosen) = again {
            if !self.again.is_of(&chosen, self.shown) {
                self.again = again::State::of(chosen, self.shown);
            }
            self.open(Page::Again, given.model);
        }
        if let Some(question) = &self.shared.question
            && let Some(yes) = question.show(ui.ctx(), texts)
        {
            let answered = self.shared.question.take();
            if let Some(question) = answered.filter(|_| yes) {
                question.carry_out(given.model);
            }
        }
        command
    }

    /// Draws what stands below the page. It comes behind the page in the order of the keyboard, so
    /// its height is known only when the page is drawn; when that changes, all is drawn once more.
    fn show_bar(
        &mut self,
        ui: &mut Ui,
        given: &mut Given<'_>,
        again: &mut Option<Vec<Transaction>>,
    ) {
        let mut height = 0.0;
        if self.shown == Page::Report && report::has_bar(&self.report) {
            let mut view = self.shared.view(given, again);
            ui.set_max_width(ui.available_width().min(MAX_WIDTH));
            let bar = ui.scope(|ui| report::show_bar(ui, &mut self.report, &mut view));
            height = bar.response.rect.height() + ui.spacing().item_spacing.y;
        }
        if (height - self.bar).abs() > 0.5 {
            self.bar = height;
            ui.ctx().request_discard("what stands below the page has another height");
        }
    }

    /// The page whose tab is the chosen one.
    fn tab(&self) -> Page {
        if self.shown == Page::Again { self.again.from } else { self.shown }
    }

    fn show_page(
        &mut self,
        ui: &mut Ui,
        given: &mut Given<'_>,
        again: &mut Option<Vec<Transaction>>,
    ) -> Option<Command> {
        let Given { model, texts, colors, .. } = given;
        ui.set_max_width(ui.available_width().min(MAX_WIDTH));
        show_kept(ui, model, texts, colors);
        messages::show(ui, model, texts, colors);
        // One after the other: there is one button that stops what goes on.
        if self.shared.batches.is_reading() {
            if self.shared.batches.show_progress(ui, texts, colors) {
                self.shared.batches.stop();
            }
        } else if self.shown == Page::Upload && self.shared.checks.show_progress(ui, texts, colors)
        {
            self.shared.checks.stop();
        }
        let mut view = self.shared.view(given, again);
        parts::steady(ui, ("page", self.shown as u8), |ui| match self.shown {
            Page::Desk => None,
            Page::Upload => upload::show(ui, &mut view),
            Page::Report => {
                report::show(ui, &mut self.report, &mut view);
                None
            }
            Page::Combine => {
                combine::show(ui, &mut self.combine, &mut view);
                None
            }
            Page::History => {
                history::show(ui, &mut self.history, &mut view);
                None
            }
            Page::Again => again::show(ui, &mut self.again, &mut view),
            Page::Scanners => {
                scanners::show(ui, &mut self.scanners, &mut view);
                None
            }
            Page::Settings => {
                settings::show(ui, &mut self.settings, &mut view);
                None
            }
            Page::Help => {
                help::show(ui, &mut self.help, &mut view);
                None
            }
        })
    }
}

/// What was scanned here is for the desk, unless somebody says that it was not.
fn show_kept(ui: &mut Ui, model: &mut Model, texts: &Texts, colors: &Colors) {
    let Some(words) = kept::words(model, "kept-page", texts) else { return };
    parts::remark(ui, Mark::Warning, colors.ink, &words);
    parts::indented(ui, |ui| {
        if parts::button(ui, &texts.say("button-forget-kept")) {
            model.kept.clear();
        }
    });
}
