//! What the deals add up to: what will come in, where they stop, why they were won or lost. Every number leads to its deals, in the
//! list that it was counted from, so both always agree.

mod activities;
mod forecast;
mod funnel;
mod outcome;
mod won_lost;

use std::{cell::RefCell, sync::Arc};

use jiff::civil::Date;
use kernel::{Cx, Error, Result};
use records::{
    Filter, Object, Operator, Query, field,
    object::object,
    query::{self, Aggregate, Grouped, Total, Wanted},
};
use web::{
    Form, Markup, Permission, Request, Response, Routes, html,
    html::{PageHead, link_button, page_head, view_tabs},
};
use workbench::{App, View, view::Page};

use crate::{
    deal, goals, pipeline,
    rates::{
        Rates,
        worth::{self, Worth},
    },
};

const FORECAST: &str = "/sales/forecast";
const FUNNEL: &str = "/sales/funnel";
const WON_LOST: &str = "/sales/won-lost";
/// The pages and the keys of their names.
pub(crate) const PAGES: [(&str, &str); 6] = [
    (FORECAST, "sales-forecast"),
    (outcome::HERE, "sales-outcome"),
    (goals::page::HERE, "sales-goals"),
    (FUNNEL, "sales-funnel"),
    (WON_LOST, "sales-won-lost"),
    (activities::HERE, "sales-activities"),
];

/// The columns of a list of weighted amounts.
const WEIGHED: &str = "name,company,amount,probability,weighted,closes_on,owner";

/// Stretches of time, as filters name them.
const PERIODS: [&str; 7] =
    ["this_month", "next_month", "last_month", "this_quarter", "next_quarter", "last_quarter", "this_year"];

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get(FORECAST, Permission::Read, |app, request| page(app, request, FORECAST, forecast::figures));
    activities::routes(routes);
    outcome::routes(routes);
    routes.get(FUNNEL, Permission::Read, |app, request| page(app, request, FUNNEL, funnel::figures));
    routes.get(WON_LOST, Permission::Read, |app, request| page(app, request, WON_LOST, won_lost::figures));
}

/// What is counted, and for whom.
struct Figures<'a> {
    view: &'a View<'a>,
    deal: Arc<Object>,
    period: &'static str,
    /// The pipeline that is looked at; none for all.
    pipeline: Option<String>,
    rates: Rates,
    /// The rates that were used for what is told, and those that were lacking.
    used: RefCell<Worth>,
}

fn page(
    app: &App,
    request: &Request,
    here: &'static str,
    figures: fn(&Figures) -> Result<Markup>,
) -> Result<Response> {
    app.read(request, |cx| {
        let deal = object(cx, deal::KEY)?;
        may_see(cx, &deal)?;
        let view = View::new(app, request, cx)?;
        let default = if here == FORECAST { "this_quarter" } else { "this_year" };
        let period = periods(here).find(|period| *period == request.query.text("period")).unwrap_or(default);
        let pipelines = pipeline::of(cx)?;
        let wanted = pipelines.pipeline(request.query.text("pipeline"));
        let asked = Figures {
            view: &view,
            deal,
            period,
            pipeline: wanted.map(|pipeline| pipeline.key.clone()),
            rates: Rates::of(cx)?,
            used: RefCell::default(),
        };
        let title = view.t(PAGES.iter().find(|(href, _)| *href == here).map_or("", |(_, key)| key));
        let tabs = PAGES.map(|(href, key)| (href.into(), view.t(key), href == here));
        let body = html! {
            (page_head(&PageHead { title: &title, count: None, lead: None, actions: html! {
                (link_button("/deals", view.t("deal-many")).icon("deal").flag("data-keep"))
            } }))
            (view_tabs(&view.t("views"), &tabs))
            (choices(&asked, here, &pipelines))
            (figures(&asked)?)
            (worth::told(&view, &asked.used.borrow()))
        };
        Ok(view.page(Page::new(title.clone(), "/deals", body)))
    })
}

/// Figures of what is hidden would tell it.
fn may_see(cx: &Cx, deal: &Object) -> Result<()> {
    records::access::may_see(cx, deal)?;
    let asked = ["stage", "state", "owner", "amount", "closes_on", "closed_at"];
    if asked.iter().any(|key| !deal.tells(key)) { Err(Error::Denied) } else { Ok(()) }
}

/// Which time, and which pipeline where there are several: links, so that each has its address.
fn choices(asked: &Figures, here: &str, pipelines: &pipeline::Pipelines) -> Markup {
    let view = asked.view;
    let address = |name: &str, value: &str| {
        let kept = view.request.query.clone();
        let form = if value.is_empty() { kept.without(name) } else { kept.with(name, value) };
        format!("{here}?{}", form.encode())
    };
    let chosen = |here: bool| here.then_some("true");
    html! {
        nav.periods aria-label=(view.t("sales-period")) {
            @for period in periods(here) {
                a href=(address("period", period)) aria-current=[chosen(period == asked.period)] {
                    (view.t(&format!("period-{}", period.replace('_', "-"))))
                }
            }
        }
        @if pipelines.pipelines.len() > 1 {
            nav.periods aria-label=(view.t("settings-pipelines")) {
                a href=(address("pipeline", "")) aria-current=[chosen(asked.pipeline.is_none())] { (view.t("sales-all-pipelines")) }
                @for pipeline in &pipelines.pipelines {
                    a href=(address("pipeline", &pipeline.key)) aria-current=[chosen(asked.pipeline.as_ref() == Some(&pipeline.key))] {
                        (pipeline.name)
                    }
                }
            }
        }
    }
}

/// What is to come is of interest to the forecast alone.
fn periods(here: &str) -> impl Iterator<Item = &'static str> {
    PERIODS.into_iter().filter(move |period| here == FORECAST || !period.starts_with("next"))
}

impl Figures<'_> {
    fn cx(&self) -> &Cx {
        self.view.cx
    }

    /// This, of the pipeline that is looked at.
    fn narrowed(&self, filter: Filter) -> Filter {
        match &self.pipeline {
            Some(key) => filter.and(Filter::field("pipeline", Operator::Is, &[key])),
            None => filter,
        }
    }

    /// The deals of this state that close in the period.
    fn closing(&self, state: &str) -> Filter {
        let day = if state == "open" { "closes_on" } else { "closed_at" };
        let when = Filter::field(day, Operator::On, &[self.period]);
        self.narrowed(Filter::field("state", Operator::Is, &[state]).and(when))
    }

    /// How many there are and what this field of them adds up to, by the values of another.
    fn by(&self, filter: &Filter, by: &str, sum: &str) -> Result<Grouped> {
        let query = Query { filter: filter.clone(), ..Query::default() };
        let wanted = [Wanted { field: sum.to_owned(), aggregate: Aggregate::Sum }];
        query::groups(self.cx(), &self.deal, &query, by, &wanted)
    }

    fn whole(&self, filter: &Filter, sum: &str) -> Result<(i64, Total)> {
        let query = Query { filter: filter.clone(), ..Query::default() };
        let wanted = [Wanted { field: sum.to_owned(), aggregate: Aggregate::Sum }];
        let (count, mut totals) = query::totals(self.cx(), &self.deal, &query, &wanted)?;
        Ok((count, totals.pop().unwrap_or(Total::Mixed)))
    }

    /// The list of the deals that were counted, with the same sum.
    fn list(&self, filter: &Filter, sum: &str) -> String {
        let form = Form::default().with("filter", filter.written()).with("totals", format!("{sum}:sum"));
        let form = if sum == "amount" { form } else { form.with("columns", WEIGHED) };
        format!("/deals?{}", form.encode())
    }

    /// What these deals are worth, given their sum. One of another currency, or of several, is told in the workspace's own as far as it
    /// has rates: of closed deals those of the day on which they were closed, of open ones today's.
    fn worth(&self, filter: &Filter, sum: &str, total: &Total) -> Result<String> {
        if !self.rates.concern(total) {
            return Ok(self.amount(total));
        }
        let worth = worth::of(self.cx(), filter, sum, &self.rates)?;
        Ok(match self.take_note(&worth) {
            Some(own) => self.amount(&own),
            None => self.amount(total),
        })
    }

    /// A worth in the workspace's own currency; nothing without rates. What it was reckoned with is told under the page.
    fn take_note(&self, worth: &Worth) -> Option<Total> {
        self.used.borrow_mut().remember(worth);
        let minor = worth.minor()?;
        Some(Total::Value(serde_json::json!({ "minor": minor, "currency": self.rates.own })))
    }

    fn amount(&self, total: &Total) -> String {
        match total {
            Total::Value(value) if value.is_null() => "–".to_owned(),
            Total::Value(value) => self
                .deal
                .field("amount")
                .map(|field| field.kind.show(value, &self.view.reading))
                .unwrap_or_default(),
            _ => self.view.t("roll-up-of-several-currencies").into_owned(),
        }
    }

    /// A number with the way to its deals; nothing leads nowhere.
    fn cell(&self, (filter, sum): (&Filter, &str), count: i64, shown: &str) -> Markup {
        html! {
            @if count == 0 { span.quiet { "–" } } @else { a href=(self.list(filter, sum)) { (shown) } }
        }
    }

    fn integer(&self, number: i64) -> String {
        self.view.reading.locale.integer(number)
    }

    /// `40 %`; nothing of nothing.
    fn rate(&self, part: i64, of: i64) -> String {
        if of == 0 {
            return "–".to_owned();
        }
        self.view.reading.locale.percent((part * 1000 + of / 2) / of, 1)
    }

    /// The first day of the period, and the first behind it.
    fn days(&self) -> Result<(Date, Date)> {
        field::days(self.period, self.cx().today())
            .ok_or_else(|| Error::internal("a period is no stretch of time"))
    }
}
