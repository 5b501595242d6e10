//! One's own second step of signing in: setting it up with a QR code, the recovery codes, taking it away.

mod parts;

use identity::second_step;
use kernel::{Result, Role};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{button, crumbs, link_button},
};

pub(crate) use self::parts::{code_field, recovery_codes, secret};
use super::{Section, done, page, section, session};
use crate::{
    App, View,
    draft::{self, Draft},
};

const HERE: &str = "/settings/second-step";
/// The page of the menu it belongs to.
const ABOVE: &str = "/settings/password";

pub(crate) const LABELS: [(&str, &str); 1] = [("code", "second-step-code")];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::SignedIn, show);
    routes.post(HERE, Permission::SignedIn, begin);
    routes.post("/settings/second-step/confirm", Permission::SignedIn, confirm);
    routes.post("/settings/second-step/codes", Permission::SignedIn, renew);
    routes.post("/settings/second-step/remove", Permission::SignedIn, remove);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match second_step::status(cx, request.signed_in()?.user)? {
            Some(_) => Ok(kept(&view, &Draft::default(), &Draft::default())),
            None => Ok(Response::redirect(ABOVE)),
        }
    })
}

/// The page with the secret. It is an answer to a form, so that no link and no history leads to a secret.
fn begin(app: &App, request: &Request) -> Result<Response> {
    set_up(app, request, &Draft::default())
}

fn confirm(app: &App, request: &Request) -> Result<Response> {
    let typed = &request.form;
    let session = session(app, request)?;
    match draft::answer(second_step::confirm(&app.db, &session, typed.text("code")))? {
        Ok(codes) => shown_once(app, request, &codes, "second-step-done"),
        Err(refused) => set_up(app, request, &Draft::refused(typed, refused)),
    }
}

fn renew(app: &App, request: &Request) -> Result<Response> {
    let typed = &request.form;
    let session = session(app, request)?;
    match draft::answer(second_step::renew_recovery_codes(&app.db, &session, typed.text("code")))? {
        Ok(codes) => shown_once(app, request, &codes, "recovery-codes-renew-lead"),
        Err(refused) => app.read(request, |cx| {
            Ok(kept(&View::new(app, request, cx)?, &Draft::refused(typed, refused), &Draft::default()))
        }),
    }
}

fn remove(app: &App, request: &Request) -> Result<Response> {
    let typed = &request.form;
    let session = session(app, request)?;
    let removed = draft::answer(second_step::take_away(&app.db, &session, typed.text("code")))?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match removed {
            Ok(()) => Ok(done(&view, ABOVE, "second-step-removed")),
            Err(refused) => Ok(kept(&view, &Draft::default(), &Draft::refused(typed, refused))),
        }
    })
}

/// The part of the page about signing in that says how it stands.
pub(super) fn state(view: &View) -> Result<Markup> {
    let status = second_step::status(view.cx, view.request.signed_in()?.user)?;
    let (title, lead) = (view.t("second-step"), view.t("second-step-lead"));
    let said = match &status {
        Some(status) => since(view, status),
        None => view.t("second-step-none").into_owned(),
    };
    let action = match status {
        Some(_) => html! { (link_button(HERE, view.t("second-step-change"))) },
        None => html! { form method="post" action=(HERE) { (button(view.t("second-step-set-up"))) } },
    };
    let body = html! { p.soft { (said) } };
    Ok(section(&Section { id: "second-step", title: &title, lead: Some(&lead), action, body }))
}

/// When it was set up, and how many recovery codes are left.
pub(super) fn since(view: &View, status: &second_step::Status) -> String {
    let locale = &view.reading.locale;
    let date = locale.date(locale.civil(status.since).date());
    view.tf("second-step-since", &[("date", date.into()), ("count", status.recovery_codes_left.into())])
}

fn set_up(app: &App, request: &Request, draft: &Draft) -> Result<Response> {
    let begun = draft::answer(app.write(request, second_step::begin))?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let Ok(new) = begun else { return Ok(Response::redirect(HERE)) };
        let locale = &view.reading.locale;
        let (title, lead) = (view.t("second-step-scan"), view.t("second-step-scan-lead"));
        let body = html! {
            (secret(locale, &new)?)
            form.form method="post" action={ (HERE) "/confirm" } novalidate {
                (draft.summary(locale, &LABELS))
                (code_field(locale, draft, "second-step-code-help"))
                div.form-actions {
                    (button(view.t("second-step-confirm")).primary())
                    (link_button(ABOVE, view.t("cancel")).plain())
                }
            }
        };
        let part = Section { id: "scan", title: &title, lead: Some(&lead), action: html! {}, body };
        Ok(page(&view, ABOVE, &html! { (way(&view)) (section(&part)) }).status(draft.status()))
    })
}

fn shown_once(app: &App, request: &Request, codes: &[String], said: &str) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let (title, lead) = (view.t("recovery-codes"), view.t("recovery-codes-lead"));
        let body = html! {
            p.soft role="status" { (view.t(said)) }
            (recovery_codes(&view.reading.locale, codes))
            div.form-actions { (link_button(ABOVE, view.t("recovery-codes-kept")).primary()) }
        };
        let part = Section { id: "codes", title: &title, lead: Some(&lead), action: html! {}, body };
        Ok(page(&view, ABOVE, &html! { (way(&view)) (section(&part)) }))
    })
}

fn kept(view: &View, renewal: &Draft, removal: &Draft) -> Response {
    let locale = &view.reading.locale;
    let status = if renewal.is_refused() { renewal.status() } else { removal.status() };
    let form = |what: &str, draft: &Draft, text: &str| {
        html! {
            form.form method="post" action={ (HERE) "/" (what) } novalidate {
                (draft.summary(locale, &LABELS))
                (code_field(locale, draft, "second-step-any-code-help"))
                div.form-actions { (button(view.t(text))) }
            }
        }
    };
    let (title, lead) = (view.t("recovery-codes-renew"), view.t("recovery-codes-renew-lead"));
    let body = form("codes", renewal, "recovery-codes-make");
    let codes = Section { id: "codes", title: &title, lead: Some(&lead), action: html! {}, body };
    let title = view.t("second-step-remove-title");
    let body = form("remove", removal, "second-step-remove");
    let end = Section { id: "remove", title: &title, lead: None, action: html! {}, body };
    page(view, ABOVE, &html! { (way(view)) (section(&codes)) (section(&end)) }).status(status)
}

fn way(view: &View) -> Markup {
    let above = [(ABOVE.into(), view.t("settings-password"))];
    crumbs(&view.t("second-step"), &above, &view.t("second-step"))
}

/// Whether the reader may reset the second step of somebody with this role.
pub(super) fn may_reset(view: &View, role: Role) -> bool {
    view.request.visitor.role() >= Some(role.max(Role::Admin))
}
