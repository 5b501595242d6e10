//! The context of a unit of work: who does it, in which workspace, when, on which connection. Nothing else
//! reaches a connection, so no statement runs without a workspace.

use std::{
    any::{Any, TypeId, type_name},
    cell::{Cell, RefCell},
    collections::HashMap,
    ops::Deref,
    sync::Arc,
    time::{Duration, Instant},
};

use jiff::{civil, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::{
    clock::Timestamp,
    db::{Dialect, Parts, Row, Transaction, Value},
    error::{Error, Result},
    id::Id,
    locality::Locality,
};

/// What somebody may do in a workspace; each may do what those before it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    ReadOnly,
    Member,
    Admin,
    Owner,
}

impl Role {
    pub const ALL: [Role; 4] = [Role::ReadOnly, Role::Member, Role::Admin, Role::Owner];

    pub const fn key(self) -> &'static str {
        match self {
            Role::ReadOnly => "read_only",
            Role::Member => "member",
            Role::Admin => "admin",
            Role::Owner => "owner",
        }
    }

    pub fn from_key(key: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.key() == key)
    }
}

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    User {
        id: Id,
        role: Role,
    },
    /// Kartotek itself: schedules, upgrades, the command line.
    System,
}

impl Actor {
    pub fn user(&self) -> Option<Id> {
        match self {
            Actor::User { id, .. } => Some(*id),
            Actor::System => None,
        }
    }

    pub fn role(&self) -> Role {
        match self {
            Actor::User { role, .. } => *role,
            Actor::System => Role::Owner,
        }
    }
}

/// Everything about a unit of work but the connection.
#[derive(Debug, Clone)]
pub struct Scope {
    pub workspace: Id,
    pub actor: Actor,
    pub locality: Arc<Locality>,
    /// Through what it is done: `page`, `import`, `job`, `cli`…; kept with every change.
    pub through: &'static str,
}

impl Scope {
    /// Kartotek's own work in one workspace.
    pub fn system(workspace: Id) -> Scope {
        Scope { workspace, actor: Actor::System, locality: Arc::default(), through: "system" }
    }

    /// Work outside any workspace: sign-in, the list of workspaces, the job runner.
    pub fn global() -> Scope {
        Scope::system(Id::NIL)
    }

    pub fn through(mut self, through: &'static str) -> Scope {
        self.through = through;
        self
    }
}

/// Something that happened, told to whoever listens after the transaction is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What it is about, such as `person:0192…` or `jobs`.
    pub topic: String,
}

/// A unit of reading work. The first argument of every function that reads.
pub struct Cx {
    scope: Scope,
    now: Timestamp,
    dialect: Dialect,
    parts: Parts,
    transaction: RefCell<Transaction>,
    kept: RefCell<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>,
}

impl Cx {
    pub(crate) fn new(
        scope: Scope,
        now: Timestamp,
        dialect: Dialect,
        parts: Parts,
        transaction: Transaction,
    ) -> Cx {
        Cx { scope, now, dialect, parts, transaction: RefCell::new(transaction), kept: RefCell::default() }
    }

    /// What [`crate::Db::provide`] was given of this type. Panics when the application forgot it at start-up.
    pub fn part<T: Send + Sync + 'static>(&self) -> Arc<T> {
        let part = self.parts.get(&TypeId::of::<T>()).cloned();
        part.and_then(|part| part.downcast().ok())
            .unwrap_or_else(|| panic!("{} was not provided", type_name::<T>()))
    }

    /// What a unit of work needs again and again: made the first time it is asked for, and kept until the work is over.
    pub fn once<T: Send + Sync + 'static>(&self, make: impl FnOnce() -> Result<Arc<T>>) -> Result<Arc<T>> {
        let kept = self.kept.borrow().get(&TypeId::of::<T>()).cloned();
        if let Some(kept) = kept.and_then(|kept| kept.downcast().ok()) {
            return Ok(kept);
        }
        let made = make()?;
        self.kept.borrow_mut().insert(TypeId::of::<T>(), made.clone());
        Ok(made)
    }

    /// Lets go of what [`Cx::once`] kept, because this unit of work changed what it was made from.
    pub fn forget<T: 'static>(&self) {
        self.kept.borrow_mut().remove(&TypeId::of::<T>());
    }

    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    pub fn workspace(&self) -> Id {
        self.scope.workspace
    }

    pub fn actor(&self) -> Actor {
        self.scope.actor
    }

    pub fn locality(&self) -> &Locality {
        &self.scope.locality
    }

    /// When this unit of work began; the same throughout it.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Today's date where the actor is.
    pub fn today(&self) -> civil::Date {
        self.now.in_zone(self.time_zone()).date()
    }

    pub fn time_zone(&self) -> &TimeZone {
        &self.scope.locality.time_zone
    }

    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// `Denied` unless the actor's role is at least this.
    pub fn require(&self, role: Role) -> Result<()> {
        if self.scope.actor.role() >= role { Ok(()) } else { Err(Error::Denied) }
    }

    /// Rows of a statement with parameters `?1`, `?2`….
    pub fn query(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
        watched(sql, || self.transaction.borrow_mut().connection().query(sql, params))
    }

    /// The first row, if any.
    pub fn query_one(&self, sql: &str, params: &[Value]) -> Result<Option<Row>> {
        Ok(self.query(sql, params)?.into_iter().next())
    }

    /// Rows of a statement built by sea-query.
    pub fn select(&self, statement: &impl sea_query::QueryStatementWriter) -> Result<Vec<Row>> {
        let (sql, params) = self.build(statement);
        self.query(&sql, &params)
    }

    fn build(&self, statement: &impl sea_query::QueryStatementWriter) -> (String, Vec<Value>) {
        let (sql, values) = match self.dialect {
            Dialect::Sqlite => statement.build(sea_query::SqliteQueryBuilder),
            Dialect::Postgres => statement.build(sea_query::PostgresQueryBuilder),
        };
        (sql, values.0.into_iter().map(Value::from).collect())
    }
}

/// A unit of writing work: a [`Cx`] that may write. The first argument of every function that writes.
pub struct Tx {
    cx: Cx,
    events: Vec<Event>,
    /// The first key that was made, and how many were.
    keys_made: Cell<Option<(Id, u32)>>,
}

impl Tx {
    pub(crate) fn new(cx: Cx) -> Tx {
        Tx { cx, events: Vec::new(), keys_made: Cell::new(None) }
    }

    /// A new key of this moment, greater than those made before it in this unit of work.
    pub fn new_id(&self) -> Id {
        let (first, count) = self.keys_made.get().unwrap_or_else(|| (Id::new(self.cx.now), 0));
        self.keys_made.set(Some((first, count.wrapping_add(1))));
        first.nth(count)
    }

    /// How many rows the statement changed.
    pub fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64> {
        watched(sql, || self.cx.transaction.get_mut().connection().execute(sql, params))
    }

    /// How many rows a statement built by sea-query changed.
    pub fn run(&mut self, statement: &impl sea_query::QueryStatementWriter) -> Result<u64> {
        let (sql, params) = self.cx.build(statement);
        self.execute(&sql, &params)
    }

    /// Statements without parameters: making tables.
    pub fn batch(&mut self, sql: &str) -> Result<()> {
        self.cx.transaction.get_mut().connection().batch(sql)
    }

    /// Tells whoever listens, after this is kept. Telling twice tells once.
    pub fn emit(&mut self, topic: impl Into<String>) {
        let event = Event { topic: topic.into() };
        if !self.events.contains(&event) {
            self.events.push(event);
        }
    }

    /// The work as the actor of another scope, in the same transaction and workspace.
    pub fn through(&mut self, through: &'static str) {
        self.cx.scope.through = through;
    }

    /// A part of this unit of work that is kept or taken back by itself: what `work` wrote before it failed is gone, and
    /// the rest goes on.
    pub fn attempt<T>(&mut self, work: impl FnOnce(&mut Tx) -> Result<T>) -> Result<Result<T>> {
        self.batch("SAVEPOINT attempt")?;
        let done = work(self);
        if done.is_err() {
            self.batch("ROLLBACK TO SAVEPOINT attempt")?;
        }
        self.batch("RELEASE SAVEPOINT attempt")?;
        Ok(done)
    }

    pub(crate) fn commit(self) -> Result<Vec<Event>> {
        self.cx.transaction.into_inner().commit()?;
        Ok(self.events)
    }
}

impl Deref for Tx {
    type Target = Cx;
    fn deref(&self) -> &Cx {
        &self.cx
    }
}
/// Says at the level `debug` which statements take long, without their values.
fn watched<T>(sql: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    const LONG: Duration = Duration::from_millis(5);
    let began = Instant::now();
    let answer = work();
    let took = began.elapsed();
    if took >= LONG {
        tracing::debug!(ms = took.as_secs_f64() * 1e3, sql, "a statement took long");
    }
    answer
}
