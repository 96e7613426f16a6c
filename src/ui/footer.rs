//! The bottom of the window: its buttons, the state of the file, and the desk's clock.

use eframe::egui::{self, Align, Button, Layout, RichText, Stroke, Ui, vec2};

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
    let mut given = None;
    ui.horizontal(|ui| {
        if ui.available_width() < NARROW {
            ui.spacing_mut().button_padding.x = GRID;
        }
        if button(ui, texts, Command::SaveToFile) {
            given = Some(Command::SaveToFile);
        }
        // Quiet: the desk does not need it while the network is down.
        let keys = input::shown(ui.ctx(), Command::PrepareUpload);
        let after = format!("{}  {keys}", texts.say("button-after-outage"));
        let after = RichText::new(after).color(colors.quiet);
        if ui
            .add(
                Button::new(after)
                    .fill(colors.page)
                    .stroke(Stroke::NONE)
                    .min_size(vec2(0.0, BUTTON_HEIGHT)),
            )
            .clicked()
        {
            given = Some(Command::PrepareUpload);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if button(ui, texts, Command::Exit) {
                given = Some(Command::Exit);
            }
            if set_up(ui, texts, colors) {
                given = Some(Command::ShowScanners);
            }
        });
    });
    ui.horizontal(|ui| {
        ui.set_min_height(3.0 * GRID);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let clock = RichText::new(texts.moment(model.now)).font(theme::strong_font());
            ui.label(clock);
            if model.clock_fault.is_some() {
                mark(ui, Mark::Warning, colors.refused);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                show_status(ui, model, texts, colors);
            });
        });
    });
    given
}

fn button(ui: &mut Ui, texts: &Texts, command: Command) -> bool {
    let label = labelled(ui, texts, command);
    ui.add(Button::new(label).min_size(vec2(0.0, BUTTON_HEIGHT))).clicked()
}

/// The way to scanners, settings and help: a sign, for words have no room.
fn set_up(ui: &mut Ui, texts: &Texts, colors: &Colors) -> bool {
    let keys = input::shown(ui.ctx(), Command::ShowScanners);
    let name = format!("{}  {keys}", texts.say("button-set-up"));
    let size = egui::Vec2::splat(BUTTON_HEIGHT);
    let button = Button::new("").fill(colors.page).stroke(Stroke::NONE).min_size(size);
    let response = ui.add(button);
    let inside = egui::Rect::from_center_size(response.rect.center(), vec2(2.5 * GRID, 2.5 * GRID));
    Mark::SetUp.paint(ui.painter(), inside, colors.quiet);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    response.on_hover_text(name).clicked()
}

/// How many transactions are in the file, and whether all of the session are.
fn show_status(ui: &mut Ui, model: &Model, texts: &Texts, colors: &Colors) {
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
    let values = [("count", count(session.in_file())), ("file", DAT.into())];
    let in_file = RichText::new(texts.fill("status-in-file", &values)).color(colors.quiet);
    ui.add(egui::Label::new(in_file).truncate())
        .on_hover_text(model.data_folder().join(DAT).display().to_string());
}

fn mark(ui: &mut Ui, mark: Mark, color: egui::Color32) {
    let size = vec2(1.75 * GRID, 1.75 * GRID);
    let (place, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    mark.paint(ui.painter(), place, color);
}
