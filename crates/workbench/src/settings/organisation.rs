//! The organisation: locations, departments and teams as a tree whose names are edited where they stand, and the units
//! that were given up. For administrators.

mod tree;
mod unit;

use std::collections::HashMap;

use identity::{
    members,
    units::{self, NewUnit, Tree, Unit, UnitKind},
};
use kernel::{Error, Id, Result};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Choice, button, empty_note},
};

use super::{Section, page, section};
use crate::{
    App, View,
    draft::{self, Draft},
};

const HERE: &str = "/settings/organisation";

const LABELS: [(&str, &str); 3] = [("kind", "unit-kind"), ("name", "field-name"), ("parent", "unit-parent")];

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Admin, show);
    routes.post(HERE, Permission::Admin, add);
    routes.post("/settings/organisation/{unit}/name", Permission::Admin, rename);
    routes.post("/settings/organisation/{unit}/retire", Permission::Admin, retire);
    routes.post("/settings/organisation/{unit}/restore", Permission::Admin, restore);
    unit::routes(routes);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let asked = &request.query;
        let kind = UnitKind::from_key(asked.text("kind")).unwrap_or(UnitKind::Department);
        let new =
            Draft::filled([("kind", kind.key().to_owned()), ("parent", asked.text("parent").to_owned())]);
        whole(&View::new(app, request, cx)?, &new, None)
    })
}

fn add(app: &App, request: &Request) -> Result<Response> {
    let typed = &request.form;
    let new = NewUnit {
        kind: typed.text("kind").to_owned(),
        name: typed.text("name").to_owned(),
        parent: parent(typed)?,
    };
    let added = draft::answer(app.write(request, |tx| units::add(tx, &new)))?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match added {
            Ok(id) => Ok(said(&view, format!("{HERE}#unit-{id}"), "unit-added", &new.name)),
            Err(refused) => whole(&view, &Draft::refused(typed, refused), None),
        }
    })
}

fn rename(app: &App, request: &Request) -> Result<Response> {
    let (id, typed) = (request.params.id("unit")?, &request.form);
    let renamed = draft::answer(app.write(request, |tx| units::rename(tx, id, typed.text("name"))))?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match renamed {
            Ok(()) => Ok(said(&view, format!("{HERE}#unit-{id}"), "unit-saved", typed.text("name"))),
            Err(refused) => {
                let renamed = Draft::refused(typed, refused);
                let status = renamed.status();
                Ok(whole(&view, &blank(), Some((id, &renamed)))?.status(status))
            }
        }
    })
}

fn retire(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("unit")?;
    app.write(request, |tx| units::retire(tx, id))?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let text = view.tf("unit-retired", &[("name", units::find(cx, id)?.name.into())]);
        Ok(Response::redirect(HERE).toast(text, Some(format!("{HERE}/{id}/restore"))))
    })
}

fn restore(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("unit")?;
    let restored = app.write(request, |tx| units::restore(tx, id));
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match restored {
            Ok(()) => Ok(said(&view, HERE, "unit-restored", &units::find(cx, id)?.name)),
            Err(Error::Conflict(text)) => Ok(Response::redirect(HERE).toast(view.render(&text), None)),
            Err(error) => Err(error),
        }
    })
}

/// The page; one unit may just have been renamed in a way that cannot be.
fn whole(view: &View, new: &Draft, renamed: Option<(Id, &Draft)>) -> Result<Response> {
    let tree = units::tree(view.cx)?;
    let people = people(view)?;
    let (title, lead) = (view.t("settings-organisation"), view.t("organisation-lead"));
    let shown = html! {
        @if tree.is_empty() { (empty_note(&html! { (view.t("organisation-none")) })) }
        @else { (tree::tree(view, &tree, &people, renamed)) }
        (retired(view)?)
    };
    let units =
        Section { id: "organisation", title: &title, lead: Some(&lead), action: html! {}, body: shown };
    let (new_title, new_lead) = (view.t("unit-new"), view.t("unit-new-lead"));
    let body = form(view, &tree, new);
    let add = Section { id: "new", title: &new_title, lead: Some(&new_lead), action: html! {}, body };
    Ok(page(view, HERE, &html! { (section(&units)) (section(&add)) }).status(new.status()))
}

/// The names of the members in each unit, by name.
fn people(view: &View) -> Result<HashMap<Id, Vec<String>>> {
    let mut places = units::places(view.cx)?;
    let mut people: HashMap<Id, Vec<String>> = HashMap::new();
    for member in members::active(view.cx)? {
        for place in places.remove(&member.user).unwrap_or_default() {
            people.entry(place.unit.id).or_default().push(member.name.clone());
        }
    }
    Ok(people)
}

fn form(view: &View, tree: &Tree, draft: &Draft) -> Markup {
    let locale = &view.reading.locale;
    let field = |name, label| draft.field(locale, name, label);
    let kinds = UnitKind::ALL.map(|kind| Choice::new(kind.key(), view.t(&kind_key(kind))));
    html! {
        form.form method="post" action=(HERE) novalidate {
            (draft.summary(locale, &LABELS))
            (field("kind", "unit-kind").select(kinds))
            (field("name", "field-name").autocomplete("off").required())
            (field("parent", "unit-parent").select(parents(view, tree, None)))
            div.form-actions { (button(view.t("unit-add")).primary()) }
        }
    }
}

/// Where a unit may lie; all units when it is not known yet which it will be.
fn parents<'a>(view: &View, tree: &'a Tree, unit: Option<&'a Unit>) -> Vec<Choice<'a>> {
    let top = Choice::new("", view.t("unit-top"));
    let possible: Vec<Id> = match unit {
        Some(unit) => tree.possible_parents(unit).map(|branch| branch.unit.id).collect(),
        None => tree.branches.iter().map(|branch| branch.unit.id).collect(),
    };
    let paths = possible.into_iter().map(|id| Choice::new(id.to_string(), tree.path(id)));
    std::iter::once(top).chain(paths).collect()
}

/// The unit chosen in a form; none for the top. `NotFound` for what is no key.
fn parent(typed: &web::Form) -> Result<Option<Id>> {
    match typed.text("parent") {
        "" => Ok(None),
        key => key.parse().map(Some).map_err(|_| Error::NotFound),
    }
}

/// What was given up, folded away.
fn retired(view: &View) -> Result<Markup> {
    let units = units::retired(view.cx)?;
    let title = view.tf("units-retired", &[("count", units.len().into())]);
    Ok(html! {
        @if !units.is_empty() {
            details.fold {
                summary { (title) }
                @for unit in &units {
                    div.setting {
                        div { b { (unit.name) } small { (view.t(&kind_key(unit.kind))) } }
                        form method="post" action={ (HERE) "/" (unit.id) "/restore" } {
                            (button(view.t("unit-restore")).small().attribute("aria-label",
                                view.tf("unit-restore-of", &[("name", unit.name.as_str().into())])))
                        }
                    }
                }
            }
        }
    })
}

fn blank() -> Draft {
    Draft::filled([("kind", UnitKind::Department.key().to_owned())])
}

/// Back to a page that says what was done with something of this name.
fn said(view: &View, href: impl Into<String>, key: &str, name: &str) -> Response {
    Response::redirect(href).toast(view.tf(key, &[("name", name.into())]), None)
}

fn kind_key(kind: UnitKind) -> String {
    format!("unit-{}", kind.key())
}
