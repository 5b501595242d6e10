//! How long records had each value of a field, for fields that say so ([`crate::Field::is_timed`]): in which step a card is, since when,
//! and how long it was in those before. Written by the gate with the change itself, so that nothing has to be worked out of history.

mod ended;

use std::sync::Arc;

use kernel::{Cx, Id, Result, Timestamp, Tx, Value, db::Dialect};
use sea_query::{Alias, CaseStatement, Expr, ExprTrait, Func, Query, SelectStatement, UnionType};

pub use self::ended::{Ended, ended};
use crate::{
    Field, Json, Object, Record,
    access::{self, Verb},
    query,
};

/// One value that a record had for a while, or has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    pub value: String,
    pub entered_at: Timestamp,
    /// None as long as it has it.
    pub left_at: Option<Timestamp>,
}

/// What a field of a record was, the earliest first.
pub fn of(cx: &Cx, record: Id, field: &str) -> Result<Vec<Stay>> {
    let rows = cx.query(
        "SELECT value, entered_at, left_at FROM stays \
         WHERE workspace_id = ?1 AND record_id = ?2 AND field = ?3 ORDER BY entered_at",
        &[cx.workspace().into(), record.into(), field.into()],
    )?;
    let read = |row: &kernel::Row| {
        let left: Timestamp = row.get(2)?;
        Ok(Stay {
            value: row.text(0).to_owned(),
            entered_at: row.get(1)?,
            left_at: (left.micros() != 0).then_some(left),
        })
    };
    rows.iter().map(read).collect()
}

/// Brings the stays of a record up to date.
pub(crate) fn follow(tx: &mut Tx, before: Option<&Record>, after: &Record) -> Result<()> {
    let timed = || after.object.fields.iter().enumerate().filter(|(_, field)| field.is_timed());
    let trashed = after.trashed_at.is_some();
    if before.is_some_and(|before| before.trashed_at.is_some() != trashed) && timed().next().is_some() {
        tx.execute(
            "UPDATE stays SET trashed = ?3 WHERE workspace_id = ?1 AND record_id = ?2",
            &[tx.workspace().into(), after.id.into(), i64::from(trashed).into()],
        )?;
    }
    for (at, field) in timed() {
        let had = before.map_or(&Json::Null, |before| &before.values[at]);
        let has = &after.values[at];
        if had != has {
            // Who brings a record from elsewhere may know since when it is so, and an undo puts back since when it was.
            let since = after.instant(field.timed_by).filter(|since| *since <= tx.now()).unwrap_or(tx.now());
            let known = if before.is_some() { kept(tx, after.id, field)? } else { Vec::new() };
            let wanted = continued(&known, has, since);
            write(tx, after, field, &known, &wanted)?;
        }
    }
    Ok(())
}

/// A stay as its row has it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Kept {
    entered_at: i64,
    value: String,
    /// 0 as long as it has it.
    left_at: i64,
    /// When it entered the same value before; 0 when never.
    before_at: i64,
    /// The values it had after this one: `|second|third|`.
    later: String,
}

/// The values that stand behind one are told up to so many bytes; an index of PostgreSQL holds no more than 2,700.
const LONGEST: usize = 1_500;

fn kept(tx: &Tx, record: Id, field: &Field) -> Result<Vec<Kept>> {
    let rows = tx.query(
        "SELECT entered_at, value, left_at, before_at, later FROM stays \
         WHERE workspace_id = ?1 AND record_id = ?2 AND field = ?3 ORDER BY entered_at",
        &[tx.workspace().into(), record.into(), field.key.as_str().into()],
    )?;
    let read = |row: &kernel::Row| Kept {
        entered_at: row.int(0),
        value: row.text(1).to_owned(),
        left_at: row.int(2),
        before_at: row.int(3),
        later: row.text(4).to_owned(),
    };
    Ok(rows.iter().map(read).collect())
}

/// The stays with what a record has since then; what came later never was.
fn continued(known: &[Kept], has: &Json, since: Timestamp) -> Vec<Kept> {
    let since = since.micros();
    let mut stays: Vec<Kept> = known.iter().filter(|stay| stay.entered_at < since).cloned().collect();
    for stay in &mut stays {
        if stay.left_at == 0 || stay.left_at > since {
            stay.left_at = since;
        }
    }
    // An option by its key, anything else as JSON.
    let value = match has {
        Json::Null => None,
        Json::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    };
    let new = |value| Kept { entered_at: since, value, left_at: 0, before_at: 0, later: String::new() };
    stays.extend(value.map(new));
    for at in 0..stays.len() {
        let before = stays[..at].iter().rev().find(|before| before.value == stays[at].value);
        stays[at].before_at = before.map_or(0, |before| before.entered_at);
        let mut later = String::new();
        for next in &stays[at + 1..] {
            let named = format!("|{}|", next.value);
            if !later.contains(&named) && later.len() + named.len() <= LONGEST {
                later.truncate(later.len().saturating_sub(1));
                later.push_str(&named);
            }
        }
        stays[at].later = later;
    }
    stays
}

/// Writes the rows that differ.
fn write(tx: &mut Tx, record: &Record, field: &Field, known: &[Kept], wanted: &[Kept]) -> Result<()> {
    let workspace = tx.workspace();
    let key = |stay: &Kept| -> [Value; 4] {
        [workspace.into(), record.id.into(), field.key.as_str().into(), stay.entered_at.into()]
    };
    let whose = "workspace_id = ?1 AND record_id = ?2 AND field = ?3 AND entered_at = ?4";
    for gone in known.iter().filter(|stay| wanted.iter().all(|other| other.entered_at != stay.entered_at)) {
        tx.execute(&format!("DELETE FROM stays WHERE {whose}"), &key(gone))?;
    }
    for stay in wanted.iter().filter(|stay| !known.contains(stay)) {
        let mut params = key(stay).to_vec();
        let is_known = known.iter().any(|other| other.entered_at == stay.entered_at);
        let rest: [Value; 4] = [
            stay.value.as_str().into(),
            stay.left_at.into(),
            stay.before_at.into(),
            stay.later.as_str().into(),
        ];
        params.extend(rest);
        let sql = if is_known {
            format!("UPDATE stays SET value = ?5, left_at = ?6, before_at = ?7, later = ?8 WHERE {whose}")
        } else {
            params.extend([record.object.key.into(), i64::from(record.trashed_at.is_some()).into()]);
            "INSERT INTO stays (workspace_id, record_id, field, entered_at, value, left_at, before_at, later, object, \
             trashed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
                .to_owned()
        };
        tx.execute(&sql, &params)?;
    }
    Ok(())
}

/// What went through one value in a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub value: String,
    /// How many records entered it.
    pub entered: i64,
    /// How many of them entered one of the others after it, whenever that was.
    pub went_on: i64,
    /// How often one left it again, and how many seconds those stays were together.
    pub left: i64,
    pub stayed: i64,
}

/// What went through each of these values between two moments (the second not included), and on to one of those that are named beside
/// it. One statement, answered by one index, unless not all records of the object are asked for.
pub fn passages(
    cx: &Cx,
    about: &About,
    between: (Timestamp, Timestamp),
    values: &[(&str, &[&str])],
) -> Result<Vec<Passage>> {
    let mut arms = Vec::with_capacity(values.len());
    for (value, others) in values {
        arms.push(passage(cx, about, between, (value, others))?);
    }
    let mut arms = arms.into_iter();
    let Some(mut sql) = arms.next() else { return Ok(Vec::new()) };
    for arm in arms {
        sql.union(UnionType::All, arm);
    }
    let rows = cx.select(&sql)?;
    let read = |row: &kernel::Row| Passage {
        value: row.text(0).to_owned(),
        entered: row.int(1),
        went_on: row.int(2),
        left: row.int(3),
        stayed: row.int(4),
    };
    // Nothing went through the others.
    Ok(rows.iter().map(read).filter(|passage| passage.entered > 0 || passage.left > 0).collect())
}

/// Whose stays, of which field.
#[derive(Debug)]
pub struct About<'a> {
    pub object: &'a Arc<Object>,
    pub field: &'a str,
    /// Only those of records that the actor sees and this holds of.
    pub filter: crate::Filter,
}

const S: &str = "s";

fn passage(
    cx: &Cx,
    about: &About,
    (from, until): (Timestamp, Timestamp),
    (value, others): (&str, &[&str]),
) -> Result<SelectStatement> {
    // Who entered it twice in this time counts once.
    let first = || Expr::col((S, "before_at")).lt(from.micros());
    let went_on = first().and(went_on(cx, others));
    let number = |text: &'static str| Expr::cust(text);
    let count = |when: Expr| Func::count(CaseStatement::new().case(when, number("1")));
    let left = || Expr::col((S, "left_at")).gt(number("0"));
    let seconds = Expr::cust("(s.left_at - s.entered_at) / 1000000");
    let stayed = Func::sum(CaseStatement::new().case(left(), seconds).finally(number("0")));
    let mut sql = Query::select();
    sql.expr(Func::cast_as(Expr::val(value), Alias::new("TEXT")))
        .expr(count(first()))
        .expr(count(went_on))
        .expr(count(left()))
        .expr(Func::cast_as(Func::coalesce([stayed.into(), number("0")]), Alias::new("BIGINT")))
        .from_as("stays", S)
        .and_where(Expr::col((S, "workspace_id")).eq(sea_query::Value::from(Value::Id(cx.workspace()))))
        .and_where(Expr::col((S, "object")).eq(about.object.key))
        .and_where(Expr::col((S, "field")).eq(about.field))
        .and_where(Expr::col((S, "value")).eq(value))
        .and_where(Expr::col((S, "entered_at")).gte(from.micros()))
        .and_where(Expr::col((S, "entered_at")).lt(until.micros()))
        .and_where(Expr::cust("s.trashed = 0"));
    let limited = access::limit(cx, about.object, "t", Verb::See)?.is_some();
    if limited || !about.filter.is_empty() {
        let query = crate::Query { filter: about.filter.clone(), ..crate::Query::default() };
        sql.and_where(Expr::col((S, "record_id")).in_subquery(query::keys(cx, about.object, &query)?));
    }
    Ok(sql)
}

/// One of these values came after it.
fn went_on(cx: &Cx, others: &[&str]) -> Expr {
    let place = match cx.dialect() {
        Dialect::Sqlite => "instr",
        Dialect::Postgres => "strpos",
    };
    let found = |other: &&str| {
        let later = Expr::col((S, "later"));
        Expr::from(Func::cust(Alias::new(place)).args([later, Expr::val(format!("|{other}|"))]))
            .gt(Expr::cust("0"))
    };
    others.iter().map(found).reduce(|one, other| one.or(other)).unwrap_or(Expr::cust("1 = 0"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(micros: i64) -> Timestamp {
        Timestamp::from_micros(micros)
    }

    #[test]
    fn each_stay_knows_what_came_before_and_after_it() {
        let mut stays = Vec::new();
        for (value, since) in [("first", 10), ("second", 20), ("first", 30), ("third", 40)] {
            stays = continued(&stays, &value.into(), at(since));
        }
        let told: Vec<_> = stays
            .iter()
            .map(|stay| (stay.value.as_str(), stay.left_at, stay.before_at, stay.later.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                ("first", 20, 0, "|second|first|third|"),
                ("second", 30, 0, "|first|third|"),
                ("first", 40, 10, "|third|"),
                ("third", 0, 0, "")
            ]
        );
        // Put back to how it was: what came later never was.
        let back = continued(&stays, &"second".into(), at(20));
        assert_eq!(back.len(), 2);
        assert_eq!((back[0].later.as_str(), back[1].left_at), ("|second|", 0));
        assert_eq!(continued(&back, &Json::Null, at(50)).last().map(|stay| stay.left_at), Some(50));
    }
}
