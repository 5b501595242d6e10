//! What happened on a card, newest first: the records of its timeline.

use std::collections::HashMap;

use kernel::{Cx, Error, Id, Result, Timestamp};
use records::{Json, Record, record, timeline};
use serde_json::json;

use super::{answer::Answer, call::Call, catalog, object_at, wire};

pub(super) fn list(call: &Call) -> Result<Answer> {
    call.knows(&["limit", "after"])?;
    let limit = call.limit(50, 200)?;
    let after = call.request.query.get("after").map(place).transpose()?;
    call.read(|cx| {
        let object = object_at(cx, call.object())?;
        let card = record::find(cx, &object, call.id()?)?;
        Answer::json(&of_card(cx, &card, after, limit)?)
    })
}

/// `data` and `next`.
pub fn of_card(cx: &Cx, card: &Record, after: Option<(Timestamp, Id)>, limit: usize) -> Result<Json> {
    let entries = timeline::of_card(cx, card.id, after, limit + 1)?;
    let more = entries.len() > limit;
    let shown = &entries[..entries.len().min(limit)];
    let mut found: HashMap<Id, Record> = HashMap::new();
    for object in catalog(cx)?.objects() {
        let ids: Vec<Id> =
            shown.iter().filter(|entry| entry.object == object.key).map(|entry| entry.record).collect();
        if !ids.is_empty() {
            found.extend(record::find_many(cx, object, &ids)?);
        }
    }
    let records: Vec<&Record> = shown.iter().filter_map(|entry| found.get(&entry.record)).collect();
    let reading = wire::reading(cx, records.iter().copied())?;
    let data: Vec<Json> = records.iter().map(|record| wire::sent(record, &reading)).collect::<Result<_>>()?;
    let last = shown.last().filter(|_| more);
    let next = last.map(|entry| format!("{}.{}", entry.at.micros(), entry.record));
    Ok(json!({ "data": data, "next": next }))
}

fn place(text: &str) -> Result<(Timestamp, Id)> {
    let parsed = text.split_once('.').and_then(|(at, id)| Some((at.parse().ok()?, id.parse().ok()?)));
    let (at, id) = parsed.ok_or_else(|| Error::invalid("after", "not-a-place"))?;
    Ok((Timestamp::from_micros(at), id))
}
