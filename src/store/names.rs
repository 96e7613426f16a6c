//! The names of what lies in a data folder.

/// The file of transactions.
pub const DAT: &str = "OffCirc.dat";
/// The folder for batches that wait for their upload.
pub const UPLOADS: &str = "uploads";
/// The folder for batches that Alma has.
pub const UPLOADED: &str = "uploaded";
