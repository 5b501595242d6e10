//! Cells that are merged downwards: what stands in the first holds for every row beside it.

use std::io::Read;

use super::{
    Cell, Row, Trouble,
    package::Package,
    rows::column,
    xml::{Event, Xml},
};

/// A sheet lists its merged cells behind its rows. That is looked up in sheets of this many bytes; larger ones come
/// from programs, which merge nothing.
const LOOKED_THROUGH: u64 = 4 * 1024 * 1024;
const MOST: usize = 10_000;

/// See the module.
#[derive(Debug, Default)]
pub(super) struct Merges(Vec<Merge>);

#[derive(Debug)]
struct Merge {
    column: usize,
    rows: std::ops::RangeInclusive<u64>,
    /// What stands in its first row.
    held: Cell,
}

impl Merges {
    pub(super) fn of(package: &Package, part: &str) -> Result<Merges, Trouble> {
        let mut merges = Merges::default();
        if package.size(part) > LOOKED_THROUGH {
            return Ok(merges);
        }
        let Some(source) = package.source(part)? else { return Ok(merges) };
        let mut bytes = Vec::new();
        source.take(LOOKED_THROUGH).read_to_end(&mut bytes)?;
        let end = b"sheetData>";
        let Some(rows_end) = bytes.windows(end.len()).rposition(|window| window == end) else {
            return Ok(merges);
        };
        let mut xml = Xml::new(&bytes[rows_end + end.len()..]);
        // What stands there closes elements that were opened before.
        xml.allow_unmatched();
        while merges.0.len() < MOST {
            match xml.next()? {
                Event::Open(tag) if tag.is("mergeCell") => {
                    merges.0.extend(tag.get("ref").and_then(|range| downwards(&range)));
                }
                Event::End => break,
                _ => {}
            }
        }
        Ok(merges)
    }

    /// Fills a row in that says something of its own.
    pub(super) fn fill(&mut self, row: &mut Row) {
        if self.0.is_empty() || row.is_empty() {
            return;
        }
        for merge in self.0.iter_mut().filter(|merge| merge.rows.contains(&row.number)) {
            let own = row.cells.get(merge.column).filter(|cell| !cell.is_empty());
            if *merge.rows.start() == row.number {
                merge.held = own.cloned().unwrap_or_default();
            } else if own.is_none() && !merge.held.is_empty() {
                if row.cells.len() <= merge.column {
                    row.cells.resize(merge.column + 1, Cell::default());
                }
                row.cells[merge.column] = merge.held.clone();
            }
        }
    }
}

/// `B4:B6`; nothing for what lies in one row.
fn downwards(range: &str) -> Option<Merge> {
    let (from, to) = range.split_once(':')?;
    let row =
        |reference: &str| reference.trim_start_matches(|c: char| !c.is_ascii_digit()).parse::<u64>().ok();
    let (first, last) = (row(from)?, row(to)?);
    (first < last).then_some(Merge { column: column(from)?, rows: first..=last, held: Cell::default() })
}
