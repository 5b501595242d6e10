//! Values of a workspace's own fields: all of a record's in one JSON column, so that a new field needs no new column.
//! The JSON maps the columns that the field's type would have (`own_size`, `own_name_sort`) to their values: texts and numbers
//! as they are, sort keys as hexadecimal text, which sorts alike, ids as text. What is empty is left out.

pub mod index;

use std::{borrow::Cow, fmt};

use kernel::{Id, Value, db::Dialect};
use locale::Locale;
use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};

use crate::{
    Json,
    field::{ColumnKind, EMPTY_NUMBER, Field, as_id, reference},
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

/// The column, read once for all fields of a row: its entries in the order of their names. Nothing of it is copied before it is
/// asked for, since most of it is sort keys that nobody reads.
#[derive(Debug, Default)]
pub(crate) struct Packed<'a>(Vec<(Cow<'a, str>, Kept<'a>)>);

/// One value of the column.
#[derive(Debug)]
enum Kept<'a> {
    Text(Cow<'a, str>),
    Number(i64),
    Other(Json),
}

impl<'a> Packed<'a> {
    pub(crate) fn parse(column: &'a Value) -> Packed<'a> {
        match column {
            Value::Text(text) if text.len() > 2 => serde_json::from_str(text).unwrap_or_default(),
            _ => Packed::default(),
        }
    }

    fn get(&self, name: &str) -> Option<&Kept<'a>> {
        let at = self.0.binary_search_by(|(have, _)| have.as_ref().cmp(name)).ok()?;
        Some(&self.0[at].1)
    }

    /// The field's value; whether it may refer to any object is known to whoever reads many.
    pub(crate) fn value(&self, field: &Field, names_object: bool) -> Json {
        let kind = &*field.kind;
        if field.computed
            && let Some(Kept::Other(failed)) = self.get(&format!("{}_error", field.stored()))
        {
            return failed.clone();
        }
        let value = kind.read(&self.column(field.stored(), kind.storage()[0].1));
        if !names_object {
            return value;
        }
        match (as_id(&value), self.get(&format!("{}_object", field.stored()))) {
            (Some(id), Some(Kept::Text(object))) => reference::reference(object, id),
            (Some(_), _) => Json::Null,
            (None, _) => value,
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
        match (kind, self.get(name)) {
            (ColumnKind::Number, Some(Kept::Number(number))) => Value::Int(*number),
            (ColumnKind::Text, Some(Kept::Text(text))) => Value::Text(text.clone().into_owned()),
            (ColumnKind::Id, Some(Kept::Text(text))) => {
                text.parse().map_or(kind.empty(), |id: Id| Value::Id(id))
            }
            _ => kind.empty(),
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Packed<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Packed<'a>, D::Error> {
        from.deserialize_map(Entries)
    }
}

struct Entries;

impl<'de> Visitor<'de> for Entries {
    type Value = Packed<'de>;

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("values by their columns")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Packed<'de>, A::Error> {
        let mut entries: Vec<(Cow<str>, Kept)> = Vec::with_capacity(32);
        while let Some((name, value)) = map.next_entry()? {
            // Names are texts, copied only where they are written with escapes, as values are.
            if let Kept::Text(name) = name {
                entries.push((name, value));
            }
        }
        // PostgreSQL keeps them in an order of its own.
        if !entries.is_sorted_by(|one, next| one.0 < next.0) {
            entries.sort_by(|one, next| one.0.cmp(&next.0));
        }
        Ok(Packed(entries))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Kept<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Kept<'a>, D::Error> {
        from.deserialize_any(Whatever)
    }
}

struct Whatever;

impl<'de> Visitor<'de> for Whatever {
    type Value = Kept<'de>;

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("a value")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Kept<'de>, E> {
        Ok(Kept::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Kept<'de>, E> {
        Ok(Kept::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Kept<'de>, E> {
        Ok(Kept::Number(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Kept<'de>, E> {
        Ok(i64::try_from(number).map_or_else(|_| Kept::Other(number.into()), Kept::Number))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Kept<'de>, E> {
        Ok(Kept::Other(number.into()))
    }

    fn visit_bool<E: de::Error>(self, is: bool) -> Result<Kept<'de>, E> {
        Ok(Kept::Other(is.into()))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Kept<'de>, E> {
        Ok(Kept::Other(Json::Null))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Kept<'de>, A::Error> {
        Json::deserialize(de::value::MapAccessDeserializer::new(map)).map(Kept::Other)
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, items: A) -> Result<Kept<'de>, A::Error> {
        Json::deserialize(de::value::SeqAccessDeserializer::new(items)).map(Kept::Other)
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
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |four_bits: u8| char::from(DIGITS[usize::from(four_bits)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::{number::Number, text::Text, user::User};

    #[test]
    fn bytes_are_written_as_text_that_sorts_alike() {
        assert_eq!(hex(&[0, 9, 10, 0x7f, 0xff]), "00090a7fff");
    }

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
        let text = text.into();
        let packed = Packed::parse(&text);
        for (field, value) in fields.iter().zip(&values).take(3) {
            assert_eq!(packed.value(field, false), *value, "{}", field.key);
        }
        assert_eq!(packed.0.len(), 4, "three values and a sort key");
        let unsorted = Value::from(
            r#"{"own_plate": "A\u0042\n", "own_doors": 4, "own_doors_error": {"error": "x"}, "a": [null, 1.5, true]}"#,
        );
        let packed = Packed::parse(&unsorted);
        assert_eq!(packed.value(&fields[0], false), "AB\n");
        assert_eq!(packed.value(&fields[1], false), 4);
        assert_eq!(packed.value(&fields[2], false), Json::Null);
        let failed = Field::new("own_doors", Number { decimals: 0 }).own().computed();
        assert_eq!(packed.value(&failed, false)["error"], "x");
        assert_eq!(
            pack(fields.iter().zip(&vec![Json::Null; 4]), &Locale::new(&kernel::Locality::default())),
            ""
        );
    }
}
