//! From what a header means to a field: by the table of the object's owner, else by the field's own names.

use std::sync::Arc;

use formats::recognise::{self, Part, Target};
use kernel::{Cx, Error, Language, Result};

use crate::{
    Object,
    exchange::{CardKind, Meaning},
    field::{Control, Field},
    import::{
        Format, Import,
        called::Called,
        mapping::{Column, RELATED, UID},
        source::Head,
        style::Evidence,
    },
};

/// Something a column can be, for the person who maps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// As in [`Column::to`].
    pub to: String,
    /// The key of the field's label.
    pub label: String,
    /// What the workspace calls it.
    pub own: Option<Arc<str>>,
    pub part: Option<&'static str>,
    /// Of the row it fills, from 1; 0 when there is one only.
    pub row: u32,
}

const ROWS_OFFERED: u32 = 4;

/// All that a column can be, in the order of the form.
pub fn choices(object: &Object) -> Vec<Choice> {
    let mut offered = Vec::new();
    for field in
        object.fields.iter().filter(|field| !field.computed && !field.retired && !is_foreign(object, field))
    {
        let label = object.label(field);
        let own = &field.label;
        let mut offer = |to: String, part, row| {
            offered.push(Choice { to, label: label.clone(), own: own.clone(), part, row })
        };
        match field.kind.control() {
            Control::File { .. } => {}
            Control::Parts(parts) => {
                offer(field.key.clone(), None, 0);
                parts.iter().for_each(|part| offer(format!("{}.{part}", field.key), Some(part), 0));
            }
            Control::Rows { parts, .. } => {
                for row in 0..ROWS_OFFERED {
                    parts.iter().for_each(|part| {
                        offer(format!("{}.{row}.{part}", field.key), Some(part), row + 1);
                    });
                }
            }
            _ => offer(field.key.clone(), None, 0),
        }
    }
    if object.exchange.field(Meaning::Foreign).is_some() {
        offered.push(Choice {
            to: UID.to_owned(),
            label: "import-uid".to_owned(),
            own: None,
            part: None,
            row: 0,
        });
    }
    offered
}

fn is_foreign(object: &Object, field: &Field) -> bool {
    object.exchange.field(Meaning::Foreign) == Some(field.key.as_str())
}

/// The object that files of contacts are about: the first that is an individual.
pub(super) fn first_object(cx: &Cx) -> Result<Arc<Object>> {
    let catalog = crate::catalog(cx)?;
    let individual = catalog.cards().find(|object| object.exchange.card == Some(CardKind::Individual));
    individual.or(catalog.cards().next()).cloned().ok_or(Error::NotFound)
}

/// The object that has this name, one or many, in any language.
pub(super) fn object_called(cx: &Cx, name: &str) -> Option<Arc<Object>> {
    let name = name.trim().to_lowercase();
    let catalog = crate::catalog(cx).ok()?;
    let is_called = |object: &&Arc<Object>| {
        Language::ALL.into_iter().any(|language| {
            let names = [object.one_name(language), object.many_name(language)];
            names.iter().any(|called| called.to_lowercase() == name)
        })
    };
    catalog.cards().filter(|_| !name.is_empty()).find(is_called).cloned()
}

/// The object with the most fields of these names, in any language; the first of those alike.
pub(super) fn object_with(cx: &Cx, headers: &[String]) -> Result<Arc<Object>> {
    let named = |object: &Object, header: &String| {
        let header = header.trim().to_lowercase();
        let is_called = |field: &Field| {
            let called = |language| object.field_name(field, language).to_lowercase() == header;
            !field.hidden && !field.retired && Language::ALL.into_iter().any(called)
        };
        object.fields.iter().any(is_called)
    };
    let first = first_object(cx)?;
    let count = |object: &Object| headers.iter().filter(|header| named(object, header)).count();
    let (mut best, mut most) = (first.clone(), count(&first));
    // What our own objects' columns are called in other programs is known without their names.
    for object in crate::catalog(cx)?.cards().filter(|object| object.names.is_some()) {
        if count(object) > most {
            (best, most) = (object.clone(), count(object));
        }
    }
    Ok(best)
}

/// What each column of a file probably is.
pub(super) fn columns(object: &Object, head: &Head) -> Vec<Column> {
    let headers: Vec<&str> = head.headers.iter().map(String::as_str).collect();
    let mut taken: Vec<String> = Vec::new();
    let mut found = Vec::with_capacity(headers.len());
    let guesses = recognise::guess(&headers);
    let called = Called::of(object);
    let to_target = |to: &str| Column { to: Some(to.to_owned()), ..Column::default() };
    // An address in one column beside its parts says the same once more, and would take the place of the street.
    let streets: Vec<u8> = guesses.iter().filter_map(|guess| street(&guess.target)).collect();
    let is_repeated = |target: &Target| matches!(target, Target::Address { slot, part: Part::Whole, .. } if streets.contains(slot));
    for (at, guess) in guesses.iter().enumerate() {
        let called = called.target(headers[at]).map(to_target);
        // A name that the workspace gave means its own field, whatever it means elsewhere.
        let known = called
            .or_else(|| named(object, headers[at], |field| field.label.is_some()))
            .or_else(|| meant(object, &guess.target))
            .or_else(|| named(object, headers[at], |_| true));
        let known = known.filter(|_| !is_repeated(&guess.target));
        let mut column = known.unwrap_or_default();
        column.header = headers[at].to_owned();
        column.splits_at = guess.splits_at.map(str::to_owned).or_else(|| separator(&column, head, at));
        let again = column.to.as_ref().is_some_and(|to| taken.contains(to) && !joins(object, to));
        if again {
            column = Column { header: column.header, ..Column::default() };
        }
        taken.extend(column.to.clone());
        let mut evidence = Evidence::default();
        head.cells(at).filter(|cell| !cell.is_certain()).for_each(|cell| evidence.look(&cell.text));
        column.style = if is_dated_or_counted(object, &column) { evidence.style() } else { column.style };
        found.push(column);
    }
    found
}

/// The slot of an address whose street this is.
fn street(target: &Target) -> Option<u8> {
    match target {
        Target::Address { slot, part: Part::Street, .. } => Some(*slot),
        _ => None,
    }
}

/// Its cells are dates or numbers.
pub(super) fn is_dated_or_counted(object: &Object, column: &Column) -> bool {
    let field = column.to.as_deref().and_then(|to| object.field(to).ok());
    field.is_some_and(|field| {
        matches!(field.kind.key(), "date" | "partial_date" | "date_time" | "number" | "money")
    })
}

/// Several values in a cell, as our own export writes them.
fn separator(column: &Column, head: &Head, at: usize) -> Option<String> {
    let to = column.to.as_deref()?;
    let several = |cell: &str, mark: char| {
        let values: Vec<&str> = cell.split(mark).map(str::trim).collect();
        let fits = |value: &&str| match to {
            _ if to.ends_with(".address") => value.contains('@') && !value.contains(' '),
            _ if to.ends_with(".number") => value.chars().filter(char::is_ascii_digit).count() >= 6,
            _ if to.ends_with(".url") => value.starts_with("http"),
            _ => false,
        };
        values.len() > 1 && values.iter().all(fits)
    };
    [',', ';'].into_iter().find(|mark| head.column(at).any(|cell| several(cell, *mark))).map(String::from)
}

/// Two columns of it are put together: texts of several lines, tags, further lines of an address.
pub(super) fn joins(object: &Object, to: &str) -> bool {
    let kind = object.field(to).map(|field| field.kind.key());
    to.starts_with(RELATED) || to.ends_with(".extended") || matches!(kind, Ok("long_text" | "multi_select"))
}

/// By the names of the fields themselves, in any language.
fn named(object: &Object, header: &str, fits: impl Fn(&Field) -> bool) -> Option<Column> {
    let header = header.trim().to_lowercase();
    let is_called = |field: &&Field| {
        let label = object.label(field);
        let called = |language| locale::text(language, &label).to_lowercase() == header;
        let own = field.label.as_deref().is_some_and(|own| own.to_lowercase() == header);
        own || field.key == header || Language::ALL.into_iter().any(called)
    };
    let mut typed = object.fields.iter().filter(|field| !field.computed && !field.retired && fits(field));
    let field = typed.find(is_called)?;
    let to = match field.kind.control() {
        Control::File { .. } => return None,
        // Their first part says nothing without the last, so the field reads the whole.
        Control::Rows { .. } if matches!(field.kind.key(), "socials" | "channels") => field.key.clone(),
        Control::Rows { parts, .. } => format!("{}.0.{}", field.key, parts.first()?),
        _ => field.key.clone(),
    };
    Some(Column { to: Some(to), ..Column::default() })
}

/// By the table of the object's owner.
fn meant(object: &Object, target: &Target) -> Option<Column> {
    let field = |meaning| object.exchange.field(meaning);
    let plain = |meaning| field(meaning).map(|key| Column { to: Some(key.to_owned()), ..Column::default() });
    let row = |meaning, slot: u8, part: &str, label: &Option<String>| {
        let to = format!("{}.{}.{part}", field(meaning)?, slot.saturating_sub(1));
        Some(Column { to: Some(to), label: label.clone(), ..Column::default() })
    };
    let name_part = |part: &str| {
        let name = field(Meaning::Name)?;
        let whole = object.field(name).ok()?.kind.key() != "person_name";
        let fits = !whole && !part.is_empty();
        Some(Column { to: fits.then(|| format!("{name}.{part}")), ..Column::default() })
    };
    match target {
        Target::FullName => plain(Meaning::Name),
        Target::GivenName => name_part("given"),
        Target::MiddleName => name_part("middle"),
        Target::FamilyName => name_part("family"),
        Target::Prefix => name_part("prefix"),
        Target::Suffix => name_part("suffix"),
        Target::Nickname => plain(Meaning::Nickname),
        Target::Company if object.exchange.card == Some(CardKind::Organisation) => plain(Meaning::Name),
        Target::Company => plain(Meaning::Company),
        Target::Department => plain(Meaning::Department),
        Target::JobTitle => plain(Meaning::JobTitle),
        Target::Email { slot, label } => row(Meaning::Emails, *slot, "address", label),
        Target::EmailLabel { slot } => row(Meaning::Emails, *slot, "label", &None),
        Target::Phone { slot, label } => row(Meaning::Phones, *slot, "number", label),
        Target::PhoneLabel { slot } => row(Meaning::Phones, *slot, "label", &None),
        Target::Address { slot, label, part } => row(Meaning::Addresses, *slot, address_part(*part), label),
        Target::AddressLabel { slot } => row(Meaning::Addresses, *slot, "label", &None),
        Target::Website { slot, label } => row(Meaning::Websites, *slot, "url", label),
        Target::WebsiteLabel { slot } => row(Meaning::Websites, *slot, "label", &None),
        Target::Birthday => plain(Meaning::Birthday),
        Target::Anniversary => plain(Meaning::Anniversary),
        Target::Social { network } => {
            let slot = 1 + u8::try_from(network.len() % 40).unwrap_or(0);
            row(Meaning::Socials, slot, "handle", &Some(network.clone()))
        }
        Target::Note => plain(Meaning::About),
        Target::Tags => plain(Meaning::Tags),
        Target::Source => plain(Meaning::Source),
        Target::Language => plain(Meaning::Language),
        Target::Gender => plain(Meaning::Gender),
        Target::ExternalId => {
            field(Meaning::Foreign).map(|_| Column { to: Some(UID.to_owned()), ..Column::default() })
        }
        Target::Relation { slot, label } => related(object, *slot, label),
        Target::RelationLabel { slot } => {
            let to = format!("{RELATED}{slot}.role");
            (!object.exchange.roles.is_empty()).then(|| Column { to: Some(to), ..Column::default() })
        }
        Target::OptedOut { channel } => {
            let channel = channel.as_deref().unwrap_or("all");
            let slot = 1 + u8::try_from(channel.len()).unwrap_or(0);
            let column = row(Meaning::DoNotContact, slot, "channel", &None)?;
            Some(Column { yes_means: Some(channel.to_owned()), ..column })
        }
        _ => None,
    }
}

fn related(object: &Object, slot: u8, label: &Option<String>) -> Option<Column> {
    let to = format!("{RELATED}{slot}");
    let known = !object.exchange.roles.is_empty();
    known.then(|| Column { to: Some(to), label: label.clone(), ..Column::default() })
}

fn address_part(part: Part) -> &'static str {
    match part {
        Part::Street | Part::Whole => "street",
        Part::Street2 => "extended",
        Part::PoBox => "po_box",
        Part::City => "city",
        Part::Region => "region",
        Part::PostalCode => "postal_code",
        Part::Country => "country",
    }
}

/// The surest way by which the rows of this file find their cards.
pub(super) fn match_by(object: &Object, import: &Import) -> Vec<String> {
    let has = |meaning: Meaning| {
        let key = object.exchange.field(meaning)?;
        let mapped =
            |column: &Column| column.to.as_deref().is_some_and(|to| to.split('.').next() == Some(key));
        let there = import.format == Format::VCard || import.mapping.columns.iter().any(mapped);
        there.then(|| key.to_owned())
    };
    let uid = import.format == Format::VCard
        || import.mapping.columns.iter().any(|column| column.to.as_deref() == Some(UID));
    let uid = (uid && object.exchange.field(Meaning::Foreign).is_some()).then(|| "uid".to_owned());
    let titled = || {
        let mapped = |column: &Column| column.to.as_deref() == Some(object.title);
        let own = object.names.is_some() && import.mapping.columns.iter().any(mapped);
        own.then(|| object.title.to_owned())
    };
    let surest =
        has(Meaning::Emails).or_else(|| has(Meaning::Phones)).or_else(|| has(Meaning::Name)).or_else(titled);
    uid.into_iter().chain(surest).collect()
}
