//! Going through the records of a list, page by page, with the names of what they refer to.

use std::sync::Arc;

use kernel::{Cx, Result};

use crate::{
    Field, Query, Record,
    access::{self, Verb},
    export::{Listing, PAGE},
    field::Reading,
    query, record,
};

/// The fields of a list, each a column.
pub(super) fn fields<'l>(listing: &Listing<'l>) -> Result<Vec<&'l Field>> {
    match listing.fields {
        [] => Ok(listing.object.fields.iter().filter(|field| !field.hidden && !field.retired).collect()),
        some => some.iter().map(|key| listing.object.field(key)).collect(),
    }
}

/// Over each column, in the reader's language.
pub(super) fn headers(cx: &Cx, listing: &Listing) -> Result<Vec<String>> {
    let locale = Reading::plain(cx).locale;
    let header = |field: &&Field| listing.object.field_name(field, locale.language()).into_owned();
    Ok(fields(listing)?.iter().map(header).collect())
}

/// Gives each record of the list that the actor may take along to `each`; how many there were.
pub(super) fn walk(
    cx: &Cx,
    listing: &Listing,
    mut each: impl FnMut(&[&Field], &Record, &Reading) -> Result<()>,
) -> Result<u64> {
    let fields = fields(listing)?;
    let keys: Vec<&str> = fields.iter().map(|field| field.key.as_str()).collect();
    let mut reading = Reading { users: listing.users.clone(), ..Reading::plain(cx) };
    access::require(cx, listing.object, Verb::Export)?;
    let mut query = Query { may: Some(Verb::Export), ..listing.query.clone() };
    let mut gone_through = 0;
    loop {
        let page = query::page(cx, listing.object, &query, &keys, PAGE)?;
        let values = page.records.iter().flat_map(|record| &record.values);
        reading.titles = Arc::new(record::titles(cx, values)?);
        page.records.iter().try_for_each(|record| each(&fields, record, &reading))?;
        gone_through += page.records.len() as u64;
        query.after = page.next;
        if query.after.is_none() {
            return Ok(gone_through);
        }
    }
}
