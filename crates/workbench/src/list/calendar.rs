//! A list as a calendar: the cards on the days of one month, by one of their dates.

use std::sync::Arc;

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};
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
use crate::View;

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
    let begins = view.reading.locale.first_weekday();
    let first = first_shown(month, begins);
    let weeks = weeks(month, begins);
    let last = first.checked_add((weeks * 7 - 1).days()).unwrap_or(first);
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
    let names: Vec<String> = (0..7i64).map(|day| locale.weekday(begins.wrapping_add(day))).collect();
    Ok(html! {
        div.calendar-head {
            (link_button(step(-1), view.t("calendar-before")).plain().icon_only("chevron-left"))
            h2 { (locale.month(month)) }
            (link_button(step(1), view.t("calendar-after")).plain().icon_only("chevron-right"))
            (link_button(asked.with(object, "month", ""), view.t("calendar-now")).plain().small())
            @if page.next.is_some() { span.quiet { (icon("alert")) " " (view.t("calendar-too-many")) } }
        }
        @if page.records.is_empty() { p.month-empty { (view.t("calendar-empty")) } }
        div.month-frame role="region" tabindex="0" aria-label=(locale.month(month)) {
            table.month {
                thead { tr { @for name in &names { th scope="col" { (name) } } } }
                tbody {
                    @for week in 0..weeks {
                        tr { @for day in 0..7 {
                            @let day = first.checked_add((week * 7 + day).days()).unwrap_or(first);
                            (cell(view, object, asked, field, day, month, &page.records))
                        } }
                    }
                }
            }
        }
    })
}

/// The day in the first corner: in the week of the month's first day, which begins on this weekday.
fn first_shown(month: Date, begins: Weekday) -> Date {
    let first = month.first_of_month();
    first.checked_sub(before(first, begins).days()).unwrap_or(first)
}

fn before(first: Date, begins: Weekday) -> i64 {
    i64::from(first.weekday().since(begins))
}

fn weeks(month: Date, begins: Weekday) -> i64 {
    (before(month.first_of_month(), begins) + i64::from(month.days_in_month()) + 6) / 7
}

fn cell(
    view: &View,
    object: &Object,
    asked: &Asked,
    field: &Field,
    day: Date,
    month: Date,
    records: &[Record],
) -> Markup {
    let mine: Vec<&Record> =
        records.iter().filter(|record| day_of(view, record, field) == Some(day)).collect();
    let today = day == view.reading.today;
    let only = Filter::field(&field.key, Operator::On, &[&day.to_string()]);
    let all = asked.query.filter.clone().and(only).written();
    let all = asked.address.clone().without("as").without("date").without("month").with("filter", all);
    let more = mine.len().saturating_sub(SHOWN);
    html! {
        td data-empty[mine.is_empty() && !today] data-outside[day.month() != month.month()] aria-current=[today.then_some("date")] {
            time datetime=(day) { (day.day()) span.weekday { (view.reading.locale.weekday(day.weekday())) } }
            ul {
                @for record in mine.iter().take(SHOWN) {
                    li { a.on-day data-tab=(object.tab) href=(record.address()) { (at(view, record, field)) (record.title(&view.reading)) } }
                }
            }
            @if more > 0 { a.quiet.small href=(asked.href(object, &all)) { (view.tf("calendar-more", &[("count", more.into())])) } }
        }
    }
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
