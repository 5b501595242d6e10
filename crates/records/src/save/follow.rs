//! What is derived from every record that was kept: lookup keys, search, timelines, and the news of it.

use std::collections::HashSet;

use kernel::{Result, Tx};

use crate::{
    Record,
    changes::ChangeSet,
    field::Reading,
    lookups::{self, Lookup},
    roll_up,
    search::index::{self, Document},
    timeline,
};

/// Brings everything derived up to date. A trashed record has no keys, is not found, and stands on no timeline.
pub(super) fn kept(tx: &mut Tx, before: Option<&Record>, after: &Record, reading: &Reading) -> Result<()> {
    let keys = |record: &Record| match record.trashed_at {
        None => lookups::of(record, reading),
        Some(_) => HashSet::new(),
    };
    let had = before.map(keys).unwrap_or_default();
    lookups::update(tx, after, &had, &keys(after))?;
    index::update(tx, before, after, reading)?;
    timeline::update(tx, before, after)?;
    let stale = roll_up::stale(tx, before, after)?;
    roll_up::refresh(tx, stale)?;
    tx.emit(after.object.key);
    tx.emit(format!("{}:{}", after.object.key, after.id));
    Ok(())
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
    let stale = roll_up::stale(tx, None, record)?;
    tx.emit(record.object.key);
    match &mut set.bulk {
        // Written together when the set is closed; nobody waits for the news of one card.
        Some(bulk) => bulk.created(record, keys, document, stale),
        None => {
            index::add(tx, record, &document)?;
            lookups::insert(tx, record.object.key, record.id, &keys)?;
            tx.emit(format!("{}:{}", record.object.key, record.id));
            roll_up::refresh(tx, stale)?;
        }
    }
    Ok(())
}
