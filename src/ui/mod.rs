//! The window. Draws the state and turns input into events; decides nothing, and waits for no
//! disk. Only this module knows egui.

mod app;
mod band;
pub mod crash;
mod dialogs;
mod fields;
pub mod files;
mod footer;
mod input;
pub mod journal;
mod kept;
mod keyboard;
pub mod launch;
mod list;
mod marks;
mod messages;
mod model;
mod open;
mod pages;
mod preferences;
mod slip;
mod sound;
mod start;
mod tell;
mod theme;
mod us_keys;
mod words;
mod work;

pub use app::App;
pub use model::{Answer, Folder, Message, Model, Ordered, SaveToFile, TakeBack};
pub use preferences::Preferences;
pub use start::run;
pub use tell::tell;
