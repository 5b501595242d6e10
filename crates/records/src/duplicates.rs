//! Which cards are the same as another: asked when one is entered, and of all of them at night. [`crate::matching`]
//! decides; here is where candidates come from and what is remembered. Nothing is ever refused: spouses may share an
//! address for mail.

mod blocks;
pub mod night;
mod pairs;
mod scan;

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use kernel::{Cx, Id, Result};

pub(crate) use self::scan::remember;
pub use self::{
    pairs::{Counts, Pair, State, counts, decide, find, found, partners},
    scan::{Compared, LastScan, ScanJob, compare_all, last_scan, scan_all, scan_now},
};
pub use crate::matching::Reason;
use crate::{
    Field, Json, Record,
    field::Reading,
    lookups::{self, Lookup},
    matching::{self, Profile},
    object::Object,
    record::{self, Selection},
    save::Values,
};

/// A card that may be the same.
#[derive(Debug, Clone)]
pub struct Duplicate {
    pub record: Record,
    pub reasons: Vec<Reason>,
    /// In tenths of bits, see [`matching::Match`]; 0 when only a phone or an address for mail is shared.
    pub score: i32,
}

const MOST: usize = 5;
/// Whoever enters a card is held up only by what is more likely than not; a name alone is not.
const TOLD: i32 = 5;
/// Cards that share one key, looked at together.
const SHARING: usize = 40;

/// The living cards of an object that may be the same as these values, the likeliest first. `except` is the card
/// itself when it exists.
pub fn of(cx: &Cx, object: &Arc<Object>, values: &Values, except: Option<Id>) -> Result<Vec<Duplicate>> {
    let value = |field: &str| values.get(field).unwrap_or(&Json::Null);
    let profile = Profile::of_values(object, value);
    let keys = keys(cx, object, values)?;
    let called = match keys.iter().find(|key| key.kind == lookups::SOUND) {
        Some(sound) => lookups::namesakes(cx, object.key, &sound.value, SHARING)?,
        None => Vec::new(),
    };
    let namesakes = called.len();
    // Of most it is known already that they are somebody else; but fields that the actor may not see have no say.
    let other = |known: &Option<Profile>| {
        let known = known.as_ref().filter(|_| object.withheld.is_empty());
        let same = known.map(|known| matching::compare(&profile, known, namesakes + 1));
        same.is_some_and(|same| same.is_none_or(|same| same.score < TOLD))
    };
    let others: HashSet<Id> = called.iter().filter(|(_, known)| other(known)).map(|(id, _)| *id).collect();
    let mut candidates: HashSet<Id> =
        called.iter().map(|(id, _)| *id).filter(|id| !others.contains(id)).collect();
    for key in keys.iter().filter(|key| key.kind != lookups::SOUND) {
        let ids = lookups::find(cx, object.key, key, SHARING)?;
        // A phone or an address for mail is told of whoever else has it.
        let tells = matches!(key.kind, "email" | "phone");
        candidates.extend(ids.into_iter().filter(|id| tells || !others.contains(id)));
    }
    let candidates: Vec<Id> = candidates.into_iter().filter(|id| Some(*id) != except).collect();
    let records = record::find_parts(cx, object, &candidates, &compared(object))?;
    let mut found: Vec<Duplicate> = records
        .into_values()
        .filter(|record| record.trashed_at.is_none())
        .filter_map(|record| duplicate(&profile, &keys, record, namesakes + 1))
        .collect();
    found.sort_by_key(|duplicate| (std::cmp::Reverse(duplicate.score), duplicate.record.id));
    found.truncate(MOST);
    let ids: Vec<Id> = found.iter().map(|duplicate| duplicate.record.id).collect();
    let mut whole = record::find_many(cx, object, &ids)?;
    for duplicate in &mut found {
        if let Some(record) = whole.remove(&duplicate.record.id) {
            duplicate.record = record;
        }
    }
    Ok(found)
}

/// What cards are compared by. Own values stand apart and are much to read; where the object is declared, only addresses for mail
/// and phones among them say anything.
fn compared(object: &Object) -> Selection {
    let says = |field: &Field| !field.own || matches!(field.kind.key(), "emails" | "phones");
    let says = |at: &usize| object.shares_table || says(&object.fields[*at]);
    Selection::of(object, (0..object.fields.len()).filter(says).collect())
}

/// What the card may be found by.
fn keys(cx: &Cx, object: &Object, values: &Values) -> Result<Vec<Lookup>> {
    let mut keys = Vec::new();
    for (key, value) in values {
        if let (Ok(field), false) = (object.field(key), value.is_null()) {
            field.kind.lookups(value, &mut keys);
        }
    }
    let title = values.get(object.title).unwrap_or(&Json::Null);
    let name = object.field(object.title)?.kind.show(title, &Reading::plain(cx));
    keys.extend(Lookup::name(&name));
    keys.extend(Lookup::sound(title));
    Ok(keys)
}

/// What the matcher says; and, of somebody else, that a phone or an address for mail is the same.
fn duplicate(profile: &Profile, keys: &[Lookup], record: Record, namesakes: usize) -> Option<Duplicate> {
    let other = Profile::of(&record);
    if let Some(found) = matching::compare(profile, &other, namesakes).filter(|found| found.score >= TOLD) {
        let reasons = matching::reasons(profile, &other, found.signs);
        return Some(Duplicate { record, reasons, score: found.score });
    }
    let mut shared = Vec::new();
    for (field, value) in record.object.fields.iter().zip(&record.values) {
        field.kind.lookups(value, &mut shared);
    }
    let reason = |key: &&Lookup| match key.kind {
        "email" | "phone" => Some(Reason { key: key.kind, value: key.value.clone() }),
        _ => None,
    };
    let reasons: Vec<Reason> =
        keys.iter().filter(|key| shared.contains(key)).filter_map(|key| reason(&key)).collect();
    (!reasons.is_empty()).then_some(Duplicate { record, reasons, score: 0 })
}

/// Why two cards may be the same, by their profiles now.
pub fn reasons(one: &Record, other: &Record, pair: &Pair) -> Vec<Reason> {
    matching::reasons(&Profile::of(one), &Profile::of(other), pair.signs)
}

/// Those of the pairs whose cards are both among the living, with their cards.
pub fn with_records(cx: &Cx, object: &Arc<Object>, pairs: Vec<Pair>) -> Result<Vec<(Pair, Record, Record)>> {
    let ids: Vec<Id> = pairs.iter().flat_map(|pair| [pair.one, pair.other]).collect();
    let records: HashMap<Id, Record> = record::find_many(cx, object, &ids)?;
    let living = |id: &Id| records.get(id).filter(|record| record.trashed_at.is_none()).cloned();
    let both = |pair: Pair| Some((pair, living(&pair.one)?, living(&pair.other)?));
    Ok(pairs.into_iter().filter_map(both).collect())
}
