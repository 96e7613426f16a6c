//! With scripts in the place of the system's programs.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

use tempfile::TempDir;

use super::super::{Alive, files};
use super::*;
const PATIENCE: Duration = Duration::from_secs(30);
/// Tells who it is, then takes longer than any patience.
const HANGS: &str = "echo $$ > \"$0.who\"; exec sleep 600";

/// A system with some programs.
struct Fake {
    folder: TempDir,
    unix: Unix,
    alive: Option<Alive>,
    end: End,
}

impl Fake {
    fn new(programs: &[(&str, &str)], limit: Duration) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, script) in programs {
            let script = format!("#!/bin/sh\necho \"$@\" >> \"$0.called\"\n{script}\n");
            write_program(&folder.path().join(name), &script);
        }
        let sounds = folder.path().join("own/sounds");
        let unix = Unix::new(&[folder.path().to_owned()], vec![sounds], limit);
        let (alive, end) = End::new();
        Self { folder, unix, alive: Some(alive), end }
    }

    fn sound(&mut self, sound: Sound) {
        self.unix.sound(sound, &self.end);
    }

    fn beep(&mut self) {
        self.unix.beep(&self.end);
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What a program was called with, a line each time.
    fn calls(&self, name: &str) -> Vec<String> {
        let calls = fs::read_to_string(self.path(&format!("{name}.called")));
        calls.unwrap_or_default().lines().map(str::to_owned).collect()
    }

    /// Whether the process that told who it is is there, alive or dead.
    fn is_there(&self, name: &str) -> bool {
        let who = fs::read_to_string(self.path(&format!("{name}.who"))).unwrap();
        Path::new("/proc").join(who.trim()).exists()
    }
}

/// By another process: one that this process starts meanwhile, for another test, would get the open
/// file along with it, and a file open for writing can't be run.
fn write_program(path: &Path, script: &str) {
    let write = "printf %s \"$1\" > \"$0\" && chmod +x \"$0\"";
    let status = Command::new("sh").arg("-c").arg(write).arg(path).arg(script).status();
    assert!(status.unwrap().success());
}

#[test]
fn the_first_program_that_is_there_plays_a_file() {
    let check = "head -c 4 \"$2\" > \"$0.read\"; echo $$ > \"$0.who\"";
    let mut fake = Fake::new(&[("paplay", check), ("pw-play", ""), ("aplay", "")], PATIENCE);
    let sounds = [Sound::Recorded, Sound::Question, Sound::Refused];
    for sound in sounds {
        fake.sound(sound);
        assert!(!fake.is_there("paplay"), "a zombie");
    }
    let names = ["recorded", "question", "refused"];
    let files = names.map(|name| fake.path(&format!("own/sounds/{name}.wav")));
    let calls = files.each_ref().map(|file| format!("--latency-msec=100 {}", file.display()));
    assert_eq!(fake.calls("paplay"), calls);
    assert!(fake.calls("pw-play").is_empty() && fake.calls("aplay").is_empty());
    assert_eq!(fs::read(fake.path("paplay.read")).unwrap(), b"RIFF");
    for (file, sound) in files.iter().zip(sounds) {
        assert!(fs::read(file).unwrap() == wav::file(&tones::samples(sound), tones::RATE));
    }
}

#[test]
fn after_one_that_fails_the_next_is_tried_at_once_and_stays() {
    let mut fake = Fake::new(&[("paplay", "exit 1"), ("aplay", "")], PATIENCE);
    for _ in 0..5 {
        fake.sound(Sound::Recorded);
    }
    assert_eq!(fake.calls("paplay").len(), 1);
    let call = format!("-q {}", fake.path("own/sounds/recorded.wav").display());
    assert_eq!(fake.calls("aplay"), vec![call; 5]);
}

#[test]
fn a_computer_without_sound_starts_each_program_once() {
    let fails = ["paplay", "pw-play", "aplay", "canberra-gtk-play", "xkbbell"];
    let mut fake = Fake::new(&fails.map(|name| (name, "exit 1")), PATIENCE);
    for _ in 0..50 {
        fake.sound(Sound::Refused);
    }
    assert!(["paplay", "pw-play", "aplay"].map(|name| fake.calls(name).len()) == [1, 1, 1]);
    for _ in 0..50 {
        fake.beep();
    }
    // Both may play the bell, although they couldn't play the sounds.
    assert_eq!(fails.map(|name| fake.calls(name).len()), [2, 2, 1, 1, 1]);
}

#[test]
fn what_is_not_there_or_can_not_be_run_is_passed_over() {
    let mut fake = Fake::new(&[], PATIENCE);
    fs::write(fake.path("paplay"), "no program").unwrap();
    fs::create_dir(fake.path("pw-play")).unwrap();
    fake.sound(Sound::Recorded);
    fake.beep();
    assert!(fake.unix.players.all_rest() && fake.unix.beepers.all_rest());
    // It stays so, also for what came meanwhile, until the rest is over.
    write_program(&fake.path("aplay"), "#!/bin/sh\necho >> \"$0.called\"");
    fake.sound(Sound::Recorded);
    assert!(fake.calls("aplay").is_empty());
}

#[test]
fn a_program_is_never_taken_from_where_somebody_works() {
    let folders = [PathBuf::new(), ".".into(), "src".into()];
    let mut unix = Unix::new(&folders, files::folders(), PATIENCE);
    let (_alive, end) = End::new();
    unix.beep(&end);
    assert!(unix.beepers.all_rest());
}

#[test]
fn without_a_place_for_files_it_is_silent() {
    let mut fake = Fake::new(&[("paplay", "")], PATIENCE);
    fs::write(fake.path("own"), "no folder").unwrap();
    fake.sound(Sound::Recorded);
    assert!(fake.calls("paplay").is_empty());
    assert!(!fake.unix.writing.is_over(Instant::now()));
}

#[test]
fn a_program_that_hangs_is_killed_and_left_alone() {
    let limit = Duration::from_secs(2);
    let mut fake = Fake::new(&[("paplay", HANGS), ("pw-play", "")], limit);
    let start = Instant::now();
    fake.sound(Sound::Recorded);
    assert!(start.elapsed() >= limit);
    assert!(!fake.is_there("paplay"));
    assert!(fake.calls("pw-play").is_empty(), "this one is late by now");
    fake.sound(Sound::Recorded);
    assert_eq!((fake.calls("paplay").len(), fake.calls("pw-play").len()), (1, 1));
}

#[test]
fn the_end_of_the_player_ends_a_program_too() {
    let script = format!("{HANGS} < \"$0.gate\"");
    let mut fake = Fake::new(&[("paplay", &script), ("pw-play", "")], PATIENCE * 10);
    let gate = fake.path("paplay.gate");
    assert!(Command::new("mkfifo").arg(&gate).status().unwrap().success());
    let alive = fake.alive.take();
    let ends = thread::spawn(move || {
        // Opens when the script, which by then has told who it is, opens it as well.
        let opened = fs::OpenOptions::new().write(true).open(gate).unwrap();
        drop(alive);
        opened
    });
    fake.sound(Sound::Recorded);
    assert!(!fake.is_there("paplay"));
    assert!(fake.calls("pw-play").is_empty());
    ends.join().unwrap();
}

#[test]
fn the_desktop_beeps_in_its_own_way() {
    let mut fake = Fake::new(&[("canberra-gtk-play", ""), ("xkbbell", "")], PATIENCE);
    fake.beep();
    assert_eq!(fake.calls("canberra-gtk-play"), ["--id=bell"]);
    assert!(fake.calls("xkbbell").is_empty());
    assert!(!fake.path("own").exists(), "a beep needs no file of ours");
}

#[test]
fn a_bell_is_played_where_nothing_beeps() {
    let mut fake = Fake::new(&[("paplay", "exit 1"), ("pw-play", "")], PATIENCE);
    fake.beep();
    assert_eq!(fake.calls("pw-play"), ["/usr/share/sounds/freedesktop/stereo/bell.oga"]);
    assert_eq!(fake.calls("paplay").len(), 1);
}
