//! The neutral meanings a column can have.

/// What a column probably holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    pub target: Target,
    /// What separates several values in one cell, for exporters that write them so; see [`values`].
    pub splits_at: Option<&'static str>,
}

/// The meaning of a column. `slot` counts the e-mail addresses, phones … of one row from 1; `label` is the
/// use the header itself names (`mobile`, `work`, `home`, `fax`, `work fax`, `spouse` …), in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    FullName,
    GivenName,
    MiddleName,
    FamilyName,
    Prefix,
    Suffix,
    Nickname,
    PhoneticGiven,
    PhoneticMiddle,
    PhoneticFamily,
    Company,
    Department,
    JobTitle,
    Email {
        slot: u8,
        label: Option<String>,
    },
    EmailLabel {
        slot: u8,
    },
    Phone {
        slot: u8,
        label: Option<String>,
    },
    PhoneLabel {
        slot: u8,
    },
    Address {
        slot: u8,
        label: Option<String>,
        part: Part,
    },
    AddressLabel {
        slot: u8,
    },
    Birthday,
    Anniversary,
    Website {
        slot: u8,
        label: Option<String>,
    },
    WebsiteLabel {
        slot: u8,
    },
    /// `network` as in vCard: `linkedin`, `twitter`, `skype`, `wechat` …
    Social {
        network: String,
    },
    Note,
    Tags,
    Relation {
        slot: u8,
        label: Option<String>,
    },
    RelationLabel {
        slot: u8,
    },
    Owner,
    Source,
    Language,
    Gender,
    ExternalId,
    CreatedAt,
    Photo,
    /// Whether the row is a person or a company (Odoo's `is_company`).
    Kind,
    /// They do not want to be contacted; `channel` is `email` or `phone`, or nothing for any.
    OptedOut {
        channel: Option<String>,
    },
    Unknown,
}

/// A part of a postal address; `Whole` is all of it in one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    Street,
    /// What follows the street: floor, flat, c/o.
    Street2,
    PoBox,
    City,
    Region,
    PostalCode,
    Country,
    Whole,
}

/// The values of a cell, trimmed. Empty ones stay, so that a column of labels keeps step with its values.
pub fn values<'c>(guess: &Guess, cell: &'c str) -> impl Iterator<Item = &'c str> + use<'c> {
    // Exporters differ in the spaces around, so those are trimmed rather than asked for.
    let separator = guess.splits_at.map_or("\0", str::trim);
    cell.split(separator).map(str::trim)
}

/// A label as Google writes it: `* Home` is the preferred one, `* myContacts` a group of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label<'c> {
    pub text: &'c str,
    pub marked: bool,
}

pub fn label(value: &str) -> Label<'_> {
    match value.trim().strip_prefix('*') {
        Some(text) => Label { text: text.trim(), marked: true },
        None => Label { text: value.trim(), marked: false },
    }
}
