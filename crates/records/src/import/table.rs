//! The rows of a table, whichever way the file holds them: as delimited text, or as the sheet of a workbook, whose
//! cells say themselves whether they are dates or numbers.

use std::{fs::File, io::BufReader, path::Path};

use formats::{
    delimited,
    encoding::{self, Decoded},
    spreadsheet::{self, Cell},
};
use kernel::{Error, Result, Text};

use crate::import::{Format, Import, source};

/// A table while it is read.
pub(super) enum Table {
    Delimited(Box<delimited::Table<Decoded<BufReader<File>>>>),
    Sheet(Box<Sheet>),
}

/// See [`Table`].
pub(super) struct Sheet {
    rows: spreadsheet::Rows,
    headers: Vec<String>,
    /// Rows up to this number stand before the table.
    skipped: u64,
}

/// One row, valid until the next is read.
#[derive(Clone, Copy)]
pub(super) enum Row<'t> {
    Delimited(delimited::Row<'t>),
    Sheet(&'t spreadsheet::Row),
}

/// Why a table cannot be read further.
#[derive(Debug)]
pub(super) struct Trouble {
    pub(super) line: u64,
    pub(super) reason: Text,
}

impl Table {
    /// The table of an import, from its first row on.
    pub(super) fn open(import: &Import) -> Result<Table> {
        if import.format == Format::Workbook {
            return Ok(Table::Sheet(Box::new(Sheet::open(import)?)));
        }
        let decoded = encoding::reader(import.encoding, source::open(Path::new(&import.path))?);
        let table = delimited::Table::new(decoded, &import.dialect).map_err(Error::internal)?;
        Ok(Table::Delimited(Box::new(table)))
    }

    /// The names of the columns; none when no row has them.
    pub(super) fn headers(&self) -> &[String] {
        match self {
            Table::Delimited(table) => table.headers(),
            Table::Sheet(sheet) => &sheet.headers,
        }
    }

    /// The next row, or nothing at the end.
    pub(super) fn row(&mut self) -> Result<Option<Row<'_>>, Trouble> {
        match self {
            Table::Delimited(table) => Ok(table.row()?.map(Row::Delimited)),
            Table::Sheet(sheet) => Ok(sheet.row()?.map(Row::Sheet)),
        }
    }

    /// The next row that is not empty, as `read` takes it.
    pub(super) fn next_filled<T>(&mut self, read: impl FnOnce(Row<'_>) -> T) -> Result<Option<T>, Trouble> {
        while let Some(row) = self.row()? {
            if !row.is_empty() {
                return Ok(Some(read(row)));
            }
        }
        Ok(None)
    }

    /// How much of a sheet was read, of how much; nothing of delimited text, whose rows know where they stand.
    pub(super) fn progress(&self) -> Option<(u64, u64)> {
        match self {
            Table::Delimited(_) => None,
            Table::Sheet(sheet) => Some(sheet.rows.progress()),
        }
    }
}

impl Sheet {
    fn open(import: &Import) -> Result<Sheet> {
        let book = source::workbook(Path::new(&import.path))?;
        let rows = book.rows(import.dialect.sheet.unwrap_or(0)).map_err(source::unreadable)?;
        let mut sheet = Sheet { rows, headers: Vec::new(), skipped: import.dialect.skipped_lines };
        if import.dialect.has_header {
            while let Some(row) = sheet.row().map_err(|trouble| Error::invalid("file", trouble.reason.key))? {
                if !row.is_empty() {
                    sheet.headers = row.cells.iter().map(|cell| cell.text.trim().to_owned()).collect();
                    break;
                }
            }
        }
        Ok(sheet)
    }

    fn row(&mut self) -> Result<Option<&spreadsheet::Row>, Trouble> {
        let skipped = self.skipped;
        while let Some(row) = self.rows.row()? {
            if row.number > skipped {
                break;
            }
        }
        Ok(self.rows.current())
    }
}

impl<'t> Row<'t> {
    /// Where it begins in the file: its line, or its row in the sheet.
    pub(super) fn line(self) -> u64 {
        match self {
            Row::Delimited(row) => row.line(),
            Row::Sheet(row) => row.number,
        }
    }

    /// Where it begins in delimited text, in bytes.
    pub(super) fn byte(self) -> u64 {
        match self {
            Row::Delimited(row) => row.byte(),
            Row::Sheet(_) => 0,
        }
    }

    /// What a cell says, trimmed; nothing where it is empty.
    pub(super) fn text(self, column: usize) -> Option<&'t str> {
        let text = match self {
            Row::Delimited(row) => delimited::unguarded(row.cell(column)?),
            Row::Sheet(row) => row.cells.get(column)?.text.as_str(),
        };
        Some(text.trim()).filter(|text| !text.is_empty())
    }

    /// The cell, where the file itself says what it is.
    pub(super) fn certain(self, column: usize) -> Option<&'t Cell> {
        match self {
            Row::Delimited(_) => None,
            Row::Sheet(row) => row.cells.get(column).filter(|cell| cell.is_certain()),
        }
    }

    /// All cells as they stand.
    pub(super) fn cells(self) -> Vec<&'t str> {
        match self {
            Row::Delimited(row) => row.cells().collect(),
            Row::Sheet(row) => row.cells.iter().map(|cell| cell.text.as_str()).collect(),
        }
    }

    /// All cells with what they are.
    pub(super) fn typed(self) -> Vec<Cell> {
        match self {
            Row::Delimited(row) => row.cells().map(|cell| Cell::text(cell.trim())).collect(),
            Row::Sheet(row) => {
                let trimmed =
                    |cell: &Cell| Cell { text: cell.text.trim().to_owned(), kind: cell.kind.clone() };
                row.cells.iter().map(trimmed).collect()
            }
        }
    }

    pub(super) fn is_empty(self) -> bool {
        match self {
            Row::Delimited(row) => row.is_empty(),
            Row::Sheet(row) => row.is_empty(),
        }
    }
}

impl From<delimited::Trouble> for Trouble {
    fn from(trouble: delimited::Trouble) -> Trouble {
        match trouble {
            delimited::Trouble::RowTooLong { line } => {
                Trouble { line, reason: Text::new("import-row-too-long") }
            }
            delimited::Trouble::Io(_) => Trouble { line: 0, reason: Text::new("import-unreadable") },
        }
    }
}

impl From<spreadsheet::Trouble> for Trouble {
    fn from(trouble: spreadsheet::Trouble) -> Trouble {
        Trouble { line: 0, reason: Text::new(source::why(&trouble)) }
    }
}
