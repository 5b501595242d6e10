//! Accepting an invitation by its link: somebody new chooses a name and a password, somebody with an account signs in.

use identity::invitations::{self, Preview};
use kernel::{Result, Scope};
use web::{Permission, Request, Response, Routes, html, html::button};

use super::{let_in, locale, page};
use crate::{
    App,
    draft::{self, Draft},
};

const LABELS: [(&str, &str); 2] = [("name", "field-your-name"), ("password", "field-password")];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/invitations/{token}", Permission::Anyone, show);
    routes.post("/invitations/{token}", Permission::Anyone, accept);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    let preview = preview(app, request)?;
    Ok(form(request, &preview, &Draft::default()))
}

fn accept(app: &App, request: &Request) -> Result<Response> {
    let preview = preview(app, request)?;
    let typed = &request.form;
    let password = typed.get("password").unwrap_or_default();
    let accepted = invitations::accept(&app.db, request.params.get("token"), typed.text("name"), password);
    match draft::answer(accepted)? {
        Ok(accepted) => let_in(app, request, accepted.user, accepted.workspace),
        Err(refused) => Ok(form(request, &preview, &Draft::refused(typed, refused))),
    }
}

fn preview(app: &App, request: &Request) -> Result<Preview> {
    app.db.read(&Scope::global(), |cx| invitations::preview(cx, request.params.get("token")))
}

fn form(request: &Request, preview: &Preview, draft: &Draft) -> Response {
    let locale = locale(request);
    let field = |name, label| draft.field(&locale, name, label);
    let workspace = ("workspace", preview.workspace_name.as_str().into());
    let lead = match preview.invited_by.as_str() {
        "" => locale.tf("invitation-lead", std::slice::from_ref(&workspace)),
        name => locale.tf("invitation-lead-by", &[workspace.clone(), ("name", name.into())]),
    };
    let help = if preview.has_account { "invitation-own-password" } else { "password-help" };
    let autocomplete = if preview.has_account { "current-password" } else { "new-password" };
    let body = html! {
        h1 { (locale.tf("invitation-title", &[workspace])) }
        p.lead { (lead) }
        form.form method="post" action=(request.path) novalidate {
            (draft.summary(&locale, &LABELS))
            div.field {
                label for="email" { (locale.t("field-email")) }
                input.input #email type="email" value=(preview.email) autocomplete="username" readonly;
            }
            @if !preview.has_account { (field("name", "field-your-name").autocomplete("name").required()) }
            (field("password", "field-password").password(autocomplete).help(locale.t(help)).required())
            (button(locale.t("invitation-accept")).primary())
        }
    };
    page(request, &locale, false, body).status(draft.status())
}
