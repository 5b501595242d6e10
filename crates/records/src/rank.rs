//! Where a card stands on boards: one place among all records of its object, so that a filtered board shows the same order. A
//! new card stands first; one that somebody puts elsewhere gets the fraction between its new neighbours ([`crate::field::rank`]).
//! A place is no content: it leaves no trace in history, tells nobody, and does not make the card look changed.

use std::sync::Arc;

use kernel::{Cx, Id, Result, Row, Tx, Value};

use crate::{
    Object,
    access::{self, Verb},
    field::rank::{between, of_new, spread},
    record,
};

/// The field that holds it.
pub const FIELD: &str = "board_rank";

/// A longer one is made short again, together with its neighbours.
const LONGEST: usize = 40;
/// So many neighbours are tried first, each time so many times as many.
const FEW: usize = 64;
const MORE: usize = 8;

/// Beside which other card a card is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    Behind(Id),
    Before(Id),
}

/// Puts a card beside another for everybody. Where the other one is gone meanwhile, the card stays where it is.
pub fn place(tx: &mut Tx, object: &Arc<Object>, id: Id, beside: Beside) -> Result<()> {
    let card = record::find_to_change(tx, object, id)?;
    access::require_on(tx, &card, Verb::Edit)?;
    let (Beside::Behind(other) | Beside::Before(other)) = beside;
    if other == id || object.at(FIELD).is_none() {
        return Ok(());
    }
    let Some(mut at) = rank_of(tx, object, other)? else { return Ok(()) };
    let mut found = free(tx, object, id, beside, &at)?;
    if found.as_ref().is_none_or(|rank| rank.len() > LONGEST) {
        make_room(tx, object, &at)?;
        at = rank_of(tx, object, other)?.unwrap_or(at);
        found = free(tx, object, id, beside, &at)?;
    }
    if let Some(rank) = found {
        write(tx, object, id, &rank)?;
    }
    tx.emit(object.key);
    Ok(())
}

/// The place of a card that the actor sees.
fn rank_of(cx: &Cx, object: &Object, id: Id) -> Result<Option<String>> {
    let seen = access::and_seen(cx, object, "t")?;
    let sql = format!(
        "SELECT t.{FIELD} FROM {} AS t WHERE t.workspace_id = ?1 AND t.id = ?2 AND t.trashed_at = 0{seen}",
        object.table
    );
    Ok(cx.query_one(&sql, &[cx.workspace().into(), id.into()])?.map(|row| row.text(0).to_owned()))
}

/// Between a card and the next one of all, whoever sees that.
fn free(cx: &Cx, object: &Object, id: Id, beside: Beside, at: &str) -> Result<Option<String>> {
    let (other, than, way) = match beside {
        Beside::Behind(other) => (other, ">", "ASC"),
        Beside::Before(other) => (other, "<", "DESC"),
    };
    let ours = access::of_object(object, "t");
    let sql = format!(
        "SELECT t.{FIELD} FROM {} AS t WHERE t.workspace_id = ?1 AND t.trashed_at = 0{ours} AND t.id <> ?4 \
         AND (t.{FIELD}, t.id) {than} (?2, ?3) ORDER BY t.{FIELD} {way}, t.id {way} LIMIT 1",
        object.table
    );
    let params: [Value; 4] = [cx.workspace().into(), at.into(), other.into(), id.into()];
    let next = cx.query_one(&sql, &params)?.map(|row| row.text(0).to_owned());
    Ok(match beside {
        Beside::Behind(_) => between(at, next.as_deref()),
        Beside::Before(_) => match next {
            Some(before) => between(&before, Some(at)),
            // Before all others, and behind what is made from now on.
            None => between(&of_new(Id::new(cx.now())), Some(at)).or_else(|| between("", Some(at))),
        },
    })
}

/// Gives the cards from a place on new places between their neighbours, as many as it takes to make them short.
fn make_room(tx: &mut Tx, object: &Object, at: &str) -> Result<()> {
    let ours = access::of_object(object, "t");
    let living = format!("FROM {} AS t WHERE t.workspace_id = ?1 AND t.trashed_at = 0{ours}", object.table);
    let below =
        format!("SELECT t.{FIELD} {living} AND t.{FIELD} < ?2 ORDER BY t.{FIELD} DESC, t.id DESC LIMIT 1");
    let from =
        format!("SELECT t.id, t.{FIELD} {living} AND t.{FIELD} >= ?2 ORDER BY t.{FIELD}, t.id LIMIT ?3");
    let workspace: Value = tx.workspace().into();
    let low = tx.query_one(&below, &[workspace.clone(), at.into()])?;
    let low = low.map(|row| row.text(0).to_owned()).unwrap_or_default();
    let mut count = FEW;
    loop {
        let rows: Vec<Row> = tx.query(&from, &[workspace.clone(), at.into(), (count + 1).into()])?;
        let high = rows.get(count).map(|row| row.text(1).to_owned());
        let room = spread(&low, high.as_deref(), rows.len().min(count));
        let fits = |ranks: &Vec<String>| ranks.iter().all(|rank| rank.len() <= LONGEST / 2);
        match room.filter(|ranks| high.is_none() || fits(ranks)) {
            Some(ranks) => {
                for (row, rank) in rows.iter().zip(&ranks) {
                    write(tx, object, row.get(0)?, rank)?;
                }
                return Ok(());
            }
            None if high.is_none() => return Ok(()),
            None => count *= MORE,
        }
    }
}

fn write(tx: &mut Tx, object: &Object, id: Id, rank: &str) -> Result<()> {
    let sql = format!("UPDATE {} SET {FIELD} = ?3 WHERE workspace_id = ?1 AND id = ?2", object.table);
    tx.execute(&sql, &[tx.workspace().into(), id.into(), rank.into()]).map(drop)
}

/// Gives all records that have no place one: those that were there before their object had places.
pub(crate) fn fill(tx: &mut Tx, table: &str) -> Result<()> {
    let (mut workspace, mut last) = (Id::NIL, Id::NIL);
    let next = format!(
        "SELECT workspace_id, id FROM {table} WHERE (workspace_id, id) > (?1, ?2) ORDER BY workspace_id, id LIMIT 5000"
    );
    let give = format!("UPDATE {table} SET {FIELD} = ?3 WHERE workspace_id = ?1 AND id = ?2");
    loop {
        let rows = tx.query(&next, &[workspace.into(), last.into()])?;
        if rows.is_empty() {
            return Ok(());
        }
        for row in &rows {
            (workspace, last) = (row.get(0)?, row.get(1)?);
            tx.execute(&give, &[workspace.into(), last.into(), of_new(last).into()])?;
        }
    }
}
