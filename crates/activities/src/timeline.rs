//! The timeline of a card: promises first, then what happened, day by day; changes of fields folded into one line.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use jiff::ToSpan;
use kernel::{Id, Result, Timestamp};
use records::{
    Filter, Json, Operator, Query, Record, Sort,
    changes::{self, Change, Kind},
    field::{as_id, as_text, reference},
    links::{self, Link},
    merge,
    object::object,
    query, record,
    timeline::{self, Entry},
};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{empty_note, icon},
};
use workbench::{App, View, link, show};

use crate::{composer, diary, promises, slot, talk};

/// Entries of one page.
const PAGE: usize = 30;

pub(crate) fn routes(routes: &mut Routes<App>) {
    routes.get("/timeline/{object}/{id}", Permission::Read, more);
}

/// The timeline as a part of the page: after a change, or further back.
fn more(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let declared = object(cx, request.params.get("object"))?;
        let card = record::find(cx, &declared, request.params.id("id")?)?;
        let view = View::new(app, request, cx)?.with_titles([&card])?;
        let before = match (request.query.integer("at"), request.query.id("id")) {
            (Some(at), Some(id)) => Some((Timestamp::from_micros(at), id)),
            _ => None,
        };
        if !request.is_fragment() {
            return Ok(Response::redirect(card.address()));
        }
        Ok(Response::fragment(on_card(&view, &card, before)?))
    })
}

/// One thing on the timeline.
enum Happening<'a> {
    Activity(&'a Record),
    Changed(&'a Change),
}

pub(crate) fn on_card(view: &View, card: &Record, before: Option<(Timestamp, Id)>) -> Result<Markup> {
    // What is still to come stands above the timeline.
    let so_far = before.unwrap_or((view.reading.now, Id::from_bytes([0xff; 16])));
    let entries = timeline::of_card(view.cx, card.id, Some(so_far), PAGE)?;
    let records = load(view, &entries)?;
    // Changes stand between the entries of the page; the last page has all that is left.
    let full = entries.len() == PAGE;
    let oldest = entries.last().filter(|_| full).map(|entry| entry.at);
    let history = told_once(changes::of_records(view.cx, &merge::family(view.cx, card.id)?, None, 100)?);
    let newest = before.map(|(at, _)| at);
    let within =
        |at: Timestamp| newest.is_none_or(|newest| at < newest) && oldest.is_none_or(|oldest| at >= oldest);
    let mut all: Vec<(Timestamp, Happening)> = entries
        .iter()
        .filter_map(|entry| Some((entry.at, Happening::Activity(records.get(&entry.record)?))))
        .collect();
    all.extend(
        history
            .iter()
            .filter(|change| within(change.made.at))
            .map(|change| (change.made.at, Happening::Changed(change))),
    );
    all.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let open = if before.is_none() { open_tasks(view, card)? } else { Vec::new() };
    let coming = if before.is_none() { coming(view, card)? } else { Vec::new() };
    let next = entries.last().filter(|_| full);
    let address = format!("/timeline/{}/{}", card.object.key, card.id);
    let planned = coming.iter().map(|one| &one.appointment);
    let view = &titled(view, records.values().chain(&open).chain(planned), &history)?;
    Ok(html! {
        @if before.is_none() {
            section.timeline aria-label=(view.t("timeline")) data-topic={ "timeline:" (card.id) }
                hx-get=(address) hx-trigger="live" hx-swap="outerHTML" {
                @if !open.is_empty() || !coming.is_empty() {
                    section data-pinned {
                        h2 { (view.t("timeline-next")) }
                        @if !coming.is_empty() { ol.slots { @for one in &coming { (slot::line(view, one, slot::Told::Day)) } } }
                        @if !open.is_empty() { ul.todos { @for task in &open { (promises::line(view, task, &card.address(), None)) } } }
                    }
                }
                @if all.is_empty() { (empty_note(&html! { (view.t("timeline-empty")) })) }
                (days(view, &all)?)
                (older(view, &address, next))
            }
        } @else {
            (days(view, &all)?)
            (older(view, &address, next))
        }
    })
}

/// A relation that changed is kept as one that went and one that came: told as one change, or not at all when only its
/// role changed with a field that says the same. `history` has the newest first.
fn told_once(history: Vec<Change>) -> Vec<Change> {
    let edited: HashSet<Id> =
        history.iter().filter(|change| change.kind == Kind::Edited).map(|change| change.set).collect();
    let mut told: Vec<Change> = Vec::with_capacity(history.len());
    for change in history {
        let came = told.last_mut().filter(|newer| {
            (newer.kind, change.kind, newer.set) == (Kind::Linked, Kind::Unlinked, change.set)
        });
        let came =
            came.and_then(|came| Some((links::of_change(came)?.0, links::of_change(&change)?.0, came)));
        match came {
            Some((is, was, came)) if is.id == was.id => {
                if edited.contains(&change.set) && is == (Link { role: is.role.clone(), ..was }) {
                    told.pop();
                } else {
                    for (name, (was, _)) in change.fields {
                        came.fields.entry(name).and_modify(|(before, _)| *before = was);
                    }
                }
            }
            _ => told.push(change),
        }
    }
    told
}

/// With the titles of the cards that activities are about, and of those that relations lead to.
fn titled<'v, 'r>(
    view: &View<'v>,
    records: impl Iterator<Item = &'r Record>,
    history: &[Change],
) -> Result<View<'v>> {
    let again = View { catalog: view.catalog.clone(), reading: view.reading.clone(), ..*view };
    let mut view = again.with_titles(records)?;
    let others: Vec<Json> = history.iter().filter_map(|change| Some(relation(change)?.1)).collect();
    let mut titles = (*view.reading.titles).clone();
    titles.extend(record::titles(view.cx, others.iter())?);
    view.reading.titles = Arc::new(titles);
    Ok(view)
}

/// The relation that a change made or took away, and the card on its other side.
fn relation(change: &Change) -> Option<(Link, Json)> {
    let (link, forth) = links::of_change(change)?;
    let (object, id) = if forth { (&link.to_object, link.to) } else { (&link.from_object, link.from) };
    let other = reference::reference(object, id);
    Some((link, other))
}

fn relation_changed(change: &Change) -> bool {
    change.fields.values().any(|(was, is)| !was.is_null() && !is.is_null())
}

fn older(view: &View, address: &str, next: Option<&Entry>) -> Markup {
    html! {
        @if let Some(last) = next {
            @let address = format!("{address}?at={}&id={}", last.at.micros(), last.record);
            p hx-get=(address) hx-trigger="intersect once" hx-swap="outerHTML" { a.link href=(address) { (view.t("show-more")) } }
        }
    }
}

fn load(view: &View, entries: &[Entry]) -> Result<HashMap<Id, Record>> {
    let mut wanted: HashMap<&str, Vec<Id>> = HashMap::new();
    for entry in entries {
        wanted.entry(&entry.object).or_default().push(entry.record);
    }
    let mut found = HashMap::new();
    for (name, ids) in wanted {
        found.extend(record::find_many(view.cx, &object(view.cx, name)?, &ids)?);
    }
    Ok(found)
}

fn open_tasks(view: &View, card: &Record) -> Result<Vec<Record>> {
    let task = object(view.cx, "task")?;
    let filter = Filter::All(vec![
        Filter::field("about", Operator::Is, &[&card.id.to_string()]),
        Filter::field("open_at", Operator::NotEmpty, &[]),
    ]);
    let sort = vec![Sort { field: "open_at".to_owned(), descending: false }];
    Ok(query::page(view.cx, &task, &Query { filter, sort, ..Query::default() }, &[], 10)?.records)
}

/// How far ahead appointments are told on a card, and how many.
const AHEAD: i64 = 90;
const COMING: usize = 4;

/// The next appointments with the card.
fn coming(view: &View, card: &Record) -> Result<Vec<diary::Occurrence>> {
    let last = view.reading.today.checked_add(AHEAD.days()).unwrap_or(view.reading.today);
    let mut found = diary::within(view.cx, view.reading.today, last, &diary::of_card(card))?.occurrences;
    found.retain(|one| one.ends > view.reading.now);
    found.truncate(COMING);
    Ok(found)
}

fn days(view: &View, all: &[(Timestamp, Happening)]) -> Result<Markup> {
    let zone = &view.reading.locale.locality().time_zone;
    let day = |at: &Timestamp| at.in_zone(zone).date();
    Ok(html! {
        @for stretch in all.chunk_by(|(a, _), (b, _)| day(a) == day(b)) {
            section {
                h2 { (view.reading.locale.day_heading(day(&stretch[0].0), view.reading.today)) }
                ol { @for (at, happening) in stretch {
                    @match happening {
                        Happening::Activity(record) => (activity(view, record, *at)?),
                        Happening::Changed(change) => (changed(view, change, *at)),
                    }
                } }
            }
        }
    })
}

fn time(view: &View, at: Timestamp) -> Markup {
    let locale = &view.reading.locale;
    web::html::time_tag(&at.to_string(), &locale.time(at), Some(&locale.date_time(at)))
}

fn activity(view: &View, record: &Record, at: Timestamp) -> Result<Markup> {
    if record.object.key == "comment" {
        return Ok(entry(view, record, at, &talk::said(view, record)?));
    }
    let who = match as_id(record.get("owner")) {
        Some(_) => record.show("owner", &view.reading),
        None => view.user(None),
    };
    let about = reference::target(record.get("about")).map(|(_, id)| id);
    let here = view.request.path.split('/').any(|part| about.is_some_and(|id| part == id.to_string()));
    let what = html! {
        div.what {
            @match record.object.key {
                "call" => (call_line(view, record, &who)),
                "task" => { b { (record.show("assignee", &view.reading)) } " " (view.t("did-task")) " " b { (record.text("subject")) } },
                "appointment" => (appointment_line(view, record)),
                kind => {
                    b { (who) } " " (view.t(&format!("wrote-{kind}")))
                    @if record.object.at("state").is_some() { ", " (record.show("state", &view.reading)) }
                },
            }
            @if !here { " · " (record.show("about", &view.reading)) }
            @if !record.text("text").is_empty() {
                p.body { @for line in record.text("text").lines() { (line) br; } }
            }
        }
    };
    Ok(entry(view, record, at, &what))
}

fn entry(view: &View, record: &Record, at: Timestamp, what: &Markup) -> Markup {
    let opens = format!("{} {}", view.t("open"), view.reading.locale.time(at));
    html! {
        li.entry id={ (record.object.key) "-" (record.id) } data-tab=(record.object.tab) {
            span.dot { (icon(composer::sign(record.object.key))) }
            (what)
            a.quiet href=(record.address()) aria-label=(opens) { (time(view, at)) }
        }
    }
}

fn appointment_line(view: &View, appointment: &Record) -> Markup {
    html! {
        b { (appointment.text("subject")) } ", " (appointment.show("state", &view.reading))
        @let with = appointment.show("participants", &view.reading);
        @if !with.is_empty() { " · " (with) }
    }
}

fn call_line(view: &View, call: &Record, who: &str) -> Markup {
    let seconds = call.get("duration").as_u64().filter(|seconds| *seconds > 0);
    let key = if call.text("direction") == "in" { "was-called" } else { "called" };
    html! {
        b { (who) } " " (view.t(key)) ", " (call.show("outcome", &view.reading))
        @if let Some(seconds) = seconds { ", " (view.reading.locale.duration(seconds)) }
        @if let (true, Some(at)) = (call.text("outcome") == "call_back", call.instant("call_back_at")) { " " (view.moment(at)) }
    }
}

/// A change of the card itself, in one line that opens.
fn changed(view: &View, change: &Change, at: Timestamp) -> Markup {
    let who = view.user(change.made.by);
    let Ok(declared) = view.catalog.object(&change.object) else { return html! {} };
    let shown: Vec<_> = change
        .fields
        .iter()
        .filter_map(|(key, (was, is))| Some((declared.field(key).ok()?, was, is)))
        .filter(|(field, _, _)| !field.hidden)
        .collect();
    // What follows from the others is told where the line opens.
    let typed = shown.iter().any(|(field, _, _)| !field.computed);
    let named = shown.iter().filter(|(field, _, _)| !typed || !field.computed);
    let labels: Vec<String> = named.map(|(field, _, _)| view.label(declared, field).into_owned()).collect();
    let summary = match change.kind {
        Kind::Edited => {
            view.tf("timeline-edited", &[("who", who.as_str().into()), ("fields", labels.join(", ").into())])
        }
        Kind::Linked if relation_changed(change) => {
            view.tf("timeline-relinked", &[("who", who.as_str().into())])
        }
        other => view.tf(&format!("timeline-{}", other.key()), &[("who", who.as_str().into())]),
    };
    html! {
        li.entry data-fold {
            span.dot { (icon("history")) }
            @if change.kind == Kind::Edited {
                details.what {
                    summary { (summary) @if change.made.undone { " (" (view.t("undone")) ")" } }
                    dl.diff { @for (field, was, is) in &shown {
                        div { dt { (view.label(declared, field)) }
                            dd { del { (text_of(view, field, was)) } (icon("chevron-right")) ins { (text_of(view, field, is)) } } }
                    } }
                }
            } @else { p.what { (summary) (other_side(view, change)) @if change.made.undone { " (" (view.t("undone")) ")" } } }
            (time(view, at))
        }
    }
}

/// ": Works at Berg & Sønner", with the way there.
fn other_side(view: &View, change: &Change) -> Markup {
    let Some((link, other)) = relation(change) else { return html! {} };
    let kind = link::kind_text(view, &link.kind, link.from == change.record).unwrap_or_default();
    let title = as_id(&other).and_then(|id| view.reading.titles.get(&id)).cloned().unwrap_or_default();
    html! { ": " (kind) " " @if let Some(href) = show::address_of(view, &other) { a href=(href) { (title) } } }
}

fn text_of(view: &View, field: &records::Field, value: &Json) -> String {
    let shown = field.kind.show(value, &view.reading);
    if shown.is_empty() && !value.is_null() {
        return as_id(value).map_or_else(|| as_text(value).to_owned(), |_| view.t("a-card").into_owned());
    }
    if shown.is_empty() { "–".to_owned() } else { shown }
}
