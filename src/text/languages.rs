//! What lies in `assets/locales` and `assets/help`, as `build.rs` has found it.

include!(concat!(env!("OUT_DIR"), "/languages.rs"));
