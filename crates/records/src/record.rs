//! Records as they are read: the values of one card by the fields of its object.

use std::{collections::HashMap, sync::Arc};

use kernel::{Cx, Error, Id, Result, Row, Timestamp, Value, db::Dialect};

use crate::{
    Json, access,
    field::{FieldType, Reading, date_time, reference},
    object::{Object, object},
    own::{self, Packed},
    shape::convert,
};

/// Records asked for in one statement.
pub(crate) const MOST_AT_ONCE: usize = 256;

/// One card. Fields that were not asked for, or are hidden from the actor, are `null`.
#[derive(Debug, Clone)]
pub struct Record {
    pub object: Arc<Object>,
    pub id: Id,
    pub values: Vec<Json>,
    /// When it was thrown away.
    pub trashed_at: Option<Timestamp>,
    /// Values that are still of an earlier type of their field.
    pub(crate) left: Vec<Left>,
    /// Whose it is, where the fields that say so may be hidden from the actor.
    pub(crate) whose: Option<Id>,
}

/// A value as it stands, of an earlier type.
#[derive(Debug, Clone)]
pub(crate) struct Left {
    /// The position of the field.
    pub(crate) at: usize,
    /// The number of the type.
    pub(crate) past: usize,
    pub(crate) value: Json,
}

impl Record {
    /// A record that is nowhere kept, of these values in the order of the fields.
    pub fn imagined(object: Arc<Object>, values: Vec<Json>) -> Record {
        Record { object, id: Id::NIL, values, trashed_at: None, left: Vec::new(), whose: None }
    }

    pub fn get(&self, field: &str) -> &Json {
        const EMPTY: &Json = &Json::Null;
        self.object.at(field).and_then(|at| self.values.get(at)).unwrap_or(EMPTY)
    }

    pub fn text(&self, field: &str) -> &str {
        self.get(field).as_str().unwrap_or_default()
    }

    pub fn instant(&self, field: &str) -> Option<Timestamp> {
        date_time::instant(self.get(field))
    }

    /// The field as people read it.
    pub fn show(&self, field: &str, reading: &Reading) -> String {
        match self.object.field(field) {
            Ok(found) => found.kind.show(self.get(field), reading),
            Err(_) => String::new(),
        }
    }

    /// What the card is called; never empty.
    pub fn title(&self, reading: &Reading) -> String {
        let title = self.show(self.object.title, reading);
        if !title.is_empty() {
            return title;
        }
        let details = self.object.detail.iter().map(|field| self.show(field, reading));
        details
            .into_iter()
            .find(|text| !text.is_empty())
            .unwrap_or_else(|| reading.locale.t("untitled").into_owned())
    }

    /// `person:0192…`.
    pub fn reference(&self) -> Json {
        reference::reference(self.object.key, self.id)
    }

    pub fn address(&self) -> String {
        format!("/{}/{}", self.object.path, self.id)
    }
}

/// The columns of a statement that reads records, in the order [`read_row`] expects.
pub(crate) struct Selection {
    pub(crate) columns: Vec<String>,
    /// Positions of the fields read, and whether each may refer to any object.
    fields: Vec<(usize, bool)>,
}

impl Selection {
    /// Everything.
    pub(crate) fn all(object: &Object) -> Selection {
        Selection::of(object, (0..object.fields.len()).collect())
    }

    /// Only these fields.
    pub(crate) fn of(object: &Object, fields: Vec<usize>) -> Selection {
        let mut columns = vec!["id".to_owned(), "trashed_at".to_owned()];
        if fields.iter().any(|at| object.fields[*at].own) {
            columns.push(own::COLUMN.to_owned());
        }
        for at in &fields {
            let field = &object.fields[*at];
            if field.own {
                continue;
            }
            columns.push(field.key.clone());
            if names_object(&*field.kind) {
                columns.push(format!("{}_object", field.key));
            }
        }
        let fields = fields.into_iter().map(|at| (at, names_object(&*object.fields[at].kind))).collect();
        Selection { columns, fields }
    }

    pub(crate) fn list(&self, alias: &str) -> String {
        self.columns.iter().map(|column| format!("{alias}.\"{column}\"")).collect::<Vec<_>>().join(", ")
    }

    pub(crate) fn read(&self, object: &Arc<Object>, row: &Row) -> Result<Record> {
        let mut values = vec![Json::Null; object.fields.len()];
        let mut left = Vec::new();
        let mut column = 2;
        let mut packed = Packed::default();
        if self.columns.get(2).is_some_and(|name| name == own::COLUMN) {
            packed = Packed::parse(row.value(2));
            column += 1;
        }
        for (at, names_object) in &self.fields {
            let field = &object.fields[*at];
            if field.own {
                values[*at] = packed.value(field, *names_object);
                if let Some((past, value)) = packed.left_over(field) {
                    values[*at] = convert::in_passing(field, past, &value);
                    left.push(Left { at: *at, past, value });
                }
                continue;
            }
            let mut value = field.kind.read(row.value(column));
            column += 1;
            if *names_object {
                if let (Some(id), Value::Text(name)) = (crate::field::as_id(&value), row.value(column)) {
                    value = reference::reference(name, id);
                }
                column += 1;
            }
            values[*at] = value;
        }
        let trashed = row.int(1);
        let trashed_at = (trashed != 0).then(|| Timestamp::from_micros(trashed));
        Ok(Record { object: object.clone(), id: row.get(0)?, values, trashed_at, left, whose: None })
    }
}

/// A reference to any object needs a column for which.
pub(crate) fn names_object(kind: &dyn FieldType) -> bool {
    kind.key() == "reference" && kind.refers_to().is_none()
}

/// The record, trashed or not. `NotFound` when there is none the actor may see.
pub fn find(cx: &Cx, object: &Arc<Object>, id: Id) -> Result<Record> {
    access::fields::withhold(cx, load(cx, object, id, "")?)
}

/// The record after its actor has written it: as they may read it, or, where it is no longer theirs to see (`false`),
/// without any value but the instant of its last change. Never for what was not written by the actor just now.
pub fn find_written(cx: &Cx, object: &Arc<Object>, id: Id) -> Result<(Record, bool)> {
    match find(cx, object, id) {
        Err(Error::NotFound) => {}
        found => return Ok((found?, true)),
    }
    let _free = access::freely(cx)?;
    let mut record = load(cx, object, id, "")?;
    let values = object.fields.iter().zip(&mut record.values);
    values.filter(|(field, _)| field.key != "updated_at").for_each(|(_, value)| *value = Json::Null);
    Ok((record, false))
}

/// As [`find`], and nobody else changes it until this transaction is over.
pub fn find_to_change(cx: &Cx, object: &Arc<Object>, id: Id) -> Result<Record> {
    load(cx, object, id, lock(cx))
}

/// What a statement ends with that nobody else may change its rows until this transaction is over. SQLite has one writer anyway.
pub(crate) fn lock(cx: &Cx) -> &'static str {
    match cx.dialect() {
        Dialect::Sqlite => "",
        Dialect::Postgres => " FOR UPDATE",
    }
}

fn load(cx: &Cx, object: &Arc<Object>, id: Id, lock: &str) -> Result<Record> {
    let selection = Selection::all(object);
    let sql = format!(
        "SELECT {} FROM {} AS t WHERE t.workspace_id = ?1 AND t.id = ?2{}{lock}",
        selection.list("t"),
        object.table,
        access::and_seen(cx, object, "t")?
    );
    let row = cx.query_one(&sql, &[cx.workspace().into(), id.into()])?.ok_or(Error::NotFound)?;
    selection.read(object, &row)
}

/// Those of the ids that exist and that the actor may see, by id; trashed ones too.
pub fn find_many(cx: &Cx, object: &Arc<Object>, ids: &[Id]) -> Result<HashMap<Id, Record>> {
    find_parts(cx, object, ids, &Selection::all(object))
}

/// As [`find_many`], but only these fields of them, as far as the object has them; others are empty.
pub fn find_fields(
    cx: &Cx,
    object: &Arc<Object>,
    ids: &[Id],
    fields: &[&str],
) -> Result<HashMap<Id, Record>> {
    let fields = fields.iter().filter_map(|field| object.at(field)).collect();
    find_parts(cx, object, ids, &Selection::of(object, fields))
}

/// As [`find_many`], but only what is selected of them.
pub(crate) fn find_parts(
    cx: &Cx,
    object: &Arc<Object>,
    ids: &[Id],
    selection: &Selection,
) -> Result<HashMap<Id, Record>> {
    let seen = access::and_seen(cx, object, "t")?;
    let mut found = HashMap::with_capacity(ids.len());
    for ids in ids.chunks(MOST_AT_ONCE) {
        let (marks, params) = these(cx, ids);
        let list = selection.list("t");
        let sql = format!(
            "SELECT {list} FROM {} AS t WHERE t.workspace_id = ?1 AND t.id IN ({marks}){seen}",
            object.table
        );
        for row in cx.query(&sql, &params)? {
            let record = access::fields::withhold(cx, selection.read(object, &row)?)?;
            found.insert(record.id, record);
        }
    }
    Ok(found)
}

/// The marks for these ids, at most [`MOST_AT_ONCE`], from `?2` on, and the parameters with the workspace before them.
/// Few lengths, so that few statements are kept ready: the last id stands as often as it takes.
pub(crate) fn these(cx: &Cx, ids: &[Id]) -> (String, Vec<Value>) {
    let places = ids.len().next_power_of_two();
    let filling = ids.last().copied().into_iter().cycle();
    let params = std::iter::once(cx.workspace()).chain(ids.iter().copied().chain(filling).take(places));
    (marks(2, places), params.map(Value::from).collect())
}

/// `?2, ?3, ?4`: that many marks from a number on.
pub(crate) fn marks(from: usize, count: usize) -> String {
    (from..from + count).map(|at| format!("?{at}")).collect::<Vec<_>>().join(", ")
}

/// The titles of the cards that these values refer to and that the actor may see, by id.
pub fn titles<'a>(cx: &Cx, references: impl Iterator<Item = &'a Json>) -> Result<HashMap<Id, String>> {
    let mut wanted: HashMap<&str, Vec<Id>> = HashMap::new();
    for (name, id) in references.filter_map(reference::target) {
        let ids = wanted.entry(name).or_default();
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let mut found = HashMap::new();
    for (name, ids) in wanted {
        let object = object(cx, name)?;
        found.extend(titles_of(cx, &object, &ids)?);
    }
    Ok(found)
}

/// The titles of those records of one object that the actor may see, by id.
pub fn titles_of(cx: &Cx, object: &Object, ids: &[Id]) -> Result<HashMap<Id, String>> {
    let mut found = HashMap::with_capacity(ids.len());
    let seen = access::and_seen(cx, object, "t")?;
    for ids in ids.chunks(MOST_AT_ONCE) {
        let (marks, params) = these(cx, ids);
        let (title, table) = (object.title_column(), object.table);
        let sql = format!(
            "SELECT t.id, t.\"{title}\" FROM {table} AS t WHERE t.workspace_id = ?1 AND t.id IN ({marks}){seen}"
        );
        for row in cx.query(&sql, &params)? {
            found.insert(row.get(0)?, row.text(1).to_owned());
        }
    }
    Ok(found)
}
