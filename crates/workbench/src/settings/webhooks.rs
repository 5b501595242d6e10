//! Webhooks: who is told of changes, adding one, pausing and removing it. For administrators.

mod log;

use kernel::{Id, Result};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Choice, Tone, button, chip, link_button},
};

use super::{Section, done, page, section};
use crate::{
    App, View,
    draft::{self, Draft},
    webhooks::{self, Webhook},
};

const HERE: &str = "/settings/webhooks";
const LABELS: [(&str, &str); 3] =
    [("name", "webhook-name"), ("url", "webhook-address"), ("object", "webhook-about")];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Admin, show);
    routes.post(HERE, Permission::Admin, create);
    routes.post("/settings/webhooks/{webhook}/pause", Permission::Admin, pause);
    routes.post("/settings/webhooks/{webhook}/resume", Permission::Admin, resume);
    routes.post("/settings/webhooks/{webhook}/remove", Permission::Admin, remove);
    log::routes(routes);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| whole(&View::new(app, request, cx)?, &Draft::filled([("object", String::new())])))
}

fn create(app: &App, request: &Request) -> Result<Response> {
    let typed = &request.form;
    let reach = app.api.reach();
    let made = app.write(request, |tx| {
        webhooks::create(tx, typed.text("name"), typed.text("url"), typed.text("object"), reach)
    });
    let made = draft::answer(made)?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match made {
            Ok(id) => Ok(done(&view, &address(id), "webhook-made")),
            Err(refused) => whole(&view, &Draft::refused(typed, refused)),
        }
    })
}

fn pause(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("webhook")?;
    app.write(request, |tx| webhooks::pause(tx, id))?;
    app.read(request, |cx| Ok(done(&View::new(app, request, cx)?, &address(id), "webhook-stopped")))
}

fn resume(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("webhook")?;
    app.write(request, |tx| webhooks::resume(tx, id))?;
    app.read(request, |cx| Ok(done(&View::new(app, request, cx)?, &address(id), "webhook-resumed")))
}

fn remove(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("webhook")?;
    app.write(request, |tx| webhooks::remove(tx, id))?;
    app.read(request, |cx| Ok(done(&View::new(app, request, cx)?, HERE, "webhook-removed")))
}

fn address(id: Id) -> String {
    format!("{HERE}/{id}")
}

fn whole(view: &View, draft: &Draft) -> Result<Response> {
    let rows = webhooks::list(view.cx)?;
    let title = view.t("settings-webhooks");
    let lead = view.t("webhooks-lead");
    let new = view.t("webhook-new");
    let action = html! { (link_button("/api", view.t("api-title")).icon("info")) };
    let body = html! { @if !rows.is_empty() { (table(view, &rows)) } };
    let listed = Section { id: "webhooks", title: &title, lead: Some(&lead), action, body };
    let body = form(view, draft);
    let make = Section { id: "new-webhook", title: &new, lead: None, action: html! {}, body };
    let body = html! { (section(&listed)) (section(&make)) };
    Ok(page(view, HERE, &body).status(draft.status()))
}

fn form(view: &View, draft: &Draft) -> Markup {
    let locale = &view.reading.locale;
    let all = Choice::new("", view.t("webhook-all"));
    let objects =
        view.catalog.objects().iter().map(|object| Choice::new(object.key.to_owned(), view.many(object)));
    let choices: Vec<Choice> = std::iter::once(all).chain(objects).collect();
    html! {
        form.form method="post" action=(HERE) novalidate {
            (draft.summary(locale, &LABELS))
            (draft.field(locale, "name", "webhook-name").help(view.t("webhook-name-help")).autocomplete("off").required())
            (draft.field(locale, "url", "webhook-address").url().help(view.t("webhook-address-help")).autocomplete("off").required())
            (draft.field(locale, "object", "webhook-about").select(choices).short())
            div.form-actions { (button(view.t("webhook-make")).icon("plus")) }
        }
    }
}

fn table(view: &View, rows: &[Webhook]) -> Markup {
    let table = html! {
        table.table data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("webhook-name")) }
                th scope="col" data-wide { (view.t("webhook-about")) }
                th scope="col" { (view.t("delivery-state")) }
                th scope="col" { span.hidden { (view.t("webhook-deliveries")) } }
            } }
            tbody { @for row in rows { (line(view, row)) } }
        }
    };
    super::table(view, "settings-webhooks", &table)
}

fn line(view: &View, webhook: &Webhook) -> Markup {
    html! {
        tr {
            th scope="row" { a href=(address(webhook.id)) { (webhook.name) } span.below { (webhook.url) } }
            td data-wide { (about(view, webhook)) }
            td { (state(view, webhook)) }
            td { div.buttons { (link_button(address(webhook.id), view.t("webhook-deliveries")).small()) } }
        }
    }
}

fn about(view: &View, webhook: &Webhook) -> String {
    match view.catalog.object(&webhook.object) {
        Ok(object) => view.many(object).into_owned(),
        Err(_) => view.t("webhook-all").into_owned(),
    }
}

fn state(view: &View, webhook: &Webhook) -> Markup {
    html! {
        @if webhook.paused_at.is_some() { (chip(view.t("webhook-paused")).tone(Tone::Warning)) }
        @else { (chip(view.t("webhook-active")).tone(Tone::Positive)) }
    }
}
