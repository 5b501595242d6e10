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
        let values = row.all();
        Ok((row.int(0), self.read(wanted, row.int(0), &values[1..])?))
    }

    pub(super) fn groups(&self, cx: &Cx, by: &str, wanted: &[Wanted]) -> Result<Vec<Group>> {
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
            groups.push(Group {
                value: own::grouped(field, values[0]),
                count: row.int(1),
                totals: self.read(wanted, row.int(1), &values[2..])?,
            });
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

    fn read(&self, wanted: &[Wanted], all: i64, values: &[&Value]) -> Result<Vec<Total>> {
        let mut totals = Vec::with_capacity(wanted.len());
        for (one, values) in wanted.iter().zip(values.chunks(4)) {
            let field = self.object.field(&one.field)?;
            let int = |value: &Value| if let Value::Int(number) = value { *number } else { 0 };
            let filled = int(values[1]);
            totals.push(match one.aggregate {
                Aggregate::Filled => Total::Count(filled),
                Aggregate::Share => {
                    Total::Percent(if all == 0 { 0.0 } else { filled as f64 * 100.0 / all as f64 })
                }
                _ if filled == 0 => Total::Value(Json::Null),
                _ if field.kind.key() == "money" && values[2] != values[3] => Total::Mixed,
                Aggregate::Average => {
                    Total::Value(valued(field, &average(int(values[0]), filled), values[2]))
                }
                _ => Total::Value(valued(field, values[0], values[2])),
            });
        }
        Ok(totals)
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
