//! What is shown of a file before anything is done with it.

use std::path::Path;

use formats::{
    encoding::Encoding,
    recognise,
    spreadsheet::{Cell, Kind, Sheet},
    vcard,
};
use kernel::{Cx, Id, Result, Timestamp};
use locale::Locale;

use crate::import::{Column, Format, find, source};

/// How many rows the guesses look at.
pub(super) const ROWS: usize = 500;
const SAMPLES: usize = 5;

/// A look at the file of an import.
#[derive(Debug, Clone)]
pub struct Preview {
    pub format: Format,
    pub encoding: Encoding,
    pub separator: u8,
    pub has_header: bool,
    pub source: recognise::Source,
    pub columns: Vec<ColumnPreview>,
    /// Of a workbook: its sheets, and which of them is the table.
    pub sheets: Vec<Sheet>,
    pub sheet: usize,
    /// Of a vCard file: the names on the first cards.
    pub names: Vec<String>,
    /// From the size of the file and its first rows.
    pub rows_estimate: u64,
}

#[derive(Debug, Clone)]
pub struct ColumnPreview {
    pub header: String,
    pub samples: Vec<String>,
    /// The file itself says which cells are dates and numbers, so nothing has to be found out.
    pub certain: bool,
    /// Formulas that came to nothing, such as `#N/A`; each with its count among the first rows.
    pub errors: Vec<(String, usize)>,
    pub target: Column,
}

/// Reads the beginning of the file.
pub fn preview(cx: &Cx, id: Id) -> Result<Preview> {
    let import = find(cx, id)?;
    let mut preview = Preview {
        format: import.format,
        encoding: import.encoding,
        separator: import.dialect.separator,
        has_header: import.dialect.has_header,
        source: import.source,
        columns: Vec::new(),
        sheets: Vec::new(),
        sheet: import.dialect.sheet.unwrap_or(0),
        names: Vec::new(),
        rows_estimate: 0,
    };
    let path = Path::new(&import.path);
    let size = std::fs::metadata(path).map_or(0, |file| file.len());
    match import.format {
        Format::Delimited | Format::Workbook => {
            if import.format == Format::Workbook {
                preview.sheets = source::workbook(path)?.sheets().to_vec();
            }
            let head = source::Head::read(&import, ROWS)?;
            let rows = head.rows.len() as u64;
            preview.rows_estimate = match head.read {
                _ if rows < ROWS as u64 => rows,
                (read, of) => (of as f64 / read.max(1) as f64 * rows as f64) as u64,
            };
            let columns = import.mapping.columns.iter().enumerate();
            let locale = Locale::new(cx.locality());
            preview.columns = columns.map(|(at, target)| column(&locale, &head, at, target)).collect();
        }
        Format::VCard => {
            let mut cards = vcard::cards(source::open(path)?);
            let mut lines = 0;
            while preview.rows_estimate < 50
                && let Some(card) = cards.next()
            {
                preview.rows_estimate += 1;
                lines = cards.line();
                if let Ok(card) = card
                    && preview.names.len() < SAMPLES
                {
                    preview.names.push(card.display_name());
                }
            }
            if cards.next().is_some() && lines > 0 {
                // Some 40 bytes a line; pictures make it a rough guess.
                preview.rows_estimate =
                    (size / 40 * preview.rows_estimate / lines).max(preview.rows_estimate);
            }
        }
    }
    Ok(preview)
}

fn column(locale: &Locale, head: &source::Head, at: usize, target: &Column) -> ColumnPreview {
    let mut samples: Vec<String> = Vec::new();
    for cell in head.cells(at).filter(|cell| !cell.is_empty()) {
        let shown = shown(locale, cell);
        if samples.len() < SAMPLES && !samples.contains(&shown) {
            samples.push(shown);
        }
    }
    let mut filled = head.cells(at).filter(|cell| !cell.is_empty()).peekable();
    let certain = filled.peek().is_some() && filled.all(Cell::is_certain);
    let mut errors: Vec<(String, usize)> = Vec::new();
    for cell in head.cells(at) {
        let Kind::Error(error) = &cell.kind else { continue };
        match errors.iter_mut().find(|(known, _)| known == error) {
            Some((_, count)) => *count += 1,
            None => errors.push((error.clone(), 1)),
        }
    }
    ColumnPreview { header: target.header.clone(), samples, certain, errors, target: target.clone() }
}

/// A day as the reader writes it, where the file knows that it is one; anything else as it stands.
fn shown(locale: &Locale, cell: &Cell) -> String {
    match &cell.kind {
        Kind::Date(date) => locale.date(*date),
        Kind::DayOfYear(date) => locale.partial_date(None, date.month() as u8, date.day() as u8),
        Kind::DateTime(at) => locale.date_time(Timestamp::from_civil(*at, &locale.locality().time_zone)),
        Kind::Time(time) => locale.clock_time(*time),
        Kind::YesNo(yes) => locale.t(if *yes { "yes" } else { "no" }).into_owned(),
        _ => cell.text.chars().take(80).collect(),
    }
}
