//! Signing in with a passkey, without an address or a password.

use identity::passkeys::{self, Answer, Site};
use kernel::{Result, Scope};
use locale::Locale;
use web::{Markup, Permission, Request, Response, Routes, html, html::button};

use super::{arrival, come_in, origin, sign_in};
use crate::{
    App,
    draft::{self, Draft},
};

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.post("/sign-in/passkey/challenge", Permission::Anyone, challenge);
    routes.post("/sign-in/passkey", Permission::Anyone, enter);
}

fn challenge(app: &App, request: &Request) -> Result<Response> {
    let origin = origin(request);
    let challenge = app.db.write(&Scope::global(), |tx| passkeys::ask(tx, &Site { origin: &origin }))?;
    Response::json(&challenge)
}

fn enter(app: &App, request: &Request) -> Result<Response> {
    let (typed, origin) = (&request.form, origin(request));
    let answer = Answer { token: typed.text("token"), credential: typed.text("credential") };
    let address = request.peer.to_string();
    let entered = passkeys::enter(&app.db, &Site { origin: &origin }, &answer, &arrival(request, &address));
    match draft::answer(entered)? {
        Ok(signed_in) => Ok(come_in(identity::Entry::In(signed_in), typed.text("next"))),
        Err(refused) => sign_in::form(app, request, &Draft::refused(typed, refused)),
    }
}

/// The other way in, where the browser's address can have passkeys.
pub(super) fn offer(request: &Request, locale: &Locale, next: &str) -> Markup {
    let origin = origin(request);
    let fit = Site { origin: &origin }.is_fit();
    html! {
        @if fit {
            k-passkey data-challenge="/sign-in/passkey/challenge" data-stopped=(locale.t("passkey-stopped")) {
                form.form method="post" action="/sign-in/passkey" hidden {
                    p.or { (locale.t("passkey-or")) }
                    input type="hidden" name="token";
                    input type="hidden" name="credential";
                    input type="hidden" name="next" value=(next);
                    (button(locale.t("passkey-sign-in")).icon("key"))
                    p.error role="alert" {}
                }
            }
        }
    }
}
