//! What a lead's card says of its chance and why, and the page that says how good the chances are.

use kernel::Result;
use records::{Json, Record, object::object};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{PageHead, button, crumbs, page_head},
};
use workbench::{
    App, CardPage, View,
    settings::{Section, section, table},
    view::Page,
};

use super::{FIELD, LEAST, Model, Test, explained, learn_soon, model};
use crate::lead;

const HERE: &str = "/leads/chances";
/// Reasons on a card.
const SHOWN: usize = 6;
/// Features on the page.
const STRONGEST: usize = 20;

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Read, show);
    routes.post(HERE, Permission::Admin, begin);
}

/// Beside a lead: how likely, and what speaks for and against it.
pub(crate) fn on_card(page: &CardPage) -> Result<Option<Markup>> {
    let (view, lead) = (page.view, page.record);
    let open = !lead::is_converted(lead) && lead.text("status") != lead::REFUSED;
    if lead.object.key != lead::KEY || !open || !lead.object.tells(FIELD) {
        return Ok(None);
    }
    let Some(model) = model(view.cx)? else { return Ok(None) };
    let body = if model.speaks() {
        let (score, reasons) = explained(view.cx, &model, lead)?;
        html! {
            p.chance { b { (view.reading.locale.percent(score, 0)) } " " span.quiet { (view.t("score-chance")) } }
            ul.reasons {
                @for (name, points) in reasons.iter().take(SHOWN) {
                    li { span { (reason(view, lead, name)) } " " span.num data-sign=(if *points > 0 { "plus" } else { "minus" }) { (signed(*points)) } }
                }
            }
        }
    } else {
        html! { p.quiet.small { (silent(view, &model)) } }
    };
    Ok(Some(html! {
        section.stack aria-labelledby="chance" {
            header { h2 #chance { (view.t("score-title")) } a.quiet href=(HERE) { (view.t("score-how")) } }
            (body)
        }
    }))
}

fn signed(points: i64) -> String {
    if points > 0 { format!("+{points}") } else { format!("−{}", points.abs()) }
}

/// A reason in words: the field with its value, or what was counted.
fn reason(view: &View, lead: &Record, name: &str) -> String {
    if let Some(field) = name.strip_prefix("has:") {
        let label = lead.object.field(field).map(|field| view.label(&lead.object, field)).unwrap_or_default();
        let key = if lead.get(field).is_null() { "score-without" } else { "score-with" };
        return view.tf(key, &[("field", label.into())]);
    }
    match lead.object.field(name) {
        Ok(field) => {
            let value = lead.get(name);
            let shown = if value.is_null() {
                view.t("score-nothing").into_owned()
            } else {
                field.kind.show(value, &view.reading)
            };
            format!("{}: {shown}", view.label(&lead.object, field))
        }
        Err(_) => view.t(&format!("score-of-{name}")).into_owned(),
    }
}

/// Why nothing is said.
fn silent(view: &View, model: &Model) -> String {
    let counts = [("won", model.won.into()), ("lost", model.lost.into()), ("least", LEAST.into())];
    let few = model.won < LEAST || model.lost < LEAST || model.test.is_none();
    view.tf(if few { "score-too-few" } else { "score-no-better" }, &counts)
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let leads = object(cx, lead::KEY)?;
        let model = model(cx)?;
        let title = view.t("score-title");
        let way = [("/leads".into(), view.many(&leads))];
        let actions = html! {
            @if request.visitor.role() >= Some(kernel::Role::Admin) {
                form method="post" action=(HERE) { (button(view.t("score-learn")).icon("refresh")) }
            }
        };
        let body = html! {
            (crumbs(&view.t("crumbs"), &way, &title))
            (page_head(&PageHead { title: &title, count: None, lead: Some(view.t("score-lead")), actions }))
            @match &model {
                None => p { (view.t("score-not-yet")) },
                Some(model) => (told(&view, &leads, model)),
            }
        };
        Ok(view.page(Page::new(title, "/leads", body)))
    })
}

fn told(view: &View, leads: &std::sync::Arc<records::Object>, model: &Model) -> Markup {
    let counts = [("won", model.won.into()), ("lost", model.lost.into())];
    let key = if model.by_deals { "score-from-deals" } else { "score-from" };
    html! {
        p { (view.tf(key, &counts)) " " (view.t("score-learnt-at")) " " (view.moment(model.learnt_at)) "." }
        @if !model.speaks() { p role="status" { b { (silent(view, model)) } } }
        @if let Some(test) = &model.test { (tested(view, test)) }
        @if model.speaks() { (counts_most(view, leads, model)) }
    }
}

fn counts_most(view: &View, leads: &std::sync::Arc<records::Object>, model: &Model) -> Markup {
    let weight = |weight: f64| {
        let sign = if weight > 0.0 { "+" } else { "−" };
        format!("{sign}{}", view.reading.locale.number((weight.abs() * 100.0).round() as i64, 2))
    };
    let body = table(
        view,
        "score-what-counts",
        &html! {
            table.table data-align="middle" {
                thead { tr { th scope="col" { (view.t("score-reason")) } th.num scope="col" { (view.t("score-weight")) } } }
                tbody { @for (name, strength) in model.strongest(STRONGEST) {
                    tr { th scope="row" { (feature(view, leads, &name)) } td.num { (weight(strength)) } }
                } }
            }
        },
    );
    let (title, lead) = (view.t("score-what-counts"), view.t("score-weight-help"));
    section(&Section { id: "counts", title: &title, lead: Some(&lead), action: html! {}, body })
}

fn tested(view: &View, test: &Test) -> Markup {
    let thousandths = |number: f64| view.reading.locale.number((number * 1_000.0).round() as i64, 3);
    let body = table(
        view,
        "score-test",
        &html! {
            table.table data-align="middle" {
                tbody {
                    tr { th scope="row" { (view.t("score-brier")) } td.num { (thousandths(test.brier)) } td { (view.tf("score-base", &[("brier", thousandths(test.base).into())])) } }
                    tr { th scope="row" { (view.t("score-area")) } td.num { (thousandths(test.area)) } td { (view.t("score-guess")) } }
                }
            }
        },
    );
    let (title, lead) = (view.t("score-test"), view.tf("score-test-lead", &[("count", test.cases.into())]));
    section(&Section { id: "tested", title: &title, lead: Some(&lead), action: html! {}, body })
}

/// A feature in words, without a lead.
fn feature(view: &View, leads: &std::sync::Arc<records::Object>, name: &str) -> String {
    if let Some(field) = name.strip_prefix("has:") {
        let label = leads.field(field).map(|field| view.label(leads, field)).unwrap_or_default();
        return view.tf("score-with", &[("field", label.into())]);
    }
    let (key, value) = name.split_once('=').unwrap_or((name, ""));
    match leads.field(key) {
        Ok(field) => {
            let shown = if value.is_empty() {
                view.t("score-nothing").into_owned()
            } else {
                field.kind.show(&Json::from(value), &view.reading)
            };
            format!("{}: {shown}", view.label(leads, field))
        }
        Err(_) => view.t(&format!("score-of-{key}")).into_owned(),
    }
}

fn begin(app: &App, request: &Request) -> Result<Response> {
    app.write(request, learn_soon)?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        Ok(Response::redirect(HERE).toast(view.t("score-learning"), None))
    })
}
