//! What was forecast at the beginning of each month, and what came: how far off each way of looking at it was, and to which side.

use std::collections::{BTreeMap, HashMap};

use identity::rights::{Circle, Reach, reach_users};
use jiff::{ToSpan, civil::Date};
use kernel::{Currency, Id, Result, money::Money};
use records::{
    Filter, Operator, Query,
    access::{self, Verb},
    field::as_id,
    object::object,
    query::{self, Aggregate, Total, Wanted},
};
use web::{
    Form, Markup, Permission, Request, Response, Routes, html,
    html::{PageHead, empty_note, page_head, table_frame, view_tabs},
};
use workbench::{App, View, view::Page};

use super::{PAGES, may_see};
use crate::forecast::snapshot::Promised;

pub(super) const HERE: &str = "/sales/outcome";

/// Months that are looked back.
const MONTHS: i32 = 12;
/// Fewer say nothing about the next.
const ENOUGH: usize = 3;
/// The ways of looking, by the keys of their names.
const WAYS: [&str; 5] =
    ["forecast-committed", "forecast-best-case", "forecast-pipeline", "deal-weighted", "forecast-model"];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Read, show);
}

/// A month that is over.
struct Month {
    first: Date,
    /// When its forecast was kept.
    taken_on: Date,
    came: i64,
    /// By the places of [`WAYS`].
    forecast: [i64; WAYS.len()],
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let deal = object(cx, crate::deal::KEY)?;
        may_see(cx, &deal)?;
        let view = View::new(app, request, cx)?;
        let title = view.t("sales-outcome");
        let tabs = PAGES.map(|(href, key)| (href.into(), view.t(key), href == HERE));
        let months = months(&view)?;
        let body = html! {
            (page_head(&PageHead { title: &title, count: None, lead: None, actions: html! {} }))
            (view_tabs(&view.t("views"), &tabs))
            p.figures-lead { (view.t("outcome-lead")) }
            @if months.is_empty() { (empty_note(&html! { (view.t("outcome-empty")) })) } @else { (table(&view, &months)) }
        };
        Ok(view.page(Page::new(title.clone(), "/deals", body)))
    })
}

/// The months that are over and of which a forecast was kept as they began, the newest first, in the workspace's own currency.
fn months(view: &View) -> Result<Vec<Month>> {
    let cx = view.cx;
    let deal = object(cx, crate::deal::KEY)?;
    let reach = access::reach(cx, &deal, Verb::See)?;
    let circle = if reach == Reach::All { Circle::Everybody } else { reach_users(cx, reach)? };
    let currency = cx.locality().currency;
    let this = cx.today().first_of_month();
    let mut months = Vec::new();
    for back in 1..=MONTHS {
        let first = this.saturating_sub(back.months());
        let Some((taken_on, promised)) = kept(view, first, &circle)? else { continue };
        let sure = promised.won;
        let forecast = [
            sure + promised.committed,
            sure + promised.committed + promised.best_case,
            sure + promised.committed + promised.best_case + promised.pipeline,
            sure + promised.weighted,
            sure + promised.model,
        ];
        let came = came(view, first, &circle, currency)?;
        months.push(Month { first, taken_on, came, forecast });
    }
    Ok(months)
}

/// The forecast of a month that was kept last before it began, or in its first week; nothing where there is none.
fn kept(view: &View, first: Date, circle: &Circle) -> Result<Option<(Date, Promised)>> {
    let cx = view.cx;
    let (from, until) = (first.saturating_sub(7.days()), first.saturating_add(7.days()));
    let rows = cx.query(
        "SELECT taken_on, owner_id, won, committed, best_case, pipeline, weighted, model FROM forecasts \
         WHERE workspace_id = ?1 AND month = ?2 AND taken_on > ?3 AND taken_on < ?4 AND currency = ?5 ORDER BY taken_on",
        &[
            cx.workspace().into(),
            format!("{:04}-{:02}", first.year(), first.month()).into(),
            from.to_string().into(),
            until.to_string().into(),
            cx.locality().currency.code().into(),
        ],
    )?;
    let mut by_day: BTreeMap<String, Promised> = BTreeMap::new();
    for row in &rows {
        let owner: Id = row.get(1)?;
        let told = by_day.entry(row.text(0).to_owned()).or_default();
        if circle.holds(owner) {
            told.won += row.int(2);
            told.committed += row.int(3);
            told.best_case += row.int(4);
            told.pipeline += row.int(5);
            told.weighted += row.int(6);
            told.model += row.int(7);
        }
    }
    let read = |(day, promised): (String, Promised)| Some((day.parse::<Date>().ok()?, promised));
    let mut days: Vec<(Date, Promised)> = by_day.into_iter().filter_map(read).collect();
    let before = days.iter().rposition(|(day, _)| *day <= first).unwrap_or(0);
    Ok((!days.is_empty()).then(|| days.swap_remove(before)))
}

/// The deals that were won in a month.
fn won_in(first: Date) -> Filter {
    let last = first.saturating_add(1.months()).yesterday().unwrap_or(first);
    let days = [first.to_string(), last.to_string()];
    let within = Filter::field("closed_at", Operator::Between, &[&days[0], &days[1]]);
    Filter::field("state", Operator::Is, &["won"]).and(within)
}

/// What was won in a month by those whose forecast is told, in this currency.
fn came(view: &View, first: Date, circle: &Circle, currency: Currency) -> Result<i64> {
    let deal = object(view.cx, crate::deal::KEY)?;
    let query = Query { filter: won_in(first), ..Query::default() };
    if *circle == Circle::Everybody {
        let sums: HashMap<String, i64> = query::sums(view.cx, &deal, &query, "amount")?.into_iter().collect();
        return Ok(sums.get(currency.code()).copied().unwrap_or(0));
    }
    let wanted = [Wanted { field: "amount".to_owned(), aggregate: Aggregate::Sum }];
    let groups = query::groups(view.cx, &deal, &query, "owner", &wanted)?.groups;
    let theirs = groups.iter().filter(|group| as_id(&group.value).is_some_and(|owner| circle.holds(owner)));
    let amount = |total: &Total| match total {
        Total::Value(value) if value["currency"] == currency.code() => value["minor"].as_i64().unwrap_or(0),
        _ => 0,
    };
    Ok(theirs.filter_map(|group| group.totals.first()).map(amount).sum())
}

fn table(view: &View, months: &[Month]) -> Markup {
    let locale = &view.reading.locale;
    let currency = view.cx.locality().currency;
    let money = |minor: i64| locale.money(&Money { minor, currency });
    let percent = |share: f64| locale.percent((share * 100.0).round() as i64, 0);
    let signed = |share: f64| format!("{}{}", if share > 0.0 { "+" } else { "" }, percent(share));
    let list = |first: Date| {
        let form = Form::default().with("filter", won_in(first).written()).with("totals", "amount:sum");
        format!("/deals?{}", form.encode())
    };
    let label = view.t("sales-outcome");
    html! {
        (table_frame(&label, &html! {
            table.table.figures {
                thead { tr {
                    th scope="col" { (view.t("goal-span-month")) }
                    th.number scope="col" { (view.t("outcome-came")) }
                    @for way in WAYS { th.number scope="col" { (view.t(way)) } }
                } }
                tbody { @for month in months { tr {
                    th scope="row" title=(view.tf("outcome-taken", &[("date", locale.date(month.taken_on).into())])) { (locale.month(month.first)) }
                    td.number { @if month.came == 0 { span.quiet { "–" } } @else { a href=(list(month.first)) { (money(month.came)) } } }
                    @for forecast in month.forecast { td.number {
                        (money(forecast))
                        @if let Some(off) = off(forecast, month.came) { " " span.quiet { (signed(off)) } }
                    } }
                } } }
                @if months.len() >= ENOUGH {
                    tfoot {
                        tr { th scope="row" title=(view.t("outcome-error-help")) { (view.t("outcome-error")) } td {}
                            @for way in 0..WAYS.len() { td.number { (mean(months, way, f64::abs).map_or_else(|| "–".to_owned(), percent)) } } }
                        tr { th scope="row" title=(view.t("outcome-bias-help")) { (view.t("outcome-bias")) } td {}
                            @for way in 0..WAYS.len() { td.number { (mean(months, way, |off| off).map_or_else(|| "–".to_owned(), signed)) } } }
                    }
                }
            }
        }))
        @if months.len() < ENOUGH { p.figures-lead { (view.tf("outcome-too-few", &[("months", ENOUGH.into())])) } }
    }
}

/// How far a forecast was from what came, of that; nothing of nothing.
fn off(forecast: i64, came: i64) -> Option<f64> {
    (came != 0).then(|| (forecast - came) as f64 / came as f64)
}

/// The mean over the months: of the distance the mean absolute percentage error (MAPE), of the distance with its sign the bias.
fn mean(months: &[Month], way: usize, of: impl Fn(f64) -> f64) -> Option<f64> {
    let offs: Vec<f64> =
        months.iter().filter_map(|month| off(month.forecast[way], month.came)).map(of).collect();
    (offs.len() >= ENOUGH).then(|| offs.iter().sum::<f64>() / offs.len() as f64)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn errors_on_both_sides_are_errors_but_no_bias() {
        let month = |forecast: i64, came: i64| Month {
            first: date(2026, 1, 1),
            taken_on: date(2026, 1, 1),
            came,
            forecast: [forecast; WAYS.len()],
        };
        let months = [month(150, 100), month(50, 100), month(100, 100), month(70, 0)];
        let rounded = |of: fn(f64) -> f64| mean(&months, 0, of).map(|mean| (mean * 1000.0).round());
        assert_eq!(rounded(f64::abs), Some(333.0));
        assert_eq!(rounded(|off| off), Some(0.0));
        // Of a month in which nothing came there is no share, and two months are too few.
        assert_eq!(mean(&months[2..], 0, f64::abs), None);
    }
}
