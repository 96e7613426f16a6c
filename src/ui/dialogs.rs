//! What takes the whole window: questions before something is lost, and a folder that is in use.

use chrono::NaiveDateTime;
use eframe::egui::{
    Align, Button, Context, Frame, Id, Layout, Memory, Modal, RichText, ScrollArea, TextEdit, Ui,
    vec2,
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

/// A question in front of everything: its words, and two buttons. The first one keeps all as it
/// is and has the focus, for an Enter that nobody meant; `is_new` takes it from wherever it was.
/// Returns the answer when it is given.
pub fn ask(
    ctx: &Context,
    name: &str,
    [no, yes]: [String; 2],
    is_new: bool,
    words: impl FnOnce(&mut Ui),
) -> Option<bool> {
    let mut answer = None;
    let is_small = theme::is_small(ctx);
    let mut frame = Frame::window(&ctx.global_style());
    if is_small {
        frame = frame.inner_margin(theme::inside(ctx));
    }
    let shown = Modal::new(Id::unique(name)).frame(frame).show(ctx, |ui| {
        let around = if is_small { 4.0 * GRID } else { 10.0 * GRID };
        let room = ctx.content_rect().size() - vec2(around, around);
        ui.set_max_width(room.x.min(60.0 * GRID));
        let buttons = |ui: &mut Ui| {
            let size = vec2(0.0, BUTTON_HEIGHT);
            let no = ui.add(Button::new(no).min_size(size));
            if is_new || ui.memory(Memory::focused).is_none() {
                no.request_focus();
            }
            if no.clicked() {
                answer = Some(false);
            }
            if ui.add(Button::new(yes).min_size(size)).clicked() {
                answer = Some(true);
            }
        };
        if is_small {
            ScrollArea::vertical().max_height(room.y).show(ui, |ui| {
                theme::in_column(ui);
                words(ui);
                buttons(ui);
                theme::focus_into_sight(ui);
            });
        } else {
            words(ui);
            ui.add_space(GRID);
            ui.with_layout(Layout::right_to_left(Align::Center), buttons);
        }
    });
    answer.or(shown.should_close().then_some(false))
}

/// Asks whether to close although not everything is in the file, and says what would be lost.
pub fn ask_close(ctx: &Context, model: &Model, texts: &Texts, colors: &Colors) -> Option<Close> {
    let (session, now) = (model.desk.session(), model.now);
    let buttons = [texts.say("button-stay"), texts.say("button-exit-anyway")];
    let answer = ask(ctx, "close", buttons, false, |ui| {
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
    });
    answer.map(|yes| if yes { Close::Anyway } else { Close::Stay })
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
    let buttons = [texts.say("button-keep"), texts.say("button-take-back")];
    let is_new = !std::mem::replace(&mut asked.shown, true);
    ask(ctx, "take back", buttons, is_new, |ui| {
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
    })
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
    theme::row(ui, |ui| {
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
