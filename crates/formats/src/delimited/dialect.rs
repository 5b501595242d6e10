//! The dialect of a delimited file: separator, quote, lines before the table, and whether it has headers.

use serde::{Deserialize, Serialize};

use crate::recognise;

/// How a delimited file is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dialect {
    pub separator: u8,
    pub quote: u8,
    pub has_header: bool,
    /// Lines before the table: Excel's `sep=;`, or an exporter's remarks.
    pub skipped_lines: u64,
    /// Of a workbook, the sheet that is the table, from 0; its rows are the lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<usize>,
}

impl Default for Dialect {
    fn default() -> Self {
        Dialect { separator: b',', quote: b'"', has_header: true, skipped_lines: 0, sheet: None }
    }
}

const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
const ROWS: usize = 100;
const BYTES: usize = 64 * 1024;

/// The dialect in which the beginning of a file makes most sense as a table.
pub fn sniff(sample: &str) -> Dialect {
    let sample = sample.strip_prefix('\u{FEFF}').unwrap_or(sample);
    let shown = &sample[..sample.floor_char_boundary(BYTES)];
    let (declared, skipped_lines) = declared_separator(shown);
    let table = if skipped_lines > 0 { shown.split_once('\n').map_or("", |(_, rest)| rest) } else { shown };
    let cut = shown.len() < sample.len();

    let separators = declared.map_or(SEPARATORS.to_vec(), |separator| vec![separator]);
    let quotes = if shown.contains('"') { [b'"'].as_slice() } else { [b'"', b'\''].as_slice() };
    let mut best: Option<(f64, Grid)> = None;
    for separator in separators {
        for quote in quotes {
            let grid = Grid::read(table, separator, *quote, cut);
            let score = grid.score();
            if best.as_ref().is_none_or(|(highest, _)| score > *highest) {
                best = Some((score, grid));
            }
        }
    }
    let Some((_, grid)) = best else { return Dialect::default() };
    Dialect {
        separator: grid.separator,
        quote: grid.quote,
        has_header: has_header(grid.table()),
        skipped_lines: skipped_lines + grid.preamble_lines(),
        sheet: None,
    }
}

/// Excel's first line `sep=;`, which says what separates and is no row.
fn declared_separator(sample: &str) -> (Option<u8>, u64) {
    let first = sample.lines().next().unwrap_or_default().trim().trim_matches('"');
    let declared = match first.get(..4) {
        Some(start) if start.eq_ignore_ascii_case("sep=") => &first.as_bytes()[4..],
        _ => return (None, 0),
    };
    match declared {
        // The tab was trimmed away.
        [] => (Some(b'\t'), 1),
        [separator] => (Some(*separator), 1),
        _ => (None, 0),
    }
}

/// The sample's rows as one candidate reads them.
struct Grid {
    separator: u8,
    quote: u8,
    rows: Vec<Vec<String>>,
    /// The line at which each row begins, the first being 1.
    lines: Vec<u64>,
    /// The most frequent number of columns above one, and how many rows have it.
    columns: usize,
    agreeing: usize,
    preamble: usize,
}

impl Grid {
    fn read(sample: &str, separator: u8, quote: u8, cut: bool) -> Grid {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .quote(quote)
            .flexible(true)
            .has_headers(false)
            .from_reader(sample.as_bytes());
        let (mut rows, mut lines) = (Vec::new(), Vec::new());
        let mut record = csv::StringRecord::new();
        let mut ended = false;
        while rows.len() < ROWS {
            if !matches!(reader.read_record(&mut record), Ok(true)) {
                ended = true;
                break;
            }
            lines.push(first_line(sample, record.position().map_or(0, csv::Position::byte)));
            rows.push(record.iter().map(str::to_owned).collect::<Vec<_>>());
        }
        // The last row may have been cut in the middle.
        if cut && ended && rows.len() > 1 {
            rows.pop();
        }
        let mut grid = Grid { separator, quote, rows, lines, columns: 1, agreeing: 0, preamble: 0 };
        grid.count_columns();
        grid
    }

    fn count_columns(&mut self) {
        let agreeing = |columns: usize| self.rows.iter().filter(|row| row.len() == columns).count();
        let most = self.rows.iter().map(Vec::len).filter(|columns| *columns > 1);
        if let Some(columns) = most.max_by_key(|columns| (agreeing(*columns), *columns)) {
            self.agreeing = agreeing(columns);
            self.columns = columns;
        }
        let remarks = self.rows.iter().take_while(|row| row.len() != self.columns && cells_used(row) <= 1);
        let remarks = remarks.count();
        self.preamble = if remarks < self.rows.len() { remarks } else { 0 };
    }

    /// The share of rows with the same number of columns counts most, then the number of columns. Remarks
    /// before the table are less likely than another separator.
    fn score(&self) -> f64 {
        let rows = self.rows.len() - self.preamble;
        if self.columns < 2 || rows == 0 {
            return 0.0;
        }
        let share = self.agreeing as f64 / rows as f64;
        let remarks = if self.preamble > 0 { 0.5 } else { 1.0 };
        // An apostrophe quotes only where it makes the columns agree.
        let quoting = if self.quote == b'"' { 1.0 } else { 0.9 };
        share * share * (1.0 + (self.columns as f64).ln() / 4.0) * remarks * quoting
    }

    fn table(&self) -> &[Vec<String>] {
        &self.rows[self.preamble..]
    }

    fn preamble_lines(&self) -> u64 {
        if self.preamble == 0 { 0 } else { self.lines[self.preamble] - 1 }
    }
}

/// The line of the first byte from `byte` on that is not a line end.
fn first_line(sample: &str, byte: u64) -> u64 {
    let bytes = sample.as_bytes();
    let from = usize::try_from(byte).unwrap_or(usize::MAX).min(bytes.len());
    let blank = bytes[from..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    let before = &bytes[..from + blank];
    let feeds = before.iter().filter(|byte| **byte == b'\n').count();
    let returns = before.iter().filter(|byte| **byte == b'\r').count();
    1 + feeds.max(returns) as u64
}

fn cells_used(row: &[String]) -> usize {
    row.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// Headers are words: no e-mail address, number or date is one, none recurs in its own column, and most
/// are known to us.
pub(crate) fn has_header(rows: &[Vec<String>]) -> bool {
    let Some((first, following)) = rows.split_first() else { return true };
    let cells = || first.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    if cells().any(looks_like_value) {
        return false;
    }
    let known = first.iter().filter(|cell| recognise::is_known(cell)).count();
    if known * 3 >= cells().count() && known > 0 {
        return true;
    }
    let recurring = first.iter().enumerate().any(|(column, cell)| {
        let cell = cell.trim();
        !cell.is_empty()
            && following.iter().filter_map(|row| row.get(column)).any(|below| below.trim() == cell)
    });
    !recurring && cells().count() > 0
}

fn looks_like_value(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let letters = cell.chars().filter(|letter| letter.is_alphabetic()).count();
    let is_address = cell.contains('@') && cell.contains('.') && !cell.contains(' ');
    let is_link = cell.starts_with("http://") || cell.starts_with("https://");
    is_address || is_link || (digits >= 3 && letters <= 1) || (digits > 0 && letters == 0)
}

#[cfg(test)]
mod tests;
