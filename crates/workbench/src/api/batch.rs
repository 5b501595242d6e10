//! Many writes in one call: all of them or none, or each by itself. Either way they are one change set, which one undo
//! takes back.

use std::sync::Arc;

use kernel::{Error, FieldErrors, Id, Result, Text, Tx};
use locale::Locale;
use records::{ChangeSet, Json, Object, record, save};
use serde_json::{Map, json};
use web::StatusCode;

use crate::contact;

use super::{
    answer::Answer,
    call::{Call, OVERRIDE},
    object_at, problem, upsert, wire,
    write::{Write, Written, fields},
};

/// Operations in one call.
pub(super) const MOST: usize = 1_000;
const LABEL: &str = "change-batch";

/// What one operation came to.
type Outcome = Result<(Written, StatusCode)>;

pub(super) fn batch(call: &Call) -> Result<Answer> {
    call.knows(&[OVERRIDE])?;
    let body = call.body()?;
    let (operations, atomic) = read(&body)?;
    call.write(|tx| {
        let object = object_at(tx, call.object())?;
        let results = if atomic {
            all_or_none(tx, &object, operations)?
        } else {
            each_by_itself(tx, &object, operations)?
        };
        Answer::json(&json!({ "results": results }))
    })
}

fn read(body: &Json) -> Result<(&[Json], bool)> {
    let wrong = |name: &str, kind: &'static str| {
        Error::Invalid(FieldErrors::of(name, Text::new("api-wrong-type").with("type", kind)))
    };
    let members = body.as_object().ok_or_else(|| wrong("", "object"))?;
    if let Some(name) = members.keys().find(|name| !["atomic", "operations"].contains(&name.as_str())) {
        return Err(Error::invalid(name, "no-such-field"));
    }
    let atomic = match members.get("atomic") {
        None => true,
        Some(atomic) => atomic.as_bool().ok_or_else(|| wrong("atomic", "boolean"))?,
    };
    let operations = members.get("operations").ok_or_else(|| Error::invalid("operations", "required"))?;
    let operations = operations.as_array().ok_or_else(|| wrong("operations", "array"))?;
    if operations.len() > MOST {
        let text = Text::new("api-too-many-items").with("most", MOST);
        return Err(Error::Invalid(FieldErrors::of("operations", text)));
    }
    Ok((operations, atomic))
}

fn all_or_none(tx: &mut Tx, object: &Arc<Object>, operations: &[Json]) -> Result<Vec<Json>> {
    let mut set = ChangeSet::new(tx, LABEL);
    let mut results = Vec::with_capacity(operations.len());
    for (at, operation) in operations.iter().enumerate() {
        let (written, status) = run(tx, &mut set, object, operation).map_err(|error| placed(error, at))?;
        results.push(done(tx, &written, status)?);
    }
    set.close(tx)?;
    Ok(results)
}

/// The mistake, named with the number of its operation.
fn placed(error: Error, at: usize) -> Error {
    let way = |name: &str| match name {
        "" => format!("operations/{at}"),
        name => format!("operations/{at}/{name}"),
    };
    match error {
        Error::Invalid(errors) => {
            Error::Invalid(FieldErrors(errors.0.into_iter().map(|(name, text)| (way(&name), text)).collect()))
        }
        Error::NotFound => Error::invalid(way("id"), "api-no-such-card"),
        Error::Conflict(text) if text.key != contact::REFUSED => {
            Error::Invalid(FieldErrors::of(way(""), text))
        }
        other => other,
    }
}

fn each_by_itself(tx: &mut Tx, object: &Arc<Object>, operations: &[Json]) -> Result<Vec<Json>> {
    let locale = Locale::new(tx.locality());
    let mut set = ChangeSet::new(tx, LABEL);
    // What an operation wrote may be taken back, but not the set that the others are in.
    set.store(tx)?;
    let (id, mut kept) = (set.id, 0);
    let mut results = Vec::with_capacity(operations.len());
    for operation in operations {
        let outcome: Outcome = tx.attempt(|tx| {
            let mut set = ChangeSet::resume(id, LABEL);
            let outcome = run(tx, &mut set, object, operation)?;
            set.close(tx)?;
            Ok(outcome)
        })?;
        results.push(match outcome {
            Ok((written, status)) => {
                kept += 1;
                done(tx, &written, status)?
            }
            Err(fault @ (Error::Internal(_) | Error::Unavailable(_))) => return Err(fault),
            Err(error) => {
                let status = problem::status_of(&error);
                json!({ "status": status.as_u16(), "problem": problem::of(&locale, status, &error) })
            }
        });
    }
    if kept == 0 {
        save::forget_empty_set(tx, id)?;
    }
    Ok(results)
}

fn done(tx: &Tx, written: &Written, status: StatusCode) -> Result<Json> {
    Ok(json!({ "status": status.as_u16(), "record": written.sent(tx)? }))
}

/// `{"action": "update", "id": "…", "version": "…", "fields": {…}}`.
fn run(tx: &mut Tx, set: &mut ChangeSet, object: &Arc<Object>, operation: &Json) -> Outcome {
    let action = operation.get("action").ok_or_else(|| Error::invalid("action", "required"))?;
    let id = |name: &'static str| -> Result<Id> {
        let id = operation.get(name).ok_or_else(|| Error::invalid(name, "required"))?;
        id.as_str().and_then(|id| id.parse().ok()).ok_or_else(|| Error::invalid(name, "api-no-such-card"))
    };
    let none = Map::new();
    let (write, values) = match action.as_str() {
        Some("upsert") => return upsert::run(tx, set, object, operation, &["action", "match", "fields"]),
        Some("create") => (Write::Create, fields(operation, &["action", "fields"])?),
        Some("update") => {
            (Write::Update(id("id")?), fields(operation, &["action", "id", "version", "fields"])?)
        }
        Some("delete") => (Write::Delete(id("id")?), &none),
        Some("restore") => (Write::Restore(id("id")?), &none),
        _ => return Err(Error::invalid("action", "not-a-choice")),
    };
    if let (Some(version), false) = (operation.get("version").and_then(Json::as_str), write == Write::Create)
    {
        let before = record::find_to_change(tx, object, id("id")?)?;
        if wire::version(&before) != version {
            return Err(Error::conflict("api-changed-meanwhile"));
        }
    }
    Ok((write.run(tx, set, object, values)?, write.status()))
}
