//! What happened on a card, in order of time: which activities stand on which card. The rows follow from the
//! activities' own fields; [`crate::save`] keeps them true.

use std::collections::BTreeSet;

use kernel::{Cx, Id, Result, Timestamp, Tx};

use crate::{Object, Record, access, field::as_id, record};

/// One entry of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub at: Timestamp,
    pub record: Id,
    pub object: String,
}

/// The entries of a card that the actor may see, newest first, from before a position on.
pub fn of_card(cx: &Cx, card: Id, before: Option<(Timestamp, Id)>, limit: usize) -> Result<Vec<Entry>> {
    let (at, id) = before.unwrap_or((Timestamp::from_micros(i64::MAX), crate::changes::LAST));
    let seen = access::and_seen_rows(cx, "e.object", "e.record_id")?;
    let rows = cx.query(
        &format!(
            "SELECT e.at, e.record_id, e.object FROM timeline AS e WHERE e.workspace_id = ?1 AND e.card_id = ?2 \
             AND (e.at, e.record_id) < (?3, ?4){seen} ORDER BY e.at DESC, e.record_id DESC LIMIT ?5"
        ),
        &[cx.workspace().into(), card.into(), at.into(), id.into(), limit.into()],
    )?;
    rows.iter()
        .map(|row| Ok(Entry { at: row.get(0)?, record: row.get(1)?, object: row.text(2).to_owned() }))
        .collect()
}

/// Everything that happened on these cards, seen or not: for rules that count it. The card, when, and the kind of record.
pub fn of_cards(cx: &Cx, cards: &[Id]) -> Result<Vec<(Id, Timestamp, String)>> {
    let mut found = Vec::new();
    for cards in cards.chunks(record::MOST_AT_ONCE) {
        let (marks, params) = record::these(cx, cards);
        let sql = format!(
            "SELECT card_id, at, object FROM timeline WHERE workspace_id = ?1 AND card_id IN ({marks})"
        );
        for row in cx.query(&sql, &params)? {
            found.push((row.get(0)?, row.get(1)?, row.text(2).to_owned()));
        }
    }
    Ok(found)
}

/// That something happened on a card: when, and whose it was. Whoever sees the card may know as much, also of what they may
/// not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trace {
    pub card: Id,
    pub at: Timestamp,
    pub record: Id,
    /// Nil when it is nobody's.
    pub by: Id,
}

/// Entries looked at, of all cards together.
const MOST_TRACES: usize = 400;

/// What others than the actor did on these cards, the nearest first, between two instants: the records of one object, newest
/// first, each once.
pub fn traces(
    cx: &Cx,
    object: &Object,
    cards: &[Id],
    (since, until): (Timestamp, Timestamp),
) -> Result<Vec<Trace>> {
    let whose = access::whose(cx.dialect(), object, "t.");
    let me = cx.actor().user().unwrap_or(Id::NIL);
    let mut found: Vec<Trace> = Vec::new();
    for cards in cards.chunks(record::MOST_AT_ONCE) {
        let (marks, mut params) = record::these(cx, cards);
        let next = params.len() + 1;
        params.extend([since.into(), until.into(), object.key.into(), MOST_TRACES.into(), me.into()]);
        let sql = format!(
            "SELECT e.card_id, e.at, e.record_id, {whose} FROM (SELECT card_id, at, record_id FROM timeline \
             WHERE workspace_id = ?1 AND card_id IN ({marks}) AND at >= ?{next} AND at <= ?{} AND object = ?{} \
             ORDER BY at DESC, record_id DESC LIMIT ?{}) AS e JOIN {} AS t ON t.workspace_id = ?1 \
             AND t.id = e.record_id{} WHERE {whose} <> ?{} ORDER BY e.at DESC, e.record_id DESC",
            next + 1,
            next + 2,
            next + 3,
            object.table,
            access::of_object(object, "t"),
            next + 4,
        );
        for row in cx.query(&sql, &params)? {
            found.push(Trace { card: row.get(0)?, at: row.get(1)?, record: row.get(2)?, by: row.get(3)? });
        }
    }
    // One that stands on several of the cards is told of the first of them, else of the last: of the card itself, else of the
    // one that it is about rather than of those that this one belongs to.
    let place = |card: Id| match cards.iter().position(|one| *one == card) {
        Some(0) | None => 0,
        Some(at) => cards.len() - at,
    };
    found.sort_by_key(|trace| (std::cmp::Reverse((trace.at, trace.record)), place(trace.card)));
    found.dedup_by_key(|trace| trace.record);
    Ok(found)
}

pub(crate) fn update(tx: &mut Tx, before: Option<&Record>, after: &Record) -> Result<()> {
    let Some(rule) = after.object.timeline else { return Ok(()) };
    let had = match before {
        Some(record) => stored(tx, record.id)?,
        None => BTreeSet::new(),
    };
    let has = places(tx, after)?;
    let workspace = tx.workspace();
    for (card, at) in had.difference(&has) {
        tx.execute(
            "DELETE FROM timeline WHERE workspace_id = ?1 AND card_id = ?2 AND at = ?3 AND record_id = ?4",
            &[workspace.into(), (*card).into(), (*at).into(), after.id.into()],
        )?;
    }
    for (card, at) in has.difference(&had) {
        tx.execute(
            "INSERT INTO timeline (workspace_id, card_id, at, record_id, object) VALUES (?1, ?2, ?3, ?4, ?5) \
             ON CONFLICT DO NOTHING",
            &[workspace.into(), (*card).into(), (*at).into(), after.id.into(), after.object.key.into()],
        )?;
    }
    // Also where it only changed, where it was taken away, and where it stands outside of time, as open tasks do.
    let about = as_id(after.get(rule.about));
    let cards: BTreeSet<Id> = had.iter().chain(&has).map(|(card, _)| *card).chain(about).collect();
    for card in cards {
        tx.emit(format!("timeline:{card}"));
    }
    Ok(())
}

fn stored(cx: &Cx, record: Id) -> Result<BTreeSet<(Id, Timestamp)>> {
    let rows = cx.query(
        "SELECT card_id, at FROM timeline WHERE workspace_id = ?1 AND record_id = ?2",
        &[cx.workspace().into(), record.into()],
    )?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// The cards and instants at which a record belongs.
fn places(cx: &Cx, record: &Record) -> Result<BTreeSet<(Id, Timestamp)>> {
    let Some(rule) = record.object.timeline else { return Ok(BTreeSet::new()) };
    let (Some(card), Some(at), None) =
        (as_id(record.get(rule.about)), record.instant(rule.at), record.trashed_at)
    else {
        return Ok(BTreeSet::new());
    };
    let _free = access::freely(cx)?;
    let others = record.object.behavior.also_on(cx, record)?;
    Ok(std::iter::once(card).chain(others).map(|card| (card, at)).collect())
}
