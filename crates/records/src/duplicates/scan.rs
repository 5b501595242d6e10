//! The scan: all cards of an object are gathered into memory, compared, and what was found is written down. Nobody
//! waits for it: it reads page by page, and writes in small transactions.

use std::{collections::HashSet, sync::Arc, time::Instant};

use jobs::{Job, Run};
use kernel::{Cx, Db, Id, Result, Scope, Text, Timestamp, Tx, Value};
use serde::{Deserialize, Serialize};

use super::{
    blocks::{Blocks, Found},
    night,
};
use crate::{
    Object, Record, access, lookups,
    matching::{EXACT, Profile, SHOWN, Signs},
    object,
    record::Selection,
};

/// Cards read at once, and pairs written in one transaction.
const AT_ONCE: usize = 2_000;
const WRITTEN: usize = 500;
/// Pairs kept of one object: nobody works through more.
const MOST: usize = 50_000;

/// Compares all cards of an object.
#[derive(Debug, Serialize, Deserialize)]
pub struct ScanJob {
    pub object: String,
}

impl Job for ScanJob {
    const KIND: &'static str = "records.duplicates";

    fn run(&self, run: &Run) -> Result<()> {
        let done = scan(&run.db, &run.scope, &self.object, &|done, total| run.progress(done, total))?;
        let text = if done.merged > 0 { "duplicates-scanned-merged" } else { "duplicates-scanned" };
        let text = Text::new(text).with("cards", done.cards).with("pairs", done.pairs);
        run.note(text.with("merged", done.merged));
        Ok(())
    }
}

/// How the last scan of an object went.
#[derive(Debug, Clone, Copy)]
pub struct LastScan {
    pub at: Timestamp,
    pub cards: u64,
    pub pairs: u64,
}

/// When the cards of an object were last compared, if ever.
pub fn last_scan(cx: &Cx, object: &Object) -> Result<Option<LastScan>> {
    let row = cx.query_one(
        "SELECT scanned_at, cards, pairs FROM duplicate_scans WHERE workspace_id = ?1 AND object = ?2",
        &[cx.workspace().into(), object.key.into()],
    )?;
    let read = |row: kernel::Row| {
        Ok(LastScan { at: row.get(0)?, cards: row.int(1).max(0) as u64, pairs: row.int(2).max(0) as u64 })
    };
    row.map(read).transpose()
}

/// Puts scans of all kinds of cards of the transaction's workspace into the queue.
pub fn scan_all(tx: &mut Tx) -> Result<()> {
    let catalog = crate::catalog(tx)?;
    for object in catalog.cards() {
        jobs::enqueue(tx, &ScanJob { object: object.key.to_owned() })?;
    }
    Ok(())
}

/// Compares all cards of an object now; how many cards and pairs there were.
pub fn scan_now(db: &Db, scope: &Scope, object: &str) -> Result<(u64, u64)> {
    scan(db, scope, object, &|_, _| Ok(())).map(|done| (done.cards, done.pairs))
}

/// What a scan came to.
struct Scanned {
    cards: u64,
    pairs: u64,
    /// Groups that became one card.
    merged: u64,
}

/// What [`compare_all`] finds.
#[derive(Debug)]
pub struct Compared {
    /// Every two cards that score as much as was asked for, the likeliest first.
    pub pairs: Vec<(Id, Id, i32, Signs)>,
    /// The cards that would become one without asking.
    pub groups: Vec<Vec<Id>>,
}

/// Compares cards that are in memory already, as a scan does.
pub fn compare_all(cards: impl IntoIterator<Item = (Id, Profile)>, least: i32) -> Compared {
    let mut blocks = Blocks::default();
    cards.into_iter().for_each(|(id, profile)| blocks.add(id, &profile));
    let Ok(found) = blocks.pairs(usize::MAX >> 8, least, |_, _| Ok::<(), std::convert::Infallible>(()));
    let sure: Vec<Found> = found.iter().filter(|pair| pair.score >= EXACT).copied().collect();
    let pairs = found.into_iter().map(|pair| (pair.one, pair.other, pair.score, pair.signs)).collect();
    Compared { pairs, groups: blocks.groups(&sure, &HashSet::new()) }
}

type Tell<'a> = &'a dyn Fn(u64, u64) -> Result<()>;

fn scan(db: &Db, scope: &Scope, name: &str, tell: Tell) -> Result<Scanned> {
    let began = Instant::now();
    let (object, fills, now) = db.read(scope, |cx| {
        let object = object::object(cx, name)?;
        let fills = last_scan(cx, &object)?.is_none() || lookups::lack_profiles(cx, object.key)?;
        Ok((object, fills, cx.now()))
    })?;
    let blocks = gather(db, scope, &object, fills, tell)?;
    let cards = blocks.len() as u64;
    let half = |done: usize, total: usize| {
        tell((cards + cards * done as u64 / total.max(1) as u64).max(1), 2 * cards)
    };
    let found = blocks.pairs(MOST, SHOWN, half)?;
    let sure = night::sure(db, scope, &object, &blocks, &found)?;
    drop(blocks);
    for some in found.chunks(WRITTEN) {
        db.write(scope, |tx| some.iter().try_for_each(|pair| keep(tx, &object, pair, now)))?;
    }
    let pairs = found.len() as u64;
    db.write(scope, |tx| {
        // What is no longer found is no longer asked about; what was decided is remembered.
        tx.execute(
            "DELETE FROM duplicates WHERE workspace_id = ?1 AND object = ?2 AND state = 'open' AND found_at < ?3",
            &[tx.workspace().into(), object.key.into(), now.into()],
        )?;
        tx.execute(
            "INSERT INTO duplicate_scans (workspace_id, object, scanned_at, cards, pairs, took) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (workspace_id, object) DO UPDATE SET \
             scanned_at = excluded.scanned_at, cards = excluded.cards, pairs = excluded.pairs, took = excluded.took",
            &[
                tx.workspace().into(),
                object.key.into(),
                now.into(),
                Value::Int(cards as i64),
                Value::Int(pairs as i64),
                Value::Int(began.elapsed().as_millis() as i64),
            ],
        )?;
        tx.emit("duplicates");
        Ok(())
    })?;
    let merged = night::merge(db, scope, &object, &sure, now)?;
    Ok(Scanned { cards, pairs, merged })
}

/// The living cards as profiles. The keys by which entry finds namesakes are written too where cards have none from before there were
/// any, or none of today's form.
fn gather(db: &Db, scope: &Scope, object: &Arc<Object>, fills: bool, tell: Tell) -> Result<Blocks> {
    let fields = object.fields.iter().enumerate().filter(|(_, field)| Profile::looks_at(object, field));
    let selection = Selection::of(object, fields.map(|(at, _)| at).collect());
    let sql = format!(
        "SELECT {} FROM {} AS t WHERE t.workspace_id = ?1 AND t.id > ?2{} ORDER BY t.id LIMIT {AT_ONCE}",
        selection.list("t"),
        object.table,
        access::of_object(object, "t")
    );
    let mut blocks = Blocks::default();
    let mut after = Id::NIL;
    while !blocks.is_full() {
        let read = |cx: &Cx| -> Result<Vec<Record>> {
            let rows = cx.query(&sql, &[cx.workspace().into(), after.into()])?;
            rows.iter().map(|row| selection.read(object, row)).collect()
        };
        let page: Vec<Record> = match fills {
            false => db.read(scope, read)?,
            // What is written is as it was read: nobody else writes meanwhile.
            true => db.write(scope, |tx| {
                let page = read(tx)?;
                for record in page.iter().filter(|record| record.trashed_at.is_none()) {
                    lookups::renew_details(tx, record)?;
                }
                Ok(page)
            })?,
        };
        let Some(last) = page.last() else { break };
        after = last.id;
        let living = page.iter().filter(|record| record.trashed_at.is_none());
        living.for_each(|record| blocks.add(record.id, &Profile::of(record)));
        tell(blocks.len() as u64, 2 * blocks.len().max(1) as u64)?;
    }
    Ok(blocks)
}

/// Writes down a pair that was found when one of the two came in.
pub(crate) fn remember(
    tx: &mut Tx,
    object: &Object,
    (one, other): (Id, Id),
    score: i32,
    signs: Signs,
) -> Result<()> {
    let now = tx.now();
    keep(tx, object, &Found { one, other, score, signs }, now)
}

/// Writes a pair down; what somebody decided about it stays.
fn keep(tx: &mut Tx, object: &Object, pair: &Found, now: Timestamp) -> Result<()> {
    let params: [Value; 7] = [
        tx.workspace().into(),
        pair.one.min(pair.other).into(),
        pair.one.max(pair.other).into(),
        object.key.into(),
        Value::Int(pair.score.into()),
        Value::Int(pair.signs.0.into()),
        now.into(),
    ];
    tx.execute(
        "INSERT INTO duplicates (workspace_id, one_id, other_id, object, score, signs, state, found_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'open', ?7) ON CONFLICT (workspace_id, one_id, other_id) DO UPDATE SET \
         score = excluded.score, signs = excluded.signs, found_at = excluded.found_at",
        &params,
    )?;
    Ok(())
}
