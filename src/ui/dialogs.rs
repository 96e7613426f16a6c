//! What takes the whole window: questions before something is lost, and a folder that is in use.

use chrono::NaiveDateTime;
use eframe::egui::{
    Align, Button, Context, Frame, Id, Layout, Memory, Modal, RichText, TextEdit, Ui, vec2,
};

use super::kept;
use super::model::{Model, TakeBack};
use super::theme::{self, BUTTON_HEIGHT, Colors, GRID};
use super::words::{self, item_and_borrower};
use crate::dat::Kind;
use crate::desk::{Entry, Saving, Session};
use crate::store::Holder;
use crate::text::{Texts, count};

/// How many transactions the question names.
const NAMED: usize = 5;

/// The answer to the question before closing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Close {
    /// Close, whatever is lost.
    Anyway,
    /// Go on working.
    Stay,
}

/// Asks whether to close although not everything is in the file, and says what would be lost.
pub fn ask_close(ctx: &Context, model: &Model, texts: &Texts, colors: &Colors) -> Option<Close> {
    let (session, now) = (model.desk.session(), model.now);
    let mut answer = None;
    let frame = Frame::window(&ctx.global_style());
    let shown = Modal::new(Id::unique("close")).frame(frame).show(ctx, |ui| {
        ui.set_max_width((ctx.content_rect().width() - 10.0 * GRID).min(60.0 * GRID));
        ui.heading(texts.say("close-title"));
        for (saving, key) in
            [(Saving::NotSaved, "close-not-saved"), (Saving::Pending, "close-pending")]
        {
            show_lost(ui, session, now, (saving, key), texts, colors);
        }
        let set_aside = session.count(Saving::SetAside);
        if set_aside > 0 {
            ui.label(texts.fill("close-set-aside", &[("count", count(set_aside))]));
        }
        if let Some(words) = kept::words(model, "kept-close", texts) {
            ui.label(words);
        }
        ui.add_space(GRID);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let size = vec2(0.0, BUTTON_HEIGHT);
            let stay = ui.add(Button::new(texts.say("button-stay")).min_size(size));
            if ui.memory(Memory::focused).is_none() {
                stay.request_focus();
            }
            if stay.clicked() {
                answer = Some(Close::Stay);
            }
            if ui.add(Button::new(texts.say("button-exit-anyway")).min_size(size)).clicked() {
                answer = Some(Close::Anyway);
            }
        });
    });
    answer.or(shown.should_close().then_some(Close::Stay))
}

fn show_lost(
    ui: &mut Ui,
    session: &Session,
    now: NaiveDateTime,
    (saving, key): (Saving, &str),
    texts: &Texts,
    colors: &Colors,
) {
    let number = session.count(saving);
    if number == 0 {
        return;
    }
    let text = RichText::new(texts.fill(key, &[("count", count(number))])).color(colors.refused);
    ui.label(text);
    let lost = session.entries().iter().filter(|entry| entry.saving == saving);
    show_transactions(ui, lost, number, now, texts);
}

/// Asks whether to take transactions back, and shows exactly which.
pub fn ask_take_back(
    ctx: &Context,
    asked: &mut TakeBack,
    model: &Model,
    texts: &Texts,
) -> Option<bool> {
    let (session, now) = (model.desk.session(), model.now);
    let mut answer = None;
    let frame = Frame::window(&ctx.global_style());
    let shown = Modal::new(Id::unique("take back")).frame(frame).show(ctx, |ui| {
        ui.set_max_width((ctx.content_rect().width() - 10.0 * GRID).min(60.0 * GRID));
        ui.heading(texts.fill("take-back-title", &[("count", count(asked.rows.len()))]));
        ui.label(texts.say("take-back-what"));
        let entries = asked.rows.iter().filter_map(|row| session.entry_of(*row));
        show_transactions(ui, entries, asked.rows.len(), now, texts);
        let label = ui.label(texts.say("take-back-reason"));
        let reason = TextEdit::singleline(&mut asked.reason)
            .font(theme::text_font())
            .hint_text(texts.say("take-back-reason-hint"))
            .desired_width(f32::INFINITY);
        ui.add(reason).labelled_by(label.id);
        if let Some(words) = kept::words(model, "kept-question", texts) {
            ui.label(words);
        }
        ui.add_space(GRID);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let size = vec2(0.0, BUTTON_HEIGHT);
            // An Enter that nobody meant must not take anything back.
            let keep = ui.add(Button::new(texts.say("button-keep")).min_size(size));
            if !std::mem::replace(&mut asked.shown, true) || ui.memory(Memory::focused).is_none() {
                keep.request_focus();
            }
            if keep.clicked() {
                answer = Some(false);
            }
            if ui.add(Button::new(texts.say("button-take-back")).min_size(size)).clicked() {
                answer = Some(true);
            }
        });
    });
    answer.or(shown.should_close().then_some(false))
}

/// The first of some transactions, and how many more there are.
fn show_transactions<'a>(
    ui: &mut Ui,
    entries: impl Iterator<Item = &'a Entry>,
    number: usize,
    now: NaiveDateTime,
    texts: &Texts,
) {
    for Entry { transaction, .. } in entries.take(NAMED) {
        let (item, borrower) = item_and_borrower(transaction);
        let arrow = borrower.map(|borrower| format!(" → {borrower}")).unwrap_or_default();
        let kind = texts.kind(Kind::of(transaction));
        // A line breaks between the two barcodes, not within one.
        let barcodes = format!("{item}{arrow}").replace(' ', "\u{a0}").replace("\u{a0}→", " →");
        let line = format!("{}  {kind}  {barcodes}", words::time(transaction.time, now, texts));
        ui.label(RichText::new(line).font(theme::barcode_font()));
    }
    if number > NAMED {
        ui.label(texts.fill("close-more", &[("count", count(number - NAMED))]));
    }
}

/// What to do about a folder that another window has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InUse {
    /// Look again.
    TryAgain,
    /// Close this window.
    Exit,
}

/// Says who has the folder, instead of the desk.
pub fn show_in_use(ui: &mut Ui, holder: &Holder, texts: &Texts) -> Option<InUse> {
    let mut answer = None;
    ui.add_space(6.0 * GRID);
    ui.heading(texts.say("in-use"));
    ui.label(texts.in_use(holder));
    ui.add_space(GRID);
    ui.horizontal(|ui| {
        let size = vec2(0.0, BUTTON_HEIGHT);
        let again = ui.add(Button::new(texts.say("button-try-again")).min_size(size));
        if ui.memory(Memory::focused).is_none() {
            again.request_focus();
        }
        if again.clicked() {
            answer = Some(InUse::TryAgain);
        }
        if ui.add(Button::new(texts.say("command-exit")).min_size(size)).clicked() {
            answer = Some(InUse::Exit);
        }
    });
    answer
}
