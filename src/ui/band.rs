//! The band: the mode at a glance, the last result in words, and what comes next.

use eframe::egui::{
    self, Align, Color32, CornerRadius, FontId, Frame, Layout, Margin, Rect, RichText, Sense, Ui,
    Vec2, WidgetText, vec2,
};

use super::marks::Mark;
use super::theme::{self, BAND_HEIGHT, Colors, GRID, MARGIN};
use super::words::{grouped, item_and_borrower};
use crate::barcode::Barcode;
use crate::desk::{Desk, Doubt, Held, Mode, Said, Saving};
use crate::text::{Texts, count, visible};
use crate::transaction::{Action, Ticket};

/// Width of the block that shows the mode.
const MODE_WIDTH: f32 = 13.0 * GRID;
/// Size of the arrow in it.
const ARROW: f32 = 5.0 * GRID;

/// How the band says something: its colour, and the sign beside the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// All is well: the colour of the mode.
    Calm,
    /// Something is to be decided or noticed: amber.
    Question,
    /// Refused or not saved: red.
    Alarm,
}

/// What the band says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// How it is said.
    pub tone: Tone,
    /// The last result.
    pub result: String,
    /// More of it, or what to do next.
    pub detail: String,
}

impl Band {
    /// What the band says of the desk; `next_borrower` is the shortcut that ends a borrower,
    /// `use_anyway` the one that records what is held.
    #[must_use]
    pub fn of(desk: &Desk, texts: &Texts, next_borrower: &str, use_anyway: &str) -> Self {
        let mut band = Self::answer(desk, texts, next_borrower, use_anyway);
        if desk.read_other_layout() {
            band.detail = format!("{} {}", band.detail, texts.say("band-other-layout"));
        }
        band
    }

    fn answer(desk: &Desk, texts: &Texts, next_borrower: &str, use_anyway: &str) -> Self {
        let calm = |result: String, detail: String| Self { tone: Tone::Calm, result, detail };
        let next = next_step(desk, texts, next_borrower);
        match desk.said() {
            Said::Ready => {
                let key = match desk.mode() {
                    Mode::Loan => "band-ready-loan",
                    Mode::Return => "band-ready-return",
                };
                calm(texts.say(key), next)
            }
            Said::Borrower(barcode) => {
                let values = [("borrower", grouped(barcode).into())];
                calm(texts.fill("band-borrower", &values), next)
            }
            Said::BorrowerEnded { borrower, items } => {
                let values = [("items", count(*items)), ("borrower", grouped(borrower).into())];
                let ended = texts.fill("band-borrower-ended-items", &values);
                calm(texts.say("band-borrower-ended"), format!("{ended} {next}"))
            }
            Said::TakenBack(number, transaction) => {
                let (item, borrower) = item_and_borrower(transaction);
                let values = [("count", count(*number)), ("item", item.into())];
                let to = to_borrower(borrower, texts).filter(|_| *number == 1);
                let detail = format!("{}{next}", to.unwrap_or_default());
                calm(texts.fill("band-taken-back", &values), detail)
            }
            Said::NothingToTakeBack => calm(texts.say("band-nothing-to-take-back"), next),
            Said::NotReadYet => calm(texts.say("band-not-read-yet"), next),
            Said::Recorded(ticket) => Self::recorded(desk, *ticket, texts, next),
            Said::Refused { text, error, .. } => Self {
                tone: Tone::Alarm,
                result: texts.fill("band-refused", &[("text", visible(text).into())]),
                detail: texts.barcode_error(*error),
            },
            Said::Held(Held { barcode, .. }, doubt) => held(barcode, doubt, texts, use_anyway),
            Said::Dismissed => calm(texts.say("band-dismissed"), next),
            Said::NextBorrower { borrower, items } => {
                let values = [("borrower", grouped(borrower).into()), ("items", count(*items))];
                let ended = texts.fill("band-next-borrower-before", &values);
                Self {
                    tone: Tone::Question,
                    result: texts.fill("band-next-borrower-card", &values),
                    detail: format!("{ended} {next}"),
                }
            }
            Said::ItemWaits { item, not_taken } => {
                let waits = [("item", grouped(item).into())];
                match not_taken {
                    None => Self {
                        tone: Tone::Question,
                        result: texts.fill("band-item-waits", &waits),
                        detail: texts.say("band-item-waits-what"),
                    },
                    Some(other) => Self {
                        tone: Tone::Alarm,
                        result: texts.fill("band-not-taken", &[("item", grouped(other).into())]),
                        detail: texts.fill("band-not-taken-what", &waits),
                    },
                }
            }
            Said::ItemLeft(item) => Self {
                tone: Tone::Alarm,
                result: texts.fill("band-item-left", &[("item", grouped(item).into())]),
                detail: texts.say("band-borrower-first-what"),
            },
            Said::Flooded => Self {
                tone: Tone::Alarm,
                result: texts.say("band-flooded"),
                detail: texts.say("band-flooded-what"),
            },
            Said::SameAsBorrower(barcode) => Self {
                tone: Tone::Question,
                result: texts.fill("band-same-as-borrower", &[("item", grouped(barcode).into())]),
                detail: texts.say("band-same-as-borrower-what"),
            },
            Said::BorrowerLeft { borrower, items } => {
                let values = [("items", count(*items)), ("borrower", grouped(borrower).into())];
                let ended = texts.fill("band-borrower-ended-items", &values);
                Self {
                    tone: Tone::Question,
                    result: texts.say("band-borrower-left"),
                    detail: format!("{ended} {}", texts.say("band-borrower-left-what")),
                }
            }
            Said::BorrowerFirst => Self {
                tone: Tone::Alarm,
                result: texts.say("band-borrower-first"),
                detail: texts.say("band-borrower-first-what"),
            },
            Said::NoSuchTime => Self {
                tone: Tone::Alarm,
                result: texts.say("band-no-such-time"),
                detail: texts.say("band-no-such-time-what"),
            },
        }
    }

    fn recorded(desk: &Desk, ticket: Ticket, texts: &Texts, next: String) -> Self {
        let Some(entry) = desk.session().entry(ticket) else {
            return Self { tone: Tone::Calm, result: String::new(), detail: next };
        };
        let (item, borrower) = item_and_borrower(&entry.transaction);
        let loan = matches!(entry.transaction.action, Action::Loan { .. });
        let (key, tone, detail) = match (entry.saving, loan) {
            (Saving::Pending, true) => ("band-loan-pending", Tone::Calm, None),
            (Saving::Pending, false) => ("band-return-pending", Tone::Calm, None),
            (Saving::Saved | Saving::TakenBack | Saving::Closed, true) => {
                ("band-loan-saved", Tone::Calm, None)
            }
            (Saving::Saved | Saving::TakenBack | Saving::Closed, false) => {
                ("band-return-saved", Tone::Calm, None)
            }
            (Saving::SetAside, _) => ("band-set-aside", Tone::Alarm, Some("band-set-aside-what")),
            (Saving::NotSaved, _) => ("band-not-saved", Tone::Alarm, Some("band-not-saved-what")),
        };
        let to = to_borrower(borrower, texts);
        let detail = match detail {
            Some(key) => texts.say(key),
            None => format!("{}{next}", to.unwrap_or_default()),
        };
        Self { tone, result: texts.fill(key, &[("item", item.into())]), detail }
    }

    /// Draws the band over the whole width.
    pub fn show(&self, ui: &mut Ui, mode: Mode, texts: &Texts, colors: &Colors) {
        let size = vec2(ui.available_width(), BAND_HEIGHT);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let (color, ink) = self.colors(mode, colors);
        let (left, right) = rect.split_left_right_at_x(rect.left() + MODE_WIDTH);
        ui.painter().rect_filled(right, CornerRadius::ZERO, color);
        show_mode(ui, left, mode, texts, colors);
        let inside = right.shrink2(vec2(MARGIN, 1.5 * GRID));
        let mut ui = ui.new_child(
            egui::UiBuilder::new().max_rect(inside).layout(Layout::top_down(Align::LEFT)),
        );
        ui.spacing_mut().item_spacing.y = 0.5 * GRID;
        let font = self.result_font(&ui);
        let result = RichText::new(&self.result).font(font).color(ink);
        ui.add(egui::Label::new(result).truncate());
        let detail = RichText::new(&self.detail).color(ink);
        ui.add(egui::Label::new(detail).wrap());
    }

    /// The same one below the other, as high as it takes.
    pub fn show_small(&self, ui: &mut Ui, mode: Mode, texts: &Texts, colors: &Colors) {
        let block =
            Frame::new().fill(colors.mode_block(mode)).inner_margin(Margin::symmetric(8, 4));
        block.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                let (place, _) = ui.allocate_exact_size(Vec2::splat(2.0 * GRID), Sense::hover());
                Mark::Mode(mode).paint(ui.painter(), place, colors.on_color);
                let word = RichText::new(texts.say(mode_word(mode))).font(theme::strong_font());
                ui.label(word.color(colors.on_color));
            });
        });
        let (color, ink) = self.colors(mode, colors);
        Frame::new().fill(color).inner_margin(Margin::same(8)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 0.5 * GRID;
            let result = RichText::new(&self.result).font(self.result_font(ui)).color(ink);
            ui.label(result);
            ui.label(RichText::new(&self.detail).color(ink));
        });
    }

    /// What it stands on, and its text.
    fn colors(&self, mode: Mode, colors: &Colors) -> (Color32, Color32) {
        match self.tone {
            Tone::Calm => (colors.mode(mode), colors.on_color),
            Tone::Question => (colors.question, colors.ink),
            Tone::Alarm => (colors.refused, colors.on_color),
        }
    }

    /// The largest text in which the result fits: a barcode that nobody saved must be read whole.
    fn result_font(&self, ui: &Ui) -> FontId {
        let fits = |size: &f32| {
            let font = FontId::new(*size, theme::strong());
            let text = WidgetText::from(&self.result).into_galley(ui, None, f32::INFINITY, font);
            text.size().x <= ui.available_width()
        };
        let sizes = [theme::RESULT_SIZE, theme::FIELD_SIZE, theme::TEXT_SIZE];
        let size = sizes.into_iter().find(fits).unwrap_or(theme::TEXT_SIZE);
        FontId::new(size, theme::strong())
    }
}

/// A scan that is recorded only if somebody says so.
fn held(barcode: &Barcode, doubt: &Doubt, texts: &Texts, use_anyway: &str) -> Band {
    let item = ("item", grouped(barcode).into());
    let key = || ("key", use_anyway.into());
    let with_key = |what| format!("{what} {}", texts.fill("band-held-what", &[key()]));
    let (result, detail) = match doubt {
        Doubt::DoubleScan { seconds } => (
            texts.fill("band-double-scan", &[item]),
            texts.fill("band-double-scan-what", &[("seconds", (*seconds).into()), key()]),
        ),
        Doubt::LentToAnother { borrower } => (
            texts.fill("band-lent-to-another", &[item]),
            texts.fill(
                "band-lent-to-another-what",
                &[("borrower", grouped(borrower).into()), key()],
            ),
        ),
        Doubt::Breaks(breach) => {
            (texts.fill("band-breaks", &[item]), with_key(texts.breach(breach)))
        }
        Doubt::IsACard => {
            (texts.fill("band-is-a-card", &[item]), with_key(texts.say("band-is-a-card-what")))
        }
        Doubt::LooksLikeAnItem => (
            texts.fill("band-looks-like-an-item", &[item]),
            with_key(texts.say("band-looks-like-an-item-what")),
        ),
        Doubt::LooksLikeACard => (
            texts.fill("band-looks-like-a-card", &[item]),
            texts.fill("band-looks-like-a-card-what", &[key()]),
        ),
    };
    Band { tone: Tone::Question, result, detail }
}

/// Whose the item was, if it was lent, in front of what comes next.
fn to_borrower(borrower: Option<String>, texts: &Texts) -> Option<String> {
    let borrower = borrower?.into();
    Some(format!("{}. ", texts.fill("band-to-borrower", &[("borrower", borrower)])))
}

/// The block that tells the mode, whatever the result is.
fn show_mode(ui: &mut Ui, rect: Rect, mode: Mode, texts: &Texts, colors: &Colors) {
    let painter = ui.painter().clone();
    painter.rect_filled(rect, CornerRadius::ZERO, colors.mode_block(mode));
    let center = rect.center() - vec2(0.0, 1.5 * GRID);
    let arrow = Rect::from_center_size(center, vec2(ARROW, ARROW));
    Mark::Mode(mode).paint(&painter, arrow, colors.on_color);
    let word =
        RichText::new(texts.say(mode_word(mode))).font(theme::number_font()).color(colors.on_color);
    let below = Rect::from_min_max(arrow.left_bottom() + vec2(-ARROW, GRID), rect.max);
    ui.put(below.intersect(rect), egui::Label::new(word).truncate());
}

fn mode_word(mode: Mode) -> &'static str {
    match mode {
        Mode::Loan => "mode-loan",
        Mode::Return => "mode-return",
    }
}

fn next_step(desk: &Desk, texts: &Texts, next_borrower: &str) -> String {
    match (desk.mode(), desk.borrower()) {
        (Mode::Loan, None) => texts.say("band-next-borrower"),
        (Mode::Loan, Some(borrower)) if borrower.items > 0 => {
            texts.fill("band-next-item-or-borrower", &[("key", next_borrower.into())])
        }
        (Mode::Loan | Mode::Return, _) => texts.say("band-next-item"),
    }
}
