//! Taking a job: a look over all workspaces for what is due, then a lease on one row, in a transaction of its
//! workspace. A lease is a name nobody else has, so whoever lost it can change nothing any more.

use std::sync::{
    OnceLock,
    atomic::{AtomicU64, Ordering},
};

use kernel::{
    Actor, Cx, Db, Id, Result, Role, Row, Scope, Tx, Value,
    clock::{SECOND, Timestamp},
    db::Dialect,
};

use crate::{outcome, queue, registry::Registry};

/// How long a job is left alone after the last sign of life of its runner, in microseconds.
pub(crate) const LEASE: i64 = 60 * SECOND;

/// How often a job is started before it is given up.
pub(crate) const MOST_ATTEMPTS: i64 = 5;

/// A job that is ours until the lease runs out.
pub(crate) struct Claim {
    pub(crate) id: Id,
    pub(crate) kind: String,
    pub(crate) input: String,
    pub(crate) attempts: i64,
    pub(crate) lease: String,
    pub(crate) checkpoint: Option<String>,
    /// How far the run before came, and of how much.
    pub(crate) progress: (i64, i64),
    /// The workspace, and who asked.
    pub(crate) scope: Scope,
}

/// The next job that is due, now under our lease.
pub(crate) fn next(db: &Db, registry: &Registry) -> Result<Option<Claim>> {
    for (workspace, id) in db.read(&Scope::global(), |cx| due(cx, registry))? {
        let claimed =
            db.write(&Scope::system(workspace).through("job"), |tx| claim(tx, id, registry.over()))?;
        if claimed.is_some() {
            return Ok(claimed);
        }
    }
    Ok(None)
}

/// SQLite is used by one process only: what a former process ran will not end, and need not wait for its lease.
pub(crate) fn release_former(db: &Db) -> Result<()> {
    if db.dialect() == Dialect::Postgres {
        return Ok(());
    }
    db.write(&Scope::global(), |tx| {
        let now = tx.now();
        tx.execute(
            "UPDATE jobs SET lease_until = ?1 WHERE state = 'running' AND lease_by NOT LIKE ?2",
            &[now.into(), format!("{}/%", boot()).into()],
        )?;
        Ok(())
    })
}

/// A few of the jobs that may be claimed, from the oldest.
fn due(cx: &Cx, registry: &Registry) -> Result<Vec<(Id, Id)>> {
    let mut params: Vec<Value> = vec![cx.now().into()];
    params.extend(registry.kinds().map(Value::from));
    let kinds: Vec<String> = (2..=params.len()).map(|at| format!("?{at}")).collect();
    let kinds = kinds.join(", ");
    // Two statements, because one with OR would sort the whole queue for every claim.
    let waiting = format!(
        "SELECT workspace_id, id FROM jobs WHERE state = 'waiting' AND run_at <= ?1 AND kind IN ({kinds}) \
         ORDER BY run_at LIMIT 16"
    );
    let abandoned = format!(
        "SELECT workspace_id, id FROM jobs WHERE state = 'running' AND lease_until <= ?1 \
         AND kind IN ({kinds}) LIMIT 16"
    );
    let mut rows = cx.query(&abandoned, &params)?;
    rows.extend(cx.query(&waiting, &params)?);
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

fn claim(tx: &mut Tx, id: Id, over: fn(&mut Tx, Id) -> Result<()>) -> Result<Option<Claim>> {
    let lock = match tx.dialect() {
        Dialect::Sqlite => "",
        Dialect::Postgres => " FOR UPDATE SKIP LOCKED",
    };
    let now = tx.now();
    let sql = format!(
        "SELECT kind, input, attempts, checkpoint, created_by, created_role, cancel_requested, progress_done, progress_total \
         FROM jobs \
         WHERE workspace_id = ?1 AND id = ?2 AND ((state = 'waiting' AND run_at <= ?3) \
         OR (state = 'running' AND lease_until <= ?3)){lock}"
    );
    let Some(row) = tx.query_one(&sql, &[tx.workspace().into(), id.into(), now.into()])? else {
        return Ok(None);
    };
    let attempts: i64 = row.get(2)?;
    if row.get(6)? {
        outcome::close(tx, id, "cancelled", None)?;
        return Ok(None);
    }
    if attempts >= MOST_ATTEMPTS {
        outcome::close(tx, id, "failed", Some("its process was killed again and again while it ran"))?;
        over(tx, id)?;
        return Ok(None);
    }
    let lease = new_lease();
    let params: [Value; 5] =
        [tx.workspace().into(), id.into(), now.into(), now.plus(LEASE).into(), (&lease).into()];
    tx.execute(
        "UPDATE jobs SET state = 'running', attempts = attempts + 1, started_at = ?3, lease_until = ?4, \
         lease_by = ?5 WHERE workspace_id = ?1 AND id = ?2",
        &params,
    )?;
    queue::changed(tx, id);
    Ok(Some(Claim {
        id,
        kind: row.get(0)?,
        input: row.get(1)?,
        attempts: attempts + 1,
        lease,
        checkpoint: row.get(3)?,
        progress: (row.get(7)?, row.get(8)?),
        scope: Scope { actor: asker(&row)?, ..tx.scope().clone() },
    }))
}

fn asker(row: &Row) -> Result<Actor> {
    let user: Option<Id> = row.get(4)?;
    Ok(match user {
        Some(id) => Actor::User { id, role: Role::from_key(row.text(5)).unwrap_or(Role::ReadOnly) },
        None => Actor::System,
    })
}

/// The name of this process's life, different at each start.
fn boot() -> Id {
    static BOOT: OnceLock<Id> = OnceLock::new();
    *BOOT.get_or_init(|| Id::new(Timestamp::system_now()))
}

fn new_lease() -> String {
    static CLAIMS: AtomicU64 = AtomicU64::new(0);
    format!("{}/{}", boot(), CLAIMS.fetch_add(1, Ordering::Relaxed))
}
