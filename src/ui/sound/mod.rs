//! What the desk hears: eyes are on the books, so three short sounds say what became of a scan.
//!
//! They differ in how many tones they have and in how high these are, so that they are told apart
//! in a noisy room, from another room, and by people who hear no high tones or keep no pitch in
//! mind. They are made in code (`tones`) and played by what each system has for it (`out`):
//! nothing to build against, and silence where there is no sound device.
//!
//! ```text
//! Player::play -> channel -> the thread: what counts most of all that waits -> out -> loudspeaker
//! ```

mod out;
mod player;
mod tones;
mod wav;

pub use player::Player;

/// What there is to hear. What matters more is greater: it goes first when there is time for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sound {
    /// A transaction is on the disk: one short bright tone.
    Recorded,
    /// Somebody should look, something is asked: two rising tones.
    Question,
    /// Nothing was recorded: three low, rough tones.
    Refused,
}

/// What a desk wants to hear.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Sounds {
    /// The three sounds of this program.
    #[default]
    On,
    /// The system's own beep, whatever happened.
    Beep,
    /// Nothing.
    Off,
}
