//! What a check says of a file, in words: whether something stands in Alma's way, and each line
//! that does.

use eframe::egui::{Color32, Id, RichText, Ui};

use super::checks::{Check, Found};
use super::{paged, parts};
use crate::review::Ledger;
use crate::review::check::{Finding, Severity};
use crate::text::{Texts, count};
use crate::ui::marks::Mark;
use crate::ui::theme::{self, Colors, GRID};

/// Draws what is known of the file with this name; returns whether it is to be checked again.
pub fn show(ui: &mut Ui, check: &Check<'_>, name: &str, texts: &Texts, colors: &Colors) -> bool {
    let title = texts.fill("check-of", &[("name", name.into())]);
    parts::steady(ui, &title, |ui| {
        match check {
            Check::Going => parts::quiet(ui, &texts.say("check-going"), colors),
            Check::Failed(trouble) => {
                parts::remark(ui, Mark::Refused, colors.refused, &texts.trouble(trouble));
            }
            Check::Unread(error) => {
                parts::remark(ui, Mark::Refused, colors.refused, &texts.review_error(error));
            }
            Check::Done(found) => show_found(ui, found, name, texts, colors),
            Check::Stopped => {
                parts::quiet(ui, &texts.say("check-stopped"), colors);
                return parts::named_button(ui, &texts.say("check-again"), &title, true);
            }
        }
        false
    })
}

fn show_found(ui: &mut Ui, found: &Found<'_>, name: &str, texts: &Texts, colors: &Colors) {
    let Found { ledger, serious, information } = *found;
    let (mark, color, _) = look(serious.first(), colors);
    parts::remark(ui, mark, color, &texts.in_the_way(serious));
    let title = texts.fill("check-of", &[("name", name.into())]);
    show_list(ui, &title, ledger, serious, texts, colors);
    if information.is_empty() {
        return;
    }
    // Nothing needs to be done about it: it is there for whoever wants to see it.
    let folded = Id::unique(("information", name));
    let mut is_open = ui.data(|data| data.get_temp::<bool>(folded)).unwrap_or_default();
    let key = if is_open { "information-hide" } else { "information-show" };
    let label = texts.fill(key, &[("count", count(information.len()))]);
    if parts::named_button(ui, &label, &texts.control_of(&label, name), true) {
        is_open = !is_open;
        ui.data_mut(|data| data.insert_temp(folded, is_open));
    }
    if is_open {
        let title = texts.fill("information-of", &[("name", name.into())]);
        show_list(ui, &title, ledger, information, texts, colors);
    }
}

fn show_list(
    ui: &mut Ui,
    title: &str,
    ledger: &Ledger,
    findings: &[Finding],
    texts: &Texts,
    colors: &Colors,
) {
    paged::show(ui, title, findings.len(), texts, colors, |ui, rows| {
        for finding in findings.get(rows).unwrap_or_default() {
            show_finding(ui, ledger, finding, texts, colors);
        }
    });
}

/// One finding: its sign, its line, how much it matters, and what to do.
fn show_finding(ui: &mut Ui, ledger: &Ledger, finding: &Finding, texts: &Texts, colors: &Colors) {
    let (mark, color, severity) = look(Some(finding), colors);
    let values = [("line", finding.line.into()), ("severity", texts.say(severity).into())];
    ui.add_space(0.5 * GRID);
    parts::marked(ui, mark, color, |ui| {
        ui.spacing_mut().item_spacing.y = 0.25 * GRID;
        let head = texts.fill("finding-head", &values);
        parts::text(ui, RichText::new(head).font(theme::strong_font()).color(color));
        parts::text(ui, texts.finding(ledger, finding));
    });
}

/// The sign, the colour and the word of a finding; of none, that all is well.
fn look(finding: Option<&Finding>, colors: &Colors) -> (Mark, Color32, &'static str) {
    match finding.map(|finding| finding.what.severity()) {
        None => (Mark::SAVED, colors.give_back, ""),
        Some(Severity::Error) => (Mark::Refused, colors.refused, "finding-error"),
        Some(Severity::Warning) => (Mark::Warning, colors.ink, "finding-warning"),
        Some(Severity::Information) => (Mark::Earlier, colors.quiet, "finding-information"),
    }
}
