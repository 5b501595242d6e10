//! The job that takes the sample away: its change set is undone, in steps, and what lies in the trash by then is erased.
//! A card that somebody changed since is theirs now and stays; of everything else nothing is left.

use std::collections::BTreeMap;

use identity::members;
use jobs::{Job, Run};
use kernel::{Error, Id, Result, Text, Tx};
use records::{
    ChangeSet, changes,
    object::object,
    save,
    undo::{self, Undone},
};
use serde::{Deserialize, Serialize};

use super::{Sample, keep, sample, unmake};

/// Changes taken back in one transaction.
const BITE: usize = 200;

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Remove {}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Done {
    /// The change set of the undo.
    undoing: Id,
    from: Option<Id>,
    taken_back: u64,
    kept: u64,
}

impl Job for Remove {
    const KIND: &'static str = "sample.remove";

    fn run(&self, run: &Run) -> Result<()> {
        let Some(sample) = run.db.read(&run.scope, sample)? else { return Ok(()) };
        let kept = match sample.set {
            Some(set) => {
                let kept = undo_in_steps(run, set)?;
                erase_in_steps(run, set)?;
                kept
            }
            None => 0,
        };
        run.db.write(&run.scope, |tx| {
            sample.colleagues.iter().try_for_each(|user| leave(tx, *user))?;
            // What was learnt from it goes with it.
            sales::scoring::learn_soon(tx)?;
            keep(tx, None::<&Sample>)
        })?;
        run.note(match kept {
            0 => Text::new("sample-removed"),
            kept => Text::new("sample-removed-partly").with("count", kept),
        });
        Ok(())
    }
}

/// How many cards were kept because somebody changed them.
fn undo_in_steps(run: &Run, set: Id) -> Result<u64> {
    let total = run.db.read(&run.scope, |cx| Ok(changes::find(cx, set)?.touched))?;
    let mut done: Done = match run.last_checkpoint()? {
        Some(done) => done,
        None => match begin(run, set)? {
            Some(done) => done,
            // Somebody took it back in the history.
            None => return run.db.write(&run.scope, |tx| unmake::take_away(tx, set)),
        },
    };
    loop {
        let (next, over) = run.db.write(&run.scope, |tx| {
            let mut undoing = ChangeSet::resume(done.undoing, "change-undone").quietly();
            let mut undone = Undone { set: done.undoing, taken_back: 0, kept: Vec::new() };
            let from = undo::step(tx, &mut undoing, set, done.from, BITE, &mut undone)?;
            let mut next = done.clone();
            next.taken_back += undone.taken_back;
            next.kept +=
                undone.kept.iter().filter(|kept| kept.field.is_none() && kept.was == "created").count()
                    as u64;
            match from {
                Some(_) => {
                    next.from = from;
                    undoing.close(tx)?;
                }
                None => undo::finish(tx, &mut undoing, set)?,
            }
            run.checkpoint(tx, &next)?;
            Ok((next, from.is_none()))
        })?;
        done = next;
        if over {
            return Ok(done.kept);
        }
        run.progress(done.taken_back, total)?;
    }
}

/// Goes through the changes of the sample once more. Begins anew after a stop: what is gone costs nothing.
fn erase_in_steps(run: &Run, set: Id) -> Result<()> {
    let undone_by = run.db.read(&run.scope, |cx| Ok(changes::find(cx, set)?.undone_by))?;
    let (mut from, mut seen) = (None, 0);
    loop {
        let page = run.db.write(&run.scope, |tx| {
            let page = changes::of_set(tx, set, from, BITE)?;
            let mut by_object: BTreeMap<&str, Vec<Id>> = BTreeMap::new();
            for change in &page {
                by_object.entry(&change.object).or_default().push(change.record);
            }
            for (name, ids) in by_object {
                save::erase(tx, &object(tx, name)?, &ids)?;
            }
            Ok(page)
        })?;
        let Some(last) = page.last() else { break };
        from = Some(last.id);
        seen += page.len() as u64;
        run.progress(seen, seen)?;
    }
    run.db.write(&run.scope, |tx| {
        let sets = [Some(set), undone_by].into_iter().flatten();
        sets.into_iter().try_for_each(|set| save::forget_empty_set(tx, set))
    })
}

fn begin(run: &Run, set: Id) -> Result<Option<Done>> {
    let begun = run.db.write(&run.scope, |tx| {
        let kept = unmake::take_away(tx, set)?;
        let undoing = undo::begin(tx, set)?;
        let done = Done { undoing: undoing.id, from: None, taken_back: 0, kept };
        run.checkpoint(tx, &done)?;
        Ok(done)
    });
    match begun {
        Ok(done) => Ok(Some(done)),
        Err(Error::Conflict(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Their names stay with what they did; they are no members any more.
fn leave(tx: &mut Tx, user: Id) -> Result<()> {
    match members::remove(tx, user) {
        Err(Error::NotFound) => Ok(()),
        other => other,
    }
}
