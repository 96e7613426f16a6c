//! Asking for a file or a place, by the system's own dialog.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use super::work::Work;

/// What somebody is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// A file with a report: text, or a table.
    Report {
        /// What stands above the dialog.
        title: String,
    },
    /// A file with barcodes: transactions, or a list.
    Barcodes {
        /// What stands above the dialog.
        title: String,
    },
    /// A folder.
    Folder {
        /// What stands above the dialog.
        title: String,
    },
    /// A place for a new file of transactions.
    Transactions {
        /// What stands above the dialog.
        title: String,
        /// The name that is proposed.
        name: String,
    },
    /// A place for a new table.
    Sheet {
        /// What stands above the dialog.
        title: String,
        /// The name that is proposed.
        name: String,
    },
}

/// Whoever answers: the system's dialog, or a test.
pub type Ask = Arc<dyn Fn(Wanted) -> Option<PathBuf> + Send + Sync>;

/// Asks with the dialog of the system. Nothing when it was cancelled, or when there is none.
#[must_use]
pub fn of_system() -> Ask {
    Arc::new(|wanted| {
        let dialog = rfd::FileDialog::new();
        match wanted {
            Wanted::Report { title } => {
                let ends = ["txt", "csv", "TXT", "CSV"];
                dialog.set_title(title).add_filter("TXT, CSV", &ends).pick_file()
            }
            Wanted::Barcodes { title } => dialog.set_title(title).pick_file(),
            Wanted::Folder { title } => dialog.set_title(title).pick_folder(),
            Wanted::Transactions { title, name } => {
                let dialog = dialog.set_title(title).add_filter("DAT", &["dat"]);
                dialog.set_file_name(name).save_file()
            }
            Wanted::Sheet { title, name } => {
                let dialog = dialog.set_title(title).add_filter("CSV", &["csv"]);
                dialog.set_file_name(name).save_file()
            }
        }
    })
}

/// Asks beside the window, which goes on; `wake` calls it when there is an answer.
///
/// # Errors
///
/// The system has no thread left.
pub fn start(
    ask: &Ask,
    wanted: Wanted,
    wake: Arc<dyn Fn() + Send + Sync>,
) -> io::Result<Work<Option<PathBuf>>> {
    let ask = ask.clone();
    beside(wake, move || ask(wanted))
}

/// Asks for any number of files with the dialog of the system; none when it was cancelled.
///
/// # Errors
///
/// The system has no thread left.
pub fn several(title: &str, wake: Arc<dyn Fn() + Send + Sync>) -> io::Result<Work<Vec<PathBuf>>> {
    let dialog = rfd::FileDialog::new().set_title(title);
    beside(wake, move || dialog.pick_files().unwrap_or_default())
}

fn beside<T: Send + 'static>(
    wake: Arc<dyn Fn() + Send + Sync>,
    ask: impl FnOnce() -> T + Send + 'static,
) -> io::Result<Work<T>> {
    if cfg!(target_os = "macos") {
        // Its dialogs belong to the main thread, and keep the window alive while they are open.
        let answer = ask();
        Work::start("offcirc-dialog", wake, move |_| answer)
    } else {
        Work::start("offcirc-dialog", wake, move |_| ask())
    }
}
