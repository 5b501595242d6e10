//! Signing in and out.

use identity::SignIn;
use kernel::{Result, Scope};
use web::{Permission, Request, Response, Routes, SESSION_COOKIE, html, html::button};

use super::{arrival, come_in, first_run, locale, onward, open_id, page, passkey};
use crate::{
    App,
    draft::{self, Draft},
};

/// What is wrong is not told apart, so it is said of the whole form.
const LABELS: [(&str, &str); 0] = [];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/sign-in", Permission::Anyone, show);
    routes.post("/sign-in", Permission::Anyone, sign_in);
    routes.post("/sign-out", Permission::Anyone, sign_out);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    let next = request.query.text("next");
    if request.visitor.user.is_some() {
        return Ok(Response::redirect(onward(next)));
    }
    if first_run::is_due(app)? {
        return Ok(Response::redirect("/welcome"));
    }
    form(app, request, &Draft::filled([("next", next.to_owned())]))
}

fn sign_in(app: &App, request: &Request) -> Result<Response> {
    let typed = &request.form;
    let address = request.peer.to_string();
    let signed_in = identity::sign_in(
        &app.db,
        &SignIn {
            email: typed.text("email"),
            password: typed.get("password").unwrap_or_default(),
            arrival: arrival(request, &address),
        },
    );
    match draft::answer(signed_in)? {
        Ok(entered) => Ok(come_in(entered, typed.text("next"))),
        Err(refused) => form(app, request, &Draft::refused(typed, refused)),
    }
}

fn sign_out(app: &App, request: &Request) -> Result<Response> {
    if let Some(token) = request.cookie(SESSION_COOKIE) {
        app.db.write(&Scope::global(), |tx| identity::sign_out(tx, token))?;
    }
    let gone = Some(std::time::Duration::ZERO);
    Ok(Response::redirect("/sign-in").cookie(SESSION_COOKIE, "", gone).forget_site())
}

pub(super) fn form(app: &App, request: &Request, draft: &Draft) -> Result<Response> {
    let locale = locale(request);
    let field = |name, label| draft.field(&locale, name, label);
    let body = html! {
        h1 { (locale.t("sign-in")) }
        form.form method="post" action="/sign-in" novalidate {
            (draft.summary(&locale, &LABELS))
            input type="hidden" name="next" value=(draft.text("next"));
            (field("email", "field-email").email().autocomplete("username").required())
            (field("password", "field-password").password("current-password").help(locale.t("sign-in-forgotten")).required())
            (button(locale.t("sign-in")).primary())
        }
        (passkey::offer(request, &locale, draft.text("next")))
        (open_id::offer(app, &locale, draft.text("next"))?)
    };
    Ok(page(request, &locale, false, body).status(draft.status()))
}
