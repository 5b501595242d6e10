//! A list as vCards, page by page, with pictures, relations and all that other programs said.

use std::{io::Write, sync::Arc};

use formats::vcard::{self, Version};
use kernel::{Cx, Result};

use crate::{
    export::{Listing, PAGE, card},
    field::Reading,
    query, record,
};

/// Writes the list; how many cards it held.
pub fn vcard(cx: &Cx, listing: &Listing, version: Version, out: &mut impl Write) -> Result<u64> {
    let mut reading = Reading { users: listing.users.clone(), ..Reading::plain(cx) };
    let mut query = listing.query.clone();
    let mut written = 0;
    loop {
        let page = query::page(cx, listing.object, &query, &[], PAGE)?;
        let values = page.records.iter().flat_map(|record| &record.values);
        reading.titles = Arc::new(record::titles(cx, values)?);
        for record in &page.records {
            let card = card::of(cx, record, &reading)?;
            out.write_all(vcard::write(&card, version).as_bytes())?;
        }
        written += page.records.len() as u64;
        query.after = page.next;
        if query.after.is_none() {
            return Ok(written);
        }
    }
}
