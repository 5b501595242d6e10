//! History: who changed what, when, through what, before and after. A change set is what one person did in one go
//! and what one undo takes back; its changes are append-only.

mod bulk;
pub mod feed;
mod latest;

use std::collections::{BTreeMap, HashMap};

use anyhow::Context;
use kernel::{Cx, Id, Result, Role, Row, Timestamp, Tx, Value};
use serde::{Deserialize, Serialize};

use self::bulk::Bulk;
pub use self::latest::latest;
use crate::{
    Json,
    access::{self, fields},
    catalog,
    notices::{self, News},
    record,
};

/// A change set that is being written. It reaches the database with its first change, so doing nothing leaves none.
#[derive(Debug)]
pub struct ChangeSet {
    pub id: Id,
    /// What was done, as a key of the catalogue: `change-created`.
    label: &'static str,
    /// What it was done to, as people read it.
    subject: String,
    undoes: Option<Id>,
    stored: bool,
    touched: u64,
    /// The record whose behaviour is being told that it was created; it need not be told of its own relations.
    pub(crate) creating: Option<Id>,
    pub(crate) bulk: Option<Bulk>,
    /// What others may want to hear of.
    pub(crate) news: News,
}

/// The label of a set that was done although something spoke against it; its subject is the reason.
pub const DESPITE: &str = "change-despite";

impl ChangeSet {
    pub fn new(tx: &Tx, label: &'static str) -> ChangeSet {
        ChangeSet {
            id: tx.new_id(),
            label,
            subject: String::new(),
            undoes: None,
            stored: false,
            touched: 0,
            creating: None,
            bulk: None,
            news: News::default(),
        }
    }

    pub fn about(mut self, subject: impl Into<String>) -> ChangeSet {
        self.subject = subject.into();
        self
    }

    /// It is done although something speaks against it, for this reason, which stays with it.
    pub fn despite(&mut self, tx: &mut Tx, reason: &str) -> Result<()> {
        self.label = DESPITE;
        reason.clone_into(&mut self.subject);
        if !self.stored {
            return Ok(());
        }
        tx.execute(
            "UPDATE change_sets SET label = ?3, subject = ?4 WHERE workspace_id = ?1 AND id = ?2",
            &[tx.workspace().into(), self.id.into(), self.label.into(), reason.into()],
        )
        .map(drop)
    }

    /// A set whose id is known before it begins, because a job makes it.
    pub(crate) fn with_id(id: Id, label: &'static str) -> ChangeSet {
        ChangeSet { stored: false, ..ChangeSet::resume(id, label) }
    }

    /// Goes on with a set that an earlier transaction began: imports, long undos.
    pub fn resume(id: Id, label: &'static str) -> ChangeSet {
        ChangeSet {
            id,
            label,
            subject: String::new(),
            undoes: None,
            stored: true,
            touched: 0,
            creating: None,
            bulk: None,
            news: News::default(),
        }
    }

    /// For very many records: lookup keys are written together at [`ChangeSet::close`], which must be called, the
    /// relations of a new card have no history of their own, and listeners hear of the object, not of each card.
    pub fn in_bulk(mut self) -> ChangeSet {
        self.bulk = Some(Bulk::default());
        self
    }

    /// Before a record is changed that this set may have created: what is held back for it is written.
    pub(crate) fn settle(&mut self, tx: &mut Tx, record: Id) -> Result<()> {
        match &mut self.bulk {
            Some(bulk) if bulk.is_new(record) => bulk.write(tx),
            _ => Ok(()),
        }
    }

    /// The record is known to exist: a bulk set does not look again.
    pub(crate) fn know(&mut self, record: Id) {
        if let Some(bulk) = &mut self.bulk {
            bulk.know(record);
        }
    }

    /// The card was created by this transaction's part of a bulk set.
    pub(crate) fn is_new(&self, record: Id) -> bool {
        self.bulk.as_ref().is_some_and(|bulk| bulk.is_new(record))
    }

    /// Nobody is told of it: what fills a workspace with samples is no news.
    pub fn quietly(mut self) -> ChangeSet {
        self.news.silence();
        self
    }

    pub(crate) fn undoing(mut self, set: Id) -> ChangeSet {
        self.undoes = Some(set);
        self
    }

    /// How many changes were added by this transaction.
    pub fn touched(&self) -> u64 {
        self.touched
    }

    /// Names the set after its first record when nobody named it.
    pub(crate) fn name_after(&mut self, title: impl FnOnce() -> String) {
        if self.subject.is_empty() && !self.stored {
            self.subject = title().chars().take(200).collect();
        }
    }

    /// Stores the set itself, though nothing was changed yet.
    pub fn store(&mut self, tx: &mut Tx) -> Result<()> {
        if self.stored {
            return Ok(());
        }
        self.stored = true;
        let through = tx.scope().through;
        tx.execute(
            "INSERT INTO change_sets (workspace_id, id, made_at, actor_id, through, label, subject, undoes) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            &[
                tx.workspace().into(),
                self.id.into(),
                tx.now().into(),
                tx.actor().user().into(),
                through.into(),
                self.label.into(),
                Value::from(&self.subject),
                self.undoes.into(),
            ],
        )?;
        Ok(())
    }

    pub(crate) fn add(
        &mut self,
        tx: &mut Tx,
        object: &str,
        record: Id,
        kind: Kind,
        fields: &Fields,
    ) -> Result<()> {
        let id = tx.new_id();
        self.add_as(tx, id, (object, record), kind, fields)
    }

    /// As [`ChangeSet::add`], under a key that was made earlier, so that the change stands there in the order of things.
    pub(crate) fn add_as(
        &mut self,
        tx: &mut Tx,
        id: Id,
        (object, record): (&str, Id),
        kind: Kind,
        fields: &Fields,
    ) -> Result<()> {
        self.store(tx)?;
        self.touched += 1;
        if kind != Kind::Created
            && let Ok(object) = catalog(tx)?.object(object)
        {
            self.news.changed(object, record, kind, fields.keys());
        }
        let fields = if fields.is_empty() { String::new() } else { serde_json::to_string(fields)? };
        tx.execute(
            "INSERT INTO changes (workspace_id, record_id, id, set_id, object, kind, fields) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            &[
                tx.workspace().into(),
                record.into(),
                id.into(),
                self.id.into(),
                object.into(),
                kind.key().into(),
                fields.into(),
            ],
        )?;
        Ok(())
    }

    /// Adds this transaction's changes to the count that the history shows. Called once, at the end.
    pub fn close(&mut self, tx: &mut Tx) -> Result<()> {
        if let Some(bulk) = &mut self.bulk {
            bulk.write(tx)?;
        }
        notices::tell(tx, self.id, self.undoes, std::mem::take(&mut self.news))?;
        if self.stored && self.touched > 0 {
            tx.execute(
                "UPDATE change_sets SET touched = touched + ?3 WHERE workspace_id = ?1 AND id = ?2",
                &[tx.workspace().into(), self.id.into(), Value::Int(self.touched as i64)],
            )?;
            self.touched = 0;
        }
        Ok(())
    }
}

/// Before and after, by field.
pub type Fields = BTreeMap<String, (Json, Json)>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Created,
    Edited,
    Trashed,
    Restored,
    /// The fields hold the relation under `link`; the other side has the same under `mirror`.
    Linked,
    Unlinked,
    /// Other cards were merged into it, or taken out again: its fields, and under [`crate::merge`]'s `merged_from`
    /// which cards.
    Merged,
    /// It was merged into the card under `merged_into`, or stands for itself again.
    Absorbed,
    /// A merge made a field of it refer to another card, or moved its relation under `link`.
    Moved,
}

impl Kind {
    pub const ALL: [Kind; 9] = [
        Kind::Created,
        Kind::Edited,
        Kind::Trashed,
        Kind::Restored,
        Kind::Linked,
        Kind::Unlinked,
        Kind::Merged,
        Kind::Absorbed,
        Kind::Moved,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            Kind::Created => "created",
            Kind::Edited => "edited",
            Kind::Trashed => "trashed",
            Kind::Restored => "restored",
            Kind::Linked => "linked",
            Kind::Unlinked => "unlinked",
            Kind::Merged => "merged",
            Kind::Absorbed => "absorbed",
            Kind::Moved => "moved",
        }
    }

    fn from_key(key: &str) -> Kind {
        Kind::ALL.into_iter().find(|kind| kind.key() == key).unwrap_or(Kind::Edited)
    }
}

/// One change as it is read back.
#[derive(Debug, Clone)]
pub struct Change {
    pub id: Id,
    pub set: Id,
    pub object: String,
    pub record: Id,
    pub kind: Kind,
    pub fields: Fields,
    /// Of its set.
    pub made: Made,
}

/// Who did it, when and through what.
#[derive(Debug, Clone)]
pub struct Made {
    pub at: Timestamp,
    pub by: Option<Id>,
    pub through: String,
    pub undone: bool,
}

const CHANGE: &str = "c.id, c.set_id, c.object, c.record_id, c.kind, c.fields, s.made_at, s.actor_id, s.through, s.undone_by \
    FROM changes c JOIN change_sets s ON s.workspace_id = c.workspace_id AND s.id = c.set_id";

fn read_change(row: &Row) -> Result<Change> {
    let fields = match row.text(5) {
        "" => Fields::new(),
        json => serde_json::from_str(json).context("reading a change")?,
    };
    let undone: Option<Id> = row.get(9)?;
    Ok(Change {
        id: row.get(0)?,
        set: row.get(1)?,
        object: row.text(2).to_owned(),
        record: row.get(3)?,
        kind: Kind::from_key(row.text(4)),
        fields,
        made: Made {
            at: row.get(6)?,
            by: row.get(7)?,
            through: row.text(8).to_owned(),
            undone: undone.is_some(),
        },
    })
}

/// The changes of a record, newest first, from before a change on.
pub fn of_record(cx: &Cx, record: Id, before: Option<Id>, limit: usize) -> Result<Vec<Change>> {
    let rows = cx.query(
        &format!(
            "SELECT {CHANGE} WHERE c.workspace_id = ?1 AND c.record_id = ?2 AND c.id < ?3 ORDER BY c.id DESC LIMIT ?4"
        ),
        &[cx.workspace().into(), record.into(), before.unwrap_or(LAST).into(), limit.into()],
    )?;
    rows.iter().map(|row| told(cx, read_change(row)?)).collect()
}

/// What a set changed of the fields of a record.
pub(crate) fn of_record_in(cx: &Cx, record: Id, set: Id) -> Result<Option<Change>> {
    let sql = format!(
        "SELECT {CHANGE} WHERE c.workspace_id = ?1 AND c.record_id = ?2 AND c.set_id = ?3 AND c.kind = 'edited' \
         ORDER BY c.id DESC LIMIT 1"
    );
    let row = cx.query_one(&sql, &[cx.workspace().into(), record.into(), set.into()])?;
    row.map(|row| read_change(&row)).transpose()
}

/// The changes of several records as one history, newest first: a card's own and those of the cards merged into it.
pub fn of_records(cx: &Cx, records: &[Id], before: Option<Id>, limit: usize) -> Result<Vec<Change>> {
    if let [one] = records {
        return of_record(cx, *one, before, limit);
    }
    let mut found = Vec::new();
    for record in records {
        found.extend(of_record(cx, *record, before, limit)?);
    }
    found.sort_by_key(|change| std::cmp::Reverse(change.id));
    found.truncate(limit);
    Ok(found)
}

/// The latest change of a kind to each of these records, as who made it and when; for a page of a list.
pub fn last_of_kind(cx: &Cx, records: &[Id], kind: Kind) -> Result<HashMap<Id, Made>> {
    let mut found = HashMap::with_capacity(records.len());
    for records in records.chunks(200) {
        let sql = format!(
            "SELECT {CHANGE} WHERE c.workspace_id = ?1 AND c.kind = ?2 AND c.record_id IN ({}) ORDER BY c.id",
            record::marks(3, records.len())
        );
        let mut params: Vec<Value> = vec![cx.workspace().into(), kind.key().into()];
        params.extend(records.iter().copied().map(Value::from));
        for row in cx.query(&sql, &params)? {
            let change = read_change(&row)?;
            found.insert(change.record, change.made);
        }
    }
    Ok(found)
}

/// The key after all others.
pub(crate) const LAST: Id = Id::from_bytes([0xff; 16]);

/// The changes of a set to records that the actor may see, newest first, from before a change on.
pub fn of_set(cx: &Cx, set: Id, before: Option<Id>, limit: usize) -> Result<Vec<Change>> {
    let seen = access::and_seen_rows(cx, "c.object", "c.record_id")?;
    let rows = cx.query(
        &format!(
            "SELECT {CHANGE} WHERE c.workspace_id = ?1 AND c.set_id = ?2 AND c.id < ?3{seen} ORDER BY c.id DESC LIMIT ?4"
        ),
        &[cx.workspace().into(), set.into(), before.unwrap_or(LAST).into(), limit.into()],
    )?;
    rows.iter().map(|row| told(cx, read_change(row)?)).collect()
}

/// Whether the record was created by this set.
pub(crate) fn made(cx: &Cx, set: Id, record: Id) -> Result<bool> {
    let sql = "SELECT 1 FROM changes WHERE workspace_id = ?1 AND record_id = ?2 AND set_id = ?3 AND kind = 'created'";
    Ok(cx.query_one(sql, &[cx.workspace().into(), record.into(), set.into()])?.is_some())
}

/// Tells what a set did to these records as another set, so that no undo of the first touches them. For administrators.
pub fn hand_on(tx: &mut Tx, set: Id, to: Id, records: &[Id]) -> Result<()> {
    tx.require(Role::Admin)?;
    let mut count = 0;
    for record in records {
        count += tx.execute(
            "UPDATE changes SET set_id = ?4 WHERE workspace_id = ?1 AND record_id = ?2 AND set_id = ?3",
            &[tx.workspace().into(), (*record).into(), set.into(), to.into()],
        )?;
    }
    tx.execute(
        "UPDATE change_sets SET touched = touched + ?3 WHERE workspace_id = ?1 AND id = ?2",
        &[tx.workspace().into(), to.into(), Value::Int(count as i64)],
    )?;
    Ok(())
}

/// The change without what it did to fields that are hidden from the actor.
fn told(cx: &Cx, mut change: Change) -> Result<Change> {
    if let Ok(object) = catalog(cx)?.object(&change.object) {
        for at in &object.withheld {
            let key = &object.fields[*at].key;
            if fields::hides(cx, object, key)? {
                change.fields.remove(key);
            }
        }
    }
    Ok(change)
}

/// At most `limit` changes of a set after this one, in the order they were made, but not those that made a record or moved it; with
/// what they did to every field.
pub(crate) fn edits_of_set(cx: &Cx, set: Id, after: Id, limit: usize) -> Result<Vec<Change>> {
    let rows = cx.query(
        &format!(
            "SELECT {CHANGE} WHERE c.workspace_id = ?1 AND c.set_id = ?2 AND c.id > ?3 \
             AND c.kind IN ('edited', 'linked', 'unlinked') ORDER BY c.id LIMIT ?4"
        ),
        &[cx.workspace().into(), set.into(), after.into(), limit.into()],
    )?;
    rows.iter().map(read_change).collect()
}

/// A change set as the history shows it.
#[derive(Debug, Clone)]
pub struct Entry {
    pub id: Id,
    pub made: Made,
    /// A key of the catalogue.
    pub label: String,
    pub subject: String,
    pub touched: u64,
    pub undoes: Option<Id>,
    pub undone_by: Option<Id>,
}

const ENTRY: &str = "s.id, s.made_at, s.actor_id, s.through, s.undone_by, s.label, s.subject, s.touched, s.undoes \
    FROM change_sets AS s";

fn read_entry(row: &Row) -> Result<Entry> {
    let undone_by: Option<Id> = row.get(4)?;
    Ok(Entry {
        id: row.get(0)?,
        made: Made {
            at: row.get(1)?,
            by: row.get(2)?,
            through: row.text(3).to_owned(),
            undone: undone_by.is_some(),
        },
        label: row.text(5).to_owned(),
        subject: row.text(6).to_owned(),
        touched: row.int(7).max(0) as u64,
        undoes: row.get(8)?,
        undone_by,
    })
}

/// The workspace's change sets of which the actor may see something, newest first, from before a set on.
pub fn recent(cx: &Cx, before: Option<Id>, limit: usize) -> Result<Vec<Entry>> {
    let touches = touches_seen(cx)?;
    let rows = cx.query(
        &format!(
            "SELECT {ENTRY} WHERE s.workspace_id = ?1 AND s.id < ?2{touches} ORDER BY s.id DESC LIMIT ?3"
        ),
        &[cx.workspace().into(), before.unwrap_or(LAST).into(), limit.into()],
    )?;
    rows.iter().map(|row| discreet(cx, read_entry(row)?)).collect()
}

/// One change set, if the actor may see something of it.
pub fn find(cx: &Cx, set: Id) -> Result<Entry> {
    let touches = touches_seen(cx)?;
    let row = cx.query_one(
        &format!("SELECT {ENTRY} WHERE s.workspace_id = ?1 AND s.id = ?2{touches}"),
        &[cx.workspace().into(), set.into()],
    )?;
    discreet(cx, read_entry(&row.ok_or(kernel::Error::NotFound)?)?)
}

/// For sets `s`: one of its changes is to a record that the actor may see.
fn touches_seen(cx: &Cx) -> Result<String> {
    let seen = access::and_seen_rows(cx, "c.object", "c.record_id")?;
    if seen.is_empty() {
        return Ok(seen);
    }
    Ok(format!(
        " AND EXISTS (SELECT 1 FROM changes c WHERE c.workspace_id = s.workspace_id AND c.set_id = s.id{seen})"
    ))
}

/// A set that also touched what the actor may not see neither names it nor counts it.
fn discreet(cx: &Cx, mut entry: Entry) -> Result<Entry> {
    let seen = access::and_seen_rows(cx, "c.object", "c.record_id")?;
    if seen.is_empty() {
        return Ok(entry);
    }
    let count = |more: &str| -> Result<u64> {
        let sql = format!("SELECT COUNT(*) FROM changes c WHERE c.workspace_id = ?1 AND c.set_id = ?2{more}");
        let row = cx.query_one(&sql, &[cx.workspace().into(), entry.id.into()])?;
        Ok(row.map_or(0, |row| row.int(0).max(0) as u64))
    };
    let shown = count(&seen)?;
    if shown < count("")? {
        entry.subject.clear();
        entry.touched = entry.touched.min(shown);
    }
    Ok(entry)
}

/// Those of the sets that exist and of which the actor may see something, by id.
pub fn find_many(cx: &Cx, sets: &[Id]) -> Result<HashMap<Id, Entry>> {
    let mut found = HashMap::with_capacity(sets.len());
    let touches = touches_seen(cx)?;
    for sets in sets.chunks(record::MOST_AT_ONCE) {
        let (marks, params) = record::these(cx, sets);
        let sql = format!("SELECT {ENTRY} WHERE s.workspace_id = ?1 AND s.id IN ({marks}){touches}");
        for row in cx.query(&sql, &params)? {
            let entry = discreet(cx, read_entry(&row)?)?;
            found.insert(entry.id, entry);
        }
    }
    Ok(found)
}

/// Marks a set as taken back by another, or as standing again.
pub(crate) fn mark_undone(tx: &mut Tx, set: Id, by: Option<Id>) -> Result<()> {
    tx.execute(
        "UPDATE change_sets SET undone_by = ?3 WHERE workspace_id = ?1 AND id = ?2",
        &[tx.workspace().into(), set.into(), by.into()],
    )?;
    Ok(())
}
