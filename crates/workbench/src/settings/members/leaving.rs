//! Taking somebody out of the workspace. It cannot be taken back but by inviting them again, so the page says first
//! what will happen.

use identity::members;
use kernel::{Error, Result};
use web::{
    Permission, Request, Response, Routes, html,
    html::{button, link_button},
};

use super::{HERE, Section, member, page, section};
use crate::{App, View};

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/settings/members/{user}/remove", Permission::Admin, ask);
    routes.post("/settings/members/{user}/remove", Permission::Admin, remove);
}

fn ask(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let leaving = member(&view, request.params.id("user")?)?;
        let title = view.tf("member-remove-title", &[("name", leaving.name.as_str().into())]);
        let lead = view.t("member-remove-lead");
        let body = html! {
            form method="post" action=(request.path) {
                div.form-actions {
                    (button(view.t("member-remove")).negative())
                    (link_button(HERE, view.t("cancel")).plain())
                }
            }
        };
        let part = Section { id: "leaving", title: &title, lead: Some(&lead), action: html! {}, body };
        Ok(page(&view, HERE, &section(&part)))
    })
}

fn remove(app: &App, request: &Request) -> Result<Response> {
    let user = request.params.id("user")?;
    let removed = app.write(request, |tx| members::remove(tx, user));
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match removed {
            Ok(()) => {
                let text = view.tf("member-removed", &[("name", view.user(Some(user)).into())]);
                Ok(Response::redirect(HERE).toast(text, None))
            }
            Err(Error::Conflict(text)) => Ok(Response::redirect(HERE).toast(view.render(&text), None)),
            Err(error) => Err(error),
        }
    })
}
