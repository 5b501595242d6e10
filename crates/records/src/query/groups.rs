//! Totals of an answer, whole or for each value of a field: how many, sums, averages, smallest and largest, how many are
//! filled in.

use kernel::{Cx, Error, Result, Value};
use sea_query::{Alias, Expr, Func, SelectStatement};
use serde::{Deserialize, Serialize};

use super::compile::{MAIN, Statement, target};
use crate::{
    Field, Json,
    access::fields,
    field::{ColumnKind, EMPTY_NUMBER},
    object::Object,
    own,
};

/// Values of a field that a list is grouped by, at most.
const MOST_GROUPS: u64 = 500;

/// What is made of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aggregate {
    Sum,
    Average,
    Min,
    Max,
    /// How many have a value.
    Filled,
    /// How many of a hundred have one.
    Share,
}

impl Aggregate {
    pub const ALL: [Aggregate; 6] = [
        Aggregate::Sum,
        Aggregate::Average,
        Aggregate::Min,
        Aggregate::Max,
        Aggregate::Filled,
        Aggregate::Share,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            Aggregate::Sum => "sum",
            Aggregate::Average => "average",
            Aggregate::Min => "min",
            Aggregate::Max => "max",
            Aggregate::Filled => "filled",
            Aggregate::Share => "share",
        }
    }

    pub fn from_key(key: &str) -> Option<Aggregate> {
        Aggregate::ALL.into_iter().find(|aggregate| aggregate.key() == key)
    }

    /// Whether it means anything for a field.
    pub fn suits(self, field: &Field) -> bool {
        match self {
            Aggregate::Sum | Aggregate::Average => field.kind.adds_up(),
            Aggregate::Min | Aggregate::Max => {
                field.kind.adds_up() || matches!(field.kind.key(), "date" | "date_time" | "rating")
            }
            Aggregate::Filled | Aggregate::Share => true,
        }
    }
}

/// One total that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    pub field: String,
    pub aggregate: Aggregate,
}

/// One answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Total {
    /// A value of the field's type; `null` when nothing is filled in.
    Value(Json),
    Count(i64),
    /// Of a hundred.
    Percent(f64),
    /// Amounts of several currencies have no sum.
    Mixed,
}

/// One value of the field that a list is grouped by.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    pub value: Json,
    pub count: i64,
    pub totals: Vec<Total>,
}

/// The groups of an answer, in no order, and the whole of it; no whole where there are more groups than are answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Grouped {
    pub groups: Vec<Group>,
    pub whole: Option<(i64, Vec<Total>)>,
}

/// What is known of some records: how many they are, and of each total that is wanted what makes it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sums {
    pub(crate) count: i64,
    pub(crate) of: Vec<Sum>,
}

#[derive(Debug, Clone)]
pub(crate) struct Sum {
    /// The sum, or the smallest or largest value, as the aggregate wants it.
    pub(crate) number: Value,
    pub(crate) filled: i64,
    /// The first and the last currency by the alphabet.
    pub(crate) currencies: [Value; 2],
}

impl Sums {
    pub(crate) fn totals(&self, object: &Object, wanted: &[Wanted]) -> Result<Vec<Total>> {
        let each = wanted.iter().zip(&self.of);
        each.map(|(one, sum)| Ok(total(object.field(&one.field)?, one.aggregate, self.count, sum))).collect()
    }

    /// Together with others.
    fn add(&mut self, other: &Sums, wanted: &[Wanted]) {
        self.count += other.count;
        if self.of.is_empty() {
            self.of.clone_from(&other.of);
            return;
        }
        for ((mine, theirs), one) in self.of.iter_mut().zip(&other.of).zip(wanted) {
            mine.filled += theirs.filled;
            let first =
                |one: &Value, other: &Value| if less(other, one) { other.clone() } else { one.clone() };
            let last =
                |one: &Value, other: &Value| if less(one, other) { other.clone() } else { one.clone() };
            mine.number = match (&mine.number, &theirs.number, one.aggregate) {
                (Value::Null, number, _) | (number, Value::Null, _) => number.clone(),
                (Value::Int(mine), Value::Int(theirs), Aggregate::Sum | Aggregate::Average) => {
                    Value::Int(mine.saturating_add(*theirs))
                }
                (mine, theirs, Aggregate::Min) => first(mine, theirs),
                (mine, theirs, _) => last(mine, theirs),
            };
            mine.currencies = match (&mine.currencies, &theirs.currencies) {
                ([Value::Null, _], currencies) | (currencies, [Value::Null, _]) => currencies.clone(),
                ([a, b], [c, d]) => [first(a, c), last(b, d)],
            };
        }
    }
}

fn less(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Int(one), Value::Int(other)) => one < other,
        (Value::Text(one), Value::Text(other)) => one < other,
        (Value::Bytes(one), Value::Bytes(other)) => one < other,
        (Value::Id(one), Value::Id(other)) => one < other,
        _ => false,
    }
}

/// The groups with their totals, and, where these are all groups, their whole.
pub(crate) fn grouped(object: &Object, wanted: &[Wanted], groups: Vec<(Json, Sums)>) -> Result<Grouped> {
    let mut whole = Sums::default();
    let mut answered = Vec::with_capacity(groups.len());
    for (value, sums) in &groups {
        whole.add(sums, wanted);
        answered.push(Group {
            value: value.clone(),
            count: sums.count,
            totals: sums.totals(object, wanted)?,
        });
    }
    let is_whole = !groups.is_empty() && (groups.len() as u64) < MOST_GROUPS;
    let whole = if is_whole { Some((whole.count, whole.totals(object, wanted)?)) } else { None };
    Ok(Grouped { groups: answered, whole })
}

/// Whether a list can be grouped by the field: its first column holds all of its value.
pub fn groups_by(field: &Field) -> bool {
    matches!(
        field.kind.key(),
        "select" | "user" | "yes_no" | "rating" | "text" | "date" | "number" | "reference"
    )
}

impl Statement {
    pub(super) fn totals(&self, cx: &Cx, wanted: &[Wanted]) -> Result<(i64, Vec<Total>)> {
        let mut sql = self.from();
        sql.expr(count(Expr::cust("*")));
        self.add(cx, &mut sql, wanted)?;
        let rows = cx.select(&sql)?;
        let row = rows.first().ok_or_else(|| Error::internal("no row of totals"))?;
        let sums = read(row.int(0), &row.all()[1..]);
        Ok((sums.count, sums.totals(&self.object, wanted)?))
    }

    pub(super) fn groups(&self, cx: &Cx, by: &str, wanted: &[Wanted]) -> Result<Vec<(Json, Sums)>> {
        let field = fields::asked(cx, &self.object, by)?;
        if !groups_by(field) {
            return Err(Error::invalid("group", "not-sortable"));
        }
        let column = target(cx, MAIN, field).column("");
        let mut sql = self.from();
        sql.expr(column.clone()).expr(count(Expr::cust("*")));
        self.add(cx, &mut sql, wanted)?;
        sql.add_group_by([column]).limit(MOST_GROUPS);
        let rows = cx.select(&sql)?;
        let mut groups = Vec::with_capacity(rows.len());
        for row in &rows {
            let values = row.all();
            groups.push((own::grouped(field, values[0]), read(row.int(1), &values[2..])));
        }
        Ok(groups)
    }

    /// The columns of the totals: of each its smallest, largest, sum, how many are filled in, and of money its currencies.
    fn add(&self, cx: &Cx, sql: &mut SelectStatement, wanted: &[Wanted]) -> Result<()> {
        for one in wanted {
            let field = fields::asked(cx, &self.object, &one.field)?;
            if !one.aggregate.suits(field) {
                return Err(Error::invalid("totals", "not-a-number"));
            }
            let target = target(cx, MAIN, field);
            let money = field.kind.key() == "money";
            let column = target.column(if money { "_minor" } else { "" });
            let number = money || field.kind.storage()[0].1 == ColumnKind::Number;
            let empty = if number {
                Expr::val(EMPTY_NUMBER)
            } else {
                Expr::val(target.bound(field.kind.storage()[0].1.empty()))
            };
            // Nothing instead of what stands for nothing, which the aggregates then leave out.
            let filled: Expr = Func::cust(Alias::new("NULLIF")).args([column, empty]).into();
            match one.aggregate {
                Aggregate::Sum | Aggregate::Average => {
                    sql.expr(Func::cast_as(Func::sum(filled.clone()), Alias::new("BIGINT")));
                }
                Aggregate::Min => {
                    sql.expr(Func::min(filled.clone()));
                }
                _ => {
                    sql.expr(Func::max(filled.clone()));
                }
            }
            sql.expr(count(filled));
            let currency = if money { target.column("_currency") } else { Expr::val("") };
            let currency: Expr = Func::cust(Alias::new("NULLIF")).args([currency, Expr::val("")]).into();
            if money {
                sql.expr(Func::min(currency.clone())).expr(Func::max(currency));
            } else {
                sql.expr(Expr::val("")).expr(Expr::val(""));
            }
        }
        Ok(())
    }
}

/// The columns that [`Statement::add`] asked for.
fn read(count: i64, values: &[&Value]) -> Sums {
    let int = |value: &Value| if let Value::Int(number) = value { *number } else { 0 };
    let sum = |values: &[&Value]| Sum {
        number: values[0].clone(),
        filled: int(values[1]),
        currencies: [values[2].clone(), values[3].clone()],
    };
    Sums { count, of: values.chunks(4).map(sum).collect() }
}

fn total(field: &Field, aggregate: Aggregate, all: i64, sum: &Sum) -> Total {
    let [first, last] = &sum.currencies;
    match aggregate {
        Aggregate::Filled => Total::Count(sum.filled),
        Aggregate::Share => {
            Total::Percent(if all == 0 { 0.0 } else { sum.filled as f64 * 100.0 / all as f64 })
        }
        _ if sum.filled == 0 => Total::Value(Json::Null),
        _ if field.kind.key() == "money" && first != last => Total::Mixed,
        Aggregate::Average => {
            let whole = if let Value::Int(number) = sum.number { number } else { 0 };
            Total::Value(valued(field, &average(whole, sum.filled), first))
        }
        _ => Total::Value(valued(field, &sum.number, first)),
    }
}

fn count(of: Expr) -> Expr {
    Func::count(of).into()
}

fn average(sum: i64, count: i64) -> Value {
    Value::Int((sum as f64 / count as f64).round() as i64)
}

/// A column as a value of the field.
fn valued(field: &Field, column: &Value, currency: &Value) -> Json {
    match (field.kind.key(), column, currency) {
        ("money", Value::Int(minor), Value::Text(currency)) => {
            serde_json::json!({ "minor": minor, "currency": currency })
        }
        _ => own::grouped(field, column),
    }
}
