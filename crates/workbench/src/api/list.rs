//! Reading: a list by the language of the views, and one record.

use std::collections::HashMap;

use kernel::{Cx, Error, FieldErrors, Id, Result, Text};
use records::{
    Filter, Json, Object, Query, Record, Sort,
    field::reference,
    query::{self, Cursor},
    record,
};
use serde::Serialize;

use super::{
    answer::Answer,
    call::{Call, unchanged},
    catalog, object_at,
    wire::{self, Sent},
};

/// Records in one page unless more are asked for, and at most.
const USUAL: usize = 100;
const MOST: usize = 500;
/// Further is not counted.
const MOST_COUNTED: u64 = 10_000;

const PARAMETERS: &[&str] =
    &["filter", "q", "sort", "limit", "after", "fields", "include", "trashed", "count"];

/// What a list is asked for.
#[derive(Debug, Default)]
pub struct Listing {
    pub query: Query,
    pub limit: usize,
    /// Only these fields; all when empty.
    pub fields: Vec<String>,
    /// References whose cards come along.
    pub include: Vec<String>,
    pub count: bool,
}

pub(super) fn list(call: &Call) -> Result<Answer> {
    let form = &call.request.query;
    call.knows(PARAMETERS)?;
    let names = |name: &str| -> Vec<String> {
        let parts = form.text(name).split(',').map(str::trim);
        parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let after = form.get("after").map(Cursor::parse).transpose()?;
    let sort = names("sort").iter().map(|part| Sort::parse(part)).collect();
    let listing = Listing {
        query: Query {
            filter: Filter::parse(form.text("filter"))?,
            words: form.text("q").to_owned(),
            sort,
            after,
            trashed: call.flag("trashed")?,
            ..Query::default()
        },
        limit: call.limit(USUAL, MOST)?,
        fields: names("fields"),
        include: names("include"),
        count: call.flag("count")?,
    };
    call.read(|cx| Ok(Answer::of(page(cx, call.object(), &listing)?)))
}

pub(super) fn one(call: &Call) -> Result<Answer> {
    call.knows(&["include"])?;
    call.read(|cx| {
        let object = object_at(cx, call.object())?;
        let record = record::find(cx, &object, call.id()?)?;
        let version = wire::version(&record);
        if call.has(&version) {
            return Ok(unchanged(&version));
        }
        let include: Vec<String> = call
            .request
            .query
            .text("include")
            .split(',')
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect();
        let reading = wire::reading(cx, [&record])?;
        let mut body = wire::sent(&record, &reading)?;
        if !include.is_empty() {
            let records = [record];
            let others = included(cx, &object, &records, &include)?;
            let others: Vec<Json> =
                others.iter().map(|other| wire::sent(other, &reading)).collect::<Result<_>>()?;
            body["included"] = others.into();
        }
        Ok(Answer::json(&body)?.version(version))
    })
}

#[derive(Serialize)]
struct Body<'a> {
    data: Vec<Sent<'a>>,
    /// Where the next page begins.
    next: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    included: Option<Vec<Sent<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<Count>,
}

#[derive(Serialize)]
struct Count {
    value: u64,
    /// There are no more than counted.
    exact: bool,
}

/// A page of records as JSON: `data`, `next`, and what else was asked for.
pub fn page(cx: &Cx, name: &str, listing: &Listing) -> Result<Vec<u8>> {
    let object = object_at(cx, name)?;
    let only = positions(&object, &listing.fields)?;
    let read: Vec<&str> = match &only {
        None => Vec::new(),
        Some(only) => {
            // What a record is called and its version are always told.
            let told =
                std::iter::once(object.title).chain(object.detail.iter().copied()).chain(["updated_at"]);
            let asked = only.iter().map(|at| object.fields[*at].key.as_str());
            asked.chain(told).chain(listing.include.iter().map(String::as_str)).collect()
        }
    };
    let mut read = read;
    read.sort_unstable();
    read.dedup();
    let page = query::page(cx, &object, &listing.query, &read, listing.limit)?;
    let others = included(cx, &object, &page.records, &listing.include)?;
    let count = match listing.count {
        true => Some(query::count(cx, &object, &listing.query, MOST_COUNTED)?),
        false => None,
    };
    let reading = wire::reading(cx, page.records.iter().chain(&others))?;
    let sent = |record, only| Sent { record, reading: &reading, only };
    let body = Body {
        data: page.records.iter().map(|record| sent(record, only.as_deref())).collect(),
        next: page.next.as_ref().map(Cursor::written),
        included: (!listing.include.is_empty())
            .then(|| others.iter().map(|other| sent(other, None)).collect()),
        count: count.map(|found| Count { value: found.min(MOST_COUNTED), exact: found <= MOST_COUNTED }),
    };
    Ok(serde_json::to_vec(&body)?)
}

/// The positions of fields by name; all of them when none is named.
fn positions(object: &Object, names: &[String]) -> Result<Option<Vec<usize>>> {
    if names.is_empty() {
        return Ok(None);
    }
    let mut errors = FieldErrors::default();
    let mut found = Vec::with_capacity(names.len());
    for name in names {
        match object.at(name) {
            Some(at) => found.push(at),
            None => errors.add("fields", Text::new("api-no-such-name").with("name", name)),
        }
    }
    errors.into_result()?;
    Ok(Some(found))
}

/// The cards that these fields of the records refer to, each once.
fn included(cx: &Cx, object: &Object, records: &[Record], names: &[String]) -> Result<Vec<Record>> {
    let mut wanted: HashMap<String, Vec<Id>> = HashMap::new();
    for name in names {
        let field = object.at(name).map(|at| &object.fields[at]);
        if field.is_none_or(|field| field.kind.key() != "reference") {
            let text = Text::new("api-not-a-relation").with("name", name);
            return Err(Error::Invalid(FieldErrors::of("include", text)));
        }
        for (object, id) in records.iter().filter_map(|record| reference::target(record.get(name))) {
            let ids = wanted.entry(object.to_owned()).or_default();
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    let mut found = Vec::new();
    for (name, ids) in wanted {
        let object = catalog(cx)?.object(&name)?.clone();
        let mut records = record::find_many(cx, &object, &ids)?;
        found.extend(ids.iter().filter_map(|id| records.remove(id)));
    }
    found.sort_by_key(|record| record.id);
    Ok(found)
}
