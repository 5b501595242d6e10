//! Jobs that start in a rhythm, and the one that forgets old jobs.

use std::time::Duration;

use jobs::{Filter, Registry};
use kernel::{Id, Scope, clock::DAY, clock::HOUR};
use serde::{Deserialize, Serialize};

use crate::{cast::Say, cast::registry, databases};

#[derive(Serialize, Deserialize)]
struct EveryHour {}

impl jobs::Job for EveryHour {
    const KIND: &'static str = "test.every-hour";
    fn run(&self, _: &jobs::Run) -> kernel::Result<()> {
        Ok(())
    }
}

#[test]
fn a_schedule_starts_its_job_once_in_each_turn_whoever_looks() {
    for it in databases() {
        let scheduled = || {
            let mut registry = Registry::new();
            registry.every(Duration::from_secs(3600), EveryHour {});
            registry
        };
        assert_eq!(jobs::run_due(&it.db, &scheduled()).unwrap(), 1);
        assert_eq!(jobs::run_due(&it.open_again(), &scheduled()).unwrap(), 0);
        it.clock.advance(HOUR);
        assert_eq!(jobs::run_due(&it.db, &scheduled()).unwrap(), 1);
        // Turns that were missed are not made up for.
        it.clock.advance(5 * HOUR);
        assert_eq!(jobs::run_due(&it.db, &scheduled()).unwrap(), 1);
        assert_eq!(jobs::run_due(&it.db, &scheduled()).unwrap(), 0);
        let filter = Filter { kind: Some("test.every-hour".to_owned()), ..Filter::default() };
        let rows = it.db.read(&Scope::system(Id::NIL), |cx| jobs::list(cx, &filter)).unwrap();
        assert_eq!(rows.len(), 3);
    }
}

#[test]
fn jobs_that_were_over_a_month_ago_are_forgotten() {
    for it in databases() {
        let old = it.write(|tx| jobs::enqueue(tx, &Say { word: "old".to_owned() }));
        jobs::run_due(&it.db, &registry()).unwrap();
        it.clock.advance(29 * DAY);
        let new = it.write(|tx| jobs::enqueue(tx, &Say { word: "new".to_owned() }));
        jobs::run_due(&it.db, &registry()).unwrap();
        it.clock.advance(2 * DAY);
        jobs::run_due(&it.db, &registry()).unwrap();
        let left = it.db.read(&it.scope(), |cx| jobs::list(cx, &Filter::default())).unwrap();
        assert_eq!(left.iter().map(|job| job.id).collect::<Vec<_>>(), [new], "and not {old}");
    }
}
