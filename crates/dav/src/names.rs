//! Names of records in collections: the one that a program chose when it made something, else the record's key.

use std::collections::HashMap;

use kernel::{Cx, Id, Result, Tx, Value};

use crate::collection::{Collection, Kind};

/// The names of these records that programs of this user chose.
#[derive(Debug, Default)]
pub(crate) struct Names(HashMap<Id, String>);

impl Names {
    pub(crate) fn of(cx: &Cx, collection: &Collection) -> Result<Names> {
        let rows = cx.query(
            "SELECT record_id, name FROM dav_names WHERE workspace_id = ?1 AND user_id = ?2 AND kind = ?3",
            &[cx.workspace().into(), collection.user.into(), collection.kind.names().into()],
        )?;
        let all: Result<HashMap<Id, String>> =
            rows.iter().map(|row| Ok((row.get(0)?, row.text(1).to_owned()))).collect();
        Ok(Names(all?))
    }

    pub(crate) fn name(&self, kind: Kind, record: Id) -> String {
        self.0.get(&record).cloned().unwrap_or_else(|| format!("{record}.{}", kind.extension()))
    }
}

/// Which record has this name, if one has: it may be in the collection no more.
pub(crate) fn record(cx: &Cx, collection: &Collection, name: &str) -> Result<Option<Id>> {
    let row = cx.query_one(
        "SELECT record_id FROM dav_names WHERE workspace_id = ?1 AND user_id = ?2 AND kind = ?3 AND name = ?4",
        &[cx.workspace().into(), collection.user.into(), collection.kind.names().into(), name.into()],
    )?;
    if let Some(row) = row {
        return row.get(0).map(Some);
    }
    let own = name.strip_suffix(collection.kind.extension()).and_then(|name| name.strip_suffix('.'));
    Ok(own.and_then(|id| id.parse().ok()))
}

/// From now on the record has this name, which another may have had that is gone.
pub(crate) fn give(tx: &mut Tx, collection: &Collection, name: &str, record: Id) -> Result<()> {
    if name == format!("{record}.{}", collection.kind.extension()) {
        return Ok(());
    }
    let params: [Value; 5] = [
        tx.workspace().into(),
        collection.user.into(),
        collection.kind.names().into(),
        name.into(),
        record.into(),
    ];
    tx.execute(
        "INSERT INTO dav_names (workspace_id, user_id, kind, name, record_id) VALUES (?1, ?2, ?3, ?4, ?5) \
         ON CONFLICT (workspace_id, user_id, kind, name) DO UPDATE SET record_id = excluded.record_id",
        &params,
    )
    .map(drop)
}
