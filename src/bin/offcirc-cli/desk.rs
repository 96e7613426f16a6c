//! The desk that the commands work at: its folders, its name, its language.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::OnceLock;

use offcirc::settings::{self, Loaded};
use offcirc::setup;
use offcirc::store::Places;
use offcirc::text::Texts;

/// A sentence for standard error: what went wrong, where, and what to do next.
pub type Sentence = String;

static LANGUAGE: OnceLock<Option<String>> = OnceLock::new();

/// From now on [`texts`] speak this language, else the one that is set, else the system's.
pub fn speak(language: Option<String>) {
    let set = || settings::load(setup::rule).settings.language;
    LANGUAGE.get_or_init(|| language.or_else(set));
}

/// The sentences, in the language that was asked for.
pub fn texts() -> Texts {
    let language = LANGUAGE.get().and_then(Option::as_deref);
    language.map_or_else(Texts::of_system, Texts::new)
}

/// What a command ends with that does all or nothing: 0, or 2 and the sentence that says why.
#[expect(clippy::print_stderr, reason = "a program of the command line speaks there")]
pub fn ended(done: Result<(), Sentence>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

/// Where the commands work, by the settings of this computer and user.
pub struct Desk {
    /// The folder of `OffCirc.dat`; it may not be there yet.
    pub data_folder: PathBuf,
    /// Where transactions wait when that folder fails.
    pub spool_root: Option<PathBuf>,
    /// The desk's name, for the names of batches.
    pub name: String,
    /// For how many days batches that Alma has are kept.
    pub keep_days: u32,
}

impl Desk {
    /// Finds it; says on standard error which settings were passed over.
    #[expect(clippy::print_stderr, reason = "a program of the command line speaks there")]
    pub fn find(texts: &Texts, data_dir: Option<&Path>) -> Result<Self, Sentence> {
        let Loaded { settings, faults, .. } = settings::load(setup::rule);
        for fault in faults {
            eprintln!("{fault}");
        }
        let no_folder = || format!("{}: {}", texts.say("no-folder"), texts.say("no-folder-what"));
        let places = Places::find(data_dir, &settings).ok_or_else(no_folder)?;
        Ok(Self {
            data_folder: places.data_folder,
            spool_root: places.spool_root,
            name: settings.desk_name(),
            keep_days: settings.keep_uploaded_days,
        })
    }
}
