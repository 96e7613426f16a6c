//! What comes from the keyboard, in its order: scans for the desk, the rest for the window.
//!
//! A scanner is a keyboard that types faster than frames come. Its keys are taken out of the input
//! before anything that has the focus sees them ([`Wedge`] tells them from a person's), so that a
//! scan lands where it belongs and presses no button.
//!
//! A frame can bring several things at once, and a text field knows only the state at the end of a
//! frame. So a frame gets the events up to the first key that completes or changes something; the
//! rest waits for the next one, which is asked for at once.

use std::collections::VecDeque;
use std::time::Duration;

use eframe::egui::{self, Context, Event, Key, RawInput};

use super::input;
use super::us_keys::us_char;
use crate::scan::{Arrival, End, Out, Scan, Stroke, Wedge};
use crate::settings::{ScanEnd, Scanner};

/// Something for the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// A scan.
    Scan(Scan),
    /// Keys without an end.
    Flood,
}

/// How scanners are told from people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listening {
    /// The longest time between two keys of a scanner.
    pub pause: Duration,
    /// A scan may end with nothing but a pause.
    pub pause_completes: bool,
}

/// What the keys of a person go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypingInto {
    /// A field of the desk, or nothing that takes text.
    Desk,
    /// A text field of a page or a question.
    Field,
    /// A text field of a page that takes scans like anything typed.
    FieldThatTakesScans,
}

impl From<&Scanner> for Listening {
    fn from(scanner: &Scanner) -> Self {
        Self {
            pause: Duration::from_millis(scanner.pause_ms.into()),
            pause_completes: scanner.end == ScanEnd::Pause,
        }
    }
}

/// Takes scans out of the input and lets at most one completing key into a frame.
#[derive(Debug)]
pub struct Keyboard {
    listening: Listening,
    wedge: Wedge<Vec<Event>>,
    waiting: VecDeque<Waiting>,
    heard: Vec<Heard>,
    /// The keys of what is being typed, until something else is done.
    typed: Vec<Stroke>,
    /// Keys that are down: one that comes again is held, not pressed.
    down: Vec<Key>,
    /// An end has completed what was typed: the next key starts anew.
    is_ended: bool,
    /// A text field of a page has the focus: what is scanned is for it.
    field_takes_all: bool,
    /// Seconds, when input was looked at last.
    looked: f64,
    /// Seconds that the last frame took: keys may have come meanwhile.
    frame_took: f64,
}

#[derive(Debug)]
enum Waiting {
    /// A key with its text, or anything else.
    Events(Vec<Event>),
    Heard(Heard),
}

impl Keyboard {
    /// A keyboard with or without scanners.
    #[must_use]
    pub fn new(listening: Listening) -> Self {
        Self {
            listening,
            wedge: Wedge::new(listening.pause, listening.pause_completes),
            waiting: VecDeque::new(),
            heard: Vec::new(),
            typed: Vec::new(),
            down: Vec::new(),
            is_ended: false,
            field_takes_all: false,
            looked: 0.0,
            frame_took: 0.0,
        }
    }

    /// What was heard in this frame; the frame's events came after it.
    pub fn take(ctx: &Context) -> Vec<Heard> {
        ctx.with_plugin(|keyboard: &mut Self| std::mem::take(&mut keyboard.heard))
            .unwrap_or_default()
    }

    /// The keys of what was typed, up to the end that this frame has brought.
    pub fn typed(ctx: &Context) -> Vec<Stroke> {
        ctx.with_plugin(|keyboard: &mut Self| keyboard.typed.clone()).unwrap_or_default()
    }

    /// From now on scanners are told like this. What was typed so far goes on as typed.
    pub fn listen(ctx: &Context, listening: Listening) {
        ctx.with_plugin(|keyboard: &mut Self| {
            if keyboard.listening != listening {
                keyboard.wedge.push(Vec::new(), Arrival::Other);
                keyboard.take_from_wedge();
                keyboard.listening = listening;
                keyboard.wedge = Wedge::new(listening.pause, listening.pause_completes);
            }
        });
    }

    /// Which field the keys go to, but for scans; and how long the last frame took.
    pub fn note(ctx: &Context, typing_into: TypingInto, frame_took: Option<f32>) {
        ctx.with_plugin(|keyboard: &mut Self| {
            keyboard.field_takes_all = typing_into == TypingInto::FieldThatTakesScans;
            keyboard.wedge.among_text(typing_into == TypingInto::Field);
            keyboard.frame_took = frame_took.unwrap_or_default().into();
        });
    }

    /// How long nothing has come, as far as can be known, and the time since the last look: while a
    /// frame is drawn, keys wait.
    fn silence(&mut self, input: &RawInput) -> (Duration, Duration) {
        let last = self.looked;
        self.looked = input.time.unwrap_or(last + f64::from(input.predicted_dt));
        let since = self.looked - last;
        let time = |secs: f64| Duration::try_from_secs_f64(secs.max(0.0)).unwrap_or_default();
        (time(since - self.frame_took), time(since))
    }

    /// Whether a key repeats itself because it is held down; no scanner does that.
    fn is_held(&mut self, events: &[Event]) -> bool {
        let Some(Event::Key { key, physical_key, pressed, .. }) = events.first() else {
            return false;
        };
        let key = physical_key.unwrap_or(*key);
        let was_down = self.down.contains(&key);
        self.down.retain(|down| *down != key);
        if *pressed {
            self.down.push(key);
        }
        *pressed && was_down
    }

    fn take_from_wedge(&mut self) {
        while let Some(out) = self.wedge.take() {
            match out {
                Out::Pass(events) => self.waiting.push_back(Waiting::Events(events)),
                Out::Scan(scan) => self.waiting.push_back(Waiting::Heard(Heard::Scan(scan))),
                Out::Flood => self.waiting.push_back(Waiting::Heard(Heard::Flood)),
            }
        }
    }

    /// What of the things that wait belongs into this frame.
    fn fill(&mut self, events: &mut Vec<Event>) {
        while let Some(next) = self.waiting.pop_front() {
            let is_late = match &next {
                Waiting::Heard(_) => true,
                Waiting::Events(these) => these.iter().any(input::changes),
            };
            if is_late && events.iter().any(is_typed) {
                // What was typed before comes first.
                self.waiting.push_front(next);
                break;
            }
            match next {
                Waiting::Heard(heard) => self.heard.push(heard),
                Waiting::Events(these) => {
                    self.note_typed(&these);
                    let is_last = |event: &Event| input::completes(event) || input::changes(event);
                    let is_full = these.iter().any(is_last);
                    events.extend(these);
                    if is_full {
                        break;
                    }
                }
            }
        }
    }

    /// Remembers the keys of what is typed: a scanner that stumbled counts as a hand, and is to be
    /// understood all the same.
    fn note_typed(&mut self, events: &[Event]) {
        match arrival(events) {
            Arrival::Stroke(stroke) => {
                if std::mem::take(&mut self.is_ended) {
                    self.typed.clear();
                }
                self.typed.push(stroke);
            }
            Arrival::End(_) => self.is_ended = true,
            Arrival::Beside => {}
            Arrival::Other => self.typed.clear(),
        }
    }
}

impl egui::Plugin for Keyboard {
    fn debug_name(&self) -> &'static str {
        "keyboard"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let (silence, since_look) = self.silence(input);
        // A key that is let go in another window is not seen to be.
        if input.events.iter().any(|event| matches!(event, Event::WindowFocused(_))) {
            self.down.clear();
        }
        let groups = together(input.events.drain(..));
        // A row is over when somebody has looked and nothing had come. What is there now may have
        // come at any time since the last look, on a computer that had other things to do.
        let is_key =
            |events: &Vec<Event>| matches!(arrival(events), Arrival::Stroke(_) | Arrival::End(_));
        if groups.iter().any(is_key) {
            self.wedge.wait_in_row(silence, since_look);
        } else {
            self.wedge.wait(silence);
        }
        for events in groups {
            let is_held = self.is_held(&events);
            let arrival = match arrival(&events) {
                Arrival::Stroke(_) if is_held => Arrival::Other,
                _ if self.field_takes_all => Arrival::Other,
                arrival => arrival,
            };
            self.wedge.push(events, arrival);
        }
        self.take_from_wedge();
        self.fill(&mut input.events);
        if !self.waiting.is_empty() {
            ctx.request_repaint();
        } else if let Some(moment) = self.wedge.decides_in() {
            ctx.request_repaint_after(moment);
        }
    }
}

/// A key that is pressed and the text it types are two events, one behind the other.
fn together(events: impl Iterator<Item = Event>) -> Vec<Vec<Event>> {
    let mut all: Vec<Vec<Event>> = Vec::new();
    for event in events {
        let of_last = all.last_mut().filter(|last| {
            matches!(event, Event::Text(_)) && last.first().is_some_and(types_something)
        });
        match of_last {
            Some(last) => last.push(event),
            None => all.push(vec![event]),
        }
    }
    all
}

/// A key of letters, digits or signs is pressed.
fn types_something(event: &Event) -> bool {
    match event {
        Event::Key { key, physical_key, pressed: true, .. } => {
            us_char(physical_key.unwrap_or(*key), false).is_some()
        }
        _ => false,
    }
}

fn arrival(events: &[Event]) -> Arrival {
    match events.first() {
        Some(Event::Key { key, pressed: true, modifiers, .. })
            if modifiers.is_none() && matches!(key, Key::Enter | Key::Tab) =>
        {
            Arrival::End(if *key == Key::Enter { End::Enter } else { End::Tab })
        }
        Some(Event::Key { key, .. }) if is_modifier(*key) => Arrival::Beside,
        Some(Event::Key { key, physical_key, pressed: true, modifiers, .. }) => {
            let us = us_char(physical_key.unwrap_or(*key), modifiers.shift);
            let text: String = events.iter().filter_map(text).collect();
            // A key without text is a dead one, or it is no character at all.
            if modifiers.ctrl
                || modifiers.alt
                || modifiers.command
                || us.is_none() && text.is_empty()
            {
                return Arrival::Other;
            }
            stroke(&text, us)
        }
        Some(Event::Text(text)) if text.chars().count() == 1 => stroke(text, None),
        Some(
            Event::Key { pressed: false, .. }
            | Event::ModifiersChanged(_)
            | Event::PointerMoved(_)
            | Event::MouseMoved(_)
            | Event::PointerGone,
        ) => Arrival::Beside,
        _ => Arrival::Other,
    }
}

/// Keys that only change what others mean.
fn is_modifier(key: Key) -> bool {
    matches!(
        key,
        Key::ShiftLeft
            | Key::ShiftRight
            | Key::ControlLeft
            | Key::ControlRight
            | Key::AltLeft
            | Key::AltRight
            | Key::SuperLeft
            | Key::SuperRight
            | Key::CapsLock
    )
}

fn text(event: &Event) -> Option<&str> {
    match event {
        Event::Text(text) => Some(text),
        _ => None,
    }
}

fn stroke(text: &str, us: Option<char>) -> Arrival {
    // The wedge knows how long nothing came.
    Arrival::Stroke(Stroke { text: text.into(), us, after: Duration::ZERO })
}

fn is_typed(event: &Event) -> bool {
    match event {
        Event::Text(_) | Event::Paste(_) => true,
        Event::Key { key, pressed, .. } => *pressed && !is_modifier(*key),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::Modifiers;

    use super::*;

    fn key(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: Some(key), pressed: true, repeat: false, modifiers }
    }

    fn text(text: &str) -> Event {
        Event::Text(text.to_owned())
    }

    #[test]
    fn a_key_and_its_text_are_one_stroke() {
        let shift = Modifiers::SHIFT;
        let events = [
            key(Key::ShiftLeft, Modifiers::NONE),
            key(Key::Num1, shift),
            text("1"),
            key(Key::Num6, Modifiers::NONE),
            text("^3"),
            key(Key::F2, Modifiers::NONE),
            key(Key::OpenBracket, Modifiers::NONE),
            key(Key::Z, Modifiers::CTRL),
        ];
        let arrivals: Vec<_> = together(events.into_iter()).iter().map(|e| arrival(e)).collect();
        let dead = stroke("", Some('['));
        assert_eq!(
            arrivals,
            [
                Arrival::Beside,
                stroke("1", Some('!')),
                stroke("^3", Some('6')),
                Arrival::Other,
                dead,
                Arrival::Other,
            ]
        );
    }
}
