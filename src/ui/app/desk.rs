//! The desk: band, messages, fields, list and footer.

use eframe::egui::{self, CentralPanel, Frame, InputState, Margin, Panel, ScrollArea, Ui};

use super::App;
use crate::desk::Command;
use crate::ui::band::Band;
use crate::ui::fields::{self, Done};
use crate::ui::model::Model;
use crate::ui::theme::{self, GRID};
use crate::ui::{footer, input, list, messages, slip};

impl App {
    /// Draws the desk.
    pub(super) fn show_desk(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let next_borrower = input::shown(&ctx, Command::EndBorrower);
        let use_anyway = input::shown(&ctx, Command::UseAnyway);
        let band = Band::of(&self.model.desk, &self.texts, &next_borrower, &use_anyway);
        let (done, command) = if theme::is_small(&ctx) {
            self.show_small(ui, &band)
        } else {
            self.show_usual(ui, &band)
        };
        match done {
            Some(Done::Entered(field)) => self.enter(&ctx, field),
            Some(Done::Command(command)) => self.command(&ctx, command),
            Some(Done::Act) => self.act(&ctx),
            None => {}
        }
        if let Some(command) = command {
            self.command(&ctx, command);
        }
        if !self.is_asking() && ctx.memory(egui::Memory::focused).is_none() {
            self.focus_expected(&ctx);
        }
    }

    /// The band at the top, the footer at the bottom, the work between them.
    fn show_usual(&mut self, ui: &mut Ui, band: &Band) -> (Option<Done>, Option<Command>) {
        let edge = Frame::new().fill(self.colors.page);
        let inside = edge.inner_margin(theme::INSIDE);
        Panel::top("band").frame(edge).show_separator_line(false).show(ui, |ui| {
            band.show(ui, self.model.desk.mode(), &self.texts, &self.colors);
        });
        let footer = Panel::bottom("footer").frame(inside).show_separator_line(false);
        let footer = footer.show(ui, |ui| footer::show(ui, &self.model, &self.texts, &self.colors));
        let top = Margin { bottom: 0, ..theme::INSIDE };
        let work = CentralPanel::default().frame(edge.inner_margin(top)).show(ui, |ui| {
            let height = ui.available_height();
            let work = ScrollArea::vertical().auto_shrink(false);
            let work = work.show(ui, |ui| {
                let top = ui.cursor().top();
                let done = self.show_fields(ui);
                ui.add_space(0.5 * GRID);
                // The list takes what is left; where nothing is left, all of it scrolls. Its frame
                // is a line wide on each side.
                self.show_list(ui, height - (ui.cursor().top() - top) - 2.0);
                done
            });
            work.inner
        });
        (work.inner, footer.inner)
    }

    /// Where there is no room for that, all of it stands in one column that scrolls. Whatever the
    /// band says anew comes into sight and stays there until somebody does something.
    fn show_small(&mut self, ui: &mut Ui, band: &Band) -> (Option<Done>, Option<Command>) {
        let page = Frame::new().fill(self.colors.page);
        let inside = page.inner_margin(theme::inside(ui.ctx()));
        let mut area = ScrollArea::vertical().auto_shrink(false);
        if self.told.as_ref() != Some(band) {
            self.told = Some(band.clone());
            self.at_top = true;
        } else if ui.input(does_something) {
            self.at_top = false;
        }
        if self.at_top {
            area = area.vertical_scroll_offset(0.0);
        }
        let shown = CentralPanel::default().frame(page).show(ui, |ui| {
            let column = area.show(ui, |ui| {
                theme::in_column(ui);
                ui.spacing_mut().item_spacing.y = 0.0;
                band.show_small(ui, self.model.desk.mode(), &self.texts, &self.colors);
                let work = inside.show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 0.5 * GRID;
                    let done = self.show_fields(ui);
                    ui.add_space(0.5 * GRID);
                    // Not behind a list of any length.
                    let command = footer::show(ui, &self.model, &self.texts, &self.colors);
                    ui.add_space(0.5 * GRID);
                    self.show_list(ui, 0.0);
                    theme::focus_into_sight(ui);
                    (done, command)
                });
                work.inner
            });
            column.inner
        });
        shown.inner
    }

    /// Messages and fields.
    fn show_fields(&mut self, ui: &mut Ui) -> Option<Done> {
        messages::show(ui, &mut self.model, &self.texts, &self.colors);
        let slips = slip::is_offered(&self.model);
        let Model { desk, drafts, .. } = &mut self.model;
        let mut done = fields::show(ui, desk, slips, drafts, &self.texts, &self.colors);
        // Before the first scan of a program that nobody has set up; never in its way.
        if desk.session().rows() == 0 && self.preferences.are_untouched() {
            done = done.or(fields::show_offer(ui, &self.texts, &self.colors));
        }
        done
    }

    fn show_list(&mut self, ui: &mut Ui, height: f32) {
        let (session, now) = (self.model.desk.session(), self.model.now);
        let rows = &mut self.chosen;
        if list::show(ui, height, session, rows, now, &self.texts, &self.colors) {
            self.model.ask_to_take_back(rows.iter().copied());
        }
    }
}

/// Whether a hand is at the keys or the mouse.
fn does_something(input: &InputState) -> bool {
    input.events.iter().any(|event| {
        matches!(
            event,
            egui::Event::Key { pressed: true, .. }
                | egui::Event::Text(_)
                | egui::Event::PointerButton { .. }
                | egui::Event::MouseWheel { .. }
        )
    })
}
