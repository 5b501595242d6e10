//! The callbacks of the day as a queue: one card at a time, one keystroke for what came of the call, and the next is there.

use kernel::{
    Cx, Error, Id, Result, Timestamp, Tx,
    clock::{HOUR, MINUTE},
};
use locale::Locale;
use records::{
    ChangeSet, Filter, Json, Operator, Query, Record, Sort,
    field::{Reading, reference},
    object::object,
    query, record,
    save::{self, Values},
};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{EmptyState, PageHead, button, crumbs, empty_state, icon, link_button, page_head},
};
use workbench::{App, View, show, view::Page};

use crate::{left_alone, task, timeline};

pub(crate) const HERE: &str = "/today/callbacks";
const MOST: usize = 200;

/// What may come of a call: the key of the button, the keystroke, the outcome that is logged, if a call was made.
const OUTCOMES: [(&str, &str, Option<&str>); 4] = [
    ("reached", "1", Some("reached")),
    ("no-answer", "2", Some("not_reached")),
    ("busy", "3", Some("not_reached")),
    ("later", "4", None),
];

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Read, show_next);
    routes.post("/today/callbacks/{id}", Permission::Write, conclude);
}

/// My callbacks that are due today or were before, the longest due first; without those who want to be left alone.
fn due(cx: &Cx) -> Result<Vec<Record>> {
    let declared = object(cx, "task")?;
    if !declared.tells("assignee") {
        return Ok(Vec::new());
    }
    let filter = Filter::All(vec![
        Filter::field("open_at", Operator::Before, &["tomorrow"]),
        Filter::field("assignee", Operator::Is, &["me"]),
        Filter::field("kind", Operator::Is, &["call_back"]),
    ]);
    let sort = vec![Sort { field: "open_at".to_owned(), descending: false }];
    let found = query::page(cx, &declared, &Query { filter, sort, ..Query::default() }, &[], MOST)?.records;
    left_alone::without(cx, found, &mut 0)
}

fn show_next(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let due = due(cx)?;
        let asked: Option<Id> = request.query.id("task");
        let next = due.iter().find(|task| Some(task.id) == asked).or(due.first());
        let card = next.map(|task| card_of(cx, task)).transpose()?.flatten();
        let view = View::new(app, request, cx)?.with_titles(due.iter().chain(&card))?;
        let title = view.t("callbacks");
        let count = view.tf("callbacks-left", &[("count", due.len().into())]);
        let name = match (&card, next) {
            (Some(card), _) => card.title(&view.reading),
            (None, Some(task)) => task.text("subject").to_owned(),
            (None, None) => title.clone().into_owned(),
        };
        let actions = html! {
            @if let Some(card) = &card {
                (link_button(card.address(), view.t("callback-open")).attribute("data-key", "o").attribute("aria-keyshortcuts", "o"))
            }
        };
        let body = html! {
            (crumbs(&view.t("crumbs"), &[("/today".into(), view.t("nav-today"))], &title))
            (page_head(&PageHead { title: &name, count: Some(count.into()), lead: None, actions }))
            @match next {
                Some(task) => (queue(&view, task, card.as_ref(), &due)?),
                None => (empty_state(&EmptyState {
                    icon: "check", tab: None, title: &view.t("callbacks-none"), text: &view.t("callbacks-none-text"),
                    actions: html! { (link_button("/today", view.t("nav-today"))) },
                })),
            }
        };
        Ok(view.page(Page::new(title, "/today", body)))
    })
}

fn card_of(cx: &Cx, task: &Record) -> Result<Option<Record>> {
    let Some((key, id)) = reference::target(task.get("about")) else { return Ok(None) };
    Ok(record::find_many(cx, &object(cx, key)?, &[id])?.remove(&id))
}

fn queue(view: &View, task: &Record, card: Option<&Record>, due: &[Record]) -> Result<Markup> {
    let numbers: Vec<&Json> =
        card.into_iter().flat_map(|card| card.get("phones").as_array().into_iter().flatten()).collect();
    let behind = due.iter().filter(|other| other.id != task.id);
    Ok(html! {
        div.callback {
            section aria-labelledby="callback" {
                h2 #callback { (view.t("callback-promised")) }
                p { a.link href={ "/tasks/" (task.id) } { (task.text("subject")) } " " @if let Some(at) = task.instant("due_at") { span.quiet { (view.moment(at)) } } }
                @if !task.text("text").is_empty() { p.soft { (task.text("text")) } }
                @if let Some(card) = card {
                    p { (link_button(format!("{}/contact/phone", card.address()), view.t("make-call")).icon("phone").attribute("data-key", "c").attribute("aria-keyshortcuts", "c")) }
                }
                p { @for number in &numbers { span.chip { (icon("phone")) (show::phone(view, number)) } " " } }
                @if view.may_write() { (outcomes(view, task)) }
                @if behind.clone().next().is_some() {
                    h2 { (view.t("callbacks-next")) }
                    ol.lines { @for other in behind.take(10) {
                        li { a.link href={ (HERE) "?task=" (other.id) } { (called(view, other)) } @if let Some(at) = other.instant("due_at") { (view.moment(at)) } }
                    } }
                }
            }
            @if let Some(card) = card { div { (timeline::on_card(view, card, None)?) } }
        }
    })
}

/// Who is to be called, else what for.
fn called(view: &View, task: &Record) -> String {
    let about = task.show("about", &view.reading);
    if about.is_empty() { task.text("subject").to_owned() } else { about }
}

fn outcomes(view: &View, task: &Record) -> Markup {
    html! {
        form.form method="post" action={ (HERE) "/" (task.id) } {
            label.field { span.label { (view.t("callback-note")) }
                textarea.input name="text" rows="2" maxlength="5000" {} }
            div.form-actions {
                @for (at, (key, stroke, _)) in OUTCOMES.into_iter().enumerate() {
                    @let one = button(labelled(view, key, stroke)).attribute("name", "outcome").attribute("value", key)
                        .attribute("data-key", stroke).attribute("aria-keyshortcuts", stroke);
                    @if at == 0 { (one.primary()) } @else { (one) }
                }
            }
        }
    }
}

/// `Reached (1)`: the keystroke stands beside the word.
fn labelled(view: &View, key: &str, stroke: &str) -> String {
    format!("{} ({stroke})", view.t(&format!("callback-{key}")))
}

fn conclude(app: &App, request: &Request) -> Result<Response> {
    let id = request.params.id("id")?;
    let asked = request.form.text("outcome");
    let (key, _, outcome) = OUTCOMES.into_iter().find(|(key, ..)| *key == asked).ok_or(Error::NotFound)?;
    let said = request.form.text("text").trim();
    let (set, name) = app.write(request, |tx| {
        let declared = object(tx, "task")?;
        let task = record::find(tx, &declared, id)?;
        if task.text("kind") != "call_back" || !task.get("done_at").is_null() {
            return Err(Error::conflict("callback-is-done"));
        }
        let reading = Reading::plain(tx);
        let card = card_of(tx, &task)?;
        let name = card.as_ref().map_or_else(|| task.text("subject").to_owned(), |card| card.title(&reading));
        let mut set = ChangeSet::new(tx, "change-called-back").about(name.clone());
        if let (Some(outcome), Some(_)) = (outcome, &card) {
            log(tx, &mut set, &task, outcome, said)?;
        }
        match again(key, tx.now(), &reading) {
            None => drop(task::finish(tx, &mut set, id)?),
            Some(to) => drop(task::snooze(tx, &mut set, id, to)?),
        }
        set.close(tx)?;
        Ok((set.id, name))
    })?;
    let locale = Locale::new(&request.scope().locality);
    let word = locale.t(&format!("callback-{key}")).into_owned();
    let text = locale.tf("callback-said", &[("name", name.into()), ("outcome", word.into())]);
    Ok(Response::redirect(HERE).toast(text, Some(format!("/changes/{set}/undo"))))
}

/// When it is tried again; never after somebody was reached. Nobody is called in the evening by a list.
fn again(key: &str, now: Timestamp, reading: &Reading) -> Option<Timestamp> {
    let zone = &reading.locale.locality().time_zone;
    let tomorrow = reading.today.tomorrow().unwrap_or(reading.today);
    let morning = Timestamp::from_civil(tomorrow.at(9, 0, 0, 0), zone);
    let today = |pause: i64| {
        let then = now.plus(pause);
        let civil = then.in_zone(zone);
        if civil.date() == reading.today && civil.hour() < 18 { then } else { morning }
    };
    match key {
        "reached" => None,
        "busy" => Some(today(15 * MINUTE)),
        "no-answer" => Some(today(2 * HOUR)),
        _ => Some(morning),
    }
}

fn log(tx: &mut Tx, set: &mut ChangeSet, task: &Record, outcome: &str, said: &str) -> Result<()> {
    let values = Values::from_iter([
        ("about".to_owned(), task.get("about").clone()),
        ("outcome".to_owned(), Json::from(outcome)),
        ("direction".to_owned(), "out".into()),
        ("number".to_owned(), task.get("number").clone()),
        ("text".to_owned(), said.into()),
    ]);
    let declared = object(tx, "call")?;
    save::create(tx, set, &declared, values).map(drop)
}
