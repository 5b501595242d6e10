//! What a merge would make of several cards, field by field: what is the same, what is united, and where somebody may
//! choose. Nothing is written.

use std::{collections::HashMap, sync::Arc};

use kernel::{Cx, Error, Id, Result, Text};
use sha2::{Digest, Sha256};

use crate::{
    Field, Json, Record,
    exchange::Meaning,
    field::{as_id, as_text, long_text, reference},
    merge::{aside, foreign},
    object::Object,
    record,
};

/// Cards side by side.
#[derive(Debug)]
pub struct Plan {
    pub object: Arc<Object>,
    /// The one that stays first, the others in the order of their creation.
    pub members: Vec<Record>,
    /// Every field that any of them has filled, in the order of the declaration.
    pub fields: Vec<FieldPlan>,
}

/// One field of them all.
#[derive(Debug)]
pub struct FieldPlan {
    pub key: String,
    /// By member.
    pub values: Vec<Json>,
    /// All members that have filled it say the same: nothing is to be chosen.
    pub settled: bool,
    /// All their values can stand together.
    pub unites: bool,
    /// What is taken unless somebody chooses.
    pub proposed: Choice,
}

/// Which value a field gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// That of this card.
    Of(Id),
    /// All of them: lists united, texts one below the other.
    All,
}

impl Choice {
    /// `all`, or the id of a card.
    pub fn parse(text: &str) -> Option<Choice> {
        if text == "all" { Some(Choice::All) } else { text.parse().ok().map(Choice::Of) }
    }

    pub fn written(self) -> String {
        match self {
            Choice::All => "all".to_owned(),
            Choice::Of(id) => id.to_string(),
        }
    }
}

/// The cards side by side. Without a survivor the one with the most fields stays, the older of equals. A conflict when
/// one of them lies in the trash or was merged away.
pub fn plan(cx: &Cx, object: &Arc<Object>, ids: &[Id], survivor: Option<Id>) -> Result<Plan> {
    let found = record::find_many(cx, object, ids)?;
    let mut members: Vec<Record> = Vec::with_capacity(ids.len());
    for id in ids {
        let record = found.get(id).ok_or(Error::NotFound)?;
        if members.iter().all(|have| have.id != *id) {
            members.push(record.clone());
        }
    }
    living(cx, &members)?;
    if members.len() < 2 {
        return Err(Error::conflict("merge-needs-two"));
    }
    members.sort_by_key(|member| {
        let filled = member.values.iter().filter(|value| !value.is_null()).count();
        (Some(member.id) != survivor, std::cmp::Reverse(filled), member.id)
    });
    members[1..].sort_by_key(|member| member.id);
    Ok(Plan { object: object.clone(), fields: fields(object, &members), members })
}

/// A conflict when one of them is not among the living.
pub(super) fn living(cx: &Cx, members: &[Record]) -> Result<()> {
    let Some(gone) = members.iter().find(|member| member.trashed_at.is_some()) else { return Ok(()) };
    let title = gone.title(&crate::field::Reading::plain(cx));
    let key = if aside::is_aside(cx, gone.id)? { "merge-already-merged" } else { "merge-in-trash" };
    Err(Error::Conflict(Text::new(key).with("name", title)))
}

fn fields(object: &Object, members: &[Record]) -> Vec<FieldPlan> {
    let shown = object.fields.iter().filter(|field| !field.computed && !is_foreign(object, field));
    let mut plans = Vec::new();
    for field in shown {
        let values: Vec<Json> = members.iter().map(|member| member.get(&field.key).clone()).collect();
        let mut filled = members.iter().zip(&values).filter(|(_, value)| !value.is_null());
        let Some((first, value)) = filled.next() else { continue };
        let settled = filled.all(|(_, other)| other == value);
        let unites = unites(object, field);
        let proposed =
            if unites && !settled && unites_unasked(field) { Choice::All } else { Choice::Of(first.id) };
        plans.push(FieldPlan { key: field.key.clone(), values, settled, unites, proposed });
    }
    plans
}

pub(super) fn is_foreign(object: &Object, field: &Field) -> bool {
    object.exchange.field(Meaning::Foreign) == Some(field.key.as_str())
}

/// Values of this field can stand together.
fn unites(object: &Object, field: &Field) -> bool {
    match field.kind.key() {
        "long_text" => true,
        "text" => field.key != object.title,
        key => is_list(key),
    }
}

/// Nobody need be asked before they do.
fn unites_unasked(field: &Field) -> bool {
    field.kind.key() != "text"
}

fn is_list(kind: &str) -> bool {
    matches!(kind, "emails" | "phones" | "addresses" | "links" | "socials" | "channels" | "multi_select")
}

/// The value that a choice gives a field.
pub(super) fn chosen(object: &Object, field: &Field, members: &[Record], choice: Choice) -> Result<Json> {
    let values: Vec<&Json> = members.iter().map(|member| member.get(&field.key)).collect();
    let value = match choice {
        Choice::Of(id) => {
            let member = members.iter().find(|member| member.id == id);
            member.ok_or_else(|| Error::invalid(&*field.key, "not-a-choice"))?.get(&field.key).clone()
        }
        Choice::All if is_foreign(object, field) => foreign::united(&values),
        Choice::All if !unites(object, field) => return Err(Error::invalid(&*field.key, "not-a-choice")),
        Choice::All if is_list(field.kind.key()) => united(&values),
        Choice::All if field.kind.key() == "text" => joined(&values, ", ", |have, text| have == text),
        Choice::All => joined(&values, "\n\n", |have, text| have.contains(text)),
    };
    // A card does not refer to itself.
    let itself = as_id(&value).filter(|_| field.kind.key() == "reference");
    Ok(if itself.is_some_and(|id| members.iter().any(|member| member.id == id)) { Json::Null } else { value })
}

/// Lists one after the other, each entry once; of entries that differ in their label the labelled one stays.
fn united(values: &[&Json]) -> Json {
    let mut all: Vec<Json> = Vec::new();
    for item in values.iter().filter_map(|value| value.as_array()).flatten() {
        let key = crate::import::identity(item);
        match all.iter_mut().find(|have| crate::import::identity(have) == key) {
            None => all.push(item.clone()),
            Some(have) if have.get("label").is_none() && item.get("label").is_some() => *have = item.clone(),
            Some(_) => {}
        }
    }
    crate::field::list_or_null(all)
}

/// Texts one after the other; one that another says too is not said twice.
fn joined(values: &[&Json], between: &str, says: impl Fn(&str, &str) -> bool) -> Json {
    let mut texts: Vec<&str> = Vec::new();
    for text in values.iter().map(|value| as_text(value)).filter(|text| !text.is_empty()) {
        if !texts.iter().any(|have| says(have, text)) {
            texts.retain(|have| !says(text, have));
            texts.push(text);
        }
    }
    let whole: String = texts.join(between).chars().take(long_text::LONGEST).collect();
    crate::field::text_or_null(&whole)
}

/// What a card is known by while somebody chooses: another text when one of its fields was changed.
pub fn fingerprint(record: &Record) -> String {
    let mut hasher = Sha256::new();
    for (field, value) in record.object.fields.iter().zip(&record.values) {
        if !field.computed {
            hasher.update(field.key.as_bytes());
            hasher.update(value.to_string().as_bytes());
        }
    }
    hasher.update([u8::from(record.trashed_at.is_some())]);
    hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The references to members that a value of the map still makes.
pub(super) fn refers_to_any(value: &Json, members: &[Id]) -> bool {
    reference::target(value).is_some_and(|(_, id)| members.contains(&id))
}

/// The choice for each field, as asked or as proposed.
pub(super) fn choices(plan: &[FieldPlan], asked: &HashMap<String, Choice>) -> HashMap<String, Choice> {
    let chosen = |field: &FieldPlan| asked.get(&field.key).copied().unwrap_or(field.proposed);
    plan.iter().map(|field| (field.key.clone(), chosen(field))).collect()
}

pub(super) fn plan_of(object: &Object, members: &[Record]) -> Vec<FieldPlan> {
    fields(object, members)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn lists_are_united_and_texts_kept_below_each_other() {
        let check = |values: &[Json], expected: Json| {
            assert_eq!(united(&values.iter().collect::<Vec<_>>()), expected);
        };
        check(
            &[
                json!([{ "address": "a@x.dk" }]),
                Json::Null,
                json!([{ "address": "A@x.dk", "label": "work" }, { "address": "b@x.dk" }]),
            ],
            json!([{ "address": "A@x.dk", "label": "work" }, { "address": "b@x.dk" }]),
        );
        check(&[json!(["vip"]), json!(["VIP", "new"])], json!(["vip", "new"]));
        check(&[Json::Null], Json::Null);
        let check = |values: &[&str], expected: &str| {
            let values: Vec<Json> = values.iter().map(|text| Json::from(*text)).collect();
            let found = joined(&values.iter().collect::<Vec<_>>(), "\n\n", |have, text| have.contains(text));
            assert_eq!(found, Json::from(expected));
        };
        check(&["Likes tea", "Has a boat"], "Likes tea\n\nHas a boat");
        check(&["Likes tea", "Likes tea and boats"], "Likes tea and boats");
        check(&["Likes tea and boats", "Likes tea"], "Likes tea and boats");
    }
}
