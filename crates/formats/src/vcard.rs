//! vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), as phones and address books really write them. The parser
//! is our own: the crate `calcard` needs the whole file as one valid `str` (no streaming, no line numbers),
//! ends a card at the END of a nested one, and gives typed values without the text they were made from, so
//! that what is not understood could not be kept as written.
//!
//! Files go through these steps: `line` unfolds lines of bytes, `undecoded` takes each apart, `decoding` makes
//! text of it, `understanding` a [`Card`] of them all. [`write()`] goes the other way.

mod card;
mod cards;
mod date;
mod decoding;
mod label;
mod line;
mod photo;
mod property;
mod text;
mod transfer;
mod trouble;
mod undecoded;
mod understanding;
mod writing;

pub use card::{
    Address, Card, Gender, Geo, Kind, Labelled, LabelledDate, Name, Organisation, Phone, PhoneKind, Related,
    Sex, Social, Who,
};
pub use cards::{Cards, cards};
pub use date::PartialDate;
pub use photo::Photo;
pub use property::{Parameter, RawProperty};
pub use trouble::{BadCard, Reason, Remark, Warning};
pub use writing::{Version, write};

/// The longest content line read, in bytes, unfolded.
pub const LONGEST_LINE: usize = 10 * 1024 * 1024;

/// The largest card read, in bytes.
pub const LARGEST_CARD: usize = 25 * 1024 * 1024;
