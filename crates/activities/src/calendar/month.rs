//! The calendar of a month, on the table of days that lists use too.

use web::{Markup, html};
use workbench::{
    View,
    month::{self, Cell},
};

use super::{asked::Asked, whose_of};
use crate::{diary::Occurrence, slot};

/// Appointments of a day that are shown; the rest is a link away.
const SHOWN: usize = 4;

pub(super) fn month(view: &View, asked: &Asked, all: &[Occurrence]) -> Markup {
    let zone = &view.reading.locale.locality().time_zone;
    html! {
        @if all.is_empty() { p.month-empty { (view.t("diary-nothing")) } }
        (month::table(view, asked.date, |day| {
            let touches = |one: &&Occurrence| {
                let (first, last) = one.days(zone);
                (first..=last).contains(&day)
            };
            let mut mine: Vec<&Occurrence> = all.iter().filter(touches).collect();
            mine.sort_by_key(|one| (!one.all_day(), one.starts));
            let more = mine.len().saturating_sub(SHOWN);
            let body = html! {
                ul { @for one in mine.iter().take(SHOWN) { li { (entry(view, asked, one)) } } }
                @if more > 0 { a.quiet.small href=(asked.day(day)) { (view.tf("calendar-more", &[("count", more.into())])) } }
            };
            Cell { empty: mine.is_empty(), body }
        }))
    }
}

fn entry(view: &View, asked: &Asked, one: &Occurrence) -> Markup {
    let subject = one.appointment.text("subject");
    let moves = slot::moves(view, &one.appointment);
    let whose = whose_of(one, &asked.users).filter(|_| asked.users.len() > 1);
    html! {
        a.on-day data-tab=(slot::tab(&one.appointment)) data-cancelled[one.cancelled()] href=(one.address())
            data-move=[moves.then(|| format!("{}/move", one.appointment.address()))] data-at=(one.starts.micros()) {
            @if !one.all_day() { span.quiet { (view.reading.locale.time(one.starts)) } " " }
            (subject)
            @if let Some(user) = whose { " " span.quiet { (view.user(Some(user))) } }
        }
    }
}
