//! Making a tally: the records of the object are counted page by page in the order of their ids, while others go on writing.

use std::{thread, time::Duration};

use jobs::{Job, Run};
use kernel::{Cx, Id, Result, Tx, Value, db::Dialect};
use serde::{Deserialize, Serialize};

use super::{Moves, SELECT, Tally, all, field_of};
use crate::{
    access,
    object::object,
    query::{self, Cursor, Query},
    record,
};

/// Records of one transaction.
const PAGE: usize = 1_000;
/// Tallies that a workspace has at most: each makes every write a little slower.
const MOST: usize = 12;
/// How long it waits for transactions that began before it.
const WAIT: Duration = Duration::from_millis(100);

/// Makes a tally of an object by one column, of others.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TallyJob {
    pub object: String,
    pub by: String,
    /// Sorted.
    pub of: Vec<String>,
}

impl Job for TallyJob {
    const KIND: &'static str = "records.tally";

    fn run(&self, run: &Run) -> Result<()> {
        let id = match run.last_checkpoint::<Id>()? {
            Some(id) => id,
            None => {
                let begun = run.db.write(&run.scope, |tx| {
                    let begun = self.begin(tx)?;
                    if let Some(id) = begun {
                        run.checkpoint(tx, &id)?;
                    }
                    Ok(begun)
                })?;
                let Some(id) = begun else { return Ok(()) };
                id
            }
        };
        if let Some(begun) = run.db.read(&run.scope, next_transaction)? {
            while run.db.read(&run.scope, |cx| goes_on_from_before(cx, &begun))? {
                run.progress(0, 0)?;
                thread::sleep(WAIT);
            }
        }
        let mut done = 0;
        while let Some(counted) = run.db.write(&run.scope, |tx| self.page(tx, id))? {
            done += counted;
            run.progress(done, 0)?;
        }
        Ok(())
    }
}

impl TallyJob {
    /// A new tally; nothing when there is one already.
    fn begin(&self, tx: &mut Tx) -> Result<Option<Id>> {
        let object = object(tx, &self.object)?;
        let have = all(tx)?;
        if have.iter().any(|tally| tally.is_ready && tally.by == self.by && tally.covers(&object, &self.of)) {
            return Ok(None);
        }
        if field_of(&object, &self.by).is_none() {
            return Ok(None);
        }
        // What another attempt left half-made.
        for tally in have.iter().filter(|tally| !tally.is_ready && self.is_like(tally)) {
            remove(tx, tally.id)?;
        }
        let id = tx.new_id();
        let params: [Value; 6] = [
            tx.workspace().into(),
            id.into(),
            self.object.as_str().into(),
            self.by.as_str().into(),
            self.of.join("\n").into(),
            Id::NIL.into(),
        ];
        tx.execute(
            "INSERT INTO tallies (workspace_id, id, object, by_column, of_columns, counted_to, is_ready) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)",
            &params,
        )?;
        Ok(Some(id))
    }

    fn is_like(&self, tally: &Tally) -> bool {
        tally.object == self.object && tally.by == self.by
    }

    /// Counts the next records; nothing when all are counted.
    fn page(&self, tx: &mut Tx, id: Id) -> Result<Option<u64>> {
        // Whoever writes one of the records that are counted already, or is about to be, is waited for.
        let lock = record::lock(tx);
        let row =
            tx.query_one(&format!("{SELECT} AND id = ?2{lock}"), &[tx.workspace().into(), id.into()])?;
        let Some(tally) = row.as_ref().map(Tally::read).transpose()? else { return Ok(None) };
        if tally.is_ready {
            return Ok(None);
        }
        let _free = access::freely(tx)?;
        let object = object(tx, &self.object)?;
        let columns = self.of.iter().chain([&self.by]);
        let fields = columns.filter_map(|column| field_of(&object, column));
        let fields: Vec<&str> = fields.map(|field| field.key.as_str()).collect();
        let asked = Query { by_id: true, after: Some(Cursor::at(tally.counted_to)), ..Query::default() };
        let page = query::page(tx, &object, &asked, &fields, PAGE)?;
        let mut moves = Moves::default();
        let locale = locale::Locale::new(tx.locality());
        for record in &page.records {
            moves.count(&tally, record, &locale, 1);
        }
        moves.write(tx)?;
        let last = page.records.last().map_or(tally.counted_to, |record| record.id);
        let is_ready = page.next.is_none();
        tx.execute(
            "UPDATE tallies SET counted_to = ?3, is_ready = ?4 WHERE workspace_id = ?1 AND id = ?2",
            &[tx.workspace().into(), id.into(), last.into(), i64::from(is_ready).into()],
        )?;
        if is_ready {
            self.replace(tx, id)?;
            return Ok(None);
        }
        Ok(Some(page.records.len() as u64))
    }

    /// Takes away what the new tally says too, and the oldest of too many.
    fn replace(&self, tx: &mut Tx, id: Id) -> Result<()> {
        let mut others: Vec<Tally> = all(tx)?.into_iter().filter(|tally| tally.id != id).collect();
        let said =
            |tally: &Tally| self.is_like(tally) && tally.of.iter().all(|column| self.of.contains(column));
        for tally in others.iter().filter(|tally| said(tally)) {
            remove(tx, tally.id)?;
        }
        others.retain(|tally| !said(tally));
        others.sort_unstable_by_key(|tally| tally.id);
        for tally in others.iter().take(others.len().saturating_sub(MOST - 1)) {
            remove(tx, tally.id)?;
        }
        Ok(())
    }
}

/// PostgreSQL's number of the next transaction: those below it may have written without knowing of a tally made just now.
fn next_transaction(cx: &Cx) -> Result<Option<String>> {
    if cx.dialect() == Dialect::Sqlite {
        return Ok(None);
    }
    let row = cx.query_one("SELECT CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text)", &[])?;
    Ok(row.map(|row| row.text(0).to_owned()))
}

/// Whether one of them goes on. Those of other databases on the same server do not matter.
fn goes_on_from_before(cx: &Cx, next: &str) -> Result<bool> {
    let sql = "SELECT 1 FROM pg_snapshot_xip(pg_current_snapshot()) AS x WHERE x < CAST(CAST(?1 AS text) AS xid8) \
        AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a \
        WHERE a.backend_xid = CAST(x AS xid) AND a.datname <> current_database()) LIMIT 1";
    Ok(cx.query_one(sql, &[next.into()])?.is_some())
}

/// Takes a tally away.
fn remove(tx: &mut Tx, id: Id) -> Result<()> {
    for table in ["tallies WHERE workspace_id = ?1 AND id", "tally_sums WHERE workspace_id = ?1 AND tally_id"]
    {
        tx.execute(&format!("DELETE FROM {table} = ?2"), &[tx.workspace().into(), id.into()])?;
    }
    Ok(())
}

/// Adds up what PostgreSQL's writers put beside each other.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SettleJob {
    pub tally: Id,
}

impl Job for SettleJob {
    const KIND: &'static str = "records.tally-settle";

    fn run(&self, run: &Run) -> Result<()> {
        if run.db.dialect() == Dialect::Sqlite {
            // There each row is the sum already.
            return Ok(());
        }
        run.db.write(&run.scope, |tx| {
            let slot = tx.new_id();
            tx.execute(
                "WITH gone AS (DELETE FROM tally_sums WHERE workspace_id = ?1 AND tally_id = ?2 \
                 RETURNING value, user_id, of_column, currency, records, high, low) \
                 INSERT INTO tally_sums (workspace_id, tally_id, value, user_id, of_column, currency, slot, records, high, low) \
                 SELECT ?1, ?2, value, user_id, of_column, currency, ?3, CAST(SUM(records) AS BIGINT), \
                 CAST(SUM(high) AS BIGINT), CAST(SUM(low) AS BIGINT) FROM gone GROUP BY value, user_id, of_column, currency",
                &[tx.workspace().into(), self.tally.into(), slot.into()],
            )
            .map(drop)
        })
    }
}
