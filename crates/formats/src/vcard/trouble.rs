//! What can be wrong with a card, and with a file of them.

use std::{error, fmt};

use serde::{Deserialize, Serialize};

/// A card that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadCard {
    /// The line of the file at which it begins, the first being 1.
    pub line: u64,
    pub reason: Reason,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The file cannot be read further; there are no more cards.
    Unreadable(String),
    LineTooLong,
    CardTooLarge,
    /// It says nothing about anybody.
    Empty,
    /// Text that belongs to no card.
    OutsideCard,
}

impl fmt::Display for BadCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match &self.reason {
            Reason::Unreadable(error) => {
                return write!(f, "the file cannot be read at line {}: {error}", self.line);
            }
            Reason::LineTooLong => "has a line that is too long",
            Reason::CardTooLarge => "is too large",
            Reason::Empty => "is empty",
            Reason::OutsideCard => "is no card",
        };
        write!(f, "what begins at line {} {reason}", self.line)
    }
}

impl error::Error for BadCard {}

/// Something odd in a card that was read all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    pub line: u64,
    pub remark: Remark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Remark {
    /// The card has no end; it was taken to end before the next, or with the file.
    MissingEnd,
    /// The line is no property, and was left out.
    NoProperty,
    /// The picture cannot be read; it was kept as an unknown property.
    BadPhoto,
}
