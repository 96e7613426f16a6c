//! Showing a folder or a page to print in the system's own program for it.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// So long a page stays for the program that shows it.
const KEPT: Duration = Duration::from_hours(1);

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
    let folder = std::env::temp_dir();
    let (start, end) = (format!("offcirc-{name}-"), format!(".{end}"));
    remove_old(&folder, &start, &end);
    // A name of its own: the one before may still be open in its program.
    let now = chrono::Local::now().format("%Y%m%d-%H%M%S-%3f");
    let path = folder.join(format!("{start}{now}{end}"));
    let named =
        |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    write_new(&path, bytes).and_then(|()| open(&path)).map_err(named)
}

/// What is on a slip is between the borrower and the library: nobody else may read the file, and it
/// does not stay.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(bytes)
}

/// Removes the files of this kind that nobody needs any more. One that can't be removed is still
/// open, or somebody else's.
fn remove_old(folder: &Path, start: &str, end: &str) {
    for entry in folder.read_dir().into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_ours =
            name.to_str().is_some_and(|name| name.starts_with(start) && name.ends_with(end));
        let age = || entry.metadata().ok()?.modified().ok()?.elapsed().ok();
        if is_ours && age().is_some_and(|age| age > KEPT) {
            drop(std::fs::remove_file(entry.path()));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::*;

    #[test]
    fn a_page_is_for_one_reader_and_does_not_stay() {
        let folder = tempfile::tempdir().unwrap();
        let [old, new, other] = ["offcirc-slip-1.pdf", "offcirc-slip-2.pdf", "slip.pdf"]
            .map(|name| folder.path().join(name));
        for path in [&old, &new, &other] {
            write_new(path, b"3000").unwrap();
            assert!(write_new(path, b"").is_err(), "what is there stays as it is");
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt;
                assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
            }
        }
        for path in [&old, &other] {
            let file = OpenOptions::new().write(true).open(path).unwrap();
            file.set_modified(SystemTime::now() - 2 * KEPT).unwrap();
        }
        remove_old(folder.path(), "offcirc-slip-", ".pdf");
        assert_eq!([old, new, other].map(|path| path.exists()), [false, true, true]);
    }
}
