//! The two fields, the choice of the transaction, and the action button.

use eframe::egui::{
    self, Align, Button, FontFamily, FontId, Id, Key, Layout, Response, RichText, Role, Stroke,
    TextEdit, Ui, WidgetInfo, WidgetText, vec2,
};

use super::input;
use super::marks::Mark;
use super::model::Drafts;
use super::theme::{self, BUTTON_HEIGHT, Colors, FIELD_HEIGHT, GRID};
use crate::desk::{Borrower, Command, Desk, Field, Mode, Said};
use crate::text::{Texts, count};

/// Where less than this is left, the action button has no room for its key.
const NARROW: f32 = 36.0 * GRID;

/// What the desk did in the fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Completed a field with Enter.
    Entered(Field),
    /// Gave a command.
    Command(Command),
    /// Pressed the action button.
    Act,
}

/// The text field of the borrower or the item.
#[must_use]
pub fn id(field: Field) -> Id {
    Id::unique(match field {
        Field::Borrower => "borrower field",
        Field::Item => "item field",
    })
}

/// Draws the fields and the choice; returns what was done, at most one thing a frame. `slips` tells
/// whether there is a slip to be printed.
pub fn show(
    ui: &mut Ui,
    desk: &Desk,
    slips: bool,
    drafts: &mut Drafts,
    texts: &Texts,
    colors: &Colors,
) -> Option<Done> {
    let mut done = None;
    // The field that waits has the colour of the mode, as all that tells the mode has.
    let selection = &mut ui.visuals_mut().selection;
    selection.stroke.color = colors.mode(desk.mode());
    selection.bg_fill = colors.mode(desk.mode()).gamma_multiply(0.25);
    if desk.mode() == Mode::Loan {
        done = done.or(show_borrower(ui, desk, slips, drafts, texts));
    }
    show_name(ui, "field-item", texts);
    let width = ui.available_width();
    done = done.or(edit(ui, desk, Field::Item, drafts, texts, width));
    ui.add_space(0.5 * GRID);
    done.or(show_choice(ui, desk, texts, colors))
}

fn show_borrower(
    ui: &mut Ui,
    desk: &Desk,
    slips: bool,
    drafts: &mut Drafts,
    texts: &Texts,
) -> Option<Done> {
    if let Some(borrower) = desk.borrower()
        && drafts.borrower.is_empty()
        && !ui.memory(|memory| memory.has_focus(id(Field::Borrower)))
    {
        borrower.barcode.as_str().clone_into(&mut drafts.borrower);
    }
    if theme::is_small(ui.ctx()) {
        return show_borrower_small(ui, desk, slips, drafts, texts);
    }
    let mut done = None;
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 3.0 * GRID;
        ui.horizontal(|ui| {
            show_name(ui, "field-borrower", texts);
            if let Some(borrower) = desk.borrower() {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    show_items(ui, borrower, texts);
                    done = show_slip(ui, slips, texts);
                });
            }
        });
    });
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            done = done.or(show_next(ui, desk, texts));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let width = ui.available_width();
                done = done.or(edit(ui, desk, Field::Borrower, drafts, texts, width));
            });
        });
    });
    done
}

/// The same one below the other.
fn show_borrower_small(
    ui: &mut Ui,
    desk: &Desk,
    slips: bool,
    drafts: &mut Drafts,
    texts: &Texts,
) -> Option<Done> {
    show_name(ui, "field-borrower", texts);
    let width = ui.available_width();
    let mut done = edit(ui, desk, Field::Borrower, drafts, texts, width);
    if let Some(borrower) = desk.borrower() {
        show_items(ui, borrower, texts);
        done = done.or(show_slip(ui, slips, texts));
    }
    done.or(show_next(ui, desk, texts))
}

fn show_name(ui: &mut Ui, name: &str, texts: &Texts) {
    ui.label(RichText::new(texts.say(name)).font(theme::strong_font()));
}

/// How many items the borrower has been lent.
fn show_items(ui: &mut Ui, borrower: &Borrower, texts: &Texts) {
    let items = texts.fill("items-lent", &[("items", count(borrower.items))]);
    ui.label(RichText::new(items).font(theme::number_font()));
}

/// The button that prints a slip, where there is one to be printed.
fn show_slip(ui: &mut Ui, slips: bool, texts: &Texts) -> Option<Done> {
    let pressed = slips && ui.button(labelled(ui, texts, Command::PrintSlip)).clicked();
    pressed.then_some(Done::Command(Command::PrintSlip))
}

/// The button that ends the borrower.
fn show_next(ui: &mut Ui, desk: &Desk, texts: &Texts) -> Option<Done> {
    let next = labelled(ui, texts, Command::EndBorrower);
    let next = Button::new(next).min_size(vec2(0.0, FIELD_HEIGHT));
    let pressed = ui.add_enabled(desk.borrower().is_some(), next).clicked();
    pressed.then_some(Done::Command(Command::EndBorrower))
}

/// A quiet line: what can be set up, and where.
pub fn show_offer(ui: &mut Ui, texts: &Texts, colors: &Colors) -> Option<Done> {
    let mut done = None;
    theme::row(ui, |ui| {
        ui.spacing_mut().interact_size.y = 3.0 * GRID;
        ui.spacing_mut().button_padding = vec2(0.5 * GRID, 0.5 * GRID);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.label(RichText::new(texts.say("fresh-offer")).color(colors.quiet));
        for command in [Command::ShowSettings, Command::ShowScanners] {
            let label = RichText::new(labelled(ui, texts, command)).color(colors.loan);
            let button = Button::new(label).stroke(Stroke::NONE).fill(colors.page);
            if ui.add(button).clicked() {
                done = Some(Done::Command(command));
            }
        }
    });
    done
}

/// One text field; its label stands above it.
fn edit(
    ui: &mut Ui,
    desk: &Desk,
    field: Field,
    drafts: &mut Drafts,
    texts: &Texts,
    width: f32,
) -> Option<Done> {
    let (name, hint) = match field {
        Field::Borrower => ("field-borrower", "field-borrower-hint"),
        Field::Item => ("field-item", "field-item-hint"),
    };
    // Only the field that waits for a scan asks for one.
    let hint = if desk.expects() == field { texts.say(hint) } else { String::new() };
    let select = drafts.select.take_if(|selected| *selected == field).is_some();
    let inside = width - 2.0 * ui.spacing().button_padding.x;
    let hint_font = fitting(ui, &hint, inside, &FontFamily::Proportional);
    // The band asks as well.
    let hint = hint_font.map_or_else(RichText::default, |font| RichText::new(hint).font(font));
    let font = fitting(ui, drafts.of(field), inside, &FontFamily::Monospace);
    let had_focus = ui.memory(|memory| memory.has_focus(id(field)));
    let output = TextEdit::singleline(drafts.of(field))
        .id(id(field))
        .font(font.unwrap_or_else(theme::barcode_font))
        .hint_text(hint)
        .desired_width(width)
        .min_size(vec2(width, FIELD_HEIGHT))
        .align(egui::Align2::LEFT_CENTER)
        .show(ui);
    let response: Response = output.response.response;
    let (name, text) = (texts.say(name), drafts.of(field).clone());
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &text, &text, "");
        info.label = Some(name.clone());
        info
    });
    if field == Field::Borrower
        && response.gained_focus()
        && desk.borrower().is_some_and(|borrower| borrower.barcode.as_str() == text)
    {
        // The next card takes the place of this one; never do two cards stand side by side.
        drafts.of(field).clear();
    }
    if select {
        let mut state = output.state;
        let all = egui::text::CCursorRange::two(
            egui::text::CCursor::new(0),
            egui::text::CCursor::new(text.chars().count()),
        );
        state.cursor.set_char_range(Some(all));
        state.store(ui.ctx(), response.id);
        response.request_focus();
    }
    // Not `lost_focus`: that stays true for a second frame, in which the next scan may be complete.
    let enter = had_focus && !response.has_focus() && ui.input(|i| i.key_pressed(Key::Enter));
    enter.then_some(Done::Entered(field))
}

/// The largest text that fits into a field, if one does.
fn fitting(ui: &Ui, text: &str, width: f32, family: &FontFamily) -> Option<FontId> {
    let sizes = [theme::FIELD_SIZE, theme::TEXT_SIZE].into_iter();
    let mut fonts = sizes.map(|size| FontId::new(size, family.clone()));
    fonts.find(|font| {
        let text = WidgetText::from(text).into_galley(ui, None, f32::INFINITY, font.clone());
        text.size().x <= width
    })
}

fn show_choice(ui: &mut Ui, desk: &Desk, texts: &Texts, colors: &Colors) -> Option<Done> {
    let mode = desk.mode();
    let mut done = None;
    show_name(ui, "choose-transaction", texts);
    let mut choose = |ui: &mut Ui| {
        for (choice, command) in
            [(Mode::Loan, Command::ChooseLoan), (Mode::Return, Command::ChooseReturn)]
        {
            if show_mode(ui, choice, mode, &labelled(ui, texts, command), colors).clicked() {
                done = Some(Done::Command(command));
            }
        }
    };
    if theme::is_small(ui.ctx()) {
        choose(ui);
        let width = ui.available_width();
        return done.or(show_action(ui, desk, width, texts, colors));
    }
    let action = ui.horizontal(|ui| {
        choose(ui);
        let action = ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            show_action(ui, desk, 17.0 * GRID, texts, colors)
        });
        action.inner
    });
    done.or(action.inner)
}

/// The button that does what the mode says, or records what is held.
fn show_action(
    ui: &mut Ui,
    desk: &Desk,
    width: f32,
    texts: &Texts,
    colors: &Colors,
) -> Option<Done> {
    let mode = desk.mode();
    // What is held waits for an answer: that is the action then.
    let held = matches!(desk.said(), Said::Held(..));
    let label = match mode {
        // The band names the key as well.
        _ if held && ui.available_width() < NARROW => texts.say("command-use-anyway"),
        _ if held => labelled(ui, texts, Command::UseAnyway),
        Mode::Loan => texts.say("mode-loan"),
        Mode::Return => texts.say("mode-return"),
    };
    let text = RichText::new(label).color(colors.on_color);
    let action = Button::new(text)
        .fill(colors.mode(mode))
        .stroke(Stroke::NONE)
        .min_size(vec2(width, BUTTON_HEIGHT));
    let pressed = ui.add(action).clicked();
    let done = if held { Done::Command(Command::UseAnyway) } else { Done::Act };
    pressed.then_some(done)
}

/// One of the two choices: filled and marked when it is chosen.
fn show_mode(ui: &mut Ui, choice: Mode, chosen: Mode, label: &str, colors: &Colors) -> Response {
    let is_chosen = choice == chosen;
    let ink = if is_chosen { colors.mode(choice) } else { colors.quiet };
    let outline = if is_chosen { Stroke::new(2.0, ink) } else { Stroke::new(1.0, colors.outline) };
    // Room for the arrow in front.
    let text = RichText::new(format!("      {label}")).color(ink);
    let button =
        Button::new(text).fill(colors.paper).stroke(outline).min_size(vec2(0.0, BUTTON_HEIGHT));
    let response = ui.add(button);
    let place = egui::Rect::from_center_size(
        response.rect.left_center() + vec2(2.75 * GRID, 0.0),
        vec2(2.0 * GRID, 2.0 * GRID),
    );
    Mark::Mode(choice).paint(ui.painter(), place, ink);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, label));
    response
}

/// The name of a command with its shortcut.
pub fn labelled(ui: &Ui, texts: &Texts, command: Command) -> String {
    let name = texts.say(&format!("command-{}", command.id()));
    format!("{name}  {}", input::shown(ui.ctx(), command))
}
