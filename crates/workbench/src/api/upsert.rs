//! Creating a record, or changing the one that has the same value in a field: programs that know cards by an e-mail or
//! by a key of their own need not look first.

use std::sync::Arc;

use kernel::{Error, FieldErrors, Result, Text, Tx};
use records::{ChangeSet, Json, Object};
use web::StatusCode;

use super::{
    answer::Answer,
    call::{Call, OVERRIDE},
    lookup, object_at, wire,
    write::{Write, Written, alone, fields, told},
};

pub(super) fn upsert(call: &Call) -> Result<Answer> {
    call.knows(&[OVERRIDE])?;
    let body = call.body()?;
    call.write(|tx| {
        let object = object_at(tx, call.object())?;
        let (written, status) =
            alone(tx, "change-edited", |tx, set| run(tx, set, &object, &body, &["match", "fields"]))?;
        let answer = told(tx, &written)?;
        Ok(match status {
            StatusCode::CREATED => answer.created(wire::location(&object, written.record.id)),
            _ => answer,
        })
    })
}

/// What became of it: `CREATED`, or `OK` for a record that was there. The field that matched is left as it is on the
/// card, so that its other e-mails stay.
pub(super) fn run(
    tx: &mut Tx,
    set: &mut ChangeSet,
    object: &Arc<Object>,
    body: &Json,
    members: &[&str],
) -> Result<(Written, StatusCode)> {
    let sent = fields(body, members)?;
    let by = body.get("match").ok_or_else(|| Error::invalid("match", "required"))?;
    let wrong =
        || Error::Invalid(FieldErrors::of("match", Text::new("api-wrong-type").with("type", "string")));
    let by = by.as_str().ok_or_else(wrong)?;
    if object.at(by).is_none() {
        let text = Text::new("api-no-such-name").with("name", by);
        return Err(Error::Invalid(FieldErrors::of("match", text)));
    }
    let values = wire::values(tx, object, sent)?;
    match lookup::the_one(tx, object, by, &values)? {
        None => Ok((Write::Create.run(tx, set, object, sent)?, StatusCode::CREATED)),
        Some(found) => {
            let mut rest = sent.clone();
            rest.remove(by);
            Ok((Write::Update(found.id).run(tx, set, object, &rest)?, StatusCode::OK))
        }
    }
}
