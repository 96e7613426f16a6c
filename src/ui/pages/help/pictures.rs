//! The pictures of the help, taken of the running program by `tests/desktop/pictures --help`.

macro_rules! pictures {
    ($($name:literal),+ $(,)?) => {
        /// Their names, and the files.
        pub const PICTURES: &[(&str, &[u8])] = &[$((
            $name,
            include_bytes!(concat!("../../../../assets/help/pictures/", $name, ".png")),
        )),+];
    };
}

pictures!(
    "de-desk-loan",
    "de-desk-return",
    "de-held",
    "de-report",
    "de-scanners",
    "de-settings",
    "de-upload",
    "en-desk-loan",
    "en-desk-return",
    "en-held",
    "en-report",
    "en-scanners",
    "en-settings",
    "en-upload",
    "fr-desk-loan",
    "fr-desk-return",
    "fr-held",
    "fr-report",
    "fr-scanners",
    "fr-settings",
    "fr-upload",
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Texts;
    use crate::text::help::{Block, Topic};

    #[test]
    fn every_picture_of_the_help_is_there_and_can_be_read() {
        let mut shown = 0;
        for language in Texts::languages() {
            for topic in Topic::ALL {
                for block in Texts::new(language).help(topic) {
                    let Block::Picture { name, .. } = block else { continue };
                    let (_, bytes) =
                        PICTURES.iter().find(|(known, _)| *known == name).expect(&name);
                    assert!(eframe::icon_data::from_png_bytes(bytes).is_ok(), "{name}");
                    shown += 1;
                }
            }
        }
        assert_eq!(shown, PICTURES.len(), "a picture is not shown");
    }
}
