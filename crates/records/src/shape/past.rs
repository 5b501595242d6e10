//! What a field was before its type was changed. Each type keeps its values under a name of its own among the own values, so
//! that a value of an earlier type is never taken for one of the present; until [`super::convert`] has come to a record, its
//! value is read through the same conversion.

use std::{fmt, sync::Arc};

use jiff::tz::TimeZone;
use kernel::{Country, Currency, Cx, Id, Language, Locality, Timestamp};
use locale::Locale;
use serde::{Deserialize, Serialize};

use super::{FieldShape, OwnKind, convert};
use crate::{Field, FieldType, Json, Object, changes::Change, field::Reading, import::style::Style};

/// An earlier type, as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PastShape {
    pub kind: OwnKind,
    pub unique: bool,
    pub default: Json,
    /// The change set that ended it.
    pub until: Id,
    /// The change set that this one took back.
    #[serde(default)]
    pub restores: Option<Id>,
    pub reader: Reader,
}

/// Whose way of writing dates, numbers and amounts a conversion follows, whoever looks later.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reader {
    language: Language,
    country: Country,
    currency: Currency,
    time_zone: String,
    at: i64,
    style: Style,
}

impl Reader {
    pub(super) fn of(cx: &Cx, style: Style) -> Reader {
        let locality = cx.locality();
        Reader {
            language: locality.language,
            country: locality.country,
            currency: locality.currency,
            time_zone: locality.time_zone.iana_name().unwrap_or("UTC").to_owned(),
            at: cx.now().micros(),
            style,
        }
    }

    pub(super) fn way(&self) -> Way {
        let time_zone = TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC);
        let now = Timestamp::from_micros(self.at);
        let at = jiff::Timestamp::from_microsecond(self.at).unwrap_or_default();
        let locality = Locality {
            language: self.language,
            country: self.country,
            currency: self.currency,
            time_zone: time_zone.clone(),
        };
        Way {
            reading: Reading {
                locale: Locale::new(&locality),
                now,
                today: at.to_zoned(time_zone).date(),
                users: Arc::default(),
                titles: Arc::default(),
            },
            style: self.style,
        }
    }
}

/// How values are read and written when they are converted.
#[derive(Clone)]
pub struct Way {
    pub reading: Reading,
    pub style: Style,
}

impl fmt::Debug for Way {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Way").field("style", &self.style).finish_non_exhaustive()
    }
}

/// An earlier type of a field.
#[derive(Debug)]
pub struct Past {
    pub kind: Arc<dyn FieldType>,
    /// Under which its values stand.
    pub stored: String,
    pub until: Id,
    pub restores: Option<Id>,
    pub way: Way,
}

/// Under which the values of a field's type of this number stand among the own ones. No key holds two bars in a row.
pub(super) fn stored(key: &str, generation: usize) -> String {
    if generation == 0 { key.to_owned() } else { format!("{key}__{generation}") }
}

/// Gives the field the types that it had.
pub(super) fn lay(field: &mut Field, shape: &FieldShape) {
    if shape.generation == 0 {
        return;
    }
    field.stored = stored(&field.key, shape.generation);
    field.changing = shape.changing;
    let first = shape.generation.saturating_sub(shape.past.len());
    let past = shape.past.iter().enumerate().map(|(at, past)| Past {
        kind: past.kind.field_type(),
        stored: stored(&field.key, first + at),
        until: past.until,
        restores: past.restores,
        way: past.reader.way(),
    });
    field.past = past.collect();
}

/// A value of an earlier type in the form of the next ones, up to the present; `None` when one of them cannot hold it.
pub(crate) fn carried(field: &Field, from: usize, value: &Json) -> Option<Json> {
    let mut value = value.clone();
    for at in from..field.past.len() {
        value = step(field, at, &value, &field.past[at].way)?;
    }
    Some(value)
}

/// One step of it.
pub(super) fn step(field: &Field, at: usize, value: &Json, way: &Way) -> Option<Json> {
    let past = &field.past[at];
    let next = field.past.get(at + 1).map_or(&*field.kind, |next| &*next.kind);
    convert::value::convert(&*past.kind, next, value, way)
}

/// Which type of the field the two values of a change are of: the number of the past one, or how many there were for the
/// present.
fn types_of(field: &Field, change: Id, set: Id) -> (usize, usize) {
    for (at, past) in field.past.iter().enumerate() {
        if set == past.until {
            return (at, at + 1);
        }
        if change < past.until {
            return (at, at);
        }
    }
    (field.past.len(), field.past.len())
}

/// The types of the two values of a change, for whoever shows them.
pub fn kinds_of<'f>(field: &'f Field, change: &Change) -> (&'f dyn FieldType, &'f dyn FieldType) {
    let (was, became) = types_of(field, change.id, change.set);
    let kind = |at: usize| field.past.get(at).map_or(&*field.kind, |past| &*past.kind);
    (kind(was), kind(became))
}

/// The change with its values in the forms that the fields have now. Fields whose earlier value has no such form are left out
/// of it, and named.
pub(crate) fn forms_now(object: &Object, change: &mut Change) -> Vec<String> {
    let (id, set, mut lost) = (change.id, change.set, Vec::new());
    if object.fields.iter().all(|field| field.past.is_empty()) {
        return lost;
    }
    for (key, (was, became)) in &mut change.fields {
        let Some(field) = object.at(key).map(|at| &object.fields[at]).filter(|field| !field.past.is_empty())
        else {
            continue;
        };
        let (from, to) = types_of(field, id, set);
        match (carried(field, from, was), carried(field, to, became)) {
            (Some(was_now), Some(became_now)) => (*was, *became) = (was_now, became_now),
            _ => lost.push(key.clone()),
        }
    }
    change.fields.retain(|key, _| !lost.contains(key));
    lost
}
