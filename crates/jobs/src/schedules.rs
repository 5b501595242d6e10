//! Jobs that start in a rhythm. The table says when each is due, so one process of many starts it.

use kernel::{Cx, Db, Result, Scope, Timestamp, Tx, Value};

use crate::registry::{Registry, Schedule};

/// Puts the jobs of all schedules that are due into the queue.
pub(crate) fn enqueue_due(db: &Db, registry: &Registry) -> Result<()> {
    for schedule in &registry.schedules {
        if db.read(&Scope::global(), |cx| is_due(cx, schedule))? {
            db.write(&Scope::global(), |tx| start(tx, schedule))?;
        }
    }
    Ok(())
}

fn is_due(cx: &Cx, schedule: &Schedule) -> Result<bool> {
    let sql = "SELECT next_at FROM job_schedules WHERE workspace_id = ?1 AND kind = ?2";
    let row = cx.query_one(sql, &[cx.workspace().into(), schedule.kind.into()])?;
    let next: Option<Timestamp> = row.map(|row| row.get(0)).transpose()?;
    Ok(next.is_none_or(|next| next <= cx.now()))
}

fn start(tx: &mut Tx, schedule: &Schedule) -> Result<()> {
    let now = tx.now();
    let key: [Value; 3] = [tx.workspace().into(), schedule.kind.into(), now.into()];
    tx.execute(
        "INSERT INTO job_schedules (workspace_id, kind, next_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
        &key,
    )?;
    let every = i64::try_from(schedule.every.as_micros()).unwrap_or(i64::MAX);
    let mut params = key.to_vec();
    params.push(now.plus(every).into());
    // Of several processes only one finds it still due.
    let taken = tx.execute(
        "UPDATE job_schedules SET next_at = ?4 WHERE workspace_id = ?1 AND kind = ?2 AND next_at <= ?3",
        &params,
    )?;
    let before = tx.query_one(
        "SELECT 1 FROM jobs WHERE workspace_id = ?1 AND kind = ?2 AND state IN ('waiting', 'running') LIMIT 1",
        &key[..2],
    )?;
    if taken == 1 && before.is_none() {
        (schedule.start)(tx)?;
    }
    Ok(())
}
