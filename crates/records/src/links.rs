//! Relations between cards: one row with a role and dates, read from both sides. "Anna is spouse of Bo" needs one.

pub(crate) mod moved;
mod neighbours;

use std::sync::Arc;

use kernel::{Cx, Error, FieldErrors, Id, Result, Text, Tx, Value};
use serde::{Deserialize, Serialize};

pub use self::{
    moved::of_move,
    neighbours::{leading_from, leading_to},
};
use crate::{
    Json, Object,
    access::{self, Verb},
    changes::{Change, ChangeSet, Fields, Kind},
    field::partial_date,
    object, record, roll_up,
};

/// A kind of relation that the product declares.
#[derive(Debug, Clone)]
pub struct LinkKind {
    pub key: &'static str,
    /// The object it goes from and the one it goes to.
    pub from: &'static str,
    pub to: &'static str,
    /// Both sides call it the same: spouse, friend.
    pub symmetric: bool,
    /// A role belongs to it, such as a job title.
    pub role: bool,
}

impl LinkKind {
    /// What the other card is, seen from one side; a key of the catalogue: `link-works-at-forth` is "Works at".
    pub fn text(&self, forth: bool) -> String {
        let side = if self.symmetric || forth { "forth" } else { "back" };
        format!("link-{}-{side}", self.key.replace('_', "-"))
    }
}

/// A relation as it is stored and remembered in history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    pub id: Id,
    /// The key of a [`LinkKind`], or the id of a kind that the workspace named.
    pub kind: String,
    pub from_object: String,
    pub from: Id,
    pub to_object: String,
    pub to: Id,
    #[serde(default)]
    pub role: String,
    /// `2019-04-01`, `2019-04` or `2019`; empty when unknown.
    #[serde(default)]
    pub started_on: String,
    #[serde(default)]
    pub ended_on: String,
}

/// A relation seen from one card.
#[derive(Debug, Clone)]
pub struct Related {
    pub link: Link,
    /// The card is where the relation begins.
    pub forth: bool,
    /// The other card.
    pub object: String,
    pub id: Id,
    pub title: String,
}

impl Related {
    /// Ended before this day.
    pub fn over(&self, today: jiff::civil::Date) -> bool {
        !self.link.ended_on.is_empty() && self.link.ended_on.as_str() < today.to_string().as_str()
    }
}

/// Kinds that the workspace named itself, beside those of the catalogue.
#[derive(Debug, Clone)]
pub struct CustomKind {
    pub id: Id,
    pub from_object: String,
    pub to_object: String,
    /// "Coach of", seen from where it begins, and "coached by" from the other side.
    pub forth: String,
    pub back: String,
}

/// The kinds of relation that the workspace named, the oldest first; asked once in a unit of work.
pub fn custom_kinds(cx: &Cx) -> Result<Vec<CustomKind>> {
    let kinds: Arc<Vec<CustomKind>> = cx.once(|| Ok(Arc::new(read_kinds(cx)?)))?;
    Ok(kinds.to_vec())
}

fn read_kinds(cx: &Cx) -> Result<Vec<CustomKind>> {
    let rows = cx.query(
        "SELECT id, from_object, to_object, forth, back FROM link_kinds WHERE workspace_id = ?1 ORDER BY id",
        &[cx.workspace().into()],
    )?;
    let read = |row: &kernel::Row| {
        Ok(CustomKind {
            id: row.get(0)?,
            from_object: row.text(1).to_owned(),
            to_object: row.text(2).to_owned(),
            forth: row.text(3).to_owned(),
            back: row.text(4).to_owned(),
        })
    };
    rows.iter().map(read).collect()
}

/// Names a kind of relation. The other side reads `forth` too when `back` is empty.
pub fn add_kind(tx: &mut Tx, from_object: &str, to_object: &str, forth: &str, back: &str) -> Result<Id> {
    tx.require(kernel::Role::Admin)?;
    let (forth, back) = (forth.trim(), back.trim());
    let mut errors = FieldErrors::default();
    if forth.is_empty() {
        errors.add("forth", Text::new("required"));
    }
    if forth.chars().count() > 60 || back.chars().count() > 60 {
        errors.add("forth", Text::new("too-long").with("max", 60));
    }
    errors.into_result()?;
    object::object(tx, from_object)?;
    object::object(tx, to_object)?;
    let id = tx.new_id();
    let back = if back.is_empty() { forth } else { back };
    tx.execute(
        "INSERT INTO link_kinds (workspace_id, id, from_object, to_object, forth, back) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &[tx.workspace().into(), id.into(), from_object.into(), to_object.into(), forth.into(), back.into()],
    )?;
    tx.forget::<Vec<CustomKind>>();
    Ok(id)
}

const LINK: &str = "id, kind, from_object, from_id, to_object, to_id, role, started_on, ended_on FROM links";

fn read(row: &kernel::Row) -> Result<Link> {
    Ok(Link {
        id: row.get(0)?,
        kind: row.text(1).to_owned(),
        from_object: row.text(2).to_owned(),
        from: row.get(3)?,
        to_object: row.text(4).to_owned(),
        to: row.get(5)?,
        role: row.text(6).to_owned(),
        started_on: row.text(7).to_owned(),
        ended_on: row.text(8).to_owned(),
    })
}

/// The relations of a card with cards that are not in the trash and that the actor may see, in the order they were made.
pub fn of(cx: &Cx, card: Id) -> Result<Vec<Related>> {
    let mut rows = cx.query(
        &format!("SELECT {LINK} WHERE workspace_id = ?1 AND from_id = ?2 LIMIT 500"),
        &[cx.workspace().into(), card.into()],
    )?;
    rows.extend(cx.query(
        &format!("SELECT {LINK} WHERE workspace_id = ?1 AND to_id = ?2 AND from_id <> ?2 LIMIT 500"),
        &[cx.workspace().into(), card.into()],
    )?);
    let mut found: Vec<Related> = Vec::with_capacity(rows.len());
    for row in &rows {
        let link = read(row)?;
        let forth = link.from == card;
        let (object, id) =
            if forth { (link.to_object.clone(), link.to) } else { (link.from_object.clone(), link.from) };
        found.push(Related { forth, object, id, title: String::new(), link });
    }
    for object in crate::catalog(cx)?.cards() {
        let ids: Vec<Id> =
            found.iter().filter(|other| other.object == object.key).map(|other| other.id).collect();
        if ids.is_empty() {
            continue;
        }
        let titles = living_titles(cx, object, &ids)?;
        found.retain_mut(|other| {
            if other.object == object.key {
                match titles.iter().find(|(id, _)| *id == other.id) {
                    Some((_, title)) => other.title.clone_from(title),
                    None => return false,
                }
            }
            true
        });
    }
    found.sort_by_key(|other| other.link.id);
    Ok(found)
}

fn living_titles(cx: &Cx, object: &object::Object, ids: &[Id]) -> Result<Vec<(Id, String)>> {
    let seen = access::and_seen(cx, object, "t")?;
    let (title, table) = (object.title_column(), object.table);
    let mut found = Vec::with_capacity(ids.len());
    for ids in ids.chunks(record::MOST_AT_ONCE) {
        let (marks, params) = record::these(cx, ids);
        let sql = format!(
            "SELECT t.id, t.\"{title}\" FROM {table} AS t WHERE t.workspace_id = ?1 AND t.trashed_at = 0 AND t.id IN ({marks}){seen}"
        );
        for row in cx.query(&sql, &params)? {
            found.push((row.get(0)?, row.text(1).to_owned()));
        }
    }
    Ok(found)
}

/// The relations of one kind from one card to another.
pub(crate) fn between(cx: &Cx, kind: &str, from: Id, to: Id) -> Result<Vec<Link>> {
    let rows = cx.query(
        &format!("SELECT {LINK} WHERE workspace_id = ?1 AND from_id = ?2 AND kind = ?3 AND to_id = ?4"),
        &[cx.workspace().into(), from.into(), kind.into(), to.into()],
    )?;
    rows.iter().map(read).collect()
}

/// One relation, between cards that the actor may see.
pub fn find(cx: &Cx, id: Id) -> Result<Link> {
    let seen = [("from_object", "from_id"), ("to_object", "to_id")]
        .into_iter()
        .map(|(object, card)| access::and_seen_rows(cx, object, card))
        .collect::<Result<String>>()?;
    let row = cx.query_one(
        &format!("SELECT {LINK} WHERE workspace_id = ?1 AND id = ?2{seen}"),
        &[cx.workspace().into(), id.into()],
    )?;
    read(&row.ok_or(Error::NotFound)?)
}

/// A relation to be made.
#[derive(Debug, Clone)]
pub struct NewLink<'a> {
    pub kind: &'a str,
    pub from: (&'a str, Id),
    pub to: (&'a str, Id),
    pub role: &'a str,
    pub started_on: &'a str,
    pub ended_on: &'a str,
}

impl<'a> NewLink<'a> {
    pub fn new(kind: &'a str, from: (&'a str, Id), to: (&'a str, Id)) -> NewLink<'a> {
        NewLink { kind, from, to, role: "", started_on: "", ended_on: "" }
    }

    pub fn role(mut self, role: &'a str) -> NewLink<'a> {
        self.role = role;
        self
    }
}

/// Makes a relation; both cards must exist. One that stands already (same kind, cards and role, not ended) is
/// returned as it is.
pub fn add(tx: &mut Tx, set: &mut ChangeSet, new: &NewLink) -> Result<Link> {
    let (from, to) = (object::object(tx, new.from.0)?, object::object(tx, new.to.0)?);
    let ends = [(&from, new.from.1), (&to, new.to.1)];
    let known = |id| set.is_new(id) || set.bulk.as_ref().is_some_and(|bulk| bulk.is_known(id));
    if !ends.iter().all(|(_, id)| known(*id)) {
        may_relate(tx, ends)?;
    }
    for (_, id) in ends {
        set.know(id);
    }
    let link = Link {
        id: tx.new_id(),
        kind: new.kind.to_owned(),
        from_object: new.from.0.to_owned(),
        from: new.from.1,
        to_object: new.to.0.to_owned(),
        to: new.to.1,
        role: new.role.trim().to_owned(),
        started_on: new.started_on.to_owned(),
        ended_on: new.ended_on.to_owned(),
    };
    checked(tx, &link)?;
    if set.is_new(link.from) && set.creating == Some(link.from) {
        // Part of how the card came to be: its first change says all.
        insert(tx, &link)?;
        count(tx, set, &link)?;
        tell(tx, set, &link)?;
        return Ok(link);
    }
    if let Some(same) = same(tx, &link)? {
        return Ok(same);
    }
    insert(tx, &link)?;
    remember(tx, set, Kind::Linked, &link)?;
    count(tx, set, &link)?;
    tell(tx, set, &link)?;
    Ok(link)
}

/// Puts back a relation that was removed, with the id it had.
pub(crate) fn put_back(tx: &mut Tx, set: &mut ChangeSet, link: &Link) -> Result<()> {
    if find(tx, link.id).is_ok() {
        return Ok(());
    }
    insert(tx, link)?;
    remember(tx, set, Kind::Linked, link)?;
    count(tx, set, link)?;
    tell(tx, set, link)
}

/// Takes a relation away.
pub fn remove(tx: &mut Tx, set: &mut ChangeSet, id: Id) -> Result<Link> {
    let link = find(tx, id)?;
    may_change(tx, &link)?;
    tx.execute("DELETE FROM links WHERE workspace_id = ?1 AND id = ?2", &[tx.workspace().into(), id.into()])?;
    remember(tx, set, Kind::Unlinked, &link)?;
    count(tx, set, &link)?;
    tell(tx, set, &link)?;
    Ok(link)
}

/// Changes role and dates of a relation.
pub fn change(
    tx: &mut Tx,
    set: &mut ChangeSet,
    id: Id,
    role: &str,
    started_on: &str,
    ended_on: &str,
) -> Result<Link> {
    let before = find(tx, id)?;
    may_change(tx, &before)?;
    let after = Link {
        role: role.trim().to_owned(),
        started_on: started_on.to_owned(),
        ended_on: ended_on.to_owned(),
        ..before.clone()
    };
    checked(tx, &after)?;
    if after == before {
        return Ok(after);
    }
    tx.execute("DELETE FROM links WHERE workspace_id = ?1 AND id = ?2", &[tx.workspace().into(), id.into()])?;
    remember(tx, set, Kind::Unlinked, &before)?;
    insert(tx, &after)?;
    remember(tx, set, Kind::Linked, &after)?;
    count(tx, set, &after)?;
    tell(tx, set, &after)?;
    Ok(after)
}

/// Both cards must be seen, and one of them may be changed.
fn may_relate(cx: &Cx, ends: [(&Arc<Object>, Id); 2]) -> Result<()> {
    let mut changeable = false;
    for (object, id) in ends {
        if !access::holds(cx, object, id, Verb::See)? {
            return Err(Error::NotFound);
        }
        changeable = changeable || access::holds(cx, object, id, Verb::Edit)?;
    }
    if changeable { Ok(()) } else { Err(Error::Denied) }
}

fn may_change(cx: &Cx, link: &Link) -> Result<()> {
    let (from, to) = (object::object(cx, &link.from_object)?, object::object(cx, &link.to_object)?);
    may_relate(cx, [(&from, link.from), (&to, link.to)])
}

fn checked(cx: &Cx, link: &Link) -> Result<()> {
    let mut errors = FieldErrors::default();
    let declared = crate::catalog(cx)?
        .link_kinds
        .iter()
        .any(|kind| kind.key == link.kind && kind.from == link.from_object && kind.to == link.to_object);
    if !declared && !custom_kinds(cx)?.iter().any(|kind| kind.id.to_string() == link.kind) {
        errors.add("kind", Text::new("not-a-choice"));
    }
    if link.from == link.to {
        errors.add("to", Text::new("link-to-itself"));
    }
    if link.role.chars().count() > 200 {
        errors.add("role", Text::new("too-long").with("max", 200));
    }
    for (name, date) in [("started_on", &link.started_on), ("ended_on", &link.ended_on)] {
        let whole = format!("{date}{}", "-01".repeat(3usize.saturating_sub(date.split('-').count())));
        if !date.is_empty() && partial_date::parts(&whole).is_none_or(|(year, _, _)| year.is_none()) {
            errors.add(name, Text::new("not-a-date"));
        }
    }
    if !link.ended_on.is_empty() && link.ended_on < link.started_on {
        errors.add("ended_on", Text::new("ends-before-it-starts"));
    }
    errors.into_result()
}

fn same(cx: &Cx, link: &Link) -> Result<Option<Link>> {
    let found = between(cx, &link.kind, link.from, link.to)?;
    Ok(found.into_iter().find(|have| have.role == link.role && have.ended_on == link.ended_on))
}

fn insert(tx: &mut Tx, link: &Link) -> Result<()> {
    tx.execute(
        "INSERT INTO links (workspace_id, id, kind, from_object, from_id, to_object, to_id, role, started_on, ended_on, \
         created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        &[
            tx.workspace().into(),
            link.id.into(),
            Value::from(&link.kind),
            Value::from(&link.from_object),
            link.from.into(),
            Value::from(&link.to_object),
            link.to.into(),
            Value::from(&link.role),
            Value::from(&link.started_on),
            Value::from(&link.ended_on),
            tx.now().into(),
        ],
    )?;
    Ok(())
}

/// The relation that a change made or ended, and whether it begins at the changed card. What [`remember`] wrote.
pub fn of_change(change: &Change) -> Option<(Link, bool)> {
    let side = |name: &str| {
        let (was, is) = change.fields.get(name)?;
        serde_json::from_value(if is.is_null() { was.clone() } else { is.clone() }).ok()
    };
    if !matches!(change.kind, Kind::Linked | Kind::Unlinked) {
        return None;
    }
    side("link").map(|link| (link, true)).or_else(|| side("mirror").map(|link| (link, false)))
}

/// One change on each side; undo reads the one where the relation begins.
fn remember(tx: &mut Tx, set: &mut ChangeSet, kind: Kind, link: &Link) -> Result<()> {
    let stored = serde_json::to_value(link)?;
    let fields = |name: &str| match kind {
        Kind::Linked => Fields::from([(name.to_owned(), (Json::Null, stored.clone()))]),
        _ => Fields::from([(name.to_owned(), (stored.clone(), Json::Null))]),
    };
    set.add(tx, &link.from_object, link.from, kind, &fields("link"))?;
    set.add(tx, &link.to_object, link.to, kind, &fields("mirror"))
}

/// Brings what the cards at both ends count over this relation up to date; in a set of very many cards, at its end.
fn count(tx: &mut Tx, set: &mut ChangeSet, link: &Link) -> Result<()> {
    let stale = roll_up::stale_by(tx, link)?;
    match &mut set.bulk {
        Some(bulk) => {
            bulk.outdated(stale);
            Ok(())
        }
        None => roll_up::refresh(tx, stale),
    }
}

fn tell(tx: &mut Tx, set: &mut ChangeSet, link: &Link) -> Result<()> {
    for (name, id) in [(&link.from_object, link.from), (&link.to_object, link.to)] {
        if set.creating != Some(id) {
            let object = object::object(tx, name)?;
            let _free = access::freely(tx)?;
            object.behavior.related(tx, set, id, link)?;
        }
        if set.bulk.is_none() {
            tx.emit(format!("{name}:{id}"));
        }
    }
    Ok(())
}
