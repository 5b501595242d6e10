//! What became of records that were in a value for so long: what a chance by value and age is learnt from.

use kernel::{Cx, Error, Result, Value};
use sea_query::{Alias, CaseStatement, Expr, ExprTrait, Func, JoinType, Query};

use super::{About, S};
use crate::query;

/// Stays of one value and length whose records have this outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    pub value: String,
    /// The place of the longest of the lengths that they reached.
    pub length: usize,
    pub outcome: String,
    pub count: i64,
}

/// The stays that are over, by value, by which of these lengths (in seconds, the shortest first) they reached, and by what another
/// field of their record is now.
pub fn ended(cx: &Cx, about: &About, outcome: &str, lengths: &[i64]) -> Result<Vec<Ended>> {
    let field = about.object.field(outcome)?;
    if field.own {
        return Err(Error::internal("an outcome is a field of ours"));
    }
    let stayed = || Expr::cust("(s.left_at - s.entered_at) / 1000000");
    let mut length = CaseStatement::new();
    for (at, seconds) in lengths.iter().enumerate().rev().take(lengths.len().saturating_sub(1)) {
        length = length.case(stayed().gte(Expr::cust(seconds.to_string())), Expr::cust(at.to_string()));
    }
    let asked = crate::Query { filter: about.filter.clone(), ..crate::Query::default() };
    let mut inner = Query::select();
    inner
        .expr_as(Expr::col((S, "value")), "value")
        .expr_as(length.finally(Expr::cust("0")), "length")
        .expr_as(Expr::col(("t", Alias::new(outcome))), "outcome")
        .from_as("stays", S)
        .join_as(
            JoinType::InnerJoin,
            Alias::new(about.object.table),
            Alias::new("t"),
            Expr::cust("t.workspace_id = s.workspace_id AND t.id = s.record_id"),
        )
        .and_where(Expr::col((S, "workspace_id")).eq(sea_query::Value::from(Value::Id(cx.workspace()))))
        .and_where(Expr::col((S, "object")).eq(about.object.key))
        .and_where(Expr::col((S, "field")).eq(about.field))
        .and_where(Expr::cust("s.left_at > 0 AND s.trashed = 0"))
        .and_where(Expr::col((S, "record_id")).in_subquery(query::keys(cx, about.object, &asked)?));
    let mut sql = Query::select();
    sql.columns(["value", "length", "outcome"])
        .expr(Func::count(Expr::cust("*")))
        .from_subquery(inner, "e")
        .add_group_by([Expr::col("value"), Expr::col("length"), Expr::col("outcome")]);
    let rows = cx.select(&sql)?;
    let read = |row: &kernel::Row| Ended {
        value: row.text(0).to_owned(),
        length: usize::try_from(row.int(1)).unwrap_or(0),
        outcome: row.text(2).to_owned(),
        count: row.int(3),
    };
    Ok(rows.iter().map(read).collect())
}
