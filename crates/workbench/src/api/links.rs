//! Relations between cards: those of a card, making one, changing its role and dates, taking it away; and the kinds
//! there are.

use kernel::{Cx, Error, FieldErrors, Id, Result, Text};
use records::{
    Json,
    field::reference,
    links::{self, Link, NewLink, Related},
    record,
};
use serde_json::{Map, json};

use super::{answer::Answer, call::Call, catalog, object_at, openapi::bodies, shape, write::alone};

pub(super) fn list(call: &Call) -> Result<Answer> {
    call.knows(&[])?;
    call.read(|cx| {
        let object = object_at(cx, call.object())?;
        let card = record::find(cx, &object, call.id()?)?;
        let related: Vec<Json> = links::of(cx, card.id)?.iter().map(seen).collect();
        Answer::json(&json!({ "data": related }))
    })
}

/// `kind` begins with a minus when the relation begins at the other card, as in "-works_at": the company's side.
pub(super) fn add(call: &Call) -> Result<Answer> {
    call.knows(&[])?;
    let body = call.body()?;
    let body = object(&body, &bodies::new_link())?;
    let text = |name: &str| body.get(name).and_then(Json::as_str).unwrap_or_default();
    call.write(|tx| {
        let own = object_at(tx, call.object())?;
        let card = record::find(tx, &own, call.id()?)?;
        let to = body.get("to").cloned().unwrap_or_default();
        let no_card = || Error::invalid("to", "api-no-such-card");
        let (other, other_id) = reference::target(&to).ok_or_else(no_card)?;
        let declared = catalog(tx)?.object(other).cloned().map_err(|_| no_card())?;
        if record::titles_of(tx, &declared, &[other_id])?.is_empty() {
            return Err(no_card());
        }
        let (here, there) = ((own.key, card.id), (other, other_id));
        let (kind, from, to) = match text("kind").strip_prefix('-') {
            Some(kind) => (kind, there, here),
            None => (text("kind"), here, there),
        };
        let new = NewLink {
            kind,
            from,
            to,
            role: text("role"),
            started_on: text("started_on"),
            ended_on: text("ended_on"),
        };
        let link = alone(tx, "change-linked", |tx, set| links::add(tx, set, &new))?;
        Ok(Answer::json(&written(&link))?.created(format!("{}/links/{}", super::BASE, link.id)))
    })
}

pub(super) fn change(call: &Call) -> Result<Answer> {
    call.knows(&[])?;
    let body = call.body()?;
    let body = object(&body, &bodies::link_change())?;
    call.write(|tx| {
        let before = links::find(tx, call.id()?)?;
        let text = |name: &str, kept: &str| {
            body.get(name)
                .map_or_else(|| kept.to_owned(), |value| value.as_str().unwrap_or_default().to_owned())
        };
        let (role, from, until) = (
            text("role", &before.role),
            text("started_on", &before.started_on),
            text("ended_on", &before.ended_on),
        );
        let link =
            alone(tx, "change-linked", |tx, set| links::change(tx, set, before.id, &role, &from, &until))?;
        Answer::json(&written(&link))
    })
}

pub(super) fn remove(call: &Call) -> Result<Answer> {
    call.knows(&[])?;
    call.write(|tx| {
        let id = call.id()?;
        alone(tx, "change-unlinked", |tx, set| links::remove(tx, set, id))?;
        Ok(Answer::nothing())
    })
}

pub(super) fn kinds(call: &Call) -> Result<Answer> {
    call.knows(&[])?;
    call.read(|cx| Answer::json(&json!({ "data": all_kinds(cx)? })))
}

/// Those of the product and those of the workspace.
pub(super) fn all_kinds(cx: &Cx) -> Result<Vec<Json>> {
    let locale = locale::Locale::new(cx.locality());
    let mut found: Vec<Json> = Vec::new();
    for kind in &catalog(cx)?.link_kinds {
        found.push(json!({
            "kind": kind.key, "from": kind.from, "to": kind.to, "symmetric": kind.symmetric,
            "forth": locale.t(&kind.text(true)), "back": locale.t(&kind.text(false)),
        }));
    }
    for kind in links::custom_kinds(cx)? {
        found.push(json!({
            "kind": kind.id, "from": kind.from_object, "to": kind.to_object, "symmetric": kind.forth == kind.back,
            "forth": kind.forth, "back": kind.back,
        }));
    }
    Ok(found)
}

/// The body as an object of this shape.
fn object<'b>(body: &'b Json, schema: &Json) -> Result<&'b Map<String, Json>> {
    let mut errors = FieldErrors::default();
    shape::fits(body, schema, "", &mut errors);
    errors.into_result()?;
    let wrong = || Error::Invalid(FieldErrors::of("", Text::new("api-wrong-type").with("type", "object")));
    body.as_object().ok_or_else(wrong)
}

/// A relation as it is sent.
fn written(link: &Link) -> Json {
    let mut sent = Map::new();
    sent.insert("id".to_owned(), link.id.to_string().into());
    sent.insert("kind".to_owned(), link.kind.clone().into());
    sent.insert("from".to_owned(), card(&link.from_object, link.from));
    sent.insert("to".to_owned(), card(&link.to_object, link.to));
    let filled = [("role", &link.role), ("started_on", &link.started_on), ("ended_on", &link.ended_on)];
    for (name, text) in filled.into_iter().filter(|(_, text)| !text.is_empty()) {
        sent.insert(name.to_owned(), text.clone().into());
    }
    Json::Object(sent)
}

fn card(object: &str, id: Id) -> Json {
    reference::reference(object, id)
}

/// With the other card, seen from one.
fn seen(related: &Related) -> Json {
    let mut sent = written(&related.link);
    sent["other"] = card(&related.object, related.id);
    sent["title"] = related.title.clone().into();
    sent
}
