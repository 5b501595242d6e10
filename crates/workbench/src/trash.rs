//! The trash: cards that were thrown away, by kind, newest first, each with the way back.

use std::{collections::HashMap, sync::Arc};

use kernel::{Id, Result};
use records::{
    Object, Query, Record,
    access::Verb,
    changes::{self, Kind, Made},
    merge::{self, Aside},
    query::{self, Cursor},
    record,
};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{EmptyState, PageHead, button, empty_state, link_button, page_head, tab, table_frame, view_tabs},
};

use crate::{App, View, view::Page};

const AT_ONCE: usize = 50;
/// No tab counts further.
const MOST: u64 = 999;

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get("/trash", Permission::Read, show);
}

/// A kind of card with how many of it lie here, counted up to [`MOST`].
struct Pile {
    object: Arc<Object>,
    count: u64,
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let mut piles = Vec::new();
        for object in view.catalog.objects() {
            let count = query::count(cx, object, &trashed(None), MOST)?;
            piles.push(Pile { object: object.clone(), count });
        }
        let wanted = request.query.text("of");
        let pile = piles.iter().find(|pile| pile.object.key == wanted);
        let pile = pile.or_else(|| piles.iter().find(|pile| pile.count > 0));
        let title = view.t("nav-trash");
        let head =
            PageHead { title: &title, count: None, lead: Some(view.t("trash-lead")), actions: html! {} };
        let body = html! {
            (page_head(&head))
            @match pile {
                Some(pile) => { (tabs(&view, &piles, pile)) (content(&view, pile)?) },
                None => (nothing(&view)),
            }
        };
        Ok(view.page(Page::new(view.t("nav-trash"), "/trash", body)))
    })
}

fn trashed(after: Option<Cursor>) -> Query {
    Query { trashed: true, after, ..Query::default() }
}

fn nothing(view: &View) -> Markup {
    let (title, text) = (view.t("trash-empty-title"), view.t("trash-empty-text"));
    empty_state(&EmptyState { icon: "trash", tab: None, title: &title, text: &text, actions: html! {} })
}

/// The kinds of which something lies here, and the one that is shown.
fn tabs(view: &View, piles: &[Pile], current: &Pile) -> Markup {
    let shown = piles.iter().filter(|pile| pile.count > 0 || pile.object.key == current.object.key);
    let tabs: Vec<_> = shown
        .map(|pile| {
            let name = view.many(&pile.object);
            let more = if pile.count > MOST { "+" } else { "" };
            let count = view.reading.locale.integer(pile.count.min(MOST) as i64);
            let href = format!("/trash?of={}", pile.object.key);
            (href.into(), format!("{name} {count}{more}").into(), pile.object.key == current.object.key)
        })
        .collect();
    view_tabs(&view.t("trash-kinds"), &tabs)
}

fn content(view: &View, pile: &Pile) -> Result<Markup> {
    let after = match view.request.query.text("after") {
        "" => None,
        place => Some(Cursor::parse(place)?),
    };
    let object = &pile.object;
    let page = query::page(view.cx, object, &trashed(after), &[], AT_ONCE)?;
    if page.records.is_empty() {
        return Ok(nothing(view));
    }
    let ids: Vec<Id> = page.records.iter().map(|record| record.id).collect();
    let mut made = changes::last_of_kind(view.cx, &ids, Kind::Trashed)?;
    made.extend(changes::last_of_kind(view.cx, &ids, Kind::Absorbed)?);
    let aside = merge::aside_of(view.cx, &ids)?;
    let into: Vec<Id> = aside.values().map(|aside| aside.into).collect();
    let aside = Merged { titles: record::titles_of(view.cx, object, &into)?, aside };
    Ok(html! {
        (table(view, &page.records, &made, &aside))
        @if let Some(next) = &page.next {
            div.form-actions {
                (link_button(format!("/trash?of={}&after={}", object.key, next.written()), view.t("show-more")))
            }
        }
    })
}

/// Cards that lie here because another one stands for them.
struct Merged {
    aside: HashMap<Id, Aside>,
    titles: HashMap<Id, String>,
}

fn table(view: &View, records: &[Record], made: &HashMap<Id, Made>, merged: &Merged) -> Markup {
    let table = html! {
        table.table data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("history-card")) }
                th scope="col" { (view.t("trash-when")) }
                th scope="col" data-wide { (view.t("history-who")) }
                th scope="col" { span.hidden { (view.t("restore")) } }
            } }
            tbody { @for record in records { (line(view, record, made.get(&record.id), merged)) } }
        }
    };
    table_frame(&view.t("nav-trash"), &table)
}

fn line(view: &View, record: &Record, made: Option<&Made>, merged: &Merged) -> Markup {
    let title = record.title(&view.reading);
    let who = made.map(|made| view.user(made.by)).unwrap_or_default();
    let aside = merged.aside.get(&record.id);
    let (way_back, text) = match aside {
        Some(aside) => (format!("/changes/{}/undo", aside.set), view.t("merge-undo")),
        None => (format!("{}/restore", record.address()), view.t("restore")),
    };
    html! {
        tr {
            th scope="row" {
                span.who {
                    (tab(record.object.tab))
                    span {
                        a href=(record.address()) { (title) }
                        @if let Some(aside) = aside {
                            @let into = merged.titles.get(&aside.into).cloned().unwrap_or_default();
                            span.below { (view.tf("merge-into", &[("name", into.into())])) }
                        }
                    }
                }
            }
            td.nowrap.soft { @if let Some(at) = record.trashed_at { (view.moment(at)) } }
            td.soft data-wide { (who) }
            td { @if view.may_on(record, Verb::Delete) {
                form.buttons method="post" action=(way_back) {
                    (button(text.clone()).small().icon("undo").attribute("aria-label", format!("{text}: {title}")))
                }
            } }
        }
    }
}
