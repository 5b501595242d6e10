//! Relations between cards: making one, changing its role and dates, taking it away.

use std::sync::Arc;

use kernel::{Error, FieldErrors, Id, Result};
use records::{
    ChangeSet, Object,
    links::{self, CustomKind, NewLink},
    object::object,
    record,
};
use web::{
    Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{Choice, PageHead, button, error_summary, field, link_button, page_head},
};

use crate::{App, View, pick, place::Place, view::Page};

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get("/links/{id}", Permission::Write, open);
    routes.post("/links/{id}", Permission::Write, change);
    routes.post("/links/{id}/remove", Permission::Write, remove);
}

/// The addresses under one object's cards.
pub(crate) fn card_routes(routes: &mut Routes<App>, place: &Place) {
    place.get(routes, "/{id}/link", Permission::Write, form);
    place.post(routes, "/{id}/link", Permission::Write, add);
}

/// What the other card of a relation is, seen from one side.
pub fn kind_text(view: &View, kind: &str, forth: bool) -> Result<String> {
    if let Some(declared) = view.catalog.link_kinds.iter().find(|declared| declared.key == kind) {
        return Ok(view.t(&declared.text(forth)).into_owned());
    }
    let custom = links::custom_kinds(view.cx)?.into_iter().find(|custom| custom.id.to_string() == kind);
    Ok(custom.map_or_else(String::new, |custom| if forth { custom.forth } else { custom.back }))
}

/// A kind of relation seen from one side, as the form offers it.
struct Offer {
    /// `works_at` from where it begins, `-works_at` from the other side.
    value: String,
    text: String,
}

/// The relations that a card of one object may have with cards of another.
fn offers(view: &View, own: &str, other: &str) -> Result<Vec<Offer>> {
    let mut found = Vec::new();
    for kind in &view.catalog.link_kinds {
        if kind.from == own && kind.to == other {
            found.push(Offer { value: kind.key.to_owned(), text: view.t(&kind.text(true)).into_owned() });
        }
        if kind.to == own && kind.from == other && !kind.symmetric {
            found.push(Offer {
                value: format!("-{}", kind.key),
                text: view.t(&kind.text(false)).into_owned(),
            });
        }
    }
    for CustomKind { id, from_object, to_object, forth, back } in links::custom_kinds(view.cx)? {
        if from_object == own && to_object == other {
            found.push(Offer { value: id.to_string(), text: forth.clone() });
        }
        if to_object == own && from_object == other && back != forth {
            found.push(Offer { value: format!("-{id}"), text: back });
        }
    }
    Ok(found)
}

fn form(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        page(&view, object, request.query.text("object"), &FieldErrors::default())
    })
}

fn page(view: &View, own: &Arc<Object>, other: &str, errors: &FieldErrors) -> Result<Response> {
    let record = record::find(view.cx, own, view.request.params.id("id")?)?;
    let other = view.catalog.object(other)?.clone();
    let title = record.title(&view.reading);
    let form = &view.request.form;
    let offers = offers(view, own.key, other.key)?;
    let heading =
        view.tf("link-add", &[("name", title.as_str().into()), ("object", view.t(other.key).into())]);
    let choices = offers.iter().map(|offer| Choice::new(offer.value.clone(), offer.text.clone()));
    let lines: Vec<_> =
        errors.0.iter().map(|(name, text)| (name.clone().into(), view.render(text).into())).collect();
    let label = view.t(other.key);
    let to = records::Field::new("to", records::field::reference::Reference { object: None });
    let body = html! {
        (page_head(&PageHead { title: &heading, count: None, lead: None, actions: html! {} }))
        form.form method="post" action={ (record.address()) "/link" } novalidate {
            @if !lines.is_empty() { (error_summary(&view.t("form-errors"), &lines)) }
            input type="hidden" name="object" value=(other.key);
            (field("kind", view.t("link-kind")).value(form.text("kind").to_owned()).select(choices))
            (pick::control(view, &to, Some(other.key), form.text("to"), &label, None))
            (details(view, form.text("role"), form.text("started_on"), form.text("ended_on")))
            div.form-actions { (button(view.t("add")).primary()) (link_button(record.address(), view.t("cancel")).plain()) }
        }
    };
    let response = view.page(Page::new(heading, format!("/{}", own.path), body));
    Ok(if errors.0.is_empty() { response } else { response.status(StatusCode::UNPROCESSABLE_ENTITY) })
}

fn details(view: &View, role: &str, started_on: &str, ended_on: &str) -> Markup {
    html! {
        (field("role", view.t("link-role")).value(role.to_owned()).optional(view.t("optional")))
        (field("started_on", view.t("link-started")).value(started_on.to_owned()).optional(view.t("optional")).help(view.t("link-date-help")).short())
        (field("ended_on", view.t("link-ended")).value(ended_on.to_owned()).optional(view.t("optional")).short())
    }
}

fn add(app: &App, request: &Request, own: &Arc<Object>) -> Result<Response> {
    let id = request.params.id("id")?;
    let form = &request.form;
    let made = app.write(request, |tx| {
        let record = record::find(tx, own, id)?;
        let (other, other_id) = match form.text("to").split_once(':') {
            Some((object, id)) => (object, id.parse::<Id>().map_err(|_| Error::NotFound)?),
            None => return Err(Error::invalid("to", "required")),
        };
        let (own, other) = ((own.key, id), (other, other_id));
        let (kind, from, to) = match form.text("kind").strip_prefix('-') {
            Some(kind) => (kind, other, own),
            None => (form.text("kind"), own, other),
        };
        let mut set =
            ChangeSet::new(tx, "change-linked").about(record.title(&records::field::Reading::plain(tx)));
        let new = NewLink {
            kind,
            from,
            to,
            role: form.text("role"),
            started_on: form.text("started_on"),
            ended_on: form.text("ended_on"),
        };
        links::add(tx, &mut set, &new)?;
        set.close(tx)?;
        Ok((record.address(), set.id))
    });
    match made {
        Ok((address, set)) => {
            let locale = locale::Locale::new(&request.scope().locality);
            Ok(Response::redirect(address)
                .toast(locale.t("toast-linked"), Some(format!("/changes/{set}/undo"))))
        }
        Err(Error::Invalid(errors)) => app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            page(&view, own, form.text("object"), &errors)
        }),
        Err(error) => Err(error),
    }
}

fn open(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        edit_page(&view, &FieldErrors::default())
    })
}

fn edit_page(view: &View, errors: &FieldErrors) -> Result<Response> {
    let link = links::find(view.cx, view.request.params.id("id")?)?;
    let from = object(view.cx, &link.from_object)?;
    let titles = record::titles_of(view.cx, &from, &[link.from])?;
    let title = titles.get(&link.from).cloned().unwrap_or_default();
    let kind = kind_text(view, &link.kind, true)?;
    let lines: Vec<_> =
        errors.0.iter().map(|(name, text)| (name.clone().into(), view.render(text).into())).collect();
    let address = format!("/{}/{}", from.path, link.from);
    let asked = view.request.query.get("back").or(view.request.form.get("back"));
    let address = asked.and_then(web::local_address).map_or(address, str::to_owned);
    let typed = |name: &str, kept: &str| view.request.form.get(name).unwrap_or(kept).to_owned();
    let body = html! {
        (page_head(&PageHead { title: &title, count: Some(kind.into()), lead: None, actions: html! {} }))
        form.form method="post" action={ "/links/" (link.id) } novalidate {
            input type="hidden" name="back" value=(address);
            @if !lines.is_empty() { (error_summary(&view.t("form-errors"), &lines)) }
            (details(view, &typed("role", &link.role), &typed("started_on", &link.started_on), &typed("ended_on", &link.ended_on)))
            div.form-actions {
                (button(view.t("save")).primary())
                (button(view.t("link-remove")).attribute("formaction", format!("/links/{}/remove", link.id)))
                (link_button(address, view.t("cancel")).plain())
            }
        }
    };
    let response = view.page(Page::new(title.clone(), format!("/{}", from.path), body));
    Ok(if errors.0.is_empty() { response } else { response.status(StatusCode::UNPROCESSABLE_ENTITY) })
}

fn change(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    let form = &request.form;
    let done = app.write(request, |tx| {
        let mut set = ChangeSet::new(tx, "change-linked");
        let link = links::change(
            tx,
            &mut set,
            id,
            form.text("role"),
            form.text("started_on"),
            form.text("ended_on"),
        )?;
        set.close(tx)?;
        Ok((format!("/{}/{}", object(tx, &link.from_object)?.path, link.from), set))
    });
    match done {
        Ok((address, set)) => Ok(said(request, &address, "toast-link-changed", set.id)),
        Err(Error::Invalid(errors)) => app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            edit_page(&view, &errors)
        }),
        Err(error) => Err(error),
    }
}

fn remove(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    let (address, set) = app.write(request, |tx| {
        let mut set = ChangeSet::new(tx, "change-unlinked");
        let link = links::remove(tx, &mut set, id)?;
        set.close(tx)?;
        Ok((format!("/{}/{}", object(tx, &link.from_object)?.path, link.from), set.id))
    })?;
    Ok(said(request, &address, "toast-unlinked", set))
}

/// Back to the card from which the relation was opened.
fn said(request: &Request, address: &str, key: &str, set: Id) -> Response {
    let locale = locale::Locale::new(&request.scope().locality);
    let address = request.form.get("back").and_then(web::local_address).unwrap_or(address);
    Response::redirect(address).toast(locale.t(key), Some(format!("/changes/{set}/undo")))
}
