//! SQLite through rusqlite: write-ahead log, one writer, several readers, every commit synced to disk.

use std::{path::Path, time::Duration};

use anyhow::Context;
use rusqlite::{
    ErrorCode, OpenFlags,
    config::DbConfig,
    functions::FunctionFlags,
    types::{ToSqlOutput, ValueRef},
};

use crate::{
    db::{Connection, Row, Value},
    error::{Error, Result},
    id::Id,
};

/// Read on every connection. Nothing is mapped: mapped pages of a large database would count as memory of ours, and
/// the page cache of the operating system behind a small one of each connection is as fast for lists. What is sorted goes to a file
/// when it is more than that cache: an index of a million cards would take more than a gigabyte of memory while it is made.
const READING: &str = "PRAGMA busy_timeout=5000; PRAGMA cache_size=-6000; PRAGMA foreign_keys=ON;";
const WRITING: &str = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA journal_size_limit=67108864;";

/// Of a database that is made now; others keep the pages they have. Tables without rowids keep a quarter of a page of each row at hand:
/// of a smaller page, a card with twenty fields of a workspace's own would have its end on another.
const NEW: &str = "PRAGMA page_size=8192;";

/// What the writer has: pages of the log before it is folded back, and memory for pages.
pub(super) const USUAL: &str = "PRAGMA wal_autocheckpoint=8000; PRAGMA cache_size=-24000;";
/// As [`USUAL`], for very many writes: most pages of the log the next of them writes again.
pub(super) const ROOMY: &str = "PRAGMA wal_autocheckpoint=32000; PRAGMA cache_size=-65536;";

pub(crate) fn open_writer(path: &Path) -> Result<Box<dyn Connection>> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    let connection = rusqlite::Connection::open(path)
        .with_context(|| format!("opening the database {}", path.display()))?;
    connection.execute_batch(NEW)?;
    connection.execute_batch(READING)?;
    connection.execute_batch(WRITING)?;
    connection.execute_batch(USUAL)?;
    prepare(&connection)?;
    Ok(Box::new(Sqlite(connection)))
}

pub(crate) fn open_reader(path: &Path) -> Result<Box<dyn Connection>> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let connection = rusqlite::Connection::open_with_flags(path, flags)
        .with_context(|| format!("opening the database {}", path.display()))?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.execute_batch(READING)?;
    connection.execute_batch("PRAGMA query_only=ON")?;
    prepare(&connection)?;
    Ok(Box::new(Sqlite(connection)))
}

/// A consistent copy in a new file, packed (`VACUUM INTO`).
pub(crate) fn copy(connection: &mut dyn Connection, path: &Path) -> Result<()> {
    let target = path.to_str().ok_or_else(|| Error::internal("the path of a backup must be UTF-8"))?;
    connection.batch("PRAGMA query_only=OFF")?;
    let copied = connection.execute("VACUUM INTO ?1", &[Value::from(target)]);
    connection.batch("PRAGMA query_only=ON")?;
    copied.map(|_| ())
}

fn prepare(connection: &rusqlite::Connection) -> Result<()> {
    connection.set_prepared_statement_cache_capacity(192);
    // A kept statement keeps its plan, whatever it is asked for.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("lower_text", 1, flags, |cx| {
        Ok(cx.get::<Option<String>>(0)?.map(|text| text.to_lowercase()))
    })?;
    Ok(())
}

struct Sqlite(rusqlite::Connection);

impl Connection for Sqlite {
    fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
        let mut statement = self.0.prepare_cached(sql).map_err(|error| explain(error, sql))?;
        let width = statement.column_count();
        let mut rows =
            statement.query(rusqlite::params_from_iter(params)).map_err(|error| explain(error, sql))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next().map_err(|error| explain(error, sql))? {
            let mut values = Vec::with_capacity(width);
            for at in 0..width {
                values.push(read(row.get_ref(at)?));
            }
            found.push(Row::new(values));
        }
        Ok(found)
    }

    fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64> {
        let mut statement = self.0.prepare_cached(sql).map_err(|error| explain(error, sql))?;
        let changed =
            statement.execute(rusqlite::params_from_iter(params)).map_err(|error| explain(error, sql))?;
        Ok(changed as u64)
    }

    fn batch(&mut self, sql: &str) -> Result<()> {
        self.0.execute_batch(sql).map_err(|error| explain(error, sql))
    }

    fn usable(&mut self) -> bool {
        true
    }
}

fn explain(error: rusqlite::Error, sql: &str) -> Error {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            Error::Unavailable(crate::Text::new("database-busy"))
        }
        Some(ErrorCode::DiskFull) => Error::Unavailable(crate::Text::new("disk-full")),
        _ => Error::Internal(anyhow::Error::new(error).context(format!("in the statement: {sql}"))),
    }
}

fn read(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Text(text) => Value::Text(match std::str::from_utf8(text) {
            Ok(text) => text.to_owned(),
            Err(_) => String::from_utf8_lossy(text).into_owned(),
        }),
        ValueRef::Blob(bytes) => match <[u8; 16]>::try_from(bytes) {
            Ok(key) => Value::Id(Id::from_bytes(key)),
            Err(_) => Value::Bytes(bytes.to_vec()),
        },
    }
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(number) => ValueRef::Integer(*number),
            Value::Real(number) => ValueRef::Real(*number),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
            Value::Id(id) => ValueRef::Blob(id.bytes()),
        }))
    }
}
