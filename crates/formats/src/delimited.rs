//! Delimited text (CSV, TSV and kin, RFC 4180 loosely): guessing its dialect, reading rows, writing rows.

mod dialect;
mod line_ends;
mod table;
mod writer;

pub(crate) use dialect::has_header;
pub use dialect::{Dialect, sniff};
pub use table::{Row, Table, Trouble};
pub use writer::{Manner, Writer, unguarded};

use crate::encoding::{self, Encoding};

/// The longest row read, in bytes of UTF-8: a quote that is never closed must not swallow the file.
pub const LONGEST_ROW: usize = 10 * 1024 * 1024;

/// Encoding and dialect of a file that begins with `head` (some 256 KB are enough).
pub fn examine(head: &[u8]) -> (Encoding, Dialect) {
    let encoding = encoding::detect(head);
    let sample = encoding.decode(&head[..head.len().min(encoding::SAMPLE)]);
    (encoding, sniff(&sample))
}
