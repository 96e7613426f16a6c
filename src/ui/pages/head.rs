//! The head of a page: its title, the way back to the desk, and the tabs.

use eframe::egui::{
    Align, Button, CornerRadius, Label, Layout, Rect, Response, RichText, Role, Sense, Stroke,
    StrokeKind, TextStyle, Ui, WidgetInfo, WidgetText, vec2,
};

use super::Page;
use crate::desk::Command;
use crate::text::Texts;
use crate::ui::fields::labelled;
use crate::ui::theme::{self, BUTTON_HEIGHT, Colors, GRID};

/// The tabs after an outage, in their order.
const AFTER: &[Command] =
    &[Command::PrepareUpload, Command::MatchReport, Command::CombineDesks, Command::ShowHistory];
/// The tabs to set up.
const SET_UP: &[Command] = &[Command::ShowScanners, Command::ShowSettings, Command::ShowHelp];

/// Draws the head; returns the command that was given. `tab` is the page whose tab is the chosen
/// one; on a page that has just been opened it takes the focus: from there the keyboard goes on
/// into the page.
pub fn show(
    ui: &mut Ui,
    shown: Page,
    tab: Page,
    arrived: bool,
    texts: &Texts,
    colors: &Colors,
) -> Option<Command> {
    let mut given = None;
    let title = match shown {
        Page::Desk | Page::Upload => "page-upload",
        Page::Report => "page-report",
        Page::Combine => "page-combine",
        Page::History => "page-history",
        Page::Again => "page-again",
        Page::Scanners => "page-scanners",
        Page::Settings => "page-settings",
        Page::Help => "page-help",
    };
    let title = Label::new(RichText::new(texts.say(title)).font(theme::number_font()));
    let back = Button::new(labelled(ui, texts, Command::BackToDesk));
    let back = back.min_size(vec2(0.0, BUTTON_HEIGHT));
    let is_small = theme::is_small(ui.ctx());
    if is_small {
        if ui.add(back).clicked() {
            given = Some(Command::BackToDesk);
        }
        ui.add(title);
    } else {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.add(back).clicked() {
                    given = Some(Command::BackToDesk);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(title.truncate());
                });
            });
        });
    }
    let tabs =
        if matches!(tab, Page::Scanners | Page::Settings | Page::Help) { SET_UP } else { AFTER };
    let show_tabs = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for command in tabs.iter().copied() {
            let is_chosen = Page::of(command) == Some(tab);
            let control = show_tab(ui, &labelled(ui, texts, command), is_chosen, colors);
            if arrived && is_chosen {
                control.request_focus();
            }
            if control.clicked() {
                given = Some(command);
            }
        }
    };
    if is_small {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(show_tabs);
    } else {
        ui.horizontal(show_tabs);
    }
    // The tabs stand on a line over the whole width; the chosen one has a thicker line of its own.
    let bottom = ui.min_rect().bottom();
    let width = ui.clip_rect().x_range();
    ui.painter().hline(width, bottom - 0.5, Stroke::new(1.0, colors.line));
    given
}

/// One tab: the chosen one is underlined and darker.
fn show_tab(ui: &mut Ui, label: &str, is_chosen: bool, colors: &Colors) -> Response {
    let ink = if is_chosen { colors.ink } else { colors.quiet };
    let font = TextStyle::Button.resolve(ui.style());
    let text = WidgetText::from(RichText::new(label).color(ink));
    // One below the other, they have the whole width and as many lines as it takes.
    let text = text.into_galley(ui, None, ui.max_rect().width() - 3.0 * GRID, font);
    let size = vec2(text.size().x + 3.0 * GRID, (text.size().y + 2.0 * GRID).max(5.0 * GRID));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let round = CornerRadius::same(theme::ROUND);
    if response.hovered() && !is_chosen {
        ui.painter().rect_filled(rect.shrink(2.0), round, colors.page);
    }
    if response.has_focus() {
        let ring = Stroke::new(2.0, colors.ink);
        ui.painter().rect_stroke(rect.shrink(4.0), round, ring, StrokeKind::Middle);
    }
    let at = rect.center() - text.size() / 2.0;
    ui.painter().galley(at, text, ink);
    if is_chosen {
        let line = Rect::from_min_max(rect.left_bottom() - vec2(0.0, 3.0), rect.max);
        ui.painter().rect_filled(line, CornerRadius::ZERO, colors.ink);
    }
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_chosen, label));
    response
}
