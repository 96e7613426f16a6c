//! What is asked once before it is done.

use std::path::PathBuf;

use eframe::egui::{Context, Ui};

use super::parts::{self, name};
use crate::text::{Texts, count};
use crate::ui::dialogs;
use crate::ui::model::Model;

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
        let buttons = match self {
            Self::Uploaded(_) => ["ask-uploaded-no", "ask-uploaded-yes"],
            Self::Delete(_) => ["ask-delete-no", "ask-delete-yes"],
        };
        let buttons = buttons.map(|key| texts.say(key));
        dialogs::ask(ctx, "question", buttons, false, |ui| self.show_text(ui, texts))
    }

    fn show_text(&self, ui: &mut Ui, texts: &Texts) {
        match self {
            Self::Uploaded(batch) => {
                ui.heading(texts.fill("ask-uploaded", &[("name", name(batch).into())]));
                parts::text(ui, texts.say("ask-uploaded-what"));
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
