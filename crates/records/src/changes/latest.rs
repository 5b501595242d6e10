//! The latest change of each of many records: enough to tell whether a copy of one is out of date.

use std::collections::HashMap;

use kernel::{Cx, Id, Result};

use crate::{
    Object, access,
    record::{MOST_AT_ONCE, these},
};

/// By record; only of those that the actor may see. What a rule derives is no change.
pub fn latest(cx: &Cx, object: &Object, records: &[Id]) -> Result<HashMap<Id, Id>> {
    let mut found = HashMap::with_capacity(records.len());
    let seen = access::and_seen(cx, object, "t")?;
    for records in records.chunks(MOST_AT_ONCE) {
        let (marks, params) = these(cx, records);
        let sql = format!(
            "SELECT t.id, (SELECT c.id FROM changes c WHERE c.workspace_id = t.workspace_id AND c.record_id = t.id \
             ORDER BY c.id DESC LIMIT 1) FROM {} AS t WHERE t.workspace_id = ?1 AND t.id IN ({marks}){seen}",
            object.table
        );
        for row in cx.query(&sql, &params)? {
            let (id, change): (Id, Option<Id>) = (row.get(0)?, row.get(1)?);
            found.insert(id, change.unwrap_or(id));
        }
    }
    Ok(found)
}
