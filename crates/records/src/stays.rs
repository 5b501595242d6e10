//! How long records had each value of a field, for fields that say so ([`crate::Field::timed_by`]): in which step a card is, since when,
//! and how long it was in those before. Written by the gate with the change itself, so that nothing has to be worked out of history.

use kernel::{Cx, Id, Result, Timestamp, Tx, Value};

use crate::{Field, Json, Record};

/// One value that a record had for a while, or has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    pub value: String,
    pub entered_at: Timestamp,
    /// None as long as it has it.
    pub left_at: Option<Timestamp>,
}

/// What a field of a record was, the earliest first.
pub fn of(cx: &Cx, record: Id, field: &str) -> Result<Vec<Stay>> {
    let rows = cx.query(
        "SELECT value, entered_at, left_at FROM stays \
         WHERE workspace_id = ?1 AND record_id = ?2 AND field = ?3 ORDER BY entered_at",
        &[cx.workspace().into(), record.into(), field.into()],
    )?;
    let read = |row: &kernel::Row| {
        let left: Timestamp = row.get(2)?;
        Ok(Stay {
            value: row.text(0).to_owned(),
            entered_at: row.get(1)?,
            left_at: (left.micros() != 0).then_some(left),
        })
    };
    rows.iter().map(read).collect()
}

/// Brings the stays of a record up to date.
pub(crate) fn follow(tx: &mut Tx, before: Option<&Record>, after: &Record) -> Result<()> {
    for (at, field) in after.object.fields.iter().enumerate().filter(|(_, field)| !field.timed_by.is_empty())
    {
        let had = before.map_or(&Json::Null, |before| &before.values[at]);
        let has = &after.values[at];
        if had != has {
            // Who brings a record from elsewhere may know since when it is so, and an undo puts back since when it was.
            let since = after.instant(field.timed_by).filter(|since| *since <= tx.now()).unwrap_or(tx.now());
            if before.is_some() {
                leave(tx, after.id, field, since)?;
            }
            enter(tx, after, field, has, since)?;
        }
    }
    Ok(())
}

/// Ends what a record has until then; what came later never was.
fn leave(tx: &mut Tx, record: Id, field: &Field, until: Timestamp) -> Result<()> {
    let params: [Value; 4] = [tx.workspace().into(), record.into(), field.key.as_str().into(), until.into()];
    let whose = "workspace_id = ?1 AND record_id = ?2 AND field = ?3";
    tx.execute(&format!("DELETE FROM stays WHERE {whose} AND entered_at >= ?4"), &params)?;
    let sql = format!("UPDATE stays SET left_at = ?4 WHERE {whose} AND (left_at = 0 OR left_at > ?4)");
    tx.execute(&sql, &params).map(drop)
}

fn enter(tx: &mut Tx, record: &Record, field: &Field, has: &Json, since: Timestamp) -> Result<()> {
    // An option by its key, anything else as JSON.
    let value = match has {
        Json::Null => return Ok(()),
        Json::String(text) => text.clone(),
        other => other.to_string(),
    };
    let params: [Value; 6] = [
        tx.workspace().into(),
        record.id.into(),
        field.key.as_str().into(),
        since.into(),
        record.object.key.into(),
        value.into(),
    ];
    tx.execute(
        "INSERT INTO stays (workspace_id, record_id, field, entered_at, object, value, left_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)",
        &params,
    )
    .map(drop)
}
