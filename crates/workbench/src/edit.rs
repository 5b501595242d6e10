//! Editing where the value stands, field by field, and a whole card at once. Two people who edit different fields
//! both win; of two who edit the same, the second is shown both.

use std::sync::Arc;

use kernel::{Error, FieldErrors, Id, Result};
use records::{
    ChangeSet, Field, Json, Object, Record,
    access::{self, Verb},
    field::Reading,
    record,
    save::{self, Clash, Edited, Values},
};
use web::{
    Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{PageHead, button, link_button, page_head},
};

use crate::{
    App, View, contact,
    form::{self, Filled},
    place::Place,
    show,
    view::Page,
};

pub(crate) fn routes(routes: &mut Routes<App>, place: &Place) {
    place.get(routes, "/{id}/fields/{field}", Permission::Write, editor);
    place.get(routes, "/{id}/fields/{field}/shown", Permission::Read, shown);
    place.post(routes, "/{id}/fields/{field}", Permission::Write, save_field);
    place.get(routes, "/{id}/edit", Permission::Write, whole);
    place.post(routes, "/{id}", Permission::Write, save_whole);
}

fn field_of<'o>(object: &'o Object, request: &Request) -> Result<&'o Field> {
    let at = object.at(request.params.get("field")).ok_or(Error::NotFound)?;
    let field = &object.fields[at];
    if field.computed || field.hidden || field.apart { Err(Error::NotFound) } else { Ok(field) }
}

/// The form of one field, in the place of its value.
fn editor(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let field = field_of(object, request)?;
    app.read(request, |cx| {
        let record = record::find(cx, object, request.params.id("id")?)?;
        let view = View::new(app, request, cx)?.with_titles([&record])?;
        access::require_on(cx, &record, Verb::Edit)?;
        let errors = FieldErrors::default();
        let filled = Filled::from_record(&view, &record, &errors);
        Ok(answer(&view, &record, editing(&view, &record, field, &filled, record.get(&field.key), None)))
    })
}

fn shown(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let at = object.at(request.params.get("field")).ok_or(Error::NotFound)?;
    app.read(request, |cx| {
        let record = record::find(cx, object, request.params.id("id")?)?;
        let view = View::new(app, request, cx)?.with_titles([&record])?;
        Ok(answer(&view, &record, showing(&view, &record, &object.fields[at])))
    })
}

/// What became of saving one field.
enum Saved {
    Kept { record: Box<Record>, set: Option<Id> },
    Clashed { record: Box<Record>, clash: Clash },
}

fn save_field(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let field = field_of(object, request)?;
    let id = request.params.id("id")?;
    let outcome = app.write(request, |tx| {
        let reading = Reading { users: Arc::new(identity::members::names(tx)?), ..Reading::plain(tx) };
        let pairs = form::pairs(&request.form);
        let input = records::field::Input::new(&pairs, &field.key);
        let value = field
            .kind
            .parse(&input, &reading)
            .map_err(|text| Error::Invalid(FieldErrors::of(&field.key, text)))?;
        let seen = serde_json::from_str(request.form.text("seen")).unwrap_or(Json::Null);
        let one = |value: Json| Values::from_iter([(field.key.clone(), value)]);
        let mut set = ChangeSet::new(tx, "change-edited");
        let edited = save::edit(tx, &mut set, object, id, one(value), &one(seen))?;
        let changed = set.touched() > 0;
        set.close(tx)?;
        Ok(match edited {
            Edited::Saved(record) => Saved::Kept { record, set: changed.then_some(set.id) },
            Edited::Clashed(mut clashes) => {
                let record = Box::new(record::find(tx, object, id)?);
                Saved::Clashed { record, clash: clashes.swap_remove(0) }
            }
        })
    });
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match outcome {
            Ok(Saved::Kept { record, set }) => {
                let view = view.with_titles([&*record])?;
                let label = view.label(object, field);
                let mut text = view.tf("toast-saved", &[("name", label.as_ref().into())]);
                if field.key == object.owner && set.is_some() {
                    text.extend(contact::told_to_owner(&view, &record)?.map(|told| format!(". {told}")));
                }
                let undo = set.map(|set| format!("/changes/{set}/undo"));
                if !request.is_fragment() {
                    return Ok(Response::redirect(left_to(&view, &record)).toast(text, undo));
                }
                let answer = Response::fragment(showing(&view, &record, field));
                Ok(if undo.is_some() { answer.toast(text, undo) } else { answer })
            }
            Ok(Saved::Clashed { record, clash }) => {
                let view = view.with_titles([&*record])?;
                let errors = FieldErrors::default();
                let filled = Filled::from_form(object, &request.form, &errors);
                let form = editing(&view, &record, field, &filled, &clash.theirs, Some(&clash));
                Ok(answer(&view, &record, form).status(StatusCode::CONFLICT))
            }
            Err(Error::Invalid(errors)) => {
                let record = record::find(cx, object, id)?;
                let view = view.with_titles([&record])?;
                let filled = Filled::from_form(object, &request.form, &errors);
                let form = editing(&view, &record, field, &filled, record.get(&field.key), None);
                Ok(answer(&view, &record, form).status(StatusCode::UNPROCESSABLE_ENTITY))
            }
            Err(error) => Err(error),
        }
    })
}

/// The fragment; without script a page of its own.
fn answer(view: &View, record: &Record, fragment: Markup) -> Response {
    if view.request.is_fragment() {
        return Response::fragment(fragment);
    }
    let title = record.title(&view.reading);
    let head = PageHead { title: &title, count: None, lead: None, actions: html! {} };
    let body = html! { (page_head(&head)) (fragment) };
    view.page(Page::new(title.clone(), format!("/{}", record.object.path), body))
}

fn place(record: &Record, field: &Field) -> String {
    format!("{}-{}-{}", record.object.key, record.id, field.key.replace('_', "-"))
}

/// A value with the way to edit it.
pub fn showing(view: &View, record: &Record, field: &Field) -> Markup {
    let label = view.label(&record.object, field);
    let may = !field.computed && record.trashed_at.is_none() && view.may_on(record, Verb::Edit);
    let address = format!("{}/fields/{}", record.address(), field.key);
    let edit = view.tf("edit-field", &[("name", label.as_ref().into())]);
    html! {
        k-edit id=(place(record, field)) {
            span.value { (show::value(view, record, field)) }
            @if may {
                // The id lets the focus stay when the value is drawn anew.
                a data-open id={ (place(record, field)) "-open" } href=(address) hx-get=(address) hx-target="closest k-edit" hx-swap="outerHTML"
                    aria-label=(edit) title=(edit) { (web::html::icon("edit")) }
            }
        }
    }
}

fn editing(
    view: &View,
    record: &Record,
    field: &Field,
    filled: &Filled,
    seen: &Json,
    clash: Option<&Clash>,
) -> Markup {
    let address = format!("{}/fields/{}", record.address(), field.key);
    html! {
        k-edit id=(place(record, field)) {
            form.editor method="post" action=(address) hx-post=(address) hx-target="closest k-edit" hx-swap="outerHTML" {
                input type="hidden" name="seen" value=(seen);
                (form::control(view, filled, field))
                @if let Some(clash) = clash { (conflict(view, field, clash)) }
                div.buttons {
                    (button(view.t(if clash.is_some() { "keep-mine" } else { "save" })).small())
                    a.button data-kind="plain" data-size="s" data-cancel href=(record.address())
                        hx-get={ (address) "/shown" } hx-target="closest k-edit" hx-swap="outerHTML" {
                        (view.t(if clash.is_some() { "take-theirs" } else { "cancel" }))
                    }
                }
            }
        }
    }
}

fn conflict(view: &View, field: &Field, clash: &Clash) -> Markup {
    let who = view.user(clash.made.as_ref().and_then(|made| made.by));
    html! {
        div.conflict role="alert" {
            p { b { (who) } " " (view.t("changed-this-to")) " " b { "“" (field.kind.show(&clash.theirs, &view.reading)) "”" }
                @if let Some(made) = &clash.made { " " (view.moment(made.at)) } }
        }
    }
}

fn whole(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    app.read(request, |cx| {
        let record = record::find(cx, object, request.params.id("id")?)?;
        let view = View::new(app, request, cx)?.with_titles([&record])?;
        access::require_on(cx, &record, Verb::Edit)?;
        let errors = FieldErrors::default();
        let filled = Filled::from_record(&view, &record, &errors);
        Ok(form_page(&view, &record, &filled, &[]))
    })
}

fn save_whole(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let id = request.params.id("id")?;
    let outcome = app.write(request, |tx| {
        let reading = Reading { users: Arc::new(identity::members::names(tx)?), ..Reading::plain(tx) };
        let (values, errors) = form::parse(object, &form::pairs(&request.form), &reading);
        errors.into_result()?;
        let seen: Values = serde_json::from_str(request.form.text("seen")).unwrap_or_default();
        let mut set = ChangeSet::new(tx, "change-edited");
        let edited = save::edit(tx, &mut set, object, id, values, &seen)?;
        let undo = (set.touched() > 0).then(|| format!("/changes/{}/undo", set.id));
        set.close(tx)?;
        Ok((edited, undo))
    });
    app.read(request, |cx| {
        if let Ok((Edited::Saved(record), undo)) = outcome {
            let view = View::new(app, request, cx)?;
            let text = view.tf("toast-saved", &[("name", record.title(&view.reading).into())]);
            return Ok(Response::redirect(left_to(&view, &record)).toast(text, undo));
        }
        let record = record::find(cx, object, id)?;
        let view = View::new(app, request, cx)?.with_titles([&record])?;
        match outcome {
            Ok((Edited::Saved(_), _)) => Ok(Response::redirect(record.address())),
            Ok((Edited::Clashed(clashes), _)) => {
                let errors = FieldErrors::default();
                let filled = Filled::from_form(object, &request.form, &errors);
                Ok(form_page(&view, &record, &filled, &clashes).status(StatusCode::CONFLICT))
            }
            Err(Error::Invalid(errors)) => {
                let filled = Filled::from_form(object, &request.form, &errors);
                Ok(form_page(&view, &record, &filled, &[]).status(StatusCode::UNPROCESSABLE_ENTITY))
            }
            Err(error) => Err(error),
        }
    })
}

/// The card that was saved; the list when it was given to somebody whose cards the reader does not see.
fn left_to(view: &View, record: &Record) -> String {
    if view.may_on(record, Verb::See) { record.address() } else { format!("/{}", record.object.path) }
}

fn form_page(view: &View, record: &Record, filled: &Filled, clashes: &[Clash]) -> Response {
    let title = record.title(&view.reading);
    let seen: Values = form::typed_fields(&record.object)
        .map(|field| (field.key.clone(), record.get(&field.key).clone()))
        .collect();
    // A form that failed keeps what was seen first; one that clashed has now seen the other's values.
    let first = view.request.form.get("seen").filter(|_| clashes.is_empty()).map(str::to_owned);
    let seen = first.unwrap_or_else(|| Json::Object(seen).to_string());
    let body = html! {
        (page_head(&PageHead { title: &title, count: None, lead: None, actions: html! {} }))
        form.form method="post" action=(record.address()) novalidate {
            input type="hidden" name="seen" value=(seen);
            @for clash in clashes {
                @if let Ok(field) = record.object.field(&clash.field) {
                    p { b { (view.label(&record.object, field)) } }
                    (conflict(view, field, clash))
                }
            }
            (form::controls(view, filled))
            div.form-actions {
                (button(view.t(if clashes.is_empty() { "save" } else { "keep-mine" })).primary())
                (link_button(record.address(), view.t("cancel")).plain())
            }
        }
    };
    view.page(Page::new(title.clone(), format!("/{}", record.object.path), body))
}
