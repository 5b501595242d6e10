//! A list as a calendar: the cards on the days of one month, by one of their dates.

use std::sync::Arc;

use jiff::{ToSpan, civil::Date};
use kernel::Result;
use records::{
    Field, Filter, Object, Operator, Query, Record, Sort,
    field::{as_text, date_time},
    query,
};
use web::{
    Markup, html,
    html::{icon, link_button},
};

use super::Asked;
use crate::{
    View,
    month::{self, Cell},
};

/// Cards of a month, at most.
const MOST: usize = 1_000;
/// Cards of a day that are shown; the rest is a link away.
const SHOWN: usize = 4;

pub(super) fn calendar(
    view: &View,
    object: &Arc<Object>,
    asked: &Asked,
    date: &str,
    month: Date,
) -> Result<Markup> {
    let field = object.field(date)?;
    let (first, last) = month::shown(month, view.reading.locale.first_weekday());
    let within = Filter::field(date, Operator::Between, &[&first.to_string(), &last.to_string()]);
    let filter = asked.query.filter.clone().and(within);
    let sort = vec![Sort { field: date.to_owned(), descending: false }];
    let query = Query { filter, sort, after: None, group: None, ..asked.query.clone() };
    let page = query::page(view.cx, object, &query, &[object.title, date], MOST)?;
    let locale = &view.reading.locale;
    let step = |months: i64| {
        let to = month.checked_add(months.months()).unwrap_or(month);
        asked.with(object, "month", to.strftime("%Y-%m").to_string())
    };
    Ok(html! {
        div.calendar-head {
            (link_button(step(-1), view.t("calendar-before")).plain().icon_only("chevron-left"))
            h2 { (locale.month(month)) }
            (link_button(step(1), view.t("calendar-after")).plain().icon_only("chevron-right"))
            (link_button(asked.with(object, "month", ""), view.t("calendar-now")).plain().small())
            @if page.next.is_some() { span.quiet { (icon("alert")) " " (view.t("calendar-too-many")) } }
        }
        @if page.records.is_empty() { p.month-empty { (view.t("calendar-empty")) } }
        (month::table(view, month, |day| cell(view, object, asked, field, day, &page.records)))
    })
}

fn cell(view: &View, object: &Object, asked: &Asked, field: &Field, day: Date, records: &[Record]) -> Cell {
    let mine: Vec<&Record> =
        records.iter().filter(|record| day_of(view, record, field) == Some(day)).collect();
    let only = Filter::field(&field.key, Operator::On, &[&day.to_string()]);
    let all = asked.query.filter.clone().and(only).written();
    let all = asked.address.clone().without("as").without("date").without("month").with("filter", all);
    let more = mine.len().saturating_sub(SHOWN);
    let body = html! {
        ul {
            @for record in mine.iter().take(SHOWN) {
                li { a.on-day data-tab=(object.tab) href=(record.address()) { (at(view, record, field)) (record.title(&view.reading)) } }
            }
        }
        @if more > 0 { a.quiet.small href=(asked.href(object, &all)) { (view.tf("calendar-more", &[("count", more.into())])) } }
    };
    Cell { empty: mine.is_empty(), body }
}

fn day_of(view: &View, record: &Record, field: &Field) -> Option<Date> {
    let value = record.get(&field.key);
    match field.kind.key() {
        "date_time" => date_time::instant(value).map(|at| view.reading.locale.civil(at).date()),
        _ => as_text(value).parse().ok(),
    }
}

/// The time of day, where there is one.
fn at(view: &View, record: &Record, field: &Field) -> Markup {
    match date_time::instant(record.get(&field.key)).filter(|_| field.kind.key() == "date_time") {
        Some(at) => {
            let at = view.reading.locale.civil(at);
            html! { span.quiet { (format!("{:02}:{:02}", at.hour(), at.minute())) } " " }
        }
        None => html! {},
    }
}
