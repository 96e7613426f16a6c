//! The store from outside: what it must survive, on real files.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by them")]

mod changes;
mod faulty;
mod injection;
mod kill;
mod lock;
mod others;
mod record;
mod recovery;
mod support;
