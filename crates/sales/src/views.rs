//! The views that everybody has. Of deals: the board of each pipeline, what closes this month, what has no next step; of leads: a
//! board of those that are worked on, and those that nobody has begun with.

use kernel::{Cx, Result};
use records::{Filter, Object, Operator};
use web::Form;

use crate::{lead, pipeline};

/// By name and address; the board of the first pipeline comes first.
pub(crate) fn of_deals(cx: &Cx, deal: &Object) -> Result<Vec<(String, Form)>> {
    let t = |key: &str| locale::text(cx.locality().language, key).into_owned();
    let open = || Filter::field("state", Operator::Is, &["open"]);
    if !deal.tells("stage") || !deal.tells("state") {
        return Ok(Vec::new());
    }
    let totals = if deal.tells("amount") { "amount:sum" } else { "" };
    let board = |filter: Filter| {
        let form = Form::default().with("as", "board").with("by", "stage").with("filter", filter.written());
        if totals.is_empty() { form } else { form.with("totals", totals) }
    };
    let pipelines = pipeline::of(cx)?;
    let mut views = Vec::new();
    for pipeline in &pipelines.pipelines {
        let only = Filter::field("pipeline", Operator::Is, &[&pipeline.key]);
        views.push((pipeline.name.clone(), board(only.and(open()))));
    }
    let table = |filter: Filter, sort: &str| {
        let form = Form::default().with("filter", filter.written()).with("sort", sort);
        if totals.is_empty() { form } else { form.with("totals", totals) }
    };
    if deal.tells("closes_on") {
        let this_month = Filter::field("closes_on", Operator::On, &["this_month"]);
        views.push((t("view-closing"), table(open().and(this_month), "closes_on")));
    }
    if deal.tells("next_step_at") {
        let none = Filter::field("next_step_at", Operator::Empty, &[]);
        views.push((t("view-no-next-step"), table(open().and(none), "closes_on")));
    }
    Ok(views)
}

/// A board by status comes first; what was converted is a deal or a customer by now.
pub(crate) fn of_leads(cx: &Cx, lead: &Object) -> Vec<(String, Form)> {
    let t = |key: &str| locale::text(cx.locality().language, key).into_owned();
    if !lead.tells("status") {
        return Vec::new();
    }
    let open = || Filter::field("status", Operator::IsNot, &[lead::CONVERTED]);
    // Whoever wants to be left alone is not pulled up before that is over.
    let willing = || match lead.tells("standing") {
        true => Filter::Any(vec![
            Filter::field(lead::ALONE, Operator::Empty, &[]),
            Filter::field(lead::ALONE, Operator::Before, &["today"]),
        ]),
        false => Filter::default(),
    };
    let board = |filter: Filter| {
        Form::default().with("as", "board").with("by", "status").with("filter", filter.written())
    };
    let table =
        |filter: Filter, sort: &str| Form::default().with("filter", filter.written()).with("sort", sort);
    let new = Filter::field("status", Operator::Is, &[lead::STATUSES[0]]);
    let mut views = vec![
        (t("view-leads"), board(open().and(willing()))),
        (t("view-new-leads"), table(new.and(willing()), "-created_at")),
    ];
    if lead.tells("score") {
        let best = table(open().and(willing()), "-score");
        views.push((
            t("view-best-leads"),
            best.with("columns", "name,score,company_name,source,status,owner"),
        ));
    }
    if lead.tells("standing") {
        views.push((t("view-all-leads"), board(open())));
    }
    views
}
