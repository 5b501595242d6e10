//! Identity through its front door, on SQLite, and on PostgreSQL when `KARTOTEK_TEST_POSTGRES` names a server.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod accounts;
mod first_run;
mod invitations;
mod members;
mod open_id;
mod passkeys;
mod rights;
mod second_step;
mod sessions;
mod sign_in;
mod units;
mod workspaces;

use std::{path::PathBuf, sync::Arc};

use identity::{Arrival, Device, Entry, FirstRun, NewUser, Session, SignIn, SignedIn};
use kernel::{
    Actor, Clock, Cx, Db, Error, Id, Result, Role, Scope, Timestamp, Tx, clock::DAY, db::Address, migrate,
};
use parking_lot::Mutex;

const PASSWORD: &str = "correct horse battery";
const ANNA: &str = "anna@berg.dk";
const BO: &str = "bo@berg.dk";
const HERE: Device<'static> = Device { address: "192.0.2.7", user_agent: "Firefox" };
const ARRIVAL: Arrival<'static> = Arrival { device: HERE, former_token: None };

/// An empty installation for one test, gone when dropped.
struct Installation {
    db: Db,
    clock: Clock,
    address: Address,
    server: Option<String>,
    heard: Arc<Mutex<Vec<(Id, String)>>>,
}

/// A workspace with its owner Anna and the member Bo.
struct Office {
    it: Installation,
    workspace: Id,
    anna: Id,
    bo: Id,
}

/// A fresh database of each kind.
fn databases() -> Vec<Installation> {
    let name = format!("kartotek_test_{}", Id::new(Timestamp::system_now()));
    let file = std::env::temp_dir().join(&name).join("kartotek.db");
    let mut databases = vec![Installation::new(Address::File(file), None)];
    if let Ok(server) = std::env::var("KARTOTEK_TEST_POSTGRES") {
        run_on_server(&server, &format!("CREATE DATABASE {name} TEMPLATE template0"));
        let url = format!("{}/{name}", server.rsplit_once('/').unwrap().0);
        databases.push(Installation::new(Address::Postgres(url), Some(server)));
    }
    databases
}

/// An office in each database.
fn offices() -> Vec<Office> {
    databases().into_iter().map(Office::new).collect()
}

impl Installation {
    fn new(address: Address, server: Option<String>) -> Installation {
        let clock = Clock::stopped_at(Timestamp::from_micros(20_000 * DAY));
        let db = Db::open(&address, clock.clone(), 8).unwrap();
        migrate::migrate(&db, identity::MIGRATIONS).unwrap();
        let heard: Arc<Mutex<Vec<(Id, String)>>> = Arc::default();
        let ear = heard.clone();
        db.listen(move |workspace, events| {
            ear.lock().extend(events.iter().map(|event| (workspace, event.topic.clone())));
        });
        Installation { db, clock, address, server, heard }
    }

    fn is_first_run(&self) -> bool {
        self.db.read(&Scope::global(), identity::is_first_run).unwrap()
    }
}

impl Office {
    fn new(it: Installation) -> Office {
        let (workspace, anna) = identity::set_up(&it.db, &first_run(), |_| Ok(())).unwrap();
        let mut office = Office { it, workspace, anna, bo: Id::NIL };
        office.bo = office.add(BO, "Bo Dahl", Role::Member).unwrap();
        office.it.heard.lock().clear();
        office
    }

    fn add(&self, email: &str, name: &str, role: Role) -> Result<Id> {
        let (email, name) = (email.to_owned(), name.to_owned());
        let new = NewUser { email, name, password: PASSWORD.to_owned(), role };
        identity::create_user(&self.it.db, &Scope::system(self.workspace), &new)
    }

    fn scope(&self, user: Id, role: Role) -> Scope {
        Scope { actor: Actor::User { id: user, role }, ..Scope::system(self.workspace) }
    }

    fn as_owner(&self) -> Scope {
        self.scope(self.anna, Role::Owner)
    }

    fn read<T>(&self, work: impl FnOnce(&Cx) -> Result<T>) -> T {
        self.it.db.read(&self.as_owner(), work).unwrap()
    }

    fn write<T>(&self, scope: &Scope, work: impl FnOnce(&mut Tx) -> Result<T>) -> Result<T> {
        self.it.db.write(scope, work)
    }

    fn sign_in(&self, email: &str, password: &str) -> Result<SignedIn> {
        whole(identity::sign_in(&self.it.db, &SignIn { email, password, arrival: ARRIVAL }))
    }

    fn session(&self, token: &str) -> Option<Session> {
        self.it.db.read(&Scope::global(), |cx| identity::session(cx, token)).unwrap()
    }

    /// The topics that were told since the last look.
    fn heard(&self) -> Vec<String> {
        let heard = std::mem::take(&mut *self.it.heard.lock());
        assert!(heard.iter().all(|(workspace, _)| *workspace == self.workspace));
        heard.into_iter().map(|(_, topic)| topic).collect()
    }
}

/// Somebody for whom no second step is due.
fn whole(entry: Result<Entry>) -> Result<SignedIn> {
    entry.map(|entry| match entry {
        Entry::In(signed_in) => signed_in,
        Entry::Half(..) => panic!("a second step is due"),
    })
}

fn first_run() -> FirstRun {
    FirstRun {
        workspace_name: "Berg og Dahl".to_owned(),
        language: "da".to_owned(),
        country: "DK".to_owned(),
        currency: "DKK".to_owned(),
        time_zone: "Europe/Copenhagen".to_owned(),
        name: "Anna Berg".to_owned(),
        email: ANNA.to_owned(),
        password: PASSWORD.to_owned(),
    }
}

/// The fields something is wrong with, and what.
fn wrong<T: std::fmt::Debug>(answer: Result<T>) -> Vec<(String, &'static str)> {
    match answer {
        Err(Error::Invalid(errors)) => errors.0.into_iter().map(|(field, text)| (field, text.key)).collect(),
        other => panic!("nothing is wrong with the fields: {other:?}"),
    }
}

/// The text of a conflict.
fn conflict<T: std::fmt::Debug>(answer: Result<T>) -> &'static str {
    match answer {
        Err(Error::Conflict(text)) => text.key,
        other => panic!("no conflict: {other:?}"),
    }
}

impl Drop for Installation {
    fn drop(&mut self) {
        match (&self.address, &self.server) {
            (Address::Postgres(url), Some(server)) => {
                let name = url.rsplit_once('/').unwrap().1;
                run_on_server(server, &format!("DROP DATABASE {name} WITH (FORCE)"));
            }
            (Address::File(path), _) => {
                let folder: PathBuf = path.parent().unwrap().to_owned();
                let _ = std::fs::remove_dir_all(folder);
            }
            _ => {}
        }
    }
}

fn run_on_server(server: &str, sql: &str) {
    let mut client = postgres::Client::connect(server, postgres::NoTls).unwrap();
    client.batch_execute(sql).unwrap();
}
