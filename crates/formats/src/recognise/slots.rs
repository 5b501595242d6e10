//! Columns put together: a phone and its label, the parts of one address, each in a slot of its own.

use super::{
    target::{Part, Target},
    words::Meaning,
};

/// One column's meaning with the number its header carries.
pub(super) type Numbered = Option<(Meaning, Option<u8>)>;

/// What tells the slots of one kind apart: the use and the number in the header.
#[derive(PartialEq, Eq)]
struct Key {
    label: &'static str,
    number: u8,
    /// Counts up where two columns claim the same place.
    again: usize,
}

/// The slots of one kind, and the places taken in them.
#[derive(Default)]
struct Slots {
    keys: Vec<Key>,
    taken: Vec<(u8, Place)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Value,
    Label,
    Part(Part),
}

impl Slots {
    /// The slot of `label` and `number` in which `place` is still free.
    fn place(&mut self, label: &'static str, number: u8, place: Place) -> u8 {
        for again in 0.. {
            let key = Key { label, number, again };
            let at = match self.keys.iter().position(|known| *known == key) {
                Some(at) => at,
                None => {
                    self.keys.push(key);
                    self.keys.len() - 1
                }
            };
            let slot = u8::try_from(at + 1).unwrap_or(u8::MAX);
            // Further lines of an address are joined.
            if place == Place::Part(Part::Street2) || slot == u8::MAX || !self.taken.contains(&(slot, place))
            {
                self.taken.push((slot, place));
                return slot;
            }
        }
        u8::MAX
    }
}

pub(super) fn targets(columns: Vec<Numbered>) -> Vec<Target> {
    let has = |wanted: Meaning| columns.iter().flatten().any(|(meaning, _)| *meaning == wanted);
    let (family, given, job) = (has(Meaning::FamilyName), has(Meaning::GivenName), has(Meaning::JobTitle));
    let (mut emails, mut phones, mut addresses, mut websites, mut relations) =
        (Slots::default(), Slots::default(), Slots::default(), Slots::default(), Slots::default());
    let accounts = !family && columns.iter().flatten().any(|(meaning, _)| is_billing(*meaning));
    let mut targets = Vec::with_capacity(columns.len());
    let mut single: Vec<Target> = Vec::new();
    for column in columns {
        let Some((meaning, number)) = column else {
            targets.push(Target::Unknown);
            continue;
        };
        let number = number.unwrap_or(1);
        let target = match meaning {
            // "Ad" beside "Soyad", "Namn" beside "Efternamn": the given name.
            Meaning::FullName if family && !given => once(Target::GivenName, &mut single),
            Meaning::Title => once(if job { Target::Prefix } else { Target::JobTitle }, &mut single),
            // Exporters of accounts call the company just "Name".
            Meaning::FullName if accounts => once(Target::Company, &mut single),
            Meaning::Email(label) => {
                Target::Email { slot: emails.place(label, number, Place::Value), label: named(label) }
            }
            Meaning::EmailLabel => Target::EmailLabel { slot: emails.place("", number, Place::Label) },
            Meaning::Phone(label) => {
                Target::Phone { slot: phones.place(label, number, Place::Value), label: named(label) }
            }
            Meaning::PhoneLabel => Target::PhoneLabel { slot: phones.place("", number, Place::Label) },
            Meaning::Address(label, part) => Target::Address {
                slot: addresses.place(label, number, Place::Part(part)),
                label: named(label),
                part,
            },
            Meaning::AddressLabel => Target::AddressLabel { slot: addresses.place("", number, Place::Label) },
            Meaning::Website(label) => {
                Target::Website { slot: websites.place(label, number, Place::Value), label: named(label) }
            }
            Meaning::WebsiteLabel => Target::WebsiteLabel { slot: websites.place("", number, Place::Label) },
            Meaning::Relation(label) => {
                Target::Relation { slot: relations.place(label, number, Place::Value), label: named(label) }
            }
            Meaning::RelationLabel => {
                Target::RelationLabel { slot: relations.place("", number, Place::Label) }
            }
            other => once(plain(other), &mut single),
        };
        targets.push(target);
    }
    streets_of_split_addresses(&mut targets);
    targets
}

fn is_billing(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Address("billing", _))
}

/// A meaning that a person has once: a second column of it is left to the reader, unless several are
/// naturally joined.
fn once(target: Target, seen: &mut Vec<Target>) -> Target {
    let joins =
        matches!(target, Target::Note | Target::Tags | Target::Social { .. } | Target::OptedOut { .. });
    if !joins && seen.contains(&target) {
        return Target::Unknown;
    }
    seen.push(target.clone());
    target
}

fn named(label: &str) -> Option<String> {
    (!label.is_empty()).then(|| label.to_owned())
}

/// "Address" beside "City" and "Zip" is the street.
fn streets_of_split_addresses(targets: &mut [Target]) {
    let parts: Vec<(u8, Part)> = targets
        .iter()
        .filter_map(|target| match target {
            Target::Address { slot, part, .. } => Some((*slot, *part)),
            _ => None,
        })
        .collect();
    for target in targets {
        if let Target::Address { slot, part: part @ Part::Whole, .. } = target {
            let has = |wanted: Part| parts.contains(&(*slot, wanted));
            if !has(Part::Street) && (has(Part::City) || has(Part::PostalCode)) {
                *part = Part::Street;
            }
        }
    }
}

fn plain(meaning: Meaning) -> Target {
    match meaning {
        Meaning::FullName => Target::FullName,
        Meaning::GivenName => Target::GivenName,
        Meaning::MiddleName => Target::MiddleName,
        Meaning::FamilyName => Target::FamilyName,
        Meaning::Prefix => Target::Prefix,
        Meaning::Suffix => Target::Suffix,
        Meaning::Nickname => Target::Nickname,
        Meaning::PhoneticGiven => Target::PhoneticGiven,
        Meaning::PhoneticMiddle => Target::PhoneticMiddle,
        Meaning::PhoneticFamily => Target::PhoneticFamily,
        Meaning::Company => Target::Company,
        Meaning::Department => Target::Department,
        Meaning::JobTitle => Target::JobTitle,
        Meaning::Birthday => Target::Birthday,
        Meaning::Anniversary => Target::Anniversary,
        Meaning::Social(network) => Target::Social { network: network.to_owned() },
        Meaning::Note => Target::Note,
        Meaning::Tags => Target::Tags,
        Meaning::Owner => Target::Owner,
        Meaning::Source => Target::Source,
        Meaning::Language => Target::Language,
        Meaning::Gender => Target::Gender,
        Meaning::ExternalId => Target::ExternalId,
        Meaning::CreatedAt => Target::CreatedAt,
        Meaning::Photo => Target::Photo,
        Meaning::Kind => Target::Kind,
        Meaning::OptedOut(channel) => Target::OptedOut { channel: named(channel) },
        _ => Target::Unknown,
    }
}
