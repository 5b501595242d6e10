//! Roll-ups: what a card knows of the cards that refer to it: how many there are, the sum of their amounts, the latest date.
//! They are kept on the card, so that lists filter and sort by them, and brought up to date in the transaction of every change.

use std::{collections::HashSet, sync::Arc};

use kernel::{Cx, Id, Result, Text, Tx, Value};
use serde::{Deserialize, Serialize};

use crate::{
    Filter, Json, Operator, Query, Record, Sort, access, catalog,
    field::{as_id, computed::failed},
    links::Link,
    object::object,
    query::{self, Related},
    save::{self, Values},
};

/// What is made of many values.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    #[default]
    Count,
    Sum,
    Min,
    Max,
    /// The value of the card that was created last.
    Latest,
}

impl Of {
    pub const ALL: [Of; 5] = [Of::Count, Of::Sum, Of::Min, Of::Max, Of::Latest];

    pub const fn key(self) -> &'static str {
        match self {
            Of::Count => "count",
            Of::Sum => "sum",
            Of::Min => "min",
            Of::Max => "max",
            Of::Latest => "latest",
        }
    }
}

/// One roll-up of one object.
#[derive(Debug, Clone)]
pub struct RollUp {
    /// The object and the field that hold it.
    pub on: &'static str,
    pub key: String,
    /// The object it looks at, and the field by which its records refer to the card.
    pub from: String,
    pub by: String,
    /// Where it is no field but a relation.
    pub via: Option<Via>,
    pub of: Of,
    /// The field whose values are taken; empty for a count.
    pub field: String,
    pub filter: Filter,
}

/// The relation by which a roll-up finds its cards, as it stands in the place of a field: `~works_at:back`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Via {
    /// The key of a declared kind, or the id of one that the workspace named.
    pub kind: String,
    pub side: Side,
}

/// Where the card with the roll-up stands in a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The relation begins at it.
    Forth,
    Back,
    /// Both sides are called the same.
    Either,
}

impl Via {
    /// `None` for what names a field.
    pub fn parse(by: &str) -> Option<Via> {
        let (kind, side) = by.strip_prefix('~')?.rsplit_once(':')?;
        let side = match side {
            "forth" => Side::Forth,
            "back" => Side::Back,
            "either" => Side::Either,
            _ => return None,
        };
        Some(Via { kind: kind.to_owned(), side })
    }

    pub fn written(&self) -> String {
        let side = match self.side {
            Side::Forth => "forth",
            Side::Back => "back",
            Side::Either => "either",
        };
        format!("~{}:{side}", self.kind)
    }
}

/// A card whose roll-up may have changed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Stale {
    object: &'static str,
    card: Id,
    field: String,
}

/// The cards whose roll-ups a change may have changed.
pub(crate) fn stale(cx: &Cx, before: Option<&Record>, after: &Record) -> Result<HashSet<Stale>> {
    let catalog = catalog(cx)?;
    let mut found = HashSet::new();
    for roll_up in catalog.watching(after.object.key) {
        if before.is_some_and(|before| same(roll_up, before, after)) {
            continue;
        }
        if let Some(via) = &roll_up.via {
            // A card that is new has no relations yet; each will be told of when it is made.
            let cards = if before.is_some() { related(cx, via, after.id)? } else { Vec::new() };
            found.extend(cards.into_iter().map(|card| Stale {
                object: roll_up.on,
                card,
                field: roll_up.key.clone(),
            }));
            continue;
        }
        let cards =
            [before, Some(after)].into_iter().flatten().filter_map(|record| as_id(record.get(&roll_up.by)));
        found.extend(cards.map(|card| Stale { object: roll_up.on, card, field: roll_up.key.clone() }));
    }
    Ok(found)
}

/// The cards whose roll-ups a relation that was made, changed or ended may have changed.
pub(crate) fn stale_by(cx: &Cx, link: &Link) -> Result<HashSet<Stale>> {
    let catalog = catalog(cx)?;
    let mut found = HashSet::new();
    let ends =
        [(&link.from_object, link.from, &link.to_object), (&link.to_object, link.to, &link.from_object)];
    for (at, (on, card, from)) in ends.into_iter().enumerate() {
        for roll_up in catalog.watching(from).iter().filter(|roll_up| roll_up.on == on.as_str()) {
            let here = |side| side == Side::Either || (side == Side::Forth) == (at == 0);
            if roll_up.via.as_ref().is_some_and(|via| via.kind == link.kind && here(via.side)) {
                found.insert(Stale { object: roll_up.on, card, field: roll_up.key.clone() });
            }
        }
    }
    Ok(found)
}

/// The cards whose roll-ups look at this one by the relation.
fn related(cx: &Cx, via: &Via, of: Id) -> Result<Vec<Id>> {
    let mut found = Vec::new();
    for (wanted, mine, side) in [("from_id", "to_id", Side::Forth), ("to_id", "from_id", Side::Back)] {
        if via.side == side || via.side == Side::Either {
            let sql =
                format!("SELECT {wanted} FROM links WHERE workspace_id = ?1 AND {mine} = ?2 AND kind = ?3");
            let rows = cx.query(&sql, &[cx.workspace().into(), of.into(), Value::from(&via.kind)])?;
            found.extend(rows.iter().map(|row| row.get(0)).collect::<Result<Vec<Id>>>()?);
        }
    }
    Ok(found)
}

/// Nothing that the roll-up looks at differs.
fn same(roll_up: &RollUp, before: &Record, after: &Record) -> bool {
    let by = if roll_up.via.is_some() { "" } else { roll_up.by.as_str() };
    let looked_at = [by, roll_up.field.as_str()].into_iter().filter(|field| !field.is_empty());
    before.trashed_at.is_some() == after.trashed_at.is_some()
        && looked_at.into_iter().all(|field| before.get(field) == after.get(field))
        && (roll_up.filter.is_empty() || before.values == after.values)
}

/// Brings these roll-ups up to date.
pub(crate) fn refresh(tx: &mut Tx, stale: impl IntoIterator<Item = Stale>) -> Result<()> {
    let _free = access::freely(tx)?;
    let mut stale: Vec<Stale> = stale.into_iter().collect();
    // In one order, so that two who refresh the same cards wait for each other and not for ever.
    stale.sort_by(|one, other| (one.card, &one.field).cmp(&(other.card, &other.field)));
    for one in stale {
        let on = object(tx, one.object)?;
        let Some(roll_up) = on.roll_ups.iter().find(|roll_up| roll_up.key == one.field).cloned() else {
            continue;
        };
        let value = value(tx, &roll_up, one.card)?;
        match save::derive(tx, &on, one.card, Values::from_iter([(one.field, value)])) {
            // A card that was erased has nobody who could miss it.
            Ok(()) | Err(kernel::Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// What the roll-up is for this card now.
pub(crate) fn value(cx: &Cx, roll_up: &RollUp, card: Id) -> Result<Json> {
    // The same for everybody, whatever they see.
    let _free = access::freely(cx)?;
    let from = match object(cx, &roll_up.from) {
        Ok(from) if roll_up.via.is_some() || from.at(&roll_up.by).is_some() => from,
        _ => return Ok(failed(&Text::new("roll-up-without-field"))),
    };
    let related = roll_up.via.clone().map(|via| Related { via, card });
    let of = |filter: Filter| Query { filter, related: related.clone(), ..Query::default() };
    let refers = match roll_up.via {
        Some(_) => Filter::default(),
        None => Filter::field(&roll_up.by, Operator::Is, &[&card.to_string()]),
    };
    let those =
        if roll_up.filter.is_empty() { refers } else { Filter::All(vec![roll_up.filter.clone(), refers]) };
    let Some(field) = (match roll_up.of {
        Of::Count => None,
        _ => match from.at(&roll_up.field) {
            Some(at) => Some(&from.fields[at]),
            None => return Ok(failed(&Text::new("roll-up-without-field"))),
        },
    }) else {
        return Ok(query::count(cx, &from, &of(those), u64::from(u32::MAX))?.into());
    };
    if roll_up.of == Of::Sum {
        return sum(cx, &from, &of(those), &roll_up.field);
    }
    let filled = Filter::All(vec![those, Filter::field(&field.key, Operator::NotEmpty, &[])]);
    let by = if roll_up.of == Of::Latest { "created_at" } else { field.key.as_str() };
    let sort = vec![Sort { field: by.to_owned(), descending: roll_up.of != Of::Min }];
    let page = query::page(cx, &from, &Query { sort, ..of(filled) }, &[&field.key], 1)?;
    Ok(page.records.first().map_or(Json::Null, |record| record.get(&field.key).clone()))
}

fn sum(cx: &Cx, from: &Arc<crate::Object>, query: &Query, field: &str) -> Result<Json> {
    let sums = query::sums(cx, from, query, field)?;
    Ok(match sums.as_slice() {
        [] => Json::Null,
        [(currency, sum)] if !currency.is_empty() => {
            serde_json::json!({ "minor": sum, "currency": currency })
        }
        [(_, sum)] => (*sum).into(),
        _ => failed(&Text::new("roll-up-of-several-currencies")),
    })
}
