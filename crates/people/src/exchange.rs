//! What the fields of people, companies and households mean to address books and other programs: read by imports,
//! exports and vCards.

use records::{
    Exchange, Meaning,
    exchange::{CardKind, Role},
};

pub(crate) const PERSON: Exchange = Exchange {
    card: Some(CardKind::Individual),
    meanings: &[
        (Meaning::Name, "name"),
        (Meaning::Nickname, "nickname"),
        (Meaning::Company, "company"),
        (Meaning::Department, "department"),
        (Meaning::JobTitle, "job_title"),
        (Meaning::Emails, "emails"),
        (Meaning::Phones, "phones"),
        (Meaning::Addresses, "addresses"),
        (Meaning::Websites, "links"),
        (Meaning::Socials, "socials"),
        (Meaning::Birthday, "birthday"),
        (Meaning::Anniversary, "anniversary"),
        (Meaning::Gender, "gender"),
        (Meaning::Language, "language"),
        (Meaning::Tags, "tags"),
        (Meaning::Photo, "photo"),
        (Meaning::About, "about"),
        (Meaning::Owner, "owner"),
        (Meaning::Source, "source"),
        (Meaning::DoNotContact, "do_not_contact"),
        (Meaning::Foreign, "foreign"),
    ],
    roles: &[
        forth("spouse", "spouse"),
        forth("partner", "spouse"),
        forth("husband", "spouse"),
        forth("wife", "spouse"),
        forth("friend", "friend"),
        // The relation leads from the parent to the child.
        forth("child", "parent"),
        forth("son", "parent"),
        forth("daughter", "parent"),
        back("parent", "parent"),
        back("mother", "parent"),
        back("father", "parent"),
        forth("referred by", "referred_by"),
    ],
};

pub(crate) const COMPANY: Exchange = Exchange {
    card: Some(CardKind::Organisation),
    meanings: &[
        (Meaning::Name, "name"),
        (Meaning::Emails, "emails"),
        (Meaning::Phones, "phones"),
        (Meaning::Addresses, "addresses"),
        (Meaning::Websites, "links"),
        (Meaning::Socials, "socials"),
        (Meaning::Language, "language"),
        (Meaning::Tags, "tags"),
        (Meaning::Photo, "photo"),
        (Meaning::TaxNumber, "registration_number"),
        (Meaning::About, "about"),
        (Meaning::Owner, "owner"),
        (Meaning::Source, "source"),
        (Meaning::DoNotContact, "do_not_contact"),
        (Meaning::Foreign, "foreign"),
    ],
    roles: &[],
};

pub(crate) const HOUSEHOLD: Exchange = Exchange {
    card: None,
    meanings: &[
        (Meaning::Name, "name"),
        (Meaning::Emails, "emails"),
        (Meaning::Phones, "phones"),
        (Meaning::Addresses, "addresses"),
        (Meaning::Tags, "tags"),
        (Meaning::About, "about"),
        (Meaning::Owner, "owner"),
        (Meaning::DoNotContact, "do_not_contact"),
        (Meaning::Foreign, "foreign"),
    ],
    roles: &[],
};

/// The relation begins at the card that names the other.
const fn forth(role: &'static str, kind: &'static str) -> Role {
    Role { role, kind, forth: true }
}

/// The relation begins at the other.
const fn back(role: &'static str, kind: &'static str) -> Role {
    Role { role, kind, forth: false }
}
