//! Imports as they are stored.

use anyhow::Context;
use kernel::{Cx, Error, Id, Result, Row, Tx, Value};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    access,
    changes::LAST,
    import::{Format, Import, Mode, State, Totals},
};

const COLUMNS: &str = "id, file_name, path, format, encoding, dialect, source, mapping, mode, match_by, state, totals, \
    expected, rate, set_id, job_id, created_by, created_at, started_at, finished_at";

pub(super) fn insert(tx: &mut Tx, import: &Import) -> Result<()> {
    let marks: Vec<String> = (1..=21).map(|at| format!("?{at}")).collect();
    let sql = format!("INSERT INTO imports (workspace_id, {COLUMNS}) VALUES ({})", marks.join(", "));
    let params = params(tx, import)?;
    tx.execute(&sql, &params)?;
    Ok(())
}

pub(super) fn update(tx: &mut Tx, import: &Import) -> Result<()> {
    let columns = COLUMNS.split(", ").enumerate().skip(1);
    let assigned: Vec<String> = columns.map(|(at, name)| format!("{name} = ?{}", at + 2)).collect();
    let sql = format!("UPDATE imports SET {} WHERE workspace_id = ?1 AND id = ?2", assigned.join(", "));
    let params = params(tx, import)?;
    tx.execute(&sql, &params)?;
    Ok(())
}

/// Writes how far the import came.
pub(super) fn count(tx: &mut Tx, id: Id, totals: &Totals, rate: u64) -> Result<()> {
    tx.execute(
        "UPDATE imports SET totals = ?3, rate = ?4 WHERE workspace_id = ?1 AND id = ?2",
        &[tx.workspace().into(), id.into(), json(totals)?.into(), Value::Int(rate as i64)],
    )?;
    Ok(())
}

fn params(tx: &Tx, import: &Import) -> Result<Vec<Value>> {
    let expected = import.expected.map_or(Ok(String::new()), |totals| json(&totals))?;
    Ok(vec![
        tx.workspace().into(),
        import.id.into(),
        Value::from(&import.file_name),
        Value::from(&import.path),
        import.format.key().into(),
        import.encoding.name().into(),
        json(&import.dialect)?.into(),
        json(&import.source)?.into(),
        json(&import.mapping)?.into(),
        import.mode.key().into(),
        json(&import.match_by)?.into(),
        import.state.key().into(),
        json(&import.totals)?.into(),
        expected.into(),
        Value::Int(import.rate as i64),
        import.set.into(),
        import.job.into(),
        import.created_by.into(),
        import.created_at.into(),
        import.started_at.into(),
        import.finished_at.into(),
    ])
}

fn json(value: &impl Serialize) -> Result<String> {
    Ok(serde_json::to_string(value)?)
}

/// A file holds cards of everybody: who may not see them all sees the imports they began.
fn and_seen(cx: &Cx) -> Result<String> {
    if access::sees_everything(cx)? {
        return Ok(String::new());
    }
    Ok(format!(" AND created_by = {}", access::literal(cx, cx.actor().user().unwrap_or(Id::NIL))))
}

pub(super) fn find(cx: &Cx, id: Id) -> Result<Import> {
    let sql = format!("SELECT {COLUMNS} FROM imports WHERE workspace_id = ?1 AND id = ?2{}", and_seen(cx)?);
    let row = cx.query_one(&sql, &[cx.workspace().into(), id.into()])?;
    read(&row.ok_or(Error::NotFound)?)
}

pub(super) fn list(cx: &Cx, before: Option<Id>, limit: usize) -> Result<Vec<Import>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM imports WHERE workspace_id = ?1 AND id < ?2{} ORDER BY id DESC LIMIT ?3",
        and_seen(cx)?
    );
    let rows = cx.query(&sql, &[cx.workspace().into(), before.unwrap_or(LAST).into(), limit.into()])?;
    rows.iter().map(read).collect()
}

/// What a user has running; the index answers when there is nothing, which is nearly always.
pub(super) fn under_way(cx: &Cx, user: Id) -> Result<Vec<Import>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM imports WHERE workspace_id = ?1 AND state IN ('running', 'dry_run') \
         AND created_by = ?2 ORDER BY id LIMIT 5"
    );
    let rows = cx.query(&sql, &[cx.workspace().into(), user.into()])?;
    rows.iter().map(read).collect()
}

/// The import that made a change set.
fn of_set(cx: &Cx, set: Id) -> Result<Option<Import>> {
    let sql = format!("SELECT {COLUMNS} FROM imports WHERE workspace_id = ?1 AND set_id = ?2");
    cx.query_one(&sql, &[cx.workspace().into(), set.into()])?.map(|row| read(&row)).transpose()
}

fn read(row: &Row) -> Result<Import> {
    let unknown = || Error::internal("an import is in an unknown state");
    let encoding = formats::encoding::Encoding::named(row.text(4)).ok_or_else(unknown)?;
    Ok(Import {
        id: row.get(0)?,
        file_name: row.get(1)?,
        path: row.get(2)?,
        format: Format::from_key(row.text(3)).ok_or_else(unknown)?,
        encoding,
        dialect: parsed(row.text(5))?,
        source: parsed(row.text(6))?,
        mapping: parsed(row.text(7))?,
        mode: Mode::from_key(row.text(8)).ok_or_else(unknown)?,
        match_by: parsed(row.text(9))?,
        state: State::from_key(row.text(10)).ok_or_else(unknown)?,
        totals: parsed(row.text(11))?,
        expected: match row.text(12) {
            "" => None,
            json => Some(parsed(json)?),
        },
        rate: row.int(13).max(0) as u64,
        set: row.get(14)?,
        job: row.get(15)?,
        created_by: row.get(16)?,
        created_at: row.get(17)?,
        started_at: row.get(18)?,
        finished_at: row.get(19)?,
    })
}

fn parsed<T: DeserializeOwned>(json: &str) -> Result<T> {
    Ok(serde_json::from_str(json).context("reading an import")?)
}

/// The import that made a set was undone, or stands again.
pub(crate) fn mark_undone(tx: &mut Tx, set: Id, undone: bool) -> Result<()> {
    if let Some(mut import) = of_set(tx, set)? {
        import.state = if undone { State::Undone } else { State::Done };
        update(tx, &import)?;
        super::tell(tx, import.id);
    }
    Ok(())
}
