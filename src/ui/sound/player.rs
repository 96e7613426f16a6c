//! The thread that plays. Whoever asks for a sound never waits for it.

use std::io;
use std::iter;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::out::{self, Alive, End, Output};
use super::{Sound, Sounds};

/// How long [`Sound::Recorded`] may wait: it confirms the scan just made, and later it would
/// confirm another. The others send somebody to the window, which helps later as well.
const LATE: Duration = Duration::from_secs(1);
/// How long the thread has at the end of the program: enough to kill a process that plays, which
/// else would be left behind if it hangs.
const FAREWELL: Duration = Duration::from_millis(100);

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Order {
    sound: Sound,
    sounds: Sounds,
    asked: Instant,
}

/// Plays sounds on a thread of its own, one at a time. The thread sleeps as long as nothing is to
/// be played, and ends when this is dropped. If it is stuck, it is left behind after a moment.
pub struct Player {
    // They are dropped in this order: what still waits is not played any more, the thread wakes,
    // and it has its moment.
    _alive: Alive,
    orders: Sender<Order>,
    _thread: Running,
}

/// A thread that runs until the end of this comes, and is waited for, not long, when it is dropped.
struct Running(End);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.comes_within(FAREWELL);
    }
}

impl Player {
    /// Starts the thread. Where the system has none left, the player stays silent.
    #[must_use]
    pub fn start() -> Self {
        Self::with(out::of_system)
    }

    /// A player on another output, which is made and dropped by the thread that plays.
    fn with<O: Output>(output: impl FnOnce() -> O + Send + 'static) -> Self {
        let (orders, incoming) = mpsc::channel();
        let (alive, end) = End::new();
        let (runs, ended) = End::new();
        let run = move || {
            run(&mut output(), &incoming, &end);
            drop(runs);
        };
        let started = thread::Builder::new().name("offcirc-sound".into()).spawn(run);
        report(started.map(drop));
        Self { _alive: alive, orders, _thread: Running(ended) }
    }

    /// Asks for a sound; returns at once. When more is asked for than can be played, the newest of
    /// what matters most is played next and the rest never is: twenty scans in a second are one
    /// event to the ear.
    pub fn play(&self, sound: Sound, sounds: Sounds) {
        if sounds != Sounds::Off {
            // Nobody plays: then it is silent.
            let _ = self.orders.send(Order { sound, sounds, asked: Instant::now() });
        }
    }
}

fn report(started: io::Result<()>) {
    if let Err(error) = started {
        log::info!("no sounds: {error}");
    }
}

fn run(output: &mut dyn Output, orders: &Receiver<Order>, end: &End) {
    while let Ok(first) = orders.recv() {
        let waiting = iter::once(first).chain(orders.try_iter());
        let chosen = choose(waiting, Instant::now());
        if end.is_here() {
            return;
        }
        match chosen {
            Some(Order { sound, sounds: Sounds::On, .. }) => output.sound(sound, end),
            Some(Order { sounds: Sounds::Beep, .. }) => output.beep(end),
            Some(Order { sounds: Sounds::Off, .. }) | None => {}
        }
    }
}

/// The newest of what matters most.
fn choose(waiting: impl Iterator<Item = Order>, now: Instant) -> Option<Order> {
    let is_late = |order: &Order| {
        order.sound == Sound::Recorded && now.saturating_duration_since(order.asked) > LATE
    };
    waiting.filter(|order| !is_late(order)).max_by_key(|order| order.sound)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Duration = Duration::from_secs(30);

    #[derive(Debug, PartialEq, Eq)]
    enum Heard {
        Sound(Sound),
        Beep,
        TheEnd,
    }

    /// Tells what it plays, and plays it until the gate lets it go on.
    struct Fake {
        heard: Sender<Heard>,
        gate: Receiver<()>,
    }

    impl Output for Fake {
        fn sound(&mut self, sound: Sound, _: &End) {
            self.heard.send(Heard::Sound(sound)).unwrap();
            let _ = self.gate.recv();
        }

        fn beep(&mut self, _: &End) {
            self.heard.send(Heard::Beep).unwrap();
            let _ = self.gate.recv();
        }
    }

    impl Drop for Fake {
        fn drop(&mut self) {
            let _ = self.heard.send(Heard::TheEnd);
        }
    }

    fn fake() -> (Player, Receiver<Heard>, Sender<()>) {
        let (heard, ear) = mpsc::channel();
        let (open, gate) = mpsc::channel();
        (Player::with(move || Fake { heard, gate }), ear, open)
    }

    fn next(ear: &Receiver<Heard>) -> Heard {
        ear.recv_timeout(PATIENCE).unwrap()
    }

    #[test]
    fn each_sound_is_played_as_it_is_asked_for() {
        let (player, ear, open) = fake();
        for sound in [Sound::Recorded, Sound::Question, Sound::Refused] {
            player.play(sound, Sounds::On);
            assert_eq!(next(&ear), Heard::Sound(sound));
            open.send(()).unwrap();
            player.play(sound, Sounds::Off);
            player.play(sound, Sounds::Beep);
            assert_eq!(next(&ear), Heard::Beep);
            open.send(()).unwrap();
        }
        drop(player);
        assert_eq!(next(&ear), Heard::TheEnd);
    }

    #[test]
    fn of_a_burst_only_what_matters_most_is_played() {
        let (player, ear, open) = fake();
        player.play(Sound::Recorded, Sounds::On);
        assert_eq!(next(&ear), Heard::Sound(Sound::Recorded));
        for number in 0..100 {
            let rare = [(17, Sound::Question), (42, Sound::Refused)];
            let rare = rare.into_iter().find(|(when, _)| *when == number);
            player.play(rare.map_or(Sound::Recorded, |(_, sound)| sound), Sounds::On);
        }
        open.send(()).unwrap();
        assert_eq!(next(&ear), Heard::Sound(Sound::Refused));
        player.play(Sound::Recorded, Sounds::Beep);
        open.send(()).unwrap();
        assert_eq!(next(&ear), Heard::Beep, "nothing of the burst is left");
    }

    #[test]
    fn what_still_waits_at_the_end_is_not_played() {
        let (player, ear, open) = fake();
        player.play(Sound::Recorded, Sounds::On);
        assert_eq!(next(&ear), Heard::Sound(Sound::Recorded));
        player.play(Sound::Refused, Sounds::On);
        drop(player);
        open.send(()).unwrap();
        assert_eq!(next(&ear), Heard::TheEnd);
    }

    #[test]
    fn nobody_waits_for_an_output_that_never_ends() {
        let (player, ear, open) = fake();
        player.play(Sound::Refused, Sounds::On);
        assert_eq!(next(&ear), Heard::Sound(Sound::Refused));
        player.play(Sound::Recorded, Sounds::On);
        // Comes back, although the gate is closed.
        drop(player);
        assert!(ear.try_recv().is_err());
        drop(open);
        assert_eq!(next(&ear), Heard::TheEnd);
    }

    /// Plays until the player ends.
    struct Endless(Sender<Heard>);

    impl Output for Endless {
        fn sound(&mut self, sound: Sound, end: &End) {
            self.0.send(Heard::Sound(sound)).unwrap();
            assert!(end.comes_within(PATIENCE));
        }

        fn beep(&mut self, _: &End) {}
    }

    impl Drop for Endless {
        fn drop(&mut self) {
            let _ = self.0.send(Heard::TheEnd);
        }
    }

    #[test]
    fn an_output_is_told_that_the_player_ends() {
        let (heard, ear) = mpsc::channel();
        let player = Player::with(move || Endless(heard));
        player.play(Sound::Question, Sounds::On);
        assert_eq!(next(&ear), Heard::Sound(Sound::Question));
        drop(player);
        assert_eq!(next(&ear), Heard::TheEnd);
    }

    #[test]
    fn a_player_without_a_thread_is_silent() {
        let ended = End::new().1;
        let player =
            Player { _alive: End::new().0, orders: mpsc::channel().0, _thread: Running(ended) };
        player.play(Sound::Refused, Sounds::On);
        report(Err(io::Error::other("no thread left")));
    }

    fn order(sound: Sound, asked: Instant) -> Order {
        Order { sound, sounds: Sounds::On, asked }
    }

    #[test]
    fn of_equals_the_newest_is_chosen() {
        let start = Instant::now();
        let at = |millis| start + Duration::from_millis(millis);
        let waiting = [
            order(Sound::Question, at(0)),
            order(Sound::Question, at(1)),
            order(Sound::Recorded, at(2)),
        ];
        assert_eq!(choose(waiting.into_iter(), at(3)), Some(waiting[1]));
        assert_eq!(choose(iter::empty(), at(3)), None);
    }

    #[test]
    fn a_late_confirmation_is_left_out_and_a_late_refusal_is_not() {
        let start = Instant::now();
        let recorded = order(Sound::Recorded, start);
        let refused = order(Sound::Refused, start);
        assert_eq!(choose(iter::once(recorded), start + LATE), Some(recorded));
        let late = start + LATE + Duration::from_millis(1);
        assert_eq!(choose(iter::once(recorded), late), None);
        assert_eq!(choose([recorded, refused].into_iter(), late), Some(refused));
    }
}
