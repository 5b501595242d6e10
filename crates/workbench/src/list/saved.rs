//! Saved views of a list: the tabs on top of it, and what is done with them.

use std::sync::Arc;

use identity::units;
use kernel::{Id, Result, Role};
use records::{
    Filter, Object,
    views::{self, Scope, View as Saved},
};
use web::{
    Form, Markup, Permission, Request, Response, Routes, html,
    html::{Choice, Menu, MenuItem, button, field, icon, menu},
};

use super::{Asked, asked::ALL, filters::sentence};
use crate::{App, View, draft, place::Place};

pub(super) fn list_routes(routes: &mut Routes<App>, place: &Place) {
    place.post(routes, "/views", Permission::Read, add);
}

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get("/views/{id}", Permission::Read, open);
    routes.post("/views/{id}", Permission::Read, change);
    routes.post("/views/{id}/keep", Permission::Read, keep);
    routes.post("/views/{id}/copy", Permission::Read, copy);
    routes.post("/views/{id}/first", Permission::Read, first);
    routes.post("/views/{id}/delete", Permission::Read, delete);
    routes.post("/views/{id}/restore", Permission::Read, restore);
    routes.post("/views/{id}/favourite", Permission::Read, favourite);
    routes.post("/views/{id}/default", Permission::Admin, make_default);
}

/// The address of a view: the list that it shows.
pub(crate) fn address(object: &Object, view: Id) -> String {
    format!("/{}?view={view}", object.path)
}

/// Tabs: those everybody has, then the saved ones.
pub(super) fn tabs(
    view: &View,
    object: &Object,
    asked: &Asked,
    declared: Vec<(String, Form)>,
) -> Result<Markup> {
    let known = views::of_object(view.cx, object.key)?;
    // The bare address shows what a module or somebody made the first view, if anybody did.
    let other = declared.first().is_some_and(|(_, form)| !form.is_empty());
    let first = other || views::default_of(view.cx, object.key)?.is_some();
    let declared = declared.into_iter().map(|(text, form)| {
        let here = asked.saved.is_none() && form == asked.address;
        let form = if form.is_empty() && first { Form::default().with("view", ALL) } else { form };
        let question = if form.is_empty() { "" } else { "?" };
        (format!("/{}{question}{}", object.path, form.encode()), text, here)
    });
    let saved = known.iter().map(|saved| {
        let here = asked.saved.as_ref().is_some_and(|shown| shown.id == saved.id);
        (address(object, saved.id), saved.name.clone(), here)
    });
    let links: Vec<_> =
        declared.chain(saved).map(|(href, text, here)| (href.into(), text.into(), here)).collect();
    let modified =
        asked.saved.is_none() && !asked.address.is_empty() && links.iter().all(|(_, _, here)| !here);
    Ok(html! {
        div.views #list-views {
            (web::html::view_tabs(&view.t("views"), &links))
            @if let Some(saved) = &asked.saved { (actions(view, object, asked, saved)?) }
            @if modified || asked.is_changed() { (save(view, object, asked)?) }
        }
    })
}

/// Keeping what is shown: as another view, or as this one.
fn save(view: &View, object: &Object, asked: &Asked) -> Result<Markup> {
    let keep = asked.saved.as_ref().filter(|saved| views::may_change(view.cx, saved));
    Ok(html! {
        @if let Some(saved) = keep {
            form method="post" action={ "/views/" (saved.id) "/keep" } {
                input type="hidden" name="address" value=(asked.address.encode());
                (button(view.t("view-keep")).small().icon("save"))
            }
        }
        k-menu {
            (button(view.t("view-save")).plain().small().icon("plus").inert().attribute("popovertarget", "save-view"))
            div.popover #save-view popover role="dialog" aria-label=(view.t("view-save")) {
                form.save-view method="post" action={ "/" (object.path) "/views" } {
                    input type="hidden" name="address" value=(asked.address.encode());
                    (asks(view, object, &asked.query.filter))
                    (field("name", view.t("view-name")).required())
                    (scope(view, None)?)
                    footer { (button(view.t("save")).primary()) }
                }
            }
        }
    })
}

/// What a view asks, in words.
fn asks(view: &View, object: &Object, filter: &Filter) -> Markup {
    html! { @if !filter.is_empty() { p.help.sentence { (sentence(view, object, filter)) } } }
}

fn scope(view: &View, saved: Option<&Saved>) -> Result<Markup> {
    let mut choices = vec![Choice::new("private", view.t("view-private"))];
    if view.may_write() {
        let names = units::names(view.cx)?;
        let mut offered = views::my_units(view.cx)?;
        if view.cx.actor().role() >= Role::Admin {
            // Who arranges the workspace does so for teams that they are not in.
            let tree = units::tree(view.cx)?;
            let other = |unit: &Id| !offered.contains(unit) && tree.find(*unit).is_ok();
            let mut others: Vec<Id> = names.keys().copied().filter(other).collect();
            others.sort_unstable_by_key(|unit| names[unit].to_lowercase());
            offered.extend(others);
        }
        for unit in offered {
            let name = names.get(&unit).map_or("", String::as_str);
            choices.push(Choice::new(unit.to_string(), view.tf("view-team", &[("name", name.into())])));
        }
        choices.push(Choice::new(ALL, view.t("view-everybody")));
    }
    let now = match saved.map(|saved| saved.scope) {
        Some(Scope::Team(unit)) => unit.to_string(),
        Some(Scope::All) => ALL.to_owned(),
        _ => "private".to_owned(),
    };
    Ok(html! { (field("scope", view.t("view-for")).select(choices).value(now)) })
}

fn scope_of(form: &Form) -> Scope {
    match form.text("scope") {
        ALL => Scope::All,
        unit => unit.parse().map_or(Scope::Private, Scope::Team),
    }
}

/// What can be done with the view that is shown.
fn actions(view: &View, object: &Object, asked: &Asked, saved: &Saved) -> Result<Markup> {
    let here = format!("/views/{}", saved.id);
    let may = views::may_change(view.cx, saved);
    let mine = views::favourites(view.cx)?.iter().any(|known| known.id == saved.id);
    let favourite = if mine { "view-favourite-not" } else { "view-favourite" };
    let state = if mine { "0" } else { "1" };
    let mut first = vec![
        MenuItem::post(format!("{here}/favourite?on={state}"), view.t(favourite)).icon("star"),
        MenuItem::post(format!("{here}/copy"), view.t("view-copy")).icon("copy"),
    ];
    let mut last = Vec::new();
    if may {
        first.push(MenuItem::post(format!("{here}/first"), view.t("view-first")).icon("arrow-left"));
        last.push(MenuItem::post(format!("{here}/delete"), view.t("view-delete")).icon("trash").negative());
    }
    let mut defaults = Vec::new();
    if web::Permission::Admin.check(&view.request.visitor).is_ok() {
        let now = views::default_of(view.cx, object.key)?.is_some_and(|known| known.id == saved.id);
        let (text, on) = if now { ("view-default-not", "0") } else { ("view-default", "1") };
        defaults.push(MenuItem::post(format!("{here}/default?on={on}"), view.t(text)).icon("check"));
    }
    Ok(html! {
        (menu(&Menu {
            id: "view-menu",
            button: button(view.tf("view-more", &[("name", saved.name.as_str().into())])).plain().icon_only("more"),
            at_end: false,
            groups: [first, defaults, last].into_iter().filter(|group| !group.is_empty()).collect(),
        }))
        @if may {
            k-menu {
                (button(view.t("view-rename")).plain().icon_only("edit").inert().attribute("popovertarget", "rename-view"))
                div.popover #rename-view popover role="dialog" aria-label=(view.t("view-rename")) {
                    form.save-view method="post" action=(here) {
                        (asks(view, object, &Filter::parse(Form::parse(saved.address.as_bytes()).text("filter")).unwrap_or_default()))
                        (field("name", view.t("view-name")).value(saved.name.as_str()).required())
                        (scope(view, Some(saved))?)
                        footer { (button(view.t("save")).primary()) }
                    }
                }
            }
        }
        @if asked.is_changed() { a.quiet.small href=(address(object, saved.id)) { (icon("undo")) " " (view.t("view-reset")) } }
    })
}

fn add(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let form = &request.form;
    let added = app.write(request, |tx| {
        views::add(tx, object.key, form.text("name"), form.text("address"), scope_of(form))
    });
    match draft::answer(added)? {
        Ok(id) => said(app, request, &address(object, id), "view-saved", None),
        Err(refused) => {
            let back = format!("/{}?{}", object.path, form.text("address"));
            app.read(request, |cx| {
                let view = View::new(app, request, cx)?;
                Ok(Response::redirect(back).toast(refused.told(&view.reading.locale), None))
            })
        }
    }
}

fn said(app: &App, request: &Request, href: &str, text: &str, undo: Option<String>) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        Ok(Response::redirect(href).toast(view.t(text), undo))
    })
}

fn here(app: &App, request: &Request, saved: &Saved) -> Result<String> {
    let object = app.read(request, |cx| records::object::object(cx, &saved.object))?;
    Ok(address(&object, saved.id))
}

fn open(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    let saved = app.read(request, |cx| views::find(cx, id))?;
    Ok(Response::redirect(here(app, request, &saved)?))
}

fn change(app: &App, request: &Request) -> Result<Response> {
    let (id, form) = (request.params.id("id")?, &request.form);
    let saved = app.write(request, |tx| views::change(tx, id, form.text("name"), scope_of(form)))?;
    said(app, request, &here(app, request, &saved)?, "view-saved", None)
}

fn keep(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    let saved = app.write(request, |tx| views::keep(tx, id, request.form.text("address")))?;
    said(app, request, &here(app, request, &saved)?, "view-saved", None)
}

fn copy(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    let (object, copy) = app.write(request, |tx| {
        let saved = views::find(tx, id)?;
        let name: String = format!("{} 2", saved.name).chars().take(80).collect();
        let object = records::object::object(tx, &saved.object)?;
        Ok((object, views::add(tx, &saved.object, &name, &saved.address, Scope::Private)?))
    })?;
    said(app, request, &address(&object, copy), "view-copied", None)
}

fn first(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    let saved = app.write(request, |tx| {
        let saved = views::find(tx, id)?;
        let front =
            views::of_object(tx, &saved.object)?.first().map(|view| view.id).filter(|front| *front != id);
        if front.is_some() {
            views::move_before(tx, id, front)?;
        }
        Ok(saved)
    })?;
    Ok(Response::redirect(here(app, request, &saved)?))
}

fn delete(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    let saved = app.write(request, |tx| views::set_trashed(tx, id, true))?;
    let object = app.read(request, |cx| records::object::object(cx, &saved.object))?;
    said(app, request, &format!("/{}", object.path), "view-deleted", Some(format!("/views/{id}/restore")))
}

fn restore(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    let saved = app.write(request, |tx| views::set_trashed(tx, id, false))?;
    said(app, request, &here(app, request, &saved)?, "view-restored", None)
}

fn favourite(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    let saved = app.write(request, |tx| views::set_favourite(tx, id, request.query.bool("on")))?;
    Ok(Response::redirect(here(app, request, &saved)?))
}

/// For everybody; a team's own default is chosen in the same way by whoever administrates, for the view's team.
fn make_default(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    let saved = app.write(request, |tx| {
        let saved = views::find(tx, id)?;
        let unit = if let Scope::Team(unit) = saved.scope { Some(unit) } else { None };
        views::set_default(tx, &saved.object, unit, request.query.bool("on").then_some(id))?;
        Ok(saved)
    })?;
    said(app, request, &here(app, request, &saved)?, "view-saved", None)
}
