//! Where the table of a sheet begins, and whether its first row names the columns.

use super::{Kind, Row};
use crate::{delimited, recognise};

/// See [`layout`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Rows of the sheet before the table: a title, a remark, the date of a report.
    pub skipped_rows: u64,
    pub has_header: bool,
}

/// Rows before a table are not many.
const LOOKED_AT: usize = 20;

/// The layout of a sheet that begins with these rows.
pub fn layout(rows: &[Row]) -> Layout {
    let filled: Vec<&Row> = rows.iter().filter(|row| !row.is_empty()).collect();
    let widest = filled.iter().map(|row| used(row)).max().unwrap_or(0);
    let candidates = &filled[..filled.len().min(LOOKED_AT)];
    // The first that is no title, which stands alone in its row; but rather one whose words we know as headers, unless
    // the first is as good a header and those words are just words.
    let first =
        candidates.iter().position(|row| used(row) * 2 > widest && used(row) > usize::from(widest > 1));
    let known = candidates.iter().enumerate().filter(|(_, row)| headers(row) >= 2);
    let known = known.max_by_key(|(at, row)| (headers(row), LOOKED_AT - at)).map(|(at, _)| at);
    let at = match (first, known) {
        (Some(first), Some(known))
            if first < known
                && used(filled[first]) == widest
                && headers(filled[known]) < used(filled[known]) =>
        {
            first
        }
        (first, known) => match known.or(first) {
            Some(at) => at,
            None => return Layout { skipped_rows: 0, has_header: true },
        },
    };
    let header = filled[at];
    let text = |row: &&Row| row.cells.iter().map(|cell| cell.text.clone()).collect::<Vec<String>>();
    let table: Vec<Vec<String>> = filled[at..].iter().take(100).map(text).collect();
    Layout {
        skipped_rows: header.number.saturating_sub(1),
        // No number and no date names a column.
        has_header: header.cells.iter().all(|cell| cell.kind == Kind::Text) && delimited::has_header(&table),
    }
}

fn used(row: &Row) -> usize {
    row.cells.iter().filter(|cell| !cell.is_empty()).count()
}

fn headers(row: &Row) -> usize {
    row.cells.iter().filter(|cell| cell.kind == Kind::Text && recognise::is_known(&cell.text)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spreadsheet::{Cell, Decimal};

    fn check(rows: &[&[&str]], skipped_rows: u64, has_header: bool) {
        let cell = |text: &&str| match Decimal::parse(text) {
            Some(number) => Cell::number(number),
            None => Cell::text(*text),
        };
        let row = |(at, cells): (usize, &&[&str])| Row {
            number: at as u64 + 1,
            cells: cells.iter().map(cell).collect(),
        };
        let rows: Vec<Row> = rows.iter().enumerate().map(row).collect();
        assert_eq!(layout(&rows), Layout { skipped_rows, has_header }, "{rows:?}");
    }

    #[test]
    fn the_header_is_found_below_titles() {
        check(&[&["Name", "Phone"], &["Ada", "12345678"]], 0, true);
        check(
            &[&["Customers of 2026"], &[], &["", "Exported 3 May"], &["Name", "Phone"], &["Ada", "1234567"]],
            3,
            true,
        );
        check(&[&["Navn", "Telefon", "Adresse"], &["Ada"], &["Bo", "12345678", "Vej 1"]], 0, true);
        check(&[&["Foo", "Bar"], &["a", "b"], &["c", "d"]], 0, true);
        check(&[&["Ada", "31425510"], &["Bo", "31425511"]], 0, false);
        check(&[&["Ada", "ada@x.dk"], &["Bo", "bo@x.dk"]], 0, false);
        check(&[&["Name"], &["Ada"], &["Bo"]], 0, true);
        check(&[&[], &["姓名", "电话"], &["王小明", "13812345678"]], 1, true);
        check(&[&["Column", "What"], &["Note", "as it is"], &["Phone", "Mobile 1 of 2"]], 0, true);
        check(&[&["Exported", "yesterday"], &["Name", "Phone"], &["Ada", "1234567"]], 1, true);
        check(&[], 0, true);
    }
}
