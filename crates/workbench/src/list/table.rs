//! The table of a list: its head with the order, its rows, and the row that fetches the next page.

use std::sync::Arc;

use kernel::Result;
use records::{
    Field, Json, Object, Query, Record, Sort,
    access::Verb,
    field::channels,
    query::{self, Group, Grouped, Total, Wanted},
};
use web::{
    Markup, html,
    html::{AvatarSize, Tone, chip, icon},
};

use super::{Asked, ROWS, bulk, counted::Count};
use crate::{View, show, view::card_avatar};

/// The columns of the declaration: the title, and what it lists.
pub(super) fn declared(object: &Object) -> Vec<&Field> {
    let title = object.fields.iter().filter(|field| field.key == object.title);
    let listed = |field: &&Field| field.listed && !field.retired && field.key != object.title;
    title.chain(object.fields.iter().filter(listed)).collect()
}

/// The columns that are asked for, else those of the declaration.
pub(super) fn columns<'o>(object: &'o Object, asked: &Asked) -> Vec<&'o Field> {
    if asked.columns.is_empty() {
        return declared(object);
    }
    let title = std::iter::once(object.title).filter(|title| asked.columns.iter().all(|key| key != title));
    let keys = title.chain(asked.columns.iter().map(String::as_str));
    keys.filter_map(|key| object.field(key).ok()).collect()
}

/// One page of the list, with everything that a row shows.
pub(super) fn page(view: &View, object: &Arc<Object>, asked: &Asked) -> Result<query::Page> {
    let mut fields: Vec<&str> = columns(object, asked).iter().map(|field| field.key.as_str()).collect();
    let also =
        object.detail.iter().chain(&["photo", "do_not_contact", "standing", "standing_until"]).copied();
    let also: Vec<&str> = also.filter(|key| object.at(key).is_some() && !fields.contains(key)).collect();
    fields.extend(also);
    fields.extend(asked.query.group.as_deref().filter(|by| !fields.contains(by)));
    query::page(view.cx, object, &asked.query, &fields, ROWS)
}

/// The rows of a later page.
pub(super) fn more(view: &View, object: &Arc<Object>, asked: &Asked) -> Result<Markup> {
    let page = page(view, object, asked)?;
    let view = view.again().with_titles(&page.records)?;
    let Grouped { groups, .. } = groups(&view, object, asked)?;
    let before = view.request.query.get("in").map(|text| serde_json::from_str(text).unwrap_or(Json::Null));
    Ok(rows(&view, object, &page, asked, &groups, before))
}

/// The groups of a grouped list with their totals, and those of the whole, as far as that follows from them.
fn groups(view: &View, object: &Arc<Object>, asked: &Asked) -> Result<Grouped> {
    match &asked.query.group {
        Some(by) => {
            let query = Query { after: None, ..asked.query.clone() };
            query::groups(view.cx, object, &query, by, &asked.totals)
        }
        None => Ok(Grouped { groups: Vec::new(), whole: None }),
    }
}

pub(super) fn table(
    view: &View,
    object: &Arc<Object>,
    asked: &Asked,
    page: query::Page,
    count: Count,
) -> Result<Markup> {
    let view = &view.again().with_titles(&page.records)?;
    let Grouped { groups, whole } = groups(view, object, asked)?;
    let view = &titled(view, object, asked, &groups)?;
    let totals = match (asked.totals.as_slice(), whole) {
        ([], _) => None,
        (_, Some(whole)) => Some(whole),
        (wanted, None) => {
            let query = Query { after: None, group: None, ..asked.query.clone() };
            Some(query::totals(view.cx, object, &query, wanted)?)
        }
    };
    let label = view.many(object);
    let columns = columns(object, asked);
    let head = columns.iter().map(|field| head(view, object, field, asked)).collect::<Vec<_>>();
    Ok(html! {
        k-list {
            div.list-frame role="region" aria-label=(label) tabindex="0" {
                table.list data-columns=(object.key) data-href=(asked.href(object, &asked.address)) {
                    caption.hidden { (label) }
                    colgroup { @for field in &columns { col data-column=(field.key) data-kind=(kind(object, field)) data-width=[asked.widths.get(&field.key)]; } }
                    thead #list-head { tr { @for one in &head { (one) } } }
                    tbody { (rows(view, object, &page, asked, &groups, None)) }
                    @if let Some((all, totals)) = &totals {
                        tfoot { tr { @for (at, field) in columns.iter().enumerate() {
                            @let mine = asked.totals.iter().zip(totals).filter(|(wanted, _)| wanted.field == field.key);
                            td class=[is_number(field).then_some("num")] {
                                @if at == 0 {
                                    (view.tf("total-of", &[("count", (*all).into())])) " "
                                    // Of columns that are not shown.
                                    @for (wanted, one) in asked.totals.iter().zip(totals).filter(|(wanted, _)| columns.iter().all(|field| field.key != wanted.field)) {
                                        @if let Ok(field) = object.field(&wanted.field) { (view.label(object, field)) ": " (total(view, object, wanted, one)) " " }
                                    }
                                }
                                @for (wanted, one) in mine { (total(view, object, wanted, one)) " " }
                            }
                        } } }
                    }
                }
            }
            // What holds addresses of this list, when its own has changed.
            span hidden data-renews hx-select-oob="#list-head,#list-views,#list-toolbar" {}
            @if selects(view, object) { (bulk::selection(view, object, asked, count)) }
            dialog.sheet aria-label=(view.t("peek")) {}
        }
    })
}

/// With the titles of the cards that a list is grouped by.
fn titled<'v>(view: &View<'v>, object: &Object, asked: &Asked, groups: &[Group]) -> Result<View<'v>> {
    let mut again = view.again();
    let by = asked.query.group.as_deref().and_then(|by| object.field(by).ok());
    if by.is_some_and(|by| by.kind.key() == "reference") {
        let mut titles = (*again.reading.titles).clone();
        titles.extend(records::record::titles(view.cx, groups.iter().map(|group| &group.value))?);
        again.reading.titles = Arc::new(titles);
    }
    Ok(again)
}

/// "Sum 1,250".
pub(super) fn total(view: &View, object: &Object, wanted: &Wanted, total: &Total) -> Markup {
    let shown = total_value(view, object, wanted, total);
    html! { span.total { (view.t(&format!("total-{}", wanted.aggregate.key()))) " " b { (shown) } } }
}

pub(super) fn total_value(view: &View, object: &Object, wanted: &Wanted, total: &Total) -> String {
    let locale = &view.reading.locale;
    match total {
        Total::Value(Json::Null) => "–".to_owned(),
        Total::Value(value) => {
            object.field(&wanted.field).map(|field| field.kind.show(value, &view.reading)).unwrap_or_default()
        }
        Total::Count(count) => locale.integer(*count),
        Total::Percent(share) => format!("{} %", locale.number((share * 10.0).round() as i64, 1)),
        Total::Mixed => view.t("roll-up-of-several-currencies").into_owned(),
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
            a href=(asked.href(object, &address)) { (label)
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

/// The rows of a page, and the one that fetches the next when it comes into sight. `before` is the group of the row above,
/// when there is one.
fn rows(
    view: &View,
    object: &Arc<Object>,
    page: &query::Page,
    asked: &Asked,
    groups: &[Group],
    before: Option<Json>,
) -> Markup {
    let columns = columns(object, asked);
    let by = asked.query.group.as_deref();
    let mut above = before;
    let mut drawn = Vec::with_capacity(page.records.len());
    for record in &page.records {
        if let Some(by) = by {
            let value = record.get(by).clone();
            if above.as_ref() != Some(&value) {
                drawn.push(group_row(view, object, asked, by, &value, groups, columns.len()));
            }
            above = Some(value);
        }
        drawn.push(row(view, object, record, &columns));
    }
    html! {
        @for one in &drawn { (one) }
        @if let Some(next) = &page.next {
            @let address = asked.address.clone().with("after", next.written());
            @let address = match &above { Some(value) => address.with("in", value.to_string()), None => address };
            @let address = format!("/{}?{}", object.path, address.encode());
            tr hx-get=(address) hx-trigger="intersect once" hx-swap="outerHTML" {
                td colspan=(columns.len()) { a.link href=(address) { (view.t("show-more")) } }
            }
        }
    }
}

fn group_row(
    view: &View,
    object: &Object,
    asked: &Asked,
    by: &str,
    value: &Json,
    groups: &[Group],
    columns: usize,
) -> Markup {
    let group = groups.iter().find(|group| group.value == *value);
    let name = match (object.field(by), value.is_null()) {
        (Ok(field), false) => field.kind.show(value, &view.reading),
        _ => view.t("board-nothing").into_owned(),
    };
    html! {
        tr.group { th colspan=(columns) scope="colgroup" {
            (name) " "
            @if let Some(group) = group {
                span.count { (view.reading.locale.integer(group.count)) }
                @for (wanted, one) in asked.totals.iter().zip(&group.totals) {
                    " · " span.quiet { @if let Ok(field) = object.field(&wanted.field) { (view.label(object, field)) } } " " (total(view, object, wanted, one))
                }
            }
        } }
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
                        a href=(address) { (title) small { (detail(view, object, record, columns)) } }
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
fn detail(view: &View, object: &Object, record: &Record, columns: &[&Field]) -> String {
    if object.detail.is_empty() {
        // An object of the workspace's own: what the list shows first.
        let others = columns.iter().filter(|field| field.key != object.title);
        let shown =
            others.map(|field| record.show(&field.key, &view.reading)).filter(|text| !text.is_empty());
        return shown.take(2).collect::<Vec<_>>().join(" · ");
    }
    let details = object.detail.iter().map(|field| record.show(field, &view.reading));
    details.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}

fn is_past(until: &Json, today: jiff::civil::Date) -> bool {
    until.as_str().and_then(|until| until.parse().ok()).is_some_and(|until: jiff::civil::Date| until < today)
}

/// Somebody who wants to be left alone is marked in every list, as long as they do.
pub(crate) fn mark(view: &View, record: &Record) -> Markup {
    html! {
        @if channels::stands(record.get("do_not_contact"), view.reading.today) {
            (chip(view.t("do-not-contact")).tone(Tone::Stop).icon("ban"))
        } @else if record.text("standing") == "not_interested" && !is_past(record.get("standing_until"), view.reading.today) {
            (chip(view.t("standing-not-interested")).tone(Tone::Warning))
        }
    }
}
