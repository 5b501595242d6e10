//! Imports as jobs: killed and resumed, cancelled, undone.

use std::fmt::Write;

use kernel::Error;
use records::{
    changes,
    import::{self, Mode, State},
    undo,
};
use serde_json::json;

use crate::office::{Office, offices, registry};

/// People at a few companies; every tenth row is a card that another row names too.
fn people(rows: usize) -> String {
    let mut file = String::from("name,emails,company,job_title\n");
    for row in 0..rows {
        let same = if row % 10 == 9 { row - 1 } else { row };
        writeln!(file, "Person {same},person{same}@x.dk,Company {},Title {row}", row % 7).unwrap();
    }
    file
}

/// Lets the job run until it has written so many transactions, then ends it as a kill would: the lease runs out.
pub fn run_and_kill(office: &Office, after: u64) {
    let clock = office.clock.clone();
    let db = office.db.clone();
    let seen = std::sync::atomic::AtomicU64::new(0);
    let (workspace, scope) = (office.workspace, office.scope());
    let killed = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    let kill = killed.clone();
    db.listen(move |heard, events| {
        let written = events.iter().any(|event| event.topic == "imports");
        if heard == workspace && written && !kill.load(std::sync::atomic::Ordering::Relaxed) {
            let count = seen.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            if count + 1 == after {
                kill.store(true, std::sync::atomic::Ordering::Relaxed);
                panic!("killed");
            }
        }
    });
    let _ = scope;
    jobs::run_due(&office.db, &registry()).unwrap();
    assert!(killed.load(std::sync::atomic::Ordering::Relaxed), "it was over before it could be killed");
    clock.advance(3600 * kernel::clock::SECOND);
}

#[test]
fn an_import_that_is_killed_after_any_batch_loses_and_repeats_nothing() {
    for after in 1..=3 {
        for office in offices() {
            let id = office.begin("people.csv", people(2600));
            office.choose(id, Mode::Both, &["emails"]);
            office.write(|tx| import::start(tx, id));
            run_and_kill(&office, after);
            let before = office.all("person").len();
            assert!(before < 2340, "{before}");
            office.work();
            let done = office.import_of(id);
            assert_eq!(done.state, State::Done);
            let totals = done.totals;
            assert_eq!((totals.rows, totals.created, totals.updated, totals.named), (2600, 2340, 260, 7));
            assert_eq!(office.all("person").len(), 2340);
            assert_eq!(office.all("company").len(), 7);
            let sets = office.read(|cx| changes::recent(cx, None, 10));
            assert_eq!(sets.len(), 1);
            assert_eq!(Some(sets[0].id), done.set);
            let hits = office.read(|cx| records::search::find(cx, "person 2597", None, 5));
            assert_eq!(hits.len(), 1, "{hits:?}");
        }
    }
}

#[test]
fn an_import_is_one_change_set_and_its_undo_takes_updates_back() {
    for office in offices() {
        let anna = office.create(
            "person",
            json!({ "name": "Person 3", "emails": [{ "address": "person3@x.dk" }], "job_title": "Clerk" }),
        );
        let done = office.import("people.csv", people(60), Mode::Both, &["emails"]);
        assert_eq!((done.totals.created, done.totals.updated), (53, 7));
        let set = done.set.unwrap();
        let entry = office.read(|cx| changes::find(cx, set));
        assert_eq!((entry.subject.as_str(), entry.made.through.as_str()), ("people.csv", "import"));
        office.write(|tx| import::undo(tx, done.id));
        office.work();
        assert_eq!(office.import_of(done.id).state, State::Undone);
        let left = office.all("person");
        assert_eq!(left.len(), 1);
        assert_eq!((left[0].id, left[0].text("job_title")), (anna, "Clerk"));
        assert!(left[0].get("company").is_null());
        assert_eq!(office.read(|cx| records::links::of(cx, anna)).len(), 0);
        assert_eq!(office.titles("company"), Vec::<String>::new());
        assert!(office.read(|cx| records::search::find(cx, "person 5", None, 5)).is_empty());
        let again = office.db.write(&office.scope(), |tx| import::undo(tx, done.id));
        assert!(matches!(again, Err(Error::Conflict(_))));

        // And the undo can be undone.
        let undone_by = office.read(|cx| changes::find(cx, set)).undone_by.unwrap();
        office.write(|tx| undo::start(tx, undone_by));
        office.work();
        assert_eq!(office.all("person").len(), 54);
        assert_eq!(office.import_of(done.id).state, State::Done);
        let related = office.read(|cx| records::links::of(cx, office.called("company", "Company 2").id));
        assert!(!related.is_empty());
    }
}

#[test]
fn an_undo_leaves_what_somebody_changed_since() {
    for office in offices() {
        let done = office.import("people.csv", people(5), Mode::Both, &["emails"]);
        let changed = office.called("person", "Person 2");
        office.write(|tx| {
            let mut set = records::ChangeSet::new(tx, "change-edited");
            let values = json!({ "nickname": "Two" }).as_object().unwrap().clone();
            records::save::edit(tx, &mut set, &changed.object, changed.id, values, &serde_json::Map::new())
        });
        office.write(|tx| import::undo(tx, done.id));
        office.work();
        assert_eq!(office.titles("person"), ["Person 2"]);
    }
}

#[test]
fn an_import_that_waits_is_cancelled_and_one_that_is_over_stays() {
    for office in offices() {
        let id = office.begin("people.csv", people(5));
        office.choose(id, Mode::Both, &["emails"]);
        office.write(|tx| import::start(tx, id));
        office.write(|tx| import::cancel(tx, id));
        office.work();
        assert_eq!(office.import_of(id).state, State::Cancelled);
        assert!(office.all("person").is_empty());
        let started = office.db.write(&office.scope(), |tx| import::start(tx, id));
        assert!(matches!(started, Err(Error::Conflict(_))));
        let done = office.import("people.csv", people(5), Mode::Both, &["emails"]);
        office.write(|tx| import::cancel(tx, done.id));
        assert_eq!(office.import_of(done.id).state, State::Done);
        let list = office.read(|cx| import::list(cx, None, 10));
        assert_eq!(
            list.iter().map(|import| import.state).collect::<Vec<_>>(),
            [State::Done, State::Cancelled]
        );
    }
}

#[test]
fn a_running_import_is_cancelled_at_its_next_look_and_can_be_undone() {
    for office in offices() {
        let id = office.begin("people.csv", people(9000));
        office.choose(id, Mode::Both, &["emails"]);
        let job = office.write(|tx| import::start(tx, id));
        let (db, scope, workspace) = (office.db.clone(), office.scope(), office.workspace);
        let asked = std::sync::atomic::AtomicBool::new(false);
        let (ask, asks) = std::sync::mpsc::channel::<()>();
        let canceller = std::thread::spawn(move || {
            let _ = asks.recv();
            db.write(&scope, |tx| import::cancel(tx, id)).unwrap();
        });
        office.db.listen(move |heard, events| {
            let written = events.iter().any(|event| event.topic == "imports");
            if heard == workspace && written && !asked.swap(true, std::sync::atomic::Ordering::Relaxed) {
                let _ = ask.send(());
            }
        });
        office.work();
        canceller.join().unwrap();
        let import = office.import_of(id);
        let state = office.read(|cx| jobs::find(cx, job)).state;
        // On a fast machine it may be over before anybody could stop it.
        if state == jobs::State::Cancelled {
            assert_eq!(import.state, State::Cancelled);
            assert_eq!(office.all("person").len() as u64, import.totals.created);
        }
        office.write(|tx| import::undo(tx, id));
        office.work();
        assert!(office.all("person").is_empty());
    }
}

#[test]
fn members_import_and_readers_do_not() {
    for office in offices() {
        let actor = kernel::Actor::User { id: office.workspace, role: kernel::Role::ReadOnly };
        let scope = kernel::Scope { actor, ..office.scope() };
        let path = std::env::temp_dir().join(format!("{}.csv", office.workspace));
        std::fs::write(&path, people(2)).unwrap();
        let begun = office.db.write(&scope, |tx| import::begin(tx, "a.csv", &path));
        std::fs::remove_file(&path).unwrap();
        assert!(matches!(begun, Err(Error::Denied)));
        let elsewhere = kernel::Scope::system(kernel::Id::new(office.clock.now()));
        let id = office.begin("people.csv", people(2));
        assert!(matches!(office.db.read(&elsewhere, |cx| import::find(cx, id)), Err(Error::NotFound)));
    }
}
