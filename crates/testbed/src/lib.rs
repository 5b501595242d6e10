//! Kartotek in a box for tests: the whole application on a real database of its own, a stopped clock, people to act
//! as, and requests that go through the front door.
//!
//! ```no_run
//! testbed::on_each_database(|bed| {
//!     let anna = bed.person("Anna Berg").email("anna@berg.example").save();
//!     bed.mia().get(&format!("/people/{anna}")).shows("Anna Berg");
//! });
//! ```

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod answer;
mod browser;
mod builders;
mod cast;
mod database;
mod device;
mod pdf;
mod program;
mod template;

use std::{
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::Path,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
};

pub use answer::Answer;
pub use browser::{Browser, File};
pub use builders::Builder;
pub use cast::{Character, PASSWORD};
pub use database::{Database, databases};
pub use device::Device;
use kernel::{Clock, Cx, Db, Result, Scope, Tx};
pub use pdf::Pdf;
pub use program::Program;
use workbench::App;

use crate::{cast::Cast, database::Home};

/// The application in its box. Everything is gone when it is dropped.
pub struct Testbed {
    pub app: Arc<App>,
    router: axum::Router,
    cast: Arc<Cast>,
    leave_jobs: AtomicBool,
    // The connections above are dropped before their database.
    home: Home,
}

/// Runs the test on SQLite, and on PostgreSQL when `KARTOTEK_TEST_POSTGRES` names a server.
pub fn on_each_database(test: impl Fn(&Testbed)) {
    for database in databases() {
        let name = format!("{database:?}");
        let bed = Testbed::new(database);
        let outcome = catch_unwind(AssertUnwindSafe(|| test(&bed)));
        if let Err(panic) = outcome {
            eprintln!("The test failed on {name}");
            // Whatever jobs are left are not the news.
            bed.leave_jobs();
            drop(bed);
            resume_unwind(panic);
        }
    }
}

impl Testbed {
    /// A new database with the cast in it and nothing else.
    pub fn new(database: Database) -> Testbed {
        let (home, cast) = template::copy(database);
        let db = Db::open(&home.address, Clock::stopped_at(cast.now), 4).expect("the database opens");
        let mut app =
            App::new(db, app::wiring::modules(), home.folder.clone()).expect("the application starts");
        // Those who listen in tests are on this machine.
        app.api.private_addresses = true;
        let app = Arc::new(app);
        app::wiring::provide(&app).expect("the parts are there");
        let router = app::wiring::router(&app);
        Testbed { app, router, cast, leave_jobs: AtomicBool::new(false), home }
    }

    pub fn db(&self) -> &Db {
        &self.app.db
    }

    /// Turns the clock onward, by microseconds.
    pub fn advance(&self, micros: i64) {
        self.db().clock().advance(micros);
    }

    /// Where the application keeps its files.
    pub fn folder(&self) -> &Path {
        &self.home.folder
    }

    /// Runs everything that is due, and what that brings about. How many runs there were.
    pub fn run_jobs(&self) -> usize {
        jobs::run_due(self.db(), &app::wiring::registry(&self.app)).expect("the jobs run")
    }

    /// Lets jobs be left over in the end; else the test fails when some are.
    pub fn leave_jobs(&self) {
        self.leave_jobs.store(true, Ordering::Relaxed);
    }

    /// Reads as Mia.
    pub fn read<T>(&self, work: impl FnOnce(&Cx) -> Result<T>) -> T {
        self.db().read(&self.mia().scope(), work).expect("reading")
    }

    /// Writes as Mia.
    pub fn write<T>(&self, work: impl FnOnce(&mut Tx) -> Result<T>) -> T {
        self.db().write(&self.mia().scope(), work).expect("writing")
    }

    fn leftover_jobs(&self) -> Vec<String> {
        let sql = "SELECT kind FROM jobs WHERE state IN ('waiting', 'running') AND workspace_id <> ?1";
        let rows = self.db().read(&Scope::global(), |cx| cx.query(sql, &[kernel::Id::NIL.into()]));
        rows.unwrap_or_default().iter().map(|row| row.text(0).to_owned()).collect()
    }
}

impl Drop for Testbed {
    fn drop(&mut self) {
        if self.leave_jobs.load(Ordering::Relaxed) || std::thread::panicking() {
            return;
        }
        let left = self.leftover_jobs();
        assert!(left.is_empty(), "jobs are left over, which the test did not run: {left:?}");
    }
}

/// One for all tests of a process: handlers need a runtime of several threads.
fn runtime() -> &'static tokio::runtime::Runtime {
    static RUNTIME: OnceLock<tokio::runtime::Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| {
        let mut builder = tokio::runtime::Builder::new_multi_thread();
        builder.worker_threads(2).enable_all().build().expect("a runtime")
    })
}
