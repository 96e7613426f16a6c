//! What is said when there is no window to say it in.

/// Shows a sentence in a box of its own, window or not, and on standard error.
#[expect(clippy::print_stderr, reason = "a box needs a desktop; a terminal may be all there is")]
pub fn tell(title: &str, text: &str) {
    eprintln!("{title}: {text}");
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title(title)
        .set_description(text)
        .show();
}
