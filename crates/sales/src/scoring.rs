//! How likely a lead becomes a customer, learnt from those that did and those that did not. Learnt at night and by hand, tried on
//! later cases than it was learnt from, and silent when it knows too little or no more than the average does.

mod cases;
mod features;
mod logistic;
mod page;

use std::{
    collections::HashMap,
    mem,
    sync::{Arc, mpsc},
    thread,
};

use identity::workspaces;
use jobs::{Job, Run};
use kernel::{Cx, Db, Error, Id, Result, Scope, Timestamp, Tx, clock::HOUR};
use records::{
    Filter, Json, Object, Operator, Query, Record, behavior::Pending, object::object, query, save,
};
use serde::{Deserialize, Serialize};

pub(crate) use self::page::{on_card, routes};
use self::{
    cases::{Cases, Learnt},
    features::Features,
    logistic::{Fit, Row, chance},
};
use crate::lead;

/// The field that says it, in percent.
pub(crate) const FIELD: &str = "score";
/// Of each kind, before anything is said.
pub(crate) const LEAST: usize = 40;
/// Leads in one transaction.
const BATCH: usize = 5_000;
const PAGE: usize = 2_000;

/// What was learnt, or why nothing was.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Model {
    pub learnt_at: Timestamp,
    /// Leads that became customers, and those that did not.
    pub won: usize,
    pub lost: usize,
    /// Whether customers are those whose deal was won, which are enough.
    pub by_deals: bool,
    names: Vec<String>,
    fit: Fit,
    /// Of [`logistic::calibrate`].
    slope: f64,
    place: f64,
    pub test: Option<Test>,
}

/// How it did on the latest cases, when it was learnt from those before them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Test {
    pub cases: usize,
    pub brier: f64,
    /// Of one who always says the average of the cases before.
    pub base: f64,
    pub area: f64,
}

impl Test {
    /// It is clearly better than the average.
    pub(crate) fn passed(&self) -> bool {
        self.brier < 0.98 * self.base && self.area > 0.55
    }
}

impl Model {
    pub(crate) fn speaks(&self) -> bool {
        self.test.is_some_and(|test| test.passed())
    }

    fn places(&self) -> HashMap<&str, usize> {
        self.names.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect()
    }

    fn percent(&self, logit: f64) -> i64 {
        // Nobody is certain.
        (chance(self.slope * logit + self.place) * 100.0).round().clamp(1.0, 99.0) as i64
    }

    /// In percent.
    fn score(&self, features: &Features) -> i64 {
        self.percent(self.fit.logit(&row(&self.places(), features)))
    }

    /// What each group of features adds to the chance, in percentage points: the chance against that without it. The
    /// strongest first.
    pub(crate) fn reasons(&self, features: &Features) -> Vec<(String, i64)> {
        let places = self.places();
        let there = row(&places, features);
        let whole = self.fit.logit(&there);
        let values: HashMap<usize, f64> = there.into_iter().collect();
        let mut groups: HashMap<&str, f64> = HashMap::new();
        for (at, name) in self.names.iter().enumerate() {
            let part = self.fit.part(at, values.get(&at).copied().unwrap_or(0.0));
            *groups.entry(group(name)).or_default() += part;
        }
        let points = |part: f64| {
            let without = chance(self.slope * (whole - part) + self.place);
            ((chance(self.slope * whole + self.place) - without) * 100.0).round() as i64
        };
        let mut reasons: Vec<(String, i64)> = groups
            .into_iter()
            .map(|(name, part)| (name.to_owned(), points(part)))
            .filter(|(_, points)| *points != 0)
            .collect();
        reasons.sort_by(|one, other| other.1.abs().cmp(&one.1.abs()).then_with(|| one.0.cmp(&other.0)));
        reasons
    }
}

impl Model {
    /// The features that weigh most, for one step of their usual spread.
    fn strongest(&self, most: usize) -> Vec<(String, f64)> {
        let mut all: Vec<(String, f64)> = self
            .names
            .iter()
            .cloned()
            .zip(self.fit.weights.iter().map(|weight| weight * self.slope))
            .collect();
        all.sort_by(|one, other| other.1.abs().total_cmp(&one.1.abs()));
        all.truncate(most);
        all.retain(|(_, weight)| weight.abs() >= 0.005);
        all
    }
}

/// What stands before the value: all sources are one reason.
fn group(name: &str) -> &str {
    name.split('=').next().unwrap_or(name)
}

fn row(places: &HashMap<&str, usize>, features: &Features) -> Row {
    features.iter().filter_map(|(name, value)| Some((*places.get(name.as_str())?, *value))).collect()
}

/// What was learnt last, asked once in a unit of work.
pub(crate) fn model(cx: &Cx) -> Result<Option<Arc<Model>>> {
    struct Kept(Option<Arc<Model>>);
    let kept = cx.once(|| {
        let sql = "SELECT definition FROM lead_models WHERE workspace_id = ?1";
        let row = cx.query_one(sql, &[cx.workspace().into()])?;
        let model = row.map(|row| serde_json::from_str(row.text(0))).transpose()?;
        Ok(Arc::new(Kept(model.map(Arc::new))))
    })?;
    Ok(kept.0.clone())
}

fn keep(tx: &mut Tx, model: &Model) -> Result<()> {
    tx.execute(
        "INSERT INTO lead_models (workspace_id, definition, learnt_at) VALUES (?1, ?2, ?3) \
         ON CONFLICT (workspace_id) DO UPDATE SET definition = excluded.definition, learnt_at = excluded.learnt_at",
        &[tx.workspace().into(), serde_json::to_string(model)?.into(), model.learnt_at.into()],
    )?;
    tx.emit("lead-model");
    Ok(())
}

/// A lead that is written down has the chance that is known of it now; what is decided keeps the last one.
pub(crate) fn follow(cx: &Cx, object: &Object, pending: &mut Pending) -> Result<()> {
    let status = records::field::as_text(pending.value("status"));
    if status == lead::CONVERTED || status == lead::REFUSED {
        return Ok(());
    }
    let Some(model) = model(cx)?.filter(|model| model.speaks()) else { return Ok(()) };
    let (made, happened) = match pending.before {
        Some(before) => {
            let mut found = features::happened(cx, std::slice::from_ref(before))?;
            (before.instant("created_at").unwrap_or(cx.now()), found.remove(&before.id).unwrap_or_default())
        }
        None => (cx.now(), Vec::new()),
    };
    let features = features::of(object, |key| pending.value(key).clone(), made, &happened);
    pending.values.insert(FIELD.to_owned(), model.score(&features).into());
    Ok(())
}

/// The chance of one lead as it is now, with what speaks for and against it.
pub(crate) fn explained(cx: &Cx, model: &Model, lead: &Record) -> Result<(i64, Vec<(String, i64)>)> {
    let happened = features::happened(cx, std::slice::from_ref(lead))?;
    let features = features::of_record(lead, &happened);
    Ok((model.score(&features), model.reasons(&features)))
}

/// Learns from what there is, and says of each open lead how likely it becomes a customer.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Learn {}

impl Job for Learn {
    const KIND: &'static str = "leads.learn";

    fn run(&self, run: &Run) -> Result<()> {
        learn(&run.db, &run.scope)?;
        run.note(jobs::Note::from(kernel::Text::new("score-learnt")));
        Ok(())
    }
}

/// Learns as soon as there is time.
pub fn learn_soon(tx: &mut Tx) -> Result<()> {
    if !jobs::is_under_way(tx, &Learn {})? {
        jobs::enqueue(tx, &Learn {})?;
    }
    Ok(())
}

/// Looks, once an hour, where it is night and nothing was learnt since yesterday.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct NightlyLearning {}

/// The hours of the night, where the workspace is.
const NIGHT: std::ops::Range<i8> = 1..5;
pub(crate) const EVERY: std::time::Duration = std::time::Duration::from_secs(60 * 60);

impl Job for NightlyLearning {
    const KIND: &'static str = "leads.nightly";

    fn run(&self, run: &Run) -> Result<()> {
        for workspace in run.db.read(&Scope::global(), workspaces::all)? {
            let hour = run.db.clock().now().in_zone(&workspace.locality().time_zone).hour();
            let scope = Scope::system(workspace.id);
            if NIGHT.contains(&hour) && is_due(&run.db, &scope)? {
                run.db.write(&scope, |tx| jobs::enqueue(tx, &Learn {}))?;
            }
        }
        Ok(())
    }
}

/// There are leads, and yesterday's chances are not today's.
fn is_due(db: &Db, scope: &Scope) -> Result<bool> {
    db.read(scope, |cx| {
        let yesterday = cx.now().plus(-20 * HOUR);
        let learnt = model(cx)?.map(|model| model.learnt_at);
        let some = query::count(cx, &object(cx, lead::KEY)?, &Query::default(), 0)? > 0;
        Ok(some && learnt.is_none_or(|at| at < yesterday))
    })
}

/// Learns and scores; what was learnt.
pub fn learn(db: &Db, scope: &Scope) -> Result<()> {
    let model = train(db, scope)?;
    db.write(scope, |tx| keep(tx, &model))?;
    score_with(db, scope, &model)
}

fn train(db: &Db, scope: &Scope) -> Result<Model> {
    let (cases, now) = db.read(scope, |cx| Ok((Cases::gathered(cx)?, cx.now())))?;
    let Learnt { names, fit, slope, place, test } = cases.learnt();
    let won = cases.won();
    let lost = cases.len() - won;
    Ok(Model { learnt_at: now, won, lost, by_deals: cases.by_deals, names, fit, slope, place, test })
}

type Changed = mpsc::SyncSender<Vec<(Id, Option<i64>)>>;

/// Gives every open lead its chance; none when nothing is said.
fn score_with(db: &Db, scope: &Scope, model: &Model) -> Result<()> {
    // What was reckoned is written while the next is read.
    thread::scope(|threads| {
        let (send, written) = mpsc::sync_channel::<Vec<(Id, Option<i64>)>>(2);
        let writer = threads.spawn(move || {
            written.iter().try_for_each(|some| {
                db.write(scope, |tx| save::derive_numbers(tx, &object(tx, lead::KEY)?, FIELD, &some))
            })
        });
        let read = reckon(db, scope, model, &send);
        drop(send);
        let written =
            writer.join().unwrap_or_else(|_| Err(Error::internal("the writer of chances panicked")));
        written.and(read)
    })
}

/// Goes through the open leads, and hands on the chances that are others than before.
fn reckon(db: &Db, scope: &Scope, model: &Model, send: &Changed) -> Result<()> {
    let (mut after, mut changed) = (None, Vec::new());
    let absent = model.fit.absent();
    let places = model.places();
    loop {
        let next = db.read(scope, |cx| {
            let leads = object(cx, lead::KEY)?;
            let open = [lead::CONVERTED, lead::REFUSED]
                .map(|status| Filter::field("status", Operator::IsNot, &[status]));
            let query = Query {
                filter: Filter::All(open.into()),
                by_id: true,
                after: after.take(),
                ..Query::default()
            };
            let page = query::page(cx, &leads, &query, &features::looked_at(&leads), PAGE)?;
            let happened =
                if model.speaks() { features::happened(cx, &page.records)? } else { HashMap::new() };
            for lead in &page.records {
                let score = model.speaks().then(|| {
                    let features = features::of_record(lead, &happened);
                    model.percent(model.fit.logit_from(absent, &row(&places, &features)))
                });
                if lead.get(FIELD) != &score.map_or(Json::Null, Json::from) {
                    changed.push((lead.id, score));
                }
            }
            Ok(page.next)
        })?;
        if (next.is_none() || changed.len() >= BATCH) && send.send(mem::take(&mut changed)).is_err() {
            // The writer says why it ended.
            return Ok(());
        }
        match next {
            Some(next) => after = Some(next),
            None => return Ok(()),
        }
    }
}

/// Learns and keeps it, without scoring: for measurements.
pub fn train_alone(db: &Db, scope: &Scope) -> Result<()> {
    let model = train(db, scope)?;
    db.write(scope, |tx| keep(tx, &model))
}

/// Scores by what was learnt last: for measurements.
pub fn score_all(db: &Db, scope: &Scope) -> Result<()> {
    match db.read(scope, model)? {
        Some(model) => score_with(db, scope, &model),
        None => Ok(()),
    }
}
