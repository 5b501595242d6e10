//! Throwing a record away and taking it back. A trashed record keeps everything and is found nowhere but in the
//! trash.

use std::sync::Arc;

use kernel::{FieldErrors, Id, Result, Tx};

use crate::{
    Record,
    access::{self, Verb},
    behavior::Done,
    changes::{ChangeSet, Fields, Kind},
    field::Reading,
    object::Object,
    record,
    save::follow,
    shape::unique,
};

/// Throws the record away; nothing when it lies there already.
pub fn trash(tx: &mut Tx, set: &mut ChangeSet, object: &Arc<Object>, id: Id) -> Result<Record> {
    move_it(tx, set, object, id, Kind::Trashed)
}

/// Takes the record back; nothing when it is not in the trash.
pub fn restore(tx: &mut Tx, set: &mut ChangeSet, object: &Arc<Object>, id: Id) -> Result<Record> {
    move_it(tx, set, object, id, Kind::Restored)
}

fn move_it(tx: &mut Tx, set: &mut ChangeSet, object: &Arc<Object>, id: Id, kind: Kind) -> Result<Record> {
    set.settle(tx, id)?;
    let before = record::find_to_change(tx, object, id)?;
    access::require_on(tx, &before, Verb::Delete)?;
    let to_trash = kind == Kind::Trashed;
    if before.trashed_at.is_some() == to_trash {
        return Ok(before);
    }
    if !to_trash {
        // Somebody may have taken its place meanwhile.
        let mut errors = FieldErrors::default();
        let keys = object.fields.iter().map(|field| field.key.clone());
        let values = keys.zip(before.values.iter().cloned()).collect();
        unique::check(tx, object, Some(id), &values, &mut errors)?;
        errors.into_result()?;
    }
    let mut after = before.clone();
    after.trashed_at = to_trash.then(|| tx.now());
    let at = after.trashed_at.map_or(0, |at| at.micros());
    tx.execute(
        &format!("UPDATE {} SET trashed_at = ?3 WHERE workspace_id = ?1 AND id = ?2", object.table),
        &[tx.workspace().into(), id.into(), at.into()],
    )?;
    let reading = Reading::plain(tx);
    set.name_after(|| after.title(&reading));
    set.add(tx, object.key, id, kind, &Fields::new())?;
    follow::kept(tx, Some(&before), &after, &reading)?;
    follow::consequences(tx, set, &Done { before: Some(&before), after: &after })?;
    Ok(after)
}
