//! Reading notices, under the rights that their reader has now: one about a card that is not seen any more, about what was
//! thrown away or taken back, or about hidden fields alone is not there. A condition of the statement, so counts agree.

use kernel::{Cx, Error, Id, Result, Row, Timestamp, Tx, Value};

use super::{Kind, write};
use crate::{access, catalog, changes, object::ObjectKind};

/// One line of what somebody is told.
#[derive(Debug, Clone)]
pub struct Notice {
    pub id: Id,
    pub kind: Kind,
    pub at: Timestamp,
    /// The card by its object's key and id; the first of several.
    pub object: String,
    pub record: Id,
    /// What stands on it: a comment, a call, or `job`.
    pub part: Option<(String, Id)>,
    pub set: Id,
    /// None when Kartotek itself did it.
    pub actor: Option<Id>,
    /// The fields that were changed, hidden ones too.
    pub fields: Vec<String>,
    /// On how many cards.
    pub cards: u64,
    /// How many changes this line stands for.
    pub times: u64,
    pub is_read: bool,
}

/// Unread ones are counted so far.
const MOST_COUNTED: i64 = 100;

const COLUMNS: &str = "n.id, n.kind, n.at, n.object, n.record_id, n.part_object, n.part_id, n.set_id, n.actor_id, \
    n.fields, n.cards, n.times, n.read_at FROM notices AS n WHERE n.workspace_id = ?1 AND n.user_id = ?2";

/// The actor's notices, newest first, from before one on.
pub fn page(cx: &Cx, before: Option<Id>, only_unread: bool, limit: usize) -> Result<Vec<Notice>> {
    let Some(user) = cx.actor().user() else { return Ok(Vec::new()) };
    let visible = visible(cx)?;
    let unread = if only_unread { " AND n.read_at = 0" } else { "" };
    let sql = format!(
        "SELECT {COLUMNS} AND n.shown = 1 AND n.id < ?3{unread}{visible} ORDER BY n.id DESC LIMIT ?4"
    );
    let params: [Value; 4] =
        [cx.workspace().into(), user.into(), before.unwrap_or(changes::LAST).into(), limit.into()];
    cx.query(&sql, &params)?.iter().map(read).collect()
}

/// One of the actor's notices.
pub fn find(cx: &Cx, id: Id) -> Result<Notice> {
    let user = cx.actor().user().ok_or(Error::NotFound)?;
    let visible = visible(cx)?;
    let sql = format!("SELECT {COLUMNS} AND n.shown = 1 AND n.id = ?3{visible}");
    let row = cx.query_one(&sql, &[cx.workspace().into(), user.into(), id.into()])?;
    read(&row.ok_or(Error::NotFound)?)
}

/// How many the actor has not read; a hundred stands for more.
pub fn unread(cx: &Cx) -> Result<u64> {
    let Some(user) = cx.actor().user() else { return Ok(0) };
    let visible = visible(cx)?;
    let sql = format!(
        "SELECT COUNT(*) FROM (SELECT 1 FROM notices AS n WHERE n.workspace_id = ?1 AND n.user_id = ?2 \
         AND n.read_at = 0 AND n.shown = 1{visible} LIMIT {MOST_COUNTED}) AS few"
    );
    let row = cx.query_one(&sql, &[cx.workspace().into(), user.into()])?;
    Ok(row.map_or(0, |row| row.int(0).max(0) as u64))
}

/// Whether the actor has not read something about this card.
pub fn unread_about(cx: &Cx, card: Id) -> Result<bool> {
    let Some(user) = cx.actor().user() else { return Ok(false) };
    let sql = "SELECT 1 FROM notices WHERE workspace_id = ?1 AND record_id = ?2 AND user_id = ?3 AND read_at = 0 LIMIT 1";
    Ok(cx.query_one(sql, &[cx.workspace().into(), card.into(), user.into()])?.is_some())
}

/// What the actor is to be told by mail and has not read, the oldest first; it waits no longer.
pub fn take_due(tx: &mut Tx) -> Result<Vec<Notice>> {
    let Some(user) = tx.actor().user() else { return Ok(Vec::new()) };
    let visible = visible(tx)?;
    let key: [Value; 2] = [tx.workspace().into(), user.into()];
    // What is written meanwhile waits for the next letter.
    let last = "SELECT id FROM notices WHERE workspace_id = ?1 AND user_id = ?2 AND mail = 'due' ORDER BY id DESC LIMIT 1";
    let Some(last) = tx.query_one(last, &key)? else { return Ok(Vec::new()) };
    let key: [Value; 3] = [tx.workspace().into(), user.into(), last.get::<Id>(0)?.into()];
    let sql = format!(
        "SELECT {COLUMNS} AND n.mail = 'due' AND n.read_at = 0 AND n.id <= ?3{visible} ORDER BY n.id"
    );
    let due = tx.query(&sql, &key)?.iter().map(read).collect::<Result<Vec<Notice>>>()?;
    tx.execute(
        "UPDATE notices SET mail = 'done' WHERE workspace_id = ?1 AND user_id = ?2 AND mail = 'due' AND id <= ?3",
        &key,
    )?;
    Ok(due)
}

fn read(row: &Row) -> Result<Notice> {
    let (part, actor): (Id, Id) = (row.get(6)?, row.get(8)?);
    Ok(Notice {
        id: row.get(0)?,
        kind: Kind::from_key(row.text(1)).ok_or_else(|| Error::internal("a notice is of an unknown kind"))?,
        at: row.get(2)?,
        object: row.text(3).to_owned(),
        record: row.get(4)?,
        part: (!part.is_nil()).then(|| (row.text(5).to_owned(), part)),
        set: row.get(7)?,
        actor: (!actor.is_nil()).then_some(actor),
        fields: write::fields(row.text(9)).map(str::to_owned).collect(),
        cards: row.int(10).max(1) as u64,
        times: row.int(11).max(1) as u64,
        is_read: row.int(12) != 0,
    })
}

/// What of the notices `n` the actor may be told.
fn visible(cx: &Cx) -> Result<String> {
    let mut all = String::new();
    let card = access::and_seen_rows(cx, "n.object", "n.record_id")?;
    if !card.is_empty() {
        let in_set = access::and_seen_rows(cx, "c.object", "c.record_id")?;
        // The card it names is asked first: of a large set it takes long to find another one that is seen.
        all.push_str(&format!(
            " AND (n.kind = 'finished' OR (1 = 1{card}) OR (n.cards > 1 AND EXISTS (SELECT 1 FROM changes c \
             WHERE c.workspace_id = n.workspace_id AND c.set_id = n.set_id{in_set})))"
        ));
    }
    all.push_str(&part_is_there(cx)?);
    all.push_str(&tells_something(cx)?);
    // One that stands for several changes outlives the undoing of the last.
    all.push_str(
        " AND NOT (n.times = 1 AND EXISTS (SELECT 1 FROM change_sets s WHERE s.workspace_id = n.workspace_id \
         AND s.id = n.set_id AND s.undone_by IS NOT NULL))",
    );
    Ok(all)
}

/// A comment or call that was thrown away, or is not the reader's to see, is told of no more.
fn part_is_there(cx: &Cx) -> Result<String> {
    let catalog = catalog(cx)?;
    let activities = catalog.objects().iter().filter(|object| object.kind == ObjectKind::Activity);
    let mut any = vec!["n.part_object IN ('', 'job')".to_owned(), "n.cards > 1".to_owned()];
    for object in activities {
        any.push(format!(
            "(n.part_object = '{}' AND EXISTS (SELECT 1 FROM {} AS p WHERE p.workspace_id = n.workspace_id \
             AND p.id = n.part_id AND p.trashed_at = 0{}))",
            object.key,
            object.table,
            access::and_seen(cx, object, "p")?
        ));
    }
    Ok(format!(" AND ({})", any.join(" OR ")))
}

/// That something changed of which the reader may know nothing is not told either.
fn tells_something(cx: &Cx) -> Result<String> {
    let mut all = String::new();
    for object in catalog(cx)?.objects().iter().filter(|object| !object.withheld.is_empty()) {
        let mut left = "n.fields".to_owned();
        for at in &object.withheld {
            left = format!("REPLACE({left}, '<{}>', '')", object.fields[*at].key);
        }
        all.push_str(&format!(" AND NOT (n.object = '{}' AND n.fields <> '' AND {left} = '')", object.key));
    }
    Ok(all)
}
