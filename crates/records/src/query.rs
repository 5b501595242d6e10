//! Questions about the records of one object: which, in which order, from where on. A query is what the address
//! bar holds, what a view saves and what an export asks.

mod choices;
mod compile;
mod cursor;
mod filter;
mod groups;
mod names;
mod related;
pub mod steps;

use std::{collections::HashSet, sync::Arc, time::Instant};

use kernel::{Cx, Id, Result, Timestamp};
use serde::{Deserialize, Serialize};

pub(crate) use self::groups::{Sum, Sums, grouped};
pub use self::{
    cursor::Cursor,
    filter::Filter,
    groups::{Aggregate, Group, Grouped, Total, Wanted, groups_by},
};
use crate::{
    Record,
    access::{self, Verb},
    field::as_id,
    object::Object,
    query::compile::Statement,
    roll_up::Via,
    slow, tally,
    timeline::Trace,
};

/// What a condition asks of a field's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operator {
    Is,
    IsNot,
    Contains,
    ContainsNot,
    StartsWith,
    Over,
    Under,
    Between,
    On,
    Before,
    After,
    Empty,
    NotEmpty,
}

impl Operator {
    pub const fn key(self) -> &'static str {
        match self {
            Operator::Is => "is",
            Operator::IsNot => "is_not",
            Operator::Contains => "contains",
            Operator::ContainsNot => "contains_not",
            Operator::StartsWith => "starts_with",
            Operator::Over => "over",
            Operator::Under => "under",
            Operator::Between => "between",
            Operator::On => "on",
            Operator::Before => "before",
            Operator::After => "after",
            Operator::Empty => "empty",
            Operator::NotEmpty => "not_empty",
        }
    }

    /// How many arguments it takes.
    pub const fn arguments(self) -> usize {
        match self {
            Operator::Empty | Operator::NotEmpty => 0,
            Operator::Between => 2,
            _ => 1,
        }
    }
}

/// One field of the order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sort {
    pub field: String,
    pub descending: bool,
}

impl Sort {
    /// `name`, or `-name` from the end.
    pub fn parse(text: &str) -> Sort {
        match text.strip_prefix('-') {
            Some(field) => Sort { field: field.to_owned(), descending: true },
            None => Sort { field: text.to_owned(), descending: false },
        }
    }

    pub fn written(&self) -> String {
        format!("{}{}", if self.descending { "-" } else { "" }, self.field)
    }
}

/// A question about one object's records.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    pub filter: Filter,
    /// Words that must be found in the record.
    pub words: String,
    /// The object's own order when empty.
    pub sort: Vec<Sort>,
    pub after: Option<Cursor>,
    /// Those in the trash, newest there first, instead of the living.
    pub trashed: bool,
    /// The field whose values come before the order.
    pub group: Option<String>,
    /// In the order of their making, whatever else is asked: for walks that change what they find.
    pub by_id: bool,
    /// Only those with which the actor may do this too, beside seeing them.
    pub may: Option<Verb>,
    /// Only those that a card is related to.
    pub related: Option<Related>,
}

/// A card, and the relation that others have with it now.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    pub via: Via,
    pub card: Id,
}

/// A stretch of an answer.
#[derive(Debug)]
pub struct Page {
    pub records: Vec<Record>,
    /// Where the next page begins, when there is one.
    pub next: Option<Cursor>,
}

impl Page {
    /// The first of these records, each with its place; there is a next page when more were found.
    fn of(mut found: Vec<(Record, Cursor)>, limit: usize) -> Page {
        let more = found.len() > limit;
        found.truncate(limit);
        let next = found.last().filter(|_| more).map(|(_, place)| place.clone());
        Page { records: found.into_iter().map(|(record, _)| record).collect(), next }
    }
}

/// A page of at most `limit` records with these fields read (all when empty).
pub fn page(cx: &Cx, object: &Arc<Object>, query: &Query, fields: &[&str], limit: usize) -> Result<Page> {
    let began = Instant::now();
    let page = Statement::new(cx, object, query)?.page(cx, fields, limit)?;
    slow::page(cx, object, query, began.elapsed());
    Ok(page)
}

/// The first records of the answer as bare traces, whether or not the actor may see them: for rules that must know that
/// something is there. These fields say which card a record is about, and when it is.
pub fn traces(
    cx: &Cx,
    object: &Arc<Object>,
    query: &Query,
    (about, at): (&str, &str),
    limit: usize,
) -> Result<Vec<Trace>> {
    let _free = access::freely(cx)?;
    let mut fields = object.responsible();
    fields.extend([about, at]);
    let found = Statement::new(cx, object, query)?.page(cx, &fields, limit)?;
    let trace = |record: &Record| {
        let at = record.instant(at).unwrap_or(Timestamp::from_micros(0));
        Some(Trace {
            card: as_id(record.get(about))?,
            at,
            record: record.id,
            by: access::responsible(record),
        })
    };
    Ok(found.records.iter().filter_map(trace).collect())
}

/// The keys of all records of the answer, in its order.
pub fn ids(cx: &Cx, object: &Arc<Object>, query: &Query) -> Result<Vec<Id>> {
    Statement::new(cx, object, query)?.ids(cx)
}

/// The keys of all records of the answer, as a statement inside another.
pub(crate) fn keys(cx: &Cx, object: &Arc<Object>, query: &Query) -> Result<sea_query::SelectStatement> {
    Ok(Statement::new(cx, object, query)?.keys_alone())
}

/// Those of these records of which a filter holds, and that the actor may see.
pub fn holding(cx: &Cx, object: &Arc<Object>, filter: &Filter, ids: &[Id]) -> Result<HashSet<Id>> {
    let query = Query { filter: filter.clone(), ..Query::default() };
    let statement = Statement::new(cx, object, &query)?;
    let mut found = HashSet::new();
    for ids in ids.chunks(AT_ONCE) {
        found.extend(statement.ids_among(cx, ids)?);
    }
    Ok(found)
}

/// Keys in one statement.
const AT_ONCE: usize = 500;

/// How many records there are, counting no further than `cap` + 1.
pub fn count(cx: &Cx, object: &Arc<Object>, query: &Query, cap: u64) -> Result<u64> {
    Statement::new(cx, object, query)?.count(cx, cap)
}

/// How many records there are, and the totals of some of their fields.
pub fn totals(cx: &Cx, object: &Arc<Object>, query: &Query, wanted: &[Wanted]) -> Result<(i64, Vec<Total>)> {
    match tally::totals(cx, object, query, wanted)? {
        Some(kept) => Ok(kept),
        None => Statement::new(cx, object, query)?.totals(cx, wanted),
    }
}

/// The same for each value of a field; at most 500 values.
pub fn groups(cx: &Cx, object: &Arc<Object>, query: &Query, by: &str, wanted: &[Wanted]) -> Result<Grouped> {
    if let Some(kept) = tally::groups(cx, object, query, by, wanted)? {
        return grouped(object, wanted, kept);
    }
    let began = Instant::now();
    let groups = Statement::new(cx, object, query)?.groups(cx, by, wanted)?;
    slow::groups(cx, object, query, (by, wanted), began.elapsed());
    grouped(object, wanted, groups)
}

/// The sum of a field that adds up, over all records of the answer that have a value: in the field's own units, of money one
/// for each currency; the currency of other fields is empty.
pub fn sums(cx: &Cx, object: &Arc<Object>, query: &Query, field: &str) -> Result<Vec<(String, i64)>> {
    Statement::new(cx, object, query)?.sums(cx, field)
}
