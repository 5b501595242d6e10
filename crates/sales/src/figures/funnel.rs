//! Where deals stop: how many entered each stage in the period, how many of those went on, and how long they stayed.

use kernel::{Result, Timestamp};
use records::{
    Filter, Operator,
    stays::{self, About, Passage},
};
use web::{
    Markup, html,
    html::{empty_note, table_frame},
};

use super::Figures;
use crate::pipeline::{self, Outcome, Pipeline, Stage};

const DAY_SECONDS: i64 = 86_400;

/// One stage with what went through it.
struct Step<'a> {
    stage: &'a Stage,
    entered: i64,
    went_on: Option<i64>,
    /// In seconds, on average, of those that left.
    stayed: Option<i64>,
}

pub(super) fn figures(asked: &Figures) -> Result<Markup> {
    let pipelines = pipeline::of(asked.cx())?;
    let looked_at =
        pipelines.pipelines.iter().filter(|one| asked.pipeline.as_ref().is_none_or(|key| *key == one.key));
    let mut parts = Vec::new();
    for pipeline in looked_at {
        parts.push(of_pipeline(asked, pipeline)?);
    }
    Ok(html! {
        p.figures-lead { (asked.view.t("sales-funnel-lead")) }
        @for part in &parts { (part) }
    })
}

fn of_pipeline(asked: &Figures, pipeline: &Pipeline) -> Result<Markup> {
    let (from, until) = asked.days()?;
    let zone = asked.cx().time_zone();
    let midnight = |day: jiff::civil::Date| Timestamp::from_civil(day.at(0, 0, 0, 0), zone);
    let between = (midnight(from), midnight(until));
    // A stage belongs to one pipeline, so nothing more narrows them.
    let about = About { object: &asked.deal, field: "stage", filter: Filter::default() };
    let stages: Vec<&Stage> = pipeline.stages.iter().filter(|stage| stage.outcome != Outcome::Lost).collect();
    let keys: Vec<&str> = stages.iter().map(|stage| stage.key.as_str()).collect();
    let asked_for: Vec<(&str, &[&str])> =
        keys.iter().enumerate().map(|(at, key)| (*key, &keys[at + 1..])).collect();
    let passages = stays::passages(asked.cx(), &about, between, &asked_for)?;
    let mut steps = Vec::new();
    for stage in stages {
        let known = passages.iter().find(|passage| passage.value == stage.key);
        let open = known.filter(|_| stage.outcome == Outcome::Open);
        steps.push(Step {
            stage,
            entered: known.map_or(0, |known| known.entered),
            went_on: open.map(|open| open.went_on),
            stayed: known.and_then(average),
        });
    }
    let view = asked.view;
    let most = steps.iter().map(|step| step.entered).max().unwrap_or(0);
    Ok(html! {
        div.section {
            @if most == 0 { (empty_note(&html! { (view.tf("sales-funnel-empty", &[("name", pipeline.name.as_str().into())])) })) }
            @else {
                (table_frame(&pipeline.name, &html! {
                    table.table.figures {
                        thead { tr {
                            th scope="col" { (pipeline.name) }
                            th.number scope="col" { (view.t("funnel-entered")) }
                            th scope="col" data-wide { span.hidden { (view.t("funnel-share")) } }
                            th.number scope="col" { (view.t("funnel-went-on")) }
                            th.number scope="col" { (view.t("funnel-rate")) }
                            th.number scope="col" { (view.t("funnel-stayed")) }
                        } }
                        tbody { @for step in &steps { (row(asked, step, most)) } }
                    }
                }))
            }
        }
    })
}

fn average(passage: &Passage) -> Option<i64> {
    (passage.left > 0).then(|| passage.stayed / passage.left)
}

fn row(asked: &Figures, step: &Step, most: i64) -> Markup {
    let view = asked.view;
    let here = asked.narrowed(Filter::field("stage", Operator::Is, &[&step.stage.key]));
    let days = |seconds: i64| {
        view.tf(
            "funnel-days",
            &[("days", view.reading.locale.number((seconds * 10 + DAY_SECONDS / 2) / DAY_SECONDS, 1).into())],
        )
    };
    html! {
        tr {
            th scope="row" { a href=(asked.list(&here, "amount")) title=(view.t("funnel-here-now")) { (step.stage.name) } }
            td.number { (asked.integer(step.entered)) }
            td data-wide { (bar(step.entered, most)) }
            td.number { @match step.went_on { Some(count) => (asked.integer(count)), None => span.quiet { "–" } } }
            td.number { @match step.went_on { Some(count) => (asked.rate(count, step.entered)), None => span.quiet { "–" } } }
            td.number { @match step.stayed { Some(seconds) => (days(seconds)), None => span.quiet { "–" } } }
        }
    }
}

/// As long as its share of the longest.
fn bar(part: i64, most: i64) -> Markup {
    let length = (part * 100).checked_div(most).unwrap_or(0);
    html! { svg.bar viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" { rect width=(length) height="6" {} } }
}
