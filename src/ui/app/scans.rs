//! What was scanned: at the desk it is entered, where nothing can take it it is kept.

use eframe::egui;

use super::App;
use crate::desk::{Event, Field, Said};
use crate::scan::{Control, Read, Scan};
use crate::text::visible;
use crate::ui::fields;
use crate::ui::keyboard::{Heard, Keyboard};
use crate::ui::model::{Folder, Message};

impl App {
    /// Takes what was scanned: at the desk it is entered, where nothing can take it it is kept.
    pub(super) fn take_scans(&mut self, ctx: &egui::Context) {
        for heard in Keyboard::take(ctx) {
            match heard {
                _ if matches!(self.model.folder, Folder::InUse(_)) => {}
                heard if self.pages.tries_scans() && !self.is_asking() => {
                    self.pages.try_scan(heard);
                }
                Heard::Scan(scan) if self.is_at_desk() => self.scan(ctx, scan),
                Heard::Scan(scan) => self.scan_elsewhere(ctx, scan),
                Heard::Flood => self.model.handle(Event::Flooded),
            }
        }
        let mut not_entered = Vec::new();
        while self.is_at_desk()
            && let Some(scan) = self.model.kept.pop_front()
        {
            let text = visible(&scan.text());
            self.scan(ctx, scan);
            // What comes behind it would cover what is said of it.
            let is_entered = !matches!(
                self.model.desk.said(),
                Said::Held(..)
                    | Said::Refused { .. }
                    | Said::BorrowerFirst
                    | Said::ItemWaits { not_taken: Some(_), .. }
            );
            if !is_entered && !self.model.kept.is_empty() {
                not_entered.push(text);
            }
        }
        if !not_entered.is_empty() {
            self.model.tell(Message::NotEntered(not_entered));
        }
    }

    fn scan(&mut self, ctx: &egui::Context, scan: Scan) {
        let has_focus = |field: &Field| ctx.memory(|memory| memory.has_focus(fields::id(*field)));
        let focus = [Field::Borrower, Field::Item].into_iter().find(has_focus);
        self.model.scan(scan, focus);
        self.focus_expected(ctx);
    }

    /// A question is answered by a control barcode; all else waits until it is.
    fn scan_elsewhere(&mut self, ctx: &egui::Context, scan: Scan) {
        let answer = match self.model.desk.rules().read(&scan) {
            Read::Control(Control::Yes) => Some(true),
            Read::Control(Control::No) => Some(false),
            _ => None,
        };
        match answer {
            Some(yes) if self.model.take_back.is_some() => self.answer_take_back(ctx, yes),
            // Whoever wants to lose something says so with the mouse or the keys.
            Some(false) if self.asking_to_close => self.stay(ctx),
            Some(_) => {}
            None => self.model.kept.push_back(scan),
        }
    }
}
