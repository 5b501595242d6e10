//! Shapes laid over the declarations: the catalogue of one workspace.

use std::{collections::HashMap, sync::Arc};

use super::{FieldShape, OwnObject, Shape, compute, names::interned, past};
use crate::{
    Catalog, Field, Object,
    field::{
        Control, FieldType,
        multi_select::MultiSelect,
        options::{Options, OwnOption},
        select::Select,
        text::Text,
        user::User,
    },
    object::{ENGINE, Names},
};

/// The table that holds the records of all own objects.
const TABLE: &str = "own_records";

/// What every own object has: a title, an owner, and which object it is.
pub(crate) fn template(key: &'static str, title: Option<&str>) -> Object {
    let mut name = Field::new("name", Text).required().searched().listed();
    name.label = title.map(Arc::from);
    let fields = vec![
        name,
        Field::new("owner", User).listed().indexed().group("record"),
        Field::new("object", Select::open("", &[])).computed().hidden(),
    ];
    let mut object = Object::new(key, TABLE, "name", fields).ranked();
    object.shares_table = true;
    object
}

/// The catalogue of a workspace with these shapes, by the key of their object.
pub(super) fn apply(base: &Catalog, shapes: &[(String, Shape)]) -> Catalog {
    let by_key: HashMap<&str, &Shape> = shapes.iter().map(|(key, shape)| (key.as_str(), shape)).collect();
    let ours = base.objects().iter().map(|object| match by_key.get(object.key) {
        Some(shape) => Arc::new(shaped(object.reshaped(), shape)),
        None => object.clone(),
    });
    let own = shapes.iter().filter_map(|(key, shape)| {
        let own = shape.own.as_ref()?;
        base.object(key).is_err().then(|| Arc::new(made(key, own, shape)))
    });
    Catalog::of(ours.chain(own).collect(), base.link_kinds.clone())
}

fn made(key: &str, own: &OwnObject, shape: &Shape) -> Object {
    let key = interned(key);
    let mut object = template(key, Some(&own.title));
    object.path = interned(&format!("o/{key}"));
    object.tab = interned(&own.tab);
    object.names = Some(Names { one: own.one.clone(), many: own.many.clone(), icon: own.icon.clone() });
    object.retired = own.retired;
    shaped(object, shape)
}

fn shaped(mut object: Object, shape: &Shape) -> Object {
    let mut fields = std::mem::take(&mut object.fields);
    // The engine's own fields stand last.
    let engine = fields.split_off(fields.len().saturating_sub(ENGINE));
    for change in &shape.fields {
        match (&change.kind, fields.iter_mut().find(|field| field.key == change.key)) {
            (None, Some(field)) => changed(field, change),
            (Some(kind), None) => {
                let mut field = Field::of(&change.key, kind.field_type()).own();
                field.computed = kind.is_computed();
                changed(&mut field, change);
                past::lay(&mut field, change);
                fields.push(field);
            }
            // A field of ours that is gone, or one of ours that now has the name of an own one.
            _ => {}
        }
    }
    let place = |field: &Field| shape.order.iter().position(|key| *key == field.key);
    // Those that nobody moved keep their place behind the one they stand after.
    let mut last = 0;
    let mut ranked: Vec<(usize, Field)> = Vec::with_capacity(fields.len());
    for field in fields {
        last = place(&field).unwrap_or(if shape.order.is_empty() { last } else { usize::MAX });
        ranked.push((last, field));
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    object.fields = ranked.into_iter().map(|(_, field)| field).chain(engine).collect();
    object.indexed_fields();
    compute::lay(&mut object, shape);
    object
}

/// The same choice, among a workspace's options.
fn among(kind: &dyn FieldType, options: &[OwnOption]) -> Option<Arc<dyn FieldType>> {
    let own = || Options::Own(options.into());
    match kind.control() {
        _ if options.is_empty() => None,
        Control::Choice { open, .. } => Some(Arc::new(Select { options: own(), open })),
        Control::Choices { open, .. } => Some(Arc::new(MultiSelect { options: own(), open })),
        _ => None,
    }
}

fn changed(field: &mut Field, change: &FieldShape) {
    if !change.label.is_empty() {
        field.label = Some(change.label.as_str().into());
    }
    if !change.help.is_empty() {
        field.help = Some(change.help.as_str().into());
    }
    if !change.group.is_empty() {
        field.group = interned(&change.group);
    }
    if let Some(kind) = among(&*field.kind, &change.options) {
        field.kind = kind;
    }
    field.required = change.required.unwrap_or(field.required);
    field.listed = change.listed.unwrap_or(field.listed);
    field.searched = change.searched.unwrap_or(field.searched);
    field.unique = change.unique;
    field.timed = change.timed;
    field.default = change.default.clone();
    field.retired = change.retired;
}
