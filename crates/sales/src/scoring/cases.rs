//! The cases that are learnt from: leads that were decided, with what was known of them before.

use std::collections::{HashMap, HashSet};

use kernel::{Cx, Id, Result};
use records::{Filter, Operator, Query, Record, Sort, field::as_id, object::object, query, record};

use super::{
    LEAST, Test,
    features::{self, Features},
    logistic::{self, Fit, Row, area, brier, calibrate, chance},
    row,
};
use crate::{deal, lead};

/// The newest of them.
const MOST: usize = 50_000;
const PAGE: usize = 2_000;
/// Features, the commonest ones, and in how many cases one is at least.
const MOST_FEATURES: usize = 300;
const LEAST_SEEN: usize = 5;
const FOLDS: usize = 5;
/// The latest of ten parts are what it is tried on.
const TRIED: usize = 3;

/// Decided leads in the order of their making.
#[derive(Debug, Default)]
pub(super) struct Cases {
    features: Vec<Features>,
    won: Vec<bool>,
    pub by_deals: bool,
}

/// What came of it.
#[derive(Debug, Default)]
pub(super) struct Learnt {
    pub names: Vec<String>,
    pub fit: Fit,
    pub slope: f64,
    pub place: f64,
    /// None when there are too few cases.
    pub test: Option<Test>,
}

impl Cases {
    pub(super) fn gathered(cx: &Cx) -> Result<Cases> {
        let leads = object(cx, lead::KEY)?;
        let decided =
            [lead::CONVERTED, lead::REFUSED].map(|status| Filter::field("status", Operator::Is, &[status]));
        let sort = vec![Sort { field: "created_at".to_owned(), descending: true }];
        let mut query = Query { filter: Filter::Any(decided.into()), sort, ..Query::default() };
        let mut found: Vec<(bool, Option<Id>, Features)> = Vec::new();
        loop {
            let page = query::page(cx, &leads, &query, &features::looked_at(&leads), PAGE)?;
            let happened = features::happened(cx, &page.records)?;
            let case = |lead: &Record| {
                (lead::is_converted(lead), as_id(lead.get("deal")), features::of_record(lead, &happened))
            };
            found.extend(page.records.iter().map(case));
            match page.next {
                Some(next) if found.len() < MOST => query.after = Some(next),
                _ => break,
            }
        }
        found.reverse();
        let states = states(cx, found.iter().filter_map(|(_, deal, _)| *deal))?;
        let said = |deal: &Option<Id>| deal.and_then(|id| states.get(&id)).map(String::as_str);
        let count = |state: &str| found.iter().filter(|(_, deal, _)| said(deal) == Some(state)).count();
        let refused = found.iter().filter(|(converted, ..)| !converted).count();
        let by_deals = count("won") >= LEAST && count("lost") + refused >= LEAST;
        let mut cases = Cases { by_deals, ..Cases::default() };
        for (converted, deal, features) in found {
            let won = match (by_deals, said(&deal)) {
                (false, _) => converted,
                (true, Some("won")) => true,
                (true, Some("lost")) => false,
                // Nobody knows yet.
                (true, _) if converted => continue,
                (true, _) => false,
            };
            cases.won.push(won);
            cases.features.push(features);
        }
        Ok(cases)
    }

    pub(super) fn len(&self) -> usize {
        self.won.len()
    }

    pub(super) fn won(&self) -> usize {
        self.won.iter().filter(|won| **won).count()
    }

    /// Learns from all cases, and tries on the latest what the earlier ones teach.
    pub(super) fn learnt(&self) -> Learnt {
        if self.won() < LEAST || self.len() - self.won() < LEAST {
            return Learnt::default();
        }
        let cut = self.len() - self.len() * TRIED / 10;
        let test = self.tried(cut);
        let taught = taught(&self.features, &self.won);
        Learnt { test, ..taught }
    }

    fn tried(&self, cut: usize) -> Option<Test> {
        let (before, after) = (&self.won[..cut], &self.won[cut..]);
        let both = |won: &[bool], least: usize| {
            let count = won.iter().filter(|won| **won).count();
            count >= least && won.len() - count >= least
        };
        if !both(before, LEAST / 2) || !both(after, LEAST / 8) {
            return None;
        }
        let learnt = taught(&self.features[..cut], before);
        let places: HashMap<&str, usize> =
            learnt.names.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
        let said = |features: &Features| {
            chance(learnt.slope * learnt.fit.logit(&row(&places, features)) + learnt.place)
        };
        let chances: Vec<f64> = self.features[cut..].iter().map(said).collect();
        let rate = before.iter().filter(|won| **won).count() as f64 / before.len() as f64;
        Some(Test {
            cases: after.len(),
            brier: brier(&chances, after),
            base: brier(&vec![rate; after.len()], after),
            area: area(&chances, after),
        })
    }
}

/// How their deals ended.
fn states(cx: &Cx, deals: impl Iterator<Item = Id>) -> Result<HashMap<Id, String>> {
    let ids: Vec<Id> = deals.collect::<HashSet<_>>().into_iter().collect();
    let found = record::find_many(cx, &object(cx, deal::KEY)?, &ids)?;
    let living = found.into_values().filter(|deal| deal.trashed_at.is_none());
    Ok(living.map(|deal| (deal.id, deal.text("state").to_owned())).collect())
}

/// The fit of these cases, calibrated on what each fifth of them is told by the others.
fn taught(cases: &[Features], won: &[bool]) -> Learnt {
    let names = common(cases);
    let places: HashMap<&str, usize> =
        names.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
    let rows: Vec<Row> = cases.iter().map(|features| row(&places, features)).collect();
    let mut logits = vec![0.0; rows.len()];
    for fold in 0..FOLDS {
        let others = || (0..rows.len()).filter(move |at| fold_of(*at) != fold);
        let some: Vec<&Row> = others().map(|at| &rows[at]).collect();
        let theirs: Vec<bool> = others().map(|at| won[at]).collect();
        let fit = logistic::fit(&some, &theirs, names.len());
        let absent = fit.absent();
        for at in (0..rows.len()).filter(|at| fold_of(*at) == fold) {
            logits[at] = fit.logit_from(absent, &rows[at]);
        }
    }
    let (slope, place) = calibrate(&logits, won);
    let fit = logistic::fit(&rows.iter().collect::<Vec<_>>(), won, names.len());
    Learnt { names, fit, slope, place, test: None }
}

/// Scattered, so that what comes in a rhythm does not fall into one.
fn fold_of(at: usize) -> usize {
    (at.wrapping_mul(0x9e37_79b9) >> 12) % FOLDS
}

/// The features that enough of them have, the commonest first.
fn common(cases: &[Features]) -> Vec<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (name, _) in cases.iter().flatten() {
        *counts.entry(name).or_default() += 1;
    }
    let mut names: Vec<(&str, usize)> =
        counts.into_iter().filter(|(_, count)| *count >= LEAST_SEEN).collect();
    names.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(other.0)));
    names.truncate(MOST_FEATURES);
    names.into_iter().map(|(name, _)| name.to_owned()).collect()
}
