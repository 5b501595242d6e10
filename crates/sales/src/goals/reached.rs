//! What was reached: of each colleague, from the deals, calls or meetings themselves, so that every number opens its rows.

use std::{collections::HashMap, sync::Arc};

use kernel::{Currency, Cx, Id, Result};
use records::{
    Filter, Object, Operator, Query,
    access::{self, Verb},
    field::as_id,
    object::object,
    query::{self, Aggregate, Total, Wanted},
};
use web::Form;

use super::{Measure, Stretch};
use crate::{
    forecast::snapshot,
    rates::{
        Rates,
        worth::{self, Worth},
    },
};

/// What was reached in a stretch, by whom.
pub(super) struct Reached {
    pub(super) object: Arc<Object>,
    pub(super) measure: Measure,
    filter: Filter,
    /// Of each colleague; what nobody owns under none.
    by: HashMap<Option<Id>, Sum>,
    /// What each is worth in the workspace's own currency; nobody where all amounts are of that.
    worth: HashMap<Option<Id>, Worth>,
    own: Currency,
}

/// How many, and of money how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) count: i64,
    /// Nothing where there are amounts of several currencies.
    pub(super) amount: Option<(i64, Option<Currency>)>,
}

impl Sum {
    const NOTHING: Sum = Sum { count: 0, amount: Some((0, None)) };

    fn add(self, other: Sum) -> Sum {
        let amount = match (self.amount, other.amount) {
            (Some((one, None)), Some((other, currency))) | (Some((one, currency)), Some((other, None))) => {
                Some((one.saturating_add(other), currency))
            }
            (Some((one, currency)), Some((other, same))) if currency == same => {
                Some((one.saturating_add(other), currency))
            }
            _ => None,
        };
        Sum { count: self.count + other.count, amount }
    }

    /// In the units of a goal of this currency; nothing where they cannot be compared.
    pub(super) fn towards(self, measure: Measure, currency: Option<Currency>) -> Option<i64> {
        match (measure, self.amount) {
            (Measure::WonAmount, Some((0, _))) => Some(0),
            (Measure::WonAmount, Some((amount, known))) => (known == currency).then_some(amount),
            (Measure::WonAmount, None) => None,
            _ => Some(self.count),
        }
    }
}

impl Reached {
    /// Nothing where the actor may not see what is counted.
    pub(super) fn of(cx: &Cx, stretch: Stretch, measure: Measure) -> Result<Option<Reached>> {
        let (key, day, owner) = match measure {
            Measure::WonAmount | Measure::WonCount => ("deal", "closed_at", "owner"),
            Measure::Calls => ("call", "at", "owner"),
            Measure::Meetings => ("appointment", "starts_at", "owner"),
        };
        let object = object(cx, key)?;
        let means = ["amount", "state", "stage"].iter().all(|field| key != "deal" || object.tells(field));
        if !access::may(cx, &object, Verb::See)? || !object.tells(day) || !object.tells(owner) || !means {
            return Ok(None);
        }
        // A meeting that is to come is no meeting yet.
        let last = if measure == Measure::Meetings { stretch.last().min(cx.today()) } else { stretch.last() };
        let days = [stretch.from.to_string(), last.to_string()];
        let within = Filter::field(day, Operator::Between, &[&days[0], &days[1]]);
        let filter = match measure {
            Measure::WonAmount | Measure::WonCount => {
                Filter::field("state", Operator::Is, &["won"]).and(within)
            }
            Measure::Calls => within,
            Measure::Meetings => {
                within.and(Filter::field("state", Operator::IsNot, &["cancelled", "no_show"]))
            }
        };
        let money = [Wanted { field: "amount".to_owned(), aggregate: Aggregate::Sum }];
        let wanted = if measure == Measure::WonAmount { &money[..] } else { &[] };
        let query = Query { filter: filter.clone(), ..Query::default() };
        let groups = query::groups(cx, &object, &query, owner, wanted)?.groups;
        let rates = Rates::of(cx)?;
        let abroad = groups.iter().filter_map(|group| group.totals.first()).any(|total| rates.concern(total));
        let worth = if abroad { worth_of_each(cx, &filter, &rates)? } else { HashMap::new() };
        let by = groups.iter().map(|group| (as_id(&group.value), sum(group.count, group.totals.first())));
        let by = by.collect();
        Ok(Some(Reached { object, measure, filter, by, worth, own: rates.own }))
    }

    /// Of these colleagues; of everybody, and of what nobody owns, when none are named.
    pub(super) fn sum(&self, people: Option<&[Id]>) -> Sum {
        match people {
            Some(people) => {
                let each = people.iter().filter_map(|user| self.by.get(&Some(*user)));
                each.fold(Sum::NOTHING, |sum, one| sum.add(*one))
            }
            None => self.by.values().fold(Sum::NOTHING, |sum, one| sum.add(*one)),
        }
    }

    /// The same in a currency. What is of that currency alone stays as it is; what is of others is told in the workspace's own, at the rates
    /// of the days on which the deals were won, and remembered in `used`.
    pub(super) fn in_currency(&self, people: Option<&[Id]>, currency: Currency, used: &mut Worth) -> Sum {
        let sum = self.sum(people);
        if self.worth.is_empty() || sum.amount.is_some_and(|(_, known)| known.is_none_or(|it| it == currency))
        {
            return sum;
        }
        let mut worth = Worth::default();
        match people {
            Some(people) => {
                people.iter().filter_map(|user| self.worth.get(&Some(*user))).for_each(|one| worth.take(one));
            }
            None => self.worth.values().for_each(|one| worth.take(one)),
        }
        used.remember(&worth);
        match worth.minor() {
            Some(minor) => Sum { amount: Some((minor, Some(self.own))), ..sum },
            None => sum,
        }
    }

    pub(super) fn own(&self) -> Currency {
        self.own
    }

    /// The list of what was counted.
    pub(super) fn list(&self, people: Option<&[Id]>) -> String {
        let mut filter = self.filter.clone();
        if let Some(people) = people {
            let ids: Vec<String> = people.iter().map(ToString::to_string).collect();
            let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            filter = filter.and(Filter::field("owner", Operator::Is, &ids));
        }
        let form = Form::default().with("filter", filter.written());
        let form = if self.measure == Measure::WonAmount { form.with("totals", "amount:sum") } else { form };
        format!("/{}?{}", self.object.path, form.encode())
    }
}

fn worth_of_each(cx: &Cx, filter: &Filter, rates: &Rates) -> Result<HashMap<Option<Id>, Worth>> {
    let mut all: HashMap<Option<Id>, Worth> = HashMap::new();
    snapshot::each(cx, filter.clone(), |deal| {
        if let Some((amount, day)) = worth::amount(cx, deal, "amount") {
            all.entry(as_id(deal.get("owner"))).or_default().add(amount, day, rates);
        }
    })?;
    Ok(all)
}

fn sum(count: i64, total: Option<&Total>) -> Sum {
    let amount = match total {
        Some(Total::Value(value)) => {
            let currency = value["currency"].as_str().and_then(Currency::new);
            Some((value["minor"].as_i64().unwrap_or(0), currency))
        }
        Some(_) => None,
        None => Some((0, None)),
    };
    Sum { count, amount }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_of_several_currencies_have_no_sum() {
        let of = |amount, code| Sum { count: 1, amount: Some((amount, Currency::new(code))) };
        let (krone, euro) = (of(500, "DKK"), of(700, "EUR"));
        assert_eq!(Sum::NOTHING.add(krone).add(krone).amount, Some((1000, Currency::new("DKK"))));
        assert_eq!(krone.add(euro).amount, None);
        assert_eq!(krone.towards(Measure::WonAmount, Currency::new("EUR")), None);
        assert_eq!(krone.add(euro).towards(Measure::WonCount, None), Some(2));
        assert_eq!(Sum::NOTHING.towards(Measure::WonAmount, Currency::new("EUR")), Some(0));
    }
}
