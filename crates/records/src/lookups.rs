//! Lookup keys: the normal forms of e-mails, phones, addresses and names by which a card is found again: who is
//! calling, is this card here already, which row of a file is which card.

use std::collections::HashSet;

use kernel::{Cx, Id, Result, Tx, Value, contact::email};

use crate::{
    Field, Json, Object, Record,
    exchange::Meaning,
    field::Reading,
    matching::{self, Profile},
    merge::MERGED_UID,
    object::ObjectKind,
    record,
    shape::unique,
};

/// The kind of [`Lookup::sound`].
pub const SOUND: &str = "sound";

/// One key of one record.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Lookup {
    /// `email`, `phone`, `address`, `name`, `sound`, `uid`, `unique` or `ref`.
    pub kind: &'static str,
    pub value: String,
    /// Of a [`SOUND`] what the matcher compares: see [`Profile::stored`]; of a name how it is written, where that is a text; else empty.
    pub detail: String,
}

impl Lookup {
    pub fn new(kind: &'static str, value: String) -> Lookup {
        Lookup { kind, value, detail: String::new() }
    }

    pub fn email(address: &str) -> Lookup {
        Lookup::new("email", email::key(address))
    }

    /// `number` is E.164.
    pub fn phone(number: &str) -> Lookup {
        Lookup::new("phone", number.to_owned())
    }

    /// `None` for an address too vague to tell who lives there: without street, or without code and city.
    pub fn address(street: &str, postal_code: &str, city: &str) -> Option<Lookup> {
        let place = if postal_code.is_empty() { folded(city) } else { folded(postal_code).replace(' ', "") };
        let street = folded(street);
        (!street.is_empty() && !place.is_empty()).then(|| Lookup::new("address", format!("{place} {street}")))
    }

    /// What other programs call the card, and those that were merged into it, kept in its foreign field.
    pub(crate) fn uids(foreign: &str) -> Vec<Lookup> {
        let uid = |value: &str| Lookup::new("uid", value.to_owned());
        if !foreign.contains("\"uid\":") && !foreign.contains(MERGED_UID) {
            return Vec::new();
        }
        let Ok(card) = serde_json::from_str::<serde_json::Value>(foreign) else { return Vec::new() };
        let own = card.get("uid").and_then(|own| own.as_str()).map(uid);
        let unknown = card.get("unknown").and_then(|unknown| unknown.as_array()).into_iter().flatten();
        let merged = unknown.filter(|property| property["name"] == MERGED_UID);
        own.into_iter().chain(merged.filter_map(|property| property["value"].as_str()).map(uid)).collect()
    }

    /// The same of a card that is there, with what is compared.
    pub(crate) fn sound_of(record: &Record) -> Option<Lookup> {
        let sound = Lookup::sound(record.get(record.object.title))?;
        Some(Lookup { detail: Profile::of(record).stored(), ..sound })
    }

    /// How the value that names a card sounds, in any script and order of its words; `None` for one without letters.
    pub fn sound(name: &serde_json::Value) -> Option<Lookup> {
        let value = matching::sound_of_name(name);
        (!value.is_empty()).then(|| Lookup::new(SOUND, value))
    }

    /// Which card an own field of an object refers to: its id, alone or behind its object.
    pub(crate) fn reference(object: &str, field: &str, card: &str) -> Lookup {
        let id = card.rsplit(':').next().unwrap_or_default();
        Lookup::new("ref", format!("{object}.{field}={id}"))
    }

    /// The name of a card that is there, where it is a text, with how it is written.
    fn written(record: &Record) -> Option<Lookup> {
        let title =
            record.object.field(record.object.title).ok().filter(|title| title.kind.key() == "text")?;
        let text = crate::field::as_text(record.get(&title.key));
        Some(Lookup { detail: text.to_owned(), ..Lookup::name(text)? })
    }

    /// `None` for a name without letters.
    pub fn name(name: &str) -> Option<Lookup> {
        let value = folded(name);
        (!value.is_empty()).then(|| Lookup::new("name", value))
    }
}

/// Words without case, marks and punctuation, in their order.
fn folded(text: &str) -> String {
    let mut words = Vec::new();
    locale::tokens::tokens(text, &mut words);
    words.join(" ")
}

/// The keys of a record: those of its fields, and its title as a name.
pub(crate) fn of(record: &Record, reading: &Reading) -> HashSet<Lookup> {
    let mut found = Vec::new();
    for (field, value) in record.object.fields.iter().zip(&record.values) {
        if !value.is_null() {
            field.kind.lookups(value, &mut found);
            if field.own && field.kind.key() == "reference" {
                found.push(Lookup::reference(record.object.key, &field.key, crate::field::as_text(value)));
            }
            if field.unique {
                found.extend(unique::key(&record.object, field, value));
            }
        }
    }
    if record.object.kind == ObjectKind::Card {
        found.extend(
            Lookup::written(record).or_else(|| Lookup::name(&record.show(record.object.title, reading))),
        );
        found.extend(Lookup::sound_of(record));
    }
    if let Some(foreign) = record.object.exchange.field(Meaning::Foreign) {
        found.extend(Lookup::uids(record.text(foreign)));
    }
    found.into_iter().collect()
}

/// Whether the keys of a record may be others once this value of it has become that one.
pub(crate) fn follow(object: &Object, field: &Field, one: &Json, other: &Json) -> bool {
    let mut keys = Vec::new();
    let mut has_any = |value: &Json| {
        field.kind.lookups(value, &mut keys);
        !keys.is_empty()
    };
    let named = field.key == object.title || object.exchange.field(Meaning::Foreign) == Some(&field.key);
    let compared = object.kind == ObjectKind::Card && Profile::looks_at(object, field);
    named
        || compared
        || field.unique
        || field.own && field.kind.key() == "reference"
        || has_any(one)
        || has_any(other)
}

/// Brings the stored keys of a record from those it had to those it has.
pub(crate) fn update(
    tx: &mut Tx,
    record: &Record,
    had: &HashSet<Lookup>,
    has: &HashSet<Lookup>,
) -> Result<()> {
    let workspace = tx.workspace();
    for gone in had.difference(has) {
        tx.execute(
            "DELETE FROM lookups WHERE workspace_id = ?1 AND kind = ?2 AND value = ?3 AND record_id = ?4",
            &[workspace.into(), gone.kind.into(), Value::from(&gone.value), record.id.into()],
        )?;
    }
    let new: Vec<&Lookup> = has.difference(had).collect();
    insert(tx, record.object.key, record.id, new)
}

/// Stores keys of a record that it does not have yet.
pub(crate) fn insert<'a>(
    tx: &mut Tx,
    object: &str,
    record: Id,
    keys: impl IntoIterator<Item = &'a Lookup>,
) -> Result<()> {
    for key in keys {
        tx.execute(
            "INSERT INTO lookups (workspace_id, kind, value, record_id, object, detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
             ON CONFLICT DO NOTHING",
            &[
                tx.workspace().into(),
                key.kind.into(),
                Value::from(&key.value),
                record.into(),
                object.into(),
                Value::from(&key.detail),
            ],
        )?;
    }
    Ok(())
}

/// Writes how a card sounds and is called, with what belongs to these keys, where that does not stand there yet.
pub(crate) fn renew_details(tx: &mut Tx, record: &Record) -> Result<()> {
    for key in [Lookup::sound_of(record), Lookup::written(record)].into_iter().flatten() {
        let params: [Value; 6] = [
            tx.workspace().into(),
            key.kind.into(),
            key.value.into(),
            record.id.into(),
            record.object.key.into(),
            key.detail.into(),
        ];
        tx.execute(
            "INSERT INTO lookups (workspace_id, kind, value, record_id, object, detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
             ON CONFLICT (workspace_id, kind, value, record_id) DO UPDATE SET detail = excluded.detail \
             WHERE lookups.detail <> excluded.detail",
            &params,
        )?;
    }
    Ok(())
}

/// Whether cards of the object sound like something of which the matcher knows nothing, or in another form.
pub(crate) fn lack_profiles(cx: &Cx, object: &str) -> Result<bool> {
    let lacking = "SELECT 1 FROM lookups WHERE workspace_id = ?1 AND kind = ?2 AND object = ?3 AND detail NOT LIKE ?4 LIMIT 1";
    let form = format!("{}%", Profile::VERSION);
    let params: [Value; 4] = [cx.workspace().into(), SOUND.into(), object.into(), form.into()];
    Ok(cx.query_one(lacking, &params)?.is_some())
}

/// The records of an object that have this key, oldest first; at most `limit`. Trashed records have no keys.
pub fn find(cx: &Cx, object: &str, lookup: &Lookup, limit: usize) -> Result<Vec<Id>> {
    let rows = cx.query(
        "SELECT record_id FROM lookups WHERE workspace_id = ?1 AND kind = ?2 AND value = ?3 AND object = ?4 \
         ORDER BY record_id LIMIT ?5",
        &[cx.workspace().into(), lookup.kind.into(), Value::from(&lookup.value), object.into(), limit.into()],
    )?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// The cards that sound like this, oldest first, with what the matcher knows of them, where that stands there; at most `limit`.
pub(crate) fn namesakes(
    cx: &Cx,
    object: &str,
    sound: &str,
    limit: usize,
) -> Result<Vec<(Id, Option<Profile>)>> {
    let rows = cx.query(
        "SELECT record_id, detail FROM lookups WHERE workspace_id = ?1 AND kind = ?2 AND value = ?3 AND object = ?4 \
         ORDER BY record_id LIMIT ?5",
        &[cx.workspace().into(), SOUND.into(), sound.into(), object.into(), limit.into()],
    )?;
    rows.iter().map(|row| Ok((row.get(0)?, Profile::read(row.text(1))))).collect()
}

/// As [`find_all`], but of each value the oldest `each` records only.
pub(crate) fn find_some(
    cx: &Cx,
    object: &str,
    kind: &str,
    values: &[String],
    each: usize,
) -> Result<Vec<(String, Id)>> {
    let mut found = Vec::new();
    for values in values.chunks(200) {
        let sql = format!(
            "SELECT value, record_id FROM (SELECT value, record_id, \
             ROW_NUMBER() OVER (PARTITION BY value ORDER BY record_id) AS place FROM lookups \
             WHERE workspace_id = ?1 AND kind = ?2 AND object = ?3 AND value IN ({})) AS known WHERE place <= ?4",
            record::marks(5, values.len())
        );
        let fixed = [Value::from(cx.workspace()), kind.into(), object.into(), each.into()];
        let params: Vec<Value> = fixed.into_iter().chain(values.iter().map(Value::from)).collect();
        for row in cx.query(&sql, &params)? {
            found.push((row.text(0).to_owned(), row.get(1)?));
        }
    }
    Ok(found)
}

/// The records of an object that have any of these values of one kind, as pairs of value and id.
pub fn find_all(cx: &Cx, object: &str, kind: &str, values: &[String]) -> Result<Vec<(String, Id)>> {
    let mut found = Vec::new();
    for values in values.chunks(200) {
        let sql = format!(
            "SELECT value, record_id FROM lookups WHERE workspace_id = ?1 AND kind = ?2 AND object = ?3 AND value IN ({})",
            record::marks(4, values.len())
        );
        let fixed = [Value::from(cx.workspace()), kind.into(), object.into()];
        let params: Vec<Value> = fixed.into_iter().chain(values.iter().map(Value::from)).collect();
        for row in cx.query(&sql, &params)? {
            found.push((row.text(0).to_owned(), row.get(1)?));
        }
    }
    Ok(found)
}
