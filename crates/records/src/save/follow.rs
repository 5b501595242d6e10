//! What is derived from every record that was kept: lookup keys, search, timelines, and the news of it.

use std::collections::HashSet;

use kernel::{Result, Tx};

use crate::{Record, field::Reading, lookups, search, timeline};

/// Brings everything derived up to date. A trashed record has no keys, is not found, and stands on no timeline.
pub(super) fn kept(tx: &mut Tx, before: Option<&Record>, after: &Record, reading: &Reading) -> Result<()> {
    let keys = |record: &Record| match record.trashed_at {
        None => lookups::of(record, reading),
        Some(_) => HashSet::new(),
    };
    let had = before.map(keys).unwrap_or_default();
    lookups::update(tx, after, &had, &keys(after))?;
    search::index::update(tx, before, after, reading)?;
    timeline::update(tx, before, after)?;
    tx.emit(after.object.key);
    tx.emit(format!("{}:{}", after.object.key, after.id));
    Ok(())
}
