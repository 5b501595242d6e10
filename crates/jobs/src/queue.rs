//! Putting work into the queue, and what people may do with it there: cancel and retry.

use kernel::{Actor, Cx, Error, Id, Result, Role, Timestamp, Tx, Value};
use serde::{Serialize, de::DeserializeOwned};

use crate::{row, run::Run};

/// A piece of background work. It is kept as JSON, so it carries ids rather than records, and it may run twice.
pub trait Job: Serialize + DeserializeOwned + Send + 'static {
    /// What the table calls it, such as `import.people`; never changed once released.
    const KIND: &'static str;

    /// Does the work. `Invalid`, `Conflict`, `Denied` and `NotFound` fail it at once; other errors and panics are
    /// tried again, at most five times.
    fn run(&self, run: &Run) -> Result<()>;
}

/// Puts the job into the queue of the transaction's workspace, to run as soon as the transaction is kept.
pub fn enqueue<J: Job>(tx: &mut Tx, job: &J) -> Result<Id> {
    enqueue_at(tx, job, tx.now())
}

/// Puts the job into the queue, to run at `at` or soon after.
pub fn enqueue_at<J: Job>(tx: &mut Tx, job: &J, at: Timestamp) -> Result<Id> {
    let id = tx.new_id();
    let (user, role) = match tx.actor() {
        Actor::User { id, role } => (Some(id), Some(role.key())),
        Actor::System => (None, None),
    };
    let params: [Value; 8] = [
        tx.workspace().into(),
        id.into(),
        J::KIND.into(),
        serde_json::to_string(job)?.into(),
        at.into(),
        user.into(),
        role.into(),
        tx.now().into(),
    ];
    tx.execute(
        "INSERT INTO jobs (workspace_id, id, kind, input, state, run_at, created_by, created_role, created_at) \
         VALUES (?1, ?2, ?3, ?4, 'waiting', ?5, ?6, ?7, ?8)",
        &params,
    )?;
    tx.emit("jobs");
    Ok(id)
}

/// Whether the very same is waiting or running in the workspace.
pub fn is_under_way<J: Job>(cx: &Cx, job: &J) -> Result<bool> {
    let params: [Value; 3] = [cx.workspace().into(), J::KIND.into(), serde_json::to_string(job)?.into()];
    let sql = "SELECT 1 FROM jobs WHERE workspace_id = ?1 AND kind = ?2 AND input = ?3 \
        AND state IN ('waiting', 'running') LIMIT 1";
    Ok(cx.query_one(sql, &params)?.is_some())
}

/// Cancels a waiting job now and a running one at its next look; one that is over stays as it is.
/// Whoever asked for the job may, and admins.
pub fn cancel(tx: &mut Tx, id: Id) -> Result<()> {
    changeable(tx, id)?;
    let now = tx.now();
    let cancelled = tx.execute(
        "UPDATE jobs SET cancel_requested = 1, \
         finished_at = CASE WHEN state = 'waiting' THEN ?3 ELSE finished_at END, \
         state = CASE WHEN state = 'waiting' THEN 'cancelled' ELSE state END \
         WHERE workspace_id = ?1 AND id = ?2 AND state IN ('waiting', 'running')",
        &[tx.workspace().into(), id.into(), now.into()],
    )?;
    if cancelled == 0 {
        return Ok(());
    }
    changed(tx, id);
    Ok(())
}

/// Lets a failed or cancelled job run again from its last checkpoint, with all its attempts.
/// Whoever asked for the job may, and admins.
pub fn retry(tx: &mut Tx, id: Id) -> Result<()> {
    changeable(tx, id)?;
    let now = tx.now();
    let retried = tx.execute(
        "UPDATE jobs SET state = 'waiting', run_at = ?3, attempts = 0, error = NULL, finished_at = NULL, \
         cancel_requested = 0 WHERE workspace_id = ?1 AND id = ?2 AND state IN ('failed', 'cancelled')",
        &[tx.workspace().into(), id.into(), now.into()],
    )?;
    if retried == 0 {
        return Err(Error::conflict("jobs-not-over"));
    }
    changed(tx, id);
    Ok(())
}

fn changeable(tx: &Tx, id: Id) -> Result<()> {
    let job = row::find(tx, id)?;
    if job.created_by.is_none() || job.created_by != tx.actor().user() {
        tx.require(Role::Admin)?;
    }
    Ok(())
}

/// Tells the list of jobs and the page of this one; the runner wakes by the first.
pub(crate) fn changed(tx: &mut Tx, id: Id) {
    tx.emit("jobs");
    tx.emit(format!("job:{id}"));
}
