//! The cards that belong to a card: by relation, and by reference, as small stacks.

use kernel::Result;
use records::{
    Field, Filter, Object, Operator, Query, Record,
    access::Verb,
    layout::Layout,
    links::{self, CustomKind, Related},
    object::ObjectKind,
    query,
};
use web::{
    Markup, html,
    html::{Avatar, Shape, avatar, icon},
};

use crate::{View, link::kind_text};

const SHOWN: usize = 8;

pub(super) fn stacks(view: &View, record: &Record, layout: &Layout) -> Result<Markup> {
    if record.object.kind != ObjectKind::Card {
        return Ok(html! {});
    }
    let related = links::of(view.cx, record.id)?;
    let referring = referring(view, record, &related)?;
    let today = view.reading.today;
    let may = view.may_on(record, Verb::Edit) && record.trashed_at.is_none();
    let all: Vec<&str> = view.cards().map(|object| object.key).collect();
    let arranged = layout.stacks(&all);
    let has = |object: &Object| {
        related.iter().any(|other| other.object == object.key)
            || referring.iter().any(|(path, _, _)| *path == object.path)
    };
    // What has nothing to do with this kind of card takes no place beside it.
    let custom = links::custom_kinds(view.cx)?;
    let may_add = |object: &Object| if may { adds(view, record, object, &custom) } else { None };
    Ok(html! {
        @for object in arranged.iter().filter_map(|key| view.catalog.object(key).ok()) {
            @let add = may_add(object);
            @if add.is_some() || has(object) {
            @let mine: Vec<&Related> = related.iter().filter(|other| other.object == object.key).collect();
            section.stack data-tab=(object.tab) {
                header {
                    h2 { (view.many(object)) @if !mine.is_empty() { " " span.count { (mine.len()) } } }
                    @if let Some(add) = &add { a href=(add) { (view.t("add")) } }
                }
                ul {
                    @for other in mine.iter().take(SHOWN * 4) { li { (one(view, other, other.over(today), may)?) } }
                    @for (path, id, title) in referring.iter().filter(|(path, _, _)| *path == object.path) {
                        li { a.mini href={ "/" (path) "/" (id) } {
                            (avatar(&Avatar { name: title, id: *id, ..Avatar::default() })) span { b { (title) } }
                        } }
                    }
                }
            }
            }
        }
    })
}

/// Where a card of the other object is added: related, where the two may be, else made anew with a reference to this one.
fn adds(view: &View, record: &Record, object: &Object, custom: &[CustomKind]) -> Option<String> {
    let between = |from: &str, to: &str| {
        (from, to) == (record.object.key, object.key) || (from, to) == (object.key, record.object.key)
    };
    if view.catalog.link_kinds.iter().any(|kind| between(kind.from, kind.to))
        || custom.iter().any(|kind| between(&kind.from_object, &kind.to_object))
    {
        return Some(format!("{}/link?object={}", record.address(), object.key));
    }
    let field = object.fields.iter().find(|field| points_at(field, object, record) && !field.computed)?;
    let new = || format!("/{}/new?{}={}:{}", object.path, field.key, record.object.key, record.id);
    view.may(object, Verb::Create).then(new)
}

/// A field by which cards of the object are found from this one.
fn points_at(field: &Field, object: &Object, record: &Record) -> bool {
    (field.indexed || field.own)
        && !field.retired
        && object.tells(&field.key)
        && field.kind.refers_to() == Some(record.object.key)
}

fn one(view: &View, other: &Related, over: bool, may: bool) -> Result<Markup> {
    let object = view.catalog.object(&other.object)?;
    let shape = if object.key == "person" { Shape::default() } else { Shape::Square };
    let kind = kind_text(view, &other.link.kind, other.forth)?;
    let dates = match (other.link.started_on.as_str(), other.link.ended_on.as_str()) {
        ("", "") => String::new(),
        (from, "") => view.tf("since", &[("date", from.into())]),
        (from, to) => format!("{from} – {to}"),
    };
    let parts = [other.link.role.clone(), kind, dates];
    let detail = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    Ok(html! {
        a.mini href={ "/" (object.path) "/" (other.id) } data-ended[over] {
            (avatar(&Avatar { name: &other.title, id: other.id, shape, ..Avatar::default() }))
            span { b { (other.title) } small { (detail) } }
        }
        @if may { a.edit href={ "/links/" (other.link.id) "?back=" (view.request.path) } aria-label={ (view.t("edit")) " " (other.title) } title=(view.t("edit")) { (icon("edit")) } }
    })
}

/// Cards that refer to this one by a field and are not related to it already.
fn referring(
    view: &View,
    record: &Record,
    related: &[Related],
) -> Result<Vec<(&'static str, kernel::Id, String)>> {
    let mut found = Vec::new();
    for object in view.cards() {
        for field in object.fields.iter().filter(|field| points_at(field, object, record)) {
            let filter = Filter::field(&field.key, Operator::Is, &[&record.id.to_string()]);
            let page =
                query::page(view.cx, object, &Query { filter, ..Query::default() }, &[object.title], SHOWN)?;
            let others =
                page.records.into_iter().filter(|card| related.iter().all(|other| other.id != card.id));
            found.extend(others.map(|card| (object.path, card.id, card.title(&view.reading))));
        }
    }
    Ok(found)
}
