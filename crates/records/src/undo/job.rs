//! Taking back a large change set in steps, as a job that goes on where it was killed.

use std::time::{Duration, Instant};

use jobs::{Job, Run};
use kernel::{Error, Id, Result, Text, Tx};
use serde::{Deserialize, Serialize};

use super::Undone;
use crate::changes::{self, ChangeSet};

/// Changes taken back between two looks at the clock, and how long one transaction may keep others from writing.
const STEP: usize = 50;
const LONGEST: Duration = Duration::from_millis(100);

/// Puts the undo of a set into the queue; the id of the job. A conflict when it was undone already.
pub fn start(tx: &mut Tx, set: Id) -> Result<Id> {
    super::rights::may_undo(tx, set)?;
    if changes::find(tx, set)?.undone_by.is_some() {
        return Err(Error::conflict("already-undone"));
    }
    jobs::enqueue(tx, &UndoJob { set })
}

#[derive(Debug, Serialize, Deserialize)]
pub struct UndoJob {
    pub set: Id,
}

/// Where to go on.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Place {
    undoing: Id,
    from: Option<Id>,
    done: u64,
    taken_back: u64,
    kept: u64,
}

impl Job for UndoJob {
    const KIND: &'static str = "records.undo";

    fn run(&self, run: &Run) -> Result<()> {
        let total = run.db.read(&run.scope, |cx| changes::find(cx, self.set))?.touched;
        let mut place = match run.last_checkpoint::<Place>()? {
            Some(place) => place,
            None => self.begin(run)?,
        };
        while !self.some(run, &mut place)? {
            run.progress(place.done, total)?;
        }
        run.db.write(&run.scope, |tx| {
            tx.through("undo");
            let mut undoing = ChangeSet::resume(place.undoing, LABEL);
            super::finish(tx, &mut undoing, self.set)
        })?;
        run.note(Text::new("import-undone").with("count", place.taken_back).with("kept", place.kept));
        Ok(())
    }
}

/// Of a set that is stored already, so nobody reads it.
const LABEL: &str = "change-undone";

impl UndoJob {
    fn begin(&self, run: &Run) -> Result<Place> {
        run.db.write(&run.scope, |tx| {
            tx.through("undo");
            let undoing = super::begin(tx, self.set)?;
            let place = Place { undoing: undoing.id, from: None, done: 0, taken_back: 0, kept: 0 };
            run.checkpoint(tx, &place)?;
            Ok(place)
        })
    }

    /// Some steps in one transaction; whether those were the last.
    fn some(&self, run: &Run, place: &mut Place) -> Result<bool> {
        let began = Instant::now();
        let mut next = *place;
        let over = run.db.write(&run.scope, |tx| {
            tx.through("undo");
            let mut undoing = ChangeSet::resume(next.undoing, LABEL).undoing(self.set);
            let mut over = false;
            while !over && began.elapsed() < LONGEST {
                let mut undone = Undone { set: next.undoing, taken_back: 0, kept: Vec::new() };
                let last = super::step(tx, &mut undoing, self.set, next.from, STEP, &mut undone)?;
                next.taken_back += undone.taken_back;
                next.kept += undone.kept.len() as u64;
                next.done += undone.taken_back + undone.kept.len() as u64;
                over = last.is_none();
                next.from = last.or(next.from);
            }
            undoing.close(tx)?;
            run.checkpoint(tx, &next)?;
            Ok(over)
        })?;
        *place = next;
        Ok(over)
    }
}
