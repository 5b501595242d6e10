//! Creating a record.

use std::sync::Arc;

use kernel::{FieldErrors, Id, Result, Text, Tx, Value};
use locale::Locale;

use crate::{
    Json, Record, access,
    behavior::{Done, Pending},
    changes::{ChangeSet, Fields, Kind},
    field::{Field, Reading},
    object::Object,
    save::{Values, follow},
};

/// Creates a record of these values; computed ones are taken too, since only code names them. Fails with what is
/// wrong with each field, and writes nothing then.
pub fn create(tx: &mut Tx, set: &mut ChangeSet, object: &Arc<Object>, values: Values) -> Result<Id> {
    access::may_change(tx, object)?;
    let mut errors = FieldErrors::default();
    let mut pending = Pending { before: None, values: checked(object, values, &mut errors)? };
    object.behavior.before(tx, &mut pending, &mut errors)?;
    for field in object.fields.iter().filter(|field| field.required) {
        if pending.value(&field.key).is_null() && errors.get(&field.key).is_none() {
            errors.add(&field.key, Text::new("required"));
        }
    }
    errors.into_result()?;

    let id = tx.new_id();
    let mut values = pending.values;
    let now = Json::from(tx.now().micros());
    values.entry("created_at").or_insert_with(|| now.clone());
    values.insert("updated_at".to_owned(), now);
    if let Some(user) = tx.actor().user() {
        values.insert("created_by".to_owned(), user.to_string().into());
    }
    let values = object.fields.iter().map(|field| values.remove(&field.key).unwrap_or(Json::Null)).collect();
    let record = Record { object: object.clone(), id, values, trashed_at: None };
    let reading = Reading::plain(tx);
    insert(tx, &record, &reading.locale)?;
    set.name_after(&record.title(&reading));
    set.add(tx, object.key, id, Kind::Created, &Fields::new())?;
    follow::kept(tx, None, &record, &reading)?;
    object.behavior.after(tx, set, &Done { before: None, after: &record })?;
    Ok(id)
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

fn insert(tx: &mut Tx, record: &Record, locale: &Locale) -> Result<()> {
    let mut params: Vec<Value> = Vec::with_capacity(record.object.columns.len() + 2);
    params.push(tx.workspace().into());
    params.push(record.id.into());
    for (field, value) in record.object.fields.iter().zip(&record.values) {
        params.extend(columns(field, value, locale));
    }
    tx.execute(&record.object.insert_sql, &params)?;
    Ok(())
}

/// The columns' values; an empty field has its columns' empty values.
pub(super) fn columns(field: &Field, value: &Json, locale: &Locale) -> Vec<Value> {
    if value.is_null() {
        field.kind.storage().iter().map(|(_, kind)| kind.empty()).collect()
    } else {
        field.kind.bind(value, locale)
    }
}
