//! What a running job has in its hands: the database, who asked, its progress and its checkpoint.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use kernel::{Db, Error, Id, Result, Scope, Tx, Value};
use parking_lot::Mutex;
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    claim::{Claim, LEASE},
    row::Note,
};

/// How often at most progress is written.
const PACE: Duration = Duration::from_millis(250);

/// One run of one job.
pub struct Run {
    pub db: Db,
    /// The workspace of the job and whoever asked for it.
    pub scope: Scope,
    pub id: Id,
    /// 1 the first time.
    pub attempt: i64,
    lease: String,
    last_checkpoint: Option<String>,
    stopping: Arc<AtomicBool>,
    state: Mutex<State>,
}

#[derive(Default, Clone)]
struct State {
    done: i64,
    total: i64,
    note: Option<Note>,
    written_at: Option<Instant>,
    ended: Option<Ended>,
}

/// Why a run ended before its work did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    Cancelled,
    /// Another runner has the job now.
    LeaseLost,
    /// The process is about to end; the job goes back to the queue.
    Released,
}

impl Ended {
    fn error(self) -> Error {
        Error::conflict(match self {
            Ended::Cancelled => "jobs-cancelled",
            Ended::LeaseLost => "jobs-lease-lost",
            Ended::Released => "jobs-released",
        })
    }
}

/// What the run knows in the end that the table may not know yet.
pub(crate) struct Last {
    pub(crate) done: i64,
    pub(crate) total: i64,
    pub(crate) note: Option<Note>,
    pub(crate) ended: Option<Ended>,
}

impl Run {
    pub(crate) fn new(db: &Db, scope: Scope, claim: &Claim, stopping: Arc<AtomicBool>) -> Run {
        Run {
            db: db.clone(),
            scope,
            id: claim.id,
            attempt: claim.attempts,
            lease: claim.lease.clone(),
            last_checkpoint: claim.checkpoint.clone(),
            stopping,
            state: Mutex::new(State { done: claim.progress.0, total: claim.progress.1, ..State::default() }),
        }
    }

    /// Tells how far the job is and keeps its lease; written at most four times a second. Fails when the job was
    /// cancelled, taken over, or has to make way because the process ends: pass the error on with `?`.
    /// Called between transactions, not inside one.
    pub fn progress(&self, done: u64, total: u64) -> Result<()> {
        {
            let mut state = self.state.lock();
            (state.done, state.total) = (done as i64, total as i64);
        }
        match self.look()? {
            Some(ended) => Err(ended.error()),
            None => Ok(()),
        }
    }

    /// Whether to stop now, for loops that have no progress to tell. Called between transactions.
    pub fn cancelled(&self) -> bool {
        matches!(self.look(), Ok(Some(_)))
    }

    /// A line for whoever watches: a text of the catalogue or a plain one. Written with the next progress.
    pub fn note(&self, note: impl Into<Note>) {
        self.state.lock().note = Some(note.into());
    }

    /// Keeps where to go on after a kill. Called in the transaction of the work it covers, so that the work is
    /// neither lost nor done twice; it fails, and takes the work with it, when another runner has the job. A job that
    /// came further has all its attempts again.
    pub fn checkpoint<T: Serialize>(&self, tx: &mut Tx, at: &T) -> Result<()> {
        let until = tx.now().plus(LEASE);
        let params: [Value; 5] = [
            self.scope.workspace.into(),
            self.id.into(),
            (&self.lease).into(),
            serde_json::to_string(at)?.into(),
            until.into(),
        ];
        let kept = tx.execute(
            "UPDATE jobs SET checkpoint = ?4, lease_until = ?5, attempts = 1 \
             WHERE workspace_id = ?1 AND id = ?2 AND lease_by = ?3 AND state = 'running'",
            &params,
        )?;
        if kept == 0 {
            self.state.lock().ended = Some(Ended::LeaseLost);
            return Err(Ended::LeaseLost.error());
        }
        Ok(())
    }

    /// Where the run before this one stopped; `None` at the first.
    pub fn last_checkpoint<T: DeserializeOwned>(&self) -> Result<Option<T>> {
        Ok(self.last_checkpoint.as_deref().map(serde_json::from_str).transpose()?)
    }

    pub(crate) fn lease(&self) -> &str {
        &self.lease
    }

    pub(crate) fn last(&self) -> Last {
        let state = self.state.lock();
        Last { done: state.done, total: state.total, note: state.note.clone(), ended: state.ended }
    }

    /// Writes what is new, at its pace, and asks whether to go on.
    fn look(&self) -> Result<Option<Ended>> {
        let Some(state) = self.now_due() else { return Ok(self.state.lock().ended) };
        // Not under the lock: whoever holds the writer may be waiting to leave a note.
        let ended = self.db.write(&self.scope, |tx| self.write_progress(tx, &state))?;
        let mut kept = self.state.lock();
        kept.ended = kept.ended.or(ended);
        Ok(kept.ended)
    }

    /// What to write now, if it is time to.
    fn now_due(&self) -> Option<State> {
        let mut state = self.state.lock();
        if state.ended.is_none() && self.stopping.load(Ordering::Relaxed) {
            state.ended = Some(Ended::Released);
        }
        let due = state.written_at.is_none_or(|at| at.elapsed() >= PACE);
        if state.ended.is_some() || !due {
            return None;
        }
        state.written_at = Some(Instant::now());
        Some(state.clone())
    }

    fn write_progress(&self, tx: &mut Tx, state: &State) -> Result<Option<Ended>> {
        let ours: [Value; 3] = [self.scope.workspace.into(), self.id.into(), (&self.lease).into()];
        let row = tx.query_one(
            "SELECT cancel_requested FROM jobs \
             WHERE workspace_id = ?1 AND id = ?2 AND lease_by = ?3 AND state = 'running'",
            &ours,
        )?;
        let Some(row) = row else { return Ok(Some(Ended::LeaseLost)) };
        if row.get(0)? {
            return Ok(Some(Ended::Cancelled));
        }
        let note = state.note.as_ref().map(serde_json::to_string).transpose()?;
        let mut params = ours.to_vec();
        params.extend([state.done.into(), state.total.into(), note.into(), tx.now().plus(LEASE).into()]);
        tx.execute(
            "UPDATE jobs SET progress_done = ?4, progress_total = ?5, note = COALESCE(?6, note), \
             lease_until = ?7 WHERE workspace_id = ?1 AND id = ?2 AND lease_by = ?3",
            &params,
        )?;
        tx.emit(format!("job:{}", self.id));
        Ok(None)
    }
}
