//! Looking through files after the outage, from outside: real files, the real program.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by them")]
#![allow(clippy::indexing_slicing, reason = "a test fails by it")]

mod check;
mod hostile;
mod merge;
mod support;
