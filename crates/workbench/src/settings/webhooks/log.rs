//! One webhook: its secret, what was sent to it and what came of that, and sending again.

use kernel::{Id, Result};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Button, Tone, button, chip, empty_note, icon, link_button, post_button},
};

use super::{HERE, Section, about, address, done, page, section, state};
use crate::{
    App, View,
    webhooks::{self, Delivery, State, Webhook},
};

const AT_ONCE: usize = 50;

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/settings/webhooks/{webhook}", Permission::Admin, show);
    routes.post("/settings/webhooks/{webhook}/test", Permission::Admin, test);
    routes.get("/settings/webhooks/{webhook}/deliveries/{delivery}", Permission::Admin, one);
    routes.post("/settings/webhooks/{webhook}/deliveries/{delivery}/again", Permission::Admin, again);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let webhook = webhooks::find(cx, request.params.id("webhook")?)?;
        let before = request.query.id("before");
        let rows = webhooks::deliveries(cx, webhook.id, before, AT_ONCE)?;
        let title = view.t("webhook-deliveries");
        let lead = view.t("webhook-deliveries-lead");
        let head = Section {
            id: "webhook",
            title: &webhook.name,
            lead: Some(&webhook.url),
            action: actions(&view, &webhook),
            body: facts(&view, &webhook),
        };
        let action = html! {
            @if webhook.paused_at.is_none() {
                (post_button(&format!("{}/test", address(webhook.id)), &button(view.t("webhook-test"))))
            }
        };
        let log = Section {
            id: "log",
            title: &title,
            lead: Some(&lead),
            action,
            body: list(&view, &webhook, &rows),
        };
        let body = html! {
            a.settings-up href=(HERE) { (icon("chevron-left")) (view.t("settings-webhooks")) }
            (section(&head)) (section(&log))
        };
        Ok(page(&view, HERE, &body))
    })
}

fn test(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("webhook")?;
    app.write(request, |tx| webhooks::test(tx, id))?;
    app.read(request, |cx| Ok(done(&View::new(app, request, cx)?, &address(id), "webhook-tested")))
}

fn again(app: &App, request: &Request) -> Result<Response> {
    let (webhook, delivery) = (request.params.id("webhook")?, request.params.id("delivery")?);
    app.write(request, |tx| webhooks::again(tx, webhook, delivery))?;
    app.read(request, |cx| Ok(done(&View::new(app, request, cx)?, &address(webhook), "delivery-sent-again")))
}

fn one(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let webhook = webhooks::find(cx, request.params.id("webhook")?)?;
        let delivery = webhooks::find_delivery(cx, webhook.id, request.params.id("delivery")?)?;
        let body: Result<serde_json::Value, _> = serde_json::from_str(&delivery.body);
        let pretty = body.and_then(|body| serde_json::to_string_pretty(&body)).unwrap_or_default();
        let part = Section {
            id: "delivery",
            title: &delivery.event,
            lead: None,
            action: replay(&delivery, button(view.t("delivery-again"))),
            body: html! {
                div.reference {
                    dl.facts {
                        dt { (view.t("delivery-state")) } dd { (outcome(&view, delivery.state)) }
                        dt { (view.t("delivery-when")) } dd { (view.moment(delivery.tried_at.unwrap_or(delivery.created_at))) }
                        dt { (view.t("delivery-attempts")) } dd { (delivery.attempts) }
                        @if delivery.state == State::Waiting {
                            dt { (view.t("delivery-next")) } dd { (view.moment(delivery.next_at)) }
                        }
                        dt { (view.t("delivery-answer")) } dd { (answer(&delivery)) }
                    }
                    h3 { (view.t("delivery-body")) }
                    pre tabindex="0" { code { (pretty) } }
                }
            },
        };
        let up = html! { a.settings-up href=(address(webhook.id)) { (icon("chevron-left")) (webhook.name) } };
        Ok(page(&view, HERE, &html! { (up) (section(&part)) }))
    })
}

fn actions(view: &View, webhook: &Webhook) -> Markup {
    let act = |verb: &str, button: &Button| post_button(&format!("{}/{verb}", address(webhook.id)), button);
    html! {
        div.buttons {
            @match webhook.paused_at {
                None => (act("pause", &button(view.t("webhook-pause")))),
                Some(_) => (act("resume", &button(view.t("webhook-resume")))),
            }
            (act("remove", &button(view.t("webhook-remove")).plain()))
        }
    }
}

fn facts(view: &View, webhook: &Webhook) -> Markup {
    html! {
        p.state-line { (state(view, webhook)) " " span.soft { (about(view, webhook)) } }
        div.field data-width="full" {
            label for="secret" { (view.t("webhook-secret")) }
            k-copy.copy data-copied=(view.t("copied")) {
                input.input #secret value=(webhook.secret) readonly aria-describedby="secret-help";
                (button(view.t("copy")).inert().icon("copy").flag("hidden"))
            }
            p.help #secret-help { (view.t("webhook-secret-help")) }
        }
    }
}

fn list(view: &View, webhook: &Webhook, rows: &[Delivery]) -> Markup {
    if rows.is_empty() {
        return empty_note(&html! { (view.t("webhook-no-deliveries")) });
    }
    let table = html! {
        table.table data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("delivery-event")) }
                th scope="col" { (view.t("delivery-state")) }
                th scope="col" data-wide { (view.t("delivery-answer")) }
                th scope="col" { (view.t("delivery-when")) }
                th scope="col" data-wide { (view.t("delivery-attempts")) }
                th scope="col" { span.hidden { (view.t("delivery-again")) } }
            } }
            tbody { @for row in rows { (line(view, row)) } }
        }
    };
    let older = rows.last().filter(|_| rows.len() == AT_ONCE).map(|last| last.id);
    html! {
        (crate::settings::table(view, "webhook-deliveries", &table))
        @if let Some(last) = older {
            (link_button(format!("{}?before={last}", address(webhook.id)), view.t("show-more")))
        }
    }
}

fn line(view: &View, delivery: &Delivery) -> Markup {
    let label = view.tf("delivery-show", &[("event", delivery.event.as_str().into())]);
    let again = view.tf("delivery-again-of", &[("event", delivery.event.as_str().into())]);
    html! {
        tr {
            th scope="row" { a href=(place(delivery.webhook, delivery.id)) aria-label=(label) { code { (delivery.event) } } }
            td { (outcome(view, delivery.state)) }
            td.soft data-wide { (answer(delivery)) }
            td.nowrap { (view.moment(delivery.tried_at.unwrap_or(delivery.created_at))) }
            td.soft data-wide { (delivery.attempts) }
            td { (replay(delivery, button(view.t("delivery-again")).small().attribute("aria-label", again))) }
        }
    }
}

fn place(webhook: Id, delivery: Id) -> String {
    format!("{}/deliveries/{delivery}", address(webhook))
}

fn replay(delivery: &Delivery, button: Button) -> Markup {
    html! {
        @if delivery.attempts > 0 {
            div.buttons { (post_button(&format!("{}/again", place(delivery.webhook, delivery.id)), &button)) }
        }
    }
}

fn outcome(view: &View, state: State) -> Markup {
    html! {
        @match state {
            State::Waiting => (chip(view.t("delivery-waiting")).tone(Tone::Accent)),
            State::Delivered => (chip(view.t("delivery-delivered")).tone(Tone::Positive).icon("check")),
            State::Failed => (chip(view.t("delivery-failed")).tone(Tone::Negative).icon("alert")),
        }
    }
}

/// The status and how the answer begins, or why there was none.
fn answer(delivery: &Delivery) -> String {
    let begins: String = delivery.answer.lines().next().unwrap_or_default().chars().take(80).collect();
    match delivery.status {
        0 => begins,
        status => format!("{status} {begins}").trim_end().to_owned(),
    }
}
