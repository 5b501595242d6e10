//! The ways in: the first run, signing in, accepting an invitation, and the page where a new workspace begins.

mod first_run;
mod invitation;
mod open_id;
mod passkey;
mod second_step;
mod sign_in;
mod start;

use std::time::Duration;

use identity::{Arrival, Device, Entry, entry};
use kernel::{Id, Result, Scope};
use locale::Locale;
use web::{
    Markup, Request, Response, Routes, SESSION_COOKIE,
    html::{Bare, bare},
    local_address,
};

use crate::{App, view::looks};

/// How long a browser keeps the cookie of a session: as long as it will. Whether the session still holds, the
/// database says, which lets it live on with every use.
const KEPT: Duration = Duration::from_secs(400 * 24 * 60 * 60);

/// Holds the token of a sign-in that a second step is due for, while the browser runs.
const STEP_COOKIE: &str = "kartotek_step";

pub(crate) fn routes(routes: &mut Routes<App>) {
    first_run::routes(routes);
    sign_in::routes(routes);
    second_step::routes(routes);
    passkey::routes(routes);
    open_id::routes(routes);
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

/// Signs somebody in who has proved otherwise who they are, or leads on to their second step.
fn let_in(app: &App, request: &Request, user: Id, workspace: Id) -> Result<Response> {
    let address = request.peer.to_string();
    let arrival = arrival(request, &address);
    let entered = app.db.write(&Scope::global(), |tx| entry::enter(tx, user, workspace, &arrival))?;
    Ok(come_in(entered, "/"))
}

/// To where they were going, or to the second step on the way.
fn come_in(entered: Entry, next: &str) -> Response {
    match entered {
        Entry::In(signed_in) => with_session(Response::redirect(onward(next)), signed_in.token),
        Entry::Half(token, step) => {
            Response::redirect(second_step::address(step, next)).cookie(STEP_COOKIE, token, None)
        }
    }
}

/// Where they were, if that is on this site.
fn onward(next: &str) -> &str {
    local_address(next).filter(|next| !next.starts_with("/sign-in")).unwrap_or("/")
}

/// Where the browser found this page, and others will.
pub(crate) fn origin(request: &Request) -> String {
    let scheme = if request.secure { "https" } else { "http" };
    format!("{scheme}://{}", request.header("host").unwrap_or("localhost"))
}

fn arrival<'a>(request: &'a Request, address: &'a str) -> Arrival<'a> {
    Arrival { device: device(request, address), former_token: request.cookie(SESSION_COOKIE) }
}

fn device<'a>(request: &'a Request, address: &'a str) -> Device<'a> {
    Device { address, user_agent: request.header("user-agent").unwrap_or_default() }
}

fn with_session(response: Response, token: String) -> Response {
    response.cookie(SESSION_COOKIE, token, Some(KEPT))
}

#[cfg(test)]
mod tests {
    use super::onward;

    #[test]
    fn nobody_is_sent_elsewhere_or_in_circles() {
        assert_eq!(onward("/people?view=1"), "/people?view=1");
        for next in ["", "https://evil.example", "//evil.example", "/sign-in?next=/"] {
            assert_eq!(onward(next), "/", "{next}");
        }
    }
}
