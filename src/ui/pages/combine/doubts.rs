//! The second step: what stands in several files, whose order is not sure, and what can't be read.

use std::io;

use eframe::egui::{RichText, Ui};

use super::merging::Merging;
use crate::review::merge::{Conflict, Doubt, Duplicate, Merge};
use crate::text::count;
use crate::ui::marks::Mark;
use crate::ui::pages::{View, paged, parts};
use crate::ui::theme::{self, GRID};

/// Draws the step.
pub fn show(ui: &mut Ui, merging: &mut Merging, view: &View) -> io::Result<()> {
    let (texts, colors) = (view.texts, view.colors);
    let Some(merge) = merging.merge().cloned() else { return Ok(()) };
    let summary = merge.summary();
    if summary.duplicates + summary.conflicts + summary.unreadable == 0 {
        let text = texts.say("doubts-none");
        parts::remark(ui, Mark::SAVED, colors.give_back, &text);
        return Ok(());
    }
    let mut done = Ok(());
    if summary.duplicates > 0 {
        let values = [("count", count(summary.duplicates))];
        parts::remark(ui, Mark::Warning, colors.ink, &texts.fill("doubts-duplicates", &values));
        let mut leave_out = merging.leave_out;
        let label = texts.say("doubts-leave-out");
        if parts::checkbox(ui, &mut leave_out, &label) {
            done = merging.leave_out(leave_out, view.model);
        }
        let title = texts.say("doubts-duplicates-title");
        paged::show(ui, &title, merge.duplicates().len(), texts, colors, |ui, rows| {
            for duplicate in merge.duplicates().get(rows).unwrap_or_default() {
                show_duplicate(ui, &merge, *duplicate, merging.leave_out, view);
            }
        });
        ui.add_space(GRID);
    }
    if summary.conflicts > 0 {
        let values = [("count", count(summary.conflicts))];
        parts::remark(ui, Mark::Warning, colors.ink, &texts.fill("doubts-conflicts", &values));
        let mut swapped = None;
        let title = texts.say("doubts-conflicts-title");
        paged::show(ui, &title, merge.conflicts().len(), texts, colors, |ui, rows| {
            for conflict in merge.conflicts().get(rows).unwrap_or_default() {
                if show_conflict(ui, &merge, *conflict, view) {
                    swapped = Some(*conflict);
                }
            }
        });
        if let Some(Conflict { first, second, .. }) = swapped {
            done = done.and(merging.put_before(second, first, view.model));
        }
        ui.add_space(GRID);
    }
    if summary.unreadable > 0 {
        let values = [("count", count(summary.unreadable))];
        parts::remark(ui, Mark::Warning, colors.ink, &texts.fill("doubts-unreadable", &values));
    }
    done
}

fn show_duplicate(ui: &mut Ui, merge: &Merge, pair: Duplicate, left_out: bool, view: &View) {
    let (texts, colors) = (view.texts, view.colors);
    let (Some(first), Some(second)) = (merge.entry(pair.first), merge.entry(pair.second)) else {
        return;
    };
    ui.add_space(0.5 * GRID);
    parts::indented(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.25 * GRID;
        let what = texts.transaction(&merge.ledger().transaction(first));
        parts::text(ui, RichText::new(what).font(theme::strong_font()));
        parts::quiet(ui, &texts.origin(merge.ledger(), first), colors);
        let second = texts.origin(merge.ledger(), second);
        let key = if left_out { "doubts-is-left-out" } else { "doubts-is-kept" };
        parts::quiet(ui, &texts.fill(key, &[("origin", second.into())]), colors);
    });
}

/// Two transactions in the order in which they are written; returns whether they are to be swapped.
fn show_conflict(ui: &mut Ui, merge: &Merge, pair: Conflict, view: &View) -> bool {
    let (texts, colors) = (view.texts, view.colors);
    let what = match pair.what {
        Doubt::SameMinute => "doubt-same-minute",
        Doubt::TwoBorrowers => "doubt-two-borrowers",
    };
    let id = ("pair", pair.first.min(pair.second), pair.first.max(pair.second));
    ui.add_space(0.5 * GRID);
    parts::steady(ui, id, |ui| {
        let mut swap = false;
        parts::indented(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.25 * GRID;
            parts::text(ui, texts.say(what));
            for (number, place) in [pair.first, pair.second].into_iter().zip(1..) {
                let Some(entry) = merge.entry(number) else { continue };
                let what = texts.transaction(&merge.ledger().transaction(entry));
                let what = RichText::new(format!("{place}.  {what}")).font(theme::strong_font());
                parts::text(ui, what);
                parts::quiet(ui, &texts.origin(merge.ledger(), entry), colors);
            }
            ui.add_space(0.5 * GRID);
            if let Some(second) = merge.entry(pair.second) {
                let label = texts.say("doubt-swap");
                let name = texts.origin(merge.ledger(), second);
                swap = parts::named_button(ui, &label, &texts.control_of(&label, &name), true);
            }
        });
        swap
    })
}
