//! How a change is shown: fields with what stood there before and after, relations by the name of the other card.

use std::sync::Arc;

use kernel::{Id, Result};
use records::{
    FieldType, Json,
    changes::{Change, Kind},
    field::reference,
    links::{self, CustomKind, Link},
    merge, record,
    shape::past,
};
use web::{Markup, html, html::icon};

use crate::View;

/// What the ids in changes are called.
pub(super) struct Names {
    kinds: Vec<CustomKind>,
}

/// Loads the titles of all cards that the changes are about or name, into the view too, for fields that refer to them.
pub(super) fn names(view: &mut View, changes: &[Change]) -> Result<Names> {
    let mut wanted: Vec<Json> = Vec::new();
    for change in changes {
        wanted.push(reference::reference(&change.object, change.record));
        for (before, after) in change.fields.values() {
            wanted.extend([before, after].into_iter().filter(|value| value.is_string()).cloned());
        }
        for (before, after) in change.fields.values() {
            wanted.extend([before, after].into_iter().filter_map(Json::as_array).flatten().cloned());
        }
        let ends = links::of_move(change).into_iter().flat_map(|(was, became)| was.into_iter().chain(became));
        for link in ends.chain(links::of_change(change).map(|(link, _)| link)) {
            wanted.push(reference::reference(&link.from_object, link.from));
            wanted.push(reference::reference(&link.to_object, link.to));
        }
    }
    let catalog = &view.catalog;
    let known =
        |value: &&Json| reference::target(value).is_some_and(|(object, _)| catalog.object(object).is_ok());
    let mut titles = (*view.reading.titles).clone();
    titles.extend(record::titles(view.cx, wanted.iter().filter(known))?);
    view.reading.titles = Arc::new(titles);
    Ok(Names { kinds: links::custom_kinds(view.cx)? })
}

impl Names {
    /// The title of a card; never empty.
    pub(super) fn title(&self, view: &View, id: Id) -> String {
        let title = view.reading.titles.get(&id).filter(|title| !title.is_empty());
        title.cloned().unwrap_or_else(|| view.t("untitled").into_owned())
    }

    /// What the other card is to this one.
    fn relation(&self, view: &View, link: &Link, forth: bool) -> String {
        if let Some(kind) = view.catalog.link_kinds.iter().find(|kind| kind.key == link.kind) {
            return view.t(&kind.text(forth)).into_owned();
        }
        let own = self.kinds.iter().find(|kind| kind.id.to_string() == link.kind);
        own.map(|kind| if forth { kind.forth.clone() } else { kind.back.clone() }).unwrap_or_default()
    }
}

/// The same relation seen from its other end; a set holds both.
pub(super) fn is_mirror(change: &Change) -> bool {
    change.fields.contains_key("mirror")
}

/// What was changed of a record.
pub(super) fn what(view: &View, names: &Names, change: &Change) -> Markup {
    match change.kind {
        Kind::Edited => edited(view, change),
        Kind::Linked => linked(view, names, change, "change-kind-linked"),
        Kind::Unlinked => linked(view, names, change, "change-kind-unlinked"),
        Kind::Created => html! { p { (view.t("change-kind-created")) } },
        Kind::Trashed => html! { p { (view.t("change-kind-trashed")) } },
        Kind::Restored => html! { p { (view.t("change-kind-restored")) } },
        Kind::Merged => merged(view, names, change),
        Kind::Absorbed => absorbed(view, names, change),
        Kind::Moved => moved(view, names, change),
    }
}

/// "Merged with Ana Berg", and what the card got from it.
fn merged(view: &View, names: &Names, change: &Change) -> Markup {
    let came = merge::merged_from(change);
    let key = if came.is_empty() { "change-kind-parted" } else { "change-kind-merged" };
    let others = change.fields.get("merged_from").map(|(was, _)| was).and_then(Json::as_array);
    let others = if came.is_empty() { others.cloned().unwrap_or_default() } else { came };
    html! {
        p { (view.t(key)) ": " (card_names(view, names, &others)) }
        @if change.fields.values().filter(|(before, after)| before != after).count() > 1 { (edited(view, change)) }
    }
}

fn absorbed(view: &View, names: &Names, change: &Change) -> Markup {
    let Some((was, became)) = change.fields.get("merged_into") else { return html! {} };
    let (key, other) =
        if was.is_null() { ("change-kind-absorbed", became) } else { ("change-kind-parted", was) };
    html! { p { (view.t(key)) ": " (card_names(view, names, std::slice::from_ref(other))) } }
}

/// A relation or a field that leads to another card since a merge.
fn moved(view: &View, names: &Names, change: &Change) -> Markup {
    let (was, became) = match links::of_move(change) {
        None => return edited(view, change),
        Some((Some(was), Some(became))) => (was, became),
        // Another one said the same.
        Some((one, other)) => {
            let link = one.or(other);
            return html! { p { (view.t("change-kind-folded")) @if let Some(link) = &link { ": " (names.relation(view, link, link.from == change.record)) } } };
        }
    };
    let forth = was.from == change.record;
    let other = |link: &Link| {
        let (object, id) = if forth { (&link.to_object, link.to) } else { (&link.from_object, link.from) };
        reference::reference(object, id)
    };
    html! {
        p {
            (view.t("change-kind-moved")) ": " (names.relation(view, &was, forth)) " "
            (card_names(view, names, &[other(&was)])) " " (icon("arrow-right")) " "
            span.hidden { (view.t("history-became")) } (card_names(view, names, &[other(&became)]))
        }
    }
}

fn card_names(view: &View, names: &Names, cards: &[Json]) -> Markup {
    let known = cards.iter().filter_map(reference::target);
    html! {
        @for (at, (object, id)) in known.enumerate() {
            @if at > 0 { ", " }
            @let href = view.catalog.object(object).map(|object| format!("/{}/{id}", object.path)).ok();
            a href=[href] { (names.title(view, id)) }
        }
    }
}

/// In words, for a label: the names of the fields.
pub(super) fn in_words(view: &View, change: &Change) -> String {
    let Ok(object) = view.catalog.object(&change.object) else { return String::new() };
    let fields = change.fields.keys().filter_map(|key| object.field(key).ok());
    let labels: Vec<_> = fields.map(|field| view.label(object, field).into_owned()).collect();
    labels.join(", ")
}

fn edited(view: &View, change: &Change) -> Markup {
    let Ok(object) = view.catalog.object(&change.object) else { return html! {} };
    let shown = change.fields.iter().filter_map(|(key, (before, after))| {
        let field = object.field(key).ok().filter(|field| !field.hidden && before != after)?;
        // As they were written: the field may have had another type then.
        let (was, became) = past::kinds_of(field, change);
        Some((field, show(view, was, before), show(view, became, after)))
    });
    let shown: Vec<_> = shown.collect();
    html! {
        @if shown.is_empty() {
            p { (view.t("change-kind-edited")) }
        } @else {
            dl.diff {
                @for (field, before, after) in shown {
                    div { dt { (view.label(object, field)) } dd { (from_to(view, &before, &after)) } }
                }
            }
        }
    }
}

fn show(view: &View, kind: &dyn FieldType, value: &Json) -> String {
    let text = if value.is_null() { String::new() } else { kind.show(value, &view.reading) };
    if text.is_empty() { view.t("history-nothing").into_owned() } else { text }
}

/// A value that reads the same was changed in a part that one line does not show, such as a label.
fn from_to(view: &View, before: &str, after: &str) -> Markup {
    html! {
        @if before == after {
            ins { (after) }
        } @else {
            del { (before) }
            (icon("arrow-right"))
            span.hidden { (view.t("history-became")) }
            ins { (after) }
        }
    }
}

fn linked(view: &View, names: &Names, change: &Change, key: &str) -> Markup {
    let Some((link, forth)) = links::of_change(change) else { return html! { p { (view.t(key)) } } };
    let (object, other) = if forth { (&link.to_object, link.to) } else { (&link.from_object, link.from) };
    let href = view.catalog.object(object).map(|object| format!("/{}/{other}", object.path)).ok();
    html! {
        p {
            (view.t(key)) ": " (names.relation(view, &link, forth)) " "
            a href=[href] { (names.title(view, other)) }
            @if !link.role.is_empty() { span.soft { " · " (link.role) } }
        }
    }
}
