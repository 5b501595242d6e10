//! Questions about the records of one object: which, in which order, from where on. A query is what the address
//! bar holds, what a view saves and what an export asks.

mod compile;
mod cursor;

use std::sync::Arc;

use kernel::{Cx, Error, Result};
use serde::{Deserialize, Serialize};

pub use self::cursor::Cursor;
use crate::{Record, object::Object, query::compile::Statement};

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

/// Conditions, nested as deep as [`DEEPEST`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Filter {
    All(Vec<Filter>),
    Any(Vec<Filter>),
    Not(Box<Filter>),
    /// `field` may lead through references: `company.city`.
    #[serde(untagged)]
    Field {
        field: String,
        op: Operator,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        args: Vec<String>,
    },
}

const DEEPEST: usize = 8;
const MOST_CONDITIONS: usize = 100;

impl Default for Filter {
    fn default() -> Filter {
        Filter::All(Vec::new())
    }
}

impl Filter {
    pub fn field(field: &str, op: Operator, args: &[&str]) -> Filter {
        Filter::Field {
            field: field.to_owned(),
            op,
            args: args.iter().map(|arg| (*arg).to_owned()).collect(),
        }
    }

    pub fn is_empty(&self) -> bool {
        matches!(self, Filter::All(parts) if parts.is_empty())
    }

    /// This and another.
    pub fn and(self, other: Filter) -> Filter {
        match self {
            Filter::All(mut parts) => {
                parts.push(other);
                Filter::All(parts)
            }
            single => Filter::All(vec![single, other]),
        }
    }

    /// Reads the text of an address; an error when it is no filter or too large a one.
    pub fn parse(text: &str) -> Result<Filter> {
        if text.trim().is_empty() {
            return Ok(Filter::default());
        }
        let filter: Filter =
            serde_json::from_str(text).map_err(|_| Error::invalid("filter", "not-a-filter"))?;
        let (depth, count) = filter.size();
        if depth > DEEPEST || count > MOST_CONDITIONS {
            return Err(Error::invalid("filter", "filter-too-large"));
        }
        Ok(filter)
    }

    /// How it is written in an address; empty for no condition.
    pub fn written(&self) -> String {
        if self.is_empty() { String::new() } else { serde_json::to_string(self).unwrap_or_default() }
    }

    fn size(&self) -> (usize, usize) {
        match self {
            Filter::All(parts) | Filter::Any(parts) => {
                let sizes = parts.iter().map(Filter::size);
                sizes.fold((1, 0), |(depth, count), (d, c)| (depth.max(d + 1), count + c))
            }
            Filter::Not(part) => (part.size().0 + 1, part.size().1),
            Filter::Field { .. } => (1, 1),
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
}

/// A stretch of an answer.
#[derive(Debug)]
pub struct Page {
    pub records: Vec<Record>,
    /// Where the next page begins, when there is one.
    pub next: Option<Cursor>,
}

/// A page of at most `limit` records with these fields read (all when empty).
pub fn page(cx: &Cx, object: &Arc<Object>, query: &Query, fields: &[&str], limit: usize) -> Result<Page> {
    Statement::new(cx, object, query)?.page(cx, fields, limit)
}

/// How many records there are, counting no further than `cap` + 1.
pub fn count(cx: &Cx, object: &Arc<Object>, query: &Query, cap: u64) -> Result<u64> {
    Statement::new(cx, object, query)?.count(cx, cap)
}

/// The sum of a field that adds up, over all records of the answer: in the field's own units.
pub fn total(cx: &Cx, object: &Arc<Object>, query: &Query, field: &str) -> Result<i64> {
    Statement::new(cx, object, query)?.total(cx, field)
}
