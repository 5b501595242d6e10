//! What the actor may do with each field. Whoever is limited works with a catalogue of their own, in which a hidden field is
//! offered nowhere and one that is only read is not typed; the gate refuses both, and what is read comes without the hidden.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use identity::rights::{FieldRight, Reach, Rights, Verb};
use kernel::{Cx, FieldErrors, Result, Text};

use super::{known, responsible};
use crate::{Catalog, Field, Object, Record, save::Values};

/// The catalogue as the actor has it.
pub(crate) fn for_actor(cx: &Cx, whole: Arc<Catalog>) -> Result<Arc<Catalog>> {
    if cx.workspace().is_nil() || cx.actor().user().is_none() {
        return Ok(whole);
    }
    let rights = identity::rights::of(cx)?;
    let telling = telling(&whole, &rights);
    let is_limited = |object: &Object| telling.contains_key(object.key) || rights.limits_fields(object.key);
    if !whole.objects().iter().any(|object| is_limited(object)) {
        return Ok(whole);
    }
    let none = HashSet::new();
    let object = |object: &Arc<Object>| match is_limited(object) {
        true => Arc::new(limited(object, &rights, telling.get(object.key).unwrap_or(&none))),
        false => object.clone(),
    };
    Ok(Arc::new(Catalog::of(whole.objects().iter().map(object).collect(), whole.link_kinds.clone())))
}

/// By object, the computed fields that would tell of what is hidden: roll-ups over cards none of which the actor sees or over a
/// hidden field, formulas over hidden fields, and whatever is computed of those.
fn telling<'c>(whole: &'c Catalog, rights: &Rights) -> HashMap<&'c str, HashSet<&'c str>> {
    let unseen: HashSet<&str> = whole
        .objects()
        .iter()
        .filter(|object| !object.goes_with_card && rights.may(object.key, Verb::See) == Reach::None)
        .map(|object| object.key)
        .collect();
    let mut telling: HashMap<&str, HashSet<&str>> = HashMap::new();
    loop {
        let hidden = |object: &str, field: &str| {
            rights.said_of_field(object, field) == FieldRight::Hidden
                || telling.get(object).is_some_and(|fields| fields.contains(field))
        };
        let mut more: Vec<(&str, &str)> = Vec::new();
        for object in whole.objects() {
            let added = object.roll_ups.iter().filter(|roll_up| {
                unseen.contains(&*roll_up.from)
                    || hidden(&roll_up.from, &roll_up.by)
                    || hidden(&roll_up.from, &roll_up.field)
            });
            let computed = object
                .formulas
                .iter()
                .filter(|(_, formula)| formula.names().any(|name| hidden(object.key, name)));
            let fields =
                added.map(|roll_up| &*roll_up.key).chain(computed.map(|(at, _)| &*object.fields[*at].key));
            more.extend(fields.filter(|field| !hidden(object.key, field)).map(|field| (object.key, field)));
        }
        if more.is_empty() {
            return telling;
        }
        for (object, field) in more {
            telling.entry(object).or_default().insert(field);
        }
    }
}

fn limited(object: &Object, rights: &Rights, telling: &HashSet<&str>) -> Object {
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
        if telling.contains(&*field.key) {
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
