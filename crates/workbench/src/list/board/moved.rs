//! Moving a card of a board: it gets the value of another column. Where a rule forbids that, the answer says why, and offers the
//! fields that are missing; they are sent together with the move.

use std::sync::Arc;

use kernel::{Error, FieldErrors, Result};
use records::{
    ChangeSet, Field, Json, Object, Record,
    access::{self, Verb},
    field::{Input, Reading},
    rank::{self, Beside},
    record,
    save::{self, Values},
};
use web::{
    Form, Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{Dialog, PageHead, Tone, button, dialog, link_button, notice, page_head},
    local_address,
};

use super::title_of;
use crate::{
    App, View,
    form::{self, Filled},
    place::Place,
    view::Page,
};

/// Where the answer to a move that was stopped stands, beside the board: what is drawn anew must not take it away.
pub(crate) const STOPPED: &str = "board-stopped";

pub(crate) fn routes(routes: &mut Routes<App>, place: &Place) {
    place.post(routes, "/{id}/column", Permission::Write, move_card);
}

fn move_card(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let by = &object.fields[object.at(request.form.text("by")).ok_or(Error::NotFound)?];
    if by.computed || by.hidden || by.retired {
        return Err(Error::NotFound);
    }
    let id = request.params.id("id")?;
    let moved = app.write(request, |tx| {
        let reading = Reading { users: Arc::new(identity::members::names(tx)?), ..Reading::plain(tx) };
        let (values, errors) = form::parse(object, &form::pairs(&request.form), &reading);
        errors.into_result()?;
        let seen = request.form.get("seen").and_then(|seen| serde_json::from_str(seen).ok());
        let seen = seen.map(|seen: Json| (by.key.clone(), seen)).into_iter().collect::<Values>();
        let mut set = ChangeSet::new(tx, "change-edited");
        let record = save::edit(tx, &mut set, object, id, values, &seen)?.saved()?;
        if let Some(beside) = beside(&request.form) {
            rank::place(tx, object, id, beside)?;
        }
        let touched = set.touched() > 0;
        set.close(tx)?;
        Ok((record, touched.then_some(set.id)))
    });
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match moved {
            Ok((record, set)) => {
                let title = record.title(&view.reading);
                let to = title_of(&view, by, record.get(&by.key));
                let text = view.tf("board-toast-moved", &[("name", title.into()), ("to", to.into())]);
                let answer = match request.is_fragment() {
                    true => Response::fragment(html! {}),
                    false => Response::redirect(back(request, object)),
                };
                Ok(match set {
                    Some(set) => answer.toast(text, Some(format!("/changes/{set}/undo"))),
                    None => answer,
                })
            }
            Err(Error::Invalid(errors)) => {
                let record = record::find(cx, object, id)?;
                access::require_on(cx, &record, Verb::Edit)?;
                let view = view.with_titles([&record])?;
                Ok(stopped(&view, &record, by, &errors).status(StatusCode::UNPROCESSABLE_ENTITY))
            }
            Err(error) => Err(error),
        }
    })
}

/// Beside which card of the column it was put, where somebody chose a place.
fn beside(form: &Form) -> Option<Beside> {
    let card = |name: &str| form.text(name).parse().ok();
    card("place.behind").map(Beside::Behind).or_else(|| card("place.before").map(Beside::Before))
}

fn back(request: &Request, object: &Object) -> String {
    let back = request.form.get("back").and_then(local_address);
    back.map_or_else(|| format!("/{}", object.path), str::to_owned)
}

/// What a move lacks, as a dialog over the board; without script as a page.
fn stopped(view: &View, record: &Record, by: &Field, errors: &FieldErrors) -> Response {
    let object = &record.object;
    let wanted = by.kind.check(&Json::from(view.request.form.text(&by.key))).unwrap_or_default();
    let key = if is_asked_again(view, object, by, errors) { "board-stopped" } else { "board-asks" };
    let title = view
        .tf(key, &[("name", record.title(&view.reading).into()), ("to", title_of(view, by, &wanted).into())]);
    let form = what_is_missing(view, record, by, errors);
    if view.request.is_fragment() {
        let close = view.t("close");
        let dialog =
            Dialog { id: "move", title: &title, close: &close, large: false, body: form, footer: None };
        return Response::fragment(self::dialog(&dialog));
    }
    let body = html! {
        (page_head(&PageHead { title: &title, count: None, lead: None, actions: html! {} }))
        (form)
    };
    view.page(Page::new(title.clone(), format!("/{}", object.path), body))
}

/// The fields that something is wrong with, to be filled in; what was sent is sent again.
fn what_is_missing(view: &View, record: &Record, by: &Field, errors: &FieldErrors) -> Markup {
    let object = &record.object;
    let typed = |key: &str| form::typed_fields(object).find(|field| field.key == key && field.key != by.key);
    let asked: Vec<&Field> = errors.0.iter().filter_map(|(key, _)| typed(key)).collect();
    let told = errors.0.iter().filter(|(key, _)| asked.iter().all(|field| field.key != **key));
    let sent = form::pairs(&view.request.form);
    // Nobody is told off for what was not asked yet.
    let none = FieldErrors::default();
    let told_off = is_asked_again(view, object, by, errors);
    let mut filled = Filled::from_record(view, record, if told_off { errors } else { &none });
    // What was typed into the dialog stands before what the card has.
    let again = |name: &str| asked.iter().any(|field| owns(field, name));
    filled.pairs.retain(|(name, _)| !asked.iter().any(|field| owns(field, name) && is_sent(&sent, field)));
    filled.pairs.extend(sent.iter().filter(|(name, _)| again(name)).cloned());
    let address = format!("{}/column", record.address());
    let over = view.request.is_fragment();
    html! {
        form.form method="post" action=(address) novalidate
            hx-post=[over.then_some(&address)] hx-target=[over.then_some(format!("#{STOPPED}"))] hx-swap=[over.then_some("innerHTML")] {
            @for (name, value) in sent.iter().filter(|(name, _)| !again(name)) {
                input type="hidden" name=(name) value=(value);
            }
            @for (_, text) in told { (notice(Some(Tone::Warning), &html! { (view.render(text)) }, None)) }
            @for field in &asked { (form::control(view, &filled, field)) }
            div.form-actions {
                @if !asked.is_empty() { (button(view.t("board-move-now")).primary()) }
                (link_button(back(view.request, object), view.t("cancel")).plain().flag("data-close"))
            }
        }
    }
}

/// The fields that something is wrong with were sent before, or there is nothing that could be filled in.
fn is_asked_again(view: &View, object: &Object, by: &Field, errors: &FieldErrors) -> bool {
    let sent = form::pairs(&view.request.form);
    let mut asked = form::typed_fields(object)
        .filter(|field| field.key != by.key && errors.get(&field.key).is_some())
        .peekable();
    asked.peek().is_none() || asked.any(|field| is_sent(&sent, field))
}

/// Whether an input of this name is the field's.
fn owns(field: &Field, name: &str) -> bool {
    name.strip_prefix(field.key.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn is_sent(sent: &records::field::Pairs, field: &Field) -> bool {
    Input::new(sent, &field.key).present()
}
