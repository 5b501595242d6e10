//! One appointment as a line: on Today, on a card, in the agenda.

use records::{Record, access::Verb, field::participants};
use web::{
    Markup, html,
    html::{Tone, chip, icon},
};
use workbench::{View, show};

use crate::{diary::Occurrence, moving};

/// What stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// The day and the time.
    Day,
    /// The time, under a heading of the day.
    Time,
    /// The time, and what can be done with it.
    Today,
}

pub(crate) fn line(view: &View, one: &Occurrence, told: Told) -> Markup {
    let appointment = &one.appointment;
    let past = one.ends <= view.reading.now;
    html! {
        li.slot id={ "slot-" (appointment.id) "-" (one.starts.micros()) } data-tab=(tab(appointment)) data-past[past] data-cancelled[one.cancelled()] {
            time datetime=(one.starts) { (when(view, one, told)) }
            div {
                b { a href=(one.address()) { (appointment.text("subject")) } @if one.repeats() { " " (repeats(view)) } }
                small { (facts(view, appointment)) }
            }
            span.end { (state(view, appointment)) (answered(view, appointment)) @if told == Told::Today { (moving::menu(view, one, "/today")) } }
        }
    }
}

fn repeats(view: &View) -> Markup {
    html! { span.quiet title=(view.t("appointment-repeats")) { (icon("repeat")) span.hidden { (view.t("appointment-repeats")) } } }
}

/// The colour of whom it is about, else its own.
pub(crate) fn tab(appointment: &Record) -> &str {
    match records::field::reference::target(appointment.get("about")) {
        Some((object, _)) => object,
        None => appointment.object.tab,
    }
}

/// `10:00`, or the day with it; of whole days the word.
fn when(view: &View, one: &Occurrence, told: Told) -> Markup {
    let locale = &view.reading.locale;
    let (first, _) = one.days(&locale.locality().time_zone);
    let day = locale.relative_date(first, view.reading.today);
    let time =
        if one.all_day() { view.t("appointment-all-day").into_owned() } else { locale.time(one.starts) };
    html! {
        @match told {
            Told::Time | Told::Today => (time),
            Told::Day => { (day) br; (time) },
        }
    }
}

/// Whom it is about, who takes part, where.
fn facts(view: &View, appointment: &Record) -> Markup {
    let about = appointment.show("about", &view.reading);
    let href = show::address_of(view, appointment.get("about"));
    let others = others(view, appointment, &about);
    let place = appointment.text("place");
    let video = !appointment.get("video").is_null();
    let mut parts: Vec<Markup> = Vec::new();
    if let (Some(href), false) = (href, about.is_empty()) {
        parts.push(html! { a href=(href) { (about) } });
    }
    if !others.is_empty() {
        parts.push(html! { (others) });
    }
    if !place.is_empty() {
        parts.push(html! { (place) });
    }
    if video {
        parts.push(html! { (view.t("appointment-video")) });
    }
    html! { @for (at, part) in parts.iter().enumerate() { @if at > 0 { " · " } (part) } }
}

/// Those who take part, but for the reader and whom it is about.
fn others(view: &View, appointment: &Record, about: &str) -> String {
    let me = view.cx.actor().user();
    participants::each(appointment.get("participants"))
        .filter(|(who, _)| !matches!(who, participants::Who::User(user) if Some(*user) == me))
        .filter_map(|(who, _)| participants::name(who, &view.reading))
        .filter(|name| name != about)
        .collect::<Vec<_>>()
        .join(", ")
}

/// Whom it is about and who takes part, or else where it is.
pub(crate) fn with_whom(view: &View, appointment: &Record) -> String {
    let about = appointment.show("about", &view.reading);
    let others = others(view, appointment, &about);
    let all: Vec<&str> = [about.as_str(), &others].into_iter().filter(|text| !text.is_empty()).collect();
    if all.is_empty() { appointment.text("place").to_owned() } else { all.join(", ") }
}

/// Whether the reader may move it from where it stands.
pub(crate) fn moves(view: &View, appointment: &Record) -> bool {
    appointment.text("state") == "planned" && view.may_on(appointment, Verb::Edit)
}

/// What became of it, unless it is planned.
fn state(view: &View, appointment: &Record) -> Markup {
    let tone = match appointment.text("state") {
        "held" => Tone::Positive,
        "no_show" => Tone::Warning,
        "cancelled" => Tone::Negative,
        _ => return html! {},
    };
    html! { (chip(appointment.show("state", &view.reading)).tone(tone)) }
}

/// Whether those who take part have answered: all accepted, or somebody declined.
fn answered(view: &View, appointment: &Record) -> Markup {
    if appointment.text("state") != "planned" {
        return html! {};
    }
    let answers: Vec<&str> =
        participants::each(appointment.get("participants")).map(|(_, answer)| answer).collect();
    let (key, tone) = if answers.contains(&"declined") {
        ("answer-declined", Tone::Negative)
    } else if !answers.is_empty() && answers.iter().all(|answer| *answer == "accepted") {
        ("answer-accepted", Tone::Positive)
    } else {
        return html! {};
    };
    html! { (chip(view.t(key)).tone(tone)) }
}
