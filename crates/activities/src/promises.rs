//! Keeping promises: a task done or moved, from Today, from a card, from the list.

use kernel::{Cx, Error, Result, Timestamp, money::Money};
use records::{ChangeSet, Filter, Operator, Query, Record, Sort, field::Reading};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Tone, button, chip, icon, link_button},
};
use workbench::{
    App, View,
    contact::{self, Asked, Contact},
    show,
};

use crate::task;

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.post("/tasks/{id}/done", Permission::Write, done);
    routes.post("/tasks/{id}/move", Permission::Write, snooze);
}

fn done(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    let set = app.write(request, |tx| {
        let mut set = ChangeSet::new(tx, "change-task-done");
        task::finish(tx, &mut set, id)?;
        set.close(tx)?;
        Ok(set.id)
    })?;
    said(request, "toast-task-done", set)
}

/// Later: `15:00`, `tomorrow`, `monday`, or anything people write for a moment.
fn snooze(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    let typed = request.form.text("to");
    let set = app.write(request, |tx| {
        let reading = Reading::plain(tx);
        let to = later(typed, &reading).ok_or_else(|| Error::invalid("to", "not-a-time"))?;
        let mut set = ChangeSet::new(tx, "change-snoozed");
        task::snooze(tx, &mut set, id, to)?;
        set.close(tx)?;
        Ok(set.id)
    })?;
    said(request, "toast-snoozed", set)
}

/// The offered moments by their keys, at nine in the morning; else what was typed.
fn later(typed: &str, reading: &Reading) -> Option<Timestamp> {
    let zone = &reading.locale.locality().time_zone;
    let morning = |day: jiff::civil::Date| Timestamp::from_civil(day.at(9, 0, 0, 0), zone);
    match typed {
        "in-an-hour" => Some(reading.now.plus(kernel::clock::HOUR)),
        "tomorrow" => Some(morning(reading.today.tomorrow().ok()?)),
        "next-week" => {
            let ahead = 7 - i64::from(reading.today.weekday().to_monday_zero_offset());
            Some(morning(reading.today.checked_add(jiff::Span::new().days(ahead)).ok()?))
        }
        other => reading.locale.parse_date_time(other, reading.now).ok(),
    }
}

fn said(request: &Request, key: &str, set: kernel::Id) -> Result<Response> {
    let locale = locale::Locale::new(&request.scope().locality);
    let undo = Some(format!("/changes/{set}/undo"));
    if request.is_fragment() {
        return Ok(Response::fragment(html! {}).toast(locale.t(key), undo));
    }
    let back = request.form.get("back").and_then(web::local_address).unwrap_or("/today").to_owned();
    Ok(Response::redirect(back).toast(locale.t(key), undo))
}

/// Calls that colleagues promised to these cards or to those they belong to, the next first.
pub(crate) fn open_with(cx: &Cx, asked: &Asked) -> Result<Vec<Contact>> {
    let filter = Filter::All(vec![
        asked.about_nearest(),
        Filter::field("kind", Operator::Is, &["call_back"]),
        Filter::field("done_at", Operator::Empty, &[]),
    ]);
    let sort = vec![Sort { field: "due_at".to_owned(), descending: false }];
    contact::open(cx, "task", asked, &Query { filter, sort, ..Query::default() }, ("about", "due_at"))
}

/// One open task as a line that can be done, moved or called from where it stands.
/// Beside whom it is about stands what is at stake with them.
pub(crate) fn line(view: &View, task: &Record, back: &str, at_stake: Option<&Money>) -> Markup {
    let subject = task.text("subject");
    let address = format!("/tasks/{}", task.id);
    let due = task.instant("due_at");
    let late = due.is_some_and(|due| due < view.reading.now);
    let card = show::address_of(view, task.get("about"));
    let calls = task.text("kind") == "call_back";
    let done = format!("{}: {subject}", view.t("done"));
    html! {
        li.todo id={ "task-" (task.id) } {
            form method="post" action={ (address) "/done" } hx-post={ (address) "/done" } hx-target={ "#task-" (task.id) } hx-swap="outerHTML" {
                input type="hidden" name="back" value=(back);
                button.done aria-label=(done) title=(view.t("done")) { (icon("check")) }
            }
            div {
                b { a href=(address) { (subject) } }
                @if task.text("priority") == "high" { " " (chip(view.t("priority-high")).tone(Tone::Negative)) }
                small {
                    @if let Some(due) = due {
                        @if late { span.tone data-tone="negative" { (view.moment(due)) } } @else { (view.moment(due)) }
                    }
                    @if let Some(card) = &card { " · " a href=(card) { (task.show("about", &view.reading)) } }
                    @if let Some(money) = at_stake { " · " span.worth title=(view.t("today-at-stake")) { (view.reading.locale.money(money)) } }
                    @if !task.text("text").is_empty() { " · " (task.text("text").lines().next().unwrap_or_default()) }
                }
            }
            span.end {
                @if let (true, Some(card)) = (calls, &card) {
                    (link_button(format!("{card}/contact/phone"), view.t("make-call")).icon("phone").small())
                }
                (later_menu(view, task, back))
            }
        }
    }
}

fn later_menu(view: &View, task: &Record, back: &str) -> Markup {
    let id = format!("later-{}", task.id);
    let name = format!("{}: {}", view.t("later"), task.text("subject"));
    let offered = [("in-an-hour", "later-hour"), ("tomorrow", "tomorrow"), ("next-week", "later-week")];
    html! {
        k-menu {
            (button(name).plain().icon_only("clock").inert().attribute("popovertarget", &id))
            div.menu id=(id) popover data-align="end" {
                form method="post" action={ "/tasks/" (task.id) "/move" } {
                    input type="hidden" name="back" value=(back);
                    ul { @for (to, text) in offered { li { button name="to" value=(to) { (view.t(text)) } } } }
                }
            }
        }
    }
}
