//! What the fields of an object mean to the rest of the world: the one table that imports, exports and vCards read.
//! Its owner declares it beside the object, with [`crate::Object::exchange`].

/// A meaning that address books and other programs share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// The name of the card: a person name or a text.
    Name,
    Nickname,
    /// A reference to the company somebody works at.
    Company,
    Department,
    JobTitle,
    Emails,
    Phones,
    Addresses,
    Websites,
    Socials,
    Birthday,
    Anniversary,
    Gender,
    Language,
    Tags,
    Photo,
    About,
    Owner,
    Source,
    DoNotContact,
    /// What a state calls a company: its tax or register number.
    TaxNumber,
    /// A hidden long text that holds what no other field does: see [`crate::import`].
    Foreign,
}

/// What a vCard calls the kind of card that an object is (RFC 6350, 6.1.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CardKind {
    Individual,
    Organisation,
}

/// A role in which a vCard names somebody else, and the relation it becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Role {
    /// As in the card, in lower case: `spouse`, `child`.
    pub role: &'static str,
    /// The key of a [`crate::links::LinkKind`] between two records of the object.
    pub kind: &'static str,
    /// The relation begins at the card that names the other.
    pub forth: bool,
}

/// The table of one object. An object without one is imported by the names of its fields alone.
#[derive(Debug, Clone, Copy, Default)]
pub struct Exchange {
    pub card: Option<CardKind>,
    pub meanings: &'static [(Meaning, &'static str)],
    /// The first role of a kind and direction is the one that is exported.
    pub roles: &'static [Role],
}

impl Exchange {
    /// The field of this meaning.
    pub fn field(&self, meaning: Meaning) -> Option<&'static str> {
        self.meanings.iter().find(|(known, _)| *known == meaning).map(|(_, field)| *field)
    }

    /// What a role of a vCard becomes.
    pub fn role(&self, role: &str) -> Option<&'static Role> {
        self.roles.iter().find(|known| known.role == role)
    }

    /// The role of the other card, for a relation seen from one side.
    pub fn role_of(&self, kind: &str, forth: bool) -> Option<&'static str> {
        let fits = |known: &&Role| known.kind == kind && known.forth == forth;
        let any = |known: &&Role| known.kind == kind;
        self.roles.iter().find(fits).or_else(|| self.roles.iter().find(any)).map(|known| known.role)
    }
}
