//! What is derived from every record that was kept: lookup keys, search, timelines, and the news of it; and what its
//! object's behaviour says, which is not bound by the actor's rights.

use std::collections::HashSet;

use kernel::{Cx, FieldErrors, Result, Text, Tx};

use crate::{
    Object, Record,
    access::{self, Verb},
    behavior::{Done, Pending},
    changes::ChangeSet,
    field::{Reading, reference},
    files,
    lookups::{self, Lookup},
    object, roll_up,
    save::Values,
    search::index::{self, Document},
    stays, tally, timeline,
};

/// Brings everything derived up to date. A trashed record has no keys, is not found, and stands on no timeline.
pub(super) fn kept(tx: &mut Tx, before: Option<&Record>, after: &Record, reading: &Reading) -> Result<()> {
    let keys = |record: &Record| match record.trashed_at {
        None => lookups::of(record, reading),
        Some(_) => HashSet::new(),
    };
    if before.is_none_or(|before| keys_follow(before, after)) {
        let had = before.map(keys).unwrap_or_default();
        lookups::update(tx, after, &had, &keys(after))?;
    }
    index::update(tx, before, after, reading)?;
    timeline::update(tx, before, after)?;
    files::remember(tx, before, after)?;
    tally::follow(tx, before, after)?;
    stays::follow(tx, before, after)?;
    let stale = roll_up::stale(tx, before, after)?;
    roll_up::refresh(tx, stale)?;
    tx.emit(after.object.key);
    tx.emit(format!("{}:{}", after.object.key, after.id));
    Ok(())
}

/// Whether the record may have other keys than it had: to know them costs more than to write most changes down.
fn keys_follow(before: &Record, after: &Record) -> bool {
    let values = before.values.iter().zip(&after.values);
    before.trashed_at != after.trashed_at
        || after
            .object
            .fields
            .iter()
            .zip(values)
            .any(|(field, (had, has))| had != has && lookups::follow(&after.object, field, had, has))
}

/// The same for a record that is new, whose keys and document are known.
pub(super) fn created(
    tx: &mut Tx,
    set: &mut ChangeSet,
    record: &Record,
    keys: Vec<Lookup>,
    document: Document,
) -> Result<()> {
    timeline::update(tx, None, record)?;
    files::remember(tx, None, record)?;
    stays::follow(tx, None, record)?;
    let stale = roll_up::stale(tx, None, record)?;
    tx.emit(record.object.key);
    match &mut set.bulk {
        // Written together when the set is closed; nobody waits for the news of one card.
        Some(bulk) => {
            bulk.tallied.add(tx, record, 1)?;
            bulk.created(record, keys, document, stale);
        }
        None => {
            index::add(tx, record, &document)?;
            tally::follow(tx, None, record)?;
            lookups::insert(tx, record.object.key, record.id, &keys)?;
            tx.emit(format!("{}:{}", record.object.key, record.id));
            roll_up::refresh(tx, stale)?;
        }
    }
    Ok(())
}

/// Lets the object's behaviour complete or refuse what is about to be kept.
pub(super) fn completed(
    cx: &Cx,
    object: &Object,
    pending: &mut Pending,
    errors: &mut FieldErrors,
) -> Result<()> {
    let _free = access::freely(cx)?;
    object.behavior.before(cx, pending, errors)
}

/// What follows from what was kept.
pub(super) fn consequences(tx: &mut Tx, set: &mut ChangeSet, done: &Done) -> Result<()> {
    let _free = access::freely(tx)?;
    let behavior = done.after.object.behavior.clone();
    behavior.after(tx, set, done)
}

/// Nobody refers to a card that they do not see: a call about it would change it.
pub(super) fn check_references(
    cx: &Cx,
    object: &Object,
    values: &Values,
    errors: &mut FieldErrors,
) -> Result<()> {
    for (key, value) in values {
        let Some(at) = object.at(key) else { continue };
        for (name, id) in object.fields[at].kind.references(value).into_iter().filter_map(reference::target) {
            let Ok(other) = object::object(cx, name) else { continue };
            let limited = access::limit(cx, &other, "t", Verb::See)?.is_some();
            if limited && !access::holds(cx, &other, id, Verb::See)? {
                errors.add(key, Text::new("not-a-choice"));
            }
        }
    }
    Ok(())
}
