//! Where sounds come out: what each system has for it. Nothing here is linked that a computer
//! could lack, and a computer without a sound device is silent, not slow: what fails is left
//! alone for a while ([`rest`]).

#[cfg(not(windows))]
mod child;
#[cfg(not(windows))]
mod files;
#[cfg(not(windows))]
mod programs;
mod rest;
#[cfg(not(windows))]
mod unix;
#[cfg(windows)]
mod windows;

use std::convert::Infallible;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use super::{Sound, tones, wav};

#[cfg(not(windows))]
pub(super) use unix::of_system;
#[cfg(windows)]
pub(super) use windows::of_system;

/// What can be heard. Both ways return when it has been, when it can't be, or when the player
/// ends; neither fails.
pub(super) trait Output {
    /// Plays one of our sounds.
    fn sound(&mut self, sound: Sound, end: &End);

    /// Lets the system beep.
    fn beep(&mut self, end: &End);
}

/// As long as somebody holds this, the player goes on.
pub(super) type Alive = Sender<Infallible>;

/// The end of the player, as seen by what plays.
pub(super) struct End(Receiver<Infallible>);

impl End {
    pub(super) fn new() -> (Alive, Self) {
        let (alive, end) = mpsc::channel();
        (alive, Self(end))
    }

    pub(super) fn is_here(&self) -> bool {
        self.comes_within(Duration::ZERO)
    }

    /// Sleeps for this time, or until the end comes, and says whether it has.
    pub(super) fn comes_within(&self, time: Duration) -> bool {
        matches!(self.0.recv_timeout(time), Err(RecvTimeoutError::Disconnected))
    }
}
