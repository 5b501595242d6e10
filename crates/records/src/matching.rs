//! Whether two cards are the same: one matcher for entry, the scan at night and whoever else asks. It compares normal
//! forms and nothing else, so it needs no database: [`Profile`] makes them, [`Profile::keys`] say which cards are worth
//! comparing at all, [`compare`] weighs what speaks for and against, in bits (Fellegi and Sunter 1969), and [`Sign`]s
//! tell why.

mod compare;
mod forms;
mod keys;
mod likeness;
mod nicknames;
mod normal;
mod parts;
mod profile;
mod sign;
mod spellings;

pub(crate) use self::keys::sound_of_name;
pub use self::{
    compare::{EXACT, Match, Prepared, SHOWN, compare},
    keys::Key,
    profile::Profile,
    sign::{Reason, Sign, Signs, reasons},
    spellings::Spellings,
};
