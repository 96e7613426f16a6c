//! The settings in force, as the program uses them.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use super::choice::{CheckChoice, ScanEnd, SoundChoice, ThemeChoice};
use super::key::Key;
use super::value::Value;

/// The settings in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The code of the language; the system's when not set.
    pub language: Option<String>,
    /// The desk's name, for the names of batches; the computer's name when not set.
    pub desk: Option<String>,
    /// The name of the library.
    pub library: Option<String>,
    /// The folder of `OffCirc.dat`; the usual one when not set.
    pub data_folder: Option<PathBuf>,
    /// For how many days batches that Alma has are kept before the window offers to delete them.
    pub keep_uploaded_days: u32,
    /// The colours.
    pub theme: ThemeChoice,
    /// The size of texts, in percent.
    pub text_size: u32,
    /// What is heard.
    pub sounds: SoundChoice,
    /// Whether slips are printed.
    pub slips: bool,
    /// How scanners are set up.
    pub scanner: Scanner,
    /// What borrowers' barcodes look like.
    pub borrower: BarcodeShape,
    /// What items' barcodes look like.
    pub item: BarcodeShape,
    /// What the desk watches for.
    pub watch: Watch,
}

/// How scanners are set up.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "switches that a library sets")]
pub struct Scanner {
    /// What ends a scan.
    pub end: ScanEnd,
    /// The longest pause between two keys of a scanner, in milliseconds.
    pub pause_ms: u32,
    /// Whether a scan may be read as the keys of a US keyboard.
    pub us_keyboard: bool,
    /// Whether control barcodes are understood.
    pub control_barcodes: bool,
    /// What scanners put in front of a barcode.
    pub prefix: String,
    /// What they put behind.
    pub suffix: String,
    /// Whether an AIM identifier in front is taken off.
    pub remove_aim: bool,
    /// Whether the start and stop letters of Codabar are taken off.
    pub remove_codabar_letters: bool,
    /// Whether spaces are taken out.
    pub remove_spaces: bool,
    /// Whether the check character is taken off once it has been checked.
    pub remove_check_character: bool,
}

/// What barcodes look like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarcodeShape {
    /// How long they are; any length when there is none.
    pub lengths: Vec<RangeInclusive<usize>>,
    /// The regular expression that they match as a whole; anything when it is empty.
    pub pattern: String,
    /// How their last character is checked.
    pub check_digit: CheckChoice,
}

/// What the desk watches for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Watch {
    /// Within how many minutes the same item again is a double scan.
    pub double_scan_minutes: Option<u32>,
    /// After how many seconds without a scan a borrower is done.
    pub idle_seconds: Option<u32>,
    /// Whether an item that was lent to somebody else is asked about.
    pub lent_to_another: bool,
    /// Whether a card in the place of an item, and the other way round, is noticed.
    pub wrong_field: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self::of(Key::default_value)
    }
}

impl Settings {
    /// The settings with these values.
    pub(super) fn of(value: impl Fn(Key) -> Value) -> Self {
        let text = |key| value(key).as_text().to_owned();
        let name = |key| Some(text(key).trim().to_owned()).filter(|text| !text.is_empty());
        let number = |key| value(key).as_number();
        let unless_0 = |key| Some(number(key)).filter(|number| *number > 0);
        let switch = |key| value(key).as_switch();
        let shape = |lengths, pattern, check| BarcodeShape {
            lengths: value(lengths).as_lengths().to_vec(),
            pattern: text(pattern),
            check_digit: CheckChoice::of_id(&text(check)).unwrap_or_default(),
        };
        Self {
            language: name(Key::Language)
                .filter(|_| value(Key::Language) != Key::Language.default_value()),
            desk: name(Key::Desk),
            library: name(Key::Library),
            data_folder: value(Key::DataFolder).as_folder().map(PathBuf::from),
            keep_uploaded_days: number(Key::KeepUploadedDays),
            theme: ThemeChoice::of_id(&text(Key::Theme)).unwrap_or_default(),
            text_size: number(Key::TextSize),
            sounds: SoundChoice::of_id(&text(Key::Sounds)).unwrap_or_default(),
            slips: switch(Key::Slips),
            scanner: Scanner {
                end: ScanEnd::of_id(&text(Key::ScannerEnd)).unwrap_or_default(),
                pause_ms: number(Key::ScannerPause),
                us_keyboard: switch(Key::ScannerUsKeyboard),
                control_barcodes: switch(Key::ScannerControls),
                prefix: text(Key::ScannerPrefix),
                suffix: text(Key::ScannerSuffix),
                remove_aim: switch(Key::ScannerRemoveAim),
                remove_codabar_letters: switch(Key::ScannerRemoveCodabar),
                remove_spaces: switch(Key::ScannerRemoveSpaces),
                remove_check_character: switch(Key::ScannerRemoveCheck),
            },
            borrower: shape(Key::BorrowerLengths, Key::BorrowerPattern, Key::BorrowerCheck),
            item: shape(Key::ItemLengths, Key::ItemPattern, Key::ItemCheck),
            watch: Watch {
                double_scan_minutes: unless_0(Key::WatchDoubleScan),
                idle_seconds: unless_0(Key::WatchIdle),
                lent_to_another: switch(Key::WatchLentToAnother),
                wrong_field: switch(Key::WatchWrongField),
            },
        }
    }

    /// The desk's name: as it is set, else the name of the computer.
    #[must_use]
    pub fn desk_name(&self) -> String {
        let set = self.desk.as_deref().map(str::trim).filter(|desk| !desk.is_empty());
        let computer = || gethostname::gethostname().to_string_lossy().into_owned();
        set.map_or_else(computer, str::to_owned)
    }
}
