//! After the outage, through the program.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by them")]

mod folder;
mod review;
mod scans;
mod support;
