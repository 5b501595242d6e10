//! One row or card of a file as it was read: what will be kept, by what it is matched, or what is wrong with it.

use kernel::{Id, contact::email};

use crate::{import::bad::Problem, lookups::Lookup, matching::Signs, save::Prepared};

/// See the module.
#[derive(Debug)]
pub(super) struct Draft {
    /// Where it begins in the file.
    pub(super) line: u64,
    /// Its place among the rows of the file, from 1.
    pub(super) number: u64,
    /// As it stood in the file, for whoever mends it.
    pub(super) raw: Raw,
    pub(super) body: Result<Body, Problem>,
}

/// Stands between the cells of a row that is kept as it was.
pub(super) const BETWEEN: char = '\u{1f}';

#[derive(Debug)]
pub(super) enum Raw {
    /// The cells, with [`BETWEEN`] between.
    Cells(String),
    Card(Box<formats::vcard::Card>),
}

#[derive(Debug)]
pub(super) enum Body {
    Card(Box<CardDraft>),
    /// A group of cards: its members get a tag.
    Group {
        tag: String,
        members: Vec<String>,
    },
}

#[derive(Debug)]
pub(super) struct CardDraft {
    pub(super) prepared: Prepared,
    /// What it is matched by, with the place of the field in the plan.
    pub(super) keys: Vec<(usize, Lookup)>,
    /// Cards that it names instead of referring to them.
    pub(super) titles: Vec<Title>,
    pub(super) photo: Option<Photo>,
    pub(super) related: Vec<RelatedDraft>,
    /// Cards that may be the same, which somebody has to decide about when this one is there.
    pub(super) alike: Vec<Alike>,
}

/// A card that may be the same as a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Alike {
    pub(super) id: Id,
    pub(super) score: i32,
    pub(super) signs: Signs,
}

impl Raw {
    /// What somebody knows the row by: the first cells that say something, or the name on the card.
    pub(super) fn in_short(&self) -> String {
        match self {
            Raw::Cells(cells) => {
                let cells = cells.split(BETWEEN).map(str::trim).filter(|cell| !cell.is_empty());
                cells.take(2).collect::<Vec<_>>().join(", ").chars().take(80).collect()
            }
            Raw::Card(card) => card.name.full.chars().take(80).collect(),
        }
    }
}

/// A reference by name or by e-mail address.
#[derive(Debug, Clone)]
pub(crate) struct Title {
    pub(crate) field: String,
    pub(crate) object: String,
    pub(crate) text: String,
    /// By which the card may be found, the surest first.
    pub(crate) keys: Vec<Lookup>,
}

impl Title {
    /// `None` for a text of marks alone, such as "-", which is how people write that there is none.
    pub(super) fn new(field: String, object: String, text: String) -> Option<Title> {
        let name = Lookup::name(&text)?;
        let email = email::parse(&text).map(|address| Lookup::email(&address));
        Some(Title { field, object, text, keys: email.into_iter().chain([name]).collect() })
    }

    /// The e-mail address that stands for the card.
    pub(super) fn email(&self) -> Option<String> {
        email::parse(&self.text)
    }
}

#[derive(Debug)]
pub(crate) struct Photo {
    pub(crate) field: String,
    pub(crate) bytes: Vec<u8>,
}

/// Somebody the card is related to, by name or by the other program's id.
#[derive(Debug, Clone)]
pub(super) struct RelatedDraft {
    pub(super) role: String,
    pub(super) who: String,
    pub(super) by_uid: bool,
}
