//! The bottom of the window: its buttons, the state of the file, and the desk's clock.

use eframe::egui::{self, Align, Button, Layout, RichText, Stroke, TextWrapMode, Ui, vec2};

use super::fields::labelled;
use super::input;
use super::marks::Mark;
use super::model::{Folder, Model};
use super::theme::{self, BUTTON_HEIGHT, Colors, GRID};
use crate::desk::{Command, Saving};
use crate::store::DAT;
use crate::text::{Texts, count};

/// Below this width the buttons stand closer.
const NARROW: f32 = 64.0 * GRID;

/// Draws the footer; returns the command that was given.
pub fn show(ui: &mut Ui, model: &Model, texts: &Texts, colors: &Colors) -> Option<Command> {
    if theme::is_small(ui.ctx()) {
        return show_small(ui, model, texts, colors);
    }
    let mut given = None;
    ui.horizontal(|ui| {
        if ui.available_width() < NARROW {
            ui.spacing_mut().button_padding.x = GRID;
        }
        given = button(ui, texts, Command::SaveToFile).or(after_outage(ui, texts, colors));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let exit = button(ui, texts, Command::Exit);
            given = given.or(exit).or(set_up(ui, texts, colors));
        });
    });
    ui.horizontal(|ui| {
        ui.set_min_height(3.0 * GRID);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            show_clock(ui, model, texts);
            if model.clock_fault.is_some() {
                mark(ui, Mark::Warning, colors.refused);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                show_state(ui, model, texts, colors);
                show_in_file(ui, model, TextWrapMode::Truncate, texts, colors);
            });
        });
    });
    given
}

/// The same one below the other, with the state first.
fn show_small(ui: &mut Ui, model: &Model, texts: &Texts, colors: &Colors) -> Option<Command> {
    ui.horizontal_top(|ui| show_state(ui, model, texts, colors));
    show_in_file(ui, model, TextWrapMode::Wrap, texts, colors);
    show_clock(ui, model, texts);
    let given = button(ui, texts, Command::SaveToFile);
    let given = given.or(after_outage(ui, texts, colors));
    let given = given.or(set_up(ui, texts, colors));
    given.or(button(ui, texts, Command::Exit))
}

fn show_clock(ui: &mut Ui, model: &Model, texts: &Texts) {
    ui.label(RichText::new(texts.moment(model.now)).font(theme::strong_font()));
}

fn button(ui: &mut Ui, texts: &Texts, command: Command) -> Option<Command> {
    let label = labelled(ui, texts, command);
    let pressed = ui.add(Button::new(label).min_size(vec2(0.0, BUTTON_HEIGHT))).clicked();
    pressed.then_some(command)
}

/// Quiet: the desk does not need it while the network is down.
fn after_outage(ui: &mut Ui, texts: &Texts, colors: &Colors) -> Option<Command> {
    let keys = input::shown(ui.ctx(), Command::PrepareUpload);
    let label = format!("{}  {keys}", texts.say("button-after-outage"));
    let button = Button::new(RichText::new(label).color(colors.quiet));
    let button = button.fill(colors.page).stroke(Stroke::NONE);
    let pressed = ui.add(button.min_size(vec2(0.0, BUTTON_HEIGHT))).clicked();
    pressed.then_some(Command::PrepareUpload)
}

/// The way to scanners, settings and help: a sign, for words have no room.
fn set_up(ui: &mut Ui, texts: &Texts, colors: &Colors) -> Option<Command> {
    let keys = input::shown(ui.ctx(), Command::ShowScanners);
    let name = format!("{}  {keys}", texts.say("button-set-up"));
    let size = egui::Vec2::splat(BUTTON_HEIGHT);
    let button = Button::new("").fill(colors.page).stroke(Stroke::NONE).min_size(size);
    let response = ui.add(button);
    let inside = egui::Rect::from_center_size(response.rect.center(), vec2(2.5 * GRID, 2.5 * GRID));
    Mark::SetUp.paint(ui.painter(), inside, colors.quiet);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    response.on_hover_text(name).clicked().then_some(Command::ShowScanners)
}

/// Whether all transactions of the session are in the file.
fn show_state(ui: &mut Ui, model: &Model, texts: &Texts, colors: &Colors) {
    let session = model.desk.session();
    let (sign, color, state) = match (
        &model.folder,
        session.count(Saving::NotSaved),
        session.count(Saving::SetAside),
        session.count(Saving::Pending),
    ) {
        (_, 1.., _, _) => {
            let number = session.count(Saving::NotSaved);
            let text = texts.fill("status-not-saved", &[("count", count(number))]);
            (Mark::Saving(Saving::NotSaved), colors.refused, text)
        }
        (_, _, number @ 1.., _) => {
            let text = texts.fill("status-set-aside", &[("count", count(number))]);
            (Mark::Saving(Saving::SetAside), colors.refused, text)
        }
        (_, _, _, number @ 1..) => {
            let text = texts.fill("status-pending", &[("count", count(number))]);
            (Mark::Saving(Saving::Pending), colors.ink, text)
        }
        (Folder::Failed(_), ..) => {
            (Mark::Saving(Saving::SetAside), colors.refused, texts.say("folder-failed"))
        }
        (Folder::Opening, ..) => {
            (Mark::Saving(Saving::Pending), colors.quiet, texts.say("status-opening"))
        }
        _ => (Mark::Saving(Saving::Saved), colors.give_back, texts.say("status-all-saved")),
    };
    mark(ui, sign, color);
    ui.label(RichText::new(state).font(theme::strong_font()).color(color));
}

/// How many transactions are in the file.
fn show_in_file(ui: &mut Ui, model: &Model, wrap: TextWrapMode, texts: &Texts, colors: &Colors) {
    let values = [("count", count(model.desk.session().in_file())), ("file", DAT.into())];
    let in_file = RichText::new(texts.fill("status-in-file", &values)).color(colors.quiet);
    ui.add(egui::Label::new(in_file).wrap_mode(wrap))
        .on_hover_text(model.data_folder().join(DAT).display().to_string());
}

fn mark(ui: &mut Ui, mark: Mark, color: egui::Color32) {
    let size = vec2(1.75 * GRID, 1.75 * GRID);
    let (place, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    mark.paint(ui.painter(), place, color);
}
