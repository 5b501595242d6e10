//! Fields whose values stand once among the living: each value is a lookup key of its record, so that the next one who wants it
//! finds it taken, whatever its case.

use std::sync::Arc;

use kernel::{Cx, Error, FieldErrors, Id, Result, Text, Tx, db::Dialect};

use crate::{
    Field, Json, Object, Query, Record,
    field::Reading,
    lookups::{self, Lookup},
    query::{self, Cursor},
    record,
    save::Values,
};

const PAGE: usize = 500;
/// Values named when some stand more than once.
const NAMED: usize = 5;

/// The key of a value; `None` when it is empty.
pub(crate) fn key(object: &Object, field: &Field, value: &Json) -> Option<Lookup> {
    (!value.is_null()).then(|| keyed(object, &field.key, &field.kind.export(value)))
}

fn keyed(object: &Object, field: &str, value: &str) -> Lookup {
    let value: String = value.to_lowercase().chars().take(300).collect();
    Lookup::new("unique", format!("{}.{field}={value}", object.key))
}

/// Adds an error for each of these values that another living record has.
pub(crate) fn check(
    cx: &Cx,
    object: &Object,
    me: Option<Id>,
    values: &Values,
    errors: &mut FieldErrors,
) -> Result<()> {
    for field in object.fields.iter().filter(|field| field.unique && !field.retired) {
        let Some(key) = values.get(&field.key).and_then(|value| key(object, field, value)) else { continue };
        if cx.dialect() == Dialect::Postgres {
            // Two who want the same value wait for each other; SQLite has one writer anyway.
            let lock = format!("{}:{}", cx.workspace(), key.value);
            cx.query("SELECT pg_advisory_xact_lock(hashtextextended(?1, 7203143))", &[lock.into()])?;
        }
        let others = lookups::find(cx, object.key, &key, 2)?;
        if let Some(other) = others.into_iter().find(|other| Some(*other) != me)
            && errors.get(&field.key).is_none()
        {
            let names = record::titles_of(cx, object, &[other])?;
            let text = match names.into_values().next() {
                Some(name) => Text::new("not-unique").with("name", name),
                // Its name stays with those who may see it.
                None => Text::new("not-unique-unseen"),
            };
            errors.add(&field.key, text);
        }
    }
    Ok(())
}

/// Gives every living record its key, unless a value stands twice: then those are named and nothing is changed.
pub(super) fn begin(tx: &mut Tx, object: &Object, field: &str) -> Result<()> {
    let mut seen: std::collections::HashMap<String, String> = std::collections::HashMap::new();
    let mut twice: Vec<String> = Vec::new();
    each(tx, object, field, |tx, record, key| {
        if seen.insert(key.value.clone(), String::new()).is_some() && twice.len() < NAMED {
            twice.push(record.show(field, &Reading::plain(tx)));
        }
        lookups::insert(tx, object.key, record.id, [&key])
    })?;
    if twice.is_empty() {
        return Ok(());
    }
    let text = Text::new("values-not-unique").with("values", twice.join(", "));
    Err(Error::Invalid(FieldErrors::of("unique", text)))
}

/// Takes the keys away.
pub(super) fn end(tx: &mut Tx, object: &Object, field: &str) -> Result<()> {
    let prefix = format!("{}.{field}=", object.key);
    // Up to the next letter after `=`, so that the index serves.
    let until = format!("{}.{field}>", object.key);
    tx.execute(
        "DELETE FROM lookups WHERE workspace_id = ?1 AND kind = 'unique' AND value >= ?2 AND value < ?3",
        &[tx.workspace().into(), prefix.into(), until.into()],
    )?;
    Ok(())
}

fn each(
    tx: &mut Tx,
    object: &Object,
    field: &str,
    mut work: impl FnMut(&mut Tx, &Record, Lookup) -> Result<()>,
) -> Result<()> {
    let object: Arc<Object> = crate::object::object(tx, object.key)?;
    let declared = object.field(field)?;
    let mut after: Option<Cursor> = None;
    loop {
        let filter =
            crate::Filter::Field { field: field.to_owned(), op: crate::Operator::NotEmpty, args: Vec::new() };
        let filled = Query { filter, after, ..Query::default() };
        let page = query::page(tx, &object, &filled, &[field, object.title], PAGE)?;
        for record in &page.records {
            if let Some(key) = key(&object, declared, record.get(field)) {
                work(tx, record, key)?;
            }
        }
        match page.next {
            Some(next) => after = Some(next),
            None => return Ok(()),
        }
    }
}
