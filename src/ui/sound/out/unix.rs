//! Linux and its like, and macOS: programs that play a file, of which one or the other is there.
//! To link a sound library would mean a program that doesn't start where that is missing.

use std::env;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::programs::{Call, Programs};
use super::rest::Rest;
use super::{End, Output, Sound, files, tones, wav};

/// What plays a file: for `PulseAudio` (and for `PipeWire`, which answers in its place), for
/// `PipeWire` itself, for the bare driver. `paplay` else lets its server keep up to two seconds in
/// hand, and may come to its end as late.
#[cfg(not(target_os = "macos"))]
const PLAYERS: &[Call] =
    &[("paplay", &["--latency-msec=100"]), ("pw-play", &[]), ("aplay", &["-q"])];
/// What beeps as the desktop is set; what plays the desktop's usual bell; the bell of X.
#[cfg(not(target_os = "macos"))]
const BEEPERS: &[Call] = &[
    ("canberra-gtk-play", &["--id=bell"]),
    ("paplay", &["/usr/share/sounds/freedesktop/stereo/bell.oga"]),
    ("pw-play", &["/usr/share/sounds/freedesktop/stereo/bell.oga"]),
    ("xkbbell", &[]),
];
#[cfg(target_os = "macos")]
const PLAYERS: &[Call] = &[("afplay", &[])];
#[cfg(target_os = "macos")]
const BEEPERS: &[Call] = &[("osascript", &["-e", "beep"])];

/// Longer than any of the sounds takes, slow starts included.
const LIMIT: Duration = Duration::from_secs(3);

/// What plays by programs of the system.
pub(in super::super) struct Unix {
    players: Programs,
    beepers: Programs,
    folders: Vec<PathBuf>,
    writing: Rest,
}

pub(in super::super) fn of_system() -> Unix {
    let path = env::var_os("PATH").unwrap_or_else(|| "/usr/local/bin:/usr/bin:/bin".into());
    let search: Vec<PathBuf> = env::split_paths(&path).collect();
    Unix::new(&search, files::folders(), LIMIT)
}

impl Unix {
    fn new(search: &[PathBuf], folders: Vec<PathBuf>, limit: Duration) -> Self {
        Self {
            players: Programs::new(PLAYERS, search, limit),
            beepers: Programs::new(BEEPERS, search, limit),
            folders,
            writing: Rest::default(),
        }
    }

    fn file(&mut self, sound: Sound) -> Option<PathBuf> {
        let name = match sound {
            Sound::Recorded => "recorded.wav",
            Sound::Question => "question.wav",
            Sound::Refused => "refused.wav",
        };
        let content = wav::file(&tones::samples(sound), tones::RATE);
        match files::keep(&self.folders, name, &content) {
            Ok(path) => {
                self.writing.worked();
                Some(path)
            }
            Err(error) => {
                self.writing.failed(Instant::now(), "files", error);
                None
            }
        }
    }
}

impl Output for Unix {
    fn sound(&mut self, sound: Sound, end: &End) {
        if self.players.all_rest() || !self.writing.is_over(Instant::now()) {
            return;
        }
        if let Some(file) = self.file(sound) {
            self.players.run(Some(&file), end);
        }
    }

    fn beep(&mut self, end: &End) {
        self.beepers.run(None, end);
    }
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests;
