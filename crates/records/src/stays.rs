//! How long records had each value of a field, for fields that say so ([`crate::Field::timed_by`]): in which step a card is, since when,
//! and how long it was in those before. Written by the gate with the change itself, so that nothing has to be worked out of history.

use std::sync::Arc;

use kernel::{Cx, Id, Result, Timestamp, Tx, Value};
use sea_query::{Expr, ExprTrait, Query, SelectStatement};

use crate::{Field, Json, Object, Record, query};

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

/// What went through one value in a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub value: String,
    /// How many records entered it.
    pub entered: i64,
    /// How often one left it again, and how long those stays were together, in microseconds.
    pub left: i64,
    pub stayed: i64,
}

/// Each value that records of the answer entered between two moments (the second not included), in no order.
pub fn passages(cx: &Cx, about: &About, between: (Timestamp, Timestamp)) -> Result<Vec<Passage>> {
    let mut sql = entered(cx, about, between)?;
    sql.column((S, "value"))
        .expr(Expr::cust("COUNT(DISTINCT s.record_id)"))
        .expr(Expr::cust("COUNT(NULLIF(s.left_at, 0))"))
        .expr(Expr::cust(
            "CAST(COALESCE(SUM(CASE WHEN s.left_at > 0 THEN s.left_at - s.entered_at END), 0) AS BIGINT)",
        ))
        .group_by_col((S, "value"));
    let rows = cx.select(&sql)?;
    let read = |row: &kernel::Row| Passage {
        value: row.text(0).to_owned(),
        entered: row.int(1),
        left: row.int(2),
        stayed: row.int(3),
    };
    Ok(rows.iter().map(read).collect())
}

/// How many of the records that entered this value between two moments entered one of the others after it, whenever that was.
pub fn went_on(
    cx: &Cx,
    about: &About,
    between: (Timestamp, Timestamp),
    value: &str,
    others: &[&str],
) -> Result<i64> {
    let mut later = Query::select();
    later
        .expr(Expr::cust("1"))
        .from_as("stays", "l")
        .and_where(Expr::cust(
            "l.workspace_id = s.workspace_id AND l.record_id = s.record_id AND l.field = s.field",
        ))
        .and_where(Expr::cust("l.entered_at > s.entered_at"))
        .and_where(Expr::col(("l", "value")).is_in(others.iter().copied()));
    let mut sql = entered(cx, about, between)?;
    sql.expr(Expr::cust("COUNT(DISTINCT s.record_id)"))
        .and_where(Expr::col((S, "value")).eq(value))
        .and_where(Expr::exists(later));
    Ok(cx.select(&sql)?.first().map_or(0, |row| row.int(0)))
}

/// Whose stays, of which field.
#[derive(Debug)]
pub struct About<'a> {
    pub object: &'a Arc<Object>,
    pub field: &'a str,
    /// Only those of records that the actor sees and this holds of.
    pub filter: crate::Filter,
}

const S: &str = "s";

fn entered(cx: &Cx, about: &About, (from, until): (Timestamp, Timestamp)) -> Result<SelectStatement> {
    let query = crate::Query { filter: about.filter.clone(), ..crate::Query::default() };
    let mut sql = Query::select();
    sql.from_as("stays", S)
        .and_where(Expr::col((S, "workspace_id")).eq(sea_query::Value::from(Value::Id(cx.workspace()))))
        .and_where(Expr::col((S, "object")).eq(about.object.key))
        .and_where(Expr::col((S, "field")).eq(about.field))
        .and_where(Expr::col((S, "entered_at")).gte(from.micros()))
        .and_where(Expr::col((S, "entered_at")).lt(until.micros()))
        .and_where(Expr::col((S, "record_id")).in_subquery(query::keys(cx, about.object, &query)?));
    Ok(sql)
}
