//! Choosing the data folder: with the system's dialog, and a try whether a file can be written.

use std::io;
use std::path::{Path, PathBuf};

use eframe::egui::{Ui, ViewportCommand};

use super::setting::Drafts;
use super::{View, parts};
use crate::settings::{Key, Value};
use crate::ui::files::{self, Wanted};
use crate::ui::marks::Mark;
use crate::ui::work::Work;

/// What is asked and what was tried.
#[derive(Default)]
pub struct Folder {
    asking: Option<Work<Option<PathBuf>>>,
    trying: Option<Work<io::Result<()>>>,
    /// The folder that was tried last, and what came of it.
    tried: Option<(PathBuf, Option<io::Result<()>>)>,
}

impl Folder {
    /// Draws the button and the result; tries each folder once.
    pub fn show(&mut self, ui: &mut Ui, drafts: &mut Drafts, view: &mut View) {
        let (texts, colors) = (view.texts, view.colors);
        if let Some(answer) = self.asking.as_mut().and_then(Work::poll) {
            self.asking = None;
            if let Some(folder) = answer {
                drafts.forget(&[Key::DataFolder]);
                view.preferences.set(Key::DataFolder, Some(Value::Folder(folder)));
            }
        }
        let is_free = self.asking.is_none() && !view.preferences.is_locked(Key::DataFolder);
        let choose = texts.say("settings-choose-folder");
        if parts::named_button(
            ui,
            &choose,
            &texts.control_of(&choose, &texts.setting(Key::DataFolder)),
            is_free,
        ) {
            let wanted = Wanted::Folder { title: texts.setting(Key::DataFolder) };
            self.asking = files::start(view.ask, wanted, view.model.wake()).ok();
        }
        self.try_it(view);
        match &self.tried {
            Some((folder, _)) if !folder.is_absolute() => {
                let example = if cfg!(windows) { r"D:\Circulation" } else { "/srv/circulation" };
                let what = texts.fill("settings-folder-relative", &[("example", example.into())]);
                parts::remark(ui, Mark::Refused, colors.refused, &what);
            }
            Some((folder, Some(Ok(())))) => {
                let good = texts.say("settings-folder-good");
                parts::remark(ui, Mark::SAVED, colors.give_back, &good);
                // What this session has recorded stays where it is, with its list.
                if folder != view.model.data_folder()
                    && parts::button(ui, &texts.say("settings-start-again"))
                {
                    view.model.start_again = true;
                    ui.ctx().send_viewport_cmd(ViewportCommand::Close);
                }
            }
            Some((_, Some(Err(error)))) => {
                let why = [("why", error.to_string().into())];
                parts::remark(
                    ui,
                    Mark::Refused,
                    colors.refused,
                    &texts.fill("settings-folder-bad", &why),
                );
            }
            _ => {}
        }
    }

    fn try_it(&mut self, view: &View) {
        if let Some(result) = self.trying.as_mut().and_then(Work::poll) {
            self.trying = None;
            if let Some((_, tried)) = &mut self.tried {
                *tried = Some(result);
            }
        }
        let value = view.preferences.value(Key::DataFolder);
        let Some(folder) = value.as_folder() else {
            self.tried = None;
            return;
        };
        let is_new = self.tried.as_ref().is_none_or(|(tried, _)| tried != folder);
        if is_new && !folder.is_absolute() {
            self.tried = Some((folder.to_path_buf(), None));
        } else if is_new && self.trying.is_none() {
            let folder = folder.to_path_buf();
            self.tried = Some((folder.clone(), None));
            let work = Work::start("offcirc-try", view.model.wake(), move |_| try_write(&folder));
            self.trying = work.ok();
        }
    }
}

/// Writes a file into a folder and takes it away again.
fn try_write(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let path = folder.join(format!("offcirc-try-{}.tmp", std::process::id()));
    let written = std::fs::OpenOptions::new().write(true).create_new(true).open(&path).and_then(
        |mut file| {
            io::Write::write_all(&mut file, b"OffCirc")?;
            file.sync_all()
        },
    );
    let removed = std::fs::remove_file(&path);
    written.and(removed)
}
