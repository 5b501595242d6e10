//! Whether the actor may take back a change set: all of it or nothing, because half a set is what nobody ever wanted.

use std::collections::HashSet;

use identity::rights::FieldRight;
use kernel::{Cx, Error, Id, Result};

use crate::{
    Field,
    access::{self, Verb},
    catalog,
    changes::{self, Change},
    links,
    object::object,
};

/// Changes that are looked at together.
const AT_ONCE: usize = 1_000;

/// A conflict when the set touched what the actor may not change back; `NotFound` when they see nothing of it.
pub(super) fn may_undo(cx: &Cx, set: Id) -> Result<()> {
    changes::find(cx, set)?;
    let mut limited = false;
    for object in catalog(cx)?.objects() {
        for (verb, kinds) in [
            (Verb::See, "'linked', 'unlinked'"),
            (Verb::Edit, "'edited'"),
            (Verb::Delete, "'created', 'trashed', 'restored'"),
        ] {
            let Some(limit) = access::limit(cx, object, "t", verb)? else { continue };
            let params = [cx.workspace().into(), set.into(), object.key.into()];
            let touched =
                "SELECT 1 FROM changes WHERE workspace_id = ?1 AND set_id = ?2 AND object = ?3 LIMIT 1";
            if cx.query_one(touched, &params)?.is_none() {
                break;
            }
            limited = true;
            let sql = format!(
                "SELECT 1 FROM changes c JOIN {} AS t ON t.workspace_id = c.workspace_id AND t.id = c.record_id \
                 WHERE c.workspace_id = ?1 AND c.set_id = ?2 AND c.object = ?3 AND c.kind IN ({kinds}) AND NOT {limit} \
                 LIMIT 1",
                object.table
            );
            if cx.query_one(&sql, &params)?.is_some() {
                return Err(beyond());
            }
        }
    }
    let limited = limited
        || catalog(cx)?.objects().iter().flat_map(|object| &object.fields).any(|field| !editable(field));
    if limited { edits(cx, set) } else { Ok(()) }
}

fn editable(field: &Field) -> bool {
    field.right == FieldRight::Editable
}

/// Of fields that were changed, each may be written; of relations made or ended, one of both cards may be changed, or was made
/// by the same set.
fn edits(cx: &Cx, set: Id) -> Result<()> {
    let rows = cx.query(
        "SELECT record_id FROM changes WHERE workspace_id = ?1 AND set_id = ?2 AND kind = 'created'",
        &[cx.workspace().into(), set.into()],
    )?;
    let made = rows.iter().map(|row| row.get(0)).collect::<Result<HashSet<Id>>>()?;
    let mut after = Id::NIL;
    loop {
        let changes = changes::edits_of_set(cx, set, after, AT_ONCE)?;
        let Some(last) = changes.last() else { return Ok(()) };
        after = last.id;
        for change in &changes {
            may_put_back(cx, change, &made)?;
        }
    }
}

fn may_put_back(cx: &Cx, change: &Change, made: &HashSet<Id>) -> Result<()> {
    let changed = object(cx, &change.object)?;
    if change.fields.keys().any(|key| changed.field(key).is_ok_and(|field| !editable(field))) {
        return Err(beyond());
    }
    let Some((link, true)) = links::of_change(change) else { return Ok(()) };
    if made.contains(&link.from) || made.contains(&link.to) {
        return Ok(());
    }
    let may = |name: &str, id| access::holds(cx, &*object(cx, name)?, id, Verb::Edit);
    if may(&link.from_object, link.from)? || may(&link.to_object, link.to)? { Ok(()) } else { Err(beyond()) }
}

fn beyond() -> Error {
    Error::conflict("undo-beyond-rights")
}
