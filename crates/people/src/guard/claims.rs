//! Soft claims: whoever opens a card, or begins to call from it, holds it for a quarter of an hour, longer as long as it is open.
//! Others are told; nobody is kept out. A claim stands under the card and under the companies and households it belongs to,
//! so that one look finds those of the whole circle.

use kernel::{Cx, Id, Result, Row, Timestamp, Tx, clock::MINUTE};
use records::Record;

use crate::guard::Circle;

/// How long a claim holds, and from when on before its end it is renewed.
const HOLDS: i64 = 15 * MINUTE;
const RENEWED: i64 = 10 * MINUTE;

/// What somebody does with the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Through {
    /// It is open before them.
    Page,
    /// They are calling.
    Call,
}

impl Through {
    const fn key(self) -> &'static str {
        match self {
            Through::Page => "page",
            Through::Call => "call",
        }
    }
}

/// A colleague has a card in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    pub by: Id,
    pub object: String,
    pub card: Id,
    pub through: Through,
    pub since: Timestamp,
}

const CLAIM: &str = "user_id, object, card_id, through, since_at";

fn read(row: &Row) -> Result<Claim> {
    let through = if row.text(3) == Through::Call.key() { Through::Call } else { Through::Page };
    Ok(Claim {
        by: row.get(0)?,
        object: row.text(1).to_owned(),
        card: row.get(2)?,
        through,
        since: row.get(4)?,
    })
}

/// What colleagues have in hand of a circle, calls first, then the longest.
pub(super) fn of_others(cx: &Cx, circle: &Circle) -> Result<Vec<Claim>> {
    let me = cx.actor().user().unwrap_or(Id::NIL);
    let sql = format!(
        "SELECT {CLAIM} FROM claims WHERE workspace_id = ?1 AND place_id = ?2 AND until_at > ?3 AND user_id <> ?4"
    );
    let mut found: Vec<Claim> = Vec::new();
    for (_, place) in circle.cards.iter().take(circle.nearest) {
        let rows = cx.query(&sql, &[cx.workspace().into(), (*place).into(), cx.now().into(), me.into()])?;
        for row in &rows {
            let claim = read(row)?;
            if !found.iter().any(|other| (other.by, other.card) == (claim.by, claim.card)) {
                found.push(claim);
            }
        }
    }
    found.sort_by_key(|claim| (claim.through == Through::Page, claim.since));
    Ok(found)
}

/// The topic under which pages hear of claims at a place.
pub(crate) fn topic(place: Id) -> String {
    format!("claims:{place}")
}

/// Whether the actor's claim has to be written, because there is none or it is soon over.
pub(crate) fn is_due(cx: &Cx, card: Id, through: Through) -> Result<bool> {
    let Some(user) = cx.actor().user() else { return Ok(false) };
    let row = cx.query_one(
        "SELECT through, until_at FROM claims WHERE workspace_id = ?1 AND place_id = ?2 AND user_id = ?3 AND card_id = ?2",
        &[cx.workspace().into(), card.into(), user.into()],
    )?;
    Ok(row.is_none_or(|row| row.text(0) != through.key() || row.int(1) < cx.now().plus(RENEWED).micros()))
}

/// How the actor holds a card now, if they do.
pub(crate) fn own(cx: &Cx, card: Id) -> Result<Option<Through>> {
    let Some(user) = cx.actor().user() else { return Ok(None) };
    let sql = format!(
        "SELECT {CLAIM} FROM claims WHERE workspace_id = ?1 AND place_id = ?2 AND user_id = ?3 AND card_id = ?2 AND until_at > ?4"
    );
    let row = cx.query_one(&sql, &[cx.workspace().into(), card.into(), user.into(), cx.now().into()])?;
    Ok(row.as_ref().map(read).transpose()?.map(|claim| claim.through))
}

/// Takes the card in hand, or goes on holding it. What was over is cleared away.
pub(crate) fn hold(tx: &mut Tx, card: &Record, through: Through) -> Result<()> {
    let Some(user) = tx.actor().user() else { return Ok(()) };
    let (workspace, now) = (tx.workspace(), tx.now());
    let held = own(tx, card.id)?;
    tx.execute(
        "DELETE FROM claims WHERE workspace_id = ?1 AND user_id = ?2 AND until_at <= ?3",
        &[workspace.into(), user.into(), now.into()],
    )?;
    let circle = Circle::places(tx, card)?;
    for (_, place) in &circle {
        tx.execute(
            "INSERT INTO claims (workspace_id, place_id, user_id, card_id, object, through, since_at, until_at) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (workspace_id, place_id, user_id, card_id) \
             DO UPDATE SET through = excluded.through, until_at = excluded.until_at",
            &[
                workspace.into(),
                (*place).into(),
                user.into(),
                card.id.into(),
                card.object.key.into(),
                through.key().into(),
                now.into(),
                now.plus(HOLDS).into(),
            ],
        )?;
        // Others need not hear that it goes on.
        if held != Some(through) {
            tx.emit(topic(*place));
        }
    }
    Ok(())
}

/// Puts the card down. Who is calling does not hang up by closing the page.
pub fn put_down(tx: &mut Tx, card: Id) -> Result<()> {
    let Some(user) = tx.actor().user() else { return Ok(()) };
    let key = [tx.workspace().into(), user.into(), card.into(), Through::Page.key().into()];
    let sql = "SELECT place_id FROM claims WHERE workspace_id = ?1 AND user_id = ?2 AND card_id = ?3 AND through = ?4";
    let places: Vec<Id> = tx.query(sql, &key)?.iter().map(|row| row.get(0)).collect::<Result<_>>()?;
    if places.is_empty() {
        return Ok(());
    }
    tx.execute(
        "DELETE FROM claims WHERE workspace_id = ?1 AND user_id = ?2 AND card_id = ?3 AND through = ?4",
        &key,
    )?;
    places.into_iter().for_each(|place| tx.emit(topic(place)));
    Ok(())
}
