//! Numbered SQL migrations with a few tokens for what the databases spell differently. Migrations only add;
//! each runs once, in one transaction.

use anyhow::Context;

use crate::{
    context::Scope,
    db::{Db, Dialect, Value},
    error::Result,
};

/// One step. Names sort in the order of application, such as `0001-jobs`.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    pub name: &'static str,
    pub sql: &'static str,
}

/// Applies what has not been applied yet, in the order given.
pub fn migrate(db: &Db, migrations: &[Migration]) -> Result<()> {
    db.batch(&translate(
        db.dialect(),
        "CREATE TABLE IF NOT EXISTS migrations (name {text} PRIMARY KEY, applied_at BIGINT NOT NULL) {clustered}",
    ))?;
    for migration in migrations {
        db.write(&Scope::global(), |tx| {
            if tx.dialect() == Dialect::Postgres {
                // Two processes that start at once must not apply the same step twice.
                tx.query("SELECT pg_advisory_xact_lock(7203141)", &[])?;
            }
            let applied =
                tx.query_one("SELECT 1 FROM migrations WHERE name = ?1", &[migration.name.into()])?;
            if applied.is_none() {
                let sql = translate(tx.dialect(), migration.sql);
                tx.batch(&sql).map_err(|error| anyhow::anyhow!("{error}")).context(migration.name)?;
                let row: [Value; 2] = [migration.name.into(), tx.now().into()];
                tx.execute("INSERT INTO migrations (name, applied_at) VALUES (?1, ?2)", &row)?;
            }
            Ok(())
        })?;
    }
    db.steady_plans()
}

/// Puts the dialect's words for the tokens: `{id}` a key, `{text}` a text that sorts by code point, `{bytes}`,
/// `{bool}` (0 or 1), `{json}`, and `{clustered}` after a table whose rows are kept in the order of the key.
pub fn translate(dialect: Dialect, sql: &str) -> String {
    let words = match dialect {
        Dialect::Sqlite => [
            ("{id}", "BLOB"),
            ("{text}", "TEXT"),
            ("{bytes}", "BLOB"),
            ("{bool}", "INTEGER"),
            ("{json}", "TEXT"),
            ("{clustered}", "WITHOUT ROWID"),
        ],
        Dialect::Postgres => [
            ("{id}", "uuid"),
            ("{text}", "TEXT COLLATE \"C\""),
            ("{bytes}", "bytea"),
            ("{bool}", "SMALLINT"),
            ("{json}", "jsonb"),
            ("{clustered}", ""),
        ],
    };
    words.iter().fold(sql.to_owned(), |sql, (token, word)| sql.replace(token, word))
}
