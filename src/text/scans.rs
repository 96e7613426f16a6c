//! What was made of scans, and what is learned of barcodes, in words.

use super::{Texts, count, visible};
use crate::scan::{By, CheckDigit, Control, End, Proposal, Read, Reading, Scan, Step};

impl Texts {
    /// How many examples fit what was learned, and the first `named` kinds that do not.
    #[must_use]
    pub fn learned(&self, proposal: &Proposal, named: usize) -> String {
        let values = [("fits", count(proposal.fits)), ("examples", count(proposal.examples))];
        let fits = self.fill("learned", &values);
        if proposal.others.is_empty() {
            return fits;
        }
        let others = proposal.others.iter().take(named).map(ToString::to_string);
        let others = others.collect::<Vec<_>>().join(", ");
        format!("{fits} {}", self.fill("learned-not", &[("barcodes", others.into())]))
    }

    /// The rules that were learned.
    #[must_use]
    pub fn proposed(&self, proposal: &Proposal) -> String {
        let Proposal { lengths, pattern, check, .. } = proposal;
        let mut parts =
            vec![self.fill("proposed-lengths", &[("lengths", lengths.as_str().into())])];
        if !pattern.is_empty() {
            let pattern = pattern.as_str().into();
            parts.push(self.fill("proposed-pattern", &[("pattern", pattern)]));
        }
        if *check != CheckDigit::None {
            parts.push(self.say(&format!("setting-check-{}", check.id())));
        }
        parts.join("; ")
    }

    /// The name of an action of the desk, as the printed page has it.
    #[must_use]
    pub fn control(&self, control: Control) -> String {
        self.say(control_key(control))
    }

    /// What an action of the desk does.
    #[must_use]
    pub fn about_control(&self, control: Control) -> String {
        self.say(&format!("{}-what", control_key(control)))
    }

    /// What was made of a scan.
    #[must_use]
    pub fn made_of(&self, read: &Read) -> String {
        match read {
            Read::Nothing => self.say("made-nothing"),
            Read::Control(control) => {
                self.fill("made-control", &[("action", self.control(*control).into())])
            }
            Read::One(reading) => {
                let key = match (&reading.not_a_borrower, &reading.not_an_item) {
                    (None, None) => "made-either",
                    (None, Some(_)) => "made-card",
                    (Some(_), None) => "made-item",
                    (Some(_), Some(_)) => "made-neither",
                };
                self.fill(key, &[("barcode", reading.barcode.as_str().into())])
            }
            Read::Two(first, second) => {
                let values = [
                    ("first", first.barcode.as_str().into()),
                    ("second", second.barcode.as_str().into()),
                ];
                self.fill("made-two", &values)
            }
            Read::Refused { text, .. } => {
                self.fill("band-refused", &[("text", visible(text).into())])
            }
        }
    }

    /// Why that was made of it, a sentence each.
    #[must_use]
    pub fn why(&self, read: &Read) -> Vec<String> {
        match read {
            Read::One(reading) => {
                let mut why = self.steps(&reading.steps);
                why.extend(self.breaches(reading));
                why
            }
            // Both parts were read alike.
            Read::Two(first, _) => self.steps(&first.steps),
            Read::Refused { error, .. } => vec![self.barcode_error(*error)],
            Read::Nothing | Read::Control(_) => Vec::new(),
        }
    }

    fn steps(&self, steps: &[Step]) -> Vec<String> {
        let key = |step: &Step| match step {
            Step::OtherLayout => "step-other-layout",
            Step::Stripped => "step-stripped",
            Step::CheckCharacter => "step-check-character",
            Step::Split => "step-split",
        };
        steps.iter().map(|step| self.say(key(step))).collect()
    }

    fn breaches(&self, reading: &Reading) -> Vec<String> {
        let Reading { not_a_borrower, not_an_item, .. } = reading;
        [("not-a-card", not_a_borrower), ("not-an-item", not_an_item)]
            .into_iter()
            .filter_map(|(key, breach)| {
                let why = self.breach(breach.as_ref()?);
                Some(self.fill(key, &[("why", why.into())]))
            })
            .collect()
    }

    /// Who sent the keys, how many, how fast, and how they ended.
    #[must_use]
    pub fn how_it_came(&self, scan: &Scan) -> String {
        if scan.by == By::Hand {
            return self.fill("came-by-hand", &[("keys", count(scan.strokes.len()))]);
        }
        let slowest = scan.strokes.iter().skip(1).map(|stroke| stroke.after).max();
        let slowest = slowest.unwrap_or_default().as_millis();
        let end = self.say(match scan.end {
            End::Enter => "came-end-enter",
            End::Tab => "came-end-tab",
            End::Pause => "came-end-pause",
        });
        let values = [
            ("keys", count(scan.strokes.len())),
            ("slowest", i64::try_from(slowest).unwrap_or(i64::MAX).into()),
            ("end", end.into()),
        ];
        self.fill("came-by-scanner", &values)
    }
}

fn control_key(control: Control) -> &'static str {
    match control {
        Control::Loan => "control-loan",
        Control::Return => "control-return",
        Control::NewBorrower => "control-new-borrower",
        Control::TakeBack => "control-take-back",
        Control::Yes => "control-yes",
        Control::No => "control-no",
    }
}
