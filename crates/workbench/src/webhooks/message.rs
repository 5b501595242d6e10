//! What is sent: `{"type": "person.edited", "timestamp": …, "data": {"change": …, "record": …}}`. The record is as it
//! was when the message was written; it is missing when it has been erased since.

use kernel::{Cx, Error, Id, Result, Tx};
use records::{Json, changes::Change, record};
use serde_json::json;

use super::{delivery, find};
use crate::api::{catalog, changes, wire};

/// A message that is ready.
#[derive(Debug)]
pub(super) struct Message {
    pub(super) event: String,
    pub(super) body: String,
}

pub(super) fn of_change(cx: &Cx, change: &Change) -> Result<Message> {
    let event = format!("{}.{}", change.object, change.kind.key());
    let mut data = json!({ "change": changes::sent(cx, change)? });
    if let Some(record) = current(cx, change)? {
        data["record"] = record;
    }
    let body = json!({ "type": event, "timestamp": change.made.at.to_string(), "data": data }).to_string();
    Ok(Message { event, body })
}

fn current(cx: &Cx, change: &Change) -> Result<Option<Json>> {
    let catalog = catalog(cx)?;
    let Ok(object) = catalog.object(&change.object) else { return Ok(None) };
    match record::find(cx, object, change.record) {
        Ok(record) => Ok(Some(wire::sent(&record, &wire::reading(cx, [&record])?)?)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Puts a message into the log that tells of nothing: to see whether it arrives; for admins.
pub fn test(tx: &mut Tx, webhook: Id) -> Result<Id> {
    tx.require(kernel::Role::Admin)?;
    let webhook = find(tx, webhook)?;
    let body =
        json!({ "type": "test", "timestamp": tx.now().to_string(), "data": { "webhook": webhook.name } });
    let message = Message { event: "test".to_owned(), body: body.to_string() };
    let delivery = delivery::write(tx, webhook.id, &message)?;
    super::deliver::soon(tx, webhook.id)?;
    Ok(delivery)
}
