//! Relations of cards that become one: they move to the card that stays, those that say the same are folded, and one
//! between two of the cards goes. The undo moves each back, with what was changed of it since.

use std::collections::HashSet;

use kernel::{Cx, Error, Id, Result, Tx, Value};

use super::{LINK, Link, count, find, insert, read};
use crate::{
    Record,
    changes::{self, Change, ChangeSet, Fields, Kind},
    object::object,
    record,
};

/// Every relation of the card, also with cards in the trash.
pub(crate) fn all_of(cx: &Cx, card: Id) -> Result<Vec<Link>> {
    let mut found: Vec<Link> = Vec::new();
    for end in ["from_id", "to_id"] {
        let sql = format!("SELECT {LINK} WHERE workspace_id = ?1 AND {end} = ?2");
        for row in cx.query(&sql, &[cx.workspace().into(), card.into()])? {
            let link = read(&row)?;
            if found.iter().all(|have| have.id != link.id) {
                found.push(link);
            }
        }
    }
    found.sort_by_key(|link| link.id);
    Ok(found)
}

impl Link {
    /// With one card in the place of others.
    fn led_to(&self, card: Id, instead_of: &[Id]) -> Link {
        let put = |id: Id| if instead_of.contains(&id) { card } else { id };
        Link { from: put(self.from), to: put(self.to), ..self.clone() }
    }

    /// They say the same of the same cards, perhaps seen from either side of a symmetric relation.
    fn says_same(&self, other: &Link, symmetric: bool) -> bool {
        let ends = (self.from, self.to) == (other.from, other.to)
            || (symmetric && (self.from, self.to) == (other.to, other.from));
        let dates = |link: &Link| (link.started_on.clone(), link.ended_on.clone());
        self.kind == other.kind && ends && self.role == other.role && dates(self) == dates(other)
    }
}

/// Moves the relations of these cards to the one that stays. Returns the relations as they are now, so that
/// behaviours can be told when everything is in its place.
pub(crate) fn move_all(tx: &mut Tx, set: &mut ChangeSet, survivor: Id, losers: &[Id]) -> Result<Vec<Link>> {
    let kinds = crate::catalog(tx)?;
    let symmetric = |key: &str| kinds.link_kinds.iter().any(|kind| kind.key == key && kind.symmetric);
    let mut standing = all_of(tx, survivor)?;
    standing.retain(|link| !losers.contains(&link.from) && !losers.contains(&link.to));
    let mut touched = Vec::new();
    let mut done: HashSet<Id> = HashSet::new();
    for loser in losers {
        for link in all_of(tx, *loser)? {
            if !done.insert(link.id) {
                continue;
            }
            let moved = link.led_to(survivor, losers);
            let folded = standing.iter().any(|have| have.says_same(&moved, symmetric(&moved.kind)));
            let other = if losers.contains(&link.from) {
                (link.to_object.as_str(), link.to)
            } else {
                (link.from_object.as_str(), link.from)
            };
            if moved.from == moved.to || folded {
                delete(tx, link.id)?;
                count(tx, set, &link)?;
                remember_move(tx, set, other, (Some(&link), None))?;
            } else {
                place(tx, &moved)?;
                count(tx, set, &link)?;
                count(tx, set, &moved)?;
                remember_move(tx, set, other, (Some(&link), Some(&moved)))?;
                standing.push(moved.clone());
            }
            touched.push(moved);
        }
    }
    Ok(touched)
}

/// Tells the behaviours of the cards at both ends of these relations. Cards that are put aside keep what they had, as
/// do those in `but`. What rules change of other cards than `own`, whose fields are remembered apart, is remembered.
pub(crate) fn tell_all(
    tx: &mut Tx,
    set: &mut ChangeSet,
    links: &[Link],
    (own, but): (Id, &[Id]),
) -> Result<()> {
    for link in links.iter().filter(|link| link.from != link.to) {
        for (name, id) in [(&link.from_object, link.from), (&link.to_object, link.to)] {
            let object = object(tx, name)?;
            let before = match record::find(tx, &object, id) {
                Ok(card) if card.trashed_at.is_none() && !but.contains(&id) => card,
                Ok(_) | Err(Error::NotFound) => continue,
                Err(error) => return Err(error),
            };
            object.behavior.related(tx, set, id, link)?;
            if id != own {
                remember_derived(tx, set, &before)?;
            }
            tx.emit(format!("{name}:{id}"));
        }
    }
    Ok(())
}

/// Fields that people may type, too, but that a rule has just changed.
fn remember_derived(tx: &mut Tx, set: &mut ChangeSet, before: &Record) -> Result<()> {
    let now = record::find(tx, &before.object, before.id)?;
    let typed = before.object.fields.iter().filter(|field| !field.computed);
    let pair = |key: &String| (key.clone(), (before.get(key).clone(), now.get(key).clone()));
    let changed = typed.map(|field| pair(&field.key)).filter(|(_, (was, is))| was != is);
    let fields: Fields = changed.collect();
    if fields.is_empty() {
        return Ok(());
    }
    set.add(tx, before.object.key, before.id, Kind::Moved, &fields)
}

/// Tells the behaviours of all relations that a set of changes touched, as they are now.
pub(crate) fn tell_of(tx: &mut Tx, set: &mut ChangeSet, of: Id, cards: (Id, &[Id])) -> Result<()> {
    let mut before = None;
    loop {
        let page = changes::of_set(tx, of, before, 500)?;
        for change in &page {
            let moved =
                of_move(change).map(|(was, became)| was.into_iter().chain(became).collect::<Vec<_>>());
            tell_all(tx, set, &moved.unwrap_or_default(), cards)?;
        }
        match page.last() {
            Some(last) => before = Some(last.id),
            None => return Ok(()),
        }
    }
}

/// What a change of the kind [`Kind::Moved`] did to a relation: before and after; `None` where one that said the same
/// stood in its place.
pub fn of_move(change: &Change) -> Option<(Option<Link>, Option<Link>)> {
    let (was, became) = change.fields.get("link").filter(|_| change.kind == Kind::Moved)?;
    Some((serde_json::from_value(was.clone()).ok()?, serde_json::from_value(became.clone()).ok()?))
}

/// Brings a relation back to where it was; false when it was ended or moved on since. `stands_for` says which card
/// stands for one that was merged meanwhile. Behaviours are told when everything is back: [`tell_of`].
pub(crate) fn move_back(
    tx: &mut Tx,
    set: &mut ChangeSet,
    change: &Change,
    stands_for: impl Fn(&Cx, Id) -> Result<Id>,
) -> Result<bool> {
    let other = (change.object.as_str(), change.record);
    let (was, became) = match of_move(change) {
        Some((Some(was), Some(became))) => (was, became),
        Some((Some(was), None)) => {
            if find(tx, was.id).is_err() {
                insert(tx, &was)?;
                count(tx, set, &was)?;
                remember_move(tx, set, other, (None, Some(&was)))?;
            }
            return Ok(true);
        }
        Some((None, Some(became))) => {
            delete(tx, became.id)?;
            count(tx, set, &became)?;
            remember_move(tx, set, other, (Some(&became), None))?;
            return Ok(true);
        }
        _ => return Ok(false),
    };
    let now = match find(tx, was.id) {
        Ok(now) => now,
        Err(Error::NotFound) => return Ok(false),
        Err(error) => return Err(error),
    };
    let mut back = now.clone();
    for (end, was, became) in [(&mut back.from, was.from, became.from), (&mut back.to, was.to, became.to)] {
        if was != became {
            if *end != became && *end != stands_for(tx, became)? {
                return Ok(false);
            }
            *end = was;
        }
    }
    place(tx, &back)?;
    count(tx, set, &now)?;
    count(tx, set, &back)?;
    remember_move(tx, set, other, (Some(&now), Some(&back)))?;
    Ok(true)
}

/// One change, on the card at the other side: the history of those that merge says enough.
fn remember_move(
    tx: &mut Tx,
    set: &mut ChangeSet,
    (object, other): (&str, Id),
    (was, now): (Option<&Link>, Option<&Link>),
) -> Result<()> {
    let fields =
        Fields::from([("link".to_owned(), (serde_json::to_value(was)?, serde_json::to_value(now)?))]);
    set.add(tx, object, other, Kind::Moved, &fields)
}

fn delete(tx: &mut Tx, id: Id) -> Result<()> {
    tx.execute("DELETE FROM links WHERE workspace_id = ?1 AND id = ?2", &[tx.workspace().into(), id.into()])?;
    Ok(())
}

fn place(tx: &mut Tx, link: &Link) -> Result<()> {
    let key: [Value; 4] = [tx.workspace().into(), link.id.into(), link.from.into(), link.to.into()];
    let placed =
        tx.execute("UPDATE links SET from_id = ?3, to_id = ?4 WHERE workspace_id = ?1 AND id = ?2", &key)?;
    if placed == 0 { insert(tx, link) } else { Ok(()) }
}
