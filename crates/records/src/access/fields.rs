//! What the actor may do with each field. Whoever is limited works with a catalogue of their own, in which a hidden field is
//! offered nowhere and one that is only read is not typed; the gate refuses both, and what is read comes without the hidden.

use std::{collections::HashSet, sync::Arc};

use identity::rights::{FieldRight, Reach, Rights, Verb};
use kernel::{Cx, FieldErrors, Result, Text};

use super::{known, responsible};
use crate::{Catalog, Field, Object, Record, roll_up::RollUp, save::Values};

/// The catalogue as the actor has it.
pub(crate) fn for_actor(cx: &Cx, whole: Arc<Catalog>) -> Result<Arc<Catalog>> {
    if cx.workspace().is_nil() || cx.actor().user().is_none() {
        return Ok(whole);
    }
    let rights = identity::rights::of(cx)?;
    // What is added up of cards none of which the actor sees would tell of them.
    let unseen: HashSet<&str> = whole
        .objects()
        .iter()
        .filter(|object| !object.goes_with_card && rights.may(object.key, Verb::See) == Reach::None)
        .map(|object| object.key)
        .collect();
    let is_limited = |object: &Object| {
        let tells = object.roll_ups.iter().any(|roll_up| unseen.contains(&*roll_up.from));
        tells || rights.limits_fields(object.key)
    };
    if !whole.objects().iter().any(|object| is_limited(object)) {
        return Ok(whole);
    }
    let object = |object: &Arc<Object>| match is_limited(object) {
        true => Arc::new(limited(object, &rights, &unseen)),
        false => object.clone(),
    };
    Ok(Arc::new(Catalog::of(whole.objects().iter().map(object).collect(), whole.link_kinds.clone())))
}

fn limited(object: &Object, rights: &Rights, unseen: &HashSet<&str>) -> Object {
    let mut limited = object.reshaped();
    limited.formulas.clone_from(&object.formulas);
    limited.roll_ups.clone_from(&object.roll_ups);
    limited.rules.clone_from(&object.rules);
    for (at, field) in limited.fields.iter_mut().enumerate() {
        // What nothing shows is the product's own means, such as the day by which Today finds a task.
        if field.computed && field.hidden {
            continue;
        }
        field.right = rights.said_of_field(object.key, &field.key);
        let tells = |roll_up: &Arc<RollUp>| roll_up.key == field.key && unseen.contains(&*roll_up.from);
        if object.roll_ups.iter().any(tells) {
            field.right = FieldRight::Hidden;
        }
        // A card is not shown without its title.
        if field.key == object.title {
            field.right = field.right.max(FieldRight::ReadOnly);
        }
        if field.right == FieldRight::Editable {
            continue;
        }
        // Nobody types it, so nobody is asked to fill it in.
        field.computed = true;
        field.required = false;
        field.required_when = None;
        if field.right == FieldRight::Hidden {
            field.hidden = true;
            field.listed = false;
            limited.withheld.push(at);
        }
    }
    limited
}

/// A field by which the actor may ask; to others it is not there.
pub(crate) fn asked<'o>(cx: &Cx, object: &'o Object, key: &str) -> Result<&'o Field> {
    let field = object.field(key)?;
    if field.right == FieldRight::Hidden && !known::is_free(cx)? {
        return Err(kernel::Error::invalid(key, "no-such-field"));
    }
    Ok(field)
}

/// Refuses values of fields that the actor may not write; what follows from a permitted change writes any. Told before anything
/// else, so that nobody learns what stands in a field by guessing.
pub(crate) fn check_writing(
    cx: &Cx,
    object: &Object,
    before: Option<&Record>,
    values: &Values,
) -> Result<()> {
    if known::is_free(cx)? {
        return Ok(());
    }
    let mut errors = FieldErrors::default();
    for (key, value) in values {
        let Some(field) = object.at(key).map(|at| &object.fields[at]) else { continue };
        let same = before.map_or(value.is_null(), |before| before.get(key) == value);
        match field.right {
            FieldRight::Hidden => errors.add(key, Text::new("no-such-field")),
            FieldRight::ReadOnly if !same => errors.add(key, Text::new("field-read-only")),
            _ => {}
        }
    }
    errors.into_result()
}

/// The record without what is hidden from the actor.
pub(crate) fn withhold(cx: &Cx, mut record: Record) -> Result<Record> {
    if record.object.withheld.is_empty() || known::is_free(cx)? {
        return Ok(record);
    }
    record.whose = Some(responsible(&record));
    let object = record.object.clone();
    for at in &object.withheld {
        record.values[*at] = crate::Json::Null;
    }
    Ok(record)
}

/// Whether this field is hidden from the actor.
pub(crate) fn hides(cx: &Cx, object: &Object, key: &str) -> Result<bool> {
    let hidden = object.at(key).is_some_and(|at| object.withheld.contains(&at));
    Ok(hidden && !known::is_free(cx)?)
}
