//! Merging cards by program: tried first, if wished, and taken back by the change set that is answered.

use std::{collections::HashMap, sync::Arc};

use kernel::{Error, FieldErrors, Id, Result, Text, Tx};
use records::{
    Json, Object,
    merge::{self, Choice, FieldPlan, Outcome, Plan, Wanted},
    object::ObjectKind,
};
use serde_json::{Map, json};

use super::{answer::Answer, call::Call, object_at, wire, write::Written};

/// Cards in one merge.
pub(super) const MOST: usize = 50;

pub(super) fn merge(call: &Call) -> Result<Answer> {
    call.knows(&[])?;
    let body = call.body()?;
    call.write(|tx| {
        let object = object_at(tx, call.object())?;
        Answer::json(&run(tx, &object, &body)?)
    })
}

/// Merges, or tries to, what a body asks for: the card that stays, and what was or can be chosen. `NotFound` for what are no cards.
pub fn run(tx: &mut Tx, object: &Arc<Object>, body: &Json) -> Result<Json> {
    if object.kind != ObjectKind::Card {
        return Err(Error::NotFound);
    }
    let asked = Asked::read(object, body)?;
    let plan = merge::plan(tx, object, &asked.ids, asked.survivor).map_err(|error| match error {
        Error::NotFound => Error::invalid("ids", "api-no-such-card"),
        other => other,
    })?;
    let other = |member: &records::Record| {
        asked.versions.get(&member.id).is_some_and(|seen| *seen != wire::version(member))
    };
    if plan.members.iter().any(other) {
        return Err(Error::conflict("api-changed-meanwhile"));
    }
    let mut answer = if asked.dry_run { tried(tx, &plan, &asked)? } else { done(tx, &plan, &asked)? };
    answer["dry_run"] = asked.dry_run.into();
    answer["merged"] = plan.members[1..].iter().map(|member| Json::from(member.id.to_string())).collect();
    answer["choices"] = plan
        .fields
        .iter()
        .filter(|field| !field.settled)
        .map(|field| choice(&plan, field, &asked))
        .collect::<Result<_>>()?;
    Ok(answer)
}

fn done(tx: &mut Tx, plan: &Plan, asked: &Asked) -> Result<Json> {
    let losers = plan.members[1..].iter().map(|member| member.id).collect();
    let survivor = plan.members[0].id;
    let wanted = Wanted { survivor, losers, choices: asked.choices.clone(), seen: HashMap::new() };
    match merge::merge(tx, &plan.object, &wanted)? {
        Outcome::Merged(set) => {
            Ok(json!({ "set": set, "record": Written::find(tx, &plan.object, survivor)?.sent(tx)? }))
        }
        Outcome::Changed(_) => Err(Error::conflict("api-changed-meanwhile")),
    }
}

/// Does it and takes it back at once, so that nothing is told but what would become.
fn tried(tx: &mut Tx, plan: &Plan, asked: &Asked) -> Result<Json> {
    let mut told = None;
    let taken_back: Result<()> = tx.attempt(|tx| {
        told = Some(done(tx, plan, asked)?);
        Err(Error::conflict("api-changed-meanwhile"))
    })?;
    match (told, taken_back) {
        (Some(mut told), _) => {
            told["set"] = Json::Null;
            Ok(told)
        }
        (None, Err(error)) => Err(error),
        (None, Ok(())) => Err(Error::NotFound),
    }
}

/// A field on which the cards differ: their values, what may be chosen, and what was.
fn choice(plan: &Plan, field: &FieldPlan, asked: &Asked) -> Result<Json> {
    let declared = plan.object.field(&field.key)?;
    let values: Map<String, Json> = plan
        .members
        .iter()
        .zip(&field.values)
        .filter(|(_, value)| !value.is_null())
        .map(|(member, value)| (member.id.to_string(), wire::value(declared, value)))
        .collect();
    let chosen = asked.choices.get(&field.key).copied().unwrap_or(field.proposed);
    Ok(json!({ "field": field.key, "choice": chosen.written(), "all": field.unites, "values": values }))
}

/// What a body asks for.
struct Asked {
    ids: Vec<Id>,
    survivor: Option<Id>,
    choices: HashMap<String, Choice>,
    versions: HashMap<Id, String>,
    dry_run: bool,
}

impl Asked {
    fn read(object: &Object, body: &Json) -> Result<Asked> {
        const MEMBERS: [&str; 5] = ["ids", "survivor", "choices", "versions", "dry_run"];
        let members = body.as_object().ok_or_else(|| wrong("", "object"))?;
        let mut errors = FieldErrors::default();
        for name in members.keys().filter(|name| !MEMBERS.contains(&name.as_str())) {
            errors.add(name, Text::new("no-such-field"));
        }
        errors.into_result()?;
        let ids = members.get("ids").ok_or_else(|| Error::invalid("ids", "required"))?;
        let ids = ids.as_array().ok_or_else(|| wrong("ids", "array"))?;
        if ids.len() > MOST {
            let text = Text::new("api-too-many-items").with("most", MOST);
            return Err(Error::Invalid(FieldErrors::of("ids", text)));
        }
        let id = |name: &str, value: &Json| -> Result<Id> {
            value
                .as_str()
                .and_then(|id| id.parse().ok())
                .ok_or_else(|| Error::invalid(name, "api-no-such-card"))
        };
        let ids: Vec<Id> = ids.iter().map(|value| id("ids", value)).collect::<Result<_>>()?;
        let survivor = members.get("survivor").map(|value| id("survivor", value)).transpose()?;
        if survivor.is_some_and(|survivor| !ids.contains(&survivor)) {
            return Err(Error::invalid("survivor", "not-a-choice"));
        }
        let dry_run = match members.get("dry_run") {
            None => false,
            Some(value) => value.as_bool().ok_or_else(|| wrong("dry_run", "boolean"))?,
        };
        let versions = texts(members, "versions")?
            .map(|(of, version)| Ok((id("versions", &of.into())?, version.to_owned())))
            .collect::<Result<_>>()?;
        let choices = texts(members, "choices")?.map(|(field, choice)| chosen(object, field, choice));
        Ok(Asked { choices: choices.collect::<Result<_>>()?, ids, survivor, versions, dry_run })
    }
}

fn chosen(object: &Object, field: &str, choice: &str) -> Result<(String, Choice)> {
    let way = format!("choices/{field}");
    if object.at(field).is_none() {
        return Err(Error::invalid(way, "no-such-field"));
    }
    let choice = Choice::parse(choice).ok_or_else(|| Error::invalid(way, "not-a-choice"))?;
    Ok((field.to_owned(), choice))
}

/// The members of an object of texts.
fn texts<'b>(
    members: &'b Map<String, Json>,
    name: &'static str,
) -> Result<impl Iterator<Item = (&'b str, &'b str)>> {
    let found = match members.get(name) {
        None => None,
        Some(value) => Some(value.as_object().ok_or_else(|| wrong(name, "object"))?),
    };
    let mut texts = Vec::new();
    for (key, value) in found.into_iter().flatten() {
        texts.push((key.as_str(), value.as_str().ok_or_else(|| wrong(&format!("{name}/{key}"), "string"))?));
    }
    Ok(texts.into_iter())
}

fn wrong(name: &str, kind: &'static str) -> Error {
    Error::Invalid(FieldErrors::of(name, Text::new("api-wrong-type").with("type", kind)))
}
