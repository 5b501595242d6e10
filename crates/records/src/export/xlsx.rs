//! A list as a workbook: the rows and columns of the CSV, with dates, numbers and amounts as what they are.

use std::{io::Write, path::Path};

use formats::spreadsheet::{Cell, Writer};
use kernel::{Cx, Result};

use crate::{
    export::{Listing, list},
    field::Reading,
};

/// Writes the list; how many records it held. What waits to be written lies in the folder, so that a million rows
/// need no more memory than a few.
pub fn xlsx(cx: &Cx, listing: &Listing, folder: &Path, out: &mut (impl Write + Send)) -> Result<u64> {
    let name = listing.object.many_name(Reading::plain(cx).locale.language()).into_owned();
    let mut writer = Writer::new(folder, &name, list::headers(cx, listing)?)?;
    let mut cells: Vec<Cell> = Vec::new();
    let written = list::walk(cx, listing, |fields, record, reading| {
        cells.clear();
        cells.extend(fields.iter().map(|field| field.kind.cell(record.get(&field.key), reading)));
        Ok(writer.write_row(&cells)?)
    })?;
    writer.finish(out)?;
    Ok(written)
}
