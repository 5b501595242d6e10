//! Calling and writing from a card: the buttons, the banner that cannot be missed, and the page that stands in the
//! way when there is something to know first.

mod hold;
mod told;

use std::sync::Arc;

use identity::rights::Reach;
use kernel::{Error, Id, Result};
use records::{
    Json, Object, Record,
    access::{self, Verb},
    field::{
        as_id,
        channels::{self, CHANNELS},
        emails, phones, reference,
    },
    object::ObjectKind,
    record,
};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{PageHead, Tone, icon, link_button, notice, page_head},
};
use workbench::{App, CardPage, View, view::Page};

pub(crate) use self::hold::{hold, is_due, put_down};
use self::told::Told;
use crate::guard::{self, Circle, Warning, claims};

/// The objects of this crate that can be called and written to, with their addresses.
const OURS: [(&str, &str); 3] = [("person", "people"), ("company", "companies"), ("household", "households")];

/// Cards that can be called and written to, and can say no.
pub(crate) fn is_contactable(object: &Object) -> bool {
    let has = |field: &str| object.at(field).is_some_and(|at| !object.fields[at].own);
    object.kind == ObjectKind::Card && has("phones") && has("do_not_contact")
}

pub(crate) fn routes(routes: &mut Routes<App>) {
    OURS.into_iter().for_each(|(object, path)| routes_of(routes, object, path));
}

/// The addresses by which cards of an object are contacted, past what there is to know first.
pub fn routes_of(routes: &mut Routes<App>, object: &'static str, path: &str) {
    routes.get(&format!("/{path}/{{id}}/contact/{{channel}}"), Permission::Read, move |app, request| {
        let object = app.read(request, |cx| records::object::object(cx, object))?;
        stop(app, request, &object)
    });
    routes.get(&format!("/{path}/{{id}}/guard"), Permission::Read, move |app, request| {
        let object = app.read(request, |cx| records::object::object(cx, object))?;
        refreshed(app, request, &object)
    });
}

/// The buttons of a card's head. They lead past what there is to know, which is asked when they are pressed.
pub(crate) fn actions(page: &CardPage) -> Result<Option<Markup>> {
    let (view, record) = (page.view, page.record);
    if !is_contactable(&record.object) || record.trashed_at.is_some() {
        return Ok(None);
    }
    let phone = phones::numbers(record.get("phones")).next();
    // A call is led past the guard when it is made. A letter is opened by another program, so that is asked now.
    let mail = match on(record, "email") {
        Some(mail) if guard::warnings(view.cx, record, "email")?.is_empty() => Some(mail),
        Some(_) => Some(format!("{}/contact/email", record.address())),
        None => None,
    };
    let call = format!("{}/contact/phone?straight=on", record.address());
    Ok(Some(html! {
        @if view.catalog.object("call").is_ok_and(|call| view.may(call, Verb::Create)) {
            @let button = link_button(call, view.t("make-call")).icon("phone");
            @if phone.is_some() { (button.primary()) } @else { (button) }
        }
        @if let Some(mail) = mail { (link_button(mail, view.t("mail")).icon("mail")) }
    }))
}

/// Who wants to be left alone, and whom a colleague is talking to, across the top of the card; kept up to date.
pub(crate) fn banner(page: &CardPage) -> Result<Option<Markup>> {
    let (view, record) = (page.view, page.record);
    if !is_contactable(&record.object) {
        return Ok(None);
    }
    let known = guard::known(view.cx, record)?;
    let topics = topics(view, &known.circle)?;
    let warnings = hold::beside_presence(view, record, known.warnings.clone());
    let told = Told::new(view, record, &warnings)?;
    let address = format!("{}/guard", record.address());
    Ok(Some(html! {
        div.guard #guard data-topic={ (record.object.key) ":" (record.id) " " (topics.join(" ")) } hx-get=(address) hx-trigger="live, every 300s" {
            (news(view, record, &told))
        }
    }))
}

/// Cards of the circle whose news is heard at once; of the others every few minutes.
const TOPICS: usize = 40;

/// What the banner hears of. Of cards that the reader does not see not even the key stands on the page.
fn topics(view: &View, circle: &Circle) -> Result<Vec<String>> {
    let near = &circle.cards[..circle.cards.len().min(TOPICS)];
    // Who sees all cards of a kind need not be asked about each, which costs as much as the rest of the page.
    let mut limited: Vec<Json> = Vec::new();
    for (key, id) in near {
        let object = view.catalog.object(key)?;
        if access::reach(view.cx, object, Verb::See)? != Reach::All {
            limited.push(reference::reference(key, *id));
        }
    }
    let told = record::titles(view.cx, limited.iter())?;
    let hidden = |id: &Id| !told.contains_key(id) && limited.iter().any(|card| as_id(card) == Some(*id));
    let mut topics = Vec::new();
    for (at, (_, id)) in near.iter().enumerate().filter(|(_, (_, id))| !hidden(id)) {
        topics.extend((at < circle.nearest).then(|| claims::topic(*id)));
        topics.push(format!("timeline:{id}"));
    }
    Ok(topics)
}

/// The banner's contents again, after something happened around the card, and every now and then as long as it is open.
fn refreshed(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    hold::hold_on(app, request, object)?;
    app.read(request, |cx| {
        let record = record::find(cx, object, request.params.id("id")?)?;
        if !request.is_fragment() {
            return Ok(Response::redirect(record.address()));
        }
        let view = View::new(app, request, cx)?.with_titles([&record])?;
        let warnings = hold::beside_presence(&view, &record, guard::known(cx, &record)?.warnings.clone());
        let told = Told::new(&view, &record, &warnings)?;
        Ok(Response::fragment(news(&view, &record, &told)))
    })
}

fn news(view: &View, record: &Record, told: &Told) -> Markup {
    let today = view.reading.today;
    let standing = CHANNELS
        .iter()
        .any(|channel| channels::forbids(record.get("do_not_contact"), channel, today).is_some());
    let interest = guard::refusals(view.cx, record, "")
        .into_iter()
        .find(|warning| matches!(warning, Warning::NotInterested { .. }));
    html! {
        @if standing {
            (notice(Some(Tone::Stop), &html! { div { strong { (view.t("do-not-contact")) } " " (told.forbidden()) } }, None))
        }
        @if let (Some(since), true) = (record.instant("refused_since"), standing || interest.is_some()) {
            @let day = view.reading.locale.date(view.reading.locale.civil(since).date());
            (notice(None, &html! { p { (view.tf("refusal-from-earlier-card", &[("date", day.into())])) } }, None))
        }
        @if let Some(warning) = &interest { (notice(Some(Tone::Stop), &told.said(warning), None)) }
        (told.around())
    }
}

/// What there is to know before this card is contacted. Who comes from a button is led straight on when nothing speaks
/// against it.
fn stop(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let channel = match request.params.get("channel") {
        known @ ("phone" | "email") => known,
        _ => return Err(Error::NotFound),
    };
    app.read(request, |cx| {
        let record = record::find(cx, object, request.params.id("id")?)?;
        let view = View::new(app, request, cx)?.with_titles([&record])?;
        let warnings = guard::warnings(cx, &record, channel)?;
        let on = on(&record, channel);
        match (&on, warnings.is_empty()) {
            (Some(on), true) if channel == "phone" && request.query.bool("straight") => {
                Ok(Response::redirect(on.clone()))
            }
            _ => page(&view, &record, channel, &warnings, on),
        }
    })
}

/// Where the call is written down, or the letter is written.
fn on(record: &Record, channel: &str) -> Option<String> {
    match channel {
        "phone" => Some(format!("{}?compose=call#composer", record.address())),
        _ => emails::addresses(record.get("emails")).next().map(|address| format!("mailto:{address}")),
    }
}

fn page(
    view: &View,
    record: &Record,
    channel: &str,
    warnings: &[Warning],
    on: Option<String>,
) -> Result<Response> {
    let told = Told::new(view, record, warnings)?;
    let title = record.title(&view.reading);
    let heading = view.tf("contact-first", &[("name", title.as_str().into())]);
    let clear = warnings.is_empty();
    let go = match (channel, clear) {
        ("phone", true) => "make-call",
        ("phone", false) => "call-anyway",
        (_, true) => "mail",
        (_, false) => "mail-anyway",
    };
    let body = html! {
        (page_head(&PageHead { title: &heading, count: None, lead: None, actions: html! {} }))
        div.guard {
            @for warning in warnings.iter().filter(|warning| told::stops(warning)) {
                (notice(Some(Tone::Stop), &told.said(warning), None))
            }
            (told.around())
        }
        @if clear { p { (icon("check")) " " (view.t("contact-clear")) } }
        div.form-actions {
            (link_button(record.address(), view.t("back-to-card")).primary())
            @if let Some(on) = on { (link_button(on, view.t(go))) }
        }
    };
    Ok(view.page(Page::new(heading, format!("/{}", record.object.path), body)))
}
