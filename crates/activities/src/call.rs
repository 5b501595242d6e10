//! A call, made or received, and what follows from its outcome: a promise to call back, or a mark on the card.

use kernel::{Cx, FieldErrors, Id, Result, Text as Message, Tx, clock::DAY};
use locale::Locale;
use records::{
    Behavior, ChangeSet, Field, Json, Object, Record,
    behavior::{Done, Pending},
    field::{
        Reading, as_text, date_time, date_time::DateTime, long_text::LongText, number::Number,
        reference::Reference, select::Select, text::Text, user::User,
    },
    object::{TimelineRule, object},
    save::{self, Values},
};

use workbench::contact::Reach;

use crate::{card, silence};

pub const OUTCOMES: &[&str] = &["reached", "not_reached", "call_back", "not_interested", "do_not_call"];

/// The declaration.
pub fn call() -> Object {
    let fields = vec![
        Field::new("text", LongText).searched().listed(),
        Field::new("about", Reference { object: None }).required().listed().indexed(),
        Field::new("direction", Select::of("direction", &["out", "in"])).required().listed(),
        Field::new("outcome", Select::of("outcome", OUTCOMES)).required().listed(),
        Field::new("number", Text).listed(),
        // In seconds.
        Field::new("duration", Number { decimals: 0 }),
        Field::new("call_back_at", DateTime),
        Field::new("at", DateTime).listed().indexed(),
        Field::new("owner", User).listed(),
        // Why it was made though the guard warned.
        Field::new("despite", Text).computed(),
    ];
    Object::new("call", "calls", "text", fields)
        .activity(TimelineRule { about: "about", at: "at" })
        .detail(&["outcome"])
        .sorted_by("at", true)
        .behavior(CallRules)
}

/// Whom a call of these values reaches. One that came in, or was made long ago, contacts nobody now.
pub(crate) fn reaches(cx: &Cx, values: &Values) -> Option<Reach> {
    let text = |field: &str| values.get(field).map(as_text).unwrap_or_default();
    let at = values.get("at").and_then(date_time::instant);
    let is_new = at.is_none_or(|at| at > cx.now().plus(-DAY));
    let card = values.get("about")?.clone();
    (text("direction") != "in" && is_new).then_some(Reach { card, way: "phone" })
}

#[derive(Debug)]
struct CallRules;

impl Behavior for CallRules {
    fn before(&self, cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
        card::sign(cx, pending);
        if pending.value("direction").is_null() {
            pending.values.insert("direction".to_owned(), "out".into());
        }
        if as_text(pending.value("outcome")) == "call_back" && pending.value("call_back_at").is_null() {
            errors.add("call_back_at", Message::new("call-back-needs-a-time"));
        }
        Ok(())
    }

    fn after(&self, tx: &mut Tx, set: &mut ChangeSet, done: &Done) -> Result<()> {
        if done.after.trashed_at.is_some() {
            return silence::follow(tx, done);
        }
        card::talked(tx, done.after)?;
        if done.changed("outcome") {
            match done.after.text("outcome") {
                "call_back" => promise(tx, set, done.after)?,
                "not_interested" => mark_not_interested(tx, set, done.after)?,
                "do_not_call" => mark_do_not_call(tx, set, done.after)?,
                _ => {}
            }
        }
        if done.moved() || ["outcome", "at", "about"].iter().any(|field| done.changed(field)) {
            silence::follow(tx, done)?;
        }
        Ok(())
    }

    fn also_on(&self, cx: &Cx, call: &Record) -> Result<Vec<Id>> {
        card::around(cx, call.get("about"))
    }
}

/// A task to call back, for whoever made the call.
fn promise(tx: &mut Tx, set: &mut ChangeSet, call: &Record) -> Result<()> {
    let Some(card) = card::of(tx, call.get("about"))? else { return Ok(()) };
    let reading = Reading::plain(tx);
    let title = card.title(&reading);
    let subject = Locale::new(tx.locality()).tf("task-call-back", &[("name", title.as_str().into())]);
    let values = Values::from_iter([
        ("subject".to_owned(), Json::from(subject)),
        ("kind".to_owned(), "call_back".into()),
        ("about".to_owned(), call.get("about").clone()),
        ("due_at".to_owned(), call.get("call_back_at").clone()),
        ("assignee".to_owned(), call.get("owner").clone()),
        ("number".to_owned(), call.get("number").clone()),
        ("text".to_owned(), call.get("text").clone()),
    ]);
    let task = object(tx, "task")?;
    save::create(tx, set, &task, values).map(drop)
}

fn mark_not_interested(tx: &mut Tx, set: &mut ChangeSet, call: &Record) -> Result<()> {
    let Some(card) = card::of(tx, call.get("about"))? else { return Ok(()) };
    if card.object.at("standing").is_none() {
        return Ok(());
    }
    let mut values = Values::from_iter([("standing".to_owned(), Json::from("not_interested"))]);
    // It was said anew: with the reason of today, and no end of an earlier one.
    for (field, value) in [("standing_reason", reason(call).into()), ("standing_until", Json::Null)] {
        if card.object.at(field).is_some() {
            values.insert(field.to_owned(), value);
        }
    }
    save::edit(tx, set, &card.object, card.id, values, &Values::new()).map(drop)
}

/// The phone, until further notice, with what was said as the reason.
fn mark_do_not_call(tx: &mut Tx, set: &mut ChangeSet, call: &Record) -> Result<()> {
    let Some(card) = card::of(tx, call.get("about"))? else { return Ok(()) };
    if card.object.at("do_not_contact").is_none() {
        return Ok(());
    }
    let mut entries = card.get("do_not_contact").as_array().cloned().unwrap_or_default();
    entries.retain(|entry| as_text(&entry["channel"]) != "phone");
    entries.push(serde_json::json!({ "channel": "phone", "reason": reason(call) }));
    let values = Values::from_iter([("do_not_contact".to_owned(), Json::Array(entries))]);
    save::edit(tx, set, &card.object, card.id, values, &Values::new()).map(drop)
}

/// The first line of what was said.
fn reason(call: &Record) -> String {
    call.text("text").lines().next().unwrap_or_default().chars().take(200).collect()
}
