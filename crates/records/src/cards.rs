//! A record as a card in another program that keeps a copy of it (CardDAV): written as that program reads it, and what it writes
//! brought back field by field. What such a program cannot carry stays as it is, and what no field holds is kept beside them.

use std::sync::Arc;

use formats::vcard::{self, Card, Kind, Version};
use kernel::{Cx, Error, Id, Result, Tx};

use crate::{
    Catalog, ChangeSet, Json, Meaning, Object, Record,
    access::{self, Verb},
    catalog,
    exchange::CardKind,
    export,
    field::{Reading, reference},
    files,
    import::{Foreign, Title, Understood, identity, is_organisation, uid_of, understood},
    lookups, object, record,
    save::{self, Values},
};

/// What every address book carries: missing from what it wrote, it was taken off the card. Of anything else that is missing the
/// program may simply not know, so it stays.
const CARRIED: &[Meaning] = &[
    Meaning::Name,
    Meaning::Nickname,
    Meaning::Company,
    Meaning::Department,
    Meaning::JobTitle,
    Meaning::Emails,
    Meaning::Phones,
    Meaning::Addresses,
    Meaning::Websites,
    Meaning::Birthday,
    Meaning::About,
];

/// The objects that have cards, the people first.
pub fn objects(catalog: &Catalog) -> Vec<Arc<Object>> {
    let mut found: Vec<Arc<Object>> =
        catalog.cards().filter(|object| object.exchange.card.is_some()).cloned().collect();
    found.sort_by_key(|object| object.exchange.card != Some(CardKind::Individual));
    found
}

/// What other programs call the card, for ever.
pub fn uid(record: &Record) -> String {
    let foreign = record.object.exchange.field(Meaning::Foreign).map_or("", |field| record.text(field));
    Foreign::read(foreign).0.uid.unwrap_or_else(|| uid_of(record.id))
}

/// The cards as texts, in their order, as the actor may read them.
pub fn written(cx: &Cx, records: &[&Record], version: Version) -> Result<Vec<String>> {
    let reading = reading(cx, records)?;
    records.iter().map(|record| Ok(vcard::write(&export::card::of(cx, record, &reading)?, version))).collect()
}

/// The one card that a text holds. `None` of anything else, and of groups, which are no cards here.
pub fn read(text: &str) -> Option<Card> {
    let mut cards = vcard::cards(text.as_bytes());
    let card = cards.next()?.ok()?;
    (cards.next().is_none() && card.kind != Kind::Group).then_some(card)
}

/// Makes a record of a card.
pub fn create(tx: &mut Tx, set: &mut ChangeSet, card: Card) -> Result<(Arc<Object>, Id)> {
    let wanted = if is_organisation(&card) { CardKind::Organisation } else { CardKind::Individual };
    let all = objects(&*catalog(tx)?);
    let object = all.iter().find(|object| object.exchange.card == Some(wanted)).or(all.first());
    let object = object.cloned().ok_or(Error::NotFound)?;
    access::require(tx, &object, Verb::Create)?;
    let Understood { mut values, titles, photo, mut rest } = understood(&object, card, &plain(tx)?);
    for title in titles {
        name_card(tx, set, &title, &mut values, &mut rest)?;
    }
    if let Some(photo) = photo {
        values.insert(photo.field, files::add(tx, "photo", &photo.bytes)?.value());
    }
    keep_rest(&object, rest, &mut values);
    let id = save::create(tx, set, &object, values)?;
    Ok((object, id))
}

/// Brings what a program made of a card back to its record: what it changed since it read the card, and nothing else.
pub fn take(tx: &mut Tx, set: &mut ChangeSet, record: &Record, card: Card) -> Result<()> {
    let object = &record.object;
    access::require_on(tx, record, Verb::Edit)?;
    let reading = reading(tx, &[record])?;
    // The card as the program had it: through the same text, so that whatever a text cannot say is no change.
    let version = if card.version.starts_with('4') { Version::V4 } else { Version::V3 };
    let had = vcard::write(&export::card::of(tx, record, &reading)?, version);
    let had = read(&had).ok_or_else(|| Error::internal("a card that was written cannot be read"))?;
    let (had, has) = (understood(object, had, &reading), understood(object, card, &reading));
    let mut values = changed(record, &had.values, &has.values);
    let mut rest = merged_rest(object, record, had.rest, has.rest);
    company(tx, set, (&had.titles, has.titles), &mut values, &mut rest)?;
    if let Some(photo) = has.photo
        && had.photo.is_none_or(|had| had.bytes != photo.bytes)
    {
        values.insert(photo.field, files::add(tx, "photo", &photo.bytes)?.value());
    }
    keep_rest(object, rest, &mut values);
    save::edit(tx, set, object, record.id, values, &Values::new())?.saved().map(drop)
}

fn plain(cx: &Cx) -> Result<Reading> {
    Ok(Reading { users: Arc::new((cx.part::<crate::import::Members>().0)(cx)?), ..Reading::plain(cx) })
}

fn reading(cx: &Cx, records: &[&Record]) -> Result<Reading> {
    let titles = record::titles(cx, records.iter().flat_map(|record| &record.values))?;
    Ok(Reading { titles: Arc::new(titles), ..plain(cx)? })
}

/// The values that differ between what a program read and what it wrote.
fn changed(record: &Record, had: &Values, has: &Values) -> Values {
    const NOTHING: &Json = &Json::Null;
    let mut values = Values::new();
    for (meaning, field) in record.object.exchange.meanings {
        let (was, is) = (had.get(*field).unwrap_or(NOTHING), has.get(*field).unwrap_or(NOTHING));
        let unknown = is.is_null() && !CARRIED.contains(meaning);
        if was == is || unknown || matches!(meaning, Meaning::Foreign | Meaning::Company | Meaning::Photo) {
            continue;
        }
        values.insert((*field).to_owned(), merged(record.get(field), was, is));
    }
    values
}

/// A value with what was changed of it: entries and parts that the program left alone keep all that they have here.
fn merged(here: &Json, was: &Json, is: &Json) -> Json {
    match (here, is) {
        (Json::Array(here), _) if is.is_array() || is.is_null() => {
            let items = |value: &Json| value.as_array().cloned().unwrap_or_default();
            let (was, is) = (items(was), items(is));
            let known = |all: &[Json], item: &Json| all.iter().any(|one| identity(one) == identity(item));
            let entry = |item: &Json| match here.iter().find(|one| identity(one) == identity(item)) {
                Some(one) if was.contains(item) => one.clone(),
                Some(one) => overlaid(one, item),
                None => item.clone(),
            };
            let unseen = here.iter().filter(|one| !known(&was, one) && !known(&is, one));
            let all: Vec<Json> = is.iter().map(entry).chain(unseen.cloned()).collect();
            if all.is_empty() { Json::Null } else { Json::Array(all) }
        }
        (Json::Object(here), Json::Object(is)) => {
            let mut all = here.clone();
            for key in here.keys().chain(is.keys()) {
                let now = is.get(key).cloned().unwrap_or(Json::Null);
                if was.get(key).unwrap_or(&Json::Null) != &now {
                    all.insert(key.clone(), now);
                }
            }
            all.retain(|_, part| !part.is_null());
            Json::Object(all)
        }
        _ => is.clone(),
    }
}

fn overlaid(one: &Json, item: &Json) -> Json {
    match (one, item) {
        (Json::Object(one), Json::Object(item)) => {
            let mut all = one.clone();
            all.extend(item.iter().map(|(part, value)| (part.clone(), value.clone())));
            Json::Object(all)
        }
        (_, item) => item.clone(),
    }
}

/// What no field holds: parts that the program knows are as it wrote them, the others as they were.
fn merged_rest(object: &Object, record: &Record, had: Foreign, has: Foreign) -> Foreign {
    let kept = object.exchange.field(Meaning::Foreign).map_or("", |field| record.text(field));
    let mut kept = Foreign::read(kept);
    let (mut was, mut is) = (had.0, has.0);
    let wrote = std::mem::take(&mut is.unknown);
    for unknown in &wrote {
        let named = |name: &str| name.eq_ignore_ascii_case(&unknown.name);
        if was.unknown.contains(unknown) || named("PRODID") {
            continue;
        }
        let standing =
            kept.0.unknown.iter().position(|known| {
                named(&known.name) && was.unknown.contains(known) && !wrote.contains(known)
            });
        match standing {
            Some(at) => kept.0.unknown[at] = unknown.clone(),
            None => kept.0.unknown.push(unknown.clone()),
        }
    }
    was.unknown.clear();
    let (Ok(was), Ok(is), Ok(mut all)) =
        (serde_json::to_value(&was), serde_json::to_value(&is), serde_json::to_value(&kept.0))
    else {
        return kept;
    };
    for (part, value) in is.as_object().into_iter().flatten() {
        let own = ["uid", "kind", "version", "revision", "warnings", "unknown"].contains(&part.as_str());
        if !own && was.get(part) != Some(value) && !is_nothing(value) {
            all[part] = value.clone();
        }
    }
    serde_json::from_value(all).map_or(kept, Foreign)
}

fn is_nothing(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::String(text) => text.is_empty(),
        Json::Array(items) => items.is_empty(),
        Json::Object(parts) => parts.values().all(is_nothing),
        Json::Bool(_) | Json::Number(_) => false,
    }
}

/// Puts what no field holds into the field for it.
fn keep_rest(object: &Object, rest: Foreign, values: &mut Values) {
    if let Some(key) = object.exchange.field(Meaning::Foreign) {
        let written = rest.fitting();
        values.insert(key.to_owned(), if written.is_empty() { Json::Null } else { written.into() });
    }
}

/// Another company was written on the card, or none any more.
fn company(
    tx: &mut Tx,
    set: &mut ChangeSet,
    (had, has): (&[Title], Vec<Title>),
    values: &mut Values,
    rest: &mut Foreign,
) -> Result<()> {
    for gone in had.iter().filter(|had| !has.iter().any(|has| has.field == had.field)) {
        values.insert(gone.field.clone(), Json::Null);
    }
    for title in has {
        if !had.iter().any(|had| had.field == title.field && had.text == title.text) {
            name_card(tx, set, &title, values, rest)?;
        }
    }
    Ok(())
}

/// The card of this name becomes the value; it is made where there is none, and where the actor may make none the name stays
/// among what no field holds.
fn name_card(
    tx: &mut Tx,
    set: &mut ChangeSet,
    title: &Title,
    values: &mut Values,
    rest: &mut Foreign,
) -> Result<()> {
    let declared = object::object(tx, &title.object)?;
    let mut id = None;
    for key in &title.keys {
        let found = lookups::find(tx, declared.key, key, 10)?;
        let seen = record::find_many(tx, &declared, &found)?;
        let living = |id: &Id| seen.get(id).is_some_and(|card| card.trashed_at.is_none());
        id = id.or_else(|| found.iter().copied().find(living));
    }
    if id.is_none() && access::may(tx, &declared, Verb::Create)? {
        let name = Values::from_iter([(declared.title.to_owned(), Json::from(title.text.as_str()))]);
        id = Some(save::create(tx, set, &declared, name)?);
    }
    match id {
        Some(id) => {
            values.insert(title.field.clone(), reference::reference(&title.object, id));
        }
        None => {
            values.insert(title.field.clone(), Json::Null);
            rest.0.organisation.name.clone_from(&title.text);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_a_program_left_alone_keeps_all_that_it_has() {
        let check = |here: Json, was: Json, is: Json, expected: Json| {
            assert_eq!(merged(&here, &was, &is), expected);
        };
        let (anna, bo) = (json!({ "address": "a@x.dk", "label": "work" }), json!({ "address": "b@x.dk" }));
        let odd = json!({ "address": "a@x.dk", "label": "work", "odd": true });
        // One was added, the other keeps what the card does not say.
        check(json!([odd]), json!([anna]), json!([anna, bo]), json!([odd, bo]));
        check(json!([odd, bo]), json!([anna, bo]), json!([bo]), json!([bo]));
        check(json!([odd]), json!([anna]), Json::Null, Json::Null);
        // What the card never showed stays.
        check(json!([odd, bo]), json!([anna]), Json::Null, json!([bo]));
        let named = json!({ "given": "Anna", "family": "Berg", "title": "Dr" });
        check(
            named,
            json!({ "given": "Anna", "family": "Berg" }),
            json!({ "given": "Anne" }),
            json!({ "given": "Anne", "title": "Dr" }),
        );
        check(json!("old"), json!("old"), json!("new"), json!("new"));
    }
}
