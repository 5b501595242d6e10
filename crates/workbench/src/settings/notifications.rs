//! What somebody wants to be told, and how: for each kind of news in the product, by mail, or not at all.

use kernel::Result;
use records::notices::{Kind, Ways, choices};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{button, field},
};

use super::{Section, done, page, section};
use crate::{App, View};

const HERE: &str = "/settings/notifications";

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::SignedIn, show);
    routes.post(HERE, Permission::SignedIn, choose);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let user = request.signed_in()?.user;
        let chosen = choices::of_workspace(cx)?;
        let rows = html! {
            @for kind in Kind::ALL { (row(&view, kind, chosen.ways(user, kind))) }
        };
        let table = html! {
            table.table.choices data-align="middle" {
                thead { tr {
                    th scope="col" { (view.t("notices-what")) }
                    th scope="col" { (view.t("notices-shown")) }
                    th scope="col" { (view.t("notices-mailed")) }
                } }
                tbody { (rows) }
            }
        };
        let body = html! {
            form.form.notice-choices method="post" action=(HERE) {
                (super::table(&view, "settings-notifications", &table))
                (field("follow", view.t("notices-follow")).value("on").help(view.t("notices-follow-help"))
                    .checkbox(chosen.follows_by_itself(user)))
                div.form-actions { (button(view.t("save")).primary()) }
            }
        };
        let title = view.t("settings-notifications");
        let lead = view.t("notices-lead");
        let part = Section { id: "notifications", title: &title, lead: Some(&lead), action: html! {}, body };
        Ok(page(&view, HERE, &section(&part)))
    })
}

fn row(view: &View, kind: Kind, ways: Ways) -> Markup {
    let name = view.t(&format!("notices-kind-{}", kind.key()));
    let cell = |way: &str, ticked: bool| {
        let label = format!("{name}: {}", view.t(&format!("notices-{way}")));
        html! { td { input type="checkbox" name={ (kind.key()) "." (way) } aria-label=(label) checked[ticked]; } }
    };
    html! {
        tr {
            th scope="row" { (name) }
            (cell("shown", ways.shown))
            (cell("mailed", ways.mailed))
        }
    }
}

fn choose(app: &App, request: &Request) -> Result<Response> {
    let typed = &request.form;
    app.write(request, |tx| {
        for kind in Kind::ALL {
            let ticked = |way: &str| typed.has(&format!("{}.{way}", kind.key()));
            choices::choose(tx, kind, Ways { shown: ticked("shown"), mailed: ticked("mailed") })?;
        }
        choices::follow_by_itself(tx, typed.has("follow"))
    })?;
    app.read(request, |cx| Ok(done(&View::new(app, request, cx)?, HERE, "notices-chosen")))
}
