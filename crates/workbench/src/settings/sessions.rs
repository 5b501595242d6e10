//! Where somebody is signed in, and signing out from afar.

use identity::sessions::{self, SessionRow};
use kernel::Result;
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Tone, button, chip, post_button},
};

use super::{Section, done, page, section, session};
use crate::{App, View};

const HERE: &str = "/settings/sessions";

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::SignedIn, show);
    routes.post("/settings/sessions/others/end", Permission::SignedIn, end_others);
    routes.post("/settings/sessions/{session}", Permission::SignedIn, end);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let user = request.signed_in()?;
        let rows = sessions::sessions_of(cx, user.user)?;
        let title = view.t("settings-sessions");
        let lead = view.t("sessions-lead");
        let others = button(view.t("sessions-end-others"));
        let action = html! {
            @if rows.len() > 1 { (post_button("/settings/sessions/others/end", &others)) }
        };
        let body = table(&view, &rows, &user.session);
        let part = Section { id: "sessions", title: &title, lead: Some(&lead), action, body };
        Ok(page(&view, HERE, &section(&part)))
    })
}

fn end(app: &App, request: &Request) -> Result<Response> {
    let key = request.params.get("session").parse()?;
    let user = request.signed_in()?.user;
    app.write(request, |tx| sessions::revoke_session(tx, user, &key))?;
    app.read(request, |cx| Ok(done(&View::new(app, request, cx)?, HERE, "session-ended")))
}

fn end_others(app: &App, request: &Request) -> Result<Response> {
    let session = session(app, request)?;
    app.write(request, |tx| sessions::revoke_other_sessions(tx, session.user, &session.key))?;
    app.read(request, |cx| Ok(done(&View::new(app, request, cx)?, HERE, "sessions-others-ended")))
}

fn table(view: &View, rows: &[SessionRow], own: &str) -> Markup {
    let table = html! {
        table.table data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("session-device")) }
                th scope="col" data-wide { (view.t("session-address")) }
                th scope="col" { (view.t("session-seen")) }
                th scope="col" data-wide { (view.t("session-since")) }
                th scope="col" { span.hidden { (view.t("sign-out")) } }
            } }
            tbody { @for row in rows { (line(view, row, row.key.to_string() == own)) } }
        }
    };
    super::table(view, "settings-sessions", &table)
}

fn line(view: &View, row: &SessionRow, own: bool) -> Markup {
    let device = device(&row.user_agent).unwrap_or_else(|| view.t("session-unknown-device").into_owned());
    let end = view.tf("session-end-on", &[("device", device.as_str().into())]);
    html! {
        tr {
            th scope="row" { (device) " " @if own { (chip(view.t("session-this")).tone(Tone::Accent)) } }
            td.soft data-wide { (row.address) }
            td.nowrap { (view.moment(row.seen_at)) }
            td.nowrap.soft data-wide { (view.moment(row.created_at)) }
            td { @if !own {
                form.buttons method="post" action={ (HERE) "/" (row.key) } {
                    (button(view.t("sign-out")).small().attribute("aria-label", end))
                }
            } }
        }
    }
}

/// The browser and the system that a `User-Agent` names; none for programs.
fn device(user_agent: &str) -> Option<String> {
    let named = |names: &[(&str, &'static str)]| {
        names.iter().find(|(sign, _)| user_agent.contains(sign)).map(|(_, name)| *name)
    };
    // Each pretends to be those after it.
    let browser = named(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ])?;
    let system = named(&[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS X", "Mac"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ]);
    Some(system.map_or_else(|| browser.to_owned(), |system| format!("{browser} · {system}")))
}

#[cfg(test)]
mod tests {
    use super::device;

    #[test]
    fn devices_have_names_people_know() {
        for (user_agent, expected) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0",
                "Edge · Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1",
                "Safari · iPhone",
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox · Linux"),
            (
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36",
                "Chrome · Android",
            ),
        ] {
            assert_eq!(device(user_agent).as_deref(), Some(expected));
        }
        assert_eq!(device("curl/8.9"), None);
    }
}
