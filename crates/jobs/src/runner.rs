//! The threads that run jobs. They wake when a job is put into the queue by this process, and look each second for
//! what others put there; one more thread keeps the leases alive and starts what is scheduled.

use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Weak,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use kernel::{Db, Error, Id, Result, Scope, Tx};
use parking_lot::{Condvar, Mutex};

use crate::{
    claim::{self, Claim, LEASE},
    outcome,
    registry::Registry,
    run::Run,
    schedules,
};

/// How long a worker sleeps when nothing is due.
const POLL: Duration = Duration::from_secs(1);
/// How often leases are renewed and schedules are looked at.
const KEEP: Duration = Duration::from_secs(15);

/// Runs jobs until it is stopped or dropped.
pub struct Runner {
    shared: Arc<Shared>,
    workers: Vec<JoinHandle<()>>,
    keeper: Option<JoinHandle<()>>,
}

struct Shared {
    db: Db,
    registry: Registry,
    stopping: Arc<AtomicBool>,
    /// How often it was woken; a worker that saw less does not sleep.
    woken: Mutex<u64>,
    wake: Condvar,
    running: Mutex<Vec<Running>>,
    /// Told when a running job ends.
    ended: Condvar,
}

#[derive(Clone)]
struct Running {
    workspace: Id,
    job: Id,
    lease: String,
}

impl Runner {
    /// Starts `workers` threads, and one that keeps time. Fails when the database does not answer.
    pub fn start(db: &Db, registry: Registry, workers: usize) -> Result<Runner> {
        claim::release_former(db)?;
        let shared = Arc::new(Shared {
            db: db.clone(),
            registry,
            stopping: Arc::default(),
            woken: Mutex::new(0),
            wake: Condvar::new(),
            running: Mutex::default(),
            ended: Condvar::new(),
        });
        listen(db, Arc::downgrade(&shared));
        let mut runner = Runner { shared: shared.clone(), workers: Vec::new(), keeper: None };
        for number in 1..=workers.max(1) {
            let shared = shared.clone();
            let worker = thread::Builder::new().name(format!("job-{number}"));
            runner.workers.push(worker.spawn(move || work(&shared))?);
        }
        let keeper = thread::Builder::new().name("job-keeper".to_owned());
        runner.keeper = Some(keeper.spawn(move || keep(&shared))?);
        Ok(runner)
    }

    /// Lets the workers look for jobs now.
    pub fn wake(&self) {
        self.shared.wake();
    }

    /// Starts no more jobs, lets those that run end within `timeout`, and gives the others back to the queue. A
    /// job ends early at its next progress, and goes on from its checkpoint when it is started again. Blocks; on
    /// PostgreSQL it must not be called on an async thread.
    pub fn stop(mut self, timeout: Duration) {
        self.shared.stop();
        let deadline = Instant::now() + timeout;
        let mut running = self.shared.running.lock();
        while !running.is_empty() && !self.shared.ended.wait_until(&mut running, deadline).timed_out() {}
        let left: Vec<Running> = running.drain(..).collect();
        drop(running);
        left.iter().for_each(|job| release(&self.shared, job));
        if left.is_empty() {
            // Their work is over, so they end at once; threads with work left are abandoned with the process.
            for thread in self.workers.drain(..).chain(self.keeper.take()) {
                let _ = thread.join();
            }
        }
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        self.shared.stop();
    }
}

/// Runs everything that is due, schedules too, on this thread, and what that puts into the queue, until nothing is.
/// How many runs there were. For tests and for the command line.
pub fn run_due(db: &Db, registry: &Registry) -> Result<usize> {
    schedules::enqueue_due(db, registry)?;
    let mut runs = 0;
    while let Some(claim) = claim::next(db, registry)? {
        perform(db, registry, &Arc::default(), claim);
        runs += 1;
    }
    Ok(runs)
}

impl Shared {
    fn wake(&self) {
        *self.woken.lock() += 1;
        self.wake.notify_all();
    }

    fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
        self.wake();
    }

    fn stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }
}

fn listen(db: &Db, shared: Weak<Shared>) {
    db.listen(move |_, events| {
        if let Some(shared) = shared.upgrade()
            && events.iter().any(|event| event.topic == "jobs")
        {
            shared.wake();
        }
    });
}

fn work(shared: &Shared) {
    while !shared.stopping() {
        let seen = *shared.woken.lock();
        match claim::next(&shared.db, &shared.registry) {
            Ok(Some(claim)) => run_counted(shared, claim),
            Ok(None) => sleep(shared, seen),
            Err(error) => {
                tracing::warn!(%error, "looking for jobs failed; trying again in a second");
                sleep(shared, seen);
            }
        }
    }
}

fn sleep(shared: &Shared, seen: u64) {
    let mut woken = shared.woken.lock();
    if *woken == seen && !shared.stopping() {
        shared.wake.wait_for(&mut woken, POLL);
    }
}

fn run_counted(shared: &Shared, claim: Claim) {
    let running = Running { workspace: claim.scope.workspace, job: claim.id, lease: claim.lease.clone() };
    shared.running.lock().push(running.clone());
    if shared.stopping() {
        // It was claimed while `stop` looked at what runs.
        release(shared, &running);
    } else {
        perform(&shared.db, &shared.registry, &shared.stopping, claim);
    }
    shared.running.lock().retain(|other| other.lease != running.lease);
    shared.ended.notify_all();
}

fn release(shared: &Shared, running: &Running) {
    let scope = Scope::system(running.workspace).through("job");
    let released = shared.db.write(&scope, |tx| outcome::release(tx, running.job, &running.lease));
    if let Err(error) = released {
        tracing::warn!(job = %running.job, %error, "a job could not be released; its lease will run out");
    }
}

fn perform(db: &Db, registry: &Registry, stopping: &Arc<AtomicBool>, claim: Claim) {
    let Some(work) = registry.work(&claim.kind) else { return };
    let scope = registry.scope(db, &claim.scope);
    let run = Run::new(db, scope, &claim, stopping.clone());
    let answer = catch_unwind(AssertUnwindSafe(|| work(&claim.input, &run)))
        .unwrap_or_else(|panic| Err(Error::internal(format!("it panicked: {}", words(&*panic)))));
    if let (None, Err(error)) = (run.last().ended, &answer) {
        tracing::error!(job = %claim.id, kind = claim.kind, attempt = claim.attempts, %error, "a job failed");
    }
    if let Err(error) = outcome::record(&run, answer, registry.over()) {
        tracing::error!(job = %claim.id, %error, "the end of a job could not be written; it will run again");
    }
}

fn words(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("without a word")
}

fn keep(shared: &Shared) {
    while !shared.stopping() {
        if let Err(error) = schedules::enqueue_due(&shared.db, &shared.registry) {
            tracing::warn!(%error, "schedules could not be looked at");
        }
        let deadline = Instant::now() + KEEP;
        let mut woken = shared.woken.lock();
        while !shared.stopping() && !shared.wake.wait_until(&mut woken, deadline).timed_out() {}
        drop(woken);
        let running = shared.running.lock().clone();
        for job in running {
            let scope = Scope::system(job.workspace).through("job");
            if let Err(error) = shared.db.write(&scope, |tx| renew(tx, &job)) {
                tracing::warn!(job = %job.job, %error, "a lease could not be renewed");
            }
        }
    }
}

/// A job that makes no progress for a while, such as in a slow call, stays ours as long as the process lives.
fn renew(tx: &mut Tx, job: &Running) -> Result<()> {
    let until = tx.now().plus(LEASE);
    tx.execute(
        "UPDATE jobs SET lease_until = ?4 WHERE workspace_id = ?1 AND id = ?2 AND lease_by = ?3 \
         AND state = 'running'",
        &[tx.workspace().into(), job.job.into(), job.lease.as_str().into(), until.into()],
    )?;
    Ok(())
}
