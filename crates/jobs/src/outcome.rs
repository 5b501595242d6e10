//! How a run ends: done, cancelled, back to the queue for a later attempt, or given up.

use kernel::{Error, Id, Result, Timestamp, Tx, Value, clock::SECOND};

use crate::{
    claim::MOST_ATTEMPTS,
    queue,
    run::{Ended, Last, Run},
};

/// Writes down how the run ended, unless another runner has the job by now.
pub(crate) fn record(run: &Run, answer: Result<()>, over: fn(&mut Tx, Id) -> Result<()>) -> Result<()> {
    let last = run.last();
    run.db.write(&run.scope, |tx| {
        if !still_ours(tx, run)? {
            return Ok(());
        }
        keep_last_words(tx, run.id, &last)?;
        match (last.ended, answer) {
            (_, Ok(())) => {
                close(tx, run.id, "done", None)?;
                over(tx, run.id)
            }
            (Some(Ended::Cancelled), Err(_)) => close(tx, run.id, "cancelled", None),
            (Some(Ended::Released), Err(_)) => release(tx, run.id, run.lease()),
            (Some(Ended::LeaseLost), Err(_)) => Ok(()),
            (None, Err(error)) if is_final(&error) || run.attempt >= MOST_ATTEMPTS => {
                close(tx, run.id, "failed", Some(&error.to_string()))?;
                over(tx, run.id)
            }
            (None, Err(error)) => try_later(tx, run, &error),
        }
    })
}

/// Ends a job for good.
pub(crate) fn close(tx: &mut Tx, id: Id, state: &str, error: Option<&str>) -> Result<()> {
    let now = tx.now();
    let params: [Value; 5] =
        [tx.workspace().into(), id.into(), state.into(), error.map(str::to_owned).into(), now.into()];
    tx.execute(
        "UPDATE jobs SET state = ?3, error = ?4, finished_at = ?5, lease_by = NULL, lease_until = NULL \
         WHERE workspace_id = ?1 AND id = ?2",
        &params,
    )?;
    queue::changed(tx, id);
    Ok(())
}

/// Gives a job back to the queue as if it had not been started, because the process ends.
pub(crate) fn release(tx: &mut Tx, id: Id, lease: &str) -> Result<()> {
    let now = tx.now();
    tx.execute(
        "UPDATE jobs SET state = 'waiting', run_at = ?4, attempts = attempts - 1, lease_by = NULL, \
         lease_until = NULL WHERE workspace_id = ?1 AND id = ?2 AND lease_by = ?3",
        &[tx.workspace().into(), id.into(), lease.into(), now.into()],
    )?;
    queue::changed(tx, id);
    Ok(())
}

/// Errors that the same job would meet again.
fn is_final(error: &Error) -> bool {
    matches!(error, Error::Invalid(_) | Error::Conflict(_) | Error::Denied | Error::NotFound)
}

fn still_ours(tx: &mut Tx, run: &Run) -> Result<bool> {
    // An update rather than a look, so that nobody takes the row between here and the end of the transaction.
    let ours: [Value; 3] = [tx.workspace().into(), run.id.into(), run.lease().into()];
    let sql = "UPDATE jobs SET lease_by = ?3 WHERE workspace_id = ?1 AND id = ?2 AND lease_by = ?3";
    Ok(tx.execute(sql, &ours)? == 1)
}

fn keep_last_words(tx: &mut Tx, id: Id, last: &Last) -> Result<()> {
    let note = last.note.as_ref().map(serde_json::to_string).transpose()?;
    let params: [Value; 5] =
        [tx.workspace().into(), id.into(), last.done.into(), last.total.into(), note.into()];
    tx.execute(
        "UPDATE jobs SET progress_done = ?3, progress_total = ?4, note = COALESCE(?5, note) \
         WHERE workspace_id = ?1 AND id = ?2",
        &params,
    )?;
    Ok(())
}

fn try_later(tx: &mut Tx, run: &Run, error: &Error) -> Result<()> {
    let at = later(tx.now(), run.attempt, run.id);
    let params: [Value; 4] = [tx.workspace().into(), run.id.into(), at.into(), error.to_string().into()];
    tx.execute(
        "UPDATE jobs SET state = 'waiting', run_at = ?3, error = ?4, lease_by = NULL, lease_until = NULL \
         WHERE workspace_id = ?1 AND id = ?2",
        &params,
    )?;
    queue::changed(tx, run.id);
    Ok(())
}

/// 10 s, 40 s, 160 s, 640 s after the first, second… attempt, and up to a quarter more, so that jobs which failed
/// together do not come back together.
fn later(now: Timestamp, attempt: i64, id: Id) -> Timestamp {
    let power = u32::try_from(attempt - 1).unwrap_or(0).min(8);
    let wait = 10 * SECOND * 4_i64.pow(power);
    now.plus(wait + wait / 4 * i64::from(id.spread() % 1000) / 1000)
}
