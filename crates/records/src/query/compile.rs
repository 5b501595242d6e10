//! A query as SQL: access, conditions, order and place become one statement.

use std::{cell::Cell, collections::HashSet, sync::Arc};

use kernel::{Cx, Error, Id, Result, Row, Value, db::Dialect};
use sea_query::{Alias, Condition, Expr, ExprTrait, Func, Order, Query as Sql, SelectStatement};

use crate::{
    access::{self, Verb, fields},
    field::{ColumnKind, EMPTY_NUMBER, Field, Target},
    lookups::Lookup,
    object::Object,
    query::{
        Cursor, Filter, Operator, Page, Query, Related, Sort, choices::Choices, groups::groups_by,
        names::named, related,
    },
    record::{Record, Selection},
    roll_up::Side,
    search,
};

/// Whom a condition on a user means by this: everybody in the asker's teams.
pub(super) const MY_TEAM: &str = "my_team";
pub(super) const MAIN: &str = "t";

/// The statement of one query, without its columns.
#[derive(Clone)]
pub(super) struct Statement {
    pub(super) object: Arc<Object>,
    pub(super) condition: Condition,
    /// The id comes last, in the direction of the last.
    pub(super) order: Vec<Key>,
    pub(super) after: Option<Cursor>,
    /// The first of the order is a choice.
    pub(super) choices: Option<Choices>,
    /// Few enough are found by an index that says their order too: they are put in order by it, and only those of the page read.
    pub(super) gathered: bool,
}

/// One part of the order.
#[derive(Clone)]
pub(super) struct Key {
    pub(super) expression: Expr,
    descending: bool,
    /// An expression and no column.
    own: bool,
    /// What it holds, in a place between two pages too.
    kind: ColumnKind,
}

impl Statement {
    pub(super) fn new(cx: &Cx, object: &Arc<Object>, query: &Query) -> Result<Statement> {
        let trashed =
            if query.trashed { Expr::cust("t.trashed_at <> 0") } else { Expr::cust("t.trashed_at = 0") };
        let seen = access::within(cx, object, MAIN, query.may.unwrap_or(Verb::See))?;
        let mut condition = seen.add(trashed);
        // Who sees few cards soon walked through them.
        let narrow = !query.words.trim().is_empty() || query.trashed;
        let drives = !narrow && access::limit(cx, object, MAIN, Verb::See)?.is_none();
        let gathered = Cell::new(false);
        let may_gather =
            cx.dialect() == Dialect::Sqlite && drives && is_by_title(object, query) && asks_one(query);
        let gathers = may_gather.then_some(&gathered);
        let place = Place { object, alias: MAIN, link: None, depth: 0, drives, gathers };
        condition = condition.add(compile(cx, &place, &query.filter)?);
        if let Some(related) = &query.related {
            condition = condition.add(related_to(cx, related));
        }
        if !query.words.trim().is_empty() {
            condition = condition.add(words(cx, object, &query.words)?);
        }
        let (mut order, choices) = order(cx, object, query)?;
        if gathered.get() {
            // Or SQLite would walk through the whole list in its order.
            order
                .iter_mut()
                .for_each(|key| key.expression = Expr::cust_with_expr("+?", key.expression.clone()));
        }
        Ok(Statement {
            object: object.clone(),
            condition,
            order,
            after: query.after.clone(),
            choices,
            gathered: gathered.get(),
        })
    }

    pub(super) fn page(&self, cx: &Cx, wanted: &[&str], limit: usize) -> Result<Page> {
        match &self.choices {
            Some(choices) => self.page_by_choices(cx, choices, wanted, limit),
            None => Ok(Page::of(self.rows(cx, wanted, limit + 1)?, limit)),
        }
    }

    /// At most so many records with these fields read (all when empty), each with its place.
    pub(super) fn rows(&self, cx: &Cx, wanted: &[&str], limit: usize) -> Result<Vec<(Record, Cursor)>> {
        let selection = match wanted {
            [] => Selection::all(&self.object),
            some => {
                // Whose it is says what may be done with it.
                let asked = some.iter().copied().chain(self.object.responsible());
                let mut wanted: Vec<usize> = asked.filter_map(|field| self.object.at(field)).collect();
                let mut seen = HashSet::new();
                wanted.retain(|at| seen.insert(*at));
                Selection::of(&self.object, wanted)
            }
        };
        let mut sql = if self.gathered { self.of_one_page(cx, limit)? } else { self.ordered()? };
        for column in &selection.columns {
            sql.column((Alias::new(MAIN), Alias::new(column)));
        }
        for key in &self.order {
            sql.expr(key.expression.clone());
        }
        sql.limit(limit as u64);
        let place = |row: &Row| {
            let from = selection.columns.len();
            let place = (from..from + self.order.len()).map(|at| row.value(at).clone());
            Cursor(place.chain([row.value(0).clone()]).collect())
        };
        let read = |row: &Row| Ok((fields::withhold(cx, selection.read(&self.object, row)?)?, place(row)));
        cx.select(&sql)?.iter().map(read).collect()
    }

    /// The keys of all records of the answer, for a statement around it.
    pub(super) fn keys_alone(&self) -> SelectStatement {
        let mut sql = self.from();
        sql.expr(column("id"));
        sql
    }

    pub(super) fn ids(&self, cx: &Cx) -> Result<Vec<Id>> {
        if let Some(choices) = &self.choices {
            return self.ids_by_choices(cx, choices);
        }
        let mut sql = self.ordered()?;
        sql.expr(column("id"));
        cx.select(&sql)?.iter().map(|row| row.get(0)).collect()
    }

    /// Those of these keys that are in the answer.
    pub(super) fn ids_among(&self, cx: &Cx, ids: &[Id]) -> Result<Vec<Id>> {
        let ids = ids.iter().map(|id| sea_query::Value::from(Value::Id(*id)));
        let mut sql = self.from();
        sql.expr(column("id")).and_where(column("id").is_in(ids));
        cx.select(&sql)?.iter().map(|row| row.get(0)).collect()
    }

    /// The records of a page, after their keys alone were put in order.
    fn of_one_page(&self, cx: &Cx, limit: usize) -> Result<SelectStatement> {
        let mut keys = self.ordered()?;
        keys.expr(column("id")).limit(limit as u64);
        let mut sql = Sql::select();
        sql.from_as(Alias::new(self.object.table), Alias::new(MAIN))
            .and_where(column("workspace_id").eq(sea_query::Value::from(Value::Id(cx.workspace()))))
            .and_where(column("id").in_subquery(keys));
        self.put_in_order(&mut sql);
        Ok(sql)
    }

    /// From the place on, in the order.
    fn ordered(&self) -> Result<SelectStatement> {
        let mut sql = self.from();
        if let Some(after) = &self.after {
            sql.cond_where(self.behind(after)?);
        }
        self.put_in_order(&mut sql);
        Ok(sql)
    }

    fn put_in_order(&self, sql: &mut SelectStatement) {
        for (expression, descending) in self.keys() {
            sql.order_by_expr(expression, if descending { Order::Desc } else { Order::Asc });
        }
    }

    pub(super) fn count(&self, cx: &Cx, cap: u64) -> Result<u64> {
        let mut inner = self.from();
        inner.expr_as(Expr::cust("1"), Alias::new("one")).limit(cap + 1);
        let mut outer = Sql::select();
        outer.expr(Expr::cust("COUNT(*)")).from_subquery(inner, Alias::new("counted"));
        let counted = cx.select(&outer)?.first().map_or(0, |row| row.int(0));
        Ok(u64::try_from(counted).unwrap_or(0))
    }

    pub(super) fn sums(&self, cx: &Cx, field: &str) -> Result<Vec<(String, i64)>> {
        let field = fields::asked(cx, &self.object, field)?;
        if !field.kind.adds_up() {
            return Err(Error::invalid("total", "not-a-number"));
        }
        let target = target(cx, MAIN, field);
        let money = field.kind.key() == "money";
        let column = target.column(if money { "_minor" } else { "" });
        let mut sql = self.from();
        sql.expr(if money { target.column("_currency") } else { Expr::val("") });
        sql.expr(Func::cast_as(Func::sum(column.clone()), Alias::new("BIGINT")));
        sql.cond_where(column.ne(EMPTY_NUMBER));
        if money {
            sql.add_group_by([target.column("_currency")]);
        }
        let rows = cx.select(&sql)?;
        let filled = rows.iter().filter(|row| *row.value(1) != Value::Null);
        Ok(filled.map(|row| (row.text(0).to_owned(), row.int(1))).collect())
    }

    pub(super) fn from(&self) -> SelectStatement {
        let mut sql = Sql::select();
        sql.from_as(Alias::new(self.object.table), Alias::new(MAIN)).cond_where(self.condition.clone());
        sql
    }

    /// The order with the id behind it.
    fn keys(&self) -> Vec<(Expr, bool)> {
        let last = self.order.last().is_some_and(|key| key.descending);
        let keys = self.order.iter().map(|key| (key.expression.clone(), key.descending));
        keys.chain([(column("id"), last)]).collect()
    }

    /// Everything behind a place: one comparison of rows when the order goes one way, else spelt out.
    pub(super) fn behind(&self, after: &Cursor) -> Result<Condition> {
        let keys = self.keys();
        // A place of another order may hold values of other kinds, which PostgreSQL refuses to compare.
        let fits = self.order.iter().map(|key| key.kind).chain([ColumnKind::Id]).zip(&after.0).all(holds);
        if keys.len() != after.0.len() || !fits {
            return Err(Error::invalid("after", "not-a-place"));
        }
        let value = |at: usize| Expr::val(sea_query::Value::from(after.0[at].clone()));
        if keys.iter().all(|(_, way)| *way == keys[0].1) {
            let left = Expr::tuple(keys.iter().map(|(key, _)| key.clone()));
            let right = Expr::tuple((0..keys.len()).map(value));
            let behind = Condition::all().add(if keys[0].1 { left.lt(right) } else { left.gt(right) });
            // SQLite finds the place of a row in an index of columns only; of an expression it takes one value.
            let (first, way) = keys[0].clone();
            return Ok(match self.order.first().is_some_and(|key| key.own) {
                true => behind.add(if way { first.lte(value(0)) } else { first.gte(value(0)) }),
                false => behind,
            });
        }
        let mut any = Condition::any();
        for (at, (key, descending)) in keys.iter().enumerate() {
            let mut all = Condition::all();
            for (before, (earlier, _)) in keys[..at].iter().enumerate() {
                all = all.add(earlier.clone().eq(value(before)));
            }
            let key = key.clone();
            all = all.add(if *descending { key.lt(value(at)) } else { key.gt(value(at)) });
            any = any.add(all);
        }
        Ok(any)
    }
}

/// Whether a place's value is of the kind that stands there.
fn holds((kind, value): (ColumnKind, &Value)) -> bool {
    match kind {
        ColumnKind::Text | ColumnKind::Own => matches!(value, Value::Text(_)),
        // Sixteen bytes are read back as a key.
        ColumnKind::Bytes => matches!(value, Value::Bytes(_) | Value::Id(_)),
        ColumnKind::Id => matches!(value, Value::Id(_)),
        ColumnKind::Number => matches!(value, Value::Int(_)),
    }
}

/// The order by one of a field's columns.
fn key_by(cx: &Cx, field: &Field, suffix: &str, descending: bool) -> Key {
    let kind = field.kind.storage().iter().find(|(name, _)| *name == suffix).map(|(_, kind)| *kind);
    let kind = kind.unwrap_or(ColumnKind::Text);
    // Own values are texts or numbers: see [`crate::own`].
    let kind = if field.own && kind != ColumnKind::Number { ColumnKind::Text } else { kind };
    Key { expression: target(cx, MAIN, field).column(suffix), descending, own: field.own, kind }
}

fn column(name: &str) -> Expr {
    Expr::col((Alias::new(MAIN), Alias::new(name)))
}

/// The order, and the choice that it begins with.
fn order(cx: &Cx, object: &Object, query: &Query) -> Result<(Vec<Key>, Option<Choices>)> {
    if query.by_id {
        return Ok((Vec::new(), None));
    }
    if query.trashed {
        return Ok((
            vec![Key {
                expression: column("trashed_at"),
                descending: true,
                own: false,
                kind: ColumnKind::Number,
            }],
            None,
        ));
    }
    let own = [Sort { field: object.sort.0.to_owned(), descending: object.sort.1 }];
    let wanted = if query.sort.is_empty() { &own[..] } else { &query.sort[..] };
    let group = query.group.as_deref().filter(|by| object.field(by).is_ok_and(groups_by));
    let first = match (group, wanted.first()) {
        (Some(by), _) => Some((by, false)),
        (None, first) => first.map(|sort| (sort.field.as_str(), sort.descending)),
    };
    let choices = first.and_then(|(key, down)| Choices::of(object.field(key).ok()?, down));
    let group = group.map(|by| Ok(key_by(cx, fields::asked(cx, object, by)?, "", false)));
    let key = |sort: &Sort| {
        // An object's own order tells nobody what stands in a field.
        let field = match query.sort.is_empty() {
            true => object.field(&sort.field)?,
            false => fields::asked(cx, object, &sort.field)?,
        };
        let suffix = field.kind.sort_suffix().ok_or_else(|| Error::invalid("sort", "not-sortable"))?;
        Ok(key_by(cx, field, suffix, sort.descending))
    };
    let keys = group.into_iter().chain(wanted.iter().take(4).map(key)).collect::<Result<_>>()?;
    Ok((keys, choices))
}

/// In the order of the titles, which indexes on what narrows a list say too: see [`crate::tables`].
fn is_by_title(object: &Object, query: &Query) -> bool {
    let field = match &query.sort[..] {
        [] => object.sort.0,
        [only] => only.field.as_str(),
        _ => return false,
    };
    field == object.title && query.group.is_none() && !query.by_id && !query.trashed
}

/// One condition is all that is asked.
fn asks_one(query: &Query) -> bool {
    fn is_one(filter: &Filter) -> bool {
        match filter {
            Filter::All(parts) | Filter::Any(parts) => matches!(&parts[..], [only] if is_one(only)),
            _ => true,
        }
    }
    is_one(&query.filter) && query.words.trim().is_empty() && query.related.is_none()
}

/// Where in a statement a condition stands.
pub(super) struct Place<'a> {
    pub(super) object: &'a Arc<Object>,
    pub(super) alias: &'a str,
    /// The relation by which the card was reached.
    pub(super) link: Option<&'a str>,
    /// How many steps led here.
    pub(super) depth: usize,
    /// It must hold, and nothing else narrows the answer to few cards: what it leads to may be looked for first.
    pub(super) drives: bool,
    /// Told when the cards are found by an index that says their order too.
    pub(super) gathers: Option<&'a Cell<bool>>,
}

impl<'a> Place<'a> {
    fn beside(&self, drives: bool) -> Place<'a> {
        Place { drives: self.drives && drives, ..*self }
    }
}

pub(super) fn compile(cx: &Cx, place: &Place, filter: &Filter) -> Result<Condition> {
    match filter {
        Filter::All(parts) => {
            let place = place.beside(!parts.iter().any(|part| narrows(place.object, part)));
            parts.iter().try_fold(Condition::all(), |all, part| Ok(all.add(compile(cx, &place, part)?)))
        }
        // Nothing of nothing holds.
        Filter::Any(parts) if parts.is_empty() => Ok(Condition::all().add(Expr::cust("1 = 0"))),
        Filter::Any(parts) => {
            let place = place.beside(parts.len() == 1);
            parts.iter().try_fold(Condition::any(), |any, part| Ok(any.add(compile(cx, &place, part)?)))
        }
        Filter::Not(part) => Ok(compile(cx, &place.beside(false), part)?.not()),
        Filter::Has { has, whom, ever } => related::has(cx, place, has, whom, *ever),
        Filter::Field { field, op, args } if field.starts_with('@') => {
            let link = place.link.ok_or_else(|| Error::invalid("filter", "no-such-field"))?;
            related::on_relation(cx, link, field, *op, args)
        }
        Filter::Field { field, op, args } => match field.split_once('.') {
            None => on_field(cx, place, field, *op, args),
            Some((reference, rest)) => {
                let rest = Filter::Field { field: rest.to_owned(), op: *op, args: args.clone() };
                related::has(cx, place, reference, &rest, false)
            }
        },
    }
}

/// Only cards of one other card are left, which are few.
fn narrows(object: &Object, filter: &Filter) -> bool {
    let refers = |key: &str| object.field(key).is_ok_and(|field| field.kind.key() == "reference");
    matches!(filter, Filter::Field { field, op: Operator::Is, .. } if refers(field))
}

fn on_field(
    cx: &Cx,
    place: &Place,
    key: &str,
    operator: Operator,
    arguments: &[String],
) -> Result<Condition> {
    let (declared, alias): (&Object, _) = (place.object, place.alias);
    let field = fields::asked(cx, declared, key)?;
    if !field.kind.operators().contains(&operator) {
        return Err(Error::invalid("filter", "not-a-choice"));
    }
    if field.own && field.kind.key() == "reference" && operator == Operator::Is {
        return Ok(Condition::all().add(refers(cx, declared, alias, field, arguments)));
    }
    if field.kind.key() == "user" && arguments.iter().any(|argument| argument == MY_TEAM) {
        return field.kind.condition(&target(cx, alias, field), operator, &with_team(cx, arguments)?);
    }
    let condition = field.kind.condition(&target(cx, alias, field), operator, arguments)?;
    // Which cards are called so stands in their keys, and those at the other end are wanted all, in no order.
    let keys = if place.depth > 0 { named(cx, declared, key, operator, arguments)? } else { None };
    let id = Expr::col((Alias::new(alias), Alias::new("id")));
    Ok(match keys {
        Some(keys) => condition.add(id.in_subquery(keys)),
        None => condition,
    })
}

/// The users, with those of the asker's team in the place of the team's name.
fn with_team(cx: &Cx, arguments: &[String]) -> Result<Vec<String>> {
    let mut users = Vec::new();
    for argument in arguments {
        if argument == MY_TEAM {
            users.extend(access::team(cx)?.iter().map(ToString::to_string));
        } else {
            users.push(argument.clone());
        }
    }
    Ok(users)
}

/// Records that refer to one of these cards by an own field: found by their keys, since the field has no column.
fn refers(cx: &Cx, object: &Object, alias: &str, field: &Field, ids: &[String]) -> Expr {
    let mut sql = Sql::select();
    let column = |name: &str| Expr::col((Alias::new("l"), Alias::new(name)));
    let keys = ids.iter().map(|id| Lookup::reference(object.key, &field.key, id).value);
    sql.expr(column("record_id"))
        .from_as(Alias::new("lookups"), Alias::new("l"))
        .and_where(column("workspace_id").eq(sea_query::Value::from(Value::Id(cx.workspace()))))
        .and_where(column("kind").eq("ref"))
        .and_where(column("value").is_in(keys));
    Expr::col((Alias::new(alias), Alias::new("id"))).in_subquery(sql)
}

/// Records at the other end of a card's relations of one kind that are not over.
fn related_to(cx: &Cx, related: &Related) -> Condition {
    let column = |name: &str| Expr::col((Alias::new("l"), Alias::new(name)));
    let ends = [("from_id", "to_id", Side::Forth), ("to_id", "from_id", Side::Back)];
    let wanted =
        ends.into_iter().filter(|(.., side)| related.via.side == *side || related.via.side == Side::Either);
    wanted.fold(Condition::any(), |any, (mine, other, _)| {
        let mut sql = Sql::select();
        sql.expr(column(other))
            .from_as(Alias::new("links"), Alias::new("l"))
            .and_where(column("workspace_id").eq(sea_query::Value::from(Value::Id(cx.workspace()))))
            .and_where(column(mine).eq(sea_query::Value::from(Value::Id(related.card))))
            .and_where(column("kind").eq(related.via.kind.as_str()))
            .cond_where(related::standing(cx, "l"));
        any.add(Expr::col((Alias::new(MAIN), Alias::new("id"))).in_subquery(sql))
    })
}

pub(super) fn target(cx: &Cx, alias: &str, field: &Field) -> Target {
    Target {
        table: alias.to_owned(),
        key: field.stored().to_owned(),
        part: "",
        storage: field.kind.storage(),
        own: field.own,
        dialect: cx.dialect(),
        today: cx.today(),
        time_zone: cx.time_zone().clone(),
        me: cx.actor().user(),
    }
}

/// The records in whose words these are found.
fn words(cx: &Cx, object: &Object, typed: &str) -> Result<Condition> {
    let tokens = locale::tokens::query_tokens(typed);
    if tokens.is_empty() {
        return Ok(Condition::all().add(Expr::cust("1 = 0")));
    }
    if search::holds_hidden_words(cx, object)? {
        let found = search::told(cx, object, &tokens)?;
        let ids = found.into_iter().map(|id| sea_query::Value::from(Value::Id(id)));
        return Ok(Condition::all().add(Expr::col((Alias::new(MAIN), Alias::new("id"))).is_in(ids)));
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
