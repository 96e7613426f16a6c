//! The window. Draws the state and turns input into events; decides nothing, and waits for no
//! disk. Only this module knows egui.

mod app;
mod band;
pub mod crash;
mod dialogs;
mod fields;
mod footer;
mod input;
pub mod journal;
pub mod launch;
mod list;
mod marks;
mod messages;
mod model;
mod start;
mod tell;
mod theme;
mod words;

pub use app::App;
pub use model::{Folder, Message, Model, SaveToFile};
pub use start::run;
pub use tell::tell;
