//! The page "Phone and calendar programs" of everybody's settings: the address, passwords for devices, what they are shown, and how
//! each is set up.

use identity::app_passwords::{self, AppPassword};
use kernel::{Cx, Error, Id, Result, contact::email};
use records::{Filter, Operator, Query, cards, catalog, query, views};
use web::{
    Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{Tone, button, field, notice},
};
use workbench::{
    App, View,
    settings::{Section, page, section, table},
};

use crate::{
    choices,
    collection::{Kind, MOST_CARDS},
};

pub(crate) const WAY: (&str, &str) = (HERE, "settings-devices");
const HERE: &str = "/settings/devices";

/// The programs that are explained, by the end of the keys of their texts, each with its number of steps.
const PROGRAMS: [(&str, usize); 3] = [("iphone", 4), ("android", 3), ("thunderbird", 4)];

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::SignedIn, show);
    routes.post(HERE, Permission::SignedIn, make);
    routes.post("/settings/devices/shown", Permission::SignedIn, choose);
    routes.post("/settings/devices/{id}/withdraw", Permission::SignedIn, withdraw);
}

/// What the page says of a password that was asked for.
#[derive(Default)]
struct Asked<'a> {
    typed: &'a str,
    made: Option<&'a str>,
    error: Option<String>,
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| whole(&View::new(app, request, cx)?, &Asked::default()))
}

fn make(app: &App, request: &Request) -> Result<Response> {
    let typed = request.form.text("name");
    let made = match app.write(request, |tx| app_passwords::create(tx, typed)) {
        Ok((_, password)) => Ok(password),
        Err(Error::Invalid(errors)) => Err(errors.0.into_iter().next().map(|(_, text)| text)),
        Err(Error::Conflict(text)) => Err(Some(text)),
        Err(error) => return Err(error),
    };
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match &made {
            // It is kept nowhere, so this answer is the only page that can show it.
            Ok(password) => whole(&view, &Asked { made: Some(password), ..Asked::default() }),
            Err(text) => {
                let error = text.as_ref().map(|text| view.render(text));
                Ok(whole(&view, &Asked { typed, error, ..Asked::default() })?
                    .status(StatusCode::UNPROCESSABLE_ENTITY))
            }
        }
    })
}

fn withdraw(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    app.write(request, |tx| app_passwords::revoke(tx, id))?;
    said(app, request, "app-password-withdrawn")
}

fn choose(app: &App, request: &Request) -> Result<Response> {
    let kinds: Vec<Kind> = request.form.all("show").filter_map(Kind::parse).collect();
    app.write(request, |tx| choices::choose(tx, &kinds))?;
    said(app, request, "dav-shown-kept")
}

fn said(app: &App, request: &Request, key: &str) -> Result<Response> {
    app.read(request, |cx| Ok(Response::redirect(HERE).toast(View::new(app, request, cx)?.t(key), None)))
}

fn whole(view: &View, asked: &Asked) -> Result<Response> {
    let body = html! { (passwords(view, asked)?) (shown(view)?) (set_up(view)) };
    Ok(page(view, HERE, &body))
}

fn site(cx: &Cx) -> String {
    cx.part::<mail::Post>().site.trim_end_matches('/').to_owned()
}

fn passwords(view: &View, asked: &Asked) -> Result<Markup> {
    let rows = app_passwords::list(view.cx)?;
    let (title, lead) = (view.t("settings-devices"), view.t("dav-lead"));
    let unsafe_way = site(view.cx).starts_with("http://");
    let body = html! { div.devices {
        @if unsafe_way { (notice(Some(Tone::Warning), &html! { (view.t("dav-needs-https")) }, None)) }
        @if let Some(password) = asked.made { (shown_once(view, password)) }
        @if !rows.is_empty() { (table(view, "settings-devices", &list(view, &rows))) }
        form.form method="post" action=(HERE) novalidate {
            (field("name", view.t("app-password-name")).value(asked.typed).error(asked.error.clone())
                .help(view.t("app-password-name-help")).autocomplete("off").required())
            div.form-actions { (button(view.t("app-password-make")).icon("plus")) }
        }
    } };
    Ok(section(&Section { id: "devices", title: &title, lead: Some(&lead), action: html! {}, body }))
}

fn shown_once(view: &View, password: &str) -> Markup {
    let copied = |id: &str, label: &str, value: &str, help: &str| {
        let described = format!("{id}-help");
        html! {
            div.field data-width="full" {
                label for=(id) { (view.t(label)) }
                k-copy.copy data-copied=(view.t("copied")) {
                    input.input id=(id) value=(value) readonly aria-describedby=(described);
                    (button(view.t("copy")).inert().icon("copy").flag("hidden"))
                }
                p.help id=(described) { (view.t(help)) }
            }
        }
    };
    let user = view.request.visitor.user.as_ref().map_or("", |user| user.email.as_str());
    html! {
        div.made role="status" {
            (copied("secret", "app-password-made", password, "app-password-made-help"))
            (copied("user-name", "dav-user-name", user, "dav-user-name-help"))
            (copied("server", "dav-server", &site(view.cx), "dav-server-help"))
        }
    }
}

fn list(view: &View, rows: &[AppPassword]) -> Markup {
    let line = |row: &AppPassword| {
        let label = view.tf("app-password-withdraw-of", &[("name", row.name.as_str().into())]);
        html! {
            tr {
                th scope="row" { (row.name) }
                td.nowrap data-wide { (view.moment(row.created_at)) }
                td.nowrap { @match row.used_at { Some(at) => (view.moment(at)), None => span.soft { (view.t("app-password-unused")) } } }
                td {
                    form.buttons method="post" action={ (HERE) "/" (row.id) "/withdraw" } {
                        (button(view.t("invitation-withdraw")).small().attribute("aria-label", label))
                    }
                }
            }
        }
    };
    html! {
        table.table data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("app-password-name")) }
                th scope="col" data-wide { (view.t("feed-made-at")) }
                th scope="col" { (view.t("session-seen")) }
                th scope="col" { span.hidden { (view.t("invitation-withdraw")) } }
            } }
            tbody { @for row in rows { (line(row)) } }
        }
    }
}

/// What can be chosen beside what everybody has, and how much of it there is.
fn shown(view: &View) -> Result<Markup> {
    let chosen = choices::chosen(view.cx)?;
    let check = |kind: Kind, text: &str, note: Option<String>| {
        html! {
            label.check {
                input type="checkbox" name="show" value=(kind.key()) checked[chosen.contains(&kind)];
                span { (text) @if let Some(note) = note { small { (note) } } }
            }
        }
    };
    let me = view.cx.actor().user();
    let colleagues: Vec<_> =
        identity::members::active(view.cx)?.into_iter().filter(|member| Some(member.user) != me).collect();
    let views = views_of_cards(view)?;
    let (title, lead) = (view.t("dav-shown"), view.t("dav-shown-lead"));
    let body = html! {
        @if let Some(note) = more_than_fit(view, me)? { (notice(None, &html! { (note) }, None)) }
        form.form method="post" action={ (HERE) "/shown" } {
            fieldset.fieldset {
                legend { (view.t("dav-books")) }
                div {
                    (check(Kind::Followed, &view.t("dav-followed"), Some(view.t("dav-followed-note").into_owned())))
                    @for (id, name, of) in &views { (check(Kind::View(*id), name, Some(of.clone()))) }
                }
            }
            @if !colleagues.is_empty() {
                fieldset.fieldset {
                    legend { (view.t("dav-colleagues")) }
                    div { @for member in &colleagues { (check(Kind::Of(member.user), &member.name, None)) } }
                }
            }
            div.form-actions { (button(view.t("save")).primary()) }
        }
    };
    Ok(section(&Section { id: "shown", title: &title, lead: Some(&lead), action: html! {}, body }))
}

/// The saved views of objects that have cards: key, name, and of what they are.
fn views_of_cards(view: &View) -> Result<Vec<(Id, String, String)>> {
    let mut found = Vec::new();
    for object in cards::objects(&*catalog(view.cx)?) {
        for saved in views::of_object(view.cx, object.key)? {
            found.push((saved.id, saved.name, view.many(&object).into_owned()));
        }
    }
    Ok(found)
}

/// Said to whoever has more cards than a program is given.
fn more_than_fit(view: &View, me: Option<Id>) -> Result<Option<String>> {
    let Some(me) = me else { return Ok(None) };
    let mut count = 0;
    for object in cards::objects(&*catalog(view.cx)?) {
        if object.at(object.owner).is_some() {
            let filter = Filter::field(object.owner, Operator::Is, &[&me.to_string()]);
            let asked = Query { filter, ..Query::default() };
            count += query::count(view.cx, &object, &asked, MOST_CARDS as u64)?;
        }
    }
    let args = [("most", MOST_CARDS.into())];
    Ok((count > MOST_CARDS as u64).then(|| view.tf("dav-more-cards", &args)))
}

fn set_up(view: &View) -> Markup {
    let site = site(view.cx);
    let host = site.split_once("://").map_or(site.as_str(), |(_, host)| host);
    let user = view.request.visitor.user.as_ref().map_or("", |user| user.email.as_str());
    let args = [("site", site.as_str().into()), ("host", host.into()), ("user", email::key(user).into())];
    let title = view.t("dav-set-up");
    let lead = view.t("dav-set-up-lead");
    let body = html! {
        @for (program, steps) in PROGRAMS {
            details.fold {
                summary { (view.t(&format!("dav-on-{program}"))) }
                ol.how { @for step in 1..=steps { li { (view.tf(&format!("dav-on-{program}-{step}"), &args)) } } }
            }
        }
    };
    section(&Section { id: "set-up", title: &title, lead: Some(&lead), action: html! {}, body })
}
