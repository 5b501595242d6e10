//! Days with their hours: a column for each day of a week, or for each person of a day. Rows are quarters of an hour.

use jiff::civil::{Date, DateTime};
use kernel::{Id, Timestamp, clock::HOUR};
use records::access::Verb;
use web::{
    Markup, html,
    html::{Avatar, avatar, icon},
};
use workbench::View;

use super::{
    asked::{self, Asked, Span},
    lanes, whose_of,
};
use crate::{diary::Occurrence, slot};

/// The hours that are shown even when nothing lies in them.
const DAYTIME: (i8, i8) = (7, 19);
const QUARTERS: i64 = 4;

/// One column: a day, and whose, where it is somebody's alone.
struct Column<'a> {
    day: Date,
    whose: Option<Id>,
    all_day: Vec<&'a Occurrence>,
    timed: Vec<&'a Occurrence>,
}

pub(super) fn columns(view: &View, asked: &Asked, all: &[Occurrence]) -> Markup {
    let (first, last) = asked.days(view);
    let days = std::iter::successors(Some(first), |day| day.tomorrow().ok()).take_while(|day| *day <= last);
    let columns: Vec<Column> = if asked.span == Span::Day {
        asked.users.iter().map(|user| column(view, all, first, Some(*user))).collect()
    } else {
        days.map(|day| column(view, all, day, None)).collect()
    };
    let hours = hours(view, &columns);
    let whole = columns.iter().any(|column| !column.all_day.is_empty());
    html! {
        div.hours-frame role="region" tabindex="0" aria-label=(asked.title(view)) {
            div.hours data-columns=(columns.len()) {
                div.gutter {
                    div.day-head {}
                    @if whole { div.whole { span.quiet { (view.t("appointment-all-day")) } } }
                    ol.clock { @for hour in hours.0..hours.1 { li { (view.reading.locale.clock_time(jiff::civil::time(hour, 0, 0, 0))) } } }
                }
                @for column in &columns {
                    section.day data-today[column.day == view.reading.today] aria-label=(name(view, column)) {
                        div.day-head { (heading(view, asked, column)) }
                        @if whole { ul.whole { @for one in &column.all_day { li { (event(view, asked, one, None)) } } } }
                        (body(view, asked, column, hours))
                    }
                }
            }
        }
    }
}

fn column<'a>(view: &View, all: &'a [Occurrence], day: Date, whose: Option<Id>) -> Column<'a> {
    let zone = &view.reading.locale.locality().time_zone;
    let mine = all.iter().filter(|one| {
        let (first, last) = one.days(zone);
        (first..=last).contains(&day) && whose.is_none_or(|user| one.is_of(user))
    });
    let (all_day, timed) = mine.partition(|one| one.all_day());
    Column { day, whose, all_day, timed }
}

/// From the first to behind the last hour: the daytime, and whatever lies outside it.
fn hours(view: &View, columns: &[Column]) -> (i8, i8) {
    let (mut from, mut to) = DAYTIME;
    for column in columns {
        for one in &column.timed {
            let (starts, ends) = within(view, one, column.day);
            from = from.min(starts.hour());
            to =
                to.max(if ends.date() > column.day { 24 } else { ends.hour() + i8::from(ends.minute() > 0) });
        }
    }
    (from, to)
}

/// The part of it that lies on this day, on the reader's wall clock.
fn within(view: &View, one: &Occurrence, day: Date) -> (DateTime, DateTime) {
    let locale = &view.reading.locale;
    let (midnight, next) = (day.at(0, 0, 0, 0), day.tomorrow().unwrap_or(day).at(0, 0, 0, 0));
    (locale.civil(one.starts).clamp(midnight, next), locale.civil(one.ends).clamp(midnight, next))
}

fn name(view: &View, column: &Column) -> String {
    let locale = &view.reading.locale;
    match column.whose {
        Some(user) => asked::name(view, user).into_owned(),
        None => format!("{} {}", locale.weekday(column.day.weekday()), locale.date(column.day)),
    }
}

fn heading(view: &View, asked: &Asked, column: &Column) -> Markup {
    html! {
        @match column.whose {
            Some(user) => {
                @let name = view.user(Some(user));
                (avatar(&Avatar { name: &name, id: user, ..Avatar::default() })) " " b { (asked::name(view, user)) }
            },
            None => a href=(asked.day(column.day)) {
                span.quiet { (view.reading.locale.weekday(column.day.weekday())) } " "
                time datetime=(column.day) { (column.day.day()) }
            },
        }
    }
}

fn body(view: &View, asked: &Asked, column: &Column, hours: (i8, i8)) -> Markup {
    let spans: Vec<(Timestamp, Timestamp)> =
        column.timed.iter().map(|one| (one.starts, one.ends.max(one.starts.plus(HOUR / 4)))).collect();
    let lanes = lanes::lanes(&spans);
    let clashes = clashes(column);
    let creates = view.catalog.object("appointment").is_ok_and(|object| view.may(object, Verb::Create));
    let user = column.whose.map(|user| user.to_string());
    html! {
        div.day-body data-day=(column.day) data-whose=[user] data-from=(hours.0) {
            @for hour in hours.0..hours.1 { (free(view, asked, column, hour, hours.0, creates)) }
            @for ((one, (lane, of)), clash) in column.timed.iter().zip(&lanes).zip(&clashes) {
                @let (starts, ends) = within(view, one, column.day);
                @let row = quarters(starts, column.day) - i64::from(hours.0) * QUARTERS;
                @let rows = (quarters(ends, column.day) - quarters(starts, column.day)).max(2);
                (event(view, asked, one, Some(&Place { row, rows, lane: *lane, of: *of, clash: *clash })))
            }
            @if let Some(row) = now(view, column.day, hours) { span.now data-q=(row) {} }
        }
    }
}

/// Which of the column's are at the same time as another that is one person's.
fn clashes(column: &Column) -> Vec<bool> {
    let both = |one: &Occurrence, other: &Occurrence| {
        let apart = one.appointment.id == other.appointment.id && one.starts == other.starts;
        !apart
            && crate::overlap::meet(one, other)
            && column.whose.is_none_or(|user| one.is_of(user) && other.is_of(user))
    };
    column
        .timed
        .iter()
        .map(|one| column.timed.iter().any(|other| both(one, other) && crate::overlap::share(one, other)))
        .collect()
}

fn quarters(at: DateTime, day: Date) -> i64 {
    if at.date() > day {
        24 * QUARTERS
    } else {
        i64::from(at.hour()) * QUARTERS + i64::from(at.minute()) / 15
    }
}

fn now(view: &View, day: Date, hours: (i8, i8)) -> Option<i64> {
    let now = view.reading.locale.civil(view.reading.now);
    let shown = now.date() == day && (hours.0..hours.1).contains(&now.hour());
    shown.then(|| quarters(now, day) - i64::from(hours.0) * QUARTERS)
}

/// An hour in which an appointment can be begun.
fn free(view: &View, asked: &Asked, column: &Column, hour: i8, first: i8, creates: bool) -> Markup {
    let at = column.day.at(hour, 0, 0, 0);
    let written = at.strftime("%Y-%m-%d %H:%M").to_string();
    let row = i64::from(hour - first) * QUARTERS;
    let when = format!(
        "{} {}",
        view.reading.locale.relative_date(column.day, view.reading.today),
        view.reading.locale.clock_time(at.time())
    );
    html! {
        @if creates {
            a.hour tabindex="-1" data-q=(row) href=(asked.new_at(view, &written, column.whose)) aria-label=(view.tf("diary-new-at", &[("when", when.into())])) {}
        } @else { span.hour data-q=(row) {} }
    }
}

/// Where it stands in its column.
struct Place {
    row: i64,
    rows: i64,
    lane: usize,
    of: usize,
    clash: bool,
}

fn event(view: &View, asked: &Asked, one: &Occurrence, place: Option<&Place>) -> Markup {
    let appointment = &one.appointment;
    let moves = slot::moves(view, appointment).then(|| format!("{}/move", appointment.address()));
    let several = asked.users.len() > 1 && asked.span == Span::Week;
    let whose = whose_of(one, &asked.users).filter(|_| several);
    let who = place.is_some().then(|| slot::with_whom(view, appointment)).filter(|text| !text.is_empty());
    html! {
        a.event data-tab=(slot::tab(appointment)) href=(one.address()) data-cancelled[one.cancelled()] data-past[one.ends <= view.reading.now]
            data-move=[moves] data-at=(one.starts.micros())
            data-q=[place.map(|place| place.row)] data-for=[place.map(|place| place.rows)]
            data-lane=[place.map(|place| place.lane)] data-lanes=[place.map(|place| place.of)] {
            @if let Some(user) = whose {
                @let name = view.user(Some(user));
                (avatar(&Avatar { name: &name, id: user, ..Avatar::default() }))
            }
            b { (appointment.text("subject")) }
            @if place.is_some_and(|place| place.clash) { span.clash title=(view.t("diary-overlaps")) { (icon("alert")) span.hidden { (view.t("diary-overlaps")) } } }
            @if place.is_some() { span.when { (view.reading.locale.time(one.starts)) @if let Some(who) = who { " · " (who) } } }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    #[test]
    fn the_end_of_a_day_is_its_last_quarter() {
        let day = date(2026, 11, 23);
        assert_eq!(super::quarters(day.at(9, 50, 0, 0), day), 39);
        assert_eq!(super::quarters(day.tomorrow().unwrap().at(0, 0, 0, 0), day), 96);
    }
}
