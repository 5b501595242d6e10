//! Objects: what is declared once about a kind of card, and the catalogue of them all. Tables, lists, forms,
//! filters, imports, exports and history follow from the declaration.

use std::{borrow::Cow, collections::HashMap, sync::Arc};

use identity::rights::FieldRight;
use kernel::{Cx, Error, Language, Result};
use parking_lot::Mutex;

use crate::{
    behavior::{Behavior, Plain},
    exchange::Exchange,
    field::{Column, ColumnKind, Field, date_time::DateTime, rank::Rank, user::User},
    formula::Formula,
    links::LinkKind,
    own, rank, record,
    roll_up::RollUp,
    shape,
};

/// The declaration of one object.
#[derive(Debug)]
pub struct Object {
    /// In the API, in history and in references: `person`.
    pub key: &'static str,
    /// Its table: `people`.
    pub table: &'static str,
    /// Its address: `/people`.
    pub path: &'static str,
    /// Its colour and icon.
    pub tab: &'static str,
    pub kind: ObjectKind,
    pub fields: Vec<Field>,
    /// The field that names a card.
    pub title: &'static str,
    /// The fields that tell cards of the same title apart in search results.
    pub detail: &'static [&'static str],
    /// For objects that stand on other cards' timelines.
    pub timeline: Option<TimelineRule>,
    pub behavior: Arc<dyn Behavior>,
    /// What its fields mean to address books and other programs.
    pub exchange: Exchange,
    /// For an object of the workspace's own making: what it is called there.
    pub names: Option<Names>,
    /// What is computed from its fields: the position of the field and its formula, each behind those it needs.
    pub formulas: Vec<(usize, Arc<Formula>)>,
    /// What is computed from the cards that refer to it.
    pub roll_ups: Vec<Arc<RollUp>>,
    /// What must hold of every record that is saved.
    pub rules: Vec<Rule>,
    /// Made by the workspace and taken out of use: nothing leads to it, and its records are kept.
    pub retired: bool,
    /// Reached from other pages: it has no place of its own in the sidebar.
    pub aside: bool,
    /// Its table holds other objects too, told apart by the column `object`.
    pub shares_table: bool,
    /// The field a list is sorted by unless the view says otherwise, and whether from the end.
    pub sort: (&'static str, bool),
    /// The field that says whose a record is, if it has it.
    pub owner: &'static str,
    /// Its records are seen by whoever sees the card they are about, and changed by whoever made them.
    pub goes_with_card: bool,
    /// Fields that boards and sums ask for together, each an index that answers them alone.
    pub together: Vec<Together>,
    /// Positions of the fields that are hidden from the actor.
    pub(crate) withheld: Vec<usize>,
    by_key: HashMap<String, usize>,
    inserts: Mutex<HashMap<u128, Arc<str>>>,
    /// Of its table, behind those that every table has.
    pub(crate) columns: Vec<Column>,
}

/// Fields that are asked for together: what narrows, what puts in order and what is added up. One index holds them all, so that a column of a board is found in its order, and its sum told, without reading a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Together {
    /// Of the index, behind the table's.
    pub name: &'static str,
    /// What narrows, then what puts in order.
    pub order: &'static [&'static str],
    /// What else is told from it: sums, and what they are told for.
    pub told: &'static [&'static str],
}

/// What a workspace calls an object it made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    pub one: String,
    pub many: String,
    pub icon: String,
}

/// A condition that a workspace sets on every record of an object.
#[derive(Debug, Clone)]
pub struct Rule {
    pub formula: Arc<Formula>,
    /// What is said where it does not hold.
    pub message: String,
}

/// Where an object's records appear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObjectKind {
    /// Has a page of its own and a place in the sidebar.
    Card,
    /// Happens on cards: notes, calls, tasks.
    Activity,
}

/// Which card an activity stands on, and when.
#[derive(Debug, Clone, Copy)]
pub struct TimelineRule {
    /// The field that refers to the card.
    pub about: &'static str,
    /// The date-time field that says when.
    pub at: &'static str,
}

/// The engine's own fields, which stand last.
pub(crate) const ENGINE: usize = 3;

/// Statements kept ready for one object.
const MOST_SHAPES: usize = 40;

impl Object {
    pub fn new(key: &'static str, table: &'static str, title: &'static str, fields: Vec<Field>) -> Object {
        let mut fields = fields;
        fields.push(Field::new("created_at", DateTime).group("record").computed());
        fields.push(Field::new("created_by", User).group("record").computed());
        fields.push(Field::new("updated_at", DateTime).group("record").computed());
        let mut object = Object {
            key,
            table,
            path: table,
            tab: key,
            kind: ObjectKind::Card,
            fields,
            title,
            detail: &[],
            timeline: None,
            behavior: Arc::new(Plain),
            exchange: Exchange::default(),
            names: None,
            formulas: Vec::new(),
            roll_ups: Vec::new(),
            rules: Vec::new(),
            retired: false,
            aside: false,
            shares_table: false,
            sort: (title, false),
            owner: "owner",
            goes_with_card: false,
            together: Vec::new(),
            withheld: Vec::new(),
            by_key: HashMap::new(),
            inserts: Mutex::default(),
            columns: Vec::new(),
        };
        object.indexed_fields();
        object
    }

    /// Brings what is found by key and by column up to date with the fields.
    pub(crate) fn indexed_fields(&mut self) {
        self.by_key = self.fields.iter().enumerate().map(|(at, field)| (field.key.clone(), at)).collect();
        self.columns = self.fields.iter().filter(|field| !field.own).flat_map(Field::columns).collect();
        self.columns.push(Column { name: own::COLUMN.to_owned(), kind: ColumnKind::Own });
    }

    /// The same object again, for a workspace that changes something about it.
    pub(crate) fn reshaped(&self) -> Object {
        Object {
            fields: self.fields.clone(),
            behavior: self.behavior.clone(),
            names: self.names.clone(),
            formulas: Vec::new(),
            roll_ups: Vec::new(),
            rules: Vec::new(),
            together: self.together.clone(),
            withheld: Vec::new(),
            by_key: self.by_key.clone(),
            inserts: Mutex::default(),
            columns: self.columns.clone(),
            ..*self
        }
    }

    pub fn activity(mut self, timeline: TimelineRule) -> Object {
        self.kind = ObjectKind::Activity;
        self.timeline = Some(timeline);
        self
    }

    pub fn detail(mut self, detail: &'static [&'static str]) -> Object {
        self.detail = detail;
        self
    }

    pub fn sorted_by(mut self, field: &'static str, descending: bool) -> Object {
        self.sort = (field, descending);
        self
    }

    /// Its cards are reached from other pages, not from the sidebar.
    pub fn aside(mut self) -> Object {
        self.aside = true;
        self
    }

    /// Its cards have a place of their own on boards: see [`crate::rank`].
    pub fn ranked(mut self) -> Object {
        let engine = self.fields.len() - ENGINE;
        self.fields
            .insert(engine, Field::new(rank::FIELD, Rank).group("record").computed().hidden().indexed());
        self.indexed_fields();
        self
    }

    /// These fields are asked for together: see [`Together`].
    pub fn read_together(
        mut self,
        name: &'static str,
        order: &'static [&'static str],
        told: &'static [&'static str],
    ) -> Object {
        self.together.push(Together { name, order, told });
        self
    }

    /// Another field than `owner` says whose a record is.
    pub fn owned_by(mut self, field: &'static str) -> Object {
        self.owner = field;
        self
    }

    /// Its records are seen by whoever sees the card they are about, whatever roles say of the object itself, and changed by
    /// whoever made them. For activities.
    pub fn going_with_card(mut self) -> Object {
        self.goes_with_card = true;
        self
    }

    /// The fields that say whose a record is: the first of them that is filled.
    pub fn responsible(&self) -> Vec<&'static str> {
        let own = self.at(self.owner).filter(|at| !self.fields[*at].own).map(|_| self.owner);
        own.into_iter().chain(["created_by"]).collect()
    }

    pub fn behavior(mut self, behavior: impl Behavior + 'static) -> Object {
        self.behavior = Arc::new(behavior);
        self
    }

    pub fn exchange(mut self, exchange: Exchange) -> Object {
        self.exchange = exchange;
        self
    }

    /// The field of this key; an error that names it when there is none.
    pub fn field(&self, key: &str) -> Result<&Field> {
        let at = self.at(key).ok_or_else(|| Error::invalid(key, "no-such-field"))?;
        Ok(&self.fields[at])
    }

    /// The position of the field of this key.
    pub fn at(&self, key: &str) -> Option<usize> {
        self.by_key.get(key).copied()
    }

    /// Whether it has this field and the actor may know what stands in it.
    pub fn tells(&self, key: &str) -> bool {
        self.at(key).is_some_and(|at| self.fields[at].right != FieldRight::Hidden)
    }

    /// The statement that stores a record of which these columns (by position) are not empty. Records of one import
    /// mostly fill the same ones, and binding what is empty anyway costs as much as the rest.
    pub(crate) fn insert_statement(&self, filled: &[usize]) -> Arc<str> {
        let shape = match self.columns.len() {
            0..=128 => filled.iter().fold(0u128, |shape, at| shape | 1 << at),
            _ => return self.written_insert(filled),
        };
        let mut inserts = self.inserts.lock();
        if let Some(known) = inserts.get(&shape) {
            return known.clone();
        }
        let made = self.written_insert(filled);
        if inserts.len() < MOST_SHAPES {
            inserts.insert(shape, made.clone());
        }
        made
    }

    fn written_insert(&self, filled: &[usize]) -> Arc<str> {
        let names: String = filled.iter().map(|at| format!(", \"{}\"", self.columns[*at].name)).collect();
        let marks = record::marks(1, filled.len() + 2);
        format!("INSERT INTO {} (workspace_id, id{names}) VALUES ({marks})", self.table).into()
    }

    /// The column that holds a card's title as people read it.
    pub fn title_column(&self) -> String {
        let suffix = self.at(self.title).map_or("", |at| self.fields[at].kind.text_suffix());
        format!("{}{suffix}", self.title)
    }

    /// The catalogue's key for a field's label: `person-birthday`; fields of the engine are the same everywhere.
    pub fn label(&self, field: &Field) -> String {
        let owner = if field.group == "record" { "record" } else { self.key };
        format!("{owner}-{}", field.key.replace('_', "-"))
    }

    /// What a field is called: by the workspace, else in this language.
    pub fn field_name(&self, field: &Field, language: Language) -> Cow<'static, str> {
        match &field.label {
            Some(label) => label.to_string().into(),
            // What every own object has is called the same everywhere.
            None if self.names.is_some() => {
                locale::text(language, &format!("record-{}", field.key.replace('_', "-")))
            }
            None => locale::text(language, &self.label(field)),
        }
    }

    /// What one of its cards is called.
    pub fn one_name(&self, language: Language) -> Cow<'static, str> {
        self.names.as_ref().map_or_else(|| locale::text(language, self.key), |names| names.one.clone().into())
    }

    /// What its cards are called.
    pub fn many_name(&self, language: Language) -> Cow<'static, str> {
        self.names
            .as_ref()
            .map_or_else(|| locale::text(language, &self.many()), |names| names.many.clone().into())
    }

    /// The catalogue's key for its name: `person`, `person-many`.
    pub fn many(&self) -> String {
        format!("{}-many", self.key)
    }
}

/// All objects and relations: as this installation declares them, or as a workspace shaped them.
#[derive(Debug, Default)]
pub struct Catalog {
    objects: Vec<Arc<Object>>,
    pub link_kinds: Vec<LinkKind>,
    /// Roll-ups by the object that they look at.
    watching: HashMap<String, Vec<Arc<RollUp>>>,
}

impl Catalog {
    /// Panics on two objects of one key: a mistake in a declaration, met at start-up.
    pub fn new(objects: Vec<Object>, link_kinds: Vec<LinkKind>) -> Catalog {
        let objects: Vec<Arc<Object>> = objects.into_iter().map(Arc::new).collect();
        for (at, object) in objects.iter().enumerate() {
            assert!(
                objects[..at].iter().all(|other| other.key != object.key),
                "two objects named {}",
                object.key
            );
            assert!(object.at(object.title).is_some(), "{} has no field {}", object.key, object.title);
        }
        Catalog { objects, link_kinds, watching: HashMap::new() }
    }

    pub(crate) fn of(objects: Vec<Arc<Object>>, link_kinds: Vec<LinkKind>) -> Catalog {
        let mut watching: HashMap<String, Vec<Arc<RollUp>>> = HashMap::new();
        for roll_up in objects.iter().flat_map(|object| &object.roll_ups) {
            watching.entry(roll_up.from.clone()).or_default().push(roll_up.clone());
        }
        Catalog { objects, link_kinds, watching }
    }

    /// The roll-ups that change with records of this object.
    pub(crate) fn watching(&self, object: &str) -> &[Arc<RollUp>] {
        self.watching.get(object).map(Vec::as_slice).unwrap_or_default()
    }

    pub fn objects(&self) -> &[Arc<Object>] {
        &self.objects
    }

    /// The object of this key.
    pub fn object(&self, key: &str) -> Result<&Arc<Object>> {
        self.objects.iter().find(|object| object.key == key).ok_or(Error::NotFound)
    }

    /// The object at this address.
    pub fn at_path(&self, path: &str) -> Result<&Arc<Object>> {
        self.objects.iter().find(|object| object.path == path).ok_or(Error::NotFound)
    }

    pub fn cards(&self) -> impl Iterator<Item = &Arc<Object>> {
        self.objects.iter().filter(|object| object.kind == ObjectKind::Card && !object.retired)
    }
}

/// The object of this key, as the workspace has it.
pub fn object(cx: &Cx, key: &str) -> Result<Arc<Object>> {
    shape::catalog(cx)?.object(key).cloned()
}
