//! What happens to jobs whose process is killed.

use std::time::Duration;

use jobs::{Runner, State};
use kernel::{
    clock::{HOUR, MINUTE},
    db::Dialect,
};

use crate::{
    TestDatabase,
    cast::{Count, Say, let_go, registry, said, until_hanging},
    databases,
};

#[test]
fn a_job_whose_lease_ran_out_goes_on_from_its_checkpoint_and_repeats_nothing() {
    for it in databases() {
        let id = it.write(|tx| jobs::enqueue(tx, &Count { to: 5, hang_before: Some(3) }));
        let lost = Runner::start(&it.db, registry(), 1).unwrap();
        until_hanging(it.workspace);
        assert_eq!(jobs::run_due(&it.db, &registry()).unwrap(), 0, "its lease still holds");
        it.clock.advance(2 * MINUTE);
        assert_eq!(jobs::run_due(&it.db, &registry()).unwrap(), 1);
        assert_eq!(it.counted(), [1, 2, 3, 4, 5]);
        // The runner that was thought dead wakes, and can neither count again nor change the job.
        let_go(it.workspace);
        lost.stop(Duration::from_secs(20));
        assert_eq!(it.counted(), [1, 2, 3, 4, 5]);
        let job = it.job(id);
        assert_eq!((job.state, job.attempts), (State::Done, 1));
        assert_eq!((job.progress_done, job.progress_total), (5, 5));
    }
}

#[test]
fn what_a_former_process_ran_goes_on_at_once_on_sqlite_and_after_its_lease_on_postgresql() {
    for it in databases() {
        let id = it.write(|tx| jobs::enqueue(tx, &Say { word: "again".to_owned() }));
        pretend_killed(&it, 1);
        assert_eq!(jobs::run_due(&it.db, &registry()).unwrap(), 0);
        if it.db.dialect() == Dialect::Postgres {
            it.clock.advance(HOUR);
        }
        let runner = Runner::start(&it.db, registry(), 1).unwrap();
        it.until(id, |job| job.state == State::Done);
        runner.stop(Duration::from_secs(20));
        assert_eq!(said(it.workspace), ["again"]);
    }
}

#[test]
fn a_job_that_kills_its_process_again_and_again_is_given_up() {
    for it in databases() {
        let id = it.write(|tx| jobs::enqueue(tx, &Say { word: "boom".to_owned() }));
        pretend_killed(&it, 5);
        it.clock.advance(HOUR);
        assert_eq!(jobs::run_due(&it.db, &registry()).unwrap(), 0);
        assert_eq!(it.job(id).state, State::Failed);
        assert_eq!(said(it.workspace), [""; 0]);
    }
}

#[test]
fn a_job_cancelled_after_its_process_was_killed_is_cancelled() {
    for it in databases() {
        let id = it.write(|tx| jobs::enqueue(tx, &Say { word: "too late".to_owned() }));
        pretend_killed(&it, 1);
        it.write(|tx| jobs::cancel(tx, id));
        assert_eq!(it.job(id).state, State::Running);
        it.clock.advance(HOUR);
        assert_eq!(jobs::run_due(&it.db, &registry()).unwrap(), 0);
        assert_eq!(it.job(id).state, State::Cancelled);
    }
}

/// The rows as a killed process leaves them.
fn pretend_killed(it: &TestDatabase, attempts: i64) {
    it.write(|tx| {
        let until = tx.now().plus(MINUTE);
        tx.execute(
            "UPDATE jobs SET state = 'running', attempts = ?1, lease_by = 'former/1', lease_until = ?2, \
             started_at = created_at WHERE state = 'waiting'",
            &[attempts.into(), until.into()],
        )
    });
}
