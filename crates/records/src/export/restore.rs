//! Putting a workspace back from an archive, also into the other database. What is derived (lookup keys, search,
//! sort keys, timelines) is made anew.

use std::io::{BufRead, BufReader, Read, Seek};

use kernel::{Cx, Db, Error, Id, Result, Role, Scope, Tx, Value};
use zip::ZipArchive;

use super::{
    Extra, Extras, PAGE, damaged,
    tables::OWN,
    workspace::{self, Manifest},
};
use crate::{
    Json, Object, Record, access,
    field::{Reading, rank::of_new},
    files::FileStore,
    lookups, rank,
    record::{Selection, marks},
    save::{Prepared, Values},
    search, tally, timeline,
};

/// What was put back.
#[derive(Debug)]
pub struct Restored {
    pub manifest: Manifest,
    pub records: u64,
}

/// Restores an archive into a workspace that has no records yet. When it is interrupted, what was put back stays, and
/// the workspace has to be emptied before the next attempt.
pub fn restore(db: &Db, scope: &Scope, reader: impl Read + Seek) -> Result<Restored> {
    let mut archive = ZipArchive::new(reader).map_err(damaged)?;
    let manifest = workspace::manifest(&mut archive)?;
    let (extras, store) = db.read(scope, |cx| {
        cx.require(Role::Admin)?;
        must_be_empty(cx)?;
        Ok((cx.part::<Extras>(), cx.part::<FileStore>()))
    })?;
    restore_bytes(&mut archive, &store)?;
    // They know nothing of what does not pass the gate.
    db.write(scope, tally::forget)?;
    let mut restored = Restored { manifest, records: 0 };
    for table in OWN {
        restore_table(db, scope, &mut archive, table)?;
    }
    // With the shapes that were just put back.
    let catalog = db.read(scope, crate::catalog)?;
    for object in catalog.objects() {
        let name = format!("records/{}.jsonl", object.key);
        restored.records += in_bites(db, scope, &mut archive, &name, |tx, row, reading| {
            restore_record(tx, object, row, reading)
        })?;
    }
    for extra in &extras.0 {
        restore_table(db, scope, &mut archive, &**extra)?;
    }
    for object in catalog.objects().iter().filter(|object| object.timeline.is_some()) {
        restore_timelines(db, scope, object)?;
    }
    Ok(restored)
}

fn must_be_empty(cx: &Cx) -> Result<()> {
    for object in crate::catalog(cx)?.objects() {
        let sql = format!("SELECT 1 FROM {} WHERE workspace_id = ?1 LIMIT 1", object.table);
        if cx.query_one(&sql, &[cx.workspace().into()])?.is_some() {
            return Err(Error::conflict("restore-not-empty"));
        }
    }
    Ok(())
}

fn restore_table<R: Read + Seek>(
    db: &Db,
    scope: &Scope,
    archive: &mut ZipArchive<R>,
    table: &dyn Extra,
) -> Result<()> {
    let name = format!("tables/{}.jsonl", table.name());
    in_bites(db, scope, archive, &name, |tx, row, _| table.restore(tx, row)).map(|_| ())
}

/// Puts the lines of a file back, many in each transaction; how many. A file that is missing has none.
fn in_bites<R: Read + Seek>(
    db: &Db,
    scope: &Scope,
    archive: &mut ZipArchive<R>,
    name: &str,
    put: impl Fn(&mut Tx, &Json, &Reading) -> Result<()>,
) -> Result<u64> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(zip::result::ZipError::FileNotFound) => return Ok(0),
        Err(error) => return Err(damaged(error)),
    };
    let mut lines = BufReader::with_capacity(256 * 1024, file).lines();
    let mut restored = 0;
    loop {
        let bite: Vec<String> = lines.by_ref().take(PAGE).collect::<Result<_, _>>().map_err(damaged)?;
        if bite.is_empty() {
            return Ok(restored);
        }
        restored += bite.len() as u64;
        db.write(scope, |tx| {
            let reading = Reading::plain(tx);
            bite.iter().try_for_each(|line| put(tx, &serde_json::from_str(line).map_err(damaged)?, &reading))
        })?;
    }
}

fn restore_record(tx: &mut Tx, object: &std::sync::Arc<Object>, row: &Json, reading: &Reading) -> Result<()> {
    let id: Id = row["id"].as_str().unwrap_or_default().parse().map_err(damaged)?;
    let trashed_at = row["trashed_at"].as_i64().unwrap_or(0);
    let mut values: Values =
        row["values"].as_object().cloned().ok_or_else(|| damaged("a record without values"))?;
    // A newer or another installation may have fields that this one has not.
    values.retain(|key, _| object.at(key).is_some());
    // An archive of an earlier version knows no places on boards.
    if object.at(rank::FIELD).is_some() {
        values.entry(rank::FIELD).or_insert_with(|| of_new(id).into());
    }
    let prepared = Prepared::new(object, values, reading)?;
    let (record, columns, keys, document) = prepared.into_parts(id);
    let mut params: Vec<Value> = vec![tx.workspace().into(), id.into(), trashed_at.into()];
    params.extend(columns);
    if params.last().is_some_and(|own| *own == Value::Text(String::new())) {
        params.pop();
        params.push("{}".into());
    }
    let names: Vec<String> = object.columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
    let sql = format!(
        "INSERT INTO {} (workspace_id, id, trashed_at, {}) VALUES ({})",
        object.table,
        names.join(", "),
        marks(1, params.len())
    );
    tx.execute(&sql, &params)?;
    if trashed_at == 0 {
        lookups::insert(tx, object.key, id, &keys)?;
        search::index::add(tx, &record, &document)?;
    }
    Ok(())
}

/// When all cards and relations are there.
fn restore_timelines(db: &Db, scope: &Scope, object: &std::sync::Arc<Object>) -> Result<()> {
    let selection = Selection::all(object);
    let mut after = Id::NIL;
    loop {
        let count = db.write(scope, |tx| {
            let sql = format!(
                "SELECT {} FROM {} AS t WHERE t.workspace_id = ?1 AND t.id > ?2{} AND t.trashed_at = 0 \
                 ORDER BY t.id LIMIT {PAGE}",
                selection.list("t"),
                object.table,
                access::of_object(object, "t")
            );
            let rows = tx.query(&sql, &[tx.workspace().into(), after.into()])?;
            for row in &rows {
                let record: Record = selection.read(object, row)?;
                after = record.id;
                timeline::update(tx, None, &record)?;
            }
            Ok(rows.len())
        })?;
        if count < PAGE {
            return Ok(());
        }
    }
}

/// Every file whose bytes are what its name says.
fn restore_bytes<R: Read + Seek>(archive: &mut ZipArchive<R>, store: &FileStore) -> Result<()> {
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).map_err(damaged)?;
        let name = file.name().map_err(damaged)?.into_owned();
        let Some(sha256) = name.strip_prefix("files/") else { continue };
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(damaged)?;
        if store.keep(&bytes)? != sha256 {
            return Err(damaged("a file that is not what its name says"));
        }
    }
    Ok(())
}
