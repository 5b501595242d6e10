//! One member: the roles they were given, the units they are in, and what follows from that.

use identity::{
    members::{self, Member},
    rights, roles, second_step, units,
};
use kernel::{Error, Id, Result, Role};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Tone, button, chip, crumbs, empty_note, post_button},
};

use super::{HERE, Section, page, role_name, section};
use crate::{
    App, View,
    settings::{
        roles::rights_shown,
        second_step::{may_reset, since},
    },
};

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/settings/members/{user}", Permission::Admin, show);
    routes.post("/settings/members/{user}/roles", Permission::Admin, give);
    routes.post("/settings/members/{user}/second-step/reset", Permission::Admin, reset);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let member = members::find(cx, request.params.id("user")?)?;
        whole(&View::new(app, request, cx)?, &member)
    })
}

fn give(app: &App, request: &Request) -> Result<Response> {
    let user = request.params.id("user")?;
    let chosen = request.form.all("role").map(|key| key.parse().map_err(|_| Error::NotFound));
    let chosen = chosen.collect::<Result<Vec<Id>>>()?;
    app.write(request, |tx| roles::give(tx, user, &chosen))?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let text = view.tf("member-roles-saved", &[("name", view.user(Some(user)).into())]);
        Ok(Response::redirect(format!("{HERE}/{user}")).toast(text, None))
    })
}

fn reset(app: &App, request: &Request) -> Result<Response> {
    let user = request.params.id("user")?;
    let reset = app.write(request, |tx| second_step::reset(tx, user));
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let text = match reset {
            Ok(()) => view.tf("member-second-step-was-reset", &[("name", view.user(Some(user)).into())]),
            Err(Error::Conflict(text)) => view.render(&text),
            Err(error) => return Err(error),
        };
        Ok(Response::redirect(format!("{HERE}/{user}")).toast(text, None))
    })
}

fn whole(view: &View, member: &Member) -> Result<Response> {
    let name = || [("name", member.name.as_str().into())];
    let args = [("name", member.name.as_str().into()), ("role", role_name(view, member.role).into())];
    let lead = if member.role >= Role::Admin { "member-roles-admin" } else { "member-roles-lead" };
    let (title, lead) = (view.t("member-roles"), view.tf(lead, &args));
    let given = Section {
        id: "roles",
        title: &title,
        lead: Some(&lead),
        action: html! {},
        body: form(view, member)?,
    };
    let (title, body) = (view.t("member-units"), places(view, member)?);
    let places = Section { id: "units", title: &title, lead: None, action: html! {}, body };
    let (title, rights) =
        (view.tf("member-may", &name()), rights::of_user(view.cx, member.user, member.role)?);
    let body = rights_shown(view, &rights);
    let may = Section { id: "may", title: &title, lead: None, action: html! {}, body };
    let (title, body) = (view.t("member-sign-in"), sign_in(view, member)?);
    let sign_in = Section { id: "sign-in", title: &title, lead: None, action: html! {}, body };
    let way = [(HERE.into(), view.t("settings-members"))];
    let look = view_as(view, member);
    let body = html! {
        (crumbs(&view.t("settings-members"), &way, &member.name))
        (section(&given)) (section(&places)) (section(&may)) (look) (section(&sign_in))
    };
    Ok(page(view, HERE, &body))
}

/// The way to see what they see; who may do everything sees nothing else.
fn view_as(view: &View, member: &Member) -> Markup {
    if member.role >= Role::Admin {
        return html! {};
    }
    let name = [("name", member.name.as_str().into())];
    let (title, lead) = (view.tf("view-as", &name), view.tf("view-as-lead", &name));
    let look = post_button(&format!("{HERE}/{}/view", member.user), &button(title.clone()).icon("eye"));
    section(&Section { id: "view-as", title: &title, lead: Some(&lead), action: look, body: html! {} })
}

fn form(view: &View, member: &Member) -> Result<Markup> {
    let own = roles::list(view.cx)?;
    let given: Vec<Id> = roles::of_user(view.cx, member.user)?.into_iter().map(|role| role.id).collect();
    if own.is_empty() {
        let none = html! { (view.t("member-roles-none")) " " a href="/settings/roles" { (view.t("member-roles-make")) } };
        return Ok(empty_note(&none));
    }
    Ok(html! {
        form.form method="post" action={ (HERE) "/" (member.user) "/roles" } {
            div role="group" aria-labelledby="roles" {
                @for role in &own {
                    label.check {
                        input type="checkbox" name="role" value=(role.id) checked[given.contains(&role.id)];
                        span { (role.name) }
                    }
                }
            }
            div.form-actions { (button(view.t("save")).primary()) }
        }
    })
}

fn places(view: &View, member: &Member) -> Result<Markup> {
    let (places, tree) = (units::units_of(view.cx, member.user)?, units::tree(view.cx)?);
    let none = view.tf("member-units-none", &[("name", member.name.as_str().into())]);
    Ok(html! {
        @if places.is_empty() { (empty_note(&html! { (none) })) }
        ul.plain-list {
            @for place in &places {
                li {
                    a.link-row href={ "/settings/organisation/" (place.unit.id) } { (tree.path(place.unit.id)) } " "
                    @if place.is_home { (chip(view.t("unit-home")).tone(Tone::Accent)) }
                }
            }
        }
    })
}

fn sign_in(view: &View, member: &Member) -> Result<Markup> {
    let status = second_step::status(view.cx, member.user)?;
    let said = match &status {
        Some(status) => since(view, status),
        None => view.t("second-step-none").into_owned(),
    };
    let reset = format!("{HERE}/{}/second-step/reset", member.user);
    Ok(html! {
        div.setting {
            div {
                b { (view.t("member-second-step")) }
                small { (said) @if status.is_some() { " " (view.t("member-second-step-reset-help")) } }
            }
            @if status.is_some() && may_reset(view, member.role) {
                (post_button(&reset, &button(view.t("member-second-step-reset"))))
            }
        }
    })
}
