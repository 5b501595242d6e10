//! Values of a workspace's own fields: all of a record's in one JSON column, so that a new field needs no new column.
//! The JSON maps the columns that the field's type would have (`own_size`, `own_name_sort`) to their values: texts and numbers
//! as they are, sort keys as hexadecimal text, which sorts alike, ids as text. What is empty is left out.

pub mod index;

use std::collections::HashMap;

use kernel::{Id, Value, db::Dialect};
use locale::Locale;

use crate::{
    Json,
    field::{ColumnKind, EMPTY_NUMBER, Field, as_id, reference},
    record,
};

/// The column in the object's table.
pub(crate) const COLUMN: &str = "own";

/// The column's text for these fields and values; empty when no own field has a value.
pub(crate) fn pack<'a>(fields: impl Iterator<Item = (&'a Field, &'a Json)>, locale: &Locale) -> String {
    let mut packed = serde_json::Map::new();
    for (field, value) in fields.filter(|(field, value)| field.own && !value.is_null()) {
        if field.computed && value.get("error").is_some() {
            packed.insert(format!("{}_error", field.stored()), value.clone());
        }
        for (column, bound) in field.columns().into_iter().zip(field.kind.bind(value, locale)) {
            if let Some(kept) = kept(bound) {
                packed.insert(column.name, kept);
            }
        }
    }
    if packed.is_empty() {
        return String::new();
    }
    // PostgreSQL knows no such letter.
    Json::Object(packed).to_string().replace("\\u0000", "")
}

fn kept(bound: Value) -> Option<Json> {
    match bound {
        Value::Text(text) => (!text.is_empty()).then_some(Json::String(text)),
        Value::Int(number) => (number != EMPTY_NUMBER).then(|| Json::from(number)),
        Value::Bytes(bytes) => (!bytes.is_empty()).then(|| Json::String(hex(&bytes))),
        Value::Id(id) => (!id.is_nil()).then(|| Json::String(id.to_string())),
        Value::Real(number) => Some(Json::from(number)),
        Value::Null => None,
    }
}

/// The column, read once for all fields of a row.
#[derive(Debug, Default)]
pub(crate) struct Packed(HashMap<String, Json>);

impl Packed {
    pub(crate) fn parse(column: &Value) -> Packed {
        match column {
            Value::Text(text) if text.len() > 2 => Packed(serde_json::from_str(text).unwrap_or_default()),
            _ => Packed::default(),
        }
    }

    /// The field's value.
    pub(crate) fn value(&self, field: &Field) -> Json {
        let kind = &*field.kind;
        if let (true, Some(failed)) = (field.computed, self.0.get(&format!("{}_error", field.stored()))) {
            return failed.clone();
        }
        let value = kind.read(&self.column(field.stored(), kind.storage()[0].1));
        match (record::names_object(kind), as_id(&value)) {
            (true, Some(id)) => {
                match self.0.get(&format!("{}_object", field.stored())).and_then(Json::as_str) {
                    Some(object) => reference::reference(object, id),
                    None => Json::Null,
                }
            }
            _ => value,
        }
    }

    /// The value of an earlier type that the field still has, and the number of that type.
    pub(crate) fn left_over(&self, field: &Field) -> Option<(usize, Json)> {
        let past = if field.changing { &field.past[..] } else { &[] };
        past.iter().enumerate().rev().find_map(|(at, past)| {
            let value = past.kind.read(&self.column(&past.stored, past.kind.storage()[0].1));
            (!value.is_null()).then_some((at, value))
        })
    }

    /// What the field's first column would hold.
    fn column(&self, name: &str, kind: ColumnKind) -> Value {
        let Some(kept) = self.0.get(name) else { return kind.empty() };
        match (kind, kept) {
            (ColumnKind::Number, Json::Number(number)) => number.as_i64().map_or(kind.empty(), Value::Int),
            (ColumnKind::Text, Json::String(text)) => Value::Text(text.clone()),
            (ColumnKind::Id, Json::String(text)) => text.parse().map_or(kind.empty(), |id: Id| Value::Id(id)),
            _ => kind.empty(),
        }
    }
}

/// The column of an own field in a statement, or in an index, whose expressions name no table. The name is a key, which holds
/// letters, digits and `_` only.
pub(crate) fn expression(dialect: Dialect, table: &str, name: &str, kind: ColumnKind) -> String {
    debug_assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'), "{name}");
    let own = if table.is_empty() { format!("\"{COLUMN}\"") } else { format!("{table}.\"{COLUMN}\"") };
    match (dialect, kind) {
        (Dialect::Sqlite, ColumnKind::Number) => {
            format!("COALESCE({own} ->> '{name}', {EMPTY_NUMBER})")
        }
        (Dialect::Postgres, ColumnKind::Number) => {
            format!("COALESCE(CAST({own} ->> '{name}' AS BIGINT), {EMPTY_NUMBER})")
        }
        (Dialect::Sqlite, _) => format!("COALESCE({own} ->> '{name}', '')"),
        (Dialect::Postgres, _) => format!("(COALESCE({own} ->> '{name}', '') COLLATE \"C\")"),
    }
}

/// The value of a field from its first column, as a statement that groups by it answers.
pub(crate) fn grouped(field: &Field, column: &Value) -> Json {
    let kind = field.kind.storage()[0].1;
    let column = match (kind, column) {
        (_, Value::Null) => kind.empty(),
        (ColumnKind::Id, Value::Text(text)) => text.parse().map_or(kind.empty(), |id: Id| Value::Id(id)),
        (_, other) => other.clone(),
    };
    field.kind.read(&column)
}

/// A value to compare such an expression with.
pub(crate) fn compared(value: Value) -> Value {
    match value {
        Value::Id(id) if id.is_nil() => Value::Text(String::new()),
        Value::Id(id) => Value::Text(id.to_string()),
        Value::Bytes(bytes) => Value::Text(hex(&bytes)),
        other => other,
    }
}

/// Bytes as text that sorts alike.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::{number::Number, text::Text, user::User};

    #[test]
    fn what_is_packed_reads_back_and_what_is_empty_is_left_out() {
        let fields = [
            Field::new("own_plate", Text).own(),
            Field::new("own_doors", Number { decimals: 0 }).own(),
            Field::new("own_driver", User).own(),
            Field::new("name", Text),
        ];
        let driver = Id::new(kernel::Timestamp::from_micros(7)).to_string();
        let values = [Json::from("AB 12"), Json::from(4), Json::from(driver.as_str()), Json::from("not own")];
        let text = pack(fields.iter().zip(&values), &Locale::new(&kernel::Locality::default()));
        let packed = Packed::parse(&text.into());
        for (field, value) in fields.iter().zip(&values).take(3) {
            assert_eq!(packed.value(field), *value, "{}", field.key);
        }
        assert_eq!(packed.0.len(), 4, "three values and a sort key");
        assert_eq!(
            pack(fields.iter().zip(&vec![Json::Null; 4]), &Locale::new(&kernel::Locality::default())),
            ""
        );
    }
}
