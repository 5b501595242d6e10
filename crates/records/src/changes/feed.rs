//! Everything that changes, in order, for whoever follows along: webhooks, programs. A place in the feed is the id of
//! the last change that was read; what stands behind it later was made later.

use kernel::{Cx, Id, Result, Value, clock::SECOND, db::Dialect};

use super::{CHANGE, Change, read_change, told};
use crate::access;

/// PostgreSQL writes in parallel: a change may become visible after one that was made a moment later. The feed stays
/// this far behind, and behind every transaction that has not ended.
const LAG: i64 = 2 * SECOND;

/// The oldest transaction that this one cannot see yet. Those of other databases on the same server do not matter.
const OLDEST: &str = "SELECT CAST(x AS text) FROM pg_snapshot_xip(pg_current_snapshot()) AS x \
    WHERE NOT EXISTS (SELECT 1 FROM pg_stat_activity a \
    WHERE a.backend_xid = CAST(x AS xid) AND a.datname <> current_database()) \
    ORDER BY age(CAST(x AS xid)) DESC LIMIT 1";

/// Up to where everything has ended that may still write into the feed.
pub struct Ended(Option<String>);

/// To be asked first of all in a unit of work: whose transaction it is can only be told as long as that goes on, so what
/// ends between the unit's first look and this holds the feed back until the next time.
pub fn ended(cx: &Cx) -> Result<Ended> {
    Ok(Ended(match cx.dialect() {
        Dialect::Sqlite => None,
        Dialect::Postgres => cx.query_one(OLDEST, &[])?.map(|row| row.text(0).to_owned()),
    }))
}

/// The changes after a place, oldest first; of one object when it is named. Only those of records that the actor may see,
/// without what fields hold that are hidden from them.
pub fn since(cx: &Cx, ended: &Ended, after: Id, object: Option<&str>, limit: usize) -> Result<Vec<Change>> {
    let seen = access::and_seen_rows(cx, "c.object", "c.record_id")?;
    let mut params: Vec<Value> = vec![cx.workspace().into(), after.into(), horizon(cx).into(), limit.into()];
    let mut narrowed = String::new();
    if let Some(object) = object {
        params.push(object.into());
        narrowed.push_str(&format!("AND c.object = ?{} ", params.len()));
    }
    if let Some(oldest) = &ended.0 {
        params.push(Value::from(oldest));
        narrowed.push_str(&format!("AND age(c.xmin) > age(CAST(CAST(?{} AS text) AS xid)) ", params.len()));
    }
    let rows = cx.query(
        &format!(
            "SELECT {CHANGE} WHERE c.workspace_id = ?1 AND c.id > ?2 AND c.id < ?3 {narrowed}{seen} \
             ORDER BY c.id LIMIT ?4"
        ),
        &params,
    )?;
    rows.iter().map(|row| told(cx, read_change(row)?)).collect()
}

/// The place behind everything that was made until now: who begins to follow here hears only of what comes.
pub fn now(cx: &Cx) -> Id {
    Id::floor(cx.now())
}

fn horizon(cx: &Cx) -> Id {
    match cx.dialect() {
        Dialect::Sqlite => super::LAST,
        Dialect::Postgres => Id::floor(cx.now().plus(-LAG)),
    }
}
