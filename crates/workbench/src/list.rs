//! The list of an object's cards: filtered, sorted, endless, each row a way to its card. The address holds the
//! whole view, so a link shows a colleague the same.

mod asked;
mod board;
mod bulk;
mod calendar;
mod counted;
mod display;
pub mod filters;
mod saved;
mod table;

use std::sync::Arc;

use kernel::{Cx, Result};
use records::{Filter, Object, Operator, access::Verb, object::ObjectKind};
use web::{
    Form, Permission, Request, Response, Routes, html,
    html::{
        EmptyState, Menu, MenuItem, PageHead, button, empty_note, empty_state, link_button, menu, page_head,
    },
};

use self::asked::Layout;
pub use self::asked::{Asked, asked};
pub(crate) use self::{
    saved::{address as view_address, routes as view_routes},
    table::mark,
};
use crate::{App, ListPage, View, place::Place, silent, view::Page};

/// Rows of a page.
const ROWS: usize = 50;

pub(crate) fn routes(routes: &mut Routes<App>, place: &Place) {
    place.get(routes, "", Permission::Read, list);
    place.get(routes, "/count", Permission::Read, counted::show);
    display::routes(routes, place);
    filters::routes(routes, place);
    saved::list_routes(routes, place);
    bulk::routes(routes, place);
    board::routes(routes, place);
}

fn list(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    app.read(request, |cx| {
        let views = views(app, cx, object)?;
        let asked = asked::opened(cx, request, object, views.first().map(|(_, address)| address))?;
        let view = View::new(app, request, cx)?;
        if asked.query.after.is_some() && request.is_fragment() {
            return table::more(&view, object, &asked).map(Response::fragment);
        }
        whole(&view, object, &asked, views)
    })
}

/// The views that modules offer of an object's cards.
fn views(app: &App, cx: &Cx, object: &Object) -> Result<Vec<(String, Form)>> {
    let mut views = Vec::new();
    for module in app.modules.iter() {
        views.extend(module.views(cx, object)?);
    }
    Ok(views)
}

fn whole(
    view: &View,
    object: &Arc<Object>,
    asked: &Asked,
    mut views: Vec<(String, Form)>,
) -> Result<Response> {
    let title = view.many(object);
    let narrowed = !asked.query.filter.is_empty() || !asked.query.words.is_empty();
    let first = match asked.layout {
        Layout::Table => Some(table::page(view, object, asked)?),
        _ => None,
    };
    let count = match &first {
        Some(page) => counted::of_page(view.cx, object, asked, page)?,
        None => counted::whole(view.cx, object, asked)?,
    };
    let empty = count.is_zero() && asked.query.after.is_none();
    let cards = match &asked.layout {
        _ if empty && (!narrowed || asked.layout == Layout::Table) => nothing(view, object, narrowed),
        Layout::Table => match first {
            Some(page) => table::table(view, object, asked, page, count)?,
            None => html! {},
        },
        Layout::Board(by) => html! {
            @if empty { (empty_note(&html! { (view.t("list-nothing-found")) " " a.link href={ "/" (object.path) } { (view.t("show-all")) } })) }
            (board::board(view, object, asked, by)?)
        },
        Layout::Calendar { date, month } => calendar::calendar(view, object, asked, date, *month)?,
    };
    views.extend(declared_views(view, object));
    let tabs = saved::tabs(view, object, asked, views)?;
    let body = html! {
        (page_head(&PageHead {
            title: &title,
            count: Some(count.text(view).into()),
            lead: None,
            actions: actions(view, object, asked),
        }))
        (tabs)
        (filters::toolbar(view, object, asked, count))
        (cards)
        (counted::later(object, asked, count))
    };
    let page = Page::new(title, format!("/{}", object.path), body);
    Ok(view.page(if matches!(asked.layout, Layout::Table) { page.fills_window() } else { page }))
}

fn actions(view: &View, object: &Object, asked: &Asked) -> web::Markup {
    let card = object.kind == ObjectKind::Card;
    let with = |path: &str| format!("/{}/{path}?{}", object.path, asked.address.encode());
    let exports = vec![
        MenuItem::link(with("export.xlsx"), view.t("export-xlsx")).icon("export"),
        MenuItem::link(with("export.csv"), view.t("export-csv")).icon("export"),
        MenuItem::link(with("export.vcf"), view.t("export-vcard")).icon("export"),
    ];
    let list = ListPage { view, object, address: &asked.address };
    let others: Vec<MenuItem> = view.app.modules.iter().flat_map(|module| module.list_menu(&list)).collect();
    let duplicates = format!("/duplicates?of={}", object.key);
    let duplicates = MenuItem::link(duplicates, view.t("nav-duplicates")).icon("merge");
    let merging = if view.may(object, Verb::Merge) && card { vec![duplicates] } else { Vec::new() };
    let exports = if view.may(object, Verb::Export) { exports } else { Vec::new() };
    let groups: Vec<_> = [others, exports, merging].into_iter().filter(|group| !group.is_empty()).collect();
    let creates = view.may(object, Verb::Create);
    html! {
        @if card {
            @if view.may(object, Verb::Import) { (link_button("/import", view.t("nav-import")).plain().icon("import")) }
            @if !groups.is_empty() {
                (menu(&Menu {
                    id: "list-menu",
                    button: button(view.t("more")).plain().icon_only("more"),
                    at_end: true,
                    groups,
                }))
            }
        }
        @if creates && (card || object.key == "task") {
            (link_button(format!("/{}/new", object.path), view.new_text(object)).primary().icon("plus").flag("data-new"))
        }
    }
}

/// The views that everybody has: all, mine, and those nobody talked to for long.
fn declared_views(view: &View, object: &Object) -> Vec<(String, Form)> {
    let mut views = vec![("view-all", Filter::default())];
    if object.tells("owner") {
        views.push(("view-mine", Filter::field("owner", Operator::Is, &["me"])));
    }
    if object.tells("last_talk_at") {
        views.push(("view-silent", Filter::field("last_talk_at", Operator::Before, &["-30d"])));
    }
    if let Some(silent) = silent::filter(object) {
        views.push(("view-stale", silent));
    }
    if object.tells("birthday") {
        views.push(("view-birthdays", Filter::field("birthday", Operator::Between, &["today", "+30d"])));
    }
    let address = |filter: Filter| match filter.written() {
        written if written.is_empty() => Form::default(),
        written => Form::default().with("filter", written),
    };
    views.into_iter().map(|(key, filter)| (view.t(key).into_owned(), address(filter))).collect()
}

fn nothing(view: &View, object: &Object, narrowed: bool) -> web::Markup {
    if narrowed {
        return empty_state(&EmptyState {
            icon: "filter",
            tab: Some(object.tab),
            title: &view.t("list-nothing-found"),
            text: &view.t("list-nothing-found-text"),
            actions: html! { (link_button(format!("/{}", object.path), view.t("show-all"))) },
        });
    }
    let texts = view.empty_texts(object);
    empty_state(&EmptyState {
        icon: "people",
        tab: Some(object.tab),
        title: &texts.0,
        text: &texts.1,
        actions: html! {
            @if object.kind == ObjectKind::Card {
                @if view.may(object, Verb::Create) { (link_button(format!("/{}/new", object.path), view.new_text(object))) }
                @if view.may(object, Verb::Import) { (link_button("/import", view.t("nav-import"))) }
            }
        },
    })
}
