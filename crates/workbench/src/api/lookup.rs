//! Finding the card that a program means by one of its values: an e-mail, a number, a name, a key of its own.

use std::sync::Arc;

use kernel::{Cx, Error, FieldErrors, Id, Result, Text};
use records::{
    Filter, Object, Operator, Query, Record,
    lookups::{self, Lookup},
    query, record,
    save::Values,
};

/// So many cards of one value are looked at.
const MOST: usize = 20;

/// The living records whose field has this value, oldest first. The value has the form in which it is sent.
pub fn by_field(cx: &Cx, object: &Arc<Object>, name: &str, values: &Values) -> Result<Vec<Record>> {
    let field = object.field(name)?;
    let missing = || Error::invalid(name, "required");
    let value = values.get(name).filter(|value| !value.is_null()).ok_or_else(missing)?;
    let value = field.kind.check(value).map_err(|text| Error::Invalid(FieldErrors::of(name, text)))?;
    let mut keys = Vec::new();
    field.kind.lookups(&value, &mut keys);
    if !keys.is_empty() {
        return by_keys(cx, object, &keys);
    }
    if !field.kind.operators().contains(&Operator::Is) {
        let text = Text::new("api-no-match-by").with("name", name);
        return Err(Error::Invalid(FieldErrors::of("match", text)));
    }
    let shown = match value.as_array().and_then(|items| items.first()) {
        Some(first) => first.as_str().unwrap_or_default().to_owned(),
        None => field.kind.export(&value),
    };
    let filter = Filter::field(name, Operator::Is, &[&shown]);
    let wanted = Query { filter, ..Query::default() };
    let mut found = query::page(cx, object, &wanted, &[], MOST)?.records;
    found.sort_by_key(|record| record.id);
    Ok(found)
}

fn by_keys(cx: &Cx, object: &Arc<Object>, keys: &[Lookup]) -> Result<Vec<Record>> {
    let mut ids: Vec<Id> = Vec::new();
    for key in keys {
        for id in lookups::find(cx, object.key, key, MOST)? {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    ids.sort();
    let mut found = record::find_many(cx, object, &ids)?;
    Ok(ids.iter().filter_map(|id| found.remove(id)).filter(|record| record.trashed_at.is_none()).collect())
}

/// The one record that is meant, if there is one. A conflict when there are several.
pub fn the_one(cx: &Cx, object: &Arc<Object>, name: &str, values: &Values) -> Result<Option<Record>> {
    let mut found = by_field(cx, object, name, values)?;
    match found.len() {
        0 | 1 => Ok(found.pop()),
        count => Err(Error::Conflict(Text::new("api-several-match").with("count", count).with("name", name))),
    }
}
