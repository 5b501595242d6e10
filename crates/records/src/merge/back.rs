//! The undo of a merge, also weeks later: the cards come back, what pointed to them points to them again, and the card
//! that stayed gets back what it had, but for what was changed since. What was made since stays with it.

use std::{collections::HashMap, sync::Arc};

use kernel::{Cx, Error, Id, Result, Tx};

use crate::{
    Json, Object, Record,
    changes::{self, Change, ChangeSet, Fields, Kind},
    field::reference,
    links::{self, moved},
    merge::{act, aside, timeline},
    object,
    save::{self, Values},
    shape::past,
    undo::{Kept, Undone},
};

/// A card that was put aside stands for itself again; or the other way round, when an undo is undone.
pub(crate) fn absorbed_back(
    tx: &mut Tx,
    set: &mut ChangeSet,
    object: &Arc<Object>,
    change: &Change,
    undone: &mut Undone,
) -> Result<()> {
    let Some(card) = standing(tx, object, change, undone)? else { return Ok(()) };
    let Some((was, became)) = change.fields.get("merged_into") else { return Ok(()) };
    if act::was_absorbed(change) {
        let held = aside::aside_of(tx, &[card.id])?;
        if held.get(&card.id).is_none_or(|held| Some(held.into) != crate::field::as_id(became)) {
            undone.kept.push(Kept::whole(change, "merged"));
            return Ok(());
        }
        aside::take(tx, card.id)?;
        let fields = Fields::from([("merged_into".to_owned(), (became.clone(), Json::Null))]);
        save::put_aside(tx, set, &card, false, (Kind::Absorbed, &fields))?;
    } else if let (Some(into), false) = (crate::field::as_id(was), aside::is_aside(tx, card.id)?) {
        act::absorb(tx, set, &card, into)?;
        if is_last(tx, change)? {
            settle(tx, set, object, into, change)?;
        }
    }
    undone.taken_back += 1;
    Ok(())
}

/// The end of a merge that is done again: rules follow the relations, but what was chosen stands.
fn settle(tx: &mut Tx, set: &mut ChangeSet, object: &Arc<Object>, into: Id, change: &Change) -> Result<()> {
    moved::tell_of(tx, set, change.set, (into, &[]))?;
    let history = changes::of_record(tx, into, None, 200)?;
    let again = history.iter().find(|change| change.set == set.id && change.kind == Kind::Merged);
    if let Some(again) = again {
        let fields = again.fields.iter().filter(|(key, _)| object.at(key).is_some());
        let values = fields.map(|(key, (_, became))| (key.clone(), became.clone())).collect();
        let now = save::settled(tx, object, into)?;
        save::put(tx, &now, values)?;
        let mut cards: Vec<Id> = act::merged_from(again).iter().filter_map(crate::field::as_id).collect();
        cards.push(into);
        timeline::follow(tx, &cards)?;
    }
    Ok(())
}

/// An undo goes from the newest change of a set to the oldest: no other card is to be put aside after this one.
fn is_last(cx: &Cx, change: &Change) -> Result<bool> {
    let older = cx.query_one(
        "SELECT 1 FROM changes WHERE workspace_id = ?1 AND set_id = ?2 AND id < ?3 AND kind = ?4 LIMIT 1",
        &[cx.workspace().into(), change.set.into(), change.id.into(), Kind::Absorbed.key().into()],
    )?;
    Ok(older.is_none())
}

/// A reference or a relation goes back to the card from which the merge took it, if it still is where it was put.
pub(crate) fn moved_back(
    tx: &mut Tx,
    set: &mut ChangeSet,
    object: &Arc<Object>,
    change: &Change,
    undone: &mut Undone,
) -> Result<()> {
    if links::of_move(change).is_some() {
        match moved::move_back(tx, set, change, stands_for)? {
            true => undone.taken_back += 1,
            false => undone.kept.push(Kept::whole(change, "moved")),
        }
        return Ok(());
    }
    let Some(now) = standing(tx, object, change, undone)? else { return Ok(()) };
    let mut values = Values::new();
    for (key, (was, became)) in &change.fields {
        let current = now.get(key);
        if current == became || *current == resolved(tx, became)? {
            values.insert(key.clone(), was.clone());
        } else if current != was {
            undone.kept.push(kept(change, key, was, current));
        }
    }
    if !values.is_empty() {
        save::replace(tx, set, &now, values, Kind::Moved, Fields::new())?;
        undone.taken_back += 1;
    }
    Ok(())
}

/// The fields of the card that stayed, last of all: each as before the merge, unless it was changed since.
pub(crate) fn merged_back(
    tx: &mut Tx,
    set: &mut ChangeSet,
    object: &Arc<Object>,
    change: &Change,
    undone: &mut Undone,
) -> Result<()> {
    let Some(merged) = standing(tx, object, change, undone)? else { return Ok(()) };
    let (from, back) = change.fields.get("merged_from").cloned().unwrap_or_default();
    let others = [&from, &back].into_iter().filter_map(Json::as_array).flatten();
    let others: Vec<Id> = others.filter_map(crate::field::as_id).collect();
    moved::tell_of(tx, set, change.set, (merged.id, &others))?;
    let now = save::settled(tx, object, merged.id)?;
    let since = since(tx, object, change, set.id)?;
    let mut values = Values::new();
    for (key, (was, became)) in change.fields.iter().filter(|(key, _)| object.at(key).is_some()) {
        // What rules derived when the relations went back is no change of anybody's.
        let current = since.get(key).unwrap_or_else(|| now.get(key));
        // What a rule computed again since then is newer.
        if object.field(key)?.computed && current != became {
            continue;
        }
        match given_back(was, became, current) {
            Some(value) => values.insert(key.clone(), value),
            None if current == was || !since.contains_key(key) => values.insert(key.clone(), was.clone()),
            None => {
                undone.kept.push(kept(change, key, was, current));
                values.insert(key.clone(), current.clone())
            }
        };
    }
    for (key, value) in &since {
        if object.field(key).is_ok_and(|field| !field.computed) && !values.contains_key(key) {
            values.insert(key.clone(), value.clone());
        }
    }
    let own = |(key, value): (&String, &Json)| (key.clone(), (merged.get(key).clone(), value.clone()));
    let mut fields: Fields = values.iter().map(own).collect();
    fields.insert("merged_from".to_owned(), (back, from));
    set.add(tx, object.key, merged.id, Kind::Merged, &fields)?;
    save::put(tx, &now, values)?;
    let mut cards = others;
    cards.push(now.id);
    timeline::follow(tx, &cards)?;
    undone.taken_back += 1;
    Ok(())
}

/// What a field gets back: what it had when nobody changed it since; of a list, without what the merge brought and with
/// what was added since. `None` when it has to stay as it is.
fn given_back(was: &Json, became: &Json, current: &Json) -> Option<Json> {
    if current == became {
        return Some(was.clone());
    }
    let items = |value: &Json| match value {
        Json::Null => Some(Vec::new()),
        Json::Array(items) => Some(items.clone()),
        _ => None,
    };
    let is_list = [was, became, current].iter().any(|value| value.is_array());
    let (Some(was), Some(became), Some(current), true) = (items(was), items(became), items(current), is_list)
    else {
        return None;
    };
    let brought = |item: &Json| became.contains(item) && !was.contains(item);
    let lost = was.iter().filter(|item| !became.contains(item) && !current.contains(item));
    let kept = current.iter().filter(|item| !brought(item)).chain(lost).cloned();
    Some(crate::field::list_or_null(kept.collect()))
}

/// The newest value of every field of the card that was changed after the merge, by field.
fn since(cx: &Cx, object: &Object, merged: &Change, undoing: Id) -> Result<HashMap<String, Json>> {
    let mut found = HashMap::new();
    let mut before = None;
    loop {
        let mut page = changes::of_record(cx, merged.record, before, 200)?;
        for change in &mut page {
            if change.id <= merged.id {
                return Ok(found);
            }
            past::forms_now(object, change);
            if change.set != merged.set && change.set != undoing {
                for (key, (_, became)) in &change.fields {
                    found.entry(key.clone()).or_insert_with(|| became.clone());
                }
            }
        }
        match page.last() {
            Some(last) => before = Some(last.id),
            None => return Ok(found),
        }
    }
}

/// The record of a change; when it was erased for good, that is told.
fn standing(
    tx: &mut Tx,
    object: &Arc<Object>,
    change: &Change,
    undone: &mut Undone,
) -> Result<Option<Record>> {
    match save::settled(tx, object, change.record) {
        Ok(record) => Ok(Some(record)),
        Err(Error::NotFound) => {
            undone.kept.push(Kept::whole(change, "erased"));
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

fn kept(change: &Change, key: &str, was: &Json, now: &Json) -> Kept {
    let (was, now) = (was.clone(), now.clone());
    Kept { field: Some(key.to_owned()), was, now, ..Kept::whole(change, "") }
}

/// The card that stands for this one now: itself, unless it was merged again.
fn stands_for(cx: &Cx, card: Id) -> Result<Id> {
    Ok(aside::survivor(cx, card)?.unwrap_or(card))
}

fn resolved(cx: &Cx, value: &Json) -> Result<Json> {
    let Some((name, id)) = reference::target(value) else { return Ok(value.clone()) };
    let key = object::object(cx, name)?.key;
    Ok(reference::reference(key, stands_for(cx, id)?))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_list_loses_what_the_merge_brought_and_keeps_what_was_added_since() {
        let check = |was: Json, became: Json, current: Json, expected: Option<Json>| {
            assert_eq!(given_back(&was, &became, &current), expected);
        };
        check(json!(["a"]), json!(["a", "b"]), json!(["a", "b"]), Some(json!(["a"])));
        check(json!(["a"]), json!(["a", "b"]), json!(["a", "b", "c"]), Some(json!(["a", "c"])));
        check(Json::Null, json!(["b"]), json!(["b", "c"]), Some(json!(["c"])));
        check(json!(["a"]), json!(["b"]), json!(["b", "c"]), Some(json!(["c", "a"])));
        check(json!(["a"]), json!(["a", "b"]), Json::Null, Some(Json::Null));
        check(json!("x"), json!("y"), json!("y"), Some(json!("x")));
        check(json!("x"), json!("y"), json!("z"), None);
    }
}
