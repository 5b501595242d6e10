//! What those answer who were invited: by the link in their letter, without an account, or by a reply of their calendar (`REPLY`,
//! RFC 5546, 3.2.3) that a colleague hands in. An answer stands with whoever gave it, and on their timeline.

use formats::calendar::Event;
use identity::{secret_addresses, workspaces};
use kernel::{Cx, Error, Id, Result, Scope, Tx, Value, contact::email};
use locale::Locale;
use records::{
    ChangeSet, Json, Record,
    field::{Reading, as_text, participants, participants::Who},
    object::object,
    record,
    save::{self, Values},
};
use web::{Markup, Permission, Request, Response, Routes, html, html::button};
use workbench::App;

use crate::{appointment, card, diary::Occurrence, exchange, ics::Names, reminders, visits::page};

/// As [`participants::ANSWERS`] has them.
pub(crate) const ANSWERS: [&str; 3] = ["accepted", "tentative", "declined"];

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get("/invited/{token}", Permission::Anyone, show);
    routes.post("/invited/{token}", Permission::Anyone, answer);
}

/// Where a link is valid, for what and whom.
struct Link {
    appointment: Id,
    who: String,
}

fn link(app: &App, request: &Request) -> Result<(Scope, Link)> {
    let hash = secret_addresses::kept(request.params.get("token"));
    app.db.read(&Scope::global(), |cx| {
        let row = cx.query_one(
            "SELECT workspace_id, appointment_id, who FROM appointment_links WHERE token_hash = ?1",
            &[Value::Bytes(hash.to_vec())],
        )?;
        let row = row.ok_or(Error::NotFound)?;
        let scope = workspaces::by_id(cx, row.get(0)?)?.scope("link");
        Ok((scope, Link { appointment: row.get(1)?, who: row.text(2).to_owned() }))
    })
}

/// The appointment as it is now. `NotFound` for whoever does not take part any more.
fn appointment_of(cx: &Cx, link: &Link) -> Result<(Record, String)> {
    let appointment = record::find(cx, &object(cx, "appointment")?, link.appointment)?;
    let list = appointment.get("participants").as_array().cloned().unwrap_or_default();
    let entry = list.iter().find(|one| as_text(&one["who"]) == link.who);
    let answer = entry.map(|one| as_text(&one["answer"]).to_owned()).ok_or(Error::NotFound)?;
    if appointment.trashed_at.is_some() { Err(Error::NotFound) } else { Ok((appointment, answer)) }
}

fn is_open(cx: &Cx, appointment: &Record) -> bool {
    let last = appointment.instant("repeat_until").or(appointment.instant("starts_at"));
    appointment.text("state") == "planned" && last.is_some_and(|last| last > cx.now())
}

fn show(app: &App, request: &Request) -> Result<Response> {
    let (scope, link) = link(app, request)?;
    app.db.read(&scope, |cx| {
        let (appointment, said) = appointment_of(cx, &link)?;
        let locale = match card::of(cx, &Json::from(link.who.as_str()))? {
            Some(customer) => reminders::theirs(cx, &customer, &appointment),
            None => Locale::new(cx.locality()),
        };
        let workspace = workspaces::find(cx)?.name;
        let open = is_open(cx, &appointment);
        Ok(page(request, &locale, &workspace, &body(request, &locale, &appointment, open.then_some(&said))))
    })
}

/// `said` is what they answered so far; nothing when it can be answered no more.
fn body(request: &Request, locale: &Locale, appointment: &Record, said: Option<&String>) -> Markup {
    let starts = appointment.instant("starts_at").unwrap_or(kernel::Timestamp::from_micros(0));
    let ends = starts.plus(appointment::length(appointment));
    let one = Occurrence { appointment: appointment.clone(), starts, ends };
    let asked = request.query.text("answer");
    let first = ANSWERS.into_iter().find(|answer| *answer == asked).unwrap_or(ANSWERS[0]);
    html! {
        h1 { (appointment.text("subject")) }
        p { b { (reminders::when(locale, &one)) } }
        @if one.repeats() { p { (locale.t("appointment-repeats")) } }
        @if !appointment.text("place").is_empty() { p { (appointment.text("place")) } }
        @if let Some(url) = appointment.get("video").get(0).map(|link| as_text(&link["url"])) { p { a.link href=(url) rel="noopener noreferrer" { (url) } } }
        @match said {
            None => p role="status" { (locale.t(if one.cancelled() { "visit-is-cancelled" } else { "visit-is-over" })) },
            Some(said) => {
                @if !said.is_empty() { p role="status" { b { (locale.t(&format!("invited-said-{said}"))) } } }
                @for answer in std::iter::once(first).chain(ANSWERS.into_iter().filter(|answer| *answer != first)) {
                    @if answer != said {
                        form.form method="post" action=(request.path) {
                            input type="hidden" name="answer" value=(answer);
                            @let send = button(locale.t(&format!("invited-{answer}")));
                            @if answer == first { (send.primary()) } @else { (send) }
                        }
                    }
                }
            }
        }
    }
}

fn answer(app: &App, request: &Request) -> Result<Response> {
    let (scope, link) = link(app, request)?;
    let asked = request.form.text("answer");
    let answer = ANSWERS.into_iter().find(|answer| *answer == asked).ok_or(Error::NotFound)?;
    app.db.write(&scope, |tx| {
        let (appointment, _) = appointment_of(tx, &link)?;
        if is_open(tx, &appointment) { keep(tx, &appointment, &link.who, answer).map(drop) } else { Ok(()) }
    })?;
    Ok(Response::redirect(request.path.clone()))
}

/// Keeps an answer; whether it was another one before.
fn keep(tx: &mut Tx, appointment: &Record, who: &str, answer: &str) -> Result<bool> {
    let mut all = appointment.get("participants").as_array().cloned().unwrap_or_default();
    let entry = all.iter_mut().find(|one| as_text(&one["who"]) == who).ok_or(Error::NotFound)?;
    if as_text(&entry["answer"]) == answer {
        return Ok(false);
    }
    *entry = serde_json::json!({ "who": who, "answer": answer });
    let mut set = ChangeSet::new(tx, "change-answered").about(appointment.title(&Reading::plain(tx)));
    let values = Values::from_iter([("participants".to_owned(), Json::Array(all))]);
    save::edit(tx, &mut set, &appointment.object, appointment.id, values, &Values::new())?.saved()?;
    set.close(tx)?;
    told(tx, appointment, who, answer)?;
    Ok(true)
}

/// What they answered stands on their timeline; who declines is somebody's to call.
fn told(tx: &mut Tx, appointment: &Record, who: &str, answer: &str) -> Result<()> {
    let customer = match card::of(tx, &Json::from(who))? {
        Some(customer) => Some(customer),
        None => card::of(tx, appointment.get("about"))?,
    };
    let (Some(customer), Some(starts)) = (customer, appointment.instant("starts_at")) else { return Ok(()) };
    let one = Occurrence { appointment: appointment.clone(), starts, ends: starts };
    let locale = Locale::new(tx.locality());
    let name = match participants::parse(who) {
        Some(Who::Address(address)) => address.to_owned(),
        _ => customer.title(&Reading::plain(tx)),
    };
    let line = |key: &str| {
        let when = reminders::when(&locale, &one);
        let args = [
            ("name", name.as_str().into()),
            ("what", appointment.text("subject").into()),
            ("when", when.into()),
        ];
        locale.tf(key, &args)
    };
    reminders::note(tx, &customer, line(&format!("invited-note-{answer}")))?;
    if answer == "declined" {
        reminders::task(tx, &one, &customer, line("invited-task-declined"))?;
    }
    Ok(())
}

/// Takes the answers of a reply that somebody handed in. How many were new.
pub(crate) fn take(tx: &mut Tx, events: &[Event]) -> Result<usize> {
    let declared = object(tx, "appointment")?;
    let mut taken = 0;
    for event in events {
        let Some(id) = exchange::known(tx, event, &exchange::foreign_key(event))? else { continue };
        let appointment = record::find(tx, &declared, id)?;
        records::access::require_on(tx, &appointment, records::access::Verb::Edit)?;
        let names = Names::of(tx, [&appointment])?;
        for attendee in &event.attendees {
            let answer = attendee.status.to_lowercase();
            let Some(answer) = ANSWERS.into_iter().find(|known| *known == answer) else { continue };
            let list = appointment.get("participants").as_array().cloned().unwrap_or_default();
            let theirs = list.iter().find(|one| {
                let who = participants::parse(as_text(&one["who"]));
                let party = who.and_then(|who| names.party(who));
                party.is_some_and(|party| email::key(&party.address) == email::key(&attendee.address))
            });
            if let Some(entry) = theirs {
                taken += usize::from(keep(tx, &appointment, as_text(&entry["who"]), answer)?);
            }
        }
    }
    Ok(taken)
}
