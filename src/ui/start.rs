//! From the start of the program to the open window, and what is said when there is none.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use eframe::NativeOptions;
use eframe::egui::{IconData, ViewportBuilder};

use super::launch::{LaunchError, causes};
use super::tell::tell;
use super::{App, Model, Preferences, crash, journal, launch, open};
use crate::ending;
use crate::settings;
use crate::setup;
use crate::store::{Config, GiveUp, Places, RealDisk};
use crate::text::Texts;

/// The title of the window, the same in every language: the setup program finds it by that.
const TITLE: &str = "OffCirc";
/// Large enough for a list beside nothing else, small enough for an old screen.
const SIZE: [f32; 2] = [720.0, 760.0];
/// Below this the fields would not fit.
const MIN_SIZE: [f32; 2] = [480.0, 560.0];

/// Opens the window and stays until it is closed; returns what the process ends with. `lang` goes
/// before the language that is set.
#[must_use]
pub fn run(data_dir: Option<&Path>, lang: Option<String>) -> ExitCode {
    let loaded = settings::load(setup::rule);
    let settings = &loaded.settings;
    let language = lang.or_else(|| settings.language.clone());
    let texts = speaking(language.as_deref());
    let Some(places) = Places::find(data_dir, settings) else {
        tell(TITLE, &format!("{}\n{}", texts.say("no-folder"), texts.say("no-folder-what")));
        return ExitCode::FAILURE;
    };
    let own = places.own.clone().unwrap_or_else(std::env::temp_dir);
    if let Err(error) = journal::start(&own) {
        log::warn!("no log: {error}");
    }
    for fault in &loaded.faults {
        log::warn!("{fault}");
    }
    log::info!("OffCirc {} on {}", env!("CARGO_PKG_VERSION"), places.data_folder.display());
    report_crashes(own.clone());
    open::remove_old_pages();
    let result = launch::run(
        TITLE,
        &own,
        &options(),
        Box::new(move |cc| {
            let config = Config {
                data_folder: places.data_folder,
                spool_root: places.spool_root,
                give_up: GiveUp::Never,
            };
            // This is the window's thread.
            ending::guard_thread();
            if let Err(error) = ending::watch() {
                log::warn!("the end of the session is not watched: {error}");
            }
            let ctx = cc.egui_ctx.clone();
            let model = Model::new(config, Arc::new(RealDisk), move || ctx.request_repaint());
            let preferences = Preferences::new(loaded);
            let texts = speaking(language.as_deref());
            let app = App::new(&cc.egui_ctx, model, texts);
            Ok(Box::new(app.with(&cc.egui_ctx, preferences).heard()))
        }),
    );
    let Err(error) = result else { return ExitCode::SUCCESS };
    log::error!("{error}");
    match &error {
        LaunchError::NoRenderer(failures) => {
            let values = [("causes", causes(failures).into())];
            tell(TITLE, &texts.fill("no-renderer", &values));
        }
        LaunchError::UnknownRenderer(_) | LaunchError::App(_) => tell(TITLE, &error.to_string()),
        // The report of the panic has been shown.
        LaunchError::Panicked => {}
    }
    ExitCode::from(error.exit_code())
}

/// The sentences of a language, else of the system's.
fn speaking(language: Option<&str>) -> Texts {
    language.map_or_else(Texts::of_system, Texts::new)
}

fn options() -> NativeOptions {
    let icon = eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/offcirc.png"));
    let viewport = ViewportBuilder::default()
        .with_title(TITLE)
        .with_app_id("offcirc")
        .with_inner_size(SIZE)
        .with_min_inner_size(MIN_SIZE)
        .with_icon(icon.unwrap_or_else(|_| IconData::default()));
    NativeOptions { viewport, ..NativeOptions::default() }
}

fn report_crashes(own: PathBuf) {
    crash::install(TITLE.to_owned(), own, |written| {
        let texts = Texts::of_system();
        match written {
            Ok(path) => texts.fill("crashed", &[("path", path.display().to_string().into())]),
            Err(error) => texts.fill("crashed-unwritten", &[("why", error.to_string().into())]),
        }
    });
}
