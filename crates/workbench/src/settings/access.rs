//! How people come in to the workspace. For administrators.

mod open_id;

use identity::second_step;
use kernel::{Error, Result};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{button, post_button},
};

use super::{Section, done, page, role_name, section};
use crate::{App, View, draft::Draft};

const HERE: &str = "/settings/access";

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Admin, show);
    routes.post("/settings/access/second-step/want", Permission::Admin, want);
    routes.post("/settings/access/second-step/stop", Permission::Admin, stop);
    open_id::routes(routes);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let kept = identity::open_id::find(cx)?;
        whole(&view, &open_id::kept(kept))
    })
}

fn whole(view: &View, draft: &Draft) -> Result<Response> {
    let is_kept = identity::open_id::find(view.cx)?.is_some();
    let body = html! { (rules(view)?) (open_id::part(view, draft, is_kept)) };
    Ok(page(view, HERE, &body).status(draft.status()))
}

fn want(app: &App, request: &Request) -> Result<Response> {
    let wanted = app.write(request, second_step::want);
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match wanted {
            Ok(()) => Ok(done(&view, HERE, "access-second-step-wanted")),
            Err(Error::Conflict(text)) => Ok(Response::redirect(HERE).toast(view.render(&text), None)),
            Err(error) => Err(error),
        }
    })
}

fn stop(app: &App, request: &Request) -> Result<Response> {
    app.write(request, second_step::stop_wanting)?;
    app.read(request, |cx| Ok(done(&View::new(app, request, cx)?, HERE, "access-second-step-stopped")))
}

fn rules(view: &View) -> Result<Markup> {
    let (what, text) = match second_step::is_wanted(view.cx)? {
        true => ("stop", "access-second-step-stop"),
        false => ("want", "access-second-step-want"),
    };
    let (title, lead) = (view.t("settings-access"), view.t("access-lead"));
    let body = html! {
        div.setting {
            div { b { (view.t("access-second-step")) } small { (view.t("access-second-step-help")) } }
            (post_button(&format!("{HERE}/second-step/{what}"), &button(view.t(text))))
        }
    };
    Ok(section(&Section { id: "access", title: &title, lead: Some(&lead), action: html! {}, body }))
}
