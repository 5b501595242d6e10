//! What somebody may do with which cards and fields. A role is a set of rights; of several roles the widest counts.
//!
//! Owners and administrators may do everything. A member or reader whom no role of the workspace's own was given may do
//! what their built-in role says; who has some may do what these allow together, and a reader still changes nothing.

mod of;
mod set;

use serde::{Deserialize, Serialize};

pub use of::{Circle, Units, of, of_user, reach_units, reach_users, unit_between};
pub use set::{EVERY_OBJECT, Rights};

macro_rules! keyed {
    ($(#[$about:meta])* $name:ident { $($(#[$word:meta])* $choice:ident = $key:literal),* $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$word])* $choice),* }

        impl $name {
            pub const ALL: &[$name] = &[$($name::$choice),*];

            /// In forms and in keys of texts; what is kept is its name in `snake_case`.
            pub const fn key(self) -> &'static str {
                match self { $($name::$choice => $key),* }
            }

            pub fn from_key(key: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|choice| choice.key() == key)
            }
        }
    };
}

keyed! {
    /// What is done with cards.
    Verb {
        See = "see",
        Create = "create",
        Edit = "edit",
        Delete = "delete",
        Export = "export",
        Import = "import",
        Merge = "merge",
        /// Changing many at once.
        Bulk = "bulk",
    }
}

impl Verb {
    /// What nobody can do with a card they may not do this with.
    pub fn needs(self) -> Option<Verb> {
        match self {
            Verb::See | Verb::Create | Verb::Import => None,
            Verb::Edit | Verb::Delete | Verb::Export => Some(Verb::See),
            Verb::Merge | Verb::Bulk => Some(Verb::Edit),
        }
    }

    /// It changes something.
    pub fn writes(self) -> bool {
        !matches!(self, Verb::See | Verb::Export)
    }
}

keyed! {
    /// With whose cards; each reaches at least as far as those before it.
    Reach {
        None = "none",
        /// One's own.
        Own = "own",
        /// Those of everybody in one's teams.
        Team = "team",
        /// Those of everybody in one's departments, with the teams in them.
        Department = "department",
        /// Those of everybody at one's locations.
        Location = "location",
        All = "all",
    }
}

keyed! {
    /// What may be done with a field, each more than those before it.
    FieldRight {
        Hidden = "hidden",
        ReadOnly = "read-only",
        Editable = "editable",
    }
}
