//! REPORT (RFC 3253, 3.6): many records at once, those that satisfy a filter, what changed since (RFC 6578), when somebody is busy.

use std::collections::HashMap;

use formats::vcard::Version;
use jiff::tz::TimeZone;
use kernel::{Cx, Error, Id, Result, Timestamp};
use web::{Request, Response, StatusCode};
use workbench::App;

use super::{find::path_of, place, state};
use crate::{
    answer::{self, condition, multistatus, name, properties, refused, status},
    choices,
    collection::{self, Collection, Item, What},
    filter,
    members::{self, State},
    names::{self, Names},
    place::Place,
    xml::{self, CALDAV, CARDDAV, DAV, Element, Name, escaped},
};

/// Records named by one request.
const MOST_NAMED: usize = 5_000;

pub(super) fn report(app: &App, request: &Request) -> Result<Response> {
    answer::or_refused(request, reported(app, request), request.path.starts_with("/dav/cards/"))
}

fn reported(app: &App, request: &Request) -> Result<Response> {
    let (_, place) = place(request)?;
    let root = xml::read(&request.body)?.ok_or_else(|| Error::invalid("", "dav-not-xml"))?;
    let Place::Collection(home, user, key) = &place else { return Ok(unsupported()) };
    let collection = app.read(request, |cx| choices::find(cx, *home, *user, key))?;
    let calendar = collection.kind.extension() == "ics";
    let space = if calendar { CALDAV } else { CARDDAV };
    let asked = Asked::of(&root, space);
    let local = root.name.local.as_str();
    match (root.name.space.as_str(), local) {
        (CALDAV, "calendar-multiget") if calendar => multiget(app, request, &collection, &asked, &root),
        (CARDDAV, "addressbook-multiget") if !calendar => multiget(app, request, &collection, &asked, &root),
        (CALDAV, "calendar-query") if calendar => query(app, request, &collection, &asked, &root),
        (CARDDAV, "addressbook-query") if !calendar => query(app, request, &collection, &asked, &root),
        (CALDAV, "free-busy-query") if calendar => busy(app, request, &collection, &root),
        (DAV, "sync-collection") => sync(app, request, &collection, &asked, &root),
        _ => Ok(unsupported()),
    }
}

fn unsupported() -> Response {
    refused(StatusCode::FORBIDDEN, &condition(DAV, "supported-report"), "")
}

/// What is asked of each record.
struct Asked {
    properties: Vec<Name>,
    version: Version,
    texts: bool,
}

impl Asked {
    fn of(root: &Element, space: &str) -> Asked {
        let prop = root.child(DAV, "prop");
        let properties: Vec<Name> = prop
            .map(|prop| prop.children.iter().map(|child| child.name.clone()).collect())
            .unwrap_or_default();
        let card = prop.and_then(|prop| prop.child(CARDDAV, "address-data"));
        let four = card.and_then(|card| card.attribute("version")) == Some("4.0");
        let texts = properties.iter().any(|name| is_text(name, space));
        Asked { properties, version: if four { Version::V4 } else { Version::V3 }, texts }
    }
}

fn is_text(name: &Name, space: &str) -> bool {
    name.is(space, if space == CALDAV { "calendar-data" } else { "address-data" })
}

/// These records, with what is asked of each.
fn told(cx: &Cx, collection: &Collection, asked: &Asked, items: &[(String, &Item)]) -> Result<String> {
    let bare: Vec<&Item> = items.iter().map(|(_, item)| *item).collect();
    let texts = if asked.texts { collection::texts(cx, &bare, asked.version)? } else { Vec::new() };
    let space = if collection.kind.extension() == "ics" { CALDAV } else { CARDDAV };
    let mut out = String::new();
    for (at, (path, item)) in items.iter().enumerate() {
        let (mut found, mut missing) = (Vec::new(), Vec::new());
        for one in &asked.properties {
            let value = match one {
                one if one.is(DAV, "getetag") => Some(escaped(&item.etag())),
                one if one.is(DAV, "getcontenttype") => Some(escaped(collection.kind.media_type())),
                one if one.is(DAV, "resourcetype") => Some(String::new()),
                one if is_text(one, space) => texts.get(at).map(|text| escaped(text)),
                _ => None,
            };
            match value {
                Some(value) => found.push((one.clone(), value)),
                None => missing.push(one.clone()),
            }
        }
        out.push_str(&properties(path, &found, &missing));
    }
    Ok(out)
}

fn multiget(
    app: &App,
    request: &Request,
    collection: &Collection,
    asked: &Asked,
    root: &Element,
) -> Result<Response> {
    let named: Vec<&str> = root.all(DAV, "href").map(|href| href.text.trim()).take(MOST_NAMED).collect();
    let state = state(app, request, collection)?;
    let by_id: HashMap<Id, &Item> = state.items.iter().map(|item| (item.id, item)).collect();
    app.read(request, |cx| {
        let (mut found, mut missing) = (Vec::new(), String::new());
        for address in named {
            let here = match Place::parse(address) {
                Some(Place::Member(home, user, key, name))
                    if (home, user, &key) == (collection.kind.home(), collection.user, &collection.key) =>
                {
                    names::record(cx, collection, &name)?.and_then(|id| by_id.get(&id))
                }
                _ => None,
            };
            match here {
                Some(item) => found.push((address.to_owned(), *item)),
                None => missing.push_str(&status(address, "404 Not Found")),
            }
        }
        Ok(multistatus(&format!("{}{missing}", told(cx, collection, asked, &found)?)))
    })
}

fn query(
    app: &App,
    request: &Request,
    collection: &Collection,
    asked: &Asked,
    root: &Element,
) -> Result<Response> {
    let state = state(app, request, collection)?;
    let space = if collection.kind.extension() == "ics" { CALDAV } else { CARDDAV };
    let nothing = Element {
        name: name(space, "filter"),
        attributes: Vec::new(),
        children: Vec::new(),
        text: String::new(),
    };
    let filter = match (root.child(space, "filter"), space) {
        (Some(filter), _) => filter,
        // A calendar must be asked for something (RFC 4791, 9.5).
        (None, CALDAV) => return Err(Error::invalid("", "dav-filter-unknown")),
        (None, _) => &nothing,
    };
    let most = limit(root, space);
    app.read(request, |cx| {
        let all: Vec<&Item> = state.items.iter().collect();
        let texts = collection::texts(cx, &all, Version::V3)?;
        let names = Names::of(cx, collection)?;
        let mut found = Vec::new();
        for (item, text) in all.into_iter().zip(&texts) {
            let fits = match space {
                CALDAV => filter::of_calendar(filter, collection, item, text)?,
                _ => filter::of_book(filter, text),
            };
            if fits {
                found.push((path_of(collection, &names, item.id), item));
            }
        }
        let more = most.is_some_and(|most| found.len() > most);
        found.truncate(most.unwrap_or(found.len()));
        let mut out = told(cx, collection, asked, &found)?;
        if more {
            out.push_str(&status(&collection.place().path(), "507 Insufficient Storage"));
        }
        Ok(multistatus(&out))
    })
}

fn limit(root: &Element, space: &str) -> Option<usize> {
    root.child(space, "limit")?.child(space, "nresults")?.text.trim().parse().ok()
}

fn sync(
    app: &App,
    request: &Request,
    collection: &Collection,
    asked: &Asked,
    root: &Element,
) -> Result<Response> {
    let token = root.child(DAV, "sync-token").map(|token| token.text.trim()).unwrap_or_default();
    let state = state(app, request, collection)?;
    app.read(request, |cx| {
        let Some(since) = members::since(cx, collection, &state, token)? else {
            return Ok(refused(StatusCode::FORBIDDEN, &condition(DAV, "valid-sync-token"), ""));
        };
        let count = since.changed.len() + since.gone.len();
        if limit(root, DAV).is_some_and(|most| count > most) {
            let within = condition(DAV, "number-of-matches-within-limits");
            return Ok(refused(StatusCode::INSUFFICIENT_STORAGE, &within, ""));
        }
        let names = Names::of(cx, collection)?;
        let by_id: HashMap<Id, &Item> = state.items.iter().map(|item| (item.id, item)).collect();
        let path = |id: &Id| path_of(collection, &names, *id);
        let changed: Vec<(String, &Item)> =
            since.changed.iter().filter_map(|id| Some((path(id), *by_id.get(id)?))).collect();
        let mut out = told(cx, collection, asked, &changed)?;
        // What another record stands for now under the same name has not left.
        let stands = |path: &String| changed.iter().any(|(other, _)| other == path);
        for path in since.gone.iter().map(path).filter(|path| !stands(path)) {
            out.push_str(&status(&path, "404 Not Found"));
        }
        out.push_str(&xml::element(&name(DAV, "sync-token"), &escaped(&state.token())));
        Ok(multistatus(&out))
    })
}

/// When the calendar's owner is busy (RFC 4791, 7.10), and with nothing else said.
fn busy(app: &App, request: &Request, collection: &Collection, root: &Element) -> Result<Response> {
    let range = root.child(CALDAV, "time-range").ok_or_else(|| Error::invalid("", "dav-filter-unknown"))?;
    let window = filter::window(range)?;
    let State { items, .. } = state(app, request, collection)?;
    let mut spans = Vec::new();
    for item in &items {
        if let What::Appointment(kept) = &item.what {
            spans.extend(activities::kept::busy(kept, window));
        }
    }
    spans.sort_unstable();
    let utc = |at: Timestamp| at.in_zone(&TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string();
    let lines: String =
        spans.iter().map(|(from, to)| format!("FREEBUSY:{}/{}\r\n", utc(*from), utc(*to))).collect();
    let stamp = app.read(request, |cx| Ok(utc(cx.now())))?;
    let text = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kartotek//Kartotek//EN\r\nBEGIN:VFREEBUSY\r\n\
         DTSTAMP:{stamp}\r\nDTSTART:{}\r\nDTEND:{}\r\n{lines}END:VFREEBUSY\r\nEND:VCALENDAR\r\n",
        utc(window.0),
        utc(window.1)
    );
    Ok(Response::content("text/calendar; charset=utf-8", text))
}
