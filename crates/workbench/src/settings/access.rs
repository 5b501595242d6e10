//! How people come in to the workspace. For administrators.

use identity::second_step;
use kernel::{Error, Result};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{button, post_button},
};

use super::{Section, done, page, section};
use crate::{App, View};

const HERE: &str = "/settings/access";

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Admin, show);
    routes.post("/settings/access/second-step/want", Permission::Admin, want);
    routes.post("/settings/access/second-step/stop", Permission::Admin, stop);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        Ok(page(&view, HERE, &rules(&view)?))
    })
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
