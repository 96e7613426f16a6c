//! What is asked once before it is done.

use std::path::PathBuf;

use eframe::egui::{Align, Button, Context, Frame, Id, Layout, Memory, Modal, Ui, vec2};

use super::parts::{self, name};
use crate::text::{Texts, count};
use crate::ui::model::Model;
use crate::ui::theme::{BUTTON_HEIGHT, GRID};

/// How many batches the question names.
const NAMED: usize = 5;

/// Something that is not done without a second word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Alma has this batch.
    Uploaded(PathBuf),
    /// These batches are to be deleted.
    Delete(Vec<PathBuf>),
}

impl Question {
    /// Asks; returns the answer when it is given.
    pub fn show(&self, ctx: &Context, texts: &Texts) -> Option<bool> {
        let mut answer = None;
        let frame = Frame::window(&ctx.global_style());
        let modal = Modal::new(Id::unique("question")).frame(frame).show(ctx, |ui| {
            ui.set_max_width((ctx.content_rect().width() - 10.0 * GRID).min(60.0 * GRID));
            let (yes, no) = self.show_text(ui, texts);
            ui.add_space(GRID);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let size = vec2(0.0, BUTTON_HEIGHT);
                let no = ui.add(Button::new(texts.say(no)).min_size(size));
                if ui.memory(Memory::focused).is_none() {
                    no.request_focus();
                }
                if no.clicked() {
                    answer = Some(false);
                }
                if ui.add(Button::new(texts.say(yes)).min_size(size)).clicked() {
                    answer = Some(true);
                }
            });
        });
        answer.or(modal.should_close().then_some(false))
    }

    /// Draws the words; returns the texts of yes and no.
    fn show_text(&self, ui: &mut Ui, texts: &Texts) -> (&'static str, &'static str) {
        match self {
            Self::Uploaded(batch) => {
                ui.heading(texts.fill("ask-uploaded", &[("name", name(batch).into())]));
                parts::text(ui, texts.say("ask-uploaded-what"));
                ("ask-uploaded-yes", "ask-uploaded-no")
            }
            Self::Delete(batches) => {
                let number = batches.len();
                ui.heading(texts.fill("ask-delete", &[("count", count(number))]));
                for batch in batches.iter().take(NAMED) {
                    parts::text(ui, name(batch));
                }
                if number > NAMED {
                    ui.label(texts.fill("close-more", &[("count", count(number - NAMED))]));
                }
                parts::text(ui, texts.say("ask-delete-what"));
                ("ask-delete-yes", "ask-delete-no")
            }
        }
    }

    /// Orders what was asked.
    pub fn carry_out(self, model: &mut Model) {
        match self {
            Self::Uploaded(batch) => model.uploaded(batch),
            Self::Delete(batches) => model.delete_uploaded(batches),
        }
    }
}
