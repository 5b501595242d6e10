//! Indexes for own fields. A list that is narrowed or ordered by an own field and takes long asks for an index on just that; in a
//! large workspace a job makes it. It is an index of the table that everybody's records stand in, so fields that are called
//! alike share one, and the number of them has a limit.

use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

use jobs::{Job, Run};
use kernel::{Cx, Id, Result, Tx, db::Dialect};
use parking_lot::Mutex;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    Field, Filter, Object, Operator,
    object::object,
    own,
    query::{self, Query},
};

/// What no page of a list may take without asking for an index.
const SLOW: Duration = Duration::from_millis(40);
/// How long what was asked for is not asked for again.
const AGAIN: Duration = Duration::from_mins(15);
/// Records from which on an index is worth keeping.
const LARGE: u64 = 20_000;
/// Indexes on own fields that one table has at most: each makes every write a little slower.
const MOST: usize = 24;

/// An index on own fields of an object: those that are asked for one value and the one it is grouped by, then the one that gives
/// the order.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct IndexJob {
    pub object: String,
    pub equal: Vec<String>,
    pub order: Option<String>,
}

/// What slow lists have asked for since the process began, and what of it waits to be put into the queue.
#[derive(Debug, Default)]
pub struct Asked {
    known: Mutex<HashMap<(Id, IndexJob), Instant>>,
    waiting: Mutex<Vec<(Id, IndexJob)>>,
}

impl Asked {
    pub(crate) fn note(&self, cx: &Cx, took: Duration, index: &IndexJob) {
        if took <= SLOW {
            return;
        }
        let (asked, now) = ((cx.workspace(), index.clone()), Instant::now());
        let before = self.known.lock().insert(asked.clone(), now);
        if before.is_none_or(|before| now - before > AGAIN) {
            self.waiting.lock().push(asked);
        }
    }

    /// For another time.
    pub fn put_back(&self, workspace: Id, indexes: Vec<IndexJob>) {
        self.waiting.lock().extend(indexes.into_iter().map(|index| (workspace, index)));
    }

    /// What waits for this workspace, once.
    pub fn take(&self, workspace: Id) -> Vec<IndexJob> {
        let mut waiting = self.waiting.lock();
        let (ours, theirs) =
            std::mem::take(&mut *waiting).into_iter().partition(|(other, _)| *other == workspace);
        *waiting = theirs;
        let ours: Vec<(Id, IndexJob)> = ours;
        ours.into_iter().map(|(_, index)| index).collect()
    }
}

/// Puts what slow lists asked for into the queue, where there are many records.
pub fn enqueue(tx: &mut Tx, indexes: &[IndexJob]) -> Result<()> {
    for index in indexes {
        let object = object(tx, &index.object)?;
        if query::count(tx, &object, &Query::default(), LARGE)? > LARGE {
            jobs::enqueue(tx, index)?;
        }
    }
    Ok(())
}

/// The index by which a query would be read without looking at every record; nothing when no own field decides.
pub(crate) fn suiting(object: &Object, query: &Query) -> Option<IndexJob> {
    let own = |key: &str| object.field(key).ok().filter(|field| field.own);
    let conditions = match &query.filter {
        Filter::All(parts) => parts.as_slice(),
        one => std::slice::from_ref(one),
    };
    let (mut equal, mut ranged) = (Vec::new(), Vec::new());
    for condition in conditions {
        let Filter::Field { field, op, args } = condition else { continue };
        match own(field) {
            Some(field) if *op == Operator::Is && args.len() == 1 && is_choice(field) => {
                equal.push(field.key.clone())
            }
            Some(field) if is_range(*op) => ranged.push(field.key.clone()),
            _ => {}
        }
    }
    equal.sort_unstable();
    equal.dedup();
    // A grouped list stands in the order of its groups first.
    let group = query.group.as_deref().filter(|key| !equal.iter().any(|equal| equal == key));
    let grouped = group.is_some_and(|key| own(key).is_some());
    equal.extend(group.map(str::to_owned));
    let order = match query.sort.as_slice() {
        _ if query.by_id || query.trashed => return None,
        [] => Some(object.sort.0.to_owned()),
        [one] => Some(one.field.clone()),
        _ => None,
    };
    let ordered = order.as_deref().is_some_and(|key| own(key).is_some());
    let chosen = equal.iter().any(|key| own(key).is_some());
    let order = if ordered || chosen || group.is_some() { order } else { ranged.into_iter().next() };
    let decides = chosen || grouped || order.as_deref().is_some_and(|key| own(key).is_some());
    decides.then(|| IndexJob { object: object.key.to_owned(), equal, order })
}

fn is_choice(field: &Field) -> bool {
    matches!(field.kind.key(), "select" | "user" | "yes_no" | "rating")
}

fn is_range(operator: Operator) -> bool {
    matches!(
        operator,
        Operator::Over
            | Operator::Under
            | Operator::Between
            | Operator::Before
            | Operator::After
            | Operator::On
    )
}

impl Job for IndexJob {
    const KIND: &'static str = "records.index-own";

    fn run(&self, run: &Run) -> Result<()> {
        let made = run.db.read(&run.scope, |cx| {
            let object = object(cx, &self.object)?;
            let (name, sql) = self.statement(cx.dialect(), &object)?;
            let have = indexes(cx, object.table)?;
            let room = have.len() < MOST && !have.contains(&name);
            Ok(room.then_some((name, sql)))
        })?;
        let Some((name, sql)) = made else { return Ok(()) };
        if run.db.dialect() == Dialect::Postgres {
            // One that a former attempt left half-made.
            run.db.maintain(&format!("DROP INDEX CONCURRENTLY IF EXISTS {name}"))?;
        }
        run.db.maintain(&sql)?;
        tracing::info!(index = name, "an index on own fields was made");
        run.db.steady_plans()
    }
}

impl IndexJob {
    /// Its name and how it is made.
    fn statement(&self, dialect: Dialect, object: &Object) -> Result<(String, String)> {
        let mut columns = Vec::new();
        for key in &self.equal {
            columns.push(column(dialect, object.field(key)?, ""));
        }
        if let Some(key) = &self.order {
            let field = object.field(key)?;
            columns.push(column(dialect, field, field.kind.sort_suffix().unwrap_or_default()));
        }
        let columns = columns.join(", ");
        let (table, which) = (object.table, if object.shares_table { "\"object\", " } else { "" });
        let hash = Sha256::digest(format!("{which}{columns}"));
        let name = format!("{table}_own_{}", own::hex(&hash[..8]));
        let concurrently = if dialect == Dialect::Postgres { " CONCURRENTLY" } else { "" };
        let sql = format!(
            "CREATE INDEX{concurrently} IF NOT EXISTS {name} ON {table} (workspace_id, {which}{columns}, id) WHERE trashed_at = 0"
        );
        Ok((name, sql))
    }
}

fn column(dialect: Dialect, field: &Field, suffix: &str) -> String {
    let name = format!("{}{suffix}", field.stored());
    let storage = field.kind.storage().iter().find(|(known, _)| *known == suffix);
    match (field.own, storage) {
        (true, Some((_, kind))) => format!("({})", own::expression(dialect, "", &name, *kind)),
        _ => format!("\"{name}\""),
    }
}

/// Those on own fields that a table has and that can be used.
fn indexes(cx: &Cx, table: &str) -> Result<Vec<String>> {
    let sql = match cx.dialect() {
        Dialect::Sqlite => "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?1",
        Dialect::Postgres => {
            "SELECT CAST(c.relname AS text) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid \
             JOIN pg_class t ON t.oid = i.indrelid WHERE i.indisvalid AND CAST(t.relname AS text) = ?1"
        }
    };
    let own = format!("{table}_own_");
    let names = cx.query(sql, &[table.into()])?;
    Ok(names.iter().map(|row| row.text(0).to_owned()).filter(|name| name.starts_with(&own)).collect())
}
