//! Rows that could not be taken: kept with line, column and reason, and given back as a file to mend.

use std::io::Write;

use formats::{
    delimited::{Manner, Writer},
    spreadsheet::{self, Cell, Decimal},
};
use jiff::civil::Date;
use jobs::Note;
use kernel::{Cx, FieldErrors, Id, Result, Text, Tx, Value};
use serde::{Deserialize, Serialize};

use crate::{
    files::FileStore,
    import::{
        Format, Import,
        draft::{BETWEEN, Raw},
        find,
    },
};

/// No more are kept; they are counted all the same.
pub(super) const MOST: u64 = 100_000;

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The column's header, or the field's key; empty for the row as a whole.
    pub header: String,
    pub reason: Note,
}

impl Problem {
    pub(super) fn new(header: impl Into<String>, reason: Text) -> Problem {
        Problem { header: header.into(), reason: reason.into() }
    }

    /// The first of several.
    pub(super) fn of(errors: FieldErrors, header: impl Fn(&str) -> String) -> Problem {
        match errors.0.into_iter().next() {
            Some((field, text)) => Problem::new(header(&field), text),
            None => Problem::new("", Text::new("import-row-refused")),
        }
    }
}

/// One row that was not taken.
#[derive(Debug, Clone)]
pub struct BadRow {
    pub line: u64,
    pub number: u64,
    pub problem: Problem,
    /// The cells; of a vCard, its text.
    pub cells: Vec<String>,
}

pub(super) fn keep(
    tx: &mut Tx,
    import: Id,
    line: u64,
    number: u64,
    raw: &Raw,
    problem: &Problem,
) -> Result<()> {
    let text = match raw {
        Raw::Cells(cells) => cells.clone(),
        Raw::Card(card) => formats::vcard::write(card, formats::vcard::Version::V4),
    };
    tx.execute(
        "INSERT INTO import_rows_bad (workspace_id, import_id, line, number, header, reason, row_text) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING",
        &[
            tx.workspace().into(),
            import.into(),
            Value::Int(line as i64),
            Value::Int(number as i64),
            Value::from(&problem.header),
            serde_json::to_string(&problem.reason)?.into(),
            text.into(),
        ],
    )?;
    Ok(())
}

/// The bad rows of an import in the order of the file, from after a line and number on.
pub fn bad_rows(cx: &Cx, import: Id, after: Option<(u64, u64)>, limit: usize) -> Result<Vec<BadRow>> {
    let (line, number) = after.unwrap_or_default();
    let rows = cx.query(
        "SELECT line, number, header, reason, row_text FROM import_rows_bad \
         WHERE workspace_id = ?1 AND import_id = ?2 AND (line, number) > (?3, ?4) ORDER BY line, number LIMIT ?5",
        &[
            cx.workspace().into(),
            import.into(),
            Value::Int(line as i64),
            Value::Int(number as i64),
            limit.into(),
        ],
    )?;
    let read = |row: &kernel::Row| {
        Ok(BadRow {
            line: row.int(0) as u64,
            number: row.int(1) as u64,
            problem: Problem { header: row.get(2)?, reason: serde_json::from_str(row.text(3))? },
            cells: row.text(4).split(BETWEEN).map(str::to_owned).collect(),
        })
    };
    rows.iter().map(read).collect()
}

/// Writes the bad rows as they stood in the file, mended to be read again: a CSV with the columns `line` and
/// `reason` behind the file's own, or vCards with a remark in each.
pub fn write_bad_rows(
    cx: &Cx,
    import: Id,
    out: &mut impl Write,
    reason: impl Fn(&Note) -> String,
) -> Result<()> {
    let found = find(cx, import)?;
    if found.format == Format::VCard {
        return each(cx, import, |row| {
            let remark = reason(&row.problem.reason).replace(['\r', '\n'], " ");
            let card = row.cells.join("");
            let marked = card.replacen("END:VCARD", &format!("X-KARTOTEK-REASON:{remark}\r\nEND:VCARD"), 1);
            Ok(out.write_all(marked.as_bytes())?)
        });
    }
    let manner = Manner { separator: found.dialect.separator, ..Manner::default() };
    let mut writer = Writer::new(out, manner)?;
    writer.write_row(headers(&found))?;
    each(cx, import, |row| Ok(writer.write_row(explained(&found, row, &reason))?))?;
    writer.finish()?;
    Ok(())
}

/// The same as a workbook, for rows that came in one.
pub fn write_bad_workbook(
    cx: &Cx,
    import: Id,
    out: &mut (impl Write + Send),
    reason: impl Fn(&Note) -> String,
) -> Result<()> {
    let found = find(cx, import)?;
    let folder = &cx.part::<FileStore>().folder;
    let mut writer = spreadsheet::Writer::new(folder, &found.file_name, headers(&found))?;
    each(cx, import, |row| {
        let cells: Vec<Cell> = explained(&found, row, &reason).into_iter().map(cell).collect();
        Ok(writer.write_row(&cells)?)
    })?;
    Ok(writer.finish(out)?)
}

/// Only a date or number has such a text, so it goes out again as what it came in as.
fn cell(text: String) -> Cell {
    match (text.parse::<Date>(), Decimal::parse(&text)) {
        (Ok(date), _) if date.to_string() == text => Cell::date(date),
        (_, Some(number)) if number.to_string() == text => Cell::number(number),
        _ => Cell::text(text),
    }
}

fn headers(import: &Import) -> Vec<String> {
    let headers = import.mapping.columns.iter().map(|column| column.header.clone());
    headers.chain(["line".to_owned(), "reason".to_owned()]).collect()
}

/// The cells of a row with its line, and what is wrong with it.
fn explained(import: &Import, mut row: BadRow, reason: impl Fn(&Note) -> String) -> Vec<String> {
    row.cells.resize(import.mapping.columns.len(), String::new());
    let text = match row.problem.header.as_str() {
        "" => reason(&row.problem.reason),
        header => format!("{header}: {}", reason(&row.problem.reason)),
    };
    row.cells.extend([row.line.to_string(), text]);
    row.cells
}

/// Gives every bad row, in the order of the file.
fn each(cx: &Cx, import: Id, mut each: impl FnMut(BadRow) -> Result<()>) -> Result<()> {
    let mut after = None;
    loop {
        let page = bad_rows(cx, import, after, 500)?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some((last.line, last.number));
        page.into_iter().try_for_each(&mut each)?;
    }
}
