//! What the desk is told above the fields: one message at a time, the most urgent first.

use chrono::NaiveDate;
use eframe::egui::{
    Button, CornerRadius, Frame, Label, RichText, ScrollArea, Sense, Stroke, TextStyle, Ui,
    WidgetText, vec2,
};

use super::marks::Mark;
use super::model::{Folder, Message, Model, SaveToFile};
use super::theme::{self, BUTTON_HEIGHT, Colors, GRID};
use crate::desk::{ClockFault, EarlierDays, Saving};
use crate::store::{DAT, Verified};
use crate::text::{Texts, count};

/// Below this width the button stands under the text, not beside it.
const NARROW: f32 = 64.0 * GRID;

/// A message ready to be drawn.
struct Shown {
    mark: Mark,
    title: String,
    text: String,
    /// What its buttons do, and what they say; without one it stays until its cause is gone.
    buttons: Vec<(Answer, String)>,
}

/// What the button of a message asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    CloseSave,
    ClockIsRight,
    CloseFirst,
    Archive(NaiveDate),
}

/// Draws the most urgent message, if there is one.
pub fn show(ui: &mut Ui, model: &mut Model, texts: &Texts, colors: &Colors) {
    let Some(shown) = most_urgent(model, texts) else { return };
    let answer = shown.show(ui, colors);
    match answer {
        Some(Answer::CloseSave) => model.save = SaveToFile::Idle,
        Some(Answer::ClockIsRight) => model.accept_clock(),
        Some(Answer::CloseFirst) => drop(model.messages.pop_front()),
        Some(Answer::Archive(before)) => {
            model.messages.pop_front();
            model.archive(before);
        }
        None => {}
    }
}

fn most_urgent(model: &Model, texts: &Texts) -> Option<Shown> {
    save(model, texts)
        .or_else(|| folder(model, texts))
        .or_else(|| model.clock_fault.map(|fault| clock(fault, model, texts)))
        .or_else(|| model.messages.front().map(|message| told(message, texts)))
}

fn folder(model: &Model, texts: &Texts) -> Option<Shown> {
    let Folder::Failed(trouble) = &model.folder else { return None };
    let spool = model.unsaved.as_ref().filter(|_| model.desk.session().count(Saving::NotSaved) > 0);
    let text = match spool {
        Some(unsaved) => {
            format!("{}\n{}", texts.unsaved(unsaved), texts.say("band-not-saved-what"))
        }
        None => format!("{}\n{}", texts.trouble(trouble), texts.say("folder-failed-what")),
    };
    Some(Shown {
        mark: Mark::Refused,
        title: texts.say("folder-failed"),
        text,
        buttons: Vec::new(),
    })
}

fn save(model: &Model, texts: &Texts) -> Option<Shown> {
    let file = model.data_folder().join(DAT).display().to_string();
    let close = vec![(Answer::CloseSave, texts.say("button-close-message"))];
    let shown = match &model.save {
        SaveToFile::Idle => return None,
        SaveToFile::Waiting => Shown {
            mark: Mark::Saving(Saving::Pending),
            title: texts.say("save-waiting"),
            text: String::new(),
            buttons: Vec::new(),
        },
        SaveToFile::Done(Ok(Verified { expected, found })) if expected == found => Shown {
            mark: Mark::Saving(Saving::Saved),
            title: texts.fill("save-all", &[("count", count(*expected)), ("file", DAT.into())]),
            text: file,
            buttons: close,
        },
        SaveToFile::Done(Ok(Verified { expected, found })) => {
            let values =
                [("found", count(*found)), ("count", count(*expected)), ("file", DAT.into())];
            let missing = [("missing", count(expected.saturating_sub(*found)))];
            Shown {
                mark: Mark::Refused,
                title: texts.fill("save-missing", &values),
                text: format!("{}\n{file}", texts.fill("save-missing-what", &missing)),
                buttons: close,
            }
        }
        SaveToFile::Done(Err(trouble)) => Shown {
            mark: Mark::Refused,
            title: texts.fill("save-failed", &[("file", DAT.into())]),
            text: texts.trouble(trouble),
            buttons: close,
        },
    };
    Some(shown)
}

fn clock(fault: ClockFault, model: &Model, texts: &Texts) -> Shown {
    let now = ("now", texts.moment(model.now).into());
    let (title, what) = match fault {
        ClockFault::BeforeBuild { built } => (
            "clock-before-build",
            texts.fill("clock-before-build-what", &[now, ("built", texts.moment(built).into())]),
        ),
        ClockFault::Jumped { by } => {
            let forward = by.num_minutes() > 0;
            let key = if forward { "clock-jumped-forward-what" } else { "clock-jumped-back-what" };
            let minutes = by.num_minutes().unsigned_abs();
            ("clock-jumped", texts.fill(key, &[("minutes", minutes.into())]))
        }
        ClockFault::BehindFile { last } => (
            "clock-behind",
            texts.fill("clock-behind-what", &[now, ("last", texts.desk_time(last).into())]),
        ),
    };
    let how = if cfg!(windows) {
        "clock-how-windows"
    } else if cfg!(target_os = "macos") {
        "clock-how-macos"
    } else {
        "clock-how-other"
    };
    // A clock before the build can't be right: that message stays until it is set.
    let right = match fault {
        ClockFault::BeforeBuild { .. } => None,
        _ => Some((Answer::ClockIsRight, texts.say("button-clock-right"))),
    };
    Shown {
        mark: Mark::Warning,
        title: texts.say(title),
        text: format!("{what}\n{}", texts.say(how)),
        buttons: right.into_iter().collect(),
    }
}

fn told(message: &Message, texts: &Texts) -> Shown {
    let (mark, title, text) = match message {
        Message::Recovered(recovered) => {
            (Mark::Warning, texts.say("recovered"), texts.recovered(recovered))
        }
        Message::MovedOver(lines) => {
            (Mark::Saving(Saving::Saved), texts.moved_over(*lines), String::new())
        }
        Message::Elsewhere(elsewhere) => {
            (Mark::Warning, texts.say("elsewhere"), texts.elsewhere(elsewhere))
        }
        Message::Unreadable(read) => {
            let lines = texts.unreadable_lines(read);
            let (title, reasons) = lines.split_once('\n').unwrap_or((lines.as_str(), ""));
            let text = format!("{reasons}\n{}", texts.say("unreadable-what"));
            (Mark::Warning, title.to_owned(), text)
        }
        Message::FileChanged => (
            Mark::Warning,
            texts.say("file-changed-by-others"),
            texts.say("file-changed-by-others-what"),
        ),
        Message::LinesAdded => {
            (Mark::Warning, texts.say("lines-added"), texts.say("lines-added-what"))
        }
        Message::PutAside(aside) => (Mark::Warning, texts.say("put-aside"), texts.put_aside(aside)),
        Message::PerhapsTwice(lines) => (
            Mark::Warning,
            texts.fill("perhaps-twice", &[("count", count(*lines))]),
            texts.say("perhaps-twice-what"),
        ),
        Message::SpoolFailed(trouble) => {
            (Mark::Refused, texts.say("spool-failed"), texts.spool_failed(trouble))
        }
        Message::NotTakenBack(refusal) => {
            (Mark::Refused, texts.say("not-taken-back"), texts.refusal(refusal))
        }
        Message::NotEntered(barcodes) => {
            let barcodes = [("barcodes", barcodes.join(", ").into())];
            (Mark::Warning, texts.say("not-entered"), texts.fill("not-entered-what", &barcodes))
        }
        Message::SettingsFault(fault, number) => {
            let values = [("count", count(*number)), ("fault", texts.fault(fault).into())];
            let title = texts.fill("message-settings", &values);
            (Mark::Warning, title, texts.fill("message-settings-what", &values))
        }
        Message::SlipNotShown(why) => {
            let what = texts.fill("message-slip-what", &[("why", why.as_str().into())]);
            (Mark::Warning, texts.say("message-slip"), what)
        }
        Message::NotArchived(refusal) => {
            (Mark::Refused, texts.say("not-archived"), texts.refusal(refusal))
        }
        Message::Archived(batch, transactions) => {
            let title = texts.fill("archived", &[("count", (*transactions).into())]);
            (Mark::Saving(Saving::Saved), title, batch.display().to_string())
        }
        Message::EarlierDays(days) => return earlier_days(*days, texts),
        Message::EarlierUnread(trouble) => {
            let text = format!("{}\n{}", texts.trouble(trouble), texts.say("unreadable-file-what"));
            (Mark::Warning, texts.say("unreadable-file"), text)
        }
    };
    let buttons = vec![(Answer::CloseFirst, texts.say("button-close-message"))];
    Shown { mark, title, text, buttons }
}

fn earlier_days(days: EarlierDays, texts: &Texts) -> Shown {
    let values = [
        ("count", count(days.transactions)),
        ("from", texts.desk_time(days.from).into()),
        ("to", texts.desk_time(days.to).into()),
    ];
    Shown {
        mark: Mark::Warning,
        title: texts.fill("earlier-days", &values),
        text: texts.fill("earlier-days-what", &values),
        buttons: vec![
            (Answer::Archive(days.before), texts.say("button-alma-has-them")),
            (Answer::CloseFirst, texts.say("button-go-on-adding")),
        ],
    }
}

impl Shown {
    fn show(&self, ui: &mut Ui, colors: &Colors) -> Option<Answer> {
        let (fill, edge) = match self.mark {
            Mark::Refused => (colors.paper, colors.refused),
            Mark::Warning => (colors.question, colors.ink),
            _ => (colors.paper, colors.outline),
        };
        let frame = Frame::new()
            .fill(fill)
            .stroke(Stroke::new(1.0, edge))
            .corner_radius(CornerRadius::same(theme::ROUND))
            .inner_margin(if theme::is_small(ui.ctx()) { 8.0 } else { 12.0 });
        let mut answer = None;
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 0.5 * GRID;
            ui.horizontal_top(|ui| {
                let size = vec2(2.0 * GRID, 2.0 * GRID);
                let (place, _) = ui.allocate_exact_size(size, Sense::hover());
                let color = if self.mark == Mark::Refused { colors.refused } else { colors.ink };
                self.mark.paint(ui.painter(), place, color);
                if ui.available_width() < NARROW {
                    ui.vertical(|ui| {
                        self.show_text(ui);
                        if !self.buttons.is_empty() {
                            answer = theme::row(ui, |ui| self.show_buttons(ui, 0.0));
                        }
                    });
                    return;
                }
                let width = self.button_width(ui);
                let text_width = ui.available_width() - width - ui.spacing().item_spacing.x;
                ui.vertical(|ui| {
                    ui.set_width(text_width);
                    self.show_text(ui);
                });
                answer = ui.vertical(|ui| self.show_buttons(ui, width)).inner;
            });
        });
        ui.add_space(0.5 * GRID);
        answer
    }

    fn show_text(&self, ui: &mut Ui) {
        ui.add(Label::new(RichText::new(&self.title).font(theme::strong_font())).wrap());
        if self.text.is_empty() {
            return;
        }
        let text = Label::new(&self.text).wrap();
        // A long reason must not push the fields out of the window; where everything scrolls, it can't.
        if theme::is_small(ui.ctx()) {
            ui.add(text);
        } else {
            ScrollArea::vertical().max_height(20.0 * GRID).show(ui, |ui| ui.add(text));
        }
    }

    /// The buttons; returns which was pressed.
    fn show_buttons(&self, ui: &mut Ui, width: f32) -> Option<Answer> {
        let mut answer = None;
        for (asked, label) in &self.buttons {
            let size = vec2(width, BUTTON_HEIGHT);
            if ui.add(Button::new(label).min_size(size)).clicked() {
                answer = Some(*asked);
            }
        }
        answer
    }

    /// The room that the widest button takes.
    fn button_width(&self, ui: &Ui) -> f32 {
        let font = TextStyle::Button.resolve(ui.style());
        let text = |label: &String| {
            WidgetText::from(label).into_galley(ui, None, f32::INFINITY, font.clone()).size().x
        };
        let widest = self.buttons.iter().map(|(_, label)| text(label)).fold(0.0, f32::max);
        if widest > 0.0 { widest + 2.0 * ui.spacing().button_padding.x } else { 0.0 }
    }
}
