//! A new card: the form, the warning when somebody like it is here already, and the saving.

use std::sync::Arc;

use kernel::{Error, FieldErrors, Result};
use records::{
    ChangeSet, Field, Json, Object, Record,
    access::{self, Verb},
    duplicates::Duplicate,
    field::{Control, Input, Pairs, Reading},
    save::{self, Values},
};
use web::{
    Form, Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{PageHead, Tone, button, link_button, notice, page_head},
};

use crate::{
    App, View, duplicates,
    form::{self, Filled},
    place::Place,
    view::Page,
};

pub(crate) fn routes(routes: &mut Routes<App>, place: &Place) {
    place.get(routes, "/new", Permission::Write, empty);
    place.post(routes, "", Permission::Write, create);
    place.post(routes, "/duplicates", Permission::Write, check);
}

/// The empty form; what the address names is filled in: `/people/new?company=company:0192…`.
fn empty(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    app.read(request, |cx| {
        access::require(cx, object, Verb::Create)?;
        begun_with(&View::new(app, request, cx)?, object, &request.query)
    })
}

/// The form of a new card with this filled in already.
pub fn begun_with(view: &View, object: &Arc<Object>, form: &Form) -> Result<Response> {
    let errors = FieldErrors::default();
    let mut filled = Filled::from_form(object, form, &errors);
    if let (Some(user), true) = (&view.request.visitor.user, object.at("owner").is_some()) {
        filled.pairs.push(("owner".to_owned(), user.user.to_string()));
    }
    let begun = begun(object, view, &filled.pairs);
    filled.pairs.extend(begun);
    Ok(page(&form::titled(view, &filled.pairs)?, object, &filled, &[]))
}

/// What fields begin with that nothing was said of: their default; where one of several must be chosen, the first.
fn begun(object: &Object, view: &View, said: &Pairs) -> Pairs {
    let silent = |field: &&Field| !Input::new(said, &field.key).present();
    let first = |field: &Field| match field.kind.control() {
        Control::Choice { options, open: false } if field.required => {
            options.into_iter().next().map_or(Json::Null, Json::from)
        }
        _ => Json::Null,
    };
    form::typed_fields(object)
        .filter(silent)
        .flat_map(|field| {
            let value = if field.default.is_null() { first(field) } else { field.default.clone() };
            if value.is_null() { Pairs::new() } else { field.kind.fill(&field.key, &value, &view.reading) }
        })
        .collect()
}

fn create(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let created = app.write(request, |tx| {
        let reading = Reading { users: Arc::new(identity::members::names(tx)?), ..Reading::plain(tx) };
        let (values, errors) = form::parse(object, &form::pairs(&request.form), &reading);
        errors.into_result()?;
        let alike = alike(tx, object, &values)?;
        if !alike.is_empty() && !request.form.bool("anyway") {
            return Ok(Err(alike));
        }
        let mut set = ChangeSet::new(tx, "change-created");
        let id = save::create(tx, &mut set, object, values)?;
        set.close(tx)?;
        // Who makes a card for somebody else need not see it then.
        let made = records::record::find_many(tx, object, &[id])?.remove(&id);
        let (title, address) = match made {
            Some(record) => (record.title(&reading), record.address()),
            None => (object.one_name(reading.locale.language()).into_owned(), format!("/{}", object.path)),
        };
        Ok(Ok((title, set.id, address)))
    });
    match created {
        Ok(Ok((title, set, address))) => app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            let text = view.tf("toast-created", &[("name", title.as_str().into())]);
            Ok(Response::redirect(&address).toast(text, Some(format!("/changes/{set}/undo"))))
        }),
        Ok(Err(alike)) => app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            let errors = FieldErrors::default();
            let filled = Filled::from_form(object, &request.form, &errors);
            Ok(page(&form::titled(&view, &filled.pairs)?, object, &filled, &alike)
                .status(StatusCode::CONFLICT))
        }),
        Err(Error::Invalid(errors)) => app.read(request, |cx| {
            let view = View::new(app, request, cx)?;
            let filled = Filled::from_form(object, &request.form, &errors);
            Ok(page(&form::titled(&view, &filled.pairs)?, object, &filled, &[])
                .status(StatusCode::UNPROCESSABLE_ENTITY))
        }),
        Err(error) => Err(error),
    }
}

/// Somebody like this, while it is being typed.
fn check(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let (values, _) = form::parse(object, &form::pairs(&request.form), &view.reading);
        let alike = alike(cx, object, &values)?;
        Ok(Response::fragment(warning(&view, &alike)))
    })
}

fn alike(cx: &kernel::Cx, object: &Arc<Object>, values: &Values) -> Result<Vec<Duplicate>> {
    if object.kind == records::object::ObjectKind::Card {
        records::duplicates::of(cx, object, values, None)
    } else {
        Ok(Vec::new())
    }
}

fn page(view: &View, object: &Object, filled: &Filled, alike: &[Duplicate]) -> Response {
    let title = view.new_text(object);
    let ways = view.app.modules.iter().flat_map(|module| module.new_ways(object));
    let actions = html! {
        @for way in ways { (link_button(way.href, view.t(way.text)).icon(way.icon)) }
    };
    let body = html! {
        (page_head(&PageHead { title: &title, count: None, lead: None, actions }))
        form.form method="post" action={ "/" (object.path) } novalidate
            hx-post={ "/" (object.path) "/duplicates" } hx-trigger="change delay:300ms" hx-target="#duplicates"
            hx-swap="outerHTML" {
            (warning(view, alike))
            (form::controls(view, filled))
            div.form-actions {
                @if alike.is_empty() {
                    (button(view.create_text(object)).primary())
                } @else {
                    (button(view.t("create-anyway")).primary().named("anyway", "1"))
                }
                (link_button(format!("/{}", object.path), view.t("cancel")).plain())
            }
        }
    };
    view.page(Page::new(title, format!("/{}", object.path), body))
}

/// Who may be the same, why, and the way to their card.
fn warning(view: &View, alike: &[Duplicate]) -> Markup {
    html! {
        div #duplicates aria-live="polite" {
            @for duplicate in alike {
                (notice(Some(Tone::Warning), &reason(view, &duplicate.record, duplicate), Some((&duplicate.record.address(), &view.t("open")))))
            }
        }
    }
}

fn reason(view: &View, record: &Record, duplicate: &Duplicate) -> Markup {
    html! {
        b { (record.title(&view.reading)) } " " (view.t("duplicate-is-here")) " " (reasons(view, duplicate)) "."
    }
}

/// Why a card may be the same, in words.
pub(crate) fn reasons(view: &View, duplicate: &Duplicate) -> Markup {
    html! {
        @for (at, reason) in duplicate.reasons.iter().enumerate() {
            @if at > 0 { ", " }
            (duplicates::told(view, reason))
        }
    }
}
