//! Reading a delimited file row by row, in little memory.

use std::{
    error, fmt,
    io::{self, Read},
};

use super::{
    Dialect, LONGEST_ROW,
    line_ends::{LineEnds, TooLong},
};

const BUFFER: usize = 64 * 1024;

/// Why a table cannot be read further.
#[derive(Debug)]
pub enum Trouble {
    Io(io::Error),
    /// The row that begins at this line is longer than [`LONGEST_ROW`]; mostly a quote never closed.
    RowTooLong {
        line: u64,
    },
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Io(error) => write!(f, "the file cannot be read: {error}"),
            Trouble::RowTooLong { line } => write!(f, "the row beginning at line {line} is too long"),
        }
    }
}

impl error::Error for Trouble {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Trouble::Io(error) => Some(error),
            Trouble::RowTooLong { .. } => None,
        }
    }
}

/// The rows of a delimited file in UTF-8 (see [`crate::encoding::reader`]). Rows may differ in length;
/// empty lines are passed over; line ends within fields come as line feeds.
pub struct Table<R> {
    reader: csv::Reader<LineEnds<R>>,
    record: csv::StringRecord,
    headers: Vec<String>,
    lines_before: u64,
    bytes_before: u64,
    failed: bool,
}

impl<R: Read> Table<R> {
    /// Reads up to the first row.
    pub fn new(source: R, dialect: &Dialect) -> Result<Table<R>, Trouble> {
        let mut source = LineEnds::new(source);
        source.allow(LONGEST_ROW);
        let bytes_before = source.skip_lines(dialect.skipped_lines).map_err(|error| trouble(error, 1))?;
        let reader = csv::ReaderBuilder::new()
            .delimiter(dialect.separator)
            .quote(dialect.quote)
            .flexible(true)
            .has_headers(false)
            .buffer_capacity(BUFFER)
            .from_reader(source);
        let mut table = Table {
            reader,
            record: csv::StringRecord::new(),
            headers: Vec::new(),
            lines_before: dialect.skipped_lines,
            bytes_before,
            failed: false,
        };
        if dialect.has_header
            && let Some(row) = table.row()?
        {
            table.headers = row.cells().map(header).collect();
        }
        Ok(table)
    }

    /// The names of the columns, trimmed; none if the dialect has no header.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// The next row, or nothing at the end. After a trouble there are no more rows.
    pub fn row(&mut self) -> Result<Option<Row<'_>>, Trouble> {
        if self.failed {
            return Ok(None);
        }
        let (line_before, byte_before) = (self.reader.position().line(), self.reader.position().byte());
        self.reader.get_mut().allow(LONGEST_ROW);
        match self.reader.read_record(&mut self.record) {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(error) => {
                self.failed = true;
                return Err(trouble(io_error(error), self.lines_before + line_before));
            }
        }
        // The reader's position may lie before empty lines; each is one byte.
        let within = self.record.as_slice().bytes().filter(|byte| *byte == b'\n').count() as u64;
        let line = (self.reader.position().line() - 1).saturating_sub(within).max(line_before);
        let byte = self.bytes_before + byte_before + (line - line_before);
        Ok(Some(Row { record: &self.record, line: self.lines_before + line, byte }))
    }
}

/// A byte order mark may be left by a reader that does not know of it.
fn header(cell: &str) -> String {
    cell.trim_start_matches('\u{FEFF}').trim().to_owned()
}

fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::new(io::ErrorKind::InvalidData, format!("{other:?}")),
    }
}

fn trouble(error: io::Error, line: u64) -> Trouble {
    match error.get_ref() {
        Some(inner) if inner.is::<TooLong>() => Trouble::RowTooLong { line },
        _ => Trouble::Io(error),
    }
}

/// One row, valid until the next is read.
#[derive(Debug, Clone, Copy)]
pub struct Row<'t> {
    record: &'t csv::StringRecord,
    line: u64,
    byte: u64,
}

impl<'t> Row<'t> {
    /// The line of the file at which the row begins, the first being 1.
    pub fn line(self) -> u64 {
        self.line
    }

    /// Where the row begins in the decoded text, a line end counting one byte.
    pub fn byte(self) -> u64 {
        self.byte
    }

    /// The cell as written, or nothing where the row is shorter.
    pub fn cell(self, column: usize) -> Option<&'t str> {
        self.record.get(column)
    }

    pub fn cells(self) -> impl Iterator<Item = &'t str> {
        self.record.iter()
    }

    pub fn len(self) -> usize {
        self.record.len()
    }

    /// Nothing but white space in every cell, as spreadsheets export below the last row.
    pub fn is_empty(self) -> bool {
        self.cells().all(|cell| cell.trim().is_empty())
    }
}

#[cfg(test)]
mod tests;
