//! Cards that were merged away: which card stands for them now, and which ones a card stands for.

use std::collections::HashMap;

use kernel::{Cx, Id, Result, Timestamp, Tx, Value};

use crate::{object::Object, record};

/// Merged cards that were merged again: nobody does that more often.
const DEEPEST: usize = 100;

/// A card that another one stands for.
#[derive(Debug, Clone, Copy)]
pub struct Aside {
    pub into: Id,
    /// The change set of the merge, by which it is taken back.
    pub set: Id,
    pub at: Timestamp,
}

/// The cards among these that were merged into others, by id.
pub fn aside_of(cx: &Cx, ids: &[Id]) -> Result<HashMap<Id, Aside>> {
    let mut found = HashMap::new();
    for ids in ids.chunks(record::MOST_AT_ONCE) {
        let (marks, params) = record::these(cx, ids);
        let sql = format!(
            "SELECT record_id, into_id, set_id, merged_at FROM merges WHERE workspace_id = ?1 AND record_id IN ({marks})"
        );
        for row in cx.query(&sql, &params)? {
            found.insert(row.get(0)?, Aside { into: row.get(1)?, set: row.get(2)?, at: row.get(3)? });
        }
    }
    Ok(found)
}

/// The card was merged into another.
pub(crate) fn is_aside(cx: &Cx, id: Id) -> Result<bool> {
    Ok(!aside_of(cx, &[id])?.is_empty())
}

/// The card that stands for this one in the end; `None` when it was not merged away.
pub fn survivor(cx: &Cx, id: Id) -> Result<Option<Id>> {
    let mut last = None;
    for _ in 0..DEEPEST {
        match aside_of(cx, &[last.unwrap_or(id)])?.into_values().next() {
            Some(aside) => last = Some(aside.into),
            None => break,
        }
    }
    Ok(last)
}

/// The card and all that were merged into it, also through others: those whose history is its own.
pub fn family(cx: &Cx, id: Id) -> Result<Vec<Id>> {
    let mut found = vec![id];
    let mut asked = 0;
    while asked < found.len() && asked < 1000 {
        let rows = cx.query(
            "SELECT record_id FROM merges WHERE workspace_id = ?1 AND into_id = ?2 ORDER BY record_id",
            &[cx.workspace().into(), found[asked].into()],
        )?;
        for row in &rows {
            let other = row.get(0)?;
            if !found.contains(&other) {
                found.push(other);
            }
        }
        asked += 1;
    }
    Ok(found)
}

/// Remembers that another card stands for this one.
pub(super) fn put(tx: &mut Tx, object: &Object, id: Id, into: Id, set: Id) -> Result<()> {
    take(tx, id)?;
    let row: [Value; 6] =
        [tx.workspace().into(), id.into(), object.key.into(), into.into(), set.into(), tx.now().into()];
    tx.execute(
        "INSERT INTO merges (workspace_id, record_id, object, into_id, set_id, merged_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &row,
    )?;
    Ok(())
}

/// It stands for itself again.
pub(super) fn take(tx: &mut Tx, id: Id) -> Result<()> {
    let key: [Value; 2] = [tx.workspace().into(), id.into()];
    tx.execute("DELETE FROM merges WHERE workspace_id = ?1 AND record_id = ?2", &key)?;
    Ok(())
}
