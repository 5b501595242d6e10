//! The file of an import: kept beside the other files, recognised by its first bytes, looked into.

use std::{
    fs::File,
    io::{BufReader, Read},
    path::{Path, PathBuf},
};

use anyhow::Context;
use formats::{
    delimited,
    encoding::{self, Encoding},
    sniff::{self, FileKind},
    spreadsheet::{self, Book, Cell, Row, Trouble},
};
use kernel::{Error, Id, Result, Timestamp};

use crate::{
    files::FileStore,
    import::{Format, Import, table::Table},
};

/// Rows of a sheet by which its header is found.
const LOOKED_AT: usize = 120;

/// Copies a file to where it stays until its import is over, whatever becomes of the original.
pub fn keep(store: &FileStore, file: &Path) -> Result<PathBuf> {
    let folder = store.folder.join("imports");
    std::fs::create_dir_all(&folder).context("making a folder for imports")?;
    let kept = folder.join(Id::new(Timestamp::system_now()).to_string());
    std::fs::copy(file, &kept).context("keeping a file to import")?;
    Ok(kept)
}

/// Whether a file is the export of a whole workspace, which is restored rather than imported.
pub fn is_backup(path: &Path) -> Result<bool> {
    let name = path.file_name().map(|name| name.to_string_lossy());
    Ok(sniff::kind_of(&head_of(path)?, name.as_deref()) == FileKind::Zip)
}

fn head_of(path: &Path) -> Result<Vec<u8>> {
    let mut head = Vec::new();
    open(path)?.take(encoding::SAMPLE as u64).read_to_end(&mut head)?;
    Ok(head)
}

/// What a file is found to be.
pub(super) struct Opened {
    pub(super) format: Format,
    pub(super) encoding: Encoding,
    pub(super) dialect: delimited::Dialect,
    /// What the table is called, where it has a name.
    pub(super) title: String,
}

pub(super) fn examine(path: &Path, name: Option<&str>) -> Result<Opened> {
    let head = head_of(path)?;
    let refused = |why: &'static str| Err(Error::invalid("file", why));
    let format = match sniff::kind_of(&head, name) {
        FileKind::Delimited => Format::Delimited,
        FileKind::VCard => Format::VCard,
        FileKind::Workbook => {
            let book = workbook(path)?;
            let first = book.first_filled().map_err(unreadable)?;
            let title = book.sheets().get(first).map(|sheet| sheet.name.clone()).unwrap_or_default();
            let dialect = sheet(&book, first)?;
            return Ok(Opened { format: Format::Workbook, encoding: Encoding::UTF_8, dialect, title });
        }
        FileKind::ProtectedWorkbook => return refused("import-workbook-protected"),
        FileKind::OtherWorkbook => return refused("import-workbook-other"),
        FileKind::Zip => return refused("import-is-a-backup"),
        FileKind::Unknown => return refused("import-unknown-format"),
    };
    let (encoding, dialect) = delimited::examine(&head);
    Ok(Opened { format, encoding, dialect, title: String::new() })
}

pub(super) fn open(path: &Path) -> Result<BufReader<File>> {
    let file = File::open(path).context("opening a file to import")?;
    Ok(BufReader::with_capacity(256 * 1024, file))
}

pub(super) fn workbook(path: &Path) -> Result<Book> {
    Book::open(path).map_err(unreadable)
}

/// How the table of a sheet is to be read.
pub(super) fn sheet(book: &Book, sheet: usize) -> Result<delimited::Dialect> {
    let mut rows = book.rows(sheet).map_err(unreadable)?;
    let mut head: Vec<Row> = Vec::new();
    while head.len() < LOOKED_AT
        && let Some(row) = rows.row().map_err(unreadable)?
    {
        head.push(row.clone());
    }
    let spreadsheet::Layout { skipped_rows, has_header } = spreadsheet::layout(&head);
    Ok(delimited::Dialect {
        has_header,
        skipped_lines: skipped_rows,
        sheet: Some(sheet),
        ..delimited::Dialect::default()
    })
}

/// What is wrong with a workbook, for whoever chose it.
pub(super) fn unreadable(trouble: Trouble) -> Error {
    let why = why(&trouble);
    if let Trouble::Broken(cause) = &trouble {
        tracing::info!(%cause, "a workbook could not be read");
    }
    match trouble {
        Trouble::Io(error) => Error::internal(error),
        _ => Error::invalid("file", why),
    }
}

/// The key of what is wrong with a workbook.
pub(super) fn why(trouble: &Trouble) -> &'static str {
    match trouble {
        Trouble::Io(_) => "import-unreadable",
        Trouble::Broken(_) => "import-workbook-broken",
        Trouble::Protected => "import-workbook-protected",
        Trouble::TooLarge => "import-workbook-too-large",
    }
}

/// The first rows of a table.
pub(super) struct Head {
    /// Names of the columns; empty ones when the file has none.
    pub(super) headers: Vec<String>,
    pub(super) rows: Vec<Vec<Cell>>,
    /// How much of the file the rows took, of how much: in bytes of text, of a sheet in bytes unpacked.
    pub(super) read: (u64, u64),
}

impl Head {
    pub(super) fn read(import: &Import, most: usize) -> Result<Head> {
        let mut table = Table::open(import)?;
        let size = std::fs::metadata(&import.path).map_or(0, |file| file.len());
        let mut head = Head { headers: table.headers().to_vec(), rows: Vec::new(), read: (0, size) };
        while head.rows.len() < most
            && let Ok(Some((cells, byte))) = table.next_filled(|row| (row.typed(), row.byte()))
        {
            head.read.0 = byte;
            head.rows.push(cells);
        }
        head.read = table.progress().unwrap_or(head.read);
        let width = head.rows.iter().map(Vec::len).max().unwrap_or(0).max(head.headers.len());
        head.headers.resize(width, String::new());
        Ok(head)
    }

    /// What stands in a column, without the empty cells.
    pub(super) fn column(&self, at: usize) -> impl Iterator<Item = &str> {
        self.cells(at).map(|cell| cell.text.as_str()).filter(|text| !text.is_empty())
    }

    /// The cells of a column.
    pub(super) fn cells(&self, at: usize) -> impl Iterator<Item = &Cell> {
        self.rows.iter().filter_map(move |row| row.get(at))
    }
}
