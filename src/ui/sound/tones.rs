//! The three sounds as samples. They are made of sines: no files to carry, and a test can measure
//! that they differ.

use std::f64::consts::{PI, TAU};

use super::Sound;

/// Samples a second: what every sound card plays as it is.
pub(super) const RATE: u32 = 44_100;

/// How long a tone takes to come: a wave that starts at once is heard as a click.
const ATTACK: u32 = millis(6);
/// How long it takes to go.
const RELEASE: u32 = millis(40);
/// Silence after the last tone: some drivers cut off what stands at the end.
const TAIL: u32 = millis(50);
/// How often a second a rough tone comes and goes: too fast to be counted, too slow to be a tone.
const TREMBLE: f64 = 55.0;

/// A tone: how high, in hertz, and how long, in samples.
struct Tone(f64, u32);

/// What makes a sound of its tones.
struct Shape {
    tones: &'static [Tone],
    /// Silence between two tones, in samples.
    gap: u32,
    /// How strong each multiple of the pitch is, from the pitch itself on.
    overtones: &'static [f64],
    /// Which part of the loudness comes and goes.
    rough: f64,
    /// The loudest sample, as a part of the loudest there can be.
    level: f64,
}

/// The quietest, since it is heard at each scan and the ear is keen where it is.
const RECORDED: Shape = Shape {
    tones: &[Tone(1320.0, millis(130))],
    gap: 0,
    overtones: &[1.0, 0.25, 0.1],
    rough: 0.0,
    level: 0.4,
};

const QUESTION: Shape = Shape {
    tones: &[Tone(587.0, millis(130)), Tone(880.0, millis(170))],
    gap: millis(50),
    overtones: &[1.0, 0.2, 0.1],
    rough: 0.0,
    level: 0.6,
};

/// Rich in overtones: small loudspeakers hardly give the pitch itself.
const REFUSED: Shape = Shape {
    tones: &[Tone(220.0, millis(100)), Tone(220.0, millis(100)), Tone(220.0, millis(100))],
    gap: millis(70),
    overtones: &[1.0, 0.6, 0.5, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15],
    rough: 0.6,
    level: 0.8,
};

/// The samples of a sound.
pub(super) fn samples(sound: Sound) -> Vec<i16> {
    let shape = match sound {
        Sound::Recorded => &RECORDED,
        Sound::Question => &QUESTION,
        Sound::Refused => &REFUSED,
    };
    let mut wave = Vec::new();
    for tone in shape.tones {
        if !wave.is_empty() {
            wave.extend((0..shape.gap).map(|_| 0.0));
        }
        wave.extend(shape.wave(tone));
    }
    wave.extend((0..TAIL).map(|_| 0.0));
    let peak = wave.iter().fold(f64::MIN_POSITIVE, |peak, value| value.abs().max(peak));
    wave.into_iter().map(|value| sample(value / peak * shape.level)).collect()
}

impl Shape {
    /// The wave of one tone, as loud as it comes.
    fn wave(&self, &Tone(pitch, length): &Tone) -> impl Iterator<Item = f64> {
        (0..length).map(move |at| {
            let time = f64::from(at) / f64::from(RATE);
            let multiples = (1_u32..).map(f64::from).zip(self.overtones);
            let tone = multiples.map(|(times, part)| part * (TAU * pitch * times * time).sin());
            let rough = 1.0 - self.rough * (0.5 - 0.5 * (TAU * TREMBLE * time).cos());
            tone.sum::<f64>() * rough * slope(at, ATTACK) * slope(length - 1 - at, RELEASE)
        })
    }
}

/// From 0 to 1 in `length` samples, without a corner.
fn slope(at: u32, length: u32) -> f64 {
    let part = (f64::from(at) / f64::from(length)).min(1.0);
    0.5 - 0.5 * (PI * part).cos()
}

#[expect(clippy::cast_possible_truncation, reason = "-1 to 1, times the greatest sample")]
fn sample(value: f64) -> i16 {
    (value * f64::from(i16::MAX)).round() as i16
}

const fn millis(millis: u32) -> u32 {
    RATE * millis / 1000
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::*;

    const ALL: [Sound; 3] = [Sound::Recorded, Sound::Question, Sound::Refused];

    fn values(sound: Sound) -> Vec<f64> {
        samples(sound).into_iter().map(|sample| f64::from(sample) / f64::from(i16::MAX)).collect()
    }

    fn seconds(samples: usize) -> f64 {
        f64::from(u32::try_from(samples).unwrap()) / f64::from(RATE)
    }

    /// Where the tones are: louder than nearly nothing, and apart by 20 ms of it.
    fn tones(wave: &[f64]) -> Vec<Range<usize>> {
        let apart = millis(20) as usize;
        let mut tones: Vec<Range<usize>> = Vec::new();
        for (at, _) in wave.iter().enumerate().filter(|(_, value)| value.abs() > 0.02) {
            match tones.last_mut() {
                Some(tone) if at - tone.end < apart => tone.end = at + 1,
                _ => tones.push(at..at + 1),
            }
        }
        tones
    }

    /// How strong a frequency is (Goertzel's way).
    fn strength(wave: &[f64], hertz: f64) -> f64 {
        let factor = 2.0 * (TAU * hertz / f64::from(RATE)).cos();
        let (mut one, mut two) = (0.0, 0.0);
        for value in wave {
            (one, two) = (value + factor * one - two, one);
        }
        one * one + two * two - factor * one * two
    }

    /// The frequency that is strongest.
    fn pitch(wave: &[f64]) -> f64 {
        let all = (10_u32..400).map(|tens| f64::from(tens * 10));
        all.max_by(|one, other| strength(wave, *one).total_cmp(&strength(wave, *other))).unwrap()
    }

    fn pitches(sound: Sound) -> Vec<f64> {
        let wave = values(sound);
        tones(&wave).into_iter().map(|tone| pitch(&wave[tone])).collect()
    }

    #[test]
    fn each_has_its_number_of_tones_and_its_pitch() {
        let recorded = pitches(Sound::Recorded);
        let question = pitches(Sound::Question);
        let refused = pitches(Sound::Refused);
        assert_eq!(recorded.len(), 1);
        assert_eq!(question.len(), 2);
        assert_eq!(refused.len(), 3);
        assert!(question[0] * 1.3 < question[1], "they rise: {question:?}");
        assert!(question[1] * 1.3 < recorded[0], "{question:?} {recorded:?}");
        assert!(refused.iter().all(|low| low * 2.0 < question[0]), "{refused:?}");
        let wanted = [vec![1320.0], vec![590.0, 880.0], vec![220.0; 3]];
        for (heard, wanted) in [recorded, question, refused].iter().zip(wanted) {
            assert_eq!(heard, &wanted);
        }
    }

    #[test]
    fn each_is_short_and_as_long_as_no_other() {
        let lengths = ALL.map(|sound| seconds(tones(&values(sound)).last().unwrap().end));
        assert!(lengths[0] < 0.2 && lengths[0] * 2.0 < lengths[1], "{lengths:?}");
        assert!(lengths[1] * 1.2 < lengths[2], "{lengths:?}");
        for sound in ALL {
            assert!(seconds(samples(sound).len()) < 0.6, "{sound:?}");
        }
    }

    #[test]
    fn only_the_refusal_is_rough() {
        let rough = ALL.map(|sound| {
            let wave = values(sound);
            let tone = &wave[tones(&wave)[0].clone()];
            let pitch = pitch(tone);
            // What comes and goes has a frequency of its own at either side.
            strength(tone, pitch + TREMBLE) / strength(tone, pitch)
        });
        assert!(rough[0] < 0.01 && rough[1] < 0.01 && rough[2] > 0.03, "{rough:?}");
    }

    #[test]
    fn none_clips_and_the_one_heard_most_is_the_quietest() {
        let loudest = ALL.map(|sound| {
            let loudest = samples(sound).into_iter().map(i16::unsigned_abs).max().unwrap();
            assert!(loudest < 30_000, "{sound:?}: {loudest}");
            assert!(loudest > 10_000, "{sound:?}: {loudest}");
            loudest
        });
        assert!(loudest.is_sorted());
    }

    #[test]
    fn none_clicks() {
        for sound in ALL {
            let samples = samples(sound);
            let tail = &samples[samples.len() - millis(40) as usize..];
            assert_eq!(samples[0], 0, "{sound:?}");
            assert!(tail.iter().all(|sample| *sample == 0), "{sound:?}");
            let wave = values(sound);
            for tone in tones(&wave) {
                // It comes from nothing and goes to nothing.
                let loudest = |range: Range<usize>| {
                    wave[range].iter().fold(0.0, |peak: f64, value| value.abs().max(peak))
                };
                let (edge, whole) = (millis(1) as usize, loudest(tone.clone()));
                assert!(loudest(tone.start..tone.start + edge) < 0.3 * whole, "{sound:?}");
                assert!(loudest(tone.end - edge..tone.end) < 0.3 * whole, "{sound:?}");
            }
        }
    }
}
