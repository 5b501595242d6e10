//! Where a condition may lead from a card: to the card that a field refers to, to the cards that refer to it, and along
//! relations. Each step has a short text, which stands in addresses:
//!
//! - `company`: the card that this field refers to; `about:person` where the field may refer to any kind of card
//! - `task.about`: the tasks whose field `about` refers to the card
//! - `relation:works_at`: the cards to which this relation leads, `relation:works_at:back` those from which it comes

use std::sync::Arc;

use kernel::{Cx, Error, Result};

use crate::{
    Field,
    access::{self, Verb, fields},
    catalog,
    field::{date::Date, text::Text},
    links::{self, CustomKind},
    object::{Catalog, Object, ObjectKind},
};

/// How many steps a condition may lead.
pub const FARTHEST: usize = 4;

/// One step, from one kind of card to another.
#[derive(Debug, Clone)]
pub struct Step {
    pub way: Way,
    /// The kind of card it leads to.
    pub object: Arc<Object>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// A field of the card refers to the others.
    To {
        field: String,
        any: bool,
    },
    /// A field of the others refers to the card.
    From {
        field: String,
    },
    Relation {
        kind: String,
        forth: bool,
        symmetric: bool,
    },
}

const RELATION: &str = "relation:";
const BACK: &str = ":back";

/// What can be asked of the relation itself, where a step goes along one.
pub const ROLE: &str = "@role";
pub const SINCE: &str = "@since";
pub const UNTIL: &str = "@until";
pub const OF_RELATIONS: [&str; 3] = [ROLE, SINCE, UNTIL];

impl Step {
    /// As it stands in an address.
    pub fn written(&self) -> String {
        match &self.way {
            Way::To { field, any: true } => format!("{field}:{}", self.object.key),
            Way::To { field, any: false } => field.clone(),
            Way::From { field } => format!("{}.{field}", self.object.key),
            Way::Relation { kind, forth, .. } => {
                format!("{RELATION}{kind}{}", if *forth { "" } else { BACK })
            }
        }
    }
}

/// A field of the relation itself, as a field to ask by; nothing for any other key.
pub fn of_relation(key: &str) -> Option<Field> {
    match key {
        ROLE => Some(Field::new("role", Text)),
        SINCE => Some(Field::new("started_on", Date)),
        UNTIL => Some(Field::new("ended_on", Date)),
        _ => None,
    }
}

/// The step of this text; refused when it leads nowhere, or by a field that is hidden from whoever asks.
pub fn find(cx: &Cx, object: &Object, text: &str) -> Result<Step> {
    let catalog = catalog(cx)?;
    if let Some(relation) = text.strip_prefix(RELATION) {
        let (kind, forth) = relation.strip_suffix(BACK).map_or((relation, true), |kind| (kind, false));
        let known = relations(cx, &catalog, object)?;
        let same = |way: &Way| matches!(way, Way::Relation { kind: known, forth: way, .. } if known == kind && *way == forth);
        return known.into_iter().find(|step| same(&step.way)).ok_or_else(nowhere);
    }
    if let Some((other, key)) = text.split_once('.') {
        let other = catalog.object(other).map_err(|_| nowhere())?;
        let field = fields::asked(cx, other, key)?;
        let leads = refers(field) && field.kind.refers_to().is_none_or(|key| key == object.key);
        let way = Way::From { field: key.to_owned() };
        return if leads { Ok(Step { way, object: other.clone() }) } else { Err(nowhere()) };
    }
    let (key, kind) = text.split_once(':').map_or((text, None), |(key, kind)| (key, Some(kind)));
    let field = fields::asked(cx, object, key)?;
    let only = field.kind.refers_to();
    let to = if refers(field) { only.xor(kind).ok_or_else(nowhere)? } else { return Err(nowhere()) };
    let object = catalog.object(to).map_err(|_| nowhere())?.clone();
    Ok(Step { way: Way::To { field: key.to_owned(), any: only.is_none() }, object })
}

/// All steps from cards of an object that whoever asks may take, to kinds of cards that are in use.
pub fn all(cx: &Cx, object: &Object) -> Result<Vec<Step>> {
    let catalog = catalog(cx)?;
    let mut found = Vec::new();
    let seen =
        |object: &Object| -> Result<bool> { Ok(!object.retired && access::may(cx, object, Verb::See)?) };
    for field in object.fields.iter().filter(|field| refers(field) && !field.hidden) {
        let any = field.kind.refers_to().is_none();
        for other in catalog.objects() {
            let leads =
                field.kind.refers_to().map_or(other.kind == ObjectKind::Card, |only| only == other.key);
            if leads && seen(other)? {
                found.push(Step { way: Way::To { field: field.key.clone(), any }, object: other.clone() });
            }
        }
    }
    for other in catalog.objects() {
        for field in other.fields.iter().filter(|field| refers(field) && !field.hidden && !field.retired) {
            let leads =
                field.kind.refers_to().map_or(object.kind == ObjectKind::Card, |only| only == object.key);
            if leads && seen(other)? {
                found.push(Step { way: Way::From { field: field.key.clone() }, object: other.clone() });
            }
        }
    }
    for step in relations(cx, &catalog, object)? {
        if seen(&step.object)? {
            found.push(step);
        }
    }
    Ok(found)
}

/// Both ends of relations of this kind are called the same.
pub(crate) fn symmetric(cx: &Cx, kind: &str) -> Result<bool> {
    if let Some(declared) = catalog(cx)?.link_kinds.iter().find(|known| known.key == kind) {
        return Ok(declared.symmetric);
    }
    let own = links::custom_kinds(cx)?;
    let own = own.iter().find(|known| known.id.to_string() == kind);
    Ok(own.is_some_and(is_symmetric))
}

fn is_symmetric(kind: &CustomKind) -> bool {
    kind.from_object == kind.to_object && kind.forth == kind.back
}

fn relations(cx: &Cx, catalog: &Catalog, object: &Object) -> Result<Vec<Step>> {
    let custom = links::custom_kinds(cx)?;
    let declared = catalog
        .link_kinds
        .iter()
        .map(|kind| (kind.key.to_owned(), kind.from.to_owned(), kind.to.to_owned(), kind.symmetric));
    let own = custom.into_iter().map(|kind| {
        let symmetric = is_symmetric(&kind);
        (kind.id.to_string(), kind.from_object, kind.to_object, symmetric)
    });
    let mut found = Vec::new();
    for (kind, from, to, symmetric) in declared.chain(own) {
        let mut step = |forth: bool, leads: &str| {
            if let Ok(other) = catalog.object(leads) {
                let way = Way::Relation { kind: kind.clone(), forth, symmetric };
                found.push(Step { way, object: other.clone() });
            }
        };
        if from == object.key {
            step(true, &to);
        }
        if to == object.key && !symmetric {
            step(false, &from);
        }
    }
    Ok(found)
}

fn refers(field: &Field) -> bool {
    field.kind.key() == "reference"
}

fn nowhere() -> Error {
    Error::invalid("filter", "filter-leads-nowhere")
}
