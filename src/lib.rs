//! OffCirc: offline circulation for libraries that run on Ex Libris Alma.
//!
//! When the network is down the desk goes on lending and taking back. What it scans is appended
//! to `OffCirc.dat`, in the format that Alma takes when the network is back.
//!
//! A scan goes one way:
//!
//! ```text
//! keys -> ui -> scan -> Barcode -> desk: Event -> Effect::Append(Transaction)
//!      -> store: write, sync -> Notice -> desk: Event::Saved -> ui
//! ```
//!
//! - [`barcode`] and [`transaction`] are the words: parsed once, valid ever after.
//! - [`dat`] is the format of `OffCirc.dat`: bytes in, bytes out. It knows no file and no clock.
//! - [`scan`] makes one clean barcode of what a scanner typed. Pure.
//! - [`desk`] is the workflow, a pure state machine: what happened goes in, what to do comes out.
//!   Time comes with the event.
//! - [`store`] owns the data folder, on a thread of its own: lock, recover, append, sync, and the
//!   spool for the time when the folder fails. Nobody else writes transactions.
//! - [`review`] looks through files after the outage: check, merge, match the report, record again.
//! - [`mod@print`] draws pages to print: control barcodes, a borrower's slip.
//! - [`sheet`] is CSV as a spreadsheet opens it.
//! - [`settings`] is what a library sets once; [`setup`] is what that means to scans and the desk.
//! - [`ending`] is the end that the system announces: what is queued reaches a disk first.
//! - [`clocks`] reads the computer's clocks; [`zone`] is its own time zone, for the check.
//! - [`text`] has every sentence the program says, in each language.
//! - [`ui`] is the window: it draws the state and turns input into events. Only it knows egui.

pub mod barcode;
pub mod clocks;
pub mod dat;
pub mod desk;
pub mod ending;
pub mod print;
pub mod review;
pub mod scan;
pub mod settings;
pub mod setup;
pub mod sheet;
pub mod store;
pub mod text;
pub mod transaction;
pub mod ui;
pub mod zone;
