//! A list as CSV: dates and numbers as programs read them, names of cards and users as people do.

use std::io::Write;

use formats::delimited::{Manner, Writer};
use kernel::{Cx, Result};

use crate::{
    Field, Record,
    export::{Listing, list},
    field::Reading,
};

/// Writes the list; how many records it held.
pub fn csv(cx: &Cx, listing: &Listing, out: &mut impl Write) -> Result<u64> {
    let mut writer = Writer::new(out, Manner::default())?;
    writer.write_row(list::headers(cx, listing)?)?;
    let written = list::walk(cx, listing, |fields, record, reading| {
        Ok(writer.write_row(fields.iter().map(|field| cell(field, record, reading)))?)
    })?;
    writer.finish()?;
    Ok(written)
}

fn cell(field: &Field, record: &Record, reading: &Reading) -> String {
    let value = record.get(&field.key);
    match field.kind.key() {
        "reference" | "user" => field.kind.show(value, reading),
        _ => field.kind.export(value),
    }
}
