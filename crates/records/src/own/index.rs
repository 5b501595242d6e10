//! Indexes for own fields. A list that is narrowed or ordered by an own field and takes long asks for an index on just that; in a
//! large workspace a job makes it. The table is everybody's. SQLite takes any value into an index; PostgreSQL takes only
//! values of one type and of a modest length, so there it is of one workspace's records and of short values alone. The number
//! of indexes has a limit.

use jobs::{Job, Run};
use kernel::{Cx, Result, db::Dialect};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{Field, Filter, Object, Operator, access, object::object, own, query::Query};

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
            Some(field) if *op == Operator::Is && args.len() == 1 && has_one_column(field) => {
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

/// Its first column says all of its value.
fn has_one_column(field: &Field) -> bool {
    matches!(field.kind.key(), "select" | "user" | "yes_no" | "rating" | "number" | "date")
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
            let Some((name, sql)) = self.statement(cx, &object)? else { return Ok(None) };
            let have = indexes(cx, object.table, &prefix(cx, &object))?;
            let known = have.iter().find(|(known, _)| *known == name).map(|(_, state)| *state);
            Ok((have.len() < MOST || known.is_some()).then_some((name, sql, known)))
        })?;
        let Some((name, sql, known)) = made else { return Ok(()) };
        match known {
            Some(State::Usable | State::Begun) => return Ok(()),
            Some(State::Broken) => run.db.maintain(&format!("DROP INDEX CONCURRENTLY IF EXISTS {name}"))?,
            None => {}
        }
        run.db.maintain(&sql)?;
        tracing::info!(index = name, "an index on own fields was made");
        run.db.steady_plans()
    }
}

impl IndexJob {
    /// Its name and how it is made; nothing where there can be none.
    fn statement(&self, cx: &Cx, object: &Object) -> Result<Option<(String, String)>> {
        let dialect = cx.dialect();
        let mut columns = Vec::new();
        let asked = self.equal.iter().map(|key| (key, false)).chain(self.order.iter().map(|key| (key, true)));
        for (key, orders) in asked {
            let field = object.field(key)?;
            let suffix = if orders { field.kind.sort_suffix().unwrap_or_default() } else { "" };
            if dialect == Dialect::Postgres && field.own && !is_short(field) {
                return Ok(None);
            }
            columns.push(column(dialect, field, suffix));
        }
        let columns = columns.join(", ");
        let (table, which) = (object.table, if object.shares_table { "\"object\", " } else { "" });
        let (concurrently, only) = match dialect {
            Dialect::Sqlite => ("", String::new()),
            Dialect::Postgres => {
                let ours = access::literal(cx, cx.workspace());
                (" CONCURRENTLY", format!(" AND workspace_id = {ours}{}", access::of_object(object, table)))
            }
        };
        let hash = Sha256::digest(format!("{which}{columns}{only}"));
        let name = format!("{}{}", prefix(cx, object), own::hex(&hash[..8]));
        let sql = format!(
            "CREATE INDEX{concurrently} IF NOT EXISTS {name} ON {table} (workspace_id, {which}{columns}, id) WHERE trashed_at = 0{only}"
        );
        Ok(Some((name, sql)))
    }
}

/// What the names of these indexes begin with.
fn prefix(cx: &Cx, object: &Object) -> String {
    match cx.dialect() {
        Dialect::Sqlite => format!("{}_own_", object.table),
        Dialect::Postgres => format!("{}_own_{:08x}_", object.table, cx.workspace().spread()),
    }
}

/// No value of it is long: PostgreSQL refuses a row whose place in an index takes more than 2,704 bytes.
fn is_short(field: &Field) -> bool {
    matches!(
        field.kind.key(),
        "number" | "money" | "date" | "date_time" | "partial_date" | "select" | "user" | "yes_no" | "rating"
    )
}

fn column(dialect: Dialect, field: &Field, suffix: &str) -> String {
    let name = format!("{}{suffix}", field.stored());
    let storage = field.kind.storage().iter().find(|(known, _)| *known == suffix);
    match (field.own, storage) {
        (true, Some((_, kind))) => format!("({})", own::expression(dialect, "", &name, *kind)),
        _ => format!("\"{name}\""),
    }
}

/// Whether an index can be used.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Usable,
    /// Somebody is making it.
    Begun,
    /// A former attempt left it half-made.
    Broken,
}

/// Those of a table whose names begin so.
fn indexes(cx: &Cx, table: &str, prefix: &str) -> Result<Vec<(String, State)>> {
    let sql = match cx.dialect() {
        Dialect::Sqlite => "SELECT name, 1 FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?1",
        Dialect::Postgres => {
            "SELECT CAST(c.relname AS text), CAST(CASE WHEN i.indisvalid THEN 1 WHEN EXISTS (SELECT 1 \
             FROM pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid) THEN 2 ELSE 3 END AS bigint) \
             FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid \
             JOIN pg_class t ON t.oid = i.indrelid WHERE CAST(t.relname AS text) = ?1"
        }
    };
    let state = |row: &kernel::Row| match row.int(1) {
        1 => State::Usable,
        2 => State::Begun,
        _ => State::Broken,
    };
    let rows = cx.query(sql, &[table.into()])?;
    let ours = rows.iter().filter(|row| row.text(0).starts_with(prefix));
    Ok(ours.map(|row| (row.text(0).to_owned(), state(row))).collect())
}
