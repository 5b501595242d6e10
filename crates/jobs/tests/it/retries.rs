//! Failing, waiting longer each time, giving up.

use jobs::State;
use kernel::{
    Error,
    clock::{HOUR, SECOND},
};

use crate::{
    cast::{Fail, How, registry},
    databases,
};

#[test]
fn a_job_that_fails_is_tried_again_after_ever_longer_waits() {
    for it in databases() {
        let id = it.write(|tx| jobs::enqueue(tx, &Fail { how: How::Internal, times: 3 }));
        for seconds in [10, 40, 160] {
            assert_eq!(jobs::run_due(&it.db, &registry()).unwrap(), 1);
            let job = it.job(id);
            let wait = job.run_at.micros() - it.clock.now().micros();
            assert_eq!(job.state, State::Waiting);
            assert_eq!(job.error.as_deref(), Some("the printer is on fire"));
            assert!(wait > seconds * SECOND - SECOND && wait <= seconds * SECOND * 5 / 4, "{wait}");
            it.clock.advance(wait - SECOND);
            assert_eq!(jobs::run_due(&it.db, &registry()).unwrap(), 0);
            it.clock.advance(SECOND);
        }
        assert_eq!(jobs::run_due(&it.db, &registry()).unwrap(), 1);
        assert_eq!((it.job(id).state, it.job(id).attempts, it.job(id).error), (State::Done, 4, None));
    }
}

#[test]
fn a_job_that_fails_five_times_is_given_up_and_keeps_its_error() {
    for it in databases() {
        let id = it.write(|tx| jobs::enqueue(tx, &Fail { how: How::Internal, times: 5 }));
        for _ in 0..5 {
            assert_eq!(jobs::run_due(&it.db, &registry()).unwrap(), 1);
            it.clock.advance(HOUR);
        }
        let job = it.job(id);
        assert_eq!((job.state, job.attempts), (State::Failed, 5));
        assert_eq!(job.error.as_deref(), Some("the printer is on fire"));
        assert_eq!(jobs::run_due(&it.db, &registry()).unwrap(), 0);
        it.write(|tx| jobs::retry(tx, id));
        assert_eq!(jobs::run_due(&it.db, &registry()).unwrap(), 1);
        assert_eq!(it.job(id).state, State::Waiting, "all its attempts are given back");
    }
}

#[test]
fn what_would_fail_again_fails_at_once() {
    for it in databases() {
        let id = it.write(|tx| jobs::enqueue(tx, &Fail { how: How::Invalid, times: 1 }));
        jobs::run_due(&it.db, &registry()).unwrap();
        let job = it.job(id);
        assert_eq!((job.state, job.attempts), (State::Failed, 1));
        let expected = Error::invalid("paper", "test-paper-missing").to_string();
        assert_eq!(job.error, Some(expected));
    }
}

#[test]
fn a_panic_is_a_failure_like_others() {
    for it in databases() {
        let id = it.write(|tx| jobs::enqueue(tx, &Fail { how: How::Panic, times: 1 }));
        jobs::run_due(&it.db, &registry()).unwrap();
        let job = it.job(id);
        assert_eq!(job.state, State::Waiting);
        assert_eq!(job.error.as_deref(), Some("it panicked: no paper at all"));
        it.clock.advance(HOUR);
        jobs::run_due(&it.db, &registry()).unwrap();
        assert_eq!(it.job(id).state, State::Done);
    }
}
