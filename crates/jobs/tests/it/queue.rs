//! Enqueueing, running, listing, cancelling.

use std::sync::Arc;

use jobs::{Filter, Note, State};
use kernel::{Actor, Error, Id, Language, Locality, Result, Role, Scope, clock::HOUR};
use parking_lot::Mutex;

use crate::{
    cast::{Say, WhoAsked, registry, said},
    databases,
};

fn say(word: &str) -> Say {
    Say { word: word.to_owned() }
}

#[test]
fn a_job_runs_and_is_listed_as_done_with_its_note() {
    for it in databases() {
        let id = it.write(|tx| jobs::enqueue(tx, &say("hello")));
        assert_eq!(it.job(id).state, State::Waiting);
        assert_eq!(jobs::run_due(&it.db, &registry()).unwrap(), 1);
        assert_eq!(said(it.workspace), ["hello"]);
        let job = it.job(id);
        assert_eq!((job.state, job.attempts, job.error), (State::Done, 1, None));
        assert!(job.finished_at >= job.started_at);
        let args = vec![("word".to_owned(), "hello".to_owned())];
        assert_eq!(job.note, Some(Note::Message { key: "test-said".to_owned(), args }));
        assert_eq!(jobs::run_due(&it.db, &registry()).unwrap(), 0);
    }
}

#[test]
fn a_job_is_gone_with_the_transaction_that_enqueued_it() {
    for it in databases() {
        let failed: Result<()> = it.db.write(&it.scope(), |tx| {
            jobs::enqueue(tx, &say("never"))?;
            Err(Error::Denied)
        });
        assert!(failed.is_err());
        assert_eq!(jobs::run_due(&it.db, &registry()).unwrap(), 0);
        assert!(it.db.read(&it.scope(), |cx| jobs::list(cx, &Filter::default())).unwrap().is_empty());
    }
}

#[test]
fn a_job_for_later_waits_for_its_time() {
    for it in databases() {
        it.write(|tx| jobs::enqueue_at(tx, &say("later"), tx.now().plus(HOUR)));
        assert_eq!(jobs::run_due(&it.db, &registry()).unwrap(), 0);
        it.clock.advance(HOUR);
        assert_eq!(jobs::run_due(&it.db, &registry()).unwrap(), 1);
    }
}

#[test]
fn a_kind_that_nobody_knows_waits() {
    for it in databases() {
        let id = it.write(|tx| jobs::enqueue(tx, &say("hello")));
        assert_eq!(jobs::run_due(&it.db, &jobs::Registry::new()).unwrap(), 0);
        assert_eq!(it.job(id).state, State::Waiting);
    }
}

#[test]
fn a_job_runs_as_who_asked_and_the_application_completes_the_scope() {
    for it in databases() {
        let anna = it.write(|tx| Ok(tx.new_id()));
        let actor = Actor::User { id: anna, role: Role::Member };
        let scope = Scope { actor, ..it.scope() };
        it.db.write(&scope, |tx| jobs::enqueue(tx, &WhoAsked {})).unwrap();
        let mut registry = registry();
        registry.scope_with(|_, scope| {
            let locality = Locality { language: Language::Danish, ..Locality::default() };
            Scope { locality: Arc::new(locality), ..scope.clone() }
        });
        jobs::run_due(&it.db, &registry).unwrap();
        assert_eq!(said(it.workspace), [format!("{anna} member da job")]);
    }
}

#[test]
fn the_list_is_filtered_and_paged_and_belongs_to_one_workspace() {
    for it in databases() {
        let first = it.write(|tx| jobs::enqueue(tx, &say("one")));
        let second = it.write(|tx| jobs::enqueue(tx, &say("two")));
        it.write(|tx| jobs::cancel(tx, first));
        let list = |filter: Filter| {
            let rows = it.db.read(&it.scope(), |cx| jobs::list(cx, &filter)).unwrap();
            rows.iter().map(|job| job.id).collect::<Vec<Id>>()
        };
        assert_eq!(list(Filter::default()), [second, first]);
        assert_eq!(list(Filter { state: Some(State::Cancelled), ..Filter::default() }), [first]);
        assert_eq!(list(Filter { before: Some(second), ..Filter::default() }), [first]);
        assert_eq!(list(Filter { limit: 1, ..Filter::default() }), [second]);
        assert_eq!(list(Filter { kind: Some("other".to_owned()), ..Filter::default() }), []);
        let elsewhere = Scope::system(Id::new(it.clock.now()));
        assert!(matches!(it.db.read(&elsewhere, |cx| jobs::find(cx, first)), Err(Error::NotFound)));
    }
}

#[test]
fn a_waiting_job_that_is_cancelled_never_runs_until_it_is_retried() {
    for it in databases() {
        let id = it.write(|tx| jobs::enqueue(tx, &say("hello")));
        it.write(|tx| jobs::cancel(tx, id));
        assert_eq!(it.job(id).state, State::Cancelled);
        assert_eq!(jobs::run_due(&it.db, &registry()).unwrap(), 0);
        it.write(|tx| jobs::retry(tx, id));
        assert_eq!(jobs::run_due(&it.db, &registry()).unwrap(), 1);
        let again = it.db.write(&it.scope(), |tx| jobs::retry(tx, id));
        assert!(matches!(again, Err(Error::Conflict(_))));
    }
}

#[test]
fn members_cancel_their_own_jobs_and_admins_all() {
    for it in databases() {
        let as_user = |id: Id, role: Role| Scope { actor: Actor::User { id, role }, ..it.scope() };
        let (anna, bo) = (Id::new(it.clock.now()), Id::new(it.clock.now()));
        let enqueue =
            || it.db.write(&as_user(anna, Role::Member), |tx| jobs::enqueue(tx, &say("hello"))).unwrap();
        let cancel = |scope: Scope, job: Id| it.db.write(&scope, |tx| jobs::cancel(tx, job));
        let job = enqueue();
        assert!(matches!(cancel(as_user(bo, Role::Member), job), Err(Error::Denied)));
        cancel(as_user(anna, Role::Member), job).unwrap();
        cancel(as_user(bo, Role::Admin), enqueue()).unwrap();
        let of_system = it.write(|tx| jobs::enqueue(tx, &say("hello")));
        assert!(matches!(cancel(as_user(anna, Role::Member), of_system), Err(Error::Denied)));
    }
}

#[test]
fn who_watches_hears_of_every_change_in_the_workspace() {
    for it in databases() {
        let heard: Arc<Mutex<Vec<(Id, String)>>> = Arc::default();
        let ear = heard.clone();
        it.db.listen(move |workspace, events| {
            ear.lock().extend(events.iter().map(|event| (workspace, event.topic.clone())));
        });
        let id = it.write(|tx| jobs::enqueue(tx, &say("hello")));
        jobs::run_due(&it.db, &registry()).unwrap();
        let expected = ["jobs", "jobs", &format!("job:{id}"), "jobs", &format!("job:{id}")]
            .map(|topic| (it.workspace, topic.to_owned()));
        assert_eq!(*heard.lock(), expected);
    }
}
