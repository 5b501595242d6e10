//! What the columns of a contact list mean: which program exported it, and what each header says, in the
//! words of exporters and of the languages Kartotek speaks.

mod exporters;
mod header;
mod slots;
mod target;
mod words;

pub use exporters::{Source, recognise};
pub use target::{Guess, Label, Part, Target, label, values};

use header::Header;

/// What each column probably means, in the order of the headers. Columns that belong together (a phone
/// number and its label, the parts of an address) share a slot; slots count from 1 in order of appearance.
pub fn guess(headers: &[&str]) -> Vec<Guess> {
    let source = recognise(headers);
    let headers: Vec<Header> = headers.iter().map(|header| Header::new(header)).collect();
    let meanings = headers.iter().map(|header| exporters::meaning(source, header)).collect();
    let targets = slots::targets(meanings);
    let guess = |(target, header)| Guess { splits_at: exporters::splits_at(source, &target, header), target };
    targets.into_iter().zip(&headers).map(guess).collect()
}

/// Whether a cell is a header we understand: so the row is no data.
pub(crate) fn is_known(cell: &str) -> bool {
    cell.chars().count() <= 60 && exporters::meaning(Source::Unknown, &Header::new(cell)).is_some()
}

#[cfg(test)]
mod tests;
