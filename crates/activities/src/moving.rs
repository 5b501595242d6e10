//! Appointments moved, and what became of them: from the calendar, from their own page, from Today. Of a series one, the
//! following, or all.

use jiff::civil::Date;
use kernel::{Error, FieldErrors, Id, Result, Timestamp, Tx};
use locale::Locale;
use records::{
    ChangeSet, Json, Record,
    access::{self, Verb},
    field::{Reading, as_id, as_text},
    object::object,
    record,
    save::Values,
};
use web::{
    Markup, Permission, Request, Response, Routes, StatusCode, html,
    html::{Button, Choice, Tone, button, crumbs, error_summary, field, icon, link_button, notice},
};
use workbench::{App, CardPage, View, view::Page};

use crate::{
    appointment,
    diary::Occurrence,
    overlap,
    series::{self, Reach},
};

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get("/appointments/{id}/move", Permission::Write, ask);
    routes.post("/appointments/{id}/move", Permission::Write, move_it);
    routes.post("/appointments/{id}/state", Permission::Write, conclude);
}

/// The appointment that the address names, and when it happens: of a series the occurrence that `at` names.
fn happening(cx: &kernel::Cx, request: &Request, at: Option<i64>) -> Result<(Record, Timestamp)> {
    let appointment = record::find(cx, &object(cx, "appointment")?, request.params.id("id")?)?;
    let starts = appointment.instant("starts_at").ok_or(Error::NotFound)?;
    let at = at.map(Timestamp::from_micros).filter(|_| !appointment.text("repeat").is_empty());
    Ok((appointment, at.unwrap_or(starts)))
}

/// A form for moving it: what works without a mouse and without script.
fn ask(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let (appointment, at) = happening(cx, request, request.query.integer("at"))?;
        access::require_on(cx, &appointment, Verb::Edit)?;
        let view = View::new(app, request, cx)?.with_titles([&appointment])?;
        let to = view.reading.locale.date_time(at);
        Ok(page(&view, &appointment, at, &to, &FieldErrors::default()))
    })
}

fn page(view: &View, appointment: &Record, at: Timestamp, to: &str, errors: &FieldErrors) -> Response {
    let title = view.t("move-this");
    let subject = appointment.text("subject").to_owned();
    let address = appointment.address();
    let way =
        [(crate::calendar::HERE.into(), view.t("nav-calendar")), (address.clone().into(), subject.into())];
    let error = errors.get("to").map(|text| view.render(text));
    let summary: Vec<_> = error.iter().map(|text| ("to".into(), text.clone().into())).collect();
    let choices =
        Reach::ALL.map(|reach| Choice::new(reach.key(), view.t(&format!("series-{}", reach.key()))));
    let body = html! {
        (crumbs(&view.t("crumbs"), &way, &title))
        form.form method="post" action={ (address) "/move" } {
            h1 { (title) }
            @if !summary.is_empty() { (error_summary(&view.t("form-errors"), &summary)) }
            input type="hidden" name="at" value=(at.micros());
            (field("to", view.t("move-to")).value(to.to_owned()).help(view.t("help-date-time")).error(error))
            @if !appointment.text("repeat").is_empty() {
                (field("reach", view.t("move-reach")).value("this").radios(choices))
            }
            div.form-actions {
                (button(view.t("move-appointment")).primary())
                (link_button(address, view.t("cancel")).plain())
            }
        }
    };
    view.page(Page::new(title, crate::calendar::HERE, body))
}

fn move_it(app: &App, request: &Request) -> Result<Response> {
    let typed = request.form.text("to");
    let moved = app.write(request, |tx| {
        let (appointment, at) = happening(tx, request, request.form.integer("at"))?;
        let reading = Reading::plain(tx);
        let to = moment(typed, at, &reading).ok_or_else(|| Error::invalid("to", "not-a-time"))?;
        let mut set = ChangeSet::new(tx, "change-appointment-moved").about(appointment.title(&reading));
        let mut values = Values::from_iter([("starts_at".to_owned(), Json::from(to.micros()))]);
        values.extend(handed_over(&appointment, request));
        let reach = reach(request);
        let id = series::change(tx, &mut set, (&appointment, at), reach, values)?;
        set.close(tx)?;
        Ok((id, to, set.id))
    });
    match moved {
        Ok((id, to, set)) => {
            let locale = Locale::new(&request.scope().locality);
            let text = locale.tf("toast-moved", &[("when", locale.date_time(to).into())]);
            said(app, request, (id, to), text, set)
        }
        Err(Error::Invalid(errors)) if !request.is_fragment() => app.read(request, |cx| {
            let (appointment, at) = happening(cx, request, request.form.integer("at"))?;
            let view = View::new(app, request, cx)?.with_titles([&appointment])?;
            Ok(page(&view, &appointment, at, typed, &errors).status(StatusCode::UNPROCESSABLE_ENTITY))
        }),
        Err(error) => Err(error),
    }
}

fn reach(request: &Request) -> Reach {
    let asked = request.form.text("reach");
    Reach::ALL.into_iter().find(|reach| reach.key() == asked).unwrap_or(Reach::This)
}

/// A day alone keeps the time of day.
fn moment(typed: &str, at: Timestamp, reading: &Reading) -> Option<Timestamp> {
    // Parsing alone would take the day of a longer text and leave the time.
    if let Ok(day) = Date::strptime("%Y-%m-%d", typed.trim()) {
        let time = reading.locale.civil(at).time();
        return Some(Timestamp::from_civil(day.to_datetime(time), &reading.locale.locality().time_zone));
    }
    reading.locale.parse_date_time(typed, reading.now).ok()
}

/// Dragged from one person's column to another's, it becomes theirs.
fn handed_over(appointment: &Record, request: &Request) -> Values {
    let (Some(from), Some(to)) = (request.form.id("from"), request.form.id("whose")) else {
        return Values::new();
    };
    if from == to {
        return Values::new();
    }
    let key = |user: Id| format!("user:{user}");
    let mut all = appointment.get("participants").as_array().cloned().unwrap_or_default();
    if let Some(one) = all.iter_mut().find(|one| as_text(&one["who"]) == key(from)) {
        *one = serde_json::json!({ "who": key(to) });
        return Values::from_iter([("participants".to_owned(), Json::Array(all))]);
    }
    let owned = as_id(appointment.get("owner")) == Some(from);
    Values::from_iter(owned.then(|| ("owner".to_owned(), Json::from(to.to_string()))))
}

/// It was held, nobody came, it was cancelled, or it is planned again.
fn conclude(app: &App, request: &Request) -> Result<Response> {
    let state = request.form.text("state");
    let known = appointment::STATES.iter().find(|known| **known == state).ok_or(Error::NotFound)?;
    let (id, at, set, subject) = app.write(request, |tx| {
        let (appointment, at) = happening(tx, request, request.form.integer("at"))?;
        let set = concluded(tx, &appointment, at, known)?;
        Ok((set.0, at, set.1, appointment.text("subject").to_owned()))
    })?;
    let locale = Locale::new(&request.scope().locality);
    let shown = locale.t(&format!("appointment-state-{}", known.replace('_', "-"))).into_owned();
    let text = locale.tf("toast-state", &[("name", subject.into()), ("state", shown.into())]);
    said(app, request, (id, at), text, set)
}

fn concluded(tx: &mut Tx, appointment: &Record, at: Timestamp, state: &str) -> Result<(Id, Id)> {
    let reading = Reading::plain(tx);
    let mut set = ChangeSet::new(tx, "change-appointment-state").about(appointment.title(&reading));
    let values = Values::from_iter([("state".to_owned(), Json::from(state))]);
    let id = series::change(tx, &mut set, (appointment, at), Reach::This, values)?;
    set.close(tx)?;
    Ok((id, set.id))
}

/// What happened, and who is booked twice now.
fn said(
    app: &App,
    request: &Request,
    (id, at): (Id, Timestamp),
    mut text: String,
    set: Id,
) -> Result<Response> {
    let undo = Some(format!("/changes/{set}/undo"));
    let address = app.read(request, |cx| {
        let kept = record::find_many(cx, &object(cx, "appointment")?, &[id])?.remove(&id);
        let Some(appointment) = kept else { return Ok(crate::calendar::HERE.to_owned()) };
        let view = View::new(app, request, cx)?.with_titles([&appointment])?;
        let one = Occurrence { ends: at.plus(appointment::length(&appointment)), starts: at, appointment };
        text.extend(overlap::told(&view, &one)?.map(|overlap| format!(". {overlap}")));
        Ok(one.address())
    })?;
    if request.is_fragment() {
        return Ok(Response::fragment(html! {}).toast(text, undo));
    }
    let back = request.form.get("back").and_then(web::local_address).map(str::to_owned);
    Ok(Response::redirect(back.unwrap_or(address)).toast(text, undo))
}

/// On the page of an appointment: which of a series it is, and who is booked twice.
pub(crate) fn on_top(page: &CardPage) -> Result<Option<Markup>> {
    let Some(one) = shown(page) else { return Ok(None) };
    let (view, locale) = (page.view, &page.view.reading.locale);
    let overlap = if one.ends > view.reading.now { overlap::told(view, &one)? } else { None };
    Ok(Some(html! {
        @if one.repeats() {
            (notice(None, &html! { (icon("repeat")) " " (view.t("occurrence-of")) ": " (locale.date_time(one.starts)) }, None))
        }
        @if let Some(overlap) = overlap { (notice(Some(Tone::Warning), &html! { (overlap) }, None)) }
    }))
}

/// Moving it and saying what became of it.
pub(crate) fn actions(page: &CardPage) -> Option<Markup> {
    let one = shown(page)?;
    let (view, appointment) = (page.view, &one.appointment);
    if !view.may_on(appointment, Verb::Edit) || appointment.trashed_at.is_some() {
        return None;
    }
    Some(html! {
        (link_button(way_to_move(&one), view.t("move-appointment")).icon("calendar"))
        (outcomes(view, &one, button(view.t("appointment-state")).icon("check"), None))
    })
}

fn way_to_move(one: &Occurrence) -> String {
    format!("{}/move?at={}", one.appointment.address(), one.starts.micros())
}

const OUTCOMES: [(&str, &str); 4] = [
    ("held", "state-held"),
    ("no_show", "state-no-show"),
    ("cancelled", "state-cancel"),
    ("planned", "state-planned"),
];

/// What may have become of it, behind a button; afterwards the reader is back at this address.
fn outcomes(view: &View, one: &Occurrence, opens: Button, back: Option<&str>) -> Markup {
    let appointment = &one.appointment;
    let id = format!("outcomes-{}-{}", appointment.id, one.starts.micros());
    let offered = OUTCOMES.into_iter().filter(|(state, _)| *state != appointment.text("state"));
    html! {
        k-menu {
            (opens.inert().attribute("popovertarget", &id))
            div.menu id=(id) popover data-align="end" {
                form method="post" action={ (appointment.address()) "/state" } {
                    input type="hidden" name="at" value=(one.starts.micros());
                    @if let Some(back) = back { input type="hidden" name="back" value=(back); }
                    ul {
                        @for (state, text) in offered { li { button name="state" value=(state) { (view.t(text)) } } }
                        @if back.is_some() { li { a href=(way_to_move(one)) { (view.t("move-appointment")) } } }
                    }
                }
            }
        }
    }
}

/// The same at the end of a line, with the way to move it.
pub(crate) fn menu(view: &View, one: &Occurrence, back: &str) -> Markup {
    if !view.may_on(&one.appointment, Verb::Edit) {
        return html! {};
    }
    let name = format!("{}: {}", view.t("occurrence-edit"), one.appointment.text("subject"));
    outcomes(view, one, button(name).plain().icon_only("more"), Some(back))
}

/// The appointment of a page, at the time that its address names.
fn shown(page: &CardPage) -> Option<Occurrence> {
    let appointment = page.record;
    if appointment.object.key != "appointment" {
        return None;
    }
    let repeats = !appointment.text("repeat").is_empty();
    let asked = page.view.request.query.integer("at").filter(|_| repeats).map(Timestamp::from_micros);
    let starts = asked.or(appointment.instant("starts_at"))?;
    Some(Occurrence {
        starts,
        ends: starts.plus(appointment::length(appointment)),
        appointment: appointment.clone(),
    })
}
