//! The import as a job: one thread reads and normalises, this one matches and writes. Every transaction keeps how
//! far it came, so that a kill neither loses nor repeats a row.

use std::{
    sync::mpsc::{Receiver, sync_channel},
    time::{Duration, Instant},
};

use jobs::{Job, Run};
use kernel::{Error, Id, Result, Text, Tx};
use serde::{Deserialize, Serialize};

use crate::{
    changes::ChangeSet,
    import::{
        Import, State, Totals,
        desk::{Desk, Failure},
        draft::Draft,
        dry_run::look_over,
        find,
        plan::Plan,
        relations, row,
        scan::Drafts,
        tell,
    },
};

/// Rows that are read, matched and handed over together.
pub(super) const BATCH: usize = 500;
/// Batches that wait for the writer.
const WAITING: usize = 4;
/// Rows of one transaction, and how long it lasts at most. Keys of many rows lie on pages everywhere, and a long
/// transaction writes each page once; as soon as somebody else wants to write, it ends with the batch.
const MOST_ROWS: u64 = 10_000;
const LONGEST: Duration = Duration::from_millis(250);
/// How long an open transaction waits for the reader.
const PATIENCE: Duration = Duration::from_millis(20);
/// So many rows may be refused half-way before the import itself is taken to be at fault.
const MOST_POISONED: usize = 100;
/// The label of the change set.
const LABEL: &str = "change-imported";

#[derive(Debug, Serialize, Deserialize)]
pub struct ImportJob {
    pub import: Id,
}

/// Where to go on.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Place {
    set: Id,
    totals: Totals,
    /// The line of the last row, for whoever reads the job.
    line: u64,
}

impl Job for ImportJob {
    const KIND: &'static str = "records.import";

    fn run(&self, run: &Run) -> Result<()> {
        let answer = run.db.with_roomy_writer(|| self.import(run));
        if let Err(error) = &answer {
            self.stopped(run, error)?;
        }
        answer
    }
}

impl ImportJob {
    fn import(&self, run: &Run) -> Result<()> {
        let (plan, import) = self.prepare(run)?;
        let mut desk = Desk::new(plan.clone(), self.import);
        let mut place = match run.last_checkpoint::<Place>()? {
            Some(place) => place,
            None => begin(run, &import)?,
        };
        loop {
            let passed = std::thread::scope(|scope| {
                let (send, receive) = sync_channel::<Vec<Draft>>(WAITING);
                let (read, from) = (&import, place.totals.rows);
                let plan = plan.clone();
                let reader = scope.spawn(move || -> Result<()> {
                    let mut drafts = Drafts::open(read)?;
                    drafts.skip(from)?;
                    loop {
                        let batch: Vec<Draft> =
                            std::iter::from_fn(|| drafts.next(&plan)).take(BATCH).collect();
                        // The writer gave up, or the file is read.
                        if batch.is_empty() || send.send(batch).is_err() {
                            return Ok(());
                        }
                    }
                });
                let written = Writer::new(run, self.import, &mut desk, &mut place).write_all(&receive);
                drop(receive);
                let read =
                    reader.join().unwrap_or_else(|_| Err(Error::internal("reading the file panicked")));
                written.and_then(|()| read.map_err(Failure::from))
            });
            match passed {
                Ok(()) => break,
                Err(Failure::Error(error)) => return Err(error),
                Err(Failure::Poisoned(number, problem)) if desk.poisoned() < MOST_POISONED => {
                    desk.poison(number, problem);
                }
                Err(Failure::Poisoned(_, problem)) => {
                    return Err(Error::internal(format!("too many rows were refused: {problem:?}")));
                }
            }
        }
        self.relate(run, &place)?;
        self.finish(run, &place)
    }

    /// What to do, and a first look at the whole file when the import begins.
    fn prepare(&self, run: &Run) -> Result<(Plan, Import)> {
        let (mut import, plan) = run.db.read(&run.scope, |cx| {
            let import = find(cx, self.import)?;
            let plan = Plan::new(cx, &import)?;
            Ok((import, plan))
        })?;
        if import.totals.rows_total == 0 {
            look_over(&plan, &mut import, u64::MAX, &mut |_| run.progress(0, 0))?;
        }
        let plan = run.db.write(&run.scope, |tx| {
            import.state = State::Running;
            import.job = Some(run.id);
            import.finished_at = None;
            row::update(tx, &import)?;
            Plan::new(tx, &import)
        })?;
        Ok((plan, import))
    }

    /// Relations between the cards of the file, a few in each transaction.
    fn relate(&self, run: &Run, place: &Place) -> Result<()> {
        loop {
            let more = run.db.write(&run.scope, |tx| {
                tx.through("import");
                let mut set = ChangeSet::resume(place.set, LABEL);
                let more = relations::make_some(tx, &mut set, self.import)?;
                set.close(tx)?;
                Ok(more)
            })?;
            run.progress(place.totals.rows, place.totals.rows_total)?;
            if !more {
                return Ok(());
            }
        }
    }

    fn finish(&self, run: &Run, place: &Place) -> Result<()> {
        let import = run.db.write(&run.scope, |tx| {
            let mut import = find(tx, self.import)?;
            import.state = State::Done;
            import.finished_at = Some(tx.now());
            row::update(tx, &import)?;
            tell(tx, self.import);
            Ok(import)
        })?;
        let totals = place.totals;
        run.note(
            Text::new("import-done")
                .with("created", totals.created)
                .with("updated", totals.updated)
                .with("bad", totals.bad),
        );
        // What it said is in the records now.
        let _ = std::fs::remove_file(&import.path);
        Ok(())
    }

    /// Writes down why it did not come to its end; one that merely makes way goes on later.
    fn stopped(&self, run: &Run, error: &Error) -> Result<()> {
        run.db.write(&run.scope, |tx| {
            let cancelled = jobs::find(tx, run.id)?.cancel_requested;
            let ends = matches!(error, Error::Conflict(text) if text.key.starts_with("jobs-"));
            let state = match (cancelled, ends) {
                (true, _) => State::Cancelled,
                (false, true) => return Ok(()),
                (false, false) => State::Failed,
            };
            let mut import = find(tx, self.import)?;
            import.state = state;
            import.finished_at = Some(tx.now());
            row::update(tx, &import)?;
            tell(tx, self.import);
            Ok(())
        })
    }
}

/// The change set of the import, from its first moment on.
fn begin(run: &Run, import: &Import) -> Result<Place> {
    run.db.write(&run.scope, |tx| {
        tx.through("import");
        let mut set = ChangeSet::new(tx, LABEL).about(&import.file_name);
        set.store(tx)?;
        let totals = Totals { rows_total: import.totals.rows_total, ..Totals::default() };
        let place = Place { set: set.id, totals, line: 0 };
        let mut stored = find(tx, import.id)?;
        stored.set = Some(set.id);
        stored.totals = totals;
        row::update(tx, &stored)?;
        run.checkpoint(tx, &place)?;
        Ok(place)
    })
}

/// Writes batches in transactions that others need not wait long for.
struct Writer<'a> {
    run: &'a Run,
    import: Id,
    desk: &'a mut Desk,
    place: &'a mut Place,
    began: Instant,
    began_at: u64,
}

impl<'a> Writer<'a> {
    fn new(run: &'a Run, import: Id, desk: &'a mut Desk, place: &'a mut Place) -> Writer<'a> {
        let began_at = place.totals.rows;
        Writer { run, import, desk, place, began: Instant::now(), began_at }
    }

    fn write_all(&mut self, batches: &Receiver<Vec<Draft>>) -> Result<(), Failure> {
        while let Ok(first) = batches.recv() {
            let mut poisoned = None;
            let mut place = *self.place;
            let written = self.run.db.write_unsynced(&self.run.scope, |tx| {
                match self.transaction(tx, first, batches, &mut place) {
                    Ok(()) => Ok(()),
                    Err(Failure::Error(error)) => Err(error),
                    Err(Failure::Poisoned(number, problem)) => {
                        poisoned = Some((number, problem));
                        Err(Error::conflict("import-row-refused"))
                    }
                }
            });
            if let Some((number, problem)) = poisoned {
                return Err(Failure::Poisoned(number, problem));
            }
            written?;
            self.desk.written();
            *self.place = place;
            self.run.progress(place.totals.rows, place.totals.rows_total)?;
        }
        Ok(())
    }

    fn transaction(
        &mut self,
        tx: &mut Tx,
        first: Vec<Draft>,
        batches: &Receiver<Vec<Draft>>,
        place: &mut Place,
    ) -> Result<(), Failure> {
        tx.through("import");
        let began = Instant::now();
        let before = place.totals.rows;
        // Small ones first, so that the bar moves at once.
        let room = MOST_ROWS.min(before.max(BATCH as u64));
        let mut set = ChangeSet::resume(place.set, LABEL).in_bulk();
        let mut next = Some(first);
        while let Some(batch) = next {
            place.line = batch.last().map_or(place.line, |draft| draft.line);
            self.desk.write(tx, &mut set, batch, &mut place.totals)?;
            let full = place.totals.rows - before >= room
                || began.elapsed() >= LONGEST
                || self.run.db.is_writer_wanted();
            next = if full { None } else { batches.recv_timeout(PATIENCE).ok() };
        }
        set.close(tx)?;
        let rate = self.rate(place.totals.rows);
        row::count(tx, self.import, &place.totals, rate)?;
        self.run.checkpoint(tx, place)?;
        tell(tx, self.import);
        Ok(())
    }

    fn rate(&self, rows: u64) -> u64 {
        let seconds = self.began.elapsed().as_secs_f64().max(0.001);
        ((rows - self.began_at) as f64 / seconds) as u64
    }
}
