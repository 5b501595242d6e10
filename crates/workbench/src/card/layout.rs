//! A card's layout, arranged where it stands: on the card's own page, for everybody or for one team. Every step is kept at once
//! and taken back from its toast; buttons do what dragging does.

use std::sync::Arc;

use kernel::{Cx, Error, Id, Result};
use records::{
    Field, Object, Record,
    layout::{self, Kept, Layout, Shown, Step, Way},
    object::ObjectKind,
    record,
};
use web::{
    Form, Markup, Permission, Request, Response, Routes, html,
    html::{AvatarSize, Choice, Menu, MenuItem, button, crumbs, icon, link_button, menu},
};

use crate::{
    App, View,
    draft::{self, Draft},
    place::Place,
    show,
    view::{Page, card_avatar},
};

pub(super) fn routes(routes: &mut Routes<App>, place: &Place) {
    place.get(routes, "/{id}/layout", Permission::Admin, page);
    place.post(routes, "/{id}/layout", Permission::Admin, act);
    place.post(routes, "/{id}/layout/undo", Permission::Admin, undo);
}

/// What is arranged: on which card, for whom.
struct Desk<'d> {
    view: &'d View<'d>,
    record: &'d Record,
    unit: Id,
    kept: &'d Kept,
}

impl Desk<'_> {
    /// The address that does something; a form adds the rest.
    fn act(&self, act: &str, key: &str, way: &str) -> String {
        let form = Form::default().with("act", act).with("key", key).with("way", way);
        format!("{}/layout?{}", self.record.address(), form.with("unit", self.unit.to_string()).encode())
    }

    fn object(&self) -> &Object {
        &self.record.object
    }
}

/// Nil for everybody; a unit that is not there is not found.
fn unit_of(cx: &Cx, form: &Form) -> Result<Id> {
    let unit: Id = match form.text("unit") {
        "" => Id::NIL,
        text => text.parse().map_err(|_| Error::NotFound)?,
    };
    if !unit.is_nil() {
        identity::units::tree(cx)?.find(unit)?;
    }
    Ok(unit)
}

fn page(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    app.read(request, |cx| shown(app, request, cx, object, None))
}

/// The page; for a script only what is arranged, with a word about what was done.
fn shown(
    app: &App,
    request: &Request,
    cx: &Cx,
    object: &Arc<Object>,
    refused: Option<draft::Refused>,
) -> Result<Response> {
    let record = record::find(cx, object, request.params.id("id")?)?;
    if object.kind != ObjectKind::Card {
        return Err(Error::NotFound);
    }
    let view = View::new(app, request, cx)?.with_titles([&record])?;
    let unit = unit_of(cx, &request.query)?;
    let kept = layout::of_unit(cx, object, unit)?;
    let draft = match refused {
        Some(refused) => Draft::refused(&request.form, refused),
        None => Draft::default(),
    };
    let desk = Desk { view: &view, record: &record, unit, kept: &kept };
    let arranging = arranging(&desk, &draft);
    if request.is_fragment() {
        return Ok(Response::fragment(arranging).status(draft.status()));
    }
    let title = record.title(&view.reading);
    let way = [
        (format!("/{}", object.path).into(), view.many(object)),
        (record.address().into(), title.clone().into()),
    ];
    let here = view.t("layout-edit");
    let body = html! {
        (crumbs(&view.t("crumbs"), &way, &here))
        (for_whom(&desk, &title)?)
        (arranging)
    };
    Ok(view.page(Page::new(here, format!("/{}", object.path), body)).status(draft.status()))
}

/// Whose layout it is, and the way out.
fn for_whom(desk: &Desk, title: &str) -> Result<Markup> {
    let (view, record) = (desk.view, desk.record);
    let tree = identity::units::tree(view.cx)?;
    let everybody = Choice::new("", view.t("view-everybody"));
    let units = tree.branches.iter().map(|branch| {
        let deep = "\u{2003}".repeat(branch.depth);
        Choice::new(branch.unit.id.to_string(), format!("{deep}{}", branch.unit.name))
    });
    let now = if desk.unit.is_nil() { String::new() } else { desk.unit.to_string() };
    let draft = Draft::filled([("unit", now)]);
    let choose = draft
        .field(&view.reading.locale, "unit", "layout-for")
        .select(std::iter::once(everybody).chain(units));
    Ok(html! {
        header.card-head data-tab=(desk.object().tab) {
            p.kind { (view.one(desk.object())) }
            (card_avatar(record, title, AvatarSize::Large))
            div {
                div.name { h1 { (view.t("layout-edit")) } }
                p.quiet { (view.t("layout-lead")) }
            }
            div.end { (link_button(record.address(), view.t("layout-done")).primary().icon("check")) }
        }
        form.layout-for method="get" action={ (record.address()) "/layout" } {
            (choose.short())
            (button(view.t("display-show")).plain())
        }
    })
}

fn arranging(desk: &Desk, draft: &Draft) -> Markup {
    let view = desk.view;
    html! {
        k-arrange.layout #layout data-act=(desk.act("place", "", "")) {
            @if desk.kept.own {
                form method="post" action=(desk.act("reset", "", "")) {
                    p.quiet { (view.t(if desk.unit.is_nil() { "layout-own" } else { "layout-own-team" })) " " }
                    (button(view.t("layout-reset")).plain().small().icon("undo"))
                }
            } @else {
                p.quiet { (view.t(if desk.unit.is_nil() { "layout-declared" } else { "layout-of-others" })) }
            }
            div.card-page {
                div.left { (groups(desk, draft)) }
                div.middle { (facts(desk)) }
                aside.related aria-label=(view.t("related")) { (stacks(desk)) }
            }
        }
    }
}

/// The button that moves something by one place; its id is where the focus stays.
fn mover(desk: &Desk, act: &str, key: &str, way: &str, name: &str) -> Markup {
    let (sign, text) = if way == "up" { ("arrow-up", "layout-up") } else { ("arrow-down", "layout-down") };
    let label = desk.view.tf(text, &[("name", name.into())]);
    html! {
        form method="post" action=(desk.act(act, key, way)) {
            (button(label).plain().small().icon_only(sign).attribute("id", format!("{act}-{key}-{way}")))
        }
    }
}

fn group_name(view: &View, group: &Shown) -> String {
    if group.name.is_empty() { view.group(&group.key).into_owned() } else { group.name.clone() }
}

fn groups(desk: &Desk, draft: &Draft) -> Markup {
    let view = desk.view;
    let groups = desk.kept.layout.arranged(desk.object());
    let names: Vec<(String, String)> =
        groups.iter().map(|group| (group.key.clone(), group_name(view, group))).collect();
    let facts = desk.kept.layout.facts(desk.object());
    let locale = &view.reading.locale;
    html! {
        @for group in &groups {
            @let name = group_name(view, group);
            section.layout-group data-group=(group.key) aria-label=(name) {
                header {
                    form.rename method="post" action=(desk.act("rename", &group.key, "")) {
                        input.input data-size="s" name="name" value=(name) id={ "rename-" (group.key) } aria-label=(view.tf("layout-group-name", &[("name", name.as_str().into())])) autocomplete="off";
                        (button(view.t("layout-rename")).plain().small())
                    }
                    (mover(desk, "move-group", &group.key, "up", &name))
                    (mover(desk, "move-group", &group.key, "down", &name))
                    @if groups.len() > 1 {
                        form method="post" action=(desk.act("remove-group", &group.key, "")) {
                            (button(view.tf("layout-group-remove", &[("name", name.as_str().into())])).plain().small().icon_only("x"))
                        }
                    }
                }
                ol { @for field in &group.fields { (line(desk, field, &group.key, &names, facts.iter().any(|fact| fact.key == field.key))) } }
                @if group.fields.is_empty() { p.quiet.small { (view.t("layout-group-empty")) } }
            }
        }
        form.layout-add method="post" action=(desk.act("add-group", "", "")) {
            (draft.field(locale, "name", "layout-group-new"))
            (button(view.t("layout-group-add")).plain().icon("plus"))
        }
    }
}

fn line(desk: &Desk, field: &Field, group: &str, groups: &[(String, String)], is_fact: bool) -> Markup {
    let view = desk.view;
    let name = view.label(desk.object(), field);
    let others = groups.iter().filter(|(key, _)| key != group);
    let to: Vec<MenuItem> = others
        .map(|(key, text)| {
            let address = format!(
                "{}&{}",
                desk.act("place", &field.key, ""),
                Form::default().with("group", key).encode()
            );
            MenuItem::post(address, view.tf("layout-to-group", &[("name", text.as_str().into())]))
        })
        .collect();
    let fact = (!is_fact).then(|| {
        vec![MenuItem::post(desk.act("show-fact", &field.key, ""), view.t("layout-to-head")).icon("pin")]
    });
    html! {
        li data-field=(field.key) {
            span.grip aria-hidden="true" { (icon("grip")) }
            span.what { b { (name) } " " span.quiet { (show::cell(view, desk.record, field)) } }
            (mover(desk, "move-field", &field.key, "up", &name))
            (mover(desk, "move-field", &field.key, "down", &name))
            (menu(&Menu {
                id: &format!("layout-{}", field.key),
                button: button(view.tf("layout-more", &[("name", name.as_ref().into())])).plain().small().icon_only("more"),
                at_end: true,
                groups: fact.into_iter().chain([to]).filter(|items| !items.is_empty()).collect(),
            }))
        }
    }
}

/// What the head of a card tells.
fn facts(desk: &Desk) -> Markup {
    let view = desk.view;
    let facts = desk.kept.layout.facts(desk.object());
    html! {
        section.layout-group aria-labelledby="layout-facts" {
            header { h2 id="layout-facts" { (view.t("layout-facts")) } }
            p.quiet.small { (view.t("layout-facts-lead")) }
            ol { @for field in &facts {
                @let name = view.label(desk.object(), field);
                li {
                    span.what { b { (name) } " " span.quiet { (show::cell(view, desk.record, field)) } }
                    (mover(desk, "move-fact", &field.key, "up", &name))
                    (mover(desk, "move-fact", &field.key, "down", &name))
                    form method="post" action=(desk.act("hide-fact", &field.key, "")) {
                        (button(view.tf("layout-take-out", &[("name", name.as_ref().into())])).plain().small().icon_only("x"))
                    }
                }
            } }
            @if facts.is_empty() { p.quiet.small { (view.t("layout-facts-none")) } }
        }
    }
}

/// Which related cards stand beside, and in which order.
fn stacks(desk: &Desk) -> Markup {
    let view = desk.view;
    let all: Vec<&str> = view.cards().map(|object| object.key).collect();
    let shown = desk.kept.layout.stacks(&all);
    let hidden: Vec<&str> = all.iter().copied().filter(|key| !shown.contains(key)).collect();
    let name =
        |key: &str| view.catalog.object(key).map(|object| view.many(object).into_owned()).unwrap_or_default();
    html! {
        section.layout-group aria-labelledby="layout-stacks" {
            header { h2 id="layout-stacks" { (view.t("layout-stacks")) } }
            ol { @for key in &shown {
                @let name = name(key);
                li {
                    span.what { b { (name) } }
                    (mover(desk, "move-stack", key, "up", &name))
                    (mover(desk, "move-stack", key, "down", &name))
                    form method="post" action=(desk.act("hide-stack", key, "")) {
                        (button(view.tf("layout-take-out", &[("name", name.as_str().into())])).plain().small().icon_only("x"))
                    }
                }
            } }
            @if !hidden.is_empty() {
                h3 { (view.t("layout-stacks-hidden")) }
                ul.layout-hidden { @for key in &hidden { li {
                    form method="post" action=(desk.act("show-stack", key, "")) {
                        (button(name(key)).plain().small().icon("plus"))
                    }
                } } }
            }
        }
    }
}

/// What a request asks to be done.
enum Asked {
    Step(Step),
    Reset,
}

fn asked(request: &Request) -> Result<Asked> {
    let (query, form) = (&request.query, &request.form);
    let key = match query.text("key") {
        "" => form.text("key").to_owned(),
        key => key.to_owned(),
    };
    let way = match query.text("way") {
        "up" => Way::Up,
        _ => Way::Down,
    };
    let name = || form.text("name").to_owned();
    let of = |part: &str| if query.has(part) { query.text(part) } else { form.text(part) }.to_owned();
    Ok(Asked::Step(match query.text("act") {
        "move-field" => Step::MoveField(key, way),
        "place" => Step::PlaceField { field: key, group: of("group"), before: of("before") },
        "add-group" => Step::AddGroup(name()),
        "rename" => Step::RenameGroup { group: key, name: name() },
        "move-group" => Step::MoveGroup(key, way),
        "remove-group" => Step::RemoveGroup(key),
        "show-fact" => Step::ShowFact(key),
        "hide-fact" => Step::HideFact(key),
        "move-fact" => Step::MoveFact(key, way),
        "show-stack" => Step::ShowStack(key),
        "hide-stack" => Step::HideStack(key),
        "move-stack" => Step::MoveStack(key, way),
        "reset" => return Ok(Asked::Reset),
        _ => return Err(Error::NotFound),
    }))
}

fn act(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let id = request.params.id("id")?;
    let asked = asked(request)?;
    let done = app.write(request, |tx| {
        record::find(tx, object, id)?;
        let unit = unit_of(tx, &request.query)?;
        let version = match &asked {
            Asked::Step(step) => layout::change(tx, object, unit, step)?,
            Asked::Reset => layout::reset(tx, object, unit)?,
        };
        Ok((unit, version))
    });
    match draft::answer(done)? {
        Err(refused) => app.read(request, |cx| shown(app, request, cx, object, Some(refused))),
        Ok((unit, version)) => app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            let there = Form::default().with("unit", unit.to_string());
            let there = if unit.is_nil() { Form::default() } else { there };
            let undo = there.clone().with("version", version.to_string());
            let here = format!("/{}/{id}/layout", object.path);
            let undo = Some(format!("{here}/undo?{}", undo.encode()));
            let text = view.t(if matches!(asked, Asked::Reset) { "layout-was-reset" } else { "layout-kept" });
            let answer = match request.is_fragment() {
                true => shown(app, request, cx, object, None)?,
                false => Response::redirect(format!("{here}?{}", there.encode())),
            };
            Ok(answer.toast(text, undo))
        }),
    }
}

fn undo(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let id = request.params.id("id")?;
    let version = request.query.text("version").parse().map_err(|_| Error::NotFound)?;
    let unit = app.write(request, |tx| {
        let unit = unit_of(tx, &request.query)?;
        layout::undo(tx, object, unit, version).map(|()| unit)
    })?;
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let there = if unit.is_nil() { String::new() } else { format!("?unit={unit}") };
        let here = format!("/{}/{id}/layout{there}", object.path);
        Ok(Response::redirect(here).toast(view.t("layout-undone"), None))
    })
}

/// The layout of a card for whoever looks at it.
pub(super) fn of(view: &View, record: &Record) -> Result<Layout> {
    layout::of_actor(view.cx, &record.object)
}
