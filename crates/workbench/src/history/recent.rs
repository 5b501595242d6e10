//! The history of the workspace: its change sets, newest first.

use kernel::Result;
use records::changes::{self, Entry};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{PageHead, empty_note, link_button, page_head, table_frame},
};

use super::{AT_ONCE, label, through, undo};
use crate::{App, View, view::Page};

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get("/history", Permission::Read, show);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let before = request.query.id("before");
        let entries = changes::recent(cx, before, AT_ONCE)?;
        let title = view.t("nav-history");
        let head = PageHead { title: &title, count: None, lead: Some(view.t("history-lead")), actions: html! {} };
        let body = html! {
            (page_head(&head))
            @if entries.is_empty() {
                (empty_note(&html! { (view.t("history-none")) }))
            } @else {
                (table(&view, &entries))
            }
            div.form-actions {
                @if before.is_some() { (link_button("/history", view.t("history-newest")).plain().icon("arrow-left")) }
                @if let (Some(last), true) = (entries.last(), entries.len() == AT_ONCE) {
                    (link_button(format!("/history?before={}", last.id), view.t("history-older")))
                }
            }
        };
        Ok(view.page(Page::new(view.t("nav-history"), "/history", body)))
    })
}

fn table(view: &View, entries: &[Entry]) -> Markup {
    let table = html! {
        table.table data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("history-when")) }
                th scope="col" { (view.t("history-what")) }
                th scope="col" data-wide { (view.t("history-who")) }
                th scope="col" data-wide { (view.t("history-through")) }
                th.num scope="col" data-wide { (view.t("history-changes")) }
                th scope="col" { span.hidden { (view.t("undo")) } }
            } }
            tbody { @for entry in entries { (line(view, entry)) } }
        }
    };
    table_frame(&view.t("nav-history"), &table)
}

fn line(view: &View, entry: &Entry) -> Markup {
    let what = label(view, entry);
    let who = view.user(entry.made.by);
    html! {
        tr {
            td.nowrap.soft { (view.moment(entry.made.at)) }
            th scope="row" {
                a.link-row href={ "/history/" (entry.id) } { (what) }
                small.narrow.soft { (who) }
            }
            td.soft data-wide { (who) }
            td.soft data-wide { (through(view, &entry.made.through)) }
            td.num data-wide { (view.reading.locale.integer(entry.touched as i64)) }
            td { (undo(view, entry.id, entry.made.undone, &what)) }
        }
    }
}
