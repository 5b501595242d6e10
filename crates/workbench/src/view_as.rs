//! "View as Bo": an administrator looks at the workspace as a member does, under a banner that says so and leads back.

use kernel::{Result, Scope};
use web::{
    Markup, Permission, Request, Response, Routes, SESSION_COOKIE, html,
    html::{button, icon, post_button},
};

use crate::{App, View};

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.post("/settings/members/{user}/view", Permission::Admin, begin);
    // It concerns nothing but the session of this browser.
    routes.post("/view-as/end", Permission::Anyone, end);
}

fn begin(app: &App, request: &Request) -> Result<Response> {
    let user = request.params.id("user")?;
    let session = request.signed_in()?.session.parse()?;
    app.write(request, |tx| identity::view_as::begin(tx, &session, user))?;
    Ok(Response::redirect("/"))
}

fn end(app: &App, request: &Request) -> Result<Response> {
    let token = request.cookie(SESSION_COOKIE).unwrap_or_default();
    let member = app.db.write(&Scope::global(), |tx| identity::view_as::end(tx, token))?;
    Ok(match member {
        Some(member) => Response::redirect(format!("/settings/members/{member}")),
        None => Response::redirect("/"),
    })
}

/// What stands above every page meanwhile.
pub(crate) fn banner(view: &View) -> Markup {
    let visitor = &view.request.visitor;
    let (Some(user), Some(_)) = (&visitor.user, visitor.viewed_by) else { return html! {} };
    html! {
        div.notice.viewing data-tone="warning" role="status" {
            (icon("eye"))
            p { (view.tf("view-as-banner", &[("name", user.name.as_str().into())])) }
            (post_button("/view-as/end", &button(view.t("view-as-end")).small()))
        }
    }
}
