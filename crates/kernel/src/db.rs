//! The seam over the databases: SQLite inside the process, or PostgreSQL beside it. Statements are written once,
//! in the SQL both understand, with parameters `?1`, `?2`… (or built by sea-query); [`Dialect`] names the few
//! differences. Connections are reached through [`Db::read`], [`Db::write`] and its two
//! lighter forms only.

mod pool;
mod postgres;
mod sqlite;
mod steady_plans;
mod transaction;
mod value;

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Weak},
    time::Duration,
};

use parking_lot::RwLock;
pub(crate) use transaction::Transaction;
pub use value::{FromValue, Row, Value};

use crate::{
    clock::Clock,
    context::{Cx, Event, Scope, Tx},
    db::{
        pool::{Pool, Taken},
        transaction::Durability,
    },
    error::Result,
    id::Id,
};

/// Which SQL is spoken, for the few places where it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    Sqlite,
    Postgres,
}

impl Dialect {
    /// SQL for the text of an expression in lower case, for letters of every script.
    pub fn lower(self, expression: &str) -> String {
        match self {
            Dialect::Sqlite => format!("lower_text({expression})"),
            Dialect::Postgres => format!("lower({expression} COLLATE \"und-x-icu\")"),
        }
    }
}

/// One connection of either kind.
pub(crate) trait Connection: Send {
    fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>>;
    fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64>;
    /// Several statements without parameters.
    fn batch(&mut self, sql: &str) -> Result<()>;
    fn usable(&mut self) -> bool;
}

type Listener = Box<dyn Fn(Id, &[Event]) + Send + Sync>;

/// The database: shared, cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    dialect: Dialect,
    readers: Arc<Pool>,
    /// SQLite has one writer; PostgreSQL writes on the connections it reads with.
    writer: Option<Arc<Pool>>,
    clock: Clock,
    listeners: RwLock<Vec<Listener>>,
    parts: RwLock<Parts>,
}

/// What is the same for every unit of work of this process, by its type: the catalogue of objects, the file store.
pub(crate) type Parts = Arc<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>;

/// As [`Db`], without keeping it open: for what the database itself holds on to.
#[derive(Clone)]
pub struct WeakDb(Weak<Inner>);

impl WeakDb {
    pub fn upgrade(&self) -> Option<Db> {
        self.0.upgrade().map(Db)
    }
}

/// Where the database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A file; created when missing.
    File(PathBuf),
    /// `postgres://user@host/database`.
    Postgres(String),
}

impl Address {
    /// A `postgres://` address, else the path of a file.
    pub fn parse(text: &str) -> Address {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            Address::Postgres(text.to_owned())
        } else {
            Address::File(PathBuf::from(text.strip_prefix("sqlite:").unwrap_or(text)))
        }
    }
}

/// How long something waits that need not be written.
const IN_PASSING: Duration = Duration::from_millis(10);

impl Db {
    /// Opens the database with at most `connections` readers. Fails when it cannot be reached or written.
    pub fn open(address: &Address, clock: Clock, connections: usize) -> Result<Db> {
        let inner = match address {
            Address::File(path) => {
                let (path, file) = (path.clone(), path.clone());
                let writer = Pool::new(1, Box::new(move || sqlite::open_writer(&file)));
                drop(writer.take()?);
                Inner {
                    dialect: Dialect::Sqlite,
                    readers: Pool::new(connections, Box::new(move || sqlite::open_reader(&path))),
                    writer: Some(writer),
                    clock,
                    listeners: RwLock::default(),
                    parts: RwLock::default(),
                }
            }
            Address::Postgres(url) => {
                let url = url.clone();
                let readers = Pool::new(connections, Box::new(move || postgres::open(&url)));
                drop(readers.take()?);
                Inner {
                    dialect: Dialect::Postgres,
                    readers,
                    writer: None,
                    clock,
                    listeners: RwLock::default(),
                    parts: RwLock::default(),
                }
            }
        };
        Ok(Db(Arc::new(inner)))
    }

    pub fn dialect(&self) -> Dialect {
        self.0.dialect
    }

    pub fn downgrade(&self) -> WeakDb {
        WeakDb(Arc::downgrade(&self.0))
    }

    /// Gives every later unit of work this part, found again by [`Cx::part`].
    pub fn provide<T: Send + Sync + 'static>(&self, part: Arc<T>) {
        let mut parts = self.0.parts.write();
        let mut map = HashMap::clone(&parts);
        map.insert(TypeId::of::<T>(), part);
        *parts = Arc::new(map);
    }

    fn parts(&self) -> Parts {
        self.0.parts.read().clone()
    }

    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// One unit of reading work: everything in it sees the same state of the database.
    pub fn read<T>(&self, scope: &Scope, work: impl FnOnce(&Cx) -> Result<T>) -> Result<T> {
        let transaction = Transaction::to_read(self.0.readers.take()?, self.0.dialect)?;
        work(&self.context(scope, transaction))
    }

    /// One unit of writing work: all of it is kept, or none of it when `work` fails or panics.
    /// Who listens hears of its events after it is kept.
    pub fn write<T>(&self, scope: &Scope, work: impl FnOnce(&mut Tx) -> Result<T>) -> Result<T> {
        self.write_on(self.writers().take()?, scope, Durability::Synced, work)
    }

    /// As [`Db::write`], for work that goes on in many such units and knows how far it came: a loss of power may take
    /// back the last of them, whole, until anything is written by [`Db::write`].
    pub fn write_unsynced<T>(&self, scope: &Scope, work: impl FnOnce(&mut Tx) -> Result<T>) -> Result<T> {
        self.write_on(self.writers().take()?, scope, Durability::WithTheNext, work)
    }

    /// As [`Db::write_unsynced`], for what nobody should have to wait for: nothing is written, and `None` answered, when
    /// others are writing.
    pub fn write_in_passing<T>(
        &self,
        scope: &Scope,
        work: impl FnOnce(&mut Tx) -> Result<T>,
    ) -> Result<Option<T>> {
        match self.writers().take_within(IN_PASSING)? {
            Some(connection) => self.write_on(connection, scope, Durability::WithTheNext, work).map(Some),
            None => Ok(None),
        }
    }

    fn writers(&self) -> &Arc<Pool> {
        self.0.writer.as_ref().unwrap_or(&self.0.readers)
    }

    fn write_on<T>(
        &self,
        connection: Taken,
        scope: &Scope,
        durability: Durability,
        work: impl FnOnce(&mut Tx) -> Result<T>,
    ) -> Result<T> {
        let transaction = Transaction::to_write(connection, self.0.dialect, durability)?;
        let mut tx = Tx::new(self.context(scope, transaction));
        let answer = work(&mut tx)?;
        let events = tx.commit()?;
        // The connection is free again: who listens may read and write.
        if !events.is_empty() {
            self.0.listeners.read().iter().for_each(|listener| listener(scope.workspace, &events));
        }
        Ok(answer)
    }

    /// Gives SQLite's only writer more memory and a longer log while `work` goes on in very many units.
    pub fn with_roomy_writer<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let Some(writer) = &self.0.writer else { return work() };
        writer.take()?.batch(sqlite::ROOMY)?;
        let answer = work();
        if let Err(error) = writer.take().and_then(|mut writer| writer.batch(sqlite::USUAL)) {
            tracing::warn!(%error, "the writer could not be put back");
        }
        answer
    }

    /// Whether somebody waits to write, because only one can at a time: long work makes way then.
    pub fn is_writer_wanted(&self) -> bool {
        self.0.writer.as_ref().is_some_and(|writer| writer.is_wanted())
    }

    fn context(&self, scope: &Scope, transaction: Transaction) -> Cx {
        Cx::new(scope.clone(), self.0.clock.now(), self.0.dialect, self.parts(), transaction)
    }

    /// Calls `listener` after every unit of writing work that has events.
    pub fn listen(&self, listener: impl Fn(Id, &[Event]) + Send + Sync + 'static) {
        self.0.listeners.write().push(Box::new(listener));
    }

    /// Statements outside any workspace: migrations, maintenance.
    pub(crate) fn batch(&self, sql: &str) -> Result<()> {
        match &self.0.writer {
            Some(writer) => writer.take()?.batch(sql),
            None => self.0.readers.take()?.batch(sql),
        }
    }

    /// One statement outside any transaction that no workspace sees the effect of, such as the making of an index. Others wait for
    /// it on SQLite as for any writer.
    pub fn maintain(&self, sql: &str) -> Result<()> {
        self.batch(sql)
    }

    /// Has every index used as it was meant, however many rows there are; for after tables were made.
    pub fn steady_plans(&self) -> Result<()> {
        match &self.0.writer {
            Some(writer) => steady_plans::assume(&mut **writer.take()?),
            None => Ok(()),
        }
    }

    /// Writes a consistent copy of an embedded database to a new file while it is in use.
    /// PostgreSQL has `pg_dump` for this, so there it is refused.
    pub fn copy_to(&self, path: &std::path::Path) -> Result<()> {
        match self.0.dialect {
            Dialect::Sqlite => sqlite::copy(&mut **self.0.readers.take()?, path),
            Dialect::Postgres => Err(crate::Error::conflict("backup-use-pg-dump")),
        }
    }

    /// Lets SQLite fold its write-ahead log back; nothing on PostgreSQL.
    pub fn tidy(&self) -> Result<()> {
        match self.0.dialect {
            Dialect::Sqlite => self.batch("PRAGMA wal_checkpoint(TRUNCATE);"),
            Dialect::Postgres => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
