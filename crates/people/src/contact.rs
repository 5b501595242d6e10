//! Calling and writing from a card: the buttons, the banner that cannot be missed, and the page that stands in the
//! way when there is something to know first.

use std::sync::Arc;

use kernel::{Error, Result};
use records::{
    Object, Record,
    access::Verb,
    field::{emails, phones},
    record,
};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{PageHead, Tone, icon, link_button, notice, page_head},
};
use workbench::{App, CardPage, View, view::Page};

use crate::guard::{self, Warning};

/// The objects that can be called and written to.
const CONTACTABLE: &[&str] = &["person", "company", "household"];

pub(crate) fn routes(routes: &mut Routes<App>) {
    for (object, path) in [("person", "people"), ("company", "companies"), ("household", "households")] {
        routes.get(&format!("/{path}/{{id}}/contact/{{channel}}"), Permission::Read, move |app, request| {
            let object = app.read(request, |cx| records::object::object(cx, object))?;
            stop(app, request, &object)
        });
    }
}

/// The buttons of a card's head. They lead straight on when nothing speaks against it.
pub(crate) fn actions(page: &CardPage) -> Result<Option<Markup>> {
    let (view, record) = (page.view, page.record);
    if !CONTACTABLE.contains(&record.object.key) || record.trashed_at.is_some() {
        return Ok(None);
    }
    let phone = phones::numbers(record.get("phones")).next();
    let mail = emails::addresses(record.get("emails")).next();
    let way = |channel: &str, straight: String| -> Result<String> {
        let clear = guard::warnings(view.cx, record, channel)?.is_empty();
        Ok(if clear { straight } else { format!("{}/contact/{channel}", record.address()) })
    };
    let call = way("phone", format!("{}?compose=call#composer", record.address()))?;
    let write = match mail {
        Some(address) => Some(way("email", format!("mailto:{address}"))?),
        None => None,
    };
    Ok(Some(html! {
        @if view.catalog.object("call").is_ok_and(|call| view.may(call, Verb::Create)) {
            @let button = link_button(call, view.t("make-call")).icon("phone");
            @if phone.is_some() { (button.primary()) } @else { (button) }
        }
        @if let Some(write) = write { (link_button(write, view.t("mail")).icon("mail")) }
    }))
}

/// Who wants to be left alone, and whom a colleague is talking to, across the top of the card.
pub(crate) fn banner(page: &CardPage) -> Result<Option<Markup>> {
    let (view, record) = (page.view, page.record);
    if !CONTACTABLE.contains(&record.object.key) {
        return Ok(None);
    }
    let forbidden =
        record.object.field("do_not_contact")?.kind.show(record.get("do_not_contact"), &view.reading);
    let colleague: Vec<Warning> = guard::warnings(view.cx, record, "")?
        .into_iter()
        .filter(|warning| matches!(warning, Warning::Contacted { .. }))
        .collect();
    let mut entries = records::field::channels::CHANNELS.iter().filter_map(|channel| {
        records::field::channels::forbids(record.get("do_not_contact"), channel, view.reading.today)
    });
    let stands = entries.next().is_some();
    Ok(Some(html! {
        @if stands {
            (notice(Some(Tone::Stop), &html! { strong { (view.t("do-not-contact")) } " " (forbidden) }, None))
        }
        @if record.text("standing") == "not_interested" {
            (notice(Some(Tone::Stop), &html! { strong { (view.t("standing-not-interested")) } }, None))
        }
        @for warning in &colleague { (notice(Some(Tone::Warning), &said(view, warning), None)) }
    }))
}

/// What there is to know before this card is contacted.
fn stop(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let channel = match request.params.get("channel") {
        known @ ("phone" | "email") => known,
        _ => return Err(Error::NotFound),
    };
    app.read(request, |cx| {
        let record = record::find(cx, object, request.params.id("id")?)?;
        let view = View::new(app, request, cx)?.with_titles([&record])?;
        let warnings = guard::warnings(cx, &record, channel)?;
        Ok(page(&view, &record, channel, &warnings))
    })
}

fn page(view: &View, record: &Record, channel: &str, warnings: &[Warning]) -> Response {
    let title = record.title(&view.reading);
    let heading = view.tf("contact-first", &[("name", title.as_str().into())]);
    let on = match channel {
        "phone" => Some(format!("{}?compose=call#composer", record.address())),
        _ => emails::addresses(record.get("emails")).next().map(|address| format!("mailto:{address}")),
    };
    let body = html! {
        (page_head(&PageHead { title: &heading, count: None, lead: None, actions: html! {} }))
        @for warning in warnings {
            @let tone = if matches!(warning, Warning::Contacted { .. }) { Tone::Warning } else { Tone::Stop };
            (notice(Some(tone), &said(view, warning), None))
        }
        @if warnings.is_empty() { p { (icon("check")) " " (view.t("contact-clear")) } }
        div.form-actions {
            (link_button(record.address(), view.t("back-to-card")).primary())
            @if let Some(on) = on {
                (link_button(on, view.t(if channel == "phone" { "call-anyway" } else { "mail-anyway" })))
            }
        }
    };
    view.page(Page::new(heading, format!("/{}", record.object.path), body))
}

/// One warning as a sentence.
fn said(view: &View, warning: &Warning) -> Markup {
    match warning {
        Warning::Forbidden { channel, reason, until } => html! {
            strong { (view.t("do-not-contact")) } " "
            (view.t(&format!("channel-{channel}")))
            @if !reason.is_empty() { ": " (reason) }
            @if let Ok(until) = until.parse() { " (" (view.tf("until-date", &[("date", view.reading.locale.date(until).into())])) ")" }
        },
        Warning::NotInterested => html! { strong { (view.t("standing-not-interested")) } },
        Warning::Contacted { by, at, text, .. } => html! {
            b { (view.user(Some(*by))) } " " (view.t("called-already")) " " (view.moment(*at))
            @if !text.is_empty() { ": " (text) }
        },
    }
}
