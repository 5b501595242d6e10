//! A query as SQL: access, conditions, order and place become one statement.

use std::sync::Arc;

use kernel::{Cx, Error, Result, Value, db::Dialect};
use sea_query::{Alias, Condition, Expr, ExprTrait, Order, Query as Sql, SelectStatement};

use crate::{
    access,
    field::{ColumnKind, EMPTY_NUMBER, Target},
    object::{Object, object},
    query::{Cursor, Filter, Page, Query, Sort},
    record::Selection,
    search,
};

/// How far a path may lead through references.
const FARTHEST: usize = 4;
const MAIN: &str = "t";

/// The statement of one query, without its columns.
pub(super) struct Statement {
    object: Arc<Object>,
    condition: Condition,
    /// Columns of the order; the id comes last, in the direction of the last.
    order: Vec<(String, bool)>,
    after: Option<Cursor>,
}

impl Statement {
    pub(super) fn new(cx: &Cx, object: &Arc<Object>, query: &Query) -> Result<Statement> {
        access::may_see(cx, object)?;
        let trashed =
            if query.trashed { Expr::cust("t.trashed_at <> 0") } else { Expr::cust("t.trashed_at = 0") };
        let mut condition = access::visible(cx, MAIN).add(trashed);
        condition = condition.add(compile(cx, object, MAIN, &query.filter, 0)?);
        if !query.words.trim().is_empty() {
            condition = condition.add(words(cx, object, &query.words)?);
        }
        Ok(Statement {
            object: object.clone(),
            condition,
            order: order(object, query)?,
            after: query.after.clone(),
        })
    }

    pub(super) fn page(&self, cx: &Cx, fields: &[&str], limit: usize) -> Result<Page> {
        let selection = match fields {
            [] => Selection::all(&self.object),
            some => {
                let wanted = some.iter().filter_map(|field| self.object.at(field)).collect();
                Selection::of(&self.object, wanted)
            }
        };
        let mut sql = self.from();
        for column in &selection.columns {
            sql.column((Alias::new(MAIN), Alias::new(column)));
        }
        for (column, _) in &self.order {
            sql.column((Alias::new(MAIN), Alias::new(column)));
        }
        if let Some(after) = &self.after {
            sql.cond_where(self.behind(after)?);
        }
        for (column, descending) in self.order.iter().chain([&("id".to_owned(), self.descending())]) {
            let direction = if *descending { Order::Desc } else { Order::Asc };
            sql.order_by((Alias::new(MAIN), Alias::new(column)), direction);
        }
        sql.limit(limit as u64 + 1);
        let rows = cx.select(&sql)?;
        let more = rows.len() > limit;
        let next = rows.get(limit.saturating_sub(1)).filter(|_| more).map(|row| {
            let from = selection.columns.len();
            let place = (from..from + self.order.len()).map(|at| row.value(at).clone());
            Cursor(place.chain([row.value(0).clone()]).collect())
        });
        let records =
            rows.iter().take(limit).map(|row| selection.read(&self.object, row)).collect::<Result<_>>()?;
        Ok(Page { records, next })
    }

    pub(super) fn count(&self, cx: &Cx, cap: u64) -> Result<u64> {
        let mut inner = self.from();
        inner.expr_as(Expr::cust("1"), Alias::new("one")).limit(cap + 1);
        let mut outer = Sql::select();
        outer.expr(Expr::cust("COUNT(*)")).from_subquery(inner, Alias::new("counted"));
        let counted = cx.select(&outer)?.first().map_or(0, |row| row.int(0));
        Ok(u64::try_from(counted).unwrap_or(0))
    }

    pub(super) fn total(&self, cx: &Cx, field: &str) -> Result<i64> {
        let field = self.object.field(field)?;
        if !field.kind.adds_up() {
            return Err(Error::invalid("total", "not-a-number"));
        }
        let mut sql = self.from();
        sql.expr(Expr::cust(format!("CAST(COALESCE(SUM(t.\"{}\"), 0) AS BIGINT)", field.key)));
        sql.cond_where(Expr::col((Alias::new(MAIN), Alias::new(&field.key))).ne(EMPTY_NUMBER));
        Ok(cx.select(&sql)?.first().map_or(0, |row| row.int(0)))
    }

    fn from(&self) -> SelectStatement {
        let mut sql = Sql::select();
        sql.from_as(Alias::new(self.object.table), Alias::new(MAIN)).cond_where(self.condition.clone());
        sql
    }

    /// A place of another order may hold values of other kinds, which PostgreSQL refuses to compare.
    fn fits(&self, column: &str, value: &Value) -> bool {
        if column == "id" {
            return matches!(value, Value::Id(_));
        }
        let columns = self.object.fields.iter().flat_map(|field| field.columns());
        match columns.into_iter().find(|declared| declared.name == column).map(|declared| declared.kind) {
            Some(ColumnKind::Text) => matches!(value, Value::Text(_)),
            // Sixteen bytes are read back as a key.
            Some(ColumnKind::Bytes) => matches!(value, Value::Bytes(_) | Value::Id(_)),
            Some(ColumnKind::Id) => matches!(value, Value::Id(_)),
            Some(ColumnKind::Number) | None => matches!(value, Value::Int(_)),
        }
    }

    fn descending(&self) -> bool {
        self.order.last().is_some_and(|(_, descending)| *descending)
    }

    /// Everything behind a place: one comparison of rows when the order goes one way, else spelt out.
    fn behind(&self, after: &Cursor) -> Result<Condition> {
        let mut keys: Vec<(&str, bool)> =
            self.order.iter().map(|(column, way)| (column.as_str(), *way)).collect();
        keys.push(("id", self.descending()));
        if keys.len() != after.0.len() {
            return Err(Error::invalid("after", "not-a-place"));
        }
        if !keys.iter().zip(&after.0).all(|((column, _), value)| self.fits(column, value)) {
            return Err(Error::invalid("after", "not-a-place"));
        }
        let column = |name: &str| Expr::col((Alias::new(MAIN), Alias::new(name)));
        let value = |at: usize| Expr::val(sea_query::Value::from(after.0[at].clone()));
        if keys.iter().all(|(_, way)| *way == keys[0].1) {
            let left = Expr::tuple(keys.iter().map(|(name, _)| column(name)));
            let right = Expr::tuple((0..keys.len()).map(value));
            return Ok(Condition::all().add(if keys[0].1 { left.lt(right) } else { left.gt(right) }));
        }
        let mut any = Condition::any();
        for (at, (name, descending)) in keys.iter().enumerate() {
            let mut all = Condition::all();
            for (before, (earlier, _)) in keys[..at].iter().enumerate() {
                all = all.add(column(earlier).eq(value(before)));
            }
            all = all.add(if *descending { column(name).lt(value(at)) } else { column(name).gt(value(at)) });
            any = any.add(all);
        }
        Ok(any)
    }
}

fn order(object: &Object, query: &Query) -> Result<Vec<(String, bool)>> {
    if query.trashed {
        return Ok(vec![("trashed_at".to_owned(), true)]);
    }
    let own = [Sort { field: object.sort.0.to_owned(), descending: object.sort.1 }];
    let wanted = if query.sort.is_empty() { &own[..] } else { &query.sort[..] };
    let column = |sort: &Sort| {
        let column =
            object.field(&sort.field)?.sort_column().ok_or_else(|| Error::invalid("sort", "not-sortable"))?;
        Ok((column, sort.descending))
    };
    wanted.iter().take(4).map(column).collect()
}

fn compile(cx: &Cx, object: &Arc<Object>, alias: &str, filter: &Filter, depth: usize) -> Result<Condition> {
    match filter {
        Filter::All(parts) => parts
            .iter()
            .try_fold(Condition::all(), |all, part| Ok(all.add(compile(cx, object, alias, part, depth)?))),
        // Nothing of nothing holds.
        Filter::Any(parts) if parts.is_empty() => Ok(Condition::all().add(Expr::cust("1 = 0"))),
        Filter::Any(parts) => parts
            .iter()
            .try_fold(Condition::any(), |any, part| Ok(any.add(compile(cx, object, alias, part, depth)?))),
        Filter::Not(part) => Ok(compile(cx, object, alias, part, depth)?.not()),
        Filter::Field { field, op, args } => match field.split_once('.') {
            None => on_field(cx, object, alias, field, *op, args),
            Some((reference, rest)) => {
                let rest = Filter::Field { field: rest.to_owned(), op: *op, args: args.clone() };
                through(cx, object, alias, reference, &rest, depth)
            }
        },
    }
}

fn on_field(
    cx: &Cx,
    declared: &Object,
    alias: &str,
    key: &str,
    operator: crate::Operator,
    arguments: &[String],
) -> Result<Condition> {
    let field = declared.field(key)?;
    if !field.kind.operators().contains(&operator) {
        return Err(Error::invalid("filter", "not-a-choice"));
    }
    let target = Target {
        table: alias.to_owned(),
        key: key.to_owned(),
        dialect: cx.dialect(),
        today: cx.today(),
        time_zone: cx.time_zone().clone(),
        me: cx.actor().user(),
    };
    field.kind.condition(&target, operator, arguments)
}

/// The condition on the card that a reference leads to. That card must be living and seen too.
fn through(
    cx: &Cx,
    declared: &Object,
    alias: &str,
    key: &str,
    rest: &Filter,
    depth: usize,
) -> Result<Condition> {
    if depth >= FARTHEST {
        return Err(Error::invalid("filter", "filter-too-large"));
    }
    let field = declared.field(key)?;
    let name = field.kind.refers_to().ok_or_else(|| Error::invalid("filter", "no-such-field"))?;
    let other = object(cx, name)?;
    access::may_see(cx, &other)?;
    let inner = format!("r{depth}");
    let mut sql = Sql::select();
    sql.expr(Expr::cust("1"))
        .from_as(Alias::new(other.table), Alias::new(&inner))
        .cond_where(access::visible(cx, &inner))
        .and_where(Expr::cust(format!("{inner}.id = {alias}.\"{key}\"")))
        .and_where(Expr::cust(format!("{inner}.trashed_at = 0")))
        .cond_where(compile(cx, &other, &inner, rest, depth + 1)?);
    Ok(Condition::all().add(Expr::exists(sql)))
}

/// The records in whose words these are found.
fn words(cx: &Cx, object: &Object, typed: &str) -> Result<Condition> {
    let tokens = locale::tokens::query_tokens(typed);
    if tokens.is_empty() {
        return Ok(Condition::all().add(Expr::cust("1 = 0")));
    }
    let wanted = search::expression(cx.dialect(), &tokens);
    let workspace = Value::Id(cx.workspace());
    let (sql, values) = match cx.dialect() {
        Dialect::Sqlite => (
            "t.id IN (SELECT d.record_id FROM search_terms f JOIN search_docs d ON d.number = f.rowid \
             WHERE search_terms MATCH ? AND d.workspace_id = ? AND d.object = ?)",
            [Value::from(wanted), workspace, object.key.into()],
        ),
        Dialect::Postgres => (
            "t.id IN (SELECT d.record_id FROM search_docs d \
             WHERE d.terms @@ CAST(CAST($1 AS text) AS tsquery) AND d.workspace_id = $2 AND d.object = $3)",
            [Value::from(wanted), workspace, object.key.into()],
        ),
    };
    Ok(Condition::all().add(Expr::cust_with_values(sql, values.map(sea_query::Value::from))))
}
