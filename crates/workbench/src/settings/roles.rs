//! Roles: those that are always there and those of the workspace's own, each a set of rights. For administrators.

mod fields;
mod grid;
mod role;

use std::collections::HashMap;

use identity::{members, roles};
use kernel::{Error, Id, Result, Role};
use web::{Markup, Permission, Request, Response, Routes, html, html::button};

pub(super) use self::grid::shown as rights_shown;
use super::{Section, page, role_key, role_name, section};
use crate::{
    App, View,
    draft::{self, Draft},
};

const HERE: &str = "/settings/roles";

const LABELS: [(&str, &str); 1] = [("name", "field-name")];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Admin, show);
    routes.post(HERE, Permission::Admin, add);
    routes.post("/settings/roles/{own_role}/retire", Permission::Admin, retire);
    routes.post("/settings/roles/{own_role}/restore", Permission::Admin, restore);
    role::routes(routes);
    fields::routes(routes);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| whole(&View::new(app, request, cx)?, &Draft::default()))
}

fn add(app: &App, request: &Request) -> Result<Response> {
    let typed = &request.form;
    let added = draft::answer(app.write(request, |tx| roles::add(tx, typed.text("name"))))?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match added {
            Ok(id) => Ok(said(&view, format!("{HERE}/{id}"), "role-added", typed.text("name"))),
            Err(refused) => whole(&view, &Draft::refused(typed, refused)),
        }
    })
}

fn retire(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("own_role")?;
    let name = app.read(request, |cx| Ok(roles::find(cx, id)?.name))?;
    let retired = app.write(request, |tx| roles::retire(tx, id));
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match retired {
            Ok(()) => {
                let text = view.tf("role-retired", &[("name", name.into())]);
                Ok(Response::redirect(HERE).toast(text, Some(format!("{HERE}/{id}/restore"))))
            }
            Err(Error::Conflict(text)) => {
                Ok(Response::redirect(format!("{HERE}/{id}")).toast(view.render(&text), None))
            }
            Err(error) => Err(error),
        }
    })
}

fn restore(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("own_role")?;
    let restored = app.write(request, |tx| roles::restore(tx, id));
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match restored {
            Ok(()) => Ok(said(&view, HERE, "role-restored", &roles::find(cx, id)?.name)),
            Err(Error::Conflict(text)) => Ok(Response::redirect(HERE).toast(view.render(&text), None)),
            Err(error) => Err(error),
        }
    })
}

fn whole(view: &View, draft: &Draft) -> Result<Response> {
    let (title, lead) = (view.t("settings-roles"), view.t("roles-lead"));
    let known =
        Section { id: "roles", title: &title, lead: Some(&lead), action: html! {}, body: table(view)? };
    let (new_title, new_lead) = (view.t("role-new"), view.t("role-new-lead"));
    let locale = &view.reading.locale;
    let body = html! {
        form.form method="post" action=(HERE) novalidate {
            (draft.summary(locale, &LABELS))
            (draft.field(locale, "name", "field-name").autocomplete("off").required())
            div.form-actions { (button(view.t("role-add")).primary()) }
        }
    };
    let new = Section { id: "new", title: &new_title, lead: Some(&new_lead), action: html! {}, body };
    Ok(page(view, HERE, &html! { (section(&known)) (section(&new)) }).status(draft.status()))
}

fn table(view: &View) -> Result<Markup> {
    let (own, given) = (roles::list(view.cx)?, roles::given(view.cx)?);
    let members = members::active(view.cx)?;
    let names: HashMap<Id, &str> = members.iter().map(|one| (one.user, one.name.as_str())).collect();
    let with_own = |role: Id| {
        let theirs = members.iter().filter(|one| given.get(&one.user).is_some_and(|all| all.contains(&role)));
        theirs.filter_map(|one| names.get(&one.user).copied()).collect::<Vec<_>>()
    };
    let with_built_in = |role: Role| {
        members.iter().filter(|one| one.role == role).map(|one| one.name.as_str()).collect::<Vec<_>>()
    };
    let table = html! {
        table.table {
            thead { tr {
                th scope="col" { (view.t("role-name")) }
                th scope="col" { (view.t("role-have-it")) }
                th scope="col" data-wide { (view.t("relation-made-by")) }
            } }
            tbody {
                @for role in &own {
                    tr {
                        th scope="row" { a.link-row href={ (HERE) "/" (role.id) } { (role.name) } }
                        td { (people(view, &with_own(role.id))) }
                        td.soft data-wide { (view.t("relation-own")) }
                    }
                }
                @for role in Role::ALL.into_iter().rev() {
                    tr {
                        th scope="row" { (role_name(view, role)) small.below.quiet { (view.t(&format!("{}-note", role_key(role)))) } }
                        td { (people(view, &with_built_in(role))) }
                        td.soft data-wide { (view.t("role-always")) }
                    }
                }
            }
        }
    };
    Ok(super::table(view, "settings-roles", &table))
}

fn people(view: &View, names: &[&str]) -> Markup {
    html! { span title=(names.join(", ")) { (view.tf("unit-people", &[("count", names.len().into())])) } }
}

/// Back to a page that says what was done with something of this name.
fn said(view: &View, href: impl Into<String>, key: &str, name: &str) -> Response {
    Response::redirect(href).toast(view.tf(key, &[("name", name.into())]), None)
}
