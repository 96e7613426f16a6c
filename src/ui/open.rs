//! Showing a folder or a page to print in the system's own program for it.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

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
    let now = chrono::Local::now().format("%Y%m%d-%H%M%S");
    let path = std::env::temp_dir().join(format!("offcirc-{name}-{now}.{end}"));
    std::fs::write(&path, bytes)?;
    open(&path)
}
