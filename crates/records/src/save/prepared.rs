//! A record whose values are checked, bound, indexed and titled before its transaction begins: everything about
//! creating it that needs no database, so that an import does it on another thread.

use std::sync::Arc;

use kernel::{Cx, Error, FieldErrors, Id, Result, Value};

use crate::{
    Field, Json, Record,
    field::{Reading, rank::of_new},
    formula::Moment,
    lookups::{self, Lookup},
    object::Object,
    own, rank,
    roll_up::Of,
    save::{Values, create},
    search::index::{self, Document},
    shape::compute,
};

/// See [`Prepared::new`].
#[derive(Debug)]
pub struct Prepared {
    pub(super) values: Values,
    /// Without its id; the values once more, by position.
    pub(super) record: Record,
    pub(super) columns: Vec<Value>,
    pub(super) keys: Vec<Lookup>,
    pub(super) document: Document,
    pub(super) title: String,
}

impl Prepared {
    /// Fails with what is wrong with each field.
    pub fn new(object: &Arc<Object>, values: Values, reading: &Reading) -> Result<Prepared> {
        let mut errors = FieldErrors::default();
        let values = create::checked(object, values, &mut errors)?;
        errors.into_result()?;
        Ok(Prepared::of_checked(object, values, reading))
    }

    /// The values are in their canonical forms.
    pub fn of_checked(object: &Arc<Object>, values: Values, reading: &Reading) -> Prepared {
        let by_position = |key: &String| values.get(key).cloned().unwrap_or(Json::Null);
        let record = Record {
            object: object.clone(),
            id: Id::NIL,
            values: object.fields.iter().map(|field| by_position(&field.key)).collect(),
            trashed_at: None,
            left: Vec::new(),
            whose: None,
        };
        let columns = create::all_columns(object, &record.values, &reading.locale);
        let keys = lookups::of(&record, reading).into_iter().collect();
        let document = index::document(&record, reading);
        let title = record.title(reading);
        Prepared { values, record, columns, keys, document, title }
    }

    pub fn object(&self) -> &Arc<Object> {
        &self.record.object
    }

    pub fn values(&self) -> &Values {
        &self.values
    }

    pub fn title(&self) -> &str {
        &self.title
    }

    /// Its values are of the types that the fields of this object, which is the same one, have.
    pub(super) fn fits(&self, object: &Arc<Object>) -> bool {
        let same = || {
            let mine = self.record.object.fields.iter().filter(|field| field.own).map(Field::stored);
            mine.eq(object.fields.iter().filter(|field| field.own).map(Field::stored))
        };
        Arc::ptr_eq(&self.record.object, object) || same()
    }

    /// What it will be looked up by.
    pub fn keys(&self) -> &[Lookup] {
        &self.keys
    }

    /// The record as it would be.
    pub(crate) fn into_record(self, id: Id) -> Record {
        Record { id, ..self.record }
    }

    /// The record, its columns, its keys and its document.
    pub(crate) fn into_parts(self, id: Id) -> (Record, Vec<Value>, Vec<Lookup>, Document) {
        (Record { id, ..self.record }, self.columns, self.keys, self.document)
    }

    /// Gives a field its value after all, such as the card that a name turned out to be.
    pub fn put(&mut self, field: &str, value: &Json, reading: &Reading) -> Result<()> {
        let checked = self.record.object.field(field)?.kind.check(value);
        let checked = checked.map_err(|text| Error::Invalid(FieldErrors::of(field, text)))?;
        self.values.insert(field.to_owned(), checked.clone());
        self.rebind(field, checked, reading);
        Ok(())
    }

    /// Takes over what a behaviour made of the values.
    pub(super) fn follow(&mut self, values: Values, reading: &Reading) {
        let object = self.record.object.clone();
        for (at, field) in object.fields.iter().enumerate() {
            let value = values.get(&field.key).unwrap_or(&Json::Null);
            if self.record.values[at] != *value {
                self.rebind(&field.key, value.clone(), reading);
            }
        }
        self.values = values;
    }

    /// Writes down who creates it and when.
    pub(super) fn stamp(&mut self, cx: &Cx, reading: &Reading) {
        if self.record.object.shares_table {
            self.rebind("object", self.record.object.key.into(), reading);
        }
        let now = Json::from(cx.now().micros());
        if !self.values.contains_key("created_at") {
            self.rebind("created_at", now.clone(), reading);
        }
        self.rebind("updated_at", now, reading);
        if self.record.object.at(rank::FIELD).is_some() && !self.values.contains_key(rank::FIELD) {
            self.rebind(rank::FIELD, of_new(self.record.id).into(), reading);
        }
        if let Some(user) = cx.actor().user() {
            self.rebind("created_by", user.to_string().into(), reading);
        }
    }

    /// Computes what the other values say; nobody refers to a new record yet.
    pub(super) fn compute(&mut self, reading: &Reading, moment: Moment) {
        let object = self.record.object.clone();
        if object.formulas.is_empty() && object.roll_ups.is_empty() {
            return;
        }
        for roll_up in object.roll_ups.iter().filter(|roll_up| roll_up.of == Of::Count) {
            if let Some(at) = object.at(&roll_up.key) {
                self.record.values[at] = 0.into();
            }
        }
        compute::fill(&object, &mut self.record.values, moment);
        if let Some(column) = self.columns.last_mut() {
            *column = own::pack(object.fields.iter().zip(&self.record.values), &reading.locale).into();
        }
        self.document = index::document(&self.record, reading);
    }

    fn rebind(&mut self, key: &str, value: Json, reading: &Reading) {
        let object = self.record.object.clone();
        let Some(at) = object.at(key) else { return };
        let field = &object.fields[at];
        if !field.own {
            let before = object.fields[..at].iter().filter(|field| !field.own);
            let from: usize = before.map(|field| field.kind.storage().len()).sum();
            for (offset, column) in create::columns(field, &value, &reading.locale).into_iter().enumerate() {
                self.columns[from + offset] = column;
            }
        }
        let followed = lookups::follow(&object, field, &self.record.values[at], &value);
        let shown = |value: &Json| field.kind.show(value, reading);
        let detailed = object.detail.contains(&key) && shown(&value) != shown(&self.record.values[at]);
        self.record.values[at] = value;
        if let (true, Some(column)) = (field.own, self.columns.last_mut()) {
            *column = own::pack(object.fields.iter().zip(&self.record.values), &reading.locale).into();
        }
        let is_title = key == object.title;
        if followed {
            self.keys = lookups::of(&self.record, reading).into_iter().collect();
        }
        if is_title || field.searched || detailed {
            self.document = index::document(&self.record, reading);
            self.title = self.record.title(reading);
        }
    }
}
