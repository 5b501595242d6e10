//! The model's own forecast: the chance that a deal is won by its stage and by how long it is in it, counted in the workspace's own
//! closed deals. Nothing is assumed: of too few cases it says nothing, and it is shown only where it was nearer to what came than the
//! chances of the stages.

use std::collections::BTreeMap;

use jiff::ToSpan;
use kernel::{Cx, Result, Timestamp, Tx};
use records::{
    Filter, Operator,
    object::object,
    stays::{About, Ended, ended},
};
use serde::{Deserialize, Serialize};

use crate::{
    deal,
    pipeline::{self, Pipelines},
};

/// A deal that is in a stage for so many days is compared with those that were, too.
pub const AGES: [i64; 5] = [0, 7, 14, 30, 60];
/// Fewer cases teach nothing.
pub const ENOUGH: i64 = 20;
/// Closed deals that the test needs on either side.
pub const ENOUGH_DEALS: i64 = 50;
/// What was closed in so many days before today is what the rest is tested on.
pub const TESTED_DAYS: i64 = 90;
const DAY_SECONDS: i64 = 86_400;

/// How many stays there were, and how many of their deals were won.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cases {
    pub all: i64,
    pub won: i64,
}

/// What was learnt.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Model {
    pub learnt_at: i64,
    /// Of each stage, by the places of [`AGES`]: the deals that were in it for at least so long.
    pub stages: BTreeMap<String, [Cases; AGES.len()]>,
    pub test: Option<Test>,
}

/// How near it was to deals that it did not know: mean squared errors of the chance (G. W. Brier, 1950), the smaller the better.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Test {
    pub cases: i64,
    pub model: f64,
    /// Of the chances that the stages say.
    pub stages: f64,
}

impl Model {
    /// The chance of a deal that is in a stage for so many days; nothing where too few were.
    pub fn chance(&self, stage: &str, days: i64) -> Option<f64> {
        let cases = self.stages.get(stage)?;
        let reached = AGES.iter().rposition(|age| *age <= days.max(0)).unwrap_or(0);
        let enough = cases[..=reached].iter().rfind(|cases| cases.all >= ENOUGH)?;
        Some(enough.won as f64 / enough.all as f64)
    }

    /// It was nearer than the stages' own chances.
    pub fn is_better(&self) -> bool {
        self.test.is_some_and(|test| test.model < test.stages)
    }

    fn of(ended: &[Ended]) -> Model {
        let mut stages: BTreeMap<String, [Cases; AGES.len()]> = BTreeMap::new();
        for one in ended {
            let cases = stages.entry(one.value.clone()).or_default();
            // Who stayed longer was there for the shorter time too.
            for cases in &mut cases[..=one.length.min(AGES.len() - 1)] {
                cases.all += one.count;
                cases.won += if one.outcome == "won" { one.count } else { 0 };
            }
        }
        Model { stages, ..Model::default() }
    }

    /// The errors of this model, and of the stages' chances, on what it did not know.
    fn tested(&self, unknown: &[Ended], pipelines: &Pipelines) -> Option<Test> {
        let (mut cases, mut model, mut stages) = (0, 0.0, 0.0);
        for (stage, ages) in &Model::of(unknown).stages {
            let Some((_, known)) = pipelines.stage(stage) else { continue };
            let said = f64::from(known.probability) / 100.0;
            for (age, one) in AGES.iter().zip(ages) {
                let chance = self.chance(stage, *age).unwrap_or(said);
                let error = |chance: f64| {
                    one.won as f64 * (1.0 - chance).powi(2) + (one.all - one.won) as f64 * chance.powi(2)
                };
                cases += one.all;
                model += error(chance);
                stages += error(said);
            }
        }
        let test = |cases: i64| Test { cases, model: model / cases as f64, stages: stages / cases as f64 };
        (cases > 0).then(|| test(cases))
    }
}

/// Learns from all closed deals, and tests what the older ones teach on the newer.
pub(super) fn learn(cx: &Cx) -> Result<Model> {
    let deal = object(cx, deal::KEY)?;
    let closed = || Filter::field("state", Operator::Is, &["won", "lost"]);
    let lengths = AGES.map(|days| days * DAY_SECONDS);
    let stays =
        |filter: Filter| ended(cx, &About { object: &deal, field: "stage", filter }, "state", &lengths);
    let mut model = Model::of(&stays(closed())?);
    model.learnt_at = cx.now().micros();
    let cut = cx.today().saturating_sub(TESTED_DAYS.days()).to_string();
    let older = closed().and(Filter::field("closed_at", Operator::Before, &[&cut]));
    let newer = closed().and(Filter::field("closed_at", Operator::Between, &[&cut, "today"]));
    let count = |filter: &Filter| {
        let query = records::Query { filter: filter.clone(), ..records::Query::default() };
        records::query::count(cx, &deal, &query, ENOUGH_DEALS.unsigned_abs())
    };
    let enough = ENOUGH_DEALS.unsigned_abs();
    if count(&older)? >= enough && count(&newer)? >= enough {
        model.test = Model::of(&stays(older)?).tested(&stays(newer)?, &*pipeline::of(cx)?);
    }
    Ok(model)
}

/// What the workspace's deals taught last; nothing before the first week.
pub fn of(cx: &Cx) -> Result<Option<Model>> {
    let sql = "SELECT definition FROM forecast_models WHERE workspace_id = ?1";
    let row = cx.query_one(sql, &[cx.workspace().into()])?;
    Ok(row.map(|row| serde_json::from_str(row.text(0))).transpose()?)
}

pub(super) fn keep(tx: &mut Tx, model: &Model) -> Result<()> {
    let definition = serde_json::to_string(model).map_err(kernel::Error::internal)?;
    tx.execute(
        "INSERT INTO forecast_models (workspace_id, definition) VALUES (?1, ?2) \
         ON CONFLICT (workspace_id) DO UPDATE SET definition = excluded.definition",
        &[tx.workspace().into(), definition.into()],
    )
    .map(drop)
}

/// For how many days a deal is in its stage.
pub(crate) fn days_in(since: Option<Timestamp>, now: Timestamp) -> i64 {
    since.map_or(0, |since| (now.micros() - since.micros()) / 1_000_000 / DAY_SECONDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ended(stage: &str, length: usize, outcome: &str, count: i64) -> Ended {
        Ended { value: stage.to_owned(), length, outcome: outcome.to_owned(), count }
    }

    #[test]
    fn a_deal_that_waits_for_long_is_compared_with_those_that_did() {
        let known = [
            ended("proposal", 0, "won", 60),
            ended("proposal", 0, "lost", 20),
            ended("proposal", 3, "won", 5),
            ended("proposal", 3, "lost", 35),
            ended("proposal", 4, "lost", 3),
            ended("new", 0, "won", 19),
        ];
        let model = Model::of(&known);
        let chance = |days| model.chance("proposal", days).map(|chance| (chance * 1000.0).round());
        assert_eq!(chance(0), Some(528.0));
        assert_eq!(chance(45), Some(116.0));
        // Three deals of sixty days and more are too few: those of thirty speak for them.
        assert_eq!(chance(400), chance(45));
        assert_eq!(model.chance("new", 0), None);
        assert_eq!(model.chance("elsewhere", 0), None);
    }

    #[test]
    fn it_is_shown_only_where_it_was_nearer() {
        let pipelines = Pipelines {
            pipelines: vec![pipeline::Pipeline {
                stages: vec![pipeline::Stage { key: "new".into(), probability: 50, ..Default::default() }],
                ..Default::default()
            }],
            version: 0,
        };
        let model = Model::of(&[ended("new", 0, "won", 20), ended("new", 0, "lost", 80)]);
        let like = [ended("new", 0, "won", 10), ended("new", 0, "lost", 40)];
        let unlike = [ended("new", 0, "won", 40), ended("new", 0, "lost", 10)];
        let better = |unknown: &[Ended]| {
            let test = model.tested(unknown, &pipelines);
            Model { test, ..model.clone() }.is_better()
        };
        assert!(better(&like) && !better(&unlike));
        assert!(!model.is_better() && model.tested(&[], &pipelines).is_none());
    }
}
