//! One change set: everything that was changed in one go, before and after.

use std::collections::HashMap;

use kernel::{Id, Result};
use records::changes::{self, Change, Entry};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{PageHead, crumbs, empty_note, link_button, page_head, tab, table_frame},
};

use super::{
    AT_ONCE,
    changed::{self, Names},
    label, through, undo,
};
use crate::{App, View, view::Page};

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/history/{set}", Permission::Read, show);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let mut view = View::new(app, request, cx)?;
        let entry = changes::find(cx, request.params.id("set")?)?;
        let page = changes::of_set(cx, entry.id, request.query.id("before"), AT_ONCE)?;
        let names = changed::names(&mut view, &page)?;
        let title = label(&view, &entry);
        let way = [("/history".into(), view.t("nav-history"))];
        let actions = undo(&view, entry.id, entry.made.undone, &title);
        let head = PageHead { title: &title, count: Some(count(&view, &entry).into()), lead: None, actions };
        let body = html! {
            (crumbs(&view.t("crumbs"), &way, &title))
            (page_head(&head))
            (facts(&view, &entry))
            @if page.is_empty() { (empty_note(&html! { (view.t("history-set-empty")) })) } @else { (table(&view, &names, &page)) }
            @if let (Some(last), true) = (page.last(), page.len() == AT_ONCE) {
                div.form-actions {
                    (link_button(format!("/history/{}?before={}", entry.id, last.id), view.t("show-more")))
                }
            }
        };
        Ok(view.page(Page::new(title, "/history", body)))
    })
}

fn count(view: &View, entry: &Entry) -> String {
    view.tf("history-count", &[("count", entry.touched.into())])
}

fn facts(view: &View, entry: &Entry) -> Markup {
    html! {
        ul.facts.set-facts {
            li { (view.moment(entry.made.at)) }
            li { (view.user(entry.made.by)) }
            li { (through(view, &entry.made.through)) }
            @if let Some(by) = entry.undone_by {
                li { a.link href={ "/history/" (by) } { (view.t("history-undone-by")) } }
            }
            @if let Some(of) = entry.undoes {
                li { a.link href={ "/history/" (of) } { (view.t("history-undoes")) } }
            }
        }
    }
}

/// Changes of the same card stand together, in the order of its newest.
fn table(view: &View, names: &Names, page: &[Change]) -> Markup {
    let mut order: Vec<Id> = Vec::new();
    let mut by_card: HashMap<Id, Vec<&Change>> = HashMap::new();
    for change in page.iter().filter(|change| !changed::is_mirror(change)) {
        let changes = by_card.entry(change.record).or_insert_with(|| {
            order.push(change.record);
            Vec::new()
        });
        changes.push(change);
    }
    let table = html! {
        table.table data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("history-card")) }
                th scope="col" { (view.t("history-what")) }
            } }
            tbody {
                @for changes in order.iter().filter_map(|id| by_card.get(id)) {
                    tr {
                        th scope="row" { (card(view, names, changes[0])) }
                        td { @for change in changes { (changed::what(view, names, change)) } }
                    }
                }
            }
        }
    };
    table_frame(&view.t("history-changes"), &table)
}

fn card(view: &View, names: &Names, change: &Change) -> Markup {
    let title = names.title(view, change.record);
    match view.catalog.object(&change.object) {
        Ok(object) => html! {
            span.who {
                (tab(object.tab))
                span {
                    a.link-row href={ "/" (object.path) "/" (change.record) } { (title) }
                    span.below { (view.one(object)) }
                }
            }
        },
        Err(_) => html! { (title) },
    }
}
