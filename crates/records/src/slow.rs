//! What lists that took long ask for: an index on own fields ([`crate::own::index`]), or a tally of what they add up
//! ([`crate::tally`]). They ask while they read; when the reading is over it is put into the queue, and in a large workspace a job
//! makes it.

use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

use jobs::Job;
use kernel::{Cx, Id, Result, Tx};
use parking_lot::Mutex;

use crate::{
    Object,
    object::object,
    own::index::{self, IndexJob},
    query::{self, Query, Wanted},
    shape::Catalogs,
    tally::{self, SettleJob, TallyJob},
};

/// What no part of a list may take without asking.
const SLOW: Duration = Duration::from_millis(40);
/// How long what was asked for is not asked for again.
const AGAIN: Duration = Duration::from_mins(15);
/// Records from which on it is worth keeping.
const LARGE: u64 = 20_000;

/// What would make a list quick.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Wish {
    Index(IndexJob),
    Tally(TallyJob),
    /// A tally of many rows.
    Settle(SettleJob),
}

/// What was asked for since the process began, and what of it waits to be put into the queue.
#[derive(Debug, Default)]
pub struct Wishes {
    known: Mutex<HashMap<(Id, Wish), Instant>>,
    waiting: Mutex<Vec<(Id, Wish)>>,
}

impl Wishes {
    fn ask(&self, workspace: Id, wish: Wish) {
        let (asked, now) = ((workspace, wish), Instant::now());
        let mut known = self.known.lock();
        if known.get(&asked).is_none_or(|before| now - *before > AGAIN) {
            known.insert(asked.clone(), now);
            self.waiting.lock().push(asked);
        }
    }

    /// For another time.
    pub fn put_back(&self, workspace: Id, wishes: Vec<Wish>) {
        self.waiting.lock().extend(wishes.into_iter().map(|wish| (workspace, wish)));
    }

    /// What waits for this workspace, once.
    pub fn take(&self, workspace: Id) -> Vec<Wish> {
        let mut waiting = self.waiting.lock();
        let (ours, theirs) =
            std::mem::take(&mut *waiting).into_iter().partition(|(other, _)| *other == workspace);
        *waiting = theirs;
        let ours: Vec<(Id, Wish)> = ours;
        ours.into_iter().map(|(_, wish)| wish).collect()
    }
}

/// A page of a list took so long.
pub(crate) fn page(cx: &Cx, object: &Object, query: &Query, took: Duration) {
    if took > SLOW
        && let Some(index) = index::suiting(object, query)
    {
        ask(cx, Wish::Index(index));
    }
}

/// The groups of a list took so long.
pub(crate) fn groups(
    cx: &Cx,
    object: &Object,
    query: &Query,
    (by, wanted): (&str, &[Wanted]),
    took: Duration,
) {
    if took > SLOW
        && let Some(tally) = tally::suiting(object, query, by, wanted)
    {
        ask(cx, Wish::Tally(tally));
    }
}

/// A tally has so many rows that adding them up takes long.
pub(crate) fn settle(cx: &Cx, tally: Id) {
    ask(cx, Wish::Settle(SettleJob { tally }));
}

fn ask(cx: &Cx, wish: Wish) {
    cx.part::<Catalogs>().wishes.ask(cx.workspace(), wish);
}

/// Puts what slow lists asked for into the queue, where there are many records.
pub fn enqueue(tx: &mut Tx, wishes: &[Wish]) -> Result<()> {
    for wish in wishes {
        match wish {
            Wish::Index(job) => enqueue_for(tx, &job.object, job)?,
            Wish::Tally(job) => enqueue_for(tx, &job.object, job)?,
            Wish::Settle(job) => enqueue_once(tx, job)?,
        }
    }
    Ok(())
}

fn enqueue_for(tx: &mut Tx, name: &str, job: &impl Job) -> Result<()> {
    let object = object(tx, name)?;
    match query::count(tx, &object, &Query::default(), LARGE)? > LARGE {
        true => enqueue_once(tx, job),
        false => Ok(()),
    }
}

fn enqueue_once(tx: &mut Tx, job: &impl Job) -> Result<()> {
    if jobs::is_under_way(tx, job)? { Ok(()) } else { jobs::enqueue(tx, job).map(drop) }
}
