//! A list as a board: a column for each value of a field, with how many cards it holds and their total. A card is moved by
//! dragging it, by keyboard, or by choosing another column from its menu; moving it is editing the field.

use std::sync::Arc;

use kernel::Result;
use records::{
    Field, Filter, Json, Object, Operator, Query, Record,
    field::{Control, as_text},
    query::{self, Group},
};
use web::{
    Markup, html,
    html::{AvatarSize, icon},
};

use super::{Asked, table};
use crate::{View, show, view::card_avatar};

/// Cards of a column that are shown; the rest is a link away.
const SHOWN: usize = 50;
/// Columns, at most.
const COLUMNS: usize = 40;

pub(super) fn board(view: &View, object: &Arc<Object>, asked: &Asked, by: &str) -> Result<Markup> {
    let field = object.field(by)?;
    let query = Query { after: None, group: None, ..asked.query.clone() };
    let groups = query::groups(view.cx, object, &query, by, &asked.totals)?.groups;
    let columns = columns(view, field, &groups);
    let mut drawn = Vec::with_capacity(columns.len());
    for value in &columns {
        drawn.push(column(view, object, asked, field, value, &columns, &groups)?);
    }
    let label = view.many(object);
    let writes = view.may_write();
    Ok(html! {
        k-board data-topic=(object.key) hx-get=(asked.href(object, &asked.address)) hx-trigger="live, moved" hx-select="k-board" hx-swap="outerHTML" {
            div.board role="region" tabindex="0" aria-label=(label) data-moves[writes] aria-description=(view.t("board-help")) { @for one in &drawn { (one) } }
            p.hidden role="status" aria-live="polite" data-said=(view.t("board-moved")) {}
        }
    })
}

/// The values that have a column: nothing first, if any card has nothing, then the options in their order, then others.
fn columns(view: &View, field: &Field, groups: &[Group]) -> Vec<Json> {
    let mut values: Vec<Json> = match field.kind.control() {
        Control::Choice { options, .. } => options.into_iter().map(Json::from).collect(),
        Control::Stars => (1..=5).map(Json::from).collect(),
        _ => {
            let mut users: Vec<(String, Json)> = groups
                .iter()
                .filter(|group| !group.value.is_null())
                .map(|group| (field.kind.show(&group.value, &view.reading), group.value.clone()))
                .collect();
            users.sort_by(|one, other| one.0.cmp(&other.0));
            users.into_iter().map(|(_, value)| value).collect()
        }
    };
    for group in groups {
        if !group.value.is_null() && !values.contains(&group.value) {
            values.push(group.value.clone());
        }
    }
    values.truncate(COLUMNS);
    values.insert(0, Json::Null);
    values
}

fn column(
    view: &View,
    object: &Arc<Object>,
    asked: &Asked,
    field: &Field,
    value: &Json,
    columns: &[Json],
    groups: &[Group],
) -> Result<Markup> {
    let group = groups.iter().find(|group| group.value == *value);
    let filter = match value {
        Json::Null => Filter::field(&field.key, Operator::Empty, &[]),
        value => Filter::field(&field.key, Operator::Is, &[&argument(value)]),
    };
    let narrowed = asked.query.filter.clone().and(filter);
    let mut records = Vec::new();
    let mut more = false;
    if group.is_some() {
        let query = Query { filter: narrowed.clone(), after: None, group: None, ..asked.query.clone() };
        let page = query::page(view.cx, object, &query, &[], SHOWN)?;
        more = page.next.is_some();
        records = page.records;
    }
    let view = &view.again().with_titles(&records)?;
    let name = title(view, field, value);
    let count = group.map_or(0, |group| group.count);
    let all = asked.address.clone().without("as").without("by").with("filter", narrowed.written());
    Ok(html! {
        section.column data-value=(argument(value)) aria-label=(name) {
            header {
                h2 { (name) }
                span.count { (view.reading.locale.integer(count)) }
                @if let Some(group) = group {
                    @for (wanted, total) in asked.totals.iter().zip(&group.totals) {
                        span.sum { (table::total(view, object, wanted, total)) }
                    }
                }
            }
            ol { @for record in &records { li { (card(view, object, asked, field, record, columns)) } } }
            @if more { a.link href=(asked.href(object, &all)) { (view.t("show-more")) } }
        }
    })
}

fn title(view: &View, field: &Field, value: &Json) -> String {
    if value.is_null() { view.t("board-nothing").into_owned() } else { field.kind.show(value, &view.reading) }
}

/// A value as a filter and a form name it.
fn argument(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn card(
    view: &View,
    object: &Arc<Object>,
    asked: &Asked,
    by: &Field,
    record: &Record,
    columns: &[Json],
) -> Markup {
    let title = record.title(&view.reading);
    let address = record.address();
    let now = record.get(&by.key);
    let facts = table::columns(object, asked);
    let facts = facts.into_iter().filter(|field| field.key != object.title && field.key != by.key).take(4);
    html! {
        article.board-card data-card tabindex="0" data-move={ (address) "/fields/" (by.key) } data-field=(by.key) data-seen=(now) aria-label=(title) {
            h3 { (card_avatar(record, &title, AvatarSize::default())) " " a href=(address) { (title) } }
            @for field in facts {
                @if !record.get(&field.key).is_null() {
                    p { span.quiet { (view.label(object, field)) } " " (show::cell(view, record, field)) }
                }
            }
            @if view.may_write() {
                details.move-to {
                    summary title=(view.t("board-move")) { (icon("arrow-right")) span.hidden { (view.t("board-move")) } }
                    form method="post" action={ (address) "/fields/" (by.key) } {
                        input type="hidden" name="seen" value=(now);
                        @for value in columns.iter().filter(|value| *value != now) {
                            button.to name=(by.key) value=(argument(value)) { (title_of(view, by, value)) }
                        }
                    }
                }
            }
        }
    }
}

fn title_of(view: &View, field: &Field, value: &Json) -> String {
    let shown = title(view, field, value);
    if shown.is_empty() { as_text(value).to_owned() } else { shown }
}
