//! Across the top of a deal: the stages of its pipeline, how long it was in each, where it is, and the way to the others.

use std::collections::HashMap;

use kernel::Result;
use records::{access::Verb, stays};
use web::{Markup, html};
use workbench::CardPage;

use crate::{
    board::days_between,
    deal,
    pipeline::{self, Outcome, Stage},
};

pub(crate) fn across(page: &CardPage) -> Result<Option<Markup>> {
    let (view, deal) = (page.view, page.record);
    if deal.object.key != deal::KEY || !deal.object.tells("stage") || deal.trashed_at.is_some() {
        return Ok(None);
    }
    let pipelines = pipeline::of(view.cx)?;
    let Some((pipeline, here)) = pipelines.stage(deal.text("stage")) else { return Ok(None) };
    let mut days: HashMap<String, i64> = HashMap::new();
    for stay in stays::of(view.cx, deal.id, "stage")? {
        let left = stay.left_at.unwrap_or(view.reading.now);
        *days.entry(stay.value).or_default() += days_between(view.cx, stay.entered_at, left);
    }
    let at = pipeline.stages.iter().position(|stage| stage.key == here.key).unwrap_or(0);
    let state = |place: usize| match place {
        _ if place == at => "here",
        _ if place < at && here.outcome != Outcome::Lost => "past",
        _ => "ahead",
    };
    let long = |stage: &Stage| {
        // What is over does not grow any more.
        let over = stage.key == here.key && stage.outcome != Outcome::Open;
        let days = days.get(&stage.key).filter(|_| !over)?;
        Some(view.tf("days-in-short", &[("days", (*days).into())]))
    };
    let moves = view.may_on(deal, Verb::Edit);
    Ok(Some(html! {
        form.path data-tab=(deal.object.tab) data-topic={ "deal:" (deal.id) } hx-get=(deal.address()) hx-trigger="live" hx-select=".path" hx-swap="outerHTML" method="post" action={ (deal.address()) "/column" } aria-label=(view.label(&deal.object, deal.object.field("stage")?)) {
            input type="hidden" name="by" value="stage";
            input type="hidden" name="seen" value=(deal.get("stage"));
            input type="hidden" name="back" value=(deal.address());
            @for (place, stage) in pipeline.stages.iter().enumerate() {
                @let current = (place == at).then_some("step");
                button name="stage" value=(stage.key) data-state=(state(place)) data-outcome=(stage.outcome.key()) aria-current=[current] disabled[!moves || place == at] {
                    span { (stage.name) }
                    @if let Some(long) = long(stage) { small { (long) } }
                }
            }
        }
    }))
}
