//! Writing one record: creating, changing, throwing away, taking back. The batch does the same many times.

use std::sync::Arc;

use kernel::{Cx, Error, FieldErrors, Id, Result, Text, Tx};
use records::{
    ChangeSet, Json, Object, Record, record,
    save::{self, Values},
};
use serde_json::Map;
use web::StatusCode;

use super::{
    alike,
    answer::Answer,
    call::{Call, OVERRIDE},
    object_at, wire,
};
use crate::contact;

pub(super) fn create(call: &Call) -> Result<Answer> {
    call.knows(&["duplicates", OVERRIDE])?;
    let wish = OnDuplicates::of(call)?;
    let body = call.body()?;
    // Who only wants to be told does not keep other writers waiting meanwhile; what is wrong with the card is said when it is written.
    let alike_before = match wish {
        OnDuplicates::Tell => call.look(|cx| {
            let object = object_at(cx, call.object())?;
            alike::of_values(cx, &object, wire::values(cx, &object, fields(&body, &["fields"])?)?)
        }),
        OnDuplicates::Refuse | OnDuplicates::Ignore => Ok(Vec::new()),
    };
    let alike_before = match alike_before {
        Err(failed @ (Error::Internal(_) | Error::Unavailable(_))) => return Err(failed),
        looked => looked.unwrap_or_default(),
    };
    call.write(|tx| {
        let object = object_at(tx, call.object())?;
        let done = alone(tx, "change-created", |tx, set| {
            Write::Create.run(tx, set, &object, fields(&body, &["fields"])?)
        })?;
        let mut answer = done.sent(tx)?;
        let alike = match wish {
            OnDuplicates::Refuse => alike::of_written(tx, &done)?,
            _ if done.seen => alike_before,
            _ => Vec::new(),
        };
        if wish == OnDuplicates::Refuse && !alike.is_empty() {
            return Err(alike::refusal(&alike));
        }
        if !alike.is_empty() {
            answer["duplicates"] = alike::sent(tx, &alike)?;
        }
        let version = wire::version(&done.record);
        Ok(Answer::json(&answer)?.version(version).created(wire::location(&object, done.record.id)))
    })
}

/// What a caller wishes when the new card may be there already.
#[derive(Clone, Copy, PartialEq, Eq)]
enum OnDuplicates {
    /// It is created, and the answer tells.
    Tell,
    /// It is not created, and the problem tells.
    Refuse,
    /// Nobody looks.
    Ignore,
}

impl OnDuplicates {
    fn of(call: &Call) -> Result<OnDuplicates> {
        match call.request.query.get("duplicates") {
            None | Some("tell") => Ok(OnDuplicates::Tell),
            Some("refuse") => Ok(OnDuplicates::Refuse),
            Some("ignore") => Ok(OnDuplicates::Ignore),
            Some(_) => Err(Error::invalid("duplicates", "not-a-choice")),
        }
    }
}

pub(super) fn update(call: &Call) -> Result<Answer> {
    call.knows(&[OVERRIDE])?;
    let body = call.body()?;
    change(call, "change-edited", |tx, set, object, id| {
        Write::Update(id).run(tx, set, object, fields(&body, &["fields"])?)
    })
}

pub(super) fn delete(call: &Call) -> Result<Answer> {
    call.knows(&[])?;
    change(call, "change-trashed", |tx, set, object, id| Write::Delete(id).run(tx, set, object, &Map::new()))
}

pub(super) fn restore(call: &Call) -> Result<Answer> {
    call.knows(&[])?;
    change(call, "change-restored", |tx, set, object, id| {
        Write::Restore(id).run(tx, set, object, &Map::new())
    })
}

/// Changes the record of the address, if it is still as the caller saw it.
fn change(
    call: &Call,
    label: &'static str,
    work: impl FnOnce(&mut Tx, &mut ChangeSet, &Arc<Object>, Id) -> Result<Written>,
) -> Result<Answer> {
    let id = call.id()?;
    call.write(|tx| {
        let object = object_at(tx, call.object())?;
        if call.request.headers.contains_key("if-match") {
            call.saw(&wire::version(&record::find_to_change(tx, &object, id)?))?;
        }
        let written = alone(tx, label, |tx, set| work(tx, set, &object, id))?;
        told(tx, &written)
    })
}

/// A change set of one.
pub fn alone<T>(
    tx: &mut Tx,
    label: &'static str,
    work: impl FnOnce(&mut Tx, &mut ChangeSet) -> Result<T>,
) -> Result<T> {
    let mut set = ChangeSet::new(tx, label);
    let done = work(tx, &mut set)?;
    set.close(tx)?;
    Ok(done)
}

pub(super) fn told(tx: &Tx, written: &Written) -> Result<Answer> {
    Ok(Answer::json(&written.sent(tx)?)?.version(wire::version(&written.record)))
}

/// The fields of a body, which has no members but these.
pub(super) fn fields<'b>(body: &'b Json, members: &[&str]) -> Result<&'b Map<String, Json>> {
    let body = body.as_object().ok_or_else(|| Error::Invalid(FieldErrors::of("", not("object"))))?;
    let mut errors = FieldErrors::default();
    for name in body.keys().filter(|name| !members.contains(&name.as_str())) {
        errors.add(name, Text::new("no-such-field"));
    }
    errors.into_result()?;
    let fields = body.get("fields").ok_or_else(|| Error::invalid("fields", "required"))?;
    fields.as_object().ok_or_else(|| Error::Invalid(FieldErrors::of("fields", not("object"))))
}

fn not(kind: &'static str) -> Text {
    Text::new("api-wrong-type").with("type", kind)
}

/// What is to be done with one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Write {
    Create,
    Update(Id),
    Delete(Id),
    Restore(Id),
}

/// A record that was written.
#[derive(Debug)]
pub struct Written {
    pub record: Record,
    /// Whoever wrote it may still see it; it is not when they gave it to somebody whose cards they do not see.
    pub seen: bool,
}

impl Written {
    pub fn find(cx: &Cx, object: &Arc<Object>, id: Id) -> Result<Written> {
        let (record, seen) = record::find_written(cx, object, id)?;
        Ok(Written { record, seen })
    }

    /// The record as its writer may read it: whole, or only that it was written.
    pub fn sent(&self, cx: &Cx) -> Result<Json> {
        match self.seen {
            true => wire::sent(&self.record, &wire::reading(cx, [&self.record])?),
            false => Ok(serde_json::json!({
                "id": self.record.id,
                "object": self.record.object.key,
                "version": wire::version(&self.record),
                "visible": false,
            })),
        }
    }
}

impl Write {
    /// Does it, as part of a change set; the record as its writer sees it then.
    pub fn run(
        self,
        tx: &mut Tx,
        set: &mut ChangeSet,
        object: &Arc<Object>,
        fields: &Map<String, Json>,
    ) -> Result<Written> {
        let id = match self {
            Write::Create => {
                let mut values = wire::values(tx, object, fields)?;
                if let Some(reason) = contact::allow(tx, object, None, &mut values)? {
                    set.despite(tx, &reason)?;
                }
                save::create(tx, set, object, values)?
            }
            Write::Update(id) => {
                let mut values = wire::values(tx, object, fields)?;
                let before = record::find(tx, object, id)?;
                if let Some(reason) = contact::allow(tx, object, Some(&before), &mut values)? {
                    set.despite(tx, &reason)?;
                }
                save::edit(tx, set, object, id, values, &Values::new())?.saved()?;
                id
            }
            Write::Delete(id) => save::trash(tx, set, object, id)?.id,
            Write::Restore(id) => save::restore(tx, set, object, id)?.id,
        };
        // Behaviours may have changed more than was asked for, and not all of it is for the actor to read.
        Written::find(tx, object, id)
    }

    pub(super) fn status(self) -> StatusCode {
        if self == Write::Create { StatusCode::CREATED } else { StatusCode::OK }
    }
}
