//! Long work beside the window: whatever reads files runs on a thread of its own, and the window
//! looks now and then whether it is done.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::{Align, Button, Layout, ProgressBar, RichText, Ui, vec2};

use super::theme::{self, BUTTON_HEIGHT, Colors, GRID};
use crate::review::Progress;
use crate::text::Texts;

/// Work that takes less is done before anybody could read that it goes on.
const SHOWN_AFTER: Duration = Duration::from_millis(100);
/// How often the bar is drawn anew.
const DRAWN_EVERY: Duration = Duration::from_millis(100);

/// A closure that runs on a thread of its own; dropping this asks it to stop.
pub struct Work<T> {
    progress: Arc<Progress>,
    result: Receiver<T>,
    started: Instant,
}

impl<T: Send + 'static> Work<T> {
    /// Starts the work; `wake` calls the window when it is done.
    ///
    /// # Errors
    ///
    /// The system has no thread left.
    pub fn start(
        name: &str,
        wake: Arc<dyn Fn() + Send + Sync>,
        job: impl FnOnce(&Progress) -> T + Send + 'static,
    ) -> io::Result<Self> {
        let progress = Arc::new(Progress::default());
        let (done, result) = mpsc::channel();
        let theirs = progress.clone();
        thread::Builder::new().name(name.to_owned()).spawn(move || {
            // Nobody waits for it any more: then nobody misses it.
            let _ = done.send(job(&theirs));
            wake();
        })?;
        Ok(Self { progress, result, started: Instant::now() })
    }

    /// What came of it, once it is done.
    pub fn poll(&mut self) -> Option<T> {
        self.result.try_recv().ok()
    }

    /// Draws how far it is and a button that stops it; returns whether that was pressed. Draws
    /// nothing before the work has taken a moment.
    pub fn show(&self, ui: &mut Ui, texts: &Texts, colors: &Colors) -> bool {
        self.show_as("work-reading", ui, texts, colors)
    }

    /// The same with other words for what is being done.
    pub fn show_as(&self, what: &str, ui: &mut Ui, texts: &Texts, colors: &Colors) -> bool {
        let age = self.started.elapsed();
        if age < SHOWN_AFTER {
            ui.ctx().request_repaint_after(SHOWN_AFTER.saturating_sub(age));
            return false;
        }
        ui.ctx().request_repaint_after(DRAWN_EVERY);
        let mut stop = false;
        let bar = |ui: &mut Ui| {
            let bar = ProgressBar::new(self.progress.part()).fill(colors.quiet);
            ui.add(bar.desired_height(GRID).desired_width(ui.available_width()));
        };
        let mut button = |ui: &mut Ui| {
            let button = Button::new(texts.say("work-stop"));
            stop = ui.add(button.min_size(vec2(0.0, BUTTON_HEIGHT))).clicked();
        };
        let what = RichText::new(texts.say(what)).color(colors.quiet);
        if theme::is_small(ui.ctx()) {
            ui.label(what);
            bar(ui);
            button(ui);
        } else {
            ui.horizontal(|ui| {
                ui.label(what);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    button(ui);
                    bar(ui);
                });
            });
        }
        stop
    }
}

impl<T> Drop for Work<T> {
    fn drop(&mut self) {
        self.progress.stop();
    }
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::review::{Ledger, ReviewError};
    use crate::ui::theme::{self, LIGHT};

    const PATIENCE: Duration = Duration::from_secs(30);

    #[test]
    fn work_wakes_the_window_and_gives_its_result_once() {
        let (wake, woken) = mpsc::channel();
        let wake = move || wake.send(()).unwrap();
        let mut work = Work::start("test", Arc::new(wake), |_| 42).unwrap();
        woken.recv_timeout(PATIENCE).unwrap();
        assert_eq!(work.poll(), Some(42));
        assert_eq!(work.poll(), None);
    }

    /// Reads the same file again and again, until it is stopped; then says so.
    fn endless() -> (Work<()>, Receiver<()>) {
        let (end, ended) = mpsc::channel();
        let work = Work::start("test", Arc::new(|| ()), move |progress| {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("file.dat");
            std::fs::write(&file, format!("202611231405R{:<80}\r\n", 3001)).unwrap();
            let read = || Ledger::read(std::slice::from_ref(&file), progress);
            while !matches!(read(), Err(ReviewError::Stopped(_))) {}
            end.send(()).unwrap();
        });
        (work.unwrap(), ended)
    }

    #[test]
    fn work_that_nobody_waits_for_stops() {
        let (work, ended) = endless();
        drop(work);
        ended.recv_timeout(PATIENCE).unwrap();
    }

    #[test]
    fn long_work_is_shown_with_a_button_that_stops_it() {
        let texts = Texts::new("en");
        let (work, ended) = endless();
        let mut has_look = false;
        let show = move |ui: &mut Ui, work: &mut Option<Work<()>>| {
            if !std::mem::replace(&mut has_look, true) {
                // The fonts are there from the next frame on.
                theme::start(ui.ctx());
                return;
            }
            if work.as_ref().is_some_and(|work| work.show(ui, &texts, &LIGHT)) {
                *work = None;
            }
        };
        let mut window = Harness::new_ui_state(show, Some(work));
        let until = Instant::now() + PATIENCE;
        while window.query_by_label("Stop").is_none() {
            assert!(Instant::now() < until, "never shown");
            window.step();
        }
        window.get_by_label("Stop").click();
        window.run();
        assert!(window.state().is_none());
        ended.recv_timeout(PATIENCE).unwrap();
    }
}
