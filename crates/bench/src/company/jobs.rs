//! Jobs of the workspace: begun by a form, waited for, and how pages are answered meanwhile.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Result, anyhow, bail, ensure};
use kernel::{Db, Id, Scope, Value};

use super::{Company, PATIENCE};
use crate::{
    http::Connection,
    load::{self, Load, Timing},
    pages::repeated,
    report::{Row, ms, thousands},
};

/// People who open a page each tenth of a second while a job works: as a few hundred do together.
const READERS: usize = 4;
const EVERY: Duration = Duration::from_millis(100);

/// How long a job took, and how pages were answered meanwhile.
pub(super) struct Meanwhile {
    took: f64,
    p99: f64,
}

impl Meanwhile {
    pub(super) fn row(&self, what: &str, cards: u64, people: u64) -> Row {
        let met = self.took * 100_000.0 / cards.max(1) as f64 <= 20.0 && self.p99 <= 25.0;
        Row {
            measure: what.to_owned(),
            p50: format!("{:.1} s", self.took),
            p99: format!("{} of pages meanwhile", ms(self.p99)),
            throughput: format!("{} cards/s", thousands((cards as f64 / self.took) as u64)),
            target: "100,000 in ≤ 20 s, p99 of pages ≤ 25 ms".to_owned(),
            met: (people >= 1_000_000).then_some(met),
            ..Row::default()
        }
    }
}

impl Company<'_> {
    /// Sends the form that begins a job, and reads lists and cards until it is done.
    pub(super) fn meanwhile(&self, kind: &str, request: Vec<u8>) -> Result<Meanwhile> {
        let cards = self.db.read(&self.scope, |cx| {
            let rows = cx.query(
                "SELECT id FROM people WHERE workspace_id = ?1 AND trashed_at = 0 LIMIT 500",
                &[cx.workspace().into()],
            )?;
            rows.iter().map(|row| row.get(0)).collect::<kernel::Result<Vec<Id>>>()
        })?;
        let pages: Vec<Vec<u8>> = cards
            .iter()
            .flat_map(|card| [self.caller.get("/people"), self.caller.get(&format!("/people/{card}"))])
            .collect();
        let questions = repeated(pages, "<main");
        let began = Instant::now();
        let job = self.begin(kind, request)?;
        let over = Arc::new(AtomicBool::new(false));
        let waiting = {
            let (db, scope, over) = (self.db.clone(), self.scope.clone(), over.clone());
            std::thread::spawn(move || {
                let waited = job.wait(&db, &scope);
                over.store(true, Ordering::Relaxed);
                waited.map(|()| Instant::now())
            })
        };
        let next = Arc::new(AtomicUsize::new(0));
        let load = Load {
            connections: READERS,
            every: EVERY,
            warm_up: Duration::ZERO,
            lasts: Duration::from_secs(2),
        };
        let mut pages = Timing::default();
        while !over.load(Ordering::Relaxed) {
            pages = pages.and(load::run(self.runtime, self.caller.address, &questions, &next, load)?);
        }
        let ended = waiting.join().map_err(|_| anyhow!("waiting for the job failed"))??;
        Ok(Meanwhile { took: (ended - began).as_secs_f64(), p99: pages.p99() })
    }

    /// Sends the form; the job that it put into the queue.
    pub(super) fn begin(&self, kind: &str, request: Vec<u8>) -> Result<Job> {
        let before = self.jobs(kind)?.first().map(|job| job.id);
        self.runtime.block_on(async {
            let mut connection = Connection::open(self.caller.address).await?;
            let answer = connection.ask(&request).await?;
            ensure!(answer.status == 303, "the form was answered with {}: {}", answer.status, answer.text());
            Ok(())
        })?;
        let newest = self.jobs(kind)?.into_iter().next().filter(|job| Some(job.id) != before);
        newest.ok_or_else(|| anyhow!("no job {kind} was begun"))
    }

    /// The newest jobs of a kind.
    pub(super) fn jobs(&self, kind: &str) -> Result<Vec<Job>> {
        let rows = self.db.read(&self.scope, |cx| {
            let sql =
                "SELECT id, state FROM jobs WHERE workspace_id = ?1 AND kind = ?2 ORDER BY id DESC LIMIT 20";
            cx.query(sql, &[Value::from(cx.workspace()), kind.into()])
        })?;
        let job = |row: &kernel::Row| {
            Ok(Job { id: row.get(0)?, over: !matches!(row.text(1), "waiting" | "running") })
        };
        rows.iter().map(job).collect()
    }
}

/// One job of the table.
pub(super) struct Job {
    id: Id,
    pub(super) over: bool,
}

impl Job {
    pub(super) fn wait(&self, db: &Db, scope: &Scope) -> Result<()> {
        let began = Instant::now();
        loop {
            let row = db.read(scope, |cx| {
                let sql = "SELECT state, kind FROM jobs WHERE workspace_id = ?1 AND id = ?2";
                cx.query_one(sql, &[cx.workspace().into(), self.id.into()])
            })?;
            let row = row.ok_or_else(|| anyhow!("the job is gone"))?;
            match row.text(0) {
                "waiting" | "running" => {}
                "done" => return Ok(()),
                state => bail!("the job {} ended as {state}", row.text(1)),
            }
            ensure!(began.elapsed() < PATIENCE, "the job {} does not end", row.text(1));
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}
