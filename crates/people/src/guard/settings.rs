//! Settings → Contact guard: for how many days a colleague's contact is news. For administrators.

use identity::workspaces;
use kernel::{Cx, Error, Result, Role, Tx, clock::DAY};
use web::{
    Permission, Request, Response, Routes, html,
    html::{Choice, button, field},
};
use workbench::{
    App, View,
    settings::{Section, page, section},
};

const HERE: &str = "/settings/guard";
/// The page's name in the menu of the settings.
pub(crate) const WAY: (&str, &str) = (HERE, "settings-guard");

const SETTING: &str = "guard_days";
/// What is offered, and what holds until somebody chooses.
const DAYS: [i64; 6] = [3, 7, 14, 30, 60, 90];
const USUAL: i64 = 14;

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Admin, show);
    routes.post(HERE, Permission::Admin, keep);
}

/// How long a colleague's contact is news, in microseconds.
pub(super) fn news(cx: &Cx) -> Result<i64> {
    Ok(days(cx)? * DAY)
}

fn days(cx: &Cx) -> Result<i64> {
    Ok(workspaces::setting(cx, SETTING)?.unwrap_or(USUAL))
}

/// For so many days a colleague's contact is told before a card is contacted.
pub fn set_days(tx: &mut Tx, days: i64) -> Result<()> {
    tx.require(Role::Admin)?;
    if !DAYS.contains(&days) {
        return Err(Error::invalid("days", "not-a-choice"));
    }
    workspaces::set_setting(tx, SETTING, &days)
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let choice = |days: i64| {
            Choice::new(days.to_string(), view.tf("guard-days-choice", &[("count", days.into())]))
        };
        let body = html! {
            form.form method="post" action=(HERE) {
                (field("days", view.t("guard-days"))
                    .select(DAYS.map(choice))
                    .value(days(cx)?.to_string())
                    .help(view.t("guard-days-help")))
                div.form-actions { (button(view.t("save")).primary()) }
            }
        };
        let (title, lead) = (view.t("settings-guard"), view.t("guard-lead"));
        let part = Section { id: "guard", title: &title, lead: Some(&lead), action: html! {}, body };
        Ok(page(&view, HERE, &section(&part)))
    })
}

fn keep(app: &App, request: &Request) -> Result<Response> {
    let days = request.form.integer("days").ok_or_else(|| Error::invalid("days", "not-a-choice"))?;
    app.write(request, |tx| set_days(tx, days))?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        Ok(Response::redirect(HERE).toast(view.t("guard-saved"), None))
    })
}
