//! The list of an object's cards: filtered, sorted, endless, each row a way to its card. The address holds the
//! whole view, so a link shows a colleague the same.

mod bulk;
mod filters;
mod table;

use std::sync::Arc;

use kernel::Result;
use records::{
    Filter, Object, Operator, Query, Sort,
    access::Verb,
    object::ObjectKind,
    query::{self, Cursor},
};
use web::{
    Form, Permission, Request, Response, Routes, html,
    html::{
        EmptyState, Menu, MenuItem, PageHead, button, empty_state, link_button, menu, page_head, view_tabs,
    },
};

pub(crate) use self::table::mark;
use crate::{App, View, place::Place, view::Page};

/// Rows of a page.
const ROWS: usize = 50;
/// Counting stops here: nobody needs to know more before they ask.
const COUNTED: u64 = 1000;

pub(crate) fn routes(routes: &mut Routes<App>, place: &Place) {
    place.get(routes, "", Permission::Read, list);
    filters::routes(routes, place);
    bulk::routes(routes, place);
}

/// What the address asks for.
pub struct Asked {
    pub query: Query,
    /// The address again, without the place in the list.
    pub address: Form,
}

/// Reads a list's address; also used by exports of the same list.
pub fn asked(request: &Request) -> Result<Asked> {
    let form = &request.query;
    let sort = form.text("sort");
    let after = form.get("after").filter(|text| !text.is_empty()).map(Cursor::parse).transpose()?;
    let query = Query {
        filter: Filter::parse(form.text("filter"))?,
        words: form.text("q").to_owned(),
        sort: sort.split(',').filter(|part| !part.is_empty()).map(Sort::parse).collect(),
        after,
        ..Query::default()
    };
    let address = form.clone().without("after");
    Ok(Asked { query, address })
}

fn list(app: &App, request: &Request, object: &Arc<Object>) -> Result<Response> {
    let asked = asked(request)?;
    app.read(request, |cx| {
        let columns: Vec<&str> = table::columns(object).iter().map(|field| field.key.as_str()).collect();
        let mut fields = columns.clone();
        fields.extend(object.detail.iter().copied().filter(|detail| !columns.contains(detail)));
        fields.extend(
            ["photo", "do_not_contact", "standing"].iter().copied().filter(|key| object.at(key).is_some()),
        );
        let page = query::page(cx, object, &asked.query, &fields, ROWS)?;
        let view = View::new(app, request, cx)?.with_titles(&page.records)?;
        if asked.query.after.is_some() && request.is_fragment() {
            return Ok(Response::fragment(table::rows(&view, object, &page, &asked)));
        }
        let count = query::count(cx, object, &asked.query, COUNTED)?;
        Ok(whole(&view, object, &page, &asked, count))
    })
}

fn whole(view: &View, object: &Arc<Object>, page: &query::Page, asked: &Asked, count: u64) -> Response {
    let title = view.many(object);
    let narrowed = !asked.query.filter.is_empty() || !asked.query.words.is_empty();
    let body = html! {
        (page_head(&PageHead {
            title: &title,
            count: Some(counted(view, count).into()),
            lead: None,
            actions: actions(view, object, asked),
        }))
        @if object.tells("owner") { (tabs(view, object, asked)) }
        (filters::toolbar(view, object, asked))
        @if page.records.is_empty() && asked.query.after.is_none() {
            (nothing(view, object, narrowed))
        } @else {
            (table::table(view, object, page, asked))
        }
    };
    view.page(Page::new(title, format!("/{}", object.path), body).fills_window())
}

/// "2,310", or "1,000+" where counting stopped.
pub(crate) fn counted(view: &View, count: u64) -> String {
    let shown = view.reading.locale.integer(count.min(COUNTED) as i64);
    if count > COUNTED { format!("{shown}+") } else { shown }
}

fn actions(view: &View, object: &Object, asked: &Asked) -> web::Markup {
    let card = object.kind == ObjectKind::Card;
    let with = |path: &str| format!("/{}/{path}?{}", object.path, asked.address.encode());
    let exports = vec![
        MenuItem::link(with("export.xlsx"), view.t("export-xlsx")).icon("export"),
        MenuItem::link(with("export.csv"), view.t("export-csv")).icon("export"),
        MenuItem::link(with("export.vcf"), view.t("export-vcard")).icon("export"),
    ];
    let creates = view.may(object, Verb::Create);
    html! {
        @if card {
            @if view.may(object, Verb::Import) { (link_button("/import", view.t("nav-import")).plain().icon("import")) }
            @if view.may(object, Verb::Export) {
                (menu(&Menu {
                    id: "list-menu",
                    button: button(view.t("more")).plain().icon_only("more"),
                    at_end: true,
                    groups: vec![exports],
                }))
            }
        }
        @if creates && (card || object.key == "task") {
            (link_button(format!("/{}/new", object.path), view.new_text(object)).primary().icon("plus").flag("data-new"))
        }
    }
}

/// The views that everybody has: all, mine, and those nobody talked to for long.
fn tabs(view: &View, object: &Object, asked: &Asked) -> web::Markup {
    let mut views =
        vec![("view-all", Filter::default()), ("view-mine", Filter::field("owner", Operator::Is, &["me"]))];
    if object.tells("last_talk_at") {
        views.push(("view-silent", Filter::field("last_talk_at", Operator::Before, &["-30d"])));
    }
    if object.tells("birthday") {
        views.push(("view-birthdays", Filter::field("birthday", Operator::Between, &["today", "+30d"])));
    }
    let links: Vec<_> = views
        .into_iter()
        .map(|(key, filter)| {
            let here = filter == asked.query.filter;
            let address = Form::default().with("filter", filter.written());
            let query = if filter.is_empty() { String::new() } else { format!("?{}", address.encode()) };
            (format!("/{}{query}", object.path).into(), view.t(key), here)
        })
        .collect();
    view_tabs(&view.t("views"), &links)
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
