//! A record whose values are still of an earlier type gets them in the present one: whoever changes it first does so, the job or
//! somebody who saves. It becomes part of the change set that changed the type, so nothing is lost whoever was quicker.

use std::{collections::HashSet, sync::Arc};

use kernel::{Cx, Id, Result, Tx, Value};

use super::value;
use crate::{
    Field, FieldType, Json, Object, Record, access,
    changes::{self, ChangeSet, Fields, Kind},
    field::Reading,
    import,
    lookups::{self, Lookup},
    own, record,
    save::{self, Values},
    search::index,
    shape::{past, past::Way, unique},
};

/// Of a set that is stored already, so nobody reads it.
const LABEL: &str = "change-type-changed";

/// Brings the record to the types that its fields have now.
pub(crate) fn settle(tx: &mut Tx, record: &Record) -> Result<()> {
    let mut before = record.clone();
    let mut values = Values::new();
    let left = std::mem::take(&mut before.left);
    for left in &left {
        let field = before.object.fields[left.at].clone();
        forget_keys(tx, &before, &field, left.past, &left.value)?;
        let mut value = left.value.clone();
        for at in left.past..field.past.len() {
            value = step(tx, record.id, &field, at, value, record.object.key)?;
        }
        // As if something else had stood there, so that all that is derived from it is made anew.
        before.values[left.at] = if value.is_null() { left.value.clone() } else { Json::Null };
        values.insert(field.key.clone(), value);
    }
    save::rewrite(tx, &before, values)?;
    let searched = left.iter().any(|left| before.object.fields[left.at].searched);
    if searched && before.trashed_at.is_none() {
        // The words of what is lost are found no more.
        let now = record::find_to_change(tx, &before.object, before.id)?;
        index::renew(tx, &now, &Reading::plain(tx))?;
    }
    Ok(())
}

/// One step, remembered where the way back would not lead to the same value by itself.
fn step(tx: &mut Tx, record: Id, field: &Field, at: usize, was: Json, object: &str) -> Result<Json> {
    let past = &field.past[at];
    let next = field.past.get(at + 1).map_or(&*field.kind, |next| &*next.kind);
    let way = named(tx, [&*past.kind, next], &past.way)?;
    let restored = match past.restores {
        Some(set) => before(tx, record, set, &field.key, &was)?,
        None => None,
    };
    let became = match restored {
        Some(value) => value,
        None => past::step(field, at, &was, &way).unwrap_or_default(),
    };
    let back = value::convert(next, &*past.kind, &became, &way);
    if became != was || back.as_ref() != Some(&was) {
        remember(tx, past.until, (object, record), field, (was, became.clone()))?;
    }
    Ok(became)
}

pub(super) fn remember(
    tx: &mut Tx,
    set: Id,
    (object, record): (&str, Id),
    field: &Field,
    change: (Json, Json),
) -> Result<()> {
    let fields = Fields::from([(field.key.clone(), change)]);
    // How many there were is counted in the end: who saves a card meanwhile does not wait for the row of the set.
    ChangeSet::resume(set, LABEL).add(tx, object, record, Kind::Edited, &fields)
}

/// What the set that is being taken back found here, if what it made of it still stands.
fn before(tx: &Tx, record: Id, set: Id, key: &str, became: &Json) -> Result<Option<Json>> {
    let change = changes::of_record_in(tx, record, set)?;
    let found = change.and_then(|mut change| change.fields.remove(key));
    Ok(found.filter(|(_, then)| then == became).map(|(was, _)| was))
}

/// The way with the names that values of these types need to be read.
pub(super) fn named(cx: &Cx, kinds: [&dyn FieldType; 2], way: &Way) -> Result<Way> {
    let mut way = way.clone();
    if kinds.iter().any(|kind| kind.key() == "user") {
        way.reading.users = import::reading(cx)?.users;
    }
    Ok(way)
}

/// Takes away the keys by which the value was found under its earlier type.
fn forget_keys(tx: &mut Tx, record: &Record, field: &Field, at: usize, value: &Json) -> Result<()> {
    let past = &field.past[at];
    let mut keys: Vec<Lookup> = Vec::new();
    past.kind.lookups(value, &mut keys);
    let earlier = Field { kind: past.kind.clone(), ..field.clone() };
    keys.extend(unique::key(&record.object, &earlier, value));
    let had = keys.into_iter().collect();
    lookups::update(tx, record, &had, &HashSet::new())
}

/// The next records that still have a value of an earlier type of this field, in the order of their ids; says the last.
pub(super) fn page(
    tx: &mut Tx,
    object: &Arc<Object>,
    field: &Field,
    after: Id,
    most: usize,
) -> Result<Option<(Id, u64)>> {
    let selection = record::Selection::all(object);
    let lock = record::lock(tx);
    let sql = format!(
        "SELECT {} FROM {} AS t WHERE t.workspace_id = ?1 AND t.id > ?2{} AND {} ORDER BY t.id LIMIT {most}{lock}",
        selection.list("t"),
        object.table,
        access::of_object(object, "t"),
        left_over(tx, field)
    );
    let rows = tx.query(&sql, &[tx.workspace().into(), Value::from(after)])?;
    let mut last = None;
    for row in &rows {
        let record = selection.read(object, row)?;
        last = Some(record.id);
        settle(tx, &record)?;
    }
    Ok(last.map(|last| (last, rows.len() as u64)))
}

/// The condition on rows that have a value of an earlier type.
fn left_over(cx: &Cx, field: &Field) -> String {
    let columns = field.past.iter().map(|past| {
        let kind = past.kind.storage()[0].1;
        let expression = own::expression(cx.dialect(), "t", &past.stored, kind);
        format!("{expression} <> {}", super::survey::nothing(kind))
    });
    format!("({})", columns.collect::<Vec<_>>().join(" OR "))
}

/// How values are read to whoever looks before the job came by: without names, which need the database.
pub(crate) fn in_passing(field: &Field, at: usize, value: &Json) -> Json {
    past::carried(field, at, value).unwrap_or_default()
}
