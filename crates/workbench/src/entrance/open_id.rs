//! Signing in with the account of another service: there, and back again.

use identity::open_id::{self, Answer};
use kernel::{Error, Result, Scope, Text};
use locale::Locale;
use web::{Markup, Permission, Request, Response, Routes, html, html::link_button};

use super::{arrival, come_in, onward, origin, sign_in};
use crate::{
    App,
    draft::{self, Draft},
};

/// Who left may come back: the state, while the browser runs.
const STATE_COOKIE: &str = "kartotek_open_id";

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(open_id::ANSWER, Permission::Anyone, arrive);
    routes.get("/sign-in/open-id/{workspace}", Permission::Anyone, depart);
}

fn depart(app: &App, request: &Request) -> Result<Response> {
    let workspace = request.params.id("workspace")?;
    let next = onward(request.query.text("next"));
    let address = request.peer.to_string();
    let departed = open_id::depart(&app.db, workspace, &origin(request), next, &arrival(request, &address));
    match draft::answer(departed)? {
        Ok(departure) => {
            Ok(Response::redirect(departure.address).cookie(STATE_COOKIE, departure.state, None))
        }
        Err(refused) => sign_in::form(app, request, &Draft::refused(&request.query, refused)),
    }
}

fn arrive(app: &App, request: &Request) -> Result<Response> {
    let sent = &request.query;
    let answer = Answer {
        code: sent.text("code"),
        state: sent.text("state"),
        kept_state: request.cookie(STATE_COOKIE).unwrap_or_default(),
    };
    let address = request.peer.to_string();
    let arrived = if sent.has("error") {
        // They said no there, or the service did.
        Err(Error::Conflict(Text::new("identity-open-id-refused")))
    } else {
        open_id::arrive(&app.db, &origin(request), &answer, &arrival(request, &address))
    };
    let response = match draft::answer(arrived)? {
        Ok((signed_in, next)) => come_in(identity::Entry::In(signed_in), &next),
        Err(refused) => sign_in::form(app, request, &Draft::refused(&web::Form::default(), refused))?,
    };
    Ok(response.cookie(STATE_COOKIE, "", Some(std::time::Duration::ZERO)))
}

/// The services that people may come from. Links, because a form may lead to this site only.
pub(super) fn offer(app: &App, locale: &Locale, next: &str) -> Result<Markup> {
    let doors = app.db.read(&Scope::global(), open_id::doors)?;
    let query = web::Form::default().with("next", next).encode();
    Ok(html! {
        @for door in &doors {
            (link_button(format!("/sign-in/open-id/{}?{query}", door.workspace),
                locale.tf("open-id-continue", &[("name", door.label.as_str().into())])).icon("external"))
        }
    })
}
