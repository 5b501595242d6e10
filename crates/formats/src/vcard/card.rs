//! A contact as a vCard tells it, whatever version it was written in.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{PartialDate, Photo, RawProperty, Warning};

/// One contact. Texts are empty and lists are empty where the card says nothing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Card {
    /// As written: `2.1`, `3.0`, `4.0`.
    pub version: String,
    pub uid: Option<String>,
    pub kind: Kind,
    pub name: Name,
    pub nicknames: Vec<String>,
    pub organisation: Organisation,
    pub title: Option<String>,
    pub role: Option<String>,
    pub emails: Vec<Labelled>,
    pub phones: Vec<Phone>,
    pub addresses: Vec<Address>,
    pub urls: Vec<Labelled>,
    pub socials: Vec<Social>,
    pub birthday: Option<PartialDate>,
    pub anniversary: Option<PartialDate>,
    pub dates: Vec<LabelledDate>,
    pub related: Vec<Related>,
    pub notes: Vec<String>,
    pub categories: Vec<String>,
    pub gender: Option<Gender>,
    /// Language tags, the preferred one first.
    pub languages: Vec<String>,
    pub photo: Option<Photo>,
    pub geo: Option<Geo>,
    /// A zone's name or an offset, as written.
    pub time_zone: Option<String>,
    pub revision: Option<Timestamp>,
    /// Of a group: the members' UIDs or other URIs.
    pub members: Vec<String>,
    /// Every property not understood, whole, to be exported again.
    pub unknown: Vec<RawProperty>,
    /// What was wrong with the card without spoiling it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
}

impl Card {
    /// What to call the contact: the full name, else its parts, the organisation, a nickname, an address.
    pub fn display_name(&self) -> String {
        let name = &self.name;
        if !name.full.is_empty() {
            return name.full.clone();
        }
        let parts = [&name.prefix, &name.given, &name.middle, &name.family, &name.suffix];
        let composed: Vec<&str> =
            parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        if !composed.is_empty() {
            return composed.join(" ");
        }
        let others = [Some(&self.organisation.name), self.nicknames.first()];
        let email = self.emails.first().map(|email| &email.value);
        let phone = self.phones.first().map(|phone| &phone.value);
        let mut others = others.into_iter().chain([email, phone]).flatten();
        others.find(|other| !other.is_empty()).cloned().unwrap_or_default()
    }

    /// Nothing is known but technicalities.
    pub(super) fn is_empty(&self) -> bool {
        if !self.name.full.is_empty() {
            return false;
        }
        let nothing = Card {
            version: self.version.clone(),
            uid: self.uid.clone(),
            kind: self.kind.clone(),
            revision: self.revision,
            unknown: self.unknown.clone(),
            warnings: self.warnings.clone(),
            ..Card::default()
        };
        *self == nothing
    }
}

/// What a card describes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    #[default]
    Individual,
    Organisation,
    Group,
    Location,
    Other(String),
}

/// A name and its parts. `full` may be given without parts, and parts without `full`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Name {
    pub full: String,
    pub prefix: String,
    pub given: String,
    pub middle: String,
    pub family: String,
    pub suffix: String,
    pub phonetic_given: String,
    pub phonetic_middle: String,
    pub phonetic_family: String,
}

/// An employer, and the units within it from large to small.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Organisation {
    pub name: String,
    pub units: Vec<String>,
}

/// A value with its use: `home`, `work`, `other` or as its owner wrote it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Labelled {
    pub value: String,
    pub label: Option<String>,
    pub preferred: bool,
}

/// A phone number as written. The label is one of `mobile`, `home`, `work`, `fax`, `home fax`, `work fax`,
/// `pager`, `main`, `other`, or as its owner wrote it; the kinds are what the card says about the device.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Phone {
    pub value: String,
    pub extension: Option<String>,
    pub label: Option<String>,
    pub kinds: Vec<PhoneKind>,
    pub preferred: bool,
}

/// The device or service behind a number. `Voice` is not kept where another is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PhoneKind {
    Cell,
    Fax,
    Pager,
    Voice,
    Video,
    Text,
    Textphone,
    Main,
    Car,
    Modem,
    Isdn,
    Message,
    Pcs,
    BulletinBoard,
}

/// A postal address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Address {
    pub label: Option<String>,
    pub po_box: String,
    pub extended: String,
    pub street: String,
    pub locality: String,
    pub region: String,
    pub postal_code: String,
    pub country: String,
    /// ISO 3166, lower case, where the card has it (Apple's X-ABADR).
    pub country_code: Option<String>,
    /// The address as it would stand on an envelope.
    pub formatted: Option<String>,
    pub preferred: bool,
}

impl Address {
    /// No part and no envelope.
    pub fn is_empty(&self) -> bool {
        let parts = [
            &self.po_box,
            &self.extended,
            &self.street,
            &self.locality,
            &self.region,
            &self.postal_code,
            &self.country,
        ];
        parts.into_iter().all(String::is_empty) && self.formatted.is_none()
    }
}

/// An account on a network or messenger. The network is in lower case: `linkedin`, `skype`, `xmpp`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Social {
    pub network: String,
    pub handle: Option<String>,
    pub url: Option<String>,
    pub label: Option<String>,
}

/// A day that is neither birthday nor anniversary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelledDate {
    pub date: PartialDate,
    pub label: Option<String>,
}

/// Somebody this contact knows. Roles of the standard and of Apple are in lower case: `spouse`, `manager`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    pub role: Option<String>,
    pub who: Who,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Who {
    Named(String),
    /// The UID of another card, or any other URI.
    Card(String),
}

/// RFC 6350, 6.2.7.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gender {
    pub sex: Option<Sex>,
    pub identity: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sex {
    Male,
    Female,
    Other,
    NotApplicable,
    Unknown,
}

/// Degrees north and east.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Geo {
    pub latitude: f64,
    pub longitude: f64,
}
