//! Conditions on the cards that a card is connected with: each is a statement inside the statement, with its own access, so
//! that a card which the asker does not see counts neither for nor against.

use kernel::{Cx, Error, Id, Result, Value, db::Dialect};
use sea_query::{Alias, Condition, Expr, ExprTrait, JoinType, Order, Query as Sql, SelectStatement};

use super::{
    compile::{Place, compile, target},
    names::{NAMES, named},
    steps::{self, Step, Way},
};
use crate::{
    Filter, Operator,
    access::{self, Verb, fields},
    field::{Field, Target},
    own,
    query::{filter, steps::FARTHEST},
};

/// Cards that are looked at first, and how many of them make a condition common.
const LOOKED_AT: u64 = 300;
const COMMON: i64 = 6;
/// So many cards or fewer are found first and then read, instead of asking each card of the list in its order.
const FEW: usize = 2_000;
/// Cards that an index alone puts in order sooner than a list is walked through, and of how many others it is asked whose they are.
const GATHERED: usize = 50_000;
const ASKED: usize = 32;

/// The relation of this name is not over.
pub(super) fn standing(cx: &Cx, link: &str) -> Condition {
    let ended = column(link, "ended_on");
    Condition::any().add(ended.clone().eq("")).add(ended.gte(cx.today().to_string()))
}

/// There is a card that this step leads to, which is living and seen and of which this holds.
pub(super) fn has(cx: &Cx, place: &Place, has: &str, whom: &Filter, ever: bool) -> Result<Condition> {
    if place.depth >= FARTHEST {
        return Err(Error::invalid("filter", "filter-too-deep"));
    }
    let step = steps::find(cx, place.object, has)?;
    let sides = match step.way {
        Way::Relation { symmetric: true, .. } => vec![true, false],
        Way::Relation { forth, .. } => vec![forth],
        _ => vec![true],
    };
    let mut found = Vec::with_capacity(sides.len());
    for forth in sides {
        found.push(Others::new(cx, place, &step, forth, whom, ever)?);
    }
    let exists =
        found.iter().try_fold(Condition::any(), |any, others| Ok::<_, Error>(any.add(others.exists()?)))?;
    if !place.drives {
        return Ok(exists);
    }
    if let (Some(gathers), [others]) = (place.gathers, &found[..])
        && let Some((field, ids)) = gathered(others)?
    {
        gathers.set(true);
        return Ok(Condition::all().add(among(cx, &format!("{}.\"{field}\"", place.alias), &ids)));
    }
    if are_common(cx, place, &found, &exists)? {
        return Ok(exists);
    }
    Ok(match few(cx, &found)? {
        Few::Cards(ids) => Condition::all().add(among(cx, &format!("{}.id", place.alias), &ids)),
        Few::Others(field, ids) => {
            // Of a list that is walked through: SQLite would read and sort all cards of all of them.
            let walked = if cx.dialect() == Dialect::Sqlite { "+" } else { "" };
            Condition::all().add(among(cx, &format!("{walked}{}.\"{field}\"", place.alias), &ids))
        }
        Few::Neither => exists,
    })
}

/// Few others to which not too many cards refer, by a column whose index says the order of the cards too.
fn gathered(others: &Others) -> Result<Option<(String, Vec<Id>)>> {
    let Some((field, sql)) = others.referred()? else { return Ok(None) };
    let referred = ids(others.cx, &sql)?;
    if referred.len() > FEW {
        return Ok(None);
    }
    // Here and there, for the oldest may have the most.
    let asked: Vec<Id> = referred.iter().step_by(referred.len().div_ceil(ASKED).max(1)).copied().collect();
    let cards = ids(others.cx, &others.referring(&field, &asked))?.len();
    let likely = cards * referred.len() / asked.len().max(1);
    Ok((likely <= GATHERED).then_some((field, referred)))
}

/// Whether so many of the first cards satisfy the condition that walking a list soon finds a page of them.
fn are_common(cx: &Cx, place: &Place, found: &[Others], exists: &Condition) -> Result<bool> {
    let object = place.object;
    let column = |name: &str| Expr::col((Alias::new(place.alias), Alias::new(name)));
    let mut first = Sql::select();
    first
        .from_as(Alias::new(object.table), Alias::new(place.alias))
        .column((Alias::new(place.alias), Alias::new("id")))
        .and_where(column("workspace_id").eq(sea_query::Value::from(Value::Id(cx.workspace()))))
        .and_where(Expr::cust(format!("{}.trashed_at = 0", place.alias)))
        .limit(LOOKED_AT);
    let refers = found.first().filter(|others| matches!(others.step.way, Way::To { .. }));
    if let Some(field) = refers.map(Others::field).transpose()?.flatten() {
        let key = if field.own { own::COLUMN } else { field.key.as_str() };
        first.column((Alias::new(place.alias), Alias::new(key)));
    }
    if object.shares_table {
        first.and_where(column("object").eq(object.key));
    }
    // By an index that each object has, which mixes old cards and new.
    if let Some(sort) = object.field(object.title)?.sort_column() {
        first.order_by((Alias::new(place.alias), Alias::new(sort)), Order::Asc);
    }
    let mut counted = Sql::select();
    counted
        .expr(Expr::cust("COUNT(*)"))
        .from_subquery(first, Alias::new(place.alias))
        .cond_where(exists.clone());
    let common = cx.select(&counted)?.first().map_or(0, |row| row.int(0));
    Ok(common >= COMMON)
}

/// The cards at the other end of a step.
struct Others<'a> {
    cx: &'a Cx,
    place: &'a Place<'a>,
    step: &'a Step,
    whom: &'a Filter,
    ever: bool,
    /// Which end of the relation this card is.
    forth: bool,
    /// What they and their relation are called in the statement.
    other: String,
    link: String,
    /// What must hold of the others, whoever refers to whom.
    condition: Condition,
}

impl<'a> Others<'a> {
    fn new(
        cx: &'a Cx,
        place: &'a Place<'a>,
        step: &'a Step,
        forth: bool,
        whom: &'a Filter,
        ever: bool,
    ) -> Result<Others<'a>> {
        let (other, link) = (format!("r{}", place.depth), format!("l{}", place.depth));
        let relation = matches!(step.way, Way::Relation { .. });
        let inner = Place {
            object: &step.object,
            alias: &other,
            link: relation.then_some(link.as_str()),
            depth: place.depth + 1,
            drives: place.drives,
            gathers: None,
        };
        let seen = access::within(cx, &step.object, &other, Verb::See)?;
        // Written out, or an index of what is not in the trash would not be used.
        let living = Expr::cust(format!("{other}.trashed_at = 0"));
        let condition = seen.add(living).add(compile(cx, &inner, whom)?);
        Ok(Others { cx, place, step, whom, ever, forth, other, link, condition })
    }

    /// The field that refers, and whose it is.
    fn field(&self) -> Result<Option<&Field>> {
        match &self.step.way {
            Way::To { field, .. } => fields::asked(self.cx, self.place.object, field).map(Some),
            Way::From { field } => fields::asked(self.cx, &self.step.object, field).map(Some),
            Way::Relation { .. } => Ok(None),
        }
    }

    fn read_others(&self, sql: &mut SelectStatement) {
        sql.from_as(Alias::new(self.step.object.table), Alias::new(&self.other))
            .cond_where(self.condition.clone());
    }

    /// As a condition on this card.
    fn exists(&self) -> Result<Expr> {
        let mut sql = Sql::select();
        let here = column(self.place.alias, "id");
        match (&self.step.way, self.field()?) {
            (Way::To { .. }, Some(field)) => {
                self.read_others(&mut sql);
                sql.and_where(target(self.cx, self.place.alias, field).id_of(&self.other));
            }
            (Way::From { field: key }, Some(field)) if field.own => {
                sql.from_as(Alias::new("lookups"), Alias::new(&self.link));
                self.read_others(&mut sql);
                sql.cond_where(self.key(self.step.object.key, key, self.place.alias))
                    .and_where(column(&self.other, "id").eq(column(&self.link, "record_id")));
            }
            (Way::From { .. }, Some(field)) => {
                let refers = target(self.cx, &self.other, field).column("");
                self.read_others(&mut sql);
                if !field.indexed {
                    // Asked once for all cards, since asking for each would read all of the others each time.
                    sql.expr(refers);
                    return Ok(here.in_subquery(sql));
                }
                sql.and_where(refers.eq(here));
            }
            _ => {
                sql.from_as(Alias::new("links"), Alias::new(&self.link));
                self.read_others(&mut sql);
                sql.cond_where(self.relation()).and_where(column(&self.link, self.near()).eq(here));
            }
        }
        sql.expr(Expr::cust("1"));
        Ok(Expr::exists(sql))
    }

    /// The cards at this end, found from the other; nothing where that would read everything.
    fn found(&self) -> Result<Option<SelectStatement>> {
        let mut sql = Sql::select();
        sql.distinct();
        match (&self.step.way, self.field()?) {
            (Way::To { field: key, .. }, Some(field)) if field.own => {
                self.read_others(&mut sql);
                cross(&mut sql, "lookups", &self.link);
                sql.cond_where(self.key(self.place.object.key, key, &self.other))
                    .expr(column(&self.link, "record_id"));
            }
            (Way::To { .. }, _) => return Ok(None),
            (Way::From { .. }, Some(field)) => {
                self.read_others(&mut sql);
                let refers = target(self.cx, &self.other, field);
                sql.cond_where(field.kind.condition(&refers, Operator::NotEmpty, &[])?).expr(if field.own {
                    refers.id()
                } else {
                    refers.column("")
                });
            }
            _ if filter::asks_relation_only(self.whom) => {
                sql.from_as(Alias::new("links"), Alias::new(&self.link)).cond_where(self.relation());
                cross(&mut sql, self.step.object.table, &self.other);
                sql.cond_where(self.condition.clone()).expr(column(&self.link, self.near()));
            }
            _ => {
                self.read_others(&mut sql);
                cross(&mut sql, "links", &self.link);
                sql.cond_where(self.relation()).expr(column(&self.link, self.near()));
            }
        }
        sql.limit(FEW as u64 + 1);
        Ok(Some(sql))
    }

    /// The others themselves, where the cards at this end are found by a column that refers to them; with its name.
    fn referred(&self) -> Result<Option<(String, SelectStatement)>> {
        let (Way::To { field: key, .. }, Some(field)) = (&self.step.way, self.field()?) else {
            return Ok(None);
        };
        if field.own || !field.indexed {
            return Ok(None);
        }
        if let Some(sql) = self.named()? {
            return Ok(Some((key.clone(), sql)));
        }
        let mut sql = Sql::select();
        self.read_others(&mut sql);
        sql.expr(column(&self.other, "id")).limit(FEW as u64 + 1);
        Ok(Some((key.clone(), sql)))
    }

    /// The same from the keys of names, where nothing else is asked of the others and everybody's are seen: only living cards have keys.
    fn named(&self) -> Result<Option<SelectStatement>> {
        let Filter::Field { field, op, args } = self.whom else { return Ok(None) };
        let object = &self.step.object;
        if access::limit(self.cx, object, &self.other, Verb::See)?.is_some() {
            return Ok(None);
        }
        fields::asked(self.cx, object, field)?;
        let Some(mut sql) = named(self.cx, object, field, *op, args)? else { return Ok(None) };
        // Of keys from before names stood beside them, the card says whether it is called so.
        let mut cards = Sql::select();
        self.read_others(&mut cards);
        cards.expr(column(&self.other, "id"));
        let known = column(NAMES, "detail").ne("");
        let called = Condition::any().add(known).add(column(NAMES, "record_id").in_subquery(cards));
        sql.cond_where(called).limit(FEW as u64 + 1);
        Ok(Some(sql))
    }

    /// The cards at this end that refer to one of these by that column.
    fn referring(&self, field: &str, others: &[Id]) -> SelectStatement {
        let mut sql = Sql::select();
        sql.from_as(Alias::new(self.place.object.table), Alias::new(&self.link))
            .and_where(column(&self.link, "workspace_id").eq(self.workspace()))
            .and_where(Expr::cust(format!("{}.trashed_at = 0", self.link)))
            .and_where(among(self.cx, &format!("{}.\"{field}\"", self.link), others))
            .expr(column(&self.link, "id"))
            .limit(FEW as u64 + 1);
        sql
    }

    /// The relation is of this kind, leads to the others, and is not over.
    fn relation(&self) -> Condition {
        let Way::Relation { kind, .. } = &self.step.way else { return Condition::all() };
        let far = if self.forth { "to_id" } else { "from_id" };
        let relation = Condition::all()
            .add(column(&self.link, "workspace_id").eq(self.workspace()))
            .add(column(&self.link, "kind").eq(kind.as_str()))
            .add(column(&self.other, "id").eq(column(&self.link, far)));
        if self.ever {
            return relation;
        }
        relation.add(standing(self.cx, &self.link))
    }

    fn near(&self) -> &'static str {
        if self.forth { "from_id" } else { "to_id" }
    }

    /// The key by which cards that refer by an own field to the card of this alias are found.
    fn key(&self, object: &str, field: &str, to: &str) -> Condition {
        let id = match self.cx.dialect() {
            Dialect::Postgres => format!("replace(CAST({to}.id AS text), '-', '')"),
            Dialect::Sqlite => format!("lower(hex({to}.id))"),
        };
        Condition::all()
            .add(column(&self.link, "workspace_id").eq(self.workspace()))
            .add(column(&self.link, "kind").eq("ref"))
            .add(column(&self.link, "value").eq(Expr::cust(format!("'{object}.{field}=' || {id}"))))
    }

    fn workspace(&self) -> sea_query::Value {
        Value::Id(self.cx.workspace()).into()
    }
}

fn column(alias: &str, name: &str) -> Expr {
    Expr::col((Alias::new(alias), Alias::new(name)))
}

/// Joined behind what stands there already: SQLite keeps to the order of this join.
fn cross(sql: &mut SelectStatement, table: &str, alias: &str) {
    sql.join_as(JoinType::CrossJoin, Alias::new(table), Alias::new(alias), Condition::all());
}

/// What is few at a step: then reading it beats asking each card of a list until enough of them turned up.
enum Few {
    /// The cards at this end.
    Cards(Vec<Id>),
    /// The cards at the other end, to which this column refers.
    Others(String, Vec<Id>),
    Neither,
}

fn few(cx: &Cx, all: &[Others]) -> Result<Few> {
    if let [others] = all
        && let Some((field, sql)) = others.referred()?
    {
        let referred = ids(cx, &sql)?;
        if referred.len() > FEW {
            return Ok(Few::Neither);
        }
        let cards = ids(cx, &others.referring(&field, &referred))?;
        return Ok(if cards.len() > FEW { Few::Others(field, referred) } else { Few::Cards(cards) });
    }
    let mut cards = Vec::new();
    for others in all {
        let Some(sql) = others.found()? else { return Ok(Few::Neither) };
        cards.extend(ids(cx, &sql)?);
        if cards.len() > FEW {
            return Ok(Few::Neither);
        }
    }
    Ok(Few::Cards(cards))
}

fn ids(cx: &Cx, sql: &SelectStatement) -> Result<Vec<Id>> {
    cx.select(sql)?.iter().map(|row| row.get(0)).collect()
}

/// This column holds one of these, in a statement whose text does not grow with them.
fn among(cx: &Cx, column: &str, ids: &[Id]) -> Expr {
    let list = format!("[{}]", ids.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(","));
    let sql = match cx.dialect() {
        Dialect::Sqlite => format!("{column} IN (SELECT unhex(value) FROM json_each(?))"),
        Dialect::Postgres => format!(
            "{column} IN (SELECT CAST(value AS uuid) FROM json_array_elements_text(CAST(CAST($1 AS text) AS json)))"
        ),
    };
    Expr::cust_with_values(sql, [sea_query::Value::from(Value::from(list))])
}

/// A condition on the relation itself.
pub(super) fn on_relation(
    cx: &Cx,
    link: &str,
    key: &str,
    operator: Operator,
    arguments: &[String],
) -> Result<Condition> {
    let field = steps::of_relation(key).ok_or_else(|| Error::invalid("filter", "no-such-field"))?;
    if !field.kind.operators().contains(&operator) {
        return Err(Error::invalid("filter", "not-a-choice"));
    }
    let target: Target = target(cx, link, &field);
    match key {
        // The column is read as it is: a relation keeps no sort key.
        steps::ROLE => target.text_condition("", operator, arguments),
        _ => field.kind.condition(&target, operator, arguments),
    }
}
