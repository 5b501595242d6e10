//! Fields of other records that refer to cards that become one: found through the catalogue, so that no object is
//! forgotten, and each change remembered.

use std::sync::Arc;

use kernel::{Cx, Id, Result, Tx, Value};

use crate::{
    Object, Record, access,
    changes::{ChangeSet, Fields, Kind},
    field::{ColumnKind, Field, reference},
    lookups::{self, Lookup},
    merge::plan,
    own, record,
    save::{self, Values},
};

/// Lets everything that refers to these cards refer to the one that stays, also what lies in the trash.
pub(super) fn move_all(
    tx: &mut Tx,
    set: &mut ChangeSet,
    object: &Object,
    survivor: Id,
    losers: &[Id],
) -> Result<()> {
    let members: Vec<Id> = std::iter::once(survivor).chain(losers.iter().copied()).collect();
    let to = reference::reference(object.key, survivor);
    for owner in crate::catalog(tx)?.objects() {
        let fields: Vec<&Field> = owner.fields.iter().filter(|field| may_refer(field, object.key)).collect();
        if fields.is_empty() {
            continue;
        }
        for id in referring(tx, owner, &fields, object, losers)? {
            // The cards themselves come back as they were.
            if owner.key == object.key && members.contains(&id) {
                continue;
            }
            let before = save::settled(tx, owner, id)?;
            let stale = fields.iter().filter(|field| plan::refers_to_any(before.get(&field.key), losers));
            let values: Values = stale.map(|field| (field.key.clone(), to.clone())).collect();
            save::replace(tx, set, &before, values, Kind::Moved, Fields::new())?;
        }
    }
    Ok(())
}

/// The same for one card that stays: fields that may refer to either card, of all but the two.
pub(super) fn hand_over(tx: &mut Tx, set: &mut ChangeSet, from: &Record, to: (&Object, Id)) -> Result<()> {
    let object = from.object.key;
    let reference = reference::reference(to.0.key, to.1);
    for owner in crate::catalog(tx)?.objects() {
        let either = |field: &&Field| may_refer(field, object) && may_refer(field, to.0.key);
        let fields: Vec<&Field> = owner.fields.iter().filter(either).collect();
        for id in referring(tx, owner, &fields, &from.object, &[from.id])? {
            if id == from.id || id == to.1 {
                continue;
            }
            let before = save::settled(tx, owner, id)?;
            let stale = fields.iter().filter(|field| plan::refers_to_any(before.get(&field.key), &[from.id]));
            let values: Values = stale.map(|field| (field.key.clone(), reference.clone())).collect();
            save::replace(tx, set, &before, values, Kind::Moved, Fields::new())?;
        }
    }
    Ok(())
}

fn may_refer(field: &Field, object: &str) -> bool {
    field.kind.key() == "reference" && field.kind.refers_to().is_none_or(|only| only == object)
}

/// The same by a field of the workspace's own: the living by their keys, those in the trash by looking at them.
fn by_own_field(cx: &Cx, owner: &Arc<Object>, field: &Field, cards: &[Id]) -> Result<Vec<Id>> {
    let keys = cards.iter().map(|card| Lookup::reference(owner.key, &field.key, &card.to_string()).value);
    let living = lookups::find_all(cx, owner.key, "ref", &keys.collect::<Vec<_>>())?;
    let mut found: Vec<Id> = living.into_iter().map(|(_, id)| id).collect();
    let column = own::expression(cx.dialect(), "t", field.stored(), ColumnKind::Id);
    for card in cards {
        let sql = format!(
            "SELECT t.id FROM {} AS t WHERE t.workspace_id = ?1 AND t.trashed_at <> 0{} AND {column} = ?2",
            owner.table,
            access::of_object(owner, "t")
        );
        let card = own::compared(Value::from(*card));
        for row in cx.query(&sql, &[cx.workspace().into(), card])? {
            found.push(row.get(0)?);
        }
    }
    Ok(found)
}

/// The records of which one of these fields refers to one of the cards; the living by the field's own index, those in
/// the trash by theirs.
fn referring(
    cx: &Cx,
    owner: &Arc<Object>,
    fields: &[&Field],
    object: &Object,
    cards: &[Id],
) -> Result<Vec<Id>> {
    let mut found = Vec::new();
    for field in fields {
        if field.own {
            found.extend(by_own_field(cx, owner, field, cards)?);
            continue;
        }
        for cards in cards.chunks(record::MOST_AT_ONCE) {
            let (marks, mut params) = record::these(cx, cards);
            let key = &field.key;
            let mut also = String::new();
            if field.kind.refers_to().is_none() {
                params.push(Value::from(object.key));
                also = format!(" AND \"{key}_object\" = ?{}", params.len());
            }
            for state in ["= 0", "<> 0"] {
                let sql = format!(
                    "SELECT id FROM {} WHERE workspace_id = ?1 AND trashed_at {state} AND \"{key}\" IN ({marks}){also} \
                     ORDER BY id",
                    owner.table
                );
                for row in cx.query(&sql, &params)? {
                    found.push(row.get(0)?);
                }
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}
