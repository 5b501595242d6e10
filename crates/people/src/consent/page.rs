//! The page that a letter asking for consent leads to. Opening it changes nothing, because mail programs open links by themselves;
//! each answer is a button.

use std::sync::Arc;

use identity::{secret_addresses, workspaces};
use kernel::{Error, Id, Language, Locality, Result, Scope, Value, clock::DAY};
use locale::Locale;
use records::{object::object, record};
use web::{
    Permission, Request, Response, Routes, html,
    html::{Bare, bare, button},
};
use workbench::App;

use super::{GIVEN, KEY, WITHDRAWN, answered};

/// How long a link is good.
const GOOD_FOR: i64 = 30 * DAY;

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get("/agree/{token}", Permission::Anyone, show);
    routes.post("/agree/{token}", Permission::Anyone, answer);
}

struct Link {
    scope: Scope,
    consent: Id,
    workspace: String,
}

fn link(app: &App, request: &Request) -> Result<Link> {
    let hash = secret_addresses::kept(request.params.get("token"));
    app.db.read(&Scope::global(), |cx| {
        let since = cx.now().plus(-GOOD_FOR);
        let row = cx.query_one(
            "SELECT workspace_id, record_id, language FROM consent_links WHERE token_hash = ?1 AND created_at > ?2",
            &[Value::Bytes(hash.to_vec()), since.into()],
        )?;
        let row = row.ok_or(Error::NotFound)?;
        let of = workspaces::by_id(cx, row.get(0)?)?;
        let ours = of.locality();
        let language: Language = row.text(2).parse().unwrap_or(ours.language);
        let locality = Arc::new(Locality { language, ..ours });
        let scope = Scope { locality, ..of.scope("link") };
        Ok(Link { scope, consent: row.get(1)?, workspace: of.name })
    })
}

fn show(app: &App, request: &Request) -> Result<Response> {
    let link = link(app, request)?;
    app.db.read(&link.scope, |cx| {
        let consent = record::find(cx, &object(cx, KEY)?, link.consent)?;
        if consent.trashed_at.is_some() {
            return Err(Error::NotFound);
        }
        let locale = Locale::new(cx.locality());
        let state = consent.text("state");
        let form = |answer: &str, key: &str| {
            let send = button(locale.t(key));
            html! {
                form.form method="post" action=(request.path) {
                    input type="hidden" name="answer" value=(answer);
                    @if answer == GIVEN { (send.primary()) } @else { (send) }
                }
            }
        };
        let body = html! {
            h1 { (locale.t("consent-title")) }
            p { (locale.tf("consent-asks", &[("workspace", link.workspace.as_str().into()), ("address", consent.text("address").into())])) }
            blockquote { @for line in consent.text("text").lines() { p { (line) } } }
            @if state == GIVEN { p role="status" { b { (locale.t("consent-is-given")) } } }
            @if state == WITHDRAWN { p role="status" { b { (locale.t("consent-is-withdrawn")) } } }
            @if state != GIVEN { (form(GIVEN, "consent-yes")) }
            @if state != WITHDRAWN { (form(WITHDRAWN, if state == GIVEN { "consent-withdraw" } else { "consent-no" })) }
        };
        Ok(Response::page(bare(&Bare {
            language: locale.language().code(),
            looks: workbench::view::looks(request),
            tab: link.workspace.as_str().into(),
            large: false,
            footer: locale.t("visit-footer"),
            flash: None,
            body,
        })))
    })
}

fn answer(app: &App, request: &Request) -> Result<Response> {
    let link = link(app, request)?;
    let state = [GIVEN, WITHDRAWN].into_iter().find(|state| *state == request.form.text("answer"));
    let state = state.ok_or(Error::NotFound)?;
    app.db.write(&link.scope, |tx| {
        let consent = record::find(tx, &object(tx, KEY)?, link.consent)?;
        if consent.trashed_at.is_some() {
            return Err(Error::NotFound);
        }
        answered(tx, &consent, state, &request.peer.to_string())
    })?;
    Ok(Response::redirect(request.path.clone()))
}
