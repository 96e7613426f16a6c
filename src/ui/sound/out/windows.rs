//! Windows plays from memory, and beeps as its user has set it.

use std::time::{Duration, Instant};

use winsafe::{MessageBeep, PlaySound, Snd, co};

use super::rest::Rest;
use super::{End, Output, Sound, tones, wav};

/// The system's beep plays beside us, and the next one would cut it off.
const BEEP: Duration = Duration::from_millis(300);

/// What Windows has built in.
#[derive(Default)]
pub(in super::super) struct Windows {
    own: Rest,
    beeps: Rest,
}

pub(in super::super) fn of_system() -> Windows {
    Windows::default()
}

impl Output for Windows {
    fn sound(&mut self, sound: Sound, _: &End) {
        if !self.own.is_over(Instant::now()) {
            return;
        }
        let file = wav::file(&tones::samples(sound), tones::RATE);
        // Windows lets a window flash along, for those who have set that since they hear little.
        let played =
            PlaySound(Snd::MemSync { src: &file, default: false, stop: true, sentry: true });
        match played {
            Ok(()) => self.own.worked(),
            Err(error) => self.own.failed(Instant::now(), "PlaySound", error),
        }
    }

    fn beep(&mut self, end: &End) {
        if !self.beeps.is_over(Instant::now()) {
            return;
        }
        match MessageBeep(co::MBP::BEEP) {
            Ok(()) => {
                self.beeps.worked();
                end.comes_within(BEEP);
            }
            Err(error) => self.beeps.failed(Instant::now(), "MessageBeep", error),
        }
    }
}
