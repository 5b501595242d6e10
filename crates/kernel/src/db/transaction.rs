//! A transaction on a connection, and when what it wrote is safe from a loss of power.

use crate::{
    db::{Connection, Dialect, pool::Taken},
    error::Result,
};

/// When a unit of work is safe from a loss of power.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Durability {
    Synced,
    WithTheNext,
}

/// A transaction that is rolled back unless it is committed.
pub(crate) struct Transaction {
    connection: Taken,
    open: bool,
    /// Puts the connection back to what it was.
    after: &'static str,
}

impl Transaction {
    /// Everything read in it is of one moment.
    pub(super) fn to_read(connection: Taken, dialect: Dialect) -> Result<Transaction> {
        let begin = match dialect {
            Dialect::Sqlite => "BEGIN",
            Dialect::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        Transaction::begin(connection, begin, "")
    }

    pub(super) fn to_write(
        mut connection: Taken,
        dialect: Dialect,
        durability: Durability,
    ) -> Result<Transaction> {
        match (dialect, durability) {
            (Dialect::Sqlite, Durability::Synced) => Transaction::begin(connection, "BEGIN IMMEDIATE", ""),
            (Dialect::Sqlite, Durability::WithTheNext) => {
                connection.batch("PRAGMA synchronous=NORMAL")?;
                Transaction::begin(connection, "BEGIN IMMEDIATE", "PRAGMA synchronous=FULL")
            }
            (Dialect::Postgres, Durability::Synced) => Transaction::begin(connection, "BEGIN", ""),
            (Dialect::Postgres, Durability::WithTheNext) => {
                let mut transaction = Transaction::begin(connection, "BEGIN", "")?;
                transaction.connection().batch("SET LOCAL synchronous_commit = off")?;
                Ok(transaction)
            }
        }
    }

    fn begin(connection: Taken, sql: &str, after: &'static str) -> Result<Transaction> {
        let mut transaction = Transaction { connection, open: false, after };
        transaction.connection.execute(sql, &[])?;
        transaction.open = true;
        Ok(transaction)
    }

    pub(crate) fn connection(&mut self) -> &mut dyn Connection {
        &mut **self.connection
    }

    pub(crate) fn commit(mut self) -> Result<()> {
        self.connection.execute("COMMIT", &[])?;
        self.open = false;
        Ok(())
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if self.open && self.connection.execute("ROLLBACK", &[]).is_err() {
            tracing::debug!("a transaction was already over when it was rolled back");
        }
        if !self.after.is_empty()
            && let Err(error) = self.connection.batch(self.after)
        {
            tracing::warn!(%error, "a connection could not be put back");
        }
    }
}
