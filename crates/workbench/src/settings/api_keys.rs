//! Keys for programs: making one, which is shown once, and withdrawing it. For administrators.

use identity::api_keys::{self, ApiKey, LIFETIMES};
use kernel::{Error, Result, Role};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Choice, Tone, button, chip, link_button},
};

use super::{Section, done, page, role_key, role_name, section};
use crate::{
    App, View,
    draft::{self, Draft},
};

const HERE: &str = "/settings/api-keys";
const LABELS: [(&str, &str); 3] =
    [("name", "api-key-name"), ("role", "member-role"), ("days", "api-key-validity")];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Admin, show);
    routes.post(HERE, Permission::Admin, create);
    routes.post("/settings/api-keys/{key}/withdraw", Permission::Admin, withdraw);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| whole(&View::new(app, request, cx)?, &blank(), None))
}

fn blank() -> Draft {
    Draft::filled([("role", Role::Member.key().to_owned()), ("days", "365".to_owned())])
}

fn create(app: &App, request: &Request) -> Result<Response> {
    let typed = &request.form;
    let made = app.write(request, |tx| {
        let unknown = |field: &'static str| Error::invalid(field, "identity-choice-unknown");
        let role = Role::from_key(typed.text("role")).ok_or_else(|| unknown("role"))?;
        let days = typed.integer("days").ok_or_else(|| unknown("days"))?;
        api_keys::create(tx, typed.text("name"), role, days)
    });
    let made = draft::answer(made)?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match made {
            // The secret is kept nowhere, so this answer is the only page that can show it.
            Ok((_, key)) => whole(&view, &blank(), Some(&key)),
            Err(refused) => whole(&view, &Draft::refused(typed, refused), None),
        }
    })
}

fn withdraw(app: &App, request: &Request) -> Result<Response> {
    let key = request.params.id("key")?;
    app.write(request, |tx| api_keys::revoke(tx, key))?;
    app.read(request, |cx| Ok(done(&View::new(app, request, cx)?, HERE, "api-key-withdrawn")))
}

fn whole(view: &View, draft: &Draft, secret: Option<&str>) -> Result<Response> {
    let rows = api_keys::list(view.cx)?;
    let title = view.t("settings-api-keys");
    let lead = view.t("api-keys-lead");
    let new = view.t("api-key-new");
    let new_lead = view.t("api-key-new-lead");
    let action = html! { (link_button("/api", view.t("api-title")).icon("info")) };
    let table = html! { @if !rows.is_empty() { (table(view, &rows)) } };
    let keys = Section { id: "keys", title: &title, lead: Some(&lead), action, body: table };
    let body = html! { @if let Some(secret) = secret { (shown_once(view, secret)) } (form(view, draft)) };
    let make = Section { id: "new-key", title: &new, lead: Some(&new_lead), action: html! {}, body };
    let body = html! { (section(&keys)) (section(&make)) };
    Ok(page(view, HERE, &body).status(draft.status()))
}

fn shown_once(view: &View, secret: &str) -> Markup {
    html! {
        div.made role="status" {
            div.field data-width="full" {
                label for="secret" { (view.t("api-key-made")) }
                k-copy.copy data-copied=(view.t("copied")) {
                    input.input #secret value=(secret) readonly aria-describedby="secret-help";
                    (button(view.t("copy")).inert().icon("copy").primary().flag("hidden"))
                }
                p.help #secret-help { (view.t("api-key-made-help")) }
            }
        }
    }
}

fn form(view: &View, draft: &Draft) -> Markup {
    let locale = &view.reading.locale;
    let own = view.request.visitor.role();
    let roles = Role::ALL.into_iter().rev().filter(|role| Some(*role) <= own);
    let role = |role: Role| Choice {
        note: Some(view.t(&format!("{}-note", role_key(role)))),
        ..Choice::new(role.key(), role_name(view, role))
    };
    let lifetime = |days: i64| {
        let text = match days {
            0 => view.t("api-key-for-ever").into_owned(),
            days => view.tf("api-key-days", &[("count", days.into())]),
        };
        Choice::new(days.to_string(), text)
    };
    html! {
        form.form method="post" action=(HERE) novalidate {
            (draft.summary(locale, &LABELS))
            (draft.field(locale, "name", "api-key-name").help(view.t("api-key-name-help")).autocomplete("off").required())
            (draft.field(locale, "role", "member-role").radios(roles.map(role)))
            (draft.field(locale, "days", "api-key-validity").select(LIFETIMES.map(lifetime)).short())
            div.form-actions { (button(view.t("api-key-make")).icon("plus")) }
        }
    }
}

fn table(view: &View, rows: &[ApiKey]) -> Markup {
    let table = html! {
        table.table data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("api-key-name")) }
                th scope="col" { (view.t("member-role")) }
                th scope="col" data-wide { (view.t("api-key-of")) }
                th scope="col" { (view.t("session-seen")) }
                th scope="col" data-wide { (view.t("api-key-until")) }
                th scope="col" { span.hidden { (view.t("invitation-withdraw")) } }
            } }
            tbody { @for row in rows { (line(view, row)) } }
        }
    };
    super::table(view, "settings-api-keys", &table)
}

fn line(view: &View, key: &ApiKey) -> Markup {
    let label = view.tf("api-key-withdraw-of", &[("name", key.name.as_str().into())]);
    let over = key.expires_at.is_some_and(|at| at <= view.reading.now);
    let may = view.request.visitor.role() >= Some(key.role);
    html! {
        tr {
            th scope="row" { (key.name) span.below { code { "…" (key.ending) } } }
            td { (role_name(view, key.role)) }
            td.soft data-wide { (view.user(Some(key.user))) }
            td.nowrap { @match key.used_at { Some(at) => (view.moment(at)), None => span.soft { (view.t("api-key-unused")) } } }
            td.nowrap data-wide {
                @match key.expires_at {
                    Some(_) if over => (chip(view.t("invitation-expired")).tone(Tone::Warning)),
                    Some(at) => (view.reading.locale.date(view.reading.locale.civil(at).date())),
                    None => span.soft { (view.t("api-key-for-ever")) },
                }
            }
            td { @if may {
                form.buttons method="post" action={ (HERE) "/" (key.id) "/withdraw" } {
                    (button(view.t("invitation-withdraw")).small().attribute("aria-label", label))
                }
            } }
        }
    }
}
