//! What a scanner sent, told from what a person typed.
//!
//! A scanner is a keyboard that is faster than any hand. Keys are kept for the moment in which the
//! next one of a scanner would have come. If enough come in a row and the row ends, they are one
//! [`Scan`], whatever has the focus; else they are passed on as if nothing had happened.
//!
//! Once a key was passed on, the keys behind it are too, until the row ends or there is a longer
//! pause: a scanner that stumbles must not be taken apart, one half typed and the other scanned.

use std::collections::VecDeque;
use std::time::Duration;

use super::stroke::{By, End, Scan, Stroke};

/// Fewer keys than this are no scan.
const LEAST: usize = 3;
/// More keys than this without an end are no barcode: two of the longest, and what is added.
const MOST: usize = 200;
/// Behind a key that was passed on, a longer pause than this starts a new row.
const ROW: Duration = Duration::from_millis(500);

/// What arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    /// A key that types something, pressed.
    Stroke(Stroke),
    /// Enter or Tab, pressed.
    End(End),
    /// What belongs to keys and means nothing by itself: a key that is let go, Shift.
    Beside,
    /// Anything else that somebody does: a click, a command, an arrow key.
    Other,
}

/// What is to be done with what arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Out<E> {
    /// The window handles the event as it always would.
    Pass(E),
    /// A scan.
    Scan(Scan),
    /// So many keys came in a row without an end that they can't be a barcode; they are dropped.
    Flood,
}

/// Tells scans from typing.
#[derive(Debug)]
pub struct Wedge<E> {
    /// A pause of this length ends a row.
    pause: Duration,
    /// A pause completes a scan, for scanners that send nothing behind it.
    pause_completes: bool,
    strokes: Vec<Stroke>,
    /// The events of the strokes and what came beside them; `true` for those of strokes.
    held: Vec<(E, bool)>,
    /// How long nothing has come since the last key.
    silence: Duration,
    /// How long the row of strokes has taken at least.
    took: Duration,
    /// The time between the last two looks at what has come.
    between_looks: Duration,
    /// The focus is where people type.
    among_text: bool,
    state: State,
    out: VecDeque<Out<E>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Keys are kept until it is known what they are.
    Listening,
    /// Somebody types: keys are passed on.
    Typing,
    /// A scan is complete: one more end that follows at once belongs to it.
    Scanned,
    /// Too many keys: all are dropped until there is a pause.
    Flooded,
}

impl<E> Wedge<E> {
    /// A wedge for scanners that send a key at least every `pause`.
    #[must_use]
    pub fn new(pause: Duration, pause_completes: bool) -> Self {
        Self {
            pause,
            pause_completes,
            strokes: Vec::new(),
            held: Vec::new(),
            silence: Duration::ZERO,
            took: Duration::ZERO,
            between_looks: Duration::ZERO,
            among_text: false,
            state: State::Listening,
            out: VecDeque::new(),
        }
    }

    /// Whether the focus is where people type. A computer that is too slow to see pauses tells them
    /// from a scanner there by the time of the whole row; elsewhere a row is rather a scan.
    pub fn among_text(&mut self, among_text: bool) {
        self.among_text = among_text;
    }

    /// How long until something is decided if nothing comes; nothing when all is.
    #[must_use]
    pub fn decides_in(&self) -> Option<Duration> {
        (!self.strokes.is_empty()).then(|| self.pause.saturating_sub(self.silence))
    }

    /// Nothing has come for so long; call it before what comes next.
    pub fn wait(&mut self, time: Duration) {
        self.look(time);
        self.end_row(time);
    }

    /// The same where it is not known how long nothing has come, but that it was so long at most: a
    /// row that waits for its end goes on. `since_look` is the time since the last wait, of which
    /// keys may have used all.
    pub fn wait_in_row(&mut self, most: Duration, since_look: Duration) {
        self.look(since_look);
        let goes_on = !self.strokes.is_empty();
        let room = self.pause.saturating_sub(self.silence).saturating_sub(Duration::from_millis(1));
        self.end_row(if goes_on { most.min(room) } else { most });
    }

    /// What is there now came after the look before; the first stroke came before the look that
    /// found it.
    fn look(&mut self, since_look: Duration) {
        self.took = self.took.saturating_add(self.between_looks);
        self.between_looks = since_look;
    }

    fn end_row(&mut self, time: Duration) {
        self.silence = self.silence.saturating_add(time);
        if self.silence < self.pause {
            return;
        }
        if self.pause_completes && self.is_scan() {
            self.complete(End::Pause);
        }
        self.pass_held();
        match self.state {
            State::Typing if self.silence < ROW => {}
            _ => self.state = State::Listening,
        }
    }

    /// Takes what arrived.
    pub fn push(&mut self, event: E, arrival: Arrival) {
        match arrival {
            Arrival::Stroke(stroke) => self.stroke(event, stroke),
            Arrival::End(end) => self.end(event, end),
            Arrival::Beside if self.held.is_empty() => self.out.push_back(Out::Pass(event)),
            Arrival::Beside => self.held.push((event, false)),
            Arrival::Other => {
                self.pass_held();
                self.state = State::Listening;
                self.out.push_back(Out::Pass(event));
            }
        }
    }

    /// The next thing to do.
    pub fn take(&mut self) -> Option<Out<E>> {
        self.out.pop_front()
    }

    fn stroke(&mut self, event: E, stroke: Stroke) {
        let stroke = Stroke { after: self.silence, ..stroke };
        self.silence = Duration::ZERO;
        match self.state {
            State::Typing => self.out.push_back(Out::Pass(event)),
            State::Flooded => {}
            State::Listening | State::Scanned => {
                self.state = State::Listening;
                if self.strokes.is_empty() {
                    (self.took, self.between_looks) = (Duration::ZERO, Duration::ZERO);
                }
                self.strokes.push(stroke);
                self.held.push((event, true));
                if self.strokes.len() > MOST {
                    self.drop_strokes();
                    self.state = State::Flooded;
                    self.out.push_back(Out::Flood);
                }
            }
        }
    }

    fn end(&mut self, event: E, end: End) {
        self.silence = Duration::ZERO;
        match self.state {
            State::Scanned | State::Flooded => {}
            State::Listening if self.is_scan() => self.complete(end),
            State::Listening | State::Typing => {
                self.pass_held();
                self.state = State::Listening;
                self.out.push_back(Out::Pass(event));
            }
        }
    }

    /// A scanner sends a key at least every pause: all its keys together can't take longer either.
    fn is_scan(&self) -> bool {
        let keys = u32::try_from(self.strokes.len()).unwrap_or(u32::MAX);
        let is_quick = self.took <= self.pause.saturating_mul(keys);
        self.strokes.len() >= LEAST && (is_quick || !self.among_text)
    }

    fn complete(&mut self, end: End) {
        let strokes = std::mem::take(&mut self.strokes);
        self.drop_strokes();
        self.out.push_back(Out::Scan(Scan { strokes, by: By::Scanner, end }));
        self.state = State::Scanned;
    }

    /// What came beside the strokes is passed on: keys that were let go had been pressed before.
    fn drop_strokes(&mut self) {
        self.strokes.clear();
        let beside = self.held.drain(..).filter(|(_, is_stroke)| !is_stroke);
        self.out.extend(beside.map(|(event, _)| Out::Pass(event)));
    }

    fn pass_held(&mut self) {
        if !self.strokes.is_empty() {
            self.state = State::Typing;
        }
        self.strokes.clear();
        self.out.extend(self.held.drain(..).map(|(event, _)| Out::Pass(event)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAST: Duration = Duration::from_millis(2);
    const HAND: Duration = Duration::from_millis(120);
    const PAUSE: Duration = Duration::from_millis(50);

    struct Desk {
        wedge: Wedge<char>,
        got: Vec<String>,
    }

    impl Desk {
        fn new(pause_completes: bool) -> Self {
            Self { wedge: Wedge::new(PAUSE, pause_completes), got: Vec::new() }
        }

        /// Keys with so much time before each; `\n` and `\t` end, `^` is Shift, `!` a command.
        fn keys(&mut self, keys: &str, each: Duration) -> &mut Self {
            for key in keys.chars() {
                self.wedge.wait(each);
                let arrival = match key {
                    '\n' => Arrival::End(End::Enter),
                    '\t' => Arrival::End(End::Tab),
                    '^' => Arrival::Beside,
                    '!' => Arrival::Other,
                    key => Arrival::Stroke(Stroke {
                        text: key.to_string().into(),
                        us: Some(key),
                        after: Duration::ZERO,
                    }),
                };
                self.wedge.push(key, arrival);
                self.take();
            }
            self
        }

        fn wait(&mut self, time: Duration) -> &mut Self {
            self.wedge.wait(time);
            self.take();
            self
        }

        fn take(&mut self) {
            while let Some(out) = self.wedge.take() {
                match out {
                    Out::Pass(key) => self.got.push(key.escape_default().to_string()),
                    Out::Scan(scan) => self.got.push(format!("[{}]", scan.text())),
                    Out::Flood => self.got.push("flood".to_owned()),
                }
            }
        }

        fn got(&mut self) -> String {
            std::mem::take(&mut self.got).join("")
        }
    }

    #[test]
    fn a_row_of_quick_keys_with_an_end_is_a_scan() {
        let mut desk = Desk::new(false);
        assert_eq!(desk.keys("3000\n20^00\t3001\n", FAST).got(), "[3000]^[2000][3001]");
        assert_eq!(desk.wedge.decides_in(), None);
    }

    #[test]
    fn what_a_person_types_is_passed_on_in_its_order() {
        let mut desk = Desk::new(false);
        assert_eq!(desk.keys("3^0", HAND).got(), "3^0");
        assert_eq!(desk.wedge.decides_in(), None, "behind a key that was passed on, all are");
        assert_eq!(desk.keys("1\n", HAND).got(), "1\\n");
        assert_eq!(desk.keys("\t", HAND).got(), "\\t");
    }

    #[test]
    fn the_first_key_of_a_person_waits_for_a_moment_only() {
        let mut desk = Desk::new(false);
        assert_eq!(desk.keys("3", HAND).got(), "");
        assert_eq!(desk.wedge.decides_in(), Some(PAUSE));
        assert_eq!(desk.wait(PAUSE).got(), "3");
        // A scan that comes while somebody types goes where they type.
        assert_eq!(desk.keys("3000\n", FAST).got(), "3000\\n");
        assert_eq!(desk.keys("3001\n", FAST).got(), "[3001]");
    }

    #[test]
    fn a_scanner_that_stumbles_is_not_taken_apart() {
        let mut desk = Desk::new(false);
        desk.keys("3000", FAST).wait(PAUSE + FAST).keys("4567\n", FAST);
        assert_eq!(desk.got(), "30004567\\n");
        // After a longer pause it is a scan again.
        desk.keys("3", HAND).wait(ROW).keys("3000\n", FAST);
        assert_eq!(desk.got(), "3[3000]");
    }

    #[test]
    fn few_keys_are_typed_and_a_second_end_presses_nothing() {
        let mut desk = Desk::new(false);
        assert_eq!(desk.keys("12\n", FAST).got(), "12\\n");
        assert_eq!(desk.keys("3000\t\n", FAST).got(), "[3000]");
        assert_eq!(desk.wait(PAUSE).keys("\n", HAND).got(), "\\n");
        assert_eq!(desk.keys("30!00\n", FAST).got(), "30!00\\n");
    }

    #[test]
    fn a_row_goes_on_while_nobody_has_looked() {
        let mut desk = Desk::new(false);
        desk.keys("300", FAST).wedge.wait_in_row(HAND, HAND);
        assert_eq!(desk.keys("1\n", Duration::ZERO).got(), "[3001]");
        // Where no row waits, it is a pause like any other.
        desk.keys("3", HAND).wait(PAUSE).wedge.wait_in_row(ROW, ROW);
        assert_eq!(desk.keys("3002\n", Duration::ZERO).got(), "3[3002]");
    }

    #[test]
    fn a_slow_computer_tells_a_hand_from_a_scanner_by_the_whole_row() {
        let mut desk = Desk::new(false);
        desk.wedge.among_text(true);
        // Keys are there whenever somebody looks: no pause between two of them is ever seen.
        for looked in ["3", "0", "0", "04", "4", "1", "7", "\n"] {
            desk.wedge.wait_in_row(Duration::ZERO, HAND);
            desk.keys(looked, Duration::ZERO);
        }
        assert_eq!(desk.got(), "30004417\\n");
        for looked in ["3", "00044", "17286", "\n"] {
            desk.wedge.wait_in_row(Duration::ZERO, HAND);
            desk.keys(looked, Duration::ZERO);
        }
        assert_eq!(desk.got(), "[30004417286]");
    }

    #[test]
    fn a_pause_completes_a_scan_when_it_is_told_to() {
        let mut desk = Desk::new(true);
        assert_eq!(desk.keys("3000", FAST).wait(PAUSE).got(), "[3000]");
        assert_eq!(desk.keys("3001", FAST).wait(PAUSE).keys("3002\n", FAST).got(), "[3001][3002]");
        assert_eq!(desk.keys("30", HAND).wait(PAUSE).got(), "30");
    }

    #[test]
    fn keys_without_end_are_dropped_and_said_once() {
        let mut desk = Desk::new(false);
        desk.keys(&"7".repeat(10_000), FAST);
        assert_eq!(desk.got(), "flood");
        assert!(desk.wedge.held.len() <= MOST && desk.wedge.strokes.len() <= MOST);
        assert_eq!(desk.keys("\n", FAST).wait(PAUSE).keys("3000\n", FAST).got(), "[3000]");
    }
}
