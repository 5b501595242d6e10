//! The second step after the password: a code, or setting up the second step that the workspace asks for.

use identity::{Step, entry};
use kernel::{Error, Result, Scope};
use locale::Locale;
use web::{
    Permission, Request, Response, Routes, html,
    html::{button, link_button},
};

use super::{STEP_COOKIE, arrival, locale, onward, page, with_session};
use crate::{
    App,
    draft::{self, Draft, Refused},
    settings::second_step::{LABELS, code_field, recovery_codes, secret},
};

const CODE: &str = "/sign-in/code";
const SET_UP: &str = "/sign-in/set-up";

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(CODE, Permission::Anyone, show);
    routes.post(CODE, Permission::Anyone, finish);
    routes.get(SET_UP, Permission::Anyone, show_set_up);
    routes.post(SET_UP, Permission::Anyone, set_up);
}

/// Where the step is taken that is due.
pub(super) fn address(step: Step, next: &str) -> String {
    let path = match step {
        Step::Code => CODE,
        Step::SetUp => SET_UP,
    };
    let query = web::Form::default().with("next", next).encode();
    if next.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

fn show(app: &App, request: &Request) -> Result<Response> {
    let next = request.query.text("next");
    match due(app, request)? {
        Some(Step::Code) => Ok(ask(request, &Draft::filled([("next", next.to_owned())]))),
        Some(other) => Ok(Response::redirect(address(other, next))),
        None => Ok(again(next)),
    }
}

fn finish(app: &App, request: &Request) -> Result<Response> {
    let typed = &request.form;
    let address = request.peer.to_string();
    let finished = entry::finish(&app.db, token(request), typed.text("code"), &arrival(request, &address));
    match answer(finished)? {
        Some(Ok(signed_in)) => {
            let response = Response::redirect(onward(typed.text("next")));
            Ok(without_step(with_session(response, signed_in.token)))
        }
        Some(Err(refused)) => Ok(ask(request, &Draft::refused(typed, refused))),
        None => Ok(again(typed.text("next"))),
    }
}

fn show_set_up(app: &App, request: &Request) -> Result<Response> {
    offer(app, request, &Draft::filled([("next", request.query.text("next").to_owned())]))
}

fn set_up(app: &App, request: &Request) -> Result<Response> {
    let typed = &request.form;
    let address = request.peer.to_string();
    let finished =
        entry::finish_set_up(&app.db, token(request), typed.text("code"), &arrival(request, &address));
    match answer(finished)? {
        Some(Ok((signed_in, codes))) => {
            let locale = locale(request);
            let body = html! {
                h1 { (locale.t("recovery-codes")) }
                p.lead { (locale.t("recovery-codes-lead")) }
                (recovery_codes(&locale, &codes))
                (link_button(onward(typed.text("next")), locale.t("recovery-codes-kept")).primary())
            };
            Ok(without_step(with_session(page(request, &locale, false, body), signed_in.token)))
        }
        Some(Err(refused)) => offer(app, request, &Draft::refused(typed, refused)),
        None => Ok(again(typed.text("next"))),
    }
}

fn ask(request: &Request, draft: &Draft) -> Response {
    let locale = locale(request);
    let body = html! {
        h1 { (locale.t("second-step-title")) }
        form.form method="post" action=(CODE) novalidate {
            (draft.summary(&locale, &LABELS))
            input type="hidden" name="next" value=(draft.text("next"));
            (code_field(&locale, draft, "second-step-any-code-help").flag("autofocus"))
            (button(locale.t("sign-in")).primary())
        }
        p.quiet.small { (locale.t("second-step-lost")) }
    };
    page(request, &locale, false, body).status(draft.status())
}

fn offer(app: &App, request: &Request, draft: &Draft) -> Result<Response> {
    let new = match entry::begin_set_up(&app.db, token(request)) {
        Err(Error::SignIn) => return Ok(again(draft.text("next"))),
        new => new?,
    };
    let locale: Locale = locale(request);
    let body = html! {
        h1 { (locale.t("second-step-scan")) }
        p.lead { (locale.t("second-step-due")) }
        p.lead { (locale.t("second-step-scan-lead")) }
        (secret(&locale, &new)?)
        form.form method="post" action=(SET_UP) novalidate {
            (draft.summary(&locale, &LABELS))
            input type="hidden" name="next" value=(draft.text("next"));
            (code_field(&locale, draft, "second-step-code-help"))
            (button(locale.t("second-step-confirm")).primary())
        }
    };
    Ok(page(request, &locale, false, body).status(draft.status()))
}

fn due(app: &App, request: &Request) -> Result<Option<Step>> {
    match app.db.read(&Scope::global(), |cx| entry::step(cx, token(request))) {
        Ok(step) => Ok(Some(step)),
        Err(Error::SignIn) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The answer to a form; none when the half sign-in is over.
fn answer<T>(result: Result<T>) -> Result<Option<Result<T, Refused>>> {
    match result {
        Err(Error::SignIn) => Ok(None),
        other => draft::answer(other).map(Some),
    }
}

/// Back to the password, which was too long ago.
fn again(next: &str) -> Response {
    let query = web::Form::default().with("next", next).encode();
    Response::redirect(if next.is_empty() { "/sign-in".to_owned() } else { format!("/sign-in?{query}") })
}

fn token(request: &Request) -> &str {
    request.cookie(STEP_COOKIE).unwrap_or_default()
}

fn without_step(response: Response) -> Response {
    response.cookie(STEP_COOKIE, "", Some(std::time::Duration::ZERO))
}
