//! Rules that are read off an old file: proposed, shown with how many examples fit, and taken.

use std::path::Path;

use eframe::egui::Ui;

use super::{RULES, set};
use crate::review::ReviewError;
use crate::review::learn::{Examples, examples};
use crate::scan::Proposal;
use crate::ui::files::{self, Wanted};
use crate::ui::marks::Mark;
use crate::ui::pages::setting::Drafts;
use crate::ui::pages::{View, parts};
use crate::ui::theme;
use crate::ui::work::Work;

/// How many examples that do not fit are named.
const NAMED: usize = 3;

/// What was learned.
#[derive(Default)]
pub struct Learning {
    asking: Option<Work<Option<std::path::PathBuf>>>,
    reading: Option<Work<Result<Learned, ReviewError>>>,
    learned: Option<Result<Learned, ReviewError>>,
}

/// What is proposed.
enum Learned {
    /// For cards, then for items; nothing where the file has no example.
    Both([Option<Proposal>; 2]),
    /// For one of them: the file does not say which.
    One(Proposal),
}

impl Learning {
    /// Draws the button, what was learned, and what can be done with it.
    pub fn show(&mut self, ui: &mut Ui, drafts: &mut Drafts, view: &mut View) {
        let (texts, colors) = (view.texts, view.colors);
        self.refresh(view);
        let learn = texts.say("learn-from-file");
        if parts::named_button(ui, &learn, &learn, self.asking.is_none()) {
            let wanted = Wanted::Barcodes { title: texts.say("learn-title") };
            self.asking = files::start(view.ask, wanted, view.model.wake()).ok();
        }
        if self.reading.as_ref().is_some_and(|work| work.show(ui, texts, colors)) {
            self.reading = None;
        }
        let taken = match &self.learned {
            None => false,
            Some(Err(error)) => {
                parts::remark(ui, Mark::Refused, colors.refused, &texts.review_error(error));
                false
            }
            Some(Ok(Learned::Both(both))) => show_both(ui, both, drafts, view),
            Some(Ok(Learned::One(one))) => show_one(ui, one, drafts, view),
        };
        if taken {
            self.learned = None;
        }
    }

    fn refresh(&mut self, view: &View) {
        if let Some(answer) = self.asking.as_mut().and_then(Work::poll) {
            self.asking = None;
            if let Some(path) = answer {
                self.learned = None;
                let work = Work::start("offcirc-learn", view.model.wake(), move |progress| {
                    learn(&path, progress)
                });
                self.reading = work.ok();
            }
        }
        if let Some(learned) = self.reading.as_mut().and_then(Work::poll) {
            self.reading = None;
            self.learned = Some(learned);
        }
    }
}

fn learn(path: &Path, progress: &crate::review::Progress) -> Result<Learned, ReviewError> {
    Ok(match examples(path, progress)? {
        Examples::Transactions { borrowers, items } => {
            Learned::Both([borrowers.propose(), items.propose()])
        }
        Examples::List(list) => match list.propose() {
            Some(proposal) => Learned::One(proposal),
            None => Learned::Both([None, None]),
        },
    })
}

/// Returns whether the proposal was taken.
fn show_both(
    ui: &mut Ui,
    both: &[Option<Proposal>; 2],
    drafts: &mut Drafts,
    view: &mut View,
) -> bool {
    let texts = view.texts;
    for (proposal, title) in both.iter().zip(["settings-group-cards", "settings-group-items"]) {
        if let Some(proposal) = proposal {
            show_proposal(ui, &texts.say(title), proposal, view);
        }
    }
    let taken = parts::button(ui, &texts.say("learn-use"));
    if taken {
        for (proposal, keys) in both.iter().zip(RULES) {
            if let Some(Proposal { lengths, pattern, check, .. }) = proposal {
                set(keys, (lengths, pattern, *check), drafts, view);
            }
        }
    }
    taken
}

/// Returns whether the proposal was taken.
fn show_one(ui: &mut Ui, one: &Proposal, drafts: &mut Drafts, view: &mut View) -> bool {
    let texts = view.texts;
    show_proposal(ui, &texts.say("learn-list"), one, view);
    let mut taken = false;
    theme::row(ui, |ui| {
        for (words, keys) in ["learn-use-cards", "learn-use-items"].into_iter().zip(RULES) {
            if parts::button(ui, &texts.say(words)) {
                set(keys, (&one.lengths, &one.pattern, one.check), drafts, view);
                taken = true;
            }
        }
    });
    taken
}

fn show_proposal(ui: &mut Ui, title: &str, proposal: &Proposal, view: &View) {
    let (texts, colors) = (view.texts, view.colors);
    let rules = texts.proposed(proposal);
    parts::remark(ui, Mark::Warning, colors.ink, &format!("{title}: {rules}"));
    parts::indented(ui, |ui| parts::text(ui, texts.learned(proposal, NAMED)));
}
