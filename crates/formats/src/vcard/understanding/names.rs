//! Who it is: names, organisation, kind.

use super::{context::Context, put};
use crate::vcard::{Card, Kind, Name, Organisation, property::Property};

pub(super) fn take(card: &mut Card, property: &Property, context: &Context) -> bool {
    match property.name.as_str() {
        "FN" => put_text(&mut card.name.full, property.filled()),
        "N" => take_name(&mut card.name, &property.components(" ", context.is_old)),
        "NICKNAME" | "X-NICKNAME" => {
            card.nicknames.extend(property.list());
            true
        }
        "X-PHONETIC-FIRST-NAME" => put_text(&mut card.name.phonetic_given, property.filled()),
        "X-PHONETIC-MIDDLE-NAME" => put_text(&mut card.name.phonetic_middle, property.filled()),
        "X-PHONETIC-LAST-NAME" => put_text(&mut card.name.phonetic_family, property.filled()),
        // Japanese phones.
        "SOUND" if property.has_type("X-IRMC-N") => take_phonetic(&mut card.name, property, context),
        "ORG" => take_organisation(&mut card.organisation, property),
        "TITLE" => put(&mut card.title, property.filled()),
        "ROLE" => put(&mut card.role, property.filled()),
        "KIND" | "X-ADDRESSBOOKSERVER-KIND" => {
            let Some(written) = property.filled() else { return true };
            card.kind = match written.to_ascii_lowercase().as_str() {
                "individual" => Kind::Individual,
                "org" | "organization" | "organisation" => Kind::Organisation,
                "group" => Kind::Group,
                "location" => Kind::Location,
                _ => Kind::Other(written),
            };
            true
        }
        "X-ABSHOWAS" => match property.filled() {
            Some(written) if written.eq_ignore_ascii_case("COMPANY") => {
                card.kind = Kind::Organisation;
                true
            }
            Some(_) => false,
            None => true,
        },
        _ => false,
    }
}

fn put_text(place: &mut String, value: Option<String>) -> bool {
    match value {
        None => true,
        Some(value) if place.is_empty() => {
            *place = value;
            true
        }
        Some(value) => *place == value,
    }
}

fn take_name(name: &mut Name, components: &[String]) -> bool {
    let component = |at: usize| components.get(at).cloned().unwrap_or_default();
    let mut read = Name {
        family: component(0),
        given: component(1),
        middle: component(2),
        prefix: component(3),
        suffix: component(4),
        ..name.clone()
    };
    // RFC 9554: a second surname and the generation, mostly repeated where older readers look.
    append(&mut read.family, &component(5));
    append(&mut read.suffix, &component(6));
    let says_nothing = components.iter().all(String::is_empty);
    let is_first = [&name.family, &name.given, &name.middle, &name.prefix, &name.suffix]
        .into_iter()
        .all(String::is_empty);
    if is_first {
        *name = read;
        return true;
    }
    says_nothing || *name == read
}

fn append(text: &mut String, more: &str) {
    if more.is_empty() || text.contains(more) {
        return;
    }
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(more);
}

fn take_phonetic(name: &mut Name, property: &Property, context: &Context) -> bool {
    let mut components = property.components(" ", context.is_old).into_iter();
    let (family, given) = (components.next(), components.next());
    let filled = |text: Option<String>| text.filter(|text| !text.is_empty());
    put_text(&mut name.phonetic_family, filled(family)) && put_text(&mut name.phonetic_given, filled(given))
}

fn take_organisation(organisation: &mut Organisation, property: &Property) -> bool {
    // Commas separate nothing here.
    let mut components = property.components("", true).into_iter();
    let name = components.next().unwrap_or_default();
    let units: Vec<String> = components.filter(|unit| !unit.is_empty()).collect();
    let read = Organisation { name, units };
    if read == Organisation::default() {
        return true;
    }
    if *organisation == Organisation::default() {
        *organisation = read;
        return true;
    }
    *organisation == read
}
