//! The file of an import: kept beside the other files, recognised by its first bytes, read as a table.

use std::{
    fs::File,
    io::{BufReader, Read},
    path::{Path, PathBuf},
};

use anyhow::Context;
use formats::{
    delimited::{self, Table},
    encoding::{self, Decoded, Encoding},
    sniff::{self, FileKind},
};
use kernel::{Error, Id, Result, Timestamp};

use crate::{
    files::FileStore,
    import::{Format, Import},
};

/// Copies a file to where it stays until its import is over, whatever becomes of the original.
pub fn keep(store: &FileStore, file: &Path) -> Result<PathBuf> {
    let folder = store.folder.join("imports");
    std::fs::create_dir_all(&folder).context("making a folder for imports")?;
    let kept = folder.join(Id::new(Timestamp::system_now()).to_string());
    std::fs::copy(file, &kept).context("keeping a file to import")?;
    Ok(kept)
}

/// What a file is found to be.
pub(super) struct Opened {
    pub(super) format: Format,
    pub(super) encoding: Encoding,
    pub(super) dialect: delimited::Dialect,
}

pub(super) fn examine(path: &Path, name: Option<&str>) -> Result<Opened> {
    let mut head = Vec::new();
    open(path)?.take(encoding::SAMPLE as u64).read_to_end(&mut head)?;
    let format = match sniff::kind_of(&head, name) {
        FileKind::Delimited => Format::Delimited,
        FileKind::VCard => Format::VCard,
        FileKind::Zip => return Err(Error::invalid("file", "import-is-a-backup")),
        FileKind::Unknown => return Err(Error::invalid("file", "import-unknown-format")),
    };
    let (encoding, dialect) = delimited::examine(&head);
    Ok(Opened { format, encoding, dialect })
}

pub(super) fn open(path: &Path) -> Result<BufReader<File>> {
    let file = File::open(path).context("opening a file to import")?;
    Ok(BufReader::with_capacity(256 * 1024, file))
}

/// The table of a delimited file, from its first row on.
pub(super) fn table(import: &Import) -> Result<Table<Decoded<BufReader<File>>>> {
    let decoded = encoding::reader(import.encoding, open(Path::new(&import.path))?);
    Table::new(decoded, &import.dialect).map_err(Error::internal)
}

/// The first rows of a delimited file.
pub(super) struct Head {
    /// Names of the columns; empty ones when the file has none.
    pub(super) headers: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
    /// How much of the file, in bytes of decoded text, the rows took.
    pub(super) bytes: u64,
}

impl Head {
    pub(super) fn read(import: &Import, most: usize) -> Result<Head> {
        let mut table = table(import)?;
        let mut head = Head { headers: table.headers().to_vec(), rows: Vec::new(), bytes: 0 };
        while head.rows.len() < most
            && let Ok(Some(row)) = table.row()
        {
            head.bytes = row.byte();
            if !row.is_empty() {
                head.rows.push(row.cells().map(|cell| cell.trim().to_owned()).collect());
            }
        }
        let width = head.rows.iter().map(Vec::len).max().unwrap_or(0).max(head.headers.len());
        head.headers.resize(width, String::new());
        Ok(head)
    }

    /// What stands in a column, without the empty cells.
    pub(super) fn column(&self, at: usize) -> impl Iterator<Item = &str> {
        let cells = self.rows.iter().filter_map(move |row| row.get(at));
        cells.map(String::as_str).filter(|cell| !cell.is_empty())
    }
}
