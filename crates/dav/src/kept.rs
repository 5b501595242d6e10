//! Properties that programs set themselves, such as the colour of a calendar: each for whoever's program it is.

use std::collections::BTreeMap;

use kernel::{Cx, Id, Result, Tx, Value};

use crate::{
    collection::Collection,
    xml::{APPLE, CALDAV, DAV, Name},
};

const LONGEST: usize = 10_000;

/// Whether a program may set it.
pub(crate) fn settable(name: &Name) -> bool {
    name.is(DAV, "displayname")
        || name.is(APPLE, "calendar-color")
        || name.is(APPLE, "calendar-order")
        || name.is(CALDAV, "calendar-timezone")
}

/// Those of a user's collections, by the collection's key.
pub(crate) fn all(cx: &Cx, user: Id) -> Result<BTreeMap<String, BTreeMap<String, String>>> {
    let rows = cx.query(
        "SELECT key, properties FROM dav_collections WHERE workspace_id = ?1 AND user_id = ?2 AND properties <> ''",
        &[cx.workspace().into(), user.into()],
    )?;
    let read =
        |row: &kernel::Row| (row.text(0).to_owned(), serde_json::from_str(row.text(1)).unwrap_or_default());
    Ok(rows.iter().map(read).collect())
}

/// Sets these, or takes them away where there is no value.
pub(crate) fn set(tx: &mut Tx, collection: &Collection, changes: &[(Name, Option<String>)]) -> Result<()> {
    let mut own = all(tx, collection.user)?.remove(&collection.key).unwrap_or_default();
    for (name, value) in changes {
        match value {
            Some(value) => own.insert(name.key(), value.trim().chars().take(LONGEST).collect()),
            None => own.remove(&name.key()),
        };
    }
    let written = if own.is_empty() { String::new() } else { serde_json::to_string(&own)? };
    tx.execute(
        "INSERT INTO dav_collections (workspace_id, user_id, key, seq, floor, properties) VALUES (?1, ?2, ?3, 0, 0, ?4) \
         ON CONFLICT (workspace_id, user_id, key) DO UPDATE SET properties = excluded.properties",
        &[
            tx.workspace().into(),
            collection.user.into(),
            Value::from(&collection.key),
            Value::from(written),
        ],
    )
    .map(drop)
}
