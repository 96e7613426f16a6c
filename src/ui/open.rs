//! Showing a folder or a page to print in the system's own program for it.
//!
//! Pages are files in the system's folder for temporary files. What is on a slip is between the
//! borrower and the library: nobody else may read the file, and it does not stay. A thread removes
//! pages whose time is over, of this run of the program and of those before.

use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, SystemTime};

use chrono::NaiveDateTime;

use crate::store::create_private;

/// So long a page stays for the program that shows it.
const KEPT: Duration = Duration::from_hours(1);
/// How often the pages are looked through, while there are any.
const LOOK_EVERY: Duration = Duration::from_mins(5);
/// How the name of a page begins.
const START: &str = "offcirc-";
/// What a page's name says of when it was written.
const STAMP: &str = "%Y%m%d-%H%M%S-%3f";

/// Tells the thread that removes old pages that there is a new one; `None` when the system had no
/// thread left.
static NEW_PAGES: LazyLock<Option<Sender<()>>> = LazyLock::new(|| {
    let (sender, new_pages) = mpsc::channel();
    let remove = move || keep_removing_old(&std::env::temp_dir(), LOOK_EVERY, &new_pages);
    match thread::Builder::new().name("offcirc-old-pages".into()).spawn(remove) {
        Ok(_) => Some(sender),
        Err(error) => {
            log::warn!("old pages stay: {error}");
            None
        }
    }
});

/// Shows a folder or a file in whatever program this computer has for it.
///
/// # Errors
///
/// There is no such program, or it ended with a failure.
pub fn open(path: &Path) -> io::Result<()> {
    let program = if cfg!(windows) {
        "explorer.exe"
    } else if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    let mut command = Command::new(program);
    command.arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let ended = command.status()?;
    // The explorer ends with 1 whatever it did.
    if ended.success() || cfg!(windows) {
        Ok(())
    } else {
        Err(io::Error::other(format!("{program}: {ended}")))
    }
}

/// Writes a PDF into the system's folder for temporary files and shows it.
///
/// # Errors
///
/// It can't be written, or nothing shows it.
pub fn open_page(name: &str, page: &[u8]) -> io::Result<()> {
    open_new(name, "pdf", page)
}

/// The same with a text.
///
/// # Errors
///
/// It can't be written, or nothing shows it.
pub fn open_text(name: &str, text: &str) -> io::Result<()> {
    open_new(name, "txt", text.as_bytes())
}

fn open_new(name: &str, end: &str, bytes: &[u8]) -> io::Result<()> {
    // A name of its own: the one before may still be open in its program.
    let now = chrono::Local::now().format(STAMP);
    let path = std::env::temp_dir().join(format!("{START}{name}-{now}.{end}"));
    let named =
        |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    write_new(&path, bytes).map_err(named)?;
    if let Some(new_pages) = &*NEW_PAGES {
        // That thread never ends.
        let _ = new_pages.send(());
    }
    open(&path).map_err(named)
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let written = create_private(path)?.write_all(bytes);
    written.inspect_err(|_| drop(std::fs::remove_file(path)))
}

/// Begins to remove the pages whose time is over, beside everything else.
pub fn remove_old_pages() {
    LazyLock::force(&NEW_PAGES);
}

/// Removes pages when their time is over, until nobody can make new ones; sleeps while there are
/// none.
fn keep_removing_old(folder: &Path, every: Duration, new_pages: &Receiver<()>) {
    loop {
        let woken = if remove_old(folder) {
            new_pages.recv_timeout(every)
        } else {
            new_pages.recv().map_err(RecvTimeoutError::from)
        };
        if woken == Err(RecvTimeoutError::Disconnected) {
            return;
        }
    }
}

/// Removes the pages whose time is over; returns whether any are left. One that can't be removed
/// is still open, or somebody else's.
fn remove_old(folder: &Path) -> bool {
    let mut are_left = false;
    for entry in folder.read_dir().into_iter().flatten().flatten() {
        if !entry.file_name().to_str().is_some_and(is_page) {
            continue;
        }
        // Of a link it tells about the link.
        let Ok(meta) = entry.metadata() else { continue };
        if meta.is_file() {
            let is_removed =
                meta.modified().is_ok_and(is_over) && std::fs::remove_file(entry.path()).is_ok();
            are_left |= !is_removed;
        }
    }
    are_left
}

/// Whether the time of a page is over; one of the future was written before somebody set the
/// clock back.
fn is_over(written: SystemTime) -> bool {
    written.elapsed().unwrap_or_else(|ahead| ahead.duration()) > KEPT
}

/// Whether a file is named like a page.
fn is_page(name: &str) -> bool {
    let rest = name.strip_prefix(START);
    let rest = rest.and_then(|rest| rest.strip_suffix(".pdf").or(rest.strip_suffix(".txt")));
    // The last three parts are the stamp.
    let stamp = rest.and_then(|rest| rest.get(rest.rmatch_indices('-').nth(2)?.0 + 1..));
    stamp.is_some_and(|stamp| NaiveDateTime::parse_from_str(stamp, STAMP).is_ok())
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::path::PathBuf;
    use std::time::Instant;

    use super::*;

    const PATIENCE: Duration = Duration::from_secs(30);

    /// Writes a page as long ago, or as long from now, as the clock says.
    fn page(folder: &Path, name: &str, written: SystemTime) -> PathBuf {
        let path = folder.join(name);
        write_new(&path, b"3000").unwrap();
        File::options().write(true).open(&path).unwrap().set_modified(written).unwrap();
        path
    }

    #[test]
    fn a_page_is_for_one_reader_and_overwrites_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = page(folder.path(), "page", SystemTime::now());
        assert!(write_new(&path, b"").is_err(), "what is there stays as it is");
        assert_eq!(std::fs::read(&path).unwrap(), b"3000");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
            let link = folder.path().join("link");
            std::os::unix::fs::symlink(folder.path().join("elsewhere"), &link).unwrap();
            assert!(write_new(&link, b"3000").is_err(), "a link is not followed");
            assert!(!folder.path().join("elsewhere").exists());
        }
    }

    #[test]
    fn pages_are_gone_after_their_time_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        let now = SystemTime::now();
        let (old, later) = (now - 2 * KEPT, now + 2 * KEPT);
        let stay = [
            ("offcirc-slip-20261123-140500-001.pdf", now),
            ("slip-20261123-140500-001.pdf", old),
            ("offcirc-slip-20261123-140500-001.pdf.txt.dat", old),
            ("offcirc-slip-20261323-140500-001.pdf", old),
            ("offcirc-140500-001.pdf", old),
            ("offcirc-try-17.tmp", old),
        ];
        let go = [
            ("offcirc-slip-20261123-140500-002.pdf", old),
            ("offcirc-slip-20261123-140500-003.pdf", later),
            ("offcirc-control-barcodes-20261123-140500-003.pdf", old),
            ("offcirc-licences-20261123-140500-003.txt", old),
        ];
        let [stay, go] = [&stay[..], &go[..]].map(|pages| {
            let pages = pages.iter().map(|(name, written)| page(folder.path(), name, *written));
            pages.collect::<Vec<_>>()
        });
        #[cfg(unix)]
        std::os::unix::fs::symlink(
            &stay[0],
            folder.path().join("offcirc-a-20261123-140500-001.pdf"),
        )
        .unwrap();
        assert!(remove_old(folder.path()), "one is left whose time comes");
        assert!(stay.iter().all(|path| path.exists()));
        assert!(!go.iter().any(|path| path.exists()));
        std::fs::remove_file(&stay[0]).unwrap();
        assert!(!remove_old(folder.path()));
    }

    /// Those of a run before this one go at the start; those of this run when their time is over,
    /// whether or not another page is shown.
    #[test]
    fn pages_are_removed_while_the_program_runs() {
        let folder = tempfile::tempdir().unwrap();
        let old = SystemTime::now() - 2 * KEPT;
        let gone = |path: &Path| {
            let until = Instant::now() + PATIENCE;
            while path.exists() {
                assert!(Instant::now() < until, "{} stays", path.display());
                thread::yield_now();
            }
        };
        let before = page(folder.path(), "offcirc-slip-20261123-140500-001.pdf", old);
        let now = page(folder.path(), "offcirc-slip-20261123-140500-002.pdf", SystemTime::now());
        let (sender, new_pages) = mpsc::channel();
        thread::scope(|scope| {
            let every = Duration::from_millis(1);
            let folder = folder.path();
            scope.spawn(move || keep_removing_old(folder, every, &new_pages));
            gone(&before);
            assert!(now.exists());
            File::options().write(true).open(&now).unwrap().set_modified(old).unwrap();
            gone(&now);
            drop(sender);
        });
    }
}
