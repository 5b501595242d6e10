//! A list as a board: a column for each value of a field, with how many cards it holds and their total. A card is moved by
//! dragging it, by keyboard, or by choosing another column from its menu; moving it is editing the field.

mod moved;

use std::sync::Arc;

use kernel::Result;
use records::{
    Field, Filter, Json, Object, Operator, Query, Record, Sort,
    field::{Control, as_id, as_text},
    query::{self, Aggregate, Group},
    rank,
};
use web::{
    Markup, html,
    html::{Avatar, AvatarSize, avatar, icon},
};

pub(super) use self::moved::routes;
use super::{Asked, table};
use crate::{CardPage, View, module::BoardLine, show, view::card_avatar};

/// Cards of a column that are shown; the rest is a link away.
const SHOWN: usize = 50;
/// Values of a card that are shown.
const FACTS: usize = 3;
/// Columns, at most.
const COLUMNS: usize = 40;

pub(super) fn board(view: &View, object: &Arc<Object>, asked: &Asked, by: &str) -> Result<Markup> {
    let field = object.field(by)?;
    let query = Query { after: None, group: None, ..asked.query.clone() };
    let groups = query::groups(view.cx, object, &query, by, &asked.totals)?.groups;
    let places = asked.query.sort.is_empty() && object.at(rank::FIELD).is_some();
    let columns = columns(view, object, asked, field, &groups);
    let ways = columns.iter().map(|value| (value.clone(), argument(value), title_of(view, field, value)));
    let board = Board {
        object,
        asked,
        by: field,
        ways: ways.collect(),
        facts: table::columns(object, asked),
        move_to: view.t("board-move").into_owned(),
        writes: view.may_write(),
    };
    let mut drawn = Vec::with_capacity(columns.len());
    for value in &columns {
        drawn.push(column(view, &board, value, &groups)?);
    }
    let label = view.many(object);
    let writes = view.may_write();
    Ok(html! {
        k-board data-topic=(object.key) hx-get=(asked.href(object, &asked.address)) hx-trigger="live, moved" hx-select="k-board" hx-swap="outerHTML" {
            div.board role="region" tabindex="0" aria-label=(label) data-moves[writes] data-places[writes && places] data-place=(view.t("board-place")) aria-description=(view.t("board-help")) { @for one in &drawn { (one) } }
            p.hidden aria-live="polite" data-aiming {}
            p.hidden role="status" aria-live="polite" data-said=(view.t("board-moved")) {}
        }
        k-stopped #(moved::STOPPED) {}
    })
}

/// The values that have a column: nothing first, if a card may have nothing, then the options in their order, then others. Of
/// options that go with a value of another field, those that the filter leaves; none that it rules out itself.
fn columns(view: &View, object: &Object, asked: &Asked, field: &Field, groups: &[Group]) -> Vec<Json> {
    let within = asked.query.filter.only(field.within);
    let fits = |option: &String| match (within, field.kind.options()) {
        _ if asked.query.filter.rules_out(&field.key, option) => false,
        (Some(only), Some(options)) => options.within(option).is_none_or(|within| within == only),
        _ => true,
    };
    let mut values: Vec<Json> = match field.kind.control() {
        Control::Choice { options, .. } => options.into_iter().filter(fits).map(Json::from).collect(),
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
    let null = groups.iter().any(|group| group.value.is_null());
    if null || !(field.required || object.title == field.key) {
        values.insert(0, Json::Null);
    }
    values
}

/// What all cards of a board share, asked once for hundreds of them.
struct Board<'a> {
    object: &'a Arc<Object>,
    asked: &'a Asked,
    by: &'a Field,
    /// The columns: their values, as a form names them, and as people read them.
    ways: Vec<(Json, String, String)>,
    facts: Vec<&'a Field>,
    move_to: String,
    writes: bool,
}

fn column(view: &View, board: &Board, value: &Json, groups: &[Group]) -> Result<Markup> {
    let Board { object, asked, by: field, .. } = *board;
    let group = groups.iter().find(|group| group.value == *value);
    let filter = match value {
        Json::Null => Filter::field(&field.key, Operator::Empty, &[]),
        value => Filter::field(&field.key, Operator::Is, &[&argument(value)]),
    };
    let narrowed = asked.query.filter.clone().and(filter);
    let mut records = Vec::new();
    let mut more = false;
    if group.is_some() {
        let mut query = Query { filter: narrowed.clone(), after: None, group: None, ..asked.query.clone() };
        if query.sort.is_empty() && object.at(rank::FIELD).is_some() {
            query.sort = vec![Sort { field: rank::FIELD.to_owned(), descending: false }];
        }
        let page = query::page(view.cx, object, &query, &[], SHOWN)?;
        more = page.next.is_some();
        records = page.records;
    }
    let view = &view.again().with_titles(&records)?;
    let cards: Vec<Markup> = records.iter().map(|record| card(view, board, record)).collect::<Result<_>>()?;
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
                        span.sum {
                            // That a column adds up says itself.
                            @if wanted.aggregate == Aggregate::Sum { (table::total_value(view, object, wanted, total)) }
                            @else { (table::total(view, object, wanted, total)) }
                        }
                    }
                }
            }
            ol { @for card in &cards { li { (card) } } }
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

fn card(view: &View, board: &Board, record: &Record) -> Result<Markup> {
    let Board { object, by, .. } = *board;
    let title = record.title(&view.reading);
    let address = record.address();
    let now = record.get(&by.key);
    let told = |field: &&Field| {
        field.key != object.title && field.key != by.key && !record.get(&field.key).is_null()
    };
    let (people, facts): (Vec<&Field>, Vec<&Field>) =
        board.facts.iter().copied().filter(told).partition(|field| field.kind.key() == "user");
    let card = CardPage { view, record };
    let mut lines: Vec<BoardLine> = Vec::new();
    for module in view.app.modules.iter() {
        lines.extend(module.board_line(&card)?);
    }
    let stale = lines.iter().any(|line| line.is_stale);
    Ok(html! {
        article.board-card #{ "card-" (record.id) } data-stale[stale] data-card tabindex="0" data-move={ (address) "/column" } data-field=(by.key) data-seen=(now) aria-label=(title) {
            h3 {
                @if object.at("photo").is_some() { (card_avatar(record, &title, AvatarSize::default())) " " }
                a href=(address) { (title) }
            }
            @for field in facts.iter().take(FACTS) { (fact(view, record, field)) }
            p.last {
                @for line in &lines { (line.text) }
                @for field in people.iter().take(1) { (whose(view, record, field)) }
            }
            @if board.writes {
                details.move-to {
                    summary title=(board.move_to) { (icon("arrow-right")) span.hidden { (board.move_to) } }
                    form method="post" action={ (address) "/column" } {
                        input type="hidden" name="by" value=(by.key);
                        input type="hidden" name="seen" value=(now);
                        input type="hidden" name="back" value=(view.request.address());
                        @for (_, value, title) in board.ways.iter().filter(|(value, ..)| value != now) {
                            button.to name=(by.key) value=(value) { (title) }
                        }
                    }
                }
            }
        }
    })
}

/// One value: what it is is said where it does not say so itself.
fn fact(view: &View, record: &Record, field: &Field) -> Markup {
    let value = show::cell(view, record, field);
    match field.kind.key() {
        "money" => html! { p { span.amount { (value) } } },
        "number" | "date" | "date_time" | "partial_date" | "yes_no" | "text" => {
            html! { p { span.quiet { (view.label(&record.object, field)) } " " (value) } }
        }
        _ => html! { p { (value) } },
    }
}

fn whose(view: &View, record: &Record, field: &Field) -> Markup {
    let Some(user) = as_id(record.get(&field.key)) else { return html! {} };
    let name = view.user(Some(user));
    html! { span.whose title={ (view.label(&record.object, field)) ": " (name) } {
        (avatar(&Avatar { name: &name, id: user, ..Avatar::default() })) span.hidden { (name) }
    } }
}

fn title_of(view: &View, field: &Field, value: &Json) -> String {
    let shown = title(view, field, value);
    if shown.is_empty() { as_text(value).to_owned() } else { shown }
}
