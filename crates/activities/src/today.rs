//! Today: the appointments of the day and of tomorrow, what was promised for today and before, who has a birthday this week,
//! and what was looked at last.

mod due;

use jiff::{ToSpan, civil::Date};
use kernel::{Cx, Result};
use records::{
    Filter, Operator, Query, Record, Sort,
    field::{as_text, partial_date},
    object::object,
    query,
};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Avatar, PageHead, Shape, avatar, empty_note, link_button, page_head},
};
use workbench::{App, View, search, view::Page};

use crate::{
    diary::{self, Occurrence},
    left_alone, promises, silence,
    slot::{self, Told},
};

/// Birthdays of a week.
const BIRTHDAYS: usize = 50;
/// What a line about one says, and whether they want to be left alone.
const TOLD: [&str; 7] =
    ["name", "emails", "phones", "birthday", "standing", "standing_until", "do_not_contact"];

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get("/today", Permission::Read, today);
}

fn today(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let mut due = due::due(app, cx, request.query.text("by") == "worth")?;
        let ahead = due::ahead(cx, &mut due)?;
        let mut birthdays = birthdays(cx)?;
        birthdays.retain(|(_, person)| !left_alone::wishes(person, "all", cx.today()));
        let recent = search::recent(cx, 8)?;
        let days = appointments(cx)?;
        let planned = days.iter().flatten().map(|one| &one.appointment);
        let view = View::new(app, request, cx)?.with_titles(due.tasks.iter().chain(&ahead).chain(planned))?;
        let silent = silence::lines(&view)?;
        let mut others = Vec::new();
        for module in app.modules.iter() {
            others.extend(module.on_today(&view)?);
        }
        let heading = view.reading.locale.date_long(view.reading.today);
        let count = view.tf("today-count", &[("count", due.all.into())]);
        let body = html! {
            (page_head(&PageHead { title: &heading, count: Some(count.into()), lead: None, actions: html! {
                (link_button("/tasks/new", view.t("new-task")).primary().icon("plus").flag("data-new"))
            } }))
            div.today data-topic="task appointment" hx-get=(request.address()) hx-trigger="live" hx-select=".today" hx-swap="outerHTML" {
                div {
                    (day(&view, "today-day", &days[0], Told::Today))
                    @if !days[1].is_empty() { (day(&view, "today-tomorrow", &days[1], Told::Time)) }
                    @if object(cx, "person")?.tells("birthday") {
                        section aria-labelledby="today-birthdays" {
                            h2 #today-birthdays { (view.t("today-birthdays")) }
                            @if birthdays.is_empty() { (empty_note(&html! { (view.t("today-no-birthdays")) })) }
                            @else {
                                dl.births { @for day in birthdays.chunk_by(|(one, _), (other, _)| one == other) {
                                    (births(&view, day[0].0, &day.iter().map(|(_, person)| person).collect::<Vec<_>>()))
                                } }
                            }
                        }
                    }
                    section aria-labelledby="today-recent" {
                        h2 #today-recent { (view.t("search-recent")) }
                        @if recent.is_empty() { (empty_note(&html! { (view.t("today-nothing-seen")) })) }
                        ul.recent { @for hit in &recent { @if let Ok(card) = view.catalog.object(&hit.object) {
                            li { a.mini data-tab=(card.tab) href={ "/" (card.path) "/" (hit.id) } {
                                @let shape = if card.key == "person" { Shape::default() } else { Shape::Square };
                                (avatar(&Avatar { name: &hit.title, id: hit.id, shape, ..Avatar::default() }))
                                span { b { (hit.title) } small { (hit.detail) } }
                            } }
                        } } }
                    }
                }
                div {
                    (due.section(&view))
                    @for other in &others { (other) }
                    @if let Some(silent) = &silent { (silent) }
                    @if !ahead.is_empty() {
                        section aria-labelledby="today-ahead" {
                            h2 #today-ahead { (view.t("today-ahead")) }
                            ul.todos { @for task in &ahead { (promises::line(&view, task, "/today", None)) } }
                        }
                    }
                }
            }
        };
        Ok(view.page(Page::new(view.t("nav-today"), "/today", body)))
    })
}

/// My appointments of today and of tomorrow; what is cancelled is not met.
fn appointments(cx: &Cx) -> Result<[Vec<Occurrence>; 2]> {
    let today = cx.today();
    let tomorrow = today.tomorrow().unwrap_or(today);
    let mine: Vec<_> = cx.actor().user().into_iter().collect();
    let mut all = diary::within(cx, today, tomorrow, &diary::of_users(&mine))?.occurrences;
    all.retain(|one| !one.cancelled() && mine.iter().all(|user| one.is_of(*user)));
    all.sort_by_key(|one| !one.all_day());
    let touching = |day: Date| {
        let touches = move |one: &&Occurrence| {
            let (first, last) = one.days(cx.time_zone());
            (first..=last).contains(&day)
        };
        all.iter().filter(touches).cloned().collect()
    };
    Ok([touching(today), touching(tomorrow)])
}

/// The appointments of a day as one column of time.
fn day(view: &View, heading: &str, all: &[Occurrence], told: Told) -> Markup {
    html! {
        section aria-labelledby=(heading) {
            h2 id=(heading) { (view.t(heading)) }
            @if all.is_empty() { (empty_note(&html! { (view.t("today-day-nothing")) })) }
            @else { ol.slots { @for one in all { (slot::line(view, one, told)) } } }
        }
    }
}

/// Whose birthday it is from today on for a week, of my own cards, in the order of the days.
fn birthdays(cx: &Cx) -> Result<Vec<(Date, Record)>> {
    let person = object(cx, "person")?;
    if !["birthday", "owner"].iter().all(|field| person.tells(field)) {
        return Ok(Vec::new());
    }
    let (first, last) = (cx.today(), cx.today().saturating_add(6.days()));
    // A week that goes on in the next year is asked for in two, each of which is one stretch of the index.
    let new_year = jiff::civil::date(last.year(), 1, 1);
    let spans = match first < new_year {
        true => vec![(first, new_year.saturating_sub(1.day())), (new_year, last)],
        false => vec![(first, last)],
    };
    let mut found = Vec::new();
    for (first, last) in spans {
        let days = Filter::field("birthday", Operator::Between, &[&first.to_string(), &last.to_string()]);
        let filter = Filter::field("owner", Operator::Is, &["me"]).and(days);
        let sort = vec![Sort { field: "birthday".to_owned(), descending: false }];
        let page = query::page(cx, &person, &Query { filter, sort, ..Query::default() }, &TOLD, BIRTHDAYS)?;
        let next =
            |person: Record| Some((partial_date::next(as_text(person.get("birthday")), cx.today())?, person));
        found.extend(page.records.into_iter().filter_map(next));
    }
    found.sort_by_key(|(day, _)| *day);
    Ok(found)
}

/// The birthdays of one day on one line.
fn births(view: &View, day: Date, people: &[&Record]) -> Markup {
    let turns = |person: &Record| {
        let year = partial_date::parts(as_text(person.get("birthday"))).and_then(|(year, _, _)| year)?;
        Some(i64::from(day.year()) - i64::from(year))
    };
    html! {
        dt { time datetime=(day) { (view.reading.locale.relative_date(day, view.reading.today)) } }
        dd { @for (at, person) in people.iter().enumerate() {
            @if at > 0 { ", " }
            a href=(person.address()) { (person.title(&view.reading)) }
            @if let Some(years) = turns(person) { " " span.quiet title=(view.tf("turns", &[("years", years.into())])) { (years) } }
        } }
    }
}
