//! Roll-ups: what a card knows of the cards that refer to it: how many there are, the sum of their amounts, the latest date.
//! They are kept on the card, so that lists filter and sort by them, and brought up to date in the transaction of every change.

use std::{collections::HashSet, sync::Arc};

use kernel::{Cx, Id, Result, Text, Tx};
use serde::{Deserialize, Serialize};

use crate::{
    Filter, Json, Operator, Query, Record, Sort, access, catalog,
    field::{as_id, computed::failed},
    object::object,
    query,
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
    pub of: Of,
    /// The field whose values are taken; empty for a count.
    pub field: String,
    pub filter: Filter,
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
        let cards =
            [before, Some(after)].into_iter().flatten().filter_map(|record| as_id(record.get(&roll_up.by)));
        found.extend(cards.map(|card| Stale { object: roll_up.on, card, field: roll_up.key.clone() }));
    }
    Ok(found)
}

/// Nothing that the roll-up looks at differs.
fn same(roll_up: &RollUp, before: &Record, after: &Record) -> bool {
    let looked_at = [&roll_up.by, &roll_up.field].into_iter().filter(|field| !field.is_empty());
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
        Ok(from) if from.at(&roll_up.by).is_some() => from,
        _ => return Ok(failed(&Text::new("roll-up-without-field"))),
    };
    let refers = Filter::field(&roll_up.by, Operator::Is, &[&card.to_string()]);
    let of = |filter: Filter| Query { filter, ..Query::default() };
    let those = if roll_up.filter.is_empty() { refers } else { roll_up.filter.clone().and(refers) };
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
    let filled = those.and(Filter::field(&field.key, Operator::NotEmpty, &[]));
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
