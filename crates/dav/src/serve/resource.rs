//! GET, PUT and DELETE of one record. What is written names the version it was read in (`If-Match`), so that nothing is overwritten
//! that nobody has seen.

use formats::vcard::Version;
use kernel::{Cx, Error, Result};
use web::{Request, Response, StatusCode, header};
use workbench::App;

use super::{find::path_of, member, place};
use crate::{
    answer::{self, condition, href, refused},
    collection::{self, Collection, Item},
    names::{self, Names},
    place::Place,
    xml::{CALDAV, CARDDAV, element},
};

pub(super) fn get(app: &App, request: &Request) -> Result<Response> {
    if !matches!(place(request)?.1, Place::Member(..)) {
        return Ok(Response::empty().status(StatusCode::METHOD_NOT_ALLOWED));
    }
    let (collection, name) = member(app, request)?;
    let four = request.header("accept").is_some_and(|accept| accept.contains("version=4.0"));
    app.read(request, |cx| {
        let item = item(cx, &collection, &name)?.ok_or(Error::NotFound)?;
        let version = if four { Version::V4 } else { Version::V3 };
        let text = collection::texts(cx, &[&item], version)?.pop().unwrap_or_default();
        Ok(Response::content(collection.kind.media_type(), text).header(header::ETAG, &item.etag()))
    })
}

fn item(cx: &Cx, collection: &Collection, name: &str) -> Result<Option<Item>> {
    match names::record(cx, collection, name)? {
        Some(record) => collection.item(cx, record),
        None => Ok(None),
    }
}

pub(super) fn put(app: &App, request: &Request) -> Result<Response> {
    let cards = request.path.starts_with("/dav/cards/");
    answer::or_refused(request, written(app, request), cards)
}

fn written(app: &App, request: &Request) -> Result<Response> {
    let (collection, name) = member(app, request)?;
    let text = std::str::from_utf8(&request.body).map_err(|_| Error::invalid("", "dav-not-text"))?;
    app.write(request, |tx| {
        let known = item(tx, &collection, &name)?;
        if !may_go_on(request, known.as_ref()) {
            return Ok(Response::empty().status(StatusCode::PRECONDITION_FAILED));
        }
        let (edits, creates) = collection.takes(tx)?;
        if !(if known.is_some() { edits } else { creates }) {
            return Err(Error::Denied);
        }
        if let Some(other) = taken(tx, &collection, text, known.as_ref())? {
            return Ok(other);
        }
        let record = collection.keep(tx, known.as_ref(), text)?;
        if known.is_none() {
            names::give(tx, &collection, &name, record)?;
        }
        // What is kept is not what was sent, sign by sign, so no etag is told (RFC 4791, 5.3.4): the program reads it again.
        let status = if known.is_some() { StatusCode::NO_CONTENT } else { StatusCode::CREATED };
        Ok(Response::empty().status(status))
    })
}

/// Whether the request's conditions on the version hold (RFC 9110, 13.1).
fn may_go_on(request: &Request, known: Option<&Item>) -> bool {
    let lists = |header: &str| {
        let all: Vec<String> = request
            .header(header)?
            .split(',')
            .map(|one| one.trim().trim_start_matches("W/").to_owned())
            .collect();
        let any = all.iter().any(|one| one == "*");
        Some(known.is_some_and(|known| any || all.contains(&known.etag())))
    };
    lists("if-match").unwrap_or(true) && !lists("if-none-match").unwrap_or(false)
}

/// The answer to what has the name of another record of the same collection: one name stands for one thing.
fn taken(cx: &Cx, collection: &Collection, text: &str, known: Option<&Item>) -> Result<Option<Response>> {
    let uid = collection.uid_of(cx, text)?;
    if uid.is_empty() {
        return Ok(None);
    }
    if let Some(known) = known {
        let same = known.uid(cx)? == uid || collection.kind.extension() == "vcf";
        return Ok((!same).then(|| conflict(collection, None)));
    }
    let Some(other) = collection.called(cx, &uid)? else { return Ok(None) };
    let path = path_of(collection, &Names::of(cx, collection)?, other);
    Ok(Some(conflict(collection, Some(&path))))
}

fn conflict(collection: &Collection, path: Option<&str>) -> Response {
    let space = if collection.kind.extension() == "ics" { CALDAV } else { CARDDAV };
    let inner = path.map(href).unwrap_or_default();
    let condition = match path {
        Some(_) => element(&answer::name(space, "no-uid-conflict"), &inner),
        None => condition(space, "no-uid-conflict"),
    };
    refused(StatusCode::CONFLICT, &condition, "")
}

pub(super) fn delete(app: &App, request: &Request) -> Result<Response> {
    answer::or_refused(request, removed(app, request), false)
}

fn removed(app: &App, request: &Request) -> Result<Response> {
    if matches!(place(request)?.1, Place::Collection(..)) {
        return Err(Error::Denied);
    }
    let (collection, name) = member(app, request)?;
    app.write(request, |tx| {
        let item = item(tx, &collection, &name)?.ok_or(Error::NotFound)?;
        if !may_go_on(request, Some(&item)) {
            return Ok(Response::empty().status(StatusCode::PRECONDITION_FAILED));
        }
        collection.remove(tx, &item)?;
        Ok(Response::empty())
    })
}
