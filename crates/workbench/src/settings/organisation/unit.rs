//! One unit: its name, where it lies, and who is in it.

use identity::{
    members::{self, Member},
    units::{self, Tree, Unit},
};
use kernel::{Error, Id, Result};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Avatar, Choice, Tone, avatar, button, chip, crumbs, empty_note, post_button},
};

use super::{HERE, LABELS, Section, kind_key, page, parent, parents, said, section};
use crate::{
    App, View,
    draft::{self, Draft},
};

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/settings/organisation/{unit}", Permission::Admin, show);
    routes.post("/settings/organisation/{unit}", Permission::Admin, change);
    routes.post("/settings/organisation/{unit}/people", Permission::Admin, join);
    routes.post("/settings/organisation/{unit}/people/{user}/leave", Permission::Admin, leave);
    routes.post("/settings/organisation/{unit}/people/{user}/home", Permission::Admin, make_home);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let tree = units::tree(cx)?;
        let unit = tree.find(request.params.id("unit")?)?.clone();
        let parent = unit.parent.map(|id| id.to_string()).unwrap_or_default();
        let draft = Draft::filled([("name", unit.name.clone()), ("parent", parent)]);
        whole(&view, &tree, &unit, &draft)
    })
}

fn change(app: &App, request: &Request) -> Result<Response> {
    let (id, typed) = (request.params.id("unit")?, &request.form);
    let parent = parent(typed)?;
    let changed = app.write(request, |tx| {
        units::move_to(tx, id, parent)?;
        units::rename(tx, id, typed.text("name"))
    });
    let changed = draft::answer(changed)?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match changed {
            Ok(()) => Ok(said(&view, format!("{HERE}/{id}"), "unit-saved", typed.text("name"))),
            Err(refused) => {
                let tree = units::tree(cx)?;
                let unit = tree.find(id)?.clone();
                whole(&view, &tree, &unit, &Draft::refused(typed, refused))
            }
        }
    })
}

fn join(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("unit")?;
    let user = request.form.id("user").ok_or(Error::NotFound)?;
    app.write(request, |tx| units::join(tx, id, user))?;
    back(app, request, id, user, "unit-joined")
}

fn leave(app: &App, request: &Request) -> Result<Response> {
    let (id, user) = (request.params.id("unit")?, request.params.id("user")?);
    app.write(request, |tx| units::leave(tx, id, user))?;
    back(app, request, id, user, "unit-left")
}

fn make_home(app: &App, request: &Request) -> Result<Response> {
    let (id, user) = (request.params.id("unit")?, request.params.id("user")?);
    app.write(request, |tx| units::make_home(tx, id, user))?;
    back(app, request, id, user, "unit-home-made")
}

fn back(app: &App, request: &Request, unit: Id, user: Id, key: &str) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let args = [("name", view.user(Some(user)).into()), ("unit", units::find(cx, unit)?.name.into())];
        Ok(Response::redirect(format!("{HERE}/{unit}#here")).toast(view.tf(key, &args), None))
    })
}

fn whole(view: &View, tree: &Tree, unit: &Unit, draft: &Draft) -> Result<Response> {
    let title = view.t("unit-place");
    let place = Section {
        id: "place",
        title: &title,
        lead: None,
        action: html! {},
        body: form(view, tree, unit, draft),
    };
    let (title, lead) = (view.t("unit-here"), view.t("unit-here-lead"));
    let here =
        Section { id: "here", title: &title, lead: Some(&lead), action: html! {}, body: people(view, unit)? };
    let (title, lead) = (view.t("unit-retire-title"), view.t("unit-retire-lead"));
    let give_up = post_button(&format!("{HERE}/{}/retire", unit.id), &button(view.t("unit-retire")));
    let end = Section { id: "end", title: &title, lead: Some(&lead), action: give_up, body: html! {} };
    let body = html! { (way(view, tree, unit)) (section(&place)) (section(&here)) (section(&end)) };
    Ok(page(view, HERE, &body).status(draft.status()))
}

fn way(view: &View, tree: &Tree, unit: &Unit) -> Markup {
    let above = tree.ancestors(unit.id).into_iter().rev();
    let above = above.map(|one| (format!("{HERE}/{}", one.id).into(), one.name.as_str().into()));
    let way: Vec<_> = std::iter::once((HERE.into(), view.t("settings-organisation"))).chain(above).collect();
    crumbs(&view.t("settings-organisation"), &way, &unit.name)
}

fn form(view: &View, tree: &Tree, unit: &Unit, draft: &Draft) -> Markup {
    let locale = &view.reading.locale;
    let field = |name, label| draft.field(locale, name, label);
    html! {
        form.form method="post" action={ (HERE) "/" (unit.id) } novalidate {
            (draft.summary(locale, &LABELS))
            (field("name", "field-name").autocomplete("off").help(view.t(&kind_key(unit.kind))).required())
            (field("parent", "unit-parent").select(parents(view, tree, Some(unit))))
            div.form-actions { (button(view.t("save")).primary()) }
        }
    }
}

fn people(view: &View, unit: &Unit) -> Result<Markup> {
    let here = units::members(view.cx, unit.id)?;
    let mut others = members::active(view.cx)?;
    others.retain(|member| here.iter().all(|one| one.user != member.user));
    let choices = others.iter().map(|member| Choice::new(member.user.to_string(), member.name.as_str()));
    let person = web::html::field("user", view.t("unit-person")).select(choices);
    Ok(html! {
        @if here.is_empty() { (empty_note(&html! { (view.t("unit-here-none")) })) }
        @else { (table(view, unit, &here)?) }
        @if !others.is_empty() {
            form.form.joining method="post" action={ (HERE) "/" (unit.id) "/people" } {
                (person)
                div.form-actions { (button(view.t("unit-join")).icon("plus")) }
            }
        }
    })
}

fn table(view: &View, unit: &Unit, here: &[Member]) -> Result<Markup> {
    let places = units::places(view.cx)?;
    let rows = here.iter().map(|member| {
        let theirs = places.get(&member.user).map(Vec::as_slice).unwrap_or_default();
        let is_home = theirs.iter().any(|place| place.unit.id == unit.id && place.is_home);
        let others = theirs.iter().filter(|place| place.unit.id != unit.id);
        let others: Vec<&str> = others.map(|place| place.unit.name.as_str()).collect();
        line(view, unit, member, is_home, &others.join(", "))
    });
    let table = html! {
        table.table data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("field-name")) }
                th scope="col" data-wide { (view.t("unit-also-in")) }
                th scope="col" { span.hidden { (view.t("more")) } }
            } }
            tbody { @for row in rows { (row) } }
        }
    };
    Ok(crate::settings::table(view, "unit-here", &table))
}

fn line(view: &View, unit: &Unit, member: &Member, is_home: bool, others: &str) -> Markup {
    let sign = Avatar { name: &member.name, id: member.user, ..Avatar::default() };
    let action = |what: &str| format!("{HERE}/{}/people/{}/{what}", unit.id, member.user);
    let name = [("name", member.name.as_str().into())];
    let home =
        button(view.t("unit-make-home")).small().attribute("aria-label", view.tf("unit-make-home-of", &name));
    let leave = button(view.t("unit-leave")).small().attribute("aria-label", view.tf("unit-leave-of", &name));
    html! {
        tr {
            th scope="row" {
                span.who { (avatar(&sign)) span {
                    (member.name) " "
                    @if is_home { (chip(view.t("unit-home")).tone(Tone::Accent)) }
                } }
            }
            td.soft data-wide { (others) }
            td { div.buttons {
                @if !is_home { (post_button(&action("home"), &home)) }
                (post_button(&action("leave"), &leave))
            } }
        }
    }
}
