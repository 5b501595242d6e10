//! Creating a record.

use std::sync::Arc;

use kernel::{Cx, FieldErrors, Id, Result, Text, Tx, Value};
use locale::Locale;

use crate::{
    Json,
    access::{self, Verb},
    behavior::{Done, Pending},
    changes::{ChangeSet, Fields, Kind},
    field::{EMPTY_NUMBER, Field, Reading},
    files,
    formula::Moment,
    object::Object,
    own,
    save::{Prepared, Values, follow},
    shape::{self, compute, unique},
};

/// Creates a record of these values; computed ones are taken too, since only code names them. Fails with what is
/// wrong with each field, and writes nothing then.
pub fn create(tx: &mut Tx, set: &mut ChangeSet, object: &Arc<Object>, values: Values) -> Result<Id> {
    let object = &shape::hold(tx, object)?;
    access::require(tx, object, Verb::Create)?;
    let mut errors = FieldErrors::default();
    let values = checked(object, values, &mut errors)?;
    let values = completed(tx, object, values, errors)?;
    let reading = Reading::plain(tx);
    let prepared = Prepared::of_checked(object, values, &reading);
    insert(tx, set, prepared, &reading)
}

/// As [`create`], of values that were prepared outside the transaction.
pub fn create_prepared(
    tx: &mut Tx,
    set: &mut ChangeSet,
    mut prepared: Prepared,
    reading: &Reading,
) -> Result<Id> {
    complete(tx, &mut prepared, reading)?;
    insert(tx, set, prepared, reading)
}

/// Lets the object's behaviour complete or refuse the values, without writing anything.
pub(crate) fn complete(cx: &Cx, prepared: &mut Prepared, reading: &Reading) -> Result<()> {
    let object = shape::hold(cx, prepared.object())?;
    if !prepared.fits(&object) {
        // A field's type was changed while the file was read: what it says is read as the new type reads it, or told.
        let mut errors = FieldErrors::default();
        let values = checked(&object, std::mem::take(&mut prepared.values), &mut errors)?;
        errors.into_result()?;
        *prepared = Prepared::of_checked(&object, values, reading);
    }
    // An import makes cards too.
    if !access::may(cx, &object, Verb::Create)? {
        access::require(cx, &object, Verb::Import)?;
    }
    let values = std::mem::take(&mut prepared.values);
    let values = completed(cx, &object, values, FieldErrors::default())?;
    prepared.follow(values, reading);
    Ok(())
}

/// The values as the behaviour completes them, if nothing is wrong with them.
fn completed(cx: &Cx, object: &Arc<Object>, values: Values, mut errors: FieldErrors) -> Result<Values> {
    access::fields::check_writing(cx, object, None, &values)?;
    follow::check_references(cx, object, &values, &mut errors)?;
    files::check(cx, object, None, &values, &mut errors)?;
    let mut pending = Pending { before: None, values };
    for field in object.fields.iter().filter(|field| !field.default.is_null() && !field.retired) {
        pending.values.entry(field.key.clone()).or_insert_with(|| field.default.clone());
    }
    follow::completed(cx, object, &mut pending, &mut errors)?;
    unique::check(cx, object, None, &pending.values, &mut errors)?;
    compute::check(object, None, &pending.values, Moment::of(cx, object)?, &mut errors);
    for field in object.fields.iter().filter(|field| field.required && !field.retired) {
        if pending.value(&field.key).is_null() && errors.get(&field.key).is_none() {
            errors.add(&field.key, Text::new("required"));
        }
    }
    errors.into_result()?;
    Ok(pending.values)
}

/// Writes what was completed.
pub(crate) fn insert(
    tx: &mut Tx,
    set: &mut ChangeSet,
    mut prepared: Prepared,
    reading: &Reading,
) -> Result<Id> {
    let id = tx.new_id();
    prepared.record.id = id;
    prepared.stamp(tx, reading);
    let moment = Moment::of(tx, prepared.object())?;
    prepared.compute(reading, moment);
    let Prepared { record, columns, keys, document, title, .. } = prepared;
    let mut params: Vec<Value> = vec![tx.workspace().into(), id.into()];
    let mut filled = Vec::with_capacity(columns.len());
    for (at, column) in columns.into_iter().enumerate() {
        if !is_empty(&column) {
            filled.push(at);
            params.push(column);
        }
    }
    tx.execute(&record.object.insert_statement(&filled), &params)?;
    set.name_after(|| title);
    set.add(tx, record.object.key, id, Kind::Created, &Fields::new())?;
    set.news.created(&record, tx.actor().user());
    follow::created(tx, set, &record, keys, document)?;
    let outer = set.creating.replace(id);
    let after = follow::consequences(tx, set, &Done { before: None, after: &record });
    set.creating = outer;
    after?;
    Ok(id)
}

/// The table's default for its column: see [`crate::field::ColumnKind::empty`].
fn is_empty(column: &Value) -> bool {
    match column {
        Value::Text(text) => text.is_empty(),
        Value::Int(number) => *number == EMPTY_NUMBER,
        Value::Bytes(bytes) => bytes.is_empty(),
        Value::Id(id) => id.is_nil(),
        Value::Null | Value::Real(_) => false,
    }
}

/// The values in their canonical forms.
pub(super) fn checked(object: &Object, values: Values, errors: &mut FieldErrors) -> Result<Values> {
    let mut kept = Values::new();
    for (key, value) in values {
        match object.field(&key)?.kind.check(&value) {
            Ok(value) => {
                kept.insert(key, value);
            }
            Err(text) => errors.add(key, text),
        }
    }
    Ok(kept)
}

/// The values of all of an object's columns, in their order.
pub(super) fn all_columns(object: &Object, values: &[Json], locale: &Locale) -> Vec<Value> {
    let mut all = Vec::with_capacity(object.columns.len());
    for (field, value) in object.fields.iter().zip(values).filter(|(field, _)| !field.own) {
        all.extend(columns(field, value, locale));
    }
    all.push(own::pack(object.fields.iter().zip(values), locale).into());
    all
}

/// The columns' values; an empty field has its columns' empty values.
pub(crate) fn columns(field: &Field, value: &Json, locale: &Locale) -> Vec<Value> {
    if value.is_null() {
        field.kind.storage().iter().map(|(_, kind)| kind.empty()).collect()
    } else {
        field.kind.bind(value, locale)
    }
}
