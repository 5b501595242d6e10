//! Tasks as the programs that keep a copy of them have them: those that are open, and what was done lately.

use formats::calendar::{self, Todo};
use jiff::{ToSpan, tz::TimeZone};
use kernel::{Cx, Error, Id, Result, Timestamp, Tx};
use records::{
    ChangeSet, Filter, Json, Operator, Query, Record, Sort, changes,
    object::object,
    query, record,
    save::{self, Values},
};

use crate::{
    ics::{Foreign, instant, timestamp},
    repeat,
};

/// Days for which a program still shows what was done.
const DONE_FOR: i64 = 30;
/// When somebody who said only the day is reminded.
const MORNING: i8 = 9;

/// The tasks of a user that a program keeps, the latest due first.
pub fn of_user(cx: &Cx, user: Id, most: usize) -> Result<Vec<Record>> {
    let lately = cx.today().checked_sub(DONE_FOR.days()).unwrap_or(cx.today()).to_string();
    let filter = Filter::All(vec![
        Filter::field("assignee", Operator::Is, &[&user.to_string()]),
        Filter::Any(vec![
            Filter::field("open_at", Operator::NotEmpty, &[]),
            Filter::field("done_at", Operator::After, &[&lately]),
        ]),
    ]);
    let sort = vec![Sort { field: "open_at".to_owned(), descending: true }];
    let asked = Query { filter, sort, ..Query::default() };
    Ok(query::page(cx, &object(cx, "task")?, &asked, &[], most)?.records)
}

/// One of them.
pub fn find(cx: &Cx, user: Id, id: Id) -> Result<Option<Record>> {
    let found = record::find_many(cx, &object(cx, "task")?, &[id])?.remove(&id);
    let theirs = |task: &Record| records::field::as_id(task.get("assignee")) == Some(user);
    Ok(found.filter(|task| task.trashed_at.is_none() && theirs(task)))
}

/// For each of them the latest change.
pub fn versions(cx: &Cx, tasks: &[Record]) -> Result<Vec<Id>> {
    let ids: Vec<Id> = tasks.iter().map(|task| task.id).collect();
    let latest = changes::latest(cx, &*object(cx, "task")?, &ids)?;
    Ok(ids.iter().map(|id| latest.get(id).copied().unwrap_or(*id)).collect())
}

/// The task as a text.
pub fn text(cx: &Cx, task: &Record) -> String {
    calendar::write_todo(&todo(task, cx.time_zone()))
}

/// What other programs call it.
pub fn uid(task: &Record) -> String {
    let foreign = Foreign::of(task).uid;
    if foreign.is_empty() { format!("{}@kartotek", task.id) } else { foreign }
}

/// The name by which a text calls the one task it holds.
pub fn uid_of(cx: &Cx, text: &str) -> Result<String> {
    Ok(one(cx, text)?.uid)
}

/// Whether it is due within a window, or done in it; one without a day always counts (RFC 4791, 9.9).
pub fn falls(task: &Record, window: (Timestamp, Timestamp)) -> bool {
    let within = |at: Timestamp| at >= window.0 && at < window.1;
    match (task.instant("due_at"), task.instant("done_at")) {
        (None, None) => true,
        (due, done) => due.is_some_and(within) || done.is_some_and(within),
    }
}

/// Keeps what a program wrote: a new task of the actor's, or another form of the one that it read. What it called off is thrown
/// away.
pub fn keep(tx: &mut Tx, set: &mut ChangeSet, known: Option<&Record>, text: &str) -> Result<Id> {
    let wrote = one(tx, text)?;
    let zone = tx.time_zone().clone();
    let declared = object(tx, "task")?;
    let Some(before) = known else {
        let values = understood(None, &wrote, &zone);
        return save::create(tx, set, &declared, values);
    };
    if wrote.cancelled {
        save::trash(tx, set, &declared, before.id)?;
        return Ok(before.id);
    }
    let was = calendar::read_todos(&self::text(tx, before), &zone);
    let was = was.first().map(|was| understood(Some(before), was, &zone)).unwrap_or_default();
    let mut values = understood(Some(before), &wrote, &zone);
    for field in was.keys().filter(|field| *field != "repeat") {
        values.entry(field.clone()).or_insert(Json::Null);
    }
    values.retain(|field, value| was.get(field).unwrap_or(&Json::Null) != value);
    save::edit(tx, set, &declared, before.id, values, &Values::new())?.saved()?;
    Ok(before.id)
}

fn one(cx: &Cx, text: &str) -> Result<Todo> {
    let mut found = calendar::read_todos(text, cx.time_zone());
    let only = found.len() == 1 && found.iter().all(|todo| !todo.uid.is_empty());
    if only { Ok(found.swap_remove(0)) } else { Err(Error::invalid("", "dav-not-one-task")) }
}

fn todo(task: &Record, zone: &TimeZone) -> Todo {
    let foreign = Foreign::of(task);
    let stamp = task.instant("updated_at").unwrap_or(Timestamp::from_micros(0));
    let made = task.instant("created_at").unwrap_or(stamp);
    let due = task.instant("due_at");
    let morning = |due: Timestamp| due.in_zone(zone).time() == jiff::civil::time(MORNING, 0, 0, 0);
    Todo {
        uid: uid(task),
        sequence: u32::try_from((stamp.micros() - made.micros()) / kernel::clock::SECOND).unwrap_or(u32::MAX),
        stamp: instant(stamp),
        summary: task.text("subject").to_owned(),
        description: task.text("text").to_owned(),
        due: due.map(instant),
        due_day: foreign.due_day && due.is_some_and(morning),
        zone: zone.clone(),
        completed: task.instant("done_at").map(instant),
        cancelled: false,
        priority: match task.text("priority") {
            "high" => 1,
            "low" => 9,
            _ => 0,
        },
        // When this one is done the next one is made here; a program that did the same would make it twice.
        rule: String::new(),
        alarms: foreign.alarms,
        rest: foreign.rest,
    }
}

fn understood(before: Option<&Record>, todo: &Todo, zone: &TimeZone) -> Values {
    let summary: String = todo.summary.trim().chars().take(200).collect();
    let subject = if summary.is_empty() { "–".to_owned() } else { summary };
    let mut values = Values::from_iter([
        ("subject".to_owned(), Json::from(subject)),
        ("priority".to_owned(), priority(todo.priority).into()),
    ]);
    let due = todo.due.map(|due| {
        if !todo.due_day {
            return timestamp(due);
        }
        let day = due.to_zoned(todo.zone.clone()).date();
        Timestamp::from_civil(day.at(MORNING, 0, 0, 0), zone)
    });
    if let Some(due) = due {
        values.insert("due_at".to_owned(), due.micros().into());
    }
    if let Some(done) = todo.completed {
        values.insert("done_at".to_owned(), timestamp(done).micros().into());
    }
    if !todo.description.trim().is_empty() {
        values.insert("text".to_owned(), todo.description.trim().into());
    }
    if !todo.rule.is_empty() && todo.due.is_some() && repeat::understood(&todo.rule) {
        values.insert("repeat".to_owned(), todo.rule.as_str().into());
    }
    let uid = match before {
        Some(before) => Foreign::of(before).uid,
        None => todo.uid.chars().take(180).collect(),
    };
    let foreign = Foreign {
        uid,
        alarms: todo.alarms.clone(),
        rest: todo.rest.clone(),
        due_day: todo.due_day,
        ..Foreign::default()
    };
    values.insert("foreign".to_owned(), foreign.kept());
    values
}

const fn priority(said: u8) -> &'static str {
    match said {
        1..=4 => "high",
        6..=9 => "low",
        _ => "normal",
    }
}
