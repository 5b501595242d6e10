//! What a change of a record brings about. Each object registers one [`Behavior`]: a short file that names every
//! consequence in order, called by [`crate::save`], whoever saves.

use std::fmt;

use kernel::{Cx, FieldErrors, Id, Result, Tx};

use crate::{Json, Record, changes::ChangeSet, links::Link, save::Values};

/// The consequences of changes to one object's records.
pub trait Behavior: fmt::Debug + Send + Sync {
    /// Completes or refuses what is about to be kept. The values have been checked by their fields.
    fn before(&self, _cx: &Cx, _pending: &mut Pending, _errors: &mut FieldErrors) -> Result<()> {
        Ok(())
    }

    /// What follows from what was kept, in the same transaction and change set.
    fn after(&self, _tx: &mut Tx, _set: &mut ChangeSet, _done: &Done) -> Result<()> {
        Ok(())
    }

    /// A relation of one of its records was made, changed or ended. Called for both sides, but not for a record whose
    /// [`Behavior::after`] makes the relation while it is being created.
    fn related(&self, _tx: &mut Tx, _set: &mut ChangeSet, _record: Id, _link: &Link) -> Result<()> {
        Ok(())
    }

    /// Refuses that a record is thrown away, also by an undo, where what it stands for has to stay.
    fn trashing(&self, _cx: &Cx, _record: &Record) -> Result<()> {
        Ok(())
    }

    /// Refuses that a record comes back from the trash, where something else has taken its place.
    fn restoring(&self, _cx: &Cx, _record: &Record) -> Result<()> {
        Ok(())
    }

    /// Completes what a card will have when others are merged into it: rules for computed fields. The members are the
    /// one that stays and the others; `values` are those that will be written.
    fn merging(&self, _cx: &Cx, _members: &[Record], _values: &mut Values) -> Result<()> {
        Ok(())
    }

    /// Other cards whose timeline the record also stands on, beside the one it is about.
    fn also_on(&self, _cx: &Cx, _record: &Record) -> Result<Vec<Id>> {
        Ok(Vec::new())
    }
}

/// A change that is about to be kept.
#[derive(Debug)]
pub struct Pending<'a> {
    /// The record as it is; `None` when it is being created.
    pub before: Option<&'a Record>,
    /// The fields that will change. A behaviour may add to them.
    pub values: Values,
}

impl Pending<'_> {
    /// The value that the field will have.
    pub fn value(&self, field: &str) -> &Json {
        const EMPTY: &Json = &Json::Null;
        self.values.get(field).unwrap_or_else(|| self.before.map_or(EMPTY, |record| record.get(field)))
    }
}

/// A change that was kept.
#[derive(Debug)]
pub struct Done<'a> {
    pub before: Option<&'a Record>,
    /// The record as it is now; trashed when it was trashed.
    pub after: &'a Record,
}

impl Done<'_> {
    /// The field has another value now.
    pub fn changed(&self, field: &str) -> bool {
        match self.before {
            Some(before) => before.get(field) != self.after.get(field),
            None => !self.after.get(field).is_null(),
        }
    }

    /// Thrown away or taken back.
    pub fn moved(&self) -> bool {
        self.before.is_some_and(|before| before.trashed_at != self.after.trashed_at)
    }

    pub fn created(&self) -> bool {
        self.before.is_none()
    }
}

/// For objects whose changes bring nothing about.
#[derive(Debug)]
pub struct Plain;

impl Behavior for Plain {}
