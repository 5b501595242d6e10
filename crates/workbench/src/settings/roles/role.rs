//! One role: its name, and the grid of what it allows with which cards.

use identity::{
    rights::{EVERY_OBJECT, Reach, Rights, Verb},
    roles::{self, OwnRole},
};
use kernel::{Error, Result};
use records::Catalog;
use web::{
    Form, Permission, Request, Response, Routes, html,
    html::{button, crumbs, post_button},
};

use super::{HERE, LABELS, Section, grid, page, said, section};
use crate::{
    App, View,
    draft::{self, Draft},
};

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/settings/roles/{own_role}", Permission::Admin, show);
    routes.post("/settings/roles/{own_role}", Permission::Admin, change);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let role = roles::find(cx, request.params.id("own_role")?)?;
        let draft = Draft::filled([("name", role.name.clone())]);
        Ok(whole(&View::new(app, request, cx)?, &role, &draft))
    })
}

fn change(app: &App, request: &Request) -> Result<Response> {
    let (id, typed) = (request.params.id("own_role")?, &request.form);
    let (mut role, catalog) = app.read(request, |cx| Ok((roles::find(cx, id)?, records::catalog(cx)?)))?;
    read_grid(&catalog, typed, &mut role.rights)?;
    let changed = app.write(request, |tx| {
        roles::rename(tx, id, typed.text("name"))?;
        roles::change(tx, id, &role.rights)
    });
    let changed = draft::answer(changed)?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match changed {
            Ok(()) => Ok(said(&view, format!("{HERE}/{id}"), "role-saved", typed.text("name"))),
            Err(refused) => Ok(whole(&view, &role, &Draft::refused(typed, refused))),
        }
    })
}

/// What the grid says; what it does not hold stays as it is.
fn read_grid(catalog: &Catalog, typed: &Form, rights: &mut Rights) -> Result<()> {
    let objects = catalog.objects().iter().map(|object| object.key);
    for object in objects.chain([EVERY_OBJECT]) {
        for verb in Verb::ALL.iter().copied() {
            let Some(said) = typed.get(&grid::cell_name(object, verb)) else { continue };
            let reach = match said {
                "" if object != EVERY_OBJECT => None,
                key => Some(Reach::from_key(key).ok_or(Error::invalid("", "identity-choice-unknown"))?),
            };
            rights.set(object, verb, reach);
        }
    }
    Ok(())
}

fn whole(view: &View, role: &OwnRole, draft: &Draft) -> Response {
    let locale = &view.reading.locale;
    let (title, lead) = (view.t("rights-title"), view.t("rights-lead"));
    let way = [(HERE.into(), view.t("settings-roles"))];
    let body = html! {
        form.rights method="post" action={ (HERE) "/" (role.id) } novalidate {
            (draft.summary(locale, &LABELS))
            (draft.field(locale, "name", "field-name").autocomplete("off").required())
            (grid::grid(view, role))
            div.form-actions { (button(view.t("save")).primary()) }
        }
    };
    let allowed = Section { id: "rights", title: &title, lead: Some(&lead), action: html! {}, body };
    let (title, lead) = (view.t("role-retire-title"), view.t("role-retire-lead"));
    let give_up = post_button(&format!("{HERE}/{}/retire", role.id), &button(view.t("role-retire")));
    let end = Section { id: "end", title: &title, lead: Some(&lead), action: give_up, body: html! {} };
    let body = html! { (crumbs(&title, &way, &role.name)) (section(&allowed)) (section(&end)) };
    page(view, HERE, &body).status(draft.status())
}
