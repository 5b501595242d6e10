//! The queue through its front door, on SQLite, and on PostgreSQL when `KARTOTEK_TEST_POSTGRES` names a server.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod cast;
mod leases;
mod queue;
mod retries;
mod runners;
mod schedules;

use std::{path::PathBuf, sync::mpsc, time::Duration};

use jobs::{JobRow, Registry};
use kernel::{Clock, Db, Id, Result, Scope, Timestamp, Tx, clock::DAY, db::Address, migrate};

/// A database of its own for one test, gone when dropped.
struct TestDatabase {
    db: Db,
    clock: Clock,
    workspace: Id,
    address: Address,
    server: Option<String>,
}

/// A fresh database of each kind.
fn databases() -> Vec<TestDatabase> {
    let name = format!("kartotek_test_{}", Id::new(Timestamp::system_now()));
    let file = std::env::temp_dir().join(&name).join("kartotek.db");
    let mut databases = vec![TestDatabase::new(Address::File(file), None)];
    if let Ok(server) = std::env::var("KARTOTEK_TEST_POSTGRES") {
        run_on_server(&server, &format!("CREATE DATABASE {name} TEMPLATE template0"));
        let url = format!("{}/{name}", server.rsplit_once('/').unwrap().0);
        databases.push(TestDatabase::new(Address::Postgres(url), Some(server)));
    }
    databases
}

impl TestDatabase {
    fn new(address: Address, server: Option<String>) -> TestDatabase {
        let start = Timestamp::from_micros(20_000 * DAY);
        let clock = Clock::stopped_at(start);
        let db = Db::open(&address, clock.clone(), 8).unwrap();
        migrate::migrate(&db, jobs::MIGRATIONS).unwrap();
        db.write(&Scope::global(), |tx| tx.batch("CREATE TABLE counted (number BIGINT NOT NULL)")).unwrap();
        // So that only the job under test is due.
        jobs::run_due(&db, &Registry::new()).unwrap();
        TestDatabase { db, clock, workspace: Id::new(start), address, server }
    }

    fn scope(&self) -> Scope {
        Scope::system(self.workspace)
    }

    fn write<T>(&self, work: impl FnOnce(&mut Tx) -> Result<T>) -> T {
        self.db.write(&self.scope(), work).unwrap()
    }

    fn job(&self, id: Id) -> JobRow {
        self.db.read(&self.scope(), |cx| jobs::find(cx, id)).unwrap()
    }

    /// The same database as another process would open it.
    fn open_again(&self) -> Db {
        Db::open(&self.address, self.clock.clone(), 8).unwrap()
    }

    /// Waits until the job looks like this.
    fn until(&self, id: Id, fits: impl Fn(&JobRow) -> bool) -> JobRow {
        let (told, tell) = mpsc::channel();
        self.db.listen(move |_, _| {
            let _ = told.send(());
        });
        for _ in 0..300 {
            let job = self.job(id);
            if fits(&job) {
                return job;
            }
            let _ = tell.recv_timeout(Duration::from_millis(100));
        }
        panic!("it never came to that: {:?}", self.job(id));
    }

    /// The numbers the counting job wrote, in the order of writing them.
    fn counted(&self) -> Vec<i64> {
        let rows =
            self.db.read(&self.scope(), |cx| cx.query("SELECT number FROM counted ORDER BY number", &[]));
        rows.unwrap().iter().map(|row| row.int(0)).collect()
    }
}

impl Drop for TestDatabase {
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
