//! What one signs in with: the e-mail address and the password. Both ask for the password once more.

use identity::users;
use kernel::Result;
use web::{Markup, Permission, Request, Response, Routes, html, html::button};

use super::{Section, done, page, passkeys, second_step, section, session};
use crate::{
    App, View,
    draft::{self, Draft},
};

const HERE: &str = "/settings/password";

const EMAIL_LABELS: [(&str, &str); 2] = [("email", "field-email"), ("password", "field-password")];
const PASSWORD_LABELS: [(&str, &str); 2] =
    [("old_password", "password-old"), ("new_password", "password-new")];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::SignedIn, show);
    routes.post(HERE, Permission::SignedIn, change_password);
    routes.post("/settings/email", Permission::SignedIn, change_email);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    let email = kept_email(request)?;
    app.read(request, |cx| forms(&View::new(app, request, cx)?, &email, &Draft::default()))
}

fn change_email(app: &App, request: &Request) -> Result<Response> {
    let typed = &request.form;
    let session = session(app, request)?;
    let password = typed.get("password").unwrap_or_default();
    let changed = draft::answer(users::change_email(&app.db, &session, typed.text("email"), password))?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match changed {
            Ok(()) => Ok(done(&view, HERE, "email-changed")),
            Err(refused) => forms(&view, &Draft::refused(typed, refused), &Draft::default()),
        }
    })
}

fn change_password(app: &App, request: &Request) -> Result<Response> {
    let typed = &request.form;
    let email = kept_email(request)?;
    let session = session(app, request)?;
    let text = |name: &str| typed.get(name).unwrap_or_default();
    let changed = users::change_password(&app.db, &session, text("old_password"), text("new_password"));
    let changed = draft::answer(changed)?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match changed {
            Ok(()) => Ok(done(&view, HERE, "password-changed")),
            Err(refused) => forms(&view, &email, &Draft::refused(typed, refused)),
        }
    })
}

fn kept_email(request: &Request) -> Result<Draft> {
    Ok(Draft::filled([("email", request.signed_in()?.email.clone())]))
}

fn forms(view: &View, email: &Draft, password: &Draft) -> Result<Response> {
    let status = if email.is_refused() { email.status() } else { password.status() };
    let body = html! { (email_form(view, email)) (password_form(view, password)) (passkeys::state(view)?) (second_step::state(view)?) };
    Ok(page(view, HERE, &body).status(status))
}

fn email_form(view: &View, draft: &Draft) -> Markup {
    let locale = &view.reading.locale;
    let field = |name, label| draft.field(locale, name, label);
    let body = html! {
        form.form method="post" action="/settings/email" novalidate {
            (draft.summary(locale, &EMAIL_LABELS))
            (field("email", "field-email").email().autocomplete("username").required())
            (field("password", "field-password").password("current-password").help(view.t("password-once-more")).required())
            div.form-actions { (button(view.t("email-change"))) }
        }
    };
    let title = view.t("field-email");
    let lead = view.t("email-lead");
    section(&Section { id: "email-title", title: &title, lead: Some(&lead), action: html! {}, body })
}

fn password_form(view: &View, draft: &Draft) -> Markup {
    let locale = &view.reading.locale;
    let field = |name, label| draft.field(locale, name, label);
    let body = html! {
        form.form method="post" action=(HERE) novalidate {
            (draft.summary(locale, &PASSWORD_LABELS))
            (field("old_password", "password-old").password("current-password").required())
            (field("new_password", "password-new").password("new-password").help(view.t("password-help")).required())
            div.form-actions { (button(view.t("password-change"))) }
        }
    };
    let title = view.t("field-password");
    let lead = view.t("password-lead");
    section(&Section { id: "password-title", title: &title, lead: Some(&lead), action: html! {}, body })
}
