//! What work leads to: of each colleague and team, how many calls became talks, meetings, quotes and wins in a week or a month. Every
//! number opens the list that it was counted from.

use std::{collections::HashMap, sync::Arc};

use identity::rights::{Circle, Reach, reach_users};
use jiff::{ToSpan, civil::Date};
use kernel::{Cx, Error, Id, Result};
use records::{
    Filter, Object, Operator, Query,
    access::{self, Verb},
    field::as_id,
    object::object,
    query,
};
use web::{
    Form, Markup, Permission, Request, Response, Routes, html,
    html::{PageHead, empty_note, page_head, table_frame, view_tabs},
};
use workbench::{App, View, view::Page};

use super::PAGES;
use crate::goals::page::{Line, lines};

pub(super) const HERE: &str = "/sales/activities";

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Read, show);
}

/// One step of the way to a sale: which records count, by the day that this field says.
struct Step {
    /// The key of its name.
    name: &'static str,
    object: &'static str,
    day: &'static str,
    only: fn() -> Filter,
    /// The fields that must be told to know it.
    asks: &'static [&'static str],
}

const STEPS: [Step; 5] = [
    Step { name: "activity-calls", object: "call", day: "at", only: Filter::default, asks: &[] },
    Step {
        name: "activity-talks",
        object: "call",
        day: "at",
        only: || Filter::field("outcome", Operator::IsNot, &["not_reached"]),
        asks: &["outcome"],
    },
    Step {
        name: "activity-meetings",
        object: "appointment",
        day: "starts_at",
        only: || Filter::field("state", Operator::IsNot, &["cancelled", "no_show"]),
        asks: &["state"],
    },
    // A further version is no further quote.
    Step {
        name: "activity-quotes",
        object: "quote",
        day: "sent_at",
        only: || Filter::field("replaces", Operator::Empty, &[]),
        asks: &["replaces"],
    },
    Step {
        name: "activity-wins",
        object: "deal",
        day: "closed_at",
        only: || Filter::field("state", Operator::Is, &["won"]),
        asks: &["state"],
    },
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Span {
    Week,
    Month,
}

impl Span {
    const ALL: [Span; 2] = [Span::Week, Span::Month];

    const fn key(self) -> &'static str {
        match self {
            Span::Week => "week",
            Span::Month => "month",
        }
    }
}

/// A week from Monday on, or a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stretch {
    span: Span,
    from: Date,
}

impl Stretch {
    fn around(span: Span, day: Date) -> Stretch {
        let back = i64::from(day.weekday().to_monday_zero_offset());
        let from = match span {
            Span::Week => day.saturating_sub(back.days()),
            Span::Month => day.first_of_month(),
        };
        Stretch { span, from }
    }

    fn read(query: &Form, today: Date) -> Stretch {
        let span = Span::ALL.into_iter().find(|span| span.key() == query.text("span")).unwrap_or(Span::Month);
        Stretch::around(span, query.text("on").parse().unwrap_or(today))
    }

    fn step(self, count: i64) -> Stretch {
        let from = match self.span {
            Span::Week => self.from.saturating_add((7 * count).days()),
            Span::Month => self.from.saturating_add(count.months()),
        };
        Stretch::around(self.span, from)
    }

    fn last(self) -> Date {
        self.step(1).from.yesterday().unwrap_or(self.from)
    }

    fn address(self) -> String {
        format!("{HERE}?span={}&on={}", self.span.key(), self.from)
    }
}

/// What was counted of one step.
struct Counted {
    step: &'static Step,
    object: Arc<Object>,
    filter: Filter,
    /// Of each colleague; what nobody owns under none.
    by: HashMap<Option<Id>, i64>,
}

impl Counted {
    /// Nothing where there is no such step here, or the actor may not see it.
    fn of(cx: &Cx, step: &'static Step, stretch: Stretch) -> Result<Option<Counted>> {
        let object = match object(cx, step.object) {
            Ok(object) => object,
            Err(Error::NotFound) => return Ok(None),
            Err(error) => return Err(error),
        };
        let told = object.tells(step.day)
            && object.tells("owner")
            && step.asks.iter().all(|field| object.tells(field));
        if !told || object.retired || !access::may(cx, &object, Verb::See)? {
            return Ok(None);
        }
        // What is to come has not been done.
        let days = [stretch.from.to_string(), stretch.last().min(cx.today()).max(stretch.from).to_string()];
        let within = Filter::field(step.day, Operator::Between, &[&days[0], &days[1]]);
        let filter = match (step.only)() {
            only if only.is_empty() => within,
            only => only.and(within),
        };
        let query = Query { filter: filter.clone(), ..Query::default() };
        let groups = query::groups(cx, &object, &query, "owner", &[])?.groups;
        let by = groups.iter().map(|group| (as_id(&group.value), group.count)).collect();
        Ok(Some(Counted { step, object, filter, by }))
    }

    fn count(&self, people: Option<&[Id]>) -> i64 {
        match people {
            Some(people) => people.iter().filter_map(|user| self.by.get(&Some(*user))).sum(),
            None => self.by.values().sum(),
        }
    }

    fn list(&self, people: Option<&[Id]>) -> String {
        let mut filter = self.filter.clone();
        if let Some(people) = people {
            let ids: Vec<String> = people.iter().map(ToString::to_string).collect();
            let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            filter = filter.and(Filter::field("owner", Operator::Is, &ids));
        }
        format!("/{}?{}", self.object.path, Form::default().with("filter", filter.written()).encode())
    }
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let stretch = Stretch::read(&request.query, cx.today());
        let mut counted = Vec::new();
        for step in &STEPS {
            counted.extend(Counted::of(cx, step, stretch)?);
        }
        let view = View::new(app, request, cx)?;
        let title = view.t("sales-activities");
        let tabs = PAGES.map(|(href, key)| (href.into(), view.t(key), href == HERE));
        let body = html! {
            (page_head(&PageHead { title: &title, count: None, lead: None, actions: html! {} }))
            (view_tabs(&view.t("views"), &tabs))
            (choices(&view, stretch))
            p.figures-lead { (view.t("activity-lead")) }
            @if counted.is_empty() { (empty_note(&html! { (view.t("activity-hidden")) })) }
            @else { (table(&view, &counted)?) }
        };
        Ok(view.page(Page::new(title.clone(), "/deals", body)))
    })
}

/// Weeks or months, and the ones before and after.
fn choices(view: &View, stretch: Stretch) -> Markup {
    let today = view.cx.today();
    let here = if stretch.last() < today { stretch.from } else { today.max(stretch.from) };
    html! {
        nav.periods aria-label=(view.t("sales-period")) {
            @for span in Span::ALL {
                a href=(Stretch::around(span, here).address()) aria-current=[(span == stretch.span).then_some("true")] {
                    (view.t(&format!("activity-span-{}", span.key())))
                }
            }
            span.step {
                a href=(stretch.step(-1).address()) title=(view.t("goal-before")) { "‹" span.hidden { (view.t("goal-before")) } }
                b { (name(view, stretch)) }
                a href=(stretch.step(1).address()) title=(view.t("goal-after")) { "›" span.hidden { (view.t("goal-after")) } }
            }
        }
    }
}

/// `November 2026`, or a week by its first and last day.
fn name(view: &View, stretch: Stretch) -> String {
    let locale = &view.reading.locale;
    match stretch.span {
        Span::Month => locale.month(stretch.from),
        Span::Week => format!("{} – {}", locale.date(stretch.from), locale.date(stretch.last())),
    }
}

/// The colleagues whom the reader may know of in every step.
fn circle(cx: &Cx, counted: &[Counted]) -> Result<Circle> {
    for one in counted {
        let reach = access::reach(cx, &one.object, Verb::See)?;
        if reach != Reach::All {
            return reach_users(cx, reach);
        }
    }
    Ok(Circle::Everybody)
}

fn table(view: &View, counted: &[Counted]) -> Result<Markup> {
    let lines = lines(view, &circle(view.cx, counted)?)?;
    Ok(table_frame(
        &view.t("sales-activities"),
        &html! {
            table.table.figures {
                thead { tr {
                    th scope="col" { (view.t("goal-who")) }
                    @for (at, one) in counted.iter().enumerate() {
                        th.number scope="col" { (view.t(one.step.name)) }
                        @if at > 0 { th.number scope="col" title=(rate_help(view, counted, at)) { "%" span.hidden { " " (rate_help(view, counted, at)) } } }
                    }
                } }
                tbody { @for line in &lines { (row(view, counted, line)) } }
            }
        },
    ))
}

/// "Talks for each hundred calls"
fn rate_help(view: &View, counted: &[Counted], at: usize) -> String {
    let name = |at: usize| view.t(counted[at].step.name).to_lowercase();
    view.tf("activity-rate", &[("part", name(at).into()), ("whole", name(at - 1).into())])
}

fn row(view: &View, counted: &[Counted], line: &Line) -> Markup {
    let people = line.people.as_deref();
    let counts: Vec<i64> = counted.iter().map(|one| one.count(people)).collect();
    let locale = &view.reading.locale;
    html! {
        tr data-depth=(line.depth.min(5)) data-level=(line.whose.key()) {
            th scope="row" { (line.name) }
            @for (at, one) in counted.iter().enumerate() {
                td.number {
                    @if counts[at] == 0 { span.quiet { "–" } } @else { a href=(one.list(people)) { (locale.integer(counts[at])) } }
                }
                @if at > 0 {
                    td.number { span.quiet {
                        @match rate(counts[at], counts[at - 1]) { Some(rate) => (locale.percent(rate, 0)), None => "–" }
                    } }
                }
            }
        }
    }
}

/// In whole percent; nothing of nothing.
fn rate(part: i64, whole: i64) -> Option<i64> {
    (whole > 0).then(|| (part * 100 + whole / 2) / whole)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn weeks_begin_on_monday_and_follow_each_other() {
        let week = Stretch::around(Span::Week, date(2026, 11, 22));
        assert_eq!((week.from, week.last()), (date(2026, 11, 16), date(2026, 11, 22)));
        assert_eq!(week.step(1).from, date(2026, 11, 23));
        let month = Stretch::around(Span::Month, date(2026, 1, 31));
        assert_eq!((month.step(1).from, month.step(1).last()), (date(2026, 2, 1), date(2026, 2, 28)));
        assert_eq!(month.step(-1).from, date(2025, 12, 1));
    }

    #[test]
    fn a_rate_of_nothing_is_none() {
        assert_eq!(rate(1, 0), None);
        assert_eq!(rate(0, 7), Some(0));
        assert_eq!(rate(2, 3), Some(67));
        assert_eq!(rate(3, 2), Some(150));
    }
}
