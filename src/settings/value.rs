//! A value of a setting. What its [`Kind`](super::Kind) may hold is seen where it is read.

use std::ops::RangeInclusive;
use std::path::PathBuf;

/// A value of a setting. An empty text, folder or list says expressly that there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// For [`Kind::Text`](super::Kind::Text), [`Kind::Sent`](super::Kind::Sent) and [`Kind::Pattern`](super::Kind::Pattern).
    Text(String),
    /// For [`Kind::Folder`](super::Kind::Folder).
    Folder(PathBuf),
    /// For [`Kind::Lengths`](super::Kind::Lengths).
    Lengths(Vec<RangeInclusive<usize>>),
    /// For [`Kind::Switch`](super::Kind::Switch).
    Switch(bool),
    /// For [`Kind::Number`](super::Kind::Number).
    Number(u32),
    /// For [`Kind::Choice`](super::Kind::Choice): one of its words.
    Choice(&'static str),
}
