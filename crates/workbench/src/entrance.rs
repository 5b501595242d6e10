//! The ways in: the first run, signing in, accepting an invitation, and the page where a new workspace begins.

mod first_run;
mod invitation;
mod sign_in;
mod start;

use std::time::Duration;

use identity::{Device, sessions};
use kernel::{Id, Result, Scope};
use locale::Locale;
use web::{
    Markup, Request, Response, Routes, SESSION_COOKIE,
    html::{Bare, bare},
};

use crate::{App, view::looks};

/// How long a browser keeps the cookie of a session: as long as it will. Whether the session still holds, the
/// database says, which lets it live on with every use.
const KEPT: Duration = Duration::from_secs(400 * 24 * 60 * 60);

pub(crate) fn routes(routes: &mut Routes<App>) {
    first_run::routes(routes);
    sign_in::routes(routes);
    invitation::routes(routes);
    start::routes(routes);
}

/// A page for somebody who is not signed in, from its `h1`.
fn page(request: &Request, locale: &Locale, large: bool, body: Markup) -> Response {
    let flash = request.flash();
    Response::page(bare(&Bare {
        language: locale.language().code(),
        looks: looks(request),
        tab: "Kartotek".into(),
        large,
        footer: locale.t("entrance-footer"),
        flash: flash.as_ref(),
        body,
    }))
}

/// The language of whoever asks, as far as the browser says.
fn locale(request: &Request) -> Locale {
    Locale::new(&request.scope().locality)
}

/// Signs somebody in who has proved otherwise who they are.
fn let_in(app: &App, request: &Request, user: Id, workspace: Id) -> Result<Response> {
    let address = request.peer.to_string();
    let token = app.db.write(&Scope::global(), |tx| {
        if let Some(former) = request.cookie(SESSION_COOKIE) {
            sessions::sign_out(tx, former)?;
        }
        sessions::open(tx, user, workspace, &device(request, &address))
    })?;
    Ok(with_session(Response::redirect("/"), token))
}

fn device<'a>(request: &'a Request, address: &'a str) -> Device<'a> {
    Device { address, user_agent: request.header("user-agent").unwrap_or_default() }
}

fn with_session(response: Response, token: String) -> Response {
    response.cookie(SESSION_COOKIE, token, Some(KEPT))
}
