//! After the outage: look through files of transactions, before and after Alma has them.
//!
//! Everything here reads; only [`crate::store`] writes transactions. A [`Ledger`] holds what some
//! files say, each line with its origin; the other modules ask it questions.
//!
//! - [`check`] finds what Alma would stumble over.
//! - [`merge`] makes one file of several desks' files, in order of time.
//! - [`report`] matches the messages of Alma's job report to the transactions they speak of.
//! - [`again`] makes new transactions of old ones: corrected, dated anew, turned into returns.
//! - [`learn`] reads off what a library's barcodes look like.
//! - [`history`] searches all that was recorded.
//!
//! Files can be large: whatever reads takes a [`Progress`], which says how far it is and can stop
//! it.

pub mod again;
mod barcodes;
mod beside;
pub mod check;
pub mod history;
pub mod learn;
mod ledger;
pub mod merge;
mod order;
mod progress;
mod reading;
pub mod report;
mod source;

pub use barcodes::BarcodeId;
pub use ledger::{Entry, Ledger};
pub use progress::{Progress, Stopped};
pub use source::{Foreign, ReviewError, Source, UnreadableLine};
