//! A task: something promised, with a day, perhaps for somebody else, perhaps again and again.

use kernel::{Cx, FieldErrors, Id, Result, Text as Message, Tx};
use records::{
    Behavior, ChangeSet, Exchange, Field, Json, Meaning, Object, Record,
    behavior::{Done, Pending},
    field::{
        as_text, date_time::DateTime, long_text::LongText, reference::Reference, select::Select, text::Text,
        user::User,
    },
    object::{TimelineRule, object},
    save::{self, Values},
};

use crate::{card, repeat, silence};

pub const PRIORITIES: &[&str] = &["high", "normal", "low"];

/// The declaration.
pub fn task() -> Object {
    let fields = vec![
        Field::new("subject", Text).required().searched().listed(),
        Field::new("kind", Select::of("task-kind", &["task", "call_back"])),
        Field::new("about", Reference { object: None }).listed().indexed(),
        Field::new("due_at", DateTime).listed(),
        Field::new("priority", Select::of("priority", PRIORITIES)).listed(),
        Field::new("assignee", User).listed().indexed(),
        Field::new("repeat", Text),
        Field::new("number", Text),
        Field::new("text", LongText).searched(),
        Field::new("done_at", DateTime).listed(),
        // When it is due, as long as it is open: Today reads these and nothing else.
        Field::new("open_at", DateTime).computed().hidden().indexed(),
        // When it stands on the timeline: once it is done.
        Field::new("at", DateTime).computed().hidden(),
        Field::new("owner", User).computed(),
        // What another program calls it, and what that said of it beyond what stands here.
        Field::new("foreign", LongText).computed().hidden(),
    ];
    Object::new("task", "tasks", "subject", fields)
        .activity(TimelineRule { about: "about", at: "at" })
        .sorted_by("open_at", true)
        .owned_by("assignee")
        .read_together("of_somebody", &["assignee", "open_at"], &[])
        .exchange(Exchange { meanings: &[(Meaning::Foreign, "foreign")], ..Exchange::default() })
        .behavior(TaskRules)
}

/// An open task without a day stands behind all that have one (the year 9999).
pub(crate) const SOMEDAY: i64 = 253_370_764_800_000_000;

#[derive(Debug)]
struct TaskRules;

impl Behavior for TaskRules {
    fn before(&self, cx: &Cx, pending: &mut Pending, errors: &mut FieldErrors) -> Result<()> {
        if pending.before.is_none() {
            for (field, value) in [("kind", "task"), ("priority", "normal")] {
                if pending.value(field).is_null() {
                    pending.values.insert(field.to_owned(), value.into());
                }
            }
            if let Some(user) = cx.actor().user() {
                pending.values.insert("owner".to_owned(), user.to_string().into());
                if pending.value("assignee").is_null() {
                    pending.values.insert("assignee".to_owned(), user.to_string().into());
                }
            }
        }
        let rule = as_text(pending.value("repeat"));
        if !rule.is_empty() {
            if !repeat::understood(rule) {
                errors.add("repeat", Message::new("not-a-repeat-rule"));
            } else if pending.value("due_at").is_null() {
                errors.add("due_at", Message::new("repeat-needs-a-day"));
            }
        }
        let done = pending.value("done_at").clone();
        let due = pending.value("due_at").as_i64().unwrap_or(SOMEDAY);
        let open = if done.is_null() { Json::from(due) } else { Json::Null };
        pending.values.insert("open_at".to_owned(), open);
        pending.values.insert("at".to_owned(), done);
        Ok(())
    }

    fn after(&self, tx: &mut Tx, set: &mut ChangeSet, done: &Done) -> Result<()> {
        if ["open_at", "about"].iter().any(|field| done.changed(field)) || done.moved() {
            card::planned(tx, done.after.get("about"))?;
            if let Some(before) = done.before.filter(|_| done.changed("about")) {
                card::planned(tx, before.get("about"))?;
            }
            silence::follow(tx, done)?;
        }
        let finished =
            done.before.is_some_and(|before| before.get("done_at").is_null()) && done.changed("done_at");
        if finished { again(tx, set, done.after) } else { Ok(()) }
    }

    fn also_on(&self, cx: &Cx, task: &Record) -> Result<Vec<Id>> {
        card::around(cx, task.get("about"))
    }
}

/// The next one of a task that repeats, when this one is done.
fn again(tx: &mut Tx, set: &mut ChangeSet, task: &Record) -> Result<()> {
    let (rule, Some(due)) = (task.text("repeat"), task.instant("due_at")) else { return Ok(()) };
    if rule.is_empty() {
        return Ok(());
    }
    let Some((next, rest)) = repeat::next(rule, due, tx.now(), tx.time_zone()) else { return Ok(()) };
    let kept = ["subject", "kind", "about", "priority", "assignee", "number", "text"];
    let mut values: Values =
        kept.iter().map(|field| ((*field).to_owned(), task.get(field).clone())).collect();
    values.insert("due_at".to_owned(), next.micros().into());
    values.insert("repeat".to_owned(), rest.into());
    let declared = object(tx, "task")?;
    save::create(tx, set, &declared, values).map(drop)
}

/// Marks a task as done now.
pub fn finish(tx: &mut Tx, set: &mut ChangeSet, task: Id) -> Result<Record> {
    let declared = object(tx, "task")?;
    let values = Values::from_iter([("done_at".to_owned(), Json::from(tx.now().micros()))]);
    save::edit(tx, set, &declared, task, values, &Values::new())?.saved()
}

/// Moves a task to another moment.
pub fn snooze(tx: &mut Tx, set: &mut ChangeSet, task: Id, to: kernel::Timestamp) -> Result<Record> {
    let declared = object(tx, "task")?;
    let values = Values::from_iter([("due_at".to_owned(), Json::from(to.micros()))]);
    save::edit(tx, set, &declared, task, values, &Values::new())?.saved()
}
