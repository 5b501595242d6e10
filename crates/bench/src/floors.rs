//! What the machine can do at best, in the same run: the same SQL by plain rusqlite on the same file, and a bare
//! route that returns a page.

use std::{
    net::Ipv4Addr,
    path::Path,
    sync::{Arc, atomic::AtomicUsize},
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use axum::{Router, routing::get};
use kernel::Id;
use locale::tokens::{QueryToken, query_tokens};
use records::Object;
use rusqlite::{Connection, OpenFlags, Params, config::DbConfig};
use tokio::runtime::{Builder, Runtime};

use crate::{
    http::Caller,
    load::{self, Load, Question, Questions, Timing},
    pages::Floor,
};

/// As many rows as a page of a list asks for: one more than it shows.
const ROWS: usize = 51;
/// Each floor is measured so often, or so long.
const TIMES: usize = 5_000;
const LASTS: Duration = Duration::from_millis(700);

/// A table to insert into. Many rows first: a log that still grows costs more to sync than one that is used again.
const SCRATCH: &str = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=2000; \
    DROP TABLE IF EXISTS people; \
    CREATE TABLE people (id BLOB NOT NULL PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL) WITHOUT ROWID; \
    CREATE INDEX people_by_name ON people (name, id); \
    WITH RECURSIVE many(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM many WHERE number < 50000) \
    INSERT INTO people SELECT randomblob(16), 'Anna ' || number || ' Berg', number || '@mail.example' FROM many; \
    PRAGMA wal_checkpoint(RESTART);";

/// The database file of the product, and an empty one beside it, without the product.
pub(crate) struct Floors {
    file: Connection,
    scratch: Connection,
    workspace: Id,
    /// What a list reads of a person.
    columns: String,
    order: String,
}

impl Floors {
    /// Of an SQLite database in a folder.
    pub(crate) fn open(folder: &Path, workspace: Id, person: &Object) -> Result<Floors> {
        let path = folder.join("kartotek.db");
        let file = Connection::open_with_flags(
            &path,
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )
        .with_context(|| format!("opening {}", path.display()))?;
        file.execute_batch("PRAGMA busy_timeout=5000; PRAGMA cache_size=-4000; PRAGMA mmap_size=1073741824; PRAGMA query_only=ON;")?;
        file.set_prepared_statement_cache_capacity(64);
        // Else a kept statement is prepared again each time, because its cleared parameters might change the plan.
        file.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        let scratch = Connection::open(folder.join("scratch.db"))?;
        scratch.execute_batch(SCRATCH)?;
        let title = person.field(person.title)?;
        let order = title.sort_column().context("people have no order")?;
        Ok(Floors { file, scratch, workspace, columns: columns(person), order })
    }

    pub(crate) fn measure(&self, floor: &Floor) -> Result<Timing> {
        match floor {
            Floor::List { after: None } => self.list(None),
            Floor::List { after: Some(pages) } => self.list(Some(self.place(pages * (ROWS - 1))?)),
            Floor::Filtered { field, ids } => self.filtered(field, ids),
            Floor::Search(words) => self.search(words),
            Floor::Card(ids) => self.card(ids),
            Floor::Insert => self.insert(),
        }
    }

    /// The place of the record before the one so far down.
    fn place(&self, rows: usize) -> Result<(Vec<u8>, Vec<u8>)> {
        let order = &self.order;
        let sql = format!(
            "SELECT \"{order}\", id FROM people WHERE workspace_id = ?1 AND trashed_at = 0 \
             ORDER BY \"{order}\", id LIMIT 1 OFFSET ?2"
        );
        let before = i64::try_from(rows.saturating_sub(1))?;
        Ok(self
            .file
            .query_row(&sql, (self.workspace.bytes(), before), |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    fn list(&self, after: Option<(Vec<u8>, Vec<u8>)>) -> Result<Timing> {
        let (columns, order) = (&self.columns, &self.order);
        let from = "FROM people WHERE workspace_id = ?1 AND trashed_at = 0";
        let count = format!("SELECT COUNT(*) FROM (SELECT 1 {from} LIMIT 1001)");
        let behind = after.as_ref().map_or(String::new(), |_| format!("AND (\"{order}\", id) > (?2, ?3)"));
        let sql = format!("SELECT {columns} {from} {behind} ORDER BY \"{order}\", id LIMIT {ROWS}");
        repeat(|_| {
            read(&self.file, &count, [self.workspace.bytes()])?;
            match &after {
                None => read(&self.file, &sql, [self.workspace.bytes()]),
                Some((place, id)) => read(&self.file, &sql, (self.workspace.bytes(), place, id)),
            }
        })
    }

    fn filtered(&self, field: &str, ids: &[Id]) -> Result<Timing> {
        let (columns, order) = (&self.columns, &self.order);
        let from = format!("FROM people WHERE workspace_id = ?1 AND trashed_at = 0 AND \"{field}\" = ?2");
        let count = format!("SELECT COUNT(*) FROM (SELECT 1 {from} LIMIT 1001)");
        let sql = format!("SELECT {columns} {from} ORDER BY \"{order}\", id LIMIT {ROWS}");
        repeat(|at| {
            let keys = (self.workspace.bytes(), ids[at % ids.len()].bytes());
            read(&self.file, &count, keys)?;
            read(&self.file, &sql, keys)
        })
    }

    /// Whole words first, then beginnings, as the product asks.
    fn search(&self, words: &[String]) -> Result<Timing> {
        let sql = "SELECT d.object, d.record_id, d.title, d.detail FROM search_terms f \
             JOIN search_docs d ON d.number = f.rowid WHERE search_terms MATCH ?1 AND d.workspace_id = ?2 \
             ORDER BY f.rowid DESC LIMIT ?3";
        let expression = |tokens: &[QueryToken], begun: bool| {
            let word = |token: &QueryToken| {
                format!("\"{}\"{}", token.text, if begun && token.prefix { "*" } else { "" })
            };
            tokens.iter().map(word).collect::<Vec<_>>().join(" AND ")
        };
        let asked: Vec<(String, String)> = words
            .iter()
            .map(|word| query_tokens(word))
            .map(|tokens| (expression(&tokens, false), expression(&tokens, true)))
            .collect();
        repeat(|at| {
            let (whole, begun) = &asked[at % asked.len()];
            read(&self.file, sql, (whole, self.workspace.bytes(), 250))?;
            if whole == begun { Ok(()) } else { read(&self.file, sql, (begun, self.workspace.bytes(), 500)) }
        })
    }

    /// The record, and where its timeline begins.
    fn card(&self, ids: &[Id]) -> Result<Timing> {
        let record = "SELECT * FROM people WHERE workspace_id = ?1 AND id = ?2";
        let timeline = "SELECT at, record_id, object FROM timeline WHERE workspace_id = ?1 AND card_id = ?2 \
             ORDER BY at DESC, record_id DESC LIMIT 30";
        repeat(|at| {
            let keys = (self.workspace.bytes(), ids[at % ids.len()].bytes());
            read(&self.file, record, keys)?;
            read(&self.file, timeline, keys)
        })
    }

    /// One row, synced to the disk.
    fn insert(&self) -> Result<Timing> {
        let sql = "INSERT INTO people (id, name, email) VALUES (?1, ?2, ?3)";
        repeat(|at| {
            let id = Id::new(kernel::Timestamp::system_now());
            let row = (id.bytes(), format!("Anna {at} Berg"), format!("anna.{at}@mail.example"));
            self.scratch.prepare_cached(sql)?.execute(row)?;
            Ok(())
        })
    }
}

/// The columns that a list of these reads.
fn columns(object: &Object) -> String {
    let shown =
        |key: &str| object.detail.contains(&key) || ["photo", "do_not_contact", "standing"].contains(&key);
    let fields =
        object.fields.iter().filter(|field| field.listed || field.key == object.title || shown(&field.key));
    let names = fields.flat_map(|field| field.columns()).map(|column| format!("\"{}\"", column.name));
    ["id".to_owned(), "trashed_at".to_owned()].into_iter().chain(names).collect::<Vec<_>>().join(", ")
}

/// Every value of every row.
fn read(file: &Connection, sql: &str, params: impl Params) -> Result<()> {
    let mut statement = file.prepare_cached(sql)?;
    let width = statement.column_count();
    let mut rows = statement.query(params)?;
    while let Some(row) = rows.next()? {
        for at in 0..width {
            std::hint::black_box(row.get_ref(at)?);
        }
    }
    Ok(())
}

fn repeat(mut work: impl FnMut(usize) -> Result<()>) -> Result<Timing> {
    for at in 0..20 {
        work(at)?;
    }
    let began = Instant::now();
    let mut times = Vec::with_capacity(TIMES);
    while times.len() < TIMES && began.elapsed() < LASTS {
        let asked = Instant::now();
        work(20 + times.len())?;
        times.push(u64::try_from(asked.elapsed().as_nanos())?);
    }
    Ok(Timing::new(times, began.elapsed()))
}

/// A route that returns a page of 20 KB and does nothing else, under both loads.
pub(crate) fn bare_route(runtime: &Runtime, one: Load, many: Load) -> Result<(Timing, Timing)> {
    let server = Builder::new_multi_thread().enable_all().build()?;
    let listener = server.block_on(tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))?;
    let address = listener.local_addr()?;
    let page: &'static str = "<p>One of twenty kilobytes.</p>".repeat(20 * 1024 / 31 + 1).leak();
    let router: Router = Router::new().route("/", get(move || async move { axum::response::Html(page) }));
    server.spawn(async move { axum::serve(listener, router).await });
    let request = Caller { address, cookie: String::new() }.get("/");
    let questions: Questions = Arc::new(move |_| {
        Some(Question { request: request.clone(), status: 200, marker: b"kilobytes".to_vec() })
    });
    let next = Arc::new(AtomicUsize::new(0));
    let alone = load::run(runtime, address, &questions, &next, one)?;
    let crowd = load::run(runtime, address, &questions, &next, many)?;
    server.shutdown_background();
    Ok((alone, crowd))
}
