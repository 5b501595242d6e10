//! What is forecast at the beginning of each week, kept as it was: for the running month and the eleven after it, of each colleague.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};
use jobs::{Job, Run};
use kernel::{Cx, Db, Id, Result, Scope, Timestamp, Tx};
use records::{
    Filter, Operator, Query, Record,
    field::{as_id, as_text},
    object::object,
    query,
};
use serde::{Deserialize, Serialize};

use super::model::{self, Model};
use crate::deal;

/// Months that are looked ahead, with the running one.
const MONTHS: i32 = 12;
/// Deals that are read at once.
const PAGE: usize = 500;

/// Keeps the forecast where a week began.
#[derive(Debug, Serialize, Deserialize)]
pub struct WeeklyForecast {}

impl Job for WeeklyForecast {
    const KIND: &'static str = "sales.weekly-forecast";

    fn run(&self, run: &Run) -> Result<()> {
        for workspace in run.db.read(&Scope::global(), identity::workspaces::all)? {
            take(&run.db, &workspace.scope("system"))?;
        }
        Ok(())
    }
}

/// What one colleague's deals of one month and currency promise.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Promised {
    pub won: i64,
    pub committed: i64,
    pub best_case: i64,
    pub pipeline: i64,
    pub weighted: i64,
    pub model: i64,
}

/// By month (`2026-11`), colleague and currency.
type Forecast = BTreeMap<(String, Id, String), Promised>;

/// Keeps this week's forecast and what the deals teach, unless it stands.
pub fn take(db: &Db, scope: &Scope) -> Result<()> {
    let taken = db.read(scope, |cx| {
        let week = monday(cx.today());
        let learnt =
            |model: &Model| monday(Timestamp::from_micros(model.learnt_at).in_zone(cx.time_zone()).date());
        if model::of(cx)?.is_some_and(|model| learnt(&model) >= week) {
            return Ok(None);
        }
        let model = model::learn(cx)?;
        let forecast = forecast(cx, &model)?;
        Ok(Some((week, model, forecast)))
    })?;
    match taken {
        Some((week, model, forecast)) => db.write(scope, |tx| keep(tx, week, &model, &forecast)),
        None => Ok(()),
    }
}

fn monday(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
}

fn forecast(cx: &Cx, model: &Model) -> Result<Forecast> {
    let first = cx.today().first_of_month();
    let last = first.saturating_add(MONTHS.months()).yesterday().unwrap_or(first);
    let (from, until) = (first.to_string(), last.to_string());
    let within = |day: &str, state: &str| {
        Filter::field("state", Operator::Is, &[state]).and(Filter::field(
            day,
            Operator::Between,
            &[&from, &until],
        ))
    };
    let mut all = Forecast::new();
    each(cx, within("closed_at", "won"), |deal| {
        if let Some((minor, promised)) = promised(&mut all, deal, "closed_at", cx) {
            promised.won = promised.won.saturating_add(minor);
        }
    })?;
    each(cx, within("closes_on", "open"), |deal| {
        let days = model::days_in(deal.instant("stage_since"), cx.now());
        let chance = model.chance(deal.text("stage"), days);
        let weighted = deal.get("weighted")["minor"].as_i64().unwrap_or(0);
        let Some((minor, promised)) = promised(&mut all, deal, "closes_on", cx) else { return };
        match as_text(deal.get("forecast")) {
            "committed" => promised.committed = promised.committed.saturating_add(minor),
            "best_case" => promised.best_case = promised.best_case.saturating_add(minor),
            "omitted" => {}
            _ => promised.pipeline = promised.pipeline.saturating_add(minor),
        }
        promised.weighted = promised.weighted.saturating_add(weighted);
        // Of a stage of which too little is known its own chance is taken.
        let model = chance.map_or(weighted, |chance| (minor as f64 * chance).round() as i64);
        promised.model = promised.model.saturating_add(model);
    })?;
    Ok(all)
}

/// The amount of a deal, and where it is added up.
fn promised<'a>(all: &'a mut Forecast, deal: &Record, day: &str, cx: &Cx) -> Option<(i64, &'a mut Promised)> {
    let amount = deal.get("amount");
    let (minor, currency) = (amount["minor"].as_i64()?, amount["currency"].as_str()?.to_owned());
    let day: Date = match deal.instant(day) {
        Some(at) => at.in_zone(cx.time_zone()).date(),
        None => deal.text(day).parse().ok()?,
    };
    let month = format!("{:04}-{:02}", day.year(), day.month());
    let owner = as_id(deal.get("owner")).unwrap_or(Id::NIL);
    Some((minor, all.entry((month, owner, currency)).or_default()))
}

/// Every deal of an answer, in pages.
pub(crate) fn each(cx: &Cx, filter: Filter, mut look: impl FnMut(&Record)) -> Result<()> {
    let deal = object(cx, deal::KEY)?;
    let fields =
        ["amount", "weighted", "forecast", "closes_on", "closed_at", "stage", "stage_since", "owner"];
    let mut query = Query { filter, by_id: true, ..Query::default() };
    loop {
        let page = query::page(cx, &deal, &query, &fields, PAGE)?;
        page.records.iter().for_each(&mut look);
        match page.next {
            Some(next) => query.after = Some(next),
            None => return Ok(()),
        }
    }
}

fn keep(tx: &mut Tx, monday: Date, model: &Model, forecast: &Forecast) -> Result<()> {
    model::keep(tx, model)?;
    for ((month, owner, currency), promised) in forecast {
        tx.execute(
            "INSERT INTO forecasts (workspace_id, taken_on, month, owner_id, currency, won, committed, best_case, \
             pipeline, weighted, model) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) \
             ON CONFLICT (workspace_id, taken_on, month, owner_id, currency) DO NOTHING",
            &[
                tx.workspace().into(),
                monday.to_string().into(),
                month.as_str().into(),
                (*owner).into(),
                currency.as_str().into(),
                promised.won.into(),
                promised.committed.into(),
                promised.best_case.into(),
                promised.pipeline.into(),
                promised.weighted.into(),
                promised.model.into(),
            ],
        )?;
    }
    Ok(())
}
