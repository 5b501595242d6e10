//! A list as CSV, page by page: dates and numbers as programs read them, names of cards and users as people do.

use std::{io::Write, sync::Arc};

use formats::delimited::{Manner, Writer};
use kernel::{Cx, Result};

use crate::{
    Field, Record,
    export::{Listing, PAGE},
    field::Reading,
    query, record,
};

/// Writes the list; how many records it held.
pub fn csv(cx: &Cx, listing: &Listing, out: &mut impl Write) -> Result<u64> {
    let object = listing.object;
    let fields: Vec<&Field> = match listing.fields {
        [] => object.fields.iter().filter(|field| !field.hidden).collect(),
        some => some.iter().map(|key| object.field(key)).collect::<Result<_>>()?,
    };
    let keys: Vec<&str> = fields.iter().map(|field| field.key.as_str()).collect();
    let mut reading = Reading { users: listing.users.clone(), ..Reading::plain(cx) };
    let mut writer = Writer::new(out, Manner::default())?;
    writer.write_row(fields.iter().map(|field| reading.locale.t(&object.label(field)).into_owned()))?;
    let mut query = listing.query.clone();
    let mut written = 0;
    loop {
        let page = query::page(cx, object, &query, &keys, PAGE)?;
        let values = page.records.iter().flat_map(|record| &record.values);
        reading.titles = Arc::new(record::titles(cx, values)?);
        for record in &page.records {
            writer.write_row(fields.iter().map(|field| cell(field, record, &reading)))?;
        }
        written += page.records.len() as u64;
        query.after = page.next;
        if query.after.is_none() {
            writer.finish()?;
            return Ok(written);
        }
    }
}

fn cell(field: &Field, record: &Record, reading: &Reading) -> String {
    let value = record.get(&field.key);
    match field.kind.key() {
        "reference" | "user" => field.kind.show(value, reading),
        _ => field.kind.export(value),
    }
}
