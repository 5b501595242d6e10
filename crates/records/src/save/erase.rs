//! Erasing for good what lies in the trash: records, their history, their relations, and who looked at them. What follows
//! from a living record (keys, words, timeline) went when it was thrown away.

use std::sync::Arc;

use kernel::{Id, Result, Role, Tx, Value};

use crate::{
    access::{self, Verb},
    changes::{self, ChangeSet, Fields, Kind},
    object::Object,
    record::{self, MOST_AT_ONCE},
    save::{edit::settled, trash::put_aside},
    undo,
};

/// Everything else that names a record.
const TRACES: [&str; 13] = [
    "DELETE FROM stays WHERE workspace_id = ?1 AND record_id = ?2",
    "DELETE FROM file_holders WHERE workspace_id = ?1 AND record_id = ?2",
    "DELETE FROM duplicates WHERE workspace_id = ?1 AND one_id = ?2",
    "DELETE FROM duplicates WHERE workspace_id = ?1 AND other_id = ?2",
    "DELETE FROM merges WHERE workspace_id = ?1 AND record_id = ?2",
    "DELETE FROM changes WHERE workspace_id = ?1 AND record_id = ?2",
    "DELETE FROM links WHERE workspace_id = ?1 AND from_id = ?2",
    "DELETE FROM links WHERE workspace_id = ?1 AND to_id = ?2",
    "DELETE FROM timeline WHERE workspace_id = ?1 AND card_id = ?2",
    "DELETE FROM timeline WHERE workspace_id = ?1 AND record_id = ?2",
    "DELETE FROM following WHERE workspace_id = ?1 AND card_id = ?2",
    "DELETE FROM notices WHERE workspace_id = ?1 AND record_id = ?2",
    "DELETE FROM notices WHERE workspace_id = ?1 AND part_id = ?2",
];

/// Erases those of these records that lie in the trash; the others stay as they are.
pub fn erase(tx: &mut Tx, object: &Arc<Object>, ids: &[Id]) -> Result<()> {
    access::require(tx, object, Verb::Delete)?;
    let workspace = tx.workspace();
    let within = access::and_within(tx, object, "t", Verb::Delete)?;
    let sql = format!(
        "DELETE FROM {} AS t WHERE t.workspace_id = ?1 AND t.id = ?2 AND t.trashed_at <> 0{within}",
        object.table
    );
    let mut erased = Vec::new();
    for id in ids {
        let key: [Value; 2] = [workspace.into(), (*id).into()];
        if tx.execute(&sql, &key)? > 0 {
            TRACES.iter().try_for_each(|sql| tx.execute(sql, &key).map(drop))?;
            erased.push(*id);
        }
    }
    // No index leads from a card to who looked at it, so they are looked through once for many.
    for ids in erased.chunks(MOST_AT_ONCE) {
        let (marks, params) = record::these(tx, ids);
        let sql = format!("DELETE FROM visits WHERE workspace_id = ?1 AND record_id IN ({marks})");
        tx.execute(&sql, &params)?;
    }
    tx.emit(object.key);
    Ok(())
}

/// Takes away for good what a change set made and nobody changed since, as if it had never been: also what its rules keep out of the
/// trash, such as a paper that binds. It is for what a program filled in by itself, and asks of each record whether it was just that;
/// what the set did not make, or somebody changed, stays. For administrators.
pub fn unmake(tx: &mut Tx, set: Id, object: &Arc<Object>, ids: &[Id]) -> Result<()> {
    tx.require(Role::Admin)?;
    let mut taking = ChangeSet::new(tx, "change-undone").quietly();
    let mut gone = Vec::new();
    for id in ids {
        if !changes::made(tx, set, *id)? || undo::is_changed_since(tx, set, object, *id)? {
            continue;
        }
        let record = settled(tx, object, *id)?;
        access::require_on(tx, &record, Verb::Delete)?;
        put_aside(tx, &mut taking, &record, true, (Kind::Trashed, &Fields::new()))?;
        gone.push(*id);
    }
    taking.close(tx)?;
    erase(tx, object, &gone)?;
    forget_empty_set(tx, taking.id)
}

/// Takes a change set out of the history when nothing of it is left there.
pub fn forget_empty_set(tx: &mut Tx, set: Id) -> Result<()> {
    let _free = access::freely(tx)?;
    if changes::of_set(tx, set, None, 1)?.is_empty() {
        tx.execute(
            "DELETE FROM change_sets WHERE workspace_id = ?1 AND id = ?2",
            &[tx.workspace().into(), set.into()],
        )?;
    }
    Ok(())
}
