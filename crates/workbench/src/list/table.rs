//! The table of a list: its head with the order, its rows, and the row that fetches the next page.

use std::sync::Arc;

use records::{Field, Object, Record, Sort, access::Verb, query};
use web::{
    Markup, html,
    html::{AvatarSize, Tone, button, chip, icon},
};

use super::Asked;
use crate::{View, show, view::card_avatar};

/// The columns a list shows: the title, and what the declaration lists.
pub(super) fn columns(object: &Object) -> Vec<&Field> {
    let title = object.fields.iter().filter(|field| field.key == object.title);
    title
        .chain(
            object.fields.iter().filter(|field| field.listed && !field.retired && field.key != object.title),
        )
        .collect()
}

pub(super) fn table(view: &View, object: &Arc<Object>, page: &query::Page, asked: &Asked) -> Markup {
    let label = view.many(object);
    let columns = columns(object);
    html! {
        k-list {
            div.list-frame role="region" aria-label=(label) tabindex="0" {
                table.list data-columns=(object.key) {
                    caption.hidden { (label) }
                    colgroup { @for field in &columns { col data-column=(field.key) data-kind=(kind(object, field)); } }
                    thead { tr { @for field in &columns { (head(view, object, field, asked)) } } }
                    tbody { (rows(view, object, page, asked)) }
                }
            }
            @if selects(view, object) { (selection(view, object)) }
            dialog.sheet aria-label=(view.t("peek")) {}
        }
    }
}

/// How wide a column wants to be.
fn kind(object: &Object, field: &Field) -> &'static str {
    match field.kind.key() {
        _ if field.key == object.title => "name",
        "emails" => "mail",
        "phones" => "phone",
        "date" | "date_time" | "partial_date" => "date",
        "money" => "money",
        "number" | "rating" => "number",
        _ => "",
    }
}

fn is_number(field: &Field) -> bool {
    matches!(field.kind.key(), "number" | "money" | "date" | "date_time" | "partial_date")
}

fn head(view: &View, object: &Object, field: &Field, asked: &Asked) -> Markup {
    let label = view.label(object, field);
    let own = [Sort { field: object.sort.0.to_owned(), descending: object.sort.1 }];
    let order = if asked.query.sort.is_empty() { &own[..] } else { &asked.query.sort[..] };
    let sorted = order.first().filter(|sort| sort.field == field.key).map(|sort| sort.descending);
    // What is sorted by the beginning is turned around; instants begin with the latest.
    let next = Sort {
        field: field.key.clone(),
        descending: sorted.map_or(field.kind.key() == "date_time", |way| !way),
    };
    let address = asked.address.clone().without("sort").with("sort", next.written());
    let aria = sorted.map(|descending| if descending { "descending" } else { "ascending" });
    let text = html! {
        @if field.sort_column().is_some() {
            a href={ "/" (object.path) "?" (address.encode()) } { (label)
                @if let Some(descending) = sorted { " " (icon(if descending { "arrow-down" } else { "arrow-up" })) } }
        } @else { (label) }
    };
    html! {
        th scope="col" data-column=(field.key) aria-sort=[aria] class=[is_number(field).then_some("num")] {
            @if field.key == object.title {
                div.who { @if selects(view, object) { input.pick type="checkbox" aria-label=(view.t("select-all")); } (text) }
            } @else { (text) }
        }
    }
}

/// The rows of a page, and the one that fetches the next when it comes into sight.
pub(super) fn rows(view: &View, object: &Arc<Object>, page: &query::Page, asked: &Asked) -> Markup {
    let columns = columns(object);
    html! {
        @for record in &page.records { (row(view, object, record, &columns)) }
        @if let Some(next) = &page.next {
            @let address = format!("/{}?{}", object.path, asked.address.clone().with("after", next.written()).encode());
            tr hx-get=(address) hx-trigger="intersect once" hx-swap="outerHTML" {
                td colspan=(columns.len()) { a.link href=(address) { (view.t("show-more")) } }
            }
        }
    }
}

fn row(view: &View, object: &Arc<Object>, record: &Record, columns: &[&Field]) -> Markup {
    let title = record.title(&view.reading);
    let address = record.address();
    let (writes, selects) = (view.may_on(record, Verb::Edit), selects(view, object));
    html! {
        tr data-row data-topic={ (object.key) ":" (record.id) } data-address=(address) {
            @for field in columns {
                @if field.key == object.title {
                    th scope="row" { div.who {
                        @if selects {
                            input.pick type="checkbox" name="id" value=(record.id) form="selection" aria-label={ (view.t("select")) " " (title) };
                        }
                        (card_avatar(record, &title, AvatarSize::default()))
                        a href=(address) { (title) small { (detail(view, object, record)) } }
                        (mark(view, record))
                    } }
                } @else {
                    @let edits = writes && !field.computed;
                    td class=[is_number(field).then_some("num")] data-keep[field.key == "last_talk_at"]
                        data-edit=[edits.then_some(&field.key)] { (show::cell(view, record, field)) }
                }
            }
        }
    }
}

/// There is something to do with several cards.
fn selects(view: &View, object: &Object) -> bool {
    view.may(object, Verb::Bulk) && view.may(object, Verb::Delete)
}

/// What tells the card apart on a phone, where the columns are hidden.
fn detail(view: &View, object: &Object, record: &Record) -> String {
    let details = object.detail.iter().map(|field| record.show(field, &view.reading));
    details.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}

/// Somebody who wants to be left alone is marked in every list.
pub(crate) fn mark(view: &View, record: &Record) -> Markup {
    html! {
        @if !record.get("do_not_contact").is_null() {
            (chip(view.t("do-not-contact")).tone(Tone::Stop).icon("ban"))
        } @else if record.text("standing") == "not_interested" {
            (chip(view.t("standing-not-interested")).tone(Tone::Warning))
        }
    }
}

fn selection(view: &View, object: &Object) -> Markup {
    html! {
        form.selection #selection method="post" action={ "/" (object.path) "/bulk" } {
            output data-text=(view.t("selected-count-text")) {}
            (button(view.t("delete")).icon("trash").small().named("do", "trash"))
        }
    }
}
