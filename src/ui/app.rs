//! The window: draws the model, turns input into events and commands.

mod desk;
mod scans;

use std::collections::BTreeSet;
use std::time::Duration;

use chrono::Timelike as _;
use eframe::egui::{self, CentralPanel, Frame, Ui, ViewportCommand};

use super::band::Band;
use super::dialogs::{self, Close, InUse};
use super::fields;
use super::files::{self, Ask};
use super::input;
use super::keyboard::{Keyboard, Listening, TypingInto};
use super::model::{Folder, Message, Model};
use super::pages::{Given, Pages};
use super::preferences::Preferences;
use super::sound::{Player, Sound, Sounds};
use super::theme::{self, Colors};
use super::work::Work;
use super::{launch, slip};
use crate::desk::{Command, Cue, Event, Field, Mode, Place, RowId};
use crate::settings::{Settings, SoundChoice};
use crate::text::Texts;

/// How long closing waits for the disk when all is said to be saved.
const CLOSING_PATIENCE: Duration = Duration::from_secs(3);
/// The steps of Ctrl + and Ctrl -.
const ZOOM_STEP: f32 = 0.1;

/// The window of the desk.
pub struct App {
    model: Model,
    preferences: Preferences,
    /// The language that was set when the texts were chosen.
    language: Option<String>,
    pages: Pages,
    /// A slip on its way to the program that shows it.
    printing: Option<slip::Printing>,
    /// Nothing is heard without one.
    player: Option<Player>,
    texts: Texts,
    colors: Colors,
    /// Rows of the list that were clicked.
    chosen: BTreeSet<RowId>,
    /// The question before closing is open.
    asking_to_close: bool,
    /// Closing was decided: nothing is asked any more.
    closing: bool,
    /// What the band has said, where it can be scrolled out of sight.
    told: Option<Band>,
    /// It stays in sight.
    at_top: bool,
}

impl App {
    /// A window on a model, with its look.
    #[must_use]
    pub fn new(ctx: &egui::Context, model: Model, texts: Texts) -> Self {
        theme::start(ctx);
        ctx.add_plugin(Keyboard::new(Listening::from(&model.settings.scanner)));
        Self {
            model,
            preferences: Preferences::of_no_file(),
            language: None,
            pages: Pages::asking(files::of_system()),
            printing: None,
            player: None,
            texts,
            colors: theme::LIGHT,
            chosen: BTreeSet::new(),
            asking_to_close: false,
            closing: false,
            told: None,
            at_top: false,
        }
    }

    /// The same, with files asked for in another way.
    #[must_use]
    pub fn asking(self, ask: Ask) -> Self {
        Self { pages: Pages::asking(ask), ..self }
    }

    /// The same with settings.
    #[must_use]
    pub fn with(self, ctx: &egui::Context, preferences: Preferences) -> Self {
        // What the window was opened with may go before the language that is set.
        let language = preferences.settings().language.clone();
        let mut app = Self { preferences, language, ..self };
        app.apply(ctx);
        let faults = app.preferences.faults();
        if let Some(first) = faults.first().cloned() {
            let number = faults.len();
            app.model.tell(Message::SettingsFault(first, number));
        }
        app
    }

    /// The settings in force become what the window does and looks like.
    fn apply(&mut self, ctx: &egui::Context) {
        let before = self.model.settings.text_size;
        let settings = self.preferences.settings();
        if settings.language != self.language {
            self.language.clone_from(&settings.language);
            self.texts = self.language.as_deref().map_or_else(Texts::of_system, Texts::new);
        }
        if settings.text_size != before {
            ctx.set_zoom_factor(usual_zoom(settings));
        }
        self.model.apply(settings);
    }

    /// The same with sounds.
    #[must_use]
    pub fn heard(self) -> Self {
        Self { player: Some(Player::start()), ..self }
    }

    /// The state behind the window.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.model
    }

    fn command(&mut self, ctx: &egui::Context, command: Command) {
        match command {
            Command::ChooseLoan => self.model.handle(Event::Choose(Mode::Loan)),
            Command::ChooseReturn => self.model.handle(Event::Choose(Mode::Return)),
            Command::EndBorrower => self.model.handle(Event::EndBorrower),
            Command::UseAnyway => self.model.use_anyway(),
            Command::TakeBack => self.model.handle(Event::TakeBackLast),
            Command::PrintSlip => self.print_slip(),
            Command::SaveToFile => self.model.save_to_file(),
            Command::Exit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Command::ZoomIn => zoom(ctx, ZOOM_STEP),
            Command::ZoomOut => zoom(ctx, -ZOOM_STEP),
            Command::ZoomReset => ctx.set_zoom_factor(usual_zoom(&self.model.settings)),
            Command::PrepareUpload
            | Command::MatchReport
            | Command::CombineDesks
            | Command::ShowHistory
            | Command::ShowHelp
            | Command::ShowScanners
            | Command::ShowSettings
            | Command::BackToDesk => {
                self.pages.go(command, &mut self.model, &mut self.preferences);
            }
        }
        self.focus_expected(ctx);
    }

    /// At the desk the cursor goes where the next scan belongs.
    fn focus_expected(&self, ctx: &egui::Context) {
        if self.pages.place() == Place::Page {
            return;
        }
        let field = fields::id(self.model.desk.expects());
        ctx.memory_mut(|memory| memory.request_focus(field));
    }

    /// Enters what stands in a field, then looks to the field that comes next.
    fn enter(&mut self, ctx: &egui::Context, field: Field) {
        self.model.enter(field, Keyboard::typed(ctx));
        self.focus_expected(ctx);
    }

    /// The action button: completes whatever stands in the fields.
    fn act(&mut self, ctx: &egui::Context) {
        let has_item = !self.model.drafts.item.trim().is_empty();
        let field = if has_item { Field::Item } else { self.model.desk.expects() };
        self.enter(ctx, field);
    }

    /// Takes settings that were changed.
    fn take_settings(&mut self, ctx: &egui::Context) {
        if self.preferences.refresh(&self.model.wake()) {
            self.apply(ctx);
        }
        // The system's own choice can change at any time.
        let colors = Colors::of(self.model.settings.theme, ctx.system_theme());
        if colors != self.colors {
            self.colors = colors;
            theme::apply(ctx, &colors);
        }
        Keyboard::listen(ctx, Listening::from(&self.model.settings.scanner));
    }

    /// Shows a slip for the borrower, if slips are wanted.
    fn print_slip(&mut self) {
        match slip::print(&self.model, &self.texts) {
            Ok(printing) => self.printing = printing,
            Err(error) => self.model.tell(Message::SlipNotShown(error.to_string())),
        }
    }

    fn take_printed(&mut self) {
        if let Some(printed) = self.printing.as_mut().and_then(Work::poll) {
            self.printing = None;
            if let Err(error) = printed {
                self.model.tell(Message::SlipNotShown(error.to_string()));
            }
        }
    }

    /// Plays what is to be heard.
    fn play(&mut self) {
        let (Some(cue), Some(player)) = (self.model.take_cue(), &self.player) else { return };
        let sound = match cue {
            Cue::Recorded => Sound::Recorded,
            Cue::Question => Sound::Question,
            Cue::Refused => Sound::Refused,
        };
        let sounds = match self.model.settings.sounds {
            SoundChoice::On => Sounds::On,
            SoundChoice::Beep => Sounds::Beep,
            SoundChoice::Off => Sounds::Off,
        };
        player.play(sound, sounds);
    }

    fn typing_into(&self, ctx: &egui::Context) -> TypingInto {
        if self.is_at_desk() || !ctx.text_edit_focused() {
            TypingInto::Desk
        } else if self.pages.fields_take_scans() && !self.is_asking() {
            TypingInto::FieldThatTakesScans
        } else {
            TypingInto::Field
        }
    }

    fn is_at_desk(&self) -> bool {
        self.pages.place() == Place::Desk && !self.is_asking()
    }

    /// What is typed where nothing takes text is for the field that waits.
    fn catch_typing(&self, ctx: &egui::Context) {
        let types = |event: &egui::Event| matches!(event, egui::Event::Text(text) if text != " ");
        if self.is_at_desk()
            && !ctx.text_edit_focused()
            && ctx.input(|input| input.events.iter().any(types))
        {
            self.focus_expected(ctx);
        }
    }

    fn ask_before_closing(&mut self, ctx: &egui::Context) {
        let asked = ctx.input(|input| input.viewport().close_requested());
        if asked && !self.closing && self.model.closing_needs_a_question() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.asking_to_close = true;
        }
        if !self.asking_to_close {
            return;
        }
        if !self.model.closing_needs_a_question() {
            // All was saved while the question stood there: there is nothing left to ask.
            self.asking_to_close = false;
            self.focus_expected(ctx);
            return;
        }
        match dialogs::ask_close(ctx, &self.model, &self.texts, &self.colors) {
            Some(Close::Stay) => self.stay(ctx),
            Some(Close::Anyway) => {
                self.closing = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            None => {}
        }
    }

    fn stay(&mut self, ctx: &egui::Context) {
        self.asking_to_close = false;
        self.model.start_again = false;
        // The question has said that it leads there.
        self.pages.go(Command::BackToDesk, &mut self.model, &mut self.preferences);
        self.focus_expected(ctx);
    }

    /// Whether a question stands in front of the desk.
    fn is_asking(&self) -> bool {
        self.asking_to_close || self.model.take_back.is_some()
    }

    fn ask_to_take_back(&mut self, ctx: &egui::Context) {
        let Some(mut asked) = self.model.take_back.take() else { return };
        let answer = dialogs::ask_take_back(ctx, &mut asked, &self.model, &self.texts);
        self.model.take_back = Some(asked);
        if let Some(yes) = answer {
            self.answer_take_back(ctx, yes);
        }
    }

    fn answer_take_back(&mut self, ctx: &egui::Context, yes: bool) {
        self.model.answer_take_back(yes);
        self.chosen.clear();
        self.focus_expected(ctx);
    }

    /// The desk or a page, whichever is shown.
    fn show_place(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        if !self.is_asking() && !self.pages.asks() {
            let pressed = input::pressed(&ctx, self.pages.place());
            if let Some(command) = pressed.or_else(|| self.pages.take_dropped(&ctx)) {
                self.command(&ctx, command);
            }
        }
        if self.pages.place() == Place::Desk {
            self.show_desk(ui);
            return;
        }
        let given = Given {
            model: &mut self.model,
            preferences: &mut self.preferences,
            texts: &self.texts,
            colors: &self.colors,
        };
        if let Some(command) = self.pages.show(ui, given) {
            self.command(&ctx, command);
        }
    }

    fn show_in_use(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        // There is no desk to work at, but a window to be read and closed.
        if let Some(command) = input::pressed(&ctx, Place::Window) {
            self.command(&ctx, command);
        }
        let Folder::InUse(holder) = &self.model.folder else { return };
        let inside = Frame::new().fill(self.colors.page).inner_margin(theme::INSIDE);
        let answer = CentralPanel::default()
            .frame(inside)
            .show(ui, |ui| dialogs::show_in_use(ui, holder, &self.texts))
            .inner;
        match answer {
            Some(InUse::TryAgain) => self.model.open(),
            Some(InUse::Exit) => ui.ctx().send_viewport_cmd(ViewportCommand::Close),
            None => {}
        }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.take_settings(&ctx);
        Keyboard::note(&ctx, self.typing_into(&ctx), frame.info().cpu_usage);
        let expected = self.model.desk.expects();
        self.model.refresh();
        if self.model.desk.expects() != expected && self.is_at_desk() {
            self.focus_expected(&ctx);
        }
        self.take_printed();
        self.take_scans(&ctx);
        self.catch_typing(&ctx);
        self.play();
        // Nothing is drawn before something happens, the clock shows another minute, or a borrower
        // counts as gone.
        let minute = Duration::from_secs(60 - u64::from(self.model.now.second().min(59)));
        let wake = self.model.borrower_leaves_in().map_or(minute, |leaves| leaves.min(minute));
        ctx.request_repaint_after(wake);
        if matches!(self.model.folder, Folder::InUse(_)) {
            self.show_in_use(ui);
        } else {
            self.show_place(ui);
        }
        self.ask_to_take_back(&ctx);
        self.ask_before_closing(&ctx);
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        let patience = if self.closing { Duration::ZERO } else { CLOSING_PATIENCE };
        self.model.close(patience);
        if self.model.start_again
            && let Err(error) = launch::start_anew()
        {
            log::error!("starting again: {error}");
        }
    }
}

/// The size of everything, as it is set.
#[expect(clippy::cast_precision_loss, reason = "a number from 100 to 300")]
fn usual_zoom(settings: &Settings) -> f32 {
    settings.text_size as f32 / 100.0
}

fn zoom(ctx: &egui::Context, by: f32) {
    ctx.set_zoom_factor((ctx.zoom_factor() + by).clamp(0.5, 3.0));
}
