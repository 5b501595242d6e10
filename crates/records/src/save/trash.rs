//! Throwing a record away and taking it back. A trashed record keeps everything and is found nowhere but in the
//! trash.

use std::sync::Arc;

use kernel::{Error, FieldErrors, Id, Result, Tx};

use crate::{
    Record,
    access::{self, Verb},
    behavior::Done,
    changes::{ChangeSet, Fields, Kind},
    field::Reading,
    merge,
    object::Object,
    save::{edit::settled, follow},
    shape::unique,
};

/// Throws the record away; nothing when it lies there already.
pub fn trash(tx: &mut Tx, set: &mut ChangeSet, object: &Arc<Object>, id: Id) -> Result<Record> {
    move_it(tx, set, object, id, Kind::Trashed)
}

/// Takes the record back; nothing when it is not in the trash, and a conflict when another card stands for it: that
/// is for the undo of the merge.
pub fn restore(tx: &mut Tx, set: &mut ChangeSet, object: &Arc<Object>, id: Id) -> Result<Record> {
    if merge::is_aside(tx, id)? {
        return Err(Error::conflict("record-is-merged"));
    }
    move_it(tx, set, object, id, Kind::Restored)
}

fn move_it(tx: &mut Tx, set: &mut ChangeSet, object: &Arc<Object>, id: Id, kind: Kind) -> Result<Record> {
    set.settle(tx, id)?;
    let before = settled(tx, object, id)?;
    let object = &before.object.clone();
    access::require_on(tx, &before, Verb::Delete)?;
    let to_trash = kind == Kind::Trashed;
    if before.trashed_at.is_some() == to_trash {
        return Ok(before);
    }
    if to_trash {
        object.behavior.trashing(tx, &before)?;
    } else {
        // Somebody may have taken its place meanwhile.
        let mut errors = FieldErrors::default();
        let keys = object.fields.iter().map(|field| field.key.clone());
        let values = keys.zip(before.values.iter().cloned()).collect();
        unique::check(tx, object, Some(id), &values, &mut errors)?;
        errors.into_result()?;
        // What the actor may not see has taken its place too.
        let _free = access::freely(tx)?;
        object.behavior.restoring(tx, &before)?;
    }
    set.name_after(|| before.title(&Reading::plain(tx)));
    let after = put_aside(tx, set, &before, to_trash, (kind, &Fields::new()))?;
    follow::consequences(tx, set, &Done { before: Some(&before), after: &after })?;
    Ok(after)
}

/// Puts the record into the trash or takes it out, remembered as this change; it brings nothing else about.
pub(crate) fn put_aside(
    tx: &mut Tx,
    set: &mut ChangeSet,
    before: &Record,
    aside: bool,
    (kind, fields): (Kind, &Fields),
) -> Result<Record> {
    let mut after = before.clone();
    after.trashed_at = aside.then(|| before.trashed_at.unwrap_or(tx.now()));
    let at = after.trashed_at.map_or(0, |at| at.micros());
    tx.execute(
        &format!("UPDATE {} SET trashed_at = ?3 WHERE workspace_id = ?1 AND id = ?2", before.object.table),
        &[tx.workspace().into(), before.id.into(), at.into()],
    )?;
    set.add(tx, before.object.key, before.id, kind, fields)?;
    follow::kept(tx, Some(before), &after, &Reading::plain(tx))?;
    Ok(after)
}
