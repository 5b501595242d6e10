//! Is this card here already? The same e-mail, the same phone, or nearly the same name at the same address: always
//! with the reason, never a refusal; spouses may share an address.

use std::sync::Arc;

use kernel::{Cx, Id, Result};

use crate::{
    Json, Record,
    field::Reading,
    lookups::{self, Lookup},
    object::Object,
    record,
    save::Values,
};

/// A card that may be the same.
#[derive(Debug, Clone)]
pub struct Duplicate {
    pub record: Record,
    pub reasons: Vec<Reason>,
}

/// Why it may be the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// `email`, `phone` or `name-and-address`; its text is `duplicate-` and this.
    pub key: &'static str,
    /// What is shared.
    pub value: String,
}

/// How alike two names at one address must be (Jaro-Winkler, 0 to 1).
const NEAR: f64 = 0.88;
const MOST: usize = 5;

/// The living cards of an object that may be the same as these values, best reasons first. `except` is the card
/// itself when it exists.
pub fn of(cx: &Cx, object: &Arc<Object>, values: &Values, except: Option<Id>) -> Result<Vec<Duplicate>> {
    let reading = Reading::plain(cx);
    let mut keys = Vec::new();
    for (key, value) in values {
        if let (Ok(field), false) = (object.field(key), value.is_null()) {
            field.kind.lookups(value, &mut keys);
        }
    }
    let title = values.get(object.title).unwrap_or(&Json::Null);
    let name = object.field(object.title)?.kind.show(title, &reading);
    let mut found: Vec<Duplicate> = Vec::new();
    for key in keys {
        let ids = lookups::find(cx, object.key, &key, 20)?;
        let records = record::find_many(cx, object, &ids)?;
        for id in ids.iter().filter(|id| Some(**id) != except) {
            let Some(record) = records.get(id).filter(|record| record.trashed_at.is_none()) else { continue };
            let Some(reason) = reason(&key, &name, &record.title(&reading)) else { continue };
            match found.iter_mut().find(|have| have.record.id == *id) {
                Some(have) => have.reasons.push(reason),
                None => found.push(Duplicate { record: record.clone(), reasons: vec![reason] }),
            }
        }
    }
    found.sort_by_key(|duplicate| std::cmp::Reverse(duplicate.reasons.len()));
    found.truncate(MOST);
    Ok(found)
}

fn reason(key: &Lookup, name: &str, other: &str) -> Option<Reason> {
    match key.kind {
        "email" => Some(Reason { key: "email", value: key.value.clone() }),
        "phone" => Some(Reason { key: "phone", value: key.value.clone() }),
        "address" if near(name, other) => Some(Reason { key: "name-and-address", value: other.to_owned() }),
        _ => None,
    }
}

/// The names may be spellings of one: "Anna Berg", "Ana Berg", "Berg, Anna".
pub fn near(one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (Lookup::name(one), Lookup::name(other)) else { return false };
    let sorted = |name: &Lookup| {
        let mut words: Vec<&str> = name.value.split(' ').collect();
        words.sort_unstable();
        words.join(" ")
    };
    strsim::jaro_winkler(&one.value, &other.value) >= NEAR
        || strsim::jaro_winkler(&sorted(&one), &sorted(&other)) >= NEAR
}

#[cfg(test)]
mod tests {
    #[test]
    fn near_names_are_told_from_other_people() {
        let check = |one: &str, other: &str, expected: bool| {
            assert_eq!(super::near(one, other), expected, "{one}, {other}")
        };
        check("Anna Berg", "Ana Berg", true);
        check("Anna Berg", "Berg, Anna", true);
        check("Søren Kjær", "Soren Kjaer", true);
        check("Anna Berg", "Bo Berg", false);
        check("王小明", "王小明", true);
        check("Anna Berg", "", false);
    }
}
