//! A database with all tables and the cast, made once in a process and copied for each test.

use std::{
    fs,
    sync::{Arc, OnceLock},
};

use kernel::{Clock, Db, Scope, Timestamp, db::Address, migrate};
use parking_lot::Mutex;

use crate::{
    cast::Cast,
    database::{Database, Home, run_on},
};

/// Sunday, 22 November 2026, 09:30 in Copenhagen.
const NOW: i64 = 1_795_336_200_000_000;

struct Template {
    home: Home,
    cast: Arc<Cast>,
}

/// A copy of the template, and who is in it.
pub(crate) fn copy(database: Database) -> (Home, Arc<Cast>) {
    static SQLITE: OnceLock<Template> = OnceLock::new();
    static POSTGRES: OnceLock<Template> = OnceLock::new();
    static COPYING: Mutex<()> = Mutex::new(());
    let place = if database == Database::Sqlite { &SQLITE } else { &POSTGRES };
    let template = place.get_or_init(|| make(&database));
    let home = Home::new(&database);
    match (&template.home.address, &home.address, &database) {
        (Address::File(from), Address::File(to), _) => {
            fs::copy(from, to).expect("copying the template");
        }
        (_, _, Database::Postgres(server)) => {
            // A server copies a template for one at a time.
            let _alone = COPYING.lock();
            let (name, from) = (home.database_name(), template.home.database_name());
            run_on(server, &format!("CREATE DATABASE {name} TEMPLATE {from}"));
        }
        _ => unreachable!("both are of the same kind"),
    }
    (home, Arc::clone(&template.cast))
}

fn make(database: &Database) -> Template {
    let home = Home::new(database);
    if let Database::Postgres(server) = database {
        run_on(server, &format!("CREATE DATABASE {} TEMPLATE template0", home.database_name()));
    }
    let now = Timestamp::from_micros(NOW);
    let db = Db::open(&home.address, Clock::stopped_at(now), 2).expect("the database opens");
    migrate::migrate(&db, &app::wiring::migrations().collect::<Vec<_>>()).expect("the tables are made");
    let app =
        workbench::App::new(db, app::wiring::modules(), home.folder.clone()).expect("the application starts");
    app::wiring::provide(&app).expect("the parts are there");
    let cast = Cast::enter(&app.db, now);
    // What is scheduled has run, so that only a test's own jobs are due.
    jobs::run_due(&app.db, &app::wiring::registry(&app)).expect("the schedules run");
    app.db.read(&Scope::global(), |_| Ok(())).expect("the database answers");
    // One file, and no connection: neither copy waits for the other.
    app.db.tidy().expect("the log is folded back");
    Template { home, cast: Arc::new(cast) }
}
