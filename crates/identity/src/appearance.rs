//! How somebody likes the pages to look.

macro_rules! choices {
    ($(#[$about:meta])* $name:ident { $($choice:ident = $key:literal),* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub enum $name { #[default] $($choice),* }

        impl $name {
            pub const ALL: &[$name] = &[$($name::$choice),*];

            pub const fn key(self) -> &'static str {
                match self { $($name::$choice => $key),* }
            }

            pub fn from_key(key: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|choice| choice.key() == key)
            }
        }
    };
}

choices! {
    /// Light or dark; as the device has it unless chosen.
    Theme { System = "system", Light = "light", Dark = "dark" }
}
choices! {
    /// How much fits on a page.
    Density { Comfortable = "comfortable", Compact = "compact" }
}
