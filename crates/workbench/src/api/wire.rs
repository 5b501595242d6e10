//! Records and values as they go over the wire. Values have the engine's canonical form, which each field describes by
//! a schema; only instants are written otherwise: RFC 3339 instead of microseconds, here and nowhere else.

use std::sync::Arc;

use kernel::{Cx, FieldErrors, Id, Result, Text, Timestamp};
use records::{
    Field, Json, Object, Record,
    field::{Reading, as_id, phones, reference},
    files, record,
    save::Values,
};
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::Map;

use super::{catalog, segment, shape};

/// A record as it is sent. Fields that are empty are left out.
pub struct Sent<'a> {
    pub record: &'a Record,
    pub reading: &'a Reading,
    /// Only these fields, by position; all when `None`.
    pub only: Option<&'a [usize]>,
}

impl Serialize for Sent<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Sent { record, reading, .. } = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &record.id)?;
        map.serialize_entry("object", &record.object.key)?;
        map.serialize_entry("title", &record.title(reading))?;
        map.serialize_entry("address", &record.address())?;
        map.serialize_entry("version", &version(record))?;
        if let Some(at) = record.trashed_at {
            map.serialize_entry("trashed_at", &at.to_string())?;
        }
        map.serialize_entry("fields", &Fields(self))?;
        map.end()
    }
}

struct Fields<'a>(&'a Sent<'a>);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Sent { record, only, .. } = self.0;
        let mut map = serializer.serialize_map(None)?;
        for (at, (field, value)) in record.object.fields.iter().zip(&record.values).enumerate() {
            if value.is_null() || only.is_some_and(|only| !only.contains(&at)) {
                continue;
            }
            match instant(field, value) {
                Some(text) => map.serialize_entry(&field.key, &text)?,
                None => map.serialize_entry(&field.key, value)?,
            }
        }
        map.end()
    }
}

/// A record as JSON, whole.
pub fn sent(record: &Record, reading: &Reading) -> Result<Json> {
    Ok(serde_json::to_value(Sent { record, reading, only: None })?)
}

/// One value as it is sent.
pub fn value(field: &Field, value: &Json) -> Json {
    instant(field, value).map_or_else(|| value.clone(), Json::String)
}

fn instant(field: &Field, value: &Json) -> Option<String> {
    let micros = value.as_i64()?;
    (field.kind.key() == "date_time").then(|| Timestamp::from_micros(micros).to_string())
}

/// Changes with every change of the record.
pub fn version(record: &Record) -> String {
    let updated = record.instant("updated_at").unwrap_or_default().micros();
    match record.trashed_at {
        None => format!("{updated:x}"),
        Some(at) => format!("{updated:x}-{:x}", at.micros()),
    }
}

/// The address of a record in the API.
pub fn location(object: &Object, id: Id) -> String {
    format!("{}/{}/{id}", super::BASE, segment(object))
}

/// The values that a body brings under `fields`, each in the form its field takes. Every mistake is named by the way
/// to it: `emails/0/address`.
pub fn values(cx: &Cx, object: &Object, fields: &Map<String, Json>) -> Result<Values> {
    let mut errors = FieldErrors::default();
    let mut values = Values::new();
    for (key, sent) in fields {
        match object.at(key).map(|at| &object.fields[at]) {
            None => errors.add(key, Text::new("no-such-field")),
            Some(field) if field.computed => errors.add(key, Text::new("api-read-only")),
            Some(field) => {
                if sent.is_null() || shape::fits(sent, &field.kind.schema(), key, &mut errors) {
                    values.insert(key.clone(), received(cx, field, sent));
                }
            }
        }
    }
    check_cards(cx, object, &values, &mut errors)?;
    check_users(cx, object, &values, &mut errors)?;
    check_files(cx, object, &mut values, &mut errors)?;
    errors.into_result()?;
    Ok(values)
}

/// Numbers are understood as people of the workspace's country write them.
fn received(cx: &Cx, field: &Field, sent: &Json) -> Json {
    if field.kind.key() != "phones" {
        return sent.clone();
    }
    let entry = |item: &Json| {
        let text = |part: &str| item.get(part).and_then(Json::as_str).unwrap_or_default();
        match (text("number"), text("extension")) {
            ("", _) => item.clone(),
            (number, "") => phones::entry(number, text("label"), cx.locality().country),
            (number, extension) => {
                let whole = format!("{number} ext. {extension}");
                phones::entry(&whole, text("label"), cx.locality().country)
            }
        }
    };
    sent.as_array().map_or(Json::Null, |items| items.iter().map(entry).collect())
}

fn of_kind<'o>(object: &'o Object, kind: &'static str) -> impl Iterator<Item = &'o Field> {
    object.fields.iter().filter(move |field| field.kind.key() == kind)
}

/// The cards that are referred to are here.
fn check_cards(cx: &Cx, object: &Object, values: &Values, errors: &mut FieldErrors) -> Result<()> {
    let mut wanted = Vec::new();
    for field in of_kind(object, "reference") {
        let Some(value) = values.get(&field.key).filter(|value| !value.is_null()) else { continue };
        match field.kind.check(value) {
            Ok(value) => wanted.push((field, value)),
            Err(text) => errors.add(&field.key, text),
        }
    }
    let catalog = catalog(cx)?;
    let known = |value: &Json| reference::target(value).is_some_and(|(name, _)| catalog.object(name).is_ok());
    let titles = record::titles(cx, wanted.iter().map(|(_, value)| value).filter(|value| known(value)))?;
    for (field, value) in &wanted {
        if !as_id(value).is_some_and(|id| titles.contains_key(&id)) && errors.get(&field.key).is_none() {
            errors.add(&field.key, Text::new("api-no-such-card"));
        }
    }
    Ok(())
}

fn check_users(cx: &Cx, object: &Object, values: &Values, errors: &mut FieldErrors) -> Result<()> {
    let named: Vec<(&Field, &Json)> = of_kind(object, "user")
        .filter_map(|field| Some((field, values.get(&field.key).filter(|value| !value.is_null())?)))
        .collect();
    if named.is_empty() {
        return Ok(());
    }
    let members = identity::members::names(cx)?;
    for (field, value) in named {
        if !as_id(value).is_some_and(|id| members.contains_key(&id)) {
            errors.add(&field.key, Text::new("api-no-such-user"));
        }
    }
    Ok(())
}

/// What is known of a file counts, not what somebody says of it.
fn check_files(cx: &Cx, object: &Object, values: &mut Values, errors: &mut FieldErrors) -> Result<()> {
    for field in of_kind(object, "file") {
        let Some(value) = values.get_mut(&field.key).filter(|value| !value.is_null()) else { continue };
        let found = value.get("id").and_then(as_id).map(|id| files::find(cx, id));
        match found {
            Some(Ok(file)) => *value = file.value(),
            None | Some(Err(kernel::Error::NotFound)) => errors.add(&field.key, Text::new("not-a-file")),
            Some(Err(error)) => return Err(error),
        }
    }
    Ok(())
}

/// What titles are read with.
pub fn reading<'r>(cx: &Cx, records: impl IntoIterator<Item = &'r Record>) -> Result<Reading> {
    let reading = Reading::plain(cx);
    // Only a title that is a reference needs the titles of others.
    let referring: Vec<&Json> = records
        .into_iter()
        .filter(|record| {
            record.object.field(record.object.title).is_ok_and(|field| field.kind.key() == "reference")
        })
        .map(|record| record.get(record.object.title))
        .collect();
    let titles = Arc::new(record::titles(cx, referring.into_iter())?);
    Ok(Reading { titles, ..reading })
}
