//! What is another thing every day though nobody changes a card: formulas with `TODAY()`, roll-ups whose filter says "before
//! today", roll-ups over relations that ended yesterday. Made anew when the day begins where the workspace is.

use std::time::Duration;

use jiff::civil::Date;
use jobs::{Job, Run};
use kernel::{Cx, Result, Scope, Tx, Value};
use serde::{Deserialize, Serialize};

use super::{Recalculate, catalog};
use crate::{Filter, Object, Operator};

/// How often it is looked whether somewhere a day began.
const RHYTHM: Duration = Duration::from_secs(10 * 60);
/// Under which a workspace keeps the last day that was begun.
const KEPT: &str = "last_day";

/// Begins the day where it began.
#[derive(Debug, Serialize, Deserialize)]
pub struct NewDay {}

pub(crate) fn register(registry: &mut jobs::Registry) {
    registry.every(RHYTHM, NewDay {});
}

impl Job for NewDay {
    const KIND: &'static str = "records.new-day";

    fn run(&self, run: &Run) -> Result<()> {
        for workspace in run.db.read(&Scope::global(), identity::workspaces::all)? {
            let scope = Scope::system(workspace.id);
            let today = run.db.clock().now().in_zone(&workspace.time_zone).date();
            let last = run.db.read(&scope, last_day)?;
            if last.is_none_or(|last| last < today) {
                run.db.write(&scope, |tx| begin(tx, last, today))?;
            }
        }
        Ok(())
    }
}

fn last_day(cx: &Cx) -> Result<Option<Date>> {
    let kept = identity::workspaces::setting::<String>(cx, KEPT)?;
    Ok(kept.and_then(|day| day.parse().ok()))
}

/// Has everything made anew that the new day changes.
fn begin(tx: &mut Tx, last: Option<Date>, today: Date) -> Result<()> {
    for object in catalog(tx)?.objects().to_vec() {
        if changes_daily(&object) || relations_ended(tx, &object, last, today)? {
            jobs::enqueue(tx, &Recalculate { object: object.key.to_owned(), daily: true })?;
        }
    }
    identity::workspaces::set_setting(tx, KEPT, &today.to_string())
}

fn changes_daily(object: &Object) -> bool {
    object.formulas.iter().any(|(_, formula)| formula.is_daily())
        || object.roll_ups.iter().any(|roll_up| is_relative(&roll_up.filter))
}

/// A filter that counts from today.
pub fn is_relative(filter: &Filter) -> bool {
    match filter {
        Filter::All(parts) | Filter::Any(parts) => parts.iter().any(is_relative),
        Filter::Not(part) | Filter::Has { whom: part, .. } => is_relative(part),
        Filter::Field { op, args, .. } => {
            let of_days = matches!(op, Operator::On | Operator::Before | Operator::After | Operator::Between);
            let absolute = |arg: &String| arg.parse::<Date>().is_ok() || arg.parse::<f64>().is_ok();
            of_days && args.iter().any(|arg| !absolute(arg))
        }
    }
}

/// A relation that a roll-up looks at was not over on the last day and is today.
fn relations_ended(cx: &Cx, object: &Object, last: Option<Date>, today: Date) -> Result<bool> {
    for via in object.roll_ups.iter().filter_map(|roll_up| roll_up.via.as_ref()) {
        let params: [Value; 4] = [
            cx.workspace().into(),
            Value::from(&via.kind),
            last.unwrap_or(today).to_string().into(),
            today.to_string().into(),
        ];
        let sql = "SELECT 1 FROM links WHERE workspace_id = ?1 AND kind = ?2 AND ended_on >= ?3 AND ended_on < ?4 LIMIT 1";
        if cx.query_one(sql, &params)?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_that_counts_from_today_is_told_from_one_that_does_not() {
        let check = |op: Operator, args: &[&str], expected: bool| {
            assert_eq!(is_relative(&Filter::field("due", op, args)), expected, "{op:?} {args:?}");
        };
        check(Operator::Before, &["today"], true);
        check(Operator::After, &["-30d"], true);
        check(Operator::On, &["2026-11-22"], false);
        check(Operator::Between, &["1", "2.5"], false);
        check(Operator::Is, &["today"], false);
        let nested =
            Filter::Not(Box::new(Filter::Any(vec![Filter::field("due", Operator::On, &["this_week"])])));
        assert!(is_relative(&nested));
    }
}
