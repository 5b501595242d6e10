//! The last line of a deal on a board: its next step, or that there is none, and how long it has been in its stage. A deal that
//! stands still for longer than its stage allows, with nothing planned, is stale.

use kernel::{Cx, Result, Timestamp};
use web::{html, html::icon};
use workbench::{CardPage, module::BoardLine};

use crate::{deal, pipeline};

pub(crate) fn line(page: &CardPage) -> Result<Option<BoardLine>> {
    let (view, deal) = (page.view, page.record);
    if deal.object.key != deal::KEY || !deal::is_open(deal) {
        return Ok(None);
    }
    let next = deal.instant("next_step_at");
    let days = deal.instant("stage_since").map(|since| days_between(view.cx, since, view.reading.now));
    let pipelines = pipeline::of(view.cx)?;
    let limit = pipelines.stage(deal.text("stage")).and_then(|(_, stage)| stage.stale_after);
    let long = limit.zip(days).is_some_and(|(limit, days)| days > i64::from(limit));
    let planned = next.is_some_and(|at| at >= view.reading.now);
    let text = html! {
        @match next {
            Some(at) if at < view.reading.now => span.tone data-tone="negative" { (icon("task")) " " (view.moment(at)) },
            Some(at) => span { (icon("task")) " " (view.moment(at)) },
            None => span.quiet { (view.t("no-next-step")) },
        }
        @if let Some(days) = days.filter(|days| *days > 0) {
            span.quiet title=(view.tf("days-in-stage", &[("days", days.into())])) { (view.tf("days-in-short", &[("days", days.into())])) }
        }
    };
    Ok(Some(BoardLine { text, is_stale: long && !planned }))
}

/// From day to day where the reader is, as dates are told.
pub(crate) fn days_between(cx: &Cx, from: Timestamp, until: Timestamp) -> i64 {
    let day = |at: Timestamp| at.in_zone(cx.time_zone()).date();
    day(until).since(day(from)).map_or(0, |span| i64::from(span.get_days()))
}
