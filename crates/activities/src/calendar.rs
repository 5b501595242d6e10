//! The calendar: a day with people side by side, a week, a month, and the agenda. A new appointment is begun by choosing an
//! hour; one is moved by dragging it, by keyboard, or on its page.

mod agenda;
mod asked;
mod hours;
mod lanes;
mod month;
mod whose;

use kernel::Result;
use records::{access::Verb, field::as_id};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{PageHead, Tone, link_button, notice, page_head, view_tabs},
};
use workbench::{App, View, view::Page};

use self::asked::{Asked, Span};
use crate::diary::{self, Diary, Occurrence};

pub(crate) const HERE: &str = "/calendar";

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Read, calendar);
}

fn calendar(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let asked = Asked::read(&view)?;
        let (first, last) = asked.days(&view);
        let diary = diary::within(cx, first, last, &diary::of_users(&asked.users))?;
        let view = view.with_titles(diary.occurrences.iter().map(|one| &one.appointment))?;
        let title = view.t("nav-calendar");
        let creates = view.catalog.object("appointment").is_ok_and(|object| view.may(object, Verb::Create));
        let body = html! {
            (page_head(&PageHead { title: &title, count: None, lead: None, actions: html! {
                (link_button("/calendar/exchange", view.t("exchange-title")).plain().icon_only("refresh").flag("data-keep"))
                @if creates { (link_button("/appointments/new", view.t("new-appointment")).primary().icon("plus").flag("data-new")) }
            } }))
            div.views { (tabs(&view, &asked)) (whose::chooser(&view, &asked)?) }
            (shown(&view, &asked, &diary))
        };
        Ok(view.page(Page::new(title, HERE, body)))
    })
}

fn tabs(view: &View, asked: &Asked) -> Markup {
    let tab = |span: Span| {
        let text = view.t(&format!("diary-{}", span.key()));
        (asked.with_span(span).into(), text, span == asked.span)
    };
    view_tabs(&view.t("diary-spans"), &Span::ALL.map(tab))
}

/// What is drawn anew when an appointment changes.
fn shown(view: &View, asked: &Asked, diary: &Diary) -> Markup {
    let said = view.t("diary-moved");
    html! {
        k-calendar #calendar data-topic="appointment" hx-get=(asked.address()) hx-trigger="live, moved" hx-select="#calendar" hx-swap="outerHTML" {
            (head(view, asked))
            @if diary.more { (notice(Some(Tone::Warning), &html! { (view.t("diary-too-many")) }, None)) }
            @match asked.span {
                Span::Day | Span::Week => (hours::columns(view, asked, &diary.occurrences)),
                Span::Month => (month::month(view, asked, &diary.occurrences)),
                Span::Agenda => (agenda::agenda(view, &diary.occurrences)),
            }
            p.hidden role="status" data-said=(said) {}
        }
    }
}

fn head(view: &View, asked: &Asked) -> Markup {
    html! {
        div.calendar-head {
            (link_button(asked.step(-1), view.t("diary-before")).plain().icon_only("chevron-left"))
            h2 { (asked.title(view)) }
            (link_button(asked.step(1), view.t("diary-after")).plain().icon_only("chevron-right"))
            (link_button(asked.on(view.reading.today), view.t("today")).plain().small())
            @if matches!(asked.span, Span::Day | Span::Week) && view.may_write() { span.quiet.keys { (view.t("diary-keys")) } }
        }
    }
}

/// Of several users the one on whose calendar an appointment stands.
fn whose_of(one: &Occurrence, users: &[kernel::Id]) -> Option<kernel::Id> {
    let owner =
        as_id(one.appointment.get("owner")).filter(|owner| users.contains(owner) && one.is_of(*owner));
    owner.or_else(|| users.iter().copied().find(|user| one.is_of(*user)))
}
