//! What is at stake with cards: a deal's own amount, and of a person or a company those of their open deals, in the workspace's currency.

use std::collections::HashMap;

use kernel::{Cx, Id, Result, money::Money};
use records::{Filter, Operator, Query, field::as_id, object::object, query};

use crate::{
    deal,
    rates::{
        Rates,
        worth::{self, Worth},
    },
};

/// Deals that are looked at.
const MOST: usize = 500;

pub(crate) fn of(cx: &Cx, cards: &[(&str, Id)]) -> Result<HashMap<Id, Money>> {
    let deals = object(cx, deal::KEY)?;
    if !["amount", "state"].iter().all(|field| deals.tells(field)) {
        return Ok(HashMap::new());
    }
    let ids: Vec<String> = cards.iter().map(|(_, id)| id.to_string()).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let with =
        WITH.iter().filter(|field| deals.tells(field)).map(|field| Filter::field(field, Operator::Is, &ids));
    let mut found = Vec::new();
    for with in with {
        // Said so, not as what is open: there are more of those in all than with these cards, and the index on the state would be asked.
        let filter = Filter::field("state", Operator::IsNot, &["won", "lost"]).and(with);
        let asked = Query { filter, by_id: true, ..Query::default() };
        found.extend(query::page(cx, &deals, &asked, &["amount", "person", "company"], MOST)?.records);
    }
    let own: Vec<Id> = cards.iter().filter(|(object, _)| *object == deal::KEY).map(|(_, id)| *id).collect();
    found.extend(records::record::find_many(cx, &deals, &own)?.into_values());
    found.sort_unstable_by_key(|deal| deal.id);
    found.dedup_by_key(|deal| deal.id);

    let rates = Rates::of(cx)?;
    let mut sums: HashMap<Id, Worth> = HashMap::new();
    for deal in &found {
        let Some((amount, day)) = worth::amount(cx, deal, "amount") else { continue };
        let with = WITH.iter().filter_map(|field| as_id(deal.get(field))).chain([deal.id]);
        for card in with.filter(|card| cards.iter().any(|(_, id)| id == card)) {
            sums.entry(card).or_default().add(amount, day, &rates);
        }
    }
    let money =
        |(card, worth): (Id, Worth)| Some((card, Money { minor: worth.minor()?, currency: rates.own }));
    Ok(sums.into_iter().filter_map(money).filter(|(_, money)| money.minor != 0).collect())
}

const WITH: [&str; 2] = ["person", "company"];
