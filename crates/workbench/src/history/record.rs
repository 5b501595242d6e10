//! The history of one card, and the card as it was on a day.

use std::{collections::HashMap, sync::Arc};

use jiff::civil::{Date, Time};
use kernel::{Id, Result, Timestamp};
use records::{
    Object, Record,
    changes::{self, Change, Entry},
    merge, past, record,
};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{PageHead, button, crumbs, empty_note, field, link_button, page_head, table_frame},
};

use super::{
    AT_ONCE,
    changed::{self, Names},
    label, through, undo,
};
use crate::{App, View, place::Place, show, view::Page};

pub(super) fn routes(routes: &mut Routes<App>, place: &Place) {
    place.get(routes, "/{id}/history", Permission::Read, history);
}

fn history(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    app.read(request, |cx| {
        let mut view = View::new(app, request, cx)?;
        let id = request.params.id("id")?;
        let card = record::find(cx, object, id)?;
        let on: Option<Date> = request.query.text("on").parse().ok();
        let was = on.map(|day| past::at(cx, object, id, end_of(&view, day))).transpose()?.flatten();
        let page = changes::of_records(cx, &merge::family(cx, id)?, request.query.id("before"), AT_ONCE)?;
        let names = changed::names(&mut view, &page)?;
        let mut sets: Vec<Id> = page.iter().map(|change| change.set).collect();
        sets.dedup();
        let steps = changes::find_many(cx, &sets)?;
        let view = view.with_titles(std::iter::once(&card).chain(&was))?;
        let name = card.title(&view.reading);
        let title = view.tf("history-of", &[("name", name.as_str().into())]);
        let way =
            [(format!("/{}", object.path).into(), view.many(object)), (card.address().into(), name.into())];
        let head = PageHead { title: &title, count: None, lead: None, actions: html! {} };
        let body = html! {
            (crumbs(&view.t("crumbs"), &way, &view.t("nav-history")))
            (page_head(&head))
            (as_it_was_form(&view, on))
            @if let Some(day) = on { (as_it_was(&view, day, was.as_ref())) }
            (table(&view, &names, &page, &steps))
            @if let (Some(last), true) = (page.last(), page.len() == AT_ONCE) {
                div.form-actions {
                    (link_button(format!("{}?before={}", request.path, last.id), view.t("history-older")))
                }
            }
        };
        Ok(view.page(Page::new(title, format!("/{}", object.path), body)))
    })
}

/// The last moment of a day where the reader is.
fn end_of(view: &View, day: Date) -> Timestamp {
    let last = Time::constant(23, 59, 59, 999_999_000);
    Timestamp::from_civil(day.to_datetime(last), view.cx.time_zone())
}

fn as_it_was_form(view: &View, on: Option<Date>) -> Markup {
    let day = on.map(|day| day.to_string()).unwrap_or_default();
    html! {
        form.as-it-was.toolbar action=(view.request.path) {
            (field("on", view.t("history-as-it-was")).date().value(day).attribute("max", view.reading.today.to_string()))
            (button(view.t("history-show")))
        }
    }
}

fn as_it_was(view: &View, day: Date, was: Option<&Record>) -> Markup {
    let args = [("day", view.reading.locale.date_long(day).into())];
    html! {
        section.past aria-labelledby="past" {
            header {
                h2 #past { (view.tf("history-as-it-was-on", &args)) }
                (link_button(view.request.path.as_str(), view.t("close")).plain().icon_only("x"))
            }
            @match was {
                None => p.soft { (view.t("history-was-not")) },
                Some(was) => {
                    @if was.trashed_at.is_some() { p.soft { (view.t("history-was-trashed")) } }
                    (fields(view, was))
                }
            }
        }
    }
}

fn fields(view: &View, was: &Record) -> Markup {
    let shown = was.object.fields.iter().filter(|field| !field.hidden && !was.get(&field.key).is_null());
    html! {
        div.fields { dl {
            @for field in shown {
                div { dt { (view.label(&was.object, field)) } dd { (show::value(view, was, field)) } }
            }
        } }
    }
}

fn table(view: &View, names: &Names, page: &[Change], steps: &HashMap<Id, Entry>) -> Markup {
    if page.is_empty() {
        return empty_note(&html! { (view.t("history-none")) });
    }
    let table = html! {
        table.table {
            thead { tr {
                th scope="col" { (view.t("history-when")) }
                th scope="col" data-wide { (view.t("history-who")) }
                th scope="col" { (view.t("history-what")) }
                th scope="col" data-wide { (view.t("history-through")) }
                th scope="col" { span.hidden { (view.t("undo")) } }
            } }
            tbody {
                @for change in page {
                    @let own = page.iter().filter(|other| other.set == change.set).count() as u64;
                    (line(view, names, change, steps.get(&change.set), &way_back(view, change, own, steps)))
                }
            }
        }
    };
    table_frame(&view.t("history-changes"), &table)
}

fn line(view: &View, names: &Names, change: &Change, step: Option<&Entry>, way_back: &Markup) -> Markup {
    // Why it was done although something spoke against it.
    let despite = step.filter(|step| step.label == changes::DESPITE).map(|step| label(view, step));
    let who = view.user(change.made.by);
    html! {
        tr {
            td.nowrap.soft { a.link-row href={ "/history/" (change.set) } { (view.moment(change.made.at)) } }
            th.nowrap scope="row" data-wide { (who) }
            td { (changed::what(view, names, change)) @if let Some(despite) = &despite { p.soft { (despite) } } small.narrow.soft { (who) } }
            td.soft data-wide { (through(view, &change.made.through)) }
            td { (way_back) }
        }
    }
}

/// Undo takes a whole step back. One that changed much else, such as an import, leads to its own page first; a
/// relation counts twice, for it is kept on both cards.
fn way_back(view: &View, change: &Change, own: u64, steps: &HashMap<Id, Entry>) -> Markup {
    let touched = steps.get(&change.set).map_or(0, |step| step.touched);
    if touched > 2 * own && !change.made.undone {
        let text = view.tf("history-part-of", &[("count", touched.into())]);
        return html! { a.link.small href={ "/history/" (change.set) } { (text) } };
    }
    let what = format!("{} – {}", changed::in_words(view, change), view.user(change.made.by));
    undo(view, change.set, change.made.undone, &what)
}
