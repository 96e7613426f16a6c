//! The least an eframe window can be: what the program's first frame is measured against.
#![cfg_attr(windows, windows_subsystem = "windows")]

use eframe::{NativeOptions, Renderer, egui, run_ui_native};

fn main() -> eframe::Result {
    let options = NativeOptions { renderer: Renderer::Glow, ..NativeOptions::default() };
    run_ui_native("Bare", options, |ui, _frame| {
        egui::CentralPanel::default().show(ui, |ui| ui.label("bare"));
    })
}
