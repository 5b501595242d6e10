//! Where a test's data is: a file in a temporary folder, or a database on a server of its own.

use std::{
    env, fs,
    path::PathBuf,
    sync::atomic::{AtomicU64, Ordering},
};

use kernel::db::Address;

/// Which kind of database a test runs on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Database {
    Sqlite,
    /// On this server: `postgres://user@host/database`.
    Postgres(String),
}

/// SQLite, and the server that `KARTOTEK_TEST_POSTGRES` names.
pub fn databases() -> Vec<Database> {
    let server = env::var("KARTOTEK_TEST_POSTGRES").ok().filter(|server| !server.is_empty());
    std::iter::once(Database::Sqlite).chain(server.map(Database::Postgres)).collect()
}

/// The place of one database and its files; gone when dropped.
pub(crate) struct Home {
    pub(crate) address: Address,
    pub(crate) folder: PathBuf,
    server: Option<String>,
}

impl Home {
    /// A place that nothing stands in yet.
    pub(crate) fn new(database: &Database) -> Home {
        let name = new_name();
        let folder = env::temp_dir().join(&name);
        fs::create_dir_all(&folder).expect("a temporary folder");
        match database {
            Database::Sqlite => {
                Home { address: Address::File(folder.join("kartotek.db")), folder, server: None }
            }
            Database::Postgres(server) => {
                let (host, _) = server.rsplit_once('/').expect("postgres://user@host/database");
                Home {
                    address: Address::Postgres(format!("{host}/{name}")),
                    folder,
                    server: Some(server.clone()),
                }
            }
        }
    }

    /// The name of the database on its server; empty for a file.
    pub(crate) fn database_name(&self) -> &str {
        match &self.address {
            Address::Postgres(url) => url.rsplit_once('/').map_or("", |(_, name)| name),
            Address::File(_) => "",
        }
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        if let Some(server) = &self.server {
            run_on(server, &format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.database_name()));
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Statements for the server itself.
pub(crate) fn run_on(server: &str, sql: &str) {
    let mut client =
        postgres::Client::connect(server, postgres::NoTls).expect("the PostgreSQL server answers");
    client.batch_execute(sql).expect("the PostgreSQL server obeys");
}

fn new_name() -> String {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    format!("kartotek_test_{}_{number}", kernel::Id::new(kernel::Timestamp::system_now()))
}
