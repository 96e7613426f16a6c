//! The pictures of the help, made by `tests/desktop/help-pictures` from the running program.

/// Their names, and the files.
pub const PICTURES: &[(&str, &[u8])] = &[];
