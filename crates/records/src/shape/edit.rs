//! Changing shapes: fields and objects are added, changed, moved, taken out of use and taken back. Nothing here deletes a value.

use kernel::{Cx, Error, FieldErrors, Result, Text, Tx};

use super::{
    FieldShape, MOST_FIELDS, MOST_OBJECTS, OwnKind, OwnObject, RuleShape, Shape, compute, names, recalculate,
    store::{catalog, change},
    unique,
};
use crate::{
    Filter, Json, Object, Query,
    formula::Formula,
    links, query,
    roll_up::{Of, Side, Via},
};

const LONGEST_LABEL: usize = 80;
const LONGEST_HELP: usize = 300;
/// The tab colours that an own object may have.
pub const TABS: [&str; 8] =
    ["custom", "person", "company", "household", "deal", "ticket", "campaign", "product"];

/// What somebody wants of a field. For a field of ours only its label, help, group and flags.
#[derive(Debug, Clone, Default)]
pub struct FieldForm {
    pub label: String,
    pub help: String,
    /// A heading of the card: a key of ours or a heading that somebody thought of.
    pub group: String,
    pub kind: Option<OwnKind>,
    pub required: bool,
    pub listed: bool,
    pub searched: bool,
    pub unique: bool,
    /// How long records have each of its values is kept, from now on: see [`crate::stays`]. Of choices.
    pub timed: bool,
    pub default: Json,
    /// A formula; it must be filled in where this is true.
    pub required_when: String,
}

/// What somebody wants of an own object.
#[derive(Debug, Clone, Default)]
pub struct ObjectForm {
    pub one: String,
    pub many: String,
    pub icon: String,
    pub tab: String,
    pub title: String,
}

/// Adds an own field, and says its key.
pub fn add_field(tx: &mut Tx, object: &Object, form: &FieldForm) -> Result<String> {
    let kind = form.kind.clone().ok_or_else(|| Error::invalid("kind", "required"))?;
    check_field(tx, object, None, form)?;
    let kind = settled(tx, object, kind)?;
    let computed = kind.is_computed();
    let key = change(tx, object.key, |_, shape| {
        if shape.fields.iter().filter(|field| field.kind.is_some()).count() >= MOST_FIELDS {
            return Err(Error::Invalid(FieldErrors::of(
                "label",
                Text::new("too-many-fields").with("max", MOST_FIELDS),
            )));
        }
        // A prefix on objects of ours, so that none of our later fields takes the name.
        let prefix = if object.shares_table { "" } else { "own_" };
        let taken = |key: &str| is_taken(object, shape, key);
        let key = names::key(prefix, &form.label, "field", taken);
        shape.fields.push(described(&key, Some(kind), form));
        Ok(key)
    })?;
    if computed {
        recalculate::begin(tx, object.key)?;
    }
    Ok(key)
}

/// A type with what follows from other fields: a roll-up has the type of what it takes.
fn settled(cx: &Cx, object: &Object, kind: OwnKind) -> Result<OwnKind> {
    let OwnKind::RollUp { from, by, of, field, filter, .. } = kind else { return Ok(kind) };
    let other = crate::object::object(cx, &from).map_err(|_| Error::invalid("object", "required"))?;
    let refers = match Via::parse(&by) {
        Some(via) => leads(cx, object, &from, &via)?,
        None => other.field(&by).is_ok_and(|by| by.kind.refers_to() == Some(object.key)),
    };
    if !refers {
        return Err(Error::invalid("object", "required"));
    }
    let result = match of {
        Of::Count => OwnKind::Number { decimals: 0 },
        _ => {
            let taken = other.field(&field).map_err(|_| Error::invalid("field", "required"))?;
            if of == Of::Sum && !taken.kind.adds_up() {
                return Err(Error::invalid("field", "not-a-number"));
            }
            if taken.kind.sort_suffix().is_none() {
                return Err(Error::invalid("field", "not-sortable"));
            }
            OwnKind::like(taken).ok_or_else(|| Error::invalid("field", "not-sortable"))?
        }
    };
    Filter::parse(&filter)?;
    Ok(OwnKind::RollUp { from, by, of, field, filter, result: Box::new(result) })
}

/// Whether there is such a relation between the two objects.
fn leads(cx: &Cx, on: &Object, from: &str, via: &Via) -> Result<bool> {
    let fits = |begins: &str, ends: &str| match via.side {
        Side::Forth => (begins, ends) == (on.key, from),
        Side::Back => (begins, ends) == (from, on.key),
        Side::Either => begins == ends && on.key == begins && from == ends,
    };
    let declared =
        catalog(cx)?.link_kinds.iter().any(|kind| kind.key == via.kind && fits(kind.from, kind.to));
    let named = || -> Result<bool> {
        let kinds = links::custom_kinds(cx)?;
        Ok(kinds
            .iter()
            .any(|kind| kind.id.to_string() == via.kind && fits(&kind.from_object, &kind.to_object)))
    };
    Ok(declared || named()?)
}

/// Columns of other fields count too: `name_sort` is none of a field, but there.
fn is_taken(object: &Object, shape: &Shape, key: &str) -> bool {
    let reserved = ["id", "workspace_id", "trashed_at", crate::own::COLUMN];
    reserved.contains(&key)
        || shape.field(key).is_some()
        || object.columns.iter().any(|column| column.name == key)
        || object.fields.iter().any(|field| field.columns().iter().any(|column| column.name == key))
}

/// Changes what is asked for. A field's type is changed by [`super::convert`] only.
pub fn change_field(tx: &mut Tx, object: &Object, key: &str, form: &FieldForm) -> Result<()> {
    let field = object.field(key)?.clone();
    check_field(tx, object, Some(key), form)?;
    if form.unique && !field.unique {
        unique::begin(tx, object, key)?;
    }
    if !form.unique && field.unique {
        unique::end(tx, object, key)?;
    }
    let wanted = form.kind.clone().map(|kind| settled(tx, object, kind)).transpose()?;
    let again = field.computed || form.searched != field.searched;
    change(tx, object.key, |_, shape| {
        let kind = shape.field(key).and_then(|known| known.kind.clone());
        let kind = match (kind, wanted) {
            (Some(known), Some(wanted)) if known.means_the_same(&wanted) => Some(wanted),
            (known, _) => known,
        };
        let mut described = described(key, kind, form);
        described.retired = field.retired;
        if let Some(known) = shape.field(key) {
            described.past.clone_from(&known.past);
            described.options.clone_from(&known.options);
            described.changing = known.changing;
            described.generation = known.generation + usize::from(moves(known, &described));
        }
        match shape.fields.iter_mut().find(|known| known.key == key) {
            Some(known) => *known = described,
            None => shape.fields.push(described),
        }
        Ok(())
    })?;
    if again { recalculate::begin(tx, object.key) } else { Ok(()) }
}

/// Which cards a roll-up looks at from now on.
pub fn filter_roll_up(tx: &mut Tx, object: &Object, key: &str, wanted: &Filter) -> Result<()> {
    let known = super::of_object(tx, object.key)?;
    let Some(OwnKind::RollUp { from, .. }) = known.field(key).and_then(|known| known.kind.as_ref()) else {
        return Err(Error::NotFound);
    };
    let from = crate::object::object(tx, from)?;
    // A roll-up follows the cards it looks at, not those that they lead to.
    if wanted.leads_away() {
        return Err(Error::invalid("filter", "not-a-filter"));
    }
    // What cannot be asked is told now, not on every card.
    query::count(tx, &from, &Query { filter: wanted.clone(), ..Query::default() }, 1)?;
    change(tx, object.key, |_, shape| {
        let known = shape.fields.iter_mut().find(|known| known.key == key);
        if let Some(OwnKind::RollUp { filter, .. }) = known.and_then(|known| known.kind.as_mut()) {
            *filter = wanted.written();
        }
        Ok(())
    })?;
    recalculate::begin(tx, object.key)
}

fn described(key: &str, kind: Option<OwnKind>, form: &FieldForm) -> FieldShape {
    FieldShape {
        key: key.to_owned(),
        kind,
        label: form.label.trim().to_owned(),
        help: form.help.trim().to_owned(),
        group: form.group.trim().to_owned(),
        required: Some(form.required),
        listed: Some(form.listed),
        searched: Some(form.searched),
        unique: form.unique,
        timed: form.timed && form.kind.as_ref().is_some_and(|kind| kind.key() == "select"),
        default: form.default.clone(),
        required_when: form.required_when.trim().to_owned(),
        ..FieldShape::default()
    }
}

/// What is computed has another type than before: the old values stand aside until they are computed again.
fn moves(known: &FieldShape, now: &FieldShape) -> bool {
    let result = |shape: &FieldShape| match &shape.kind {
        Some(OwnKind::Formula { result, .. } | OwnKind::RollUp { result, .. }) => Some(result.clone()),
        _ => None,
    };
    result(known) != result(now)
}

/// Refuses a field without a name, with a name that another has, or of a type that lacks something.
fn check_field(cx: &Cx, object: &Object, key: Option<&str>, form: &FieldForm) -> Result<()> {
    let mut errors = FieldErrors::default();
    let label = form.label.trim().to_lowercase();
    let own = key.is_none_or(|key| object.field(key).is_ok_and(|field| field.own));
    if label.is_empty() && own {
        errors.add("label", Text::new("required"));
    }
    too_long(&mut errors, "label", &form.label, LONGEST_LABEL);
    too_long(&mut errors, "group", &form.group, LONGEST_LABEL);
    too_long(&mut errors, "help", &form.help, LONGEST_HELP);
    let language = cx.locality().language;
    let same = |field: &crate::Field| {
        let shown = !field.hidden && !field.retired && Some(&*field.key) != key;
        shown && object.field_name(field, language).to_lowercase() == label
    };
    if !label.is_empty() && object.fields.iter().any(same) {
        errors.add("label", Text::new("label-taken"));
    }
    match &form.kind {
        Some(OwnKind::Reference { object }) if catalog(cx)?.object(object).is_err() => {
            errors.add("object", Text::new("required"));
        }
        Some(OwnKind::Select { options, open: false } | OwnKind::MultiSelect { options, open: false })
            if options.iter().all(|option| option.retired) =>
        {
            errors.add("options", Text::new("options-needed"));
        }
        Some(OwnKind::Formula { formula, .. }) => match Formula::parse(formula, &object.fields) {
            Err(text) => errors.add("formula", text),
            Ok(formula) => {
                if let Some(circle) = key.and_then(|key| compute::circle(object, key, &formula)) {
                    errors.add("formula", Text::new("formula-circle").with("path", circle.join(" → ")));
                }
            }
        },
        _ => {}
    }
    if let (false, Err(text)) =
        (form.required_when.trim().is_empty(), Formula::parse(&form.required_when, &object.fields))
    {
        errors.add("required_when", text);
    }
    errors.into_result()
}

/// Adds a condition that every record must meet from now on.
pub fn add_rule(tx: &mut Tx, object: &Object, rule: &RuleShape) -> Result<()> {
    let mut errors = FieldErrors::default();
    match Formula::parse(&rule.formula, &object.fields) {
        _ if rule.formula.trim().is_empty() => errors.add("formula", Text::new("required")),
        Err(text) => errors.add("formula", text),
        Ok(formula) if formula.names().next().is_none() => {
            errors.add("formula", Text::new("rule-without-field"))
        }
        Ok(_) => {}
    }
    if rule.message.trim().is_empty() {
        errors.add("message", Text::new("required"));
    }
    too_long(&mut errors, "message", &rule.message, LONGEST_HELP);
    errors.into_result()?;
    change(tx, object.key, |_, shape| {
        shape.rules.push(RuleShape {
            formula: rule.formula.trim().to_owned(),
            message: rule.message.trim().to_owned(),
        });
        Ok(())
    })
}

/// Takes the rule away that says this.
pub fn remove_rule(tx: &mut Tx, object: &Object, rule: &RuleShape) -> Result<()> {
    change(tx, object.key, |_, shape| {
        shape.rules.retain(|known| known != rule);
        Ok(())
    })
}

fn too_long(errors: &mut FieldErrors, field: &str, text: &str, most: usize) {
    if text.chars().count() > most {
        errors.add(field, crate::field::too_long(most));
    }
}

/// Takes a field out of use; its values stay.
pub fn retire_field(tx: &mut Tx, object: &Object, key: &str) -> Result<()> {
    if key == object.title {
        return Err(Error::conflict("title-needed"));
    }
    set_retired(tx, object, key, true)
}

pub fn restore_field(tx: &mut Tx, object: &Object, key: &str) -> Result<()> {
    set_retired(tx, object, key, false)
}

fn set_retired(tx: &mut Tx, object: &Object, key: &str, retired: bool) -> Result<()> {
    object.field(key)?;
    change(tx, object.key, |_, shape| {
        match shape.fields.iter_mut().find(|known| known.key == key) {
            Some(known) => known.retired = retired,
            None => shape.fields.push(FieldShape { key: key.to_owned(), retired, ..FieldShape::default() }),
        }
        Ok(())
    })
}

/// Moves a field to stand before another, or last.
pub fn move_field(tx: &mut Tx, object: &Object, key: &str, before: Option<&str>) -> Result<()> {
    object.field(key)?;
    let mut order: Vec<String> =
        object.fields.iter().map(|field| field.key.clone()).filter(|other| other != key).collect();
    let at = before.and_then(|before| order.iter().position(|other| other == before));
    order.insert(at.unwrap_or(order.len()), key.to_owned());
    change(tx, object.key, |_, shape| {
        shape.order = order;
        Ok(())
    })
}

/// Makes an object, and says its key.
pub fn add_object(tx: &mut Tx, form: &ObjectForm) -> Result<String> {
    check_object(tx, None, form)?;
    let catalog = catalog(tx)?;
    if catalog.objects().iter().filter(|object| object.names.is_some()).count() >= MOST_OBJECTS {
        let text = Text::new("too-many-objects").with("max", MOST_OBJECTS);
        return Err(Error::Invalid(FieldErrors::of("one", text)));
    }
    // What the API has at the same place.
    let reserved = ["search", "changes", "users", "files", "links", "link_kinds", "views", "own_records"];
    let taken = |key: &str| {
        reserved.contains(&key)
            || catalog.object(key).is_ok()
            || catalog.objects().iter().any(|object| object.table == key)
    };
    let key = names::key("", &form.one, "object", taken);
    change(tx, &key.clone(), |_, shape| {
        shape.own = Some(own(form, false));
        Ok(key)
    })
}

pub fn change_object(tx: &mut Tx, object: &Object, form: &ObjectForm) -> Result<()> {
    check_object(tx, Some(object), form)?;
    of_own(tx, object, |known| *known = own(form, known.retired))
}

/// Takes an own object out of use; its records stay.
pub fn retire_object(tx: &mut Tx, object: &Object) -> Result<()> {
    of_own(tx, object, |known| known.retired = true)
}

pub fn restore_object(tx: &mut Tx, object: &Object) -> Result<()> {
    of_own(tx, object, |known| known.retired = false)
}

fn of_own(tx: &mut Tx, object: &Object, work: impl FnOnce(&mut OwnObject)) -> Result<()> {
    change(tx, object.key, |_, shape| {
        work(shape.own.as_mut().ok_or(Error::NotFound)?);
        Ok(())
    })
}

fn own(form: &ObjectForm, retired: bool) -> OwnObject {
    OwnObject {
        one: form.one.trim().to_owned(),
        many: form.many.trim().to_owned(),
        icon: form.icon.clone(),
        tab: form.tab.clone(),
        title: form.title.trim().to_owned(),
        retired,
    }
}

fn check_object(cx: &Cx, known: Option<&Object>, form: &ObjectForm) -> Result<()> {
    let mut errors = FieldErrors::default();
    for (field, text) in [("one", &form.one), ("many", &form.many), ("title", &form.title)] {
        if text.trim().is_empty() {
            errors.add(field, Text::new("required"));
        }
        too_long(&mut errors, field, text, LONGEST_LABEL);
    }
    if !TABS.contains(&form.tab.as_str()) {
        errors.add("tab", Text::new("not-a-choice"));
    }
    let many = form.many.trim().to_lowercase();
    let same = |object: &&std::sync::Arc<Object>| {
        object.names.as_ref().is_some_and(|names| names.many.to_lowercase() == many)
            && known.is_none_or(|known| known.key != object.key)
    };
    if catalog(cx)?.objects().iter().any(|object| same(&object)) {
        errors.add("many", Text::new("label-taken"));
    }
    errors.into_result()
}
