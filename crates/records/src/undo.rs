//! Taking a change set back, also weeks later, also when other fields were changed since. What somebody changed
//! again meanwhile is left as it is and shown. An undo is a change set too, so it can be undone.

mod job;
mod rights;

use std::sync::Arc;

use kernel::{Cx, Error, Id, Result, Tx};

pub use self::job::{UndoJob, start};
use crate::{
    Json, access,
    changes::{self, Change, ChangeSet, Kind},
    import, links, merge,
    object::{self, Object},
    record,
    save::{self, Values},
    shape::{convert, past},
};

/// A change that was not taken back, since the record has been changed again.
#[derive(Debug, Clone)]
pub struct Kept {
    pub object: String,
    pub record: Id,
    /// The field; `None` for the record as a whole.
    pub field: Option<String>,
    /// What undo would have put back, and what stands there now.
    pub was: Json,
    pub now: Json,
}

/// What an undo did.
#[derive(Debug)]
pub struct Undone {
    /// The set of the undo itself.
    pub set: Id,
    pub taken_back: u64,
    pub kept: Vec<Kept>,
}

/// Sets larger than this are undone by a job, in steps.
const AT_ONCE: u64 = 500;

/// What became of an undo that somebody asked for.
#[derive(Debug)]
pub enum Undoing {
    Done(Undone),
    /// It is large: a job takes it back.
    Begun,
}

/// Takes a set back, as a job when it is large: nobody waits for that, and others write between its steps.
pub fn undo_or_begin(tx: &mut Tx, set: Id) -> Result<Undoing> {
    if changes::find(tx, set)?.touched > AT_ONCE {
        return start(tx, set).map(|_| Undoing::Begun);
    }
    undo(tx, set).map(Undoing::Done)
}

/// Takes a whole set back in this transaction.
pub fn undo(tx: &mut Tx, set: Id) -> Result<Undone> {
    let mut undoing = begin(tx, set)?;
    let mut undone = Undone { set: undoing.id, taken_back: 0, kept: Vec::new() };
    let mut from = None;
    while let Some(last) = step(tx, &mut undoing, set, from, 1000, &mut undone)? {
        from = Some(last);
    }
    finish(tx, &mut undoing, set)?;
    Ok(undone)
}

/// Begins to take a set back: the set of the undo. A conflict when it was undone already, or when it touched what the actor
/// may not change.
pub fn begin(tx: &mut Tx, set: Id) -> Result<ChangeSet> {
    rights::may_undo(tx, set)?;
    let _free = access::freely(tx)?;
    let entry = changes::find(tx, set)?;
    if entry.undone_by.is_some() {
        return Err(Error::conflict("already-undone"));
    }
    convert::hold(tx, set)?;
    let label = if entry.undoes.is_some() { "change-redone" } else { "change-undone" };
    let mut undoing = ChangeSet::new(tx, label).about(entry.subject).undoing(set);
    undoing.store(tx)?;
    convert::restore(tx, set, undoing.id)?;
    Ok(undoing)
}

/// Takes back at most `most` changes, newest first; where to go on, or `None` at the end.
pub fn step(
    tx: &mut Tx,
    undoing: &mut ChangeSet,
    set: Id,
    from: Option<Id>,
    most: usize,
    undone: &mut Undone,
) -> Result<Option<Id>> {
    // Whether the whole set may be taken back was asked in the beginning.
    let _free = access::freely(tx)?;
    let page = changes::of_set(tx, set, from, most)?;
    for change in &page {
        take_back(tx, undoing, change, undone)?;
    }
    Ok(page.last().map(|change| change.id))
}

/// Marks the set as undone; and what it had undone, if it was an undo, as standing again.
pub fn finish(tx: &mut Tx, undoing: &mut ChangeSet, set: Id) -> Result<()> {
    let _free = access::freely(tx)?;
    changes::mark_undone(tx, set, Some(undoing.id))?;
    import::mark_undone(tx, set, true)?;
    if let Some(first) = changes::find(tx, set)?.undoes {
        changes::mark_undone(tx, first, None)?;
        import::mark_undone(tx, first, false)?;
    }
    undoing.close(tx)?;
    convert::complete(tx, undoing.id)
}

fn take_back(tx: &mut Tx, undoing: &mut ChangeSet, change: &Change, undone: &mut Undone) -> Result<()> {
    let object = object::object(tx, &change.object)?;
    if change.kind == Kind::Edited && convert::put_back(tx, undoing, &object, change, undone)? {
        return Ok(());
    }
    let mut now_written = change.clone();
    for key in past::forms_now(&object, &mut now_written) {
        let was = change.fields.get(&key).map(|(was, _)| was.clone()).unwrap_or_default();
        undone.kept.push(Kept { field: Some(key), was, ..Kept::whole(change, "") });
    }
    let change = &now_written;
    let whole = |was: &str| Kept::whole(change, was);
    match change.kind {
        Kind::Created => {
            if changed_later(tx, &object, change, undoing.id)? {
                undone.kept.push(whole("created"));
                return Ok(());
            }
            save::trash(tx, undoing, &object, change.record)?;
        }
        Kind::Restored => {
            save::trash(tx, undoing, &object, change.record)?;
        }
        Kind::Trashed if merge::is_aside(tx, change.record)? => {
            undone.kept.push(whole("merged"));
            return Ok(());
        }
        Kind::Trashed => {
            save::restore(tx, undoing, &object, change.record)?;
        }
        Kind::Edited => {
            let now = record::find(tx, &object, change.record)?;
            if now.trashed_at.is_some() {
                undone.kept.push(whole("trashed"));
                return Ok(());
            }
            let mut values = Values::new();
            for (key, (was, became)) in &change.fields {
                let current = now.get(key);
                if current == became {
                    values.insert(key.clone(), was.clone());
                } else if current != was {
                    let (was, now) = (was.clone(), current.clone());
                    undone.kept.push(Kept { field: Some(key.clone()), was, now, ..whole("") });
                }
            }
            if !values.is_empty() {
                save::edit(tx, undoing, &object, change.record, values, &Values::new())?;
            }
        }
        Kind::Linked => {
            if let Some((link, true)) = links::of_change(change) {
                match links::remove(tx, undoing, link.id) {
                    Ok(_) | Err(Error::NotFound) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        Kind::Unlinked => {
            if let Some((link, true)) = links::of_change(change) {
                links::put_back(tx, undoing, &link)?;
            }
        }
        Kind::Merged => return merge::merged_back(tx, undoing, &object, change, undone),
        Kind::Absorbed => return merge::absorbed_back(tx, undoing, &object, change, undone),
        Kind::Moved => return merge::moved_back(tx, undoing, &object, change, undone),
    }
    undone.taken_back += 1;
    Ok(())
}

impl Kept {
    /// A change of the record as a whole, that stands.
    pub(crate) fn whole(change: &Change, was: &str) -> Kept {
        Kept {
            object: change.object.clone(),
            record: change.record,
            field: None,
            was: was.into(),
            now: Json::Null,
        }
    }
}

/// Whether somebody else changed a record that this set made, and that still stands. What the set did not make is not its to take.
pub fn is_changed_since(cx: &Cx, set: Id, object: &Arc<Object>, record: Id) -> Result<bool> {
    let made = changes::of_record(cx, record, None, 200)?
        .into_iter()
        .find(|change| change.kind == Kind::Created && change.set == set);
    // One that was changed more often than anybody looks through was changed by somebody.
    made.map_or(Ok(true), |made| changed_later(cx, object, &made, set))
}

/// Somebody changed the record after it was created by this set, and that still stands: what was undone since, or
/// changed back, does not count.
fn changed_later(cx: &Cx, object: &Arc<Object>, created: &Change, undoing: Id) -> Result<bool> {
    let newer = changes::of_record(cx, created.record, None, 200)?;
    let later = newer.iter().take_while(|change| change.id > created.id);
    let mut before = Values::new();
    // From the newest back, so that what stays is each field's value before anybody else touched it.
    for change in later.filter(|change| change.set != created.set && change.set != undoing) {
        before.extend(change.fields.iter().map(|(key, (was, _))| (key.clone(), was.clone())));
    }
    let now = record::find(cx, object, created.record)?;
    Ok(before.iter().any(|(key, was)| object.at(key).is_some() && now.get(key) != was))
}
