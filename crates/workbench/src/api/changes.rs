//! The change feed: everything that changed, oldest first, from a place on. A program keeps the place it has read to and
//! asks again; nothing is told twice or missed.

use kernel::{Cx, Error, Id, Result};
use records::{
    Json,
    changes::{self, Change, feed},
    record,
};
use serde_json::{Map, json};

use super::{answer::Answer, call::Call, catalog, object_at, wire};

pub(super) fn list(call: &Call) -> Result<Answer> {
    call.knows(&["since", "object", "limit"])?;
    let limit = call.limit(100, 1_000)?;
    let no_place = |_| Error::invalid("since", "not-a-place");
    let since: Id =
        call.request.query.get("since").map_or(Ok(Id::NIL), |text| text.parse().map_err(no_place))?;
    call.read(|cx| {
        let ended = feed::ended(cx)?;
        let unknown = |_| Error::invalid("object", "not-a-choice");
        let object = call.request.query.get("object").map(|name| object_at(cx, name));
        let object = object.transpose().map_err(unknown)?;
        let found = feed::since(cx, &ended, since, object.as_ref().map(|object| object.key), limit)?;
        let next = found.last().map_or(since, |change| change.id);
        let data = found.iter().map(|change| sent(cx, change)).collect::<Result<Vec<Json>>>()?;
        Answer::json(&json!({ "data": data, "next": next, "more": data.len() == limit }))
    })
}

/// The history of one record, newest first.
pub(super) fn of_record(call: &Call) -> Result<Answer> {
    call.knows(&["limit", "after"])?;
    let limit = call.limit(50, 200)?;
    let no_place = |_| Error::invalid("after", "not-a-place");
    let after = call.request.query.get("after").map(|text| text.parse().map_err(no_place)).transpose()?;
    call.read(|cx| {
        let object = object_at(cx, call.object())?;
        let record = record::find(cx, &object, call.id()?)?;
        let found = changes::of_record(cx, record.id, after, limit)?;
        let next = found.last().filter(|_| found.len() == limit).map(|change| change.id);
        let data = found.iter().map(|change| sent(cx, change)).collect::<Result<Vec<Json>>>()?;
        Answer::json(&json!({ "data": data, "next": next }))
    })
}

/// A change as it is sent.
pub fn sent(cx: &Cx, change: &Change) -> Result<Json> {
    let catalog = catalog(cx)?;
    let object = catalog.object(&change.object).ok();
    let value = |key: &str, value: &Json| {
        let field = object.and_then(|object| object.at(key).map(|at| &object.fields[at]));
        field.map_or_else(|| value.clone(), |field| wire::value(field, value))
    };
    let fields: Map<String, Json> = change
        .fields
        .iter()
        .map(|(key, (before, after))| {
            (key.clone(), json!({ "before": value(key, before), "after": value(key, after) }))
        })
        .collect();
    Ok(json!({
        "id": change.id,
        "kind": change.kind.key(),
        "object": change.object,
        "record": change.record,
        "set": change.set,
        "at": change.made.at.to_string(),
        "by": change.made.by,
        "through": change.made.through,
        "fields": fields,
    }))
}
