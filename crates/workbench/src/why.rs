//! "Why can I see this?": the roles, the reach, the units and the shares that let somebody see a card and edit it.
//! Administrators ask it about anybody.

use std::sync::Arc;

use identity::{
    members::{self, Member},
    units,
};
use kernel::{Result, Role};
use records::{
    Object, Record,
    access::{
        Verb,
        why::{self, By, Ground},
    },
    record,
};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Choice, PageHead, button, crumbs, field, icon, page_head},
};

use crate::{App, View, place::Place, sharing, view::Page};

pub(crate) fn routes(routes: &mut Routes<App>, place: &Place) {
    place.get(routes, "/{id}/why", Permission::Read, show);
}

fn show(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    app.read(request, |cx| {
        let record = record::find(cx, object, request.params.id("id")?)?;
        let view = View::new(app, request, cx)?;
        let me = request.signed_in()?;
        let user = request.query.id("user").filter(|_| me.role >= Role::Admin).unwrap_or(me.user);
        let member = members::find(cx, user)?;
        page(&view, &record, &member, me.role >= Role::Admin)
    })
}

fn page(view: &View, record: &Record, member: &Member, asks_of_all: bool) -> Result<Response> {
    let object = &record.object;
    let title = record.title(&view.reading);
    let me = view.cx.actor().user() == Some(member.user);
    let name = [("name", member.name.as_str().into()), ("card", title.as_str().into())];
    let heading = if me { view.t("why").into_owned() } else { view.tf("why-of", &name) };
    let way = [
        (format!("/{}", object.path).into(), view.many(object)),
        (record.address().into(), title.as_str().into()),
    ];
    let body = html! {
        (crumbs(&view.t("crumbs"), &way, &heading))
        (page_head(&PageHead { title: &heading, count: None, lead: Some(view.t("why-lead")), actions: html! {} }))
        @if asks_of_all { (chooser(view, record, member)?) }
        (grounds(view, record, member, Verb::See)?)
        (grounds(view, record, member, Verb::Edit)?)
    };
    Ok(view.page(Page::new(heading, format!("/{}", object.path), body)))
}

fn chooser(view: &View, record: &Record, member: &Member) -> Result<Markup> {
    let choices = members::active(view.cx)?;
    let choices = choices.into_iter().map(|one| Choice::new(one.user.to_string(), one.name));
    Ok(html! {
        form.form.joining method="get" action={ (record.address()) "/why" } {
            (field("user", view.t("why-who")).value(member.user.to_string()).select(choices))
            div.form-actions { (button(view.t("why-ask"))) }
        }
    })
}

fn grounds(view: &View, record: &Record, member: &Member, verb: Verb) -> Result<Markup> {
    let found = why::grounds(view.cx, record, member, verb)?;
    let lines = found.iter().map(|ground| sentence(view, record, ground)).collect::<Result<Vec<_>>>()?;
    let id = format!("why-{}", verb.key());
    Ok(html! {
        section.why aria-labelledby=(id) {
            h2 id=(id) { (view.t(&id)) }
            @if lines.is_empty() { p.soft { (icon("x")) " " (view.t(&format!("{id}-not"))) } }
            @else { ul { @for line in &lines { li { (icon("check")) " " (line) } } } }
        }
    })
}

fn sentence(view: &View, record: &Record, ground: &Ground) -> Result<String> {
    let many = view.many(&record.object);
    Ok(match ground {
        Ground::BuiltIn(role) => {
            let role = view.t(&format!("role-{}", role.key().replace('_', "-")));
            view.tf("why-built-in", &[("role", role.into())])
        }
        Ground::Role { name, by: By::All } => {
            view.tf("why-role-all", &[("role", name.as_str().into()), ("cards", many.into())])
        }
        Ground::Role { name, by: By::Own } => view.tf("why-role-own", &[("role", name.as_str().into())]),
        Ground::Role { name, by: By::Unit { unit, whose } } => view.tf(
            "why-role-unit",
            &[
                ("role", name.as_str().into()),
                ("unit", units::tree(view.cx)?.path(unit.id).into()),
                ("whose", view.user(Some(*whose)).into()),
            ],
        ),
        Ground::Shared(share) => {
            let mut args = vec![
                ("who", view.user(share.shared_by).into()),
                ("with", sharing::name(view, share.with)?.into()),
            ];
            match share.until {
                None => view.tf("why-shared", &args),
                Some(until) => {
                    args.push(("until", sharing::last_day(view, until).into()));
                    view.tf("why-shared-until", &args)
                }
            }
        }
    })
}
