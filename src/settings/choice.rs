//! Settings that are one of a few words.

macro_rules! choice {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $choice:ident = $id:literal,)+ } $first:ident) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$doc])* $choice,)+
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$choice,)+];
            /// Their words in the file.
            pub const IDS: &'static [&'static str] = &[$($id,)+];
            /// The one when nobody chose.
            pub const DEFAULT: Self = Self::$first;

            /// Its word in the file.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$choice => $id,)+ }
            }

            /// The one with this word.
            #[must_use]
            pub fn of_id(id: &str) -> Option<Self> {
                match id {
                    $($id => Some(Self::$choice),)+
                    _ => None,
                }
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::DEFAULT
            }
        }
    };
}

choice! {
    /// The colours of the window.
    ThemeChoice {
        /// As the system has them.
        System = "system",
        /// Dark on light.
        Light = "light",
        /// Light on dark.
        Dark = "dark",
        /// The strongest contrast.
        HighContrast = "high-contrast",
    } System
}

choice! {
    /// What is heard.
    SoundChoice {
        /// A sound for each kind of answer.
        On = "on",
        /// The beep of the system.
        Beep = "beep",
        /// Nothing.
        Off = "off",
    } On
}

choice! {
    /// What ends a scan.
    ScanEnd {
        /// Enter or Tab.
        EnterOrTab = "enter-or-tab",
        /// Enter, Tab or a pause.
        Pause = "pause",
    } EnterOrTab
}

choice! {
    /// How the last character of a barcode is checked.
    CheckChoice {
        /// Not at all.
        None = "none",
        /// Modulo 10, "Luhn".
        Luhn = "luhn",
        /// Modulo 43 of Code 39.
        Mod43 = "mod43",
    } None
}
