//! The first step: which files, in which order, and what is in each.

use std::path::Path;

use eframe::egui::{RichText, Ui};

use super::State;
use super::merging::Known;
use crate::store::{DAT, UPLOADED, UPLOADS};
use crate::ui::marks::Mark;
use crate::ui::pages::{View, parts};
use crate::ui::theme::{self, GRID};

/// The desk's own files in the data folder, and what is to be said of each.
const OWN: [(&str, &str); 3] = [
    (DAT, "combine-own-open"),
    (UPLOADS, "combine-own-to-upload"),
    (UPLOADED, "combine-own-uploaded"),
];

/// What was done with a file of the list.
enum Done {
    Remove(usize),
    Swap(usize, usize),
}

/// Draws the step.
pub fn show(ui: &mut Ui, state: &mut State, view: &mut View) {
    let (texts, colors) = (view.texts, view.colors);
    parts::quiet(ui, &texts.say("combine-how"), colors);
    let mut done = None;
    for (place, file) in state.files.iter().enumerate() {
        ui.add_space(0.5 * GRID);
        parts::steady(ui, ("file", file), |ui| {
            show_file(ui, state, file, view);
            theme::row(ui, |ui| {
                let name = parts::name(file);
                let button = |ui: &mut Ui, key, enabled| {
                    let label = texts.say(key);
                    parts::named_button(ui, &label, &texts.control_of(&label, &name), enabled)
                };
                let is_last = place + 1 == state.files.len();
                if state.files.len() > 1 {
                    if button(ui, "combine-up", place > 0) {
                        done = Some(Done::Swap(place - 1, place));
                    }
                    if button(ui, "combine-down", !is_last) {
                        done = Some(Done::Swap(place, place + 1));
                    }
                }
                if button(ui, "combine-remove", true) {
                    done = Some(Done::Remove(place));
                }
            });
        });
    }
    match done {
        Some(Done::Remove(place)) => drop(state.files.remove(place)),
        Some(Done::Swap(one, other)) => state.files.swap(one, other),
        None => {}
    }
    if state.files.len() > 1 {
        ui.add_space(0.5 * GRID);
        parts::quiet(ui, &texts.say("combine-order"), colors);
    }
    let label = texts.say("combine-add");
    let pressed = parts::steady(ui, "add files", |ui| {
        if state.files.is_empty() {
            parts::main_button(ui, &label, &label, true, colors)
        } else {
            parts::button(ui, &label)
        }
    });
    if pressed {
        state.ask_for_files(view);
    }
    if state.merging.stopped {
        parts::remark(ui, Mark::Warning, colors.ink, &texts.say("combine-stopped"));
        if parts::button(ui, &texts.say("combine-read-again")) {
            state.merging.read_again();
        }
    }
}

fn show_file(ui: &mut Ui, state: &State, file: &Path, view: &View) {
    let (texts, colors) = (view.texts, view.colors);
    let name = RichText::new(parts::name(file)).font(theme::strong_font());
    ui.add(eframe::egui::Label::new(name).truncate()).on_hover_text(file.display().to_string());
    match state.merging.known(file) {
        Known::Nothing => parts::quiet(ui, &texts.say("combine-unread"), colors),
        Known::Read(summary) => parts::quiet(ui, &texts.summary(summary), colors),
        Known::Unread(error) => {
            let left_out =
                texts.fill("combine-left-out", &[("why", texts.review_error(error).into())]);
            parts::remark(ui, Mark::Refused, colors.refused, &left_out);
        }
    }
    // What is in Alma by way of the one file must not go there again by itself.
    if let Ok(within) = file.strip_prefix(view.model.data_folder())
        && let Some((_, key)) = OWN.iter().find(|(place, _)| within.starts_with(place))
    {
        parts::remark(ui, Mark::Warning, colors.ink, &texts.say(key));
    }
}
