//! The last line of a deal on a board: its next step, or that there is none, and how long it has been in its stage. A deal that
//! stands still for longer than its stage allows, with nothing planned, is stale.

use kernel::{Result, clock::DAY};
use web::{html, html::icon};
use workbench::{CardPage, module::BoardLine};

use crate::{deal, pipeline};

pub(crate) fn line(page: &CardPage) -> Result<Option<BoardLine>> {
    let (view, deal) = (page.view, page.record);
    if deal.object.key != deal::KEY || !deal::is_open(deal) {
        return Ok(None);
    }
    let next = deal.instant("next_step_at");
    let days = deal.instant("stage_since").map(|since| (view.reading.now.micros() - since.micros()) / DAY);
    let pipelines = pipeline::of(view.cx)?;
    let limit = pipelines.stage(deal.text("stage")).and_then(|(_, stage)| stage.stale_after);
    let long = limit.zip(days).is_some_and(|(limit, days)| days > i64::from(limit));
    let planned = next.is_some_and(|at| at >= view.reading.now);
    let text = html! {
        @match next {
            Some(at) => span { (icon("task")) " " (view.moment(at)) },
            None => span.quiet { (view.t("no-next-step")) },
        }
        @if let Some(days) = days.filter(|days| *days > 0) {
            span.quiet title=(view.tf("days-in-stage", &[("days", days.into())])) { (view.tf("days-in-short", &[("days", days.into())])) }
        }
    };
    Ok(Some(BoardLine { text, is_stale: long && !planned }))
}
