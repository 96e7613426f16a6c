//! The slip that a borrower takes home: their items as a page to print.

use std::io;

use super::model::Model;
use super::open::open_page;
use super::words;
use super::work::Work;
use crate::print::{self, Slip};
use crate::text::{Texts, count};

/// A slip on its way to the program that shows it.
pub type Printing = Work<io::Result<()>>;

/// Whether slips are wanted, and there is something to put on one.
#[must_use]
pub fn is_offered(model: &Model) -> bool {
    model.settings.slips && model.desk.lent_now().next().is_some()
}

/// Shows the slip of the borrower's items; nothing when none is offered.
///
/// # Errors
///
/// The system has no thread left.
pub fn print(model: &Model, texts: &Texts) -> io::Result<Option<Printing>> {
    if !is_offered(model) {
        return Ok(None);
    }
    let items: Vec<String> =
        model.desk.lent_now().map(|loan| words::grouped(loan.item())).collect();
    let borrower = model.desk.borrower().map(|borrower| words::grouped(&borrower.barcode));
    let borrower = borrower.unwrap_or_default().into();
    let title = texts.fill("slip-title", &[("items", count(items.len()))]);
    let date = texts
        .fill("slip-date", &[("borrower", borrower), ("time", texts.moment(model.now).into())]);
    let library = model.settings.library.clone().unwrap_or_default();
    let foot = texts.say("slip-foot");
    let work = Work::start("offcirc-slip", model.wake(), move |_| {
        let items: Vec<&str> = items.iter().map(String::as_str).collect();
        let slip =
            Slip { library: &library, title: &title, date: &date, items: &items, foot: &foot };
        open_page("slip", &print::slip(&slip).map_err(io::Error::other)?)
    })?;
    Ok(Some(work))
}
