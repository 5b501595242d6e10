//! Threads: waking, cancelling in the middle, stopping, and two runners side by side.

use std::time::Duration;

use jobs::{Filter, Runner, State};

use crate::{
    cast::{Count, Endless, Say, let_go, registry, said, until_hanging, until_hanging_twice},
    databases,
};

const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn a_runner_starts_what_is_enqueued_while_it_waits() {
    for it in databases() {
        let runner = Runner::start(&it.db, registry(), 2).unwrap();
        let id = it.write(|tx| jobs::enqueue(tx, &Say { word: "hello".to_owned() }));
        it.until(id, |job| job.state == State::Done);
        runner.stop(PATIENCE);
        assert_eq!(said(it.workspace), ["hello"]);
    }
}

#[test]
fn a_running_job_that_is_cancelled_ends_at_its_next_progress() {
    for it in databases() {
        let runner = Runner::start(&it.db, registry(), 1).unwrap();
        let id = it.write(|tx| jobs::enqueue(tx, &Endless {}));
        it.until(id, |job| job.progress_done > 0);
        it.write(|tx| jobs::cancel(tx, id));
        let job = it.until(id, |job| job.state.is_over());
        assert_eq!((job.state, job.error), (State::Cancelled, None));
        runner.stop(PATIENCE);
    }
}

#[test]
fn a_runner_that_stops_gives_its_jobs_back() {
    for it in databases() {
        let runner = Runner::start(&it.db, registry(), 1).unwrap();
        let id = it.write(|tx| jobs::enqueue(tx, &Endless {}));
        it.until(id, |job| job.progress_done > 0);
        runner.stop(PATIENCE);
        let job = it.job(id);
        assert_eq!((job.state, job.attempts), (State::Waiting, 0));
        assert!(job.progress_done > 0);
    }
}

#[test]
fn a_job_that_does_not_end_in_time_is_given_back_and_can_do_no_more() {
    for it in databases() {
        let runner = Runner::start(&it.db, registry(), 1).unwrap();
        let id = it.write(|tx| jobs::enqueue(tx, &Count { to: 3, hang_before: Some(2) }));
        until_hanging(it.workspace);
        runner.stop(Duration::from_millis(10));
        assert_eq!(it.job(id).state, State::Waiting);
        // Whatever the first run does now fails with its checkpoint. The second counts as the first, so it hangs
        // too, and both are let go at once.
        let again = Runner::start(&it.db, registry(), 1).unwrap();
        until_hanging_twice(it.workspace);
        let_go(it.workspace);
        it.until(id, |job| job.state == State::Done);
        again.stop(PATIENCE);
        assert_eq!(it.counted(), [1, 2, 3]);
    }
}

#[test]
fn two_runners_never_run_the_same_job_twice() {
    for it in databases() {
        let words: Vec<String> = (0..60).map(|number| format!("{number:02}")).collect();
        let other = it.open_again();
        let runners =
            [Runner::start(&it.db, registry(), 3).unwrap(), Runner::start(&other, registry(), 3).unwrap()];
        let ids = it.write(|tx| {
            words
                .iter()
                .map(|word| jobs::enqueue(tx, &Say { word: word.clone() }))
                .collect::<Result<Vec<_>, _>>()
        });
        runners.iter().for_each(Runner::wake);
        for id in ids {
            assert_eq!(it.until(id, |job| job.state == State::Done).attempts, 1);
        }
        runners.into_iter().for_each(|runner| runner.stop(PATIENCE));
        let mut said = said(it.workspace);
        said.sort();
        assert_eq!(said, words);
        let waiting = Filter { state: Some(State::Waiting), ..Filter::default() };
        assert!(it.db.read(&it.scope(), |cx| jobs::list(cx, &waiting)).unwrap().is_empty());
    }
}
