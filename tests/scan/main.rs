//! Scans on computers with other keyboard layouts than the scanner's, by tables that the keyboard
//! layouts of X11 were asked for.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by them"
)]

mod layouts;
