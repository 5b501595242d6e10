//! What the rules would have done with the leads of the last month: who would have got how many, by which rule. Nothing changes.

use std::collections::{HashMap, HashSet};

use jiff::ToSpan;
use kernel::{Cx, Error, Id, Result};
use records::{Filter, Operator, Query, Record, field::as_id, object::object, query};

use super::{Assignment, Staff, Whom};
use crate::lead;

/// Of the last so many days.
pub(super) const DAYS: i64 = 30;
/// The first of them.
const MOST: usize = 5_000;

/// What would have come of it.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Outcome {
    pub leads: usize,
    /// By person and by place of the rule; the last place is what holds otherwise.
    pub given: HashMap<Id, HashMap<usize, i64>>,
    pub nobody: i64,
    /// How many each has of these leads now.
    pub now: HashMap<Id, i64>,
}

pub(super) fn simulate(cx: &Cx, rules: &Assignment) -> Result<Outcome> {
    let leads = object(cx, lead::KEY)?;
    let since = cx.today().checked_sub(DAYS.days()).unwrap_or(cx.today()).to_string();
    let made = Filter::field("created_at", Operator::After, &[&since]);
    let query = Query { filter: made, by_id: true, ..Query::default() };
    let found = query::page(cx, &leads, &query, &["owner", "language"], MOST)?.records;
    let ids: Vec<Id> = found.iter().map(|lead| lead.id).collect();
    let mut fitting: Vec<HashSet<Id>> = Vec::new();
    for rule in &rules.rules {
        let filter = Filter::parse(&rule.filter)?;
        fitting.push(match query::holding(cx, &leads, &filter, &ids) {
            Ok(some) => some,
            Err(Error::Invalid(_)) => HashSet::new(),
            Err(error) => return Err(error),
        });
    }
    let mut outcome = Outcome { leads: found.len(), ..Outcome::default() };
    // What somebody has of these leads is not what they would have.
    let mut more: HashMap<Id, i64> = HashMap::new();
    for owner in found.iter().filter_map(|lead| as_id(lead.get("owner"))) {
        *outcome.now.entry(owner).or_default() += 1;
        *more.entry(owner).or_default() -= 1;
    }
    let mut given = Given { staff: Staff::of(cx)?, turns: HashMap::new(), more };
    for lead in &found {
        let fits = rules.rules.iter().enumerate().filter(|(at, _)| fitting[*at].contains(&lead.id));
        let fits = fits.map(|(at, rule)| (at, rule.whom));
        let places = fits.chain(rules.otherwise.map(|whom| (rules.rules.len(), whom)));
        match given.take(cx, lead, places)? {
            Some((place, user)) => *outcome.given.entry(user).or_default().entry(place).or_default() += 1,
            None => outcome.nobody += 1,
        }
    }
    Ok(outcome)
}

/// What was given out so far.
struct Given {
    staff: Staff,
    turns: HashMap<usize, i64>,
    more: HashMap<Id, i64>,
}

impl Given {
    fn take(
        &mut self,
        cx: &Cx,
        lead: &Record,
        places: impl Iterator<Item = (usize, Whom)>,
    ) -> Result<Option<(usize, Id)>> {
        for (place, whom) in places {
            let turn = self.turns.entry(place).or_default();
            if let Some(user) = self.staff.choose(cx, whom, *turn, lead.text("language"), &self.more)? {
                *turn += 1;
                *self.more.entry(user).or_default() += 1;
                return Ok(Some((place, user)));
            }
        }
        Ok(None)
    }
}
