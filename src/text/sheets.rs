//! Transactions as sheets, with heads and words in the user's language.

use std::borrow::Cow;
use std::io::{self, Write};

use super::Texts;
use crate::review::report::Matched;
use crate::review::{Entry, Ledger};
use crate::sheet::{self, Sheet};
use crate::store::Stage;

impl Texts {
    /// How far a batch has come, in words.
    #[must_use]
    pub fn stage(&self, stage: Stage) -> String {
        self.say(match stage {
            Stage::Current => "batch-current",
            Stage::ToUpload => "batch-to-upload",
            Stage::Uploaded => "batch-uploaded",
        })
    }

    /// Writes transactions as a sheet: time, kind, item, borrower, file, line, stage.
    ///
    /// `stages` has the stage of each of the ledger's files, as far as it has one.
    ///
    /// # Errors
    ///
    /// What the output says.
    pub fn transactions_sheet<'a, W: Write>(
        &self,
        out: W,
        ledger: &Ledger,
        entries: impl IntoIterator<Item = &'a Entry>,
        stages: &[Option<Stage>],
    ) -> io::Result<W> {
        let heads = [
            "list-time",
            "list-kind",
            "list-item",
            "list-borrower",
            "head-file",
            "head-line",
            "list-state",
        ];
        let mut sheet = self.start_sheet(out, &heads)?;
        for entry in entries {
            let stage = stages.get(usize::from(entry.source)).copied().flatten();
            let stage = stage.map(|stage| self.stage(stage)).unwrap_or_default();
            sheet.row(self.cells(ledger, entry).into_iter().chain([stage.into()]))?;
        }
        sheet.finish()
    }

    /// Writes the messages of a report as a sheet, a row for each transaction that a message may
    /// speak of: time, kind, item, borrower, batch, line, meaning, what to do, message.
    ///
    /// # Errors
    ///
    /// What the output says.
    pub fn report_sheet<W: Write>(
        &self,
        out: W,
        ledger: &Ledger,
        report: &[Matched],
    ) -> io::Result<W> {
        let heads = [
            "list-time",
            "list-kind",
            "list-item",
            "list-borrower",
            "head-batch",
            "head-line",
            "head-meaning",
            "head-to-do",
            "head-message",
        ];
        let mut sheet = self.start_sheet(out, &heads)?;
        for matched in report {
            let meaning = matched.message.meaning;
            let to_do = match matched.unmatched {
                Some(unmatched) => self.unmatched(unmatched),
                None => self.to_do(meaning),
            };
            let said = [self.meaning(meaning), to_do, matched.message.text.clone()];
            let entries = matched.matches.iter().filter_map(|place| ledger.entries().get(*place));
            let mut places: Vec<_> = entries.map(|entry| self.cells(ledger, entry)).collect();
            if places.is_empty() {
                places.push(<[Cow<'_, str>; 6]>::default());
            }
            for place in places {
                sheet.row(place.into_iter().chain(said.iter().map(|said| sheet::text(said))))?;
            }
        }
        sheet.finish()
    }

    /// Starts a sheet as spreadsheets of this language open it.
    fn start_sheet<W: Write>(&self, out: W, heads: &[&str]) -> io::Result<Sheet<W>> {
        let heads: Vec<_> = heads.iter().map(|key| self.say(key)).collect();
        let separator = self.say("sheet-separator").bytes().next();
        Sheet::start(out, &heads, separator.unwrap_or(sheet::COMMA))
    }

    /// A transaction and where it stands: time, kind, item, borrower, file, line.
    fn cells<'a>(&self, ledger: &'a Ledger, entry: &Entry) -> [Cow<'a, str>; 6] {
        let borrower = entry.borrower.map(|borrower| sheet::barcode(ledger.barcode(borrower)));
        let source = ledger.sources().get(usize::from(entry.source));
        let file = source.map(|source| source.path.display().to_string()).unwrap_or_default();
        [
            sheet::time(entry.time),
            self.kind(entry.kind).into(),
            sheet::barcode(ledger.barcode(entry.item)),
            borrower.unwrap_or_default(),
            sheet::text(&file).into_owned().into(),
            entry.line.to_string().into(),
        ]
    }
}
