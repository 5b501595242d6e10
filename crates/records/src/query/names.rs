//! Cards by what they are called, from the keys of their names alone.

use kernel::{Cx, Result, Value};
use sea_query::{Alias, Condition, Expr, ExprTrait, Query as Sql, SelectStatement};

use super::compile::target;
use crate::{
    field::{Field, text::Text},
    lookups::Lookup,
    object::Object,
    query::Operator,
};

/// What the keys are called in the statement.
pub(super) const NAMES: &str = "n";

/// The ids of the cards whose title is this, or begins so, by the keys of their names alone; of cards whose keys are from before names
/// stood beside them, those that may. `None` where keys say nothing.
pub(super) fn named(
    cx: &Cx,
    object: &Object,
    key: &str,
    operator: Operator,
    arguments: &[String],
) -> Result<Option<SelectStatement>> {
    let is_text = object.field(object.title).is_ok_and(|title| title.kind.key() == "text");
    let name = arguments.first().and_then(|name| Lookup::name(name)).map(|name| name.value);
    let Some(name) = name.filter(|_| key == object.title && !object.shares_table && is_text) else {
        return Ok(None);
    };
    let column = |name: &str| Expr::col((Alias::new(NAMES), Alias::new(name)));
    let mut sql = Sql::select();
    sql.expr(column("record_id"))
        .from_as(Alias::new("lookups"), Alias::new(NAMES))
        .and_where(column("workspace_id").eq(sea_query::Value::from(Value::Id(cx.workspace()))))
        .and_where(column("kind").eq("name"))
        .and_where(column("object").eq(object.key));
    match operator {
        Operator::Is => sql.and_where(column("value").eq(name)),
        Operator::StartsWith => {
            // The last word may be cut where one letter stands for two, so the first alone is asked for.
            let first = name.split(' ').next().unwrap_or_default();
            sql.and_where(column("value").gte(first))
                .and_where(column("value").lt(format!("{first}\u{10ffff}")))
        }
        _ => return Ok(None),
    };
    let written = Field::new("detail", Text);
    let written = written.kind.condition(&target(cx, NAMES, &written), operator, arguments)?;
    sql.cond_where(Condition::any().add(written).add(column("detail").eq("")));
    Ok(Some(sql))
}
